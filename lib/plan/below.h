/* The earliest finish, from below: is there no route by such a week?
 *
 * A route that finishes by a week far before the best one is mostly refuted at once, since little
 * is in time there: the problem is made anew with only what is. The nearer the week, the longer it
 * takes; so weeks are asked by halving, between the last one refuted and the first one that took
 * too long (destructive bounds: Klein, Scholl, "Computing lower bounds by destructive improvement",
 * European Journal of Operational Research 112, 1999). */
#ifndef LRI_PLAN_BELOW_H
#define LRI_PLAN_BELOW_H

#include "plan/search.h"

/* In the stage of the finish: asks so, with about that many conflicts in all, about routes with the
 * measures before the stage at their best. A route that is found is the best from then on. FOUND:
 * the best is proved the earliest. STOPPED: what is proved is the lower bound of the finish. */
lri_search_end lri_below_run(lri_search *search, uint32_t stage, uint64_t conflicts);

#endif
