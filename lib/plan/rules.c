/* Nodes, modes and tasks: the rules that follow an AND/OR graph up and down. */
#include "plan/founded.h"
#include "plan/moments.h"
#include "plan/needs.h"
#include "plan/pickets.h"
#include "plan/room.h"
#include "plan/twins.h"

#include <stdlib.h>

/* ---- Order ------------------------------------------------------------------------------------
 */

static int64_t later(const lri_solver *s, int64_t week, int64_t weeks) {
    return week + weeks < s->never ? week + weeks : s->never;
}

/* `after` is at least `weeks` later than `before`; never stays never. */
static bool keep_order(lri_solver *s, uint32_t before, int64_t weeks, uint32_t after) {
    int64_t low = lri_lower(s, before), high = lri_upper(s, after);
    if (lri_lower(s, after) < later(s, low, weeks)) {
        low = later(s, low, weeks);
        lri_because_moving(s, lri_at_least(before, low - weeks), 1);
        if (!lri_imply(s, lri_at_least(after, low))) return false;
    }
    if (high < s->never && lri_upper(s, before) > high - weeks) {
        lri_because_moving(s, lri_at_most(after, high), 1);
        if (!lri_imply(s, lri_at_most(before, high - weeks))) return false;
    }
    return true;
}

/* ---- Nodes ------------------------------------------------------------------------------------
 */

/* One of the things of which the earliest counts: a child, or a mode so many weeks after its start.
 */
typedef struct term {
    uint32_t variable;
    int64_t weeks;
} term;

static term term_of(const lri_rules *r, const lri_node *node, uint32_t i) {
    if (node->kind == LRI_NODE_ANY)
        return (term){r->problem->children.items[node->first + i].node, 0};
    uint32_t mode = r->problem->tasks.items[node->task].first + i;
    int64_t weeks = node->kind == LRI_NODE_DONE ? r->problem->modes.items[mode].weeks : 0;
    return (term){lri_start_of(r, mode), weeks};
}

static int64_t term_low(const lri_solver *s, term t) {
    return later(s, lri_lower(s, t.variable), t.weeks);
}

/* Says of every term but one that it comes no earlier than `week`. */
static void because_late(lri_solver *s, const lri_rules *r, const lri_node *node, uint32_t count,
                         uint32_t but, int64_t week, int moves) {
    for (uint32_t i = 0; i < count; i++) {
        term t = term_of(r, node, i);
        if (i != but) lri_because_moving(s, lri_at_least(t.variable, week - t.weeks), moves);
    }
}

static bool run_earliest(lri_solver *s, const lri_rules *r, uint32_t n, uint32_t count) {
    const lri_node *node = &r->problem->nodes.items[n];
    int64_t low = s->never, high = lri_upper(s, n);
    uint32_t timely = 0, only = LRI_NONE;
    for (uint32_t i = 0; i < count; i++) {
        int64_t week = term_low(s, term_of(r, node, i));
        if (week < low) low = week;
        if (week > high) continue;
        timely++;
        only = i;
    }
    if (lri_lower(s, n) < low) {
        because_late(s, r, node, count, LRI_NONE, low, 1);
        if (!lri_imply(s, lri_at_least(n, low))) return false;
    }
    if (timely != 1 || high == s->never) return true;
    term t = term_of(r, node, only);
    if (lri_upper(s, t.variable) <= high - t.weeks) return true;
    because_late(s, r, node, count, only, high + 1, -1);
    lri_because_moving(s, lri_at_most(n, high), 1);
    return lri_imply(s, lri_at_most(t.variable, high - t.weeks));
}

static bool run_all(lri_solver *s, const lri_rules *r, uint32_t n) {
    const lri_node *node = &r->problem->nodes.items[n];
    for (uint32_t i = 0; i < node->count; i++)
        if (!keep_order(s, r->problem->children.items[node->first + i].node, 0, n)) return false;
    return true;
}

/* The weight of the children that may hold by `week`; *next is the next week in which more may. */
static uint64_t weight_by(const lri_solver *s, const lri_child *children, uint32_t count,
                          int64_t week, int64_t *next) {
    uint64_t weight = 0;
    *next = s->never;
    for (uint32_t i = 0; i < count; i++) {
        int64_t low = lri_lower(s, children[i].node);
        if (low <= week)
            weight += children[i].weight;
        else if (low < *next)
            *next = low;
    }
    return weight;
}

/* Says that the children which may hold before `week` weigh less than `need`: names the late ones,
 * but leaves out some while what is left still weighs too little. */
static void because_light(lri_solver *s, const lri_child *children, uint32_t count, int64_t week,
                          uint64_t spare, uint32_t but, int moves) {
    for (uint32_t i = 0; i < count; i++) {
        if (i == but || lri_lower(s, children[i].node) < week) continue;
        if (children[i].weight <= spare)
            spare -= children[i].weight;
        else
            lri_because_moving(s, lri_at_least(children[i].node, week), moves);
    }
}

static bool run_at_least(lri_solver *s, const lri_rules *r, uint32_t n) {
    const lri_node *node = &r->problem->nodes.items[n];
    const lri_child *children = r->problem->children.items + node->first;
    int64_t low = lri_lower(s, n), next, high;
    uint64_t before = 0, weight = weight_by(s, children, node->count, low, &next);
    while (weight < node->need && low < s->never) {
        before = weight;
        low = next;
        weight = weight_by(s, children, node->count, low, &next);
    }
    if (low > lri_lower(s, n)) {
        because_light(s, children, node->count, low, node->need - before - 1, LRI_NONE, 1);
        if (!lri_imply(s, lri_at_least(n, low))) return false;
    }
    high = lri_upper(s, n);
    if (high == s->never) return true;
    weight = weight_by(s, children, node->count, high, &next);
    for (uint32_t i = 0; i < node->count; i++) {
        uint32_t child = children[i].node;
        if (lri_upper(s, child) <= high || lri_lower(s, child) > high) continue;
        if (weight - children[i].weight >= node->need) continue;
        because_light(s, children, node->count, high + 1,
                      node->need - (weight - children[i].weight) - 1, i, -1);
        lri_because_moving(s, lri_at_most(n, high), 1);
        if (!lri_imply(s, lri_at_most(child, high))) return false;
    }
    return true;
}

static bool run_gate(lri_solver *s, const lri_rules *r, uint32_t n) {
    const lri_node *node = &r->problem->nodes.items[n];
    uint32_t child = r->problem->children.items[node->first].node;
    int64_t low = lri_lower(s, child), least = low > node->from ? low : node->from;
    int64_t week = low > node->to ? s->never : later(s, least, node->delay);
    if (lri_lower(s, n) < week) {
        if (low > node->to)
            lri_because(s, lri_at_least(child, node->to + 1));
        else if (low > node->from)
            lri_because_moving(s, lri_at_least(child, week - node->delay), 1);
        if (!lri_imply(s, lri_at_least(n, week))) return false;
    }
    int64_t high = lri_upper(s, n);
    if (high == s->never) return true;
    int64_t by = high - node->delay < node->to ? high - node->delay : node->to;
    if (lri_upper(s, child) <= by) return true;
    lri_because_moving(s, lri_at_most(n, high), by < node->to);
    return lri_imply(s, lri_at_most(child, by));
}

/* What the node needs whichever alternative gives it, holds before it. */
static bool run_landmarks(lri_solver *s, const lri_rules *r, uint32_t n) {
    const lri_problem *p = r->problem;
    for (uint32_t i = p->landmark_offsets.items[n]; i < p->landmark_offsets.items[n + 1]; i++)
        if (!keep_order(s, p->landmarks.items[i].node, p->landmarks.items[i].weeks, n))
            return false;
    return true;
}

static bool run_node(lri_solver *s, void *rules, uint32_t n) {
    const lri_rules *r = rules;
    const lri_node *node = &r->problem->nodes.items[n];
    if (!run_landmarks(s, r, n)) return false;
    switch (node->kind) {
    case LRI_NODE_FIXED:
        return true;
    case LRI_NODE_ALL:
        return run_all(s, r, n);
    case LRI_NODE_ANY:
        return run_earliest(s, r, n, node->count);
    case LRI_NODE_AT_LEAST:
        return run_at_least(s, r, n);
    case LRI_NODE_GATE:
        return run_gate(s, r, n);
    case LRI_NODE_STARTED:
    case LRI_NODE_DONE:
        break;
    }
    /* What is needed of a task makes it used. */
    if (lri_upper(s, n) < s->never && !lri_holds(s, lri_used(r, node->task))) {
        lri_because(s, lri_at_most(n, s->never - 1));
        if (!lri_imply(s, lri_used(r, node->task))) return false;
    }
    return run_earliest(s, r, n, r->problem->tasks.items[node->task].count);
}

/* ---- Tasks and modes --------------------------------------------------------------------------
 */

/* The mode is used: the task is, and no other mode. */
static bool use(lri_solver *s, const lri_rules *r, const lri_task *task, uint32_t use_variable,
                uint32_t used) {
    lri_atom cause = lri_at_most(lri_start_of(r, used), s->never - 1);
    if (lri_lower(s, use_variable) == 0) {
        lri_because(s, cause);
        if (!lri_imply(s, lri_at_least(use_variable, 1))) return false;
    }
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        if (m == used || !lri_is_possible(r, m)) continue;
        lri_because(s, cause);
        if (!lri_imply(s, lri_at_least(lri_start_of(r, m), s->never))) return false;
    }
    return true;
}

static bool run_task(lri_solver *s, void *rules, uint32_t t) {
    const lri_rules *r = rules;
    const lri_task *task = &r->problem->tasks.items[t];
    uint32_t use_variable = r->uses.items[t], possible = 0, only = LRI_NONE;
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        if (lri_is_used(r, m)) return use(s, r, task, use_variable, m);
        if (!lri_is_possible(r, m)) continue;
        possible++;
        only = m;
    }
    if (possible == 0) {
        for (uint32_t m = task->first; m < task->first + task->count; m++)
            lri_because(s, lri_at_least(lri_start_of(r, m), s->never));
        return lri_imply(s, lri_at_most(use_variable, 0));
    }
    if (lri_upper(s, use_variable) == 0) {
        for (uint32_t m = task->first; m < task->first + task->count; m++) {
            lri_because(s, lri_at_most(use_variable, 0));
            if (!lri_imply(s, lri_at_least(lri_start_of(r, m), s->never))) return false;
        }
        return true;
    }
    if (lri_lower(s, use_variable) == 0 || possible > 1) return true;
    for (uint32_t m = task->first; m < task->first + task->count; m++)
        if (m != only) lri_because(s, lri_at_least(lri_start_of(r, m), s->never));
    lri_because(s, lri_at_least(use_variable, 1));
    return lri_imply(s, lri_at_most(lri_start_of(r, only), s->never - 1));
}

/* The weeks from a step's beginning to when it has given what it is for, at the latest: when a task
 * is asked only to be done, it must be over by the end, or it could be left out (rule 7). */
static int64_t service_weeks(const lri_rules *r, const lri_mode *mode) {
    const lri_task *task = &r->problem->tasks.items[mode->task];
    return task->started == LRI_NONE ? mode->weeks : 0;
}

/* What a mode requires holds when it begins; and it serves by the end. */
static bool run_mode(lri_solver *s, void *rules, uint32_t m) {
    const lri_rules *r = rules;
    const lri_mode *mode = &r->problem->modes.items[m];
    uint32_t start = lri_start_of(r, m), end = r->problem->end;
    int64_t weeks = service_weeks(r, mode), high = lri_upper(s, end);
    if (!keep_order(s, mode->requires, 0, start)) return false;
    if (lri_lower(s, start) < s->never && lri_lower(s, start) + weeks > high) {
        lri_because(s, lri_at_least(start, high - weeks + 1));
        lri_because(s, lri_at_most(end, high));
        if (!lri_imply(s, lri_at_least(start, s->never))) return false;
    }
    if (!lri_is_used(r, m)) return true;
    if (lri_upper(s, start) + weeks > high) {
        lri_because(s, lri_at_most(start, s->never - 1));
        lri_because_moving(s, lri_at_most(end, high), 1);
        if (!lri_imply(s, lri_at_most(start, high - weeks))) return false;
    }
    int64_t low = later(s, lri_lower(s, start), weeks);
    if (lri_lower(s, end) >= low) return true;
    lri_because(s, lri_at_most(start, s->never - 1));
    lri_because_moving(s, lri_at_least(start, low - weeks), 1);
    return lri_imply(s, lri_at_least(end, low));
}

/* ---- Posting ----------------------------------------------------------------------------------
 */

static void wake_both(lri_solver *s, uint32_t rule, uint32_t variable) {
    lri_solver_wake(s, rule, 2 * variable);
    lri_solver_wake(s, rule, 2 * variable + 1);
}

/* Is the mode's beginning the same as its task's being done? */
static bool is_done_at_once(const lri_rules *r, const lri_task *task) {
    return r->problem->last == 0 && task->count == 1 && task->done != LRI_NONE;
}

/* A node that may come to hold in any week from its earliest on skips none. */
static void bound_node(lri_rules *r, uint32_t n) {
    const lri_problem *p = r->problem;
    int64_t earliest = p->earliest.items[n];
    if (p->last > 0) {
        const lri_weeks *moments = &r->moments.items[n];
        int first = lri_weeks_next(moments, 0);
        earliest = first < 0 ? p->never : first;
        if (lri_weeks_count(moments) < p->never - earliest) r->solver->weeks.items[n] = moments;
    }
    lri_solver_bounds(r->solver, n, earliest, p->never);
}

/* A node's rule runs when it is wanted earlier, and when what it waits for comes later. */
static void post_node(lri_rules *r, uint32_t n) {
    const lri_node *node = &r->problem->nodes.items[n];
    if (node->kind == LRI_NODE_FIXED) {
        lri_solver_bounds(r->solver, n, node->week, node->week);
        return;
    }
    bound_node(r, n);
    if (node->kind == LRI_NODE_DONE && is_done_at_once(r, &r->problem->tasks.items[node->task]))
        return;
    uint32_t rule = lri_solver_rule(r->solver, run_node, n, false), count = node->count;
    if (node->kind == LRI_NODE_STARTED || node->kind == LRI_NODE_DONE)
        count = r->problem->tasks.items[node->task].count;
    lri_solver_wake(r->solver, rule, 2 * n + 1);
    for (uint32_t i = 0; i < count; i++) {
        bool is_child = node->kind < LRI_NODE_STARTED;
        uint32_t variable = is_child ? r->problem->children.items[node->first + i].node
                                     : term_of(r, node, i).variable;
        lri_solver_wake(r->solver, rule, 2 * variable);
    }
    for (uint32_t i = r->problem->landmark_offsets.items[n];
         i < r->problem->landmark_offsets.items[n + 1]; i++)
        lri_solver_wake(r->solver, rule, 2 * r->problem->landmarks.items[i].node);
}

static void post_mode(lri_rules *r, uint32_t m) {
    const lri_mode *mode = &r->problem->modes.items[m];
    uint32_t start = lri_start_of(r, m);
    lri_solver *s = r->solver;
    const lri_task *task = &r->problem->tasks.items[mode->task];
    bool must = task->included && task->count == 1;
    lri_solver_bounds(s, start, lri_weeks_next(&mode->starts, 0),
                      must ? lri_weeks_prior(&mode->starts, r->problem->last) : s->never);
    s->weeks.items[start] = &mode->starts;
    uint32_t rule = lri_solver_rule(s, run_mode, m, false);
    wake_both(s, rule, start);
    lri_solver_wake(s, rule, 2 * mode->requires);
    lri_solver_wake(s, rule, 2 * r->problem->end + 1);
}

static void post_task(lri_rules *r, uint32_t t) {
    const lri_task *task = &r->problem->tasks.items[t];
    uint32_t use_variable = r->uses.items[t];
    if (use_variable == LRI_NONE) return;
    lri_solver_bounds(r->solver, use_variable, task->included, 1);
    uint32_t rule = lri_solver_rule(r->solver, run_task, t, false);
    wake_both(r->solver, rule, use_variable);
    for (uint32_t m = task->first; m < task->first + task->count; m++)
        wake_both(r->solver, rule, lri_start_of(r, m));
}

static int64_t common_divisor(int64_t a, int64_t b) {
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* What the sum would be if all tasks were used, each in its dearest mode, and what it is always a
 * multiple of. */
static void add_up(lri_rules *r, lri_sum_kind sum) {
    const lri_problem *p = r->problem;
    int64_t most = 0, unit = 0;
    r->dearest[sum] = 0;
    for (uint32_t t = 0; t < p->tasks.count; t++) {
        const lri_task *task = &p->tasks.items[t];
        int64_t dearest = 0;
        for (uint32_t m = task->first; m < task->first + task->count; m++) {
            int64_t share = lri_share_of(r, sum, &p->modes.items[m]);
            if (share > dearest) dearest = share;
            if (unit != 1) unit = common_divisor(share, unit);
        }
        most += dearest;
        if (dearest > r->dearest[sum]) r->dearest[sum] = dearest;
    }
    r->most[sum] = most;
    r->unit[sum] = unit ? unit : 1;
}

/* A sum runs when it may get larger, or its limit smaller: when a task is used or needed, and when
 * a mode is barred, also one with no share: the least of its task may rise. */
static void post_sum(lri_rules *r, lri_sum_kind sum) {
    lri_solver *s = r->solver;
    uint32_t limit = lri_limit_of(r, sum);
    if (!r->most[sum]) return;
    uint32_t rule = lri_solver_rule(s, lri_run_sum, sum, true);
    lri_solver_wake(s, rule, 2 * limit + 1);
    for (uint32_t i = 0; i < r->may_need.count; i++)
        lri_solver_wake(s, rule, 2 * r->may_need.items[i] + 1);
    for (uint32_t t = 0; t < r->problem->tasks.count; t++)
        lri_solver_wake(s, rule, lri_used(r, t).side);
    for (uint32_t m = 0; m < r->problem->modes.count; m++)
        lri_solver_wake_at_never(s, rule, lri_start_of(r, m));
}

/* Is there always room for all at once? */
static bool is_ample(const lri_rules *r, uint32_t kind) {
    const lri_problem *p = r->problem;
    int64_t most = 0, room = INT64_MAX;
    for (uint32_t t = 0; t < p->tasks.count; t++) {
        const lri_task *task = &p->tasks.items[t];
        int32_t highest = 0;
        for (uint32_t m = task->first; m < task->first + task->count; m++)
            if (p->modes.items[m].load[kind] > highest) highest = p->modes.items[m].load[kind];
        most += highest;
    }
    for (uint32_t i = 0; i < p->room[kind].count; i++)
        if (p->room[kind].items[i] < room) room = p->room[kind].items[i];
    return most <= room;
}

static void post_load(lri_rules *r, uint32_t kind) {
    r->loaded[kind].count = 0;
    for (uint32_t m = 0; m < r->problem->modes.count; m++)
        if (r->problem->modes.items[m].load[kind] && !lri_push(&r->loaded[kind], m))
            r->solver->failed = true;
    if (r->loaded[kind].count < 2 || is_ample(r, kind)) return;
    uint32_t rule = lri_solver_rule(r->solver, lri_run_load, kind, true);
    for (uint32_t i = 0; i < r->loaded[kind].count; i++)
        wake_both(r->solver, rule, lri_start_of(r, r->loaded[kind].items[i]));
    lri_solver_wake(r->solver, rule, 2 * r->problem->end + 1);
    r->part_of.count = 0;
    for (uint32_t t = 0; t < r->problem->tasks.count; t++) {
        const lri_task *task = &r->problem->tasks.items[t];
        if (!lri_push(&r->part_of, LRI_NONE)) r->solver->failed = true;
        if (task->count < 2) continue;
        lri_solver_wake(r->solver, rule, lri_used(r, t).side);
        if (task->done != LRI_NONE) lri_solver_wake(r->solver, rule, 2 * task->done + 1);
    }
}

/* The bounds of the sums: nothing, and all that could be used, or what may be at most. */
static void post_totals(lri_rules *r) {
    const int64_t *most = r->problem->conditions->most;
    int64_t cost = r->most[LRI_SUM_COST], hours = r->most[LRI_SUM_HOURS];
    int64_t budget = r->problem->intake->budget_eur;
    if (most[LEERROUTE_COST] < budget) budget = most[LEERROUTE_COST];
    if (most[LEERROUTE_HOURS] < hours) hours = most[LEERROUTE_HOURS];
    lri_solver_bounds(r->solver, r->cost, 0, budget < cost ? budget : cost);
    lri_solver_bounds(r->solver, r->hours, 0, hours);
}

static bool number_variables(lri_rules *r) {
    const lri_problem *p = r->problem;
    uint32_t next = p->nodes.count;
    r->starts.count = r->uses.count = r->variables.count = 0;
    for (uint32_t m = 0; m < p->modes.count; m++) {
        const lri_task *task = &p->tasks.items[p->modes.items[m].task];
        bool is_own = !is_done_at_once(r, task);
        if (!lri_push(&r->starts, is_own ? next++ : task->done)) return false;
        if (is_own && !lri_push(&r->variables, m)) return false;
    }
    r->first_task = next;
    for (uint32_t t = 0; t < p->tasks.count; t++) {
        bool is_own = p->tasks.items[t].count != 1;
        if (!lri_push(&r->uses, is_own ? next++ : LRI_NONE)) return false;
        if (is_own && !lri_push(&r->variables, t)) return false;
    }
    r->cost = next++;
    r->hours = next;
    return true;
}

static bool make_scratch(lri_rules *r) {
    uint32_t nodes = r->problem->nodes.count;
    r->labels.count = r->explained.count = r->soonest.count = r->asked.count = r->met.count = 0;
    if (!lri_room(&r->labels, nodes) || !lri_room(&r->explained, nodes) ||
        !lri_room(&r->soonest, r->problem->modes.count))
        return false;
    for (uint32_t n = 0; n < nodes; n++) r->explained.items[n] = -1;
    return true;
}

bool lri_rules_post(lri_rules *r, lri_problem *problem, lri_solver *solver) {
    uint32_t nodes = problem->nodes.count, modes = problem->modes.count;
    r->problem = problem;
    r->solver = solver;
    if (!number_variables(r)) return false;
    if (!lri_solver_reset(solver, r->hours + 1, problem->never) || !lri_pickets_choose(r) ||
        !lri_room_add_up(r))
        return false;
    if (!make_scratch(r)) return false;
    if (problem->last > 0 && !lri_moments_find(r)) return false;
    solver->rule_context = r;
    r->counters.count = r->counted.count = r->prices.count = r->price_list.count = 0;
    for (uint32_t n = 0; n < nodes; n++) post_node(r, n);
    for (uint32_t m = 0; m < modes; m++) post_mode(r, m);
    for (uint32_t t = 0; t < problem->tasks.count; t++) post_task(r, t);
    for (int sum = 0; sum < LRI_SUMS; sum++) add_up(r, (lri_sum_kind)sum);
    post_totals(r);
    if (!lri_needs_post(r) || !lri_conditions_post(r)) return false;
    for (int sum = 0; sum < LRI_SUMS; sum++) post_sum(r, (lri_sum_kind)sum);
    for (uint32_t k = 0; k < LRI_LOADS; k++) post_load(r, k);
    if (problem->last == 0 && !lri_founded_post(r)) return false;
    if (!lri_twins_post(r)) return false;
    return !solver->failed;
}

void lri_rules_free(lri_rules *r) {
    for (int k = 0; k < LRI_LOADS; k++) {
        free(r->loaded[k].items);
        free(r->room_before[k].items);
        free(r->room_before[LRI_LOADS + k].items);
    }
    free(r->moments.items);
    free(r->picketed.items);
    free(r->running.items);
    free(r->runs.items);
    free(r->starts.items);
    free(r->uses.items);
    free(r->variables.items);
    free(r->counters.items);
    free(r->counted.items);
    free(r->prices.items);
    free(r->price_list.items);
    free(r->sources.items);
    free(r->chosen.items);
    free(r->in_circles.items);
    free(r->labels.items);
    free(r->soonest.items);
    free(r->explained.items);
    free(r->lost.items);
    free(r->met.items);
    free(r->asked.items);
    free(r->may_need.items);
    free(r->twins.items);
    free(r->alike.items);
    free(r->forbidden.items);
    free(r->forbidden_tasks.items);
    free(r->needs.items);
    free(r->weighed.items);
    free(r->claims.items);
    free(r->shares.items);
    free(r->parts.items);
    free(r->part_of.items);
    free(r->left.items);
    *r = (lri_rules){0};
}
