/* A first guess of which modes a good route uses: it guides the search and decides nothing. */
#ifndef LRI_PLAN_WISH_H
#define LRI_PLAN_WISH_H

#include "plan/search.h"

/* Sets search->wish: follows what the goal needs down the graph, each time by the way that holds
 * the earliest when everything begins as soon as it can. False when there is no memory. O(problem).
 */
bool lri_wish(lri_search *search);

#endif
