/* Small problems of the planner, drawn from a seed, and all their solutions: found by trying every
 * way to begin steps, with weeks worked out by passing over the nodes until nothing changes. */
#ifndef UNIT_DRAWN_H
#define UNIT_DRAWN_H

#include "plan/rules.h"

enum { DRAWN_TASKS = 5, DRAWN_VARIABLES = 160 };

/* What each variable of the rules is in a solution: a node's week is the one from which it holds.
 */
typedef struct drawn_solution {
    int32_t value[DRAWN_VARIABLES];
} drawn_solution;

typedef struct drawn {
    leerroute_intake intake; /* its budget alone counts */
    lri_conditions conditions;
    lri_problem problem;
    LRI_VECTOR(drawn_solution) solutions;
    uint32_t counters; /* of rules->counters, those that the solutions have a value of */
} drawn;

/* Draws a problem, reduced as the planner does; the memory of the one before is used again. */
void drawn_make(drawn *d, uint64_t seed);

/* The same with many steps that can change places: see plan/twins.h. */
void drawn_make_alike(drawn *d, uint64_t seed);

void drawn_free(drawn *d);

/* Finds the solutions of the problem for which the rules were posted. False when there are too many
 * to try. */
bool drawn_solve(drawn *d, const lri_rules *rules);

/* Gives the counters that were made since a value in each solution. */
void drawn_count(drawn *d, const lri_rules *rules);

bool drawn_holds(const drawn_solution *solution, lri_atom atom);

/* A number below `below`, drawn after what the problem was drawn from. */
uint32_t drawn_number(uint32_t below);

#endif
