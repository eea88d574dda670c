#include "plan/route_make.h"

#include "base/sort.h"

/* By first week, then units before assessments, then in catalogue order. */
static int compare_steps(const void *a, const void *b) {
    const lri_placed *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    return x->activity < y->activity ? -1 : 1;
}

static void fill_step(leerroute_route *route, const leerroute_intake *intake,
                      const lri_placed *placed) {
    const leerroute_catalogue *c = intake->catalogue;
    const lri_offering *offering = &c->offerings[placed->offering];
    const lri_activity *activity = &c->activities[placed->activity];
    lri_step *step = &route->steps[route->step_count++];
    *step = (lri_step){
        .kind = activity->is_assessment ? LEERROUTE_ASSESSMENT : LEERROUTE_UNIT,
        .id = activity->id,
        .offering = offering->id,
        .activity = placed->activity,
        .offering_index = placed->offering,
        .start = 7 * (lri_week_of(intake->start) + placed->start),
        .weeks = placed->weeks,
        .cost_eur = lri_intake_price(intake, placed->offering),
        .study_hours = offering->study_hours,
        .practice_hours = offering->practice_hours,
    };
    route->cost_eur += step->cost_eur;
    route->study_hours += step->study_hours;
    route->practice_hours += step->practice_hours;
}

/* The first week up to `finish` in which the fact holds, or -1. */
static int first_week(const lri_facts *facts, lri_requirement_kind kind, uint32_t index,
                      int32_t finish) {
    lri_weeks weeks = lri_facts_weeks(facts, kind, index, 0);
    int week = lri_weeks_next(&weeks, 0);
    return week <= finish ? week : -1;
}

static int compare_awards(const void *a, const void *b) {
    const lri_route_award *x = a, *y = b;
    if (x->week != y->week) return x->week < y->week ? -1 : 1;
    return (x->award > y->award) - (x->award < y->award);
}

/* Awards held up to the finish with the steps, and not without them. */
static void fill_awards(leerroute_route *route, const leerroute_intake *intake, int32_t finish,
                        const lri_facts *without, const lri_facts *with) {
    const leerroute_catalogue *c = intake->catalogue;
    for (uint32_t i = 0; i < c->award_count; i++) {
        int week = first_week(with, LRI_AWARD, i, finish);
        if (week < 0 || first_week(without, LRI_AWARD, i, finish) >= 0) continue;
        lri_day day = 7 * (lri_week_of(intake->start) + week);
        int32_t months = c->awards[i].valid_months;
        route->awards[route->award_count++] = (lri_route_award){
            .kind = lri_is_diploma(c, i) ? LEERROUTE_DIPLOMA : LEERROUTE_CERTIFICATE,
            .id = c->awards[i].id,
            .award = i,
            .week = day,
            .valid_until = months ? lri_day_add_months(day, months) : -1,
        };
    }
    lri_sort(route->awards, route->award_count, sizeof *route->awards, compare_awards);
}

static int compare_functions(const void *a, const void *b) {
    const lri_route_function *x = a, *y = b;
    if (x->week != y->week) return x->week < y->week ? -1 : 1;
    return (x->function > y->function) - (x->function < y->function);
}

static void fill_functions(leerroute_route *route, const leerroute_intake *intake, int32_t finish,
                           const lri_facts *without, const lri_facts *with) {
    for (uint32_t i = 0; i < intake->catalogue->function_count; i++) {
        int week = first_week(with, LRI_FUNCTION, i, finish);
        if (first_week(without, LRI_FUNCTION, i, finish) >= 0)
            route->held_functions[route->held_function_count++] = i;
        else if (week >= 0)
            route->functions[route->function_count++] =
                (lri_route_function){i, lri_week_of(intake->start) + week};
    }
    lri_sort(route->functions, route->function_count, sizeof *route->functions, compare_functions);
}

bool lri_route_fill(leerroute_route *route, lri_arena *arena, const leerroute_intake *intake,
                    lri_placed *steps, uint32_t step_count, int32_t finish,
                    const lri_facts *without, lri_facts *with) {
    const leerroute_catalogue *c = intake->catalogue;
    lri_sort(steps, step_count, sizeof *steps, compare_steps);
    route->steps = lri_arena_array(arena, step_count, sizeof *route->steps);
    route->awards = lri_arena_array(arena, c->award_count, sizeof *route->awards);
    route->functions = lri_arena_array(arena, c->function_count, sizeof *route->functions);
    route->held_functions =
        lri_arena_array(arena, c->function_count, sizeof *route->held_functions);
    if (!route->steps || !route->awards || !route->functions || !route->held_functions ||
        !lri_facts_compute(with, intake, steps, step_count))
        return false;
    route->finish = 7 * (lri_week_of(intake->start) + finish);
    for (uint32_t i = 0; i < step_count; i++) fill_step(route, intake, &steps[i]);
    fill_awards(route, intake, finish, without, with);
    fill_functions(route, intake, finish, without, with);
    return true;
}
