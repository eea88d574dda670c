/*
 * The oracle: a brute-force answer to a catalogue and an intake, to hold the planner against.
 *
 * It tries every way to begin steps week by week and shares no code with the library, so that an
 * error would have to be made twice, in two different ways, to go unseen. It is for small
 * instances and takes valid files only: what breaks a rule of the format is undefined here.
 */
#ifndef ORACLE_H
#define ORACLE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum oracle_status {
    ORACLE_OPTIMAL,  /* there is a valid route: the front is complete */
    ORACLE_NONE,     /* there is no valid route */
    ORACLE_TOO_LARGE /* gave up: nothing is said about the instance */
};

struct oracle_options {
    uint64_t nodes; /* how many weeks may be worked out before giving up; 0: no limit */
    bool plain;     /* without the prunings that rest on an argument: slower, same answer */

    /* For an alternative: a list of sets of ids of units and assessments, [["u-1", "e-2"], ...].
     * Only routes that contain all of none of these sets count. NULL: every route counts. */
    const json_t *avoid;

    /* The id of a function that comes first: only routes count on which it holds as early as on any,
     * also when that is after the finish. NULL: every route counts. */
    const char *first;

    /*
     * For what can still be made of a route: steps as in a route file, of which one whose `id` is
     * `failed` gives nothing. They are in each route, and what else there is begins, and the goal
     * counts, in the week of the day `from` or later. `past` NULL: from the beginning.
     */
    const json_t *past;
    const char *from, *failed;
};

struct oracle_point {
    char finish[11]; /* a Monday, YYYY-MM-DD */
    int64_t cost;    /* euros */
    int64_t hours;   /* study hours */
    size_t steps;    /* of one route with these measures, not always the one with the fewest */
};

struct oracle_result {
    enum oracle_status status;
    uint64_t nodes;
    size_t n_points;
    struct oracle_point *points; /* the Pareto front by finish, then cost, then hours */
};

/* `options` may be NULL. The caller hands the result to oracle_free(). Out of memory aborts. */
void oracle_solve(const json_t *catalogue, const json_t *intake,
                  const struct oracle_options *options, struct oracle_result *result);
void oracle_free(struct oracle_result *result);

/*
 * The point that is lexicographically least in the order of the intake's `objective`; NULL if the
 * status is not ORACLE_OPTIMAL. Only the measures that the objective names have a meaning in it.
 */
const struct oracle_point *oracle_best(const struct oracle_result *result, const json_t *intake);

/* {"status", "objective", "measures", "pareto"} as a new object; the last two with a route only. */
json_t *oracle_to_json(const struct oracle_result *result, const json_t *intake);

#endif
