/* How far a batch with -o has come: what OUT.resume says.
 *
 * Items of the input are numbered from 0. Answered is each below `next` that is not among the
 * `pending` ones, which there are only without order, and never more than a queue holds. */
#ifndef CLI_MARK_H
#define CLI_MARK_H

#include <stddef.h>
#include <stdint.h>

#include "queue.h"

typedef struct mark {
    uint64_t catalogue, options; /* digests: what all answers depend on */
    uint64_t next, input;        /* the digest of the input before item `next` */
    uint64_t size, output;       /* bytes of whole lines in OUT, and their digest */
    uint64_t errors, cut;        /* among the answers: malformed; cut short by a limit */
    uint64_t pending[QUEUE_ROOM];
    size_t pending_count;
} mark;

/* 0 or errno: EINVAL when it is no such file, or not a whole one. */
int read_mark(const char *path, mark *out);

/* Puts it in the place of the old one, on the disk; one program at a time. 0 or errno. */
int write_mark(const char *path, const mark *m);

#endif
