/* The route that the planner hands out: steps, measures, and what holds by them. */
#ifndef LRI_PLAN_ROUTE_MAKE_H
#define LRI_PLAN_ROUTE_MAKE_H

#include "model/route.h"
#include "plan/facts.h"

/* Fills route->steps from the placed steps, and awards and functions from what holds with and
 * without them; `finish` is relative to week(start). `without` has the facts without steps. All in
 * the arena. Needs intake, outcome and objective to be there. False when there is no memory. */
bool lri_route_fill(leerroute_route *route, lri_arena *arena, const leerroute_intake *intake,
                    lri_placed *steps, uint32_t step_count, int32_t finish,
                    const lri_facts *without, lri_facts *with);

#endif
