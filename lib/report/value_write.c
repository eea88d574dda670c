/* What claims are worth, as JSON and as a page. */
#include <stdlib.h>

#include "ask/value.h"
#include "report/difference.h"
#include "report/layout.h"
#include "report/names.h"
#include "report/route_short.h"
#include "report/route_write.h"

/* ---- JSON ---- */

static const char *const kinds[] = {[LEERROUTE_STAKE_CLAIM] = "claim",
                                    [LEERROUTE_STAKE_EXPECTED] = "expected",
                                    [LEERROUTE_STAKE_ASSESSMENT] = "assessment"};

static void add_stake(lri_tree *tree, lri_value *list, const leerroute_values *values,
                      const leerroute_stake *s) {
    const leerroute_route *route = &values->route;
    lri_value *object = lri_tree_object(tree, list, NULL);
    lri_tree_text(tree, object, "kind", kinds[s->kind]);
    lri_tree_text(tree, object, "of", lri_kinds[s->of]);
    lri_tree_text(tree, object, "id", s->id);
    if (s->level) lri_tree_integer(tree, object, "level", s->level);
    lri_tree_route(tree, lri_tree_object(tree, object, "granted"), s->granted, route);
    lri_tree_route(tree, lri_tree_object(tree, object, "failed"), s->failed, route);
    if (!s->fallback) return;
    lri_value *fallback = lri_tree_object(tree, object, "fallback");
    lri_tree_day(tree, fallback, "from", s->fallback_from);
    lri_tree_route(tree, fallback, s->fallback, route);
}

static leerroute_status write_json(const leerroute_values *values, char **out, size_t *size) {
    lri_tree tree = {0};
    leerroute_stake stake;
    lri_value *root = lri_tree_object(&tree, NULL, NULL);
    lri_tree_text(&tree, root, "format", "leerroute-value/1");
    lri_tree_text(&tree, root, "intake", values->intake->id);
    lri_tree_text(&tree, root, "catalogue", values->intake->catalogue->id);
    lri_tree_text(&tree, root, "status", lri_status_word(values->outcome));
    lri_tree_route(&tree, lri_tree_object(&tree, root, "route"), &values->route, NULL);
    lri_value *list = lri_tree_list(&tree, root, "stakes");
    for (size_t i = 0; leerroute_values_get(values, i, &stake); i++)
        add_stake(&tree, list, values, &stake);
    return lri_tree_close(&tree, out, size);
}

/* ---- Text ---- */

/* What is at stake; an expected exemption with its evidence. */
static const char *name(lri_page *page, const leerroute_values *values, const lri_stake *s) {
    const leerroute_catalogue *c = values->intake->catalogue;
    if (s->kind == LEERROUTE_STAKE_CLAIM)
        return lri_leaf_name(page, c, LRI_COMPETENCE, s->index, s->level);
    if (s->kind == LEERROUTE_STAKE_ASSESSMENT) return c->activities[s->index].name;
    return lri_holding_name(page, c, &values->intake->holds[s->index]);
}

/* The same, with what it is: "claim: Verplaatsen en tiltechniek". */
static const char *full_name(lri_page *page, const leerroute_values *values, const lri_stake *s) {
    const char *plain = name(page, values, s);
    if (s->kind == LEERROUTE_STAKE_EXPECTED) return plain;
    return LRI_SAY(
        page, s->kind == LEERROUTE_STAKE_CLAIM ? LRI_SAY_STAKE_CLAIM : LRI_SAY_STAKE_ASSESSMENT,
        {"name", plain});
}

/* How a route differs from the advised one; of a route where there was none, its measures. */
static const char *compared(lri_page *page, const leerroute_route *route,
                            const leerroute_route *advised) {
    if (route->outcome == LEERROUTE_NO_ROUTE) return lri_form(page->language, LRI_SAY_NONE);
    if (route->outcome == LEERROUTE_UNKNOWN) return lri_form(page->language, LRI_SAY_NOT_FOUND);
    const char *difference = lri_has_route(advised)
                                 ? lri_difference(page, route, advised, false)
                                 : LRI_SAY(page, LRI_SAY_SHORT_MEASURES,
                                           {"finish", lri_page_short_date(page, route->finish)},
                                           {"cost", lri_page_euros(page, route->cost_eur)});
    if (route->outcome == LEERROUTE_OPTIMAL) return difference;
    return LRI_SAY(page, LRI_SAY_WITH_NOTES, {"name", difference},
                   {"notes", lri_form(page->language, LRI_SAY_NOT_PROVED)});
}

/* Do both routes have the measures of the advised one, so that it does not matter? */
static bool is_idle(const leerroute_values *values, const lri_stake *s) {
    const leerroute_route *a = &values->route, *both[] = {&s->granted, &s->failed};
    for (int i = 0; i < 2; i++) {
        const leerroute_route *b = both[i];
        if (b->outcome != a->outcome || b->finish != a->finish || b->cost_eur != a->cost_eur ||
            b->study_hours != a->study_hours)
            return false;
    }
    return true;
}

static void write_stakes(lri_page *page, const leerroute_values *values) {
    enum { WIDTH = 3 };
    const lri_column columns[WIDTH] = {
        {lri_form(page->language, LRI_SAY_HEAD_STAKE), false, true},
        {lri_form(page->language, LRI_SAY_HEAD_GRANTED), false, true},
        {lri_form(page->language, LRI_SAY_HEAD_FAILED), false, true}};
    lri_series cells = {0}, idle = {0};
    for (uint32_t i = 0; i < values->stakes.count; i++) {
        const lri_stake *s = &values->stakes.items[i];
        if (is_idle(values, s)) {
            lri_series_add(page, &idle, name(page, values, s));
            continue;
        }
        lri_series_add(page, &cells, full_name(page, values, s));
        lri_series_add(page, &cells, compared(page, &s->granted, &values->route));
        lri_series_add(page, &cells, compared(page, &s->failed, &values->route));
    }
    if (cells.count) lri_page_heading(page, LRI_SAY_HEAD_VALUE);
    if (cells.count && !page->text.failed)
        lri_write_table(&page->text, columns, WIDTH, cells.items, cells.count / WIDTH,
                        (size_t)page->width);
    free(cells.items);
    if (!idle.count) return;
    lri_text_puts(&page->text, "\n");
    lri_page_paragraph(page, LRI_SAY(page, LRI_SAY_IDLE,
                                     {"names", lri_series_join(page, &idle, LRI_SAY_SEMICOLON)}));
}

/* "EVC ADL mislukt: verder vanaf 1 februari 2027; doel bereikt op ..., 3 weken later, € 50
 * duurder". */
static void write_fallbacks(lri_page *page, const leerroute_values *values) {
    const leerroute_catalogue *c = values->intake->catalogue;
    bool has_heading = false;
    for (uint32_t i = 0; i < values->stakes.count; i++) {
        const lri_stake *s = &values->stakes.items[i];
        if (s->from < 0) continue;
        if (!has_heading) lri_page_heading(page, LRI_SAY_HEAD_FALLBACK);
        has_heading = true;
        lri_series steps = {0};
        for (uint32_t k = 0; k < s->fallback.step_count; k++)
            lri_series_add(page, &steps, c->activities[s->fallback.steps[k].activity].name);
        bool has_steps = steps.count > 0;
        lri_say say = s->fallback.outcome == LEERROUTE_NO_ROUTE  ? LRI_SAY_FALLBACK_NONE
                      : s->fallback.outcome == LEERROUTE_UNKNOWN ? LRI_SAY_FALLBACK_UNKNOWN
                      : has_steps                                ? LRI_SAY_FALLBACK
                                                                 : LRI_SAY_FALLBACK_NOTHING;
        lri_page_bullet(page, LRI_SAY(page, say, {"name", c->activities[s->index].name},
                                      {"from", lri_page_date(page, s->from)},
                                      {"finish", lri_has_route(&s->fallback)
                                                     ? lri_page_date(page, s->fallback.finish)
                                                     : ""},
                                      {"difference", compared(page, &s->fallback, &values->route)},
                                      {"names", lri_series_join(page, &steps, LRI_SAY_SEMICOLON)}));
    }
}

static leerroute_status write_text(const leerroute_values *values, const leerroute_style *style,
                                   char **out, size_t *size) {
    const leerroute_intake *intake = values->intake;
    const leerroute_route *route = &values->route;
    lri_page page;
    lri_page_open(&page, style);
    const char *goal =
        lri_requirement_name(&page, intake->catalogue, &intake->requirements, intake->goal);
    lri_page_paragraph(&page, LRI_SAY(&page, LRI_SAY_GOAL, {"goal", goal}));
    if (lri_has_route(route))
        lri_page_paragraph(&page, lri_route_measures(&page, route));
    else
        lri_page_paragraph(
            &page,
            LRI_SAY(&page,
                    route->outcome == LEERROUTE_NO_ROUTE ? LRI_SAY_NO_ROUTE_NOW : LRI_SAY_UNKNOWN,
                    {"start", lri_page_date(&page, route->start)}));
    bool is_cut = lri_is_cut(values->outcome);
    if (is_cut) lri_page_paragraph(&page, lri_form(page.language, LRI_SAY_VALUE_CUT));
    if (!values->stakes.count)
        lri_page_paragraph(&page, lri_form(page.language, LRI_SAY_NO_STAKES));
    write_stakes(&page, values);
    write_fallbacks(&page, values);
    return lri_page_close(&page, out, size);
}

leerroute_status leerroute_values_write(const leerroute_values *values,
                                        const leerroute_style *style, char **out, size_t *size) {
    if (!values || !style || !out) return LEERROUTE_MISUSE;
    if (style->format == LEERROUTE_JSON) return write_json(values, out, size);
    return write_text(values, style, out, size);
}
