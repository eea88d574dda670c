/* Why a node does not hold by a week: for the rules that know from labels that it does not. */
#ifndef LRI_PLAN_LATE_H
#define LRI_PLAN_LATE_H

#include "plan/rules.h"

/* Puts together why the node does not hold by `week`: by bounds that say so of others. It holds
 * later in rules->labels, which are those that follow when each mode begins at its lower bound or
 * as soon after it as it can. */
void lri_because_late(lri_rules *rules, uint32_t node, int64_t week);

#endif
