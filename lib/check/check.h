/* What the checker finds: the faults of a route, each as a code with values, and its measures.
 *
 * check.c has the words of each code for programs, report/check_sentences.c its sentences. */
#ifndef LRI_CHECK_CHECK_H
#define LRI_CHECK_CHECK_H

#include "base/arena.h"
#include "base/vector.h"
#include "model/intake.h"

/* In the order in which they are looked for. */
typedef enum lri_check_code {
    /* what is no step */
    LRI_CHECK_UNKNOWN,
    LRI_CHECK_KIND,     /* `detail`: the kind that it is */
    LRI_CHECK_OFFERING, /* `detail`: the offering; so in the next */
    LRI_CHECK_FOREIGN_OFFERING,
    LRI_CHECK_WEEKS, /* `found` weeks */
    LRI_CHECK_UNDER_WAY,
    LRI_CHECK_TWICE,
    LRI_CHECK_GRANTS_NOTHING,
    /* rule 1; `expected` is a day */
    LRI_CHECK_BEFORE_START,
    LRI_CHECK_NOT_A_START,
    LRI_CHECK_BEFORE_FROM,
    LRI_CHECK_AFTER_UNTIL,
    /* rule 2; `requires` is what does not hold */
    LRI_CHECK_REQUIRES,
    LRI_CHECK_OFFERING_REQUIRES,
    /* rule 3; `detail` is what is not allowed */
    LRI_CHECK_LEERWEG,
    LRI_CHECK_PROVIDER,
    LRI_CHECK_PLACE,
    LRI_CHECK_EXCLUDED,
    LRI_CHECK_EXCLUDED_OFFERING,
    /* rule 4: `found` in that week, `expected` at most; in the order of lri_load */
    LRI_CHECK_STUDY_LOAD,
    LRI_CHECK_PRACTICE_LOAD,
    LRI_CHECK_PARALLEL,
    /* rule 5 */
    LRI_CHECK_BUDGET,
    /* rule 6 */
    LRI_CHECK_INCLUDE_MISSING,
    LRI_CHECK_INCLUDE_OFFERING, /* `detail`: the offering that is asked for */
    LRI_CHECK_INCLUDE_START,    /* `expected`: the Monday that is asked for */
    LRI_CHECK_GOAL,
    LRI_CHECK_FINISH_BY, /* `found` the finish, `expected` the latest that is right */
    /* rule 7 */
    LRI_CHECK_HOLDS_ALREADY,
    LRI_CHECK_SUPERFLUOUS,
    /* what the file says of the route: `found`, where `expected` is right */
    LRI_CHECK_INTAKE, /* `detail`: the id that is right; so in the next */
    LRI_CHECK_CATALOGUE,
    LRI_CHECK_START,
    LRI_CHECK_FINISH,
    LRI_CHECK_COST,
    LRI_CHECK_STUDY_HOURS,
    LRI_CHECK_PRACTICE_HOURS,
    LRI_CHECK_STEP_START,
    LRI_CHECK_STEP_COST,
    LRI_CHECK_STEP_STUDY_HOURS,
    LRI_CHECK_STEP_PRACTICE_HOURS,
    LRI_CHECK_ORDER,
    LRI_CHECK_FIRST_UNKNOWN, /* `detail`: the id that is no function */
    LRI_CHECK_FIRST_NEVER,   /* `detail`: the function; so in the next */
    LRI_CHECK_FIRST_WEEK,
    LRI_CHECK_BOUND_FINISH, /* by measure: a bound, `found`, that the route itself is below */
    LRI_CHECK_BOUND_COST,
    LRI_CHECK_BOUND_HOURS,
    /* its awards */
    LRI_CHECK_AWARD_UNKNOWN,
    LRI_CHECK_AWARD_TWICE,
    LRI_CHECK_AWARD_EXTRA,
    LRI_CHECK_AWARD_WEEK,
    LRI_CHECK_AWARD_VALID_UNTIL, /* a day, or -1 for none */
    LRI_CHECK_AWARD_MISSING,
    LRI_CHECK_AWARD_ORDER,
    LRI_CHECK_CODES
} lri_check_code;

typedef struct lri_check_fault {
    lri_check_code code;
    const char *step;   /* the id of the step or award; NULL: the route as a whole */
    const char *name;   /* ... and its name; NULL where the catalogue has none */
    lri_day week;       /* the Monday of the week at fault; -1 where it is none */
    const char *detail; /* NULL where the code has none */
    uint32_t requires;  /* a node of the catalogue's requirements */
    int64_t found, expected;
} lri_check_fault;

struct leerroute_check {
    lri_arena arena; /* the texts of the faults */
    const leerroute_intake *intake;
    LRI_VECTOR(lri_check_fault) faults;
    lri_week start, finish; /* finish -1 when the goal is not reached */
    int64_t cost_eur, study_hours, practice_hours;
};

#endif
