/* Which steps, when cost or hours come before the finish: chosen without weeks, then put in them.
 *
 * The least cost of a route without weeks (timeless.h) bounds the cost of every route. Mostly the
 * steps that have it can also be followed one after the other in ten years: then they are a best
 * route in these measures, and no search over weeks was needed to choose them. Where they cannot,
 * the search of the whole problem goes on with the bound. */
#ifndef LRI_PLAN_CHOOSE_H
#define LRI_PLAN_CHOOSE_H

#include "plan/search.h"

/* Minimises the measures that come before the finish. True when that says all: the outcome is
 * there. Else search->floor and, when there is a route, search->best are set for what is left to
 * do. */
bool lri_choose(lri_search *search, lri_problem *problem, leerroute_outcome *outcome);

#endif
