/* The least of a sum, from below: by cores.
 *
 * All that would cost something is assumed not to be done. That is refuted by a *core*, some
 * assumptions of which one must be given up: a landmark of the problem. The sum is then at least
 * the least weight in the core, which is taken off all of it; and a counter is made of how many of
 * the core do not hold, of which one is free, and each further one costs that weight again. When at
 * last the assumptions hold together, what was found is a best solution.
 *
 * Method: OLL, core-guided optimisation with soft cardinality constraints (Andres, Kaufmann,
 * Matheis, Schaub 2012; Morgado, Dodaro, Marques-Silva 2014), with the heavier assumptions first
 * (stratification: Ansotegui, Bonet, Levy 2013). */
#ifndef LRI_PLAN_CORES_H
#define LRI_PLAN_CORES_H

#include "plan/search.h"

/* Begins with a measure, cost or hours, from the root, there being a solution. */
void lri_cores_begin(lri_search *search, int measure);

/* Goes on with it. FOUND: the best is proved the least. STOPPED: what is proved is the lower bound
 * of its variable. */
lri_search_end lri_cores_run(lri_search *search, int measure);

#endif
