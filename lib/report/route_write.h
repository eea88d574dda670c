/* A route as the file of MODEL.md, and as what an adviser reads aloud. */
#ifndef LRI_REPORT_ROUTE_WRITE_H
#define LRI_REPORT_ROUTE_WRITE_H

#include "ask/routes.h"
#include "report/page.h"
#include "report/tree.h"

/* `without_evc`: the best route without EVC, that is added in short; NULL: none. */
leerroute_status lri_route_json(const leerroute_route *route, const leerroute_intake *intake,
                                const leerroute_route *without_evc, bool on_one_line, char **out,
                                size_t *size);
leerroute_status lri_route_text(const leerroute_route *route, const leerroute_intake *intake,
                                const leerroute_style *style, char **out, size_t *size);

/* All that is told of a route, on a page. */
void lri_write_route(lri_page *page, const leerroute_route *route, const leerroute_intake *intake);

/* The key `first` of a route on which a function comes first; else nothing. */
void lri_tree_first(lri_tree *tree, lri_value *object, const leerroute_route *route);

/* An outcome as the files have it: "optimal". */
const char *lri_status_word(leerroute_outcome outcome);

/* The sentence with the measures of a route: when the goal is reached, for how much. */
const char *lri_route_measures(lri_page *page, const leerroute_route *route);

leerroute_status lri_routes_json(const leerroute_routes *routes, char **out, size_t *size);
leerroute_status lri_routes_text(const leerroute_routes *routes, const leerroute_style *style,
                                 char **out, size_t *size);

#endif
