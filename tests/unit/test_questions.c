/* Questions that are answered by planning again, by their public calls: limits, and misuse. What
 * the answers are, the brute force of tests/oracle tells. */
#include <stdlib.h>
#include <string.h>

#include "support.h"

typedef leerroute_status question(leerroute_planner *planner, const leerroute_intake *intake,
                                  const leerroute_limits *limits, leerroute_routes **out);

static leerroute_status alternatives(leerroute_planner *planner, const leerroute_intake *intake,
                                     const leerroute_limits *limits, leerroute_routes **out) {
    return leerroute_plan_alternatives(planner, intake, 3, limits, out);
}

static question *const questions[] = {alternatives, leerroute_plan_pareto};

enum { QUESTIONS = sizeof questions / sizeof *questions };

static leerroute_catalogue *catalogue;
static leerroute_intake *intake;
static leerroute_planner *planner;

static void set_up(void) {
    static const char folder[] = "cases/159-medium-finish-cost-hours";
    catalogue = fixture_catalogue(folder);
    intake = fixture_intake(catalogue, folder, "intake.json");
    planner = leerroute_planner_new();
}

static void tear_down(void) {
    leerroute_planner_free(planner);
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
}

static leerroute_routes *ask(question *q, const leerroute_limits *limits) {
    leerroute_routes *routes;
    ck_assert_int_eq(q(planner, intake, limits, &routes), LEERROUTE_OK);
    return routes;
}

static void assert_same(const leerroute_route *a, const leerroute_route *b) {
    ck_assert_int_eq(leerroute_route_finish(a), leerroute_route_finish(b));
    ck_assert_int_eq(leerroute_route_cost(a), leerroute_route_cost(b));
    ck_assert_int_eq(leerroute_route_study_hours(a), leerroute_route_study_hours(b));
}

/* With so many nodes: what is proved is what is found without limits, and only what is not proved
 * says so. */
static bool assert_cut_short(question *q, const leerroute_routes *whole, uint64_t nodes) {
    const leerroute_limits limits = {.nodes = nodes};
    leerroute_routes *cut = ask(q, &limits);
    leerroute_outcome outcome = leerroute_routes_outcome(cut);
    size_t count = leerroute_routes_count(cut);
    ck_assert_int_ne(outcome, LEERROUTE_NO_ROUTE);
    ck_assert(outcome != LEERROUTE_OPTIMAL || count == leerroute_routes_count(whole));
    ck_assert_int_eq(outcome == LEERROUTE_UNKNOWN, count == 0);
    for (size_t i = 0; i < count; i++) {
        const leerroute_route *route = leerroute_routes_get(cut, i);
        if (leerroute_route_outcome(route) == LEERROUTE_OPTIMAL)
            assert_same(route, leerroute_routes_get(whole, i));
        else
            ck_assert(i + 1 == count && outcome == LEERROUTE_FEASIBLE);
    }
    leerroute_routes_free(cut);
    return outcome != LEERROUTE_OPTIMAL;
}

START_TEST(a_limit_is_of_the_whole_question) {
    leerroute_routes *whole = ask(questions[_i], NULL);
    ck_assert_int_eq(leerroute_routes_outcome(whole), LEERROUTE_OPTIMAL);
    ck_assert_uint_gt(leerroute_routes_count(whole), 1);
    ck_assert_ptr_null(leerroute_routes_get(whole, leerroute_routes_count(whole)));
    bool is_cut = true;
    for (uint64_t nodes = 1; is_cut; nodes += 1 + nodes / 4)
        is_cut = assert_cut_short(questions[_i], whole, nodes);
    leerroute_routes_free(whole);
}
END_TEST

static bool stop_at_once(void *context) {
    (void)context;
    return true;
}

START_TEST(a_stop_is_heard) {
    const leerroute_limits limits = {.stop = stop_at_once};
    leerroute_routes *routes = ask(questions[_i], &limits);
    ck_assert_int_eq(leerroute_routes_outcome(routes), LEERROUTE_UNKNOWN);
    leerroute_routes_free(routes);
}
END_TEST

START_TEST(misuse_is_told) {
    leerroute_routes *routes;
    ck_assert_int_eq(questions[_i](NULL, intake, NULL, &routes), LEERROUTE_MISUSE);
    ck_assert_int_eq(questions[_i](planner, NULL, NULL, &routes), LEERROUTE_MISUSE);
    ck_assert_int_eq(questions[_i](planner, intake, NULL, NULL), LEERROUTE_MISUSE);
    leerroute_routes_free(NULL);
}
END_TEST

/* The cheapest two clash in time, so no route has them, though without weeks they are chosen. What
 * is known of routes from the first one on is dearer than that choice. */
START_TEST(what_is_chosen_may_be_cheaper_than_any_route) {
    static const int64_t hours[] = {30, 50, 100};
    leerroute_catalogue *four = right_catalogue(
        "{'format':'leerroute-catalogue/1','id':'c','units':["
        "{'id':'a1','name':'A1','offerings':[{'id':'oa1','weeks':25,'study_hours':250,"
        "'cost_eur':50,'starts':['2026-09-07']}]},"
        "{'id':'a2','name':'A2','offerings':[{'id':'oa2','weeks':25,'study_hours':250,"
        "'cost_eur':50,'starts':['2026-09-07']}]},"
        "{'id':'b','name':'B','offerings':[{'id':'ob','weeks':10,'study_hours':100,"
        "'cost_eur':150}]},"
        "{'id':'c','name':'C','offerings':[{'id':'oc','weeks':10,'study_hours':50,"
        "'cost_eur':150}]},"
        "{'id':'d','name':'D','offerings':[{'id':'od','weeks':10,'study_hours':30,"
        "'cost_eur':150}]}]}");
    leerroute_intake *one_of = right_intake(
        four, "{'format':'leerroute-intake/1','id':'i','start':'2026-08-31',"
              "'goal':{'any':[{'all':[{'unit':'a1'},{'unit':'a2'}]},{'unit':'b'},{'unit':'c'},"
              "{'unit':'d'}]},'capacity':{'study_hours_per_week':10},"
              "'objective':['cost','hours']}");
    leerroute_routes *routes;
    ck_assert_int_eq(leerroute_plan_alternatives(planner, one_of, 3, NULL, &routes), LEERROUTE_OK);
    ck_assert_uint_eq(leerroute_routes_count(routes), 3);
    for (size_t i = 0; i < 3; i++)
        ck_assert_int_eq(leerroute_route_study_hours(leerroute_routes_get(routes, i)), hours[i]);
    leerroute_routes_free(routes);
    leerroute_intake_free(one_of);
    leerroute_catalogue_free(four);
}
END_TEST

Suite *questions_suite(void) {
    Suite *suite = suite_create("questions");
    TCase *tests = tcase_create("questions");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, a_limit_is_of_the_whole_question, 0, QUESTIONS);
    tcase_add_loop_test(tests, a_stop_is_heard, 0, QUESTIONS);
    tcase_add_loop_test(tests, misuse_is_told, 0, QUESTIONS);
    tcase_add_test(tests, what_is_chosen_may_be_cheaper_than_any_route);
    suite_add_tcase(suite, tests);
    return suite;
}
