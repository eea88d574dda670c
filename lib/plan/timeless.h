/* A problem without its weeks, for measures in which time is no matter. */
#ifndef LRI_PLAN_TIMELESS_H
#define LRI_PLAN_TIMELESS_H

#include "plan/problem.h"

/* Makes `out` the problem in which all weeks are one: what can hold at all holds at once when what
 * it asks does, nothing loads anything, and nothing lapses. Of a task's modes only those stay that
 * differ in what they ask or in the measures that count. Every route of `from` is one here too,
 * with the same cost and hours; so the least of those here bounds them there. The modes' `origin`
 * is their number in `from`. False when there is no memory. */
bool lri_timeless_make(lri_problem *out, const lri_problem *from, bool costs, bool hours);

/* Makes `out` the same problem up to the week `last`, with no other modes than those marked (NULL:
 * all); their `origin` is their number in `from`. False when there is no memory. */
bool lri_part_make(lri_problem *out, const lri_problem *from, const bool *marked, int32_t last);

#endif
