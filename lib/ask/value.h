/* What is a claim worth: the route if it is granted, and if it is not. */
#ifndef LRI_ASK_VALUE_H
#define LRI_ASK_VALUE_H

#include "base/vector.h"
#include "model/route.h"

typedef struct lri_stake {
    leerroute_stake_kind kind;
    uint32_t index; /* the competence, the entry of intake->holds, or the activity */
    uint8_t level;  /* of a claim that is granted */
    uint32_t order; /* as found: of equal stakes the first stays first */
    lri_day from;   /* of the fall-back: its first day; -1 where there is none to tell */
    leerroute_route granted, failed, fallback; /* its own */
} lri_stake;

struct leerroute_values {
    const leerroute_intake *intake;
    leerroute_route route; /* as it is advised; its own */
    LRI_VECTOR(lri_stake) stakes;
    leerroute_outcome outcome;
};

#endif
