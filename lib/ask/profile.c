/* What if: the best route for each of a row of values, and where other steps become the best.
 *
 * A row whose route has other units and assessments than that of the row before need not be a
 * change: routes with equal measures are equally good. So the row is planned once more with no
 * others than those of the row before; only when that is worse do they no longer give the best
 * measures. */
#include "ask/profile.h"

#include <stdlib.h>

#include "ask/asking.h"
#include "model/intake_vary.h"

typedef struct profiling {
    leerroute_profile *profile;
    lri_asking asking;
    leerroute_intake varied; /* of the row */
    uint8_t *is_used;        /* by activity: scratch */
} profiling;

/* ---- The values ---- */

static bool is_allowed(leerroute_lever lever, int64_t value) {
    switch (lever) {
    case LEERROUTE_STUDY_HOURS:
    case LEERROUTE_PRACTICE_HOURS:
        return value >= 0 && value <= LRI_WEEK_HOURS_MAX;
    case LEERROUTE_BUDGET:
        return value >= 0 && value <= LRI_BUDGET_MAX;
    case LEERROUTE_START:
        return value >= 0 && value <= LRI_LAST_DAY;
    }
    return false;
}

static void pull(leerroute_intake *intake, leerroute_lever lever, int64_t value) {
    switch (lever) {
    case LEERROUTE_STUDY_HOURS:
        lri_intake_set_study_hours(intake, (int32_t)value);
        break;
    case LEERROUTE_PRACTICE_HOURS:
        lri_intake_set_practice_hours(intake, (int32_t)value);
        break;
    case LEERROUTE_BUDGET:
        intake->budget_eur = value;
        break;
    case LEERROUTE_START:
        lri_intake_set_start(intake, (lri_day)value);
        break;
    }
}

/* ---- Other steps ---- */

static void mark(profiling *p, const leerroute_route *route) {
    for (uint32_t i = 0; i < p->varied.catalogue->activity_count; i++) p->is_used[i] = false;
    for (uint32_t i = 0; i < route->step_count; i++) p->is_used[route->steps[i].activity] = true;
}

/* Has the route a step that is not marked? */
static bool has_others(const profiling *p, const leerroute_route *route) {
    for (uint32_t i = 0; i < route->step_count; i++)
        if (!p->is_used[route->steps[i].activity]) return true;
    return false;
}

/* Leaves the person no steps but those that are marked. False when there is no memory. */
static bool confine(profiling *p) {
    leerroute_intake *v = &p->varied;
    uint32_t count = v->catalogue->activity_count;
    v->excluded_activities = lri_arena_array(&v->arena, count, sizeof *v->excluded_activities);
    v->excluded_activity_count = 0;
    for (uint32_t i = 0; i < count && v->excluded_activities; i++)
        if (!p->is_used[i]) v->excluded_activities[v->excluded_activity_count++] = i;
    return v->excluded_activities;
}

static leerroute_status vary(profiling *p, const lri_profile_row *row) {
    if (!lri_intake_vary(&p->varied, p->profile->intake)) return LEERROUTE_NO_MEMORY;
    pull(&p->varied, p->profile->lever, row->value);
    return LEERROUTE_OK;
}

/* A route that a limit left unproved may be as good. */
static bool is_proved_worse(const leerroute_route *confined, const leerroute_route *route) {
    if (confined->outcome != LEERROUTE_OPTIMAL) return confined->outcome == LEERROUTE_NO_ROUTE;
    return lri_route_compare(confined, route) > 0;
}

static leerroute_status compare(profiling *p, lri_profile_row *row, const lri_profile_row *before) {
    lri_conditions conditions = LRI_CONDITIONS_NONE;
    const leerroute_route *confined;
    if (!lri_has_route(&row->route) || !lri_has_route(&before->route)) return LEERROUTE_OK;
    mark(p, &before->route);
    if (!has_others(p, &row->route)) return LEERROUTE_OK;
    leerroute_status status = vary(p, row);
    if (status == LEERROUTE_OK && !confine(p)) status = LEERROUTE_NO_MEMORY;
    if (status != LEERROUTE_OK) return status;
    lri_conditions_floor(&conditions, &row->route);
    status = lri_ask(&p->asking, &p->varied, &conditions, &confined);
    if (status != LEERROUTE_OK) return status;
    row->changes = is_proved_worse(confined, &row->route);
    return LEERROUTE_OK;
}

/* ---- The rows ---- */

/* Of hours and euros more is never worse: so a route of a row with less will do, and none is better
 * than that of the row `most` (NULL: not known yet). Of a later start that cannot be said. */
static leerroute_status fill_row(profiling *p, lri_profile_row *row, const lri_profile_row *most) {
    lri_conditions conditions = LRI_CONDITIONS_NONE;
    const leerroute_route *route;
    leerroute_status status = vary(p, row);
    if (most && p->profile->lever != LEERROUTE_START)
        lri_conditions_floor(&conditions, &most->route);
    if (status == LEERROUTE_OK) status = lri_ask(&p->asking, &p->varied, &conditions, &route);
    if (status != LEERROUTE_OK) return status;
    if (!lri_route_copy(&row->route, route)) return LEERROUTE_NO_MEMORY;
    if (row->route.outcome == LEERROUTE_OPTIMAL) p->profile->outcome = LEERROUTE_OPTIMAL;
    return LEERROUTE_OK;
}

/* The rows between two, the middle one first. */
static leerroute_status fill_between(profiling *p, size_t low, size_t high) {
    size_t middle = low + (high - low) / 2;
    lri_profile_row *rows = p->profile->rows;
    if (high - low < 2) return LEERROUTE_OK;
    leerroute_status status = fill_row(p, &rows[middle], &rows[high]);
    if (status == LEERROUTE_OK) status = fill_between(p, low, middle);
    return status == LEERROUTE_OK ? fill_between(p, middle, high) : status;
}

static leerroute_status fill_rows(profiling *p) {
    size_t last = p->profile->count - 1;
    lri_profile_row *rows = p->profile->rows;
    leerroute_status status = fill_row(p, &rows[last], NULL);
    if (status == LEERROUTE_OK && last) status = fill_row(p, &rows[0], &rows[last]);
    if (status == LEERROUTE_OK) status = fill_between(p, 0, last);
    for (size_t i = 1; i <= last && status == LEERROUTE_OK; i++)
        status = compare(p, &rows[i], &rows[i - 1]);
    return status;
}

static leerroute_status fill(profiling *p, int64_t from, int64_t step, size_t count) {
    leerroute_status status = LEERROUTE_OK;
    p->is_used = calloc(p->profile->intake->catalogue->activity_count + 1, sizeof *p->is_used);
    p->profile->rows = calloc(count, sizeof *p->profile->rows);
    if (!p->is_used || !p->profile->rows) status = LEERROUTE_NO_MEMORY;
    if (p->profile->rows) p->profile->count = count;
    for (size_t i = 0; i < p->profile->count; i++)
        p->profile->rows[i].value = from + (int64_t)i * step;
    if (status == LEERROUTE_OK) status = fill_rows(p);
    if (p->asking.is_cut) p->profile->outcome = LEERROUTE_FEASIBLE;
    free(p->is_used);
    lri_arena_free(&p->varied.arena);
    lri_ask_end(&p->asking);
    return status;
}

leerroute_status leerroute_profile_make(leerroute_planner *planner, const leerroute_intake *intake,
                                        leerroute_lever lever, int64_t from, int64_t to,
                                        int64_t step, const leerroute_limits *limits,
                                        leerroute_profile **out) {
    if (!planner || !intake || !out) return LEERROUTE_MISUSE;
    *out = NULL;
    bool is_right = is_allowed(lever, from) && is_allowed(lever, to) && from <= to && step > 0;
    if (!is_right || (to - from) / step >= LEERROUTE_PROFILE_MAX) return LEERROUTE_MISUSE;
    leerroute_profile *profile = calloc(1, sizeof *profile);
    if (!profile) return LEERROUTE_NO_MEMORY;
    *profile = (leerroute_profile){.lever = lever, .intake = intake, .outcome = LEERROUTE_NO_ROUTE};
    profiling p = {.profile = profile, .asking = lri_ask_begin(planner, limits)};
    leerroute_status status = fill(&p, from, step, (size_t)((to - from) / step) + 1);
    if (status == LEERROUTE_OK)
        *out = profile;
    else
        leerroute_profile_free(profile);
    return status;
}

void leerroute_profile_free(leerroute_profile *profile) {
    if (!profile) return;
    for (size_t i = 0; i < profile->count; i++) lri_arena_free(&profile->rows[i].route.arena);
    free(profile->rows);
    free(profile);
}

leerroute_outcome leerroute_profile_outcome(const leerroute_profile *profile) {
    return profile->outcome;
}

bool leerroute_profile_row_get(const leerroute_profile *profile, size_t i,
                               leerroute_profile_row *out) {
    if (i >= profile->count) return false;
    const lri_profile_row *row = &profile->rows[i];
    *out = (leerroute_profile_row){row->value, &row->route, row->changes};
    return true;
}
