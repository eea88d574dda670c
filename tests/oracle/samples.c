/* The sample intakes: each is planned to the status and measures of expected.json, and its route
 * passes the checker. Where expected.json lists what can matter to the goal, the brute force says
 * the same; it is spared what the checked route makes pointless: to finish later, or to cost more.
 *
 *     samples FOLDER [MOST]
 *
 * MOST is how many may matter for the brute force to be tried: by default so few that it is quick.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "leerroute/leerroute.h"
#include "oracle.h"

enum { QUICK = 8 };

typedef struct samples {
    json_t *catalogue_json;
    leerroute_catalogue *catalogue;
    leerroute_planner *planner;
    size_t most; /* that may matter for the brute force to be tried */
    unsigned right, wrong, forced;
} samples;

static json_t *load(const char *folder, const char *name) {
    char path[1000];
    json_error_t error;
    snprintf(path, sizeof path, "%s/%s.json", folder, name);
    json_t *json = json_load_file(path, 0, &error);
    if (!json) printf("%s:%d: %s\n", path, error.line, error.text);
    return json;
}

/* ---- The planner ---- */

/* The route as its file has it, when the checker finds no fault in it; else NULL. */
static json_t *checked(const leerroute_intake *intake, const leerroute_route *route) {
    const leerroute_style style = {.format = LEERROUTE_JSON};
    leerroute_check *check = NULL;
    char *text = NULL;
    leerroute_status status = leerroute_route_write(route, intake, &style, &text, NULL);
    if (status == LEERROUTE_OK && leerroute_route_outcome(route) == LEERROUTE_OPTIMAL)
        status = leerroute_route_check(intake, route, &check);
    bool is_right = status == LEERROUTE_OK && (!check || leerroute_check_fault_count(check) == 0);
    json_t *json = is_right ? json_loads(text, 0, NULL) : NULL;
    leerroute_check_free(check);
    leerroute_text_free(text);
    return json;
}

static json_t *plan(const samples *s, const json_t *intake_json) {
    leerroute_intake *intake = NULL;
    const leerroute_route *route;
    json_t *json = NULL;
    char *text = json_dumps(intake_json, 0);
    leerroute_status status =
        leerroute_intake_parse(s->catalogue, text, strlen(text), "intake", 0, 0, NULL, &intake);
    if (status == LEERROUTE_OK) status = leerroute_plan(s->planner, intake, NULL, &route);
    if (status == LEERROUTE_OK) json = checked(intake, route);
    leerroute_intake_free(intake);
    free(text);
    return json;
}

static bool is_planned(const samples *s, const json_t *intake, const json_t *expected) {
    static const char *const names[][2] = {
        {"cost", "cost_eur"}, {"finish", "finish"}, {"hours", "study_hours"}};
    const json_t *measures = json_object_get(expected, "measures");
    json_t *route = plan(s, intake);
    bool same =
        route &&
        json_equal(json_object_get(route, "status"), json_object_get(expected, "status")) &&
        json_equal(json_object_get(route, "objective"), json_object_get(expected, "objective"));
    for (size_t i = 0; same && i < sizeof names / sizeof *names; i++) {
        const json_t *wanted = json_object_get(measures, names[i][0]);
        same = !wanted || json_equal(json_object_get(route, names[i][1]), wanted);
    }
    json_decref(route);
    return same;
}

/* ---- The brute force ---- */

static bool is_in(const json_t *list, const char *id) {
    size_t i;
    json_t *item;
    json_array_foreach(list, i, item) {
        if (strcmp(json_string_value(item), id) == 0) return true;
    }
    return false;
}

/* Excludes each unit or assessment that is not among those that matter. */
static void exclude_rest(json_t *exclude, const json_t *activities, const json_t *matter) {
    size_t i;
    json_t *activity;
    json_array_foreach(activities, i, activity) {
        const char *id = json_string_value(json_object_get(activity, "id"));
        if (!is_in(matter, id) && !is_in(exclude, id))
            json_array_append_new(exclude, json_string(id));
    }
}

/* A copy of the intake that asks for no worse than the expected route in its first measure. */
static json_t *narrowed(const samples *s, const json_t *intake, const json_t *expected) {
    json_t *copy = json_deep_copy(intake);
    if (!json_object_get(copy, "limits")) json_object_set_new(copy, "limits", json_object());
    json_t *limits = json_object_get(copy, "limits");
    if (!json_object_get(limits, "exclude")) json_object_set_new(limits, "exclude", json_array());
    json_t *exclude = json_object_get(limits, "exclude");
    const json_t *matter = json_object_get(expected, "matter");
    exclude_rest(exclude, json_object_get(s->catalogue_json, "units"), matter);
    exclude_rest(exclude, json_object_get(s->catalogue_json, "assessments"), matter);
    json_t *measures = json_object_get(expected, "measures");
    const char *first =
        json_string_value(json_array_get(json_object_get(expected, "objective"), 0));
    if (measures && strcmp(first, "finish") == 0)
        json_object_set(limits, "finish_by", json_object_get(measures, "finish"));
    if (measures && strcmp(first, "cost") == 0)
        json_object_set(limits, "budget_eur", json_object_get(measures, "cost"));
    return copy;
}

/* What the brute force says of it: status and measures. */
static bool is_forced(samples *s, const json_t *intake, const json_t *expected) {
    struct oracle_result result;
    json_t *copy = narrowed(s, intake, expected);
    oracle_solve(s->catalogue_json, copy, NULL, &result);
    json_t *answer = oracle_to_json(&result, copy);
    const json_t *measures = json_object_get(expected, "measures");
    bool same =
        json_equal(json_object_get(answer, "status"), json_object_get(expected, "status")) &&
        (!measures || json_equal(json_object_get(answer, "measures"), measures));
    s->forced++;
    json_decref(answer);
    oracle_free(&result);
    json_decref(copy);
    return same;
}

/* ---- Every sample ---- */

static void complain(samples *s, const char *name, const char *what) {
    printf("%s: %s\n", name, what);
    s->wrong++;
}

static void try_sample(samples *s, const char *name, const json_t *intake, const json_t *expected) {
    const json_t *matter = json_object_get(expected, "matter");
    if (!is_planned(s, intake, expected))
        complain(s, name, "planned otherwise, or to a route that the checker refuses");
    else if (matter && json_array_size(matter) <= s->most && !is_forced(s, intake, expected))
        complain(s, name, "the brute force says otherwise");
    else
        s->right++;
}

static void try_all(samples *s, const char *folder, json_t *expected) {
    const char *name;
    json_t *answer;
    json_object_foreach(expected, name, answer) {
        char path[200];
        snprintf(path, sizeof path, "intakes/%s", name);
        json_t *intake = load(folder, path);
        if (intake)
            try_sample(s, name, intake, answer);
        else
            s->wrong++;
        json_decref(intake);
    }
}

int main(int argc, char **argv) {
    if (argc != 2 && argc != 3) {
        fputs("usage: samples FOLDER [MOST]\n", stderr);
        return 2;
    }
    samples s = {.catalogue_json = load(argv[1], "catalogue"),
                 .planner = leerroute_planner_new(),
                 .most = argc == 3 ? strtoull(argv[2], NULL, 10) : QUICK};
    json_t *expected = load(argv[1], "expected");
    char *text = json_dumps(s.catalogue_json, 0);
    if (text) leerroute_catalogue_parse(text, strlen(text), "catalogue", NULL, &s.catalogue);
    if (s.catalogue && s.planner) try_all(&s, argv[1], expected);
    printf("%u right, %u of them by brute force too, %u wrong\n", s.right, s.forced, s.wrong);
    leerroute_catalogue_free(s.catalogue);
    leerroute_planner_free(s.planner);
    json_decref(s.catalogue_json);
    json_decref(expected);
    free(text);
    return s.wrong > 0 || s.right == 0;
}
