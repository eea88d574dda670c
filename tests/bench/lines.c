/* Only parses each line of standard input with jansson and dumps it again: what a batch takes on top of
 * planning is compared with that. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    char *line = NULL;
    size_t room = 0;
    for (ssize_t size; (size = getline(&line, &room, stdin)) > 0;) {
        json_t *json = json_loadb(line, (size_t)size, 0, NULL);
        char *text = json ? json_dumps(json, 0) : NULL;
        if (!text) {
            fputs("lines: a line is no JSON\n", stderr);
            return 1;
        }
        puts(text);
        free(text);
        json_decref(json);
    }
    free(line);
    return 0;
}
