/* The answers to questions that are answered by planning again, on generated instances: each is
 * what the brute force gives by trying everything, and the same bytes the second time.
 *
 *     questions QUESTION FIRST COUNT SIZE
 */
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "generator.h"
#include "oracle.h"
#include "questions.h"

enum { ALTERNATIVES = 3 };

/* ---- What the library says ---- */

static bool open_instance(instance *in, uint64_t seed, int size) {
    in->seed = seed;
    generator_make(seed, size, &in->catalogue_json, &in->intake_json);
    char *catalogue = json_dumps(in->catalogue_json, 0), *intake = json_dumps(in->intake_json, 0);
    bool is_open = leerroute_catalogue_parse(catalogue, strlen(catalogue), "catalogue", NULL,
                                             &in->catalogue) == LEERROUTE_OK &&
                   leerroute_intake_parse(in->catalogue, intake, strlen(intake), "intake", 0, 0,
                                          NULL, &in->intake) == LEERROUTE_OK;
    free(catalogue);
    free(intake);
    return is_open;
}

static void close_instance(instance *in) {
    leerroute_intake_free(in->intake);
    leerroute_catalogue_free(in->catalogue);
    json_decref(in->catalogue_json);
    json_decref(in->intake_json);
    in->intake = NULL;
    in->catalogue = NULL;
}

/* Are all routes valid, by the checker? */
static bool are_valid(const instance *in, const leerroute_routes *routes) {
    bool valid = true;
    for (size_t i = 0; valid && i < leerroute_routes_count(routes); i++) {
        leerroute_check *check = NULL;
        valid = leerroute_route_check(in->intake, leerroute_routes_get(routes, i), &check) ==
                    LEERROUTE_OK &&
                leerroute_check_fault_count(check) == 0;
        leerroute_check_free(check);
    }
    return valid;
}

static json_t *ask_once(const instance *in, bool pareto) {
    const leerroute_style style = {.format = LEERROUTE_JSON};
    leerroute_routes *routes = NULL;
    char *text = NULL;
    leerroute_status status =
        pareto ? leerroute_plan_pareto(in->planner, in->intake, NULL, &routes)
               : leerroute_plan_alternatives(in->planner, in->intake, ALTERNATIVES, NULL, &routes);
    if (status == LEERROUTE_OK && are_valid(in, routes))
        status = leerroute_routes_write(routes, &style, &text, NULL);
    json_t *json = status == LEERROUTE_OK && text ? json_loads(text, 0, NULL) : NULL;
    leerroute_text_free(text);
    leerroute_routes_free(routes);
    return json;
}

/* The answer as JSON, the same twice; NULL when that fails. */
static json_t *ask(const instance *in, bool pareto) {
    json_t *once = ask_once(in, pareto), *twice = ask_once(in, pareto);
    bool same = once && json_equal(once, twice);
    json_decref(twice);
    if (same) return once;
    json_decref(once);
    return NULL;
}

/* ---- Alternatives ---- */

static json_t *set_of(const json_t *route) {
    json_t *set = json_array(), *step;
    size_t i;
    json_array_foreach(json_object_get(route, "steps"), i, step)
        json_array_append(set, json_object_get(step, "id"));
    return set;
}

bool has_measures(const json_t *route, const json_t *measures) {
    static const char *const names[][2] = {
        {"finish", "finish"}, {"cost_eur", "cost"}, {"study_hours", "hours"}};
    bool same = route != NULL;
    for (size_t i = 0; same && i < 3; i++) {
        const json_t *wanted = json_object_get(measures, names[i][1]);
        same = !wanted || json_equal(json_object_get(route, names[i][0]), wanted);
    }
    return same;
}

/* Each route is the best of those that are left, and where they end there are no more. */
static verdict judge_alternatives(instance *in) {
    json_t *answer = ask(in, false), *avoid = json_array();
    const json_t *routes = json_object_get(answer, "routes");
    verdict so_far = answer ? ANSWERED : WRONG;
    for (size_t i = 0; so_far == ANSWERED && i <= ALTERNATIVES; i++) {
        const struct oracle_options options = {.nodes = ORACLE_NODES, .avoid = avoid};
        const json_t *route = json_array_get(routes, i);
        struct oracle_result result;
        oracle_solve(in->catalogue_json, in->intake_json, &options, &result);
        json_t *expected = oracle_to_json(&result, in->intake_json);
        bool is_last = result.status == ORACLE_NONE;
        if (result.status == ORACLE_TOO_LARGE)
            so_far = SKIPPED;
        else if (is_last ? route != NULL
                         : !has_measures(route, json_object_get(expected, "measures")))
            so_far = WRONG;
        else if (is_last && i == 0)
            so_far = NONE;
        json_decref(expected);
        oracle_free(&result);
        if (is_last) break;
        json_array_append_new(avoid, set_of(route));
    }
    json_decref(avoid);
    json_decref(answer);
    return so_far;
}

/* ---- Trade-offs ---- */

/* The routes' measures, as the brute force writes a front. */
static json_t *front_of(const json_t *routes) {
    json_t *front = json_array(), *route;
    size_t i;
    json_array_foreach(routes, i, route)
        json_array_append_new(front, json_pack("[OOO]", json_object_get(route, "finish"),
                                               json_object_get(route, "cost_eur"),
                                               json_object_get(route, "study_hours")));
    return front;
}

static verdict judge_pareto(instance *in) {
    const struct oracle_options options = {.nodes = ORACLE_NODES};
    struct oracle_result result;
    json_t *answer = ask(in, true), *front = front_of(json_object_get(answer, "routes"));
    oracle_solve(in->catalogue_json, in->intake_json, &options, &result);
    json_t *expected = oracle_to_json(&result, in->intake_json);
    verdict found = result.status == ORACLE_OPTIMAL ? ANSWERED : NONE;
    bool same = json_equal(json_object_get(answer, "status"), json_object_get(expected, "status"));
    if (result.status == ORACLE_OPTIMAL)
        same = same && json_equal(front, json_object_get(expected, "pareto"));
    if (result.status == ORACLE_TOO_LARGE)
        found = SKIPPED;
    else if (!same)
        found = WRONG;
    json_decref(expected);
    oracle_free(&result);
    json_decref(front);
    json_decref(answer);
    return found;
}

/* ---- Fixed points ---- */

/* The units and assessments, one after the other. */
static const json_t *activity_at(const instance *in, size_t i) {
    const json_t *units = json_object_get(in->catalogue_json, "units");
    const json_t *assessments = json_object_get(in->catalogue_json, "assessments");
    size_t count = json_array_size(units), all = count + json_array_size(assessments);
    return i % all < count ? json_array_get(units, i % all)
                           : json_array_get(assessments, i % all - count);
}

static const char *id_of(const json_t *object) {
    return json_string_value(json_object_get(object, "id"));
}

/* A list among the limits of the intake; made where there is none. */
static json_t *list_of(instance *in, const char *name) {
    json_t *limits = json_object_get(in->intake_json, "limits");
    if (!limits) {
        limits = json_object();
        json_object_set_new(in->intake_json, "limits", limits);
    }
    json_t *list = json_object_get(limits, name);
    if (!list) {
        list = json_array();
        json_object_set_new(limits, name, list);
    }
    return list;
}

/* Puts the entry in the intake in the place of what it says of the same thing. */
static void put_include(json_t *list, json_t *entry, const char *kind, const char *id) {
    for (size_t i = json_array_size(list); i-- > 0;) {
        const char *other = json_string_value(json_object_get(json_array_get(list, i), kind));
        if (other && strcmp(other, id) == 0) json_array_remove(list, i);
    }
    json_array_append_new(list, entry);
}

/* One thing included, in its first offering, and another one excluded: the same in the file. */
static verdict judge_fixed(instance *in) {
    const json_t *in_it = activity_at(in, in->seed), *out_of_it = activity_at(in, in->seed + 3);
    const json_t *offering = json_array_get(json_object_get(in_it, "offerings"), 0);
    const char *kind = json_object_get(in_it, "validates") ? "assessment" : "unit";
    const leerroute_route *route;
    const leerroute_style style = {.format = LEERROUTE_JSON};
    const struct oracle_options options = {.nodes = ORACLE_NODES};
    struct oracle_result result;
    char *text = NULL;
    if (leerroute_intake_include(in->intake, id_of(in_it), id_of(offering), -1) != LEERROUTE_OK)
        return NONE; /* under way */
    put_include(
        list_of(in, "include"),
        json_pack("{sssO}", kind, id_of(in_it), "offering", json_object_get(offering, "id")), kind,
        id_of(in_it));
    json_array_append(list_of(in, "exclude"), json_object_get(out_of_it, "id"));
    if (leerroute_intake_exclude(in->intake, id_of(out_of_it)) != LEERROUTE_OK ||
        leerroute_plan(in->planner, in->intake, NULL, &route) != LEERROUTE_OK ||
        leerroute_route_write(route, in->intake, &style, &text, NULL) != LEERROUTE_OK)
        return WRONG;
    json_t *answer = json_loads(text, 0, NULL);
    oracle_solve(in->catalogue_json, in->intake_json, &options, &result);
    json_t *expected = oracle_to_json(&result, in->intake_json);
    verdict found = result.status == ORACLE_OPTIMAL ? ANSWERED : NONE;
    if (result.status == ORACLE_TOO_LARGE)
        found = SKIPPED;
    else if (!json_equal(json_object_get(answer, "status"), json_object_get(expected, "status")) ||
             !has_measures(answer, json_object_get(expected, "measures")))
        found = WRONG;
    json_decref(expected);
    json_decref(answer);
    oracle_free(&result);
    leerroute_text_free(text);
    return found;
}

/* ---- First a function ---- */

static bool is_valid(const instance *in, const leerroute_route *route) {
    leerroute_check *check = NULL;
    if (leerroute_route_outcome(route) == LEERROUTE_NO_ROUTE) return true;
    bool valid = leerroute_route_check(in->intake, route, &check) == LEERROUTE_OK &&
                 leerroute_check_fault_count(check) == 0;
    leerroute_check_free(check);
    return valid;
}

/* The route file, when the checker finds no fault in it, also as it is read again. */
static json_t *checked(const instance *in, const leerroute_route *route) {
    const leerroute_style style = {.format = LEERROUTE_JSON};
    leerroute_route *again = NULL;
    char *text = NULL;
    bool valid = is_valid(in, route) &&
                 leerroute_route_write(route, in->intake, &style, &text, NULL) == LEERROUTE_OK &&
                 leerroute_route_parse(in->intake, text, strlen(text), "route", NULL, &again) ==
                     LEERROUTE_OK &&
                 is_valid(in, again);
    json_t *json = valid ? json_loads(text, 0, NULL) : NULL;
    leerroute_route_free(again);
    leerroute_text_free(text);
    return json;
}

static verdict judge_first(instance *in) {
    const json_t *functions = json_object_get(in->catalogue_json, "functions");
    size_t count = json_array_size(functions);
    if (!count) return NONE;
    const char *id = id_of(json_array_get(functions, in->seed % count));
    const struct oracle_options options = {.nodes = ORACLE_NODES, .first = id};
    const leerroute_route *route = NULL;
    struct oracle_result result;
    if (leerroute_plan_first(in->planner, in->intake, id, NULL, &route) != LEERROUTE_OK)
        return WRONG;
    json_t *answer = checked(in, route);
    oracle_solve(in->catalogue_json, in->intake_json, &options, &result);
    json_t *expected = oracle_to_json(&result, in->intake_json);
    verdict found = result.status == ORACLE_OPTIMAL ? ANSWERED : NONE;
    if (result.status == ORACLE_TOO_LARGE)
        found = SKIPPED;
    else if (!answer ||
             !json_equal(json_object_get(answer, "status"), json_object_get(expected, "status")) ||
             !has_measures(answer, json_object_get(expected, "measures")))
        found = WRONG;
    json_decref(expected);
    json_decref(answer);
    oracle_free(&result);
    return found;
}

/* ---- All ---- */

static const struct question {
    const char *name;
    verdict (*judge)(instance *in);
} questions[] = {{"alternatives", judge_alternatives},
                 {"pareto", judge_pareto},
                 {"fixed", judge_fixed},
                 {"first", judge_first},
                 {"value", judge_value},
                 {"without", judge_without},
                 {"explain", judge_explain},
                 {"profile", judge_profile}};

enum { QUESTIONS = sizeof questions / sizeof *questions };

static void try_seeds(const struct question *q, uint64_t first, uint64_t count, int size,
                      unsigned tally[VERDICTS]) {
    instance in = {.planner = leerroute_planner_new()};
    for (uint64_t seed = first; in.planner && seed < first + count; seed++) {
        verdict found = open_instance(&in, seed, size) ? q->judge(&in) : WRONG;
        tally[found]++;
        if (found == WRONG) printf("seed %" PRIu64 " size %d: another answer\n", seed, size);
        close_instance(&in);
    }
    leerroute_planner_free(in.planner);
}

int main(int argc, char **argv) {
    const struct question *q = NULL;
    for (size_t i = 0; argc == 5 && i < QUESTIONS; i++)
        if (strcmp(argv[1], questions[i].name) == 0) q = &questions[i];
    if (!q) {
        fputs("usage: questions QUESTION FIRST COUNT SIZE\n", stderr);
        return 2;
    }
    unsigned tally[VERDICTS] = {0};
    uint64_t count = strtoull(argv[3], NULL, 10);
    try_seeds(q, strtoull(argv[2], NULL, 10), count, atoi(argv[4]), tally);
    printf("%u with an answer, %u with none, %u too large for the brute force, %u wrong\n",
           tally[ANSWERED], tally[NONE], tally[SKIPPED], tally[WRONG]);
    return tally[WRONG] > 0 || tally[SKIPPED] > count / 10 ||
           tally[ANSWERED] + tally[NONE] + tally[SKIPPED] != count;
}
