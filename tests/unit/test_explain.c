/* Why a step is in the route: all that it serves, on small catalogues of which the model says that
 * by itself: each leaf that something on the way to the goal asks for in a week, and that holds in
 * that week thanks to this step alone. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "pieces.h"
#include "support.h"

#define CERTIFICATE(rest) ",'certificates':[{'id':'k','name':'K'" rest "}]"
#define Y                 "{'competence':'y'}"
#define Z                 "{'competence':'z'}"

/* From Monday 2026-08-31 on; a unit takes four weeks where no other number is given. */
typedef struct explain_row {
    const char *catalogue, *goal, *rest;
    const char *serves; /* of each step, in the order of the route: leaf, week and who asks */
} explain_row;

static const explain_row rows[] = {
    /* The goal itself. */
    {UNITS(UNIT("a", "")), "{'unit':'a'}", "", "a: {'unit':'a'} 2026-09-28 goal"},
    /* What a later step asks, of the unit or of its offering. */
    {UNITS(AND(UNIT("a", ""), UNIT("b", ASKS("{'unit':'a'}")))), "{'unit':'b'}", "",
     "a: {'unit':'a'} 2026-09-28 unit b; b: {'unit':'b'} 2026-10-26 goal"},
    {UNITS(AND(UNIT("a", GRANTS(X)), OFFERED("b", "'weeks':4" ASKS(X), ""))), "{'unit':'b'}", "",
     "a: {'competence':'x'} 2026-09-28 unit b; b: {'unit':'b'} 2026-10-26 goal"},
    {UNITS(AND(UNIT("a", ""), UNIT("b", ASKS("{'unit':'a','started':true}")))), "{'unit':'b'}", "",
     "a: {'unit':'a','started':true} 2026-08-31 unit b; b: {'unit':'b'} 2026-09-28 goal"},
    /* An award asks in the first week in which it has it all; it takes two weeks to come. */
    {UNITS(UNIT("a", GRANTS(X))) CERTIFICATE(",'award_weeks':2" ASKS(X)), K, "",
     "a: {'competence':'x'} 2026-09-28 certificate k, {'certificate':'k'} 2026-10-12 goal"},
    /* One that is held, in the first week after that has lapsed. */
    {UNITS(AND(UNIT("a", GRANTS(X)), OFFERED("b", "'weeks':8", ""))) CERTIFICATE(ASKS(X)),
     "{'all':[" K ",{'unit':'b'}]}", ",'holds':[{'certificate':'k','valid_until':'2026-10-11'}]",
     "a: {'competence':'x'} 2026-10-12 certificate k, {'certificate':'k'} 2026-10-26 goal; b: "
     "{'unit':'b'} 2026-10-26 goal"},
    /* One that has what it asks by itself after the goal is reached, asks for nothing. */
    {UNITS(AND(UNIT("a", GRANTS(K)), OFFERED("b", "'weeks':8", GRANTS(X)))) CERTIFICATE(ASKS(X)),
     "{'all':[" K ",{'unit':'b','started':true}]}", "",
     "a: {'certificate':'k'} 2026-09-28 goal; b: {'unit':'b','started':true} 2026-09-28 goal"},
    /* By week, whoever asks. */
    {UNITS(AND(UNIT("a", GRANTS(X)), UNIT("b", ASKS(X) GRANTS(Y))))
         CERTIFICATE(ASKS("{'all':[" X "," Y "]}")),
     K, "",
     "a: {'competence':'x'} 2026-09-28 unit b, {'competence':'x'} 2026-10-26 certificate k, "
     "{'certificate':'k'} 2026-10-26 goal; b: {'competence':'y'} 2026-10-26 certificate k, "
     "{'certificate':'k'} 2026-10-26 goal"},
    /* A function, and through it the goal. */
    {UNITS(UNIT("a", GRANTS(X))) ",'functions':[{'id':'f','name':'F'" ASKS(X) "}]",
     "{'function':'f'}", "",
     "a: {'competence':'x'} 2026-09-28 function f, {'function':'f'} 2026-09-28 goal"},
    /* What both give is served by neither: here one after the other, as one asks for the other. */
    {UNITS(AND(UNIT("a", GRANTS(AND(X, Y))), UNIT("b", ASKS(X) GRANTS(AND(Y, Z))))),
     "{'all':[" X "," Y "," Z "]}", "",
     "a: {'competence':'x'} 2026-09-28 unit b, {'competence':'x'} 2026-10-26 goal; b: "
     "{'competence':'z'} 2026-10-26 goal"},
    /* A higher level than is held; the level that is held is no thanks to the step. */
    {UNITS(UNIT("a", GRANTS("{'competence':'x','level':3}"))),
     "{'all':[{'competence':'x','level':2},{'competence':'x','level':3}]}",
     ",'holds':[{'competence':'x','level':2}]", "a: {'competence':'x','level':3} 2026-09-28 goal"},
    /* What is held when a step asks for it has lapsed when the goal does. */
    {UNITS(AND(UNIT("a", GRANTS(K)), UNIT("b", ASKS(K)))) CERTIFICATE(""),
     "{'all':[" K ",{'unit':'b'}]}", ",'holds':[{'certificate':'k','valid_until':'2026-09-10'}]",
     "a: {'certificate':'k'} 2026-09-28 goal; b: {'unit':'b'} 2026-09-28 goal"},
    /* What is asked but held is served by nothing; nor is what no route of this goal asks. */
    {UNITS(AND(UNIT("a", GRANTS(AND(X, Z))), UNIT("b", ASKS(Z))))
         CERTIFICATE(ASKS("{'all':[" X "," Y "]}")),
     K, ",'holds':[" Y "]",
     "a: {'competence':'x'} 2026-09-28 certificate k, {'certificate':'k'} 2026-09-28 goal"},
    /* Of alternatives the one that holds; of weights each. */
    {UNITS(AND(UNIT("a", GRANTS(X)), UNIT("b", GRANTS(Y)))),
     "{'at_least':3,'of':[{'weight':2,'that':" X "},{'weight':1,'that':" Y "}," Z "]}", "",
     "a: {'competence':'x'} 2026-09-28 goal; b: {'competence':'y'} 2026-09-28 goal"},
    /* Who grants an award serves what it grants in its turn. */
    {UNITS(AND(UNIT("a", GRANTS(K)), UNIT("b", ASKS(Y)))) CERTIFICATE(GRANTS(Y)), "{'unit':'b'}",
     "", "a: {'competence':'y'} 2026-09-28 unit b; b: {'unit':'b'} 2026-10-26 goal"},
    {UNITS(UNIT("a", GRANTS(Y))) CERTIFICATE(ASKS(Y) GRANTS(X)), X, "",
     "a: {'competence':'y'} 2026-09-28 certificate k, {'competence':'x'} 2026-09-28 goal"},
    /* But not when that is of a lower level than is asked. */
    {UNITS(UNIT("a", GRANTS(AND(X, Y))))
         CERTIFICATE(ASKS(Y) GRANTS("{'competence':'x','level':3}")),
     X, "", "a: {'competence':'x'} 2026-09-28 goal"},
    /* What is named twice counts once; what a step asks of itself not at all. */
    {UNITS(UNIT("a", GRANTS(X) ASKS("{'unit':'a','started':true}"))),
     "{'all':[" X ",{'any':[" X "," Z "]}]}", "", "a: {'competence':'x'} 2026-09-28 goal"},
    /* An assessment, of what is claimed. */
    {"'assessments':[{'id':'e','name':'E','validates':['x','y'],'offerings':[{'id':'o-e',"
     "'weeks':4}]}]," UNITS(UNIT("b", ASKS(X))),
     "{'all':[{'unit':'b'}," X "]}", ",'claims':[" X "]",
     "e: {'competence':'x'} 2026-09-28 unit b, {'competence':'x'} 2026-10-26 goal; b: {'unit':'b'} "
     "2026-10-26 goal"},
};

static void add_service(lri_text *text, const json_t *service) {
    const json_t *of = json_object_get(service, "of"), *id = json_object_get(of, "id");
    char *leaf = json_dumps(json_object_get(service, "requirement"), JSON_COMPACT);
    lri_text_printf(text, "%s %s %s%s%s", leaf, json_string_value(json_object_get(service, "week")),
                    json_string_value(json_object_get(of, "kind")), id ? " " : "",
                    id ? json_string_value(id) : "");
    free(leaf);
}

/* What each step serves, as the rows have it. New. */
static char *serves_of(const leerroute_advice *advice) {
    const leerroute_style style = {.format = LEERROUTE_JSON};
    lri_text text = {0};
    char *written_;
    size_t i, k;
    json_t *step, *service;
    ck_assert_int_eq(leerroute_advice_write(advice, &style, &written_, NULL), LEERROUTE_OK);
    json_t *json = json_loads(written_, 0, NULL);
    json_array_foreach(json_object_get(json, "explanation"), i, step) {
        lri_text_printf(&text, "%s%s:", i ? "; " : "",
                        json_string_value(json_object_get(step, "id")));
        json_array_foreach(json_object_get(step, "serves"), k, service) {
            lri_text_puts(&text, k ? ", " : " ");
            add_service(&text, service);
        }
    }
    json_decref(json);
    leerroute_text_free(written_);
    return lri_text_take(&text, NULL);
}

static void assert_serves(const explain_row *row, const char *first) {
    const leerroute_questions questions = {.explain = true, .first = first};
    char text[1500];
    snprintf(text, sizeof text,
             "{'format':'leerroute-catalogue/1','id':'c','competences':[{'id':'x','name':'X'},"
             "{'id':'y','name':'Y'},{'id':'z','name':'Z'}],%s}",
             row->catalogue);
    leerroute_catalogue *catalogue = right_catalogue(text);
    snprintf(text, sizeof text,
             "{'format':'leerroute-intake/1','id':'i','start':'2026-08-31','goal':%s,"
             "'capacity':{'study_hours_per_week':24}%s}",
             row->goal, row->rest);
    leerroute_intake *intake = right_intake(catalogue, text);
    leerroute_planner *planner = leerroute_planner_new();
    leerroute_advice *advice;
    ck_assert_int_eq(leerroute_advise(planner, intake, &questions, NULL, &advice), LEERROUTE_OK);
    char *serves = serves_of(advice), *expected = quoted(row->serves);
    ck_assert_str_eq(serves, expected);
    free(expected);
    free(serves);
    leerroute_advice_free(advice);
    leerroute_planner_free(planner);
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
}

START_TEST(a_step_serves_what_holds_thanks_to_it_alone) {
    assert_serves(&rows[_i], NULL);
}
END_TEST

/* The function that comes first takes longer than the goal, which is told last all the same. */
START_TEST(the_goal_comes_last) {
    const explain_row row = {
        UNITS(AND(UNIT("a", ""), OFFERED("b", "'weeks':4,'from':'2026-10-12'",
                                         ASKS("{'unit':'a'}")))) ",'functions':[{'id':'f','name':'"
                                                                 "F'" ASKS("{'unit':'b'}") "}]",
        "{'unit':'a'}", "",
        "a: {'unit':'a'} 2026-10-12 unit b, {'unit':'a'} 2026-09-28 goal; "
        "b: {'unit':'b'} 2026-11-09 function f"};
    assert_serves(&row, "f");
}
END_TEST

Suite *explain_suite(void) {
    Suite *suite = suite_create("explain");
    TCase *tests = tcase_create("explain");
    tcase_add_loop_test(tests, a_step_serves_what_holds_thanks_to_it_alone, 0,
                        sizeof rows / sizeof *rows);
    tcase_add_test(tests, the_goal_comes_last);
    suite_add_tcase(suite, tests);
    return suite;
}
