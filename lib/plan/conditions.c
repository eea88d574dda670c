/* The conditions of a plan, kept and as rules for the engine. */
#include "plan/conditions.h"

#include <stdlib.h>

#include "model/route.h"
#include "plan/rules.h"

bool lri_conditions_forbid(lri_conditions *c, const uint32_t *activities, uint32_t count) {
    lri_forbidden set = {c->activities.count, count};
    if (!lri_room(&c->activities, count) || !lri_push(&c->forbidden, set)) return false;
    for (uint32_t i = 0; i < count; i++) lri_push(&c->activities, activities[i]);
    return true;
}

void lri_conditions_floor(lri_conditions *c, const leerroute_route *route) {
    if (!route || route->outcome != LEERROUTE_OPTIMAL) return;
    c->floor[LEERROUTE_FINISH] = (route->finish - route->start) / 7;
    c->floor[LEERROUTE_COST] = route->cost_eur;
    c->floor[LEERROUTE_HOURS] = route->study_hours;
    c->floor[LRI_FIRST] = route->first ? (route->first_week - route->start) / 7 : 0;
}

void lri_conditions_free(lri_conditions *c) {
    free(c->cuts.items);
    free(c->forbidden.items);
    free(c->activities.items);
    *c = (lri_conditions)LRI_CONDITIONS_NONE;
}

/* ---- Cuts -------------------------------------------------------------------------------------
 */

/* When the route costs as much as the one number, it has fewer hours than the other; and the other
 * way around. */
static bool run_cut(lri_solver *s, void *rules, uint32_t index) {
    const lri_rules *r = rules;
    const lri_cut *cut = &r->problem->conditions->cuts.items[index];
    if (lri_lower(s, r->cost) >= cut->cost_eur) {
        lri_because(s, lri_at_least(r->cost, cut->cost_eur));
        if (!lri_imply(s, lri_at_most(r->hours, cut->study_hours - 1))) return false;
    }
    if (lri_lower(s, r->hours) < cut->study_hours) return true;
    lri_because(s, lri_at_least(r->hours, cut->study_hours));
    return lri_imply(s, lri_at_most(r->cost, cut->cost_eur - 1));
}

/* ---- Forbidden sets ---------------------------------------------------------------------------
 */

/* When all of the set but one are used, that one is not. */
static bool run_forbidden(lri_solver *s, void *rules, uint32_t index) {
    const lri_rules *r = rules;
    const lri_indices *tasks = &r->forbidden_tasks;
    uint32_t first = r->forbidden.items[index].first, open = LRI_NONE;
    uint32_t end = first + r->forbidden.items[index].count;
    for (uint32_t i = first; i < end; i++) {
        if (lri_holds(s, lri_used(r, tasks->items[i]))) continue;
        if (open != LRI_NONE) return true;
        open = tasks->items[i];
    }
    for (uint32_t i = first; i < end; i++)
        if (tasks->items[i] != open) lri_because(s, lri_used(r, tasks->items[i]));
    return open != LRI_NONE && lri_imply(s, lri_unused(r, open));
}

/* A set with something that is no task is in no route: it asks for no rule. */
static bool post_forbidden(lri_rules *r, const lri_forbidden *set) {
    const lri_conditions *c = r->problem->conditions;
    lri_forbidden tasks = {r->forbidden_tasks.count, set->count};
    for (uint32_t i = 0; i < set->count; i++) {
        uint32_t task = lri_problem_task_of(r->problem, c->activities.items[set->first + i]);
        if (task == LRI_NONE) {
            r->forbidden_tasks.count = tasks.first;
            return true;
        }
        if (!lri_push(&r->forbidden_tasks, task)) return false;
    }
    uint32_t rule = lri_solver_rule(r->solver, run_forbidden, r->forbidden.count, false);
    for (uint32_t i = 0; i < set->count; i++) {
        uint32_t task = r->forbidden_tasks.items[tasks.first + i];
        lri_solver_wake(r->solver, rule, lri_used(r, task).side);
    }
    return lri_push(&r->forbidden, tasks);
}

bool lri_conditions_post(lri_rules *r) {
    const lri_conditions *c = r->problem->conditions;
    r->forbidden.count = r->forbidden_tasks.count = 0;
    for (uint32_t i = 0; i < c->forbidden.count; i++)
        if (!post_forbidden(r, &c->forbidden.items[i])) return false;
    for (uint32_t i = 0; i < c->cuts.count; i++) {
        uint32_t rule = lri_solver_rule(r->solver, run_cut, i, false);
        lri_solver_wake(r->solver, rule, 2 * r->cost);
        lri_solver_wake(r->solver, rule, 2 * r->hours);
    }
    return true;
}
