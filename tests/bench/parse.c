/* Only parses the files that it is given, with jansson: what a plan takes on top of that is ours.
 */
#include <jansson.h>
#include <stdio.h>

int main(int argc, char **argv) {
    int failed = argc < 2;
    for (int i = 1; i < argc; i++) {
        json_error_t error;
        json_t *json = json_load_file(argv[i], 0, &error);
        if (!json) {
            fprintf(stderr, "parse: %s:%d: %s\n", argv[i], error.line, error.text);
            failed = 1;
        }
        json_decref(json);
    }
    return failed;
}
