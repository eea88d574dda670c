/* The reasons why there is no route, on generated instances without one, against the brute force,
 * which lifts by writing another intake:
 *  - each set makes a route possible and no part of it does; what is told of the best route holds;
 *  - a number of it that is one less, or a date that is a week less, makes none possible;
 *  - of one lift and of two, no set is missing.
 *
 *     reasons FIRST COUNT SIZE */
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "generator.h"
#include "leerroute/leerroute.h"
#include "oracle.h"
#include "oracle_calendar.h"

enum { ORACLE_NODES = 60000, LIFTS_MAX = 40, REASONS_MOST = 10, WEEKS_EARLIER = 52 };

/* One that can be lifted: a code of the answer, what it is of, and where that stands. */
typedef struct lift {
    char code[32], subject[100];
    size_t index;
} lift;

typedef struct instance {
    json_t *catalogue, *intake;
    lift lifts[LIFTS_MAX];
    size_t count;
    unsigned sets, skipped; /* sets that were judged; questions that were too large */
    const char *wrong;      /* what is wrong with the answer, or NULL */
} instance;

typedef enum possible { NO, YES, TOO_LARGE } possible;

/* ---- What can be lifted ---- */

static void add(instance *in, const char *code, const char *subject, size_t index) {
    if (in->count == LIFTS_MAX) abort();
    lift *l = &in->lifts[in->count++];
    snprintf(l->code, sizeof l->code, "%s", code);
    snprintf(l->subject, sizeof l->subject, "%s", subject);
    l->index = index;
}

static bool has(const json_t *list, const char *id) {
    size_t i;
    json_t *item;
    json_array_foreach((json_t *)list, i,
                       item) if (strcmp(json_string_value(item), id) == 0) return true;
    return false;
}

static const char *text(const json_t *object, const char *key) {
    return json_string_value(json_object_get(object, key));
}

/* Of a thing held the kind of leaf, which is a key of it. */
static const char *kind_of(const json_t *leaf) {
    static const char *const kinds[] = {"competence", "certificate", "diploma", "unit"};
    for (size_t i = 0; i < 4; i++)
        if (json_object_get(leaf, kinds[i])) return kinds[i];
    return "";
}

/* Of how many months the certificate or diploma is valid; 0: for good. */
static int months_of(const instance *in, const char *kind, const char *id) {
    const char *name = strcmp(kind, "certificate") == 0 ? "certificates" : "diplomas";
    size_t i;
    json_t *award;
    json_array_foreach(json_object_get(in->catalogue, name), i,
                       award) if (strcmp(text(award, "id"), id) == 0) return (int)
        json_integer_value(json_object_get(award, "valid_months"));
    return 0;
}

/* The last day on which a thing held counts; false when it does not lapse. */
static bool lapses(const instance *in, const json_t *held, char out[11]) {
    const char *until = text(held, "valid_until"), *obtained = text(held, "obtained");
    const char *kind = kind_of(held);
    bool is_award = strcmp(kind, "certificate") == 0 || strcmp(kind, "diploma") == 0;
    int months = is_award ? months_of(in, kind, text(held, kind)) : 0;
    if (until)
        snprintf(out, 11, "%s", until);
    else if (obtained && months)
        oracle_format_day(oracle_add_months(oracle_parse_day(obtained), months), out);
    else
        return false;
    return true;
}

static void find_held(instance *in) {
    const json_t *holds = json_object_get(in->intake, "holds");
    bool expects = false;
    size_t i;
    json_t *held;
    json_array_foreach((json_t *)holds, i, held) expects =
        expects || json_is_true(json_object_get(held, "expected"));
    if (expects && json_is_false(json_object_get(in->intake, "count_expected")))
        add(in, "count_expected", "", 0);
    json_array_foreach((json_t *)holds, i, held) {
        char until[11], subject[100];
        if (!lapses(in, held, until)) continue;
        snprintf(subject, sizeof subject, "%s %s %s", kind_of(held), text(held, kind_of(held)),
                 until);
        add(in, "valid_until", subject, i);
    }
}

static void find_limits(instance *in) {
    static const char *const single[] = {"budget_eur", "finish_by", "leerwegen", "providers",
                                         "places"};
    const json_t *limits = json_object_get(in->intake, "limits");
    size_t i;
    json_t *item;
    for (i = 0; i < 5; i++)
        if (json_object_get(limits, single[i])) add(in, single[i], "", 0);
    json_array_foreach(json_object_get(limits, "exclude"), i, item)
        add(in, "exclude", json_string_value(item), i);
    json_array_foreach(json_object_get(limits, "include"), i, item)
        add(in, "include", text(item, "unit") ? text(item, "unit") : text(item, "assessment"), i);
}

static void find_lifts(instance *in) {
    const json_t *capacity = json_object_get(in->intake, "capacity");
    size_t i;
    json_t *item;
    in->count = 0;
    add(in, "study_hours_per_week", "", 0);
    add(in, "practice_hours_per_week", "", 0);
    if (json_object_get(capacity, "parallel")) add(in, "parallel", "", 0);
    json_array_foreach(json_object_get(capacity, "periods"), i, item) {
        char from[11];
        int day = oracle_parse_day(text(item, "from"));
        oracle_format_day(day - day % 7, from);
        add(in, "period", from, i);
    }
    find_limits(in);
    json_array_foreach(json_object_get(in->catalogue, "attributes"), i,
                       item) if (!has(json_object_get(in->intake, "attributes"), text(item, "id")))
        add(in, "attribute", text(item, "id"), i);
    find_held(in);
    add(in, "start", "", 0);
}

/* ---- Another intake ---- */

static json_t *part(json_t *object, const char *key) {
    return json_object_get(object, key);
}

/* The ordinary number, and that of the periods that say the same. NULL: no limit. */
static void set_capacity(json_t *intake, const char *key, json_t *value) {
    json_t *capacity = part(intake, "capacity"), *before = json_deep_copy(part(capacity, key)),
           *item;
    json_t *zero = json_integer(0);
    size_t i;
    json_array_foreach(part(capacity, "periods"), i, item) {
        if (!part(item, key) || !json_equal(part(item, key), before ? before : zero)) continue;
        if (value)
            json_object_set(item, key, value);
        else
            json_object_del(item, key);
    }
    if (value)
        json_object_set(capacity, key, value);
    else
        json_object_del(capacity, key);
    json_decref(before);
    json_decref(zero);
    json_decref(value);
}

static void set_date(json_t *object, const char *key, int day) {
    char out[11];
    oracle_format_day(day, out);
    json_object_set_new(object, key, json_string(out));
}

static void take_out(json_t *limits, const char *key, size_t index) {
    json_array_remove(part(limits, key), index);
    if (json_array_size(part(limits, key)) == 0) json_object_del(limits, key);
}

static bool is_list(const char *code) {
    return strcmp(code, "leerwegen") == 0 || strcmp(code, "providers") == 0 ||
           strcmp(code, "places") == 0;
}

/* Lifts one thing, wholly. Entries of lists are lifted from the last to the first. */
static void lift_wholly(json_t *intake, const lift *l) {
    json_t *limits = part(intake, "limits"), *capacity = part(intake, "capacity");
    if (strstr(l->code, "hours_per_week"))
        set_capacity(intake, l->code, json_integer(168));
    else if (strcmp(l->code, "parallel") == 0)
        set_capacity(intake, l->code, NULL);
    else if (strcmp(l->code, "period") == 0)
        json_object_update_new(json_array_get(part(capacity, "periods"), l->index),
                               json_pack("{sisisi}", "study_hours_per_week", 168,
                                         "practice_hours_per_week", 168, "parallel", 100));
    else if (strcmp(l->code, "exclude") == 0 || strcmp(l->code, "include") == 0)
        take_out(limits, l->code, l->index);
    else if (strcmp(l->code, "attribute") == 0) {
        if (!part(intake, "attributes")) json_object_set_new(intake, "attributes", json_array());
        json_array_append_new(part(intake, "attributes"), json_string(l->subject));
    } else if (strcmp(l->code, "count_expected") == 0)
        json_object_set_new(intake, l->code, json_true());
    else if (strcmp(l->code, "valid_until") == 0)
        json_object_set_new(json_array_get(part(intake, "holds"), l->index), l->code,
                            json_string("2199-12-31"));
    else if (strcmp(l->code, "start") == 0)
        set_date(intake, "start", oracle_parse_day(text(intake, "start")) - 7 * WEEKS_EARLIER);
    else
        json_object_del(limits, l->code);
}

/* Lifts one thing as far as the change says; `less` by one or a week less, false if that is
 * nothing. */
static bool lift_partly(json_t *intake, const lift *l, const json_t *change, bool less) {
    json_t *limits = part(intake, "limits"), *to = json_object_get(change, "to"), *item;
    size_t i;
    int by = less ? 1 : 0;
    if (strstr(l->code, "hours_per_week") || strcmp(l->code, "parallel") == 0)
        set_capacity(intake, l->code, json_integer(json_integer_value(to) - by));
    else if (strcmp(l->code, "budget_eur") == 0)
        json_object_set_new(limits, l->code, json_integer(json_integer_value(to) - by));
    else if (strcmp(l->code, "finish_by") == 0)
        set_date(limits, l->code, oracle_parse_day(json_string_value(to)) - 7 * by);
    else if (strcmp(l->code, "start") == 0)
        set_date(intake, l->code, oracle_parse_day(json_string_value(to)) + 7 * by);
    else if (strcmp(l->code, "valid_until") == 0)
        set_date(json_array_get(part(intake, "holds"), l->index), l->code,
                 oracle_parse_day(json_string_value(to)) - 7 * by);
    else if (is_list(l->code))
        json_array_foreach(json_object_get(change, "add"), i, item) {
            if (!less || i > 0) json_array_append(part(limits, l->code), item);
        }
    else if (strcmp(l->code, "period") == 0 && !less) {
        static const char *const keys[] = {"study_hours_per_week", "practice_hours_per_week",
                                           "parallel"};
        json_t *period = json_array_get(part(part(intake, "capacity"), "periods"), l->index);
        for (i = 0; i < 3; i++)
            if (json_object_get(change, keys[i]))
                json_object_set(period, keys[i], json_object_get(change, keys[i]));
    } else if (less)
        return false;
    else
        lift_wholly(intake, l);
    return true;
}

static possible is_possible(instance *in, const json_t *intake) {
    const struct oracle_options options = {.nodes = ORACLE_NODES};
    struct oracle_result result;
    oracle_solve(in->catalogue, intake, &options, &result);
    possible answer = result.status == ORACLE_OPTIMAL ? YES
                      : result.status == ORACLE_NONE  ? NO
                                                      : TOO_LARGE;
    in->skipped += answer == TOO_LARGE;
    oracle_free(&result);
    return answer;
}

static possible with_lifts(instance *in, const bool *lifted) {
    json_t *intake = json_deep_copy(in->intake);
    for (size_t i = in->count; i-- > 0;)
        if (lifted[i]) lift_wholly(intake, &in->lifts[i]);
    possible answer = is_possible(in, intake);
    json_decref(intake);
    return answer;
}

/* ---- The answer ---- */

static json_t *ask(const instance *in, leerroute_planner *planner) {
    const leerroute_style style = {.format = LEERROUTE_JSON};
    char *catalogue_text = json_dumps(in->catalogue, 0), *intake_text = json_dumps(in->intake, 0);
    leerroute_catalogue *catalogue = NULL;
    leerroute_intake *intake = NULL;
    leerroute_reasons *reasons = NULL;
    char *out = NULL;
    leerroute_status status =
        leerroute_catalogue_parse(catalogue_text, strlen(catalogue_text), "c", NULL, &catalogue);
    if (status == LEERROUTE_OK)
        status = leerroute_intake_parse(catalogue, intake_text, strlen(intake_text), "i", 0, 0,
                                        NULL, &intake);
    if (status == LEERROUTE_OK) status = leerroute_plan_reasons(planner, intake, NULL, &reasons);
    if (status == LEERROUTE_OK) status = leerroute_reasons_write(reasons, &style, &out, NULL);
    json_t *json = status == LEERROUTE_OK ? json_loads(out, 0, NULL) : NULL;
    leerroute_text_free(out);
    leerroute_reasons_free(reasons);
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
    free(catalogue_text);
    free(intake_text);
    return json;
}

/* The lift that a change is of; the count of them when it is none. */
static size_t lift_of(const instance *in, const json_t *change) {
    char subject[100] = "";
    const char *code = text(change, "code"), *id = text(change, "id");
    if (strcmp(code, "valid_until") == 0)
        snprintf(subject, sizeof subject, "%s %s %s", text(change, "kind"), id,
                 text(change, "from"));
    else if (strcmp(code, "period") == 0)
        snprintf(subject, sizeof subject, "%s", text(change, "from"));
    else if (id)
        snprintf(subject, sizeof subject, "%s", id);
    size_t i = 0;
    while (i < in->count &&
           (strcmp(in->lifts[i].code, code) != 0 || strcmp(in->lifts[i].subject, subject) != 0))
        i++;
    return i;
}

/* The intake with the changes of a reason; with that of number `less` a little less. */
static json_t *changed(const instance *in, const json_t *changes, size_t less, bool *is_less) {
    json_t *intake = json_deep_copy(in->intake);
    for (size_t i = json_array_size(changes); i-- > 0;) {
        const json_t *change = json_array_get(changes, i);
        bool done = lift_partly(intake, &in->lifts[lift_of(in, change)], change, i == less);
        if (i == less) *is_less = done;
    }
    return intake;
}

static bool has_measures(const json_t *reason, const json_t *measures) {
    static const char *const names[][2] = {
        {"finish", "finish"}, {"cost_eur", "cost"}, {"study_hours", "hours"}};
    bool same = measures != NULL;
    for (size_t i = 0; same && i < 3; i++) {
        const json_t *wanted = json_object_get(measures, names[i][1]);
        same = !wanted || json_equal(json_object_get(reason, names[i][0]), wanted);
    }
    return same;
}

/* What is told of the best route with the changes holds, and with any of them less there is none.
 */
static void judge_changes(instance *in, const json_t *reason) {
    const json_t *changes = json_object_get(reason, "changes");
    const struct oracle_options options = {.nodes = ORACLE_NODES};
    struct oracle_result result;
    bool is_less = false;
    json_t *intake = changed(in, changes, json_array_size(changes), &is_less);
    oracle_solve(in->catalogue, intake, &options, &result);
    json_t *expected = oracle_to_json(&result, intake);
    if (result.status != ORACLE_TOO_LARGE &&
        !has_measures(reason, json_object_get(expected, "measures")))
        in->wrong = "another best route with the changes";
    json_decref(expected);
    oracle_free(&result);
    json_decref(intake);
    for (size_t i = 0; i < json_array_size(changes); i++) {
        intake = changed(in, changes, i, &is_less);
        if (is_less && is_possible(in, intake) == YES) in->wrong = "a smaller change is enough";
        json_decref(intake);
    }
}

/* No part of the set makes a route possible: each is tried. */
static void judge_parts(instance *in, const bool *lifted, size_t from, bool *part_of,
                        bool is_whole) {
    while (from < in->count && !lifted[from]) from++;
    if (from == in->count) {
        if (!is_whole && with_lifts(in, part_of) == YES) in->wrong = "a part of the set is enough";
        return;
    }
    judge_parts(in, lifted, from + 1, part_of, false);
    part_of[from] = true;
    judge_parts(in, lifted, from + 1, part_of, is_whole);
    part_of[from] = false;
}

static bool is_part(const instance *in, const bool *a, const bool *b) {
    for (size_t i = 0; i < in->count; i++)
        if (a[i] && !b[i]) return false;
    return true;
}

/* Each set of one or two lifts that makes a route possible has a set of the answer as a part. */
static void judge_missing(instance *in, const bool sets[][LIFTS_MAX], size_t count) {
    for (size_t a = 0; a < in->count && !in->wrong; a++)
        for (size_t b = a; b < in->count && !in->wrong; b++) {
            bool lifted[LIFTS_MAX] = {false}, is_told = false;
            lifted[a] = lifted[b] = true;
            for (size_t s = 0; s < count; s++) is_told = is_told || is_part(in, sets[s], lifted);
            if (!is_told && with_lifts(in, lifted) == YES) in->wrong = "a set is missing";
        }
}

static void judge(instance *in, const json_t *answer) {
    static bool sets[REASONS_MOST][LIFTS_MAX];
    const json_t *reasons = json_object_get(answer, "reasons");
    size_t i, k, count = 0, largest = 0;
    json_t *reason, *change;
    memset(sets, 0, sizeof sets);
    json_array_foreach((json_t *)reasons, i, reason) {
        bool part_of[LIFTS_MAX] = {false};
        if (strcmp(text(reason, "code"), "lift") != 0) continue;
        json_array_foreach(json_object_get(reason, "changes"), k, change) {
            size_t l = lift_of(in, change);
            if (l == in->count) {
                in->wrong = "a change of what cannot be lifted";
                return;
            }
            sets[count][l] = true;
        }
        if (with_lifts(in, sets[count]) == NO) in->wrong = "the set is not enough";
        if (k < largest) in->wrong = "not the smallest first";
        largest = k;
        judge_parts(in, sets[count], 0, part_of, true);
        judge_changes(in, reason);
        in->sets++;
        count++;
    }
    if (json_array_size(reasons) == 0) in->wrong = "no reasons at all";
    if (count < REASONS_MOST || largest > 2)
        judge_missing(in, (const bool(*)[LIFTS_MAX])sets, count);
}

/* ---- All ---- */

int main(int argc, char **argv) {
    if (argc != 4) {
        fputs("usage: reasons FIRST COUNT SIZE\n", stderr);
        return 2;
    }
    uint64_t first = strtoull(argv[1], NULL, 10), count = strtoull(argv[2], NULL, 10);
    unsigned tried = 0, wrong = 0, sets = 0, skipped = 0;
    leerroute_planner *planner = leerroute_planner_new();
    for (uint64_t seed = first; planner && seed < first + count; seed++) {
        instance in = {0};
        generator_make(seed, atoi(argv[3]), &in.catalogue, &in.intake);
        if (is_possible(&in, in.intake) == NO) {
            json_t *answer = ask(&in, planner);
            tried++;
            find_lifts(&in);
            if (answer)
                judge(&in, answer);
            else
                in.wrong = "no answer";
            if (in.wrong) {
                char *said = json_dumps(json_object_get(answer, "reasons"), 0);
                printf("seed %" PRIu64 ": %s\n  %s\n", seed, in.wrong, said ? said : "-");
                free(said);
                wrong++;
            }
            json_decref(answer);
        }
        sets += in.sets;
        skipped += in.skipped;
        json_decref(in.catalogue);
        json_decref(in.intake);
    }
    leerroute_planner_free(planner);
    printf("%u without a route, %u sets, %u questions too large for the brute force, %u wrong\n",
           tried, sets, skipped, wrong);
    return wrong > 0 || tried == 0 || sets == 0;
}
