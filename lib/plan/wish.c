#include "plan/wish.h"

static void want(lri_search *x, uint32_t node) {
    if (x->wanted.items[node]) return;
    x->wanted.items[node] = true;
    if (!lri_push(&x->stack, node)) x->solver.failed = true;
}

/* The child that holds first; among equals the first that is wanted anyway. */
static uint32_t earliest_child(const lri_search *x, const lri_node *node) {
    const lri_child *children = x->problem->children.items + node->first;
    uint32_t best = children[0].node;
    for (uint32_t i = 1; i < node->count; i++) {
        int32_t week = x->problem->earliest.items[children[i].node];
        int32_t least = x->problem->earliest.items[best];
        bool is_wanted = x->wanted.items[children[i].node] && !x->wanted.items[best];
        if (week < least || (week == least && is_wanted)) best = children[i].node;
    }
    return best;
}

/* Wants children until their weights are enough: those wanted already, then the earliest. */
static void want_enough(lri_search *x, const lri_node *node) {
    const lri_child *children = x->problem->children.items + node->first;
    uint64_t weight = 0;
    for (uint32_t i = 0; i < node->count; i++)
        if (x->wanted.items[children[i].node]) weight += children[i].weight;
    while (weight < node->need) {
        uint32_t best = LRI_NONE;
        for (uint32_t i = 0; i < node->count; i++) {
            if (x->wanted.items[children[i].node] || !children[i].weight) continue;
            if (best == LRI_NONE || x->problem->earliest.items[children[i].node] <
                                        x->problem->earliest.items[children[best].node])
                best = i;
        }
        if (best == LRI_NONE) return;
        weight += children[best].weight;
        want(x, children[best].node);
    }
}

/* Wishes for the mode with which the task is done, or started, first; unless it has one. */
static void want_mode(lri_search *x, const lri_node *node) {
    const lri_problem *p = x->problem;
    const lri_task *task = &p->tasks.items[node->task];
    uint32_t best = LRI_NONE;
    int64_t earliest = 0;
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        const lri_mode *mode = &p->modes.items[m];
        if (x->wish.items[m]) return;
        int64_t week = lri_weeks_next(&mode->starts, p->earliest.items[mode->requires]);
        if (week < 0) continue;
        if (node->kind == LRI_NODE_DONE) week += mode->weeks;
        if (best != LRI_NONE && week >= earliest) continue;
        best = m;
        earliest = week;
    }
    if (best == LRI_NONE) return;
    x->wish.items[best] = true;
    want(x, p->modes.items[best].requires);
}

static void follow(lri_search *x, const lri_node *node) {
    const lri_child *children = x->problem->children.items + node->first;
    switch (node->kind) {
    case LRI_NODE_FIXED:
        break;
    case LRI_NODE_ALL:
        for (uint32_t i = 0; i < node->count; i++) want(x, children[i].node);
        break;
    case LRI_NODE_ANY:
        want(x, earliest_child(x, node));
        break;
    case LRI_NODE_GATE:
        want(x, children[0].node);
        break;
    case LRI_NODE_AT_LEAST:
        want_enough(x, node);
        break;
    case LRI_NODE_STARTED:
    case LRI_NODE_DONE:
        want_mode(x, node);
        break;
    }
}

bool lri_wish(lri_search *x) {
    const lri_problem *p = x->problem;
    x->wish.count = x->wanted.count = x->stack.count = 0;
    if (!lri_room(&x->wish, p->modes.count) || !lri_room(&x->wanted, p->nodes.count))
        return !(x->solver.failed = true);
    for (uint32_t m = 0; m < p->modes.count; m++) lri_push(&x->wish, false);
    for (uint32_t n = 0; n < p->nodes.count; n++) x->wanted.items[n] = false;
    want(x, p->end);
    while (x->stack.count && !x->solver.failed)
        follow(x, &p->nodes.items[x->stack.items[--x->stack.count]]);
    return !x->solver.failed;
}
