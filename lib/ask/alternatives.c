/* Other routes: each is a best one among those that do not have all of the units and assessments of
 * any route before it (MODEL.md section 7). */
#include <stdlib.h>

#include "ask/asking.h"
#include "ask/routes.h"

/* What comes next does not have all that the route has; so it does no better. */
static bool forbid(lri_conditions *conditions, const leerroute_route *route) {
    lri_conditions_floor(conditions, route);
    LRI_VECTOR(uint32_t) set = {0};
    bool fine = lri_room(&set, route->step_count);
    for (uint32_t i = 0; fine && i < route->step_count; i++)
        lri_push(&set, route->steps[i].activity);
    fine = fine && lri_conditions_forbid(conditions, set.items, set.count);
    free(set.items);
    return fine;
}

leerroute_status leerroute_plan_alternatives(leerroute_planner *planner,
                                             const leerroute_intake *intake, size_t count,
                                             const leerroute_limits *limits,
                                             leerroute_routes **out) {
    if (!planner || !intake || !out) return LEERROUTE_MISUSE;
    *out = NULL;
    leerroute_routes *routes = lri_routes_new(LRI_ALTERNATIVES, intake);
    if (!routes) return LEERROUTE_NO_MEMORY;
    lri_asking asking = lri_ask_begin(planner, limits);
    lri_conditions conditions = LRI_CONDITIONS_NONE;
    leerroute_status status = LEERROUTE_OK;
    for (size_t i = 0; i <= count; i++) {
        const leerroute_route *route;
        status = lri_ask(&asking, intake, &conditions, &route);
        if (status != LEERROUTE_OK || !lri_routes_take(routes, route, &status)) break;
        if (!forbid(&conditions, route)) status = LEERROUTE_NO_MEMORY;
        if (status != LEERROUTE_OK) break;
    }
    lri_conditions_free(&conditions);
    lri_ask_end(&asking);
    if (status != LEERROUTE_OK) {
        leerroute_routes_free(routes);
        return status;
    }
    *out = routes;
    return LEERROUTE_OK;
}
