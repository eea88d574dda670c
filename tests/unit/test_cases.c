/* The worked cases and the samples: what is right is read without faults, and each malformed file
 * has its one fault, at the place that expected.json gives. */
#include <stdlib.h>
#include <string.h>

#include "json/scan.h"
#include "support.h"

/* What one case was read into. */
typedef struct reading {
    leerroute_diagnostics *diagnostics;
    leerroute_catalogue *catalogue;
    leerroute_intake *intake;
    leerroute_status status; /* of the last file */
} reading;

static void read_catalogue(reading *r, const char *folder) {
    size_t size;
    char *text = fixture_in(folder, "catalogue.json", &size);
    r->diagnostics = leerroute_diagnostics_new();
    r->status = leerroute_catalogue_parse(text, size, folder, r->diagnostics, &r->catalogue);
    free(text);
}

static void read_intake(reading *r, char *text, size_t size) {
    r->status =
        leerroute_intake_parse(r->catalogue, text, size, "", 0, 0, r->diagnostics, &r->intake);
    free(text);
}

static void let_go(reading *r) {
    leerroute_intake_free(r->intake);
    leerroute_catalogue_free(r->catalogue);
    leerroute_diagnostics_free(r->diagnostics);
}

/* ---- Malformed files ---- */

static void assert_one_fault(const reading *r, const char *folder) {
    size_t size;
    char *json = fixture_in(folder, "expected.json", &size);
    lri_arena arena = {0};
    const lri_value *at = lri_value_member(lri_scan(json, size, &arena), "at");
    char *faults = written(r->diagnostics);
    ck_assert_msg(leerroute_diagnostics_count(r->diagnostics) == 1, "%s: %s", folder, faults);
    const leerroute_diagnostic *d = leerroute_diagnostics_get(r->diagnostics, 0);
    ck_assert_msg(strcmp(d->at, at->text) == 0, "%s: %s", folder, faults);
    ck_assert(!d->is_warning);
    ck_assert_uint_ge(d->line, 1);
    ck_assert_uint_ge(d->column, 1);
    free(faults);
    lri_arena_free(&arena);
    free(json);
}

static void visit_invalid(const char *folder) {
    reading r = {0};
    size_t size;
    read_catalogue(&r, folder);
    char *intake = fixture_in(folder, "intake.json", &size);
    ck_assert_int_eq(r.status, intake ? LEERROUTE_OK : LEERROUTE_INVALID);
    if (intake) read_intake(&r, intake, size);
    ck_assert_int_eq(r.status, LEERROUTE_INVALID);
    ck_assert_ptr_null(r.intake);
    assert_one_fault(&r, folder);
    let_go(&r);
}

START_TEST(malformed_files_have_their_one_fault) {
    each_case(true, visit_invalid);
}
END_TEST

/* ---- Right files ---- */

static void assert_right(const reading *r, const char *path) {
    char *faults = written(r->diagnostics);
    ck_assert_msg(r->status == LEERROUTE_OK, "%s: %s", path, faults);
    free(faults);
}

static void visit_valid(const char *folder) {
    reading r = {0};
    size_t size;
    read_catalogue(&r, folder);
    assert_right(&r, folder);
    char *intake = fixture_in(folder, "intake.json", &size);
    read_intake(&r, intake, size);
    assert_right(&r, folder);
    let_go(&r);
}

START_TEST(right_files_have_no_fault) {
    each_case(false, visit_valid);
}
END_TEST

static reading samples; /* the catalogue that the intakes are read against */

static void visit_sample(const char *path) {
    size_t size;
    char *text = fixture(path, &size);
    read_intake(&samples, text, size);
    assert_right(&samples, path);
    leerroute_intake_free(samples.intake);
    samples.intake = NULL;
}

START_TEST(the_samples_have_no_fault) {
    read_catalogue(&samples, "zorg-en-welzijn");
    assert_right(&samples, "zorg-en-welzijn");
    each_json("zorg-en-welzijn/intakes", visit_sample);
    char *warnings = written(samples.diagnostics);
    ck_assert_str_eq(warnings, "/holds/1 NEVER_COUNTS?"); /* the diploma that is outdated */
    free(warnings);
    let_go(&samples);
}
END_TEST

Suite *cases_suite(void) {
    Suite *suite = suite_create("cases");
    TCase *tests = tcase_create("cases");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, malformed_files_have_their_one_fault);
    tcase_add_test(tests, right_files_have_no_fault);
    tcase_add_test(tests, the_samples_have_no_fault);
    suite_add_tcase(suite, tests);
    return suite;
}
