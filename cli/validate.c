/* leerroute validate: what is wrong with files, as the answer.
 *
 * A file is a catalogue, an intake or a route, as its key `format` says. NDJSON has one on each
 * line: a file is taken for that when its name ends in .ndjson or .jsonl, or when its first line is
 * JSON by itself and more follows. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diagnostics.h"
#include "files.h"
#include "inputs.h"

typedef struct validation {
    inputs in;
    bool is_faulty;
} validation;

/* Gives what was found, as the answer. */
static exit_code settle(validation *v, leerroute_status status) {
    write_diagnostics(stdout, v->in.found);
    leerroute_diagnostics_clear(v->in.found);
    if (status == LEERROUTE_INVALID) v->is_faulty = true;
    return status == LEERROUTE_OK || status == LEERROUTE_INVALID ? CARRY_ON : complain_of(status);
}

/* One file, or one line of one. */
static exit_code validate_text(validation *v, const char *name, size_t line, const char *bytes,
                               size_t size) {
    leerroute_file file;
    leerroute_status status =
        leerroute_validate(v->in.catalogue, bytes, size, name, line, today(), v->in.found, &file);
    exit_code code = settle(v, status);
    if (status == LEERROUTE_OK && file == LEERROUTE_FILE_ROUTE && line == 0)
        printf("%s:: %s%s\n", name, form(SAY_WARNING), form(SAY_ONLY_FORM));
    return code;
}

/* ---- Lines ---- */

static size_t line_length(const char *bytes, size_t size) {
    const char *end = size ? memchr(bytes, '\n', size) : NULL;
    return end ? (size_t)(end - bytes) : size;
}

static bool is_blank(const char *bytes, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (!strchr(" \t\r\n", bytes[i]) || !bytes[i]) return false;
    return true;
}

static bool ends_in(const char *name, const char *ending) {
    size_t length = strlen(name), end = strlen(ending);
    return length > end && strcmp(name + length - end, ending) == 0;
}

/* Is the first line JSON by itself, while more follows? */
static bool begins_with_json_line(validation *v, const text *file) {
    size_t length = line_length(file->bytes, file->size);
    if (length == file->size || is_blank(file->bytes + length, file->size - length)) return false;
    leerroute_validate(NULL, file->bytes, length, "", 0, 0, v->in.found, NULL);
    const leerroute_diagnostic *first = leerroute_diagnostics_get(v->in.found, 0);
    bool is_json = !first || first->code > LEERROUTE_FAULT_TOO_LARGE;
    leerroute_diagnostics_clear(v->in.found);
    return is_json;
}

static exit_code validate_lines(validation *v, const char *name, const text *file) {
    exit_code code = CARRY_ON;
    size_t line = 1;
    for (size_t at = 0; at < file->size && code == CARRY_ON; line++) {
        const char *bytes = file->bytes + at;
        size_t length = line_length(bytes, file->size - at);
        if (!is_blank(bytes, length)) code = validate_text(v, name, line, bytes, length);
        at += length + 1;
    }
    return code;
}

/* ---- Files ---- */

static exit_code validate_file(validation *v, const char *name) {
    text file;
    exit_code code = read_file(name, &file);
    if (code != CARRY_ON) return code;
    bool is_lines =
        file.size <= LEERROUTE_TEXT_MAX &&
        (ends_in(name, ".ndjson") || ends_in(name, ".jsonl") || begins_with_json_line(v, &file));
    code = is_lines ? validate_lines(v, name, &file)
                    : validate_text(v, name, 0, file.bytes, file.size);
    free(file.bytes);
    return code;
}

static exit_code validate_catalogue(validation *v, const char *name) {
    text file;
    exit_code code = read_file(name, &file);
    if (code != CARRY_ON) return code;
    code = settle(
        v, leerroute_catalogue_parse(file.bytes, file.size, name, v->in.found, &v->in.catalogue));
    free(file.bytes);
    return code;
}

static exit_code validate_all(const options *o, validation *v) {
    exit_code code = o->catalogue ? validate_catalogue(v, o->catalogue) : CARRY_ON;
    exit_code worst = code;
    for (int i = 0; i < o->operand_count && code != EXIT_FAILED; i++) {
        code = validate_file(v, o->operands[i]);
        if (code > worst) worst = code;
    }
    if (worst != CARRY_ON) return worst;
    if (v->is_faulty) return EXIT_NO;
    int count = o->operand_count + (o->catalogue != NULL);
    char number[24];
    snprintf(number, sizeof number, "%d", count);
    if (count == 1) return complain(EXIT_ANSWERED, SAY_ONE_IN_ORDER, o->operands[0]);
    return complain(EXIT_ANSWERED, SAY_ALL_IN_ORDER, number);
}

static exit_code validate(const options *o) {
    validation v = {.in = {.found = leerroute_diagnostics_new()}};
    exit_code code = v.in.found ? validate_all(o, &v) : complain_of(LEERROUTE_NO_MEMORY);
    close_inputs(&v.in);
    return code;
}

const command validate_command = {
    .name = "validate",
    .called = "leerroute validate",
    .options = OPTION_CATALOGUE | COMMON_OPTIONS,
    .least = 1,
    .most = INT_MAX,
    .synopsis = {"[-c CATALOGUS] BESTAND...", "[-c CATALOGUE] FILE..."},
    .summary = {"Gaat na of bestanden goed zijn, en zegt alles wat eraan mankeert.",
                "Tells whether files are right, and all that is wrong with them."},
    .notes = {"Een bestand is een catalogus, een intake of een route: de sleutel \"format\" zegt\n"
              "welke van de drie. Een intake wordt met -c ook naast de catalogus gelegd. In\n"
              "NDJSON (.ndjson, .jsonl) staat op elke regel een bestand.\n"
              "\n"
              "Elke fout staat op een regel: BESTAND:PLAATS: wat eraan mankeert. De plaats is\n"
              "een JSON-pointer; bij NDJSON staat het regelnummer ervoor.",
              "A file is a catalogue, an intake or a route: its key \"format\" says which.\n"
              "With -c an intake is held against the catalogue too. NDJSON (.ndjson, .jsonl)\n"
              "has a file on each line.\n"
              "\n"
              "Each fault is a line: FILE:POINTER: what is wrong. The pointer is that of JSON,\n"
              "after the number of the line in NDJSON."},
    .run = validate,
};
