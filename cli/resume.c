/* leerroute resume: the intake from which a route that is half done goes on. */
#include <stdio.h>
#include <string.h>

#include "inputs.h"

/* The route is right for the intake: else nothing can be said of what was done of it. */
static exit_code check_route(const inputs *in, const leerroute_route *route, const char *name) {
    leerroute_check *check;
    leerroute_status status = leerroute_route_check(in->intake, route, &check);
    if (status != LEERROUTE_OK) return complain_of(status);
    bool is_valid = leerroute_check_fault_count(check) == 0;
    leerroute_check_free(check);
    if (is_valid) return CARRY_ON;
    fprintf(stderr, form(SAY_ROUTE_NOT_VALID), name);
    return EXIT_INPUT;
}

/* Why the deviation does not fit; where it names no step that has begun, which one may have been
 * meant. */
static exit_code wrong_deviation(const options *o, const leerroute_misfit *misfit,
                                 const leerroute_route *route) {
    const leerroute_deviation *d = &o->deviations[misfit->number];
    static const char *const names[] = {[LEERROUTE_FAILED] = "--failed",
                                        [LEERROUTE_STOPPED] = "--stopped",
                                        [LEERROUTE_ENDS] = "--ends",
                                        [LEERROUTE_NOT_BEGUN] = "--not-begun"};
    static const saying reasons[] = {[LEERROUTE_MISFIT_NOT_BEGUN] = SAY_NO_SUCH_STEP,
                                     [LEERROUTE_MISFIT_AGAIN] = SAY_STEP_TWICE,
                                     [LEERROUTE_MISFIT_BEGUN] = SAY_HAS_BEGUN,
                                     [LEERROUTE_MISFIT_ENDS] = SAY_ENDS_EARLY};
    nearest meant = {.word = d->id};
    leerroute_step step;
    bool is_unknown = misfit->reason == LEERROUTE_MISFIT_NOT_BEGUN;
    for (size_t i = 0; is_unknown && leerroute_route_step(route, i, &step); i++)
        if (step.start < o->on && strcmp(step.id, d->id) != 0) consider(&meant, step.id);
    return complain_near(&meant, reasons[misfit->reason], names[d->kind], d->id);
}

/* Says what lapses before the route reaches the goal. */
static void warn_lapses(const leerroute_intake *now, const leerroute_route *route) {
    leerroute_lapse lapse;
    char until[11], finish[11];
    leerroute_day_text(leerroute_route_finish(route), finish);
    for (size_t i = 0; leerroute_route_lapse(route, now, i, &lapse); i++) {
        leerroute_day_text(lapse.until, until);
        complain(CARRY_ON, SAY_LAPSES, lapse.id, until, finish);
    }
}

static exit_code go_on(const options *o, const inputs *in, const leerroute_route *route) {
    leerroute_intake *now;
    char *text = NULL, on[11];
    size_t size = 0;
    leerroute_misfit misfit;
    leerroute_status status = leerroute_resume(in->intake, route, o->on, o->deviations,
                                               o->deviation_count, &misfit, &now);
    if (status == LEERROUTE_MISUSE && misfit.reason != LEERROUTE_FITS)
        return wrong_deviation(o, &misfit, route);
    leerroute_day_text(o->on, on);
    if (status == LEERROUTE_MISUSE) return complain(EXIT_USAGE, SAY_BEFORE_START, on);
    if (status != LEERROUTE_OK) return complain_of(status);
    warn_lapses(now, route);
    status = leerroute_intake_write(now, &text, &size);
    leerroute_intake_free(now);
    return answer(o, status, text, size, EXIT_ANSWERED);
}

static exit_code resume(const options *o) {
    inputs in;
    leerroute_route *route = NULL;
    const char *name = o->operands[1];
    if (!o->has_on) {
        complain(EXIT_USAGE, SAY_NEEDS_ON);
        return see_help(&resume_command);
    }
    exit_code code = open_inputs(o, &in);
    if (code == CARRY_ON) code = open_route(name, &in, &route);
    if (code == CARRY_ON) code = check_route(&in, route, name);
    if (code == CARRY_ON) code = go_on(o, &in, route);
    leerroute_route_free(route);
    close_inputs(&in);
    return code;
}

const command resume_command = {
    .name = "resume",
    .called = "leerroute resume",
    .options = OPTION_CATALOGUE | OPTION_GOAL | OPTION_OBJECTIVE | OPTION_FIXED | OPTION_ON |
               OPTION_DEVIATIONS | OPTION_OUTPUT | COMMON_OPTIONS,
    .needs_catalogue = true,
    .least = 2,
    .most = 2,
    .synopsis = {"-c CATALOGUS INTAKE ROUTE --on DATUM", "-c CATALOGUE INTAKE ROUTE --on DATE"},
    .summary = {"Maakt de intake waarmee een route die half af is, verder gaat.",
                "Makes the intake from which a route that is half done goes on."},
    .notes =
        {"ROUTE is wat \"leerroute plan --format json\" gaf. Zonder meer is alles gegaan zoals\n"
         "gepland: wat voor DATUM begon, is klaar of loopt, en is betaald. Hoe het anders ging,\n"
         "kan van elke stap worden gezegd. Het antwoord is een intake; \"leerroute plan\" gaat\n"
         "ermee verder.",
         "ROUTE is what \"leerroute plan --format json\" gave. Unless said otherwise all went as\n"
         "planned: what began before DATE is over or under way, and paid for. Of each step may\n"
         "be said how it went instead. The answer is an intake, which \"leerroute plan\" goes on\n"
         "from."},
    .run = resume,
};
