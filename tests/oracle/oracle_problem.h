/*
 * What the oracle searches: a catalogue and an intake as numbers. See oracle_problem.c.
 *
 * Weeks are counted from week(start) = 0. A fact has a level in each week: competences 0..5, units
 * 0, STARTED or COMPLETED, all others 0 or HELD; a leaf asks for a level or more. So `started`
 * holds of what is completed, and a competence holds at every lower level, with no further rule.
 */
#ifndef ORACLE_PROBLEM_H
#define ORACLE_PROBLEM_H

#include <jansson.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    HELD = 1,
    STARTED = 1,
    COMPLETED = 2,
    LAST_FINISH = 522,           /* the latest finish that rule 6 allows */
    WEEKS = LAST_FINISH + 520,   /* a step takes 520 weeks at most: none is followed later */
    NEVER = INT_MAX
};

struct leaf {
    int fact, level;
};

struct leaves {
    size_t n;
    struct leaf *at;
};

/*
 * A leaf, or parts of which the weights of those that hold must add up to `least`. `all` of n asks
 * n of weight 1, `any` asks 1, and 0 of no parts always holds.
 */
struct requirement {
    bool is_leaf;
    struct leaf leaf;
    int64_t least;
    size_t n_parts;
    struct part *parts;
};

struct part {
    int64_t weight;
    struct requirement that;
};

/* A leaf that holds from one week up to and including another whatever the route is. */
struct given {
    struct given *next;
    struct leaf leaf;
    int from, to;
    bool is_holding; /* an entry of `holds` */
};

/* A certificate or a diploma. */
struct award {
    int fact;
    bool is_awarded; /* has a `requires` */
    struct requirement requires;
    int award_weeks;
    struct leaves grants;
    int met; /* search: the week w of section 6 in which `requires` is first met, or NEVER */
};

struct function {
    int fact;
    struct requirement requires;
};

/* What one week can bear, or bears: hours of study and practice and a number of steps. */
struct load {
    int study, practice, steps;
};

/* An offering in one of its numbers of weeks. */
struct option {
    size_t number; /* among all options */
    const char *offering;
    int weeks;
    struct load load; /* in each of its weeks */
    int64_t cost, hours;
    struct requirement requires;
    const bool *may_begin; /* by week: rule 1, and the start that `include` asks for */
};

/* A unit or an assessment that can be a step. */
struct activity {
    const char *id;
    int fact; /* of the completed unit; -1 for an assessment */
    bool is_included;
    struct requirement requires;
    struct leaves grants;
    size_t n_options;
    struct option *options;
    int begun;                   /* search: its first week, or NEVER */
    const struct option *chosen; /* search: how it is followed, if begun */
};

struct problem {
    const json_t *catalogue, *intake;
    struct block *blocks; /* all memory of the problem */
    int start_day, start_week;
    int last_week; /* of a finish; negative if there is none */
    char (*dates)[11]; /* YYYY-MM-DD of each day from the Monday of week 0 on */
    bool on_diploma_route;
    int64_t budget;
    json_t *facts; /* kind -> id -> number */
    int n_facts;
    int *claimed; /* by fact: the level of the claim, or 0 */
    struct given *given;
    size_t n_awards, n_functions, n_activities, n_options, n_included;
    struct award *awards;
    struct function *functions;
    struct activity *activities;
    struct requirement goal;
    struct load capacity[WEEKS];
    struct load load[WEEKS]; /* of what is under way; the search adds its steps */
};

struct problem *problem_read(const json_t *catalogue, const json_t *intake);
void problem_free(struct problem *p);

/* Zeroed memory that lives as long as the problem. */
void *problem_alloc(struct problem *p, size_t count, size_t size);

#endif
