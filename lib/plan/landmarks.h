/* What a node needs, whichever of its alternatives gives it. */
#ifndef LRI_PLAN_LANDMARKS_H
#define LRI_PLAN_LANDMARKS_H

#include "plan/problem.h"

/* Fills problem->landmarks, from the sets that the last reduction left: for each node with
 * alternatives the nodes that hold before it whichever is taken, and by how many weeks; those that
 * follow from others are left out. False when there is no memory. */
bool lri_landmarks_find(lri_problem *problem);

#endif
