#include "plan/needs.h"

#include "base/sort.h"

/* The task that a child stands for being done, or LRI_NONE. */
static uint32_t task_of(const lri_rules *r, uint32_t node) {
    const lri_node *n = &r->problem->nodes.items[node];
    return n->kind == LRI_NODE_DONE ? n->task : LRI_NONE;
}

bool lri_needs_post(lri_rules *r) {
    const lri_problem *p = r->problem;
    r->may_need.count = r->claims.count = 0;
    if (!lri_room(&r->claims, p->tasks.count)) return false;
    r->claims.count = p->tasks.count;
    for (int pass = 0; pass < 2; pass++) /* those that ask for one thing first: they claim less */
        for (uint32_t n = 0; n < p->nodes.count; n++) {
            const lri_node *node = &p->nodes.items[n];
            lri_node_kind kind = pass ? LRI_NODE_AT_LEAST : LRI_NODE_ANY;
            if (node->kind == kind && !lri_push(&r->may_need, n)) return false;
        }
    return true;
}

static bool is_in_time(const lri_rules *r, uint32_t child, int64_t week) {
    return lri_lower(r->solver, child) <= week;
}

/* May the need count the task? It may what is its own, and while it is being found also what no
 * other need claims: so it claims just what it was found to cost, and is explained by that. */
static bool is_free(const lri_rules *r, uint32_t task, uint32_t need) {
    uint32_t owner = task == LRI_NONE ? LRI_NONE : r->claims.items[task];
    bool is_new = need == r->needs.count;
    return task != LRI_NONE && (owner == need || (is_new && owner == LRI_NONE)) &&
           !lri_holds(r->solver, lri_used(r, task));
}

/* How far a need looks through awards and lists of what they ask. */
enum { DEPTH = 4 };

static int64_t costs(const lri_rules *r, lri_sum_kind sum, uint32_t n, int64_t week, uint32_t need,
                     int depth);

/* The child of a node with all of them that costs the most. */
static uint32_t dearest(const lri_rules *r, lri_sum_kind sum, const lri_node *node, int64_t week,
                        uint32_t need, int depth, int64_t *most) {
    const lri_child *children = r->problem->children.items + node->first;
    uint32_t best = LRI_NONE;
    *most = 0;
    for (uint32_t i = 0; i < node->count; i++) {
        int64_t cost = costs(r, sum, children[i].node, week, need, depth);
        if (cost <= *most) continue;
        *most = cost;
        best = children[i].node;
    }
    return best;
}

/* The week by which a gate's child must hold. */
static int64_t before_gate(const lri_node *gate, int64_t week) {
    return week - gate->delay < gate->to ? week - gate->delay : gate->to;
}

/* What it costs at least that the node holds by the week, counting tasks of the need alone: 0 when
 * it may be had for what is counted elsewhere. */
static int64_t costs(const lri_rules *r, lri_sum_kind sum, uint32_t n, int64_t week, uint32_t need,
                     int depth) {
    const lri_node *node = &r->problem->nodes.items[n];
    const lri_child *children = r->problem->children.items + node->first;
    int64_t least = INT64_MAX;
    if (depth == 0) return 0;
    switch (node->kind) {
    case LRI_NODE_DONE:
        if (!is_free(r, node->task, need)) return 0;
        return lri_least_share(r, sum, &r->problem->tasks.items[node->task]);
    case LRI_NODE_GATE:
        return costs(r, sum, children[0].node, before_gate(node, week), need, depth - 1);
    case LRI_NODE_ALL:
        dearest(r, sum, node, week, need, depth - 1, &least);
        return least;
    case LRI_NODE_ANY:
        for (uint32_t i = 0; i < node->count && least; i++) {
            if (!is_in_time(r, children[i].node, week)) continue;
            int64_t cost = costs(r, sum, children[i].node, week, need, depth - 1);
            if (cost < least) least = cost;
        }
        return least == INT64_MAX ? 0 : least;
    default:
        return 0;
    }
}

/* By share for the weight: a / b < c / d as a * d < c * b. */
static int compare_weighed(const void *a, const void *b) {
    const lri_weighed *x = a, *y = b;
    int64_t left = x->share * y->weight, right = y->share * x->weight;
    return left != right ? (left < right ? -1 : 1) : (x->task > y->task) - (x->task < y->task);
}

/* The same for a node that asks for a weight, of which the need claims the tasks at once: one that
 * is named again gives that weight for nothing. */
static int64_t weight_costs(lri_rules *r, lri_sum_kind sum, const lri_node *node, int64_t week,
                            uint32_t need) {
    const lri_child *children = r->problem->children.items + node->first;
    int64_t missing = node->need, cost = 0;
    r->weighed.count = 0;
    for (uint32_t i = 0; i < node->count; i++) {
        if (!is_in_time(r, children[i].node, week)) continue;
        uint32_t task = task_of(r, children[i].node);
        int64_t share = 0;
        if (is_free(r, task, need) && r->claims.items[task] != need)
            share = lri_least_share(r, sum, &r->problem->tasks.items[task]);
        if (share == 0) {
            missing -= children[i].weight;
            continue;
        }
        r->claims.items[task] = need;
        if (!lri_push(&r->weighed, (lri_weighed){task, children[i].weight, share}))
            r->solver->failed = true;
    }
    if (missing <= 0) {
        for (uint32_t i = 0; i < r->weighed.count; i++)
            r->claims.items[r->weighed.items[i].task] = LRI_NONE;
        return 0;
    }
    if (!r->weighed.count) return 0;
    lri_sort(r->weighed.items, r->weighed.count, sizeof *r->weighed.items, compare_weighed);
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
static void claim(lri_rules *r, lri_sum_kind sum, uint32_t n, int64_t week, uint32_t need,
                  int depth) {
    const lri_node *node = &r->problem->nodes.items[n];
    const lri_child *children = r->problem->children.items + node->first;
    int64_t most;
    switch (node->kind) {
    case LRI_NODE_DONE:
        if (is_free(r, node->task, need)) r->claims.items[node->task] = need;
        break;
    case LRI_NODE_GATE:
        claim(r, sum, children[0].node, before_gate(node, week), need, depth - 1);
        break;
    case LRI_NODE_ALL: {
        uint32_t child = dearest(r, sum, node, week, need, depth - 1, &most);
        if (child != LRI_NONE) claim(r, sum, child, week, need, depth - 1);
        break;
    }
    case LRI_NODE_ANY:
        for (uint32_t i = 0; i < node->count; i++)
            if (is_in_time(r, children[i].node, week))
                claim(r, sum, children[i].node, week, need, depth - 1);
        break;
    default:
        break;
    }
}

int64_t lri_needs_find(lri_rules *r, lri_sum_kind sum) {
    int64_t total = 0;
    r->needs.count = 0;
    for (uint32_t t = 0; t < r->claims.count; t++) r->claims.items[t] = LRI_NONE;
    for (uint32_t i = 0; i < r->may_need.count; i++) {
        lri_need need = {.node = r->may_need.items[i]};
        const lri_node *node = &r->problem->nodes.items[need.node];
        uint32_t index = r->needs.count;
        need.week = lri_upper(r->solver, need.node);
        if (need.week > r->problem->last) continue;
        need.least = node->kind == LRI_NODE_ANY ? costs(r, sum, need.node, need.week, index, DEPTH)
                                                : weight_costs(r, sum, node, need.week, index);
        if (!need.least) continue;
        if (node->kind == LRI_NODE_ANY) claim(r, sum, need.node, need.week, index, DEPTH);
        if (!lri_push(&r->needs, need)) r->solver->failed = true;
        total += need.least;
    }
    return total;
}

/* Says why a task costs so much: its modes that would cost less are not possible. */
static void because_task(lri_rules *r, lri_sum_kind sum, uint32_t t, int64_t least) {
    const lri_task *task = &r->problem->tasks.items[t];
    for (uint32_t m = task->first; m < task->first + task->count; m++)
        if (lri_share_of(r, sum, &r->problem->modes.items[m]) < least)
            lri_because(r->solver, lri_at_least(lri_start_of(r, m), r->solver->never));
}

/* Says why it costs so much that the node holds by the week: by what is left to it. */
static void because_costs(lri_rules *r, lri_sum_kind sum, uint32_t n, int64_t week, uint32_t index,
                          int64_t least, int depth) {
    const lri_node *node = &r->problem->nodes.items[n];
    const lri_child *children = r->problem->children.items + node->first;
    int64_t most;
    if (node->kind == LRI_NODE_DONE) {
        because_task(r, sum, node->task, least);
    } else if (node->kind == LRI_NODE_GATE) {
        because_costs(r, sum, children[0].node, before_gate(node, week), index, least, depth - 1);
    } else if (node->kind == LRI_NODE_ALL) {
        uint32_t child = dearest(r, sum, node, week, index, depth - 1, &most);
        if (child != LRI_NONE) because_costs(r, sum, child, week, index, least, depth - 1);
    } else {
        for (uint32_t i = 0; i < node->count; i++) {
            if (!is_in_time(r, children[i].node, week))
                lri_because(r->solver, lri_at_least(children[i].node, week + 1));
            else
                because_costs(r, sum, children[i].node, week, index, least, depth - 1);
        }
    }
}

/* The same for a node that asks for a weight. */
static void because_weight(lri_rules *r, lri_sum_kind sum, const lri_need *need, uint32_t index) {
    const lri_node *node = &r->problem->nodes.items[need->node];
    for (uint32_t i = 0; i < node->count; i++) {
        uint32_t child = r->problem->children.items[node->first + i].node, t = task_of(r, child);
        if (!is_in_time(r, child, need->week))
            lri_because(r->solver, lri_at_least(child, need->week + 1));
        else if (is_free(r, t, index))
            because_task(r, sum, t, lri_least_share(r, sum, &r->problem->tasks.items[t]));
    }
}

void lri_needs_because(lri_rules *r, lri_sum_kind sum, uint32_t index) {
    const lri_need *need = &r->needs.items[index];
    lri_because(r->solver, lri_at_most(need->node, need->week));
    if (r->problem->nodes.items[need->node].kind == LRI_NODE_ANY)
        because_costs(r, sum, need->node, need->week, index, need->least, DEPTH);
    else
        because_weight(r, sum, need, index);
}
