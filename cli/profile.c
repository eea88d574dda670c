/* leerroute profile: the best route for each of a row of hours, budgets or starts. */
#include "search.h"

static exit_code search(const options *o, const inputs *in, leerroute_planner *planner,
                        const leerroute_limits *limits) {
    leerroute_profile *profile = NULL;
    char *text = NULL;
    size_t size = 0;
    leerroute_style style = style_of(o);
    leerroute_status status = leerroute_profile_make(planner, in->intake, o->lever, o->lever_from,
                                                     o->lever_to, o->lever_step, limits, &profile);
    exit_code code = note_search(o, planner, status);
    if (code != CARRY_ON) return code;
    code = code_of(leerroute_profile_outcome(profile));
    status = leerroute_profile_write(profile, &style, &text, &size);
    leerroute_profile_free(profile);
    return answer(o, status, text, size, code);
}

static exit_code profile(const options *o) {
    if (o->lever_count == 1) return run_search(o, search);
    complain(EXIT_USAGE, SAY_ONE_LEVER);
    return see_help(&profile_command);
}

const command profile_command = {
    .name = "profile",
    .called = "leerroute profile",
    .options = OPTION_CATALOGUE | OPTION_LEVERS | OPTION_FIXED | OPTION_GOAL | OPTION_OBJECTIVE |
               OPTION_TIME_LIMIT | OPTION_NODE_LIMIT | OPTION_FORMAT | OPTION_OUTPUT |
               COMMON_OPTIONS,
    .needs_catalogue = true,
    .least = 1,
    .most = 1,
    .synopsis = {"-c CATALOGUS INTAKE --hours VAN:TOT:STAP",
                 "-c CATALOGUE INTAKE --hours FROM:TO:STEP"},
    .summary = {"Laat zien wat meer uren, meer geld of een andere start opleveren.",
                "Shows what more hours, more money or another start would bring."},
    .notes =
        {"Een rij waarden, zoals --hours 4:32:4 of --start 2027-01-04:2027-12-31:4, geeft een\n"
         "regel voor elk daarvan. Eén van deze opties is nodig.",
         "A row of values, as --hours 4:32:4 or --start 2027-01-04:2027-12-31:4, gives a line\n"
         "for each of them. One of these options is needed."},
    .run = profile,
};
