#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- In ---- */

enum { FIRST_ROOM = 1 << 16, MOST = LEERROUTE_TEXT_MAX + 1 };

/* Reads until the end or MOST bytes. 0 or errno. */
static int read_all(int fd, text *out) {
    size_t room = 0;
    for (ssize_t got = 1; got > 0 && out->size < MOST;) {
        if (out->size == room) {
            room = room ? 2 * room : FIRST_ROOM;
            if (room > MOST) room = MOST;
            char *more = realloc(out->bytes, room);
            if (!more) return ENOMEM;
            out->bytes = more;
        }
        got = read(fd, out->bytes + out->size, room - out->size);
        if (got < 0 && errno == EINTR)
            got = 1;
        else if (got < 0)
            return errno;
        else
            out->size += (size_t)got;
    }
    return 0;
}

exit_code read_file(const char *name, text *out) {
    *out = (text){0};
    bool is_stdin = strcmp(name, "-") == 0;
    int fd = is_stdin ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
    int error = fd < 0 ? errno : read_all(fd, out);
    if (fd >= 0 && !is_stdin) close(fd);
    if (error == 0) return CARRY_ON;
    free(out->bytes);
    *out = (text){0};
    if (error == ENOMEM) return complain(EXIT_FAILED, SAY_NO_MEMORY);
    fprintf(stderr, form(SAY_CANNOT_READ), name, reason(error));
    return EXIT_INPUT;
}

/* ---- Out ---- */

static const char private_ending[] = ".new";

static int output_error; /* the first errno that writing to standard output gave */

void note_output(void) {
    if (ferror(stdout) && !output_error) output_error = errno ? errno : EIO;
}

exit_code close_output(exit_code code) {
    fflush(stdout);
    note_output();
    if (fclose(stdout) != 0 && !output_error) output_error = errno;
    if (!output_error) return code;
    return complain(EXIT_FAILED, SAY_CANNOT_WRITE, form(SAY_STANDARD_OUTPUT), reason(output_error));
}

/* Writes all the bytes. 0 or errno. */
static int write_all(int fd, const char *bytes, size_t size) {
    while (size > 0) {
        ssize_t put = write(fd, bytes, size);
        if (put < 0 && errno != EINTR) return errno;
        if (put < 0) continue;
        bytes += put;
        size -= (size_t)put;
    }
    return 0;
}

/* Gives the new file the mode of the old one, and its owner where that may be; or else the mode
 * that any new file gets. 0 or errno. */
static int take_mode(int fd, const struct stat *old) {
    mode_t mask = umask(0);
    umask(mask);
    mode_t mode = old ? old->st_mode & 0777 : 0666 & ~mask;
    if (old && fchown(fd, old->st_uid, old->st_gid) != 0) errno = 0; /* then it is ours */
    return fchmod(fd, mode) != 0 ? errno : 0;
}

/* The name beside `path` under which its next version is written. False: it is too long. */
static bool name_beside(const char *path, const char *ending, char out[PATH_MAX]) {
    return snprintf(out, PATH_MAX, "%s%s", path, ending) < PATH_MAX;
}

/* Writes a file beside `path` that takes its place when it is whole; a private one is for its owner
 * alone. 0 or errno. */
static int replace(const char *path, const struct stat *old, bool is_private, const char *bytes,
                   size_t size) {
    char beside[PATH_MAX];
    if (!name_beside(path, is_private ? private_ending : ".XXXXXX", beside)) return ENAMETOOLONG;
    int fd =
        is_private ? open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : mkstemp(beside);
    if (fd < 0) return errno;
    int error = write_all(fd, bytes, size);
    if (!error && !is_private) error = take_mode(fd, old);
    if (!error && fsync(fd) != 0) error = errno;
    if (close(fd) != 0 && !error) error = errno;
    if (!error && rename(beside, path) != 0) error = errno;
    if (error) unlink(beside);
    return error;
}

int replace_private(const char *path, const char *bytes, size_t size) {
    return replace(path, NULL, true, bytes, size);
}

int remove_private(const char *path) {
    char beside[PATH_MAX];
    if (name_beside(path, private_ending, beside)) unlink(beside);
    return unlink(path) != 0 ? errno : 0;
}

/* Writes into what is there: a device or pipe, which cannot be replaced. */
static int write_into(const char *path, const char *bytes, size_t size) {
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0) return errno;
    int error = write_all(fd, bytes, size);
    if (close(fd) != 0 && !error) error = errno;
    return error;
}

exit_code write_file(const char *name, const char *bytes, size_t size) {
    if (!name || strcmp(name, "-") == 0) {
        fwrite(bytes, 1, size, stdout);
        note_output();
        return CARRY_ON;
    }
    struct stat old;
    bool exists = stat(name, &old) == 0;
    char path[PATH_MAX]; /* what a symbolic link leads to is replaced, not the link */
    const char *target = exists && realpath(name, path) ? path : name;
    int error = !exists || S_ISREG(old.st_mode)
                    ? replace(target, exists ? &old : NULL, false, bytes, size)
                    : write_into(name, bytes, size);
    if (!error) return CARRY_ON;
    const char *why = error == ENOENT ? form(SAY_NO_SUCH_FOLDER) : reason(error);
    return complain(EXIT_FAILED, SAY_CANNOT_WRITE, name, why);
}
