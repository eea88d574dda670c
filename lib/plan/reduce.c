#include "plan/reduce.h"

#include <stdlib.h>
#include <string.h>

#include "base/sort.h"

static lri_node *node_at(const lri_problem *p, uint32_t n) {
    return &p->nodes.items[n];
}

static lri_child *children_of(const lri_problem *p, uint32_t n) {
    return p->children.items + p->nodes.items[n].first;
}

static bool is_task_node(const lri_node *node) {
    return node->kind == LRI_NODE_STARTED || node->kind == LRI_NODE_DONE;
}

/* Is there a week in which the node may come to hold and that is of use? */
static bool is_of_use(const lri_problem *p, uint32_t n) {
    return p->earliest.items[n] <= p->latest.items[n];
}

/* ---- What comes before what -------------------------------------------------------------------
 */

/* Of each node a set: the nodes that are derived before it in every route in which it holds. A node
 * that has not been looked at yet has all; what is left when nothing changes any more is true
 * (Keyder, Richter, Helmert, "Sound and complete landmarks for And/Or graphs", ECAI 2010). That a
 * task has started is derived from nothing: two that ask for each other's start may begin together.
 */
typedef struct sets {
    uint64_t *words;
    uint32_t width; /* words a set */
} sets;

static uint64_t *set_of(sets s, uint32_t n) {
    return s.words + (size_t)n * s.width;
}

static bool has(sets s, uint32_t n, uint32_t before) {
    return s.words && set_of(s, n)[before >> 6] >> (before & 63) & 1;
}

static void add_all(sets s, uint64_t *to, uint32_t n) {
    const uint64_t *from = set_of(s, n);
    for (uint32_t i = 0; i < s.width; i++) to[i] |= from[i];
}

static void keep_common(sets s, uint64_t *to, uint32_t n) {
    const uint64_t *from = set_of(s, n);
    for (uint32_t i = 0; i < s.width; i++) to[i] &= from[i];
}

static bool has_all(sets s, uint32_t n) {
    const uint64_t *set = set_of(s, n);
    for (uint32_t i = 0; i < s.width; i++)
        if (~set[i]) return false;
    return true;
}

/* Adds what comes before the node whatever of its children gives the weight: what is lost together
 * with so much weight that too little is left. */
static void add_weighed(const lri_problem *p, sets s, uint64_t *to, uint32_t n) {
    const lri_node *node = node_at(p, n);
    const lri_child *children = children_of(p, n), *end = children + node->count;
    uint64_t *weights = p->weights.items, total = 0;
    for (const lri_child *child = children; child < end; child++)
        if (!has_all(s, child->node)) total += child->weight;
    if (total < node->need) {
        memset(to, 0xff, s.width * sizeof *to);
        return;
    }
    memset(weights, 0, s.width * 64 * sizeof *weights);
    for (const lri_child *child = children; child < end; child++) {
        if (has_all(s, child->node)) continue;
        for (uint32_t w = 0; w < s.width; w++)
            for (uint64_t word = set_of(s, child->node)[w]; word; word &= word - 1) {
                uint64_t *lost = &weights[w * 64 + (uint32_t)__builtin_ctzll(word)];
                *lost += child->weight;
                if (total - *lost < node->need) to[w] |= word & -word;
            }
    }
}

/* What comes before the node, as its children and modes have it now. */
static void gather(const lri_problem *p, sets s, uint64_t *to, uint32_t n) {
    const lri_node *node = node_at(p, n);
    const lri_child *children = children_of(p, n);
    bool alternatives = node->kind == LRI_NODE_ANY || node->kind == LRI_NODE_DONE;
    memset(to, alternatives ? 0xff : 0, s.width * sizeof *to);
    if (node->kind == LRI_NODE_ANY) {
        for (uint32_t i = 0; i < node->count; i++) keep_common(s, to, children[i].node);
    } else if (node->kind == LRI_NODE_DONE) {
        const lri_task *task = &p->tasks.items[node->task];
        for (uint32_t m = task->first; m < task->first + task->count; m++)
            keep_common(s, to, p->modes.items[m].requires);
        if (task->started != LRI_NONE) add_all(s, to, task->started);
    } else if (node->kind == LRI_NODE_AT_LEAST) {
        add_weighed(p, s, to, n);
    } else if (node->kind != LRI_NODE_STARTED) {
        for (uint32_t i = 0; i < node->count; i++) add_all(s, to, children[i].node);
    }
    to[n >> 6] |= (uint64_t)1 << (n & 63);
}

/* Children have higher numbers than their parents for the most part, so this begins at the end. A
 * node is looked at again when something changed on which it depends. */
static bool find_sets(lri_problem *p, sets *s) {
    enum { MOST = 6000 };
    uint32_t nodes = p->nodes.count, width = (nodes + 63) / 64;
    p->sets.count = p->weights.count = 0;
    *s = (sets){0};
    if (nodes > MOST) return true;
    if (!lri_room(&p->sets, (nodes + 1) * width) || !lri_room(&p->weights, width * 64))
        return false;
    *s = (sets){p->sets.items, width};
    memset(s->words, 0xff, (size_t)nodes * width * sizeof *s->words);
    p->marks.count = 0;
    if (!lri_room(&p->marks, nodes)) return false;
    for (uint32_t n = 0; n < nodes; n++) lri_push(&p->marks, p->earliest.items[n] <= p->last);
    uint64_t *next = set_of(*s, nodes);
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t n = nodes; n-- > 0;) {
            if (!p->marks.items[n]) continue;
            p->marks.items[n] = false;
            if (p->earliest.items[n] > p->last) continue;
            gather(p, *s, next, n);
            if (!memcmp(next, set_of(*s, n), width * sizeof *next)) continue;
            memcpy(set_of(*s, n), next, width * sizeof *next);
            lri_problem_mark_dependents(p, n, p->marks.items);
            changed = true;
        }
    }
    return true;
}

/* ---- Children that make no difference -----------------------------------------------------------
 */

/* The child comes later than a sibling, in any route: so it is never what an ANY waits for; the
 * sibling is never what an ALL waits for. */
static bool has_before(const lri_problem *p, sets s, uint32_t n, uint32_t child) {
    for (uint32_t i = 0; i < node_at(p, n)->count; i++) {
        uint32_t sibling = children_of(p, n)[i].node;
        if (sibling != child && has(s, child, sibling)) return true;
    }
    return false;
}

static bool has_after(const lri_problem *p, sets s, uint32_t n, uint32_t child) {
    for (uint32_t i = 0; i < node_at(p, n)->count; i++) {
        uint32_t sibling = children_of(p, n)[i].node;
        if (sibling != child && has(s, sibling, child)) return true;
    }
    return false;
}

/* Does the node hold all the same without the child, in the weeks that are of use? The parts of the
 * end stay: they are measures. */
static bool is_idle(const lri_problem *p, sets s, uint32_t n, uint32_t child) {
    const lri_node *node = node_at(p, n);
    if (n == p->end && (child == p->finish || child == p->first)) return false;
    if (node->kind == LRI_NODE_ALL) return child == LRI_NODE_HOLDS || has_after(p, s, n, child);
    if (p->earliest.items[child] > p->latest.items[n] || has(s, child, n)) return true;
    return node->kind == LRI_NODE_ANY && has_before(p, s, n, child);
}

/* The children to stay are marked first, while all are there to be compared. */
static void drop_children(lri_problem *p, sets s) {
    for (uint32_t n = 0; n < p->nodes.count; n++) {
        lri_node *node = node_at(p, n);
        lri_child *children = children_of(p, n);
        uint32_t kept = 0;
        if (node->kind < LRI_NODE_ALL || node->kind > LRI_NODE_AT_LEAST || !is_of_use(p, n))
            continue;
        p->marks.count = 0;
        for (uint32_t i = 0; i < node->count; i++)
            if (!lri_push(&p->marks, is_idle(p, s, n, children[i].node))) p->failed = true;
        if (p->failed) return;
        for (uint32_t i = 0; i < node->count; i++)
            if (!p->marks.items[i]) children[kept++] = children[i];
        node->count = kept;
    }
}

/* ---- Nodes that are another one -----------------------------------------------------------------
 */

static int compare_children(const void *a, const void *b) {
    const lri_child *x = a, *y = b;
    return (x->node > y->node) - (x->node < y->node);
}

static void add_weight(lri_child *child, uint32_t weight) {
    child->weight = weight > UINT32_MAX - child->weight ? UINT32_MAX : child->weight + weight;
}

/* Puts the children in order, each once. */
static void merge_children(lri_problem *p, uint32_t n) {
    lri_node *node = node_at(p, n);
    lri_child *children = children_of(p, n);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < node->count; i++)
        children[i].node = p->stand_ins.items[children[i].node];
    lri_sort(children, node->count, sizeof *children, compare_children);
    for (uint32_t i = 0; i < node->count; i++) {
        if (kept && children[kept - 1].node == children[i].node)
            add_weight(&children[kept - 1], children[i].weight);
        else
            children[kept++] = children[i];
    }
    node->count = kept;
}

/* A weight is no more than what is needed; where any child is enough, or none can be missed, the
 * node is another kind: then true. */
static bool simplify_weights(lri_problem *p, uint32_t n) {
    lri_node *node = node_at(p, n);
    lri_child *children = children_of(p, n);
    uint64_t total = 0, least = UINT64_MAX;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < node->count; i++) {
        if (children[i].node == LRI_NODE_HOLDS)
            node->need -= children[i].weight < node->need ? children[i].weight : node->need;
        else if (children[i].weight)
            children[kept++] = children[i];
    }
    node->count = kept = node->need ? kept : 0;
    for (uint32_t i = 0; i < kept; i++) {
        if (children[i].weight > node->need) children[i].weight = node->need;
        total += children[i].weight;
        if (children[i].weight < least) least = children[i].weight;
    }
    if (!kept || total < node->need + least)
        node->kind = LRI_NODE_ALL;
    else if (least == node->need)
        node->kind = LRI_NODE_ANY;
    return node->kind != LRI_NODE_AT_LEAST;
}

/* The node that is the same, or the node itself. */
static uint32_t same_as(const lri_problem *p, uint32_t n) {
    const lri_node *node = node_at(p, n);
    const lri_child *children = children_of(p, n);
    switch (node->kind) {
    case LRI_NODE_FIXED:
        return node->week == 0 ? LRI_NODE_HOLDS : node->week > p->last ? LRI_NODE_NEVER : n;
    case LRI_NODE_ALL:
        if (node->count == 0) return LRI_NODE_HOLDS;
        return node->count == 1 ? children[0].node : n;
    case LRI_NODE_ANY:
        if (node->count == 0) return LRI_NODE_NEVER;
        return node->count == 1 || children[0].node == LRI_NODE_HOLDS ? children[0].node : n;
    case LRI_NODE_GATE:
        if (node->delay || node->from > p->earliest.items[children[0].node]) return n;
        return node->to >= p->latest.items[n] ? children[0].node : n;
    default:
        return n;
    }
}

/* A number that equal nodes share, and few others. */
static uint64_t digest(const lri_problem *p, uint32_t n) {
    const lri_node *node = node_at(p, n);
    uint64_t sum = (uint64_t)node->kind * 31 + node->need + ((uint64_t)(uint32_t)node->from << 40) +
                   ((uint64_t)(uint32_t)node->to << 20) + (uint32_t)node->delay +
                   ((uint64_t)(uint32_t)node->week << 8);
    for (uint32_t i = 0; i < node->count; i++)
        sum = (sum ^ (sum >> 29)) * 0x9e3779b97f4a7c15u + children_of(p, n)[i].node +
              ((uint64_t)children_of(p, n)[i].weight << 32);
    return sum;
}

static bool is_equal(const lri_problem *p, uint32_t a, uint32_t b) {
    const lri_node *x = node_at(p, a), *y = node_at(p, b);
    if (x->kind != y->kind || x->count != y->count || x->need != y->need || x->from != y->from ||
        x->to != y->to || x->delay != y->delay || x->week != y->week)
        return false;
    for (uint32_t i = 0; i < x->count; i++) {
        const lri_child *c = &children_of(p, a)[i], *d = &children_of(p, b)[i];
        if (c->node != d->node || (x->kind == LRI_NODE_AT_LEAST && c->weight != d->weight))
            return false;
    }
    return true;
}

/* The first node that is equal to this one: itself, when it is new. */
static uint32_t first_equal(lri_problem *p, uint32_t n) {
    if (is_task_node(node_at(p, n))) return n;
    uint32_t *place = lri_map_at(&p->index, digest(p, n));
    if (!place) {
        p->failed = true;
        return n;
    }
    if (*place == LRI_NONE) *place = n;
    return is_equal(p, *place, n) ? *place : n;
}

/* Finds of each node the one that stands in for it: one pass, children first for the most part.
 * True when a node is of another kind now. */
static bool find_stand_ins(lri_problem *p) {
    bool changed = false;
    p->stand_ins.count = 0;
    for (uint32_t n = 0; n < p->nodes.count; n++)
        if (!lri_push(&p->stand_ins, n)) p->failed = true;
    lri_map_clear(&p->index);
    for (uint32_t n = p->nodes.count; n-- > LRI_NODE_NEVER + 1 && !p->failed;) {
        uint32_t *stand_in = &p->stand_ins.items[n];
        if (!is_of_use(p, n)) {
            *stand_in = LRI_NODE_NEVER;
            continue;
        }
        merge_children(p, n);
        if (node_at(p, n)->kind == LRI_NODE_AT_LEAST && simplify_weights(p, n)) changed = true;
        *stand_in = same_as(p, n);
        if (*stand_in == n) *stand_in = first_equal(p, n);
    }
    /* A stand-in may have one itself. */
    for (uint32_t n = 0; n < p->nodes.count && !p->failed; n++)
        while (p->stand_ins.items[n] != p->stand_ins.items[p->stand_ins.items[n]])
            p->stand_ins.items[n] = p->stand_ins.items[p->stand_ins.items[n]];
    return changed;
}

/* ---- Modes --------------------------------------------------------------------------------------
 */

/* Is mode `a` never better than `b`: may `b` take its place in every route? It begins in the same
 * weeks, asks nothing that did not hold before what `a` asks, takes no longer, and costs and loads
 * no more. */
static bool is_dominated(sets s, const lri_mode *a, const lri_mode *b) {
    lri_weeks more = lri_weeks_without(a->starts, &b->starts);
    bool fits = a->weeks >= b->weeks && a->cost_eur >= b->cost_eur &&
                a->study_hours >= b->study_hours && lri_weeks_empty(&more) &&
                (b->requires == a->requires || b->requires == LRI_NODE_HOLDS ||
                 has(s, a->requires, b->requires));
    for (int i = 0; i < 3; i++) fits = fits && a->load[i] >= b->load[i];
    return fits;
}

/* Is the mode dominated by another one of its task? Of equal ones the first stays. */
static bool has_better(const lri_problem *p, sets s, const lri_task *task, uint32_t mode) {
    const lri_mode *own = &p->modes.items[mode];
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        const lri_mode *other = &p->modes.items[m];
        if (m != mode && is_dominated(s, own, other) && (m < mode || !is_dominated(s, other, own)))
            return true;
    }
    return false;
}

/* Does the mode ask for what only its own task gives? */
static bool asks_itself(const lri_problem *p, sets s, uint32_t mode) {
    const lri_mode *own = &p->modes.items[mode];
    uint32_t done = p->tasks.items[own->task].done;
    return done != LRI_NONE && has(s, own->requires, done);
}

static bool is_step(const lri_problem *p, const int32_t *starts, uint32_t mode) {
    return starts && starts[mode] <= p->last;
}

/* Of what is left, marks the modes that stay. */
static void mark_modes(lri_problem *p, sets s, const int32_t *starts) {
    for (uint32_t m = 0; m < p->modes.count; m++) {
        const lri_task *task = &p->tasks.items[p->modes.items[m].task];
        if (!is_step(p, starts, m) && (has_better(p, s, task, m) || asks_itself(p, s, m)))
            p->mode_marks.items[m] = false;
    }
}

/* ---- Tasks --------------------------------------------------------------------------------------
 */

/* Has each mode of the one task a better one among those of the other? */
static bool has_better_modes(const lri_problem *p, sets s, const lri_task *a, const lri_task *b) {
    for (uint32_t m = a->first; m < a->first + a->count; m++) {
        uint32_t other = b->first;
        while (other < b->first + b->count &&
               !is_dominated(s, &p->modes.items[m], &p->modes.items[other]))
            other++;
        if (other == b->first + b->count) return false;
    }
    return true;
}

/* Are all that wait for the node an ANY, for which the other one does as well? Parents are in
 * order.
 */
static bool gives_all(const lri_problem *p, uint32_t node, uint32_t other) {
    if (p->mode_offsets.items[node] != p->mode_offsets.items[node + 1]) return false;
    if (node == p->end || node == p->finish || node == p->first) return false;
    uint32_t next = p->parent_offsets.items[other], end = p->parent_offsets.items[other + 1];
    for (uint32_t i = p->parent_offsets.items[node]; i < p->parent_offsets.items[node + 1]; i++) {
        uint32_t parent = p->parents.items[i].node;
        while (next < end && p->parents.items[next].node < parent) next++;
        if (next == end || p->parents.items[next].node != parent) return false;
        if (node_at(p, parent)->kind != LRI_NODE_ANY) return false;
    }
    return true;
}

/* Is it in a set of which a route may not have all? */
static bool is_forbidden(const lri_problem *p, const lri_task *task) {
    const lri_conditions *c = p->conditions;
    for (uint32_t i = 0; i < c->activities.count; i++)
        if (c->activities.items[i] == task->activity) return true;
    return false;
}

/* May task `b` take the place of `a` in every route? Both are asked to be done alone. */
static bool takes_place(const lri_problem *p, sets s, const lri_task *a, const lri_task *b) {
    return a != b && b->started == LRI_NONE && p->mode_marks.items[b->first] &&
           gives_all(p, a->done, b->done) && has_better_modes(p, s, a, b) && !is_forbidden(p, b);
}

/* Is there a task that may take its place? It is looked for among the first that do for one of
 * those that wait for this one. */
static bool has_substitute(const lri_problem *p, sets s, const lri_task *task) {
    enum { FIRST = 100 };
    if (task->included || task->started != LRI_NONE || task->done == LRI_NONE) return false;
    if (p->parent_offsets.items[task->done] == p->parent_offsets.items[task->done + 1])
        return false;
    uint32_t parent = p->parents.items[p->parent_offsets.items[task->done]].node;
    for (uint32_t i = 0; i < node_at(p, parent)->count && i < FIRST; i++) {
        const lri_node *sibling = node_at(p, children_of(p, parent)[i].node);
        if (sibling->kind != LRI_NODE_DONE) continue;
        const lri_task *other = &p->tasks.items[sibling->task];
        if (other->count && takes_place(p, s, task, other)) return true;
    }
    return false;
}

/* Marks the modes of the tasks that stay. Of equal ones the first does, so this begins at the end;
 * one that is left out takes no place. Not without weeks: of what is chosen there the modes of the
 * same task stand for each other, see choose.c. */
static void mark_tasks(lri_problem *p, sets s, const int32_t *starts) {
    p->mode_marks.count = 0;
    for (uint32_t m = 0; m < p->modes.count; m++)
        if (!lri_push(&p->mode_marks, true)) p->failed = true;
    for (uint32_t t = p->tasks.count; t-- > 0 && p->last > 0 && !p->failed;) {
        const lri_task *task = &p->tasks.items[t];
        uint32_t first = task->first, end = first + task->count, step = first;
        while (step < end && !is_step(p, starts, step)) step++;
        if (step < end || !task->count || !has_substitute(p, s, task)) continue;
        for (uint32_t m = first; m < end; m++) p->mode_marks.items[m] = false;
    }
}

/* ---- Numbering the rest -------------------------------------------------------------------------
 */

static uint32_t stand_in(const lri_problem *p, uint32_t n) {
    return n == LRI_NONE ? LRI_NONE : p->stand_ins.items[n];
}

static void refer_to_stand_ins(lri_problem *p) {
    for (uint32_t n = 0; n < p->nodes.count; n++)
        for (uint32_t i = 0; i < node_at(p, n)->count; i++)
            children_of(p, n)[i].node = stand_in(p, children_of(p, n)[i].node);
    for (uint32_t m = 0; m < p->modes.count; m++)
    p->modes.items[m].requires = stand_in(p, p->modes.items[m].requires);
    p->end = stand_in(p, p->end);
    p->finish = stand_in(p, p->finish);
    p->first = stand_in(p, p->first);
}

static void reach(lri_problem *p, uint32_t n) {
    if (p->marks.items[n]) return;
    p->marks.items[n] = true;
    if (!lri_push(&p->met, n)) p->failed = true;
}

/* Marks the nodes on which the end rests. */
static void mark_nodes(lri_problem *p) {
    p->marks.count = p->met.count = 0;
    for (uint32_t n = 0; n < p->nodes.count; n++)
        if (!lri_push(&p->marks, n <= LRI_NODE_NEVER)) p->failed = true;
    if (p->failed) return;
    reach(p, p->end);
    reach(p, p->finish);
    reach(p, p->first);
    for (uint32_t i = 0; i < p->met.count && !p->failed; i++) {
        const lri_node *node = node_at(p, p->met.items[i]);
        for (uint32_t c = 0; c < node->count; c++)
            reach(p, p->children.items[node->first + c].node);
        if (!is_task_node(node)) continue;
        const lri_task *task = &p->tasks.items[node->task];
        for (uint32_t m = task->first; m < task->first + task->count; m++)
            if (p->mode_marks.items[m]) reach(p, p->modes.items[m].requires);
    }
}

static uint32_t renumbered(const lri_problem *p, uint32_t n) {
    return n == LRI_NONE || !p->marks.items[n] ? LRI_NONE : p->stand_ins.items[n];
}

/* Leaves only what is marked; of the stand-ins' list is made that of the new numbers. */
static void keep_nodes(lri_problem *p) {
    uint32_t nodes = 0, children = 0;
    for (uint32_t n = 0; n < p->nodes.count; n++)
        if (p->marks.items[n]) p->stand_ins.items[n] = nodes++;
    p->spare.count = 0;
    for (uint32_t n = 0; n < p->nodes.count; n++) {
        lri_node node = *node_at(p, n);
        if (!p->marks.items[n]) continue;
        for (uint32_t i = 0; i < node.count; i++) {
            lri_child child = children_of(p, n)[i];
            child.node = renumbered(p, child.node);
            if (!lri_push(&p->spare, child)) p->failed = true;
        }
        node.first = children;
        children += node.count;
        p->nodes.items[p->stand_ins.items[n]] = node;
    }
    p->nodes.count = nodes;
    p->children.count = 0;
    if (p->failed || !lri_room(&p->children, children)) {
        p->failed = true;
        return;
    }
    if (children) memcpy(p->children.items, p->spare.items, children * sizeof(lri_child));
    p->children.count = children;
    p->end = p->stand_ins.items[p->end];
    p->finish = p->stand_ins.items[p->finish];
    p->first = p->stand_ins.items[p->first];
}

/* The tasks of which a node is left, with their modes. */
static void keep_tasks(lri_problem *p, int32_t *starts) {
    uint32_t tasks = 0, modes = 0;
    for (uint32_t t = 0; t < p->tasks.count; t++) {
        lri_task task = p->tasks.items[t];
        uint32_t first = task.first, count = task.count;
        task.started = renumbered(p, task.started);
        task.done = renumbered(p, task.done);
        if (task.started == LRI_NONE && task.done == LRI_NONE) continue;
        task.first = modes;
        for (uint32_t m = first; m < first + count; m++) {
            if (!p->mode_marks.items[m]) continue;
            lri_mode mode = p->modes.items[m];
            mode.task = tasks;
            mode.requires = renumbered(p, mode.requires);
            if (starts) starts[modes] = starts[m];
            p->modes.items[modes++] = mode;
        }
        task.count = modes - task.first;
        if (task.started != LRI_NONE) p->nodes.items[task.started].task = tasks;
        if (task.done != LRI_NONE) p->nodes.items[task.done].task = tasks;
        p->tasks.items[tasks++] = task;
    }
    p->tasks.count = tasks;
    p->modes.count = modes;
}

bool lri_reduce(lri_problem *p, int32_t *starts, bool *changed) {
    sets before;
    uint32_t nodes = p->nodes.count, children = p->children.count, modes = p->modes.count;
    *changed = false;
    if (p->earliest.items[p->end] > p->last) return true;
    if (!find_sets(p, &before)) return !(p->failed = true);
    mark_tasks(p, before, starts);
    if (p->failed) return false;
    mark_modes(p, before, starts);
    drop_children(p, before);
    *changed = find_stand_ins(p);
    if (p->failed) return false;
    refer_to_stand_ins(p);
    mark_nodes(p);
    if (p->failed) return false;
    keep_nodes(p);
    if (p->failed) return false;
    keep_tasks(p, starts);
    *changed = *changed || p->nodes.count < nodes || p->children.count < children ||
               p->modes.count < modes;
    return true;
}

void lri_reduce_free(lri_problem *p) {
    free(p->sets.items);
    free(p->weights.items);
    free(p->marks.items);
    free(p->mode_marks.items);
    free(p->stand_ins.items);
    free(p->met.items);
    free(p->spare.items);
}
