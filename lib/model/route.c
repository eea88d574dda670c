#include "model/route.h"

#include <string.h>

leerroute_outcome leerroute_route_outcome(const leerroute_route *route) {
    return route->outcome;
}

/* ---- Measures ---- */

leerroute_day leerroute_route_start(const leerroute_route *route) {
    return lri_has_route(route) ? route->start : 0;
}

leerroute_day leerroute_route_finish(const leerroute_route *route) {
    return lri_has_route(route) ? route->finish : 0;
}

int64_t leerroute_route_cost(const leerroute_route *route) {
    return lri_has_route(route) ? route->cost_eur : 0;
}

int64_t leerroute_route_study_hours(const leerroute_route *route) {
    return lri_has_route(route) ? route->study_hours : 0;
}

int64_t leerroute_route_practice_hours(const leerroute_route *route) {
    return lri_has_route(route) ? route->practice_hours : 0;
}

bool leerroute_route_first(const leerroute_route *route, const char **id, leerroute_day *week) {
    if (!lri_has_route(route) || !route->first) return false;
    if (id) *id = route->first;
    if (week) *week = route->first_week;
    return true;
}

static int64_t measure_of(const leerroute_route *route, leerroute_measure measure) {
    return measure == LEERROUTE_FINISH ? route->finish
           : measure == LEERROUTE_COST ? route->cost_eur
                                       : route->study_hours;
}

int lri_route_compare(const leerroute_route *a, const leerroute_route *b) {
    for (uint32_t i = 0; i < a->objective_count; i++) {
        int64_t x = measure_of(a, a->objective[i]), y = measure_of(b, a->objective[i]);
        if (x != y) return x < y ? -1 : 1;
    }
    return 0;
}

/* ---- Steps ---- */

size_t leerroute_route_step_count(const leerroute_route *route) {
    return route->step_count;
}

bool leerroute_route_step(const leerroute_route *route, size_t i, leerroute_step *out) {
    if (i >= route->step_count) return false;
    const lri_step *step = &route->steps[i];
    *out = (leerroute_step){.kind = step->kind,
                            .id = step->id,
                            .offering = step->offering,
                            .start = step->start,
                            .weeks = step->weeks,
                            .cost_eur = step->cost_eur,
                            .study_hours = step->study_hours,
                            .practice_hours = step->practice_hours};
    return true;
}

/* ---- What lapses ---- */

/* Is the same held by another entry that goes on when this one lapses? */
static bool is_renewed(const leerroute_intake *intake, const lri_holding *h) {
    for (uint32_t i = 0; i < intake->hold_count; i++) {
        const lri_holding *other = &intake->holds[i];
        bool is_same = other->kind == h->kind && other->index == h->index;
        if (is_same && other->level >= h->level && other->counts && other->from <= h->until + 1 &&
            other->until > h->until)
            return true;
    }
    return false;
}

bool lri_lapses(const leerroute_intake *intake, const lri_holding *h) {
    return h->counts && h->lapses >= 0 && h->from <= h->until && !is_renewed(intake, h);
}

bool lri_award_lapses_before(const lri_route_award *award, lri_day finish) {
    return award->valid_until >= 0 && lri_week_of(award->valid_until) < lri_week_of(finish);
}

/* Is it among what is held, so that it has been told? */
static bool is_held(const leerroute_intake *intake, const lri_route_award *award) {
    for (uint32_t i = 0; i < intake->hold_count; i++) {
        const lri_holding *h = &intake->holds[i];
        if (h->kind == LRI_AWARD && h->index == award->award && h->lapses == award->valid_until)
            return true;
    }
    return false;
}

bool leerroute_route_lapse(const leerroute_route *route, const leerroute_intake *intake, size_t i,
                           leerroute_lapse *out) {
    const leerroute_catalogue *c = intake->catalogue;
    size_t before = 0;
    for (uint32_t h = 0; h < intake->hold_count && lri_has_route(route); h++) {
        const lri_holding *held = &intake->holds[h];
        if (!lri_lapses(intake, held) || held->until >= lri_week_of(route->finish)) continue;
        if (before++ < i) continue;
        *out = (leerroute_lapse){lri_holding_kind(c, held), lri_holding_id(c, held), held->lapses};
        return true;
    }
    for (uint32_t a = 0; a < route->award_count && lri_has_route(route); a++) {
        const lri_route_award *award = &route->awards[a];
        if (!lri_award_lapses_before(award, route->finish) || is_held(intake, award)) continue;
        if (before++ < i) continue;
        *out = (leerroute_lapse){award->kind, award->id, award->valid_until};
        return true;
    }
    return false;
}

/* ---- Copying ---- */

/* A copy of an array in the arena; NULL when there is no memory. */
static void *copy(lri_arena *arena, const void *items, size_t count, size_t size) {
    void *out = lri_arena_array(arena, count, size);
    if (out && count) memcpy(out, items, count * size);
    return out;
}

bool lri_route_copy(leerroute_route *to, const leerroute_route *from) {
    lri_arena arena = to->arena;
    *to = *from;
    to->steps = copy(&arena, from->steps, from->step_count, sizeof *from->steps);
    to->awards = copy(&arena, from->awards, from->award_count, sizeof *from->awards);
    to->functions = copy(&arena, from->functions, from->function_count, sizeof *from->functions);
    to->held_functions =
        copy(&arena, from->held_functions, from->held_function_count, sizeof *from->held_functions);
    to->arena = arena;
    return to->steps && to->awards && to->functions && to->held_functions;
}
