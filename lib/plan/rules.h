/* The rules of a problem for the engine: what the variables are, and which rules narrow them.
 *
 * Variables, in this order:
 *  - of each node its week: an upper estimate of the week from which it holds. A route that makes
 * it hold earlier agrees with every later week, so the rules only ask "not before"; what is claimed
 *    in a circle is found out when all is decided (see accept.h);
 *  - of each mode its first week, or never when it is not used;
 *  - of each task of more or fewer modes than one whether it is used, 0 or 1;
 *  - the cost and the study hours of all that is used, from above too.
 * All rules are monotone in these and explain themselves by atoms that hold. */
#ifndef LRI_PLAN_RULES_H
#define LRI_PLAN_RULES_H

#include "plan/problem.h"
#include "plan/solver.h"

enum { LRI_LOADS = 3 };

/* A sum over the tasks that are used, each in one mode, and the variable that limits it. */
typedef enum lri_sum_kind {
    LRI_SUM_COST,
    LRI_SUM_HOURS,
    LRI_SUM_LOAD, /* + load: its hours (or weeks, for steps) up to the end */
    LRI_SUM_PICKETS = LRI_SUM_LOAD + LRI_LOADS /* + load: of the pickets alone, see pickets.h */
} lri_sum_kind;

enum { LRI_SUMS = LRI_SUM_PICKETS + LRI_LOADS };

/* One task in a sum, while it runs. */
typedef struct lri_share {
    uint32_t task;
    int64_t least; /* of the modes that are still possible; 0 while the task may be left out */
} lri_share;

/* A node that must hold by `week`, and what it costs at least: see needs.h. */
typedef struct lri_need {
    uint32_t node;
    int64_t week, least;
} lri_need;

/* A task that gives a node that asks for a weight some of it. */
typedef struct lri_weighed {
    uint32_t task;
    int64_t weight, share;
} lri_weighed;

typedef struct lri_part {
    uint32_t task, mode; /* LRI_NONE: any of those that are still possible */
    int32_t load;
    int64_t from, to; /* the weeks in which it certainly runs, from .. to - 1 */
    int64_t over;     /* by when the task is over */
} lri_part;

/* The weeks that are too full for a load, by the profile of that number. */
typedef struct lri_full {
    uint64_t profile;
    int32_t load;
    lri_weeks weeks;
} lri_full;

enum { LRI_FULL = 64 }; /* few loads are so high */

/* The weeks in which a task may take a load, in one of its modes or another. */
typedef struct lri_run {
    uint32_t task;
    int32_t load;
    lri_weeks weeks;
} lri_run;

/* How many of some atoms do not hold, at most: a variable. */
typedef struct lri_counter {
    uint32_t first, count; /* of rules->counted */
    uint32_t variable;
} lri_counter;

/* An atom that costs something when it does not hold; and what a sum is at least: see relax.h. */
typedef struct lri_price {
    lri_atom atom;
    int64_t cost;
} lri_price;

typedef struct lri_prices {
    lri_sum_kind sum;
    uint32_t first, count; /* of rules->price_list */
    int64_t base;          /* what is paid anyway */
    int shift;             /* costs are in 2^-shift */
} lri_prices;

/* Two modes of which the second does not begin before the first: see twins.h. */
typedef struct lri_twins {
    uint32_t first, second;
} lri_twins;

typedef struct lri_rules {
    lri_problem *problem;
    lri_solver *solver;
    lri_indices starts;    /* by mode: its variable */
    lri_indices uses;      /* by task: its variable, or LRI_NONE */
    lri_indices variables; /* after those of nodes: the mode, then the task, that has it */
    uint32_t first_task, cost, hours;
    lri_indices loaded[LRI_LOADS]; /* the modes with a load of the kind */
    int64_t most[LRI_SUMS];        /* what each sum is if each task is used in its dearest mode */
    int64_t dearest[LRI_SUMS];     /* the most that one task may add to it */
    int64_t unit[LRI_SUMS];        /* of which each sum is a multiple */
    LRI_VECTOR(int64_t) room_before[2 * LRI_LOADS]; /* by week: the room of all weeks before it */

    LRI_VECTOR(lri_weeks) moments; /* by node: see moments.h */
    lri_weeks pickets;
    LRI_VECTOR(lri_weeks) running; /* by mode, scratch of room.h */
    LRI_VECTOR(lri_run) runs;      /* by task, the same */
    LRI_VECTOR(int32_t) picketed;  /* by mode: the pickets that it lasts over at least */

    lri_indices may_need; /* nodes: see needs.h */
    LRI_VECTOR(lri_twins) twins;

    /* Sets of tasks that may not all be used: ranges of `forbidden_tasks`. */
    LRI_VECTOR(lri_forbidden) forbidden;
    lri_indices forbidden_tasks;
    LRI_VECTOR(lri_counter) counters; /* see cores.h */
    lri_atoms counted;
    LRI_VECTOR(lri_prices) prices; /* see relax.h */
    LRI_VECTOR(lri_price) price_list;

    lri_indices in_circles;  /* nodes that may rest on themselves: see founded.h */
    lri_indices sources;     /* by node: the child or mode that is its source: see founded.c */
    LRI_VECTOR(bool) chosen; /* by child of a node that asks for a weight: it is of its source */

    /* Scratch. */
    LRI_VECTOR(int32_t) labels;  /* by node: the week from which it holds */
    LRI_VECTOR(int32_t) soonest; /* by mode: its first week */
    LRI_VECTOR(int32_t)
    explained;              /* by node: the latest week up to which it is shown not to hold; -1 */
    lri_indices met, asked; /* nodes explained, and to be explained */
    lri_indices lost;       /* nodes without a source */
    LRI_VECTOR(const lri_mode *) alike; /* modes, by kind */
    LRI_VECTOR(lri_need) needs;
    LRI_VECTOR(lri_weighed) weighed;
    lri_indices claims; /* by task: the need that it may serve, or LRI_NONE */
    LRI_VECTOR(lri_share) shares;
    LRI_VECTOR(lri_part) parts;
    lri_indices part_of;      /* by task, or LRI_NONE */
    LRI_VECTOR(int32_t) left; /* by week: the room that the parts leave */
    uint64_t profiles;        /* the number of the profile */
    int64_t profile_to;       /* no part runs in this week or later */
    int32_t least_left;       /* of the room, in a week with a part */
    lri_full full[LRI_FULL];  /* by load, modulo their number */
} lri_rules;

/* Without weeks, of a task with one mode, this is the variable of its being done. */
static inline uint32_t lri_start_of(const lri_rules *rules, uint32_t mode) {
    return rules->starts.items[mode];
}

/* The task is used: of one with one mode, that mode begins. */
static inline lri_atom lri_used(const lri_rules *rules, uint32_t task) {
    uint32_t use = rules->uses.items[task];
    if (use != LRI_NONE) return lri_at_least(use, 1);
    uint32_t mode = rules->problem->tasks.items[task].first;
    return lri_at_most(lri_start_of(rules, mode), rules->problem->last);
}

static inline lri_atom lri_unused(const lri_rules *rules, uint32_t task) {
    return lri_not(lri_used(rules, task));
}

/* Empties the solver and fills it with the variables and rules of the problem. False when there is
 * no memory. O(problem + weeks). */
bool lri_rules_post(lri_rules *rules, lri_problem *problem, lri_solver *solver);

void lri_rules_free(lri_rules *rules);

/* For the rules in the other files. A mode is possible while it may be used, used when it must be.
 */
static inline bool lri_is_possible(const lri_rules *rules, uint32_t mode) {
    return lri_lower(rules->solver, lri_start_of(rules, mode)) <= rules->problem->last;
}

static inline bool lri_is_used(const lri_rules *rules, uint32_t mode) {
    return lri_upper(rules->solver, lri_start_of(rules, mode)) <= rules->problem->last;
}

/* What a sum counts of a mode. */
int64_t lri_share_of(const lri_rules *rules, lri_sum_kind sum, const lri_mode *mode);

/* The least of a task's possible modes; 0 when none is possible. */
int64_t lri_least_share(const lri_rules *rules, lri_sum_kind sum, const lri_task *task);

/* The variable that limits a sum. */
uint32_t lri_limit_of(const lri_rules *rules, lri_sum_kind sum);

/* The most that the sum may be when that variable is `value`; and the least value with which the
 * sum may be so much. */
int64_t lri_most_at(const lri_rules *rules, lri_sum_kind sum, int64_t value);
int64_t lri_value_for(const lri_rules *rules, lri_sum_kind sum, int64_t total);

/* May the sum be more than its limit allows now? */
bool lri_is_limited(const lri_rules *rules, lri_sum_kind sum);

/* Rule: the sum keeps to its limit. */
bool lri_run_sum(lri_solver *solver, void *rules, uint32_t kind);

/* Posts the rules of the plan's conditions. False when there is no memory. */
bool lri_conditions_post(lri_rules *rules);

/* Rule: in every week the loads of the kind fit in the room that there is. */
bool lri_run_load(lri_solver *solver, void *rules, uint32_t kind);

#endif
