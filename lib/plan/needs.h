/* Needs: what the goal asks for that no used task gives yet, as a part of a sum.
 *
 * A node that must hold in time and that only tasks can give, none of them used so far, costs at
 * least the least share of those tasks; one that asks for a weight, at least what the tasks with
 * the least share for their weight would cost, the last in part (the knapsack's linear relaxation:
 * Dantzig 1957). Needs that share no task add up: they are landmarks with disjoint achievers
 * (Karpas, Domshlak, "Cost-optimal planning with landmarks", IJCAI 2009). */
#ifndef LRI_PLAN_NEEDS_H
#define LRI_PLAN_NEEDS_H

#include "plan/rules.h"

/* Finds the nodes that may be needs, in posting. False when there is no memory. */
bool lri_needs_post(lri_rules *rules);

/* Fills rules->needs with what is needed for the sum, and rules->claims with the need of each task
 * that may serve one. Gives their total. */
int64_t lri_needs_find(lri_rules *rules, lri_sum_kind sum);

/* Says why the need of that number costs what it does. */
void lri_needs_because(lri_rules *rules, lri_sum_kind sum, uint32_t need);

#endif
