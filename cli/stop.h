/* Stopping before the end: when a signal asks for it, or when going on makes no sense. */
#ifndef CLI_STOP_H
#define CLI_STOP_H

#include <stdbool.h>

/* From now on the signal asks to stop. The third one ends the program: some programs send it twice
 * at once. */
void listen_to(int signal_number);

/* Asks to stop, from within. */
void stop_now(void);

bool is_stopping(void);

/* Seconds of a clock that only goes forward, for limits of time. */
double clock_seconds(void);

/* Waits until a read (POLLIN) or a write (POLLOUT) of the descriptor would not block, or would
 * fail. False: it would block, and stopping was asked for. */
bool wait_until_ready(int fd, short event);

#endif
