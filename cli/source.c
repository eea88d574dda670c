#include "source.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"
#include "stop.h"

enum {
    LARGEST = LEERROUTE_TEXT_MAX + 1, /* bytes of an item: one more than is parsed */
    PIECE = 1 << 16,                  /* that is read at least, and the buffer that is kept */
};

void open_source(source *s, char *const *operands, int count, const char *stdin_name,
                 size_t first_line) {
    static char *const standard_input[] = {"-"};
    *s = (source){.operands = count ? operands : standard_input,
                  .operand_count = count ? count : 1,
                  .stdin_name = stdin_name,
                  .first_line = first_line,
                  .fd = -1,
                  .digest = DIGEST_START};
}

/* ---- Files ---- */

static void close_file(source *s) {
    if (s->fd > STDIN_FILENO) close(s->fd);
    s->fd = -1;
}

static void close_folder(source *s) {
    for (int i = 0; i < s->entry_count; i++) free(s->entries[i]);
    free(s->entries);
    s->entries = NULL;
    s->entry_count = s->entry = 0;
}

void close_source(source *s) {
    close_file(s);
    close_folder(s);
    free(s->path);
    free(s->buffer.bytes);
}

bool ends_in_json(const char *name) {
    size_t length = strlen(name);
    return length > 5 && strcmp(name + length - 5, ".json") == 0;
}

static int is_intake(const struct dirent *entry) {
    return entry->d_name[0] != '.' && entry->d_type != DT_DIR && ends_in_json(entry->d_name);
}

static int by_bytes(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* The supply of an item that says that the file cannot be read. */
static supply cannot_read(const char *name, int error, item *out) {
    if (error == ENOMEM) return SUPPLY_NO_MEMORY;
    *out = (item){.name = name, .error = error};
    return SUPPLY_ITEM;
}

/* Is it a pipe, a terminal, or the like? */
static bool is_read_once(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode);
}

/* Opens a file, or standard input. SUPPLY_END: it has something to read. A pipe that nobody writes
 * to yet is waited for when it is read, so that we can be stopped meanwhile. */
static supply open_file(source *s, const char *path, item *out) {
    bool is_stdin = strcmp(path, "-") == 0;
    if (s->counts && (is_stdin || is_read_once(path))) return SUPPLY_STOPPED;
    s->name = is_stdin ? s->stdin_name : path;
    s->is_whole = !is_stdin && ends_in_json(path);
    s->line = is_stdin ? s->first_line - 1 : 0;
    s->begin = s->buffer.size = 0;
    s->is_at_end = s->is_cut = false;
    s->digest = digest(s->digest, s->name, strlen(s->name) + 1);
    s->fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    return s->fd < 0 ? cannot_read(s->name, errno, out) : SUPPLY_END;
}

static supply open_entry(source *s, item *out) {
    const char *folder = s->operands[s->operand - 1], *name = s->entries[s->entry++]->d_name;
    bool has_slash = folder[strlen(folder) - 1] == '/';
    free(s->path);
    if (asprintf(&s->path, "%s%s%s", folder, has_slash ? "" : "/", name) < 0) {
        s->path = NULL;
        return SUPPLY_NO_MEMORY;
    }
    return open_file(s, s->path, out);
}

static supply open_operand(source *s, item *out) {
    const char *operand = s->operands[s->operand++];
    struct stat about;
    if (stat(operand, &about) != 0 || !S_ISDIR(about.st_mode)) return open_file(s, operand, out);
    int count = scandir(operand, &s->entries, is_intake, by_bytes);
    if (count < 0) return cannot_read(operand, errno, out);
    s->entry_count = count;
    return SUPPLY_END;
}

/* ---- Lines ---- */

/* A byte order mark alone is nothing either. */
static bool is_blank(const char *bytes, size_t size) {
    for (size_t i = size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0; i < size; i++)
        if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') return false;
    return true;
}

/* Makes room for a piece more; false: no memory. A buffer that had to be large is not kept. */
static bool make_room(source *s) {
    text *b = &s->buffer;
    if (s->begin > 0) memmove(b->bytes, b->bytes + s->begin, b->size - s->begin);
    b->size -= s->begin;
    s->begin = 0;
    size_t wanted = b->size + PIECE <= s->room ? s->room : 2 * b->size + PIECE;
    if (b->size < PIECE && s->room > 16 * PIECE) wanted = 2 * PIECE;
    if (wanted > LARGEST + PIECE) wanted = LARGEST + PIECE;
    char *bytes = wanted == s->room ? b->bytes : realloc(b->bytes, wanted);
    if (!bytes) return false;
    b->bytes = bytes;
    s->room = wanted;
    return true;
}

/* Reads a piece. SUPPLY_END: it was read, or the file is at its end. */
static supply read_piece(source *s, int *error) {
    text *b = &s->buffer;
    if (!make_room(s)) return SUPPLY_NO_MEMORY;
    ssize_t got;
    do {
        if (is_stopping() || !wait_until_ready(s->fd, POLLIN)) return SUPPLY_STOPPED;
        got = read(s->fd, b->bytes + b->size, PIECE);
    } while (got < 0 && (errno == EINTR || errno == EAGAIN));
    if (got < 0) *error = errno;
    if (got <= 0) s->is_at_end = true;
    if (got > 0) b->size += (size_t)got;
    return SUPPLY_END;
}

/* Where the item that begins at `begin` ends, reading on until it is there: what follows is a
 * newline, the end of the file, or more than an item can be. */
static supply find_end(source *s, size_t *end, int *error) {
    for (size_t looked = 0;;) {
        const char *from = s->buffer.bytes + s->begin;
        size_t size = s->buffer.size - s->begin;
        const char *newline =
            !s->is_whole && size > looked ? memchr(from + looked, '\n', size - looked) : NULL;
        *end = newline ? (size_t)(newline - from) : size;
        if (newline || s->is_at_end || size >= LARGEST) break;
        looked = size;
        supply read = read_piece(s, error);
        if (read != SUPPLY_END) return read;
    }
    if (*end > LARGEST) *end = LARGEST;
    return SUPPLY_END;
}

/* Takes `size` bytes, and a newline that follows them. True: the item is complete. */
static bool take(source *s, size_t size) {
    const char *from = s->buffer.bytes + s->begin;
    size_t left = s->buffer.size - s->begin;
    bool is_complete = size < left ? from[size] == '\n' && !s->is_whole : s->is_at_end;
    if (is_complete && size < left) size++;
    s->digest = digest(s->digest, from, size);
    s->begin += size;
    return is_complete;
}

/* The next item of the open file; SUPPLY_END: it has no more. */
static supply next_in_file(source *s, item *out) {
    for (;;) {
        size_t size;
        int error = 0;
        supply found = find_end(s, &size, &error);
        if (found != SUPPLY_END) return found;
        bool is_rest = s->is_cut, is_end = s->is_at_end && size == s->buffer.size - s->begin;
        const char *bytes = s->buffer.bytes + s->begin;
        s->is_cut = !take(s, size);
        if (error) {
            close_file(s);
            return cannot_read(s->name, error, out);
        }
        if (is_end) close_file(s);
        if (!is_rest && !s->is_whole && (size > 0 || !is_end)) s->line++;
        if (!is_rest && (s->is_whole || !is_blank(bytes, size))) {
            *out = (item){s->name, s->is_whole ? 0 : s->line, bytes, size, 0};
            return SUPPLY_ITEM;
        }
        if (is_end) return SUPPLY_END;
    }
}

supply next_item(source *s, item *out) {
    for (;;) {
        supply found = SUPPLY_END;
        if (is_stopping()) return SUPPLY_STOPPED;
        if (s->fd >= 0)
            found = next_in_file(s, out);
        else if (s->entry < s->entry_count)
            found = open_entry(s, out);
        else if (s->operand < s->operand_count) {
            close_folder(s);
            found = open_operand(s, out);
        } else
            return SUPPLY_END;
        if (found != SUPPLY_END) return found;
    }
}
