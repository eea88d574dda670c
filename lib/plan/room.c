#include "plan/room.h"

#include <string.h>

enum { MOST = 168, WORDS = MOST / 64 + 1 }; /* hours a week */

/* The sums of loads that may come about: bit i stands for i. */
typedef struct sums {
    uint64_t words[WORDS];
} sums;

static void add_shifted(sums *to, const sums *from, int32_t by) {
    int words = by / 64, bits = by % 64;
    for (int i = WORDS; i-- > words;) {
        to->words[i] |= from->words[i - words] << bits;
        if (bits && i > words) to->words[i] |= from->words[i - words - 1] >> (64 - bits);
    }
}

static bool holds(const sums *s, int32_t sum) {
    return s->words[sum / 64] >> (sum % 64) & 1;
}

static int32_t highest(const sums *s, int32_t upto) {
    while (upto > 0 && !holds(s, upto)) upto--;
    return upto;
}

/* The weeks in which the mode may run: it has begun, and is not over. */
static lri_weeks may_run(const lri_mode *mode) {
    lri_weeks runs = mode->starts;
    for (int weeks = 1, more; weeks < mode->weeks; weeks += more) {
        more = weeks < mode->weeks - weeks ? weeks : mode->weeks - weeks;
        lri_weeks later = lri_weeks_later(&runs, more);
        runs = lri_weeks_or(runs, &later);
    }
    return runs;
}

/* Adds that the task may take the load in these weeks, in one of its modes. */
static bool add_run(lri_rules *r, uint32_t task, int32_t load, const lri_weeks *weeks) {
    for (uint32_t i = r->runs.count; i > 0 && r->runs.items[i - 1].task == task; i--) {
        lri_run *run = &r->runs.items[i - 1];
        if (run->load != load) continue;
        run->weeks = lri_weeks_or(run->weeks, weeks);
        return true;
    }
    return lri_push(&r->runs, (lri_run){task, load, *weeks});
}

/* Fills r->runs with the loads of the kind that the sums count. */
static bool find_runs(lri_rules *r, uint32_t kind) {
    const lri_problem *p = r->problem;
    r->runs.count = 0;
    for (uint32_t m = 0; m < p->modes.count; m++) {
        const lri_mode *mode = &p->modes.items[m];
        if (!mode->load[kind] || p->tasks.items[mode->task].started != LRI_NONE) continue;
        if (!add_run(r, mode->task, mode->load[kind], &r->running.items[m])) return false;
    }
    return true;
}

/* The weeks in which other loads may be taken than in the week before. */
static lri_weeks find_changes(const lri_rules *r) {
    lri_weeks changes = lri_weeks_span(0, 0);
    for (uint32_t i = 0; i < r->runs.count; i++) {
        const lri_weeks *weeks = &r->runs.items[i].weeks;
        lri_weeks later = lri_weeks_later(weeks, 1);
        lri_weeks begins = lri_weeks_without(*weeks, &later);
        lri_weeks ended = lri_weeks_without(later, weeks);
        changes = lri_weeks_or(changes, &begins);
        changes = lri_weeks_or(changes, &ended);
    }
    return changes;
}

static bool may_take(const lri_run *run, int32_t room, int week) {
    return run->load <= room && lri_weeks_has(&run->weeks, week);
}

/* What the loads that fit in the room of the week add up to, the largest of each task; where that
 * is more than the room, it stops there. */
static int64_t total_of(const lri_rules *r, int32_t room, int week) {
    const lri_run *run = r->runs.items, *end = run + r->runs.count;
    int64_t total = 0;
    while (run < end && total <= room) {
        const uint32_t task = run->task;
        int32_t most = 0;
        for (; run < end && run->task == task; run++)
            if (may_take(run, room, week) && run->load > most) most = run->load;
        total += most;
    }
    return total;
}

/* The largest sum of loads that fits in the room of the week, one of each task at most. */
static int32_t usable(const lri_rules *r, int32_t room, int week) {
    const lri_run *run = r->runs.items, *end = run + r->runs.count;
    int64_t total = total_of(r, room, week);
    if (total <= room) return (int32_t)total;
    if (room > MOST) return room;
    sums reached = {{1}};
    while (run < end && !holds(&reached, room)) {
        const sums before = reached;
        const uint32_t task = run->task;
        for (; run < end && run->task == task; run++)
            if (may_take(run, room, week)) add_shifted(&reached, &before, run->load);
    }
    return highest(&reached, room);
}

/* The weeks by which a step that the sums count may be over. */
static lri_weeks find_ends(const lri_problem *p) {
    lri_weeks ends = {{0}}, weeks = lri_weeks_span(0, p->last);
    for (uint32_t m = 0; m < p->modes.count; m++) {
        const lri_mode *mode = &p->modes.items[m];
        if (p->tasks.items[mode->task].started != LRI_NONE) continue;
        lri_weeks over = lri_weeks_later(&mode->starts, mode->weeks);
        ends = lri_weeks_or(ends, &over);
    }
    return lri_weeks_and(ends, &weeks);
}

/* Up to a week counts what there is before the last week by which steps may be over. */
static void add_up(lri_rules *r, uint32_t kind, const lri_weeks *ends) {
    const lri_problem *p = r->problem;
    const int32_t *room = p->room[kind].items;
    const lri_weeks changes = find_changes(r);
    int64_t *all = r->room_before[kind].items, *picketed = r->room_before[LRI_LOADS + kind].items;
    int64_t sum = 0, picketed_sum = 0, before = 0, picketed_before = 0;
    int32_t useful = 0;
    for (int week = 0; week <= p->never; week++) {
        if (week > p->last || lri_weeks_has(ends, week)) {
            before = sum;
            picketed_before = picketed_sum;
        }
        all[week] = before;
        picketed[week] = picketed_before;
        if (week > p->last) continue;
        if (lri_weeks_has(&changes, week) || room[week] != room[week - 1])
            useful = usable(r, room[week], week);
        sum += useful;
        if (lri_weeks_has(&r->pickets, week)) picketed_sum += useful;
    }
}

bool lri_room_add_up(lri_rules *r) {
    const lri_problem *p = r->problem;
    const lri_weeks ends = find_ends(p);
    const uint32_t weeks = (uint32_t)p->never + 1;
    r->running.count = 0;
    for (uint32_t m = 0; m < p->modes.count; m++)
        if (!lri_push(&r->running, may_run(&p->modes.items[m]))) return false;
    for (uint32_t k = 0; k < LRI_LOADS; k++) {
        r->room_before[k].count = r->room_before[LRI_LOADS + k].count = 0;
        if (!lri_room(&r->room_before[k], weeks) ||
            !lri_room(&r->room_before[LRI_LOADS + k], weeks) || !find_runs(r, k))
            return false;
        add_up(r, k, &ends);
    }
    return true;
}
