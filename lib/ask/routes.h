/* Several routes of one person: what a question gives that has more than one answer. */
#ifndef LRI_ASK_ROUTES_H
#define LRI_ASK_ROUTES_H

#include "base/vector.h"
#include "model/route.h"

typedef enum lri_routes_kind { LRI_ALTERNATIVES, LRI_PARETO } lri_routes_kind;

struct leerroute_routes {
    lri_routes_kind kind;
    const leerroute_intake *intake;
    leerroute_outcome outcome;
    bool is_all;                          /* it is proved that there are no others */
    LRI_VECTOR(leerroute_route *) routes; /* its own */
};

/* New and empty, or NULL when there is no memory. */
leerroute_routes *lri_routes_new(lri_routes_kind kind, const leerroute_intake *intake);

/* Takes the answer to the next plan: a copy of its route, if it has one, and what its outcome makes
 * of that of the whole. True when there may be more: when it is an optimum. */
bool lri_routes_take(leerroute_routes *routes, const leerroute_route *route,
                     leerroute_status *status);

#endif
