/* What is known of a plan beforehand, from the plans that its question made before it.
 *
 *  - A route of one may do for another, whatever that is asked: it is placed in its problem and
 *    looked at there. So the search begins with the best of them, and with fewer weeks.
 *  - Where no route can be better (conditions.h), one that is as good needs no search.
 *  - What a question varies often makes no difference in the end. Two plans whose problems are the
 *    same to the last number have the same best routes; and of a plan with a route that finishes by
 *    a week, only the problem up to that week matters. */
#ifndef LRI_PLAN_KNOWN_H
#define LRI_PLAN_KNOWN_H

#include "plan/search.h"

/* A route, and the problem that it is proved to be a best one of. */
typedef struct lri_known_plan {
    uint32_t first_step, steps; /* of known->steps; their starts are weeks since 1900-01-01 */
    uint32_t first_word, words; /* of known->words: the problem; none when it is not proved */
    int64_t value[LRI_MEASURES];
} lri_known_plan;

typedef struct lri_known {
    LRI_VECTOR(lri_known_plan) plans;
    LRI_VECTOR(lri_placed) steps;
    LRI_VECTOR(int64_t) words;

    lri_problem problem; /* of the plan in hand, up to the finish that is known */
    LRI_VECTOR(int64_t) image;
    int32_t last; /* its last week; -1: it is not made */
} lri_known;

/* Before the search, which has its order: begins it with the best route that is known. *is_best
 * says that it is proved to be one. False when there is no memory. */
bool lri_known_use(lri_known *known, lri_search *search, bool *is_best);

/* Keeps the settled steps of a plan, relative to week(start); and that they are a best route. False
 * when there is no memory. */
bool lri_known_keep(lri_known *known, const lri_search *search, const lri_placed *steps,
                    uint32_t count, bool is_best);

void lri_known_free(lri_known *known);

#endif
