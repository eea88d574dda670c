/* A check in the making, and its parts: each looks for the faults of some rules. */
#ifndef LRI_CHECK_CHECKING_H
#define LRI_CHECK_CHECKING_H

#include "check/check.h"
#include "check/replay.h"
#include "model/route.h"

/* The loads of a week, in the order of their codes. */
typedef enum lri_load { LRI_STUDY, LRI_PRACTICE, LRI_NUMBER, LRI_LOADS } lri_load;

typedef struct lri_edge lri_edge;

typedef struct lri_checking {
    const leerroute_intake *intake;
    const leerroute_route *route;
    leerroute_check *check;
    lri_arena scratch;
    bool failed; /* no memory */

    lri_taken *steps; /* the steps that are one, by start; what is no step counts for nothing */
    uint32_t step_count;
    uint32_t *step_of; /* by activity: 1 + its place among the steps, 0 for none */
    lri_week over;     /* from when on what `include` asks for is over */
    bool includes_met;
    lri_week first; /* from when on the function holds that is to come first; -1: never, or none */
    uint8_t *is_barred; /* by step: it breaks rule 1 or 3 */
    lri_edge *edges;    /* of the loads, by week: see loads.c */
    uint32_t edge_count;
    lri_replay replay;
} lri_checking;

/* Adds the fault; its texts are copied, but for the name. */
void lri_check_report(lri_checking *c, lri_check_fault fault);

/* Adds the fault, of one of the steps in a week. */
void lri_check_report_step(lri_checking *c, uint32_t step, lri_week week, lri_check_fault fault);

/* Finds the steps, and tells what is none. False when there is no memory. */
bool lri_check_steps(lri_checking *c);

/* Lays out the loads of the steps and of what is under way. False when there is no memory. */
bool lri_check_make_loads(lri_checking *c);

/* Rule 4, without one step or LRI_NO_STEP; what breaks it is told in the last case alone. */
bool lri_check_loads(lri_checking *c, uint32_t without);

/* Rules 1 to 7. */
void lri_check_rules(lri_checking *c);

/* What the file says of the route and its steps. */
void lri_check_measures(lri_checking *c);

/* The list of awards. False when there is no memory. */
bool lri_check_awards(lri_checking *c);

static inline lri_day lri_monday(lri_week week) {
    return 7 * week;
}

#endif
