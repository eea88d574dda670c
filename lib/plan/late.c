#include "plan/late.h"

/* Asks why the node does not hold by `week`: a bound may say so already. */
static void ask(lri_rules *r, uint32_t node, int64_t week) {
    int32_t *explained = &r->explained.items[node];
    if (week <= *explained) return;
    if (lri_lower(r->solver, node) > week) {
        lri_because(r->solver, lri_at_least(node, week + 1));
        return;
    }
    if (*explained < 0 && !lri_push(&r->met, node)) r->solver->failed = true;
    *explained = (int32_t)week;
    if (!lri_push(&r->asked, node)) r->solver->failed = true;
}

/* The week from which the node holds, as far as is known. */
static int64_t holds_from(const lri_rules *r, uint32_t node) {
    int64_t label = r->labels.items[node], low = lri_lower(r->solver, node);
    return label > low ? label : low;
}

/* A child that decides alone why a node with all of them is late: the latest. */
static uint32_t latest_child(const lri_rules *r, const lri_node *node) {
    const lri_child *children = r->problem->children.items + node->first;
    uint32_t latest = children[0].node;
    for (uint32_t i = 1; i < node->count; i++)
        if (holds_from(r, children[i].node) > holds_from(r, latest)) latest = children[i].node;
    return latest;
}

/* A mode begins too late, or what it requires comes too late for its last start in time. */
static void explain_modes(lri_rules *r, const lri_node *node, int64_t week) {
    const lri_task *task = &r->problem->tasks.items[node->task];
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        const lri_mode *mode = &r->problem->modes.items[m];
        int64_t weeks = node->kind == LRI_NODE_DONE ? mode->weeks : 0;
        int start = lri_weeks_prior(&mode->starts, (int)(week - weeks));
        if (start < 0) continue;
        if (lri_lower(r->solver, lri_start_of(r, m)) > start)
            lri_because(r->solver, lri_at_least(lri_start_of(r, m), week - weeks + 1));
        else
            ask(r, mode->requires, start);
    }
}

/* Why does the node not hold by the week up to which it is asked? */
static void explain(lri_rules *r, uint32_t n) {
    const lri_node *node = &r->problem->nodes.items[n];
    const lri_child *children = r->problem->children.items + node->first;
    int64_t week = r->explained.items[n];
    switch (node->kind) {
    case LRI_NODE_FIXED:
        break;
    case LRI_NODE_ALL:
        ask(r, latest_child(r, node), week);
        break;
    case LRI_NODE_ANY:
    case LRI_NODE_AT_LEAST:
        for (uint32_t i = 0; i < node->count; i++)
            if (holds_from(r, children[i].node) > week) ask(r, children[i].node, week);
        break;
    case LRI_NODE_GATE:
        if (week - node->delay >= node->from)
            ask(r, children[0].node, week - node->delay < node->to ? week - node->delay : node->to);
        break;
    case LRI_NODE_STARTED:
    case LRI_NODE_DONE:
        explain_modes(r, node, week);
        break;
    }
}

/* Each node is explained for the latest week that is asked of it. That a node's reasons may come
 * back to it is no flaw: what has no other support than itself does not hold. */
void lri_because_late(lri_rules *r, uint32_t node, int64_t week) {
    r->asked.count = 0;
    ask(r, node, week);
    while (r->asked.count && !r->solver->failed) explain(r, r->asked.items[--r->asked.count]);
    while (r->met.count) r->explained.items[r->met.items[--r->met.count]] = -1;
}
