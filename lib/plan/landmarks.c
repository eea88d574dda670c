#include "plan/landmarks.h"

#include <string.h>

static uint32_t width_of(const lri_problem *p) {
    return (p->nodes.count + 63) / 64;
}

static bool is_before(const lri_problem *p, uint32_t before, uint32_t n) {
    return p->sets.items[(size_t)n * width_of(p) + (before >> 6)] >> (before & 63) & 1;
}

/* The first node from `from` on that comes before `n`, other than `n` and the fixed ones; or
 * LRI_NONE. */
static uint32_t next_before(const lri_problem *p, uint32_t n, uint32_t from) {
    const uint64_t *words = p->sets.items + (size_t)n * width_of(p);
    for (;; from++) {
        uint64_t word = from < p->nodes.count ? words[from >> 6] >> (from & 63) : 0;
        while (!word) {
            from = (from | 63) + 1;
            if (from >= p->nodes.count) return LRI_NONE;
            word = words[from >> 6];
        }
        from += (uint32_t)__builtin_ctzll(word);
        if (from >= p->nodes.count) return LRI_NONE;
        if (from > LRI_NODE_NEVER && from != n) return from;
    }
}

static int16_t *weeks_between(const lri_problem *p, uint32_t before, uint32_t n) {
    return &p->gaps.items[(size_t)n * p->nodes.count + before];
}

/* By how many weeks `before` comes before `n` when `child`, that many weeks earlier, gives it. */
static int32_t by_child(const lri_problem *p, uint32_t before, uint32_t child, int32_t weeks) {
    return weeks + *weeks_between(p, before, child);
}

/* The same, whatever gives `n`, as the numbers stand. */
static int32_t gap(const lri_problem *p, uint32_t before, uint32_t n) {
    const lri_node *node = &p->nodes.items[n];
    const lri_child *children = p->children.items + node->first;
    int32_t least = INT16_MAX, most = 0;
    if (node->kind == LRI_NODE_DONE) {
        const lri_task *task = &p->tasks.items[node->task];
        for (uint32_t m = task->first; m < task->first + task->count; m++) {
            const lri_mode *mode = &p->modes.items[m];
            bool is_start = before == task->started;
            int32_t weeks =
                is_start ? mode->weeks : by_child(p, before, mode->requires, mode->weeks);
            if (weeks < least) least = weeks;
        }
        return least;
    }
    for (uint32_t i = 0; i < node->count; i++) {
        if (!is_before(p, before, children[i].node)) continue;
        int32_t weeks =
            by_child(p, before, children[i].node, node->kind == LRI_NODE_GATE ? node->delay : 0);
        if (weeks < least) least = weeks;
        if (weeks > most) most = weeks;
    }
    return node->kind == LRI_NODE_ANY || node->kind == LRI_NODE_AT_LEAST ? least : most;
}

/* Raises the gaps before the node; false when none is higher than it was. */
static bool raise_gaps(lri_problem *p, uint32_t n) {
    bool changed = false;
    for (uint32_t before = next_before(p, n, 0); before != LRI_NONE;
         before = next_before(p, n, before + 1)) {
        int32_t weeks = gap(p, before, n);
        if (weeks <= *weeks_between(p, before, n) || weeks > p->never) continue;
        *weeks_between(p, before, n) = (int16_t)weeks;
        changed = true;
    }
    return changed;
}

/* Raises the gaps until nothing changes; each is true at every moment. */
static bool find_gaps(lri_problem *p) {
    uint32_t nodes = p->nodes.count;
    p->gaps.count = p->marks.count = 0;
    if (!lri_room(&p->gaps, nodes * nodes) || !lri_room(&p->marks, nodes)) return false;
    memset(p->gaps.items, 0, (size_t)nodes * nodes * sizeof *p->gaps.items);
    for (uint32_t n = 0; n < nodes; n++) lri_push(&p->marks, n > LRI_NODE_NEVER);
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t n = nodes; n-- > 0;) {
            if (!p->marks.items[n]) continue;
            p->marks.items[n] = false;
            if (!raise_gaps(p, n)) continue;
            lri_problem_mark_dependents(p, n, p->marks.items);
            changed = true;
        }
    }
    return true;
}

/* Does it follow from a landmark in between? */
static bool is_between(const lri_problem *p, uint32_t before, uint32_t n) {
    for (uint32_t l = next_before(p, n, 0); l != LRI_NONE; l = next_before(p, n, l + 1))
        if (l != before && is_before(p, before, l) &&
            *weeks_between(p, before, l) + *weeks_between(p, l, n) >= *weeks_between(p, before, n))
            return true;
    return false;
}

static bool has_alternatives(const lri_problem *p, uint32_t n) {
    const lri_node *node = &p->nodes.items[n];
    if (node->kind == LRI_NODE_DONE) return p->tasks.items[node->task].count > 1;
    return node->kind == LRI_NODE_ANY || node->kind == LRI_NODE_AT_LEAST;
}

bool lri_landmarks_find(lri_problem *p) {
    enum { MOST = 2000 };
    uint32_t nodes = p->nodes.count;
    p->landmarks.count = p->landmark_offsets.count = 0;
    bool known = nodes <= MOST && p->sets.items && p->earliest.items[p->end] <= p->last;
    if (known && !find_gaps(p)) return false;
    for (uint32_t n = 0; n <= nodes; n++) {
        if (!lri_push(&p->landmark_offsets, p->landmarks.count)) return false;
        if (n == nodes || !known || !has_alternatives(p, n)) continue;
        for (uint32_t l = next_before(p, n, 0); l != LRI_NONE; l = next_before(p, n, l + 1)) {
            if (p->nodes.items[l].kind == LRI_NODE_FIXED || is_between(p, l, n)) continue;
            if (!lri_push(&p->landmarks, (lri_landmark){l, *weeks_between(p, l, n)})) return false;
        }
    }
    return true;
}
