#include "plan/settle.h"

#include <string.h>

static bool is_step(const lri_search *x, uint32_t mode) {
    return x->best.items[mode] <= x->problem->last;
}

/* Are the starts a route that finishes no later than by `finish`? The labels are theirs afterwards.
 */
static bool is_route(lri_search *x, int32_t finish) {
    const lri_problem *p = x->problem;
    if (!lri_problem_label(x->problem, x->best.items, x->labels.items))
        return !(x->solver.failed = true);
    for (uint32_t m = 0; m < p->modes.count; m++)
        if (is_step(x, m) && x->labels.items[p->modes.items[m].requires] > x->best.items[m])
            return false;
    return x->labels.items[p->finish] <= finish && x->labels.items[p->first] <= x->value[LRI_FIRST];
}

/* Leaves out the step, and those that ask for what only it gave, and so on: steps that only serve
 * each other go together. The labels are those of the rest afterwards. */
static void drop_with_followers(lri_search *x, uint32_t mode) {
    const lri_problem *p = x->problem;
    x->best.items[mode] = p->never;
    for (bool any = true; any && !x->solver.failed;) {
        any = false;
        if (!lri_problem_label(x->problem, x->best.items, x->labels.items)) x->solver.failed = true;
        for (uint32_t m = 0; m < p->modes.count; m++) {
            if (!is_step(x, m) || x->labels.items[p->modes.items[m].requires] <= x->best.items[m])
                continue;
            x->best.items[m] = p->never;
            any = true;
        }
    }
}

/* Leaves out each step, with those that follow from it, without which it is a route; true when
 * there was one. */
static bool drop_steps(lri_search *x) {
    const lri_problem *p = x->problem;
    size_t size = p->modes.count * sizeof *x->best.items;
    bool any = false;
    for (uint32_t m = 0; m < p->modes.count && !x->solver.failed; m++) {
        if (!is_step(x, m)) continue;
        memcpy(x->starts.items, x->best.items, size);
        drop_with_followers(x, m);
        if (x->labels.items[p->finish] > x->value[LEERROUTE_FINISH] ||
            x->labels.items[p->first] > x->value[LRI_FIRST]) {
            memcpy(x->best.items, x->starts.items, size);
            continue;
        }
        any = true;
        x->value[LEERROUTE_FINISH] = x->labels.items[p->finish];
        x->value[LRI_FIRST] = x->labels.items[p->first];
        for (uint32_t i = 0; i < p->modes.count; i++) {
            if (x->starts.items[i] > p->last || is_step(x, i)) continue;
            x->value[LEERROUTE_COST] -= p->modes.items[i].cost_eur;
            x->value[LEERROUTE_HOURS] -= p->modes.items[i].study_hours;
        }
    }
    return any;
}

/* What the steps but one take of a load in a week. */
static int64_t taken(const lri_search *x, int kind, int64_t week, uint32_t but) {
    const lri_problem *p = x->problem;
    int64_t sum = 0;
    for (uint32_t m = 0; m < p->modes.count; m++)
        if (m != but && is_step(x, m) && x->best.items[m] <= week &&
            week < x->best.items[m] + p->modes.items[m].weeks)
            sum += p->modes.items[m].load[kind];
    return sum;
}

bool lri_settle_fits(const lri_search *x, uint32_t mode, int start) {
    const lri_mode *m = &x->problem->modes.items[mode];
    for (int week = start; week < start + m->weeks; week++)
        for (int kind = 0; kind < LRI_LOADS; kind++)
            if (m->load[kind] &&
                taken(x, kind, week, mode) + m->load[kind] > x->problem->room[kind].items[week])
                return false;
    return true;
}

/* Lets one step after the other begin in the first week in which it may, has what it requires and
 * fits in. True when any was moved. */
static bool move_steps(lri_search *x) {
    const lri_problem *p = x->problem;
    bool any = false;
    for (uint32_t m = 0; m < p->modes.count && !x->solver.failed; m++) {
        if (!is_step(x, m) || !is_route(x, p->last)) continue;
        const lri_weeks *starts = &p->modes.items[m].starts;
        int week = lri_weeks_next(starts, x->labels.items[p->modes.items[m].requires]);
        while (week >= 0 && week < x->best.items[m] && !lri_settle_fits(x, m, week))
            week = lri_weeks_next(starts, week + 1);
        if (week < 0 || week >= x->best.items[m]) continue;
        any = true;
        x->best.items[m] = week;
    }
    return any;
}

bool lri_settle_starts(lri_search *x) {
    do {
        while (drop_steps(x)) continue;
    } while (move_steps(x));
    if (!x->solver.failed && is_route(x, x->problem->last)) {
        x->value[LEERROUTE_FINISH] = x->labels.items[x->problem->finish];
        x->value[LRI_FIRST] = x->labels.items[x->problem->first];
    }
    return !x->solver.failed;
}
