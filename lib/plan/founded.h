/* What nothing can support but itself, in a problem without weeks.
 *
 * There the rules of single nodes say "may hold, for a child may"; in a circle each may rest on the
 * next, so that all of it may hold for nothing. So each node of a circle has a *source*: children,
 * or a mode, that may hold and do not rest on the node itself. What loses its source, with all that
 * rests on it, looks for another; what finds none is unfounded, and does not hold.
 *
 * Method: source pointers of answer set solvers (Simons, Niemelae, Soininen 2002; Gebser, Kaufmann,
 * Neumann, Schaub 2007). What is unfounded keeps the source that it lost: when the search goes back
 * to where that was possible, it is one again. */
#ifndef LRI_PLAN_FOUNDED_H
#define LRI_PLAN_FOUNDED_H

#include "plan/rules.h"

/* Adds the rule; without circles there is nothing to add. False when there is no memory. */
bool lri_founded_post(lri_rules *rules);

#endif
