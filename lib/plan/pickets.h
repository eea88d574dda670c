/* Pickets: the weeks in which most begins that cannot begin in any week.
 *
 * Where much begins only twice a year, it is not the weeks that run out but the beginnings: what
 * can begin in few weeks only lies over one of them, whatever happens in the weeks between. So the
 * loads are added up in these weeks alone too: each step counts with the least number of pickets
 * that it lasts over, wherever it begins, and all have no more room than those before the end. This
 * is one dual feasible solution of the loads by week (Fekete, Schepers 2001, for bins). */
#ifndef LRI_PLAN_PICKETS_H
#define LRI_PLAN_PICKETS_H

#include "plan/rules.h"

/* Fills rules->pickets and rules->picketed. False when there is no memory. O(modes * weeks). */
bool lri_pickets_choose(lri_rules *rules);

#endif
