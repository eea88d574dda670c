/* What hostile input may not cost: each of these is read in time that grows with its size. Read in
 * time that grows with the square, they would take minutes. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/text.h"
#include "support.h"

enum {
    SECONDS = 10
}; /* under sanitizers on a busy machine; some are read in a tenth of a second */

/* Appends `count` times `form` with each %u in it filled in, with commas in between. */
static void repeat(lri_text *text, unsigned count, const char *form) {
    for (unsigned i = 0; i < count; i++) {
        if (i > 0) lri_text_puts(text, ",");
        const char *at = form;
        for (const char *number; (number = strstr(at, "%u")); at = number + 2) {
            lri_text_add(text, at, (size_t)(number - at));
            lri_text_printf(text, "%u", i);
        }
        lri_text_puts(text, at);
    }
}

/* The faults of the catalogue in `text`, which is freed, read in time. New: free. */
static char *faults_in_time(lri_text *text) {
    clock_t begin = clock();
    char *faults = catalogue_faults(text->bytes);
    ck_assert_int_lt((clock() - begin) / CLOCKS_PER_SEC, SECONDS);
    lri_text_free(text);
    return faults;
}

START_TEST(an_id_that_is_used_over_and_over) {
    lri_text text = {0};
    lri_text_puts(&text, "{'format':'leerroute-catalogue/1','id':'c','units':[{");
    repeat(&text, 100000, "'x-%u':0");
    lri_text_puts(&text, ",'id':'u'},");
    repeat(&text, 100000, "{'id':'u'}");
    lri_text_puts(&text, "]}");
    char *faults = faults_in_time(&text);
    ck_assert_ptr_nonnull(strstr(faults, "/units/1/id ID_TWICE"));
    free(faults);
}
END_TEST

START_TEST(misspelt_ids_among_very_many) {
    lri_text text = {0};
    lri_text_puts(&text, "{'format':'leerroute-catalogue/1','id':'c','functions':[");
    repeat(&text, 1000, "{'id':'f','name':'F','requires':{'competence':'d-100%u'}}");
    lri_text_puts(&text, "],'competences':[{'id':'','name':'C'},");
    repeat(&text, 200000, "{'id':'c-%u','name':'C'}");
    lri_text_puts(&text, "]}");
    char *faults = faults_in_time(&text);
    ck_assert_ptr_nonnull(strstr(faults, "/functions/1/id ID_TWICE"));
    free(faults);
}
END_TEST

/* Keys that each go a step further the same way, and as many short ones that could follow it. */
START_TEST(keys_that_make_a_long_way) {
    static char way[10000];
    lri_text text = {0};
    lri_text_puts(&text, "{'format':'leerroute-catalogue/1','id':'c','x-a':{'':0");
    memset(way, '@', sizeof way - 1);
    for (size_t length = 1; length < sizeof way; length += 2)
        lri_text_printf(&text, ",'%.*sA':0", (int)length, way);
    for (int i = 0; i < 300000; i++) lri_text_puts(&text, ",'@':0");
    lri_text_puts(&text, "}}");
    char *faults = faults_in_time(&text);
    ck_assert_ptr_nonnull(strstr(faults, "/x-a/@ DUPLICATE_KEY"));
    free(faults);
}
END_TEST

/* ---- Intakes ---- */

/* The intake of `rest`, which is freed with the catalogue, read in time: its warnings. New: free.
 */
static char *warnings_in_time(lri_text *catalogue_text, lri_text *rest) {
    leerroute_catalogue *catalogue = right_catalogue(catalogue_text->bytes);
    lri_text text = {0};
    lri_text_puts(&text, "{'format':'leerroute-intake/1','id':'i','start':'2026-09-02','goal':"
                         "{'all':[]},'capacity':{'study_hours_per_week':16},");
    lri_text_puts(&text, rest->bytes);
    clock_t begin = clock();
    char *faults = intake_faults(catalogue, text.bytes, 0);
    ck_assert_int_lt((clock() - begin) / CLOCKS_PER_SEC, SECONDS);
    leerroute_catalogue_free(catalogue);
    lri_text_free(catalogue_text);
    lri_text_free(rest);
    lri_text_free(&text);
    return faults;
}

START_TEST(an_occupation_that_is_named_over_and_over) {
    lri_text catalogue = {0}, rest = {0};
    lri_text_puts(&catalogue, "{'format':'leerroute-catalogue/1','id':'c','competences':[");
    repeat(&catalogue, 8000, "{'id':'k%u','name':'K'}");
    lri_text_puts(&catalogue, "],'occupations':[{'id':'b','name':'B','suggests':[");
    repeat(&catalogue, 8000, "{'competence':'k%u'}");
    lri_text_puts(&catalogue, "]}]}");
    lri_text_puts(&rest, "'experience':[");
    repeat(&rest, 8000, "{'occupation':'b','years':%u}");
    lri_text_puts(&rest, "]}");
    char *warnings = warnings_in_time(&catalogue, &rest);
    ck_assert_str_eq(warnings, "");
    free(warnings);
}
END_TEST

START_TEST(claims_of_what_very_many_units_grant) {
    lri_text catalogue = {0}, rest = {0};
    lri_text_puts(&catalogue, "{'format':'leerroute-catalogue/1','id':'c','competences':["
                              "{'id':'k','name':'K'}],'units':[");
    repeat(&catalogue, 50000,
           "{'id':'u%u','name':'U','grants':[{'competence':'k'}],"
           "'offerings':[{'id':'o%u','weeks':1}]}");
    lri_text_puts(&catalogue, "]}");
    lri_text_puts(&rest, "'claims':[");
    repeat(&rest, 200000, "{'competence':'k'}");
    lri_text_puts(&rest, "]}");
    char *warnings = warnings_in_time(&catalogue, &rest);
    ck_assert_ptr_nonnull(strstr(warnings, "/claims/99 CLAIM?"));
    free(warnings);
}
END_TEST

START_TEST(very_many_providers_of_very_many_offerings) {
    lri_text catalogue = {0}, rest = {0};
    lri_text_puts(&catalogue, "{'format':'leerroute-catalogue/1','id':'c','units':[{'id':'u',"
                              "'name':'U','offerings':[");
    repeat(&catalogue, 50000, "{'id':'o%u','weeks':1,'provider':'p%u'}");
    lri_text_puts(&catalogue, "]}]}");
    lri_text_puts(&rest, "'limits':{'include':[{'unit':'u'}],'providers':[");
    repeat(&rest, 200000, "'q%u'");
    lri_text_puts(&rest, "]}}");
    char *warnings = warnings_in_time(&catalogue, &rest);
    ck_assert_ptr_nonnull(strstr(warnings, "/limits/include/0 INCLUDE_BARRED?"));
    free(warnings);
}
END_TEST

Suite *hostile_suite(void) {
    Suite *suite = suite_create("hostile");
    TCase *tests = tcase_create("hostile");
    tcase_set_timeout(tests, 20 * SECONDS);
    tcase_add_test(tests, an_id_that_is_used_over_and_over);
    tcase_add_test(tests, misspelt_ids_among_very_many);
    tcase_add_test(tests, keys_that_make_a_long_way);
    tcase_add_test(tests, an_occupation_that_is_named_over_and_over);
    tcase_add_test(tests, claims_of_what_very_many_units_grant);
    tcase_add_test(tests, very_many_providers_of_very_many_offerings);
    suite_add_tcase(suite, tests);
    return suite;
}
