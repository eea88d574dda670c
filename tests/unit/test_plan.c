/* The planner by its public calls: worked cases to their measures, the traps of counting what is
 * needed, limits, and what a planner keeps from one plan to the next. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "model/route.h"
#include "plan/planner.h"
#include "plan/settle.h"
#include "support.h"

/* ---- Plans ------------------------------------------------------------------------------------
 */

typedef struct person {
    leerroute_catalogue *catalogue;
    leerroute_intake *intake;
} person;

static person person_of(const char *units, const char *goal, const char *rest) {
    char catalogue[2000], intake[1000];
    snprintf(catalogue, sizeof catalogue,
             "{'format':'leerroute-catalogue/1','id':'c','units':[%s]}", units);
    snprintf(intake, sizeof intake,
             "{'format':'leerroute-intake/1','id':'i','start':'2026-08-31','goal':%s,"
             "'capacity':{'study_hours_per_week':40}%s}",
             goal, rest);
    person p = {.catalogue = right_catalogue(catalogue)};
    p.intake = right_intake(p.catalogue, intake);
    return p;
}

static person person_in(const char *folder) {
    person p = {.catalogue = fixture_catalogue(folder)};
    p.intake = fixture_intake(p.catalogue, folder, "intake.json");
    return p;
}

static void let_go(person *p) {
    leerroute_intake_free(p->intake);
    leerroute_catalogue_free(p->catalogue);
}

/* The route file of a plan. New: leerroute_text_free. */
static char *plan_text(leerroute_planner *planner, const person *p,
                       const leerroute_limits *limits) {
    const leerroute_route *route;
    const leerroute_style style = {.format = LEERROUTE_JSON};
    char *out = NULL;
    ck_assert_int_eq(leerroute_plan(planner, p->intake, limits, &route), LEERROUTE_OK);
    ck_assert_int_eq(leerroute_route_write(route, p->intake, &style, &out, NULL), LEERROUTE_OK);
    return out;
}

static json_t *plan_json(leerroute_planner *planner, const person *p,
                         const leerroute_limits *limits) {
    char *text = plan_text(planner, p, limits);
    json_t *json = json_loads(text, 0, NULL);
    ck_assert_ptr_nonnull(json);
    leerroute_text_free(text);
    return json;
}

static const char *text_at(const json_t *json, const char *key) {
    return json_string_value(json_object_get(json, key));
}

/* ---- What counts once -------------------------------------------------------------------------
 */

#define UNIT(id, cost)                                                                             \
    "{'id':'" id "','name':'U','offerings':[{'id':'" id "-o','weeks':1,'study_hours':10,"          \
    "'cost_eur':" #cost "}]}"

static const struct cheap_row {
    const char *units, *goal;
    int cost;
} cheap_rows[] = {
    /* `t` may serve the first need in two ways; what it leaves of the second way, `w`, is not the
     * need's that asks for `w` or `x` alone. */
    {UNIT("t", 10) "," UNIT("w", 12) "," UNIT("v", 5) "," UNIT("x", 13),
     "{'all':[{'any':[{'unit':'t'},{'all':[{'any':[{'unit':'t'},{'unit':'w'}]},{'unit':'v'}]}]},"
     "{'any':[{'unit':'w'},{'unit':'x'}]}]}",
     17},
    /* What is named twice is paid for once. */
    {UNIT("u", 10) "," UNIT("v", 15),
     "{'at_least':2,'of':[{'unit':'u'},{'unit':'u'},{'unit':'v'}]}", 10},
    /* What is held gives weight too: when it is enough, nothing is missing. */
    {UNIT("u", 10) "," UNIT("v", 15),
     "{'at_least':2,'of':[{'weight':2,'that':{'all':[]}},{'unit':'u'},{'unit':'v'}]}", 0},
    /* What costs nothing and does not fit in time does not make another offering cheaper. */
    {"{'id':'u','name':'U','offerings':[{'id':'a','weeks':1,'cost_eur':430},{'id':'b','weeks':9,"
     "'starts':['2026-09-14']}]}",
     "{'unit':'u'}", 0},
};

START_TEST(what_is_needed_counts_once) {
    const struct cheap_row *row = &cheap_rows[_i];
    leerroute_planner *planner = leerroute_planner_new();
    for (int below = 0; below < 2; below++) {
        char rest[80];
        snprintf(rest, sizeof rest, ",'objective':['cost'],'limits':{'budget_eur':%d}",
                 below ? row->cost - (row->cost > 0) : row->cost);
        person p = person_of(row->units, row->goal, rest);
        json_t *route = plan_json(planner, &p, NULL);
        if (below && row->cost > 0) {
            ck_assert_str_eq(text_at(route, "status"), "none");
        } else {
            ck_assert_str_eq(text_at(route, "status"), "optimal");
            ck_assert_int_eq(json_integer_value(json_object_get(route, "cost_eur")), row->cost);
        }
        json_decref(route);
        let_go(&p);
    }
    leerroute_planner_free(planner);
}
END_TEST

/* ---- Worked cases and limits ------------------------------------------------------------------
 */

static leerroute_planner
    *shared; /* one planner for all cases: it keeps nothing of the one before */

static bool same(const json_t *route, const char *key, const json_t *measures, const char *name) {
    const json_t *wanted = json_object_get(measures, name);
    return !wanted || json_equal(json_object_get(route, key), wanted);
}

static bool has_measures(const json_t *route, const json_t *measures) {
    return same(route, "finish", measures, "finish") && same(route, "cost_eur", measures, "cost") &&
           same(route, "study_hours", measures, "hours");
}

/* Is what is proved no more than the true value? Of the first measure alone, for the value of the
 * next depends on it. Dates compare as text. */
static void assert_bound(const char *folder, const json_t *route, const json_t *expected) {
    const json_t *bound = json_object_get(route, "bound");
    ck_assert_msg(bound != NULL, "%s: no bound", folder);
    const json_t *best =
        json_object_get(json_object_get(expected, "measures"), text_at(bound, "measure"));
    const json_t *value = json_object_get(bound, "value");
    if (json_is_string(best))
        ck_assert_msg(strcmp(json_string_value(value), json_string_value(best)) <= 0, "%s", folder);
    else if (best)
        ck_assert_msg(json_integer_value(value) <= json_integer_value(best), "%s", folder);
}

/* A limit by nodes gives the same bytes, whatever was planned before. */
static void assert_repeatable(const char *folder, const person *p, const leerroute_limits *limits) {
    leerroute_planner *fresh = leerroute_planner_new();
    char *one = plan_text(shared, p, limits), *other = plan_text(fresh, p, limits);
    ck_assert_msg(strcmp(one, other) == 0, "%s with %d nodes", folder, (int)limits->nodes);
    leerroute_text_free(one);
    leerroute_text_free(other);
    leerroute_planner_free(fresh);
}

/* What is proved of the finish with more nodes is no less than with fewer. */
static void assert_no_less(const char *folder, const json_t *route, char proved[11]) {
    const json_t *bound = json_object_get(route, "bound");
    const char *first = json_string_value(json_array_get(json_object_get(route, "objective"), 0));
    if (strcmp(first, "finish") != 0 || strcmp(text_at(bound, "measure"), "finish") != 0) return;
    const char *value = text_at(bound, "value");
    ck_assert_msg(strcmp(value, proved) >= 0, "%s: %s after %s", folder, value, proved);
    snprintf(proved, 11, "%s", value);
}

static void visit_case(const char *folder) {
    size_t size;
    person p = person_in(folder);
    char *text = fixture_in(folder, "expected.json", &size);
    json_t *expected = json_loads(text, 0, NULL);
    leerroute_planner *fresh = leerroute_planner_new();
    free(text);

    char *one = plan_text(shared, &p, NULL), *other = plan_text(fresh, &p, NULL);
    ck_assert_msg(strcmp(one, other) == 0, "%s: other bytes", folder);
    json_t *route = json_loads(one, 0, NULL);
    const char *status = text_at(route, "status");
    ck_assert_msg(strcmp(status, text_at(expected, "status")) == 0, "%s: %s", folder, status);
    ck_assert_msg(has_measures(route, json_object_get(expected, "measures")), "%s: %s", folder,
                  one);
    json_decref(route);

    char proved[11] = ""; /* of the first measure, when that is the finish */
    for (uint64_t nodes = 1; nodes < 40; nodes += nodes < 12 ? 1 : 9) {
        leerroute_limits limits = {.nodes = nodes};
        assert_repeatable(folder, &p, &limits);
        route = plan_json(shared, &p, &limits);
        status = text_at(route, "status");
        if (strcmp(status, "feasible") == 0 || strcmp(status, "unknown") == 0) {
            assert_bound(folder, route, expected);
            assert_no_less(folder, route, proved);
        } else {
            ck_assert_msg(strcmp(status, text_at(expected, "status")) == 0 &&
                              has_measures(route, json_object_get(expected, "measures")),
                          "%s with %d nodes", folder, (int)nodes);
        }
        json_decref(route);
    }
    leerroute_text_free(one);
    leerroute_text_free(other);
    leerroute_planner_free(fresh);
    json_decref(expected);
    let_go(&p);
}

START_TEST(each_case_has_its_answer_with_and_without_limits) {
    shared = leerroute_planner_new();
    each_case(false, visit_case);
    leerroute_planner_free(shared);
}
END_TEST

/* The finish is known from the outset. However early a limit stops the search, also when it has
 * begun anew with fewer weeks by then, no less is proved. */
START_TEST(what_is_known_of_the_finish_stays_known) {
    static const char *const folders[] = {"cases/118-small-finish-cost",
                                          "cases/127-small-finish-cost-hours",
                                          "cases/139-small-finish"};
    person p = person_in(folders[_i]);
    leerroute_planner *planner = leerroute_planner_new();
    lri_conditions conditions = LRI_CONDITIONS_NONE;
    const leerroute_route *route;
    uint32_t bounds = 0;
    ck_assert_int_eq(leerroute_plan(planner, p.intake, NULL, &route), LEERROUTE_OK);
    int64_t finish = route->finish;
    conditions.floor[LEERROUTE_FINISH] = (finish - route->start) / 7;
    for (uint64_t nodes = 1; nodes <= 40; nodes++) {
        const leerroute_limits limits = {.nodes = nodes};
        ck_assert_int_eq(lri_plan_with(planner, p.intake, &conditions, NULL, &limits, &route),
                         LEERROUTE_OK);
        if (!route->has_bound || route->bound_measure != LEERROUTE_FINISH) continue;
        ck_assert_int_eq(route->bound_value, finish);
        bounds++;
    }
    ck_assert_uint_gt(bounds, 0);
    leerroute_planner_free(planner);
    let_go(&p);
}
END_TEST

/* ---- What makes no difference ------------------------------------------------------------------
 */

/* A unit that asks for something, and one with an offering for each of two ways to ask. */
#define ASKS(id, asked)                                                                            \
    "{'id':'" id "','name':'U','requires':" asked ",'offerings':[{'id':'" id "-o','weeks':1}]}"
#define EITHER(id, one, other)                                                                     \
    "{'id':'" id "','name':'U','offerings':[{'id':'" id "-1','weeks':1,'requires':" one            \
    "},{'id':'" id "-2','weeks':1,'requires':" other "}]}"
#define LONGER(id, cost)                                                                           \
    "{'id':'" id "','name':'U','offerings':[{'id':'" id "-o','weeks':2,'study_hours':5,"           \
    "'cost_eur':" #cost "}]}"
#define A                          "{'unit':'a'}"
#define B                          "{'unit':'b'}"
#define C                          "{'unit':'c'}"
#define STARTED(id)                "{'unit':'" id "','started':true}"
#define ALL(one, other)            "{'all':[" one "," other "]}"
#define ANY(one, other)            "{'any':[" one "," other "]}"
#define WEIGHT(weight, that)       "{'weight':" #weight ",'that':" that "}"
#define AT_LEAST(need, one, other) "{'at_least':" #need ",'of':[" one "," other "]}"

/* What the planner tells of its last plan. New. */
static json_t *statistics_of(const leerroute_planner *planner) {
    char *text = NULL;
    ck_assert_int_eq(leerroute_planner_statistics(planner, &text, NULL), LEERROUTE_OK);
    json_t *json = json_loads(text, 0, NULL);
    leerroute_text_free(text);
    return json;
}

static const struct small_row {
    const char *units, *goal;
    int nodes, tasks, modes; /* that are left */
} small_rows[] = {
    /* What comes after its sibling is no other way to the same. */
    {UNIT("a", 1) "," UNIT("b", 1), ANY(A, ALL(A, B)), 3, 1, 1},
    /* What asks for a thing does not give it. */
    {ASKS("b", "{'any':[{'unit':'a'},{'unit':'c'},{'unit':'d'}]}") "," ASKS("c", B) "," UNIT(
         "a", 1) "," LONGER("d", 1),
     B, 6, 3, 3},
    /* Weights of which each is enough, or none can be missed, are no weights. */
    {UNIT("a", 1) "," UNIT("b", 1), AT_LEAST(2, WEIGHT(2, A), WEIGHT(3, ALL(A, B))), 3, 1, 1},
    {UNIT("a", 1) "," UNIT("b", 1), AT_LEAST(3, WEIGHT(2, A), WEIGHT(1, ALL(A, B))), 5, 2, 2},
    /* The other offering asks for more. */
    {UNIT("a", 1) "," ASKS("b", A) "," EITHER("c", B, A), "{'unit':'c'}", 4, 2, 2},
    /* Equal things are one thing. */
    {UNIT("a", 1) "," LONGER("b", 1) "," EITHER("c", ANY(A, B), ANY(B, A)), C, 6, 3, 3},
};

START_TEST(what_makes_no_difference_is_left_out) {
    const struct small_row *row = &small_rows[_i];
    leerroute_planner *planner = leerroute_planner_new();
    person p = person_of(row->units, row->goal, ",'objective':['cost']");
    json_t *route = plan_json(planner, &p, NULL);
    ck_assert_str_eq(text_at(route, "status"), "optimal");
    json_t *json = statistics_of(planner);
    ck_assert_int_eq(json_integer_value(json_object_get(json, "nodes")), row->nodes);
    ck_assert_int_eq(json_integer_value(json_object_get(json, "tasks")), row->tasks);
    ck_assert_int_eq(json_integer_value(json_object_get(json, "modes")), row->modes);
    json_decref(json);
    json_decref(route);
    leerroute_planner_free(planner);
    let_go(&p);
}
END_TEST

/* ---- What takes the place of another -----------------------------------------------------------
 */

static const struct place_row {
    const char *units, *goal, *rest, *forbidden;
    const char *left; /* the tasks */
} place_rows[] = {
    /* Of equal ones the first stays; else the one that costs less. */
    {UNIT("a", 1) "," UNIT("b", 1), ANY(A, B), "", NULL, "a"},
    {UNIT("a", 2) "," UNIT("b", 1), ANY(A, B), "", NULL, "b"},
    {UNIT("a", 1) "," UNIT("b", 1) "," UNIT("c", 1), ANY(A, ANY(B, C)), "", NULL, "a"},
    /* Each is better in something. */
    {UNIT("a", 1) "," LONGER("b", 1), ANY(A, B), "", NULL, "ab"},
    {UNIT("a", 2) ",{'id':'b','name':'U','offerings':[{'id':'b-o','weeks':1,'study_hours':10,"
                  "'cost_eur':1,'starts':['2026-08-31']}]}",
     ANY(A, B), "", NULL, "ab"},
    /* The other one asks for something; for the same; for what comes before that. */
    {UNIT("a", 1) "," ASKS("b", C) "," UNIT("c", 1), ANY(A, B), "", NULL, "abc"},
    {ASKS("a", C) "," ASKS("b", C) "," UNIT("c", 1), ANY(A, B), "", NULL, "ac"},
    {ASKS("a", "{'unit':'d'}") "," ASKS("b", C) "," UNIT("c", 1) "," ASKS("d", C), ANY(A, B), "",
     NULL, "bc"},
    /* One of the two offerings has no better one. */
    {"{'id':'a','name':'U','offerings':[{'id':'a-1','weeks':1,'study_hours':20},"
     "{'id':'a-2','weeks':3,'study_hours':5}]}," UNIT("b", 0),
     ANY(A, B), "", NULL, "ab"},
    {"{'id':'a','name':'U','offerings':[{'id':'a-1','weeks':1,'study_hours':20},"
     "{'id':'a-2','weeks':3,'study_hours':30}]}," UNIT("b", 0),
     ANY(A, B), "", NULL, "b"},
    /* Both are asked, or both count. */
    {UNIT("a", 1) "," UNIT("b", 1), ALL(A, B), "", NULL, "ab"},
    {UNIT("a", 1) "," UNIT("b", 1) "," UNIT("c", 1), "{'at_least':2,'of':[" A "," B "," C "]}", "",
     NULL, "abc"},
    /* Something else waits for the one: as a requirement, or for its start. */
    {UNIT("a", 2) "," UNIT("b", 1) "," ASKS("c", A), ALL(ANY(A, B), C), "", NULL, "abc"},
    {UNIT("a", 1) "," UNIT("b", 2) "," ASKS("c", A), ALL(ANY(A, B), C), "", NULL, "ac"},
    {UNIT("a", 2) "," UNIT("b", 1) "," LONGER("c", 1), ALL(ANY(A, B), ANY(A, C)), "", NULL, "abc"},
    {UNIT("a", 2) "," UNIT("b", 1) "," ASKS("c", STARTED("a")), ALL(ANY(A, B), C), "", NULL, "abc"},
    {UNIT("a", 2) "," UNIT("b", 1) "," ASKS("c", STARTED("b")), ALL(ANY(A, B), C), "", NULL, "abc"},
    /* It must be in the route; or the other one may not be, with something else. */
    {UNIT("a", 2) "," UNIT("b", 1) "," UNIT("c", 1), ALL(ANY(A, B), C),
     ",'limits':{'include':[{'unit':'a'}]}", NULL, "abc"},
    {UNIT("a", 2) "," UNIT("b", 1), ANY(A, B), "", "b", "ab"},
    {UNIT("a", 2) "," UNIT("b", 1), ANY(A, B), "", "a", "b"},
};

/* Which tasks are left. */
static void assert_left(const lri_problem *problem, const person *p, const char *left) {
    ck_assert_uint_eq(problem->tasks.count, strlen(left));
    for (; *left; left++) {
        const char id[] = {*left, 0};
        uint32_t activity = lri_catalogue_activity(p->catalogue, id);
        uint32_t task = lri_problem_task_of(problem, activity);
        ck_assert_uint_ne(task, LRI_NONE);
        ck_assert_uint_gt(problem->tasks.items[task].count, 0);
    }
}

START_TEST(what_another_can_take_the_place_of_is_left_out) {
    const struct place_row *row = &place_rows[_i];
    person p = person_of(row->units, row->goal, row->rest);
    lri_conditions conditions = LRI_CONDITIONS_NONE;
    lri_problem problem = {0};
    if (row->forbidden) {
        uint32_t activity = lri_catalogue_activity(p.catalogue, row->forbidden);
        ck_assert(lri_conditions_forbid(&conditions, &activity, 1));
    }
    ck_assert(lri_problem_make(&problem, p.intake, &conditions));
    assert_left(&problem, &p, row->left);
    lri_problem_free(&problem);
    lri_conditions_free(&conditions);
    let_go(&p);
}
END_TEST

/* In a shorter time `a` can take the place of `b`, unless that is a step of the route. */
START_TEST(a_step_stays_though_another_can_take_its_place) {
    person p = person_of("{'id':'a','name':'U','offerings':[{'id':'a-o','weeks':1,'starts':["
                         "'2026-08-31']}]},{'id':'b','name':'U','offerings':[{'id':'b-o',"
                         "'weeks':1,'cost_eur':1,'starts':['2026-08-31','2026-11-02']}]}",
                         ANY(A, B), "");
    for (int is_step = 0; is_step < 2; is_step++) {
        lri_problem problem = {0};
        ck_assert(lri_problem_make(&problem, p.intake, NULL));
        assert_left(&problem, &p, "ab");
        uint32_t b = problem.tasks.items[0].activity == 1 ? 0 : 1;
        int32_t starts[] = {problem.never, problem.never};
        if (is_step) starts[problem.tasks.items[b].first] = 0;
        ck_assert(lri_problem_tighten(&problem, 3, starts));
        assert_left(&problem, &p, is_step ? "ab" : "a");
        lri_problem_free(&problem);
    }
    let_go(&p);
}
END_TEST

/* Without weeks either could take the place of the other; the best route has the one that is quick.
 */
START_TEST(what_differs_in_weeks_alone_is_chosen_by_weeks) {
    person p = person_of("{'id':'a','name':'U','offerings':[{'id':'a-o','weeks':3,'cost_eur':1}]},"
                         "{'id':'b','name':'U','offerings':[{'id':'b-o','weeks':1,'cost_eur':1,"
                         "'study_hours':40}]}",
                         ANY(A, B), ",'objective':['cost','finish']");
    leerroute_planner *planner = leerroute_planner_new();
    json_t *route = plan_json(planner, &p, NULL);
    ck_assert_str_eq(text_at(route, "finish"), "2026-09-07");
    json_decref(route);
    leerroute_planner_free(planner);
    let_go(&p);
}
END_TEST

/* ---- What is seen at once ----------------------------------------------------------------------
 */

#define ASKS_FOR(id, cost, asked)                                                                  \
    "{'id':'" id "','name':'U','requires':" asked ",'offerings':[{'id':'" id "-o','weeks':1,"      \
    "'cost_eur':" #cost "}]}"
#define ON_ONE_DAY(id)                                                                             \
    "{'id':'" id "','name':'U','offerings':[{'id':'" id                                            \
    "-o','weeks':[4,5],'study_hours':110,'starts':['2026-08-31']}]}"

#define FOR_25(id)                                                                                 \
    "{'id':'" id "','name':'U','offerings':[{'id':'" id "-o','weeks':2,'study_hours':50}]}"
#define AD ALL(A, "{'unit':'d'}")

static const struct seen_row {
    const char *units, *goal, *rest;
} seen_rows[] = {
    /* Whichever of the two is taken, `a` and `d` come before it, at their price and in their time.
     */
    {UNIT("a", 30) "," UNIT("d", 30) "," ASKS_FOR("b", 50, AD) "," ASKS_FOR("c", 50, AD),
     ANY(B, "{'unit':'c'}"), ",'limits':{'budget_eur':109}"},
    /* In four weeks or in five, both at once are too much. */
    {ON_ONE_DAY("a") "," ON_ONE_DAY("b"), ALL(A, B), ""},
    /* Of 40 hours a week steps of 25 hours can take 25. */
    {FOR_25("a") "," FOR_25("b") "," FOR_25("d"), ALL(AD, B),
     ",'limits':{'finish_by':'2026-09-27'}"},
    /* What the goal rests on gives itself alone, and that in no week in which a start could be. */
    {"{'id':'u','name':'U','requires':{'competence':'k'},'offerings':[{'id':'o1','weeks':5,"
     "'study_hours':10},{'id':'o2','weeks':1,'starts':['2026-12-21']}]}],'competences':[{'id':'k',"
     "'name':'K'}],'certificates':[{'id':'d','name':'D','requires':{'unit':'u','started':true},"
     "'award_weeks':2,'grants':[{'competence':'k'}]}",
     "{'competence':'k','level':4}", ",'objective':['hours','finish']"},
};

START_TEST(what_cannot_be_is_seen_without_a_search) {
    const struct seen_row *row = &seen_rows[_i];
    leerroute_planner *planner = leerroute_planner_new();
    person p = person_of(row->units, row->goal, row->rest);
    json_t *route = plan_json(planner, &p, NULL);
    ck_assert_str_eq(text_at(route, "status"), "none");
    json_t *json = statistics_of(planner);
    ck_assert_int_eq(json_integer_value(json_object_get(json, "decisions")), 0);
    json_decref(json);
    json_decref(route);
    leerroute_planner_free(planner);
    let_go(&p);
}
END_TEST

/* ---- Settling ----------------------------------------------------------------------------------
 */

/* Neither of two that ask for each other's start can go alone, and nothing asks for either. */
START_TEST(steps_that_only_serve_each_other_go_together) {
    lri_problem problem = {0};
    lri_search x = {.problem = &problem, .value[LEERROUTE_FINISH] = 1, .value[LEERROUTE_COST] = 14};
    person p = person_of(UNIT("g", 4) ",{'id':'a','name':'U','requires':" STARTED(
                             "b") ",'offerings':[{'id':'a-o','weeks':2,'cost_eur':3}]},"
                                  "{'id':'b','name':'U','requires':" STARTED(
                                      "a") ",'offerings':[{'id':'b-o','weeks':2,'cost_eur':7}]}",
                         ANY("{'unit':'g'}", ALL(A, B)), "");
    ck_assert(lri_problem_make(&problem, p.intake, NULL));
    ck_assert_uint_eq(problem.modes.count, 3);
    for (uint32_t m = 0; m < problem.modes.count; m++) {
        ck_assert(lri_push(&x.best, 0));
        ck_assert(lri_room(&x.starts, problem.modes.count));
    }
    ck_assert(lri_room(&x.labels, problem.nodes.count));
    ck_assert(lri_settle_starts(&x));
    for (uint32_t m = 0; m < problem.modes.count; m++) {
        uint32_t activity = problem.tasks.items[problem.modes.items[m].task].activity;
        bool is_goal = strcmp(p.catalogue->activities[activity].id, "g") == 0;
        ck_assert_int_eq(x.best.items[m] <= problem.last, is_goal);
    }
    ck_assert_int_eq(x.value[LEERROUTE_COST], 4);
    ck_assert_int_eq(x.value[LEERROUTE_FINISH], 1);
    lri_search_free(&x);
    lri_problem_free(&problem);
    let_go(&p);
}
END_TEST

/* ---- Limits -----------------------------------------------------------------------------------
 */

static bool count_down(void *context) {
    int *left = context;
    return (*left)-- <= 0;
}

START_TEST(a_stop_is_heard) {
    leerroute_planner *planner = leerroute_planner_new();
    person p = person_in("cases/151-medium-finish-hours");
    char *proved = plan_text(planner, &p, NULL);
    for (int k = 0; k < 3; k++) {
        int left = k;
        leerroute_limits limits = {.stop = count_down, .context = &left};
        json_t *route = plan_json(planner, &p, &limits);
        const char *status = text_at(route, "status");
        ck_assert_str_ne(status, "none");
        if (k == 0) ck_assert_str_ne(status, "optimal");
        json_decref(route);
    }
    char *again = plan_text(planner, &p, NULL);
    ck_assert_str_eq(again, proved);
    leerroute_text_free(again);
    leerroute_text_free(proved);
    leerroute_planner_free(planner);
    let_go(&p);
}
END_TEST

/* Each measure has a way that is least in it, and is the worst in another one. */
typedef struct most_row {
    const char *objective, *offering;
    leerroute_measure measure;
    int64_t most;
} most_row;

static const most_row most_rows[] = {
    {"'finish'", "quick", LEERROUTE_HOURS, INT64_MAX},
    {"'finish'", "light", LEERROUTE_HOURS, 20},
    {"'finish'", "cheap", LEERROUTE_COST, 10},
    {"'cost'", "cheap", LEERROUTE_HOURS, 30},
    {"'cost'", "light", LEERROUTE_HOURS, 29},
    {"'cost'", "quick", LEERROUTE_FINISH, 1},
    {"'hours'", "cheap", LEERROUTE_COST, 10},
    {"'hours'", "quick", LEERROUTE_FINISH, 1},
    {"'hours'", NULL, LEERROUTE_HOURS, 19},
    {"'finish'", NULL, LEERROUTE_HOURS, 19},
};

START_TEST(no_route_has_more_than_the_conditions_allow) {
    const most_row *row = &most_rows[_i];
    char rest[60];
    snprintf(rest, sizeof rest, ",'objective':[%s]", row->objective);
    person p = person_of("{'id':'u','name':'U','offerings':["
                         "{'id':'quick','weeks':1,'study_hours':40,'cost_eur':30},"
                         "{'id':'light','weeks':2,'study_hours':20,'cost_eur':20},"
                         "{'id':'cheap','weeks':3,'study_hours':30,'cost_eur':10}]}",
                         "{'unit':'u'}", rest);
    leerroute_planner *planner = leerroute_planner_new();
    lri_conditions conditions = LRI_CONDITIONS_NONE;
    const leerroute_route *route;
    conditions.most[row->measure] = row->most;
    ck_assert_int_eq(lri_plan_with(planner, p.intake, &conditions, NULL, NULL, &route),
                     LEERROUTE_OK);
    ck_assert_int_eq(leerroute_route_outcome(route),
                     row->offering ? LEERROUTE_OPTIMAL : LEERROUTE_NO_ROUTE);
    if (row->offering) ck_assert_str_eq(route->steps[0].offering, row->offering);
    leerroute_planner_free(planner);
    let_go(&p);
}
END_TEST

START_TEST(statistics_are_json_and_misuse_is_told) {
    leerroute_planner *planner = leerroute_planner_new();
    person p = person_in("cases/001-one-unit");
    const leerroute_route *route;
    char *text;
    size_t size;
    ck_assert_int_eq(leerroute_plan(NULL, p.intake, NULL, &route), LEERROUTE_MISUSE);
    ck_assert_int_eq(leerroute_plan(planner, NULL, NULL, &route), LEERROUTE_MISUSE);
    ck_assert_int_eq(leerroute_plan(planner, p.intake, NULL, NULL), LEERROUTE_MISUSE);
    ck_assert_int_eq(leerroute_planner_statistics(NULL, &text, &size), LEERROUTE_MISUSE);
    ck_assert_int_eq(leerroute_planner_statistics(planner, NULL, &size), LEERROUTE_MISUSE);
    ck_assert_int_eq(leerroute_plan(planner, p.intake, NULL, &route), LEERROUTE_OK);
    ck_assert_int_eq(leerroute_planner_statistics(planner, &text, &size), LEERROUTE_OK);
    ck_assert_uint_eq(strlen(text), size);
    json_t *json = json_loads(text, 0, NULL);
    ck_assert_int_eq(json_integer_value(json_object_get(json, "solutions")), 1);
    json_decref(json);
    leerroute_text_free(text);
    leerroute_planner_free(planner);
    let_go(&p);
}
END_TEST

Suite *plan_suite(void) {
    enum { CHEAP = sizeof cheap_rows / sizeof *cheap_rows };
    enum { SEEN = sizeof seen_rows / sizeof *seen_rows };
    enum { SMALL = sizeof small_rows / sizeof *small_rows };
    enum { PLACES = sizeof place_rows / sizeof *place_rows };
    enum { MOST = sizeof most_rows / sizeof *most_rows };
    Suite *suite = suite_create("plan");
    TCase *tests = tcase_create("plan");
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, what_is_needed_counts_once, 0, CHEAP);
    tcase_add_loop_test(tests, what_makes_no_difference_is_left_out, 0, SMALL);
    tcase_add_loop_test(tests, what_another_can_take_the_place_of_is_left_out, 0, PLACES);
    tcase_add_test(tests, what_differs_in_weeks_alone_is_chosen_by_weeks);
    tcase_add_test(tests, a_step_stays_though_another_can_take_its_place);
    tcase_add_loop_test(tests, what_cannot_be_is_seen_without_a_search, 0, SEEN);
    tcase_add_loop_test(tests, no_route_has_more_than_the_conditions_allow, 0, MOST);
    tcase_add_test(tests, each_case_has_its_answer_with_and_without_limits);
    tcase_add_loop_test(tests, what_is_known_of_the_finish_stays_known, 0, 3);
    tcase_add_test(tests, steps_that_only_serve_each_other_go_together);
    tcase_add_test(tests, a_stop_is_heard);
    tcase_add_test(tests, statistics_are_json_and_misuse_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}
