#include "ask/routes.h"

#include <stdlib.h>

leerroute_routes *lri_routes_new(lri_routes_kind kind, const leerroute_intake *intake) {
    leerroute_routes *routes = calloc(1, sizeof *routes);
    if (!routes) return NULL;
    routes->kind = kind;
    routes->intake = intake;
    routes->outcome = LEERROUTE_NO_ROUTE;
    return routes;
}

static bool add(leerroute_routes *routes, const leerroute_route *route) {
    leerroute_route *copy = calloc(1, sizeof *copy);
    if (copy && lri_route_copy(copy, route) && lri_push(&routes->routes, copy)) return true;
    leerroute_route_free(copy);
    return false;
}

bool lri_routes_take(leerroute_routes *routes, const leerroute_route *route,
                     leerroute_status *status) {
    if (lri_has_route(route) && !add(routes, route)) *status = LEERROUTE_NO_MEMORY;
    routes->is_all = route->outcome == LEERROUTE_NO_ROUTE;
    if (route->outcome != LEERROUTE_NO_ROUTE) routes->outcome = route->outcome;
    if (route->outcome == LEERROUTE_UNKNOWN && routes->routes.count)
        routes->outcome = LEERROUTE_FEASIBLE;
    return *status == LEERROUTE_OK && route->outcome == LEERROUTE_OPTIMAL;
}

void leerroute_routes_free(leerroute_routes *routes) {
    if (!routes) return;
    for (uint32_t i = 0; i < routes->routes.count; i++)
        leerroute_route_free(routes->routes.items[i]);
    free(routes->routes.items);
    free(routes);
}

leerroute_outcome leerroute_routes_outcome(const leerroute_routes *routes) {
    return routes->outcome;
}

size_t leerroute_routes_count(const leerroute_routes *routes) {
    return routes->routes.count;
}

const leerroute_route *leerroute_routes_get(const leerroute_routes *routes, size_t i) {
    return i < routes->routes.count ? routes->routes.items[i] : NULL;
}
