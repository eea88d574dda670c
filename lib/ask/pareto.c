/* Trade-offs: the whole Pareto front over finish, cost and hours, one route each.
 *
 * The routes come by finish, then cost, then hours. Each next one is the least in that order that
 * beats every one before it in cost or in hours. Nothing on the front is left out by that, since
 * what does not beat a route that finishes no later is beaten or equalled by it; and nothing beats
 * what is found, since that would have come first. */
#include "ask/asking.h"
#include "ask/routes.h"
#include "model/intake_vary.h"

/* What comes next beats the route in cost or in hours, and comes after it in the order. */
static bool cut(lri_conditions *conditions, const leerroute_route *route) {
    lri_conditions_floor(conditions, route);
    return lri_push(&conditions->cuts, (lri_cut){route->cost_eur, route->study_hours});
}

leerroute_status leerroute_plan_pareto(leerroute_planner *planner, const leerroute_intake *intake,
                                       const leerroute_limits *limits, leerroute_routes **out) {
    static const leerroute_measure all[] = {LEERROUTE_FINISH, LEERROUTE_COST, LEERROUTE_HOURS};
    if (!planner || !intake || !out) return LEERROUTE_MISUSE;
    *out = NULL;
    leerroute_routes *routes = lri_routes_new(LRI_PARETO, intake);
    leerroute_intake ordered = {0};
    leerroute_status status = LEERROUTE_OK;
    lri_asking asking = lri_ask_begin(planner, limits);
    lri_conditions conditions = LRI_CONDITIONS_NONE;
    if (!routes || !lri_intake_vary(&ordered, intake)) status = LEERROUTE_NO_MEMORY;
    if (status == LEERROUTE_OK) status = leerroute_intake_set_objective(&ordered, all, 3);
    for (bool more = true; more && status == LEERROUTE_OK;) {
        const leerroute_route *route;
        status = lri_ask(&asking, &ordered, &conditions, &route);
        more = status == LEERROUTE_OK && lri_routes_take(routes, route, &status);
        if (more && !cut(&conditions, route)) status = LEERROUTE_NO_MEMORY;
    }
    lri_conditions_free(&conditions);
    lri_ask_end(&asking);
    lri_arena_free(&ordered.arena);
    if (status != LEERROUTE_OK) {
        leerroute_routes_free(routes);
        return status;
    }
    *out = routes;
    return LEERROUTE_OK;
}
