/* Routes in answers for programs: whole, or in short where many are compared. */
#ifndef LRI_REPORT_ROUTE_SHORT_H
#define LRI_REPORT_ROUTE_SHORT_H

#include "model/route.h"
#include "report/tree.h"

/* Adds all keys of a route file. */
void lri_tree_whole_route(lri_tree *tree, lri_value *object, const leerroute_route *route,
                          const leerroute_intake *intake);

/* Adds the best route without EVC, in short; NULL: nothing. */
void lri_tree_without_evc(lri_tree *tree, lri_value *object, const leerroute_route *without_evc,
                          const leerroute_route *route);

/* Adds status, measures and the ids of the steps to an object; with `other`, when both are there,
 * how it differs from that: "difference". */
void lri_tree_route(lri_tree *tree, lri_value *object, const leerroute_route *route,
                    const leerroute_route *other);

#endif
