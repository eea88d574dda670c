/* Where the answers of a batch go: standard output, or a file that can be gone on with.
 *
 * A file gets whole lines, and is made to last together with a mark beside it (OUT.resume) that
 * says how far it is. The mark never says more than what is on the disk, so whatever ends the
 * program and whenever, what follows the marked bytes is dropped and made again. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "mark.h"
#include "seen.h"

typedef struct output {
    const char *name; /* NULL: standard output */
    char *mark_path;
    int fd;
    bool is_file;    /* one that can be gone on with: not a pipe or device */
    text buffer;     /* lines that are not written yet */
    uint64_t size;   /* of all lines, ... */
    uint64_t digest; /* ... and their digest */
    uint64_t marked; /* the size that the mark speaks of */
    uint64_t lost;   /* lines that nobody read, when we were to stop */
    int error;       /* errno of the first thing that went wrong */
} output;

/* Opens the file (NULL or "-": standard output), a new one for its owner alone. `*m` has the
 * digests of catalogue and options; resumed, it becomes the mark, and `known` sees the ids that are
 * answered. CARRY_ON, or why not, said; EXIT_ANSWERED: it is resumed, and done. */
exit_code open_output(output *out, const char *name, bool resumes, mark *m, seen *known);

/* Adds a line. */
void put_line(output *out, const char *bytes, size_t size);

/* Writes what was added. */
void flush_output(output *out);

/* Writes what was added, and makes it and the mark last. */
void mark_output(output *out, mark *m);

/* All is there: the mark has done its work. */
void finish_output(output *out);

/* CARRY_ON, or EXIT_FAILED: what went wrong, said. */
exit_code free_output(output *out);

#endif
