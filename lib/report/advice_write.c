/* A route with what was asked about it: more keys of its file, and more sections of its page. */
#include "ask/advice.h"
#include "report/difference.h"
#include "report/names.h"
#include "report/route_short.h"
#include "report/route_write.h"

/* ---- Without what is expected ---- */

/* What is expected and counts: "A and B". */
static const char *expected(lri_page *page, const leerroute_intake *intake) {
    lri_series names = {0};
    for (uint32_t i = 0; i < intake->hold_count; i++) {
        const lri_holding *h = &intake->holds[i];
        if (h->expected && h->counts && h->from <= h->until)
            lri_series_add(page, &names,
                           lri_leaf_name(page, intake->catalogue, h->kind, h->index, h->level));
    }
    return lri_series_join(page, &names, LRI_SAY_AND);
}

static bool has_step(const leerroute_route *route, uint32_t activity) {
    for (uint32_t i = 0; i < route->step_count; i++)
        if (route->steps[i].activity == activity) return true;
    return false;
}

/* A line with the steps that the one route has and the other has not, if any. */
static void write_others(lri_page *page, const leerroute_catalogue *c, lri_say say,
                         const leerroute_route *route, const leerroute_route *other) {
    lri_series names = {0};
    for (uint32_t i = 0; i < route->step_count; i++)
        if (!has_step(other, route->steps[i].activity))
            lri_series_add(page, &names, c->activities[route->steps[i].activity].name);
    if (names.count)
        lri_page_bullet(
            page, LRI_SAY(page, say, {"names", lri_series_join(page, &names, LRI_SAY_SEMICOLON)}));
}

static void write_without(lri_page *page, const leerroute_advice *advice) {
    const leerroute_route *route = &advice->route, *without = &advice->without;
    const leerroute_catalogue *c = advice->intake->catalogue;
    bool has_same = lri_has_route(without) && without->finish == route->finish &&
                    without->cost_eur == route->cost_eur &&
                    without->study_hours == route->study_hours;
    lri_say say = without->outcome == LEERROUTE_NO_ROUTE  ? LRI_SAY_WITHOUT_NONE
                  : without->outcome == LEERROUTE_UNKNOWN ? LRI_SAY_WITHOUT_UNKNOWN
                  : has_same                              ? LRI_SAY_WITHOUT_SAME
                                                          : LRI_SAY_WITHOUT;
    lri_page_heading(page, LRI_SAY_HEAD_WITHOUT);
    lri_page_paragraph(
        page,
        LRI_SAY(page, say, {"names", expected(page, advice->intake)},
                {"finish", lri_has_route(without) ? lri_page_date(page, without->finish) : ""},
                {"difference",
                 lri_has_route(without) ? lri_difference(page, without, route, false) : ""}));
    if (without->outcome == LEERROUTE_FEASIBLE)
        lri_page_paragraph(page, lri_form(page->language, LRI_SAY_FEASIBLE));
    if (!lri_has_route(without)) return;
    write_others(page, c, LRI_SAY_STEPS_MORE, without, route);
    write_others(page, c, LRI_SAY_STEPS_LESS, route, without);
}

/* ---- The whole ---- */

static leerroute_status write_json(const leerroute_advice *advice, char **out, size_t *size) {
    lri_tree tree = {0};
    lri_value *root = lri_tree_object(&tree, NULL, NULL);
    lri_tree_whole_route(&tree, root, &advice->route, advice->intake);
    if (advice->has_without)
        lri_tree_route(&tree, lri_tree_object(&tree, root, "without_expected"), &advice->without,
                       &advice->route);
    return lri_tree_close(&tree, out, size);
}

leerroute_status leerroute_advice_write(const leerroute_advice *advice,
                                        const leerroute_style *style, char **out, size_t *size) {
    if (style->format == LEERROUTE_JSON) return write_json(advice, out, size);
    lri_page page;
    lri_page_open(&page, style);
    lri_write_route(&page, &advice->route, advice->intake);
    if (advice->has_without) write_without(&page, advice);
    return lri_page_close(&page, out, size);
}
