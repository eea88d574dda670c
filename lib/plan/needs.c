#include "plan/needs.h"

#include <stdlib.h>

/* The task that a child stands for being done, or LRI_NONE. */
static uint32_t task_of(const lri_rules *r, uint32_t node) {
    const lri_node *n = &r->problem->nodes.items[node];
    return n->kind == LRI_NODE_DONE ? n->task : LRI_NONE;
}

static bool has_task(const lri_rules *r, const lri_node *node) {
    for (uint32_t i = 0; i < node->count; i++)
        if (task_of(r, r->problem->children.items[node->first + i].node) != LRI_NONE) return true;
    return false;
}

bool lri_needs_post(lri_rules *r) {
    const lri_problem *p = r->problem;
    r->may_need.count = r->claims.count = 0;
    if (!lri_room(&r->claims, p->tasks.count)) return false;
    r->claims.count = p->tasks.count;
    for (int pass = 0; pass < 2; pass++) /* those that ask for one first: they cost more surely */
        for (uint32_t n = 0; n < p->nodes.count; n++) {
            const lri_node *node = &p->nodes.items[n];
            lri_node_kind kind = pass ? LRI_NODE_AT_LEAST : LRI_NODE_ANY;
            if (node->kind == kind && has_task(r, node) && !lri_push(&r->may_need, n)) return false;
        }
    return true;
}

static bool is_in_time(const lri_rules *r, uint32_t child, int64_t week) {
    return lri_lower(r->solver, child) <= week;
}

static bool is_free(const lri_rules *r, uint32_t task) {
    return task != LRI_NONE && r->claims.items[task] == LRI_NONE &&
           !lri_lower(r->solver, lri_use_of(r, task));
}

/* What a node with alternatives costs: 0 when it may be had for what is counted already. */
static int64_t any_costs(const lri_rules *r, lri_sum_kind sum, const lri_node *node, int64_t week) {
    const lri_child *children = r->problem->children.items + node->first;
    int64_t least = INT64_MAX;
    for (uint32_t i = 0; i < node->count; i++) {
        if (!is_in_time(r, children[i].node, week)) continue;
        uint32_t task = task_of(r, children[i].node);
        if (!is_free(r, task)) return 0;
        int64_t share = lri_least_share(r, sum, &r->problem->tasks.items[task]);
        if (share < least) least = share;
    }
    return least == INT64_MAX ? 0 : least;
}

/* By share for the weight: a / b < c / d as a * d < c * b. */
static int compare_weighed(const void *a, const void *b) {
    const lri_weighed *x = a, *y = b;
    int64_t left = x->share * y->weight, right = y->share * x->weight;
    return left != right ? (left < right ? -1 : 1) : (x->child > y->child) - (x->child < y->child);
}

/* The same for a node that asks for a weight. */
static int64_t weight_costs(lri_rules *r, lri_sum_kind sum, const lri_node *node, int64_t week) {
    const lri_child *children = r->problem->children.items + node->first;
    int64_t missing = node->need, cost = 0;
    r->weighed.count = 0;
    for (uint32_t i = 0; i < node->count; i++) {
        if (!is_in_time(r, children[i].node, week)) continue;
        uint32_t task = task_of(r, children[i].node);
        int64_t share =
            is_free(r, task) ? lri_least_share(r, sum, &r->problem->tasks.items[task]) : 0;
        if (share == 0)
            missing -= children[i].weight;
        else if (!lri_push(&r->weighed, (lri_weighed){i, children[i].weight, share}))
            r->solver->failed = true;
    }
    if (missing <= 0 || !r->weighed.count) return 0;
    qsort(r->weighed.items, r->weighed.count, sizeof *r->weighed.items, compare_weighed);
    for (uint32_t i = 0; i < r->weighed.count && missing > 0; i++) {
        const lri_weighed *w = &r->weighed.items[i];
        if (w->weight <= missing)
            cost += w->share;
        else
            cost += (w->share * missing + w->weight - 1) / w->weight;
        missing -= w->weight;
    }
    return cost;
}

/* The tasks that may serve the need serve no other one. */
static void claim(lri_rules *r, const lri_need *need, uint32_t index) {
    const lri_node *node = &r->problem->nodes.items[need->node];
    for (uint32_t i = 0; i < node->count; i++) {
        uint32_t child = r->problem->children.items[node->first + i].node;
        uint32_t task = task_of(r, child);
        if (is_in_time(r, child, need->week) && is_free(r, task)) r->claims.items[task] = index;
    }
}

int64_t lri_needs_find(lri_rules *r, lri_sum_kind sum) {
    int64_t total = 0;
    r->needs.count = 0;
    for (uint32_t t = 0; t < r->claims.count; t++) r->claims.items[t] = LRI_NONE;
    for (uint32_t i = 0; i < r->may_need.count; i++) {
        lri_need need = {.node = r->may_need.items[i]};
        const lri_node *node = &r->problem->nodes.items[need.node];
        need.week = lri_upper(r->solver, need.node);
        if (need.week > r->problem->last) continue;
        need.least = node->kind == LRI_NODE_ANY ? any_costs(r, sum, node, need.week)
                                                : weight_costs(r, sum, node, need.week);
        if (!need.least) continue;
        claim(r, &need, r->needs.count);
        if (!lri_push(&r->needs, need)) r->solver->failed = true;
        total += need.least;
    }
    return total;
}

void lri_needs_because(lri_rules *r, lri_sum_kind sum, const lri_need *need) {
    const lri_node *node = &r->problem->nodes.items[need->node];
    bool is_any = node->kind == LRI_NODE_ANY;
    lri_solver *s = r->solver;
    lri_because(s, lri_at_most(need->node, need->week));
    for (uint32_t i = 0; i < node->count; i++) {
        uint32_t child = r->problem->children.items[node->first + i].node, t = task_of(r, child);
        if (!is_in_time(r, child, need->week)) {
            lri_because(s, lri_at_least(child, need->week + 1));
            continue;
        }
        if (t == LRI_NONE || r->claims.items[t] == LRI_NONE ||
            &r->needs.items[r->claims.items[t]] != need)
            continue;
        const lri_task *task = &r->problem->tasks.items[t];
        int64_t least = is_any ? need->least : lri_least_share(r, sum, task);
        for (uint32_t m = task->first; m < task->first + task->count; m++)
            if (lri_share_of(r, sum, &r->problem->modes.items[m]) < least)
                lri_because(s, lri_at_least(lri_start_of(r, m), s->never));
    }
}
