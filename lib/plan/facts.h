/* What holds when: the weeks in which each fact holds, with a given set of steps (MODEL section 6).
 *
 * Facts are found forward, from what is held, under way and done, through the askers of each fact:
 * a worklist that starts with nothing and only adds, so it ends at the least sets that follow from
 * the rules and nothing supports itself in a circle. Awards and functions that ask for no fact at
 * all have no asker to wake them, so each is looked at once. A set of weeks is a row of bits.
 *
 * Cost: O(awards + functions) plus, for each fact that changes, what asks for it. */
#ifndef LRI_PLAN_FACTS_H
#define LRI_PLAN_FACTS_H

#include "base/map.h"
#include "base/vector.h"
#include "model/intake.h"
#include "plan/weeks.h"

/* A step as the planner sees it; weeks are relative to week(start). */
typedef struct lri_placed {
    uint32_t activity, offering;
    int32_t start, weeks;
} lri_placed;

typedef struct lri_fact {
    lri_weeks weeks;   /* in which it holds */
    lri_weeks holding; /* of an award: in which an entry of `holds` that names it counts */
} lri_fact;

/* All zero is ready for use; reused from one computation to the next. */
typedef struct lri_facts {
    const leerroute_intake *intake;
    lri_map index; /* from a fact's key to its place in `facts` */
    LRI_VECTOR(lri_fact) facts;
    LRI_VECTOR(uint64_t) queue;
    lri_map queued;
    bool failed; /* no memory */
} lri_facts;

/* Computes everything that holds in some week 0 .. LRI_HORIZON_WEEKS. False when there is no
 * memory. */
bool lri_facts_compute(lri_facts *facts, const leerroute_intake *intake, const lri_placed *steps,
                       uint32_t step_count);

void lri_facts_free(lri_facts *facts);

/* The weeks in which one thing holds. `level` is of a competence, else 0. */
lri_weeks lri_facts_weeks(const lri_facts *facts, lri_requirement_kind kind, uint32_t index,
                          uint8_t level);

/* The weeks in which an entry of `holds` that names the award counts. */
lri_weeks lri_facts_holding(const lri_facts *facts, uint32_t award);

/* The weeks in which a requirement of the pool holds. */
lri_weeks lri_facts_requirement(const lri_facts *facts, const lri_requirements *pool,
                                uint32_t node);

/* What the assessment grants of the competence to this person: the level, or 0. */
uint8_t lri_assessed_level(const leerroute_intake *intake, const lri_activity *assessment,
                           uint32_t competence);

#endif
