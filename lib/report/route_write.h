/* A route as the file of MODEL.md, and as what an adviser reads aloud. */
#ifndef LRI_REPORT_ROUTE_WRITE_H
#define LRI_REPORT_ROUTE_WRITE_H

#include "model/route.h"

leerroute_status lri_route_json(const leerroute_route *route, const leerroute_intake *intake,
                                bool on_one_line, char **out, size_t *size);
leerroute_status lri_route_text(const leerroute_route *route, const leerroute_intake *intake,
                                const leerroute_style *style, char **out, size_t *size);

/* Is there a route, with steps and measures? */
static inline bool lri_has_route(const leerroute_route *route) {
    return route->outcome == LEERROUTE_OPTIMAL || route->outcome == LEERROUTE_FEASIBLE;
}

#endif
