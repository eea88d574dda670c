/* leerroute gap: what the goal asks against what the person has. */
#include "inputs.h"

static exit_code gap(const options *o) {
    inputs in;
    exit_code code = open_inputs(o, &in);
    if (code == CARRY_ON) {
        char *text = NULL;
        size_t size = 0;
        leerroute_style style = style_of(o);
        leerroute_status status = leerroute_gap(in.intake, &style, &text, &size);
        code = answer(o, status, text, size, EXIT_ANSWERED);
    }
    close_inputs(&in);
    return code;
}

const command gap_command = {
    .name = "gap",
    .called = "leerroute gap",
    .options = OPTION_CATALOGUE | OPTION_GOAL | OPTION_FORMAT | OPTION_OUTPUT | COMMON_OPTIONS,
    .needs_catalogue = true,
    .least = 1,
    .most = 1,
    .synopsis = {"-c CATALOGUS INTAKE", "-c CATALOGUE INTAKE"},
    .summary = {"Laat zien wat het doel vraagt, en wat iemand daarvan heeft en mist.",
                "Shows what the goal asks, and what of it a person has and lacks."},
    .run = gap,
};
