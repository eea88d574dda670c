/* Validating a text of any of the formats: what it is, and the faults that its parser would find.
 */
#include <stdlib.h>
#include <string.h>

#include "support.h"

static const struct {
    const char *json;
    leerroute_file file;
    const char *faults;
} rows[] = {
    {"{'format':'leerroute-catalogue/1','id':'c'}", LEERROUTE_FILE_CATALOGUE, ""},
    {"{'format':'leerroute-catalogue/1','id':'C'}", LEERROUTE_FILE_CATALOGUE, "/id ID"},
    {"{'id':'i','start':'2026-09-02','goal':{'unit':'u'},'capacity':{'study_hours_per_week':1},"
     "'format':'leerroute-intake/1'}",
     LEERROUTE_FILE_INTAKE, " NO_REFERENCES?"},
    {"{'format':'leerroute-intake/1','id':'i','start':'2026-09-02','goal':{'unit':'u'}}",
     LEERROUTE_FILE_INTAKE, " MISSING_KEY;  NO_REFERENCES?"},
    {"{'format':'leerroute-route/1','intake':'i','catalogue':'c','status':'none','objective':"
     "['cost'],'start':'2026-08-31'}",
     LEERROUTE_FILE_ROUTE, ""},
    {"{'format':'leerroute-route/1','intake':'i','catalogue':'c','status':'none','objective':"
     "['cost','cost'],'start':'2026-08-31'}",
     LEERROUTE_FILE_ROUTE, "/objective/1 REPEATED"},
    {"{'format':'leerroute-route/2','id':5}", LEERROUTE_FILE_UNKNOWN, "/format WORD"},
    {"{'format':null}", LEERROUTE_FILE_UNKNOWN, "/format TYPE"},
    {"{'id':'c'}", LEERROUTE_FILE_UNKNOWN, " MISSING_KEY"},
    {"[{'format':'leerroute-catalogue/1'}]", LEERROUTE_FILE_UNKNOWN, " TYPE"},
    {"{'format':'leerroute-catalogue/1',}", LEERROUTE_FILE_UNKNOWN, " SYNTAX"},
    {"", LEERROUTE_FILE_UNKNOWN, " CUT_OFF"},
};

START_TEST(files_are_known_by_their_format) {
    char *text = quoted(rows[_i].json);
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_file file = LEERROUTE_FILE_CATALOGUE;
    leerroute_status status =
        leerroute_validate(NULL, text, strlen(text), "f", 3, 0, diagnostics, &file);
    char *faults = written(diagnostics);
    ck_assert_str_eq(faults, rows[_i].faults);
    ck_assert_int_eq(file, rows[_i].file);
    bool is_right = !*faults || strcmp(faults, " NO_REFERENCES?") == 0;
    ck_assert_int_eq(status, is_right ? LEERROUTE_OK : LEERROUTE_INVALID);
    for (size_t i = 0; i < leerroute_diagnostics_count(diagnostics); i++)
        ck_assert_uint_eq(leerroute_diagnostics_get(diagnostics, i)->source_line, 3);
    ck_assert_int_eq(leerroute_validate(NULL, text, strlen(text), NULL, 0, 0, NULL, NULL), status);
    free(faults);
    leerroute_diagnostics_free(diagnostics);
    free(text);
}
END_TEST

START_TEST(no_text_is_misuse) {
    ck_assert_int_eq(leerroute_validate(NULL, NULL, 1, "f", 0, 0, NULL, NULL), LEERROUTE_MISUSE);
}
END_TEST

static char *validated(const leerroute_catalogue *catalogue, const char *text, size_t size) {
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_validate(catalogue, text, size, "f", 0, 0, diagnostics, NULL);
    char *faults = written(diagnostics);
    leerroute_diagnostics_free(diagnostics);
    return faults;
}

/* The file that is at fault in a malformed case has the same faults by either way. */
static void compare_case(const char *folder) {
    size_t size;
    char *text = fixture_in(folder, "catalogue.json", &size);
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_catalogue *catalogue;
    leerroute_catalogue_parse(text, size, "f", diagnostics, &catalogue);
    if (catalogue) {
        leerroute_intake *intake;
        free(text);
        text = fixture_in(folder, "intake.json", &size);
        leerroute_intake_parse(catalogue, text, size, "f", 0, 0, diagnostics, &intake);
    }
    char *expected = written(diagnostics), *faults = validated(catalogue, text, size);
    ck_assert_str_eq(faults, expected);
    free(faults);
    free(expected);
    leerroute_catalogue_free(catalogue);
    leerroute_diagnostics_free(diagnostics);
    free(text);
}

START_TEST(faults_are_those_of_the_parsers) {
    each_case(true, compare_case);
}
END_TEST

Suite *validate_suite(void) {
    Suite *suite = suite_create("validate");
    TCase *tests = tcase_create("validate");
    tcase_add_loop_test(tests, files_are_known_by_their_format, 0, sizeof rows / sizeof *rows);
    tcase_add_test(tests, no_text_is_misuse);
    tcase_add_test(tests, faults_are_those_of_the_parsers);
    suite_add_tcase(suite, tests);
    return suite;
}
