/* The linear relaxation of a sum: what it is at least, when steps may be taken in part.
 *
 * A node that holds in time has a child that does, or enough of them, a step what it requires,
 * and other sums keep to their limits: inequalities over variables from 0 to 1. With a
 * multiplier for each of them, none below 0, and all moved into the sum, every variable has a
 * *reduced cost*; the least of that, each variable for itself, is a bound on the sum whatever
 * the multipliers are, and the reduced costs say what it costs more when a variable is not as
 * that least would have it. This is a sum over atoms, which a rule keeps to its limit: where
 * needs (needs.h) count a task once, here it is shared out in the best way.
 *
 * The multipliers only decide how good the bound is. They are found by the primal-dual hybrid
 * gradient method (Chambolle, Pock 2011; with the steps of Pock, Chambolle 2011; Applegate et al.,
 * "Practical large-scale linear programming using primal-dual hybrid gradient", 2021), in whole
 * numbers, rounded so that the bound stays one. */
#ifndef LRI_PLAN_RELAX_H
#define LRI_PLAN_RELAX_H

#include "plan/rules.h"

typedef struct lri_factor {
    uint32_t column; /* a node, or after those a mode */
    int64_t times;   /* in 2^-20 */
} lri_factor;

typedef LRI_VECTOR(int64_t) lri_numbers;

/* Memory that is used again. */
typedef struct lri_relaxation {
    LRI_VECTOR(lri_factor) factors;
    lri_indices rows; /* where each begins, and the end of the last */
    lri_numbers cost, low, high, value, ahead, reduced, column_step; /* by column */
    lri_numbers multiplier, best, row_step;                          /* by row */
    int64_t bound, best_bound;
} lri_relaxation;

/* At the root: works out the relaxation of the sum there, and posts it as a rule beside those that
 * were posted before. Sets solver->failed when there is no memory. O(problem), up to 2000 times. */
void lri_relax(lri_relaxation *relaxation, lri_rules *rules, lri_sum_kind sum);

/* In the last relaxation, does the node, or the mode with that start, count by more than half? */
bool lri_relax_takes(const lri_relaxation *relaxation, const lri_rules *rules, uint32_t variable);

void lri_relaxation_free(lri_relaxation *relaxation);

#endif
