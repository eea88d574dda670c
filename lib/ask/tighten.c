/* Each lift of a set to its smallest: those before it are at theirs, those after it are lifted. */
#include <stdlib.h>

#include "ask/reasons.h"

typedef struct tightening {
    lri_reasoning *reasoning;
    leerroute_intake *v; /* the variation, with what is settled so far */
    const bool *is_lifted;
    lri_change change;
} tightening;

/* ---- Numbers ---- */

typedef void setter(tightening *t, int64_t value);

/* The least value up to `high`, with which there is a route, that has one. */
static int64_t least(tightening *t, int64_t low, int64_t high, setter *set) {
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        set(t, middle);
        if (lri_exists(t->reasoning, t->v))
            high = middle;
        else
            low = middle + 1;
    }
    set(t, high);
    return high;
}

/* A period that is lifted itself is so still: it comes after this, and follows it no more. */
static void set_capacity(tightening *t, int64_t value) {
    const lri_lifts *lifts = &t->reasoning->lifts;
    lri_lift_capacity(t->v, t->reasoning->intake, t->change.lift.kind, (int32_t)value);
    for (uint32_t i = 0; i < lifts->count; i++)
        if (t->is_lifted[i] && lifts->items[i].kind == LRI_LIFT_PERIOD)
            lri_lift_period(t->v, lifts->items[i].index);
}

static void set_period_study(tightening *t, int64_t value) {
    t->v->periods[t->change.lift.index].capacity.study_hours = (int32_t)value;
}

static void set_period_practice(tightening *t, int64_t value) {
    t->v->periods[t->change.lift.index].capacity.practice_hours = (int32_t)value;
}

static void set_period_parallel(tightening *t, int64_t value) {
    t->v->periods[t->change.lift.index].capacity.parallel = (int32_t)value;
}

static void set_holding(tightening *t, int64_t week) {
    lri_holding *h = &t->v->holds[t->change.lift.index];
    h->until = (lri_week)week;
    h->lapses = 7 * (lri_day)week;
}

static void set_start(tightening *t, int64_t weeks_earlier) {
    lri_intake_set_start(t->v, t->reasoning->intake->start - 7 * (lri_day)weeks_earlier);
}

/* ---- By kind ---- */

enum { PARALLEL_MOST = 100 };

static void tighten_capacity(tightening *t) {
    const lri_capacity *c = &t->reasoning->intake->capacity;
    lri_lift_kind kind = t->change.lift.kind;
    t->change.from = kind == LRI_LIFT_STUDY_HOURS      ? c->study_hours
                     : kind == LRI_LIFT_PRACTICE_HOURS ? c->practice_hours
                                                       : c->parallel;
    t->change.to = least(t, t->change.from + 1,
                         kind == LRI_LIFT_PARALLEL ? PARALLEL_MOST : LRI_HOURS_MOST, set_capacity);
}

static void tighten_period(tightening *t) {
    const lri_period *before = &t->reasoning->intake->periods[t->change.lift.index];
    const lri_capacity *c = &before->capacity;
    t->change.from = 7 * before->from;
    t->change.to = 7 * before->to + 6;
    least(t, c->study_hours, LRI_HOURS_MOST, set_period_study);
    least(t, c->practice_hours, LRI_HOURS_MOST, set_period_practice);
    if (c->parallel < INT32_MAX) least(t, c->parallel, PARALLEL_MOST, set_period_parallel);
    t->change.period = t->v->periods[t->change.lift.index].capacity;
}

/* The best route of the variation in one measure alone; NULL when it is not proved. */
static const leerroute_route *best(tightening *t, leerroute_measure measure) {
    lri_reasoning *r = t->reasoning;
    const leerroute_route *route = NULL;
    if (r->status != LEERROUTE_OK || !r->reasons->is_whole) return NULL;
    leerroute_intake_set_objective(t->v, &measure, 1);
    r->status = lri_ask(&r->asking, t->v, NULL, &route);
    leerroute_intake_set_objective(t->v, r->intake->objective, r->intake->objective_count);
    if (r->status != LEERROUTE_OK) return NULL;
    if (route->outcome != LEERROUTE_OPTIMAL) r->reasons->is_whole = false;
    return r->reasons->is_whole ? route : NULL;
}

static void tighten_budget(tightening *t) {
    const leerroute_route *route = best(t, LEERROUTE_COST);
    t->change.from = t->reasoning->intake->budget_eur;
    if (route) t->v->budget_eur = t->change.to = route->cost_eur;
}

/* A finish in the week after that of the date is right. */
static void tighten_deadline(tightening *t) {
    const leerroute_route *route = best(t, LEERROUTE_FINISH);
    t->change.from = t->reasoning->intake->finish_by;
    if (!route) return;
    t->v->finish_by = route->finish > 7 ? route->finish - 7 : 0;
    t->change.to = t->v->finish_by;
}

static void tighten_holding(tightening *t) {
    const lri_holding *before = &t->reasoning->intake->holds[t->change.lift.index];
    lri_week end = lri_week_of(t->v->start) + LRI_HORIZON_WEEKS;
    t->change.from = before->lapses;
    t->change.to =
        7 * least(t, before->until + 1, before->until < end ? end : before->until + 1, set_holding);
}

static void tighten_start(tightening *t) {
    lri_day start = t->reasoning->intake->start;
    t->change.from = start;
    t->change.to = start - 7 * (lri_day)least(t, 1, LRI_WEEKS_EARLIER, set_start);
}

/* ---- Lists ---- */

static const char *text_of(const lri_offering *offering, lri_lift_kind kind) {
    return kind == LRI_LIFT_LEERWEGEN   ? offering->leerweg
           : kind == LRI_LIFT_PROVIDERS ? offering->provider
                                        : offering->place;
}

static bool is_in(const char *const *texts, size_t count, const char *text) {
    for (size_t i = 0; i < count; i++)
        if (texts[i] == text) return true;
    return false;
}

/* Adds what a route takes beyond the list of the intake. */
static bool add_used(tightening *t, const lri_allowed *before) {
    leerroute_reasons *out = t->reasoning->reasons;
    const leerroute_route *route = t->reasoning->route;
    for (uint32_t i = 0; i < route->step_count; i++) {
        const char *text = text_of(&t->v->catalogue->offerings[route->steps[i].offering_index],
                                   t->change.lift.kind);
        if (!text || is_in(before->texts, before->count, text) ||
            is_in(out->added.items + t->change.first_added, t->change.added, text))
            continue;
        if (!lri_push(&out->added, text)) return false;
        t->change.added++;
    }
    return true;
}

/* Allows the list of the intake and what was added, but one of that; LRI_NONE: but none. */
static bool allow(tightening *t, const lri_allowed *before, uint32_t but) {
    leerroute_reasons *out = t->reasoning->reasons;
    lri_allowed *allowed = lri_lift_allowed(t->v, t->change.lift.kind);
    size_t room = (size_t)before->count + t->change.added;
    const char **texts = lri_arena_array(&t->v->arena, room, sizeof *texts);
    if (!texts) return false;
    *allowed = (lri_allowed){.texts = texts};
    for (uint32_t i = 0; i < before->count; i++) texts[allowed->count++] = before->texts[i];
    for (uint32_t i = 0; i < t->change.added; i++)
        if (i != but) texts[allowed->count++] = out->added.items[t->change.first_added + i];
    if (allowed->count > 1) qsort(texts, allowed->count, sizeof *texts, lri_compare_addresses);
    return true;
}

/* Leaves as many of the texts that a route takes as it cannot do without. */
static bool tighten_list(tightening *t, lri_allowed before) {
    leerroute_reasons *out = t->reasoning->reasons;
    t->change.first_added = out->added.count;
    if (!lri_exists(t->reasoning, t->v)) return true;
    if (!add_used(t, &before)) return false;
    for (uint32_t i = t->change.added; i-- > 0;) {
        if (!allow(t, &before, i)) return false;
        if (!lri_exists(t->reasoning, t->v)) continue;
        const char **items = out->added.items + t->change.first_added;
        lri_take_out(items, t->change.added, i);
        out->added.count--;
    }
    return allow(t, &before, LRI_NONE);
}

/* ---- All ---- */

static bool tighten_one(tightening *t) {
    switch (t->change.lift.kind) {
    case LRI_LIFT_STUDY_HOURS:
    case LRI_LIFT_PRACTICE_HOURS:
    case LRI_LIFT_PARALLEL:
        tighten_capacity(t);
        return true;
    case LRI_LIFT_PERIOD:
        tighten_period(t);
        return true;
    case LRI_LIFT_BUDGET:
        tighten_budget(t);
        return true;
    case LRI_LIFT_DEADLINE:
        tighten_deadline(t);
        return true;
    case LRI_LIFT_LEERWEGEN:
        return tighten_list(t, t->reasoning->intake->leerwegen);
    case LRI_LIFT_PROVIDERS:
        return tighten_list(t, t->reasoning->intake->providers);
    case LRI_LIFT_PLACES:
        return tighten_list(t, t->reasoning->intake->places);
    case LRI_LIFT_HOLDING:
        tighten_holding(t);
        return true;
    case LRI_LIFT_START:
        tighten_start(t);
        return true;
    default:
        return true; /* it is lifted or not */
    }
}

void lri_tighten(lri_reasoning *r, const bool *is_lifted) {
    leerroute_reasons *out = r->reasons;
    lri_reason reason = {.first = out->changes.count};
    const leerroute_route *route = NULL;
    if (!lri_lifts_apply(&r->varied, r->intake, &r->lifts, is_lifted, false))
        r->status = LEERROUTE_NO_MEMORY;
    for (uint32_t i = 0; i < r->lifts.count && r->status == LEERROUTE_OK; i++) {
        tightening t = {r, &r->varied, is_lifted, {.lift = r->lifts.items[i]}};
        if (!is_lifted[i]) continue;
        if (!tighten_one(&t) || !lri_push(&out->changes, t.change)) r->status = LEERROUTE_NO_MEMORY;
        reason.count++;
    }
    if (r->status == LEERROUTE_OK && out->is_whole)
        r->status = lri_ask(&r->asking, &r->varied, NULL, &route);
    if (!route || route->outcome != LEERROUTE_OPTIMAL) { /* not settled: it is not told */
        out->is_whole = false;
        out->changes.count = reason.first;
        return;
    }
    reason.finish = route->finish;
    reason.cost_eur = route->cost_eur;
    reason.study_hours = route->study_hours;
    if (!lri_push(&out->reasons, reason)) r->status = LEERROUTE_NO_MEMORY;
}
