/* A route as an adviser reads it aloud: the answer first, then the steps, then what comes of it and
 * what it rests on. A section with nothing in it is left out. */
#include <stdlib.h>

#include "report/layout.h"
#include "report/names.h"
#include "report/route_write.h"
#include "report/settled.h"

enum {
    WIDE = 110,      /* columns from which provider and proof have a column of their own */
    SOON_WEEKS = 26, /* what lapses so long after the finish is still told */
};

typedef struct writer {
    lri_page page;
    const leerroute_route *route;
    const leerroute_intake *intake;
    const leerroute_catalogue *catalogue;
} writer;

/* ---- The answer ---- */

static const char *hours(writer *w, int64_t study, int64_t practice) {
    lri_series both = {0};
    if (study || !practice)
        lri_series_add(&w->page, &both, lri_page_count(&w->page, study, LRI_SAY_STUDY_HOURS));
    if (practice)
        lri_series_add(&w->page, &both, lri_page_count(&w->page, practice, LRI_SAY_PRACTICE_HOURS));
    return lri_series_join(&w->page, &both, LRI_SAY_AND);
}

static const char *bound_value(writer *w) {
    const leerroute_route *route = w->route;
    if (route->bound_measure == LEERROUTE_FINISH)
        return lri_page_date(&w->page, (leerroute_day)route->bound_value);
    if (route->bound_measure == LEERROUTE_COST) return lri_page_euros(&w->page, route->bound_value);
    return lri_page_count(&w->page, route->bound_value, LRI_SAY_STUDY_HOURS);
}

/* What is proved of the measures in their order, up to the one that only has a bound: "no earlier,
 * by that date no cheaper". */
static const char *proof(writer *w) {
    const leerroute_route *route = w->route;
    lri_series parts = {0};
    bool is_bound = false;
    for (uint32_t i = 0; i < route->objective_count && !is_bound; i++) {
        leerroute_measure measure = route->objective[i];
        is_bound = route->has_bound && measure == route->bound_measure;
        lri_say say = (lri_say)((is_bound ? LRI_SAY_BOUND_FINISH : LRI_SAY_LEAST_FINISH) + measure);
        const char *part = LRI_SAY(&w->page, say, {"value", is_bound ? bound_value(w) : ""});
        if (i > 0)
            part = LRI_SAY(&w->page, (lri_say)(LRI_SAY_GIVEN_FINISH + route->objective[i - 1]),
                           {"proof", part});
        lri_series_add(&w->page, &parts, part);
    }
    return lri_series_join(&w->page, &parts, LRI_SAY_AND);
}

static const char *measures(writer *w) {
    const leerroute_route *route = w->route;
    int64_t weeks = (route->finish - route->start) / 7;
    lri_say say = route->step_count ? LRI_SAY_REACHED
                  : weeks           ? LRI_SAY_HOLDS_LATER
                                    : LRI_SAY_HOLDS_NOW;
    return LRI_SAY(&w->page, say, {"start", lri_page_date(&w->page, route->start)},
                   {"finish", lri_page_date(&w->page, route->finish)},
                   {"weeks", lri_page_count(&w->page, weeks, LRI_SAY_WEEKS)},
                   {"cost", lri_page_euros(&w->page, route->cost_eur)},
                   {"hours", hours(w, route->study_hours, route->practice_hours)});
}

/* How sure the answer is; NULL where nothing needs saying. */
static const char *certainty(writer *w) {
    switch (w->route->outcome) {
    case LEERROUTE_OPTIMAL:
        if (!w->route->step_count) return NULL;
        return LRI_SAY(&w->page, LRI_SAY_OPTIMAL, {"proof", proof(w)});
    case LEERROUTE_FEASIBLE:
        return lri_form(w->page.language, LRI_SAY_FEASIBLE);
    case LEERROUTE_NO_ROUTE:
        return LRI_SAY(&w->page, LRI_SAY_NO_ROUTE,
                       {"start", lri_page_date(&w->page, w->route->start)});
    case LEERROUTE_UNKNOWN:
        break;
    }
    return lri_form(w->page.language, LRI_SAY_UNKNOWN);
}

static void write_answer(writer *w) {
    const leerroute_route *route = w->route;
    const char *goal = lri_requirement_name(&w->page, w->catalogue, &w->intake->requirements,
                                            w->intake->goal);
    lri_page_paragraph(&w->page, LRI_SAY(&w->page, LRI_SAY_GOAL, {"goal", goal}));
    if (lri_has_route(route)) lri_page_paragraph(&w->page, measures(w));
    const char *sure = certainty(w);
    if (sure) lri_page_paragraph(&w->page, sure);
    if (route->has_bound)
        lri_page_paragraph(&w->page, LRI_SAY(&w->page, LRI_SAY_PROVED, {"proof", proof(w)}));
}

/* ---- The steps ---- */

/* The last day of a step; of one from a file that makes no sense, a day that can be written. */
static leerroute_day last_day(const lri_step *step) {
    int64_t weeks = step->weeks < 1 ? 1 : step->weeks > 60000 ? 60000 : step->weeks;
    return step->start + (leerroute_day)(7 * weeks - 1);
}

static const char *when(writer *w, const lri_step *step) {
    return LRI_SAY(&w->page, LRI_SAY_FROM_TO,
                   {"from", lri_page_short_date(&w->page, step->start)},
                   {"to", lri_page_short_date(&w->page, last_day(step))});
}

static const char *step_name(writer *w, const lri_step *step) {
    return step->activity == LRI_NONE ? step->id : w->catalogue->activities[step->activity].name;
}

/* Provider, place and leerweg, as far as the offering names them. */
static const char *where(writer *w, const lri_step *step) {
    if (step->offering_index == LRI_NONE) return step->offering;
    const lri_offering *offering = &w->catalogue->offerings[step->offering_index];
    lri_series parts = {0};
    if (offering->provider) lri_series_add(&w->page, &parts, offering->provider);
    if (offering->place) lri_series_add(&w->page, &parts, offering->place);
    if (offering->leerweg) lri_series_add(&w->page, &parts, offering->leerweg);
    return lri_series_join(&w->page, &parts, LRI_SAY_COMMA);
}

static int64_t each_week(int64_t hours_in_all, int64_t weeks) {
    return weeks < 1 ? hours_in_all : (hours_in_all + weeks - 1) / weeks;
}

static const char *load(writer *w, const lri_step *step) {
    const char *study = lri_page_number(&w->page, each_week(step->study_hours, step->weeks));
    if (!step->practice_hours) return study;
    return LRI_SAY(&w->page, LRI_SAY_LOAD, {"study", study},
                   {"practice",
                    lri_page_number(&w->page, each_week(step->practice_hours, step->weeks))});
}

static void add_grants(writer *w, const lri_activity *unit, lri_series *names) {
    for (uint32_t i = 0; i < unit->grants.count; i++) {
        const lri_grant *grant = &w->catalogue->grants[unit->grants.first + i];
        lri_series_add(&w->page, names,
                       lri_leaf_name(&w->page, w->catalogue,
                                     grant->is_award ? LRI_AWARD : LRI_COMPETENCE, grant->index,
                                     grant->level));
    }
}

/* What the person claims of what the assessment validates. */
static void add_validated(writer *w, const lri_activity *assessment, lri_series *names) {
    for (uint32_t i = 0; i < assessment->validates.count; i++) {
        uint32_t competence = w->catalogue->validates[assessment->validates.first + i];
        uint8_t level = lri_intake_claimed_level(w->intake, competence);
        if (level > assessment->max_level) level = assessment->max_level;
        if (level)
            lri_series_add(&w->page, names,
                           lri_leaf_name(&w->page, w->catalogue, LRI_COMPETENCE, competence, level));
    }
}

static const char *proves(writer *w, const lri_step *step) {
    lri_series names = {0};
    if (step->activity == LRI_NONE) return "";
    const lri_activity *activity = &w->catalogue->activities[step->activity];
    if (activity->is_assessment)
        add_validated(w, activity, &names);
    else
        add_grants(w, activity, &names);
    return lri_series_join(&w->page, &names, LRI_SAY_AND);
}

/* The earlier steps that are not over when this one begins. */
static const char *together(writer *w, uint32_t i) {
    lri_series numbers = {0};
    for (uint32_t j = 0; j < i; j++)
        if (last_day(&w->route->steps[j]) >= w->route->steps[i].start)
            lri_series_add(&w->page, &numbers, lri_page_number(&w->page, j + 1));
    uint32_t count = numbers.count;
    if (!count) return "";
    const char *noun = count == 1 ? "" : "";
    (void)noun;
    return lri_series_join(&w->page, &numbers, LRI_SAY_AND);
}
