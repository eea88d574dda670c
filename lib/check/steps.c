/* Which of a route's steps are a step by section 7: found by the ids as they are written, for that
 * is what a reader of the route goes by. What is no step counts for nothing in the rest of the
 * check. */
#include <stdlib.h>

#include "check/checking.h"

/* What was seen of an activity. */
enum { UNSEEN, USED, UNDER_WAY };

static void report(lri_checking *c, const lri_step *s, lri_check_code code, const char *detail) {
    uint32_t known = lri_catalogue_activity(c->intake->catalogue, s->id);
    const char *name = known != LRI_NONE ? c->intake->catalogue->activities[known].name : NULL;
    lri_check_report(c, (lri_check_fault){.code = code,
                                          .step = s->id,
                                          .name = name,
                                          .week = lri_monday(lri_week_of(s->start)),
                                          .detail = detail,
                                          .found = s->weeks});
}

/* The unit or assessment, or LRI_NONE with a fault told. */
static uint32_t find_activity(lri_checking *c, const lri_step *s) {
    const leerroute_catalogue *catalogue = c->intake->catalogue;
    bool is_unit = s->kind == LEERROUTE_UNIT, is_assessment = s->kind == LEERROUTE_ASSESSMENT;
    uint32_t unit = lri_catalogue_find(catalogue, LEERROUTE_UNIT, s->id);
    uint32_t assessment = lri_catalogue_find(catalogue, LEERROUTE_ASSESSMENT, s->id);
    if (is_unit && unit != LRI_NONE) return unit;
    if (is_assessment && assessment != LRI_NONE) return assessment;
    if (unit != LRI_NONE || assessment != LRI_NONE)
        report(c, s, LRI_CHECK_KIND, unit != LRI_NONE ? "unit" : "assessment");
    else
        report(c, s, LRI_CHECK_UNKNOWN, NULL);
    return LRI_NONE;
}

static bool has_weeks(const leerroute_catalogue *catalogue, uint32_t offering, int64_t weeks) {
    lri_range choices = catalogue->offerings[offering].weeks;
    for (uint32_t i = 0; i < choices.count; i++)
        if (catalogue->weeks[choices.first + i] == weeks) return true;
    return false;
}

static bool grants_something(const leerroute_intake *intake, uint32_t activity) {
    const lri_activity *a = &intake->catalogue->activities[activity];
    if (!a->is_assessment) return true;
    for (uint32_t i = 0; i < a->validates.count; i++)
        if (lri_intake_claimed_level(intake, intake->catalogue->validates[a->validates.first + i]))
            return true;
    return false;
}

/* Is it a step? Tells the first fault that it has. */
static bool resolve(lri_checking *c, const lri_step *s, uint8_t *seen, lri_taken *out) {
    const leerroute_catalogue *catalogue = c->intake->catalogue;
    uint32_t activity = find_activity(c, s);
    if (activity == LRI_NONE) return false;
    uint8_t before = seen[activity];
    if (before == UNSEEN) seen[activity] = USED;
    uint32_t offering = lri_catalogue_find(catalogue, LEERROUTE_OFFERING, s->offering);
    if (offering == LRI_NONE)
        report(c, s, LRI_CHECK_OFFERING, s->offering);
    else if (catalogue->offerings[offering].activity != activity)
        report(c, s, LRI_CHECK_FOREIGN_OFFERING, s->offering);
    else if (!has_weeks(catalogue, offering, s->weeks))
        report(c, s, LRI_CHECK_WEEKS, s->offering);
    else if (before == UNDER_WAY)
        report(c, s, LRI_CHECK_UNDER_WAY, NULL);
    else if (before == USED)
        report(c, s, LRI_CHECK_TWICE, NULL);
    else if (!grants_something(c->intake, activity))
        report(c, s, LRI_CHECK_GRANTS_NOTHING, NULL);
    else {
        lri_week start = lri_week_of(s->start);
        *out = (lri_taken){.activity = activity,
                           .offering = offering,
                           .start = start,
                           .over = start + (lri_week)s->weeks};
        return true;
    }
    return false;
}

static int compare_taken(const void *a, const void *b) {
    const lri_taken *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

bool lri_check_steps(lri_checking *c) {
    const leerroute_route *route = c->route;
    uint32_t activities = c->intake->catalogue->activity_count;
    uint8_t *seen = lri_arena_array(&c->scratch, activities, sizeof *seen);
    c->step_of = lri_arena_array(&c->scratch, activities, sizeof *c->step_of);
    c->steps = lri_arena_array(&c->scratch, route->step_count, sizeof *c->steps);
    c->is_barred = lri_arena_array(&c->scratch, route->step_count, sizeof *c->is_barred);
    if (!seen || !c->step_of || !c->steps || !c->is_barred) return false;
    for (uint32_t i = 0; i < c->intake->under_way_count; i++)
        seen[c->intake->under_way[i].activity] = UNDER_WAY;
    for (uint32_t i = 0; i < route->step_count; i++) {
        lri_taken *step = &c->steps[c->step_count];
        if (!resolve(c, &route->steps[i], seen, step)) continue;
        step->place = i;
        c->step_count++;
    }
    if (c->step_count > 1) qsort(c->steps, c->step_count, sizeof *c->steps, compare_taken);
    for (uint32_t i = 0; i < c->step_count; i++) c->step_of[c->steps[i].activity] = i + 1;
    return lri_replay_make(&c->replay, &c->scratch, c->intake, c->steps, c->step_count);
}
