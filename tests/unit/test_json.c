/* JSON text in and out: what cannot be parsed, repeated keys, places, and writing. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "json/json.h"
#include "json/plain.h"
#include "json/scan.h"
#include "support.h"

/* ---- What cannot be parsed ---- */

#define ROW(text, code, line, column)                                                              \
    { text, sizeof(text) - 1, code, line, column }

static const struct unparsable {
    const char *text;
    size_t size;
    leerroute_code code;
    size_t line, column;
} unparsable[] = {
    ROW("", LEERROUTE_FAULT_CUT_OFF, 1, 1),
    ROW(" \n ", LEERROUTE_FAULT_CUT_OFF, 2, 1),
    ROW("{\"id\": \"a\"", LEERROUTE_FAULT_CUT_OFF, 1, 10),
    ROW("{\"id\": \"a", LEERROUTE_FAULT_CUT_OFF, 1, 9),
    ROW("{\"id\": tru}", LEERROUTE_FAULT_SYNTAX, 1, 10),
    ROW("{\"id\": 1,\n}", LEERROUTE_FAULT_SYNTAX, 2, 1),
    ROW("{'id': 1}", LEERROUTE_FAULT_SYNTAX, 1, 2),
    ROW("{\"id\": 012}", LEERROUTE_FAULT_SYNTAX, 1, 8),
    ROW("[\"a\tb\"]", LEERROUTE_FAULT_SYNTAX, 1, 3),
    ROW("[\"\\ud800\"]", LEERROUTE_FAULT_SYNTAX, 1, 9),
    ROW("// no\n{}", LEERROUTE_FAULT_SYNTAX, 1, 1),
    ROW("{} {}", LEERROUTE_FAULT_TRAILING, 1, 4),
    ROW("{\"id\": \"\x80\"}", LEERROUTE_FAULT_ENCODING, 1, 8),
    ROW("{\"id\": \"\xc0\xaf\"}", LEERROUTE_FAULT_ENCODING, 1, 8),
    ROW("{\"id\": \"\xed\xa0\x80\"}", LEERROUTE_FAULT_ENCODING, 1, 8),
    ROW("\xff\xfe{\0}\0", LEERROUTE_FAULT_ENCODING, 1, 1),
    ROW("{\"id\": \"a\\u0000\"}", LEERROUTE_FAULT_NUL, 1, 16),
    ROW("{\"\\u0000\": 1}", LEERROUTE_FAULT_NUL, 1, 9),
    ROW("{\"id\":\n \"\xc3\xa9\0\"}", LEERROUTE_FAULT_NUL, 2, 4),
    ROW("{\"id\": 1\0}", LEERROUTE_FAULT_NUL, 1, 9),
    ROW("{}\0", LEERROUTE_FAULT_NUL, 1, 3),
    ROW("{\"id\": tru\0}", LEERROUTE_FAULT_SYNTAX, 1, 10),
    ROW("[99999999999999999999]", LEERROUTE_FAULT_NUMBER_SIZE, 1, 21),
    ROW("[1e999]", LEERROUTE_FAULT_NUMBER_SIZE, 1, 6),
};

/* Asserts that the text has one fault, alone. */
static void assert_unparsable(const char *text, size_t size, leerroute_code code, size_t line,
                              size_t column) {
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_catalogue *catalogue;
    ck_assert_int_eq(leerroute_catalogue_parse(text, size, "f", diagnostics, &catalogue),
                     LEERROUTE_INVALID);
    ck_assert_ptr_null(catalogue);
    ck_assert_uint_eq(leerroute_diagnostics_count(diagnostics), 1);
    const leerroute_diagnostic *d = leerroute_diagnostics_get(diagnostics, 0);
    ck_assert_int_eq(d->code, code);
    ck_assert_str_eq(d->at, "");
    ck_assert_uint_eq(d->line, line);
    ck_assert_uint_eq(d->column, column);
    leerroute_diagnostics_free(diagnostics);
}

START_TEST(unparsable_text_is_one_fault) {
    const struct unparsable *row = &unparsable[_i];
    assert_unparsable(row->text, row->size, row->code, row->line, row->column);
}
END_TEST

static const struct {
    const char *text, *value;
} quoting[] = {
    {"{\"id\": tru}", "tru"},
    {"{\"id\": aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}",
     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
    {"[1,\n]", "]"},
    {"[\xe2\x82\xac]", "\xe2\x82\xac"},
    {"{\"id\": \"een tekst die lang is\" \"en nog een\"}", "een\""},
    {"[\"een tekst met een\ttab\"]", "een"},
    {"[-999999999999999999999999999999]", "-999999999999999999999999999999"},
    {"[1e9999999999999999999999999]", "1e9999999999999999999999999"},
    {"{} \"een tekst die lang is\"", "is\""},
};

START_TEST(what_stands_at_a_fault_is_quoted) {
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_catalogue *catalogue;
    const char *text = quoting[_i].text;
    leerroute_catalogue_parse(text, strlen(text), "f", diagnostics, &catalogue);
    ck_assert_str_eq(leerroute_diagnostics_get(diagnostics, 0)->value, quoting[_i].value);
    leerroute_diagnostics_free(diagnostics);
}
END_TEST

START_TEST(nesting_without_end) {
    static char deep[1000000];
    memset(deep, '[', sizeof deep);
    assert_unparsable(deep, sizeof deep, LEERROUTE_FAULT_DEPTH, 1, 2049);
    for (size_t i = 0; i + 5 <= sizeof deep; i += 5) memcpy(deep + i, "{\"a\":", 5);
    assert_unparsable(deep, sizeof deep, LEERROUTE_FAULT_DEPTH, 1, 10241);
}
END_TEST

START_TEST(two_hundred_megabytes) {
    size_t size = (size_t)200 * 1024 * 1024;
    char *text = calloc(1, size); /* not read: refused by its size */
    ck_assert_ptr_nonnull(text);
    assert_unparsable(text, size, LEERROUTE_FAULT_TOO_LARGE, 0, 0);
    free(text);
}
END_TEST

START_TEST(byte_order_mark_is_no_fault) {
    char *faults = catalogue_faults("\xEF\xBB\xBF{'format':'leerroute-catalogue/1','id':'c'}");
    ck_assert_str_eq(faults, "");
    free(faults);
}
END_TEST

START_TEST(deep_but_allowed) {
    lri_text text = {0};
    lri_text_puts(&text, "{'format':'leerroute-catalogue/1','id':'c','functions':[{'id':'f',"
                         "'name':'F','requires':");
    for (int i = 0; i < 1000; i++) lri_text_puts(&text, "{'all':[");
    lri_text_puts(&text, "{'attribute':'no'}");
    for (int i = 0; i < 1000; i++) lri_text_puts(&text, "]}");
    lri_text_puts(&text, "}]}");
    char *faults = catalogue_faults(text.bytes);
    ck_assert_str_eq(faults + strlen(faults) - 23, "/0/attribute UNKNOWN_ID");
    free(faults);
    lri_text_free(&text);
}
END_TEST

/* ---- Repeated keys ---- */

static const fault_row repeated[] = {
    {"{'format':'leerroute-catalogue/1','id':'c','id':'d'}", "/id DUPLICATE_KEY"},
    {"{'format':'leerroute-catalogue/1','id':'c','\\u0069d':'d'}", "/id DUPLICATE_KEY"},
    {"{'format':'leerroute-catalogue/1','id':'c','x-\xc3\xa9':1,'x-\\u00e9':2}",
     "/x-\xc3\xa9 DUPLICATE_KEY"},
    {"{'format':'leerroute-catalogue/1','id':'c','x-\\ud83d\\ude00':1,'x-\xf0\x9f\x98\x80':2}",
     "/x-\xf0\x9f\x98\x80 DUPLICATE_KEY"},
    {"{'format':'leerroute-catalogue/1','id':'c','x-a':{'b/c~d':[{},{'e':1,'e':{'f':1,'f':2}}]}}",
     "/x-a/b~1c~0d/1/e DUPLICATE_KEY; /x-a/b~1c~0d/1/e/f DUPLICATE_KEY"},
    {"{'format':'leerroute-catalogue/1','id':'c','x-a':1,'x-a':2,'x-a':3}",
     "/x-a DUPLICATE_KEY; /x-a DUPLICATE_KEY"},
    {"{'format':'leerroute-catalogue/1','id':'c','x-a':{'q':1,'q':2},'x-a':{'q':1,'r':2,'q':3}}",
     "/x-a/q DUPLICATE_KEY; /x-a DUPLICATE_KEY; /x-a/q DUPLICATE_KEY"},
    {"{'format':'leerroute-catalogue/1','id':'c','x-a':{'0':0,'1':0,'2':0,'3':0,'4':0,'5':0,'6':0,"
     "'7':0,'8':0,'9':0,'a':0,'b':0,'c':0,'d':0,'e':0,'f':0,'g':0,'3':0}}",
     "/x-a/3 DUPLICATE_KEY"},
};

START_TEST(repeated_keys_are_all_found) {
    char *faults = catalogue_faults(repeated[_i].json);
    ck_assert_str_eq(faults, repeated[_i].faults);
    free(faults);
}
END_TEST

/* ---- Places ---- */

START_TEST(faults_have_line_and_column) {
    const char text[] = "{\"format\": \"leerroute-catalogue/1\",\n"
                        " \"title\": \"\xc3\xa9\xc3\xa9n\", \"colour\" : 1,\n"
                        " \"id\": \"\xe2\x82\xac\", \"units\": [{}, 5]}";
    static const struct {
        const char *at;
        size_t line, column;
    } expected[] = {{"/colour", 2, 18},  {"/id", 3, 8},       {"/units/0", 3, 23},
                    {"/units/0", 3, 23}, {"/units/0", 3, 23}, {"/units/1", 3, 27}};
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_catalogue *catalogue;
    leerroute_catalogue_parse(text, strlen(text), "f", diagnostics, &catalogue);
    ck_assert_uint_eq(leerroute_diagnostics_count(diagnostics), 6);
    for (size_t i = 0; i < 6; i++) {
        const leerroute_diagnostic *d = leerroute_diagnostics_get(diagnostics, i);
        ck_assert_str_eq(d->at, expected[i].at);
        ck_assert_uint_eq(d->line, expected[i].line);
        ck_assert_uint_eq(d->column, expected[i].column);
        ck_assert_str_eq(d->source, "f");
    }
    leerroute_diagnostics_free(diagnostics);
}
END_TEST

/* ---- Reading and writing back ---- */

static const char *const written_back[] = {
    "{}",
    "[]",
    "\"a\"",
    "[1, -2, 0, 9223372036854775807, -9223372036854775808]",
    "[true, false, null, 4.0, 1e3, -0.5E-2]",
    "{\"a\": {\"b\": [[], {}, [1, [2]]]}, \"c\": \"\"}",
    "[\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f \xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80\"]",
};

START_TEST(documents_are_written_as_read) {
    const char *text = written_back[_i];
    lri_arena arena = {0};
    lri_value *document = lri_scan(text, strlen(text), &arena);
    char *out;
    size_t size;
    ck_assert_int_eq(lri_json_write(document, true, &out, &size), LEERROUTE_OK);
    ck_assert_uint_eq(size, strlen(out));
    ck_assert(out[size - 1] == '\n');
    out[size - 1] = '\0';
    ck_assert_str_eq(out, text);
    free(out);
    lri_arena_free(&arena);
}
END_TEST

START_TEST(documents_are_laid_out) {
    const char text[] = "{\"a\":[1,{\"b\":[]}],\"c\":{}}";
    lri_arena arena = {0};
    char *out;
    ck_assert_int_eq(lri_json_write(lri_scan(text, strlen(text), &arena), false, &out, NULL),
                     LEERROUTE_OK);
    ck_assert_str_eq(out, "{\n  \"a\": [\n    1,\n    {\n      \"b\": []\n    }\n  ],\n"
                          "  \"c\": {}\n}\n");
    free(out);
    lri_arena_free(&arena);
}
END_TEST

START_TEST(escapes_are_read) {
    const char text[] = "\"\\u0041\\u00e9\\u20ac\\ud83d\\ude00\\/\\n\"";
    lri_arena arena = {0};
    ck_assert_str_eq(lri_scan(text, strlen(text), &arena)->text,
                     "A\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80/\n");
    lri_arena_free(&arena);
}
END_TEST

/* What is right, and plainly so or not; and what is wrong is never plain. */
static const struct plain_row {
    const char *text;
    bool is_right, is_plain;
} plain_rows[] = {
    {"{}", true, true},
    {" [ ] ", true, true},
    {"[{},[[]],[{}]]", true, true},
    {"{\"a\":1,\"a\" : [true,false , null, -0, 0, -17, 123456789012345678]}\n", true, true},
    {"\"caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80 \x7f\"", true, true},
    {"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uFFFF\"", true, true},
    {"\"\"", true, true},
    {"12", true, true},
    {"\"\xc3\xa9\"", true, false},
    {"1.5", true, false},
    {"1e3", true, false},
    {"9223372036854775807", true, false},
    {"\"\\ud83d\\ude00\"", true, false},
    {"9223372036854775808", false, false},
    {"\"\\ud83d\"", false, false},
    {"\"\\ude00....\"", false, false},
    {"\"\\u0000\"", false, false},
    {"\"\\u00g0\"", false, false},
    {"\"\\u00\"", false, false},
    {"\"\\x\"", false, false},
    {"\"\t....\"", false, false},
    {"\"....\t\"", false, false},
    {"\"\xc0\x80....\"", false, false},
    {"\"\xed\xa0\x80....\"", false, false},
    {"\"\xf4\x90\x80\x80....\"", false, false},
    {"\"\xe2\x82....\"", false, false},
    {"\"\xe2\x82\"", false, false},
    {"\"....", false, false},
    {"\"", false, false},
    {"\"....\\\"", false, false},
    {"\"\\", false, false},
    {"", false, false},
    {" ", false, false},
    {"-", false, false},
    {"01", false, false},
    {"+1", false, false},
    {"tru", false, false},
    {"truer", false, false},
    {"[1 2]", false, false},
    {"[1,]", false, false},
    {"[,1]", false, false},
    {"[", false, false},
    {"[1", false, false},
    {"[1}", false, false},
    {"[]]", false, false},
    {"{\"a\"}", false, false},
    {"{\"a\":}", false, false},
    {"{\"a\":1,}", false, false},
    {"{\"a\":1,2}", false, false},
    {"{1:2}", false, false},
    {"{\"a\":1", false, false},
    {"{\"a\":1]", false, false},
    {"{} {}", false, false},
    {"[1]\v", false, false},
};

/* In memory that ends where the text does, so that a sanitizer sees a byte too many. */
START_TEST(plain_is_right) {
    const struct plain_row *row = &plain_rows[_i];
    size_t size = strlen(row->text);
    char *text = malloc(size + !size);
    memcpy(text, row->text, size);
    json_t *json = json_loadb(text, size, JSON_DECODE_ANY, NULL);
    ck_assert_msg((json != NULL) == row->is_right, "%s", row->text);
    ck_assert_msg(lri_is_plain_json(text, size) == row->is_plain, "%s", row->text);
    json_decref(json);
    free(text);
}
END_TEST

static void is_plain_file(const char *folder) {
    static const char *const names[] = {"catalogue.json", "intake.json"};
    for (int i = 0; i < 2; i++) {
        size_t size;
        char *text = fixture_in(folder, names[i], &size);
        ck_assert_msg(lri_is_plain_json(text, size), "%s", folder);
        free(text);
    }
}

START_TEST(files_are_plain) {
    each_case(false, is_plain_file);
}
END_TEST

Suite *json_suite(void) {
    Suite *suite = suite_create("json");
    TCase *tests = tcase_create("json");
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, unparsable_text_is_one_fault, 0,
                        sizeof unparsable / sizeof *unparsable);
    tcase_add_loop_test(tests, what_stands_at_a_fault_is_quoted, 0,
                        sizeof quoting / sizeof *quoting);
    tcase_add_test(tests, nesting_without_end);
    tcase_add_test(tests, two_hundred_megabytes);
    tcase_add_test(tests, byte_order_mark_is_no_fault);
    tcase_add_test(tests, deep_but_allowed);
    tcase_add_loop_test(tests, repeated_keys_are_all_found, 0, sizeof repeated / sizeof *repeated);
    tcase_add_test(tests, faults_have_line_and_column);
    tcase_add_loop_test(tests, documents_are_written_as_read, 0,
                        sizeof written_back / sizeof *written_back);
    tcase_add_test(tests, documents_are_laid_out);
    tcase_add_test(tests, escapes_are_read);
    tcase_add_loop_test(tests, plain_is_right, 0, sizeof plain_rows / sizeof *plain_rows);
    tcase_add_test(tests, files_are_plain);
    suite_add_tcase(suite, tests);
    return suite;
}
