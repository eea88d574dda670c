#include "plan/moments.h"

/* The weeks in which a task may begin, or be done. */
static lri_weeks of_task(const lri_problem *p, const lri_node *node) {
    const lri_task *task = &p->tasks.items[node->task];
    lri_weeks weeks = {{0}};
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        const lri_mode *mode = &p->modes.items[m];
        lri_weeks given = mode->starts;
        if (node->kind == LRI_NODE_DONE) given = lri_weeks_later(&given, mode->weeks);
        weeks = lri_weeks_or(weeks, &given);
    }
    return weeks;
}

/* What the gate makes of the weeks of its child. */
static lri_weeks through_gate(const lri_node *gate, const lri_weeks *child) {
    lri_weeks in_time = lri_weeks_span(0, gate->to), early = lri_weeks_span(0, gate->from);
    in_time = lri_weeks_and(in_time, child);
    lri_weeks through = lri_weeks_without(in_time, &early);
    early = lri_weeks_and(early, &in_time);
    if (!lri_weeks_empty(&early)) lri_weeks_add(&through, gate->from);
    return lri_weeks_later(&through, gate->delay);
}

/* What follows from the moments of the children, as they are now. */
static lri_weeks of_children(const lri_rules *r, const lri_node *node) {
    const lri_child *children = r->problem->children.items + node->first;
    lri_weeks weeks = {{0}};
    if (node->kind == LRI_NODE_GATE) return through_gate(node, &r->moments.items[children[0].node]);
    for (uint32_t i = 0; i < node->count; i++)
        weeks = lri_weeks_or(weeks, &r->moments.items[children[i].node]);
    return weeks;
}

/* Those that depend on no other node. An ALL of nothing holds from the beginning. */
static lri_weeks first_moments(const lri_problem *p, const lri_node *node) {
    if (node->kind == LRI_NODE_FIXED) return lri_weeks_span(node->week, node->week);
    if (node->kind >= LRI_NODE_STARTED) return of_task(p, node);
    return node->kind == LRI_NODE_ALL && !node->count ? lri_weeks_span(0, 0) : (lri_weeks){{0}};
}

static lri_weeks useful_weeks(const lri_problem *p, uint32_t n) {
    return lri_weeks_span(p->earliest.items[n], p->last);
}

/* Adds to the moments of each node what follows from those of its children; false when that is
 * nothing. Children have higher numbers than their parents for the most part. */
static bool pass(lri_rules *r, bool is_late) {
    const lri_problem *p = r->problem;
    bool changed = false;
    for (uint32_t n = p->nodes.count; n-- > 0;) {
        const lri_node *node = &p->nodes.items[n];
        if (node->kind == LRI_NODE_FIXED || node->kind >= LRI_NODE_STARTED) continue;
        lri_weeks *own = &r->moments.items[n], useful = useful_weeks(p, n);
        lri_weeks found = of_children(r, node);
        found = lri_weeks_and(found, &useful);
        found = lri_weeks_without(found, own);
        if (lri_weeks_empty(&found)) continue;
        *own = is_late ? useful : lri_weeks_or(found, own);
        changed = true;
    }
    return changed;
}

/* What still grows after some passes is in a circle that takes weeks to go round: it may come to
 * hold in any. */
bool lri_moments_find(lri_rules *r) {
    enum { LATE = 8 };
    const lri_problem *p = r->problem;
    r->moments.count = 0;
    if (!lri_room(&r->moments, p->nodes.count)) return false;
    for (uint32_t n = 0; n < p->nodes.count; n++) {
        lri_weeks useful = useful_weeks(p, n);
        lri_push(&r->moments, lri_weeks_and(first_moments(p, &p->nodes.items[n]), &useful));
    }
    for (int passes = 0; pass(r, passes >= LATE); passes++) continue;
    return true;
}
