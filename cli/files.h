/* Files in and out. A name `-` is standard input or output. */
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include <stddef.h>

#include "messages.h"

typedef struct text {
    char *bytes; /* free */
    size_t size;
} text;

/* Reads a file whole, up to one byte more than the library parses. CARRY_ON, or why not, said. */
exit_code read_file(const char *name, text *out);

/* Writes an answer to standard output (a NULL name or `-`) or to a file. A file is written whole or
 * stays as it was: the bytes go to a new file beside it that then takes its place. CARRY_ON, or
 * EXIT_FAILED, said. What standard output does not take is said by close_output. */
exit_code write_file(const char *name, const char *bytes, size_t size);

/* Writes a file that takes the place of what is there, for its owner alone. Until it is whole it is
 * PATH.new: a program that is killed then leaves that, for the next one to use. 0 or errno. */
int replace_private(const char *path, const char *bytes, size_t size);

/* Removes such a file. 0 or errno. */
int remove_private(const char *path);

/* After writing to standard output in another way: keeps why that failed, for close_output. */
void note_output(void);

/* Writes the last of standard output; EXIT_FAILED, said, when any of it could not be written, else
 * the code that is given. */
exit_code close_output(exit_code code);

#endif
