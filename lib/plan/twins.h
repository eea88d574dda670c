/* Twins: two modes of different tasks that can change places, so that one order of them is enough.
 *
 * They last as long, load the weeks alike and may begin in the same weeks. The *first* one of them
 * asks for no more than the second, and whatever is made of the second's being started or done is
 * made of the first's as well. Where both are used and the second begins before the first, they can
 * change weeks: the loads and the costs stay what they are, and nothing of use holds later. So some
 * best route has them in order: see README.md for the argument, and why all pairs are in order in
 * one and the same route.
 *
 * Method: symmetry and dominance breaking by posted orders (Puget 1993; Crawford, Ginsberg, Luks,
 * Roy 1996). */
#ifndef LRI_PLAN_TWINS_H
#define LRI_PLAN_TWINS_H

#include "plan/rules.h"

/* Finds the twins of the problem, into rules->twins, and adds their rules; without weeks there is
 * no order. False when there is no memory. Each mode is looked at beside a few others of its kind
 * only: O(modes * (log modes + the parents of a node)). */
bool lri_twins_post(lri_rules *rules);

#endif
