/* What holds when, by letting the weeks go by from week(start) on (MODEL.md section 6).
 *
 * In each week in which something changes, what is held, under way, done and due is followed
 * through the graph: the least that follows, in that week, from what holds in it. Nothing looks
 * ahead, so the weeks before stay as they are. Between two changes nothing happens. When something
 * lapses, all is followed anew. This shares no idea with lib/plan/facts.c, which looks at one fact
 * in all weeks. */
#ifndef LRI_CHECK_REPLAY_H
#define LRI_CHECK_REPLAY_H

#include "check/graph.h"

/* A step of the route that is one by section 7. Weeks are absolute. */
typedef struct lri_taken {
    uint32_t place; /* among the steps of the route */
    uint32_t activity, offering;
    lri_week start, over; /* its weeks are start .. over - 1 */
} lri_taken;

/* Weeks in which a thing holds of itself. */
typedef struct lri_span {
    lri_week from, until; /* both in */
    uint32_t thing;
    uint32_t step; /* the step that it comes from, or LRI_NONE */
    uint32_t held; /* the award that an entry of `holds` names, or LRI_NONE */
} lri_span;

/* Which steps a replay leaves out, beside the index of one. */
#define LRI_NO_STEP    LRI_NONE
#define LRI_EVERY_STEP (LRI_NONE - 1)

enum { LRI_UNMET = 1, LRI_UNMET_OFFERING = 2 };

typedef struct lri_replay {
    const leerroute_intake *intake;
    const lri_taken *steps; /* by start */
    uint32_t step_count;
    lri_graph graph;
    lri_span *spans; /* by from */
    uint32_t span_count;
    lri_week *lapses; /* the weeks in which something no longer holds, ascending */
    uint32_t lapse_count;

    uint32_t watch;    /* a thing of which the first week is asked; LRI_NONE: none */
    lri_week watch_by; /* up to which week; a run goes on to it */

    /* What a run finds. */
    lri_week watched; /* that week; -1: none */
    lri_week finish;  /* the first week, from `over` on, in which the goal holds; -1: none */
    lri_week *since;  /* by award: the first week in which it is held; -1: none */
    uint8_t *unmet;   /* by step: which of its requires do not hold in its first week */
    bool all_met;

    /* Where a run is. */
    uint32_t without;
    uint32_t next_span, next_lapse, next_step;
    int64_t *missing; /* by thing: what its need lacks; it holds at 0 or less */
    uint32_t *queue;  /* what holds, in the order of finding */
    uint32_t queued, followed;
    lri_week *covered; /* by award: the last week of the holdings of it that began; -1: none */
    lri_week *due;     /* by award: the week from which it is held, once awarded; -1: not yet */
    uint32_t *awarded; /* the awards that were */
    uint32_t awarded_count;
} lri_replay;

/* Makes a replay in the arena; the steps are borrowed. False when there is no memory. A run then
 * takes none. O(catalogue). */
bool lri_replay_make(lri_replay *replay, lri_arena *arena, const leerroute_intake *intake,
                     const lri_taken *steps, uint32_t step_count);

/* Replays the weeks up to and including `last`, and on to the first week of the last step. The
 * finish is looked for from week `over` up to `last`. O(what holds x lapses + weeks with a change x
 * what is awarded). */
void lri_replay_run(lri_replay *replay, uint32_t without, lri_week over, lri_week last);

#endif
