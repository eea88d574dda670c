/* A route as an adviser reads it aloud: the answer first, then the steps, then what comes of it and
 * what it rests on. A section with nothing in it is left out. */
#include <stdlib.h>

#include "report/names.h"
#include "report/route_steps.h"
#include "report/route_write.h"
#include "report/route_settled.h"

typedef struct writer {
    lri_page *page;
    const leerroute_route *route;
    const leerroute_intake *intake;
    const leerroute_catalogue *catalogue;
} writer;

/* ---- The answer ---- */

static const char *hours(lri_page *page, int64_t study, int64_t practice) {
    lri_series both = {0};
    if (study || !practice)
        lri_series_add(page, &both, lri_page_count(page, study, LRI_SAY_STUDY_HOURS));
    if (practice)
        lri_series_add(page, &both, lri_page_count(page, practice, LRI_SAY_PRACTICE_HOURS));
    return lri_series_join(page, &both, LRI_SAY_AND);
}

static const char *bound_value(writer *w) {
    const leerroute_route *route = w->route;
    if (route->bound_measure == LEERROUTE_FINISH)
        return lri_page_date(w->page, (leerroute_day)route->bound_value);
    if (route->bound_measure == LEERROUTE_COST) return lri_page_euros(w->page, route->bound_value);
    return lri_page_count(w->page, route->bound_value, LRI_SAY_STUDY_HOURS);
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
        const char *part = LRI_SAY(w->page, say, {"value", is_bound ? bound_value(w) : ""});
        if (i > 0)
            part = LRI_SAY(w->page, (lri_say)(LRI_SAY_GIVEN_FINISH + route->objective[i - 1]),
                           {"proof", part});
        lri_series_add(w->page, &parts, part);
    }
    return lri_series_join(w->page, &parts, LRI_SAY_AND);
}

const char *lri_route_measures(lri_page *page, const leerroute_route *route) {
    int64_t weeks = (route->finish - route->start) / 7;
    lri_say say = route->step_count ? LRI_SAY_REACHED
                  : weeks           ? LRI_SAY_HOLDS_LATER
                                    : LRI_SAY_HOLDS_NOW;
    return LRI_SAY(page, say, {"start", lri_page_date(page, route->start)},
                   {"finish", lri_page_date(page, route->finish)},
                   {"weeks", lri_page_count(page, weeks, LRI_SAY_WEEKS)},
                   {"cost", lri_page_euros(page, route->cost_eur)},
                   {"hours", hours(page, route->study_hours, route->practice_hours)});
}

/* The function that comes first; "" where none is asked for. */
static const char *first_name(const writer *w) {
    const leerroute_route *route = w->route;
    if (!route->first) return "";
    return route->first_function == LRI_NONE ? route->first
                                             : w->catalogue->functions[route->first_function].name;
}

static void write_first(writer *w) {
    bool is_proved = w->route->outcome == LEERROUTE_OPTIMAL;
    if (!w->route->first) return;
    lri_page_paragraph(w->page, LRI_SAY(w->page, is_proved ? LRI_SAY_FIRST_PROVED : LRI_SAY_FIRST,
                                        {"name", first_name(w)},
                                        {"date", lri_page_date(w->page, w->route->first_week)}));
}

/* How sure the answer is; NULL where nothing needs saying. */
static const char *certainty(writer *w) {
    switch (w->route->outcome) {
    case LEERROUTE_OPTIMAL:
        if (!w->route->step_count) return NULL;
        return LRI_SAY(w->page, w->route->first ? LRI_SAY_FIRST_OPTIMAL : LRI_SAY_OPTIMAL,
                       {"proof", proof(w)});
    case LEERROUTE_FEASIBLE:
        return lri_form(w->page->language, LRI_SAY_FEASIBLE);
    case LEERROUTE_NO_ROUTE:
        return LRI_SAY(w->page, w->route->first ? LRI_SAY_FIRST_NO_ROUTE : LRI_SAY_NO_ROUTE,
                       {"start", lri_page_date(w->page, w->route->start)}, {"name", first_name(w)});
    case LEERROUTE_UNKNOWN:
        break;
    }
    return lri_form(w->page->language, LRI_SAY_UNKNOWN);
}

static void write_answer(writer *w) {
    const leerroute_route *route = w->route;
    const char *goal =
        lri_requirement_name(w->page, w->catalogue, &w->intake->requirements, w->intake->goal);
    lri_page_paragraph(w->page, LRI_SAY(w->page, LRI_SAY_GOAL, {"goal", goal}));
    if (lri_has_route(route)) {
        lri_page_paragraph(w->page, lri_route_measures(w->page, route));
        write_first(w);
    }
    const char *sure = certainty(w);
    if (sure) lri_page_paragraph(w->page, sure);
    if (route->has_bound)
        lri_page_paragraph(w->page, LRI_SAY(w->page, LRI_SAY_PROVED, {"proof", proof(w)}));
}

/* ---- What comes of it ---- */

static void write_awards(writer *w) {
    const leerroute_route *route = w->route;
    if (route->award_count) lri_page_heading(w->page, LRI_SAY_HEAD_AWARDS);
    for (uint32_t i = 0; i < route->award_count; i++) {
        const lri_route_award *award = &route->awards[i];
        bool lapses = award->valid_until >= 0;
        const char *name = award->award == LRI_NONE
                               ? award->id
                               : lri_leaf_name(w->page, w->catalogue, LRI_AWARD, award->award, 0);
        lri_page_bullet(
            w->page, LRI_SAY(w->page, lapses ? LRI_SAY_AWARDED_UNTIL : LRI_SAY_AWARDED,
                             {"date", lri_page_date(w->page, award->week)}, {"name", name},
                             {"until", lapses ? lri_page_date(w->page, award->valid_until) : ""}));
    }
}

static void write_held_functions(writer *w) {
    const leerroute_route *route = w->route;
    lri_series names = {0};
    for (uint32_t i = 0; i < route->held_function_count; i++)
        lri_series_add(w->page, &names, w->catalogue->functions[route->held_functions[i]].name);
    if (names.count)
        lri_page_bullet(w->page,
                        LRI_SAY(w->page, LRI_SAY_FUNCTION_HELD,
                                {"names", lri_series_join(w->page, &names, LRI_SAY_SEMICOLON)}));
}

static void write_functions(writer *w) {
    const leerroute_route *route = w->route;
    if (route->function_count || route->held_function_count)
        lri_page_heading(w->page, LRI_SAY_HEAD_FUNCTIONS);
    write_held_functions(w);
    for (uint32_t i = 0; i < route->function_count;) {
        lri_week week = route->functions[i].week;
        lri_series names = {0};
        for (; i < route->function_count && route->functions[i].week == week; i++)
            lri_series_add(w->page, &names,
                           w->catalogue->functions[route->functions[i].function].name);
        lri_page_bullet(w->page,
                        LRI_SAY(w->page, LRI_SAY_FUNCTION_FROM,
                                {"date", lri_page_date(w->page, 7 * week)},
                                {"names", lri_series_join(w->page, &names, LRI_SAY_SEMICOLON)}));
    }
}

/* ---- What it rests on ---- */

static void write_under_way(writer *w) {
    if (w->intake->under_way_count) lri_page_heading(w->page, LRI_SAY_HEAD_UNDER_WAY);
    for (uint32_t i = 0; i < w->intake->under_way_count; i++) {
        const lri_under_way *u = &w->intake->under_way[i];
        bool loads = u->study_hours || u->practice_hours;
        const char *proof = lri_proves(w->page, w->intake, u->activity);
        const char *line =
            LRI_SAY(w->page, loads ? LRI_SAY_UNDER_WAY_HOURS : LRI_SAY_UNDER_WAY,
                    {"name", w->catalogue->activities[u->activity].name},
                    {"date", lri_page_date(w->page, 7 * u->ends + 6)},
                    {"hours", loads ? hours(w->page, u->study_hours, u->practice_hours) : ""});
        if (*proof)
            line = LRI_SAY(w->page, LRI_SAY_UNDER_WAY_PROVES, {"line", line}, {"names", proof});
        lri_page_bullet(w->page, line);
    }
}

/* Something that lapses: what is held, and what is gained on the way and does not last until the
 * goal is reached. */
typedef struct lapse {
    lri_day day;
    uint32_t order;
    bool before; /* the goal is reached */
    const char *name;
} lapse;

typedef LRI_VECTOR(lapse) lapse_list;

static int compare_lapses(const void *a, const void *b) {
    const lapse *x = a, *y = b;
    if (x->day != y->day) return x->day < y->day ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static void add_lapse(writer *w, lapse_list *list, lri_day day, bool before, const char *name) {
    if (!lri_push(list, (lapse){day, list->count, before, name})) w->page->text.failed = true;
}

static void find_lapses(writer *w, lapse_list *list) {
    for (uint32_t i = 0; i < w->intake->hold_count; i++) {
        const lri_holding *h = &w->intake->holds[i];
        if (lri_lapses(w->intake, h))
            add_lapse(w, list, h->lapses, h->until < lri_week_of(w->route->finish),
                      lri_leaf_name(w->page, w->catalogue, h->kind, h->index, h->level));
    }
    for (uint32_t i = 0; i < w->route->award_count; i++) {
        const lri_route_award *a = &w->route->awards[i];
        if (a->award != LRI_NONE && lri_award_lapses_before(a, w->route->finish))
            add_lapse(w, list, a->valid_until, true,
                      lri_leaf_name(w->page, w->catalogue, LRI_AWARD, a->award, 0));
    }
}

static void write_lapses(writer *w) {
    lapse_list lapses = {0};
    find_lapses(w, &lapses);
    if (lapses.count) {
        qsort(lapses.items, lapses.count, sizeof *lapses.items, compare_lapses);
        lri_page_heading(w->page, LRI_SAY_HEAD_LAPSES);
    }
    for (uint32_t i = 0; i < lapses.count; i++) {
        const lapse *l = &lapses.items[i];
        lri_page_bullet(w->page,
                        LRI_SAY(w->page, l->before ? LRI_SAY_LAPSES_BEFORE : LRI_SAY_LAPSES,
                                {"date", lri_page_date(w->page, l->day)}, {"name", l->name}));
    }
    free(lapses.items);
}

void lri_write_route(lri_page *page, const leerroute_route *route, const leerroute_intake *intake) {
    writer all = {.page = page, .route = route, .intake = intake, .catalogue = intake->catalogue};
    writer *w = &all;
    write_answer(w);
    if (!lri_has_route(route)) return;
    lri_write_steps(page, route, intake);
    write_awards(w);
    write_functions(w);
    lri_write_settled(page, route, intake);
    write_under_way(w);
    write_lapses(w);
}

leerroute_status lri_route_text(const leerroute_route *route, const leerroute_intake *intake,
                                const leerroute_style *style, char **out, size_t *size) {
    lri_page page;
    lri_page_open(&page, style);
    lri_write_route(&page, route, intake);
    return lri_page_close(&page, out, size);
}
