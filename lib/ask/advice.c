/* What is asked about a route: each answer is found by planning again, with something different. */
#include "ask/advice.h"

#include <stdlib.h>

leerroute_status lri_advise_again(lri_advising *a, bool allows_no_more,
                                  const leerroute_route **out) {
    const leerroute_route *route = &a->advice->route;
    lri_conditions conditions = LRI_CONDITIONS_NONE;
    if (route->first)
        conditions.first =
            lri_catalogue_find(a->intake->catalogue, LEERROUTE_FUNCTION, route->first);
    if (allows_no_more) lri_conditions_floor(&conditions, route);
    return lri_ask(&a->asking, &a->varied, &conditions, out);
}

/* ---- Without what is expected ---- */

static bool counts_expected(const leerroute_intake *intake) {
    for (uint32_t i = 0; i < intake->hold_count; i++) {
        const lri_holding *h = &intake->holds[i];
        if (h->expected && h->counts && h->from <= h->until) return true;
    }
    return false;
}

/* Does less hold in each week when what is expected does not count? */
static bool only_takes_away(const leerroute_intake *intake) {
    for (uint32_t i = 0; i < intake->hold_count; i++)
        if (intake->holds[i].expected && lri_holding_bars(intake->catalogue, &intake->holds[i]))
            return false;
    return true;
}

static leerroute_status do_without(lri_advising *a) {
    const leerroute_route *route;
    if (!lri_has_route(&a->advice->route) || !counts_expected(a->intake)) return LEERROUTE_OK;
    if (!lri_intake_vary(&a->varied, a->intake)) return LEERROUTE_NO_MEMORY;
    lri_intake_count_expected(&a->varied, false);
    leerroute_status status = lri_advise_again(a, only_takes_away(a->intake), &route);
    if (status != LEERROUTE_OK) return status;
    a->advice->has_without = true;
    return lri_route_copy(&a->advice->without, route) ? LEERROUTE_OK : LEERROUTE_NO_MEMORY;
}

/* ---- The whole ---- */

static leerroute_status plan(lri_advising *a, const leerroute_questions *questions) {
    const leerroute_route *route;
    if (questions->why_not) {
        a->advice->why_not.activity =
            lri_catalogue_activity(a->intake->catalogue, questions->why_not);
        if (a->advice->why_not.activity == LRI_NONE) return LEERROUTE_MISUSE;
    }
    lri_conditions conditions = LRI_CONDITIONS_NONE;
    if (questions->first) {
        conditions.first =
            lri_catalogue_find(a->intake->catalogue, LEERROUTE_FUNCTION, questions->first);
        if (conditions.first == LRI_NONE) return LEERROUTE_MISUSE;
    }
    leerroute_status status = lri_ask(&a->asking, a->intake, &conditions, &route);
    if (status != LEERROUTE_OK) return status;
    a->asking.is_cut = false; /* the route tells that of itself */
    return lri_route_copy(&a->advice->route, route) ? LEERROUTE_OK : LEERROUTE_NO_MEMORY;
}

leerroute_status leerroute_advise(leerroute_planner *planner, const leerroute_intake *intake,
                                  const leerroute_questions *questions,
                                  const leerroute_limits *limits, leerroute_advice **out) {
    static const leerroute_questions none = {0};
    if (!planner || !intake || !out) return LEERROUTE_MISUSE;
    *out = NULL;
    leerroute_advice *advice = calloc(1, sizeof *advice);
    if (!advice) return LEERROUTE_NO_MEMORY;
    advice->intake = intake;
    lri_advising a = {.advice = advice, .intake = intake, .asking = lri_ask_begin(planner, limits)};
    if (!questions) questions = &none;
    a.asking.is_single = !questions->explain && !questions->why_not && !counts_expected(intake);
    leerroute_status status = plan(&a, questions);
    if (status == LEERROUTE_OK) status = do_without(&a);
    if (status == LEERROUTE_OK && questions->explain) status = lri_explain(&a);
    advice->has_why_not = questions->why_not && lri_has_route(&advice->route);
    if (status == LEERROUTE_OK && advice->has_why_not) status = lri_explain_not(&a);
    advice->is_cut = a.asking.is_cut;
    lri_arena_free(&a.varied.arena);
    lri_ask_end(&a.asking);
    if (status == LEERROUTE_OK)
        *out = advice;
    else
        leerroute_advice_free(advice);
    return status;
}

void leerroute_advice_free(leerroute_advice *advice) {
    if (!advice) return;
    for (uint32_t i = 0; advice->reasons && i < advice->route.step_count; i++) {
        lri_arena_free(&advice->reasons[i].without.arena);
        free(advice->reasons[i].services.items);
    }
    lri_arena_free(&advice->why_not.route.arena);
    lri_arena_free(&advice->arena);
    lri_arena_free(&advice->route.arena);
    lri_arena_free(&advice->without.arena);
    free(advice);
}

leerroute_outcome leerroute_advice_outcome(const leerroute_advice *advice) {
    bool is_cut = advice->is_cut && advice->route.outcome == LEERROUTE_OPTIMAL;
    return is_cut ? LEERROUTE_FEASIBLE : advice->route.outcome;
}

const leerroute_route *leerroute_advice_route(const leerroute_advice *advice) {
    return &advice->route;
}

const leerroute_route *leerroute_advice_without_expected(const leerroute_advice *advice) {
    return advice->has_without ? &advice->without : NULL;
}

bool leerroute_advice_reason(const leerroute_advice *advice, size_t i, leerroute_reason *out) {
    if (!advice->reasons || i >= advice->route.step_count) return false;
    *out = (leerroute_reason){advice->reasons[i].need, &advice->reasons[i].without};
    return true;
}

bool leerroute_advice_why_not(const leerroute_advice *advice, leerroute_why_not *answer,
                              const leerroute_route **route) {
    if (!advice->has_why_not) return false;
    if (answer) *answer = advice->why_not.answer;
    if (route) *route = lri_has_route(&advice->why_not.route) ? &advice->why_not.route : NULL;
    return true;
}
