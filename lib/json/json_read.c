/* The ways in for JSON text. Where it is not plain to see that a text is JSON (plain.h), jansson
 * judges it, with its limits on depth and on the size of numbers, and says where it is not; a text
 * that is accepted is then read by scan.c. */
#include <jansson.h>
#include <string.h>

#include "json/json.h"
#include "json/plain.h"
#include "json/scan.h"
#include "model/catalogue_read.h"
#include "model/diagnostics.h"
#include "model/intake_read.h"
#include "model/reader.h"
#include "model/route_read.h"

/* One reading: the document of a text, and what is wrong with it. */
typedef struct reading {
    const char *text; /* after the byte order mark */
    size_t size;
    lri_arena arena;
    lri_value *document; /* NULL when the text is no JSON */
    lri_faults faults;
} reading;

/* What jansson's word comes to. */
static leerroute_code code_of(const json_error_t *error) {
    switch (json_error_code(error)) {
    case json_error_invalid_utf8:
        return LEERROUTE_FAULT_ENCODING;
    case json_error_premature_end_of_input:
        return LEERROUTE_FAULT_CUT_OFF;
    case json_error_end_of_input_expected:
        return LEERROUTE_FAULT_TRAILING;
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return LEERROUTE_FAULT_NUL;
    case json_error_numeric_overflow:
        return LEERROUTE_FAULT_NUMBER_SIZE;
    case json_error_stack_overflow:
        return LEERROUTE_FAULT_DEPTH;
    default:
        return LEERROUTE_FAULT_SYNTAX;
    }
}

/* Where there was no memory for a string, jansson takes it for a token that is none; elsewhere it
 * may fail without a word. */
static bool lacked_memory(const reading *r, const json_error_t *error) {
    if (json_error_code(error) == json_error_out_of_memory || !*error->text) return true;
    bool is_token = strncmp(error->text, "invalid token", strlen("invalid token")) == 0 ||
                    strncmp(error->text, "string or", strlen("string or")) == 0;
    return is_token && error->position > 0 && r->text[error->position - 1] == '"';
}

static bool is_delimiter(char c) {
    return strchr(" \t\r\n,:[]{}", c) != NULL;
}

/* What stands before an offset: a delimiter, or all from the delimiter before on. In the arena;
 * NULL: no memory. */
static const char *word_before(reading *r, size_t end) {
    size_t begin = end > 0 ? end - 1 : 0;
    if (end > 0 && !is_delimiter(r->text[begin]))
        while (begin > 0 && !is_delimiter(r->text[begin - 1])) begin--;
    return lri_arena_copy(&r->arena, r->text + begin, end - begin);
}

/* Adds what jansson says. What stands there is taken from the text: jansson quotes nothing long. */
static void fault_parse(reading *r, json_error_t *error) {
    lri_fault fault = {.code = code_of(error), .maximum = LRI_DEPTH_MAX};
    char *near = strstr(error->text, " near ");
    if (near) *near = '\0';
    if (fault.code == LEERROUTE_FAULT_SYNTAX) fault.detail = error->text;
    fault.value = word_before(r, (size_t)error->position);
    if (!fault.value) r->faults.failed = true;
    fault.line = error->line > 0 ? (size_t)error->line : 1;
    fault.column = error->column > 0 ? (size_t)error->column : 1;
    lri_faults_add(&r->faults, &fault);
}

/* Adds a fault at an offset. */
static void fault_at(reading *r, leerroute_code code, size_t offset) {
    lri_value here = {.place = (uint32_t)offset, .key_place = (uint32_t)offset};
    lri_faults_add(&r->faults, &(lri_fault){.code = code, .at = &here});
    lri_locate(r->text, r->size, &r->faults);
    if (r->faults.count) r->faults.list[0].at = NULL;
}

/* Lets jansson judge the text. It overlooks a NUL after a number, so it gets what comes before the
 * first NUL, which is at fault when nothing before it is. */
static bool is_json(reading *r) {
    const char *nul = r->size ? memchr(r->text, '\0', r->size) : NULL;
    json_error_t error = {0};
    json_t *json =
        json_loadb(r->text, nul ? (size_t)(nul - r->text) : r->size, JSON_DECODE_ANY, &error);
    bool accepted = json != NULL;
    /* The arena begins above what jansson took: that is then used again, and does not go back to
     * the system only to be asked for, page by page, once more. */
    if (accepted && !lri_arena_alloc(&r->arena, 1)) r->faults.failed = true;
    json_decref(json);
    if (!accepted && lacked_memory(r, &error))
        r->faults.failed = true;
    else if (nul && (accepted || json_error_code(&error) == json_error_premature_end_of_input))
        fault_at(r, LEERROUTE_FAULT_NUL, (size_t)(nul - r->text));
    else if (!accepted)
        fault_parse(r, &error);
    return accepted && !nul;
}

/* Makes the document, or adds the one fault why there is none. */
static void start(reading *r, const char *text, size_t size) {
    static const char mark[] = "\xEF\xBB\xBF"; /* a byte order mark, as some editors put it */
    *r = (reading){.text = text, .size = size};
    if (size > LEERROUTE_TEXT_MAX) {
        lri_faults_add(&r->faults, &(lri_fault){.code = LEERROUTE_FAULT_TOO_LARGE,
                                                .maximum = LEERROUTE_TEXT_MAX});
        return;
    }
    if (size >= 3 && memcmp(text, mark, 3) == 0) {
        r->text += 3;
        r->size -= 3;
    }
    if (!lri_is_plain_json(r->text, r->size) && !is_json(r)) return;
    r->document = lri_scan(r->text, r->size, &r->arena);
    if (!r->document) r->faults.failed = true;
}

/* Hands the faults over, and ends the reading, of which `read` came. */
static leerroute_status finish(reading *r, leerroute_status read,
                               leerroute_diagnostics *diagnostics, const char *source,
                               size_t source_line) {
    if (r->document) lri_locate(r->text, r->size, &r->faults);
    r->faults.failed |= read == LEERROUTE_NO_MEMORY;
    leerroute_status status = lri_diagnostics_take(diagnostics, &r->faults, source, source_line);
    lri_arena_free(&r->arena);
    return status;
}

leerroute_status leerroute_catalogue_parse(const char *text, size_t size, const char *source,
                                           leerroute_diagnostics *diagnostics,
                                           leerroute_catalogue **out) {
    if (!out || (!text && size)) return LEERROUTE_MISUSE;
    *out = NULL;
    reading r;
    start(&r, text, size);
    leerroute_status read =
        r.document ? lri_catalogue_read(r.document, &r.faults, out) : LEERROUTE_OK;
    leerroute_status status = finish(&r, read, diagnostics, source, 0);
    if (status == LEERROUTE_OK) return status;
    leerroute_catalogue_free(*out);
    *out = NULL;
    return status;
}

leerroute_status leerroute_intake_parse(const leerroute_catalogue *catalogue, const char *text,
                                        size_t size, const char *source, size_t source_line,
                                        leerroute_day today, leerroute_diagnostics *diagnostics,
                                        leerroute_intake **out) {
    if (!out || (!text && size)) return LEERROUTE_MISUSE;
    *out = NULL;
    reading r;
    start(&r, text, size);
    leerroute_status read =
        r.document ? lri_intake_read(r.document, catalogue, today, &r.faults, out) : LEERROUTE_OK;
    leerroute_status status = finish(&r, read, diagnostics, source, source_line);
    if (status == LEERROUTE_OK) return status;
    leerroute_intake_free(*out);
    *out = NULL;
    return status;
}

leerroute_status leerroute_route_parse(const leerroute_intake *intake, const char *text,
                                       size_t size, const char *source,
                                       leerroute_diagnostics *diagnostics, leerroute_route **out) {
    if (!intake || !out || (!text && size)) return LEERROUTE_MISUSE;
    *out = NULL;
    reading r;
    start(&r, text, size);
    leerroute_status read =
        r.document ? lri_route_read(r.document, intake->catalogue, &r.faults, out) : LEERROUTE_OK;
    leerroute_status status = finish(&r, read, diagnostics, source, 0);
    if (status == LEERROUTE_OK) return status;
    leerroute_route_free(*out);
    *out = NULL;
    return status;
}

/* Reads a document as the file that it says to be, and drops what comes of it. */
static leerroute_status read_any(reading *r, const leerroute_catalogue *catalogue,
                                 leerroute_day today, leerroute_file *file) {
    leerroute_catalogue *own = NULL;
    leerroute_intake *intake = NULL;
    leerroute_route *route = NULL;
    leerroute_status status = LEERROUTE_OK;
    lri_reader reader = {.faults = &r->faults};
    if (!lri_read_format(&reader, r->document, file)) return lri_reader_status(&reader);
    if (*file == LEERROUTE_FILE_CATALOGUE)
        status = lri_catalogue_read(r->document, &r->faults, &own);
    else if (*file == LEERROUTE_FILE_INTAKE)
        status = lri_intake_read(r->document, catalogue, today, &r->faults, &intake);
    else
        status = lri_route_read(r->document, catalogue, &r->faults, &route);
    leerroute_route_free(route);
    leerroute_intake_free(intake);
    leerroute_catalogue_free(own);
    return status;
}

leerroute_status leerroute_validate(const leerroute_catalogue *catalogue, const char *text,
                                    size_t size, const char *source, size_t source_line,
                                    leerroute_day today, leerroute_diagnostics *diagnostics,
                                    leerroute_file *file) {
    if (!text && size) return LEERROUTE_MISUSE;
    leerroute_file found = LEERROUTE_FILE_UNKNOWN;
    reading r;
    start(&r, text, size);
    leerroute_status read = r.document ? read_any(&r, catalogue, today, &found) : LEERROUTE_OK;
    leerroute_status status = finish(&r, read, diagnostics, source, source_line);
    if (file) *file = found;
    return status;
}

leerroute_status lri_json_read(const char *text, size_t size, const char *source,
                               size_t source_line, leerroute_diagnostics *diagnostics,
                               leerroute_status (*read)(void *context, const lri_value *document,
                                                        lri_faults *faults),
                               void *context) {
    reading r;
    start(&r, text, size);
    leerroute_status status = r.document ? read(context, r.document, &r.faults) : LEERROUTE_OK;
    return finish(&r, status, diagnostics, source, source_line);
}
