/* A plan under conditions, for the questions that are answered by planning again. */
#ifndef LRI_PLAN_PLANNER_H
#define LRI_PLAN_PLANNER_H

#include "plan/known.h"

/* leerroute_plan with conditions (NULL: none), which are borrowed during the call; and with what is
 * known from other plans (NULL: nothing), to which it adds. */
leerroute_status lri_plan_with(leerroute_planner *planner, const leerroute_intake *intake,
                               const lri_conditions *conditions, lri_known *known,
                               const leerroute_limits *limits, const leerroute_route **out);

/* The nodes that the latest plan took, as limits count them. */
uint64_t lri_planner_nodes(const leerroute_planner *planner);

#endif
