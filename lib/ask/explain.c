/* Why this step: a leaf is served by a step when it holds in the week in which something on the way
 * to the goal asks for it, and would not without the step. Whether every route has the step, and
 * every best one, is found by planning without it; why not another, by planning with it. */
#include "ask/advice.h"

#include <stdlib.h>

#include "plan/facts.h"

/* ---- What is on the way to the goal ---- */

typedef struct demand {
    lri_demander demander;
    uint32_t index;
    const lri_requirements *pool;
    uint32_t node;
    int week; /* from week(start) */
} demand;

typedef struct explaining {
    lri_advising *advising;
    const leerroute_catalogue *catalogue;
    const leerroute_route *route;
    lri_facts with, without, anyway; /* the route, one step left out, all of them */
    lri_placed *steps;               /* of the route */
    lri_placed *others;
    LRI_VECTOR(demand) demands;
} explaining;

static int relative(const explaining *x, lri_day day) {
    return lri_week_of(day) - lri_week_of(x->advising->intake->start);
}

static bool is_demanded(const explaining *x, lri_demander demander, uint32_t index) {
    for (uint32_t i = 0; i < x->demands.count; i++)
        if (x->demands.items[i].demander == demander && x->demands.items[i].index == index)
            return true;
    return false;
}

/* Adds what an award or function of the route asks, in the first week in which it has that, if it
 * is in time for what asks for it. */
static bool demand_of(explaining *x, lri_demander demander, uint32_t index, uint32_t requires,
                      int by) {
    if (requires == LRI_NONE || is_demanded(x, demander, index)) return true;
    lri_weeks met = lri_facts_requirement(&x->with, &x->catalogue->requirements, requires);
    if (demander == LRI_FOR_AWARD) {
        lri_weeks holding = lri_facts_holding(&x->with, index);
        met = lri_weeks_without(met, &holding);
    }
    int week = lri_weeks_next(&met, 0);
    if (week < 0 || week > by) return true;
    return lri_push(&x->demands,
                    (demand){demander, index, &x->catalogue->requirements, requires, week});
}

/* What an award asks, when it is held in some week in time thanks to the route: as a new one,
 * sooner than otherwise, or again after it lapsed. */
static bool look_at_award(explaining *x, uint32_t award, int by) {
    lri_weeks weeks = lri_facts_weeks(&x->with, LRI_AWARD, award, 0);
    lri_weeks anyway = lri_facts_weeks(&x->anyway, LRI_AWARD, award, 0);
    weeks = lri_weeks_without(weeks, &anyway);
    int first = lri_weeks_next(&weeks, 0);
    if (first < 0 || first > by) return true;
    return demand_of(x, LRI_FOR_AWARD, award, x->catalogue->awards[award].requires, by);
}

/* What gives a leaf on this route is on the way too. */
static bool look_at_leaf(explaining *x, const lri_requirement *leaf, int by) {
    const leerroute_catalogue *c = x->catalogue;
    if (leaf->kind == LRI_FUNCTION)
        return demand_of(x, LRI_FOR_FUNCTION, leaf->index, c->functions[leaf->index].requires, by);
    if (leaf->kind != LRI_AWARD && leaf->kind != LRI_COMPETENCE) return true;
    const uint32_t *offsets = leaf->kind == LRI_AWARD ? c->award_givers : c->competence_givers;
    bool done = leaf->kind != LRI_AWARD || look_at_award(x, leaf->index, by);
    for (uint32_t i = offsets[leaf->index]; i < offsets[leaf->index + 1] && done; i++) {
        const lri_giver *giver = &c->givers[i];
        if (giver->by_award && (leaf->kind == LRI_AWARD || giver->level >= leaf->level))
            done = look_at_award(x, giver->index, by);
    }
    return done;
}

/* Calls `look` with each leaf of a requirement; false when a call is. */
static bool each_leaf(explaining *x, const demand *d, uint32_t node,
                      bool (*look)(explaining *, const demand *, const lri_requirement *, void *),
                      void *context) {
    const lri_requirement *r = &d->pool->nodes[node];
    if (r->kind > LRI_AT_LEAST) return look(x, d, r, context);
    for (uint32_t i = r->first; i < r->first + r->count; i++)
        if (!each_leaf(x, d, d->pool->children[i].node, look, context)) return false;
    return true;
}

static bool look_up(explaining *x, const demand *d, const lri_requirement *leaf, void *context) {
    (void)context;
    return look_at_leaf(x, leaf, d->week);
}

/* What the function that comes first asks. */
static bool demand_first(explaining *x) {
    const leerroute_route *route = x->route;
    if (!route->first) return true;
    uint32_t requires = x->catalogue->functions[route->first_function].requires;
    return demand_of(x, LRI_FOR_FUNCTION, route->first_function, requires,
                     relative(x, route->first_week));
}

/* The goal, what comes first, the steps, and the awards and functions that these rest on. */
static bool find_demands(explaining *x) {
    const leerroute_intake *intake = x->advising->intake;
    const leerroute_catalogue *c = x->catalogue;
    bool done = lri_facts_compute(&x->anyway, intake, NULL, 0) &&
                lri_push(&x->demands, (demand){LRI_FOR_GOAL, 0, &intake->requirements, intake->goal,
                                               relative(x, x->route->finish)}) &&
                demand_first(x);
    for (uint32_t i = 0; i < x->route->step_count && done; i++) {
        const lri_step *step = &x->route->steps[i];
        int week = x->steps[i].start;
        done = lri_push(&x->demands, (demand){LRI_FOR_STEP, i, &c->requirements,
                                              c->activities[step->activity].requires, week}) &&
               lri_push(&x->demands, (demand){LRI_FOR_STEP, i, &c->requirements,
                                              c->offerings[step->offering_index].requires, week});
    }
    for (uint32_t i = 0; i < x->demands.count && done; i++) {
        demand d = x->demands.items[i];
        done = each_leaf(x, &d, d.node, look_up, NULL);
    }
    return done;
}

/* ---- What a step serves ---- */

static bool serve(explaining *x, const demand *d, const lri_requirement *leaf, void *context) {
    lri_step_reason *reason = context;
    if (leaf->kind == LRI_ATTRIBUTE || leaf->kind == LRI_NOT_ATTRIBUTE) return true;
    lri_weeks with = lri_facts_weeks(&x->with, leaf->kind, leaf->index, leaf->level);
    lri_weeks without = lri_facts_weeks(&x->without, leaf->kind, leaf->index, leaf->level);
    if (!lri_weeks_has(&with, d->week) || lri_weeks_has(&without, d->week)) return true;
    return lri_push(&reason->services,
                    (lri_service){d->demander, d->index,
                                  lri_week_of(x->advising->intake->start) + d->week, leaf->kind,
                                  leaf->level, leaf->index});
}

static int compare_services(const void *a, const void *b) {
    const lri_service *x = a, *y = b;
    bool x_last = x->demander == LRI_FOR_GOAL, y_last = y->demander == LRI_FOR_GOAL;
    if (x_last != y_last) return x_last ? 1 : -1;
    if (x->week != y->week) return x->week < y->week ? -1 : 1;
    if (x->demander != y->demander) return x->demander < y->demander ? -1 : 1;
    if (x->index != y->index) return x->index < y->index ? -1 : 1;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    if (x->leaf != y->leaf) return x->leaf < y->leaf ? -1 : 1;
    return (x->level > y->level) - (x->level < y->level);
}

/* Each leaf once for each that asks for it. */
static void tidy(lri_step_reason *reason) {
    lri_service *all = reason->services.items;
    uint32_t kept = 0;
    if (reason->services.count > 1)
        qsort(all, reason->services.count, sizeof *all, compare_services);
    for (uint32_t i = 0; i < reason->services.count; i++)
        if (i == 0 || compare_services(&all[i], &all[kept - 1]) != 0) all[kept++] = all[i];
    reason->services.count = kept;
}

/* The facts of the route without step `but`. */
static bool leave_out(explaining *x, uint32_t but) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < x->route->step_count; i++)
        if (i != but) x->others[count++] = x->steps[i];
    return lri_facts_compute(&x->without, x->advising->intake, x->others, count);
}

static bool find_services(explaining *x, uint32_t step, lri_step_reason *reason) {
    bool done = leave_out(x, step);
    for (uint32_t i = 0; i < x->demands.count && done; i++) {
        const demand *d = &x->demands.items[i];
        if (d->demander != LRI_FOR_STEP || d->index != step)
            done = each_leaf(x, d, d->node, serve, reason);
    }
    tidy(reason);
    return done;
}

static bool place_steps(explaining *x) {
    lri_arena *arena = &x->advising->advice->arena;
    uint32_t count = x->route->step_count;
    x->steps = lri_arena_array(arena, count, sizeof *x->steps);
    x->others = lri_arena_array(arena, count, sizeof *x->others);
    if (!x->steps || !x->others) return false;
    for (uint32_t i = 0; i < count; i++) {
        const lri_step *step = &x->route->steps[i];
        x->steps[i] = (lri_placed){step->activity, step->offering_index, relative(x, step->start),
                                   (int32_t)step->weeks};
    }
    return lri_facts_compute(&x->with, x->advising->intake, x->steps, count);
}

static void close_explaining(explaining *x) {
    lri_facts_free(&x->with);
    lri_facts_free(&x->without);
    lri_facts_free(&x->anyway);
    free(x->demands.items);
}

/* ---- Whether there are routes without it ---- */

/* Is `other` as good as the advised route, by the objective and the function that comes first? */
static bool is_as_good(const leerroute_route *route, const leerroute_route *other) {
    return lri_has_route(other) && other->first_week <= route->first_week &&
           lri_route_compare(route, other) >= 0;
}

static leerroute_need need_of(const leerroute_route *route, const leerroute_route *without) {
    if (without->outcome == LEERROUTE_NO_ROUTE) return LEERROUTE_NEED_EVERY_ROUTE;
    bool is_proved = route->outcome == LEERROUTE_OPTIMAL && without->outcome == LEERROUTE_OPTIMAL;
    if (route->outcome == LEERROUTE_OPTIMAL && is_as_good(route, without))
        return LEERROUTE_NEED_THIS_ROUTE;
    return is_proved ? LEERROUTE_NEED_EVERY_BEST : LEERROUTE_NEED_UNKNOWN;
}

static leerroute_status do_without(lri_advising *a, uint32_t activity, lri_step_reason *reason) {
    const leerroute_route *without;
    if (!lri_intake_vary(&a->varied, a->intake) || !lri_intake_exclude(&a->varied, activity))
        return LEERROUTE_NO_MEMORY;
    leerroute_status status = lri_advise_again(a, true, &without);
    if (status != LEERROUTE_OK) return status;
    if (!lri_route_copy(&reason->without, without)) return LEERROUTE_NO_MEMORY;
    reason->need = need_of(&a->advice->route, without);
    return LEERROUTE_OK;
}

leerroute_status lri_explain(lri_advising *a) {
    leerroute_advice *advice = a->advice;
    const leerroute_route *route = &advice->route;
    if (!lri_has_route(route)) return LEERROUTE_OK;
    explaining x = {.advising = a, .catalogue = a->intake->catalogue, .route = route};
    advice->reasons = lri_arena_array(&advice->arena, route->step_count, sizeof *advice->reasons);
    bool done = advice->reasons && place_steps(&x) && find_demands(&x);
    for (uint32_t i = 0; i < route->step_count && done; i++)
        done = find_services(&x, i, &advice->reasons[i]);
    leerroute_status status = done ? LEERROUTE_OK : LEERROUTE_NO_MEMORY;
    for (uint32_t i = 0; i < route->step_count && status == LEERROUTE_OK; i++)
        status = do_without(a, route->steps[i].activity, &advice->reasons[i]);
    close_explaining(&x);
    return status;
}

/* ---- Why not that one ---- */

static bool has_step(const leerroute_route *route, uint32_t activity) {
    for (uint32_t i = 0; i < route->step_count; i++)
        if (route->steps[i].activity == activity) return true;
    return false;
}

static bool is_under_way(const leerroute_intake *intake, uint32_t activity) {
    for (uint32_t i = 0; i < intake->under_way_count; i++)
        if (intake->under_way[i].activity == activity) return true;
    return false;
}

static bool proves_nothing(const leerroute_intake *intake, uint32_t activity) {
    const lri_activity *a = &intake->catalogue->activities[activity];
    for (uint32_t i = a->validates.first; i < a->validates.first + a->validates.count; i++)
        if (lri_intake_claimed_level(intake, intake->catalogue->validates[i])) return false;
    return a->is_assessment;
}

/* Does what comes first hold no later without a step? */
static bool comes_first(const explaining *x) {
    if (!x->route->first) return true;
    lri_weeks weeks = lri_facts_weeks(&x->without, LRI_FUNCTION, x->route->first_function, 0);
    int week = lri_weeks_next(&weeks, 0);
    return week >= 0 && week <= relative(x, x->route->first_week);
}

/* Is the route one without the step, too, that finishes no later? */
static bool serves_nothing(lri_advising *a, const leerroute_route *route, uint32_t activity,
                           bool *out) {
    explaining x = {.advising = a, .catalogue = a->intake->catalogue, .route = route};
    bool done = place_steps(&x);
    *out = true;
    for (uint32_t i = 0; i < route->step_count && done; i++)
        if (route->steps[i].activity == activity) done = leave_out(&x, i);
    lri_weeks goal = {{0}};
    if (done) goal = lri_facts_requirement(&x.without, &a->intake->requirements, a->intake->goal);
    int week = lri_weeks_next(&goal, 0);
    *out = week >= 0 && week <= relative(&x, route->finish) && done && comes_first(&x);
    for (uint32_t i = 0; i < route->step_count && done; i++) {
        const lri_step *step = &route->steps[i];
        const lri_requirements *pool = &x.catalogue->requirements;
        lri_weeks own = lri_facts_requirement(&x.without, pool,
                                              x.catalogue->activities[step->activity].requires);
        lri_weeks offered = lri_facts_requirement(
            &x.without, pool, x.catalogue->offerings[step->offering_index].requires);
        if (step->activity != activity &&
            (!lri_weeks_has(&own, x.steps[i].start) || !lri_weeks_has(&offered, x.steps[i].start)))
            *out = false;
    }
    close_explaining(&x);
    return done;
}

static void lift(leerroute_intake *v, lri_clash clash) {
    switch (clash) {
    case LRI_CLASH_BUDGET:
        v->budget_eur = INT64_MAX;
        break;
    case LRI_CLASH_DEADLINE:
        v->finish_by = -1;
        break;
    case LRI_CLASH_STUDY_HOURS:
        v->capacity.study_hours = LRI_WEEK_HOURS_MAX;
        for (uint32_t i = 0; i < v->period_count; i++)
            v->periods[i].capacity.study_hours = LRI_WEEK_HOURS_MAX;
        break;
    case LRI_CLASH_PRACTICE_HOURS:
        v->capacity.practice_hours = LRI_WEEK_HOURS_MAX;
        for (uint32_t i = 0; i < v->period_count; i++)
            v->periods[i].capacity.practice_hours = LRI_WEEK_HOURS_MAX;
        break;
    case LRI_CLASH_PARALLEL:
        v->capacity.parallel = INT32_MAX;
        for (uint32_t i = 0; i < v->period_count; i++) v->periods[i].capacity.parallel = INT32_MAX;
        break;
    case LRI_CLASH_LEERWEGEN:
        v->leerwegen.count = 0;
        break;
    case LRI_CLASH_PROVIDERS:
        v->providers.count = 0;
        break;
    case LRI_CLASH_PLACES:
        v->places.count = 0;
        break;
    case LRI_CLASH_EXCLUDE:
        v->excluded_activity_count = v->excluded_offering_count = 0;
        break;
    case LRI_CLASH_INCLUDE:
        v->include_count = 0;
        break;
    case LRI_CLASHES:
        break;
    }
}

/* Plans with the step in, under the terms of the advised route, and a clash lifted (LRI_CLASHES:
 * none): then it matters whether there is a route; else the advised route is no worse. */
static leerroute_status plan_with(lri_advising *a, uint32_t activity, lri_clash clash,
                                  const leerroute_route **out) {
    lri_conditions conditions = LRI_CONDITIONS_NONE;
    const leerroute_route *advised = &a->advice->route;
    if (advised->first) conditions.first = advised->first_function;
    conditions.any = clash != LRI_CLASHES;
    if (!conditions.any) lri_conditions_floor(&conditions, advised);
    if (!lri_intake_vary(&a->varied, a->intake)) return LEERROUTE_NO_MEMORY;
    lift(&a->varied, clash);
    if (!lri_intake_include(&a->varied, (lri_include){activity, LRI_NONE, -1}))
        return LEERROUTE_NO_MEMORY;
    return lri_ask(&a->asking, &a->varied, &conditions, out);
}

/* That no clash is to blame is known when none was left open by a limit: else it is as when that
 * stopped before a route was found. */
static leerroute_status find_clashes(lri_advising *a, lri_why_not *why) {
    leerroute_status status = LEERROUTE_OK;
    bool is_open = false;
    why->answer = LEERROUTE_WHY_NOT_POSSIBLE;
    for (int c = 0; c < LRI_CLASHES && status == LEERROUTE_OK; c++) {
        const leerroute_route *route;
        status = plan_with(a, why->activity, (lri_clash)c, &route);
        why->clashes[c] = status == LEERROUTE_OK && lri_has_route(route);
        if (why->clashes[c]) why->answer = LEERROUTE_WHY_NOT_CLASH;
        is_open = is_open || (status == LEERROUTE_OK && route->outcome == LEERROUTE_UNKNOWN);
    }
    if (is_open && why->answer == LEERROUTE_WHY_NOT_POSSIBLE) why->answer = LEERROUTE_WHY_NOT_ROUTE;
    return status;
}

leerroute_status lri_explain_not(lri_advising *a) {
    lri_why_not *why = &a->advice->why_not;
    const leerroute_route *route, *advised = &a->advice->route;
    why->route.outcome = LEERROUTE_NO_ROUTE;
    if (has_step(advised, why->activity)) {
        why->answer = LEERROUTE_WHY_NOT_IN_ROUTE;
        return LEERROUTE_OK;
    }
    if (is_under_way(a->intake, why->activity) || proves_nothing(a->intake, why->activity)) {
        why->answer = is_under_way(a->intake, why->activity) ? LEERROUTE_WHY_NOT_UNDER_WAY
                                                             : LEERROUTE_WHY_NOT_PROVES;
        return LEERROUTE_OK;
    }
    leerroute_status status = plan_with(a, why->activity, LRI_CLASHES, &route);
    if (status != LEERROUTE_OK) return status;
    if (!lri_route_copy(&why->route, route)) return LEERROUTE_NO_MEMORY;
    if (why->route.outcome == LEERROUTE_NO_ROUTE) return find_clashes(a, why);
    why->answer = LEERROUTE_WHY_NOT_ROUTE;
    bool is_idle = false;
    if (lri_has_route(&why->route) && !serves_nothing(a, &why->route, why->activity, &is_idle))
        return LEERROUTE_NO_MEMORY;
    if (is_idle) why->answer = LEERROUTE_WHY_NOT_IDLE;
    return LEERROUTE_OK;
}
