#include "inputs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "diagnostics.h"
#include "digest.h"
#include "files.h"
#include "goal.h"

enum { DAYS_BEFORE_1970 = 25567, SECONDS_A_DAY = 86400 };

leerroute_day today(void) {
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    long long seconds = epoch && *epoch ? atoll(epoch) : (long long)time(NULL);
    return (leerroute_day)(seconds / SECONDS_A_DAY + DAYS_BEFORE_1970);
}

/* ---- Reading ---- */

/* Says what a parse has found. */
static exit_code settle(leerroute_status status, inputs *in) {
    write_diagnostics(stderr, in->found);
    leerroute_diagnostics_clear(in->found);
    if (status == LEERROUTE_OK) return CARRY_ON;
    return status == LEERROUTE_INVALID ? EXIT_INPUT : complain_of(status);
}

exit_code open_catalogue(const options *o, inputs *in) {
    text file;
    *in = (inputs){.found = leerroute_diagnostics_new()};
    if (!in->found) return complain_of(LEERROUTE_NO_MEMORY);
    exit_code code = read_file(o->catalogue, &file);
    if (code != CARRY_ON) return code;
    in->catalogue_digest = digest(DIGEST_START, file.bytes, file.size);
    code = settle(
        leerroute_catalogue_parse(file.bytes, file.size, o->catalogue, in->found, &in->catalogue),
        in);
    free(file.bytes);
    return code;
}

/* ---- Fixed points ---- */

static bool is_one_of(const inputs *in, leerroute_kind kind, const char *id, nearest *meant) {
    size_t count = leerroute_catalogue_count(in->catalogue, kind);
    for (size_t i = 0; i < count; i++) {
        const char *known = leerroute_catalogue_id_of(in->catalogue, kind, i);
        if (strcmp(known, id) == 0) return true;
        consider(meant, known);
    }
    return false;
}

static bool is_step(const inputs *in, const fixed_point *point, nearest *meant) {
    return is_one_of(in, LEERROUTE_UNIT, point->id, meant) ||
           is_one_of(in, LEERROUTE_ASSESSMENT, point->id, meant) ||
           (point->is_excluded && is_one_of(in, LEERROUTE_OFFERING, point->id, meant));
}

/* The library refuses a fixed point: it says why, and what may have been meant. */
static exit_code refuse(const fixed_point *point, const inputs *in) {
    nearest step = {.word = point->id}, offering = {.word = point->offering};
    if (!is_step(in, point, &step))
        return point->is_excluded
                   ? complain_near(&step, SAY_NOTHING_TO_EXCLUDE, "--exclude", point->id)
                   : complain_near(&step, SAY_NO_ACTIVITY, "--include", point->id);
    if (point->offering && !is_one_of(in, LEERROUTE_OFFERING, point->offering, &offering))
        return complain_near(&offering, SAY_NO_OFFERING, "--include", point->offering);
    return complain(EXIT_USAGE, SAY_CANNOT_INCLUDE, point->id);
}

static exit_code fix(const fixed_point *point, inputs *in) {
    leerroute_status status =
        point->is_excluded
            ? leerroute_intake_exclude(in->intake, point->id)
            : leerroute_intake_include(in->intake, point->id, point->offering, point->start);
    if (status == LEERROUTE_MISUSE) return refuse(point, in);
    return status == LEERROUTE_OK ? CARRY_ON : complain_of(status);
}

/* ---- Intake and route ---- */

exit_code open_inputs(const options *o, inputs *in) {
    text file;
    const char *name = o->operands[0];
    exit_code code = open_catalogue(o, in);
    if (code == CARRY_ON) code = read_file(name, &file);
    if (code != CARRY_ON) return code;
    code = settle(leerroute_intake_parse(in->catalogue, file.bytes, file.size, name, 0, today(),
                                         in->found, &in->intake),
                  in);
    free(file.bytes);
    for (size_t i = 0; code == CARRY_ON && i < o->fixed_count; i++) code = fix(&o->fixed[i], in);
    if (code == CARRY_ON) code = find_goal(o, in->catalogue);
    if (code == CARRY_ON && redirect(o, in->intake) != LEERROUTE_OK)
        code = complain_of(LEERROUTE_NO_MEMORY);
    return code;
}

/* Is there a route in it? What says that there is none is told as such. */
static exit_code judge(const char *name, const leerroute_route *route) {
    leerroute_outcome outcome = leerroute_route_outcome(route);
    if (outcome != LEERROUTE_NO_ROUTE && outcome != LEERROUTE_UNKNOWN) return CARRY_ON;
    fprintf(stderr, form(SAY_ROUTE_WITHOUT_ROUTE), name,
            outcome == LEERROUTE_NO_ROUTE ? "none" : "unknown");
    return EXIT_INPUT;
}

exit_code open_route(const char *name, inputs *in, leerroute_route **out) {
    text file;
    exit_code code = read_file(name, &file);
    if (code != CARRY_ON) return code;
    code =
        settle(leerroute_route_parse(in->intake, file.bytes, file.size, name, in->found, out), in);
    free(file.bytes);
    return code == CARRY_ON ? judge(name, *out) : code;
}

void close_inputs(inputs *in) {
    leerroute_intake_free(in->intake);
    leerroute_catalogue_free(in->catalogue);
    leerroute_diagnostics_free(in->found);
}

/* ---- Answering ---- */

leerroute_style style_of(const options *o) {
    leerroute_style style = o->style;
    struct winsize window;
    const char *columns = getenv("COLUMNS");
    bool to_terminal = !o->output || strcmp(o->output, "-") == 0;
    if (to_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0)
        style.width = window.ws_col;
    else if (columns)
        style.width = atoi(columns);
    return style;
}

exit_code answer(const options *o, leerroute_status status, char *bytes, size_t size,
                 exit_code code) {
    if (status != LEERROUTE_OK) return complain_of(status);
    exit_code written = write_file(o->output, bytes, size);
    leerroute_text_free(bytes);
    return written == CARRY_ON ? code : written;
}
