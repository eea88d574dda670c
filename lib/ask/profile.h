/* What if: the best route for each of a row of values. */
#ifndef LRI_ASK_PROFILE_H
#define LRI_ASK_PROFILE_H

#include "base/vector.h"
#include "model/route.h"

typedef struct lri_profile_row {
    int64_t value;
    leerroute_route route; /* its own */
    bool changes;          /* the steps of the row before no longer give the best measures */
} lri_profile_row;

struct leerroute_profile {
    leerroute_lever lever;
    const leerroute_intake *intake;
    lri_profile_row *rows;
    size_t count;
    leerroute_outcome outcome;
};

#endif
