/* Reading a route file, MODEL.md section 8: its form, since what it says is for the checker. */
#include <stdlib.h>
#include <string.h>

#include "model/route.h"
#include "support.h"

static const char catalogue_json[] =
    "{'format':'leerroute-catalogue/1','id':'c','competences':[{'id':'adl','name':'ADL'}],"
    "'units':[{'id':'u','name':'U','offerings':[{'id':'u-1','weeks':4}]}],'assessments':[{'id':'a',"
    "'name':'A','validates':['adl'],'offerings':[{'id':'a-1','weeks':6}]}],'certificates':["
    "{'id':'k','name':'K'}],'diplomas':[{'id':'d','name':'D'}]}";
static const char intake_json[] =
    "{'format':'leerroute-intake/1','id':'i','start':'2026-08-31','goal':{'certificate':'k'},"
    "'capacity':{'study_hours_per_week':16}}";

#define BEGINNING(status)                                                                          \
    "{'format':'leerroute-route/1','intake':'i','catalogue':'c','status':'" status                 \
    "','objective':"                                                                               \
    "['finish','cost'],'start':'2026-08-31'"
#define MEASURES ",'finish':'2026-12-21','cost_eur':450,'study_hours':120,'practice_hours':9"
#define ROUTE(steps, awards, rest)                                                                 \
    BEGINNING("optimal") MEASURES ",'steps':[" steps "],'awards':[" awards "]" rest "}"
#define STEP(rest)                                                                                 \
    "{'id':'u','offering':'u-1','start':'2026-08-31','weeks':4,'cost_eur':450,'study_hours':120,"  \
    "'practice_hours':9" rest "}"
#define AWARD(rest) "{'kind':'certificate','id':'k','week':'2026-12-21'" rest "}"

static const fault_row rows[] = {
    {ROUTE("", "", ""), ""},
    {ROUTE(STEP(",'kind':'unit'"), AWARD(",'valid_until':'2029-12-21'"), ""), ""},
    {BEGINNING("none") "}", ""},
    {BEGINNING("unknown") ",'bound':{'measure':'finish','value':'2027-01-04'}}", ""},
    {BEGINNING("none") MEASURES ",'steps':7,'awards':7}",
     ""}, /* not looked at: there is no route */
    /* the file */
    {"{}", " MISSING_KEY;  MISSING_KEY;  MISSING_KEY;  MISSING_KEY;  MISSING_KEY;  MISSING_KEY;  "
           "MISSING_KEY;  MISSING_KEY;  MISSING_KEY;  MISSING_KEY;  MISSING_KEY;  MISSING_KEY"},
    {"7", " TYPE"},
    {"{'format':'leerroute-intake/1'}", "/format FORMAT"},
    {BEGINNING("optimal") "}",
     " MISSING_KEY;  MISSING_KEY;  MISSING_KEY;  MISSING_KEY;  MISSING_KEY;  MISSING_KEY"},
    {BEGINNING("best") MEASURES ",'steps':[],'awards':[]}", "/status WORD"},
    {"{'format':'leerroute-route/1','intake':1,'catalogue':null,'status':'none','objective':[],"
     "'start':'2026-13-01'}",
     "/intake TYPE; /catalogue TYPE; /objective EMPTY; /start DATE"},
    {ROUTE("", "", ",'steps':[],'x':{'y':1,'y':2}"), "/steps DUPLICATE_KEY; /x/y DUPLICATE_KEY"},
    {BEGINNING("feasible") ",'finish':20261221,'cost_eur':1.5,'study_hours':'1','steps':{},"
                           "'practice_hours':1000000000001,'awards':null}",
     "/finish TYPE; /cost_eur RANGE; /study_hours TYPE; /steps TYPE; /practice_hours RANGE; "
     "/awards TYPE"},
    /* other keys keep out of the way, wherever they are */
    {ROUTE(STEP(",'kind':'unit','name':7,'x':[]"), AWARD(",'name':7"), ",'functions':7,'note':[7]"),
     ""},
    /* what is wrong by the rules is for the checker */
    {ROUTE(STEP(",'kind':'cursus'") "," STEP(",'kind':''"), AWARD(""), ",'extra':1"), ""},
    {ROUTE("{'kind':'unit','id':'','offering':'','start':'9999-12-31','weeks':-5,'cost_eur':"
           "-1000000000000,'study_hours':1000000000000,'practice_hours':0}",
           "{'kind':'unit','id':'u','week':'1900-01-01'}", ""),
     ""},
    /* steps and awards */
    {ROUTE("{},5," STEP(",'kind':5"), "[],{'kind':'diploma'}", ""),
     "/steps/0 MISSING_KEY; /steps/0 MISSING_KEY; /steps/0 MISSING_KEY; /steps/0 MISSING_KEY; "
     "/steps/0 MISSING_KEY; /steps/0 MISSING_KEY; /steps/0 MISSING_KEY; /steps/0 MISSING_KEY; "
     "/steps/1 TYPE; /steps/2/kind TYPE; /awards/0 TYPE; /awards/1 MISSING_KEY; "
     "/awards/1 MISSING_KEY"},
    {ROUTE("{'kind':'unit','id':1,'offering':[],'start':'10000-01-01','weeks':4.0,'cost_eur':null,"
           "'study_hours':-1e3,'practice_hours':true}",
           AWARD(",'valid_until':'never'"), ""),
     "/steps/0/id TYPE; /steps/0/offering TYPE; /steps/0/start DATE; /steps/0/weeks RANGE; "
     "/steps/0/cost_eur TYPE; /steps/0/study_hours RANGE; /steps/0/practice_hours TYPE; "
     "/awards/0/valid_until DATE"},
    /* objective and bound */
    {ROUTE("", "", ",'bound':{'measure':'cost','value':-1}"), "/bound/value RANGE"},
    {ROUTE("", "", ",'bound':{'measure':'finish','value':12}"), "/bound/value TYPE"},
    {ROUTE("", "", ",'bound':{'measure':'time','value':12}"), "/bound/measure WORD"},
    {ROUTE("", "", ",'bound':{'measure':'hours'}"), "/bound MISSING_KEY"},
    {ROUTE("", "", ",'bound':[]"), "/bound TYPE"},
    {"{'format':'leerroute-route/1','intake':'i','catalogue':'c','status':'none','start':"
     "'2026-08-31','objective':['cost','hours','cost','x']}",
     "/objective/2 REPEATED; /objective/3 WORD"},
};

/* ---- Reading ---- */

static leerroute_catalogue *catalogue;
static leerroute_intake *intake;
static leerroute_route *route;

static void set_up(void) {
    catalogue = right_catalogue(catalogue_json);
    intake = right_intake(catalogue, intake_json);
    route = NULL;
}

static void tear_down(void) {
    leerroute_route_free(route);
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
}

/* Reads the route and returns its faults. New: free. */
static char *read(const char *json) {
    char *text = quoted(json);
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_status status =
        leerroute_route_parse(intake, text, strlen(text), "test", diagnostics, &route);
    char *faults = written(diagnostics);
    ck_assert_int_eq(status, *faults ? LEERROUTE_INVALID : LEERROUTE_OK);
    ck_assert_int_eq(route != NULL, status == LEERROUTE_OK);
    leerroute_diagnostics_free(diagnostics);
    free(text);
    return faults;
}

static void read_right(const char *json) {
    char *faults = read(json);
    ck_assert_str_eq(faults, "");
    free(faults);
}

START_TEST(faults_stand_where_they_should) {
    char *faults = read(rows[_i].json);
    ck_assert_msg(strcmp(faults, rows[_i].faults) == 0, "%s\n  gives %s\n  not   %s", rows[_i].json,
                  faults, rows[_i].faults);
    free(faults);
}
END_TEST

/* ---- What is read ---- */

static lri_day day(const char *text) {
    lri_day out = -1;
    ck_assert(lri_day_parse_late(text, &out));
    return out;
}

START_TEST(a_route_is_read) {
    read_right(ROUTE(STEP(",'kind':'unit'"), AWARD(",'valid_until':'2259-12-21'"), ""));
    leerroute_step step;
    ck_assert_int_eq(leerroute_route_outcome(route), LEERROUTE_OPTIMAL);
    ck_assert_int_eq(leerroute_route_start(route), day("2026-08-31"));
    ck_assert_int_eq(leerroute_route_finish(route), day("2026-12-21"));
    ck_assert_int_eq(leerroute_route_cost(route), 450);
    ck_assert_int_eq(leerroute_route_study_hours(route), 120);
    ck_assert_int_eq(leerroute_route_practice_hours(route), 9);
    ck_assert_uint_eq(leerroute_route_step_count(route), 1);
    ck_assert(leerroute_route_step(route, 0, &step));
    ck_assert(!leerroute_route_step(route, 1, &step));
    ck_assert_int_eq(step.kind, LEERROUTE_UNIT);
    ck_assert_str_eq(step.id, "u");
    ck_assert_str_eq(step.offering, "u-1");
    ck_assert_int_eq(step.weeks, 4);
    ck_assert_uint_eq(route->steps[0].activity, 0);
    ck_assert_uint_eq(route->steps[0].offering_index, 0);
    ck_assert_uint_eq(route->objective_count, 2);
    ck_assert_int_eq(route->objective[1], LEERROUTE_COST);
    ck_assert_uint_eq(route->award_count, 1);
    ck_assert_uint_eq(route->awards[0].award, 0);
    ck_assert_int_eq(route->awards[0].valid_until, day("2259-12-21"));
    ck_assert(!route->has_bound);
}
END_TEST

START_TEST(what_is_named_may_not_exist) {
    read_right(
        ROUTE("{'kind':'assessment','id':'u','offering':'b-1','start':'2026-08-31','weeks':4,"
              "'cost_eur':0,'study_hours':0,'practice_hours':0}," STEP(",'kind':'course'"),
              "{'kind':'diploma','id':'k','week':'2026-12-21'},"
              "{'kind':'diploma','id':'d','week':'2026-12-21'},"
              "{'kind':'title','id':'d','week':'2026-12-21'}",
              ""));
    ck_assert_uint_eq(route->steps[0].activity, LRI_NONE);
    ck_assert_uint_eq(route->steps[0].offering_index, LRI_NONE);
    ck_assert_int_eq(route->steps[1].kind, LRI_NO_KIND);
    ck_assert_uint_eq(route->steps[1].activity, LRI_NONE);
    ck_assert_str_eq(route->steps[1].id, "u");
    ck_assert_uint_eq(route->awards[0].award, LRI_NONE);
    ck_assert_uint_eq(route->awards[1].award, 1);
    ck_assert_int_eq(route->awards[1].valid_until, -1);
    ck_assert_int_eq(route->awards[2].kind, LRI_NO_KIND);
}
END_TEST

START_TEST(a_bound_is_read) {
    read_right(BEGINNING("unknown") ",'bound':{'measure':'finish','value':'2027-01-04'}}");
    ck_assert_int_eq(leerroute_route_outcome(route), LEERROUTE_UNKNOWN);
    ck_assert_int_eq(leerroute_route_finish(route), 0);
    ck_assert_int_eq(leerroute_route_cost(route), 0);
    ck_assert(route->has_bound);
    ck_assert_int_eq(route->bound_measure, LEERROUTE_FINISH);
    ck_assert_int_eq(route->bound_value, day("2027-01-04"));
    leerroute_route_free(route);
    read_right(ROUTE("", "", ",'bound':{'measure':'hours','value':12}"));
    ck_assert_int_eq(route->bound_measure, LEERROUTE_HOURS);
    ck_assert_int_eq(route->bound_value, 12);
}
END_TEST

START_TEST(misuse_is_told) {
    ck_assert_int_eq(leerroute_route_parse(NULL, "{}", 2, "f", NULL, &route), LEERROUTE_MISUSE);
    ck_assert_int_eq(leerroute_route_parse(intake, NULL, 2, "f", NULL, &route), LEERROUTE_MISUSE);
    ck_assert_int_eq(leerroute_route_parse(intake, "{}", 2, "f", NULL, NULL), LEERROUTE_MISUSE);
    ck_assert_int_eq(leerroute_route_parse(intake, NULL, 0, NULL, NULL, &route), LEERROUTE_INVALID);
    ck_assert_ptr_null(route);
}
END_TEST

Suite *route_suite(void) {
    Suite *suite = suite_create("route");
    TCase *tests = tcase_create("route");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, faults_stand_where_they_should, 0, sizeof rows / sizeof *rows);
    tcase_add_test(tests, a_route_is_read);
    tcase_add_test(tests, what_is_named_may_not_exist);
    tcase_add_test(tests, a_bound_is_read);
    tcase_add_test(tests, misuse_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}
