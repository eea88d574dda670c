/* A route half done goes on as it was planned: on generated instances, the intake of a later day
 * has a best route with what is left of the measures, by the planner and by the brute force; and
 * what is written of it reads as the same.
 *
 *     resume FIRST COUNT SIZE */
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "generator.h"
#include "leerroute/leerroute.h"
#include "oracle.h"

enum { ORACLE_NODES = 400000 };

typedef struct tally {
    unsigned days, same, other, wrong;
} tally;

typedef struct person {
    leerroute_planner *planner, *later;
    leerroute_catalogue *catalogue;
    leerroute_intake *intake;
    const json_t *catalogue_json, *intake_json;
    uint64_t seed;
    bool lapses; /* what is held may lapse: then a route may have to do a thing again */
} person;

static void complain(const person *p, tally *t, leerroute_day on, const char *what) {
    char day[11];
    leerroute_day_text(on, day);
    printf("seed %" PRIu64 ", %s: %s\n", p->seed, day, what);
    t->wrong++;
}

static leerroute_intake *read_intake(const person *p, const char *text) {
    leerroute_intake *intake = NULL;
    leerroute_intake_parse(p->catalogue, text, strlen(text), "intake", 0, 0, NULL, &intake);
    return intake;
}

/* What the steps that began before the day take of a measure. */
static int64_t spent(const leerroute_route *route, leerroute_day start, leerroute_day on,
                     leerroute_measure measure) {
    int64_t sum = 0;
    leerroute_step step;
    for (size_t i = 0; leerroute_route_step(route, i, &step); i++)
        if ((step.start > start ? step.start : start) < on)
            sum += measure == LEERROUTE_COST ? step.cost_eur : step.study_hours;
    return measure == LEERROUTE_FINISH ? 0 : sum;
}

static int64_t measured(const leerroute_route *route, leerroute_measure measure) {
    return measure == LEERROUTE_FINISH ? leerroute_route_finish(route)
           : measure == LEERROUTE_COST ? leerroute_route_cost(route)
                                       : leerroute_route_study_hours(route);
}

static leerroute_day day_of(const json_t *intake, const char *key) {
    leerroute_day day = 0;
    const char *text = json_string_value(json_object_get(intake, key));
    if (text) leerroute_day_parse(text, &day);
    return day;
}

/* The measures of the rest add up, with what was spent, to those of the route, in so far as they
 * count. What is left may only be better where the goal no longer waits for what was included. */
static bool adds_up(const person *p, const leerroute_route *route, const leerroute_route *rest,
                    leerroute_day on) {
    static const char *const names[] = {"finish", "cost", "hours"};
    static const leerroute_measure all[] = {LEERROUTE_FINISH, LEERROUTE_COST, LEERROUTE_HOURS};
    const json_t *objective = json_object_get(p->intake_json, "objective");
    for (size_t i = 0; i < (objective ? json_array_size(objective) : 3); i++) {
        leerroute_measure measure = all[i];
        for (size_t m = 0; m < 3 && objective; m++)
            if (!strcmp(json_string_value(json_array_get(objective, i)), names[m]))
                measure = all[m];
        int64_t before = spent(route, day_of(p->intake_json, "start"), on, measure);
        int64_t whole = measured(route, measure);
        if (measure == LEERROUTE_FINISH && on > whole) whole = on - on % 7;
        if (whole != before + measured(rest, measure)) return false;
    }
    return true;
}

/* Has the deadline gone by, after the finish? */
static bool is_too_late(const person *p, const leerroute_route *route, leerroute_day on) {
    return on >= leerroute_route_finish(route) + 7 &&
           on > day_of(json_object_get(p->intake_json, "limits"), "finish_by");
}

static bool has_include(const person *p) {
    return json_object_get(json_object_get(p->intake_json, "limits"), "include") != NULL;
}

/* The brute force finds the measures of the rest, too. */
static bool agrees(const person *p, const json_t *now, const leerroute_route *rest) {
    struct oracle_options options = {.nodes = ORACLE_NODES};
    struct oracle_result result;
    oracle_solve(p->catalogue_json, now, &options, &result);
    json_t *expected = oracle_to_json(&result, now);
    json_t *measures = json_object_get(expected, "measures");
    bool agree =
        result.status == ORACLE_TOO_LARGE ||
        (result.status == ORACLE_NONE) == (leerroute_route_outcome(rest) == LEERROUTE_NO_ROUTE);
    char finish[11];
    leerroute_day_text(leerroute_route_finish(rest), finish);
    const char *key;
    json_t *value;
    json_object_foreach(measures, key, value) {
        if (!strcmp(key, "finish"))
            agree = agree && !strcmp(json_string_value(value), finish);
        else
            agree = agree &&
                    json_integer_value(value) ==
                        measured(rest, !strcmp(key, "cost") ? LEERROUTE_COST : LEERROUTE_HOURS);
    }
    json_decref(expected);
    oracle_free(&result);
    return agree;
}

static void try_intake(tally *t, const person *p, const leerroute_route *route, leerroute_day on,
                       const char *text) {
    leerroute_intake *now = read_intake(p, text);
    json_t *json = json_loads(text, 0, NULL);
    const leerroute_route *rest;
    char *again = NULL;
    if (!now || leerroute_intake_write(now, &again, NULL) != LEERROUTE_OK || strcmp(text, again))
        complain(p, t, on, "what is written reads as something else");
    else if (leerroute_plan(p->later, now, NULL, &rest) != LEERROUTE_OK)
        complain(p, t, on, "no plan");
    else if (!agrees(p, json, rest))
        complain(p, t, on, "planner and brute force differ on the rest");
    else if (p->lapses || is_too_late(p, route, on))
        t->other++;
    else if (leerroute_route_outcome(rest) != LEERROUTE_OPTIMAL)
        complain(p, t, on, "there is no rest of the route");
    else if (!has_include(p) && !adds_up(p, route, rest, on))
        complain(p, t, on, "the rest does not add up to the route");
    else
        t->same++;
    leerroute_text_free(again);
    json_decref(json);
    leerroute_intake_free(now);
}

static void try_day(tally *t, const person *p, const leerroute_route *route, leerroute_day on) {
    leerroute_intake *now = NULL;
    char *text = NULL;
    if (on < day_of(p->intake_json, "start")) return;
    t->days++;
    leerroute_status status = leerroute_resume(p->intake, route, on, NULL, 0, NULL, &now);
    if (status == LEERROUTE_OK) status = leerroute_intake_write(now, &text, NULL);
    if (status == LEERROUTE_OK)
        try_intake(t, p, route, on, text);
    else
        complain(p, t, on, "no intake");
    leerroute_text_free(text);
    leerroute_intake_free(now);
}

/* The start, some days on the way, the finish and a while after it. */
static void try_days(tally *t, const person *p, const leerroute_route *route) {
    leerroute_day start = day_of(p->intake_json, "start"), finish = leerroute_route_finish(route);
    for (int i = 0; i <= 5; i++)
        try_day(t, p, route, start + (leerroute_day)((int64_t)(finish - start) * i / 4));
    leerroute_step step;
    for (size_t i = 0; leerroute_route_step(route, i, &step); i++) {
        if (step.start >= start) try_day(t, p, route, step.start);
        try_day(t, p, route, step.start + (leerroute_day)(7 * step.weeks - 1));
        try_day(t, p, route, step.start + (leerroute_day)(7 * step.weeks));
    }
}

static void try_seed(tally *t, person *p, int size) {
    json_t *catalogue, *intake;
    const leerroute_route *route;
    generator_make(p->seed, size, &catalogue, &intake);
    p->lapses = p->seed % 4 == 0;
    if (!p->lapses) generator_let_last(catalogue, intake);
    p->catalogue_json = catalogue;
    p->intake_json = intake;
    char *text = json_dumps(catalogue, 0);
    leerroute_catalogue_parse(text, strlen(text), "catalogue", NULL, &p->catalogue);
    free(text);
    text = json_dumps(intake, 0);
    p->intake = read_intake(p, text);
    free(text);
    if (!p->intake || leerroute_plan(p->planner, p->intake, NULL, &route) != LEERROUTE_OK)
        complain(p, t, 0, "no plan");
    else if (leerroute_route_outcome(route) == LEERROUTE_OPTIMAL)
        try_days(t, p, route);
    leerroute_intake_free(p->intake);
    leerroute_catalogue_free(p->catalogue);
    json_decref(catalogue);
    json_decref(intake);
}

int main(int argc, char **argv) {
    if (argc != 4) {
        fputs("usage: resume FIRST COUNT SIZE\n", stderr);
        return 2;
    }
    uint64_t first = strtoull(argv[1], NULL, 10), count = strtoull(argv[2], NULL, 10);
    tally t = {0};
    person p = {.planner = leerroute_planner_new(), .later = leerroute_planner_new()};
    for (p.seed = first; p.planner && p.later && p.seed < first + count; p.seed++)
        try_seed(&t, &p, atoi(argv[3]));
    leerroute_planner_free(p.planner);
    leerroute_planner_free(p.later);
    printf("%u days: %u as planned, %u where something may lapse or it is too late, %u wrong\n",
           t.days, t.same, t.other, t.wrong);
    return t.wrong || t.same < count;
}
