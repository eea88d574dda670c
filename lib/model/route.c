#include "model/route.h"

#include <string.h>

leerroute_outcome leerroute_route_outcome(const leerroute_route *route) {
    return route->outcome;
}

/* ---- Measures ---- */

static bool is_there(const leerroute_route *route) {
    return route->outcome == LEERROUTE_OPTIMAL || route->outcome == LEERROUTE_FEASIBLE;
}

leerroute_day leerroute_route_start(const leerroute_route *route) {
    return is_there(route) ? route->start : 0;
}

leerroute_day leerroute_route_finish(const leerroute_route *route) {
    return is_there(route) ? route->finish : 0;
}

int64_t leerroute_route_cost(const leerroute_route *route) {
    return is_there(route) ? route->cost_eur : 0;
}

int64_t leerroute_route_study_hours(const leerroute_route *route) {
    return is_there(route) ? route->study_hours : 0;
}

int64_t leerroute_route_practice_hours(const leerroute_route *route) {
    return is_there(route) ? route->practice_hours : 0;
}

/* ---- Steps ---- */

size_t leerroute_route_step_count(const leerroute_route *route) {
    return route->step_count;
}

bool leerroute_route_step(const leerroute_route *route, size_t i, leerroute_step *out) {
    if (i >= route->step_count) return false;
    const lri_step *step = &route->steps[i];
    *out = (leerroute_step){.kind = step->kind,
                            .id = step->id,
                            .offering = step->offering,
                            .start = step->start,
                            .weeks = step->weeks,
                            .cost_eur = step->cost_eur,
                            .study_hours = step->study_hours,
                            .practice_hours = step->practice_hours};
    return true;
}

/* ---- Copying ---- */

/* A copy of an array in the arena; NULL when there is no memory. */
static void *copy(lri_arena *arena, const void *items, size_t count, size_t size) {
    void *out = lri_arena_array(arena, count, size);
    if (out && count) memcpy(out, items, count * size);
    return out;
}

bool lri_route_copy(leerroute_route *to, const leerroute_route *from) {
    lri_arena arena = to->arena;
    *to = *from;
    to->steps = copy(&arena, from->steps, from->step_count, sizeof *from->steps);
    to->awards = copy(&arena, from->awards, from->award_count, sizeof *from->awards);
    to->functions = copy(&arena, from->functions, from->function_count, sizeof *from->functions);
    to->held_functions =
        copy(&arena, from->held_functions, from->held_function_count, sizeof *from->held_functions);
    to->arena = arena;
    return to->steps && to->awards && to->functions && to->held_functions;
}
