/* First a function: the best route among those on which it may be deployed in earliest. */
#include "model/intake.h"
#include "plan/planner.h"

leerroute_status leerroute_plan_first(leerroute_planner *planner, const leerroute_intake *intake,
                                      const char *function, const leerroute_limits *limits,
                                      const leerroute_route **out) {
    lri_conditions conditions = LRI_CONDITIONS_NONE;
    if (!planner || !intake || !function || !out) return LEERROUTE_MISUSE;
    *out = NULL;
    conditions.first = lri_catalogue_find(intake->catalogue, LEERROUTE_FUNCTION, function);
    if (conditions.first == LRI_NONE) return LEERROUTE_MISUSE;
    return lri_plan_with(planner, intake, &conditions, NULL, limits, out);
}
