#include "report/route_short.h"

#include "report/route_write.h"

static void add_difference(lri_tree *tree, lri_value *object, const leerroute_route *route,
                           const leerroute_route *other) {
    lri_value *difference = lri_tree_object(tree, object, "difference");
    lri_tree_integer(tree, difference, "weeks", (route->finish - other->finish) / 7);
    lri_tree_integer(tree, difference, "cost_eur", route->cost_eur - other->cost_eur);
    lri_tree_integer(tree, difference, "study_hours", route->study_hours - other->study_hours);
}

void lri_tree_route(lri_tree *tree, lri_value *object, const leerroute_route *route,
                    const leerroute_route *other) {
    lri_tree_text(tree, object, "status", lri_status_word(route->outcome));
    if (!lri_has_route(route)) return;
    lri_tree_day(tree, object, "finish", route->finish);
    lri_tree_integer(tree, object, "cost_eur", route->cost_eur);
    lri_tree_integer(tree, object, "study_hours", route->study_hours);
    lri_tree_integer(tree, object, "practice_hours", route->practice_hours);
    lri_tree_first(tree, object, route);
    if (other && lri_has_route(other)) add_difference(tree, object, route, other);
    lri_value *steps = lri_tree_list(tree, object, "steps");
    for (uint32_t i = 0; i < route->step_count; i++)
        lri_tree_text(tree, steps, NULL, route->steps[i].id);
}

void lri_tree_without_evc(lri_tree *tree, lri_value *object, const leerroute_route *without_evc,
                          const leerroute_route *route) {
    if (without_evc)
        lri_tree_route(tree, lri_tree_object(tree, object, "without_evc"), without_evc, route);
}
