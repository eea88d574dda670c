/* The loads by week: a time-table of what certainly runs.
 *
 * A mode that is used and must begin in one of the weeks a .. b runs for certain in the weeks b ..
 * a + weeks - 1: its *part*. Where the parts exceed the room there is a conflict; where a mode
 * would, on top of the parts of others, it begins after that week, or ends before it. Explanations
 * name one week (Schutt, Feydy, Stuckey, Wallace, "Explaining the cumulative propagator",
 * Constraints 16, 2011). */
#include <string.h>

#include "plan/rules.h"

/* The mode runs in the week for certain. */
static void because_part(lri_solver *s, const lri_rules *r, const lri_part *part, int64_t week) {
    uint32_t start = lri_start_of(r, part->mode);
    lri_because(s, lri_at_most(start, week));
    lri_because(s, lri_at_least(start, week - r->problem->modes.items[part->mode].weeks + 1));
}

/* Says which parts take more than `room` of the week; the part of `but` aside. */
static void because_full(lri_solver *s, const lri_rules *r, uint32_t kind, int64_t week,
                         int64_t room, uint32_t but) {
    for (uint32_t i = 0; i < r->parts.count && room >= 0; i++) {
        const lri_part *part = &r->parts.items[i];
        if (part->mode == but || week < part->from || week >= part->to) continue;
        because_part(s, r, part, week);
        room -= r->problem->modes.items[part->mode].load[kind];
    }
}

/* The weeks in which the mode certainly runs: none when from >= to. */
static lri_part part_of(const lri_rules *r, uint32_t mode) {
    const lri_solver *s = r->solver;
    uint32_t start = lri_start_of(r, mode);
    int64_t end = lri_lower(s, start) + r->problem->modes.items[mode].weeks;
    return (lri_part){mode, lri_upper(s, start), end};
}

/* Adds all parts to the profile. False, with a conflict, where they exceed the room. */
static bool add_parts(lri_rules *r, uint32_t kind, int32_t *highest) {
    uint32_t weeks = r->problem->room[kind].count;
    r->parts.count = r->profile.count = 0;
    if (!lri_room(&r->profile, weeks)) return !(r->solver->failed = true);
    int32_t *profile = r->profile.items;
    memset(profile, 0, weeks * sizeof *profile);
    *highest = 0;
    for (uint32_t i = 0; i < r->loaded[kind].count; i++) {
        lri_part part = part_of(r, r->loaded[kind].items[i]);
        if (part.from > r->problem->last || part.from >= part.to) continue;
        if (!lri_push(&r->parts, part)) return !(r->solver->failed = true);
        for (int64_t week = part.from; week < part.to; week++) {
            profile[week] += r->problem->modes.items[part.mode].load[kind];
            if (profile[week] > *highest) *highest = profile[week];
            if (profile[week] <= r->problem->room[kind].items[week]) continue;
            because_full(r->solver, r, kind, week, r->problem->room[kind].items[week], LRI_NONE);
            return false;
        }
    }
    return true;
}

/* Is the week too full for the mode, on top of the others? */
static bool is_full(const lri_rules *r, uint32_t kind, const lri_part *own, int64_t week) {
    int32_t load = r->problem->modes.items[own->mode].load[kind];
    int32_t others = r->profile.items[week];
    if (own->from <= r->problem->last && week >= own->from && week < own->to) others -= load;
    return others + load > r->problem->room[kind].items[week];
}

/* Moves the mode's first week past the weeks that are too full. */
static bool push_later(lri_solver *s, lri_rules *r, uint32_t kind, const lri_part *own) {
    const lri_mode *mode = &r->problem->modes.items[own->mode];
    uint32_t start = lri_start_of(r, own->mode);
    for (int64_t week = lri_lower(s, start);
         lri_lower(s, start) < s->never && week < lri_lower(s, start) + mode->weeks; week++) {
        if (!is_full(r, kind, own, week)) continue;
        because_full(s, r, kind, week, r->problem->room[kind].items[week] - mode->load[kind],
                     own->mode);
        lri_because(s, lri_at_least(start, week - mode->weeks + 1));
        int64_t next = week + 1 < s->never ? week + 1 : s->never;
        if (!lri_imply(s, lri_at_least(start, next))) return false;
        week = lri_lower(s, start) - 1;
    }
    return true;
}

/* Moves its last one before them; only of a mode that is used. */
static bool pull_earlier(lri_solver *s, lri_rules *r, uint32_t kind, const lri_part *own) {
    const lri_mode *mode = &r->problem->modes.items[own->mode];
    uint32_t start = lri_start_of(r, own->mode);
    for (int64_t week = lri_upper(s, start) + mode->weeks - 1; week >= lri_upper(s, start);
         week--) {
        if (!is_full(r, kind, own, week)) continue;
        because_full(s, r, kind, week, r->problem->room[kind].items[week] - mode->load[kind],
                     own->mode);
        lri_because(s, lri_at_most(start, week));
        if (!lri_imply(s, lri_at_most(start, week - mode->weeks))) return false;
        week = lri_upper(s, start) + mode->weeks;
    }
    return true;
}

bool lri_run_load(lri_solver *s, void *rules, uint32_t kind) {
    lri_rules *r = rules;
    int32_t highest;
    if (!add_parts(r, kind, &highest)) return false;
    if (!highest) return true;
    for (uint32_t i = 0; i < r->loaded[kind].count; i++) {
        uint32_t mode = r->loaded[kind].items[i];
        if (!lri_is_possible(r, mode)) continue;
        lri_part own = part_of(r, mode);
        if (!push_later(s, r, kind, &own)) return false;
        if (lri_is_used(r, mode) && !pull_earlier(s, r, kind, &own)) return false;
    }
    return true;
}
