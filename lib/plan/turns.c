#include "plan/turns.h"

#include <stdlib.h>

#include "base/table.h"

bool lri_turns_reset(lri_turns *a, uint32_t variables, int64_t never) {
    a->never = never;
    a->raise = 1 << 10;
    a->turns.count = a->heap.count = a->rows.count = a->index.count = a->popped.count = 0;
    if (!lri_room(&a->rows, variables)) return false;
    for (uint32_t v = 0; v < variables; v++) a->rows.items[a->rows.count++] = LRI_NONE;
    return true;
}

bool lri_turns_variable(lri_turns *a) {
    return lri_push(&a->rows, LRI_NONE);
}

void lri_turns_free(lri_turns *a) {
    free(a->turns.items);
    free(a->heap.items);
    free(a->rows.items);
    free(a->index.items);
    free(a->popped.items);
    *a = (lri_turns){0};
}

/* ---- The heap: binary, by activity, then by age ------------------------------------------------
 */

static bool goes_before(const lri_turns *a, uint32_t x, uint32_t y) {
    uint64_t p = a->turns.items[x].activity, q = a->turns.items[y].activity;
    return p != q ? p > q : x < y;
}

static void put(lri_turns *a, uint32_t place, uint32_t turn) {
    a->heap.items[place] = turn;
    a->turns.items[turn].place = place;
}

static void move_up(lri_turns *a, uint32_t place) {
    uint32_t turn = a->heap.items[place];
    while (place && goes_before(a, turn, a->heap.items[(place - 1) / 2])) {
        put(a, place, a->heap.items[(place - 1) / 2]);
        place = (place - 1) / 2;
    }
    put(a, place, turn);
}

static void move_down(lri_turns *a, uint32_t place) {
    uint32_t turn = a->heap.items[place];
    for (uint32_t child; (child = 2 * place + 1) < a->heap.count; place = child) {
        if (child + 1 < a->heap.count &&
            goes_before(a, a->heap.items[child + 1], a->heap.items[child]))
            child++;
        if (!goes_before(a, a->heap.items[child], turn)) break;
        put(a, place, a->heap.items[child]);
    }
    put(a, place, turn);
}

static bool add(lri_turns *a, uint32_t turn) {
    if (a->turns.items[turn].place != LRI_NONE) return true;
    if (!lri_push(&a->heap, turn)) return false;
    a->turns.items[turn].place = a->heap.count - 1;
    move_up(a, a->heap.count - 1);
    return true;
}

/* ---- Turns ------------------------------------------------------------------------------------
 */

/* The turn of a variable and value, made when it is new. */
static uint32_t turn_at(lri_turns *a, uint32_t variable, int64_t at) {
    uint32_t *row = &a->rows.items[variable], width = (uint32_t)a->never + 1;
    if (*row == LRI_NONE) {
        if (!lri_room(&a->index, width)) return LRI_NONE;
        *row = a->index.count;
        for (uint32_t i = 0; i < width; i++) a->index.items[a->index.count++] = LRI_NONE;
    }
    uint32_t *turn = &a->index.items[*row + (uint32_t)at];
    if (*turn != LRI_NONE) return *turn;
    if (!lri_push(&a->turns, (lri_turn){.variable = variable, .at = at, .place = LRI_NONE}))
        return LRI_NONE;
    *turn = a->turns.count - 1;
    return add(a, *turn) ? *turn : LRI_NONE;
}

/* Keeps the activities within their type: all together are made smaller. */
static void scale_down(lri_turns *a) {
    enum { DROP = 40 };
    for (uint32_t i = 0; i < a->turns.count; i++) a->turns.items[i].activity >>= DROP;
    a->raise >>= DROP;
    if (!a->raise) a->raise = 1;
    for (uint32_t i = a->heap.count; i-- > 0;) move_down(a, i);
}

bool lri_turns_raise(lri_turns *a, uint32_t variable, int64_t at) {
    enum { TOP = 58 };
    if (at < 1 || at > a->never) return true;
    uint32_t turn = turn_at(a, variable, at);
    if (turn == LRI_NONE) return false;
    a->turns.items[turn].activity += a->raise;
    if (a->turns.items[turn].activity >> TOP) scale_down(a);
    if (a->turns.items[turn].place != LRI_NONE) move_up(a, a->turns.items[turn].place);
    return true;
}

void lri_turns_decay(lri_turns *a) {
    a->raise += a->raise >> 3;
}

const lri_turn *lri_turns_top(const lri_turns *a) {
    return a->heap.count ? &a->turns.items[a->heap.items[0]] : NULL;
}

bool lri_turns_pop(lri_turns *a, uint32_t level) {
    uint32_t turn = a->heap.items[0], last = a->heap.items[--a->heap.count];
    a->turns.items[turn].place = LRI_NONE;
    if (a->heap.count) {
        put(a, 0, last);
        move_down(a, 0);
    }
    return lri_push(&a->popped, (lri_popped){turn, level});
}

bool lri_turns_undo(lri_turns *a, uint32_t level) {
    while (a->popped.count && a->popped.items[a->popped.count - 1].level > level)
        if (!add(a, a->popped.items[--a->popped.count].turn)) return false;
    return true;
}
