/* leerroute check: which rules a route breaks. */
#include "inputs.h"

static exit_code replay(const options *o, const inputs *in, const leerroute_route *route) {
    leerroute_check *verdict;
    char *text = NULL;
    size_t size = 0;
    leerroute_style style = style_of(o);
    leerroute_status status = leerroute_route_check(in->intake, route, &verdict);
    if (status != LEERROUTE_OK) return complain_of(status);
    bool is_valid = leerroute_check_fault_count(verdict) == 0;
    status = leerroute_check_write(verdict, &style, &text, &size);
    leerroute_check_free(verdict);
    return answer(o, status, text, size, is_valid ? EXIT_ANSWERED : EXIT_NO);
}

static exit_code check(const options *o) {
    inputs in;
    leerroute_route *route = NULL;
    const char *name = o->operands[1];
    exit_code code = open_inputs(o, &in);
    if (code == CARRY_ON) code = open_route(name, &in, &route);
    if (code == CARRY_ON) code = replay(o, &in, route);
    leerroute_route_free(route);
    close_inputs(&in);
    return code;
}

const command check_command = {
    .name = "check",
    .called = "leerroute check",
    .options = OPTION_CATALOGUE | OPTION_GOAL | OPTION_FIXED | OPTION_FORMAT | COMMON_OPTIONS,
    .needs_catalogue = true,
    .least = 2,
    .most = 2,
    .synopsis = {"-c CATALOGUS INTAKE ROUTE", "-c CATALOGUE INTAKE ROUTE"},
    .summary = {"Gaat na of een route klopt: welke regels ze breekt, waar en wanneer.",
                "Tells whether a route is valid: the rules it breaks, where and when."},
    .notes = {"ROUTE is wat \"leerroute plan --format json\" geeft. Een route die klopt, hoeft\n"
              "niet de kortste te zijn: dat wordt niet nagegaan.",
              "ROUTE is what \"leerroute plan --format json\" gives. A route that is valid need\n"
              "not be the shortest: that is not checked."},
    .run = check,
};
