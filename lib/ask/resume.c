/* Again, later: the intake of a person who has followed a route up to a day.
 *
 * What is over by then is held, with the day; what has begun is under way; what an award needed may
 * hold already while it is still to be given, and then the day on which it will be is known.
 * Nothing is asked for a second time, so that a plan for this intake goes on where the route was.
 */
#include "ask/resume.h"

#include <stdlib.h>
#include <string.h>

#include "model/intake_vary.h"
#include "plan/facts.h"

/* A step that has begun, or what was under way at the start. */
typedef struct lived {
    uint32_t activity;
    uint32_t offering; /* LRI_NONE of what was under way */
    lri_week start, ends;
    int32_t study_hours, practice_hours; /* a week */
    int64_t cost_eur;
    bool is_gone; /* failed or stopped */
} lived;

typedef struct resumption {
    leerroute_intake *now;
    const leerroute_intake *before;
    const leerroute_catalogue *catalogue;
    lri_day on;
    lived *lived;
    uint32_t count;
} resumption;

/* ---- What was lived ---- */

/* Has a step with that first day begun when the day `on` begins? What begins on the day itself is
 * still to be planned. */
static bool has_begun(const resumption *r, lri_day start) {
    return (start > r->before->start ? start : r->before->start) < r->on;
}

static bool add_steps(resumption *r, const leerroute_route *route) {
    for (uint32_t i = 0; i < route->step_count; i++) {
        const lri_step *step = &route->steps[i];
        if (step->activity == LRI_NONE || step->offering_index == LRI_NONE || step->weeks < 1)
            return false;
        if (!has_begun(r, step->start)) continue;
        lri_week start = lri_week_of(step->start);
        r->lived[r->count++] =
            (lived){.activity = step->activity,
                    .offering = step->offering_index,
                    .start = start,
                    .ends = start + (lri_week)step->weeks - 1,
                    .study_hours = (int32_t)lri_hours_a_week(step->study_hours, step->weeks),
                    .practice_hours = (int32_t)lri_hours_a_week(step->practice_hours, step->weeks),
                    .cost_eur = step->cost_eur};
    }
    return true;
}

static void add_under_way(resumption *r) {
    for (uint32_t i = 0; i < r->before->under_way_count; i++) {
        const lri_under_way *u = &r->before->under_way[i];
        r->lived[r->count++] = (lived){.activity = u->activity,
                                       .offering = LRI_NONE,
                                       .start = lri_week_of(r->before->start),
                                       .ends = u->ends,
                                       .study_hours = u->study_hours,
                                       .practice_hours = u->practice_hours};
    }
}

/* ---- How it went otherwise ---- */

static lived *find(resumption *r, const char *id) {
    uint32_t activity = id ? lri_catalogue_activity(r->catalogue, id) : LRI_NONE;
    for (uint32_t i = 0; i < r->count; i++)
        if (r->lived[i].activity == activity && activity != LRI_NONE) return &r->lived[i];
    return NULL;
}

static void forget(resumption *r, const lived *step) {
    uint32_t at = (uint32_t)(step - r->lived);
    lri_take_out(r->lived, r->count, at);
}

/* A claim that was refused is not judged in the same way again; a unit may be. */
static bool fail(resumption *r, lived *step) {
    step->is_gone = true;
    if (!r->catalogue->activities[step->activity].is_assessment) return true;
    lri_intake_uninclude(r->now, step->activity);
    return lri_intake_exclude(r->now, step->activity);
}

/* When what was under way at the start began, nobody knows: it may have ended before it. */
static leerroute_misfit_reason end_on(lived *step, leerroute_day day) {
    bool is_day = day >= 0 && day <= LRI_LAST_DAY;
    bool is_early = step->offering != LRI_NONE && lri_week_of(day) < step->start;
    if (!is_day || is_early) return LEERROUTE_MISFIT_ENDS;
    step->ends = lri_week_of(day);
    return LEERROUTE_FITS;
}

/* False when there is no memory. */
static bool deviate(resumption *r, const leerroute_deviation *d, leerroute_misfit_reason *reason) {
    lived *step = find(r, d->id);
    *reason = step ? LEERROUTE_FITS : LEERROUTE_MISFIT_NOT_BEGUN;
    if (!step) return true;
    switch (d->kind) {
    case LEERROUTE_FAILED:
        return fail(r, step);
    case LEERROUTE_STOPPED:
        step->is_gone = true;
        lri_intake_uninclude(r->now, step->activity);
        return true;
    case LEERROUTE_NOT_BEGUN:
        if (step->offering == LRI_NONE)
            *reason = LEERROUTE_MISFIT_BEGUN;
        else
            forget(r, step);
        return true;
    case LEERROUTE_ENDS:
        *reason = end_on(step, d->ends);
        return true;
    }
    return true;
}

/* How the unit or assessment went is told once. */
static bool is_told(const leerroute_deviation *deviations, size_t i) {
    for (size_t k = 0; k < i && deviations[i].id; k++)
        if (strcmp(deviations[k].id, deviations[i].id) == 0) return true;
    return false;
}

/* LEERROUTE_MISUSE with the first that does not fit. */
static leerroute_status deviate_all(resumption *r, const leerroute_deviation *deviations,
                                    size_t count, leerroute_misfit *misfit) {
    for (size_t i = 0; i < count; i++) {
        leerroute_misfit_reason reason = LEERROUTE_MISFIT_AGAIN;
        if (!is_told(deviations, i) && !deviate(r, &deviations[i], &reason))
            return LEERROUTE_NO_MEMORY;
        if (reason == LEERROUTE_FITS) continue;
        *misfit = (leerroute_misfit){i, reason};
        return LEERROUTE_MISUSE;
    }
    return LEERROUTE_OK;
}

/* ---- What is held now ---- */

static bool is_over(const resumption *r, const lived *step) {
    return step->ends < lri_week_of(r->on);
}

/* The first day on which what a step gives counts. */
static lri_day given_on(const lived *step) {
    return 7 * (step->ends + 1);
}

static bool hold(resumption *r, lri_requirement_kind kind, uint32_t index, uint8_t level,
                 lri_day obtained) {
    return lri_intake_hold(
        r->now, (lri_holding){.kind = kind, .index = index, .level = level, .obtained = obtained});
}

static bool hold_unit(resumption *r, const lived *step) {
    const lri_activity *unit = &r->catalogue->activities[step->activity];
    bool done = hold(r, LRI_UNIT, step->activity, 0, given_on(step));
    for (uint32_t i = 0; i < unit->grants.count && done; i++) {
        const lri_grant *g = &r->catalogue->grants[unit->grants.first + i];
        done = hold(r, g->is_award ? LRI_AWARD : LRI_COMPETENCE, g->index,
                    g->is_award ? 0 : g->level, given_on(step));
    }
    return done;
}

static bool hold_assessed(resumption *r, const lived *step) {
    const lri_activity *assessment = &r->catalogue->activities[step->activity];
    for (uint32_t i = 0; i < assessment->validates.count; i++) {
        uint32_t competence = r->catalogue->validates[assessment->validates.first + i];
        uint8_t level = lri_assessed_level(r->before, assessment, competence);
        if (level && !hold(r, LRI_COMPETENCE, competence, level, given_on(step))) return false;
    }
    return true;
}

/* What has begun is over, runs on, or came to nothing; it is paid for. */
static bool account(resumption *r, const lived *step) {
    leerroute_intake *now = r->now;
    if (now->budget_eur != INT64_MAX)
        now->budget_eur = now->budget_eur > step->cost_eur ? now->budget_eur - step->cost_eur : 0;
    if (step->is_gone) return true;
    lri_intake_uninclude(r->now, step->activity);
    if (!is_over(r, step))
        return lri_intake_follow(now, (lri_under_way){step->activity, step->ends, step->study_hours,
                                                      step->practice_hours});
    return r->catalogue->activities[step->activity].is_assessment ? hold_assessed(r, step)
                                                                  : hold_unit(r, step);
}

/* ---- Awards ---- */

/* What an award asks came to hold before the day: it is given, or will be on a day that is known.
 */
static bool hold_award(resumption *r, const lri_facts *facts, uint32_t index) {
    const lri_award *award = &r->catalogue->awards[index];
    if (award->requires == LRI_NONE) return true;
    lri_weeks met = lri_facts_requirement(facts, &r->catalogue->requirements, award->requires);
    lri_weeks holding = lri_facts_holding(facts, index);
    met = lri_weeks_without(met, &holding);
    int first = lri_weeks_next(&met, 0);
    lri_week start = lri_week_of(r->before->start);
    if (first < 0 || start + first >= lri_week_of(r->on)) return true;
    return hold(r, LRI_AWARD, index, 0, 7 * (start + first + award->award_weeks));
}

/* As it was lived: what holds by the steps that have begun, in the time that they took. */
static bool hold_awards(resumption *r) {
    lri_facts facts = {0};
    leerroute_intake lived_intake = {0};
    lri_placed *steps = lri_arena_array(&r->now->arena, r->count, sizeof *steps);
    bool done = steps && lri_intake_vary(&lived_intake, r->before);
    lived_intake.under_way_count = 0;
    uint32_t count = 0;
    lri_week begin = lri_week_of(r->before->start);
    for (uint32_t i = 0; i < r->count && done; i++) {
        const lived *step = &r->lived[i];
        if (!step->is_gone)
            steps[count++] = (lri_placed){step->activity, step->offering, step->start - begin,
                                          step->ends + 1 - step->start};
    }
    done = done && lri_facts_compute(&facts, &lived_intake, steps, count);
    for (uint32_t i = 0; i < r->catalogue->award_count && done; i++)
        done = hold_award(r, &facts, i);
    lri_facts_free(&facts);
    lri_arena_free(&lived_intake.arena);
    return done;
}

/* ---- The whole ---- */

/* What must begin in a week that has gone by, and has not, may begin in any. */
static void free_includes(resumption *r) {
    for (uint32_t i = 0; i < r->now->include_count; i++)
        if (r->now->includes[i].start < lri_week_of(r->on)) r->now->includes[i].start = -1;
}

static leerroute_status settle(resumption *r) {
    r->now->under_way_count = 0;
    for (uint32_t i = 0; i < r->count; i++)
        if (!account(r, &r->lived[i])) return LEERROUTE_NO_MEMORY;
    if (!hold_awards(r)) return LEERROUTE_NO_MEMORY;
    free_includes(r);
    lri_intake_set_start(r->now, r->on);
    return LEERROUTE_OK;
}

leerroute_status lri_resume(leerroute_intake *now, const leerroute_intake *intake,
                            const leerroute_route *route, lri_day on,
                            const leerroute_deviation *deviations, size_t count,
                            leerroute_misfit *misfit) {
    if (on < intake->start || on > LRI_LAST_DAY) return LEERROUTE_MISUSE;
    if (!lri_intake_vary(now, intake)) return LEERROUTE_NO_MEMORY;
    resumption r = {.now = now, .before = intake, .catalogue = intake->catalogue, .on = on};
    r.lived = lri_arena_array(&now->arena, (size_t)route->step_count + intake->under_way_count,
                              sizeof *r.lived);
    if (!r.lived) return LEERROUTE_NO_MEMORY;
    if (!add_steps(&r, route)) return LEERROUTE_MISUSE;
    add_under_way(&r);
    leerroute_status status = deviate_all(&r, deviations, count, misfit);
    return status == LEERROUTE_OK ? settle(&r) : status;
}

leerroute_status leerroute_resume(const leerroute_intake *intake, const leerroute_route *route,
                                  leerroute_day on, const leerroute_deviation *deviations,
                                  size_t count, leerroute_misfit *misfit, leerroute_intake **out) {
    leerroute_misfit ignored;
    if (!misfit) misfit = &ignored;
    *misfit = (leerroute_misfit){count, LEERROUTE_FITS};
    if (!intake || !route || !out || (count && !deviations)) return LEERROUTE_MISUSE;
    *out = NULL;
    leerroute_intake *now = calloc(1, sizeof *now);
    if (!now) return LEERROUTE_NO_MEMORY;
    leerroute_status status = lri_resume(now, intake, route, on, deviations, count, misfit);
    if (status == LEERROUTE_OK)
        *out = now;
    else
        leerroute_intake_free(now);
    return status;
}
