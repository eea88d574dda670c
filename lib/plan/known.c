#include "plan/known.h"

#include <stdlib.h>
#include <string.h>

#include "plan/settle.h"

/* So many plans are kept; then it begins anew, since each is tried in each plan to come. */
enum { MOST_PLANS = 64 };

/* ---- A route in another problem ---------------------------------------------------------------
 */

/* The mode that stands for a step: its own, or another of the task that is over no later. */
static uint32_t mode_for(const lri_problem *p, const lri_placed *step, int week) {
    uint32_t t = lri_problem_task_of(p, step->activity), other = LRI_NONE;
    if (t == LRI_NONE || week < 0 || week > p->last) return LRI_NONE;
    const lri_task *task = &p->tasks.items[t];
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        const lri_mode *mode = &p->modes.items[m];
        if (!lri_weeks_has(&mode->starts, week) || mode->weeks > step->weeks) continue;
        if (mode->offering == step->offering && mode->weeks == step->weeks) return m;
        if (other == LRI_NONE) other = m;
    }
    return other;
}

/* Puts the route in the weeks of the problem, as far as its steps are there; with their labels. */
static bool place(const lri_known *known, const lri_known_plan *plan, lri_search *x) {
    lri_problem *p = x->problem;
    lri_week start = lri_week_of(p->intake->start);
    x->best.count = x->starts.count = 0;
    if (!lri_room(&x->best, p->modes.count) || !lri_room(&x->starts, p->modes.count))
        return !(x->solver.failed = true);
    for (uint32_t m = 0; m < p->modes.count; m++) lri_push(&x->best, p->never);
    for (uint32_t i = plan->first_step; i < plan->first_step + plan->steps; i++) {
        const lri_placed *step = &known->steps.items[i];
        uint32_t m = mode_for(p, step, step->start - start);
        if (m != LRI_NONE) x->best.items[m] = step->start - start;
    }
    return lri_search_take_best(x);
}

static bool has_all(const lri_search *x, const lri_forbidden *set) {
    const lri_problem *p = x->problem;
    for (uint32_t i = set->first; i < set->first + set->count; i++) {
        uint32_t task = lri_problem_task_of(p, p->conditions->activities.items[i]);
        if (task == LRI_NONE || !lri_search_is_wished(x, task)) return false;
    }
    return true;
}

/* The limits and conditions that no label or load shows. */
static bool meets_limits(const lri_search *x) {
    const lri_conditions *c = x->problem->conditions;
    int64_t cost = x->value[LEERROUTE_COST], hours = x->value[LEERROUTE_HOURS];
    if (cost > x->problem->intake->budget_eur || cost > c->most[LEERROUTE_COST] ||
        hours > c->most[LEERROUTE_HOURS])
        return false;
    for (uint32_t i = 0; i < c->cuts.count; i++)
        if (cost >= c->cuts.items[i].cost_eur && hours >= c->cuts.items[i].study_hours)
            return false;
    for (uint32_t i = 0; i < c->forbidden.count; i++)
        if (has_all(x, &c->forbidden.items[i])) return false;
    return true;
}

/* Are the best starts a route? */
static bool is_route(const lri_search *x) {
    const lri_problem *p = x->problem;
    if (x->labels.items[p->end] > p->last) return false;
    for (uint32_t m = 0; m < p->modes.count; m++) {
        int32_t start = x->best.items[m];
        if (start > p->last) continue;
        if (x->labels.items[p->modes.items[m].requires] > start || !lri_settle_fits(x, m, start))
            return false;
    }
    return meets_limits(x);
}

/* By the order of the search: less than 0 when its best is better than these measures. */
static int compare(const lri_search *x, const int64_t *value) {
    for (uint32_t i = 0; i < x->order_count; i++) {
        int measure = x->order[i];
        if (x->value[measure] != value[measure]) return x->value[measure] < value[measure] ? -1 : 1;
    }
    return 0;
}

/* The place among the plans of the best one that is a route, or LRI_NONE. */
static uint32_t find_best(const lri_known *known, lri_search *x) {
    uint32_t best = LRI_NONE;
    int64_t least[LRI_MEASURES] = {0};
    for (uint32_t i = 0; i < known->plans.count; i++) {
        if (!place(known, &known->plans.items[i], x)) return LRI_NONE;
        if (!is_route(x) || (best != LRI_NONE && compare(x, least) >= 0)) continue;
        best = i;
        memcpy(least, x->value, sizeof least);
    }
    return best;
}

/* Makes one of the plans, which is a route, the best of the search. */
static bool begin_with(const lri_known *known, uint32_t plan, lri_search *x) {
    return place(known, &known->plans.items[plan], x) && lri_settle_starts(x) &&
           lri_search_take_best(x);
}

/* ---- The same problem -------------------------------------------------------------------------
 */

static void put(lri_known *known, int64_t word) {
    if (!lri_push(&known->image, word)) known->problem.failed = true;
}

static void put_all(lri_known *known, const int64_t *words, size_t count) {
    for (size_t i = 0; i < count; i++) put(known, words[i]);
}

#define PUT(known, ...)                                                                            \
    put_all(known, (const int64_t[]){__VA_ARGS__},                                                 \
            sizeof((const int64_t[]){__VA_ARGS__}) / sizeof(int64_t))

static void put_graph(lri_known *known) {
    const lri_problem *p = &known->problem;
    for (uint32_t n = 0; n < p->nodes.count; n++) {
        const lri_node *node = &p->nodes.items[n];
        PUT(known, node->kind, node->first, node->count, node->need, node->task, node->week,
            node->from, node->to, node->delay);
        for (uint32_t i = node->first; i < node->first + node->count; i++)
            PUT(known, p->children.items[i].node, p->children.items[i].weight);
    }
    PUT(known, p->finish, p->first, p->end);
}

static void put_tasks(lri_known *known) {
    const lri_problem *p = &known->problem;
    for (uint32_t t = 0; t < p->tasks.count; t++) {
        const lri_task *task = &p->tasks.items[t];
        PUT(known, task->activity, task->first, task->count, task->started, task->done,
            task->included);
    }
    for (uint32_t m = 0; m < p->modes.count; m++) {
        const lri_mode *mode = &p->modes.items[m];
        PUT(known, mode->task, mode->offering, mode->weeks, mode->load[0], mode->load[1],
            mode->load[2], mode->cost_eur, mode->study_hours, mode->requires);
        for (int i = 0; i < LRI_WEEK_WORDS; i++) put(known, (int64_t)mode->starts.words[i]);
    }
}

/* The room, the limits, and what is asked. */
static void put_terms(lri_known *known, const lri_search *x) {
    const lri_problem *p = &known->problem;
    const lri_conditions *c = p->conditions;
    PUT(known, lri_week_of(p->intake->start), p->last, p->nodes.count, p->tasks.count,
        p->modes.count, p->changes.count);
    for (uint32_t i = 0; i < p->changes.count; i++) {
        int32_t week = p->changes.items[i];
        PUT(known, week, p->room[0].items[week], p->room[1].items[week], p->room[2].items[week]);
    }
    PUT(known, p->intake->budget_eur, c->most[LEERROUTE_COST], c->most[LEERROUTE_HOURS],
        c->cuts.count);
    for (uint32_t i = 0; i < c->cuts.count; i++)
        PUT(known, c->cuts.items[i].cost_eur, c->cuts.items[i].study_hours);
    put(known, c->forbidden.count);
    for (uint32_t i = 0; i < c->forbidden.count; i++) {
        put(known, c->forbidden.items[i].count);
        for (uint32_t a = 0; a < c->forbidden.items[i].count; a++)
            put(known, c->activities.items[c->forbidden.items[i].first + a]);
    }
    put(known, x->order_count);
    for (uint32_t i = 0; i < x->order_count; i++) put(known, x->order[i]);
}

/* Makes the image of the plan's problem: all that the search goes by, up to the week `last`. Made
 * from the intake, and not from what the search has left of it: the same for the same. */
static bool take_image(lri_known *known, const lri_search *x, int32_t last) {
    lri_conditions until = *x->problem->conditions;
    if (known->last == last) return true;
    if (last < until.most[LEERROUTE_FINISH]) until.most[LEERROUTE_FINISH] = last;
    if (!lri_problem_make(&known->problem, x->problem->intake, &until)) return false;
    known->image.count = 0;
    put_terms(known, x);
    put_graph(known);
    put_tasks(known);
    known->last = last;
    return !known->problem.failed;
}

/* The plan whose problem this is, or LRI_NONE. */
static uint32_t find_same(const lri_known *known) {
    for (uint32_t i = 0; i < known->plans.count; i++) {
        const lri_known_plan *plan = &known->plans.items[i];
        if (plan->words && plan->words == known->image.count &&
            memcmp(known->words.items + plan->first_word, known->image.items,
                   plan->words * sizeof *known->words.items) == 0)
            return i;
    }
    return LRI_NONE;
}

/* ---- Before the search, and after -------------------------------------------------------------
 */

/* The last week that matters, with a route that finishes in the given one. */
static int32_t last_week(const lri_search *x, int64_t finish) {
    bool is_first = x->order_count && x->order[0] == LEERROUTE_FINISH;
    return is_first ? (int32_t)finish : LRI_HORIZON_WEEKS;
}

bool lri_known_use(lri_known *known, lri_search *x, bool *is_best) {
    known->last = -1;
    *is_best = false;
    uint32_t best = find_best(known, x);
    x->has_best = false;
    if (best == LRI_NONE) return !x->solver.failed;
    if (!begin_with(known, best, x)) return false;
    *is_best = lri_search_is_at_floor(x, x->order_count);
    if (*is_best) return true;
    int32_t last = last_week(x, x->value[LEERROUTE_FINISH]);
    if (!take_image(known, x, last)) return !(x->solver.failed = true);
    uint32_t same = find_same(known);
    if (same != LRI_NONE) {
        if (!place(known, &known->plans.items[same], x)) return false;
        *is_best = is_route(x) && compare(x, known->plans.items[same].value) == 0;
        if (*is_best || !begin_with(known, best, x)) return !x->solver.failed;
    }
    return last >= x->problem->last || lri_search_tighten(x);
}

bool lri_known_keep(lri_known *known, const lri_search *x, const lri_placed *steps, uint32_t count,
                    bool is_best) {
    lri_week start = lri_week_of(x->problem->intake->start);
    if (known->plans.count == MOST_PLANS)
        known->plans.count = known->steps.count = known->words.count = 0;
    lri_known_plan plan = {.first_step = known->steps.count, .steps = count};
    memcpy(plan.value, x->value, sizeof plan.value);
    is_best = is_best && x->order_count;
    if (is_best && !take_image(known, x, last_week(x, x->value[LEERROUTE_FINISH]))) return false;
    if (is_best) {
        plan.first_word = known->words.count;
        plan.words = known->image.count;
        if (!lri_room(&known->words, plan.words)) return false;
        memcpy(known->words.items + plan.first_word, known->image.items,
               plan.words * sizeof *known->words.items);
        known->words.count += plan.words;
    }
    if (!lri_room(&known->steps, count)) return false;
    for (uint32_t i = 0; i < count; i++) {
        lri_placed step = steps[i];
        step.start += start;
        lri_push(&known->steps, step);
    }
    return lri_push(&known->plans, plan);
}

void lri_known_free(lri_known *known) {
    lri_problem_free(&known->problem);
    free(known->plans.items);
    free(known->steps.items);
    free(known->words.items);
    free(known->image.items);
    *known = (lri_known){0};
}
