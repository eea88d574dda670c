/* Why there is no route, by planning again with more and more lifted.
 *
 * What makes a route possible has to lift something of each *core*: of all that is not in a largest
 * set of lifts with which there is still no route. So the next set to try is a smallest one that
 * hits every core so far (Reiter, "A theory of diagnosis from first principles", 1987). When it
 * makes a route possible it is a reason; else it is enlarged, lift by lift, while there is none,
 * which gives a new core. The sets come by size and each is tried, so none that is smaller is
 * missed.
 *
 * Cores are found with lenient variations, since there more is never less. */
#include "ask/reasons.h"

#include <stdlib.h>
#include <string.h>

typedef struct core {
    uint32_t first, count;
} core;

typedef struct finder {
    lri_reasoning *reasoning;
    bool *chosen, *enlarged; /* by lift */
    LRI_VECTOR(core) cores;
    LRI_VECTOR(uint32_t) lifts; /* of the cores */
    LRI_VECTOR(bool) sets;      /* tried before: rows of bools by lift */
    LRI_VECTOR(bool) is_reason; /* by set */
    uint64_t steps;
} finder;

/* ---- Asking ---- */

static leerroute_outcome outcome_of(lri_reasoning *r, const leerroute_intake *intake) {
    lri_conditions any = LRI_CONDITIONS_NONE;
    any.any = true;
    if (r->status != LEERROUTE_OK || !r->reasons->is_whole) return LEERROUTE_UNKNOWN;
    r->status = lri_ask(&r->asking, intake, &any, &r->route);
    if (r->status != LEERROUTE_OK) return LEERROUTE_UNKNOWN;
    if (r->route->outcome == LEERROUTE_UNKNOWN) r->reasons->is_whole = false;
    return r->route->outcome;
}

bool lri_exists(lri_reasoning *r, const leerroute_intake *intake) {
    return lri_is_route(outcome_of(r, intake));
}

bool lri_is_refuted(lri_reasoning *r, const leerroute_intake *intake) {
    return outcome_of(r, intake) == LEERROUTE_NO_ROUTE;
}

static bool go_on(const lri_reasoning *r) {
    return r->status == LEERROUTE_OK && r->reasons->is_whole;
}

static bool vary(lri_reasoning *r, const bool *is_lifted, bool is_lenient) {
    if (r->status != LEERROUTE_OK) return false;
    if (!lri_lifts_apply(&r->varied, r->intake, &r->lifts, is_lifted, is_lenient))
        r->status = LEERROUTE_NO_MEMORY;
    return r->status == LEERROUTE_OK;
}

/* Is it proved that no part of the lifts makes a route possible? An earlier start ends the ten
 * years earlier, so that is asked of both. */
static bool is_hopeless(lri_reasoning *r, bool *is_lifted) {
    uint32_t last = r->lifts.count - 1;
    bool starts = r->lifts.count && r->lifts.items[last].kind == LRI_LIFT_START && is_lifted[last];
    if (!vary(r, is_lifted, true) || !lri_is_refuted(r, &r->varied)) return false;
    if (!starts) return true;
    is_lifted[last] = false;
    bool hopeless = vary(r, is_lifted, true) && lri_is_refuted(r, &r->varied);
    is_lifted[last] = true;
    return hopeless;
}

/* ---- The next set ---- */

static bool is_hit(const finder *f, const core *c) {
    for (uint32_t i = 0; i < c->count; i++)
        if (f->chosen[f->lifts.items[c->first + i]]) return true;
    return false;
}

static const core *unhit_core(const finder *f) {
    for (uint32_t i = 0; i < f->cores.count; i++)
        if (!is_hit(f, &f->cores.items[i])) return &f->cores.items[i];
    return NULL;
}

/* Has the set been tried, or does it have all of a reason? */
static bool is_tried(const finder *f, bool *has_reason) {
    uint32_t count = f->reasoning->lifts.count;
    bool tried = false;
    *has_reason = false;
    for (uint32_t s = 0; s < f->is_reason.count; s++) {
        const bool *set = f->sets.items + (size_t)s * count;
        bool has_all = true, has_more = false;
        for (uint32_t i = 0; i < count; i++) {
            has_all = has_all && (f->chosen[i] || !set[i]);
            has_more = has_more || (f->chosen[i] && !set[i]);
        }
        tried = tried || (has_all && !has_more);
        *has_reason = *has_reason || (has_all && f->is_reason.items[s]);
    }
    return tried;
}

/* It is the finding of the next set that would be beyond bounds before the planning is. */
static bool is_too_long(finder *f) {
    enum { MOST = 1000000, EVERY = 1024 };
    const leerroute_limits *limits = &f->reasoning->asking.limits;
    f->steps++;
    if (f->steps > MOST || (f->steps % EVERY == 0 && limits->stop && limits->stop(limits->context)))
        f->reasoning->reasons->is_whole = false;
    return !go_on(f->reasoning);
}

/* Chooses up to so many lifts more, until every core is hit by a set that was not tried. */
static bool choose(finder *f, uint32_t more) {
    uint32_t count = f->reasoning->lifts.count;
    const core *open = unhit_core(f);
    bool has_reason, tried = is_tried(f, &has_reason);
    if (is_too_long(f) || has_reason) return false;
    if (!open && !tried) return true;
    for (uint32_t i = 0; more && i < (open ? open->count : count); i++) {
        uint32_t lift = open ? f->lifts.items[open->first + i] : i;
        if (f->chosen[lift]) continue;
        f->chosen[lift] = true;
        if (choose(f, more - 1)) return true;
        f->chosen[lift] = false;
        open = open ? unhit_core(f) : NULL; /* as it was */
    }
    return false;
}

/* ---- Trying it ---- */

static bool note(finder *f, bool is_reason) {
    for (uint32_t i = 0; i < f->reasoning->lifts.count; i++)
        if (!lri_push(&f->sets, f->chosen[i])) return false;
    return lri_push(&f->is_reason, is_reason);
}

/* Adds the lifts from .. to - 1 as far as there is still no route: all at once, or by halves. Those
 * that make one possible are a core. */
static bool enlarge(finder *f, core *new, uint32_t from, uint32_t to) {
    lri_reasoning *r = f->reasoning;
    bool any = false;
    for (uint32_t i = from; i < to; i++) {
        any = any || !f->chosen[i];
        f->enlarged[i] = true;
    }
    if (!any || !go_on(r) || is_hopeless(r, f->enlarged)) return true;
    for (uint32_t i = from; i < to; i++) f->enlarged[i] = f->chosen[i];
    if (to - from == 1) {
        new->count++;
        return lri_push(&f->lifts, from);
    }
    uint32_t middle = from + (to - from) / 2;
    return enlarge(f, new, from, middle) && enlarge(f, new, middle, to);
}

/* Enlarges the set, with which there is no route, as far as that stays so; the rest is a core. */
static bool add_core(finder *f) {
    uint32_t count = f->reasoning->lifts.count;
    core new = {f->lifts.count, 0};
    memcpy(f->enlarged, f->chosen, count * sizeof *f->chosen);
    return enlarge(f, &new, 0, count) && (!go_on(f->reasoning) || lri_push(&f->cores, new));
}

static void try_set(finder *f) {
    lri_reasoning *r = f->reasoning;
    bool fine = true;
    if (!vary(r, f->chosen, false)) return;
    if (lri_exists(r, &r->varied)) {
        fine = note(f, true);
        if (fine) lri_tighten(r, f->chosen);
    } else if (go_on(r) && is_hopeless(r, f->chosen)) {
        fine = add_core(f);
    } else if (go_on(r)) {
        fine = note(f, false);
    }
    if (!fine) r->status = LEERROUTE_NO_MEMORY;
}

static void find_sets(finder *f) {
    lri_reasoning *r = f->reasoning;
    for (uint32_t size = 0; size <= r->lifts.count && go_on(r); size++)
        while (go_on(r) && r->reasons->reasons.count < LRI_REASONS_MOST) {
            memset(f->chosen, 0, r->lifts.count * sizeof *f->chosen);
            if (!choose(f, size)) break;
            try_set(f);
        }
}

/* ---- The whole ---- */

static void find_reasons(lri_reasoning *r) {
    finder f = {.reasoning = r};
    if (!lri_lifts_find(&r->lifts, r->intake)) {
        r->status = LEERROUTE_NO_MEMORY;
        return;
    }
    f.chosen = calloc(r->lifts.count + 1, sizeof *f.chosen);
    f.enlarged = calloc(r->lifts.count + 1, sizeof *f.enlarged);
    if (!f.chosen || !f.enlarged) r->status = LEERROUTE_NO_MEMORY;
    for (uint32_t i = 0; f.enlarged && i < r->lifts.count; i++) f.enlarged[i] = true;
    if (r->status == LEERROUTE_OK && is_hopeless(r, f.enlarged) && vary(r, f.enlarged, true))
        lri_find_dead_ends(r);
    else
        find_sets(&f);
    free(f.chosen);
    free(f.enlarged);
    free(f.cores.items);
    free(f.lifts.items);
    free(f.sets.items);
    free(f.is_reason.items);
}

leerroute_status leerroute_plan_reasons(leerroute_planner *planner, const leerroute_intake *intake,
                                        const leerroute_limits *limits, leerroute_reasons **out) {
    if (!planner || !intake || !out) return LEERROUTE_MISUSE;
    *out = NULL;
    lri_reasoning r = {.asking = lri_ask_begin(planner, limits),
                       .intake = intake,
                       .reasons = calloc(1, sizeof *r.reasons)};
    if (!r.reasons) return LEERROUTE_NO_MEMORY;
    r.reasons->intake = intake;
    r.reasons->is_whole = true;
    find_reasons(&r);
    free(r.lifts.items);
    lri_arena_free(&r.varied.arena);
    lri_ask_end(&r.asking);
    if (r.status == LEERROUTE_OK)
        *out = r.reasons;
    else
        leerroute_reasons_free(r.reasons);
    return r.status;
}

void leerroute_reasons_free(leerroute_reasons *reasons) {
    if (!reasons) return;
    free(reasons->dead_ends.items);
    free(reasons->reasons.items);
    free(reasons->changes.items);
    free(reasons->added.items);
    free(reasons);
}

bool leerroute_reasons_are_whole(const leerroute_reasons *reasons) {
    return reasons->is_whole;
}

size_t leerroute_reasons_count(const leerroute_reasons *reasons) {
    return reasons->dead_ends.count + reasons->reasons.count;
}
