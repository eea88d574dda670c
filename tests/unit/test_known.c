/* What is known from one plan helps the next and changes no answer: a plan after another one is as
 * good as by itself, whatever differs between the two. */
#include <stdio.h>
#include <stdlib.h>

#include "model/route.h"
#include "plan/planner.h"
#include "support.h"

/* Competence x can be had quickly, cheaply or lightly; y in one way, and with x in another. */
static const char units[] =
    "{'id':'quick','name':'U','grants':[{'competence':'x'}],"
    "'offerings':[{'id':'o-quick','weeks':2,'study_hours':20,'cost_eur':30}]},"
    "{'id':'slow','name':'U','grants':[{'competence':'x'}],"
    "'offerings':[{'id':'o-slow','weeks':4,'study_hours':16,'cost_eur':10}]},"
    "{'id':'light','name':'U','grants':[{'competence':'x'}],"
    "'offerings':[{'id':'o-light','weeks':4,'study_hours':8,'cost_eur':40}]},"
    "{'id':'other','name':'U','grants':[{'competence':'y'}],"
    "'offerings':[{'id':'o-other','weeks':2,'study_hours':20,'cost_eur':5}]},"
    "{'id':'both','name':'U','grants':[{'competence':'x'},{'competence':'y'}],"
    "'offerings':[{'id':'o-both','weeks':3,'study_hours':30,'cost_eur':30}]}";

enum { QUICK, SLOW, LIGHT, OTHER }; /* the activities */

static leerroute_catalogue *catalogue;
static leerroute_planner *planner;

static void set_up(void) {
    char text[2000];
    snprintf(text, sizeof text,
             "{'format':'leerroute-catalogue/1','id':'c','competences':[{'id':'x','name':'X'},"
             "{'id':'y','name':'Y'},{'id':'z','name':'Z'}],'units':[%s],'certificates':[{'id':'k','"
             "name':'K',"
             "'requires':{'competence':'x'}}],'functions':[{'id':'f','name':'F',"
             "'requires':{'competence':'x'}}]}",
             units);
    catalogue = right_catalogue(text);
    planner = leerroute_planner_new();
}

static void tear_down(void) {
    leerroute_planner_free(planner);
    leerroute_catalogue_free(catalogue);
}

static leerroute_intake *intake_of(const char *study_hours, const char *rest) {
    char text[1000];
    snprintf(text, sizeof text,
             "{'format':'leerroute-intake/1','id':'i','start':'2026-08-31','goal':{'all':["
             "{'competence':'x'},{'competence':'y'}]},'capacity':{'study_hours_per_week':%s}%s}",
             study_hours, rest);
    return right_intake(catalogue, text);
}

/* ---- One after the other ---- */

typedef enum special { NONE, CUT, OTHER_CUT, FORBIDDEN, MOST_COST, MOST_HOURS } special;

typedef struct terms {
    const char *study_hours, *rest;
    special condition;
} terms;

static lri_conditions conditions_of(special condition) {
    static const uint32_t quick_and_other[] = {QUICK, OTHER};
    lri_conditions c = LRI_CONDITIONS_NONE;
    if (condition == CUT) ck_assert(lri_push(&c.cuts, (lri_cut){35, 40}));
    if (condition == OTHER_CUT) ck_assert(lri_push(&c.cuts, (lri_cut){30, 30}));
    if (condition == FORBIDDEN) ck_assert(lri_conditions_forbid(&c, quick_and_other, 2));
    if (condition == MOST_COST) c.most[LEERROUTE_COST] = 20;
    if (condition == MOST_HOURS) c.most[LEERROUTE_HOURS] = 30;
    return c;
}

/* The measures that the objective names, or where there is no route. */
static void plan(const terms *t, lri_known *known, char out[80]) {
    leerroute_intake *intake = intake_of(t->study_hours, t->rest);
    lri_conditions conditions = conditions_of(t->condition);
    const leerroute_route *r;
    ck_assert_int_eq(lri_plan_with(planner, intake, &conditions, known, NULL, &r), LEERROUTE_OK);
    int64_t value[] = {r->finish, r->cost_eur, r->study_hours};
    int size = snprintf(out, 80, "%d", (int)r->outcome);
    for (uint32_t i = 0; i < r->objective_count; i++)
        size += snprintf(out + size, 80 - (size_t)size, " %lld", (long long)value[r->objective[i]]);
    lri_conditions_free(&conditions);
    leerroute_intake_free(intake);
}

static const terms pairs[][2] = {
    {{"20", "", NONE}, {"20", ",'limits':{'budget_eur':20}", NONE}},
    {{"20", "", NONE}, {"12", "", NONE}},
    {{"20", "", NONE}, {"1", "", NONE}},
    {{"20", "", NONE}, {"20", ",'limits':{'exclude':['quick']}", NONE}},
    {{"20", "", NONE}, {"20", ",'holds':[{'competence':'x'}]", NONE}},
    {{"20", "", NONE}, {"20", ",'limits':{'finish_by':'2026-09-10'}", NONE}},
    {{"20", ",'objective':['cost']", NONE}, {"20", ",'objective':['hours']", NONE}},
    {{"20", ",'objective':['finish','cost']", NONE},
     {"20", ",'objective':['finish','hours'],'limits':{'exclude':['quick']}", NONE}},
    {{"20", ",'objective':['finish','cost'],'limits':{'exclude':['quick']}", NONE},
     {"20", ",'objective':['finish','hours'],'limits':{'exclude':['quick']}", NONE}},
    {{"20", "", NONE}, {"20", "", CUT}},
    {{"12", "", CUT}, {"12", "", OTHER_CUT}},
    {{"20", "", NONE}, {"20", "", FORBIDDEN}},
    {{"20", "", NONE}, {"20", "", MOST_COST}},
    {{"20", "", NONE}, {"20", "", MOST_HOURS}},
    {{"20", "", FORBIDDEN}, {"20", "", MOST_HOURS}},
    {{"20", ",'limits':{'include':[{'unit':'slow'}]}", NONE}, {"20", "", NONE}},
};

START_TEST(a_plan_after_another_is_as_good_as_by_itself) {
    for (int first = 0; first < 2; first++) {
        lri_known known = {0};
        char before[80], after[80], alone[80];
        plan(&pairs[_i][first], &known, before);
        plan(&pairs[_i][1 - first], &known, after);
        plan(&pairs[_i][1 - first], NULL, alone);
        ck_assert_str_eq(after, alone);
        plan(&pairs[_i][first], &known, after);
        ck_assert_str_eq(after, before);
        lri_known_free(&known);
    }
}
END_TEST

START_TEST(more_plans_than_are_kept_do_no_harm) {
    lri_known known = {0};
    char first[80], out[80];
    const terms one = {"20", "", NONE};
    plan(&one, &known, first);
    for (int hours = 1; hours <= 100; hours++) {
        char text[8];
        snprintf(text, sizeof text, "%d", 20 + hours);
        const terms more = {text, "", NONE};
        plan(&more, &known, out);
        ck_assert_str_eq(out, first);
    }
    ck_assert_uint_le(known.plans.count, 64);
    lri_known_free(&known);
}
END_TEST

/* ---- Without a search ---- */

static uint64_t nodes_of(const leerroute_intake *intake, const lri_conditions *conditions,
                         lri_known *known, const leerroute_route **route) {
    ck_assert_int_eq(lri_plan_with(planner, intake, conditions, known, NULL, route), LEERROUTE_OK);
    ck_assert_int_eq((*route)->outcome, LEERROUTE_OPTIMAL);
    return lri_planner_nodes(planner);
}

/* The same problem takes no search; another one does, unless no route can be better. */
START_TEST(what_is_known_takes_no_search) {
    static const char folder[] = "cases/160-medium-finish-cost-hours";
    leerroute_catalogue *hard = fixture_catalogue(folder);
    leerroute_intake *intake = fixture_intake(hard, folder, "intake.json");
    lri_known known = {0};
    lri_conditions conditions = LRI_CONDITIONS_NONE;
    const leerroute_route *route;
    ck_assert_uint_gt(nodes_of(intake, &conditions, &known, &route), 0);
    ck_assert_uint_eq(nodes_of(intake, &conditions, &known, &route), 0);
    intake->capacity.study_hours++;
    lri_conditions_floor(&conditions, route);
    ck_assert_uint_eq(nodes_of(intake, &conditions, &known, &route), 0);
    conditions.floor[LEERROUTE_FINISH]--; /* an earlier one is not ruled out */
    intake->capacity.study_hours++;
    ck_assert_uint_gt(nodes_of(intake, &conditions, &known, &route), 0);
    lri_known_free(&known);
    leerroute_intake_free(intake);
    leerroute_catalogue_free(hard);
}
END_TEST

/* ---- What is no better, and what is ---- */

static int weeks_of(const leerroute_route *route) {
    return (leerroute_route_finish(route) - leerroute_route_start(route)) / 7;
}

/* The certificate is held until it lapses, and not awarded before that, while x still holds;
 * without it, it is awarded at once, and for good. */
static leerroute_intake *better_off_without(void) {
    return right_intake(catalogue, "{'format':'leerroute-intake/1','id':'i','start':'2026-08-31',"
                                   "'goal':{'all':[{'certificate':'k'},{'competence':'y'}]},"
                                   "'capacity':{'study_hours_per_week':10},'holds':["
                                   "{'competence':'x','valid_until':'2026-09-01'},"
                                   "{'certificate':'k','valid_until':'2026-09-08',"
                                   "'expected':true}]}");
}

START_TEST(less_that_is_expected_may_be_better) {
    leerroute_intake *intake = better_off_without();
    leerroute_advice *advice;
    ck_assert_int_eq(leerroute_advise(planner, intake, NULL, NULL, &advice), LEERROUTE_OK);
    ck_assert_int_eq(weeks_of(leerroute_advice_route(advice)), 3);
    ck_assert_int_eq(weeks_of(leerroute_advice_without_expected(advice)), 2);
    leerroute_advice_free(advice);
    leerroute_intake_free(intake);
}
END_TEST

START_TEST(what_fails_may_be_better) {
    leerroute_intake *intake = better_off_without();
    leerroute_values *values;
    leerroute_stake stake;
    ck_assert_int_eq(leerroute_values_make(planner, intake, NULL, &values), LEERROUTE_OK);
    ck_assert_int_eq(weeks_of(leerroute_values_route(values)), 3);
    ck_assert(leerroute_values_get(values, 0, &stake));
    ck_assert_int_eq(weeks_of(stake.failed), 2);
    leerroute_values_free(values);
    leerroute_intake_free(intake);
}
END_TEST

/* Claims that no step proves are granted together first; each has its own answer. */
START_TEST(each_claim_has_its_own_worth) {
    static const struct {
        const char *id;
        int weeks;
        int64_t cost;
    } worth[] = {{"x", 2, 5}, {"y", 2, 30}, {"z", 3, 30}};
    leerroute_intake *intake =
        intake_of("10", ",'claims':[{'competence':'z'},{'competence':'y'},{'competence':'x'}]");
    leerroute_values *values;
    leerroute_stake stake;
    ck_assert_int_eq(leerroute_values_make(planner, intake, NULL, &values), LEERROUTE_OK);
    for (size_t i = 0; i < 3; i++) {
        ck_assert(leerroute_values_get(values, i, &stake));
        ck_assert_str_eq(stake.id, worth[i].id);
        ck_assert_int_eq(weeks_of(stake.granted), worth[i].weeks);
        ck_assert_int_eq(leerroute_route_cost(stake.granted), worth[i].cost);
    }
    leerroute_values_free(values);
    leerroute_intake_free(intake);
}
END_TEST

/* With a function first the advised route may be no shortest one, and another step may lead to
 * that: but then the function comes later, so it is no better. */
START_TEST(with_a_function_first_no_other_step_is_better) {
    static const leerroute_questions questions = {.first = "f", .why_not = "both"};
    leerroute_intake *intake = intake_of("10", "");
    leerroute_advice *advice;
    const leerroute_route *route;
    ck_assert_int_eq(leerroute_advise(planner, intake, &questions, NULL, &advice), LEERROUTE_OK);
    ck_assert_int_eq(weeks_of(leerroute_advice_route(advice)), 4);
    ck_assert(leerroute_advice_why_not(advice, NULL, &route));
    ck_assert_int_eq(weeks_of(route), 5);
    leerroute_advice_free(advice);
    leerroute_intake_free(intake);
}
END_TEST

Suite *known_suite(void) {
    Suite *suite = suite_create("known");
    TCase *tests = tcase_create("known");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, a_plan_after_another_is_as_good_as_by_itself, 0,
                        sizeof pairs / sizeof *pairs);
    tcase_add_test(tests, more_plans_than_are_kept_do_no_harm);
    tcase_add_test(tests, what_is_known_takes_no_search);
    tcase_add_test(tests, less_that_is_expected_may_be_better);
    tcase_add_test(tests, what_fails_may_be_better);
    tcase_add_test(tests, each_claim_has_its_own_worth);
    tcase_add_test(tests, with_a_function_first_no_other_step_is_better);
    suite_add_tcase(suite, tests);
    return suite;
}
