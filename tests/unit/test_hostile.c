/* What hostile input may not cost: each of these is read in time that grows with its size. Read in
 * time that grows with the square, they would take minutes. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/text.h"
#include "support.h"

enum {
    SECONDS = 15
}; /* under sanitizers on a busy machine; some are read in a tenth of a second */

/* Appends `count` times `form` with its %u filled in, with commas in between. */
static void repeat(lri_text *text, unsigned count, const char *form) {
    for (unsigned i = 0; i < count; i++) {
        if (i > 0) lri_text_puts(text, ",");
        const char *number = strstr(form, "%u");
        lri_text_add(text, form, number ? (size_t)(number - form) : strlen(form));
        if (number) lri_text_printf(text, "%u%s", i, number + 2);
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
    repeat(&text, 150000, "'x-%u':0");
    lri_text_puts(&text, ",'id':'u'},");
    repeat(&text, 150000, "{'id':'u'}");
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
    repeat(&text, 300000, "{'id':'c-%u','name':'C'}");
    lri_text_puts(&text, "]}");
    char *faults = faults_in_time(&text);
    ck_assert_ptr_nonnull(strstr(faults, "/functions/1/id ID_TWICE"));
    free(faults);
}
END_TEST

Suite *hostile_suite(void) {
    Suite *suite = suite_create("hostile");
    TCase *tests = tcase_create("hostile");
    tcase_set_timeout(tests, 4 * SECONDS);
    tcase_add_test(tests, an_id_that_is_used_over_and_over);
    tcase_add_test(tests, misspelt_ids_among_very_many);
    suite_add_tcase(suite, tests);
    return suite;
}
