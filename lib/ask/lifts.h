/* What stands in a person's way and can be lifted: a closed list, each entry a *lift*. Lifting only
 * ever allows more, but where a circumstance that is stated, or a thing that is held, bars
 * something: a lenient variation (model/intake_vary.h) allows that too. */
#ifndef LRI_ASK_LIFTS_H
#define LRI_ASK_LIFTS_H

#include "base/vector.h"
#include "model/intake_vary.h"

/* In the order in which they are told and tightened. */
typedef enum lri_lift_kind {
    LRI_LIFT_STUDY_HOURS,    /* a week: up to LRI_HOURS_MOST; with the periods of the same number */
    LRI_LIFT_PRACTICE_HOURS, /* the same */
    LRI_LIFT_PARALLEL,       /* the same, without limit */
    LRI_LIFT_PERIOD,         /* one of periods: hours and number, as above */
    LRI_LIFT_BUDGET,
    LRI_LIFT_DEADLINE,
    LRI_LIFT_LEERWEGEN, /* lists of what is allowed */
    LRI_LIFT_PROVIDERS,
    LRI_LIFT_PLACES,
    LRI_LIFT_EXCLUSION,         /* one of excluded_activities */
    LRI_LIFT_EXCLUDED_OFFERING, /* one of excluded_offerings */
    LRI_LIFT_INCLUSION,         /* one of includes */
    LRI_LIFT_ATTRIBUTE,         /* one that is not stated, and is asked somewhere: is stated */
    LRI_LIFT_EXPECTED,          /* what is expected counts */
    LRI_LIFT_HOLDING,           /* one of holds, that lapses: does not */
    LRI_LIFT_START,             /* up to LRI_WEEKS_EARLIER earlier */
    LRI_LIFT_KINDS
} lri_lift_kind;

enum { LRI_HOURS_MOST = 168, LRI_WEEKS_EARLIER = 52 };

typedef struct lri_lift {
    lri_lift_kind kind;
    uint32_t index; /* in its list */
} lri_lift;

typedef LRI_VECTOR(lri_lift) lri_lifts;

/* All lifts of the intake. False when there is no memory. O(catalogue + intake). */
bool lri_lifts_find(lri_lifts *lifts, const leerroute_intake *intake);

/* Makes the variation of the intake with the lifts of which `is_lifted` is true. False when there
 * is no memory. */
bool lri_lifts_apply(leerroute_intake *variation, const leerroute_intake *intake,
                     const lri_lifts *lifts, const bool *is_lifted, bool is_lenient);

/* The list of what is allowed that the lift is of, in an intake. */
lri_allowed *lri_lift_allowed(leerroute_intake *intake, lri_lift_kind kind);

/* Sets the ordinary capacity, and that of the periods that have the same, as the kind says. */
void lri_lift_capacity(leerroute_intake *variation, const leerroute_intake *intake,
                       lri_lift_kind kind, int32_t value);

/* Gives a period as much as there can be. */
void lri_lift_period(leerroute_intake *variation, uint32_t period);

#endif
