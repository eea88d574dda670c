#include "ask/asking.h"

#include "model/route.h"

lri_asking lri_ask_begin(leerroute_planner *planner, const leerroute_limits *limits) {
    lri_asking asking = {.planner = planner};
    if (limits) asking.limits = *limits;
    return asking;
}

void lri_ask_end(lri_asking *a) {
    lri_known_free(&a->known);
}

leerroute_status lri_ask(lri_asking *a, const leerroute_intake *intake,
                         const lri_conditions *conditions, const leerroute_route **out) {
    leerroute_status status = lri_plan_with(a->planner, intake, conditions,
                                            a->is_single ? NULL : &a->known, &a->limits, out);
    uint64_t used = lri_planner_nodes(a->planner);
    if (a->limits.nodes) a->limits.nodes = used < a->limits.nodes ? a->limits.nodes - used : 1;
    if (status == LEERROUTE_OK && lri_is_cut((*out)->outcome)) a->is_cut = true;
    return status;
}
