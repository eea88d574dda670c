#include "search.h"

#include <signal.h>
#include <stdio.h>
#include <time.h>

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

/* ---- The search ---- */

exit_code code_of(leerroute_outcome outcome) {
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

static exit_code search(const options *o, const inputs *in, leerroute_planner *planner,
                        searcher ask) {
    double end = o->seconds > 0 ? clock_seconds() + o->seconds : 0;
    leerroute_limits limits = {.nodes = o->nodes, .stop = should_stop, .context = &end};
    sigaction(SIGINT, &(struct sigaction){.sa_handler = interrupt, .sa_flags = SA_RESTART}, NULL);
    return ask(o, in, planner, &limits);
}

exit_code note_search(const options *o, const leerroute_planner *planner, leerroute_status status) {
    exit_code code = status == LEERROUTE_OK ? CARRY_ON : complain_of(status);
    if (code == CARRY_ON && o->wants_statistics) code = print_statistics(planner);
    if (code == CARRY_ON && interrupts > 0) complain(EXIT_LIMIT, SAY_STOPPED);
    return code;
}

exit_code run_search(const options *o, searcher ask) {
    inputs in;
    exit_code code = open_inputs(o, &in);
    if (code == CARRY_ON) code = redirect(o, &in);
    if (code == CARRY_ON) {
        leerroute_planner *planner = leerroute_planner_new();
        code = planner ? search(o, &in, planner, ask) : complain_of(LEERROUTE_NO_MEMORY);
        leerroute_planner_free(planner);
    }
    close_inputs(&in);
    return code;
}
