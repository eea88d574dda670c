/* The exact search: the best starts of the modes of a problem, measure by measure.
 *
 * In the order of the objective (and before it the week of what must come first, when the
 * conditions ask that) each measure is minimised, with those before it held at their best: find a
 * solution, ask for a better one, until there is none, which the engine proves. See README.md for
 * why this is exact. */
#ifndef LRI_PLAN_SEARCH_H
#define LRI_PLAN_SEARCH_H

#include "plan/relax.h"

/* How many conflicts there are in a brief look, in the first turn of one way and of the other, and
 * in the next one. The tests are built with haste too, so that each way has its turns on problems
 * that are small enough to try everything. */
#ifdef LRI_HASTE
enum { LRI_BRIEFLY = 1, LRI_SHORT_TURN = 1, LRI_LONG_TURN = 1, LRI_NEXT_TURN = 8 };
#else
enum { LRI_BRIEFLY = 100, LRI_SHORT_TURN = 200, LRI_LONG_TURN = 2000, LRI_NEXT_TURN = 1000 };
#endif

typedef LRI_VECTOR(int32_t) lri_starts_list;

/* An atom that would rather hold: it costs `weight` when it does not. */
typedef struct lri_soft {
    lri_atom atom;
    int64_t weight;
    uint32_t counter; /* of which it is a bound, or LRI_NONE */
} lri_soft;

typedef struct lri_search {
    lri_problem *problem;
    const leerroute_limits *limits; /* NULL: none */
    lri_solver solver;
    lri_rules rules;
    lri_relaxation relaxation;
    uint32_t relaxed; /* what was known at the root when sums were relaxed; LRI_NONE: not yet */
    struct lri_search *below; /* see below.h; NULL: not asked yet */
    lri_problem part; /* of the problem: without weeks, then without most modes: see choose.h */

    bool has_best;
    lri_starts_list best;        /* by mode its first week; never: not used */
    lri_starts_list best_labels; /* by node the week from which it then holds */
    int64_t value[LRI_MEASURES]; /* of the best, by measure: week, euros, hours, week */
    int order[LRI_MEASURES];     /* the measures to minimise, one after the other */
    uint32_t order_count;
    int64_t floor[LRI_MEASURES]; /* by stage: no less, with the stages before it at theirs */
    uint32_t chosen;             /* in so many stages the least was found without weeks; 0: not */
    LRI_VECTOR(bool) may_have;   /* then by mode: may a route have it that is at those floors? */
    bool has_bound;              /* a limit stopped the proof of this measure */
    leerroute_measure bound_measure;
    int64_t bound;

    LRI_VECTOR(lri_soft) softs; /* see cores.h */
    lri_atoms assumptions;
    int64_t least, weight; /* what the cores add up to; the least weight that is assumed now */

    uint64_t pause; /* the conflicts, of all, at which another way has its turn; 0: none */

    LRI_VECTOR(bool) wish; /* by mode: use it, when nothing else decides */
    bool stopped;
    uint64_t asked;
    uint64_t conflicts, decisions, propagations, solutions; /* of all */

    /* Scratch: of the best starts; of wish.h the nodes that are wanted, and to be followed. */
    LRI_VECTOR(int32_t) labels;
    lri_starts_list starts;
    LRI_VECTOR(bool) wanted;
    lri_indices stack;
} lri_search;

struct lri_known;

/* The outcome; LEERROUTE_NO_MEMORY only when memory lacked. With LEERROUTE_OPTIMAL and
 * LEERROUTE_FEASIBLE the best starts are in search->best. `known` may be NULL. */
leerroute_status lri_search_run(lri_search *search, lri_problem *problem, struct lri_known *known,
                                const leerroute_limits *limits, leerroute_outcome *outcome);

/* Leaves of the problem only the weeks up to the end of the best route. */
bool lri_search_tighten(lri_search *search);

/* For choose.c and cores.c. Fills the engine with the problem; false when there is no memory. */
bool lri_search_post(lri_search *search, lri_problem *problem);

/* The variable of a measure. */
uint32_t lri_search_variable(const lri_search *search, int measure);

/* At the root: the measure is no more than that, for good. */
void lri_search_hold(lri_search *search, int measure, int64_t value);

/* Takes starts of a part of the problem as the best ones. False when there is no memory. */
bool lri_search_adopt(lri_search *search, lri_problem *problem, const lri_problem *part,
                      const int32_t *starts);

/* At the root: relaxes the sums that are limited, of the loads too or not; once more where more is
 * known since. See relax.h. */
void lri_search_relax(lri_search *search, bool loads);

/* Adds up what the solver did since. */
void lri_search_count_up(lri_search *search);

/* Takes the best starts as they are now: works out their labels and values, and wishes for them.
 * False when there is no memory. */
bool lri_search_take_best(lri_search *search);

/* Is the task used in a mode that is wished for? */
bool lri_search_is_wished(const lri_search *search, uint32_t task);

/* Are the measures of the first stages of the best route at their floors? */
bool lri_search_is_at_floor(const lri_search *search, uint32_t stages);

/* Searches for a solution, better than the best or not, and keeps it when it is. */
lri_search_end lri_search_with(lri_search *search, const lri_atom *assumptions, uint32_t count);

/* Makes the measures of the first stages the least, one after the other; *done is how many. */
lri_search_end lri_search_stages(lri_search *search, uint32_t stages, uint32_t *done);

void lri_search_free(lri_search *search);

#endif
