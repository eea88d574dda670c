/* A profile as JSON and as a page: a row for each value. */
#include <stdlib.h>

#include "ask/profile.h"
#include "report/difference.h"
#include "report/layout.h"
#include "report/names.h"
#include "report/route_short.h"
#include "report/route_write.h"

/* ---- JSON ---- */

static const char *const levers[] = {[LEERROUTE_STUDY_HOURS] = "study_hours_per_week",
                                     [LEERROUTE_PRACTICE_HOURS] = "practice_hours_per_week",
                                     [LEERROUTE_BUDGET] = "budget_eur",
                                     [LEERROUTE_START] = "start"};

static leerroute_status write_json(const leerroute_profile *profile, char **out, size_t *size) {
    lri_tree tree = {0};
    const leerroute_intake *intake = profile->intake;
    lri_value *root = lri_tree_object(&tree, NULL, NULL);
    lri_tree_text(&tree, root, "format", "leerroute-profile/1");
    lri_tree_text(&tree, root, "intake", intake->id);
    lri_tree_text(&tree, root, "catalogue", intake->catalogue->id);
    lri_tree_text(&tree, root, "by", levers[profile->lever]);
    lri_tree_text(&tree, root, "status", lri_status_word(profile->outcome));
    lri_value *list = lri_tree_list(&tree, root, "rows");
    for (size_t i = 0; i < profile->count; i++) {
        const lri_profile_row *row = &profile->rows[i];
        lri_value *object = lri_tree_object(&tree, list, NULL);
        if (profile->lever == LEERROUTE_START)
            lri_tree_day(&tree, object, "value", (leerroute_day)row->value);
        else
            lri_tree_integer(&tree, object, "value", row->value);
        lri_tree_route(&tree, object, &row->route, NULL);
        lri_tree_boolean(&tree, object, "changes", row->changes);
    }
    return lri_tree_close(&tree, out, size);
}

/* ---- Text ---- */

static const char *value(lri_page *page, const leerroute_profile *profile, int64_t number) {
    if (profile->lever == LEERROUTE_START) return lri_page_short_date(page, (leerroute_day)number);
    if (profile->lever == LEERROUTE_BUDGET) return lri_page_euros(page, number);
    return lri_page_number(page, number);
}

static const char *hours(lri_page *page, const leerroute_route *route, bool practice) {
    const char *study = lri_page_number(page, route->study_hours);
    if (!practice) return study;
    return LRI_SAY(page, LRI_SAY_LOAD, {"study", study},
                   {"practice", lri_page_number(page, route->practice_hours)});
}

/* How the row differs from the one before, where both have a route, and whether by other steps. */
static const char *compared(lri_page *page, const lri_profile_row *row,
                            const lri_profile_row *before) {
    lri_series parts = {0};
    if (row->route.outcome == LEERROUTE_FEASIBLE)
        lri_series_add(page, &parts, lri_form(page->language, LRI_SAY_NOT_PROVED));
    if (before && lri_has_route(&before->route))
        lri_series_add(page, &parts, lri_difference(page, &row->route, &before->route, false));
    if (row->changes) lri_series_add(page, &parts, lri_form(page->language, LRI_SAY_OTHER_STEPS));
    return lri_series_join(page, &parts, LRI_SAY_SEMICOLON);
}

static void add_row(lri_page *page, lri_series *cells, const leerroute_profile *profile, size_t i,
                    bool practice) {
    const lri_profile_row *row = &profile->rows[i];
    const leerroute_route *route = &row->route;
    lri_series_add(page, cells, value(page, profile, row->value));
    if (!lri_has_route(route)) {
        lri_say say = route->outcome == LEERROUTE_NO_ROUTE ? LRI_SAY_NONE : LRI_SAY_NOT_FOUND;
        for (int c = 0; c < 4; c++) lri_series_add(page, cells, c ? "" : "–");
        lri_series_add(page, cells, lri_form(page->language, say));
        return;
    }
    lri_series_add(page, cells, lri_page_short_date(page, route->finish));
    lri_series_add(page, cells, lri_page_number(page, (route->finish - route->start) / 7));
    lri_series_add(page, cells, lri_page_euros(page, route->cost_eur));
    lri_series_add(page, cells, hours(page, route, practice));
    lri_series_add(page, cells, compared(page, row, i > 0 ? row - 1 : NULL));
}

static void write_rows(lri_page *page, const leerroute_profile *profile) {
    enum { WIDTH = 6 };
    bool practice = false;
    for (size_t i = 0; i < profile->count; i++)
        practice |= profile->rows[i].route.practice_hours > 0;
    static const lri_say heads[] = {[LEERROUTE_STUDY_HOURS] = LRI_SAY_HEAD_HOURS,
                                    [LEERROUTE_PRACTICE_HOURS] = LRI_SAY_HEAD_PRACTICE_A_WEEK,
                                    [LEERROUTE_BUDGET] = LRI_SAY_HEAD_BUDGET,
                                    [LEERROUTE_START] = LRI_SAY_HEAD_START};
    leerroute_language language = page->language;
    const lri_column columns[WIDTH] = {
        {lri_form(language, heads[profile->lever]), true, false},
        {lri_form(language, LRI_SAY_HEAD_FINISH), true, false},
        {lri_form(language, LRI_SAY_HEAD_WEEKS), true, false},
        {lri_form(language, LRI_SAY_HEAD_COST), true, false},
        {lri_form(language, practice ? LRI_SAY_HEAD_ALL_HOURS : LRI_SAY_HEAD_STUDY), true, false},
        {lri_form(language, LRI_SAY_HEAD_WITH_PREVIOUS), false, true}};
    lri_series cells = {0};
    for (size_t i = 0; i < profile->count; i++) add_row(page, &cells, profile, i, practice);
    lri_page_heading(page, practice ? LRI_SAY_HEAD_PROFILE_PRACTICE : LRI_SAY_HEAD_PROFILE);
    if (!page->text.failed)
        lri_write_table(&page->text, columns, WIDTH, cells.items, profile->count,
                        (size_t)page->width);
    free(cells.items);
}

/* Is there a row with other steps than the one before it, so that the mark needs saying? */
static bool has_change(const leerroute_profile *profile) {
    for (size_t i = 0; i < profile->count; i++)
        if (profile->rows[i].changes) return true;
    return false;
}

static leerroute_status write_text(const leerroute_profile *profile, const leerroute_style *style,
                                   char **out, size_t *size) {
    const leerroute_intake *intake = profile->intake;
    lri_page page;
    lri_page_open(&page, style);
    const char *goal =
        lri_requirement_name(&page, intake->catalogue, &intake->requirements, intake->goal);
    lri_page_paragraph(&page, LRI_SAY(&page, LRI_SAY_GOAL, {"goal", goal}));
    if (profile->outcome == LEERROUTE_FEASIBLE)
        lri_page_paragraph(&page, lri_form(page.language, LRI_SAY_PROFILE_CUT));
    write_rows(&page, profile);
    if (has_change(profile)) {
        lri_text_puts(&page.text, "\n");
        lri_page_paragraph(&page, lri_form(page.language, LRI_SAY_PROFILE_LEGEND));
    }
    return lri_page_close(&page, out, size);
}

leerroute_status leerroute_profile_write(const leerroute_profile *profile,
                                         const leerroute_style *style, char **out, size_t *size) {
    if (!profile || !style || !out) return LEERROUTE_MISUSE;
    if (style->format == LEERROUTE_JSON) return write_json(profile, out, size);
    return write_text(profile, style, out, size);
}
