#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "messages.h"
#include "stop.h"

/* Seconds between two lines, on a terminal and elsewhere. */
static const double on_terminal = 0.25, elsewhere = 10;

void begin_progress(progress *p, bool is_wanted) {
    p->on_terminal = !is_wanted && isatty(STDERR_FILENO);
    p->is_shown = is_wanted || p->on_terminal;
    p->began = p->shown = clock_seconds();
}

void hide_progress(progress *p) {
    if (p->is_on_line) fputs("\r\033[K", stderr);
    p->is_on_line = false;
}

typedef char number[24];

static const char *written(number out, uint64_t value) {
    snprintf(out, sizeof(number), "%" PRIu64, value);
    return out;
}

/* Of what is slow a decimal too. */
static const char *written_rate(number out, double rate) {
    char point = language() == LEERROUTE_DUTCH ? ',' : '.';
    if (rate >= 10) return written(out, (uint64_t)rate);
    unsigned tenths = (unsigned)(10 * rate);
    snprintf(out, sizeof(number), "%u%c%u", tenths / 10, point, tenths % 10);
    return out;
}

/* "1:02:03" or "2:03" */
static const char *written_time(number out, uint64_t seconds) {
    unsigned hours = (unsigned)(seconds / 3600), minutes = (unsigned)(seconds / 60 % 60);
    unsigned rest = (unsigned)(seconds % 60);
    if (hours)
        snprintf(out, sizeof(number), "%u:%02u:%02u", hours, minutes, rest);
    else
        snprintf(out, sizeof(number), "%u:%02u", minutes, rest);
    return out;
}

void show_progress(progress *p, uint64_t done, uint64_t errors, bool is_end) {
    double now = p->is_shown ? clock_seconds() : 0;
    if (!p->is_shown || (!is_end && now - p->shown < (p->on_terminal ? on_terminal : elsewhere)))
        return;
    double rate = now > p->began ? (double)(done - p->before) / (now - p->began) : 0;
    number a, b, c, d;
    hide_progress(p);
    p->shown = now;
    if (p->total)
        fprintf(stderr, form(SAY_PROGRESS_TOTAL), written(a, done), written(b, p->total),
                written_rate(c, rate), written(d, errors));
    else
        fprintf(stderr, form(SAY_PROGRESS), written(a, done), written_rate(c, rate),
                written(d, errors));
    if (p->total > done && rate > 0)
        fprintf(stderr, form(SAY_PROGRESS_LEFT),
                written_time(a, (uint64_t)((double)(p->total - done) / rate)));
    p->is_on_line = p->on_terminal && !is_end;
    if (!p->is_on_line) fputc('\n', stderr);
    fflush(stderr);
}
