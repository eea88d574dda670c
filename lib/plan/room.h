/* How much of the room of the weeks steps can take: they come whole, each with its own load.
 *
 * In a week the steps take a sum of loads of tasks that may run then, no more than the room: the
 * largest such sum is all that counts of it (a knapsack of one week, by bits). And those that the
 * sums count are over by the end, so up to a week only the room before the last week by which one
 * of them may be over is of use. */
#ifndef LRI_PLAN_ROOM_H
#define LRI_PLAN_ROOM_H

#include "plan/rules.h"

/* Fills rules->room_before: by week the room of all weeks before it, and of all pickets, as far as
 * the tasks that a sum of loads counts can fill it. False when there is no memory. */
bool lri_room_add_up(lri_rules *rules);

#endif
