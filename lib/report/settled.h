/* What a route need not teach: of all that the goal and the steps ask, what the person holds.
 *
 * What is asked is found by walking the requirements: from the goal and from what the steps ask, on
 * through what an award that is not held asks, and what a function asks. Which alternatives the
 * route takes is not looked at. O(what is asked + what is held and granted). */
#ifndef LRI_REPORT_SETTLED_H
#define LRI_REPORT_SETTLED_H

#include "model/route.h"

typedef struct lri_leaf {
    lri_requirement_kind kind; /* LRI_COMPETENCE, LRI_AWARD or LRI_UNIT */
    uint8_t level;             /* of a competence: the highest that is asked and held; else 0 */
    uint32_t index;
    struct lri_leaf *next;
} lri_leaf;

/* What one thing held does. */
typedef struct lri_settled {
    bool matters;     /* it gives something that is asked, at the start or not */
    lri_leaf *leaves; /* what it gives at the start, that nothing before it gives */
} lri_settled;

/* An array along intake->holds, in the arena; NULL when there is no memory. */
lri_settled *lri_settle(lri_arena *arena, const leerroute_intake *intake,
                        const leerroute_route *route);

#endif
