/* What a goal fails on whatever the person changes: one catalogue for each cause, and for how
 * causes are told apart. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "pieces.h"
#include "support.h"

#define CERTIFICATES(list)    ",'certificates':[" list "]"
#define CERTIFICATE(id, rest) "{'id':'" id "','name':'K'" rest "}"
#define A                     "{'unit':'a'}"
#define B                     "{'unit':'b'}"
#define L                     "{'certificate':'l'}"

typedef struct dead_end_row {
    const char *catalogue, *goal, *ends;
} dead_end_row;

static const dead_end_row rows[] = {
    /* Nothing gives it: at all, at that level, to somebody who claims nothing, or by itself. */
    {UNITS(UNIT("a", "")), X, "nothing_gives x 4"},
    {UNITS(UNIT("a", GRANTS("{'competence':'x','level':2}"))), "{'competence':'x','level':3}",
     "nothing_gives x 3"},
    {"'assessments':[" UNIT("e", ",'validates':['x']") "]", X, "nothing_gives x 4"},
    {UNITS(UNIT("a", "")) CERTIFICATES(CERTIFICATE("k", "")), K, "nothing_gives k"},
    /* What has to come before it is what is told. */
    {UNITS(AND(UNIT("a", ASKS(X)), UNIT("b", ASKS(A)))), B, "nothing_gives x 4"},
    {"'units':[{'id':'a','name':'A','offerings':[{'id':'o-a','weeks':4,'requires':" X "}]}]", A,
     "nothing_gives x 4"},
    {UNITS(UNIT("a", "")) ",'functions':[{'id':'f','name':'F'" ASKS(X) "}]", "{'function':'f'}",
     "nothing_gives x 4"},
    {UNITS(UNIT("a", "")) CERTIFICATES(AND(CERTIFICATE("k", ASKS(L)), CERTIFICATE("l", ""))), K,
     "nothing_gives l"},
    /* All that gives it is past: the last day, the listed dates, or no day of the kind comes. */
    {UNITS(OFFERED("a", "'weeks':4,'until':'2016-08-30'", "")), A, "past a"},
    {UNITS(OFFERED("a", "'weeks':4,'starts':['2015-01-05','2016-08-29']", "")),
     "{'unit':'a','started':true}", "past a"},
    {UNITS(OFFERED("a", "'weeks':4,'starts':{'yearly':['06-01']},'until':'2017-05-30'", GRANTS(X))),
     X, "past x 4"},
    {UNITS(OFFERED("a", "'weeks':4,'starts':{'yearly':['02-29']},'until':'2026-12-01'", "")), A,
     "past a"},
    /* One way is past; the other fails on what it asks, which is told. */
    {UNITS(AND(OFFERED("a", "'weeks':4,'until':'2016-08-30'", GRANTS(X)),
               UNIT("b", GRANTS(X) ASKS(L)))) CERTIFICATES(CERTIFICATE("l", "")),
     X, "nothing_gives l"},
    /* It asks for itself. */
    {UNITS(UNIT("a", ASKS(A))), A, "circle a"},
    {UNITS(AND(UNIT("a", ASKS(B)), UNIT("b", ASKS(A)))), A, "circle b"},
    {UNITS(UNIT("a", "")) CERTIFICATES(AND(CERTIFICATE("k", ASKS(L)), CERTIFICATE("l", ASKS(K)))),
     K, "circle l"},
    {UNITS(UNIT("a", ASKS(X) GRANTS(K))) CERTIFICATES(CERTIFICATE("k", GRANTS(X))), K,
     "circle x 4"},
    /* Longer than ten years: one thing, one after the other, or the parts but not together. */
    {UNITS(OFFERED("a", "'weeks':520", ""))
         CERTIFICATES(CERTIFICATE("k", ASKS(A) ",'award_weeks':3")),
     K, "beyond k"},
    {UNITS(AND(OFFERED("a", "'weeks':300", ""), OFFERED("b", "'weeks':300", ASKS(A)))), B,
     "beyond b"},
    {UNITS(AND(OFFERED("a", "'weeks':300,'study_hours':20000", ""),
               AND(OFFERED("b", "'weeks':300,'study_hours':20000", ""),
                   OFFERED("d", "'weeks':300,'study_hours':20000", "")))),
     "{'all':[" A "," B ",{'unit':'d'}]}", "beyond"},
    /* One way is past; the other takes too long. */
    {UNITS(AND(OFFERED("a", "'weeks':4,'until':'2016-08-30'", GRANTS(X)),
               AND(OFFERED("b", "'weeks':300", GRANTS(X) ASKS("{'unit':'d'}")),
                   OFFERED("d", "'weeks':300", "")))),
     X, "beyond x 4"},
    /* Beside a circle, but itself too long. */
    {UNITS(AND(UNIT("a", ASKS(A)), OFFERED("b", "'weeks':300", "")))
         CERTIFICATES(CERTIFICATE("k", ASKS(B) ",'award_weeks':300")),
     "{'all':[" A "," K "]}", "circle a, beyond k"},
    /* Each that fails is told once, and none that can be had. */
    {UNITS(AND(UNIT("a", ""), UNIT("b", ASKS("{'all':[" A "," X "," L "]}"))))
         CERTIFICATES(CERTIFICATE("l", "")),
     "{'all':[" B "," A "," X "]}", "nothing_gives x 4, nothing_gives l"},
    {UNITS(UNIT("a", "")) CERTIFICATES(AND(CERTIFICATE("k", ""), CERTIFICATE("l", ""))),
     "{'any':[" K "," L "]}", "nothing_gives k, nothing_gives l"},
    {UNITS(UNIT("a", "")) CERTIFICATES(CERTIFICATE("l", "")),
     "{'all':[{'any':[" A "," X "]}," L "]}", "nothing_gives l"},
    /* An alternative that can be had, of which too little weighs. */
    {UNITS(UNIT("a", "")) CERTIFICATES(CERTIFICATE("l", "")),
     "{'at_least':3,'of':[{'weight':2,'that':" A "}," L "]}", "nothing_gives l"},
};

static void add_end(lri_text *text, const json_t *reason) {
    const json_t *id = json_object_get(reason, "id"), *level = json_object_get(reason, "level");
    lri_text_puts(text, json_string_value(json_object_get(reason, "code")));
    if (id) lri_text_printf(text, " %s", json_string_value(id));
    if (level) lri_text_printf(text, " %d", (int)json_integer_value(level));
}

/* Code, id and level of each reason. New. */
static char *ends_of(const leerroute_reasons *reasons) {
    const leerroute_style style = {.format = LEERROUTE_JSON};
    lri_text text = {0};
    char *out;
    size_t i;
    json_t *reason;
    ck_assert_int_eq(leerroute_reasons_write(reasons, &style, &out, NULL), LEERROUTE_OK);
    json_t *json = json_loads(out, 0, NULL);
    json_array_foreach(json_object_get(json, "reasons"), i, reason) {
        if (i) lri_text_puts(&text, ", ");
        add_end(&text, reason);
    }
    json_decref(json);
    leerroute_text_free(out);
    return lri_text_take(&text, NULL);
}

static void assert_ends(const char *catalogue_text, const char *goal, const char *expected) {
    char text[1000];
    leerroute_catalogue *catalogue = right_catalogue(catalogue_text);
    snprintf(text, sizeof text,
             "{'format':'leerroute-intake/1','id':'i','start':'2026-08-31','goal':%s,"
             "'capacity':{'study_hours_per_week':24,'practice_hours_per_week':24}}",
             goal);
    leerroute_intake *intake = right_intake(catalogue, text);
    leerroute_planner *planner = leerroute_planner_new();
    leerroute_reasons *reasons;
    ck_assert_int_eq(leerroute_plan_reasons(planner, intake, NULL, &reasons), LEERROUTE_OK);
    ck_assert(leerroute_reasons_are_whole(reasons));
    char *ends = ends_of(reasons);
    ck_assert_str_eq(ends, expected);
    free(ends);
    leerroute_reasons_free(reasons);
    leerroute_planner_free(planner);
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
}

START_TEST(what_the_goal_fails_on_is_told_with_its_cause) {
    char text[1500];
    snprintf(text, sizeof text,
             "{'format':'leerroute-catalogue/1','id':'c','competences':[{'id':'x','name':'X'}],%s}",
             rows[_i].catalogue);
    assert_ends(text, rows[_i].goal, rows[_i].ends);
}
END_TEST

/* A chain of certificates, the last of which nothing gives. */
static void assert_chain(int length, const char *expected) {
    lri_text text = {0};
    lri_text_puts(&text, "{'format':'leerroute-catalogue/1','id':'c','certificates':[");
    for (int i = 0; i < length; i++)
        lri_text_printf(&text, "{'id':'k%d','name':'K','requires':{'certificate':'k%d'}},", i,
                        i + 1);
    lri_text_printf(&text, "{'id':'k%d','name':'K'}]}", length);
    char *catalogue = lri_text_take(&text, NULL);
    assert_ends(catalogue, "{'certificate':'k0'}", expected);
    free(catalogue);
}

START_TEST(what_lies_far_below_is_told_of_what_asks_for_it) {
    assert_chain(99, "nothing_gives k99");
    assert_chain(150, "part k100");
}
END_TEST

Suite *dead_ends_suite(void) {
    Suite *suite = suite_create("dead ends");
    TCase *tests = tcase_create("dead ends");
    tcase_add_loop_test(tests, what_the_goal_fails_on_is_told_with_its_cause, 0,
                        sizeof rows / sizeof *rows);
    tcase_add_test(tests, what_lies_far_below_is_told_of_what_asks_for_it);
    suite_add_tcase(suite, tests);
    return suite;
}
