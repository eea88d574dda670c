/* The builder: what is built call by call is read as the same JSON is, with the same faults. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json/scan.h"
#include "support.h"

/* ---- Building what a text says ---- */

/* Builds a value of a document; a number with a fraction cannot be built. */
static void build_value(leerroute_builder *b, const lri_value *value) {
    switch (value->kind) {
    case LRI_OBJECT:
        leerroute_builder_object(b, value->key);
        break;
    case LRI_LIST:
        leerroute_builder_list(b, value->key);
        break;
    case LRI_TEXT:
        leerroute_builder_text(b, value->key, value->text);
        return;
    case LRI_BOOLEAN:
        leerroute_builder_boolean(b, value->key, value->integer != 0);
        return;
    default:
        ck_assert_int_eq(value->kind, LRI_INTEGER);
        leerroute_builder_integer(b, value->key, value->integer);
        return;
    }
    for (const lri_value *member = value->first; member; member = member->next)
        build_value(b, member);
    leerroute_builder_end(b);
}

static void build(leerroute_builder *b, const char *text, size_t size) {
    lri_arena arena = {0};
    const lri_value *root = lri_scan(text, size, &arena);
    for (const lri_value *member = root->first; member; member = member->next)
        build_value(b, member);
    lri_arena_free(&arena);
}

/* One case, parsed and built. */
typedef struct pair {
    leerroute_catalogue *catalogue;
    leerroute_intake *intake;
    leerroute_diagnostics *diagnostics;
} pair;

static void let_go(pair *p) {
    leerroute_intake_free(p->intake);
    leerroute_catalogue_free(p->catalogue);
    leerroute_diagnostics_free(p->diagnostics);
}

static pair parse_case(const char *folder) {
    pair p = {.diagnostics = leerroute_diagnostics_new()};
    size_t size;
    char *text = fixture_in(folder, "catalogue.json", &size);
    leerroute_catalogue_parse(text, size, "f", p.diagnostics, &p.catalogue);
    free(text);
    text = fixture_in(folder, "intake.json", &size);
    if (text) leerroute_intake_parse(p.catalogue, text, size, "f", 0, 0, p.diagnostics, &p.intake);
    free(text);
    return p;
}

static pair build_case(const char *folder, leerroute_builder *b) {
    pair p = {.diagnostics = leerroute_diagnostics_new()};
    size_t size;
    char *text = fixture_in(folder, "catalogue.json", &size);
    build(b, text, size);
    leerroute_builder_catalogue(b, "f", p.diagnostics, &p.catalogue);
    free(text);
    text = fixture_in(folder, "intake.json", &size);
    if (text) build(b, text, size);
    if (text) leerroute_builder_intake(b, p.catalogue, "f", 0, p.diagnostics, &p.intake);
    free(text);
    return p;
}

static leerroute_builder *builder;

static void set_up(void) {
    builder = leerroute_builder_new();
}

static void tear_down(void) {
    leerroute_builder_free(builder);
}

/* ---- The same faults ---- */

static void compare_faults(const char *folder) {
    if (strcmp(folder, "cases/invalid/hours-not-whole") == 0) return;
    pair parsed = parse_case(folder), built = build_case(folder, builder);
    char *expected = written(parsed.diagnostics), *faults = written(built.diagnostics);
    ck_assert_msg(strcmp(faults, expected) == 0, "%s: %s", folder, faults);
    ck_assert_uint_eq(leerroute_diagnostics_get(built.diagnostics, 0)->line, 0);
    free(expected);
    free(faults);
    let_go(&parsed);
    let_go(&built);
}

START_TEST(faults_name_the_same_places) {
    each_case(true, compare_faults);
}
END_TEST

/* ---- The same answers ---- */

static char *planned(const leerroute_intake *intake) {
    static const leerroute_style style = {.format = LEERROUTE_JSON};
    leerroute_planner *planner = leerroute_planner_new();
    const leerroute_route *route;
    char *out;
    ck_assert_int_eq(leerroute_plan(planner, intake, NULL, &route), LEERROUTE_OK);
    ck_assert_int_eq(leerroute_route_write(route, intake, &style, &out, NULL), LEERROUTE_OK);
    leerroute_planner_free(planner);
    return out;
}

static void compare_routes(const char *folder) {
    if (folder[strlen("cases/")] != '0') return; /* each of these shows one rule */
    pair parsed = parse_case(folder), built = build_case(folder, builder);
    char *expected = planned(parsed.intake), *route = planned(built.intake);
    ck_assert_str_eq(route, expected);
    leerroute_text_free(expected);
    leerroute_text_free(route);
    let_go(&parsed);
    let_go(&built);
}

START_TEST(routes_are_the_same) {
    each_case(false, compare_routes);
}
END_TEST

/* ---- Misuse ---- */

/* What is built, a letter a call: o l t i b with a key, O L T I B without, e the end; n a text that
 * is NULL, x one that is no UTF-8, k a key that is none. */
static void build_by_letters(leerroute_builder *b, const char *letters) {
    for (; *letters; letters++) {
        const char *key = *letters >= 'a' ? "key" : NULL;
        switch (*letters) {
        case 'o':
        case 'O':
            leerroute_builder_object(b, key);
            break;
        case 'l':
        case 'L':
            leerroute_builder_list(b, key);
            break;
        case 't':
        case 'T':
            leerroute_builder_text(b, key, "text");
            break;
        case 'i':
        case 'I':
            leerroute_builder_integer(b, key, INT64_MIN);
            break;
        case 'b':
        case 'B':
            leerroute_builder_boolean(b, key, true);
            break;
        case 'e':
            leerroute_builder_end(b);
            break;
        case 'n':
            leerroute_builder_text(b, key, NULL);
            break;
        case 'x':
            leerroute_builder_text(b, key, "caf\xe9");
            break;
        default:
            leerroute_builder_integer(b, "caf\xe9", 0);
        }
    }
}

static const struct {
    const char *letters;
    leerroute_status status;
} uses[] = {
    {"", LEERROUTE_INVALID},      {"tib", LEERROUTE_INVALID},   {"oeleo", LEERROUTE_MISUSE},
    {"lOtee", LEERROUTE_INVALID}, {"T", LEERROUTE_MISUSE},      {"O", LEERROUTE_MISUSE},
    {"lte", LEERROUTE_MISUSE},    {"lTIBe", LEERROUTE_INVALID}, {"lOIee", LEERROUTE_MISUSE},
    {"e", LEERROUTE_MISUSE},      {"oee", LEERROUTE_MISUSE},    {"l", LEERROUTE_MISUSE},
    {"n", LEERROUTE_MISUSE},      {"x", LEERROUTE_MISUSE},      {"k", LEERROUTE_MISUSE},
    {"eooeo", LEERROUTE_MISUSE},
};

START_TEST(misuse_is_remembered) {
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_catalogue *catalogue;
    build_by_letters(builder, uses[_i].letters);
    ck_assert_int_eq(leerroute_builder_catalogue(builder, "f", diagnostics, &catalogue),
                     uses[_i].status);
    ck_assert_ptr_null(catalogue);
    ck_assert_int_eq(leerroute_diagnostics_count(diagnostics) > 0,
                     uses[_i].status == LEERROUTE_INVALID);
    /* it is empty afterwards */
    leerroute_builder_text(builder, "format", "leerroute-catalogue/1");
    leerroute_builder_text(builder, "id", "c");
    ck_assert_int_eq(leerroute_builder_catalogue(builder, NULL, NULL, &catalogue), LEERROUTE_OK);
    leerroute_catalogue_free(catalogue);
    leerroute_diagnostics_free(diagnostics);
}
END_TEST

START_TEST(no_builder_is_misuse) {
    leerroute_catalogue *catalogue;
    leerroute_intake *intake;
    build_by_letters(NULL, "otibleenxk");
    ck_assert_int_eq(leerroute_builder_catalogue(NULL, "f", NULL, &catalogue), LEERROUTE_MISUSE);
    ck_assert_int_eq(leerroute_builder_intake(NULL, NULL, "f", 0, NULL, &intake), LEERROUTE_MISUSE);
    ck_assert_int_eq(leerroute_builder_catalogue(builder, "f", NULL, NULL), LEERROUTE_MISUSE);
    ck_assert_int_eq(leerroute_builder_intake(builder, NULL, "f", 0, NULL, NULL), LEERROUTE_MISUSE);
    leerroute_builder_free(NULL);
}
END_TEST

/* ---- Text and depth ---- */

static const struct {
    const char *text;
    bool right;
} texts[] = {
    {"", true},
    {"a\x7f\n", true},
    {"\xc2\x80 \xdf\xbf \xe0\xa0\x80 \xef\xbf\xbf \xf0\x90\x80\x80 \xf4\x8f\xbf\xbf", true},
    {"\xed\x9f\xbf \xee\x80\x80", true},
    {"\x80", false},
    {"\xbf", false},
    {"\xc1\xbf", false},
    {"\xc3", false},
    {"\xc3\x28", false},
    {"\xe0\x9f\xbf", false},
    {"\xe2\x82", false},
    {"\xed\xa0\x80", false},
    {"\xed\xbf\xbf", false},
    {"\xf0\x8f\xbf\xbf", false},
    {"\xf0\x9f\x98", false},
    {"\xf4\x90\x80\x80", false},
    {"\xf5\x80\x80\x80", false},
    {"\xff", false},
};

START_TEST(text_is_utf8) {
    leerroute_catalogue *catalogue;
    leerroute_builder_text(builder, "format", "leerroute-catalogue/1");
    leerroute_builder_text(builder, "id", "c");
    leerroute_builder_text(builder, "title", texts[_i].text);
    ck_assert_int_eq(leerroute_builder_catalogue(builder, "f", NULL, &catalogue),
                     texts[_i].right ? LEERROUTE_OK : LEERROUTE_MISUSE);
    if (catalogue) ck_assert_str_eq(leerroute_catalogue_title(catalogue), texts[_i].text);
    leerroute_catalogue_free(catalogue);
}
END_TEST

/* Builds lists in lists, `depth` values deep with the root. */
static leerroute_status build_deep(int depth, leerroute_diagnostics *diagnostics) {
    leerroute_catalogue *catalogue;
    leerroute_builder_text(builder, "format", "leerroute-catalogue/1");
    leerroute_builder_text(builder, "id", "c");
    for (int i = 1; i < depth; i++) leerroute_builder_list(builder, i == 1 ? "x-deep" : NULL);
    for (int i = 1; i < depth; i++) leerroute_builder_end(builder);
    leerroute_status status = leerroute_builder_catalogue(builder, "f", diagnostics, &catalogue);
    leerroute_catalogue_free(catalogue);
    return status;
}

START_TEST(nesting_is_as_deep_as_in_json) {
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    ck_assert_int_eq(build_deep(2048, diagnostics), LEERROUTE_OK);
    ck_assert_int_eq(build_deep(2049, diagnostics), LEERROUTE_INVALID);
    ck_assert_int_eq(build_deep(1000000, diagnostics), LEERROUTE_INVALID);
    char *faults = written(diagnostics);
    ck_assert_str_eq(faults, " DEPTH;  DEPTH");
    free(faults);
    leerroute_diagnostics_free(diagnostics);
}
END_TEST

Suite *builder_suite(void) {
    Suite *suite = suite_create("builder");
    TCase *tests = tcase_create("builder");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, faults_name_the_same_places);
    tcase_add_test(tests, routes_are_the_same);
    tcase_add_loop_test(tests, misuse_is_remembered, 0, sizeof uses / sizeof *uses);
    tcase_add_test(tests, no_builder_is_misuse);
    tcase_add_loop_test(tests, text_is_utf8, 0, sizeof texts / sizeof *texts);
    tcase_add_test(tests, nesting_is_as_deep_as_in_json);
    suite_add_tcase(suite, tests);
    return suite;
}
