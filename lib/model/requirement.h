/* Requirements as a pool of nodes: what a catalogue or an intake asks, with ids resolved.
 *
 * A node names its children by index in the same pool, always lower than its own: there are no
 * circles within a requirement, and a loop from low to high meets children before parents. */
#ifndef LRI_MODEL_REQUIREMENT_H
#define LRI_MODEL_REQUIREMENT_H

#include <stdint.h>

typedef enum lri_requirement_kind {
    LRI_ALL,
    LRI_ANY,
    LRI_AT_LEAST,
    LRI_COMPETENCE, /* `index` at `level` or higher */
    LRI_AWARD,      /* a certificate or diploma, by its index among the awards */
    LRI_FUNCTION,
    LRI_UNIT,    /* the unit is completed; `index` among the activities */
    LRI_STARTED, /* the unit is followed or completed */
    LRI_ATTRIBUTE,
    LRI_NOT_ATTRIBUTE
} lri_requirement_kind;

typedef struct lri_requirement {
    lri_requirement_kind kind;
    uint8_t level;         /* of LRI_COMPETENCE: 1..5 */
    uint32_t index;        /* of a leaf */
    uint32_t need;         /* of LRI_AT_LEAST */
    uint32_t first, count; /* children of LRI_ALL, LRI_ANY and LRI_AT_LEAST */
} lri_requirement;

typedef struct lri_child {
    uint32_t node;
    uint32_t weight; /* 1 but in LRI_AT_LEAST; sums need 64 bits */
} lri_child;

typedef struct lri_requirements {
    const lri_requirement *nodes;
    const lri_child *children;
    uint32_t node_count, child_count;
} lri_requirements;

#endif
