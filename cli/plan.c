/* leerroute plan: the shortest route of one person, or several routes. */
#include <string.h>

#include "search.h"

/* What the options ask for: one route, or several. */
typedef struct found {
    leerroute_advice *advice;
    leerroute_routes *routes;
    leerroute_reasons *reasons; /* why there is no route */
} found;

static leerroute_status ask(const options *o, const inputs *in, leerroute_planner *planner,
                            const leerroute_limits *limits, found *out) {
    if (o->alternatives)
        return leerroute_plan_alternatives(planner, in->intake, o->alternatives, limits,
                                           &out->routes);
    if (o->wants_pareto) return leerroute_plan_pareto(planner, in->intake, limits, &out->routes);
    const leerroute_questions questions = {
        .first = o->first, .explain = o->wants_explanation, .why_not = o->why_not};
    return leerroute_advise(planner, in->intake, &questions, limits, &out->advice);
}

static exit_code tell(const options *o, const found *f) {
    char *text = NULL;
    size_t size = 0;
    leerroute_style style = style_of(o);
    leerroute_status status = f->reasons ? leerroute_reasons_write(f->reasons, &style, &text, &size)
                              : f->routes ? leerroute_routes_write(f->routes, &style, &text, &size)
                                          : leerroute_advice_write(f->advice, &style, &text, &size);
    return answer(o, status, text, size,
                  code_of(f->routes ? leerroute_routes_outcome(f->routes)
                                    : leerroute_advice_outcome(f->advice)));
}

/* Where there is no route for the goal by itself, why not. */
static exit_code ask_why(const options *o, const inputs *in, leerroute_planner *planner,
                         const leerroute_limits *limits, found *f) {
    if (o->first || !f->advice || leerroute_advice_outcome(f->advice) != LEERROUTE_NO_ROUTE)
        return CARRY_ON;
    leerroute_status status = leerroute_plan_reasons(planner, in->intake, limits, &f->reasons);
    return status == LEERROUTE_OK ? CARRY_ON : complain_of(status);
}

/* An id that the catalogue does not have: of a function, or of a unit or assessment. */
static exit_code no_such_id(const options *o, const inputs *in) {
    static const leerroute_kind kinds[] = {LEERROUTE_FUNCTION, LEERROUTE_UNIT,
                                           LEERROUTE_ASSESSMENT};
    nearest first = {.word = o->first}, why_not = {.word = o->why_not};
    for (int k = 0; k < 3; k++) {
        nearest *meant = kinds[k] == LEERROUTE_FUNCTION ? &first : &why_not;
        size_t count = meant->word ? leerroute_catalogue_count(in->catalogue, kinds[k]) : 0;
        for (size_t i = 0; i < count; i++) {
            const char *known = leerroute_catalogue_id_of(in->catalogue, kinds[k], i);
            if (strcmp(known, meant->word) == 0) meant->word = NULL;
            if (!meant->word) break;
            consider(meant, known);
        }
    }
    if (first.word) return complain_near(&first, SAY_NO_FUNCTION, "--first", o->first);
    return complain_near(&why_not, SAY_NO_ACTIVITY, "--why-not", o->why_not);
}

static exit_code search(const options *o, const inputs *in, leerroute_planner *planner,
                        const leerroute_limits *limits) {
    found f = {0};
    leerroute_status status = ask(o, in, planner, limits, &f);
    if (status == LEERROUTE_MISUSE) return no_such_id(o, in);
    exit_code code = note_search(o, planner, status);
    if (code == CARRY_ON) code = ask_why(o, in, planner, limits, &f);
    if (code == CARRY_ON) code = tell(o, &f);
    leerroute_reasons_free(f.reasons);
    leerroute_advice_free(f.advice);
    leerroute_routes_free(f.routes);
    return code;
}

static exit_code plan(const options *o) {
    return run_search(o, search);
}

const command plan_command = {
    .name = "plan",
    .called = "leerroute plan",
    .options = OPTION_CATALOGUE | OPTION_GOAL | OPTION_OBJECTIVE | OPTION_ALTERNATIVES |
               OPTION_PARETO | OPTION_FIRST | OPTION_EXPLAIN | OPTION_FIXED | OPTION_TIME_LIMIT |
               OPTION_NODE_LIMIT | OPTION_STATS | OPTION_FORMAT | OPTION_OUTPUT | COMMON_OPTIONS,
    .needs_catalogue = true,
    .least = 1,
    .most = 1,
    .synopsis = {"-c CATALOGUS INTAKE", "-c CATALOGUE INTAKE"},
    .summary = {"Berekent de bewezen kortste leerroute van één persoon.",
                "Computes the provably shortest route of one person."},
    .notes = {"Een grens of Ctrl-C breekt het zoeken af; het antwoord is dan de beste route tot\n"
              "dan toe.",
              "A limit or Ctrl-C ends the search: the answer is then the best route so far."},
    .run = plan,
};
