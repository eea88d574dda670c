/* The answers of a batch: a route on a line, and the line in its place. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

static leerroute_catalogue *catalogue;

static void set_up(void) {
    catalogue = right_catalogue(
        "{'format':'leerroute-catalogue/1','id':'c','competences':[{'id':'adl','name':'ADL'}],"
        "'attributes':[{'id':'bbl','name':'B'}],'units':[{'id':'u','name':'U','offerings':["
        "{'id':'u-1','weeks':4}]}],'certificates':[{'id':'k','name':'K'}],"
        "'diplomas':[{'id':'d','name':'D'}],"
        "'functions':[{'id':'f','name':'F','requires':{'unit':'u'}}]}");
}

static void tear_down(void) {
    leerroute_catalogue_free(catalogue);
}

/* An intake with ' for ", with a place for one text. */
static char *intake_with(const char *form, const char *rest) {
    char json[2000];
    snprintf(json, sizeof json, form, rest);
    return quoted(json);
}

/* ---- Routes ---- */

static const char *const goals[] = {
    "{\"unit\": \"u\"}",
    "{\"unit\": \"u\", \"started\": true}",
    "{\"competence\": \"adl\"}",
    "{\"competence\": \"adl\", \"level\": 2}",
    "{\"attribute\": \"bbl\"}",
    "{\"not\": {\"attribute\": \"bbl\"}}",
    "{\"all\": []}",
    "{\"any\": [{\"certificate\": \"k\"}, {\"all\": [{\"diploma\": \"d\"}, {\"function\": "
    "\"f\"}]}]}",
    "{\"at_least\": 3, \"of\": [{\"weight\": 2, \"that\": {\"any\": [{\"unit\": \"u\"}]}}, "
    "{\"unit\": \"u\"}]}",
};

START_TEST(a_route_is_a_line_with_its_goal) {
    char *json = intake_with("{'format':'leerroute-intake/1','id':'i-1','start':'2026-08-31',"
                             "'capacity':{'study_hours_per_week':16},'goal':%s}",
                             goals[_i]);
    char *line, key[300];
    size_t size;
    const leerroute_route *route;
    leerroute_intake *intake = right_intake(catalogue, json);
    leerroute_planner *planner = leerroute_planner_new();
    ck_assert_int_eq(leerroute_plan(planner, intake, NULL, &route), LEERROUTE_OK);
    ck_assert_int_eq(leerroute_route_line(route, intake, NULL, &line, &size), LEERROUTE_OK);
    ck_assert_uint_eq(size, strlen(line));
    ck_assert_ptr_eq(strchr(line, '\n'), line + size - 1);
    snprintf(key, sizeof key, ", \"goal\": %s, \"status\": ", goals[_i]);
    ck_assert_msg(strstr(line, key) != NULL, "%s", line);
    leerroute_text_free(line);
    leerroute_planner_free(planner);
    leerroute_intake_free(intake);
    free(json);
}
END_TEST

/* ---- Errors ---- */

#define ERRORS(id, errors)                                                                         \
    "{'format': 'leerroute-error/1', 'intake': " id ", 'source': 'a.ndjson:7', 'errors': [" errors \
    "]}\n"

static const struct {
    const char *json, *line;
} faulty[] = {
    {"{\"format\":\"leerroute-intake/1\",\"id\":\"i-1\",\"start\":\"2026-08-31\",\"capacity\":{"
     "\"study_hours_per_week\":600},\"goal\":{\"unit\":\"uu\"}}",
     ERRORS("'i-1'",
            "{'at': '/capacity/study_hours_per_week', 'message': '600 is not a whole number from 0 "
            "to 168'}, {'at': '/goal/unit', 'message': 'there is no unit \\\"uu\\\"; did you mean "
            "\\\"u\\\"?'}")},
    /* what is said names no other text of the intake */
    {"{\"id\":\"Jan Jansen\",\"start\":\"zwanger\",\"goal\":\"wordt weer vader\","
     "\"capacity\":{\"study_hours_per_week\":16},\"holds\":[{\"unit\":\"wat hij zei\"}],"
     "\"format\":\"leerroute-intake/1\",\"note\":[\"geheim\"],\"objective\":[\"zwanger\"]}",
     ERRORS("null",
            "{'at': '/id', 'message': '\\\"…\\\" is not an id: that is 1 to 64 of the characters "
            "a-z 0-9 . _ -'}, {'at': '/start', 'message': '\\\"…\\\" is not a date (YYYY-MM-DD, "
            "1900 to 2199)'}, {'at': '/goal', 'message': 'an object belongs here, not the text "
            "\\\"…\\\"'}, {'at': '/holds/0/unit', 'message': 'there is no unit \\\"…\\\"'}, "
            "{'at': '/note', 'message': 'a text belongs here, not a list'}, {'at': "
            "'/objective/0', 'message': '\\\"…\\\" cannot stand here; what can: finish, cost, "
            "hours'}")},
    {"{\"id\":\"i-1\",\"note\":\"zij zei \"zwanger\"\"}",
     ERRORS("null", "{'at': '', 'message': 'the JSON is not right here, at: …'}")},
    {"{\"id\":\"i-1\"} zwanger",
     ERRORS("null", "{'at': '', 'message': 'something follows the end of the JSON: …'}")},
};

START_TEST(an_error_is_a_line_that_tells_no_secrets) {
    leerroute_diagnostics *found = leerroute_diagnostics_new();
    leerroute_intake *intake;
    char *line;
    char *expected = quoted(faulty[_i].line);
    size_t size = strlen(faulty[_i].json);
    ck_assert_int_eq(
        leerroute_intake_parse(catalogue, faulty[_i].json, size, "a.ndjson", 7, 0, found, &intake),
        LEERROUTE_INVALID);
    ck_assert_int_eq(
        leerroute_error_line("a.ndjson", 7, found, NULL, LEERROUTE_ENGLISH, &line, &size),
        LEERROUTE_OK);
    ck_assert_str_eq(line, expected);
    ck_assert_uint_eq(size, strlen(line));
    leerroute_text_free(line);
    leerroute_diagnostics_free(found);
    free(expected);
}
END_TEST

START_TEST(what_cannot_be_read_is_a_line_too) {
    char *line, *expected = quoted("{'format': 'leerroute-error/1', 'intake': null, 'source': "
                                   "'a.json', 'errors': [{'at': '', 'message': 'no \\'x\\''}]}\n");
    ck_assert_int_eq(
        leerroute_error_line("a.json", 0, NULL, "no \"x\"", LEERROUTE_DUTCH, &line, NULL),
        LEERROUTE_OK);
    ck_assert_str_eq(line, expected);
    leerroute_text_free(line);
    free(expected);
    /* the name of a file may be no text */
    ck_assert_int_eq(leerroute_error_line("\xE2\x82\xAC \xFF\xE2\x82", 2, NULL, "x",
                                          LEERROUTE_DUTCH, &line, NULL),
                     LEERROUTE_OK);
    ck_assert_ptr_nonnull(strstr(line, "\"source\": \"€ \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD:2\""));
    leerroute_text_free(line);
    ck_assert_int_eq(leerroute_error_line("a", 0, NULL, NULL, LEERROUTE_DUTCH, &line, NULL),
                     LEERROUTE_MISUSE);
}
END_TEST

/* ---- Totals ---- */

#define ROUTE(goal, rest)                                                                          \
    "{'format':'leerroute-route/1','intake':'i','catalogue':'c','goal':" goal ",'status':" rest "}"
#define REACHED(finish, cost, steps)                                                               \
    "'optimal','start':'2026-12-21','finish':'" finish "','cost_eur':" cost ",'study_hours':10,"   \
    "'steps':[" steps "]"
#define STEP(start, weeks, hours)                                                                  \
    "{'kind':'unit','id':'u','offering':'u-1','start':'" start "','weeks':" weeks ","              \
    "'cost_eur':5,'study_hours':" hours ",'practice_hours':0}"

static leerroute_status add(leerroute_summary *summary, const char *json,
                            leerroute_diagnostics *found) {
    char *text = quoted(json);
    leerroute_status status = leerroute_summary_add(summary, text, strlen(text), "f", 1, found);
    free(text);
    return status;
}

static char *totals(leerroute_summary *summary, leerroute_format format) {
    const leerroute_style style = {.format = format};
    char *text;
    size_t size;
    ck_assert_int_eq(leerroute_summary_write(summary, &style, &text, &size), LEERROUTE_OK);
    ck_assert_uint_eq(size, strlen(text));
    return text;
}

/* Three people: two of the same goal, whose steps share one week, and one without a route. */
START_TEST(answers_add_up) {
    leerroute_summary *summary = leerroute_summary_new(catalogue);
    static const char *const answers[] = {
        ROUTE("{'unit':'u'}", REACHED("2027-01-11", "5", STEP("2026-12-21", "3", "10"))),
        ROUTE("{'unit':'u','x-':1}", REACHED("2027-01-18", "7", STEP("2027-01-04", "2", "9"))),
        ROUTE("{'diploma':'d'}", "'none'"),
        "{'format':'leerroute-error/1','intake':null,'source':'f:1','errors':[]}",
    };
    static const char *const lines[] = {
        "all,\"\",\"\",,answers,4",
        "all,\"\",\"\",,optimal,2",
        "all,\"\",\"\",,none,1",
        "all,\"\",\"\",,errors,1",
        "goal,\"{\"\"unit\"\": \"\"u\"\"}\",\"\",,people,2",
        "goal,\"{\"\"unit\"\": \"\"u\"\"}\",\"\",,weeks_least,3",
        "goal,\"{\"\"unit\"\": \"\"u\"\"}\",\"\",,weeks_median,3",
        "goal,\"{\"\"unit\"\": \"\"u\"\"}\",\"\",,weeks_three_quarters,4",
        "goal,\"{\"\"unit\"\": \"\"u\"\"}\",\"\",,cost_eur_most,7",
        "goal,\"{\"\"diploma\"\": \"\"d\"\"}\",\"\",,none,1",
        "provider,\"\",\"\",,people,2",
        "provider,\"\",\"\",,cost_eur,10",
        "offering,\"u\",\"u-1\",2026-12,starts,1",
        "offering,\"u\",\"u-1\",2026-12,study_hours,6", /* 10 hours as 3, 3, 4 */
        "offering,\"u\",\"u-1\",2027-01,starts,1",
        "offering,\"u\",\"u-1\",2027-01,under_way,2",
        "offering,\"u\",\"u-1\",2027-01,places,2",
        "offering,\"u\",\"u-1\",2027-01,study_hours,13",
        "activity,\"u\",\"\",2027-01,places,2",
    };
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        ck_assert_int_eq(add(summary, answers[i], NULL), LEERROUTE_OK);
    char *text = totals(summary, LEERROUTE_CSV);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char line[200];
        snprintf(line, sizeof line, "\n%s\r", lines[i]);
        ck_assert_msg(strstr(text, line) != NULL, "%s in:\n%s", lines[i], text);
    }
    leerroute_text_free(text);
    for (int format = LEERROUTE_TEXT; format <= LEERROUTE_JSON; format++)
        leerroute_text_free(totals(summary, (leerroute_format)format));
    ck_assert_int_eq(add(summary, answers[0], NULL), LEERROUTE_MISUSE);
    leerroute_summary_free(summary);
}
END_TEST

/* The same is the same whatever the amounts, and counts once for a person. */
START_TEST(reasons_add_up_by_kind) {
    leerroute_summary *summary = leerroute_summary_new(catalogue);
#define LIFT(changes) "{'code':'lift','changes':[" changes "],'finish':'2027-01-11','message':'m'}"
#define HOURS(to)     "{'code':'study_hours_per_week','from':8,'to':" to "}"
#define PERIOD(from)                                                                               \
    "{'code':'period','from':'" from "','to':'2027-03-01','study_hours_per_week':9}"
#define REASONS(reasons) ROUTE("{'unit':'u'}", "'none','reasons':[" reasons "]")
    static const char *const answers[] = {
        REASONS(LIFT(HOURS("12")) "," LIFT(
            PERIOD("2027-02-01") "," PERIOD("2027-02-08") ",{'code':'attribute','id':'bbl'}")),
        REASONS(LIFT(HOURS("14")) "," LIFT(HOURS("16"))),
        REASONS("{'code':'circle','kind':'certificate','id':'k','message':'m'},"
                "{'code':'beyond','message':'m'}"),
        REASONS(LIFT("{'code':'exclude','id':'u-1'},{'code':'places','from':1,'add':['A','B']},"
                     "{'code':'valid_until','kind':'competence','id':'adl','level':2}")),
        REASONS("1,{'code':'lift','changes':[2,{'code':'later','id':'gone'}]},{'changes':{}},{'"
                "code':7}"),
    };
    static const char *const lines[] = {
        "- 2 times: with more study hours a week\n",
        "- 1 time: with more room in a period and with ‘B’\n",
        "- 1 time: certificate ‘K’: asks, in a roundabout way, for itself\n",
        "- 1 time: the goal as a whole: its parts can be had, but not together within ten years\n",
        "- 1 time: if U [u-1] is allowed, also in A and B and if ADL, under direct supervision "
        "stays valid longer\n",
        "- 1 time: later\n",
    };
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        ck_assert_int_eq(add(summary, answers[i], NULL), LEERROUTE_OK);
    const leerroute_style style = {.language = LEERROUTE_ENGLISH, .width = 200};
    char *text, *table = totals(summary, LEERROUTE_CSV), *json = totals(summary, LEERROUTE_JSON);
    ck_assert_int_eq(leerroute_summary_write(summary, &style, &text, NULL), LEERROUTE_OK);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        ck_assert_msg(strstr(text, lines[i]) != NULL, "%s in:\n%s", lines[i], text);
    ck_assert_msg(
        strstr(table, "\nreason,\"{\"\"code\"\": \"\"lift\"\", \"\"changes\"\": [{"
                      "\"\"code\"\": \"\"study_hours_per_week\"\"}]}\",\"\",,people,2\r") != NULL,
        "%s", table);
    ck_assert_ptr_nonnull(strstr(json, "\"code\": \"study_hours_per_week\"\n"));
    leerroute_text_free(text);
    leerroute_text_free(table);
    leerroute_text_free(json);
    leerroute_summary_free(summary);
}
END_TEST

/* Each claims something: with what without; and one of a route that is not proved. */
START_TEST(what_evc_saves_adds_up) {
    leerroute_summary *summary = leerroute_summary_new(catalogue);
#define WITHOUT(finish, cost)                                                                      \
    ",'without_evc':{'status':'optimal','finish':'" finish "','cost_eur':" cost                    \
    ",'study_hours':12,'steps':[]}"
    static const char *const answers[] = {
        ROUTE("{'unit':'u'}", REACHED("2027-01-11", "5", "") WITHOUT("2027-01-25", "2")),
        ROUTE("{'unit':'u'}", REACHED("2027-01-11", "5", "") WITHOUT("2027-02-08", "9")),
        ROUTE("{'unit':'u'}", REACHED("2027-01-11", "5", "") ",'without_evc':{'status':'none'}"),
        ROUTE("{'unit':'u'}", REACHED("2027-01-11", "5", "") ",'without_evc':{'status':'unknown'}"),
        ROUTE("{'unit':'u'}", "'none','without_evc':{'status':'none'}"),
        ROUTE("{'unit':'u'}", REACHED("2027-01-11", "5", "")),
    };
    static const char *const lines[] = {
        "people,5",           "only,1",          "none,1",           "unknown,1",
        "weeks_least,2",      "weeks_most,4",    "weeks_total,6",    "cost_eur_least,-3",
        "cost_eur_median,-3", "cost_eur_most,4", "cost_eur_total,1", "study_hours_total,4",
    };
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        ck_assert_int_eq(add(summary, answers[i], NULL), LEERROUTE_OK);
    char *text = totals(summary, LEERROUTE_CSV);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char line[200];
        snprintf(line, sizeof line, "\nevc,\"\",\"\",,%s\r", lines[i]);
        ck_assert_msg(strstr(text, line) != NULL, "%s in:\n%s", lines[i], text);
    }
    leerroute_text_free(text);
    leerroute_summary_free(summary);
}
END_TEST

static const fault_row no_answers[] = {
    {"{'format':'leerroute-intake/1'}", "/format FORMAT"},
    {ROUTE("{'unit':'v'}", "'none'"), "/goal/unit UNKNOWN_ID"},
    {ROUTE("{'unit':'u'}", "'best'"),
     " MISSING_KEY;  MISSING_KEY;  MISSING_KEY;  MISSING_KEY;  MISSING_KEY; /status WORD"},
    {ROUTE("{'unit':'u'}", REACHED("2027-01-11", "5", STEP("2026-12-21", "0", "1"))),
     "/steps/0/weeks RANGE"},
    {"{'format':'leerroute-route/1','intake':'i','catalogue':'other','goal':{'unit':'v'},"
     "'status':'none'}",
     "/catalogue WORD"},
    {ROUTE("{'unit':'u'}", "'none','without_evc':{'status':'optimal'}"),
     "/without_evc MISSING_KEY; /without_evc MISSING_KEY; /without_evc MISSING_KEY"},
};

START_TEST(what_is_no_answer_is_not_counted) {
    leerroute_summary *summary = leerroute_summary_new(catalogue);
    leerroute_diagnostics *found = leerroute_diagnostics_new();
    ck_assert_int_eq(add(summary, no_answers[_i].json, found), LEERROUTE_INVALID);
    char *faults = written(found), *text = totals(summary, LEERROUTE_CSV);
    ck_assert_str_eq(faults, no_answers[_i].faults);
    ck_assert_ptr_nonnull(strstr(text, ",answers,0\r"));
    leerroute_text_free(text);
    free(faults);
    leerroute_diagnostics_free(found);
    leerroute_summary_free(summary);
}
END_TEST

Suite *answers_suite(void) {
    Suite *suite = suite_create("answers");
    TCase *tests = tcase_create("answers");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, a_route_is_a_line_with_its_goal, 0, sizeof goals / sizeof *goals);
    tcase_add_loop_test(tests, an_error_is_a_line_that_tells_no_secrets, 0,
                        sizeof faulty / sizeof *faulty);
    tcase_add_test(tests, what_cannot_be_read_is_a_line_too);
    tcase_add_test(tests, answers_add_up);
    tcase_add_test(tests, reasons_add_up_by_kind);
    tcase_add_test(tests, what_evc_saves_adds_up);
    tcase_add_loop_test(tests, what_is_no_answer_is_not_counted, 0,
                        sizeof no_answers / sizeof *no_answers);
    suite_add_tcase(suite, tests);
    return suite;
}
