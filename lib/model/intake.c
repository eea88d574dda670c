#include "model/intake.h"

#include <stdlib.h>

#include "model/intake_vary.h"

void leerroute_intake_free(leerroute_intake *intake) {
    if (!intake) return;
    lri_arena_free(&intake->arena);
    free(intake);
}

const char *leerroute_intake_id(const leerroute_intake *intake) {
    return intake->id;
}

/* ---- What is held ---- */

lri_day lri_lapse(const leerroute_catalogue *catalogue, const lri_holding *holding) {
    if (holding->kind != LRI_AWARD || holding->obtained < 0) return -1;
    int32_t months = catalogue->awards[holding->index].valid_months;
    return months ? lri_day_add_months(holding->obtained, months) : -1;
}

void lri_intake_count(const leerroute_intake *intake, lri_holding *h) {
    h->from = lri_week_of(h->obtained > intake->start ? h->obtained : intake->start);
    h->until = h->lapses < 0 ? LRI_ALWAYS_WEEK : lri_week_of(h->lapses);
    h->counts = intake->count_expected || !h->expected;
}

leerroute_kind lri_holding_kind(const leerroute_catalogue *catalogue, const lri_holding *h) {
    if (h->kind == LRI_COMPETENCE) return LEERROUTE_COMPETENCE;
    if (h->kind == LRI_UNIT) return LEERROUTE_UNIT;
    return lri_is_diploma(catalogue, h->index) ? LEERROUTE_DIPLOMA : LEERROUTE_CERTIFICATE;
}

const char *lri_holding_id(const leerroute_catalogue *catalogue, const lri_holding *h) {
    if (h->kind == LRI_COMPETENCE) return catalogue->competences[h->index].id;
    return h->kind == LRI_UNIT ? catalogue->activities[h->index].id
                               : catalogue->awards[h->index].id;
}

/* ---- What a plan asks of it ---- */

const lri_claim *lri_intake_claim(const leerroute_intake *intake, uint32_t competence) {
    uint32_t low = 0, high = intake->claim_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (intake->claims[middle].competence < competence)
            low = middle + 1;
        else
            high = middle;
    }
    bool claimed = low < intake->claim_count && intake->claims[low].competence == competence;
    return claimed ? &intake->claims[low] : NULL;
}

uint8_t lri_intake_claimed_level(const leerroute_intake *intake, uint32_t competence) {
    const lri_claim *claim = lri_intake_claim(intake, competence);
    return claim ? claim->level : 0;
}

lri_capacity lri_intake_capacity(const leerroute_intake *intake, lri_week week) {
    uint32_t low = 0, high = intake->period_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (intake->periods[middle].to < week)
            low = middle + 1;
        else
            high = middle;
    }
    bool inside = low < intake->period_count && intake->periods[low].from <= week;
    return inside ? intake->periods[low].capacity : intake->capacity;
}

int lri_compare_addresses(const void *a, const void *b) {
    uintptr_t x = (uintptr_t) * (const char *const *)a, y = (uintptr_t) * (const char *const *)b;
    return (x > y) - (x < y);
}

/* Texts of offerings are interned, and so are those of the lists that an offering names. */
static bool is_allowed(const lri_allowed *allowed, const char *text) {
    return !text || allowed->count == 0 ||
           bsearch(&text, allowed->texts, allowed->count, sizeof text, lri_compare_addresses);
}

int lri_compare_indices(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static bool is_in(uint32_t index, const uint32_t *indices, uint32_t count) {
    return count && bsearch(&index, indices, count, sizeof index, lri_compare_indices);
}

bool lri_intake_allows(const leerroute_intake *intake, uint32_t offering) {
    const lri_offering *o = &intake->catalogue->offerings[offering];
    return is_allowed(&intake->leerwegen, o->leerweg) &&
           is_allowed(&intake->providers, o->provider) && is_allowed(&intake->places, o->place) &&
           !is_in(offering, intake->excluded_offerings, intake->excluded_offering_count) &&
           !is_in(o->activity, intake->excluded_activities, intake->excluded_activity_count);
}

/* ---- Changing goal and objective ---- */

static bool leaf_of(const leerroute_catalogue *catalogue, leerroute_kind kind, const char *id,
                    lri_requirement *out) {
    bool is_award = kind == LEERROUTE_CERTIFICATE || kind == LEERROUTE_DIPLOMA;
    if (!is_award && kind != LEERROUTE_FUNCTION) return false;
    out->kind = is_award ? LRI_AWARD : LRI_FUNCTION;
    out->index = lri_catalogue_find(catalogue, kind, id);
    return out->index != LRI_NONE;
}

leerroute_status leerroute_intake_set_goal(leerroute_intake *intake, leerroute_kind kind,
                                           const char *id) {
    lri_requirement leaf = {0};
    if (!intake || !id || !leaf_of(intake->catalogue, kind, id, &leaf)) return LEERROUTE_MISUSE;
    lri_requirement *nodes = lri_arena_array(&intake->arena, 2, sizeof *nodes);
    if (!nodes) return LEERROUTE_NO_MEMORY;
    nodes[0].kind = LRI_ALL; /* node 0 always holds, as in every pool */
    nodes[1] = leaf;
    intake->requirements = (lri_requirements){.nodes = nodes, .node_count = 2};
    intake->goal = 1;
    if (!intake->diploma_route_given) intake->diploma_route = kind == LEERROUTE_DIPLOMA;
    return LEERROUTE_OK;
}

leerroute_status leerroute_intake_set_objective(leerroute_intake *intake,
                                                const leerroute_measure *measures, size_t count) {
    if (!intake || !measures || count < 1 || count > 3) return LEERROUTE_MISUSE;
    unsigned seen = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned bit = (unsigned)measures[i] <= LEERROUTE_HOURS ? 1u << measures[i] : seen;
        if (seen & bit || bit == 0) return LEERROUTE_MISUSE;
        seen |= bit;
    }
    for (size_t i = 0; i < count; i++) intake->objective[i] = measures[i];
    intake->objective_count = (uint32_t)count;
    return LEERROUTE_OK;
}

/* ---- Fixed points ---- */

/* The number in by_step: a unit or assessment, or beyond those an offering; LRI_NONE: no such id.
 */
static uint32_t find_step(const leerroute_intake *intake, const char *id) {
    return lri_table_find(&intake->catalogue->by_step, id);
}

static bool is_under_way(const leerroute_intake *intake, uint32_t activity) {
    for (uint32_t i = 0; i < intake->under_way_count; i++)
        if (intake->under_way[i].activity == activity) return true;
    return false;
}

leerroute_status leerroute_intake_include(leerroute_intake *intake, const char *id,
                                          const char *offering, leerroute_day start) {
    if (!intake || !id) return LEERROUTE_MISUSE;
    const leerroute_catalogue *c = intake->catalogue;
    lri_include include = {find_step(intake, id), LRI_NONE, start < 0 ? -1 : lri_week_of(start)};
    if (include.activity >= c->activity_count || is_under_way(intake, include.activity))
        return LEERROUTE_MISUSE;
    if (offering) {
        include.offering = lri_catalogue_find(c, LEERROUTE_OFFERING, offering);
        if (include.offering == LRI_NONE ||
            c->offerings[include.offering].activity != include.activity)
            return LEERROUTE_MISUSE;
    }
    for (uint32_t i = 0; i < intake->include_count; i++)
        if (intake->includes[i].activity == include.activity) {
            intake->includes[i] = include;
            return LEERROUTE_OK;
        }
    return lri_intake_include(intake, include) ? LEERROUTE_OK : LEERROUTE_NO_MEMORY;
}

leerroute_status leerroute_intake_exclude(leerroute_intake *intake, const char *id) {
    if (!intake || !id) return LEERROUTE_MISUSE;
    uint32_t step = find_step(intake, id), activities = intake->catalogue->activity_count;
    if (step == LRI_NONE) return LEERROUTE_MISUSE;
    bool done = step < activities ? lri_intake_exclude(intake, step)
                                  : lri_intake_exclude_offering(intake, step - activities);
    return done ? LEERROUTE_OK : LEERROUTE_NO_MEMORY;
}
