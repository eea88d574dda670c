/* Changed files: bytes, slices and whole values of right files are changed at random, the same each
 * time. Whatever comes of it is read, or has faults at places that there are, in the order of the
 * file; nothing crashes. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/vector.h"
#include "json/json.h"
#include "json/plain.h"
#include "json/scan.h"
#include "support.h"

enum { CHANGES = 150 }; /* to each file, for some seconds in all */

/* ---- Chance ---- */

static uint64_t state;

/* A number below `limit`, by Marsaglia's xorshift64*. */
static size_t draw(size_t limit) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return limit > 0 ? (size_t)((state * 0x2545F4914F6CDD1Du) >> 33) % limit : 0;
}

/* ---- Files and slices of them ---- */

typedef struct file {
    char *text; /* on one line */
    size_t size;
    lri_arena arena;
    LRI_VECTOR(const lri_value *) values;
} file;

static void gather(file *f, const lri_value *value) {
    ck_assert(lri_push(&f->values, value));
    for (const lri_value *m = value->first; m; m = m->next) gather(f, m);
}

/* Takes the text over. */
static file open_file(char *text) {
    file f = {0};
    lri_arena arena = {0};
    lri_json_write(lri_scan(text, strlen(text), &arena), true, &f.text, &f.size);
    lri_arena_free(&arena);
    free(text);
    gather(&f, lri_scan(f.text, f.size, &f.arena));
    return f;
}

static void close_file(file *f) {
    free(f->values.items);
    lri_arena_free(&f->arena);
    free(f->text);
}

typedef struct slice {
    size_t from, to;
} slice;

static size_t end_of_value(const char *text, size_t at) {
    int depth = 0;
    do {
        if (text[at] == '"') {
            for (at++; text[at] != '"'; at++) at += text[at] == '\\';
            at++;
        } else {
            depth += text[at] == '{' || text[at] == '[';
            depth -= text[at] == '}' || text[at] == ']';
            at++;
        }
    } while (depth > 0);
    return at + strcspn(text + at, ",]}\n");
}

/* A value, or a member or item with the comma after or before it. */
static slice draw_value(const file *f, bool whole) {
    const lri_value *value = f->values.items[draw(f->values.count)];
    slice s = {whole ? value->key_place : value->place, end_of_value(f->text, value->place)};
    if (whole && strncmp(f->text + s.to, ", ", 2) == 0)
        s.to += 2;
    else if (whole && s.from > 2 && strncmp(f->text + s.from - 2, ", ", 2) == 0)
        s.from -= 2;
    return s;
}

static slice draw_bytes(const file *f) {
    slice s = {draw(f->size), 0};
    s.to = s.from + draw(draw(2) ? 6 : 100);
    if (s.to > f->size) s.to = f->size;
    return s;
}

/* ---- Changes ---- */

static const char *const pieces[] = {"\"",
                                     "{",
                                     "}",
                                     "[",
                                     "]",
                                     ",",
                                     ":",
                                     "\\",
                                     "-",
                                     "\\u0000",
                                     "\"\\ud800\"",
                                     "\"\\u00e9\"",
                                     "\n",
                                     "\xff",
                                     "\xc3",
                                     "\xef\xbb\xbf",
                                     "\"\xed\xa0\x80\"",
                                     "[[[[[[[[",
                                     "\"x-\": 1, "};
static const char *const values[] = {"{}",
                                     "[]",
                                     "null",
                                     "true",
                                     "false",
                                     "-1",
                                     "-0",
                                     "0",
                                     "5",
                                     "6",
                                     "169",
                                     "521",
                                     "1000001",
                                     "4.0",
                                     "1e3",
                                     "1e999",
                                     "9223372036854775807",
                                     "9223372036854775808",
                                     "\"\"",
                                     "\"id\"",
                                     "\"adl\"",
                                     "\"Adl\"",
                                     "\"any\"",
                                     "\"2026-02-30\"",
                                     "\"2199-12-31\"",
                                     "\"1900-01-01\"",
                                     "\"02-29\"",
                                     "{\"unit\": \"le-adl\"}",
                                     "{\"all\": []}",
                                     "[\"adl\", \"adl\"]"};
static const char *const keys[] = {
    "\"id\": ",   "\"x-a\": ",   "\"unit\": ", "\"competence\": ", "\"requires\": ",
    "\"code\": ", "\"level\": ", "\"\": ",     "\"a/b~\": "};

#define DRAW(list) list[draw(sizeof list / sizeof *list)]

static void add(lri_text *out, const file *f, slice s) {
    lri_text_add(out, f->text + s.from, s.to - s.from);
}

/* The file with one slice left out, doubled, or something else put in its place. */
static void change(lri_text *out, const file *f) {
    bool by_value = draw(3) > 0, whole = draw(2);
    slice s = by_value ? draw_value(f, whole) : draw_bytes(f);
    char byte = (char)draw(256);
    lri_text_add(out, f->text, s.from);
    switch (draw(6)) {
    case 0: /* left out */
        break;
    case 1: /* doubled */
        add(out, f, s);
        add(out, f, s);
        break;
    case 2: /* another slice */
        add(out, f, by_value ? draw_value(f, whole) : draw_bytes(f));
        break;
    case 3: /* another byte at its beginning */
        lri_text_add(out, &byte, 1);
        lri_text_add(out, f->text + s.from + 1, s.to > s.from ? s.to - s.from - 1 : 0);
        break;
    case 4: /* something else */
        if (by_value && whole) lri_text_puts(out, DRAW(keys));
        lri_text_puts(out, by_value ? DRAW(values) : DRAW(pieces));
        if (by_value && whole) lri_text_puts(out, ", ");
        break;
    default: /* nothing, to the end */
        if (!by_value) return;
        lri_text_puts(out, DRAW(values));
        break;
    }
    lri_text_add(out, f->text + s.to, f->size - s.to);
}

/* ---- What must hold ---- */

/* Does the rest of a JSON pointer lead to something in the value? Of a key that is repeated, to
 * any. */
static bool leads_on(const lri_value *value, const char *pointer) {
    if (*pointer == '\0') return true;
    size_t length = strcspn(pointer + 1, "/");
    bool found = false;
    for (const lri_value *m = value->first; m && !found; m = m->next) {
        lri_text name = {0};
        lri_value_pointer(&name, m);
        const char *last = strrchr(name.bytes, '/');
        found = strlen(last) == length + 1 && memcmp(last, pointer, length + 1) == 0 &&
                leads_on(m, pointer + 1 + length);
        lri_text_free(&name);
    }
    return *pointer == '/' && found;
}

static void assert_fault(const leerroute_diagnostic *d, const lri_value *document) {
    ck_assert_msg(*d->at == '\0' || (document && leads_on(document, d->at)), "%s", d->at);
    for (int language = 0; language < 2; language++) {
        char *sentence = leerroute_diagnostic_sentence(d, (leerroute_language)language);
        ck_assert_ptr_nonnull(sentence);
        leerroute_text_free(sentence);
    }
}

/* Asserts that what is plainly JSON is JSON to jansson too. */
static void assert_plain_is_right(const lri_text *text) {
    if (!lri_is_plain_json(text->bytes, text->size)) return;
    json_t *json = json_loadb(text->bytes, text->size, JSON_DECODE_ANY, NULL);
    ck_assert_msg(json, "%s", text->bytes);
    json_decref(json);
}

/* Asserts that faults and status agree, and that each fault has its place, in order. */
static void assert_told(const lri_text *text, leerroute_status status,
                        const leerroute_diagnostics *diagnostics) {
    assert_plain_is_right(text);
    lri_arena arena = {0};
    bool is_parsed = false, has_fault = false;
    size_t count = leerroute_diagnostics_count(diagnostics);
    for (size_t i = 0; i < count; i++) {
        const leerroute_diagnostic *d = leerroute_diagnostics_get(diagnostics, i);
        const leerroute_diagnostic *next = leerroute_diagnostics_get(diagnostics, i + 1);
        is_parsed |= d->code > LEERROUTE_FAULT_TOO_LARGE && d->code != LEERROUTE_FAULT_DEPTH;
        has_fault |= !d->is_warning;
        ck_assert(!next || d->line < next->line ||
                  (d->line == next->line && d->column <= next->column));
    }
    ck_assert_int_eq(status, has_fault ? LEERROUTE_INVALID : LEERROUTE_OK);
    bool has_mark = text->size >= 3 && memcmp(text->bytes, "\xef\xbb\xbf", 3) == 0;
    size_t from = has_mark ? 3 : 0;
    const lri_value *document =
        is_parsed ? lri_scan(text->bytes + from, text->size - from, &arena) : NULL;
    for (size_t i = 0; i < count; i++)
        assert_fault(leerroute_diagnostics_get(diagnostics, i), document);
    lri_arena_free(&arena);
}

/* ---- Changing all files ---- */

static leerroute_catalogue *catalogue; /* of the case that is changed */

static void read_catalogue(const lri_text *text, leerroute_diagnostics *diagnostics) {
    leerroute_catalogue *read;
    leerroute_status status =
        leerroute_catalogue_parse(text->bytes, text->size, "f", diagnostics, &read);
    ck_assert_int_eq(read != NULL, status == LEERROUTE_OK);
    assert_told(text, status, diagnostics);
    leerroute_catalogue_free(read);
}

static void read_intake(const lri_text *text, leerroute_diagnostics *diagnostics) {
    leerroute_intake *read;
    leerroute_status status = leerroute_intake_parse(catalogue, text->bytes, text->size, "f", 0,
                                                     46000, diagnostics, &read);
    ck_assert_int_eq(read != NULL, status == LEERROUTE_OK);
    assert_told(text, status, diagnostics);
    leerroute_intake_free(read);
}

static void read_any(const lri_text *text, leerroute_diagnostics *diagnostics) {
    leerroute_file found;
    leerroute_status status =
        leerroute_validate(catalogue, text->bytes, text->size, "f", 0, 0, diagnostics, &found);
    assert_told(text, status, diagnostics);
}

/* Changes the file, whose text is taken over, and reads what comes of it. */
static void change_and_read(char *json, void (*read)(const lri_text *text,
                                                     leerroute_diagnostics *diagnostics)) {
    file f = open_file(json);
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    for (int i = 0; i < CHANGES; i++) {
        lri_text text = {0};
        change(&text, &f);
        if (i % 5 == 4) { /* now and then a second change */
            lri_text_add(&text, "", 0);
            lri_text twice = {0};
            file g = {.text = text.bytes, .size = text.size};
            slice s = draw_bytes(&g);
            lri_text_add(&twice, text.bytes, s.from);
            lri_text_puts(&twice, DRAW(pieces));
            lri_text_add(&twice, text.bytes + s.to, text.size - s.to);
            lri_text_free(&text);
            text = twice;
        }
        leerroute_diagnostics_clear(diagnostics);
        lri_text_add(&text, "", 0);
        read(&text, diagnostics);
        lri_text_free(&text);
    }
    leerroute_diagnostics_free(diagnostics);
    close_file(&f);
}

static void change_case(const char *folder) {
    if (folder[strlen("cases/")] != '0') return;
    size_t size;
    char *text = fixture_in(folder, "catalogue.json", &size);
    leerroute_catalogue_parse(text, size, "f", NULL, &catalogue);
    change_and_read(text, read_catalogue);
    change_and_read(fixture_in(folder, "intake.json", &size), read_intake);
    leerroute_catalogue_free(catalogue);
}

START_TEST(changed_files_are_read_or_told) {
    state = 20260831;
    each_case(false, change_case);
}
END_TEST

START_TEST(changed_routes_are_read_or_told) {
    state = 20261221;
    catalogue = NULL;
    change_and_read(
        quoted("{'format':'leerroute-route/1','intake':'i','catalogue':'c','status':'feasible',"
               "'objective':['cost','finish'],'start':'2026-08-31','finish':'2026-09-28',"
               "'cost_eur':0,'study_hours':0,'practice_hours':0,'steps':[{'kind':'unit','id':'u',"
               "'offering':'u-1','start':'2026-08-31','weeks':4,'cost_eur':0,'study_hours':0,"
               "'practice_hours':0}],'awards':[{'kind':'certificate','id':'k','week':"
               "'2026-09-28'}],'bound':{'measure':'finish','value':'2026-09-28'}}"),
        read_any);
}
END_TEST

Suite *mutation_suite(void) {
    Suite *suite = suite_create("mutation");
    TCase *tests = tcase_create("mutation");
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, changed_files_are_read_or_told);
    tcase_add_test(tests, changed_routes_are_read_or_told);
    suite_add_tcase(suite, tests);
    return suite;
}
