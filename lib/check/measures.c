/* What a route file says of the route and its steps, against what follows from them (section 8). */
#include <string.h>

#include "check/checking.h"

/* ---- Of the steps ---- */

static void compare_step(lri_checking *c, uint32_t step, lri_check_code code, int64_t found,
                         int64_t expected) {
    if (found != expected)
        lri_check_report_step(
            c, step, c->steps[step].start,
            (lri_check_fault){.code = code, .found = found, .expected = expected});
}

static void check_step(lri_checking *c, uint32_t step) {
    const lri_taken *taken = &c->steps[step];
    const lri_step *said = &c->route->steps[taken->place];
    const lri_offering *o = &c->intake->catalogue->offerings[taken->offering];
    compare_step(c, step, LRI_CHECK_STEP_START, said->start, lri_monday(taken->start));
    compare_step(c, step, LRI_CHECK_STEP_COST, said->cost_eur,
                 lri_intake_price(c->intake, taken->offering));
    compare_step(c, step, LRI_CHECK_STEP_STUDY_HOURS, said->study_hours, o->study_hours);
    compare_step(c, step, LRI_CHECK_STEP_PRACTICE_HOURS, said->practice_hours, o->practice_hours);
}

/* Steps come by start, then units before assessments, then in catalogue order: as activities are
 * numbered. Those here are by start, then as in the file. */
static void check_order(lri_checking *c) {
    for (uint32_t i = 1; i < c->step_count; i++) {
        const lri_taken *before = &c->steps[i - 1], *s = &c->steps[i];
        bool in_order =
            before->start < s->start ? before->place < s->place : before->activity < s->activity;
        if (!in_order)
            lri_check_report_step(c, i, s->start, (lri_check_fault){.code = LRI_CHECK_ORDER});
    }
}

/* ---- Of the route ---- */

static void compare(lri_checking *c, lri_check_code code, int64_t found, int64_t expected) {
    if (found != expected)
        lri_check_report(
            c, (lri_check_fault){.code = code, .week = -1, .found = found, .expected = expected});
}

static void compare_id(lri_checking *c, lri_check_code code, const char *found, const char *right) {
    if (strcmp(found, right) != 0)
        lri_check_report(c, (lri_check_fault){.code = code, .week = -1, .detail = right});
}

/* A bound says what no route has less of; this route has so much. */
static void check_bound(lri_checking *c) {
    const int64_t measures[] = {
        [LEERROUTE_FINISH] = lri_monday(c->check->finish),
        [LEERROUTE_COST] = c->check->cost_eur,
        [LEERROUTE_HOURS] = c->check->study_hours,
    };
    const leerroute_measure measure = c->route->bound_measure;
    if (c->route->has_bound && c->route->bound_value > measures[measure])
        lri_check_report(
            c, (lri_check_fault){.code = (lri_check_code)(LRI_CHECK_BOUND_FINISH + (int)measure),
                                 .week = -1,
                                 .found = c->route->bound_value,
                                 .expected = measures[measure]});
}

/* The function that comes first does so in the week that is said. */
static void check_first(lri_checking *c) {
    const leerroute_route *route = c->route;
    lri_check_fault fault = {.week = -1, .detail = route->first, .found = route->first_week};
    if (!route->first) return;
    if (route->first_function == LRI_NONE)
        fault.code = LRI_CHECK_FIRST_UNKNOWN;
    else if (c->first < 0)
        fault.code = LRI_CHECK_FIRST_NEVER;
    else
        fault.code = LRI_CHECK_FIRST_WEEK, fault.expected = lri_monday(c->first);
    if (fault.code != LRI_CHECK_FIRST_WEEK || fault.found != fault.expected)
        lri_check_report(c, fault);
}

/* Where something is no step, or the goal is not reached, there is nothing to compare with. */
void lri_check_measures(lri_checking *c) {
    const leerroute_route *route = c->route;
    const leerroute_check *right = c->check;
    const bool has_finish = right->finish >= 0;
    compare_id(c, LRI_CHECK_INTAKE, route->intake, c->intake->id);
    compare_id(c, LRI_CHECK_CATALOGUE, route->catalogue, c->intake->catalogue->id);
    compare(c, LRI_CHECK_START, route->start, lri_monday(right->start));
    if (has_finish) compare(c, LRI_CHECK_FINISH, route->finish, lri_monday(right->finish));
    if (c->step_count == route->step_count) {
        compare(c, LRI_CHECK_COST, route->cost_eur, right->cost_eur);
        compare(c, LRI_CHECK_STUDY_HOURS, route->study_hours, right->study_hours);
        compare(c, LRI_CHECK_PRACTICE_HOURS, route->practice_hours, right->practice_hours);
        check_first(c);
        if (has_finish) check_bound(c);
    }
    for (uint32_t i = 0; i < c->step_count; i++) check_step(c, i);
    check_order(c);
}
