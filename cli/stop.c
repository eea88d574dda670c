#include "stop.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <time.h>
#include <unistd.h>

/* Of the handler, and of every thread. */
static atomic_int signals, stopping;

/* Has a byte in it once stopping was asked for, so that whoever waits for a descriptor wakes up. */
static int bell[2] = {-1, -1};

void stop_now(void) {
    stopping = 1;
    if (bell[1] >= 0 && write(bell[1], "", 1) < 0) return; /* it rings already */
}

static void hear(int number) {
    int error = errno;
    if (++signals == 2) signal(number, SIG_DFL);
    stop_now();
    errno = error;
}

void listen_to(int signal_number) {
    if (bell[0] < 0 && pipe2(bell, O_CLOEXEC | O_NONBLOCK) != 0) bell[0] = bell[1] = -1;
    sigaction(signal_number, &(struct sigaction){.sa_handler = hear, .sa_flags = SA_RESTART}, NULL);
}

bool is_stopping(void) {
    return stopping != 0;
}

double clock_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

bool wait_until_ready(int fd, short event) {
    struct pollfd both[] = {{fd, event, 0}, {bell[0], POLLIN, 0}};
    while (poll(both, 2, -1) < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    return both[0].revents != 0 || both[1].revents == 0;
}
