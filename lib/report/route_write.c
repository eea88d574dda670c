#include "report/route_write.h"

leerroute_status leerroute_route_write(const leerroute_route *route, const leerroute_intake *intake,
                                       const leerroute_style *style, char **out, size_t *size) {
    if (!route || !intake || !style || !out) return LEERROUTE_MISUSE;
    if (style->format == LEERROUTE_JSON)
        return lri_route_json(route, intake, NULL, false, out, size);
    return lri_route_text(route, intake, style, out, size);
}

leerroute_status leerroute_route_line(const leerroute_route *route, const leerroute_intake *intake,
                                      const leerroute_route *without_evc, char **out,
                                      size_t *size) {
    if (!route || !intake || !out) return LEERROUTE_MISUSE;
    return lri_route_json(route, intake, without_evc, true, out, size);
}

leerroute_status leerroute_routes_write(const leerroute_routes *routes,
                                        const leerroute_style *style, char **out, size_t *size) {
    if (!routes || !style || !out) return LEERROUTE_MISUSE;
    if (style->format == LEERROUTE_JSON) return lri_routes_json(routes, out, size);
    return lri_routes_text(routes, style, out, size);
}
