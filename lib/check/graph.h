/* What follows from what, whatever the week: the facts and requirements of a catalogue and a goal
 * as one graph.
 *
 * Its *things* are facts, nodes of requirements, and for each award that its `requires` is met. A
 * thing holds as soon as the weights of the things that hold and lead to it add up to its need: the
 * children of a requirement lead to it, a competence leads to the same one a level lower, an award
 * that is held to what it grants, and each fact to the leaves that name it. Horn clauses in the
 * manner of Dowling and Gallier (Journal of Logic Programming 1(3), 1984), with weights. */
#ifndef LRI_CHECK_GRAPH_H
#define LRI_CHECK_GRAPH_H

#include "model/intake.h"

typedef struct lri_link {
    uint32_t to, weight;
} lri_link;

typedef struct lri_graph {
    /* Where each kind of thing begins. Competences, five levels each, begin at 0. */
    uint32_t awards;    /* the award is held */
    uint32_t met;       /* the award's requires is met */
    uint32_t functions; /* the function holds */
    uint32_t completed; /* the activity is completed */
    uint32_t begun;     /* the activity is started */
    uint32_t nodes;     /* of the catalogue's requirements */
    uint32_t goals;     /* of the intake's requirements */
    uint32_t count;
    int64_t *need;
    uint32_t *first; /* of the links of each thing; count + 1 */
    lri_link *links;
    uint32_t *given; /* what holds always: things of need 0 */
    uint32_t given_count;
} lri_graph;

static inline uint32_t lri_graph_competence(uint32_t competence, uint8_t level) {
    return competence * LRI_TOP_LEVEL + level - 1;
}

/* Makes the graph in the arena; false when there is no memory. O(catalogue). */
bool lri_graph_make(lri_graph *graph, lri_arena *arena, const leerroute_intake *intake);

#endif
