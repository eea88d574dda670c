#include "plan/twins.h"

#include "base/sort.h"

/* ---- Finding ----------------------------------------------------------------------------------
 */

/* Do they last as long, load the weeks alike and begin in the same weeks? 0, or an order. */
static int compare_kinds(const lri_mode *a, const lri_mode *b) {
    if (a->weeks != b->weeks) return a->weeks < b->weeks ? -1 : 1;
    for (int k = 0; k < LRI_LOADS; k++)
        if (a->load[k] != b->load[k]) return a->load[k] < b->load[k] ? -1 : 1;
    for (int i = 0; i < LRI_WEEK_WORDS; i++)
        if (a->starts.words[i] != b->starts.words[i])
            return a->starts.words[i] < b->starts.words[i] ? -1 : 1;
    return 0;
}

/* By kind, then by what they require, so that those are near each other that may be twins. */
static int compare(const void *x, const void *y) {
    const lri_mode *a = *(const lri_mode *const *)x, *b = *(const lri_mode *const *)y;
    int by_kind = compare_kinds(a, b);
    if (by_kind) return by_kind;
    if (a->requires != b->requires) return a->requires < b->requires ? -1 : 1;
    return (a > b) - (a < b);
}

/* The parents of a node, which are in order: each goes with the weight that the node has in it. */
typedef struct parents {
    const lri_child *next, *end;
} parents;

static parents parents_of(const lri_problem *p, uint32_t node) {
    if (node == LRI_NONE) return (parents){NULL, NULL};
    return (parents){p->parents.items + p->parent_offsets.items[node],
                     p->parents.items + p->parent_offsets.items[node + 1]};
}

/* Takes the weight in that parent, after those before it: 0 when it is none of the node. */
static uint64_t take_weight(parents *of, uint32_t parent) {
    uint64_t weight = 0;
    for (; of->next != of->end && of->next->node <= parent; of->next++)
        if (of->next->node == parent) weight += of->next->weight;
    return weight;
}

/* May the second node hold later when the first one holds in its place? Not when it is a measure,
 * or when a mode requires it. */
static bool can_wait(const lri_problem *p, uint32_t first, uint32_t second) {
    if (second == LRI_NONE) return true;
    if (second == p->finish || second == p->first) return false;
    if (p->mode_offsets.items[second] != p->mode_offsets.items[second + 1]) return false;
    parents of_first = parents_of(p, first), of_second = parents_of(p, second);
    while (of_second.next != of_second.end) {
        uint32_t parent = of_second.next->node;
        uint64_t least = take_weight(&of_second, parent), given = take_weight(&of_first, parent);
        if (p->nodes.items[parent].kind != LRI_NODE_AT_LEAST) least = 1;
        if (given < least) return false;
    }
    return true;
}

/* May the first one always begin before the second, when both are used? */
static bool goes_first(const lri_problem *p, const lri_mode *first, const lri_mode *second) {
    const lri_task *a = &p->tasks.items[first->task], *b = &p->tasks.items[second->task];
    if (a == b) return false; /* never are both used */
    if (first->requires != second->requires && first->requires != LRI_NODE_HOLDS) return false;
    return can_wait(p, a->done, b->done) && can_wait(p, a->started, b->started);
}

static bool add_twins(lri_rules *r, const lri_mode *first, const lri_mode *second) {
    const lri_mode *modes = r->problem->modes.items;
    return lri_push(&r->twins, (lri_twins){(uint32_t)(first - modes), (uint32_t)(second - modes)});
}

/* Where either may go first, that is the one with the lower number: they are sorted so. */
static bool look_at(lri_rules *r, const lri_mode *lower, const lri_mode *higher) {
    if (goes_first(r->problem, lower, higher)) return add_twins(r, lower, higher);
    if (goes_first(r->problem, higher, lower)) return add_twins(r, higher, lower);
    return true;
}

/* Each of the modes beside the next few of its kind: any of the pairs can be left out. */
static bool find(lri_rules *r) {
    enum { NEXT = 8 };
    const lri_problem *p = r->problem;
    r->twins.count = r->alike.count = 0;
    if (!lri_room(&r->alike, p->modes.count)) return false;
    for (uint32_t m = 0; m < p->modes.count; m++) lri_push(&r->alike, &p->modes.items[m]);
    const lri_mode **alike = r->alike.items;
    lri_sort(alike, r->alike.count, sizeof *alike, compare);
    for (uint32_t i = 0; i < r->alike.count; i++)
        for (uint32_t k = i + 1; k <= i + NEXT && k < r->alike.count; k++) {
            if (compare_kinds(alike[i], alike[k])) break;
            if (!look_at(r, alike[i], alike[k])) return false;
        }
    return true;
}

/* ---- The rule ---------------------------------------------------------------------------------
 */

/* The first one is used: the second, when it is, begins no earlier. */
static bool keep_twins_in_order(lri_solver *s, lri_atom first_is_used, uint32_t first,
                                uint32_t second) {
    int64_t low = lri_lower(s, first), high = lri_upper(s, second);
    if (lri_lower(s, second) < low) {
        lri_because(s, first_is_used);
        lri_because_moving(s, lri_at_least(first, low), 1);
        if (!lri_imply(s, lri_at_least(second, low))) return false;
    }
    if (lri_upper(s, first) <= high) return true;
    lri_because(s, first_is_used);
    lri_because_moving(s, lri_at_most(second, high), 1);
    return lri_imply(s, lri_at_most(first, high));
}

static bool run_twins(lri_solver *s, void *rules, uint32_t index) {
    const lri_rules *r = rules;
    const lri_twins *twins = &r->twins.items[index];
    uint32_t first = lri_start_of(r, twins->first), second = lri_start_of(r, twins->second);
    int64_t high = lri_upper(s, second), last = r->problem->last;
    if (lri_is_used(r, twins->first))
        return keep_twins_in_order(s, lri_at_most(first, last), first, second);
    if (!lri_is_possible(r, twins->first) || lri_lower(s, first) <= high) return true;
    lri_because(s, lri_at_least(first, high + 1)); /* too late to come first: it is not used */
    lri_because(s, lri_at_most(second, high));
    return lri_imply(s, lri_at_least(first, s->never));
}

bool lri_twins_post(lri_rules *r) {
    if (r->problem->last == 0) return true;
    if (!find(r)) return false;
    for (uint32_t i = 0; i < r->twins.count; i++) {
        uint32_t first = lri_start_of(r, r->twins.items[i].first);
        uint32_t second = lri_start_of(r, r->twins.items[i].second);
        uint32_t rule = lri_solver_rule(r->solver, run_twins, i, false);
        lri_solver_wake(r->solver, rule, 2 * first);
        lri_solver_wake(r->solver, rule, 2 * first + 1);
        lri_solver_wake(r->solver, rule, 2 * second + 1);
    }
    return true;
}
