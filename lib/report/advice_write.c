/* A route with what was asked about it: more keys of its file, and more sections of its page. */
#include "ask/advice.h"
#include "report/difference.h"
#include "report/names.h"
#include "report/requirement_json.h"
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
                    without->study_hours == route->study_hours &&
                    without->first_week == route->first_week;
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

/* ---- Why this step ---- */

static const char *demander_name(lri_page *page, const leerroute_advice *advice,
                                 const lri_service *s) {
    const leerroute_catalogue *c = advice->intake->catalogue;
    switch (s->demander) {
    case LRI_FOR_AWARD:
        return lri_leaf_name(page, c, LRI_AWARD, s->index, 0);
    case LRI_FOR_FUNCTION:
        return lri_leaf_name(page, c, LRI_FUNCTION, s->index, 0);
    case LRI_FOR_STEP:
        return c->activities[advice->route.steps[s->index].activity].name;
    case LRI_FOR_GOAL:
        break;
    }
    return lri_form(page->language, LRI_SAY_THE_GOAL);
}

static bool is_for_same(const lri_service *a, const lri_service *b) {
    return a->demander == b->demander && a->index == b->index;
}

/* "Certificaat ADL (Tiltechniek) and the goal (functie Helpende)": what asks, and what of it the
 * step serves, down to the goal. */
static const char *services(lri_page *page, const leerroute_advice *advice,
                            const lri_step_reason *reason) {
    lri_series names = {0};
    const lri_service *all = reason->services.items;
    for (uint32_t i = 0; i < reason->services.count;) {
        lri_series leaves = {0};
        uint32_t first = i;
        for (; i < reason->services.count && is_for_same(&all[first], &all[i]); i++)
            lri_series_add(page, &leaves,
                           lri_leaf_name(page, advice->intake->catalogue, all[i].kind, all[i].leaf,
                                         all[i].level));
        lri_series_add(page, &names,
                       LRI_SAY(page, LRI_SAY_WITH_NOTES,
                               {"name", demander_name(page, advice, &all[first])},
                               {"notes", lri_series_join(page, &leaves, LRI_SAY_SEMICOLON)}));
    }
    if (!names.count) return lri_form(page->language, LRI_SAY_SERVES_NOTHING);
    return LRI_SAY(page, LRI_SAY_SERVES, {"names", lri_series_join(page, &names, LRI_SAY_AND)});
}

static const char *need(lri_page *page, const leerroute_advice *advice,
                        const lri_step_reason *reason) {
    static const lri_say says[] = {[LEERROUTE_NEED_EVERY_ROUTE] = LRI_SAY_IN_EVERY_VALID,
                                   [LEERROUTE_NEED_EVERY_BEST] = LRI_SAY_IN_EVERY_BEST,
                                   [LEERROUTE_NEED_THIS_ROUTE] = LRI_SAY_NOT_IN_EVERY,
                                   [LEERROUTE_NEED_UNKNOWN] = LRI_SAY_NEED_UNKNOWN};
    const char *difference = lri_has_route(&reason->without)
                                 ? lri_difference(page, &reason->without, &advice->route, false)
                                 : "";
    return LRI_SAY(page, says[reason->need], {"difference", difference});
}

static void write_reasons(lri_page *page, const leerroute_advice *advice) {
    const leerroute_route *route = &advice->route;
    if (route->step_count) lri_page_heading(page, LRI_SAY_HEAD_EXPLAINED);
    for (uint32_t i = 0; i < route->step_count; i++) {
        const lri_step_reason *reason = &advice->reasons[i];
        const char *name = advice->intake->catalogue->activities[route->steps[i].activity].name;
        lri_page_bullet(page, LRI_SAY(page, LRI_SAY_EXPLAINED, {"name", name},
                                      {"services", services(page, advice, reason)},
                                      {"need", need(page, advice, reason)}));
    }
}

/* ---- Why not that one ---- */

static const char *clashes(lri_page *page, const lri_why_not *why) {
    lri_series names = {0};
    for (int c = 0; c < LRI_CLASHES; c++)
        if (why->clashes[c])
            lri_series_add(page, &names,
                           lri_form(page->language, (lri_say)(LRI_SAY_CLASH_BUDGET + c)));
    return lri_series_join(page, &names, LRI_SAY_OR);
}

static lri_say say_of(const lri_why_not *why) {
    static const lri_say says[] = {[LEERROUTE_WHY_NOT_IN_ROUTE] = LRI_SAY_WHY_IN_ROUTE,
                                   [LEERROUTE_WHY_NOT_UNDER_WAY] = LRI_SAY_WHY_UNDER_WAY,
                                   [LEERROUTE_WHY_NOT_PROVES] = LRI_SAY_WHY_PROVES,
                                   [LEERROUTE_WHY_NOT_ROUTE] = LRI_SAY_WHY_ROUTE,
                                   [LEERROUTE_WHY_NOT_IDLE] = LRI_SAY_WHY_IDLE,
                                   [LEERROUTE_WHY_NOT_CLASH] = LRI_SAY_WHY_CLASH,
                                   [LEERROUTE_WHY_NOT_POSSIBLE] = LRI_SAY_WHY_POSSIBLE};
    bool is_cut = why->answer == LEERROUTE_WHY_NOT_ROUTE && !lri_has_route(&why->route);
    return is_cut ? LRI_SAY_WHY_UNKNOWN : says[why->answer];
}

/* The other; where there is no route with it, with what must come first on that. */
static const char *other_name(lri_page *page, const leerroute_advice *advice) {
    const leerroute_catalogue *c = advice->intake->catalogue;
    const lri_why_not *why = &advice->why_not;
    bool is_none =
        why->answer == LEERROUTE_WHY_NOT_CLASH || why->answer == LEERROUTE_WHY_NOT_POSSIBLE;
    lri_series names = {0};
    lri_series_add(page, &names, c->activities[why->activity].name);
    if (is_none && advice->route.first)
        lri_series_add(page, &names,
                       lri_leaf_name(page, c, LRI_FUNCTION, advice->route.first_function, 0));
    return lri_series_join(page, &names, LRI_SAY_AND);
}

static void write_why_not(lri_page *page, const leerroute_advice *advice) {
    const lri_why_not *why = &advice->why_not;
    const leerroute_catalogue *c = advice->intake->catalogue;
    bool has_one = lri_has_route(&why->route);
    lri_page_heading(page, LRI_SAY_HEAD_WHY_NOT);
    lri_page_paragraph(
        page, LRI_SAY(page, say_of(why), {"name", other_name(page, advice)},
                      {"finish", has_one ? lri_page_date(page, why->route.finish) : ""},
                      {"difference",
                       has_one ? lri_difference(page, &why->route, &advice->route, false) : ""},
                      {"names", clashes(page, why)}));
    if (!has_one) return;
    write_others(page, c, LRI_SAY_STEPS_MORE, &why->route, &advice->route);
    write_others(page, c, LRI_SAY_STEPS_LESS, &advice->route, &why->route);
}

/* ---- For programs ---- */

static const char *const needs[] = {[LEERROUTE_NEED_EVERY_ROUTE] = "every_route",
                                    [LEERROUTE_NEED_EVERY_BEST] = "every_best_route",
                                    [LEERROUTE_NEED_THIS_ROUTE] = "this_route",
                                    [LEERROUTE_NEED_UNKNOWN] = "unknown"};

static const char *const answers[] = {
    [LEERROUTE_WHY_NOT_IN_ROUTE] = "in_route",     [LEERROUTE_WHY_NOT_UNDER_WAY] = "under_way",
    [LEERROUTE_WHY_NOT_PROVES] = "proves_nothing", [LEERROUTE_WHY_NOT_ROUTE] = "route",
    [LEERROUTE_WHY_NOT_IDLE] = "serves_nothing",   [LEERROUTE_WHY_NOT_CLASH] = "clash",
    [LEERROUTE_WHY_NOT_POSSIBLE] = "no_route"};

static const char *const clash_words[] = {
    [LRI_CLASH_BUDGET] = "budget_eur",
    [LRI_CLASH_DEADLINE] = "finish_by",
    [LRI_CLASH_STUDY_HOURS] = "study_hours_per_week",
    [LRI_CLASH_PRACTICE_HOURS] = "practice_hours_per_week",
    [LRI_CLASH_PARALLEL] = "parallel",
    [LRI_CLASH_LEERWEGEN] = "leerwegen",
    [LRI_CLASH_PROVIDERS] = "providers",
    [LRI_CLASH_PLACES] = "places",
    [LRI_CLASH_EXCLUDE] = "exclude",
    [LRI_CLASH_INCLUDE] = "include",
};

static const char *activity_kind(const leerroute_catalogue *c, uint32_t activity) {
    return lri_kinds[c->activities[activity].is_assessment ? LEERROUTE_ASSESSMENT : LEERROUTE_UNIT];
}

static void add_demander(lri_tree *tree, lri_value *object, const leerroute_advice *advice,
                         const lri_service *s) {
    const leerroute_catalogue *c = advice->intake->catalogue;
    uint32_t activity = s->demander == LRI_FOR_STEP ? advice->route.steps[s->index].activity : 0;
    const char *kind = s->demander == LRI_FOR_GOAL   ? "goal"
                       : s->demander == LRI_FOR_STEP ? activity_kind(c, activity)
                       : s->demander == LRI_FOR_AWARD
                           ? (lri_is_diploma(c, s->index) ? lri_kinds[LEERROUTE_DIPLOMA]
                                                          : lri_kinds[LEERROUTE_CERTIFICATE])
                           : lri_kinds[LEERROUTE_FUNCTION];
    const char *id = s->demander == LRI_FOR_STEP    ? c->activities[activity].id
                     : s->demander == LRI_FOR_AWARD ? c->awards[s->index].id
                                                    : c->functions[s->index].id;
    lri_tree_text(tree, object, "kind", kind);
    if (s->demander != LRI_FOR_GOAL) lri_tree_text(tree, object, "id", id);
}

static void add_reason(lri_tree *tree, lri_value *list, const leerroute_advice *advice,
                       uint32_t step) {
    const leerroute_catalogue *c = advice->intake->catalogue;
    const lri_step_reason *reason = &advice->reasons[step];
    lri_value *object = lri_tree_object(tree, list, NULL);
    lri_tree_text(tree, object, "id", advice->route.steps[step].id);
    lri_value *serves = lri_tree_list(tree, object, "serves");
    for (uint32_t i = 0; i < reason->services.count; i++) {
        const lri_service *s = &reason->services.items[i];
        const lri_requirement leaf = {.kind = s->kind, .level = s->level, .index = s->leaf};
        const lri_requirements pool = {.nodes = &leaf, .node_count = 1};
        lri_value *service = lri_tree_object(tree, serves, NULL);
        lri_tree_requirement(tree, service, "requirement", c, &pool, 0);
        lri_tree_day(tree, service, "week", 7 * s->week);
        add_demander(tree, lri_tree_object(tree, service, "of"), advice, s);
    }
    lri_tree_text(tree, object, "in", needs[reason->need]);
    lri_tree_route(tree, lri_tree_object(tree, object, "without"), &reason->without,
                   &advice->route);
}

static void add_why_not(lri_tree *tree, lri_value *root, const leerroute_advice *advice) {
    const lri_why_not *why = &advice->why_not;
    const leerroute_catalogue *c = advice->intake->catalogue;
    bool is_cut = say_of(why) == LRI_SAY_WHY_UNKNOWN;
    lri_value *object = lri_tree_object(tree, root, "why_not");
    lri_tree_text(tree, object, "kind", activity_kind(c, why->activity));
    lri_tree_text(tree, object, "id", c->activities[why->activity].id);
    lri_tree_text(tree, object, "answer", is_cut ? "unknown" : answers[why->answer]);
    if (lri_has_route(&why->route))
        lri_tree_route(tree, lri_tree_object(tree, object, "route"), &why->route, &advice->route);
    if (why->answer != LEERROUTE_WHY_NOT_CLASH) return;
    lri_value *list = lri_tree_list(tree, object, "without_one_of");
    for (int i = 0; i < LRI_CLASHES; i++)
        if (why->clashes[i]) lri_tree_text(tree, list, NULL, clash_words[i]);
}

/* ---- The whole ---- */

static leerroute_status write_json(const leerroute_advice *advice, char **out, size_t *size) {
    lri_tree tree = {0};
    lri_value *root = lri_tree_object(&tree, NULL, NULL);
    lri_tree_whole_route(&tree, root, &advice->route, advice->intake);
    if (advice->has_without)
        lri_tree_route(&tree, lri_tree_object(&tree, root, "without_expected"), &advice->without,
                       &advice->route);
    if (advice->reasons) {
        lri_value *list = lri_tree_list(&tree, root, "explanation");
        for (uint32_t i = 0; i < advice->route.step_count; i++) add_reason(&tree, list, advice, i);
    }
    if (advice->has_why_not) add_why_not(&tree, root, advice);
    return lri_tree_close(&tree, out, size);
}

leerroute_status leerroute_advice_write(const leerroute_advice *advice,
                                        const leerroute_style *style, char **out, size_t *size) {
    if (!advice || !style || !out) return LEERROUTE_MISUSE;
    if (style->format == LEERROUTE_JSON) return write_json(advice, out, size);
    lri_page page;
    lri_page_open(&page, style);
    lri_write_route(&page, &advice->route, advice->intake);
    if (advice->reasons) write_reasons(&page, advice);
    if (advice->has_why_not) write_why_not(&page, advice);
    if (advice->has_without) write_without(&page, advice);
    if (advice->is_cut) {
        lri_text_puts(&page.text, "\n");
        lri_page_paragraph(&page, lri_form(page.language, LRI_SAY_ADVICE_CUT));
    }
    return lri_page_close(&page, out, size);
}
