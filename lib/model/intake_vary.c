#include "model/intake_vary.h"

/* ---- A copy ---- */

/* Replaces a list, given by the address of the pointer to it, by a copy with room for `room`. */
static bool copy(lri_arena *arena, void *list, size_t count, size_t room, size_t size) {
    void *old, *new = lri_arena_array(arena, room, size);
    memcpy(&old, list, sizeof old);
    if (!new) return false;
    if (count) memcpy(new, old, count * size);
    memcpy(list, &new, sizeof new);
    return true;
}

#define COPY(v, list, count) copy(&(v)->arena, &(v)->list, (count), (count), sizeof *(v)->list)

bool lri_intake_vary(leerroute_intake *variation, const leerroute_intake *intake) {
    leerroute_intake *v = variation;
    lri_arena arena = v->arena;
    lri_arena_reset(&arena);
    *v = *intake;
    v->arena = arena;
    return COPY(v, holds, v->hold_count) && COPY(v, claims, v->claim_count) &&
           COPY(v, attributes, v->catalogue->attribute_count) &&
           COPY(v, under_way, v->under_way_count) && COPY(v, periods, v->period_count) &&
           COPY(v, excluded_activities, v->excluded_activity_count) &&
           COPY(v, excluded_offerings, v->excluded_offering_count) &&
           COPY(v, includes, v->include_count);
}

/* ---- Capacity ---- */

void lri_intake_set_study_hours(leerroute_intake *intake, int32_t hours) {
    intake->capacity.study_hours = hours;
    for (uint32_t i = 0; i < intake->period_count; i++)
        if (!intake->periods[i].has_study_hours) intake->periods[i].capacity.study_hours = hours;
}

void lri_intake_set_practice_hours(leerroute_intake *intake, int32_t hours) {
    intake->capacity.practice_hours = hours;
    for (uint32_t i = 0; i < intake->period_count; i++)
        if (!intake->periods[i].has_practice_hours)
            intake->periods[i].capacity.practice_hours = hours;
}

/* ---- What is held ---- */

void lri_intake_set_start(leerroute_intake *intake, lri_day start) {
    intake->start = start;
    for (uint32_t i = 0; i < intake->hold_count; i++) lri_intake_count(intake, &intake->holds[i]);
}

void lri_intake_count_expected(leerroute_intake *intake, bool counts) {
    intake->count_expected = counts;
    for (uint32_t i = 0; i < intake->hold_count; i++) lri_intake_count(intake, &intake->holds[i]);
}

void lri_holding_last(lri_holding *holding) {
    holding->lapses = -1;
    holding->until = LRI_ALWAYS_WEEK;
}

bool lri_holding_bars(const leerroute_catalogue *catalogue, const lri_holding *h) {
    return h->kind == LRI_AWARD && h->lapses >= 0 &&
           catalogue->awards[h->index].requires != LRI_NONE;
}

/* ---- Longer lists ---- */

/* Puts an entry in a list of the intake, before entry `at`. */
static bool put(leerroute_intake *intake, void *list, uint32_t *count, uint32_t at,
                const void *entry, size_t size) {
    char *items;
    if (!copy(&intake->arena, list, *count, (size_t)*count + 1, size)) return false;
    memcpy(&items, list, sizeof items);
    memmove(items + (at + 1) * size, items + at * size, (*count - at) * size);
    memcpy(items + at * size, entry, size);
    (*count)++;
    return true;
}

#define PUT(intake, list, count, at, entry)                                                        \
    put(intake, &(intake)->list, &(intake)->count, (at), &(entry), sizeof(entry))

bool lri_intake_hold(leerroute_intake *intake, lri_holding holding) {
    holding.lapses = lri_lapse(intake->catalogue, &holding);
    lri_intake_count(intake, &holding);
    return PUT(intake, holds, hold_count, intake->hold_count, holding);
}

bool lri_intake_follow(leerroute_intake *intake, lri_under_way under_way) {
    return PUT(intake, under_way, under_way_count, intake->under_way_count, under_way);
}

bool lri_intake_include(leerroute_intake *intake, lri_include include) {
    return PUT(intake, includes, include_count, intake->include_count, include);
}

/* Where an index belongs in a list by index. */
static uint32_t place_of(const uint32_t *indices, uint32_t count, uint32_t index) {
    uint32_t at = count;
    while (at > 0 && indices[at - 1] > index) at--;
    return at;
}

bool lri_intake_exclude(leerroute_intake *intake, uint32_t activity) {
    uint32_t at = place_of(intake->excluded_activities, intake->excluded_activity_count, activity);
    if (at > 0 && intake->excluded_activities[at - 1] == activity) return true;
    return PUT(intake, excluded_activities, excluded_activity_count, at, activity);
}

bool lri_intake_exclude_offering(leerroute_intake *intake, uint32_t offering) {
    uint32_t at = place_of(intake->excluded_offerings, intake->excluded_offering_count, offering);
    if (at > 0 && intake->excluded_offerings[at - 1] == offering) return true;
    return PUT(intake, excluded_offerings, excluded_offering_count, at, offering);
}

/* ---- Shorter lists ---- */

void lri_intake_uninclude(leerroute_intake *intake, uint32_t activity) {
    for (uint32_t i = intake->include_count; i-- > 0;)
        if (intake->includes[i].activity == activity)
            lri_take_out(intake->includes, intake->include_count, i);
}

void lri_intake_unclaim(leerroute_intake *intake, uint32_t competence) {
    for (uint32_t i = intake->claim_count; i-- > 0;)
        if (intake->claims[i].competence == competence)
            lri_take_out(intake->claims, intake->claim_count, i);
}
