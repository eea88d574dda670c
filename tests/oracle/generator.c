/*
 * Makes instances. An instance is drawn in the order of MODEL.md sections 4 and 5, then one or two
 * of the awkward twists are worked into it, and then, for some, the oracle says where the optimum
 * is and a deadline or budget is set right at it or just below.
 *
 * Feature of MODEL.md                                      where
 * 1  starts in mid-week, any year, leap and century years  make_time
 * 2  every kind of leaf, levels and their default          leaf
 * 3  all, any, at_least, weights, 0, not, nested, empty    requirement, at_least
 * 4  units, kinds, grants of each kind, texts and x- keys  unit, grants, decorate
 *    assessments, validates, max_level                     assessment
 *    offerings, weeks, loads, prices, leerweg and such     offering
 *    starts: any, dates, yearly, monthly, from, until      put_starts, put_window
 *    awards, award_weeks, grants, valid_months             award
 *    functions, occupations                                function, occupation
 * 5  goal of every kind, nested, at once                   goal
 *    holds, obtained, valid_until, expected, twice         holding, make_holds
 *    claims, twice; experience; attributes                 make_claims
 *    under way: units, assessments, loads, long over       make_under_way
 *    capacity, parallel, periods; practice left out        make_capacity
 *    limits: leerwegen, providers, places, exclude         make_limits
 *    include, with offering, with start                    make_include
 *    budget and deadline, generous                         make_limits
 *    budget and deadline, at the brink                     tighten
 *    diploma_route, objective, count_expected, note        make_rest
 * 6  circles of awards, with and without a way in          twist_circle
 *    lapse, renewal, what would renew itself               twist_renewal
 *    lapse after valid_months, at the end of a month        twist_lapse, hold_until
 *    awards that give awards                               twist_chain
 * 7  started: mutual, of itself; a goal that is to begin   twist_started, goal
 *    what is under way exceeds the capacity                twist_overload
 *    finish at most 522 weeks after the start              twist_ten_years
 *    no deadline and few starts, 02-29                     twist_sparse
 *
 * C does not say in which order the arguments of a call are worked out, so no call may have two
 * arguments that draw.
 */
#include "generator.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "oracle.h"
#include "oracle_calendar.h"

enum kind {
    COMPETENCE,
    ATTRIBUTE,
    UNIT,
    ASSESSMENT,
    CERTIFICATE,
    DIPLOMA,
    FUNCTION,
    OCCUPATION,
    N_KINDS
};

static const struct {
    const char *name, *list, *prefix;
} kinds[N_KINDS] = {
    {"competence", "competences", "c"},   {"attribute", "attributes", "a"},
    {"unit", "units", "u"},               {"assessment", "assessments", "e"},
    {"certificate", "certificates", "k"}, {"diploma", "diplomas", "d"},
    {"function", "functions", "f"},       {"occupation", "occupations", "o"},
};

struct maker {
    uint64_t state;
    json_t *catalogue, *intake;
    int n[N_KINDS];
    bool ids_alike; /* things of different kinds have the same ids where they may */
    int n_offerings;
    int start, horizon; /* a day; weeks */
};

/* ---- drawing (splitmix64 by Sebastiano Vigna, public domain) ---- */

static uint64_t draw(struct maker *m) {
    uint64_t z = m->state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static int roll(struct maker *m, int n) {
    return (int)(draw(m) % (uint64_t)n);
}

static int between(struct maker *m, int least, int most) {
    return least + roll(m, most - least + 1);
}

static bool chance(struct maker *m, int percent) {
    return roll(m, 100) < percent;
}

/* ---- JSON ---- */

static json_t *id_of(const struct maker *m, enum kind kind, int i) {
    return json_sprintf("%s%d", m->ids_alike && kind != ASSESSMENT ? "x" : kinds[kind].prefix, i);
}

static void put(json_t *object, const char *key, json_t *value) {
    json_object_set_new(object, key, value);
}

static void put_number(json_t *object, const char *key, int number) {
    put(object, key, json_integer(number));
}

static void put_text(json_t *object, const char *key, const char *text) {
    put(object, key, json_string(text));
}

/* The list at a key, made if it is not there. */
static json_t *list_at(json_t *object, const char *key) {
    if (!json_object_get(object, key))
        put(object, key, json_array());
    return json_object_get(object, key);
}

/* Appends what is not in the list yet. */
static void add(json_t *list, json_t *value) {
    size_t i;
    json_t *old;
    json_array_foreach(list, i, old) {
        if (json_equal(old, value)) {
            json_decref(value);
            return;
        }
    }
    json_array_append_new(list, value);
}

static json_t *object_of(const struct maker *m, enum kind kind, int i) {
    return json_array_get(json_object_get(m->catalogue, kinds[kind].list), (size_t)i);
}

/* Now and then, what any object may carry. */
static void decorate(struct maker *m, json_t *object) {
    switch (roll(m, 40)) {
    case 0: put_text(object, "description", "Zorg \xe2\x80\x94 \xc3\xa9\xc3\xa9n tekst"); break;
    case 1: put_text(object, "code", "B1-K1"); break;
    case 2: put_text(object, "source", ""); break;
    case 3: put(object, "x-note", json_pack("{s[s]}", "diploma", "d0")); break;
    default: break;
    }
}

/* Some day of the week, counted from week(start). */
static json_t *day_in(struct maker *m, int week) {
    char text[11];
    oracle_format_day((m->start / 7 + week) * 7 + roll(m, 7), text);
    return json_string(text);
}

/* ---- requirements ---- */

static json_t *named(const struct maker *m, enum kind kind, int i) {
    json_t *leaf = json_object();
    put(leaf, kinds[kind].name, id_of(m, kind, i));
    return leaf;
}

/* The competence that a unit is for: the first units give a different one each. */
static int competence_of(const struct maker *m, int unit) {
    return unit % m->n[COMPETENCE];
}

static json_t *competence(struct maker *m, int i) {
    static const int levels[] = {1, 2, 2, 3, 3, 4, 5};
    json_t *leaf = named(m, COMPETENCE, i);
    if (chance(m, 45))
        put_number(leaf, "level", levels[roll(m, 7)]);
    return leaf;
}

/* A unit in reach, most of the time. */
static int some_unit(struct maker *m, int reach) {
    return reach > 0 && chance(m, 90) ? roll(m, reach) : roll(m, m->n[UNIT]);
}

static json_t *some(struct maker *m, enum kind kind) {
    return named(m, kind, roll(m, m->n[kind]));
}

/* A leaf on what the units before number `reach` give, most of the time, so that routes exist. */
static json_t *leaf(struct maker *m, int reach) {
    json_t *leaf;
    int die = roll(m, 100);
    if (die < 9)
        return named(m, UNIT, some_unit(m, reach));
    if (die < 15) {
        leaf = named(m, UNIT, some_unit(m, reach));
        put(leaf, "started", json_true());
        return leaf;
    }
    if (die < 23 && m->n[CERTIFICATE])
        return some(m, CERTIFICATE);
    if (die < 27 && m->n[DIPLOMA])
        return some(m, DIPLOMA);
    if (die < 33 && m->n[FUNCTION])
        return some(m, FUNCTION);
    if (die < 38)
        return some(m, ATTRIBUTE);
    if (die < 43)
        return json_pack("{so}", "not", some(m, ATTRIBUTE));
    leaf = competence(m, competence_of(m, some_unit(m, reach)));
    decorate(m, leaf);
    return leaf;
}

static json_t *requirement(struct maker *m, int reach, int depth);

static json_t *parts(struct maker *m, int reach, int depth, int n) {
    json_t *list = json_array();
    for (int i = 0; i < n; i++)
        json_array_append_new(list, requirement(m, reach, depth - 1));
    return list;
}

/* Gives weights to some of the parts. */
static json_t *weighted(struct maker *m, json_t *of) {
    static const int weights[] = {0, 1, 1, 2, 3, 240};
    for (size_t i = 0; i < json_array_size(of); i++) {
        int weight = weights[roll(m, 6)];
        if (chance(m, 55))
            json_array_set_new(of, i, json_pack("{sisO}", "weight", weight, "that",
                                                json_array_get(of, i)));
    }
    return of;
}

static json_t *at_least(struct maker *m, int reach, int depth) {
    json_t *of = weighted(m, parts(m, reach, depth, between(m, 1, 4)));
    int total = 0, least;
    for (size_t i = 0; i < json_array_size(of); i++) {
        const json_t *weight = json_object_get(json_array_get(of, i), "weight");
        total += weight ? (int)json_integer_value(weight) : 1;
    }
    least = chance(m, 3) ? total + 1 : roll(m, total + 1);
    return json_pack("{siso}", "at_least", least, "of", of);
}

static json_t *requirement(struct maker *m, int reach, int depth) {
    int die = depth > 0 ? roll(m, 100) : 0;
    if (die < 58)
        return leaf(m, reach);
    if (die < 75)
        return json_pack("{so}", "all", parts(m, reach, depth, between(m, 1, 3)));
    if (die < 88)
        return json_pack("{so}", "any", parts(m, reach, depth, between(m, 1, 3)));
    if (die < 97)
        return at_least(m, reach, depth);
    return json_pack("{s[]}", die < 99 ? "all" : "any");
}

/* ---- section 4: the catalogue ---- */

/* A new entry with an id and a name. */
static json_t *new_entry(struct maker *m, enum kind kind, int i) {
    json_t *object = json_object();
    put(object, "id", id_of(m, kind, i));
    put(object, "name", json_sprintf("%s %d", kinds[kind].name, i));
    decorate(m, object);
    json_array_append_new(list_at(m->catalogue, kinds[kind].list), object);
    return object;
}

/* Most often a day within the horizon, as a date or without its year. */
static json_t *start_date(struct maker *m, bool is_yearly) {
    json_t *day = day_in(m, between(m, 0, chance(m, 80) ? m->horizon / 2 : 2 * m->horizon));
    if (!is_yearly)
        return day;
    json_t *yearly = json_string(json_string_value(day) + 5);
    json_decref(day);
    return yearly;
}

static void put_starts(struct maker *m, json_t *offering) {
    int die = roll(m, 100);
    json_t *starts = json_array();
    for (int n = between(m, 1, 4); n > 0; n--)
        add(starts, start_date(m, die >= 65 && die < 80));
    if (die >= 65 && die < 80 && chance(m, 20))
        add(starts, json_string("02-29"));
    if (die >= 45 && die < 65)
        put(offering, "starts", json_incref(starts));
    else if (die >= 65 && die < 80)
        put(offering, "starts", json_pack("{sO}", "yearly", starts));
    else if (die >= 80)
        put(offering, "starts", json_pack("{si}", "monthly", between(m, 1, 28)));
    else if (die < 15)
        put_text(offering, "starts", "any");
    json_decref(starts);
}

static void put_window(struct maker *m, json_t *offering) {
    int from = between(m, -2, m->horizon / 3);
    if (chance(m, 15))
        put(offering, "from", day_in(m, from));
    if (chance(m, 15)) /* a week later at least: `from` is not after `until` */
        put(offering, "until", day_in(m, from + between(m, 1, m->horizon)));
}

static void put_weeks(struct maker *m, json_t *offering, int weeks) {
    json_t *list = json_pack("[i]", weeks);
    for (int n = between(m, 0, 2); n > 0; n--)
        add(list, json_integer(between(m, 1, 6)));
    if (chance(m, 35))
        put(offering, "weeks", json_incref(list));
    else
        put_number(offering, "weeks", weeks);
    json_decref(list);
}

static void put_texts(struct maker *m, json_t *offering) {
    static const char *const leerwegen[] = {"bol", "bbl", "derde-leerweg"};
    static const char *const providers[] = {"p1", "p2", "p3"};
    static const char *const places[] = {"Ede", "Oss", "Den Haag"};
    if (chance(m, 50))
        put_text(offering, "leerweg", leerwegen[roll(m, 3)]);
    if (chance(m, 50))
        put_text(offering, "provider", providers[roll(m, 3)]);
    if (chance(m, 50))
        put_text(offering, "place", places[roll(m, 3)]);
}

/* What is quick is dear, so that the front has more than one point. */
static json_t *offering(struct maker *m, bool is_short) {
    json_t *object = json_object();
    int weeks = between(m, 1, is_short ? 2 : 5), odd_hours = roll(m, 3);
    put(object, "id", json_sprintf("of-%d", m->n_offerings++));
    put_weeks(m, object, weeks);
    put_starts(m, object);
    put_window(m, object);
    put_texts(m, object);
    if (chance(m, 85))
        put_number(object, "study_hours", weeks * between(m, 1, 9) + odd_hours);
    if (chance(m, 12))
        put_number(object, "practice_hours", between(m, 0, 8 * weeks));
    if (chance(m, 85))
        put_number(object, "cost_eur", 10 * between(m, 0, 60) / weeks);
    if (chance(m, 25))
        put_number(object, "cost_eur_diploma_route", 10 * between(m, 0, 30));
    if (chance(m, 12))
        put(object, "requires", requirement(m, m->n[UNIT], 1));
    decorate(m, object);
    return object;
}

static void put_offerings(struct maker *m, json_t *object, bool is_short) {
    for (int n = between(m, 1, 3); n > 0; n--)
        json_array_append_new(list_at(object, "offerings"), offering(m, is_short));
}

/* Leaves on what else a unit or an award may give. */
static void put_more_grants(struct maker *m, json_t *object, int percent) {
    json_t *list = json_object_get(object, "grants");
    if (chance(m, percent))
        add(list, competence(m, roll(m, m->n[COMPETENCE])));
    if (m->n[CERTIFICATE] && chance(m, percent / 2))
        add(list, some(m, CERTIFICATE));
    if (m->n[DIPLOMA] && chance(m, percent / 3))
        add(list, some(m, DIPLOMA));
}

static void unit(struct maker *m, int i) {
    static const char *const unit_kinds[] = {"leereenheid", "keuzedeel", "algemeen-vak", "examen",
                                             "orientatie",  "training",  "registratie",  "bpv"};
    json_t *object = new_entry(m, UNIT, i), *main;
    if (chance(m, 40))
        put_text(object, "kind", unit_kinds[roll(m, 8)]);
    if (chance(m, 20))
        put_number(object, "level", between(m, 1, 8));
    if (chance(m, 10))
        put_text(object, "effect", chance(m, 50) ? "verdiepend" : "verzwarend");
    if (chance(m, i == 0 ? 15 : 45))
        put(object, "requires", requirement(m, i, 2));
    if (chance(m, 92)) {
        main = named(m, COMPETENCE, competence_of(m, i));
        if (chance(m, 30))
            put_number(main, "level", between(m, 2, 5));
        put(object, "grants", json_pack("[o]", main));
        put_more_grants(m, object, 15);
    }
    put_offerings(m, object, false);
}

static void assessment(struct maker *m, int i) {
    static const char *const assessment_kinds[] = {"evc", "praktijktoets", "vrijstelling"};
    json_t *object = new_entry(m, ASSESSMENT, i);
    if (chance(m, 60))
        put_text(object, "kind", assessment_kinds[roll(m, 3)]);
    for (int n = between(m, 1, 2); n > 0; n--)
        add(list_at(object, "validates"), id_of(m, COMPETENCE, roll(m, m->n[COMPETENCE])));
    if (chance(m, 35))
        put_number(object, "max_level", between(m, 1, 5));
    if (chance(m, 30))
        put(object, "requires", requirement(m, m->n[UNIT], 1));
    put_offerings(m, object, true);
}

static void award(struct maker *m, enum kind kind, int i) {
    json_t *object = new_entry(m, kind, i);
    if (chance(m, 88))
        put(object, "requires", requirement(m, between(m, 1, m->n[UNIT]), 2));
    if (chance(m, 50))
        put_number(object, "award_weeks", between(m, 0, 3));
    if (chance(m, 40)) {
        put(object, "grants", json_array());
        put_more_grants(m, object, 60);
    }
    if (chance(m, 40))
        put_number(object, "valid_months", chance(m, 70) ? between(m, 1, 6) : 1200);
    if (kind == CERTIFICATE && chance(m, 20))
        put_text(object, "kind", "registratie");
    if (kind == DIPLOMA && chance(m, 20))
        put_text(object, "crebo", "25655");
    if (kind == DIPLOMA && chance(m, 20))
        put_number(object, "level", between(m, 1, 8));
}

static void function(struct maker *m, int i) {
    json_t *object = new_entry(m, FUNCTION, i);
    put(object, "requires", requirement(m, m->n[UNIT], 2));
    if (chance(m, 30))
        put_number(object, "fwg", between(m, 5, 80));
}

static void occupation(struct maker *m, int i) {
    json_t *object = new_entry(m, OCCUPATION, i), *suggestion;
    if (chance(m, 30))
        put_text(object, "esco", "http://data.europa.eu/esco/occupation/1");
    for (int n = between(m, 0, 3); n > 0; n--) {
        suggestion = competence(m, roll(m, m->n[COMPETENCE]));
        if (chance(m, 70))
            put_number(suggestion, "years", between(m, 0, 4));
        add(list_at(object, "suggests"), suggestion);
    }
}

static void make_catalogue(struct maker *m) {
    put_text(m->catalogue, "format", "leerroute-catalogue/1");
    put_text(m->catalogue, "id", "c-generated");
    if (chance(m, 20))
        put_text(m->catalogue, "title", "Generated");
    for (int i = 0; i < m->n[COMPETENCE]; i++)
        new_entry(m, COMPETENCE, i);
    for (int i = 0; i < m->n[ATTRIBUTE]; i++)
        new_entry(m, ATTRIBUTE, i);
    for (int i = 0; i < m->n[UNIT]; i++)
        unit(m, i);
    for (int i = 0; i < m->n[ASSESSMENT]; i++)
        assessment(m, i);
    for (int i = 0; i < m->n[CERTIFICATE]; i++)
        award(m, CERTIFICATE, i);
    for (int i = 0; i < m->n[DIPLOMA]; i++)
        award(m, DIPLOMA, i);
    for (int i = 0; i < m->n[FUNCTION]; i++)
        function(m, i);
    for (int i = 0; i < m->n[OCCUPATION]; i++)
        occupation(m, i);
}

/* ---- section 5: the intake ---- */

/* Some of the competences that the units give. */
static json_t *several(struct maker *m) {
    json_t *list = json_array();
    for (int n = between(m, 2, 4); n > 0; n--)
        add(list, named(m, COMPETENCE, competence_of(m, roll(m, m->n[UNIT]))));
    return list;
}

static json_t *goal(struct maker *m) {
    json_t *list;
    int die = roll(m, 100);
    if (die < 16 && m->n[CERTIFICATE])
        return some(m, CERTIFICATE);
    if (die < 30 && m->n[DIPLOMA])
        return some(m, DIPLOMA);
    if (die < 42 && m->n[FUNCTION])
        return some(m, FUNCTION);
    if (die < 52)
        return requirement(m, m->n[UNIT], 3);
    if (die < 55)
        return leaf(m, m->n[UNIT]);
    if (die < 60)
        return named(m, COMPETENCE, competence_of(m, roll(m, m->n[UNIT])));
    list = several(m);
    if (die < 75)
        add(list, leaf(m, m->n[UNIT]));
    return json_pack("{so}", die < 92 ? "all" : "any", list);
}

static json_t *holding(struct maker *m) {
    int die = roll(m, 100);
    if (die < 25 && m->n[CERTIFICATE])
        return some(m, CERTIFICATE);
    if (die < 38 && m->n[DIPLOMA])
        return some(m, DIPLOMA);
    if (die < 50)
        return some(m, UNIT);
    return competence(m, roll(m, m->n[COMPETENCE]));
}

static void make_holds(struct maker *m) {
    json_t *list = json_array(), *held = NULL;
    for (int n = between(m, 0, 3); n > 0; n--) {
        held = held && chance(m, 15) ? json_deep_copy(held) : holding(m);
        if (chance(m, 50)) /* of what has valid_months, some lapses within the horizon */
            put(held, "obtained", day_in(m, chance(m, 60) ? between(m, 0, m->horizon / 2)
                                                         : between(m, -25, 0)));
        if (chance(m, 45))
            put(held, "valid_until", day_in(m, between(m, -2, m->horizon)));
        if (chance(m, 15))
            put(held, "expected", json_boolean(chance(m, 85)));
        if (chance(m, 10))
            put_text(held, "evidence", "certificaat");
        json_array_append_new(list, held);
    }
    if (json_array_size(list) > 0 || chance(m, 10))
        put(m->intake, "holds", json_incref(list));
    json_decref(list);
    if (chance(m, 30))
        put(m->intake, "count_expected", json_boolean(chance(m, 50)));
}

/* A competence, most often one that some assessment validates. */
static json_t *claimed(struct maker *m) {
    json_t *claim = competence(m, roll(m, m->n[COMPETENCE]));
    if (m->n[ASSESSMENT] && chance(m, 65)) {
        const json_t *object = object_of(m, ASSESSMENT, roll(m, m->n[ASSESSMENT]));
        const json_t *validates = json_object_get(object, "validates");
        json_object_set(claim, "competence", json_array_get(validates, 0));
    }
    return claim;
}

static void make_claims(struct maker *m) {
    for (int n = between(m, 0, m->n[ASSESSMENT] ? 3 : 1); n > 0; n--) {
        json_t *claim = claimed(m);
        if (chance(m, 15))
            put_text(claim, "evidence", "beoordeling");
        json_array_append_new(list_at(m->intake, "claims"), claim);
    }
    for (int n = m->n[OCCUPATION] ? between(m, 0, 2) : 0; n > 0; n--) {
        json_t *experience = some(m, OCCUPATION);
        put_number(experience, "years", between(m, 0, 4));
        add(list_at(m->intake, "experience"), experience);
    }
    for (int i = 0; i < m->n[ATTRIBUTE]; i++) {
        if (chance(m, 50))
            add(list_at(m->intake, "attributes"), id_of(m, ATTRIBUTE, i));
    }
}

static json_t *started(const struct maker *m, int i) {
    json_t *leaf = named(m, UNIT, i);
    put(leaf, "started", json_true());
    return leaf;
}

static void make_under_way(struct maker *m) {
    for (int i = 0; i < m->n[UNIT] + m->n[ASSESSMENT]; i++) {
        json_t *object;
        if (!chance(m, 8))
            continue;
        object = i < m->n[UNIT] ? named(m, UNIT, i) : named(m, ASSESSMENT, i - m->n[UNIT]);
        put(object, "ends", day_in(m, between(m, -2, m->horizon / 2)));
        if (chance(m, 70))
            put_number(object, "study_hours_per_week", between(m, 0, 12));
        if (chance(m, 30))
            put_number(object, "practice_hours_per_week", between(m, 0, 12));
        json_array_append_new(list_at(m->intake, "under_way"), object);
        if (i < m->n[UNIT] && chance(m, 40))
            put(object_of(m, UNIT, roll(m, m->n[UNIT])), "requires",
                chance(m, 50) ? started(m, i) : named(m, UNIT, i));
    }
}

/* Capacity of a week, as a whole or as a part of it for a period. */
static void put_capacity(struct maker *m, json_t *object, int percent, int least_study) {
    if (chance(m, percent))
        put_number(object, "study_hours_per_week", between(m, least_study, 18));
    if (chance(m, 45))
        put_number(object, "practice_hours_per_week", between(m, 0, 16));
    if (chance(m, 35))
        put_number(object, "parallel", between(m, 1, 3));
}

static void make_capacity(struct maker *m) {
    json_t *capacity = json_object();
    int week = between(m, -2, m->horizon / 2);
    put_capacity(m, capacity, 100, 6);
    for (int n = chance(m, 30) ? between(m, 1, 2) : 0; n > 0; n--) {
        json_t *period = json_object();
        int to = week + between(m, 0, 3);
        put(period, "from", day_in(m, week));
        put(period, "to", to == week ? json_incref(json_object_get(period, "from"))
                                     : day_in(m, to));
        if (chance(m, 30))
            put_number(period, "study_hours_per_week", 0);
        else
            put_capacity(m, period, 70, 1);
        json_array_append_new(list_at(capacity, "periods"), period);
        week = to + between(m, 1, 4);
    }
    put(m->intake, "capacity", capacity);
}

static bool is_under_way(const struct maker *m, const char *kind, const json_t *id) {
    size_t i;
    json_t *object;
    json_array_foreach(json_object_get(m->intake, "under_way"), i, object) {
        if (json_equal(json_object_get(object, kind), id))
            return true;
    }
    return false;
}

static json_t *some_offering(struct maker *m, const json_t *object) {
    json_t *offerings = json_object_get(object, "offerings");
    return json_array_get(offerings, (size_t)roll(m, (int)json_array_size(offerings)));
}

static void make_include(struct maker *m, json_t *limits, enum kind kind) {
    for (int i = 0; i < m->n[kind]; i++) {
        json_t *object = object_of(m, kind, i), *include, *id = json_object_get(object, "id");
        if (!chance(m, kind == UNIT ? 5 : 10) || is_under_way(m, kinds[kind].name, id))
            continue;
        include = named(m, kind, i);
        if (chance(m, 40)) {
            const json_t *only = some_offering(m, object);
            put(include, "offering", json_incref(json_object_get(only, "id")));
        }
        if (chance(m, 35))
            put(include, "start", day_in(m, between(m, 0, m->horizon / 2)));
        json_array_append_new(list_at(limits, "include"), include);
    }
}

static void make_exclude(struct maker *m, json_t *limits) {
    for (int n = chance(m, 15) ? between(m, 1, 2) : 0; n > 0; n--) {
        enum kind kind = m->n[ASSESSMENT] && chance(m, 20) ? ASSESSMENT : UNIT;
        const json_t *object = object_of(m, kind, roll(m, m->n[kind]));
        if (chance(m, 50))
            object = some_offering(m, object);
        add(list_at(limits, "exclude"), json_incref(json_object_get(object, "id")));
    }
}

static void put_allowed(struct maker *m, json_t *limits, const char *key, const char *a,
                        const char *b) {
    if (!chance(m, 10))
        return;
    add(list_at(limits, key), json_string(a));
    if (chance(m, 70))
        add(list_at(limits, key), json_string(b));
}

static void make_limits(struct maker *m) {
    json_t *limits = json_object();
    if (chance(m, 88))
        put(limits, "finish_by", day_in(m, m->horizon));
    if (chance(m, 15))
        put_number(limits, "budget_eur", 10 * between(m, 0, 200));
    put_allowed(m, limits, "leerwegen", "bbl", "bol");
    put_allowed(m, limits, "providers", "p1", "p3");
    put_allowed(m, limits, "places", "Ede", "Den Haag");
    make_exclude(m, limits);
    make_include(m, limits, UNIT);
    make_include(m, limits, ASSESSMENT);
    put(m->intake, "limits", limits);
}

static void make_rest(struct maker *m) {
    static const char *const measures[] = {"finish", "cost", "hours"};
    if (chance(m, 65)) {
        for (int n = between(m, 1, 3); n > 0; n--)
            add(list_at(m->intake, "objective"), json_string(measures[roll(m, 3)]));
    }
    if (chance(m, 20))
        put(m->intake, "diploma_route", json_boolean(chance(m, 50)));
    if (chance(m, 15))
        put_text(m->intake, "note", "");
    decorate(m, m->intake);
}

static void make_intake(struct maker *m) {
    char start[11];
    oracle_format_day(m->start, start);
    put_text(m->intake, "format", "leerroute-intake/1");
    put_text(m->intake, "id", "i-generated");
    put_text(m->intake, "start", start);
    put(m->intake, "goal", goal(m));
    make_holds(m);
    make_claims(m);
    make_under_way(m);
    make_capacity(m);
    make_limits(m);
    make_rest(m);
}

/* ---- twists ---- */

static void set_goal(struct maker *m, json_t *also) {
    json_t *old = json_object_get(m->intake, "goal");
    put(m->intake, "goal", chance(m, 50) ? json_pack("{s[Oo]}", "all", old, also) : also);
}

/* No study in some weeks, which a step may run into after the finish, past any deadline. */
static void put_holiday(struct maker *m) {
    int from = between(m, 1, 5);
    json_t *period = json_pack("{si}", "study_hours_per_week", 0);
    put(period, "from", day_in(m, from));
    put(period, "to", day_in(m, from + between(m, 1, 3)));
    put(json_object_get(m->intake, "capacity"), "periods", json_pack("[o]", period));
    if (chance(m, 50))
        put(json_object_get(m->intake, "limits"), "finish_by", day_in(m, from - 1));
}

/* Units that ask each other, or a unit itself, to be followed. */
static void twist_started(struct maker *m) {
    int i = roll(m, m->n[UNIT]), j = roll(m, m->n[UNIT]);
    put(object_of(m, UNIT, i), "requires", started(m, j));
    if (chance(m, 70))
        put(object_of(m, UNIT, j), "requires", started(m, i));
    put(m->intake, "goal", chance(m, 60) ? named(m, COMPETENCE, competence_of(m, i))
                                        : started(m, i));
    if (chance(m, 40))
        put_holiday(m);
}

/* Two awards that ask for each other; half of the time with another way in. */
static void twist_circle(struct maker *m) {
    json_t *first = m->n[CERTIFICATE] ? object_of(m, CERTIFICATE, 0) : NULL;
    json_t *second = m->n[DIPLOMA] ? object_of(m, DIPLOMA, 0) : NULL;
    if (!first || !second)
        return;
    put(second, "requires", named(m, CERTIFICATE, 0));
    put(first, "requires", named(m, DIPLOMA, 0));
    if (chance(m, 60))
        put(first, "requires", json_pack("{s[oo]}", "any", named(m, DIPLOMA, 0),
                                         requirement(m, m->n[UNIT], 1)));
    set_goal(m, chance(m, 50) ? named(m, CERTIFICATE, 0) : named(m, DIPLOMA, 0));
}

/*
 * An award that asks for what a unit or the award itself gives, and that is needed, when the award
 * is held but lapses or what it asks for is held but lapses.
 */
static void twist_renewal(struct maker *m) {
    enum kind kind = m->n[CERTIFICATE] ? CERTIFICATE : DIPLOMA;
    int c = competence_of(m, roll(m, m->n[UNIT]));
    json_t *object = m->n[kind] ? object_of(m, kind, 0) : NULL, *held;
    if (!object)
        return;
    held = chance(m, 70) ? named(m, kind, 0) : named(m, COMPETENCE, c);
    put(held, "valid_until", day_in(m, between(m, 0, m->horizon / 3)));
    json_array_append_new(list_at(m->intake, "holds"), held);
    put(object, "requires", named(m, COMPETENCE, c));
    if (chance(m, 40))
        put(object, "grants", json_pack("[o]", competence(m, c)));
    if (chance(m, 60))
        put(object_of(m, UNIT, roll(m, m->n[UNIT])), "requires", named(m, kind, 0));
    set_goal(m, chance(m, 60) ? named(m, kind, 0) : named(m, COMPETENCE, c));
}

/*
 * A held award that lapses in a week near the end of a month, some months after it was obtained,
 * and a unit that needs it and can begin from that week on, or from the next. Half of the awards
 * come anew some weeks after that.
 */
static void twist_lapse(struct maker *m) {
    enum kind kind = m->n[CERTIFICATE] ? CERTIFICATE : DIPLOMA;
    json_t *object = m->n[kind] ? object_of(m, kind, 0) : NULL, *held, *offering;
    int i = roll(m, m->n[UNIT]), months = between(m, 1, 6), day, from;
    struct oracle_date date = oracle_date(m->start + 7 * between(m, 0, m->horizon / 2));
    char obtained[11];
    size_t j;
    if (!object)
        return;
    date.year -= date.month <= months;
    date.month += date.month <= months ? 12 - months : -months;
    date.day = oracle_days_in_month(date.year, date.month);
    day = oracle_day(date);
    oracle_format_day(day, obtained);
    held = named(m, kind, 0);
    put_text(held, "obtained", obtained);
    json_array_append_new(list_at(m->intake, "holds"), held);
    put_number(object, "valid_months", months);
    json_object_del(object, "requires");
    put(object_of(m, UNIT, i), "requires", named(m, kind, 0));
    from = oracle_add_months(day, months) / 7 - m->start / 7 + roll(m, 2);
    if (chance(m, 50)) {
        put(object, "requires", json_pack("{s[]}", "all"));
        put_number(object, "award_weeks", between(m, 1, 3));
    }
    json_array_foreach(json_object_get(object_of(m, UNIT, i), "offerings"), j, offering) {
        put(offering, "from", day_in(m, from));
        json_object_del(offering, "until");
        json_object_del(offering, "starts");
    }
    put(m->intake, "goal", named(m, UNIT, i));
}

/* A diploma that gives a certificate that gives a competence, and that is wanted. */
static void twist_chain(struct maker *m) {
    int c = roll(m, m->n[COMPETENCE]);
    if (!m->n[DIPLOMA] || !m->n[CERTIFICATE])
        return;
    put(object_of(m, DIPLOMA, 0), "grants", json_pack("[o]", named(m, CERTIFICATE, 0)));
    put(object_of(m, CERTIFICATE, 0), "grants", json_pack("[o]", named(m, COMPETENCE, c)));
    put(m->intake, "goal", competence(m, c));
}

/* What is under way takes much, or more than there is, and some steps take none of that. */
static void twist_overload(struct maker *m) {
    bool is_study = chance(m, 50);
    const char *key = is_study ? "study_hours" : "practice_hours";
    const char *per_week = is_study ? "study_hours_per_week" : "practice_hours_per_week";
    json_t *list = list_at(m->intake, "under_way"), *object;
    if (json_array_size(list) == 0) {
        object = named(m, UNIT, 0);
        put(object, "ends", day_in(m, between(m, 0, m->horizon / 2)));
        json_array_append_new(list, object);
    }
    put_number(json_array_get(list, 0), per_week, between(m, 4, chance(m, 60) ? 16 : 168));
    put_number(json_object_get(m->intake, "capacity"), per_week, between(m, 8, 16));
    for (int i = 0; i < m->n[UNIT]; i++)
        put_number(some_offering(m, object_of(m, UNIT, i)), key, chance(m, 50) ? between(m, 1, 20) : 0);
    json_object_del(json_object_get(m->intake, "limits"), "include"); /* not what is under way */
}

/* An award that comes some ten years after the start: in time, or just too late. */
static void twist_ten_years(struct maker *m) {
    enum kind kind = m->n[DIPLOMA] ? DIPLOMA : CERTIFICATE;
    json_t *limits = json_object_get(m->intake, "limits");
    if (!m->n[kind])
        return;
    put_number(object_of(m, kind, 0), "award_weeks", between(m, 512, 519));
    put(object_of(m, kind, 0), "requires", named(m, COMPETENCE, 0));
    put(m->intake, "goal", named(m, kind, 0));
    json_object_del(limits, "finish_by");
    for (int i = 1; i < m->n[UNIT]; i++) { /* or the search would be long */
        if (competence_of(m, i) != 0)
            add(list_at(limits, "exclude"), id_of(m, UNIT, i));
    }
}

/* No deadline, but few starts; some only on a 29 February, years ahead. */
static void twist_sparse(struct maker *m) {
    json_object_del(json_object_get(m->intake, "limits"), "finish_by");
    for (int i = 0; i < m->n[UNIT]; i++) {
        json_t *object = some_offering(m, object_of(m, UNIT, i));
        json_t *yearly = json_pack("[o]", chance(m, 30) ? json_string("02-29")
                                                        : start_date(m, true));
        put(object, "starts", json_pack("{so}", "yearly", yearly));
        json_object_del(object, "until");
    }
}

static void twist(struct maker *m) {
    static void (*const twists[])(struct maker *) = {
        twist_started, twist_circle,   twist_renewal,   twist_renewal, twist_lapse,
        twist_chain,   twist_overload, twist_ten_years, twist_sparse,
    };
    if (chance(m, 55))
        twists[roll(m, 9)](m);
    if (chance(m, 10))
        twists[roll(m, 9)](m);
}

/* ---- with the oracle's help ---- */

/* Removes something that may stand in the way of a route. */
static void relax(struct maker *m) {
    static const char *const keys[] = {"include", "exclude", "leerwegen", "providers", "places",
                                       "budget_eur"};
    json_t *limits = json_object_get(m->intake, "limits");
    json_t *capacity = json_object_get(m->intake, "capacity");
    switch (roll(m, 5)) {
    case 0:
        for (size_t i = 0; i < 6; i++)
            json_object_del(limits, keys[i]);
        break;
    case 1:
        if (json_object_get(limits, "finish_by"))
            put(limits, "finish_by", day_in(m, 2 * m->horizon));
        break;
    case 2:
        for (int i = 0; i < m->n[UNIT]; i++) {
            if (chance(m, 40))
                json_object_del(object_of(m, UNIT, i), "requires");
        }
        break;
    case 3:
        json_object_del(capacity, "periods");
        put_number(capacity, "study_hours_per_week", between(m, 10, 24));
        put_number(capacity, "practice_hours_per_week", between(m, 8, 24));
        break;
    default:
        put(m->intake, "goal", json_pack("{so}", "all", several(m)));
    }
}

/* The award or function that is the goal, or NULL. */
static json_t *goal_object(const struct maker *m) {
    static const enum kind with_requires[] = {CERTIFICATE, DIPLOMA, FUNCTION};
    const json_t *goal = json_object_get(m->intake, "goal");
    for (size_t k = 0; k < 3; k++) {
        enum kind kind = with_requires[k];
        const json_t *wanted = json_object_get(goal, kinds[kind].name);
        for (int i = 0; wanted && i < m->n[kind]; i++) {
            if (json_equal(json_object_get(object_of(m, kind, i), "id"), wanted))
                return object_of(m, kind, i);
        }
    }
    return NULL;
}

/* Asks more of the route: in the goal itself, or in what the award or function of the goal asks. */
static void harden(struct maker *m) {
    json_t *object = goal_object(m), *list = several(m), *old;
    const char *key = object ? "requires" : "goal";
    if (!object)
        object = m->intake;
    if ((old = json_object_get(object, key)))
        json_array_append(list, old);
    if (chance(m, 75))
        put(object, key, json_pack("{so}", "all", list));
    else
        put(object, key, json_pack("{siso}", "at_least", (int)json_array_size(list), "of",
                                   weighted(m, list)));
    if (chance(m, 25))
        json_object_del(m->intake, "holds");
}

/* Makes a deadline, or an earlier one. */
static void shorten(struct maker *m) {
    m->horizon = m->horizon * 2 / 3;
    put(json_object_get(m->intake, "limits"), "finish_by", day_in(m, m->horizon));
}

/* A day from which that many months end in the week of another day: the first or the last such. */
static int months_before(struct maker *m, int months, int last_day) {
    bool is_last = chance(m, 60);
    int found = last_day;
    for (int day = last_day - 31 * months - 6; day <= last_day; day++) {
        if (oracle_add_months(day, months) / 7 == last_day / 7 && (is_last || found == last_day))
            found = day;
    }
    return found;
}

/* Asks in the goal for a certificate that is held up to and including the week, and no longer. */
static void hold_until(struct maker *m, int week) {
    int i = m->n[CERTIFICATE]++, months = between(m, 1, 6);
    json_t *object = new_entry(m, CERTIFICATE, i), *held = named(m, CERTIFICATE, i);
    char obtained[11];
    if (chance(m, 50)) {
        put(held, "valid_until", day_in(m, week));
    } else {
        int last_day = (m->start / 7 + week) * 7 + roll(m, 7);
        oracle_format_day(months_before(m, months, last_day), obtained);
        put_text(held, "obtained", obtained);
        put_number(object, "valid_months", months);
    }
    if (chance(m, 30))
        put(held, "expected", json_true());
    json_array_append_new(list_at(m->intake, "holds"), held);
    put(m->intake, "goal", json_pack("{s[Oo]}", "all", json_object_get(m->intake, "goal"),
                                     named(m, CERTIFICATE, i)));
}

/* Sets a deadline, a lapse or the budget so that a point of the front just meets it or just not. */
static void tighten(struct maker *m, const struct oracle_result *result) {
    json_t *limits = json_object_get(m->intake, "limits");
    const struct oracle_point *point = &result->points[roll(m, (int)result->n_points)];
    int finish = oracle_parse_day(point->finish) / 7 - m->start / 7;
    int die = roll(m, 100);
    if (die < 45) /* week(finish_by) + 1 is the latest finish */
        put(limits, "finish_by", day_in(m, finish - (die < 35 ? 1 : 2)));
    else if (die < 75)
        hold_until(m, finish - (die < 68 ? 0 : 1));
    if ((die < 10 || die >= 75) && point->cost > 0)
        put_number(limits, "budget_eur", (int)point->cost - (die < 93 ? 0 : 1));
}

/* Whether the instance was changed, as one that would be too large or too plain mostly is. */
static bool change(struct maker *m, const struct oracle_result *result, bool needs_route) {
    size_t steps = result->n_points ? result->points[0].steps : 0;
    if (result->status == ORACLE_TOO_LARGE) {
        shorten(m);
        return true;
    }
    if (result->status == ORACLE_NONE) {
        if (needs_route)
            relax(m);
        return needs_route;
    }
    if (!chance(m, steps == 0 ? 92 : 80 / (int)steps))
        return false;
    harden(m);
    return true;
}

/* Changes the instance so that most have a route of some steps, and that few are a long search. */
static void adjust(struct maker *m) {
    static const struct oracle_options options = {.nodes = 30000};
    struct oracle_result result;
    bool is_changed = true, needs_route = chance(m, 80);
    for (int tries = 0; is_changed && tries < 12; tries++) {
        oracle_solve(m->catalogue, m->intake, &options, &result);
        is_changed = change(m, &result, needs_route);
        if (!is_changed && result.status == ORACLE_OPTIMAL && chance(m, 35))
            tighten(m, &result);
        oracle_free(&result);
    }
}

/* ---- the whole ---- */

static void make_time(struct maker *m) {
    static const int years[] = {1999, 2024, 2025, 2026, 2026, 2027, 2027, 2028, 2099, 2100};
    struct oracle_date date = {years[roll(m, 10)], 1, 1};
    m->start = oracle_day(date) + roll(m, 365);
    if (chance(m, 10)) { /* before 02-29, in a leap year and in one that is none: 2100 */
        date = (struct oracle_date){chance(m, 70) ? 2028 : 2100, 2, 1};
        m->start = oracle_day(date) - roll(m, 30);
    }
    if (chance(m, 30))
        m->start -= m->start % 7;
    m->horizon = between(m, 6, 18);
}

static void make_sizes(struct maker *m, int size) {
    m->n[ASSESSMENT] = size > 2 ? roll(m, 3) : 0;
    m->n[UNIT] = size - m->n[ASSESSMENT];
    m->n[COMPETENCE] = between(m, 2, size < 5 ? 3 : 5);
    m->n[ATTRIBUTE] = between(m, 1, 3);
    m->n[CERTIFICATE] = roll(m, 4);
    m->n[DIPLOMA] = roll(m, 3);
    m->n[FUNCTION] = roll(m, 3);
    m->n[OCCUPATION] = m->n[ASSESSMENT] ? roll(m, 3) : 0;
    m->ids_alike = chance(m, 15);
}

void generator_make(uint64_t seed, int size, json_t **catalogue, json_t **intake) {
    struct maker m = {.state = seed, .catalogue = json_object(), .intake = json_object()};
    make_time(&m);
    make_sizes(&m, size);
    make_catalogue(&m);
    make_intake(&m);
    twist(&m);
    adjust(&m);
    *catalogue = m.catalogue;
    *intake = m.intake;
}

static void shuffle(struct maker *m, json_t *json) {
    const char *key;
    json_t *value;
    for (size_t i = json_array_size(json); i > 0; i--) {
        size_t j = (size_t)roll(m, (int)i);
        json_t *last = json_incref(json_array_get(json, i - 1));
        json_array_set(json, i - 1, json_array_get(json, j));
        json_array_set_new(json, j, last);
        shuffle(m, json_array_get(json, i - 1));
    }
    json_object_foreach(json, key, value) {
        if (strcmp(key, "objective") != 0)
            shuffle(m, value);
    }
}

void generator_shuffle(uint64_t seed, json_t *catalogue, json_t *intake) {
    struct maker m = {.state = seed};
    shuffle(&m, catalogue);
    shuffle(&m, intake);
}

void generator_let_last(json_t *catalogue, json_t *intake) {
    static const char *const lists[] = {"certificates", "diplomas"};
    size_t i;
    json_t *item;
    for (int l = 0; l < 2; l++)
        json_array_foreach(json_object_get(catalogue, lists[l]), i, item)
            json_object_del(item, "valid_months");
    json_array_foreach(json_object_get(intake, "holds"), i, item)
        json_object_del(item, "valid_until");
}
