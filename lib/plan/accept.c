#include "plan/accept.h"

#include "plan/late.h"

/* Does the node hold by when it is claimed? A claim is refuted for every week before the true one:
 * one clause, not one a week. */
static bool is_true(lri_search *x, uint32_t node) {
    int32_t week = x->rules.labels.items[node];
    if (week <= lri_upper(&x->solver, node)) return true;
    lri_because(&x->solver, lri_at_most(node, week - 1));
    lri_because_late(&x->rules, node, week - 1);
    return false;
}

bool lri_accept(lri_search *x) {
    const lri_problem *p = x->problem;
    lri_solver *s = &x->solver;
    for (uint32_t m = 0; m < p->modes.count; m++)
        x->rules.soonest.items[m] = (int32_t)lri_lower(s, lri_start_of(&x->rules, m));
    if (!lri_problem_label(x->problem, x->rules.soonest.items, x->rules.labels.items))
        return !(s->failed = true);
    if (!is_true(x, p->finish) || !is_true(x, p->first)) return false;
    for (uint32_t m = 0; m < p->modes.count; m++) {
        uint32_t requires = p->modes.items[m].requires;
        int32_t late = x->rules.labels.items[requires] - 1;
        if (x->rules.soonest.items[m] > p->last || x->rules.soonest.items[m] > late) continue;
        lri_because(s, lri_at_most(lri_start_of(&x->rules, m), late));
        lri_because_late(&x->rules, requires, late);
        return false;
    }
    return true;
}
