/*
 * The oracle as a command, to look into a difference by hand.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "generator.h"
#include "oracle.h"

static int usage(void) {
    fputs("usage: oracle [--plain] [--nodes N] CATALOGUE INTAKE\n"
          "       oracle --generate SEED SIZE CATALOGUE_OUT INTAKE_OUT\n",
          stderr);
    return 2;
}

static json_t *load(const char *path) {
    json_error_t error;
    json_t *json = json_load_file(path, 0, &error);
    if (!json)
        fprintf(stderr, "%s:%d: %s\n", path, error.line, error.text);
    return json;
}

static int solve(const char *catalogue_path, const char *intake_path,
                 const struct oracle_options *options) {
    json_t *catalogue = load(catalogue_path), *intake = load(intake_path);
    int status = 1;
    if (catalogue && intake) {
        struct oracle_result result;
        oracle_solve(catalogue, intake, options, &result);
        json_t *answer = oracle_to_json(&result, intake);
        status = json_dumpf(answer, stdout, JSON_INDENT(1)) || putchar('\n') == EOF;
        json_decref(answer);
        oracle_free(&result);
    }
    json_decref(catalogue);
    json_decref(intake);
    return status;
}

static int generate(char **args) {
    json_t *catalogue, *intake;
    generator_make(strtoull(args[0], NULL, 10), atoi(args[1]), &catalogue, &intake);
    int failed = json_dump_file(catalogue, args[2], JSON_INDENT(1)) ||
                 json_dump_file(intake, args[3], JSON_INDENT(1));
    if (failed)
        fputs("oracle: cannot write the files\n", stderr);
    json_decref(catalogue);
    json_decref(intake);
    return failed;
}

int main(int argc, char **argv) {
    struct oracle_options options = {0};
    int i = 1;
    if (argc == 6 && !strcmp(argv[1], "--generate"))
        return generate(argv + 2);
    if (i < argc && !strcmp(argv[i], "--plain")) {
        options.plain = true;
        i++;
    }
    if (i + 1 < argc && !strcmp(argv[i], "--nodes")) {
        options.nodes = strtoull(argv[i + 1], NULL, 10);
        i += 2;
    }
    return argc - i == 2 ? solve(argv[i], argv[i + 1], &options) : usage();
}
