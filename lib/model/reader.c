#include "model/reader.h"

#include <stdlib.h>
#include <string.h>

enum { ID_MAX = 64, FIRST_YEAR = 1900, LAST_YEAR = 2199, LATE_YEAR = 9999 };

void lri_reader_free(lri_reader *reader) {
    free(reader->dangling.items);
}

leerroute_status lri_reader_status(const lri_reader *reader) {
    return reader->failed ? LEERROUTE_NO_MEMORY : lri_faults_status(reader->faults);
}

void lri_fault_at(lri_reader *reader, leerroute_code code, const lri_value *value) {
    lri_faults_add(reader->faults, &(lri_fault){.code = code, .at = value});
}

/* What the value is, as `detail` of a fault of type. */
static const char *type_of(const lri_value *value) {
    static const char *const types[] = {
        [LRI_OBJECT] = "object",  [LRI_LIST] = "list",   [LRI_TEXT] = "text",
        [LRI_INTEGER] = "number", [LRI_REAL] = "number", [LRI_BOOLEAN] = "true_false",
        [LRI_NULL] = "null"};
    return types[value->kind];
}

void lri_fault_type(lri_reader *reader, const lri_value *value, const char *expected) {
    lri_faults_add(reader->faults, &(lri_fault){.code = LEERROUTE_FAULT_TYPE,
                                                .at = value,
                                                .expected = expected,
                                                .detail = type_of(value)});
}

void lri_fault_order(lri_reader *reader, const lri_value *object, const char *first,
                     const char *second) {
    lri_faults_add(reader->faults, &(lri_fault){.code = LEERROUTE_FAULT_DATE_ORDER,
                                                .at = lri_value_member(object, second),
                                                .expected = lri_value_member(object, first)->text});
}

/* ---- Single values ---- */

bool lri_read_text(lri_reader *reader, const lri_value *value, const char **out) {
    if (value->kind != LRI_TEXT) {
        lri_fault_type(reader, value, "text");
        return false;
    }
    *out = value->text;
    return true;
}

bool lri_read_name(lri_reader *reader, const lri_value *value, const char **out) {
    const char *text;
    if (!lri_read_text(reader, value, &text)) return false;
    if (*text == '\0') {
        lri_fault_at(reader, LEERROUTE_FAULT_EMPTY, value);
        return false;
    }
    *out = text;
    return true;
}

bool lri_is_id(const char *text) {
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789._-");
    return text[length] == '\0' && length >= 1 && length <= ID_MAX;
}

bool lri_read_id(lri_reader *reader, const lri_value *value, const char **out) {
    const char *text;
    if (!lri_read_name(reader, value, &text)) return false;
    if (!lri_is_id(text)) {
        lri_fault_at(reader, LEERROUTE_FAULT_ID, value);
        return false;
    }
    *out = text;
    return true;
}

bool lri_read_whole(lri_reader *reader, const lri_value *value, int64_t minimum, int64_t maximum,
                    int64_t *out) {
    bool whole = value->kind == LRI_INTEGER, number = whole || value->kind == LRI_REAL;
    if (whole && value->integer >= minimum && value->integer <= maximum) {
        *out = value->integer;
        return true;
    }
    if (!number && maximum == LRI_AMOUNT_MAX) minimum = maximum = 0;
    lri_faults_add(reader->faults,
                   &(lri_fault){.code = number ? LEERROUTE_FAULT_RANGE : LEERROUTE_FAULT_TYPE,
                                .at = value,
                                .expected = number ? NULL : "number",
                                .detail = number ? NULL : type_of(value),
                                .minimum = minimum,
                                .maximum = maximum});
    return false;
}

static bool read_day(lri_reader *reader, const lri_value *value, bool late, lri_day *out) {
    const char *text;
    lri_day day;
    if (!lri_read_text(reader, value, &text)) return false;
    if (late ? lri_day_parse_late(text, &day) : lri_day_parse(text, &day)) {
        *out = day;
        return true;
    }
    lri_faults_add(reader->faults, &(lri_fault){.code = LEERROUTE_FAULT_DATE,
                                                .at = value,
                                                .minimum = FIRST_YEAR,
                                                .maximum = late ? LATE_YEAR : LAST_YEAR});
    return false;
}

bool lri_read_date(lri_reader *reader, const lri_value *value, lri_day *out) {
    return read_day(reader, value, false, out);
}

bool lri_read_late_date(lri_reader *reader, const lri_value *value, lri_day *out) {
    return read_day(reader, value, true, out);
}

/* The words as a sentence lists them. */
static void list_words(lri_text *text, const char *const *words) {
    for (size_t i = 0; words[i]; i++) lri_text_printf(text, "%s%s", i > 0 ? ", " : "", words[i]);
}

bool lri_read_word(lri_reader *reader, const lri_value *value, const char *const *words, int *out) {
    const char *text;
    if (!lri_read_text(reader, value, &text)) return false;
    int index = lri_word_index(words, text);
    if (index >= 0) {
        *out = index;
        return true;
    }
    lri_text expected = {0};
    if (lri_faults_wants(reader->faults, value)) list_words(&expected, words);
    reader->failed |= expected.failed;
    lri_faults_add(reader->faults, &(lri_fault){.code = LEERROUTE_FAULT_WORD,
                                                .at = value,
                                                .expected = expected.bytes,
                                                .candidates = {.words = words}});
    lri_text_free(&expected);
    return false;
}

void lri_read_objective(lri_reader *reader, const lri_value *list, leerroute_measure out[3],
                        uint32_t *count) {
    bool seen[3] = {false};
    *count = 0;
    for (const lri_value *item = list ? list->first : NULL; item; item = item->next) {
        int measure;
        if (!lri_read_word(reader, item, lri_measures, &measure)) continue;
        if (seen[measure])
            lri_fault_at(reader, LEERROUTE_FAULT_REPEATED, item);
        else
            out[(*count)++] = (leerroute_measure)measure;
        seen[measure] = true;
    }
}

bool lri_read_reference(lri_reader *reader, const lri_value *value, leerroute_kind kind,
                        uint32_t *out) {
    const char *text;
    if (!reader->catalogue) return lri_read_id(reader, value, &text);
    if (!lri_read_name(reader, value, &text)) return false;
    uint32_t index = lri_catalogue_find(reader->catalogue, kind, text);
    if (index == LRI_NONE) {
        if (!lri_push(&reader->dangling, (lri_dangling){value, kind})) reader->failed = true;
        return false;
    }
    *out = index;
    return true;
}

void lri_fault_dangling(lri_reader *reader) {
    for (uint32_t i = 0; i < reader->dangling.count; i++) {
        const lri_dangling *d = &reader->dangling.items[i];
        lri_fault fault = {.code = LEERROUTE_FAULT_UNKNOWN_ID, .at = d->value, .kind = d->kind};
        lri_candidates *c = &fault.candidates;
        c->table = lri_catalogue_ids(reader->catalogue, d->kind, &c->from, &c->to);
        lri_faults_add(reader->faults, &fault);
    }
}
