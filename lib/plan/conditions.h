/* What one plan is asked beside the intake: limits on the measures, what a route may not be, and
 * what comes before the objective. The questions that are answered by planning again ask these.
 *
 * All of it agrees with the arguments of README.md: a condition that a route meets is met as well
 * when steps are left out of it, begin earlier, change weeks, or are followed in a mode that
 * dominates theirs. Only the sets that are forbidden may not be met when a step takes the place of
 * one that is not in them: see reduce.c. */
#ifndef LRI_PLAN_CONDITIONS_H
#define LRI_PLAN_CONDITIONS_H

#include "base/map.h"
#include "base/vector.h"
#include "leerroute/leerroute.h"

/* A measure as the search sees it: one of leerroute_measure, or the week of what must come first,
 * which comes before them. */
enum { LRI_FIRST = LEERROUTE_HOURS + 1, LRI_MEASURES };

/* A route must cost less than the one number, or have fewer study hours than the other. */
typedef struct lri_cut {
    int64_t cost_eur, study_hours;
} lri_cut;

/* Units and assessments that a route may not all have: a range of the activities below. */
typedef struct lri_forbidden {
    uint32_t first, count;
} lri_forbidden;

typedef struct lri_conditions {
    int64_t
        most[3]; /* by measure: weeks from week(start), euros, study hours; INT64_MAX: no limit */
    int64_t floor[LRI_MEASURES]; /* known: no route is better than one with these, in the order of
                                    the search; each in the unit of `most` */
    uint32_t first; /* the function that must hold as early as can be, whatever the measures;
                       LRI_NONE: none */
    bool any;       /* any route will do: no measure is minimised, and no checker looks at it */
    LRI_VECTOR(lri_cut) cuts;
    LRI_VECTOR(lri_forbidden) forbidden;
    LRI_VECTOR(uint32_t) activities;
} lri_conditions;

#define LRI_CONDITIONS_NONE                                                                        \
    { .most = {INT64_MAX, INT64_MAX, INT64_MAX}, .first = LRI_NONE }

/* Forbids routes that have all of these. False when there is no memory. */
bool lri_conditions_forbid(lri_conditions *conditions, const uint32_t *activities, uint32_t count);

/* No route is better than this one, if it is proved to be a best one (NULL: none is known). */
void lri_conditions_floor(lri_conditions *conditions, const leerroute_route *route);

void lri_conditions_free(lri_conditions *conditions);

#endif
