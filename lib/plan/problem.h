/* What one plan needs, and no more: the problem that the search solves, in dense numbers.
 *
 * The model's facts become *nodes* of an AND/OR graph, each with one number: the week from which it
 * holds, for good. Tasks (units and assessments that can be used) are done in *modes*: an offering,
 * one of its lengths, the weeks in which it may begin, and the node that must hold when it does.
 *
 * Things held may lapse, so a requirement can hold, cease to hold and hold again; a node cannot.
 * Time is therefore cut into *segments* at each week after which something held no longer counts.
 * In one segment a leaf that held at its beginning holds throughout, and the rest only begins to
 * hold: there a requirement is a node. One that names nothing that lapses is the same node in all
 * segments.
 *  - A mode whose requires differs by segment becomes a mode for each segment, with the weeks in
 * it.
 *  - An award begins in the first segment in which its requires comes to hold: a minimum over gates
 *    that let a node through from one week up to another.
 *  - So does the goal.
 * This is exact: the weeks that a route gives a fact are those of lri_facts.
 *
 * Weeks are relative to week(start); `never` = last + 1 stands for a week that does not come. */
#ifndef LRI_PLAN_PROBLEM_H
#define LRI_PLAN_PROBLEM_H

#include "base/vector.h"
#include "plan/conditions.h"
#include "plan/facts.h"

typedef enum lri_node_kind {
    LRI_NODE_FIXED,    /* `week` */
    LRI_NODE_ALL,      /* the latest of its children */
    LRI_NODE_ANY,      /* the earliest of its children */
    LRI_NODE_AT_LEAST, /* the first week by which the children's weights add up to `need` */
    LRI_NODE_GATE,     /* its child's week, at least `from`, plus `delay`; never when after `to` */
    LRI_NODE_STARTED,  /* the week in which task `task` begins */
    LRI_NODE_DONE      /* the week from which task `task` is completed */
} lri_node_kind;

enum { LRI_NODE_HOLDS = 0, LRI_NODE_NEVER = 1 }; /* the nodes fixed at week 0 and at never */

typedef struct lri_node {
    lri_node_kind kind;
    uint32_t first, count; /* children */
    uint32_t need, task;
    int32_t week, from, to, delay;
} lri_node;

typedef struct lri_mode {
    uint32_t task, offering;
    int32_t weeks;
    int32_t load[3]; /* study hours, practice hours, steps: a week */
    int64_t cost_eur, study_hours;
    uint32_t requires; /* node */
    lri_weeks starts;  /* where it may begin; no weeks in which no route can begin it */
    uint32_t origin;   /* in a problem made of another one: its number there */
} lri_mode;

typedef struct lri_task {
    uint32_t activity;
    uint32_t first, count;  /* modes */
    uint32_t started, done; /* its nodes; LRI_NONE where nothing asks for that */
    bool included;          /* the intake asks for it */
} lri_task;

/* A node that holds before another one, by so many weeks at least. */
typedef struct lri_landmark {
    uint32_t node;
    int32_t weeks;
} lri_landmark;

typedef struct lri_queued {
    uint32_t node, next; /* the next entry of the same week, or LRI_NONE */
} lri_queued;

typedef struct lri_problem {
    const leerroute_intake *intake;
    const lri_conditions *conditions;
    int32_t last, never; /* the last week in which the goal may be reached */
    uint32_t finish;     /* the node of the goal with all includes over */
    uint32_t first;      /* the node of the function that must hold first, or LRI_NODE_HOLDS */
    uint32_t end;        /* the node of both: what a route is for */
    LRI_VECTOR(lri_node) nodes;
    LRI_VECTOR(lri_child) children;
    LRI_VECTOR(lri_task) tasks;
    LRI_VECTOR(lri_mode) modes;
    LRI_VECTOR(int32_t) earliest; /* of each node: no route makes it hold before this week */
    LRI_VECTOR(int32_t) latest;   /* of each node: making it hold after this week is of no use */
    LRI_VECTOR(int32_t) room[3];  /* what steps may take of each load, by week */
    LRI_VECTOR(int32_t) changes;  /* the weeks in which there is other room than before */
    LRI_VECTOR(lri_landmark) landmarks;    /* see landmarks.h */
    LRI_VECTOR(uint32_t) landmark_offsets; /* by node */
    bool failed;                           /* no memory */

    lri_facts facts; /* what holds without any step */

    /* Scratch of the making. */
    lri_map index;
    LRI_VECTOR(uint64_t) wanted;
    LRI_VECTOR(lri_child) stack;
    LRI_VECTOR(lri_weeks) segments;
    LRI_VECTOR(int32_t) latest_starts;
    LRI_VECTOR(uint32_t) stay;

    /* Scratch of the reduction: see reduce.h. */
    LRI_VECTOR(uint64_t) sets, weights;
    LRI_VECTOR(bool) marks, mode_marks;
    LRI_VECTOR(uint32_t) stand_ins, met;
    LRI_VECTOR(lri_child) spare;
    LRI_VECTOR(int16_t) gaps;

    /* Who depends on a node, for the labelling: its parents, then the modes that require it. */
    LRI_VECTOR(uint32_t) parent_offsets, mode_offsets;
    LRI_VECTOR(lri_child) parents;
    LRI_VECTOR(uint32_t) requirers;
    LRI_VECTOR(uint64_t) missing; /* the weight that a node still needs */
    lri_weeks queued;             /* the weeks in which something is queued */
    LRI_VECTOR(uint32_t) heads;   /* the queue, by such week: an entry, or LRI_NONE */
    LRI_VECTOR(lri_queued) queue;
} lri_problem;

/* Makes the problem of an intake, in memory that is reused from one call to the next; the
 * conditions are borrowed (NULL: none). Touches only what the goal can reach (and, once, each award
 * and function: see facts.h). False when there is no memory. When no route can exist for lack of
 * anything that gives what is asked, the earliest week of the node `end` is `never`. */
bool lri_problem_make(lri_problem *problem, const leerroute_intake *intake,
                      const lri_conditions *conditions);

void lri_problem_free(lri_problem *problem);

/* The task of a unit or assessment; LRI_NONE when it has none. O(tasks). */
uint32_t lri_problem_task_of(const lri_problem *problem, uint32_t activity);

/* The week from which each node holds when mode m begins in week starts[m] (never: not used): the
 * least that follows, nothing supporting itself in a circle. `labels` has room for one week a node.
 *
 * Knuth's generalisation of Dijkstra's algorithm to AND/OR graphs (Information Processing Letters
 * 6(1), 1977): every node's week is at least that of each child, so nodes are settled by week, in
 * one pass. O(nodes + children + modes + weeks). False when there is no memory. */
bool lri_problem_label(lri_problem *problem, const int32_t *starts, int32_t *labels);

/* The same when each mode begins as soon as it can, whatever it takes: no route makes a node hold
 * before its label. What asks for something that is *started* may find it started in the first week
 * in which it may begin, whatever it requires. */
bool lri_problem_soonest(lri_problem *problem, int32_t *labels);

/* The other way: of each node the last week in which its coming to hold is of use to a route that
 * ends by `last`, and of each mode the last start that is; -1 where none is. A route can do
 * without the steps that come later: what holds in time without them still does. Same method, from
 * the end down, and same cost. `labels` and `starts` have room for one week a node and a mode.
 */
bool lri_problem_latest(lri_problem *problem, int32_t *labels, int32_t *starts);

/* Leaves only what a route that ends by `last` can use. `starts`, a week for each mode, is kept
 * along with the modes that stay. False when there is no memory. */
bool lri_problem_tighten(lri_problem *problem, int32_t last, int32_t *starts);

/* Finds who depends on a node, after the nodes or modes changed. False when there is no memory. */
bool lri_problem_index(lri_problem *problem);

/* Marks who does: its parents, and what is done by a mode that requires it, or that it begins. */
void lri_problem_mark_dependents(const lri_problem *problem, uint32_t node, bool *marks);
void lri_problem_free_index(lri_problem *problem);

#endif
