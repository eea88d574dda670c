/* From the search's best starts to a route that nobody would tidy further. */
#ifndef LRI_PLAN_SETTLE_H
#define LRI_PLAN_SETTLE_H

#include "plan/search.h"

/* Leaves out the steps that the rest can do without (rule 7), and lets the others begin as early as
 * they can in their modes. No measure gets worse: facts only come to hold earlier, and the finish
 * with them. False when there is no memory. O(steps^2 x (problem + weeks)). */
bool lri_settle_starts(lri_search *search);

/* Is there room for a mode that begins in the week, beside the other best starts? */
bool lri_settle_fits(const lri_search *search, uint32_t mode, int start);

#endif
