#include "plan/timeless.h"

#include <string.h>

/* Copies a list, in memory that is used again. */
#define COPIED(out, from, list)                                                                    \
    copied(&(out)->list.items, &(out)->list.count, &(out)->list.capacity, (from)->list.items,      \
           (from)->list.count, sizeof *(from)->list.items)

static bool copied(void *items, uint32_t *count, uint32_t *capacity, const void *from,
                   uint32_t from_count, size_t size) {
    void *to;
    if (!lri_reserve(items, capacity, from_count, size)) return false;
    memcpy(&to, items, sizeof to);
    if (from_count) memcpy(to, from, from_count * size);
    *count = from_count;
    return true;
}

/* What the search of a problem reads. */
static bool copy(lri_problem *out, const lri_problem *from) {
    out->intake = from->intake;
    out->last = from->last;
    out->never = from->never;
    out->conditions = from->conditions;
    out->finish = from->finish;
    out->first = from->first;
    out->end = from->end;
    out->failed = false;
    bool fine = COPIED(out, from, nodes) && COPIED(out, from, children) &&
                COPIED(out, from, tasks) && COPIED(out, from, modes);
    for (int i = 0; i < 3; i++) fine = fine && COPIED(out, from, room[i]);
    if (!fine) return !(out->failed = true);
    for (uint32_t m = 0; m < out->modes.count; m++) out->modes.items[m].origin = m;
    return true;
}

bool lri_timeless_make(lri_problem *out, const lri_problem *from, bool costs, bool hours) {
    if (!copy(out, from)) return false;
    for (uint32_t n = 0; n < out->nodes.count; n++) {
        lri_node *node = &out->nodes.items[n];
        if (from->earliest.items[n] > from->last) *node = (lri_node){LRI_NODE_FIXED, .week = 1};
        if (node->kind == LRI_NODE_FIXED) node->week = node->week > from->last;
        if (node->kind == LRI_NODE_GATE) node->from = node->to = node->delay = 0;
    }
    for (uint32_t m = 0; m < out->modes.count; m++) {
        lri_mode *mode = &out->modes.items[m];
        mode->weeks = 0;
        if (!costs) mode->cost_eur = 0;
        if (!hours) mode->study_hours = 0;
        memset(mode->load, 0, sizeof mode->load);
        mode->starts = lri_weeks_span(0, 0);
    }
    return lri_problem_tighten(out, 0, NULL);
}

bool lri_part_make(lri_problem *out, const lri_problem *from, const bool *marked, int32_t last) {
    if (!copy(out, from)) return false;
    for (uint32_t m = 0; m < out->modes.count && marked; m++)
        if (!marked[m]) out->modes.items[m].starts = (lri_weeks){{0}};
    return lri_problem_tighten(out, last, NULL);
}
