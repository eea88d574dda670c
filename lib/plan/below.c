#include "plan/below.h"

#include <stdlib.h>

#include "plan/timeless.h"
#include "plan/wish.h"

/* The search that asks: made when it is first needed. */
static lri_search *asking(lri_search *x) {
    if (!x->below) x->below = calloc(1, sizeof *x->below);
    if (!x->below) {
        x->solver.failed = true;
        return NULL;
    }
    lri_search *b = x->below;
    b->limits = x->limits;
    b->has_best = b->stopped = false;
    b->asked = x->asked;
    b->order_count = x->order_count;
    for (uint32_t i = 0; i < x->order_count; i++) b->order[i] = x->order[i];
    lri_search_count_up(x);
    b->conflicts = b->propagations = b->solutions = 0;
    b->decisions = x->decisions; /* of all, for the limit */
    b->solver.conflicts = b->solver.decisions = b->solver.propagations = 0;
    return b;
}

/* Wishes for the steps of the best route that are still there. */
static bool wish_for_best(lri_search *b, const lri_search *x) {
    b->wish.count = 0;
    if (!lri_room(&b->wish, b->part.modes.count)) return false;
    for (uint32_t m = 0; m < b->part.modes.count; m++)
        lri_push(&b->wish, x->best.items[b->part.modes.items[m].origin] <= x->problem->last);
    return true;
}

/* Makes the problem of the question. What must come first may come later than the finish; it is the
 * measure before that, so it comes no later than it does in the best route. */
static bool pose(lri_search *b, lri_search *x, uint32_t stage, int32_t week) {
    lri_problem *p = x->problem;
    int64_t last = x->value[LRI_FIRST] > week ? x->value[LRI_FIRST] : week;
    if (!lri_part_make(&b->part, p, NULL, (int32_t)last)) return false;
    if (b->part.earliest.items[b->part.end] > b->part.last) return true;
    if (!lri_search_post(b, &b->part) || !wish_for_best(b, x)) return false;
    lri_search_hold(b, LEERROUTE_FINISH, week);
    for (uint32_t i = 0; i < stage; i++) lri_search_hold(b, x->order[i], x->value[x->order[i]]);
    return !b->solver.failed;
}

/* Is there a route that finishes by the week, the measures before the stage at their best? */
static lri_search_end ask(lri_search *x, uint32_t stage, int32_t week, uint64_t conflicts) {
    lri_search *b = asking(x);
    lri_search_end end = LRI_SEARCH_STOPPED;
    if (!b) return end;
    if (!pose(b, x, stage, week)) {
        x->solver.failed = true;
    } else if (b->part.earliest.items[b->part.end] > b->part.last) {
        end = LRI_SEARCH_REFUTED;
    } else {
        b->pause = conflicts;
        lri_search_relax(b, true);
        end = lri_search_with(b, NULL, 0);
        if (b->solver.failed) x->solver.failed = true;
        if (end == LRI_SEARCH_FOUND && !lri_search_adopt(x, x->problem, &b->part, b->best.items))
            x->solver.failed = true;
    }
    lri_search_count_up(b);
    x->stopped = x->stopped || b->stopped;
    x->asked = b->asked;
    x->conflicts += b->conflicts;
    x->decisions = b->decisions;
    x->propagations += b->propagations;
    x->solutions += b->solutions;
    return x->solver.failed ? LRI_SEARCH_STOPPED : end;
}

lri_search_end lri_below_run(lri_search *x, uint32_t stage, uint64_t conflicts) {
    uint32_t finish = x->problem->finish;
    int64_t low = lri_lower(&x->solver, finish), hard = x->value[LEERROUTE_FINISH];
    uint64_t end_all = x->conflicts + x->solver.conflicts + conflicts;
    while (low < hard && !x->stopped && x->conflicts + x->solver.conflicts < end_all) {
        int64_t week = low + (hard - 1 - low) / 2;
        lri_search_end end = ask(x, stage, (int32_t)week, conflicts / 4 + 1);
        if (x->solver.failed) return LRI_SEARCH_STOPPED;
        if (end == LRI_SEARCH_REFUTED)
            low = week + 1;
        else
            hard = end == LRI_SEARCH_FOUND ? x->value[LEERROUTE_FINISH] : week;
        lri_solver_fix(&x->solver, lri_at_least(finish, low));
    }
    return low < x->value[LEERROUTE_FINISH] ? LRI_SEARCH_STOPPED : LRI_SEARCH_FOUND;
}
