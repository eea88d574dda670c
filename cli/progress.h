/* How far a batch is, on standard error: on a terminal one line that is written anew, elsewhere a
 * line now and then, when it is asked for. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct progress {
    bool is_shown, on_terminal, is_on_line; /* the cursor stands behind it */
    double began, shown;                    /* seconds of the clock */
    uint64_t before;                        /* what was answered before this run */
    uint64_t total;                         /* 0: not known */
} progress;

/* It is shown on a terminal, or when it is asked for. */
void begin_progress(progress *p, bool is_wanted);

/* Shows how far it is when it is time to, or at the end. */
void show_progress(progress *p, uint64_t done, uint64_t errors, bool is_end);

/* Takes the line away, for another message. */
void hide_progress(progress *p);

#endif
