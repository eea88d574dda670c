#include "search.h"

#include <signal.h>
#include <stdio.h>

#include "stop.h"

static bool should_stop(void *context) {
    const double *end = context;
    return is_stopping() || (*end > 0 && clock_seconds() >= *end);
}

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
    listen_to(SIGINT);
    return ask(o, in, planner, &limits);
}

exit_code note_search(const options *o, const leerroute_planner *planner, leerroute_status status) {
    exit_code code = status == LEERROUTE_OK ? CARRY_ON : complain_of(status);
    if (code == CARRY_ON && o->wants_statistics) code = print_statistics(planner);
    if (code == CARRY_ON && is_stopping()) complain(EXIT_LIMIT, SAY_STOPPED);
    return code;
}

exit_code run_search(const options *o, searcher ask) {
    inputs in;
    exit_code code = open_inputs(o, &in);
    if (code == CARRY_ON) {
        leerroute_planner *planner = leerroute_planner_new();
        code = planner ? search(o, &in, planner, ask) : complain_of(LEERROUTE_NO_MEMORY);
        leerroute_planner_free(planner);
    }
    close_inputs(&in);
    return code;
}
