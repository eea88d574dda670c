/* The labelling of a problem's nodes with the weeks from which they hold: see lri_problem_label. */
#include <stdlib.h>
#include <string.h>

#include "plan/problem.h"

/* A CSR in two passes: count into offsets[i + 1], add up, then place while counting back. */
static void add_up(uint32_t *offsets, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) offsets[i + 1] += offsets[i];
}

bool lri_problem_index(lri_problem *p) {
    uint32_t nodes = p->nodes.count, parents = 0;
    for (uint32_t n = 0; n < nodes; n++) parents += p->nodes.items[n].count;
    p->parent_offsets.count = p->mode_offsets.count = p->parents.count = p->requirers.count = 0;
    p->missing.count = p->heads.count = 0;
    if (!lri_room(&p->parent_offsets, nodes + 1) || !lri_room(&p->mode_offsets, nodes + 1) ||
        !lri_room(&p->parents, parents) || !lri_room(&p->requirers, p->modes.count) ||
        !lri_room(&p->missing, nodes) || !lri_room(&p->heads, (uint32_t)p->never + 1))
        return !(p->failed = true);
    uint32_t *by_child = p->parent_offsets.items, *by_node = p->mode_offsets.items;
    memset(by_child, 0, (nodes + 1) * sizeof *by_child);
    memset(by_node, 0, (nodes + 1) * sizeof *by_node);
    for (uint32_t n = 0; n < nodes; n++)
        for (uint32_t i = 0; i < p->nodes.items[n].count; i++)
            by_child[p->children.items[p->nodes.items[n].first + i].node]++;
    for (uint32_t m = 0; m < p->modes.count; m++) by_node[p->modes.items[m].requires]++;
    add_up(by_child, nodes);
    add_up(by_node, nodes);
    for (uint32_t n = nodes; n-- > 0;)
        for (uint32_t i = p->nodes.items[n].count; i-- > 0;) {
            const lri_child *child = &p->children.items[p->nodes.items[n].first + i];
            p->parents.items[--by_child[child->node]] = (lri_child){n, child->weight};
        }
    for (uint32_t m = p->modes.count; m-- > 0;)
        p->requirers.items[--by_node[p->modes.items[m].requires]] = m;
    return true;
}

static void mark_done(const lri_problem *p, uint32_t task, bool *marks) {
    uint32_t done = p->tasks.items[task].done;
    if (done != LRI_NONE) marks[done] = true;
}

void lri_problem_mark_dependents(const lri_problem *p, uint32_t node, bool *marks) {
    for (uint32_t i = p->parent_offsets.items[node]; i < p->parent_offsets.items[node + 1]; i++)
        marks[p->parents.items[i].node] = true;
    for (uint32_t i = p->mode_offsets.items[node]; i < p->mode_offsets.items[node + 1]; i++)
        mark_done(p, p->modes.items[p->requirers.items[i]].task, marks);
    if (p->nodes.items[node].kind == LRI_NODE_STARTED)
        mark_done(p, p->nodes.items[node].task, marks);
}

void lri_problem_free_index(lri_problem *p) {
    free(p->parent_offsets.items);
    free(p->mode_offsets.items);
    free(p->parents.items);
    free(p->requirers.items);
    free(p->missing.items);
    free(p->heads.items);
    free(p->queue.items);
}

static void empty_queue(lri_problem *p) {
    p->queued = (lri_weeks){{0}};
    p->queue.count = 0;
}

static void enqueue(lri_problem *p, uint32_t node, int64_t week) {
    if (node == LRI_NONE || week < 0 || week > p->last) return;
    uint32_t *head = &p->heads.items[week];
    uint32_t next = lri_weeks_has(&p->queued, (int)week) ? *head : LRI_NONE;
    lri_weeks_add(&p->queued, (int)week);
    if (lri_push(&p->queue, (lri_queued){node, next}))
        *head = p->queue.count - 1;
    else
        p->failed = true;
}

static void begin_mode(lri_problem *p, const lri_mode *mode, int week) {
    const lri_task *task = &p->tasks.items[mode->task];
    enqueue(p, task->started, week);
    enqueue(p, task->done, (int64_t)week + mode->weeks);
}

/* A child holds from `week` on: what follows for one of its parents? */
static void tell_parent(lri_problem *p, const lri_child *parent, int week) {
    const lri_node *node = &p->nodes.items[parent->node];
    uint64_t *missing = &p->missing.items[parent->node];
    if (!*missing) return;
    uint64_t weight = node->kind == LRI_NODE_AT_LEAST ? parent->weight : 1;
    *missing = *missing > weight ? *missing - weight : 0;
    if (*missing) return;
    if (node->kind != LRI_NODE_GATE)
        enqueue(p, parent->node, week);
    else if (week <= node->to)
        enqueue(p, parent->node, (int64_t)(week > node->from ? week : node->from) + node->delay);
}

static void tell_parents(lri_problem *p, uint32_t node, int week) {
    for (uint32_t i = p->parent_offsets.items[node]; i < p->parent_offsets.items[node + 1]; i++)
        tell_parent(p, &p->parents.items[i], week);
}

/* What the modes give that begin as soon as the node holds. */
static void begin_requirers(lri_problem *p, uint32_t node, int week) {
    for (uint32_t i = p->mode_offsets.items[node]; i < p->mode_offsets.items[node + 1]; i++) {
        const lri_mode *mode = &p->modes.items[p->requirers.items[i]];
        int start = lri_weeks_next(&mode->starts, week);
        if (start >= 0) enqueue(p, p->tasks.items[mode->task].done, (int64_t)start + mode->weeks);
    }
}

/* What holds without any child: fixed nodes, and those that need nothing. */
static void enqueue_sources(lri_problem *p) {
    for (uint32_t n = 0; n < p->nodes.count; n++) {
        const lri_node *node = &p->nodes.items[n];
        uint64_t missing = 1;
        if (node->kind == LRI_NODE_ALL) missing = node->count;
        if (node->kind == LRI_NODE_AT_LEAST) missing = node->need;
        p->missing.items[n] = missing;
        if (node->kind == LRI_NODE_FIXED)
            enqueue(p, n, node->week);
        else if (!missing)
            enqueue(p, n, 0);
    }
}

static void clear_labels(lri_problem *p, int32_t *labels) {
    for (uint32_t n = 0; n < p->nodes.count; n++) labels[n] = p->never;
    empty_queue(p);
    enqueue_sources(p);
}

/* The first week from `from` on in which something is queued; -1: none. What a node brings about
 * comes no earlier than the node. */
static int next_week(const lri_problem *p, int from) {
    return p->failed ? -1 : lri_weeks_next(&p->queued, from);
}

/* Takes the next node of the week from the queue that has no label yet, and labels it. */
static bool next_labelled(lri_problem *p, int week, int32_t *labels, uint32_t *node) {
    while (p->heads.items[week] != LRI_NONE) {
        lri_queued entry = p->queue.items[p->heads.items[week]];
        p->heads.items[week] = entry.next;
        if (labels[entry.node] <= week) continue;
        labels[ *node = entry.node] = week;
        return true;
    }
    return false;
}

bool lri_problem_label(lri_problem *p, const int32_t *starts, int32_t *labels) {
    uint32_t node;
    clear_labels(p, labels);
    for (uint32_t m = 0; m < p->modes.count; m++)
        if (starts[m] <= p->last) begin_mode(p, &p->modes.items[m], starts[m]);
    for (int week = next_week(p, 0); week >= 0; week = next_week(p, week + 1))
        while (next_labelled(p, week, labels, &node)) tell_parents(p, node, week);
    return !p->failed;
}

bool lri_problem_soonest(lri_problem *p, int32_t *labels) {
    uint32_t node;
    clear_labels(p, labels);
    for (uint32_t m = 0; m < p->modes.count; m++)
        enqueue(p, p->tasks.items[p->modes.items[m].task].started,
                lri_weeks_next(&p->modes.items[m].starts, 0));
    for (int week = next_week(p, 0); week >= 0; week = next_week(p, week + 1))
        while (next_labelled(p, week, labels, &node)) {
            tell_parents(p, node, week);
            begin_requirers(p, node, week);
        }
    return !p->failed;
}

/* ---- Backward: until when a thing is of use -----------------------------------------------------
 */

/* The node is of use until `week`: so are the children, and the modes that give it. */
static void settle_back(lri_problem *p, uint32_t n, int week, int32_t *starts) {
    const lri_node *node = &p->nodes.items[n];
    const lri_child *children = p->children.items + node->first;
    if (node->kind < LRI_NODE_GATE) {
        for (uint32_t i = 0; i < node->count; i++) enqueue(p, children[i].node, week);
    } else if (node->kind == LRI_NODE_GATE) {
        int by = week - node->delay < node->to ? week - node->delay : node->to;
        if (week - node->delay >= node->from) enqueue(p, children[0].node, by);
    } else {
        const lri_task *task = &p->tasks.items[node->task];
        for (uint32_t m = task->first; m < task->first + task->count; m++) {
            const lri_mode *mode = &p->modes.items[m];
            int weeks = node->kind == LRI_NODE_DONE ? mode->weeks : 0;
            int start = lri_weeks_prior(&mode->starts, week - weeks);
            if (start <= starts[m]) continue;
            starts[m] = start;
            enqueue(p, mode->requires, start);
        }
    }
}

bool lri_problem_latest(lri_problem *p, int32_t *labels, int32_t *starts) {
    for (uint32_t n = 0; n < p->nodes.count; n++) labels[n] = -1;
    for (uint32_t m = 0; m < p->modes.count; m++) starts[m] = -1;
    empty_queue(p);
    enqueue(p, p->end, p->last);
    for (int week = p->last; week >= 0 && !p->failed; week = lri_weeks_prior(&p->queued, week - 1))
        while (p->heads.items[week] != LRI_NONE) {
            lri_queued entry = p->queue.items[p->heads.items[week]];
            p->heads.items[week] = entry.next;
            if (labels[entry.node] >= week) continue;
            labels[entry.node] = week;
            settle_back(p, entry.node, week, starts);
        }
    return !p->failed;
}
