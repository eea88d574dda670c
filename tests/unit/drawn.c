#include "drawn.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "plan/problem.h"

/* ---- Drawing ---- */

enum { MOST_WEEKS = 5 };

static uint64_t state;

uint32_t drawn_number(uint32_t below) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)((state >> 11) % below);
}

static uint32_t alike; /* of a hundred things, how many are drawn like one before */

static bool chance(uint32_t percent) {
    return drawn_number(100) < percent;
}

static int32_t between(int32_t least, int32_t most) {
    return least + (int32_t)drawn_number((uint32_t)(most - least + 1));
}

/* What is asserted is noted by the test, which takes its time. */
static void keep(bool has_memory) {
    if (!has_memory) ck_abort_msg("no memory");
}

static uint32_t add_node(lri_problem *p, lri_node node) {
    keep(lri_push(&p->nodes, node));
    return p->nodes.count - 1;
}

static void add_child(lri_problem *p, lri_node *node, uint32_t child) {
    uint32_t weight = node->kind == LRI_NODE_AT_LEAST ? 1 + drawn_number(4) : 1;
    keep(lri_push(&p->children, (lri_child){child, weight}));
    node->count++;
}

static lri_node make_node(lri_problem *p, uint32_t first, int depth);

static uint32_t draw_node(const lri_problem *p) {
    return LRI_NODE_NEVER + 1 + drawn_number(p->nodes.count - LRI_NODE_NEVER - 1);
}

static bool is_like_before(void) {
    return alike && chance(alike);
}

/* The same of another task that this node is of its own; LRI_NONE where there is none. */
static uint32_t draw_twin(const lri_problem *p, uint32_t node) {
    lri_node_kind kind = p->nodes.items[node].kind;
    const lri_task *task = &p->tasks.items[drawn_number(p->tasks.count)];
    if (kind == LRI_NODE_DONE) return task->done;
    return kind == LRI_NODE_STARTED ? task->started : LRI_NONE;
}

/* What a task gives, or one of the nodes from `first` on, so that some rest on themselves; or what
 * is made for it, to so many levels. */
static uint32_t draw_child(lri_problem *p, uint32_t first, int depth) {
    const lri_task *task = &p->tasks.items[drawn_number(p->tasks.count)];
    if (chance(5)) return LRI_NODE_NEVER + 1;
    if (depth && chance(30)) return add_node(p, make_node(p, first, depth - 1));
    if (chance(40)) return first + drawn_number(p->nodes.count - first);
    return task->started != LRI_NONE && chance(50) ? task->started : task->done;
}

static lri_node make_node(lri_problem *p, uint32_t first, int depth) {
    static const lri_node_kind kinds[] = {LRI_NODE_ALL, LRI_NODE_ANY, LRI_NODE_ANY,
                                          LRI_NODE_AT_LEAST, LRI_NODE_GATE};
    lri_node node = {.kind = kinds[drawn_number(5)]};
    uint32_t children[DRAWN_TASKS], count = 2 + drawn_number(2);
    if (node.kind == LRI_NODE_GATE) count = 1;
    if (node.kind == LRI_NODE_AT_LEAST) count = p->tasks.count;
    for (uint32_t i = 0; i < count; i++) {
        bool is_own = node.kind == LRI_NODE_AT_LEAST && chance(80);
        children[i] = is_own ? p->tasks.items[i].done : draw_child(p, first, depth);
        if (is_own || !i || !is_like_before()) continue;
        uint32_t twin = draw_twin(p, children[i - 1]);
        if (twin != LRI_NONE) children[i] = twin;
    }
    node.first = p->children.count;
    if (node.kind == LRI_NODE_AT_LEAST) node.need = 3 + drawn_number(4);
    if (node.kind == LRI_NODE_GATE) {
        node.from = chance(50) ? 0 : between(0, p->last / 2);
        node.to = chance(30) ? p->last : between(node.from, p->last);
        node.delay = between(0, 2);
    }
    for (uint32_t i = 0; i < count; i++) add_child(p, &node, children[i]);
    return node;
}

/* In any week, or in few; not where it alone would ask for more than there is. */
static lri_weeks draw_starts(const lri_problem *p, const lri_mode *mode) {
    lri_weeks starts = {{0}};
    uint32_t percent = chance(30) ? 100 : chance(50) ? 50 : 20;
    for (int week = 0; week <= p->last; week++) {
        bool fits = chance(percent);
        for (int i = 0; i < mode->weeks; i++)
            for (int k = 0; k < LRI_LOADS; k++)
                fits = fits && mode->load[k] <= p->room[k].items[week + i];
        if (fits) lri_weeks_add(&starts, week);
    }
    return starts;
}

/* Like a mode before, or a shorter or lighter one: so it fits wherever that one does. */
static void be_like_before(const lri_problem *p, lri_mode *mode) {
    const lri_mode *before = &p->modes.items[drawn_number(p->modes.count)];
    mode->weeks = chance(80) ? before->weeks : between(1, before->weeks);
    mode->starts = before->starts;
    memcpy(mode->load, before->load, sizeof mode->load);
    int lighter = (int)drawn_number(10);
    if (lighter < 2) mode->load[lighter] = between(0, before->load[lighter]);
}

static void draw_task(lri_problem *p, uint32_t t) {
    lri_task task = {.activity = t, .first = p->modes.count, .count = 1, .included = chance(10)};
    if (chance(60)) task.count += 1 + drawn_number(2);
    task.done = add_node(p, (lri_node){.kind = LRI_NODE_DONE, .task = t});
    task.started = LRI_NONE;
    if (chance(30)) task.started = add_node(p, (lri_node){.kind = LRI_NODE_STARTED, .task = t});
    for (uint32_t m = 0; m < task.count; m++) {
        lri_mode mode = {.task = t, .weeks = between(1, MOST_WEEKS), .load = {0, 0, 1}};
        mode.load[0] = between(0, 4);
        mode.load[1] = chance(alike ? 80 : 40) ? between(0, 2) : 0;
        mode.cost_eur = chance(80) ? between(0, 6) : 0;
        mode.study_hours = between(0, 6);
        mode.starts = draw_starts(p, &mode);
        if (p->modes.count && is_like_before()) be_like_before(p, &mode);
        keep(lri_push(&p->modes, mode));
    }
    keep(lri_push(&p->tasks, task));
}

static void draw_room(lri_problem *p) {
    int32_t room[LRI_LOADS] = {0};
    for (int week = 0; week <= p->last + MOST_WEEKS; week++) {
        if (!week || chance(week > p->last ? 40 : 15)) {
            room[0] = between(3, 7);
            room[1] = between(0, 4);
            room[2] = chance(50) ? INT32_MAX : between(1, 2);
        }
        for (int k = 0; k < LRI_LOADS; k++) keep(lri_push(&p->room[k], room[k]));
    }
}

static uint32_t draw_done(const lri_problem *p) {
    return p->tasks.items[drawn_number(p->tasks.count)].done;
}

static bool has_included(const lri_problem *p) {
    for (uint32_t t = 0; t < p->tasks.count; t++)
        if (p->tasks.items[t].included) return true;
    return false;
}

/* Some things at once, and all that is included; or one task alone, which may have twins. */
static uint32_t draw_goal(lri_problem *p) {
    if (is_like_before() && chance(20) && !has_included(p)) return draw_done(p);
    lri_node goal = {.kind = LRI_NODE_ALL, .first = p->children.count};
    uint32_t some = 2 + drawn_number(3);
    for (uint32_t i = 0, node; i < some; i++) {
        add_child(p, &goal, node = draw_node(p));
        uint32_t twin = is_like_before() ? draw_twin(p, node) : LRI_NONE;
        if (twin != LRI_NONE) add_child(p, &goal, twin);
    }
    for (uint32_t t = 0; t < p->tasks.count; t++)
        if (p->tasks.items[t].included) add_child(p, &goal, p->tasks.items[t].done);
    return add_node(p, goal);
}

static void draw_conditions(drawn *d) {
    lri_conditions *c = &d->conditions;
    lri_conditions_free(c);
    d->intake.budget_eur = chance(40) ? between(0, 15) : INT64_MAX;
    if (chance(20)) c->most[LEERROUTE_COST] = between(0, 15);
    if (chance(40)) c->most[LEERROUTE_HOURS] = between(0, 15);
    for (int i = 0; i < 2 && chance(25); i++)
        keep(lri_push(&c->cuts, (lri_cut){between(1, 10), between(1, 10)}));
    uint32_t tasks = d->problem.tasks.count, pair[2] = {drawn_number(tasks)};
    pair[1] = (pair[0] + 1) % tasks;
    if (chance(25)) keep(lri_conditions_forbid(c, pair, 2));
}

static void clear(lri_problem *p) {
    p->nodes.count = p->children.count = p->tasks.count = p->modes.count = 0;
    for (int k = 0; k < LRI_LOADS; k++) p->room[k].count = 0;
    p->last = between(4, 8);
    p->never = p->last + 1;
    add_node(p, (lri_node){.kind = LRI_NODE_FIXED, .week = 0});
    add_node(p, (lri_node){.kind = LRI_NODE_FIXED, .week = p->never});
    if (chance(30)) add_node(p, (lri_node){.kind = LRI_NODE_FIXED, .week = between(1, p->last)});
}

static void draw(drawn *d) {
    lri_problem *p = &d->problem;
    clear(p);
    p->intake = &d->intake;
    p->conditions = &d->conditions;
    draw_room(p);
    uint32_t tasks = 3 + drawn_number(DRAWN_TASKS - 2), others = 2 + drawn_number(4);
    for (uint32_t t = 0; t < tasks; t++) draw_task(p, t);
    uint32_t first = p->nodes.count;
    for (uint32_t i = 0; i < others; i++) add_node(p, (lri_node){0});
    for (uint32_t i = 0; i < others; i++) {
        lri_node node = make_node(p, first, 2);
        p->nodes.items[first + i] = node;
    }
    for (uint32_t m = 0; m < p->modes.count; m++) {
        lri_mode *mode = &p->modes.items[m];
        mode->requires = chance(60) ? LRI_NODE_HOLDS : draw_node(p);
        if (m && is_like_before()) mode->requires = p->modes.items[drawn_number(m)].requires;
    }
    p->finish = p->end = draw_goal(p);
    p->first = LRI_NODE_HOLDS;
    if (chance(20)) {
        lri_node both = {.kind = LRI_NODE_ALL, .first = p->children.count};
        p->first = is_like_before() ? draw_done(p) : first + drawn_number(others);
        add_child(p, &both, p->finish);
        add_child(p, &both, p->first);
        p->end = add_node(p, both);
    }
    draw_conditions(d);
    keep(lri_problem_tighten(p, p->last, NULL));
}

static void make(drawn *d, uint64_t seed) {
    const lri_problem *p = &d->problem;
    state = seed * 2654435761u + 88172645463325252u;
    do draw(d);
    while (!p->modes.count || p->earliest.items[p->end] > p->last);
}

void drawn_make(drawn *d, uint64_t seed) {
    alike = 0;
    make(d, seed);
}

void drawn_make_alike(drawn *d, uint64_t seed) {
    alike = 60;
    make(d, seed);
}

void drawn_free(drawn *d) {
    lri_problem_free(&d->problem);
    lri_conditions_free(&d->conditions);
    free(d->solutions.items);
    *d = (drawn){0};
}

/* ---- What holds when ---- */

/* A way to begin steps: of each task the mode, or none, and its first week. */
typedef struct way {
    uint32_t mode[DRAWN_TASKS];
    int32_t start[DRAWN_TASKS];
    int32_t holds[DRAWN_VARIABLES]; /* by node */
} way;

/* From when it is given by its task. A step gives what it is for when what it requires is known to
 * hold, so that two do not give each other what they ask. */
static int32_t given(const lri_problem *p, const way *w, const lri_node *node) {
    uint32_t m = w->mode[node->task];
    if (m == LRI_NONE) return p->never;
    if (node->kind == LRI_NODE_STARTED) return w->start[node->task];
    const lri_mode *mode = &p->modes.items[m];
    bool may_begin = w->holds[mode->requires] <= w->start[node->task];
    return may_begin ? w->start[node->task] + mode->weeks : p->never;
}

static int32_t weighed(const lri_problem *p, const way *w, const lri_node *node) {
    for (int32_t week = 0; week <= p->last; week++) {
        uint64_t weight = 0;
        for (uint32_t i = node->first; i < node->first + node->count; i++)
            if (w->holds[p->children.items[i].node] <= week) weight += p->children.items[i].weight;
        if (weight >= node->need) return week;
    }
    return p->never;
}

static int32_t holds_from(const lri_problem *p, const way *w, const lri_node *node) {
    const lri_child *children = p->children.items + node->first;
    int32_t least = p->never, most = 0;
    for (uint32_t i = 0; i < node->count; i++) {
        int32_t week = w->holds[children[i].node];
        if (week < least) least = week;
        if (week > most) most = week;
    }
    switch (node->kind) {
    case LRI_NODE_FIXED:
        return node->week;
    case LRI_NODE_ALL:
        return most;
    case LRI_NODE_ANY:
        return least;
    case LRI_NODE_AT_LEAST:
        return weighed(p, w, node);
    case LRI_NODE_GATE:
        if (most > node->to) return p->never;
        return (most > node->from ? most : node->from) + node->delay;
    default:
        return given(p, w, node);
    }
}

/* From nothing, so that what rests on itself never holds. */
static void find_weeks(const lri_problem *p, way *w) {
    for (uint32_t n = 0; n < p->nodes.count; n++) w->holds[n] = p->never;
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t n = 0; n < p->nodes.count; n++) {
            int32_t week = holds_from(p, w, &p->nodes.items[n]);
            if (week >= w->holds[n]) continue;
            w->holds[n] = week;
            changed = true;
        }
    }
}

/* ---- Solutions ---- */

/* Do the steps of the tasks before `tasks` fit in the room? */
static bool fits(const lri_problem *p, const way *w, uint32_t tasks) {
    for (int k = 0; k < LRI_LOADS; k++)
        for (int week = 0; week < (int)p->room[k].count; week++) {
            int64_t load = 0;
            for (uint32_t t = 0; t < tasks; t++) {
                if (w->mode[t] == LRI_NONE) continue;
                const lri_mode *mode = &p->modes.items[w->mode[t]];
                if (w->start[t] <= week && week < w->start[t] + mode->weeks) load += mode->load[k];
            }
            if (load > p->room[k].items[week]) return false;
        }
    return true;
}

static bool has_forbidden(const lri_problem *p, const way *w) {
    const lri_conditions *c = p->conditions;
    for (uint32_t i = 0; i < c->forbidden.count; i++) {
        const lri_forbidden *set = &c->forbidden.items[i];
        uint32_t used = 0;
        for (uint32_t t = 0; t < p->tasks.count; t++)
            for (uint32_t k = set->first; k < set->first + set->count; k++)
                used +=
                    w->mode[t] != LRI_NONE && p->tasks.items[t].activity == c->activities.items[k];
        if (used == set->count) return true;
    }
    return false;
}

static bool is_affordable(const lri_problem *p, int64_t cost, int64_t hours) {
    const lri_conditions *c = p->conditions;
    for (uint32_t i = 0; i < c->cuts.count; i++)
        if (cost >= c->cuts.items[i].cost_eur && hours >= c->cuts.items[i].study_hours)
            return false;
    return cost <= p->intake->budget_eur && cost <= c->most[LEERROUTE_COST] &&
           hours <= c->most[LEERROUTE_HOURS];
}

static int64_t sum_of(const lri_problem *p, const way *w, bool costs) {
    int64_t sum = 0;
    for (uint32_t t = 0; t < p->tasks.count; t++) {
        if (w->mode[t] == LRI_NONE) continue;
        const lri_mode *mode = &p->modes.items[w->mode[t]];
        sum += costs ? mode->cost_eur : mode->study_hours;
    }
    return sum;
}

/* All that the rules ask; and that each step has given by the end what may be asked of it (rule 7:
 * see lib/plan/README.md). */
static bool is_solution(const lri_problem *p, way *w) {
    find_weeks(p, w);
    int32_t end = w->holds[p->end];
    if (end > p->last || has_forbidden(p, w)) return false;
    if (!is_affordable(p, sum_of(p, w, true), sum_of(p, w, false))) return false;
    for (uint32_t t = 0; t < p->tasks.count; t++) {
        const lri_task *task = &p->tasks.items[t];
        if (w->mode[t] == LRI_NONE) {
            if (task->included) return false;
            continue;
        }
        const lri_mode *mode = &p->modes.items[w->mode[t]];
        if (w->holds[mode->requires] > w->start[t]) return false;
        if (w->start[t] + (task->started == LRI_NONE ? mode->weeks : 0) > end) return false;
    }
    return true;
}

static void add_solution(drawn *d, const lri_rules *r, const way *w) {
    const lri_problem *p = r->problem;
    drawn_solution solution = {{0}};
    int32_t *value = solution.value;
    memcpy(value, w->holds, p->nodes.count * sizeof *value);
    for (uint32_t t = 0; t < p->tasks.count; t++) {
        const lri_task *task = &p->tasks.items[t];
        for (uint32_t m = task->first; m < task->first + task->count; m++)
            value[lri_start_of(r, m)] = w->mode[t] == m ? w->start[t] : p->never;
        if (r->uses.items[t] != LRI_NONE) value[r->uses.items[t]] = w->mode[t] != LRI_NONE;
    }
    value[r->cost] = (int32_t)sum_of(p, w, true);
    value[r->hours] = (int32_t)sum_of(p, w, false);
    keep(lri_push(&d->solutions, solution));
}

/* Tries every way to begin task t and those after it; false when there are too many. */
static bool try_tasks(drawn *d, const lri_rules *r, way *w, uint32_t t, uint32_t *tried) {
    enum { MOST = 4000 };
    const lri_problem *p = r->problem;
    if (t == p->tasks.count) {
        if (++*tried > MOST) return false;
        if (is_solution(p, w)) add_solution(d, r, w);
        return true;
    }
    w->mode[t] = LRI_NONE;
    if (!try_tasks(d, r, w, t + 1, tried)) return false;
    const lri_task *task = &p->tasks.items[t];
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        const lri_weeks *starts = &p->modes.items[m].starts;
        for (int week = lri_weeks_next(starts, 0); week >= 0;
             week = lri_weeks_next(starts, week + 1)) {
            w->mode[t] = m;
            w->start[t] = week;
            if (fits(p, w, t + 1) && !try_tasks(d, r, w, t + 1, tried)) return false;
        }
    }
    return true;
}

bool drawn_solve(drawn *d, const lri_rules *r) {
    way w;
    uint32_t tried = 0;
    d->solutions.count = d->counters = 0;
    ck_assert_uint_lt(r->hours, DRAWN_VARIABLES);
    return try_tasks(d, r, &w, 0, &tried);
}

bool drawn_holds(const drawn_solution *solution, lri_atom atom) {
    int64_t value = solution->value[atom.side / 2];
    return (atom.side & 1 ? -value : value) >= atom.at;
}

void drawn_count(drawn *d, const lri_rules *r) {
    for (; d->counters < r->counters.count; d->counters++) {
        const lri_counter *counter = &r->counters.items[d->counters];
        ck_assert_uint_lt(counter->variable, DRAWN_VARIABLES);
        for (uint32_t i = 0; i < d->solutions.count; i++) {
            drawn_solution *solution = &d->solutions.items[i];
            int32_t refuted = 0;
            for (uint32_t k = counter->first; k < counter->first + counter->count; k++)
                refuted += !drawn_holds(solution, r->counted.items[k]);
            solution->value[counter->variable] = refuted;
        }
    }
}
