/* What a claim is worth, and what other hours, budgets and starts would bring: every route that the
 * library gives for a change is the best of the intake with that change, by the brute force. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "generator.h"
#include "oracle.h"
#include "questions.h"

static const char *text(const json_t *object, const char *key) {
    const char *value = json_string_value(json_object_get(object, key));
    return value ? value : "";
}

/* The answer as JSON; NULL when the library gives none. */
static json_t *read_answer(leerroute_status status, char *written) {
    json_t *json = status == LEERROUTE_OK && written ? json_loads(written, 0, NULL) : NULL;
    leerroute_text_free(written);
    return json;
}

/* Is the route, or that there is none, what the brute force finds for the intake? */
static verdict judge_route(const instance *in, const json_t *intake, const json_t *route,
                           const struct oracle_options *options) {
    struct oracle_options all = options ? *options : (struct oracle_options){0};
    struct oracle_result result;
    all.nodes = ORACLE_NODES;
    oracle_solve(in->catalogue_json, intake, &all, &result);
    json_t *expected = oracle_to_json(&result, intake);
    bool same = !strcmp(text(route, "status"), text(expected, "status")) &&
                (result.status == ORACLE_NONE ||
                 has_measures(route, json_object_get(expected, "measures")));
    verdict found = result.status == ORACLE_TOO_LARGE ? SKIPPED
                    : !same                           ? WRONG
                    : result.status == ORACLE_NONE    ? NONE
                                                      : ANSWERED;
    if (found == WRONG) {
        char *said = json_dumps(route, 0), *wanted = json_dumps(expected, 0);
        printf("  library: %s\n  oracle:  %s\n", said, wanted);
        free(said);
        free(wanted);
    }
    json_decref(expected);
    oracle_free(&result);
    return found;
}

/* The worst of two verdicts: wrong, skipped, an answer, none. */
static verdict both(verdict a, verdict b) {
    if (a == WRONG || b == WRONG) return WRONG;
    if (a == SKIPPED || b == SKIPPED) return SKIPPED;
    return a == ANSWERED || b == ANSWERED ? ANSWERED : NONE;
}

/* ---- Changing an intake ---- */

static json_t *list_in(json_t *object, const char *key) {
    json_t *list = json_object_get(object, key);
    if (list) return list;
    json_object_set_new(object, key, json_array());
    return json_object_get(object, key);
}

static json_t *limits_of(json_t *intake) {
    if (!json_object_get(intake, "limits")) json_object_set_new(intake, "limits", json_object());
    return json_object_get(intake, "limits");
}

static void exclude(json_t *intake, const char *id) {
    json_array_append_new(list_in(limits_of(intake), "exclude"), json_string(id));
}

/* Takes out the entries of a list that name the id under the key. */
static void take_out(json_t *object, const char *list, const char *key, const char *id) {
    json_t *items = json_object_get(object, list);
    for (size_t i = json_array_size(items); i-- > 0;)
        if (!strcmp(text(json_array_get(items, i), key), id)) json_array_remove(items, i);
    if (items && json_array_size(items) == 0) json_object_del(object, list);
}

static const json_t *entry(const json_t *list, const char *id) {
    size_t i;
    json_t *item;
    json_array_foreach(list, i, item) if (!strcmp(text(item, "id"), id)) return item;
    return NULL;
}

/* Claims that experience suggests become claims by themselves, which can go one by one. */
static void name_claims(const json_t *catalogue, json_t *intake) {
    size_t i, k;
    json_t *job, *suggested;
    json_array_foreach(json_object_get(intake, "experience"), i, job) {
        const json_t *occupation =
            entry(json_object_get(catalogue, "occupations"), text(job, "occupation"));
        json_array_foreach(json_object_get(occupation, "suggests"), k, suggested) {
            if (json_integer_value(json_object_get(suggested, "years")) >
                json_integer_value(json_object_get(job, "years")))
                continue;
            json_t *claim = json_copy(suggested);
            json_object_del(claim, "years");
            json_array_append_new(list_in(intake, "claims"), claim);
        }
    }
    json_object_del(intake, "experience");
}

static json_int_t level_in(const json_t *object, const char *key, json_int_t otherwise) {
    const json_t *level = json_object_get(object, key);
    return level ? json_integer_value(level) : otherwise;
}

static json_int_t claimed(const json_t *intake, const char *competence) {
    json_int_t best = 0;
    size_t i;
    json_t *claim;
    json_array_foreach(json_object_get(intake, "claims"), i, claim) {
        json_int_t level = level_in(claim, "level", 4);
        if (!strcmp(text(claim, "competence"), competence) && level > best) best = level;
    }
    return best;
}

static bool validates(const json_t *assessment, const char *competence) {
    size_t i;
    json_t *id;
    json_array_foreach(json_object_get(assessment, "validates"), i,
                       id) if (!strcmp(json_string_value(id), competence)) return true;
    return false;
}

static void hold(json_t *intake, const char *competence, json_int_t level) {
    if (level > 0)
        json_array_append_new(list_in(intake, "holds"),
                              json_pack("{sssI}", "competence", competence, "level", level));
}

/* The instance anew, from changed files. */
static bool reopen(instance *in) {
    char *catalogue = json_dumps(in->catalogue_json, 0), *intake = json_dumps(in->intake_json, 0);
    leerroute_intake_free(in->intake);
    leerroute_catalogue_free(in->catalogue);
    in->intake = NULL;
    bool is_open = leerroute_catalogue_parse(catalogue, strlen(catalogue), "catalogue", NULL,
                                             &in->catalogue) == LEERROUTE_OK &&
                   leerroute_intake_parse(in->catalogue, intake, strlen(intake), "intake", 0, 0,
                                          NULL, &in->intake) == LEERROUTE_OK;
    free(catalogue);
    free(intake);
    return is_open;
}

/* ---- Value ---- */

static void grant_claim(const json_t *catalogue, json_t *intake, const char *competence) {
    json_int_t claim = claimed(intake, competence), best = 0;
    size_t i;
    json_t *assessment;
    json_array_foreach(json_object_get(catalogue, "assessments"), i, assessment) {
        json_int_t level = level_in(assessment, "max_level", 5);
        if (!validates(assessment, competence)) continue;
        if (level > claim) level = claim;
        if (level > best) best = level;
    }
    hold(intake, competence, best ? best : claim);
}

static void grant_assessment(const json_t *catalogue, json_t *intake, const char *id) {
    const json_t *assessment = entry(json_object_get(catalogue, "assessments"), id);
    json_int_t most = level_in(assessment, "max_level", 5);
    size_t i;
    json_t *competence;
    json_array_foreach(json_object_get(assessment, "validates"), i, competence) {
        json_int_t level = claimed(intake, json_string_value(competence));
        hold(intake, json_string_value(competence), level < most ? level : most);
    }
    take_out(limits_of(intake), "include", "assessment", id);
}

/* The number of the only expected entry of `holds` for the thing; -1 when there are more. */
static int expected_entry(const json_t *intake, const char *of, const char *id) {
    int found = -1, count = 0;
    size_t i;
    json_t *held;
    json_array_foreach(json_object_get(intake, "holds"), i, held) {
        if (!json_is_true(json_object_get(held, "expected")) || strcmp(text(held, of), id))
            continue;
        found = (int)i;
        count++;
    }
    return count == 1 ? found : -1;
}

/* The intake in which the stake is granted, or fails; NULL when it cannot be told which is meant.
 */
static json_t *changed(const instance *in, const json_t *stake, bool granted) {
    const char *kind = text(stake, "kind"), *id = text(stake, "id");
    json_t *intake = json_deep_copy(in->intake_json);
    if (!strcmp(kind, "claim")) {
        if (granted)
            grant_claim(in->catalogue_json, intake, id);
        else
            take_out(intake, "claims", "competence", id);
    } else if (!strcmp(kind, "assessment")) {
        if (granted) {
            grant_assessment(in->catalogue_json, intake, id);
        } else {
            take_out(limits_of(intake), "include", "assessment", id);
            exclude(intake, id);
        }
    } else {
        int i = expected_entry(intake, text(stake, "of"), id);
        json_t *holds = json_object_get(intake, "holds");
        json_t *held = i < 0 ? NULL : json_array_get(holds, (size_t)i);
        json_object_del(held, "obtained");
        json_object_del(held, "expected");
        if (i >= 0 && !granted) json_array_remove(holds, (size_t)i);
        if (i < 0) {
            json_decref(intake);
            return NULL;
        }
    }
    return intake;
}

static verdict judge_change(const instance *in, const json_t *stake, const char *key) {
    json_t *intake = changed(in, stake, !strcmp(key, "granted"));
    verdict found = intake ? judge_route(in, intake, json_object_get(stake, key), NULL) : NONE;
    if (found == WRONG) printf("  %s, %s\n", text(stake, "id"), key);
    json_decref(intake);
    return found;
}

static verdict judge_fallback(const instance *in, const json_t *stake, const json_t *route) {
    const json_t *fallback = json_object_get(stake, "fallback");
    json_t *past = fallback ? json_array() : NULL, *step;
    size_t i;
    if (!fallback) return NONE;
    struct oracle_options options = {
        .past = past, .from = text(fallback, "from"), .failed = text(stake, "id")};
    json_array_foreach(json_object_get(route, "steps"), i,
                       step) if (strcmp(text(step, "start"), options.from) < 0)
        json_array_append(past, step);
    verdict found = judge_route(in, in->intake_json, fallback, &options);
    if (found == WRONG) printf("  %s, fallback\n", options.failed);
    json_decref(past);
    return found;
}

/* The whole of the advised route, of which the answer has the measures. */
static json_t *advised(const instance *in) {
    const leerroute_style style = {.format = LEERROUTE_JSON};
    const leerroute_route *route;
    char *written = NULL;
    leerroute_status status = leerroute_plan(in->planner, in->intake, NULL, &route);
    if (status == LEERROUTE_OK)
        status = leerroute_route_write(route, in->intake, &style, &written, NULL);
    return read_answer(status, written);
}

verdict judge_value(instance *in) {
    const leerroute_style style = {.format = LEERROUTE_JSON};
    leerroute_values *values = NULL;
    char *written = NULL;
    size_t i;
    json_t *stake;
    generator_let_last(in->catalogue_json, in->intake_json);
    if (!reopen(in)) return WRONG;
    json_t *route = advised(in);
    leerroute_status status = leerroute_values_make(in->planner, in->intake, NULL, &values);
    if (status == LEERROUTE_OK) status = leerroute_values_write(values, &style, &written, NULL);
    json_t *answer = read_answer(status, written);
    leerroute_values_free(values);
    name_claims(in->catalogue_json, in->intake_json);
    verdict found =
        answer ? judge_route(in, in->intake_json, json_object_get(answer, "route"), NULL) : WRONG;
    json_array_foreach(json_object_get(answer, "stakes"), i, stake) {
        found = both(found, judge_change(in, stake, "granted"));
        found = both(found, judge_change(in, stake, "failed"));
        found = both(found, judge_fallback(in, stake, route));
    }
    json_decref(route);
    json_decref(answer);
    return found;
}

/* ---- Advice ---- */

static json_t *advice_on(const instance *in, const leerroute_questions *questions) {
    const leerroute_style style = {.format = LEERROUTE_JSON};
    leerroute_advice *advice = NULL;
    char *written = NULL;
    leerroute_status status = leerroute_advise(in->planner, in->intake, questions, NULL, &advice);
    if (status == LEERROUTE_OK) status = leerroute_advice_write(advice, &style, &written, NULL);
    leerroute_advice_free(advice);
    return read_answer(status, written);
}

/* ---- Without what is expected ---- */

verdict judge_without(instance *in) {
    size_t i;
    json_t *held;
    json_array_foreach(json_object_get(in->intake_json, "holds"), i, held)
        json_object_set_new(held, "expected", json_boolean((in->seed + i) % 3 > 0));
    json_object_del(in->intake_json, "count_expected");
    if (!reopen(in)) return WRONG;
    json_t *answer = advice_on(in, NULL);
    const json_t *without = json_object_get(answer, "without_expected");
    json_t *intake = json_deep_copy(in->intake_json);
    verdict found = answer ? judge_route(in, in->intake_json, answer, NULL) : WRONG;
    json_object_set_new(intake, "count_expected", json_false());
    if (without)
        found = both(found, judge_route(in, intake, without, NULL));
    else if (found == ANSWERED)
        found = NONE;
    json_decref(intake);
    json_decref(answer);
    return found;
}

/* ---- Why this step, why not that one ---- */

/* The best route without the step, and what follows from it; and it serves something, unless the
 * intake asks for it. */
static verdict judge_reason(const instance *in, const json_t *reason) {
    const json_t *without = json_object_get(reason, "without");
    json_t *intake = json_deep_copy(in->intake_json);
    const char *need = text(reason, "in");
    exclude(intake, text(reason, "id"));
    verdict found = judge_route(in, intake, without, NULL);
    json_decref(intake);
    struct oracle_options options = {.nodes = ORACLE_NODES};
    struct oracle_result result;
    oracle_solve(in->catalogue_json, in->intake_json, &options, &result);
    json_t *expected = oracle_to_json(&result, in->intake_json);
    bool is_none = !strcmp(text(without, "status"), "none");
    bool is_same = !is_none && has_measures(without, json_object_get(expected, "measures"));
    if (result.status == ORACLE_TOO_LARGE)
        found = both(found, SKIPPED);
    else if (strcmp(need, is_none ? "every_route" : is_same ? "this_route" : "every_best_route"))
        found = WRONG;
    bool is_asked = json_object_get(json_object_get(in->intake_json, "limits"), "include") != NULL;
    if (!is_asked && json_array_size(json_object_get(reason, "serves")) == 0) found = WRONG;
    json_decref(expected);
    oracle_free(&result);
    return found;
}

/* The best route that has the other, or that there is none. */
static verdict judge_other(const instance *in, const char *key, const char *id) {
    const leerroute_questions questions = {.why_not = id};
    json_t *answer = advice_on(in, &questions), *intake = json_deep_copy(in->intake_json);
    const json_t *why = json_object_get(answer, "why_not"), *route = json_object_get(why, "route");
    const char *said = text(why, "answer");
    verdict found = answer ? NONE : WRONG;
    json_t *none = json_pack("{ss}", "status", "none");
    if (!strcmp(said, "in_route")) {
        found = NONE;
    } else if (why && strcmp(said, "under_way")) {
        json_array_append_new(list_in(limits_of(intake), "include"), json_pack("{ss}", key, id));
        found = both(found, judge_route(in, intake, route ? route : none, NULL));
    }
    if (found == WRONG) printf("  why not %s: %s\n", id, said);
    json_decref(none);
    json_decref(intake);
    json_decref(answer);
    return found;
}

verdict judge_explain(instance *in) {
    static const char *const lists[] = {"units", "assessments"}, *const keys[] = {"unit",
                                                                                  "assessment"};
    const leerroute_questions questions = {.explain = true};
    json_t *answer = advice_on(in, &questions), *item;
    size_t i;
    verdict found = answer ? judge_route(in, in->intake_json, answer, NULL) : WRONG;
    json_array_foreach(json_object_get(answer, "explanation"), i, item) found =
        both(found, judge_reason(in, item));
    for (int l = 0; l < 2; l++)
        json_array_foreach(json_object_get(in->catalogue_json, lists[l]), i, item) found =
            both(found, judge_other(in, keys[l], text(item, "id")));
    if (json_array_size(json_object_get(answer, "explanation")) == 0 && found == ANSWERED)
        found = NONE;
    json_decref(answer);
    return found;
}

/* ---- Profile ---- */

typedef struct lever {
    leerroute_lever lever;
    const char *object, *key; /* what it changes: a key of an object of the intake, or of itself */
    int64_t from, to, step;   /* of a start: from that of the intake on */
} lever;

static const lever levers[] = {
    {LEERROUTE_STUDY_HOURS, "capacity", "study_hours_per_week", 0, 24, 4},
    {LEERROUTE_PRACTICE_HOURS, "capacity", "practice_hours_per_week", 0, 24, 8},
    {LEERROUTE_BUDGET, "limits", "budget_eur", 0, 1200, 300},
    {LEERROUTE_START, NULL, "start", 0, 70, 21},
};

static json_t *pulled(const instance *in, const lever *l, const json_t *value) {
    json_t *intake = json_deep_copy(in->intake_json);
    json_t *object = !l->object                     ? intake
                     : !strcmp(l->object, "limits") ? limits_of(intake)
                                                    : json_object_get(intake, l->object);
    json_object_set(object, l->key, (json_t *)value);
    return intake;
}

/* Excludes what is no step of the route. */
static void confine(const instance *in, json_t *intake, const json_t *steps) {
    static const char *const lists[] = {"units", "assessments"};
    for (int l = 0; l < 2; l++) {
        size_t i, k;
        json_t *item, *id;
        json_array_foreach(json_object_get(in->catalogue_json, lists[l]), i, item) {
            bool is_step = false;
            json_array_foreach(steps, k, id) is_step |=
                !strcmp(json_string_value(id), text(item, "id"));
            if (!is_step) exclude(intake, text(item, "id"));
        }
    }
}

/* Is the row marked just when the steps of the row before do not give its measures? */
static verdict judge_mark(const instance *in, json_t *intake, const json_t *row,
                          const json_t *before) {
    const struct oracle_options options = {.nodes = ORACLE_NODES};
    struct oracle_result result;
    bool marked = json_is_true(json_object_get(row, "changes"));
    if (strcmp(text(row, "status"), "optimal") || strcmp(text(before, "status"), "optimal"))
        return marked ? WRONG : NONE;
    confine(in, intake, json_object_get(before, "steps"));
    oracle_solve(in->catalogue_json, intake, &options, &result);
    json_t *expected = oracle_to_json(&result, intake);
    bool same =
        result.status == ORACLE_OPTIMAL && has_measures(row, json_object_get(expected, "measures"));
    verdict found = result.status == ORACLE_TOO_LARGE ? SKIPPED : same == marked ? WRONG : ANSWERED;
    json_decref(expected);
    oracle_free(&result);
    return found;
}

static verdict judge_rows(const instance *in, const lever *l, const json_t *rows) {
    verdict found =
        json_array_size(rows) == (size_t)((l->to - l->from) / l->step) + 1 ? NONE : WRONG;
    size_t i;
    json_t *row;
    json_array_foreach(rows, i, row) {
        json_t *intake = pulled(in, l, json_object_get(row, "value"));
        found = both(found, judge_route(in, intake, row, NULL));
        if (i > 0) found = both(found, judge_mark(in, intake, row, json_array_get(rows, i - 1)));
        json_decref(intake);
    }
    return found;
}

verdict judge_profile(instance *in) {
    const leerroute_style style = {.format = LEERROUTE_JSON};
    verdict found = NONE;
    leerroute_day start = 0;
    leerroute_day_parse(text(in->intake_json, "start"), &start);
    for (size_t i = 0; i < sizeof levers / sizeof *levers; i++) {
        const lever *l = &levers[i];
        int64_t first = l->lever == LEERROUTE_START ? start : 0;
        leerroute_profile *profile = NULL;
        char *written = NULL;
        leerroute_status status =
            leerroute_profile_make(in->planner, in->intake, l->lever, first + l->from,
                                   first + l->to, l->step, NULL, &profile);
        if (status == LEERROUTE_OK)
            status = leerroute_profile_write(profile, &style, &written, NULL);
        json_t *answer = read_answer(status, written);
        leerroute_profile_free(profile);
        found = both(found, judge_rows(in, l, json_object_get(answer, "rows")));
        json_decref(answer);
    }
    return found;
}
