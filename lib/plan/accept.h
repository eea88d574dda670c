/* Are all claims of what is decided true? The last word on what nothing may support in a circle. */
#ifndef LRI_PLAN_ACCEPT_H
#define LRI_PLAN_ACCEPT_H

#include "plan/search.h"

/* With every start decided: true when what the modes require and the goal hold in time, by the
 * least weeks that follow; these are in search->labels, the starts in search->starts. Else it
 * explains with lri_because why not, and returns false. Also false when there is no memory, which
 * the solver remembers. O(problem + weeks). */
bool lri_accept(lri_search *search);

#endif
