/* The exact search: the best starts of the modes of a problem, measure by measure.
 *
 * In the order of the objective (and before it the week of what must come first, when the
 * conditions ask that) each measure is minimised, with those before it held at their best: find a
 * solution, ask for a better one, until there is none, which the engine proves. See README.md for
 * why this is exact. */
#ifndef LRI_PLAN_SEARCH_H
#define LRI_PLAN_SEARCH_H

#include "plan/rules.h"

typedef LRI_VECTOR(int32_t) lri_starts_list;

/* A measure as the search sees it: one of leerroute_measure, or the week of what must come first.
 */
enum { LRI_FIRST = LEERROUTE_HOURS + 1, LRI_MEASURES };

typedef struct lri_search {
    lri_problem *problem;
    const leerroute_limits *limits; /* NULL: none */
    lri_solver solver;
    lri_rules rules;

    bool has_best;
    lri_starts_list best;        /* by mode its first week; never: not used */
    lri_starts_list best_labels; /* by node the week from which it then holds */
    int64_t value[LRI_MEASURES]; /* of the best, by measure: week, euros, hours, week */
    int order[LRI_MEASURES];     /* the measures to minimise, one after the other */
    uint32_t order_count;
    bool has_bound; /* a limit stopped the proof of this measure */
    leerroute_measure bound_measure;
    int64_t bound;

    LRI_VECTOR(bool) wish; /* by mode: use it, when nothing else decides */
    bool stopped;
    uint64_t asked;
    uint64_t conflicts, decisions, propagations, solutions; /* of all */

    /* Scratch of accepting. */
    LRI_VECTOR(int32_t) labels;
    lri_starts_list starts;
    LRI_VECTOR(int32_t)
    explained; /* by node: the latest week up to which it is shown not to hold */
    lri_indices stack;
} lri_search;

/* The outcome; LEERROUTE_NO_MEMORY only when memory lacked. With LEERROUTE_OPTIMAL and
 * LEERROUTE_FEASIBLE the best starts are in search->best. */
leerroute_status lri_search_run(lri_search *search, lri_problem *problem,
                                const leerroute_limits *limits, leerroute_outcome *outcome);

void lri_search_free(lri_search *search);

#endif
