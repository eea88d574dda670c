/* leerroute value: what each claim and expected exemption is worth. */
#include "search.h"

static exit_code search(const options *o, const inputs *in, leerroute_planner *planner,
                        const leerroute_limits *limits) {
    leerroute_values *values = NULL;
    char *text = NULL;
    size_t size = 0;
    leerroute_style style = style_of(o);
    leerroute_status status = leerroute_values_make(planner, in->intake, limits, &values);
    exit_code code = note_search(o, planner, status);
    if (code != CARRY_ON) return code;
    code = code_of(leerroute_values_outcome(values));
    status = leerroute_values_write(values, &style, &text, &size);
    leerroute_values_free(values);
    return answer(o, status, text, size, code);
}

static exit_code value(const options *o) {
    return run_search(o, search);
}

const command value_command = {
    .name = "value",
    .called = "leerroute value",
    .options = OPTION_CATALOGUE | OPTION_GOAL | OPTION_OBJECTIVE | OPTION_FIXED |
               OPTION_TIME_LIMIT | OPTION_NODE_LIMIT | OPTION_FORMAT | OPTION_OUTPUT |
               COMMON_OPTIONS,
    .needs_catalogue = true,
    .least = 1,
    .most = 1,
    .synopsis = {"-c CATALOGUS INTAKE", "-c CATALOGUE INTAKE"},
    .summary = {"Laat zien wat een claim of verwachte vrijstelling waard is.",
                "Shows what a claim or an expected exemption is worth."},
    .notes =
        {"Van elke claim, elke verwachte vrijstelling en elke toets in de route: de route als\n"
         "die meteen wordt toegekend, en als die niet wordt toegekend. Wat de meeste weken\n"
         "scheelt, staat vooraan.",
         "Of each claim, each expected exemption and each assessment in the route: the route\n"
         "if it is granted at once, and if it is not. What saves the most weeks comes first."},
    .run = value,
};
