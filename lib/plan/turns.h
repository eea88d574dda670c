/* Which atom to decide next: those that conflicts turned on lately come first.
 *
 * A *turn* is a variable and a value: "at least this, or not?". Each has an activity, raised when a
 * conflict names it (Moskewicz et al., Chaff, 2001); a heap has the most active one on top. Turns
 * that are decided leave the heap as they are met, and come back when the search goes back. */
#ifndef LRI_PLAN_TURNS_H
#define LRI_PLAN_TURNS_H

#include "base/vector.h"

typedef struct lri_turn {
    uint32_t variable, place; /* in the heap, or LRI_NONE */
    int64_t at;
    uint64_t activity;
} lri_turn;

typedef struct lri_popped {
    uint32_t turn, level;
} lri_popped;

/* All zero is ready for lri_turns_reset. */
typedef struct lri_turns {
    int64_t never; /* values are 0 .. never */
    uint64_t raise;
    LRI_VECTOR(lri_turn) turns;
    LRI_VECTOR(uint32_t) heap;
    LRI_VECTOR(uint32_t) rows;  /* by variable: where its row begins, or LRI_NONE */
    LRI_VECTOR(uint32_t) index; /* rows: by value the turn, or LRI_NONE */
    LRI_VECTOR(lri_popped) popped;
} lri_turns;

/* Empties it. Each of these is false when there is no memory. */
bool lri_turns_reset(lri_turns *turns, uint32_t variables, int64_t never);
bool lri_turns_variable(lri_turns *turns); /* one more */
bool lri_turns_raise(lri_turns *turns, uint32_t variable, int64_t at);

/* What was long ago counts less and less. */
void lri_turns_decay(lri_turns *turns);

/* The most active turn that is in the heap, or NULL; it leaves the heap at that level, and comes
 * back when lri_turns_undo goes below it. */
const lri_turn *lri_turns_top(const lri_turns *turns);
bool lri_turns_pop(lri_turns *turns, uint32_t level);
bool lri_turns_undo(lri_turns *turns, uint32_t level);

void lri_turns_free(lri_turns *turns);

#endif
