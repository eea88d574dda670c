/* Several routes side by side: their measures, how they differ, and of alternatives the steps. */
#include <stdlib.h>

#include "report/difference.h"
#include "report/layout.h"
#include "report/names.h"
#include "report/route_steps.h"
#include "report/route_write.h"

typedef struct writer {
    lri_page page;
    const leerroute_routes *routes;
    const leerroute_catalogue *catalogue;
} writer;

static const leerroute_route *route_at(const writer *w, uint32_t i) {
    return w->routes->routes.items[i];
}

/* ---- The answer ---- */

/* What is known of the routes as a whole. */
static const char *summary(writer *w) {
    const leerroute_routes *routes = w->routes;
    uint32_t count = routes->routes.count;
    const char *number = lri_page_number(&w->page, count);
    if (routes->kind == LRI_PARETO)
        return LRI_SAY(&w->page, count == 1 ? LRI_SAY_ONE_BEST : LRI_SAY_FRONT, {"count", number});
    lri_say say = count == 1 ? LRI_SAY_ONE_ROUTE : LRI_SAY_ALTERNATIVES;
    return LRI_SAY(&w->page, say, {"count", number});
}

static void write_answer(writer *w) {
    const leerroute_routes *routes = w->routes;
    const leerroute_intake *intake = routes->intake;
    uint32_t count = routes->routes.count;
    const char *goal =
        lri_requirement_name(&w->page, w->catalogue, &intake->requirements, intake->goal);
    const char *start = lri_page_date(&w->page, 7 * lri_week_of(intake->start));
    lri_page_paragraph(&w->page, LRI_SAY(&w->page, LRI_SAY_GOAL, {"goal", goal}));
    if (count == 0) {
        lri_say say = routes->outcome == LEERROUTE_NO_ROUTE ? LRI_SAY_NO_ROUTE : LRI_SAY_UNKNOWN;
        lri_page_paragraph(&w->page, LRI_SAY(&w->page, say, {"start", start}));
        return;
    }
    bool is_proved = route_at(w, count - 1)->outcome == LEERROUTE_OPTIMAL;
    if (count == 1) lri_page_paragraph(&w->page, lri_route_measures(&w->page, route_at(w, 0)));
    if (count > 1 || (routes->outcome == LEERROUTE_OPTIMAL && route_at(w, 0)->step_count))
        lri_page_paragraph(&w->page, summary(w));
    if (routes->outcome != LEERROUTE_OPTIMAL)
        lri_page_paragraph(&w->page,
                           LRI_SAY(&w->page, is_proved ? LRI_SAY_CUT_SHORT : LRI_SAY_LAST_UNPROVED,
                                   {"number", lri_page_number(&w->page, count)}));
    else if (count > 1 && routes->kind == LRI_ALTERNATIVES && routes->is_all)
        lri_page_paragraph(&w->page, lri_form(w->page.language, LRI_SAY_NO_OTHERS));
}

/* ---- Measures side by side ---- */

static bool has_practice(const writer *w) {
    for (uint32_t i = 0; i < w->routes->routes.count; i++)
        if (route_at(w, i)->practice_hours) return true;
    return false;
}

/* Alternatives are compared with the best, points of the front with the one before. */
static const char *compared(writer *w, uint32_t i) {
    bool is_front = w->routes->kind == LRI_PARETO;
    if (i == 0) return "";
    return lri_difference(&w->page, route_at(w, i), route_at(w, is_front ? i - 1 : 0), is_front);
}

static const char *hours(writer *w, const leerroute_route *route, bool practice) {
    const char *study = lri_page_number(&w->page, route->study_hours);
    if (!practice) return study;
    return LRI_SAY(&w->page, LRI_SAY_LOAD, {"study", study},
                   {"practice", lri_page_number(&w->page, route->practice_hours)});
}

static void write_measures(writer *w) {
    enum { WIDTH = 6 };
    uint32_t count = w->routes->routes.count;
    leerroute_language language = w->page.language;
    bool practice = has_practice(w), is_front = w->routes->kind == LRI_PARETO;
    lri_say beside = is_front ? LRI_SAY_HEAD_WITH_PREVIOUS : LRI_SAY_HEAD_WITH_FIRST;
    lri_series cells = {0};
    const lri_column columns[WIDTH] = {
        {lri_form(language, LRI_SAY_HEAD_ROUTE), true, false},
        {lri_form(language, LRI_SAY_HEAD_FINISH), true, false},
        {lri_form(language, LRI_SAY_HEAD_WEEKS), true, false},
        {lri_form(language, LRI_SAY_HEAD_COST), true, false},
        {lri_form(language, practice ? LRI_SAY_HEAD_ALL_HOURS : LRI_SAY_HEAD_STUDY), true, false},
        {lri_form(language, beside), false, true}};
    for (uint32_t i = 0; i < count; i++) {
        const leerroute_route *route = route_at(w, i);
        lri_series_add(&w->page, &cells, lri_page_number(&w->page, i + 1));
        lri_series_add(&w->page, &cells, lri_page_short_date(&w->page, route->finish));
        lri_series_add(&w->page, &cells,
                       lri_page_number(&w->page, (route->finish - route->start) / 7));
        lri_series_add(&w->page, &cells, lri_page_euros(&w->page, route->cost_eur));
        lri_series_add(&w->page, &cells, hours(w, route, practice));
        lri_series_add(&w->page, &cells, compared(w, i));
    }
    lri_page_heading(&w->page, practice ? LRI_SAY_HEAD_ROUTES_PRACTICE : LRI_SAY_HEAD_ROUTES);
    if (!w->page.text.failed)
        lri_write_table(&w->page.text, columns, WIDTH, cells.items, count, (size_t)w->page.width);
    free(cells.items);
}

/* ---- What differs ---- */

static bool has_offering(const leerroute_route *route, uint32_t offering) {
    for (uint32_t i = 0; i < route->step_count; i++)
        if (route->steps[i].offering_index == offering) return true;
    return false;
}

/* The numbers of the routes that have the offering: "1, 3"; NULL when all have it, or a route
 * before `from` has it, so that it is told already. */
static const char *numbers(writer *w, uint32_t offering, uint32_t from) {
    lri_series found = {0};
    uint32_t count = w->routes->routes.count;
    for (uint32_t i = 0; i < count; i++) {
        if (!has_offering(route_at(w, i), offering)) continue;
        if (i < from) return NULL;
        lri_series_add(&w->page, &found, lri_page_number(&w->page, i + 1));
    }
    bool is_all = found.count == count;
    const char *names = lri_series_join(&w->page, &found, LRI_SAY_COMMA);
    return is_all ? NULL : names;
}

static const char *step_name(writer *w, const lri_step *step) {
    return LRI_SAY(&w->page, LRI_SAY_WHERE,
                   {"names", w->catalogue->activities[step->activity].name},
                   {"offering", step->offering});
}

/* The steps that not every route has, each with the routes that have it; and those that all have.
 */
static void write_differences(writer *w) {
    lri_series cells = {0}, shared = {0};
    const lri_column columns[] = {
        {lri_form(w->page.language, LRI_SAY_HEAD_DIFFERS), false, true},
        {lri_form(w->page.language, LRI_SAY_HEAD_IN_ROUTE), false, false}};
    for (uint32_t r = 0; r < w->routes->routes.count; r++) {
        const leerroute_route *route = route_at(w, r);
        for (uint32_t i = 0; i < route->step_count; i++) {
            const lri_step *step = &route->steps[i];
            const char *routes = numbers(w, step->offering_index, r);
            if (routes) {
                lri_series_add(&w->page, &cells, step_name(w, step));
                lri_series_add(&w->page, &cells, routes);
            } else if (r == 0) {
                lri_series_add(&w->page, &shared, step_name(w, step));
            }
        }
    }
    if (cells.count) lri_text_puts(&w->page.text, "\n");
    if (cells.count && !w->page.text.failed)
        lri_write_table(&w->page.text, columns, 2, cells.items, cells.count / 2,
                        (size_t)w->page.width);
    if (shared.count) {
        lri_text_puts(&w->page.text, "\n");
        const char *names = lri_series_join(&w->page, &shared, LRI_SAY_SEMICOLON);
        lri_page_paragraph(&w->page, LRI_SAY(&w->page, LRI_SAY_IN_EVERY_ROUTE, {"names", names}));
    }
    free(cells.items);
}

leerroute_status lri_routes_text(const leerroute_routes *routes, const leerroute_style *style,
                                 char **out, size_t *size) {
    writer w = {.routes = routes, .catalogue = routes->intake->catalogue};
    uint32_t count = routes->routes.count;
    lri_page_open(&w.page, style);
    write_answer(&w);
    if (count > 1) {
        write_measures(&w);
        write_differences(&w);
    }
    for (uint32_t i = 0; i < count && (count == 1 || routes->kind == LRI_ALTERNATIVES); i++)
        lri_write_steps_of(&w.page, route_at(&w, i), routes->intake, count > 1 ? i + 1 : 0);
    return lri_page_close(&w.page, out, size);
}
