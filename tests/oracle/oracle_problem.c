/*
 * Reads a catalogue and an intake for the oracle: MODEL.md sections 1 to 5, and what section 7
 * says of single steps (rules 1 and 3).
 *
 * It can be trusted because it is the text of the model in its order, one function for each
 * paragraph, and decides nothing: whatever depends on a route is left to oracle.c.
 */
#include "oracle_problem.h"

#include <stdlib.h>
#include <string.h>

#include "oracle_calendar.h"

/* ---- memory and JSON ---- */

struct block {
    struct block *next;
    max_align_t data[];
};

void *problem_alloc(struct problem *p, size_t count, size_t size) {
    struct block *block = calloc(1, sizeof *block + count * size);
    if (!block)
        abort();
    block->next = p->blocks;
    p->blocks = block;
    return block->data;
}

static int integer(const json_t *object, const char *key, int otherwise) {
    const json_t *value = json_object_get(object, key);
    return value ? (int)json_integer_value(value) : otherwise;
}

static const char *text(const json_t *object, const char *key) {
    return json_string_value(json_object_get(object, key));
}

static bool lists(const json_t *list, const char *wanted) {
    size_t i;
    json_t *value;
    json_array_foreach(list, i, value) {
        if (!strcmp(json_string_value(value), wanted))
            return true;
    }
    return false;
}

/* The entry of a list of objects that has this text at this key, or NULL. */
static const json_t *entry(const json_t *list, const char *key, const char *wanted) {
    size_t i;
    json_t *value;
    json_array_foreach(list, i, value) {
        if (text(value, key) && !strcmp(text(value, key), wanted))
            return value;
    }
    return NULL;
}

static int clamped(int week, int least, int most) {
    return week < least ? least : week > most ? most : week;
}

static int week_of(const struct problem *p, int day) {
    return day / 7 - p->start_week;
}

static int week_at(const struct problem *p, const json_t *object, const char *key, int otherwise) {
    return text(object, key) ? week_of(p, oracle_parse_day(text(object, key))) : otherwise;
}

/* ---- sections 2 and 3: facts and requirements ---- */

static const struct {
    const char *kind, *list;
} kinds[] = {
    {"competence", "competences"}, {"certificate", "certificates"}, {"diploma", "diplomas"},
    {"function", "functions"},     {"unit", "units"},               {"attribute", "attributes"},
};
enum { N_KINDS = sizeof kinds / sizeof *kinds };

static void number_facts(struct problem *p) {
    p->facts = json_object();
    for (size_t k = 0; k < N_KINDS; k++) {
        json_t *numbers = json_object();
        size_t i;
        json_t *value;
        json_array_foreach(json_object_get(p->catalogue, kinds[k].list), i, value)
            json_object_set_new(numbers, text(value, "id"), json_integer(p->n_facts++));
        json_object_set_new(p->facts, kinds[k].kind, numbers);
    }
}

static int fact_of(const struct problem *p, const char *kind, const char *id) {
    return integer(json_object_get(p->facts, kind), id, -1);
}

static struct leaf read_leaf(const struct problem *p, const json_t *json) {
    struct leaf leaf = {-1, HELD};
    for (size_t k = 0; k < N_KINDS; k++) {
        if (text(json, kinds[k].kind))
            leaf.fact = fact_of(p, kinds[k].kind, text(json, kinds[k].kind));
    }
    if (text(json, "competence"))
        leaf.level = integer(json, "level", 4);
    if (text(json, "unit"))
        leaf.level = json_object_get(json, "started") ? STARTED : COMPLETED;
    return leaf;
}

static struct leaves read_leaves(struct problem *p, const json_t *list) {
    struct leaves leaves = {json_array_size(list), NULL};
    leaves.at = problem_alloc(p, leaves.n, sizeof *leaves.at);
    for (size_t i = 0; i < leaves.n; i++)
        leaves.at[i] = read_leaf(p, json_array_get(list, i));
    return leaves;
}

static struct requirement read_requirement(struct problem *p, const json_t *json) {
    struct requirement r = {.least = 0};
    const json_t *of = NULL, *not = json_object_get(json, "not");
    if (!json)
        return r; /* left out: always holds */
    if (not) {
        r.least = lists(json_object_get(p->intake, "attributes"), text(not, "attribute"));
        return r; /* 0 or 1 of no parts */
    }
    if ((of = json_object_get(json, "all")))
        r.least = (int64_t)json_array_size(of);
    else if ((of = json_object_get(json, "any")))
        r.least = 1;
    else if ((of = json_object_get(json, "of")))
        r.least = integer(json, "at_least", 0);
    else {
        r.is_leaf = true;
        r.leaf = read_leaf(p, json);
        return r;
    }
    r.n_parts = json_array_size(of);
    r.parts = problem_alloc(p, r.n_parts, sizeof *r.parts);
    for (size_t i = 0; i < r.n_parts; i++) {
        const json_t *part = json_array_get(of, i), *that = json_object_get(part, "that");
        r.parts[i].weight = integer(part, "weight", 1);
        r.parts[i].that = read_requirement(p, that ? that : part);
    }
    return r;
}

/* ---- section 4: awards and functions ---- */

static void read_awards(struct problem *p, const char *kind, const char *list) {
    size_t i;
    json_t *json;
    json_array_foreach(json_object_get(p->catalogue, list), i, json) {
        struct award *award = &p->awards[p->n_awards++];
        award->fact = fact_of(p, kind, text(json, "id"));
        award->is_awarded = json_object_get(json, "requires");
        award->requires = read_requirement(p, json_object_get(json, "requires"));
        award->award_weeks = integer(json, "award_weeks", 0);
        award->grants = read_leaves(p, json_object_get(json, "grants"));
        award->met = NEVER;
    }
}

static void read_functions(struct problem *p) {
    const json_t *functions = json_object_get(p->catalogue, "functions");
    size_t i;
    json_t *json;
    p->functions = problem_alloc(p, json_array_size(functions), sizeof *p->functions);
    json_array_foreach(functions, i, json) {
        struct function *function = &p->functions[p->n_functions++];
        function->fact = fact_of(p, "function", text(json, "id"));
        function->requires = read_requirement(p, json_object_get(json, "requires"));
    }
}

/* ---- section 5: what the person has ---- */

static void give(struct problem *p, struct leaf leaf, int from, int to, bool is_holding) {
    struct given *given = problem_alloc(p, 1, sizeof *given);
    *given = (struct given){p->given, leaf, from < 0 ? 0 : from, to, is_holding};
    p->given = given;
}

/* The certificate or diploma that an entry of `holds` names, or NULL. */
static const json_t *held_award(const struct problem *p, const json_t *held) {
    const char *certificate = text(held, "certificate"), *diploma = text(held, "diploma");
    if (certificate)
        return entry(json_object_get(p->catalogue, "certificates"), "id", certificate);
    return diploma ? entry(json_object_get(p->catalogue, "diplomas"), "id", diploma) : NULL;
}

/* The last week in which an entry of `holds` counts. */
static int lapses(const struct problem *p, const json_t *held) {
    const json_t *months = json_object_get(held_award(p, held), "valid_months");
    const char *obtained = text(held, "obtained");
    if (text(held, "valid_until") || !obtained || !months)
        return week_at(p, held, "valid_until", NEVER);
    return week_of(p, oracle_add_months(oracle_parse_day(obtained),
                                        (int)json_integer_value(months)));
}

static void read_holds(struct problem *p) {
    const json_t *count = json_object_get(p->intake, "count_expected");
    size_t i;
    json_t *held, *attribute;
    json_array_foreach(json_object_get(p->intake, "holds"), i, held) {
        if (json_is_true(json_object_get(held, "expected")) && json_is_false(count))
            continue;
        give(p, read_leaf(p, held), week_at(p, held, "obtained", 0), lapses(p, held), true);
    }
    json_array_foreach(json_object_get(p->intake, "attributes"), i, attribute) {
        int fact = fact_of(p, "attribute", json_string_value(attribute));
        give(p, (struct leaf){fact, HELD}, 0, NEVER, false);
    }
}

static void claim(struct problem *p, const json_t *competence) {
    struct leaf leaf = read_leaf(p, competence);
    if (p->claimed[leaf.fact] < leaf.level)
        p->claimed[leaf.fact] = leaf.level;
}

static void read_claims(struct problem *p) {
    size_t i, j;
    json_t *value, *suggestion;
    p->claimed = problem_alloc(p, (size_t)p->n_facts, sizeof *p->claimed);
    json_array_foreach(json_object_get(p->intake, "claims"), i, value)
        claim(p, value);
    json_array_foreach(json_object_get(p->intake, "experience"), i, value) {
        const json_t *occupation = entry(json_object_get(p->catalogue, "occupations"), "id",
                                         text(value, "occupation"));
        json_array_foreach(json_object_get(occupation, "suggests"), j, suggestion) {
            if (integer(suggestion, "years", 0) <= integer(value, "years", 0))
                claim(p, suggestion);
        }
    }
}

/* ---- section 5: what the weeks can bear, and what may be spent ---- */

static struct load read_capacity(const json_t *json, struct load otherwise) {
    return (struct load){integer(json, "study_hours_per_week", otherwise.study),
                         integer(json, "practice_hours_per_week", otherwise.practice),
                         integer(json, "parallel", otherwise.steps)};
}

static void read_weeks(struct problem *p) {
    const json_t *capacity = json_object_get(p->intake, "capacity");
    struct load usual = read_capacity(capacity, (struct load){0, 0, INT_MAX});
    size_t i;
    json_t *period;
    for (int week = 0; week < WEEKS; week++)
        p->capacity[week] = usual;
    json_array_foreach(json_object_get(capacity, "periods"), i, period) {
        int from = clamped(week_at(p, period, "from", 0), 0, WEEKS);
        int to = clamped(week_at(p, period, "to", 0), -1, WEEKS - 1);
        for (int week = from; week <= to; week++)
            p->capacity[week] = read_capacity(period, usual);
    }
}

/* Whether a requirement, as it is written, has a diploma leaf at any depth. */
static bool names_diploma(const json_t *requirement) {
    static const char *const lists_of_parts[] = {"all", "any", "of"};
    size_t i;
    json_t *part;
    for (size_t k = 0; k < 3; k++) {
        json_array_foreach(json_object_get(requirement, lists_of_parts[k]), i, part) {
            const json_t *that = json_object_get(part, "that");
            if (names_diploma(that ? that : part))
                return true;
        }
    }
    return text(requirement, "diploma");
}

static void read_limits(struct problem *p) {
    const json_t *limits = json_object_get(p->intake, "limits");
    const json_t *budget = json_object_get(limits, "budget_eur");
    const json_t *diploma_route = json_object_get(p->intake, "diploma_route");
    p->budget = budget ? json_integer_value(budget) : INT64_MAX;
    p->last_week = clamped(week_at(p, limits, "finish_by", LAST_FINISH) + 1, -1, LAST_FINISH);
    p->on_diploma_route = diploma_route ? json_is_true(diploma_route)
                                        : names_diploma(json_object_get(p->intake, "goal"));
}

/* ---- units and assessments ---- */

/* Writes out every day of the weeks in which a step may begin. */
static void write_dates(struct problem *p) {
    int n = 7 * (p->last_week + 1);
    p->dates = problem_alloc(p, (size_t)n, sizeof *p->dates);
    for (int day = 0; day < n; day++)
        oracle_format_day(7 * p->start_week + day, p->dates[day]);
}

static bool is_start_date(const json_t *starts, const char *date) {
    if (json_is_array(starts))
        return lists(starts, date);
    if (json_object_get(starts, "monthly"))
        return atoi(date + 8) == integer(starts, "monthly", 0);
    return lists(json_object_get(starts, "yearly"), date + 5); /* the MM-DD of YYYY-MM-DD */
}

/* Rule 1: whether a step may begin in the week. */
static bool may_begin(const struct problem *p, const json_t *offering, int week) {
    const json_t *starts = json_object_get(offering, "starts");
    if (week < week_at(p, offering, "from", 0) || week > week_at(p, offering, "until", NEVER))
        return false;
    if (!starts || json_is_string(starts))
        return true;
    for (int day = 7 * week; day < 7 * week + 7; day++) {
        if (7 * p->start_week + day >= p->start_day && is_start_date(starts, p->dates[day]))
            return true;
    }
    return false;
}

/* Rule 3, but for `exclude`. */
static bool is_allowed(const json_t *limits, const json_t *offering) {
    static const char *const keys[][2] = {
        {"leerweg", "leerwegen"}, {"provider", "providers"}, {"place", "places"}};
    for (size_t i = 0; i < 3; i++) {
        const char *named = text(offering, keys[i][0]);
        const json_t *allowed = json_object_get(limits, keys[i][1]);
        if (named && allowed && !lists(allowed, named))
            return false;
    }
    return true;
}

static int per_week(int hours, int weeks) {
    return (hours + weeks - 1) / weeks;
}

static struct option read_option(const struct problem *p, const json_t *offering, int weeks) {
    int hours = integer(offering, "study_hours", 0);
    int practice = integer(offering, "practice_hours", 0);
    int cost = integer(offering, "cost_eur", 0);
    if (p->on_diploma_route)
        cost = integer(offering, "cost_eur_diploma_route", cost);
    return (struct option){
        .offering = text(offering, "id"),
        .weeks = weeks,
        .load = {per_week(hours, weeks), per_week(practice, weeks), 1},
        .cost = cost,
        .hours = hours,
    };
}

/* One option for each of the offering's numbers of weeks. */
static void read_offering(struct problem *p, struct activity *activity, const json_t *offering,
                          const json_t *include) {
    const json_t *weeks = json_object_get(offering, "weeks");
    size_t n = json_is_array(weeks) ? json_array_size(weeks) : 1;
    struct requirement requires = read_requirement(p, json_object_get(offering, "requires"));
    int only = week_at(p, include, "start", NEVER);
    bool *begins = problem_alloc(p, LAST_FINISH + 1, sizeof *begins);
    for (int week = 0; week <= p->last_week; week++)
        begins[week] = (only == NEVER || week == only) && may_begin(p, offering, week);
    for (size_t i = 0; i < n; i++) {
        const json_t *choice = json_is_array(weeks) ? json_array_get(weeks, i) : weeks;
        struct option option = read_option(p, offering, (int)json_integer_value(choice));
        option.number = p->n_options++;
        option.requires = requires;
        option.may_begin = begins;
        activity->options[activity->n_options++] = option;
    }
}

static void read_offerings(struct problem *p, struct activity *activity, const json_t *offerings,
                           const json_t *include) {
    const json_t *limits = json_object_get(p->intake, "limits");
    const char *only = text(include, "offering");
    size_t i;
    json_t *offering;
    activity->options = problem_alloc(p, 16 * json_array_size(offerings),
                                      sizeof *activity->options);
    json_array_foreach(offerings, i, offering) {
        if (is_allowed(limits, offering) && (!only || !strcmp(only, text(offering, "id"))) &&
            !lists(json_object_get(limits, "exclude"), text(offering, "id")))
            read_offering(p, activity, offering, include);
    }
}

/* What an assessment grants: what it validates of what is claimed. */
static struct leaves proved_claims(struct problem *p, const json_t *assessment) {
    const json_t *validates = json_object_get(assessment, "validates");
    int most = integer(assessment, "max_level", 5);
    struct leaves leaves = {0, problem_alloc(p, json_array_size(validates), sizeof *leaves.at)};
    size_t i;
    json_t *id;
    json_array_foreach(validates, i, id) {
        int fact = fact_of(p, "competence", json_string_value(id));
        int level = p->claimed[fact] < most ? p->claimed[fact] : most;
        if (level > 0)
            leaves.at[leaves.n++] = (struct leaf){fact, level};
    }
    return leaves;
}

static void read_under_way(struct problem *p, const struct activity *activity,
                           const json_t *under_way) {
    int ends = week_at(p, under_way, "ends", 0);
    for (int week = 0; week <= ends && week < WEEKS; week++) {
        p->load[week].study += integer(under_way, "study_hours_per_week", 0);
        p->load[week].practice += integer(under_way, "practice_hours_per_week", 0);
        p->load[week].steps++;
    }
    if (activity->fact >= 0) {
        give(p, (struct leaf){activity->fact, STARTED}, 0, NEVER, false);
        give(p, (struct leaf){activity->fact, COMPLETED}, ends + 1, NEVER, false);
    }
    for (size_t i = 0; i < activity->grants.n; i++)
        give(p, activity->grants.at[i], ends + 1, NEVER, false);
}

static void read_activity(struct problem *p, const json_t *json, const char *kind) {
    const json_t *limits = json_object_get(p->intake, "limits");
    bool is_unit = !strcmp(kind, "unit");
    const char *id = text(json, "id");
    const json_t *under_way = entry(json_object_get(p->intake, "under_way"), kind, id);
    const json_t *include = entry(json_object_get(limits, "include"), kind, id);
    struct activity activity = {
        .id = id,
        .fact = is_unit ? fact_of(p, kind, id) : -1,
        .is_included = include,
        .requires = read_requirement(p, json_object_get(json, "requires")),
        .grants = is_unit ? read_leaves(p, json_object_get(json, "grants"))
                          : proved_claims(p, json),
        .begun = NEVER,
    };
    if (under_way) {
        read_under_way(p, &activity, under_way);
        return;
    }
    if (lists(json_object_get(limits, "exclude"), id) || (!is_unit && activity.grants.n == 0))
        return;
    read_offerings(p, &activity, json_object_get(json, "offerings"), include);
    p->activities[p->n_activities++] = activity;
}

static void read_activities(struct problem *p) {
    const json_t *units = json_object_get(p->catalogue, "units");
    const json_t *assessments = json_object_get(p->catalogue, "assessments");
    size_t i;
    json_t *json;
    p->activities = problem_alloc(p, json_array_size(units) + json_array_size(assessments),
                                  sizeof *p->activities);
    json_array_foreach(units, i, json)
        read_activity(p, json, "unit");
    json_array_foreach(assessments, i, json)
        read_activity(p, json, "assessment");
}

struct problem *problem_read(const json_t *catalogue, const json_t *intake) {
    struct problem *p = calloc(1, sizeof *p);
    if (!p)
        abort();
    p->catalogue = catalogue;
    p->intake = intake;
    p->start_day = oracle_parse_day(text(intake, "start"));
    p->start_week = p->start_day / 7;
    p->n_included = json_array_size(json_object_get(json_object_get(intake, "limits"), "include"));
    number_facts(p);
    p->awards = problem_alloc(p, json_array_size(json_object_get(catalogue, "certificates")) +
                                     json_array_size(json_object_get(catalogue, "diplomas")),
                              sizeof *p->awards);
    read_awards(p, "certificate", "certificates");
    read_awards(p, "diploma", "diplomas");
    read_functions(p);
    read_holds(p);
    read_claims(p);
    read_weeks(p);
    read_limits(p);
    write_dates(p);
    read_activities(p);
    p->goal = read_requirement(p, json_object_get(intake, "goal"));
    return p;
}

void problem_free(struct problem *p) {
    while (p->blocks) {
        struct block *block = p->blocks;
        p->blocks = block->next;
        free(block);
    }
    json_decref(p->facts);
    free(p);
}
