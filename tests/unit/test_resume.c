/* A route half done, on all kinds of days and however it went: what is held then, what runs, what
 * is left to spend. That such an intake goes on as planned, tests/oracle/resume.c shows. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

/* The unit gives a certificate that lapses, and with the assessment a diploma, two weeks later. */
static const char catalogue_json[] =
    "{'format':'leerroute-catalogue/1','id':'c','competences':[{'id':'adl','name':'ADL'},{'id':'b',"
    "'name':'B'}],'units':[{'id':'u','name':'U','grants':[{'competence':'b','level':3},{'"
    "certificate':"
    "'k'}],'offerings':[{'id':'u-1','weeks':4,'study_hours':39,'practice_hours':8,'cost_eur':100}]}"
    ","
    "{'id':'v','name':'V','requires':{'unit':'u'},'offerings':[{'id':'v-1','weeks':2,'cost_eur':50}"
    "]}],"
    "'assessments':[{'id':'a','name':'A','validates':['adl'],'max_level':3,'offerings':[{'id':'a-1'"
    ","
    "'weeks':6,'cost_eur':20}]}],'certificates':[{'id':'k','name':'K','valid_months':1}],'diplomas'"
    ":["
    "{'id':'d','name':'D','award_weeks':2,'requires':{'all':[{'competence':'adl','level':3},{'unit'"
    ":"
    "'u'}]}}]}";

/* u from 31 August to 27 September, v to 11 October, a from 31 August to 11 October; d on 26
 * October. */
static const char intake_json[] =
    "{'format':'leerroute-intake/1','id':'i','goal':{'all':[{'diploma':'d'},{'unit':'v'}]},"
    "'start':'2026-08-31','claims':[{'competence':'adl'}],'capacity':{'study_hours_per_week':16,"
    "'practice_hours_per_week':4},'limits':{'budget_eur':1000,'include':[{'unit':'v','offering':"
    "'v-1','start':'2026-09-28'},{'assessment':'a'}]},'diploma_route':false}";

typedef struct half {
    leerroute_catalogue *catalogue;
    leerroute_intake *intake;
    leerroute_planner *planner;
    const leerroute_route *route;
} half;

static half set_up(void) {
    half h = {.catalogue = right_catalogue(catalogue_json), .planner = leerroute_planner_new()};
    h.intake = right_intake(h.catalogue, intake_json);
    ck_assert_int_eq(leerroute_plan(h.planner, h.intake, NULL, &h.route), LEERROUTE_OK);
    ck_assert_uint_eq(leerroute_route_step_count(h.route), 3);
    return h;
}

static void let_go(half *h) {
    leerroute_intake_free(h->intake);
    leerroute_catalogue_free(h->catalogue);
    leerroute_planner_free(h->planner);
}

static leerroute_day day(const char *text) {
    leerroute_day out;
    ck_assert(leerroute_day_parse(text, &out));
    return out;
}

/* The written intake, without the keys that never change. */
static char *later(const half *h, const char *on, const leerroute_deviation *deviations,
                   size_t count) {
    leerroute_intake *now;
    char *text;
    ck_assert_int_eq(leerroute_resume(h->intake, h->route, day(on), deviations, count, NULL, &now),
                     LEERROUTE_OK);
    ck_assert_int_eq(leerroute_intake_write(now, &text, NULL), LEERROUTE_OK);
    leerroute_intake_free(now);
    json_t *json = json_loads(text, 0, NULL);
    static const char *const same[] = {"format",        "id",       "goal",     "claims",
                                       "diploma_route", "capacity", "objective"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        ck_assert_int_eq(json_object_del(json, same[i]), 0);
    ck_assert_str_eq(json_string_value(json_object_get(json, "start")), on);
    json_object_del(json, "start");
    leerroute_text_free(text);
    text = json_dumps(json, JSON_COMPACT);
    json_decref(json);
    for (char *c = text; *c; c++)
        if (*c == '"') *c = '\'';
    return text;
}

typedef struct row {
    const char *on;
    leerroute_deviation deviations[2];
    const char *expected;
} row;

#define U_RUNS(ends)                                                                               \
    "{'unit':'u','ends':'" ends "','study_hours_per_week':10,'practice_hours_per_week':2}"
#define A_RUNS       "{'assessment':'a','ends':'2026-10-11'}"
#define V_RUNS(ends) "{'unit':'v','ends':'" ends "'}"
#define U_HELD(on)                                                                                 \
    "{'unit':'u','obtained':'" on "'},{'competence':'b','level':3,'obtained':'" on                 \
    "'},{'certificate':'k','obtained':'" on "'}"
#define A_HELD "{'competence':'adl','level':3,'obtained':'2026-10-12'}"
#define V_HELD "{'unit':'v','obtained':'2026-10-12'}"
#define V_AT   "{'unit':'v','offering':'v-1','start':'2026-09-28'}"
#define V_ANY  "{'unit':'v','offering':'v-1'}"

static const row rows[] = {
    /* what begins on the day itself is still to be planned */
    {"2026-08-31", {{0}}, "{'limits':{'budget_eur':1000,'include':[" V_AT ",{'assessment':'a'}]}}"},
    {"2026-09-01",
     {{0}},
     "{'under_way':[" U_RUNS("2026-09-27") "," A_RUNS
                                           "],'limits':{'budget_eur':880,'include':[" V_AT "]}}"},
    /* in its last week a step still runs; the day after, it is over */
    {"2026-09-27",
     {{0}},
     "{'under_way':[" U_RUNS("2026-09-27") "," A_RUNS
                                           "],'limits':{'budget_eur':880,'include':[" V_AT "]}}"},
    {"2026-09-28",
     {{0}},
     "{'holds':[" U_HELD("2026-09-28") "],'under_way':[" A_RUNS
                                       "],'limits':{'budget_eur':880,'include':[" V_AT "]}}"},
    /* all is over; the diploma is still to be given, and its day is known */
    {"2026-10-13",
     {{0}},
     "{'holds':[" U_HELD("2026-09-28") "," A_HELD "," V_HELD "],'limits':{'budget_eur':830}}"},
    {"2026-10-19",
     {{0}},
     "{'holds':[" U_HELD("2026-09-28") "," A_HELD "," V_HELD
                                       ",{'diploma':'d','obtained':'2026-10-26'}],'limits':{"
                                       "'budget_eur':830}}"},
    /* otherwise than planned */
    {"2026-10-06",
     {{LEERROUTE_NOT_BEGUN, "v", 0}},
     "{'holds':[" U_HELD("2026-09-28") "],'under_way':[" A_RUNS
                                       "],'limits':{'budget_eur':880,'include':[" V_ANY "]}}"},
    {"2026-10-06",
     {{LEERROUTE_FAILED, "v", 0}, {LEERROUTE_FAILED, "a", 0}},
     "{'holds':[" U_HELD(
         "2026-09-28") "],'limits':{'budget_eur':830,'exclude':['a'],'include':[" V_ANY "]}}"},
    {"2026-10-06",
     {{LEERROUTE_STOPPED, "v", 0}, {LEERROUTE_STOPPED, "a", 0}},
     "{'holds':[" U_HELD("2026-09-28") "],'limits':{'budget_eur':830}}"},
    {"2026-10-06",
     {{LEERROUTE_ENDS, "v", 47500}, {LEERROUTE_ENDS, "u", 46280}},
     "{'holds':[" U_HELD("2026-09-21") "],'under_way':[" A_RUNS
                                       "," V_RUNS("2030-01-20") "],'limits':{'budget_eur':830}}"},
};

START_TEST(a_day_has_its_intake) {
    half h = set_up();
    const row *r = &rows[_i];
    size_t count = 0;
    while (count < 2 && r->deviations[count].id) count++;
    char *found = later(&h, r->on, r->deviations, count);
    ck_assert_str_eq(found, r->expected);
    free(found);
    let_go(&h);
}
END_TEST

static const struct wrong_row {
    const char *on;
    leerroute_deviation deviations[2];
    leerroute_misfit_reason reason;
} wrong_rows[] = {
    {"2026-08-30", {{0}}, LEERROUTE_FITS}, /* before the start */
    {"2026-09-01", {{LEERROUTE_FAILED, "x", 0}}, LEERROUTE_MISFIT_NOT_BEGUN},
    {"2026-09-01", {{LEERROUTE_FAILED, "u-1", 0}}, LEERROUTE_MISFIT_NOT_BEGUN}, /* an offering */
    {"2026-09-01", {{LEERROUTE_STOPPED, "v", 0}}, LEERROUTE_MISFIT_NOT_BEGUN},
    {"2026-09-01", {{LEERROUTE_ENDS, "u", 46261 - 1}}, LEERROUTE_MISFIT_ENDS},
    {"2026-09-01", {{LEERROUTE_ENDS, "u", -1}}, LEERROUTE_MISFIT_ENDS},
    {"2026-09-01",
     {{LEERROUTE_FAILED, "u", 0}, {LEERROUTE_STOPPED, "u", 0}},
     LEERROUTE_MISFIT_AGAIN},
    {"2026-09-01",
     {{LEERROUTE_NOT_BEGUN, "u", 0}, {LEERROUTE_STOPPED, "u", 0}},
     LEERROUTE_MISFIT_AGAIN},
};

START_TEST(what_does_not_fit_is_told) {
    half h = set_up();
    const struct wrong_row *r = &wrong_rows[_i];
    leerroute_misfit misfit;
    size_t count = 0;
    leerroute_intake *now;
    while (count < 2 && r->deviations[count].id) count++;
    ck_assert_int_eq(
        leerroute_resume(h.intake, h.route, day(r->on), r->deviations, count, &misfit, &now),
        LEERROUTE_MISUSE);
    ck_assert_ptr_null(now);
    ck_assert_uint_eq(misfit.number, count ? count - 1 : 0);
    ck_assert_int_eq(misfit.reason, r->reason);
    let_go(&h);
}
END_TEST

/* When what was under way at the start began is not known: it has begun, and may have ended before
 * it. */
START_TEST(what_was_under_way_may_have_ended_before_the_start) {
    half h = set_up();
    leerroute_intake *runs = right_intake(
        h.catalogue, "{'format':'leerroute-intake/1','id':'i','goal':{'unit':'v'},'start':"
                     "'2026-08-31','under_way':[{'unit':'u','ends':'2026-09-27'}],'capacity':{"
                     "'study_hours_per_week':16}}");
    leerroute_deviation ended = {LEERROUTE_ENDS, "u", day("2026-08-20")};
    leerroute_deviation not_begun = {LEERROUTE_NOT_BEGUN, "u", 0};
    leerroute_misfit misfit;
    leerroute_intake *now;
    ck_assert_int_eq(leerroute_plan(h.planner, runs, NULL, &h.route), LEERROUTE_OK);
    ck_assert_int_eq(
        leerroute_resume(runs, h.route, day("2026-09-01"), &not_begun, 1, &misfit, &now),
        LEERROUTE_MISUSE);
    ck_assert_int_eq(misfit.reason, LEERROUTE_MISFIT_BEGUN);
    ck_assert_int_eq(leerroute_resume(runs, h.route, day("2026-09-01"), &ended, 1, &misfit, &now),
                     LEERROUTE_OK);
    ck_assert_int_eq(misfit.reason, LEERROUTE_FITS);
    ck_assert_uint_eq(now->under_way_count, 0);
    ck_assert_uint_eq(now->hold_count, 3);
    for (uint32_t i = 0; i < now->hold_count; i++)
        ck_assert_int_eq(now->holds[i].obtained, day("2026-08-24"));
    leerroute_intake_free(now);
    leerroute_intake_free(runs);
    let_go(&h);
}
END_TEST

START_TEST(what_lapses_before_the_goal_is_named) {
    half h = set_up();
    leerroute_intake *now;
    leerroute_lapse lapse;
    ck_assert(leerroute_route_lapse(h.route, h.intake, 0, &lapse) == false);
    ck_assert_int_eq(leerroute_route_finish(h.route), day("2026-10-26"));
    leerroute_intake *longer = right_intake(
        h.catalogue,
        "{'format':'leerroute-intake/1','id':'i','goal':{'diploma':'d'},'start':"
        "'2026-08-31','holds':[{'certificate':'k','obtained':'2026-08-15'},{'unit':'v',"
        "'valid_until':'2026-09-07'},{'unit':'v','valid_until':'2026-12-01'}],'claims':["
        "{'competence':'adl'}],'capacity':{'study_hours_per_week':16,"
        "'practice_hours_per_week':4,'periods':[{'from':'2026-09-28','to':'2026-12-06',"
        "'study_hours_per_week':0}],'parallel':1}}");
    ck_assert_int_eq(leerroute_plan(h.planner, longer, NULL, &h.route), LEERROUTE_OK);
    ck_assert_int_eq(leerroute_route_outcome(h.route), LEERROUTE_OPTIMAL);
    ck_assert(leerroute_route_lapse(h.route, longer, 0, &lapse));
    ck_assert_int_eq(lapse.kind, LEERROUTE_CERTIFICATE);
    ck_assert_str_eq(lapse.id, "k");
    ck_assert_int_eq(lapse.until, day("2026-09-15"));
    ck_assert(!leerroute_route_lapse(h.route, longer, 1, &lapse));
    ck_assert_int_eq(leerroute_resume(longer, h.route, day("2026-10-01"), NULL, 0, NULL, &now),
                     LEERROUTE_OK);
    ck_assert(leerroute_route_lapse(h.route, now, 0, &lapse));
    ck_assert_int_eq(lapse.until, day("2026-10-28"));
    ck_assert(!leerroute_route_lapse(h.route, now, 1, &lapse));
    leerroute_intake_free(now);
    leerroute_intake_free(longer);
    let_go(&h);
}
END_TEST

/* Every fixture intake, written, reads as what it was: it is written the same again, and planned
 * the same. */
static void write_and_read(const char *path) {
    leerroute_catalogue *catalogue = fixture_catalogue("zorg-en-welzijn");
    leerroute_intake *intake = fixture_intake(catalogue, ".", path), *again;
    char *once, *twice;
    size_t size;
    ck_assert_int_eq(leerroute_intake_write(intake, &once, &size), LEERROUTE_OK);
    ck_assert_int_eq(leerroute_intake_parse(catalogue, once, size, "", 0, 0, NULL, &again),
                     LEERROUTE_OK);
    ck_assert_int_eq(leerroute_intake_write(again, &twice, NULL), LEERROUTE_OK);
    ck_assert_str_eq(once, twice);
    ck_assert_int_eq(again->diploma_route, intake->diploma_route);
    ck_assert_uint_eq(again->claim_count, intake->claim_count);
    ck_assert_uint_eq(again->requirements.node_count, intake->requirements.node_count);
    leerroute_intake_free(intake);
    leerroute_intake_free(again);
    leerroute_catalogue_free(catalogue);
    leerroute_text_free(once);
    leerroute_text_free(twice);
}

START_TEST(each_intake_is_written_as_it_is_read) {
    each_json("zorg-en-welzijn/intakes", write_and_read);
}
END_TEST

/* Every key that an intake may have. */
START_TEST(all_of_an_intake_is_written) {
    static const char json[] =
        "{'format':'leerroute-intake/1','id':'i','goal':{'any':[{'at_least':3,'of':[{'unit':'u'},"
        "{'weight':2,'that':{'not':{'attribute':'x'}}}]},{'function':'f'},{'unit':'u','started':"
        "true},"
        "{'attribute':'y'},{'diploma':'d'},{'all':[]},{'competence':'adl','level':5}]},"
        "'start':'2026-08-31','holds':[{'unit':'u','obtained':'2020-01-01','valid_until':'2030-01-"
        "01',"
        "'evidence':'e','expected':true},{'certificate':'k','obtained':'2026-01-01'},{'certificate'"
        ":"
        "'k','obtained':'2026-01-01','valid_until':'2027-01-01'}],'count_expected':false,"
        "'claims':[{'competence':'adl','level':2,'evidence':'e'}],'experience':[{'occupation':'o',"
        "'years':4}],'attributes':['y'],'under_way':[{'unit':'w','ends':'2026-10-11',"
        "'study_hours_per_week':1,'practice_hours_per_week':2},{'assessment':'a','ends':'2026-10-"
        "18'}],"
        "'capacity':{'study_hours_per_week':16,'practice_hours_per_week':4,'parallel':3,'periods':["
        "{'from':'2026-09-28','to':'2026-10-04','study_hours_per_week':0,'practice_hours_per_week':"
        "4,"
        "'parallel':1}]},'limits':{'budget_eur':0,'finish_by':'2027-01-01','leerwegen':['bbl','bol'"
        "],"
        "'providers':['P','Q'],'places':['A','B'],'exclude':['v','u-1'],'include':[{'unit':'u',"
        "'offering':'u-1','start':'2026-09-28'}]},'diploma_route':true,'objective':['cost','finish'"
        "],"
        "'note':'n'}";
    leerroute_catalogue *catalogue = right_catalogue(
        "{'format':'leerroute-catalogue/1','id':'c','competences':[{'id':'adl','name':'ADL'}],"
        "'attributes':[{'id':'x','name':'X'},{'id':'y','name':'Y'}],'occupations':[{'id':'o','name'"
        ":"
        "'O','suggests':[{'competence':'adl','level':5}]}],'units':[{'id':'u','name':'U','"
        "offerings':["
        "{'id':'u-1','weeks':4,'place':'B'}]},{'id':'v','name':'V','offerings':[{'id':'v-1','weeks'"
        ":1"
        "}]},{'id':'w','name':'W','offerings':[{'id':'w-1','weeks':1}]}],'assessments':[{'id':'a',"
        "'name':'A','validates':['adl'],'offerings':[{'id':'a-1','weeks':6}]}],'certificates':[{'"
        "id':"
        "'k','name':'K','valid_months':1}],'diplomas':[{'id':'d','name':'D'}],'functions':[{'id':'"
        "f',"
        "'name':'F','requires':{'all':[]}}]}");
    leerroute_intake *intake = right_intake(catalogue, json);
    char *text, *expected = quoted(json);
    ck_assert_int_eq(leerroute_intake_write(intake, &text, NULL), LEERROUTE_OK);
    json_t *found = json_loads(text, 0, NULL), *wanted = json_loads(expected, 0, NULL);
    if (!json_equal(found, wanted)) ck_abort_msg("%s", text);
    json_decref(found);
    json_decref(wanted);
    leerroute_text_free(text);
    free(expected);
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
}
END_TEST

Suite *resume_suite(void) {
    enum { ROWS = sizeof rows / sizeof *rows, WRONG = sizeof wrong_rows / sizeof *wrong_rows };
    Suite *suite = suite_create("resume");
    TCase *tests = tcase_create("resume");
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, a_day_has_its_intake, 0, ROWS);
    tcase_add_loop_test(tests, what_does_not_fit_is_told, 0, WRONG);
    tcase_add_test(tests, what_was_under_way_may_have_ended_before_the_start);
    tcase_add_test(tests, what_lapses_before_the_goal_is_named);
    tcase_add_test(tests, each_intake_is_written_as_it_is_read);
    tcase_add_test(tests, all_of_an_intake_is_written);
    suite_add_tcase(suite, tests);
    return suite;
}
