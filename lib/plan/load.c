/* The loads by week: a time-table of what certainly runs.
 *
 * A mode that is used and must begin in one of the weeks a .. b runs for certain in the weeks b ..
 * a + weeks - 1: the *part* of its task. A task of which the mode is still open runs for certain in
 * the weeks in which each of its modes does, with the least of their loads. Where the parts exceed
 * the room there is a conflict; where a mode would, on top of the parts of other tasks, it begins
 * after that week, or ends before it. Explanations name one week (Schutt, Feydy, Stuckey, Wallace,
 * "Explaining the cumulative propagator", Constraints 16, 2011). */
#include <string.h>

#include "plan/rules.h"

/* By when the task is over for certain; never, when it need not be. */
static int64_t over_by(const lri_rules *r, uint32_t t) {
    const lri_solver *s = r->solver;
    const lri_task *task = &r->problem->tasks.items[t];
    int64_t done = task->done == LRI_NONE ? s->never : lri_upper(s, task->done);
    int64_t end = lri_upper(s, r->problem->end);
    if (task->started != LRI_NONE || !lri_holds(s, lri_used(r, t))) return done;
    return done < end ? done : end;
}

/* May the mode be the one, if the task is over by then? */
static bool is_timely(const lri_rules *r, uint32_t mode, int64_t over) {
    return lri_lower(r->solver, lri_start_of(r, mode)) + r->problem->modes.items[mode].weeks <=
           over;
}

/* The last week in which the mode may begin then. */
static int64_t last_start(const lri_rules *r, uint32_t mode, int64_t over) {
    const lri_mode *m = &r->problem->modes.items[mode];
    return lri_weeks_prior(&m->starts, (int)(over - m->weeks));
}

/* By when the task must be over, at the latest, for the mode to begin by the week. */
static int64_t latest_over(const lri_rules *r, uint32_t mode, int64_t week) {
    const lri_mode *m = &r->problem->modes.items[mode];
    int next = lri_weeks_next(&m->starts, (int)week + 1);
    int64_t last = r->problem->last;
    return next < 0 || next + m->weeks > last ? last : next + m->weeks - 1;
}

/* Says that the task is over by the week. */
static void because_over(lri_solver *s, const lri_rules *r, uint32_t t, int64_t week) {
    const lri_task *task = &r->problem->tasks.items[t];
    if (task->done != LRI_NONE && lri_upper(s, task->done) <= week) {
        lri_because(s, lri_at_most(task->done, week));
        return;
    }
    lri_because(s, lri_used(r, t));
    lri_because(s, lri_at_most(r->problem->end, week));
}

/* The task runs in the week for certain, in whichever of its modes. */
static void because_task(lri_solver *s, const lri_rules *r, const lri_part *part, int64_t week) {
    const lri_task *task = &r->problem->tasks.items[part->task];
    const lri_mode *modes = r->problem->modes.items;
    int64_t over = r->problem->last;
    for (uint32_t m = task->first; m < task->first + task->count; m++)
        if (is_timely(r, m, part->over) && latest_over(r, m, week) < over)
            over = latest_over(r, m, week);
    for (uint32_t m = task->first; m < task->first + task->count; m++)
        if (!is_timely(r, m, part->over) && is_timely(r, m, over)) over = part->over;
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        int64_t start = is_timely(r, m, part->over) ? week - modes[m].weeks : over - modes[m].weeks;
        lri_because(s, lri_at_least(lri_start_of(r, m), start + 1));
    }
    because_over(s, r, part->task, over);
}

/* The mode is used and begins by the week. That may be one after the last, in which what is asked
 * only to be started still runs: then that it is used is all that counts. */
static lri_atom begun_by(const lri_rules *r, uint32_t mode, int64_t week) {
    int64_t last = r->problem->last;
    return lri_at_most(lri_start_of(r, mode), week < last ? week : last);
}

static void because_part(lri_solver *s, const lri_rules *r, const lri_part *part, int64_t week) {
    if (part->mode == LRI_NONE) {
        because_task(s, r, part, week);
        return;
    }
    uint32_t start = lri_start_of(r, part->mode);
    lri_because(s, begun_by(r, part->mode, week));
    lri_because(s, lri_at_least(start, week - r->problem->modes.items[part->mode].weeks + 1));
}

/* Says which parts take more than `room` of the week; the part of task `but` aside. */
static void because_full(lri_solver *s, const lri_rules *r, int64_t week, int64_t room,
                         uint32_t but) {
    for (uint32_t i = 0; i < r->parts.count && room >= 0; i++) {
        const lri_part *part = &r->parts.items[i];
        if (part->task == but || week < part->from || week >= part->to) continue;
        because_part(s, r, part, week);
        room -= part->load;
    }
}

/* The weeks in which the task certainly runs: none when from >= to. One that need not be over, or
 * not be done, has some only in a mode that is used. */
static lri_part part_of(const lri_rules *r, uint32_t kind, uint32_t t) {
    const lri_solver *s = r->solver;
    const lri_task *task = &r->problem->tasks.items[t];
    lri_part part = {.task = t, .mode = LRI_NONE, .from = 0, .to = 0};
    if (!lri_holds(s, lri_used(r, t))) return part;
    part.over = over_by(r, t);
    uint32_t timely = 0;
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        const lri_mode *mode = &r->problem->modes.items[m];
        int64_t end = lri_lower(s, lri_start_of(r, m)) + mode->weeks;
        if (lri_is_used(r, m))
            return (lri_part){t,   m,        mode->load[kind], lri_upper(s, lri_start_of(r, m)),
                              end, part.over};
        if (part.over > r->problem->last || end > part.over) continue;
        if (!timely || mode->load[kind] < part.load) part.load = mode->load[kind];
        int64_t start = last_start(r, m, part.over);
        if (!timely || start > part.from) part.from = start;
        if (!timely || end < part.to) part.to = end;
        timely++;
    }
    return part;
}

/* Begins with all the room that there is. */
static bool clear_profile(lri_rules *r, uint32_t kind) {
    const uint32_t weeks = r->problem->room[kind].count;
    r->left.count = 0;
    if (!lri_room(&r->left, weeks)) return !(r->solver->failed = true);
    r->left.count = weeks;
    memcpy(r->left.items, r->problem->room[kind].items, weeks * sizeof *r->left.items);
    r->profile_to = 0;
    r->least_left = INT32_MAX;
    r->profiles++;
    return true;
}

/* Takes the part from the room that is left, and gives the least that remains in one of its weeks.
 */
static int32_t take(int32_t *left, const lri_part *part) {
    int32_t least = INT32_MAX;
    for (int64_t week = part->from; week < part->to; week++) {
        left[week] -= part->load;
        least = left[week] < least ? left[week] : least;
    }
    return least;
}

/* Adds all parts to the profile. False, with a conflict, where they exceed the room. */
static bool add_parts(lri_rules *r, uint32_t kind) {
    r->parts.count = 0;
    if (!clear_profile(r, kind)) return false;
    for (uint32_t t = 0; t < r->problem->tasks.count; t++) {
        lri_part part = part_of(r, kind, t);
        r->part_of.items[t] = LRI_NONE;
        if (part.from > r->problem->last || part.from >= part.to || !part.load) continue;
        r->part_of.items[t] = r->parts.count;
        if (!lri_push(&r->parts, part)) return !(r->solver->failed = true);
        if (part.to > r->profile_to) r->profile_to = part.to;
        int32_t least = take(r->left.items, &part);
        if (least < r->least_left) r->least_left = least;
        if (least >= 0) continue;
        int64_t week = part.from;
        while (r->left.items[week] >= 0) week++;
        because_full(r->solver, r, week, r->problem->room[kind].items[week], LRI_NONE);
        return false;
    }
    return true;
}

/* Is the week too full for the mode, on top of the other tasks? */
static bool is_full(const lri_rules *r, uint32_t kind, uint32_t m, int week) {
    const lri_mode *mode = &r->problem->modes.items[m];
    int32_t more = mode->load[kind];
    if (r->part_of.items[mode->task] != LRI_NONE) {
        const lri_part *own = &r->parts.items[r->part_of.items[mode->task]];
        if (week >= own->from && week < own->to) more -= own->load;
    }
    return r->left.items[week] < more;
}

/* The weeks up to the horizon that are too full for such a load on top of all parts. */
static const lri_weeks *full_weeks(lri_rules *r, int32_t load) {
    lri_full *full = &r->full[load % LRI_FULL];
    if (full->profile == r->profiles && full->load == load) return &full->weeks;
    *full = (lri_full){.profile = r->profiles, .load = load};
    int to = r->profile_to <= LRI_HORIZON_WEEKS ? (int)r->profile_to : LRI_HORIZON_WEEKS + 1;
    for (int first = 0; first < to; first += 64) {
        uint64_t word = 0;
        for (int i = 0, count = to - first < 64 ? to - first : 64; i < count; i++)
            word |= (uint64_t)(r->left.items[first + i] < load) << i;
        full->weeks.words[first / 64] = word;
    }
    return &full->weeks;
}

/* The first week from .. to - 1 that is, or -1; the parts of the mode's own task count. */
static int next_full(lri_rules *r, int32_t load, int from, int to) {
    int week = lri_weeks_next(full_weeks(r, load), from);
    if (week >= 0) return week < to ? week : -1;
    for (week = from > LRI_HORIZON_WEEKS ? from : LRI_HORIZON_WEEKS + 1; week < to; week++)
        if (r->left.items[week] < load) return week;
    return -1;
}

/* The last such week. */
static int prior_full(lri_rules *r, int32_t load, int from, int to) {
    for (int week = to - 1; week > LRI_HORIZON_WEEKS && week >= from; week--)
        if (r->left.items[week] < load) return week;
    int week = lri_weeks_prior(full_weeks(r, load), to - 1);
    return week >= from ? week : -1;
}

/* Moves the mode's first week past the weeks that are too full. */
static bool push_later(lri_solver *s, lri_rules *r, uint32_t kind, uint32_t m) {
    const lri_mode *mode = &r->problem->modes.items[m];
    int32_t load = mode->load[kind];
    uint32_t start = lri_start_of(r, m);
    for (int from = (int)lri_lower(s, start); lri_lower(s, start) < s->never;) {
        int week = next_full(r, load, from, (int)lri_lower(s, start) + mode->weeks);
        if (week < 0) return true;
        from = week + 1;
        if (!is_full(r, kind, m, week)) continue;
        because_full(s, r, week, r->problem->room[kind].items[week] - load, mode->task);
        lri_because(s, lri_at_least(start, week - mode->weeks + 1));
        int64_t next = week + 1 < s->never ? week + 1 : s->never;
        if (!lri_imply(s, lri_at_least(start, next))) return false;
        from = (int)lri_lower(s, start);
    }
    return true;
}

/* Moves its last one before them; only of a mode that is used. */
static bool pull_earlier(lri_solver *s, lri_rules *r, uint32_t kind, uint32_t m) {
    const lri_mode *mode = &r->problem->modes.items[m];
    int32_t load = mode->load[kind];
    uint32_t start = lri_start_of(r, m);
    for (int to = (int)lri_upper(s, start) + mode->weeks;;) {
        int week = prior_full(r, load, (int)lri_upper(s, start), to);
        if (week < 0) return true;
        to = week;
        if (!is_full(r, kind, m, week)) continue;
        because_full(s, r, week, r->problem->room[kind].items[week] - load, mode->task);
        lri_because(s, begun_by(r, m, week));
        if (!lri_imply(s, lri_at_most(start, week - mode->weeks))) return false;
        to = (int)lri_upper(s, start) + mode->weeks;
    }
}

/* Has it its week? Then it is a part as a whole, and has been seen to fit. */
static bool is_settled(const lri_rules *r, uint32_t mode) {
    uint32_t start = lri_start_of(r, mode);
    return lri_lower(r->solver, start) == lri_upper(r->solver, start);
}

bool lri_run_load(lri_solver *s, void *rules, uint32_t kind) {
    lri_rules *r = rules;
    if (!add_parts(r, kind)) return false;
    for (uint32_t i = 0; i < r->loaded[kind].count; i++) {
        uint32_t mode = r->loaded[kind].items[i];
        bool always_fits = r->problem->modes.items[mode].load[kind] <= r->least_left;
        if (always_fits || !lri_is_possible(r, mode) || is_settled(r, mode)) continue;
        if (!push_later(s, r, kind, mode)) return false;
        if (lri_is_used(r, mode) && !pull_earlier(s, r, kind, mode)) return false;
    }
    return true;
}
