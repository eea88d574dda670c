/* The intakes of a batch, one after the other, from files, folders and standard input.
 *
 * A name that ends in .json is one intake; a folder gives its *.json by the bytes of their names;
 * anything else is NDJSON, an intake a line. What cannot be read is an item too. Memory does not
 * grow with what was read. */
#ifndef CLI_SOURCE_H
#define CLI_SOURCE_H

#include <stdint.h>

#include "files.h"

typedef struct item {
    const char *name;  /* of the file */
    size_t line;       /* from 1; 0 of a file that is one intake */
    const char *bytes; /* at most one more than the library parses */
    size_t size;
    int error; /* errno: it cannot be read */
} item;

typedef struct source {
    char *const *operands;
    int operand_count, operand; /* `operand`: the next one */
    const char *stdin_name;     /* as items call it */
    size_t first_line;          /* of standard input */
    struct dirent **entries;    /* of the folder that is being read */
    int entry_count, entry;
    char *path;       /* of the file in it */
    const char *name; /* of the file that is being read */
    bool counts;      /* to be set: nothing is wanted but how many there are, so what can be read
                         only once is not touched: SUPPLY_STOPPED */
    int fd;           /* -1: none is open */
    bool is_whole;    /* it is one intake */
    size_t line;      /* of the last item */
    text buffer;      /* what was read, from `begin` on not yet given */
    size_t begin, room;
    bool is_at_end, is_cut; /* of the file; an item had more than there is room for */
    uint64_t digest;        /* of all up to and including the last item */
} source;

typedef enum supply { SUPPLY_ITEM, SUPPLY_END, SUPPLY_STOPPED, SUPPLY_NO_MEMORY } supply;

/* A file that is one intake has such a name. */
bool ends_in_json(const char *name);

/* No operands are standard input. They are borrowed, and so is the name. */
void open_source(source *s, char *const *operands, int count, const char *stdin_name,
                 size_t first_line);

/* The next item, valid until the next call. */
supply next_item(source *s, item *out);

void close_source(source *s);

#endif
