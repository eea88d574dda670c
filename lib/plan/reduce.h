/* Leaves out of a problem what makes no difference to any route. */
#ifndef LRI_PLAN_REDUCE_H
#define LRI_PLAN_REDUCE_H

#include "plan/problem.h"

/* Leaves out nodes, children, modes and tasks without which every route has the same weeks, or a
 * route that is no worse has; numbers the rest anew. Goes by the earliest and latest weeks, which
 * stand for the old numbers: *changed says that something was left out and they must be found
 * again. `starts`, a week for each mode or NULL, is kept along; what begins in time stays. False
 * when there is no memory. */
bool lri_reduce(lri_problem *problem, int32_t *starts, bool *changed);

void lri_reduce_free(lri_problem *problem);

#endif
