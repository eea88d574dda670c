/* In which weeks a node may come to hold at all.
 *
 * Steps begin in some weeks only, and what they give holds so many weeks later: what rests on a few
 * of them comes to hold in one of a few weeks. That it holds by some week then says that it does by
 * the last of these before it, so bounds are rounded to them. */
#ifndef LRI_PLAN_MOMENTS_H
#define LRI_PLAN_MOMENTS_H

#include "plan/rules.h"

/* Finds them: rules->moments, by node. In a route each node that holds does so from one of them;
 * one that has none never does. O(children + modes) a pass, and few passes. False when there is no
 * memory. */
bool lri_moments_find(lri_rules *rules);

#endif
