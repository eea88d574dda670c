/* The route file: its keys and their order are those of MODEL.md section 8. */
#include "report/requirement_json.h"
#include "report/route_short.h"
#include "report/route_write.h"
#include "report/tree.h"

static const char *const statuses[] = {
    [LEERROUTE_OPTIMAL] = "optimal",
    [LEERROUTE_FEASIBLE] = "feasible",
    [LEERROUTE_NO_ROUTE] = "none",
    [LEERROUTE_UNKNOWN] = "unknown",
};

const char *lri_status_word(leerroute_outcome outcome) {
    return statuses[outcome];
}

static void add_objective(lri_tree *tree, lri_value *root, const leerroute_route *route) {
    lri_value *list = lri_tree_list(tree, root, "objective");
    for (uint32_t i = 0; i < route->objective_count; i++)
        lri_tree_text(tree, list, NULL, lri_measures[route->objective[i]]);
}

static void add_bound(lri_tree *tree, lri_value *root, const leerroute_route *route) {
    if (!route->has_bound) return;
    lri_value *bound = lri_tree_object(tree, root, "bound");
    lri_tree_text(tree, bound, "measure", lri_measures[route->bound_measure]);
    if (route->bound_measure == LEERROUTE_FINISH)
        lri_tree_day(tree, bound, "value", (leerroute_day)route->bound_value);
    else
        lri_tree_integer(tree, bound, "value", route->bound_value);
}

static void add_steps(lri_tree *tree, lri_value *root, const leerroute_route *route) {
    lri_value *list = lri_tree_list(tree, root, "steps");
    for (uint32_t i = 0; i < route->step_count; i++) {
        const lri_step *step = &route->steps[i];
        lri_value *object = lri_tree_object(tree, list, NULL);
        lri_tree_text(tree, object, "kind",
                      step->kind == LEERROUTE_ASSESSMENT ? "assessment" : "unit");
        lri_tree_text(tree, object, "id", step->id);
        lri_tree_text(tree, object, "offering", step->offering);
        lri_tree_day(tree, object, "start", step->start);
        lri_tree_integer(tree, object, "weeks", step->weeks);
        lri_tree_integer(tree, object, "cost_eur", step->cost_eur);
        lri_tree_integer(tree, object, "study_hours", step->study_hours);
        lri_tree_integer(tree, object, "practice_hours", step->practice_hours);
    }
}

static void add_awards(lri_tree *tree, lri_value *root, const leerroute_route *route) {
    lri_value *list = lri_tree_list(tree, root, "awards");
    for (uint32_t i = 0; i < route->award_count; i++) {
        const lri_route_award *award = &route->awards[i];
        lri_value *object = lri_tree_object(tree, list, NULL);
        lri_tree_text(tree, object, "kind",
                      award->kind == LEERROUTE_DIPLOMA ? "diploma" : "certificate");
        lri_tree_text(tree, object, "id", award->id);
        lri_tree_day(tree, object, "week", award->week);
        if (award->valid_until >= 0) lri_tree_day(tree, object, "valid_until", award->valid_until);
    }
}

static void add_functions(lri_tree *tree, lri_value *root, const leerroute_route *route,
                          const leerroute_catalogue *catalogue) {
    lri_value *list = lri_tree_list(tree, root, "functions");
    for (uint32_t i = 0; i < route->function_count; i++) {
        lri_value *object = lri_tree_object(tree, list, NULL);
        lri_tree_text(tree, object, "id", catalogue->functions[route->functions[i].function].id);
        lri_tree_day(tree, object, "week", 7 * route->functions[i].week);
    }
    list = lri_tree_list(tree, root, "held_functions");
    for (uint32_t i = 0; i < route->held_function_count; i++)
        lri_tree_text(tree, list, NULL, catalogue->functions[route->held_functions[i]].id);
}

static void add_lapses(lri_tree *tree, lri_value *root, const leerroute_route *route,
                       const leerroute_intake *intake) {
    lri_value *list = NULL;
    leerroute_lapse lapse;
    for (size_t i = 0; leerroute_route_lapse(route, intake, i, &lapse); i++) {
        if (!list) list = lri_tree_list(tree, root, "lapses");
        lri_value *object = lri_tree_object(tree, list, NULL);
        lri_tree_text(tree, object, "kind", lri_kinds[lapse.kind]);
        lri_tree_text(tree, object, "id", lapse.id);
        lri_tree_day(tree, object, "valid_until", lapse.until);
    }
}

void lri_tree_first(lri_tree *tree, lri_value *root, const leerroute_route *route) {
    if (!route->first) return;
    lri_value *object = lri_tree_object(tree, root, "first");
    lri_tree_text(tree, object, "id", route->first);
    lri_tree_day(tree, object, "week", route->first_week);
}

void lri_tree_whole_route(lri_tree *tree, lri_value *root, const leerroute_route *route,
                          const leerroute_intake *intake) {
    lri_tree_text(tree, root, "format", "leerroute-route/1");
    lri_tree_text(tree, root, "intake", route->intake);
    lri_tree_text(tree, root, "catalogue", route->catalogue);
    lri_tree_requirement(tree, root, "goal", intake->catalogue, &intake->requirements,
                         intake->goal);
    lri_tree_text(tree, root, "status", statuses[route->outcome]);
    add_objective(tree, root, route);
    add_bound(tree, root, route);
    lri_tree_day(tree, root, "start", route->start);
    if (lri_has_route(route)) {
        lri_tree_day(tree, root, "finish", route->finish);
        lri_tree_integer(tree, root, "cost_eur", route->cost_eur);
        lri_tree_integer(tree, root, "study_hours", route->study_hours);
        lri_tree_integer(tree, root, "practice_hours", route->practice_hours);
        lri_tree_first(tree, root, route);
        add_steps(tree, root, route);
        add_awards(tree, root, route);
        add_functions(tree, root, route, intake->catalogue);
        add_lapses(tree, root, route, intake);
    }
}

leerroute_status lri_route_json(const leerroute_route *route, const leerroute_intake *intake,
                                const leerroute_route *without_evc, bool on_one_line, char **out,
                                size_t *size) {
    lri_tree tree = {.on_one_line = on_one_line};
    lri_value *root = lri_tree_object(&tree, NULL, NULL);
    lri_tree_whole_route(&tree, root, route, intake);
    lri_tree_without_evc(&tree, root, without_evc, route);
    return lri_tree_close(&tree, out, size);
}

leerroute_status lri_routes_json(const leerroute_routes *routes, char **out, size_t *size) {
    lri_tree tree = {0};
    lri_value *root = lri_tree_object(&tree, NULL, NULL);
    lri_tree_text(&tree, root, "format", "leerroute-routes/1");
    lri_tree_text(&tree, root, "intake", routes->intake->id);
    lri_tree_text(&tree, root, "catalogue", routes->intake->catalogue->id);
    lri_tree_text(&tree, root, "kind", routes->kind == LRI_PARETO ? "pareto" : "alternatives");
    lri_tree_text(&tree, root, "status", statuses[routes->outcome]);
    lri_value *list = lri_tree_list(&tree, root, "routes");
    for (uint32_t i = 0; i < routes->routes.count; i++)
        lri_tree_whole_route(&tree, lri_tree_object(&tree, list, NULL), routes->routes.items[i],
                             routes->intake);
    return lri_tree_close(&tree, out, size);
}
