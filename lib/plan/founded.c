#include "plan/founded.h"

#include <string.h>

#include "base/sort.h"
#include "plan/late.h"

/* The source of what does not rest on a circle, or never holds: it needs no other. */
#define GROUNDED (LRI_NONE - 1)

/* In this file labels say: 1, has no source; 0, has one. They do while something is lost. */
static bool is_sourceless(const lri_rules *r, uint32_t node) {
    return r->labels.items[node];
}

static bool may_hold(const lri_rules *r, uint32_t node) {
    return lri_lower(r->solver, node) == 0;
}

static bool gives(const lri_rules *r, uint32_t node) {
    return may_hold(r, node) && !is_sourceless(r, node);
}

static bool mode_gives(const lri_rules *r, const lri_node *node, uint32_t mode) {
    return lri_is_possible(r, mode) && (node->kind == LRI_NODE_STARTED ||
                                        !is_sourceless(r, r->problem->modes.items[mode].requires));
}

/* ---- Losing a source --------------------------------------------------------------------------
 */

/* Is the child part of the node's source? Of a node that needs all its children each one is. */
static bool rests_on(const lri_rules *r, uint32_t n, uint32_t child) {
    const lri_node *node = &r->problem->nodes.items[n];
    const lri_child *children = r->problem->children.items + node->first;
    if (node->kind == LRI_NODE_ALL || node->kind == LRI_NODE_GATE) return true;
    if (node->kind == LRI_NODE_ANY)
        return r->sources.items[n] < node->count && children[r->sources.items[n]].node == child;
    for (uint32_t i = 0; i < node->count; i++)
        if (children[i].node == child && r->chosen.items[node->first + i]) return true;
    return false;
}

static uint32_t support_count(const lri_rules *r, const lri_node *node) {
    return node->kind < LRI_NODE_STARTED ? node->count : r->problem->tasks.items[node->task].count;
}

static bool has_source(const lri_rules *r, uint32_t n) {
    const lri_node *node = &r->problem->nodes.items[n];
    const lri_child *children = r->problem->children.items + node->first;
    if (node->kind == LRI_NODE_ALL || node->kind == LRI_NODE_GATE) return true;
    if (r->sources.items[n] == GROUNDED) return true;
    if (r->sources.items[n] == LRI_NONE) return false;
    if (node->kind == LRI_NODE_ANY) return may_hold(r, children[r->sources.items[n]].node);
    if (node->kind != LRI_NODE_AT_LEAST)
        return lri_is_possible(r, r->problem->tasks.items[node->task].first + r->sources.items[n]);
    for (uint32_t i = 0; i < node->count; i++)
        if (r->chosen.items[node->first + i] && !may_hold(r, children[i].node)) return false;
    return true;
}

static void lose(lri_rules *r, uint32_t n) {
    if (is_sourceless(r, n) || !may_hold(r, n)) return;
    r->labels.items[n] = 1;
    if (!lri_push(&r->lost, n)) r->solver->failed = true;
}

static void look_at(lri_rules *r, uint32_t n) {
    if (n == LRI_NONE || !may_hold(r, n) || has_source(r, n)) return;
    if (!r->lost.count)
        memset(r->labels.items, 0, r->problem->nodes.count * sizeof *r->labels.items);
    lose(r, n);
}

/* What rests on the node, or the mode, whose bound was raised. A mode that shares the variable of
 * its task's done node bars that node too, so that only its parents are looked at. */
static void look_at_event(lri_rules *r, const lri_event *event) {
    const lri_problem *p = r->problem;
    uint32_t variable = event->side / 2, nodes = p->nodes.count;
    if (event->side % 2 || variable >= r->first_task) return;
    if (variable >= nodes) {
        uint32_t mode = r->variables.items[variable - nodes];
        look_at(r, p->tasks.items[p->modes.items[mode].task].done);
        return;
    }
    for (uint32_t i = p->parent_offsets.items[variable]; i < p->parent_offsets.items[variable + 1];
         i++)
        look_at(r, p->parents.items[i].node);
}

static int compare_numbers(const void *a, const void *b) {
    uint32_t first = *(const uint32_t *)a, second = *(const uint32_t *)b;
    return (first > second) - (first < second);
}

/* Who lost its source by the bounds raised since the rule last ended well (at first: any in a
 * circle), by number. No other can have: a node that was barred, and may hold again, had its source
 * before the decision under which it was barred, as the rule has seen all that concerns it before
 * each decision; what took the source since came under that decision or a later one, and is undone
 * too. */
static void find_lost(lri_rules *r) {
    const lri_solver *s = r->solver;
    r->lost.count = 0;
    if (!s->seen_by_rule)
        for (uint32_t i = 0; i < r->in_circles.count; i++) look_at(r, r->in_circles.items[i]);
    for (uint32_t e = s->seen_by_rule; e < s->trail.count; e++)
        look_at_event(r, &s->trail.items[e]);
    lri_sort(r->lost.items, r->lost.count, sizeof *r->lost.items, compare_numbers);
}

/* What rests on a node that lost its source loses it too. */
static void lose_parents(lri_rules *r, uint32_t child) {
    const lri_problem *p = r->problem;
    for (uint32_t i = p->parent_offsets.items[child]; i < p->parent_offsets.items[child + 1]; i++) {
        uint32_t n = p->parents.items[i].node;
        if (rests_on(r, n, child)) lose(r, n);
    }
    for (uint32_t i = p->mode_offsets.items[child]; i < p->mode_offsets.items[child + 1]; i++) {
        uint32_t mode = p->requirers.items[i];
        const lri_task *task = &p->tasks.items[p->modes.items[mode].task];
        if (task->done != LRI_NONE && r->sources.items[task->done] == mode - task->first)
            lose(r, task->done);
    }
}

/* ---- Finding another --------------------------------------------------------------------------
 */

/* Chooses children that give enough weight, if there are such. */
static bool choose_children(lri_rules *r, const lri_node *node) {
    const lri_child *children = r->problem->children.items + node->first;
    uint64_t weight = 0;
    for (uint32_t i = 0; i < node->count; i++)
        if (gives(r, children[i].node)) weight += children[i].weight;
    if (weight < node->need) return false;
    weight = 0;
    for (uint32_t i = 0; i < node->count; i++) {
        bool chosen = weight < node->need && gives(r, children[i].node);
        r->chosen.items[node->first + i] = chosen;
        if (chosen) weight += children[i].weight;
    }
    return true;
}

static bool find_source(lri_rules *r, uint32_t n) {
    const lri_node *node = &r->problem->nodes.items[n];
    const lri_child *children = r->problem->children.items + node->first;
    if (node->kind == LRI_NODE_ALL || node->kind == LRI_NODE_GATE) {
        for (uint32_t i = 0; i < node->count; i++)
            if (!gives(r, children[i].node)) return false;
        return true;
    }
    if (node->kind == LRI_NODE_AT_LEAST) {
        if (!choose_children(r, node)) return false;
        r->sources.items[n] = 0;
        return true;
    }
    for (uint32_t i = 0; i < support_count(r, node); i++) {
        if (node->kind == LRI_NODE_ANY
                ? !gives(r, children[i].node)
                : !mode_gives(r, node, r->problem->tasks.items[node->task].first + i))
            continue;
        r->sources.items[n] = i;
        return true;
    }
    return false;
}

static void look_again(lri_rules *r, uint32_t n) {
    if (is_sourceless(r, n) && !lri_push(&r->asked, n)) r->solver->failed = true;
}

/* What could find a source now that the node has one is asked again. */
static void ask_parents(lri_rules *r, uint32_t child) {
    const lri_problem *p = r->problem;
    for (uint32_t i = p->parent_offsets.items[child]; i < p->parent_offsets.items[child + 1]; i++)
        look_again(r, p->parents.items[i].node);
    for (uint32_t i = p->mode_offsets.items[child]; i < p->mode_offsets.items[child + 1]; i++) {
        uint32_t done = p->tasks.items[p->modes.items[p->requirers.items[i]].task].done;
        if (done != LRI_NONE) look_again(r, done);
    }
}

static void find_sources(lri_rules *r) {
    r->asked.count = 0;
    for (uint32_t i = 0; i < r->lost.count; i++) look_again(r, r->lost.items[i]);
    while (r->asked.count && !r->solver->failed) {
        uint32_t n = r->asked.items[--r->asked.count];
        if (!is_sourceless(r, n) || !find_source(r, n)) continue;
        r->labels.items[n] = 0;
        ask_parents(r, n);
    }
}

/* ---- The rule ---------------------------------------------------------------------------------
 */

/* Those that found no source do not hold. */
static bool bar_sourceless(lri_rules *r) {
    lri_solver *s = r->solver;
    for (uint32_t i = 0; i < r->lost.count; i++) {
        uint32_t n = r->lost.items[i];
        if (!is_sourceless(r, n) || !may_hold(r, n)) continue;
        lri_because_late(r, n, 0);
        if (s->failed || !lri_imply(s, lri_at_least(n, 1))) return false;
    }
    return true;
}

static bool run_founded(lri_solver *s, void *rules, uint32_t index) {
    lri_rules *r = rules;
    (void)index;
    uint32_t seen = s->trail.count;
    find_lost(r);
    for (uint32_t i = 0; i < r->lost.count; i++) lose_parents(r, r->lost.items[i]);
    find_sources(r);
    if (s->failed || !bar_sourceless(r)) return false;
    s->seen_by_rule = seen;
    return true;
}

/* ---- Circles ----------------------------------------------------------------------------------
 */

/* Marks (in `explained`) the nodes that do not rest on a circle: those whose children, and the
 * requires of whose modes, are all marked. Each pass follows the numbers, which mostly go from what
 * asks to what is asked, from the last to the first. */
static bool rests_on_marked(const lri_rules *r, const lri_node *node) {
    const lri_problem *p = r->problem;
    if (node->kind < LRI_NODE_STARTED) {
        for (uint32_t i = 0; i < node->count; i++)
            if (r->explained.items[p->children.items[node->first + i].node] < 0) return false;
        return true;
    }
    const lri_task *task = &p->tasks.items[node->task];
    if (node->kind == LRI_NODE_DONE)
        for (uint32_t m = task->first; m < task->first + task->count; m++)
            if (r->explained.items[p->modes.items[m].requires] < 0) return false;
    return true;
}

static void mark_grounded(lri_rules *r) {
    for (bool any = true; any;) {
        any = false;
        for (uint32_t n = r->problem->nodes.count; n-- > 0;) {
            if (r->explained.items[n] == 0) continue;
            if (!rests_on_marked(r, &r->problem->nodes.items[n])) continue;
            r->explained.items[n] = 0;
            any = true;
        }
    }
}

static void wake_on_supports(lri_rules *r, uint32_t rule, const lri_node *node) {
    const lri_problem *p = r->problem;
    for (uint32_t i = 0; i < support_count(r, node); i++) {
        uint32_t variable = node->kind < LRI_NODE_STARTED
                                ? p->children.items[node->first + i].node
                                : lri_start_of(r, p->tasks.items[node->task].first + i);
        lri_solver_wake(r->solver, rule, 2 * variable);
    }
}

/* Lists the nodes in circles, all without a source. */
static bool list_circles(lri_rules *r) {
    const lri_problem *p = r->problem;
    r->sources.count = r->chosen.count = r->in_circles.count = 0;
    if (!lri_room(&r->sources, p->nodes.count) || !lri_room(&r->chosen, p->children.count))
        return false;
    for (uint32_t n = 0; n < p->nodes.count; n++) r->sources.items[n] = GROUNDED;
    for (uint32_t i = 0; i < p->children.count; i++) r->chosen.items[i] = false;
    mark_grounded(r);
    for (uint32_t n = 0; n < p->nodes.count; n++) {
        if (r->explained.items[n] < 0 && p->earliest.items[n] <= p->last) {
            r->sources.items[n] = LRI_NONE;
            if (!lri_push(&r->in_circles, n)) return false;
        }
        r->explained.items[n] = -1;
    }
    return true;
}

bool lri_founded_post(lri_rules *r) {
    if (!list_circles(r)) return false;
    if (!r->in_circles.count) return true;
    uint32_t rule = lri_solver_rule(r->solver, run_founded, 0, true);
    for (uint32_t i = 0; i < r->in_circles.count; i++)
        wake_on_supports(r, rule, &r->problem->nodes.items[r->in_circles.items[i]]);
    return !r->solver->failed;
}
