/* leerroute plan: the shortest route of one person. A time limit and the interrupt signal end the
 * search early; the best route so far is the answer then. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "inputs.h"

/* ---- Goal ---- */

static const char *kind_word(leerroute_kind kind) {
    return kind == LEERROUTE_DIPLOMA    ? "diploma"
           : kind == LEERROUTE_FUNCTION ? "function"
                                        : "certificate";
}

/* The catalogue has no such goal: which one may have been meant. */
static exit_code no_such_goal(const options *o, const inputs *in) {
    nearest meant = {.word = o->goal_id};
    size_t count = leerroute_catalogue_count(in->catalogue, o->goal_kind);
    for (size_t i = 0; i < count; i++)
        consider(&meant, leerroute_catalogue_id_of(in->catalogue, o->goal_kind, i));
    complain_near(&meant, SAY_NO_SUCH_GOAL, kind_word(o->goal_kind), o->goal_id);
    return EXIT_USAGE;
}

/* Replaces goal and objective by those that the options give. */
static exit_code redirect(const options *o, inputs *in) {
    leerroute_status status = LEERROUTE_OK;
    if (o->goal_id) status = leerroute_intake_set_goal(in->intake, o->goal_kind, o->goal_id);
    if (status == LEERROUTE_MISUSE) return no_such_goal(o, in);
    if (status == LEERROUTE_OK && o->objective_count)
        status = leerroute_intake_set_objective(in->intake, o->objective, o->objective_count);
    return status == LEERROUTE_OK ? CARRY_ON : complain_of(status);
}

/* ---- Limits ---- */

static volatile sig_atomic_t interrupts;

/* The first one ends the search, the third one the program: some programs send it twice at once. */
static void interrupt(int number) {
    interrupts++;
    if (interrupts == 2) signal(number, SIG_DFL);
}

static double clock_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool should_stop(void *context) {
    const double *end = context;
    return interrupts > 0 || (*end > 0 && clock_seconds() >= *end);
}

/* ---- The plan ---- */

static exit_code code_of(leerroute_outcome outcome) {
    static const exit_code codes[] = {[LEERROUTE_OPTIMAL] = EXIT_ANSWERED,
                                      [LEERROUTE_FEASIBLE] = EXIT_LIMIT,
                                      [LEERROUTE_NO_ROUTE] = EXIT_NO,
                                      [LEERROUTE_UNKNOWN] = EXIT_LIMIT};
    return codes[outcome];
}

static exit_code print_statistics(const leerroute_planner *planner) {
    char *text;
    leerroute_status status = leerroute_planner_statistics(planner, &text, NULL);
    if (status != LEERROUTE_OK) return complain_of(status);
    fputs(text, stderr);
    leerroute_text_free(text);
    return CARRY_ON;
}

/* What the options ask for: one route, or several. */
typedef struct found {
    const leerroute_route *route;
    leerroute_routes *routes;
} found;

static leerroute_status ask(const options *o, const inputs *in, leerroute_planner *planner,
                            const leerroute_limits *limits, found *out) {
    if (o->alternatives)
        return leerroute_plan_alternatives(planner, in->intake, o->alternatives, limits,
                                           &out->routes);
    if (o->wants_pareto) return leerroute_plan_pareto(planner, in->intake, limits, &out->routes);
    if (o->first) return leerroute_plan_first(planner, in->intake, o->first, limits, &out->route);
    return leerroute_plan(planner, in->intake, limits, &out->route);
}

static exit_code tell(const options *o, const inputs *in, const found *f) {
    char *text = NULL;
    size_t size = 0;
    leerroute_style style = style_of(o);
    if (interrupts > 0) complain(EXIT_LIMIT, SAY_STOPPED);
    leerroute_status status =
        f->routes ? leerroute_routes_write(f->routes, &style, &text, &size)
                  : leerroute_route_write(f->route, in->intake, &style, &text, &size);
    return answer(o, status, text, size,
                  code_of(f->routes ? leerroute_routes_outcome(f->routes)
                                    : leerroute_route_outcome(f->route)));
}

static exit_code no_such_function(const options *o, const inputs *in) {
    nearest meant = {.word = o->first};
    size_t count = leerroute_catalogue_count(in->catalogue, LEERROUTE_FUNCTION);
    for (size_t i = 0; i < count; i++)
        consider(&meant, leerroute_catalogue_id_of(in->catalogue, LEERROUTE_FUNCTION, i));
    return complain_near(&meant, SAY_NO_SUCH_ID, "--first", o->first);
}

static exit_code search(const options *o, const inputs *in, leerroute_planner *planner) {
    double end = o->seconds > 0 ? clock_seconds() + o->seconds : 0;
    leerroute_limits limits = {.nodes = o->nodes, .stop = should_stop, .context = &end};
    found f = {0};
    sigaction(SIGINT, &(struct sigaction){.sa_handler = interrupt, .sa_flags = SA_RESTART}, NULL);
    leerroute_status status = ask(o, in, planner, &limits, &f);
    if (status == LEERROUTE_MISUSE) return no_such_function(o, in);
    exit_code code = status == LEERROUTE_OK ? CARRY_ON : complain_of(status);
    if (code == CARRY_ON && o->wants_statistics) code = print_statistics(planner);
    if (code == CARRY_ON) code = tell(o, in, &f);
    leerroute_routes_free(f.routes);
    return code;
}

static exit_code plan(const options *o) {
    inputs in;
    exit_code code = open_inputs(o, &in);
    if (code == CARRY_ON) code = redirect(o, &in);
    if (code == CARRY_ON) {
        leerroute_planner *planner = leerroute_planner_new();
        code = planner ? search(o, &in, planner) : complain_of(LEERROUTE_NO_MEMORY);
        leerroute_planner_free(planner);
    }
    close_inputs(&in);
    return code;
}

const command plan_command = {
    .name = "plan",
    .called = "leerroute plan",
    .options = OPTION_CATALOGUE | OPTION_GOAL | OPTION_OBJECTIVE | OPTION_ALTERNATIVES |
               OPTION_PARETO | OPTION_FIRST | OPTION_FIXED | OPTION_TIME_LIMIT | OPTION_NODE_LIMIT |
               OPTION_STATS | OPTION_FORMAT | OPTION_OUTPUT | COMMON_OPTIONS,
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
