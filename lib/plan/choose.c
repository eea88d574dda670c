#include "plan/choose.h"

#include <string.h>

#include "plan/timeless.h"
#include "plan/wish.h"

/* How many measures come before the finish. */
static uint32_t count_before_finish(const lri_search *x) {
    uint32_t count = 0;
    while (count < x->order_count && x->order[count] != LEERROUTE_FINISH &&
           x->order[count] != LRI_FIRST)
        count++;
    return count;
}

/* Is the measure one of the first ones of the objective? */
static bool counts(const lri_search *x, int measure, uint32_t stages) {
    for (uint32_t i = 0; i < stages; i++)
        if (x->order[i] == measure) return true;
    return false;
}

static void note_choice(lri_search *x, const int32_t *starts) {
    for (uint32_t i = 0; i < x->part.modes.count; i++)
        if (starts[i] <= x->part.last) x->may_have.items[x->part.modes.items[i].origin] = true;
}

/* Finds of each mode of the part whether there is a choice with it, which mostly takes no conflict
 * or a few; where it takes many, there may be. */
static void sift(lri_search *x) {
    note_choice(x, x->best.items);
    for (uint32_t i = 0; i < x->part.modes.count; i++) {
        lri_atom used = lri_at_most(lri_start_of(&x->rules, i), x->part.last);
        uint32_t origin = x->part.modes.items[i].origin;
        if (x->may_have.items[origin] || lri_holds(&x->solver, lri_not(used))) continue;
        x->pause = x->conflicts + x->solver.conflicts + LRI_BRIEFLY;
        lri_search_end end = lri_search_with(x, &used, 1);
        x->pause = 0;
        if (end == LRI_SEARCH_FOUND) note_choice(x, x->rules.soonest.items);
        if (end == LRI_SEARCH_REFUTED) lri_solver_fix(&x->solver, lri_not(used));
        if (end == LRI_SEARCH_STOPPED) x->may_have.items[origin] = true;
    }
}

/* Have the two the same share in what is least? */
static bool is_same(const lri_search *x, const lri_mode *a, const lri_mode *b, uint32_t stages) {
    return (!counts(x, LEERROUTE_COST, stages) || a->cost_eur == b->cost_eur) &&
           (!counts(x, LEERROUTE_HOURS, stages) || a->study_hours == b->study_hours);
}

/* A mode of the whole problem may be in a route with the least measures when it has no share in
 * them, or as much as a mode of its task that is in a choice: see README.md. */
static void widen(lri_search *x, const lri_problem *problem, uint32_t stages) {
    static const lri_mode nothing;
    const lri_mode *modes = problem->modes.items;
    for (uint32_t i = 0; i < x->part.modes.count; i++) {
        uint32_t origin = x->part.modes.items[i].origin;
        const lri_task *task = &problem->tasks.items[modes[origin].task];
        if (!x->may_have.items[origin]) continue;
        for (uint32_t m = task->first; m < task->first + task->count; m++)
            if (is_same(x, &modes[m], &modes[origin], stages)) x->may_have.items[m] = true;
    }
    for (uint32_t m = 0; m < problem->modes.count; m++)
        if (is_same(x, &modes[m], &nothing, stages)) x->may_have.items[m] = true;
}

/* Finds what routes may have of which the measures of the stages are the least, as they are held
 * now. */
static void find_choices(lri_search *x, const lri_problem *problem, uint32_t stages) {
    x->may_have.count = 0;
    if (!lri_room(&x->may_have, problem->modes.count)) {
        x->solver.failed = true;
        return;
    }
    for (uint32_t m = 0; m < problem->modes.count; m++) lri_push(&x->may_have, false);
    if (x->relaxed != LRI_NONE) lri_search_relax(x, false);
    sift(x);
    widen(x, problem, stages);
    x->chosen = x->stopped ? 0 : stages;
}

/* Takes the floors that are known when they are higher, in the order of the measures. Then no route
 * is at those of the choices. */
static void raise_floors(lri_search *x, const int64_t *known, uint32_t stages) {
    uint32_t i = 0;
    while (i < x->order_count && known[i] == x->floor[i]) i++;
    if (i == x->order_count || known[i] < x->floor[i]) return;
    memcpy(x->floor, known, sizeof x->floor);
    if (i < stages) x->chosen = 0;
}

/* Chooses without weeks. The number of stages that are proved is in *done. */
static lri_search_end choose(lri_search *x, lri_problem *problem, uint32_t stages, uint32_t *done) {
    const lri_conditions *c = problem->conditions;
    bool costs = counts(x, LEERROUTE_COST, stages) || c->cuts.count ||
                 problem->intake->budget_eur < INT64_MAX || c->most[LEERROUTE_COST] < INT64_MAX;
    bool hours =
        counts(x, LEERROUTE_HOURS, stages) || c->cuts.count || c->most[LEERROUTE_HOURS] < INT64_MAX;
    int64_t known[LRI_MEASURES]; /* of routes, and no choice need be as dear */
    memcpy(known, x->floor, sizeof known);
    memset(x->floor, 0, sizeof x->floor);
    *done = 0;
    if (!lri_timeless_make(&x->part, problem, costs, hours) || !lri_search_post(x, &x->part) ||
        !lri_wish(x)) {
        x->solver.failed = true;
        return LRI_SEARCH_STOPPED;
    }
    lri_search_end end = lri_search_with(x, NULL, 0);
    if (end == LRI_SEARCH_FOUND) end = lri_search_stages(x, stages, done);
    if (end == LRI_SEARCH_FOUND && stages < x->order_count) find_choices(x, problem, stages);
    for (uint32_t i = 0; i < stages && i <= *done; i++)
        x->floor[i] = lri_lower(&x->solver, lri_search_variable(x, x->order[i]));
    raise_floors(x, known, stages);
    return end;
}

/* Marks in `wish`, by mode of the whole problem, what may stand for the best choice: of each task
 * that it uses the modes that cost and take no more than the chosen one. */
static bool mark(lri_search *x, const lri_problem *problem, uint32_t stages) {
    bool costs = counts(x, LEERROUTE_COST, stages), hours = counts(x, LEERROUTE_HOURS, stages);
    x->starts.count = 0; /* by task: the mode chosen */
    if (!lri_room(&x->starts, problem->tasks.count)) return false;
    for (uint32_t t = 0; t < problem->tasks.count; t++) lri_push(&x->starts, -1);
    for (uint32_t m = 0; m < x->part.modes.count; m++) {
        uint32_t origin = x->part.modes.items[m].origin;
        if (x->best.items[m] > x->part.last) continue;
        x->starts.items[problem->modes.items[origin].task] = (int32_t)origin;
    }
    x->wish.count = 0;
    if (!lri_room(&x->wish, problem->modes.count)) return false;
    for (uint32_t m = 0; m < problem->modes.count; m++) {
        const lri_mode *mode = &problem->modes.items[m], *chosen = NULL;
        int32_t choice = x->starts.items[mode->task];
        if (choice >= 0) chosen = &problem->modes.items[choice];
        lri_push(&x->wish, chosen && (!costs || mode->cost_eur <= chosen->cost_eur) &&
                               (!hours || mode->study_hours <= chosen->study_hours));
    }
    return true;
}

/* A solution, whatever the limits, but not for long: most choices can be followed one step after
 * the other, which is found without a conflict. */
static lri_search_end search_briefly(lri_search *x) {
    enum { A_STEP = 10, MORE = 2000 };
    const leerroute_limits *limits = x->limits;
    bool stopped = x->stopped;
    leerroute_limits brief = {.nodes = x->decisions + MORE + A_STEP * x->part.modes.count};
    x->limits = &brief;
    x->stopped = false;
    lri_search_end end = lri_search_with(x, NULL, 0);
    x->limits = limits;
    x->stopped = stopped;
    return end;
}

/* Looks for weeks for the chosen steps. Then search->best has them; else there is none. */
static bool schedule(lri_search *x, lri_problem *problem, uint32_t stages) {
    if (!mark(x, problem, stages) ||
        !lri_part_make(&x->part, problem, x->wish.items, problem->last))
        return !(x->solver.failed = true);
    x->has_best = false;
    if (x->part.earliest.items[x->part.end] > x->part.last) return true;
    if (!lri_search_post(x, &x->part) || !lri_wish(x)) return !(x->solver.failed = true);
    if (search_briefly(x) == LRI_SEARCH_FOUND &&
        !lri_search_adopt(x, problem, &x->part, x->best.items))
        x->solver.failed = true;
    return !x->solver.failed;
}

bool lri_choose(lri_search *x, lri_problem *problem, leerroute_outcome *outcome) {
    uint32_t stages = count_before_finish(x), done;
    if (!stages) return false;
    x->has_best = false;
    lri_search_end end = choose(x, problem, stages, &done);
    if (x->solver.failed) return false;
    if (end == LRI_SEARCH_REFUTED) {
        *outcome = LEERROUTE_NO_ROUTE;
        return true;
    }
    if (x->has_best && !schedule(x, problem, stages)) return false;
    x->problem = problem;
    if (!x->has_best)
        done = 0; /* of the later measures it is known only with the first at theirs */
    if (end == LRI_SEARCH_STOPPED) {
        *outcome = x->has_best ? LEERROUTE_FEASIBLE : LEERROUTE_UNKNOWN;
        x->has_bound = true;
        x->bound_measure = (leerroute_measure)x->order[done];
        x->bound = x->floor[done];
        return true;
    }
    *outcome = LEERROUTE_OPTIMAL;
    return x->has_best && done == x->order_count;
}
