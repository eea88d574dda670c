/* A route in short, for answers that compare many. */
#ifndef LRI_REPORT_ROUTE_SHORT_H
#define LRI_REPORT_ROUTE_SHORT_H

#include "model/route.h"
#include "report/tree.h"

/* Adds status, measures and the ids of the steps to an object; with `other`, when both are there, how
 * it differs from that: "difference". */
void lri_tree_route(lri_tree *tree, lri_value *object, const leerroute_route *route,
                    const leerroute_route *other);

#endif
