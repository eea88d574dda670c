#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"
#include "stop.h"

enum {
    ROOM = 1 << 16,
    PATIENCE = 1000, /* milliseconds, with who does not read on, once we are to stop */
};

/* ---- Writing ---- */

static void note(output *out, int error) {
    if (!out->error) out->error = error;
}

/* How much is written at once. What another program reads gets pieces that do not block once it is
 * ready for them, so that one that does not read on cannot keep us from stopping; of whole lines,
 * if they are not too long. */
static size_t piece_of(const output *out, const char *bytes, size_t size) {
    if (out->is_file || size <= PIPE_BUF) return size;
    const char *end = memrchr(bytes, '\n', PIPE_BUF);
    return end ? (size_t)(end - bytes) + 1 : PIPE_BUF;
}

/* Waits until it can be written, and not much longer once we are to stop. */
static bool may_write(const output *out) {
    struct pollfd reader = {out->fd, POLLOUT, 0};
    return out->is_file || wait_until_ready(out->fd, POLLOUT) || poll(&reader, 1, PATIENCE) > 0;
}

/* Writes into the file. Whoever did not read on gets nothing more. */
static void write_bytes(output *out, const char *bytes, size_t size) {
    while (size > 0 && !out->error) {
        if (out->lost > 0 || !may_write(out)) {
            for (size_t i = 0; i < size; i++) out->lost += bytes[i] == '\n';
            return;
        }
        size_t piece = piece_of(out, bytes, size);
        ssize_t put = write(out->fd, bytes, piece);
        if (put < 0 && errno != EINTR) note(out, errno);
        if (put < 0) continue;
        bytes += put;
        size -= (size_t)put;
    }
}

void flush_output(output *out) {
    write_bytes(out, out->buffer.bytes, out->buffer.size);
    out->buffer.size = 0;
}

void put_line(output *out, const char *bytes, size_t size) {
    out->size += size;
    if (out->is_file) out->digest = digest(out->digest, bytes, size);
    if (out->buffer.size + size > ROOM) flush_output(out);
    if (size > ROOM) {
        write_bytes(out, bytes, size);
        return;
    }
    memcpy(out->buffer.bytes + out->buffer.size, bytes, size);
    out->buffer.size += size;
}

void mark_output(output *out, mark *m) {
    flush_output(out);
    if (!out->is_file || out->error) return;
    if (fdatasync(out->fd) != 0) note(out, errno);
    m->size = out->size;
    m->output = out->digest;
    int error = out->error ? 0 : write_mark(out->mark_path, m);
    if (error) note(out, error);
    if (!out->error) out->marked = out->size;
}

void finish_output(output *out) {
    flush_output(out);
    if (!out->is_file || out->error) return;
    if (fsync(out->fd) != 0) note(out, errno);
    int error = out->error ? 0 : remove_private(out->mark_path);
    if (error) note(out, error);
}

/* After a failure the file ends where the mark says: in a whole line. */
exit_code free_output(output *out) {
    if (out->is_file && out->error && ftruncate(out->fd, (off_t)out->marked) != 0) errno = 0;
    if (out->fd > STDERR_FILENO && close(out->fd) != 0 && !out->error) out->error = errno;
    free(out->buffer.bytes);
    free(out->mark_path);
    if (!out->error) return CARRY_ON;
    return complain(EXIT_FAILED, SAY_CANNOT_WRITE,
                    out->name ? out->name : form(SAY_STANDARD_OUTPUT), reason(out->error));
}

/* ---- Going on ---- */

static exit_code refuse(const output *out, saying why) {
    return complain(EXIT_USAGE, SAY_CANNOT_RESUME, out->name, form(why));
}

/* Sees the id in a line that this program wrote. */
static bool see_line(seen *known, const char *line) {
    static const char key[] = "\"intake\": \"";
    const char *id = strstr(line, key);
    char copy[ID_ROOM];
    if (!id) return true;
    id += strlen(key);
    snprintf(copy, sizeof copy, "%.*s", (int)strcspn(id, "\""), id);
    return see(known, copy) != SEEN_NO_MEMORY;
}

/* Does the file begin with what the mark speaks of? Reads it again, for the ids too. */
static exit_code verify(output *out, const mark *m, seen *known) {
    FILE *file = fdopen(dup(out->fd), "r");
    char *line = NULL;
    size_t room = 0;
    uint64_t size = 0, found = DIGEST_START;
    exit_code code = file ? CARRY_ON : complain(EXIT_FAILED, SAY_NO_MEMORY);
    while (code == CARRY_ON && size < m->size) {
        ssize_t length = getline(&line, &room, file);
        if (length <= 0) break;
        size += (size_t)length;
        found = digest(found, line, (size_t)length);
        if (!see_line(known, line)) code = complain(EXIT_FAILED, SAY_NO_MEMORY);
    }
    if (code == CARRY_ON && (size != m->size || found != m->output))
        code = refuse(out, SAY_OUTPUT_CHANGED);
    free(line);
    if (file) fclose(file);
    return code;
}

static exit_code cannot_write(output *out) {
    int error = errno;
    return complain(EXIT_FAILED, SAY_CANNOT_WRITE, out->name,
                    error == ENOENT        ? form(SAY_NO_SUCH_FOLDER)
                    : error == EWOULDBLOCK ? form(SAY_IN_USE)
                                           : reason(error));
}

/* Opens the file and locks it; its first `size` bytes stay once they are verified. What was there
 * goes when there is a mark that says so. */
static exit_code open_file(output *out, mark *m, seen *known) {
    exit_code code = CARRY_ON;
    out->fd = open(out->name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (out->fd < 0 || flock(out->fd, LOCK_EX | LOCK_NB) != 0) return cannot_write(out);
    if (m->size > 0) code = verify(out, m, known);
    if (code != CARRY_ON) return code;
    errno = write_mark(out->mark_path, m);
    if (errno || ftruncate(out->fd, (off_t)m->size) != 0 || lseek(out->fd, 0, SEEK_END) < 0)
        return cannot_write(out);
    out->size = out->marked = m->size;
    out->digest = m->size ? m->output : DIGEST_START;
    out->is_file = true;
    return CARRY_ON;
}

/* A file without a mark is done, unless it is empty: the mark is there before the first line, and
 * goes after the last. */
static exit_code find_done(const output *out) {
    struct stat about;
    if (stat(out->name, &about) != 0 || about.st_size == 0) return CARRY_ON;
    return complain(EXIT_ANSWERED, SAY_IS_DONE, out->name);
}

/* Is there a mark, and may it be gone on with? It is put in `*m` then. */
static exit_code find_mark(output *out, bool resumes, mark *m) {
    mark old;
    int error = read_mark(out->mark_path, &old);
    if (error == ENOENT) return resumes ? find_done(out) : CARRY_ON;
    if (!resumes) return complain(EXIT_USAGE, SAY_UNFINISHED, out->name, out->mark_path);
    if (error) return refuse(out, SAY_MARK_BROKEN);
    if (old.catalogue != m->catalogue) return refuse(out, SAY_CATALOGUE_CHANGED);
    if (old.options != m->options) return refuse(out, SAY_OPTIONS_CHANGED);
    *m = old;
    return CARRY_ON;
}

exit_code open_output(output *out, const char *name, bool resumes, mark *m, seen *known) {
    struct stat about;
    bool is_stdout = !name || strcmp(name, "-") == 0;
    *out = (output){.name = is_stdout ? NULL : name, .fd = STDOUT_FILENO, .digest = DIGEST_START};
    out->buffer.bytes = malloc(ROOM);
    if (!out->buffer.bytes) return complain(EXIT_FAILED, SAY_NO_MEMORY);
    if (is_stdout) return CARRY_ON;
    if (stat(name, &about) == 0 && !S_ISREG(about.st_mode)) {
        out->fd = open(name, O_WRONLY | O_CLOEXEC);
        return out->fd < 0 ? cannot_write(out) : CARRY_ON;
    }
    if (asprintf(&out->mark_path, "%s.resume", name) < 0) {
        out->mark_path = NULL;
        return complain(EXIT_FAILED, SAY_NO_MEMORY);
    }
    exit_code code = find_mark(out, resumes, m);
    return code == CARRY_ON ? open_file(out, m, known) : code;
}
