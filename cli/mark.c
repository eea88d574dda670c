#include "mark.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "files.h"

#define FORM                                                                                       \
    "leerroute-resume/1\ncatalogue %" X "\noptions %" X "\ninput %" U " %" X "\noutput %" U " %" X \
    "\ncounts %" U " %" U "\npending %" Z

int read_mark(const char *path, mark *m) {
    FILE *file = fopen(path, "re");
    *m = (mark){0};
    if (!file) return errno;
#define X SCNx64
#define U SCNu64
#define Z "zu"
    int read = fscanf(file, FORM, &m->catalogue, &m->options, &m->next, &m->input, &m->size,
                      &m->output, &m->errors, &m->cut, &m->pending_count);
#undef X
#undef U
    bool is_right = read == 9 && m->pending_count <= QUEUE_ROOM;
    for (size_t i = 0; is_right && i < m->pending_count; i++)
        is_right = fscanf(file, "%" SCNu64, &m->pending[i]) == 1;
    char end[4] = "";
    is_right = is_right && fscanf(file, "%3s", end) == 1 && strcmp(end, "end") == 0;
    fclose(file);
    return is_right ? 0 : EINVAL;
}

int write_mark(const char *path, const mark *m) {
    enum { NUMBER = 21 };
    char bytes[(12 + QUEUE_ROOM) * NUMBER + 100];
#define X PRIx64
#define U PRIu64
    int size = snprintf(bytes, sizeof bytes, FORM, m->catalogue, m->options, m->next, m->input,
                        m->size, m->output, m->errors, m->cut, m->pending_count);
    for (size_t i = 0; i < m->pending_count; i++)
        size += snprintf(bytes + size, sizeof bytes - (size_t)size, " %" PRIu64, m->pending[i]);
    size += snprintf(bytes + size, sizeof bytes - (size_t)size, "\nend\n");
    return replace_private(path, bytes, (size_t)size);
}
