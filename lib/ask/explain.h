/* Why this step, why not that one. */
#ifndef LRI_ASK_EXPLAIN_H
#define LRI_ASK_EXPLAIN_H

#include "base/vector.h"
#include "model/route.h"

typedef enum lri_demander {
    LRI_FOR_AWARD,
    LRI_FOR_FUNCTION,
    LRI_FOR_STEP,
    LRI_FOR_GOAL
} lri_demander;

/* A leaf that something asks for in a week, and that holds in it thanks to the step alone. */
typedef struct lri_service {
    lri_demander demander;
    uint32_t index; /* of the award, the function or the step of the route */
    lri_week week;
    lri_requirement_kind kind;
    uint8_t level;
    uint32_t leaf; /* what the leaf names */
} lri_service;

typedef struct lri_step_reason {
    LRI_VECTOR(lri_service) services; /* by week, the goal last */
    leerroute_need need;
    leerroute_route without; /* the best route without the step; its own */
} lri_step_reason;

/* What could be lifted so that a step fits in a route. */
typedef enum lri_clash {
    LRI_CLASH_BUDGET,
    LRI_CLASH_DEADLINE,
    LRI_CLASH_STUDY_HOURS,
    LRI_CLASH_PRACTICE_HOURS,
    LRI_CLASH_PARALLEL,
    LRI_CLASH_LEERWEGEN,
    LRI_CLASH_PROVIDERS,
    LRI_CLASH_PLACES,
    LRI_CLASH_EXCLUDE,
    LRI_CLASH_INCLUDE,
    LRI_CLASHES
} lri_clash;

typedef struct lri_why_not {
    uint32_t activity;
    leerroute_why_not answer;
    leerroute_route route; /* the best one with it; its own */
    bool clashes[LRI_CLASHES];
} lri_why_not;

#endif
