/* A route: what the planner answers and the checker reads.
 *
 * A planned route borrows the texts of the catalogue; one read from a file has its own arena and
 * may name what does not exist: the checker says so. */
#ifndef LRI_MODEL_ROUTE_H
#define LRI_MODEL_ROUTE_H

#include "base/arena.h"
#include "model/intake.h"

/* The kind of a step or award in a file whose `kind` is no right word for one. */
#define LRI_NO_KIND ((leerroute_kind)LEERROUTE_KINDS)

typedef struct lri_step {
    leerroute_kind kind;               /* LEERROUTE_UNIT or LEERROUTE_ASSESSMENT; LRI_NO_KIND */
    const char *id, *offering;         /* as texts ... */
    uint32_t activity, offering_index; /* ... and resolved; LRI_NONE for an id that is none */
    lri_day start;                     /* as written: a Monday in a right route */
    int64_t weeks;
    int64_t cost_eur, study_hours, practice_hours;
} lri_step;

typedef struct lri_route_award {
    leerroute_kind kind; /* LEERROUTE_CERTIFICATE or LEERROUTE_DIPLOMA; LRI_NO_KIND */
    const char *id;
    uint32_t award;      /* resolved; LRI_NONE for an id that is none */
    lri_day week;        /* its Monday */
    lri_day valid_until; /* -1: does not lapse */
} lri_route_award;

typedef struct lri_route_function {
    uint32_t function;
    lri_week week;
} lri_route_function;

struct leerroute_route {
    lri_arena arena; /* of a route that was read; a planned one lives in its planner */
    const char *intake, *catalogue; /* ids */
    leerroute_outcome outcome;
    leerroute_measure objective[3];
    uint32_t objective_count;
    lri_day start, finish; /* Mondays; finish -1 with LEERROUTE_NO_ROUTE and LEERROUTE_UNKNOWN */
    int64_t cost_eur, study_hours, practice_hours;
    lri_step *steps;
    uint32_t step_count;
    lri_route_award *awards;
    uint32_t award_count;
    lri_route_function *functions; /* gained on the way, by week then catalogue order */
    uint32_t function_count;
    uint32_t *held_functions; /* that hold in some week up to the finish without the steps */
    uint32_t held_function_count;
    const char *first;       /* the function that was to come first, as text; NULL: none ... */
    uint32_t first_function; /* ... and resolved; LRI_NONE for an id that is none */
    lri_day first_week;      /* the Monday from which it holds; -1 with LEERROUTE_NO_ROUTE and
                                LEERROUTE_UNKNOWN */
    bool has_bound;          /* with LEERROUTE_FEASIBLE and LEERROUTE_UNKNOWN */
    leerroute_measure bound_measure;
    int64_t bound_value; /* a day (Monday), euros or hours */
};

/* Is there a route, with steps and measures? */
static inline bool lri_is_route(leerroute_outcome outcome) {
    return outcome == LEERROUTE_OPTIMAL || outcome == LEERROUTE_FEASIBLE;
}

static inline bool lri_has_route(const leerroute_route *route) {
    return lri_is_route(route->outcome);
}

/* Did a limit stop the proof? */
static inline bool lri_is_cut(leerroute_outcome outcome) {
    return outcome == LEERROUTE_FEASIBLE || outcome == LEERROUTE_UNKNOWN;
}

/* By the objective of `a`: less than 0 when it has the better measures. Both have a route. */
int lri_route_compare(const leerroute_route *a, const leerroute_route *b);

/* Does what is held count for a while and then lapse, with nothing else by which it goes on? */
bool lri_lapses(const leerroute_intake *intake, const lri_holding *holding);

/* Does what is gained lapse before the week of `finish`? */
bool lri_award_lapses_before(const lri_route_award *award, lri_day finish);

/* Makes `to` a copy of a planned route that lives in its own arena, which must be empty; it borrows
 * the texts of intake and catalogue as that does. False when there is no memory. */
bool lri_route_copy(leerroute_route *to, const leerroute_route *from);

#endif
