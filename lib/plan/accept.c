#include "plan/accept.h"

/* Asks why the node does not hold by `week`. */
static void ask(lri_search *x, uint32_t node, int64_t week) {
    int32_t *explained = &x->explained.items[node];
    if (week <= *explained) return;
    *explained = (int32_t)week;
    if (!lri_push(&x->stack, node)) x->solver.failed = true;
}

/* A child that decides alone why a node with all of them is late: the latest. */
static uint32_t latest_child(const lri_search *x, const lri_node *node) {
    const lri_child *children = x->problem->children.items + node->first;
    uint32_t latest = children[0].node;
    for (uint32_t i = 1; i < node->count; i++)
        if (x->labels.items[children[i].node] > x->labels.items[latest]) latest = children[i].node;
    return latest;
}

static void explain_modes(lri_search *x, const lri_node *node, int64_t week) {
    const lri_task *task = &x->problem->tasks.items[node->task];
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        int64_t weeks = node->kind == LRI_NODE_DONE ? x->problem->modes.items[m].weeks : 0;
        lri_because(&x->solver, lri_at_least(lri_start_of(&x->rules, m), week - weeks + 1));
    }
}

/* Why does the node not hold by the week up to which it is asked? By starts that come too late, and
 * by other nodes, which are asked in turn. */
static void explain(lri_search *x, uint32_t n) {
    const lri_node *node = &x->problem->nodes.items[n];
    const lri_child *children = x->problem->children.items + node->first;
    int64_t week = x->explained.items[n];
    switch (node->kind) {
    case LRI_NODE_FIXED:
        break;
    case LRI_NODE_ALL:
        ask(x, latest_child(x, node), week);
        break;
    case LRI_NODE_ANY:
    case LRI_NODE_AT_LEAST:
        for (uint32_t i = 0; i < node->count; i++)
            if (x->labels.items[children[i].node] > week) ask(x, children[i].node, week);
        break;
    case LRI_NODE_GATE:
        if (week - node->delay >= node->from)
            ask(x, children[0].node, week - node->delay < node->to ? week - node->delay : node->to);
        break;
    case LRI_NODE_STARTED:
    case LRI_NODE_DONE:
        explain_modes(x, node, week);
        break;
    }
}

/* Puts together why the node does not hold by `week`: each node is explained for the latest week
 * that is asked of it. That a node's reasons may come back to it is no flaw: what has no other
 * support than itself does not hold. */
static void explain_late(lri_search *x, uint32_t node, int64_t week) {
    x->explained.count = x->stack.count = 0;
    if (!lri_room(&x->explained, x->problem->nodes.count)) {
        x->solver.failed = true;
        return;
    }
    for (uint32_t n = 0; n < x->problem->nodes.count; n++) x->explained.items[n] = -1;
    ask(x, node, week);
    while (x->stack.count && !x->solver.failed) explain(x, x->stack.items[--x->stack.count]);
}

/* Does the node hold by when it is claimed? A claim is refuted for every week before the true one:
 * one clause, not one a week. */
static bool is_true(lri_search *x, uint32_t node) {
    int32_t week = x->labels.items[node];
    if (week <= lri_upper(&x->solver, node)) return true;
    lri_because(&x->solver, lri_at_most(node, week - 1));
    explain_late(x, node, week - 1);
    return false;
}

bool lri_accept(lri_search *x) {
    const lri_problem *p = x->problem;
    lri_solver *s = &x->solver;
    x->starts.count = x->labels.count = 0;
    if (!lri_room(&x->starts, p->modes.count) || !lri_room(&x->labels, p->nodes.count))
        return !(s->failed = true);
    for (uint32_t m = 0; m < p->modes.count; m++)
        lri_push(&x->starts, (int32_t)lri_lower(s, lri_start_of(&x->rules, m)));
    if (!lri_problem_label(x->problem, x->starts.items, x->labels.items))
        return !(s->failed = true);
    if (!is_true(x, p->finish) || !is_true(x, p->first)) return false;
    for (uint32_t m = 0; m < p->modes.count; m++) {
        uint32_t requires = p->modes.items[m].requires;
        int32_t late = x->labels.items[requires] - 1;
        if (x->starts.items[m] > p->last || x->starts.items[m] > late) continue;
        lri_because(s, lri_at_most(lri_start_of(&x->rules, m), late));
        explain_late(x, requires, late);
        return false;
    }
    return true;
}
