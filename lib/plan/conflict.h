/* What led to a conflict of the engine: the clause that is learnt from it, and the assumptions that
 * cannot hold together. For solver.c. */
#ifndef LRI_PLAN_CONFLICT_H
#define LRI_PLAN_CONFLICT_H

#include "plan/solver.h"

/* An event's reason: its atoms are reasons[reason] .. + reason_count; or one of these counts. */
static const uint32_t LRI_BY_DECISION = UINT32_MAX, LRI_BY_CLAUSE = UINT32_MAX - 1;

/* The atom that says the same of a variable that skips values: rounded up to the next it may take.
 */
int64_t lri_rounded(const lri_solver *solver, lri_atom atom);

/* The lowest bound that is rounded up to `at` or more. */
int64_t lri_unrounded(const lri_solver *solver, uint32_t side, int64_t at);

/* The atom moved by so much. "At most never" would say nothing, so it does not go beyond what is
 * before never. */
lri_atom lri_moved(const lri_solver *solver, lri_atom atom, int64_t by);

/* The highest level at which an atom of the conflict in `because` came to hold. */
uint32_t lri_conflict_level(const lri_solver *solver);

/* From the conflict in `because`, at its level, to a clause in `learnt`: the atom that will hold
 * after going back first, then one of the highest level. Gives the level to go back to, and in
 * *levels how many decisions the clause spans. */
uint32_t lri_conflict_analyze(lri_solver *solver, uint32_t *levels);

/* Puts into `core` the assumptions, all there are decisions of, that refute this one; and itself.
 */
void lri_conflict_core(lri_solver *solver, lri_atom refuted);

#endif
