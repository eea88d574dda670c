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

static int32_t highest(const sums *s, int32_t upto) {
    while (upto > 0 && !(s->words[upto / 64] >> (upto % 64) & 1)) upto--;
    return upto;
}

static bool may_run(const lri_mode *mode, int week) {
    int start = lri_weeks_prior(&mode->starts, week);
    return start >= 0 && start + mode->weeks > week;
}

/* Marks the modes that may run in the week; true when they are not those of the week before. */
static bool mark_running(lri_rules *r, int week) {
    bool changed = week == 0;
    for (uint32_t m = 0; m < r->problem->modes.count; m++) {
        bool runs = may_run(&r->problem->modes.items[m], week);
        changed = changed || runs != r->running.items[m];
        r->running.items[m] = runs;
    }
    return changed;
}

/* The largest sum of loads of the kind that fits in the room, a mode of each task at most. */
static int32_t usable(const lri_rules *r, uint32_t kind, int32_t room) {
    const lri_problem *p = r->problem;
    sums reached = {{1}};
    int64_t total = 0;
    for (uint32_t t = 0; t < p->tasks.count; t++) {
        const lri_task *task = &p->tasks.items[t];
        sums before = reached;
        int32_t most = 0;
        if (task->started != LRI_NONE) continue; /* the sums do not count it */
        for (uint32_t m = task->first; m < task->first + task->count; m++) {
            int32_t load = p->modes.items[m].load[kind];
            if (!r->running.items[m] || !load || load > room) continue;
            if (load > most) most = load;
            if (room <= MOST) add_shifted(&reached, &before, load);
        }
        total += most;
    }
    if (total <= room) return (int32_t)total;
    return room <= MOST ? highest(&reached, room) : room;
}

/* The weeks by which a step that the sums count may be over. */
static lri_weeks find_ends(const lri_problem *p) {
    lri_weeks ends = {{0}};
    for (uint32_t m = 0; m < p->modes.count; m++) {
        const lri_mode *mode = &p->modes.items[m];
        if (p->tasks.items[mode->task].started != LRI_NONE) continue;
        for (int week = lri_weeks_next(&mode->starts, 0);
             week >= 0 && week + mode->weeks <= p->last;
             week = lri_weeks_next(&mode->starts, week + 1))
            lri_weeks_add(&ends, week + mode->weeks);
    }
    return ends;
}

bool lri_room_add_up(lri_rules *r) {
    const lri_problem *p = r->problem;
    int64_t sum[2 * LRI_LOADS] = {0};
    int64_t before[2 * LRI_LOADS] = {0}; /* the last week by which steps may be over */
    int32_t useful[LRI_LOADS] = {0};
    const lri_weeks ends = find_ends(p);
    r->running.count = 0;
    if (!lri_room(&r->running, p->modes.count)) return false;
    for (uint32_t m = 0; m < p->modes.count; m++) lri_push(&r->running, false);
    for (int k = 0; k < 2 * LRI_LOADS; k++) r->room_before[k].count = 0;
    for (int week = 0; week <= p->never; week++) {
        bool changed = week <= p->last && mark_running(r, week);
        for (int k = 0; k < 2 * LRI_LOADS; k++) {
            const int32_t *room = p->room[k % LRI_LOADS].items;
            if (week > p->last || lri_weeks_has(&ends, week)) before[k] = sum[k];
            if (!lri_push(&r->room_before[k], before[k])) return false;
            if (week > p->last) continue;
            if (k < LRI_LOADS && (changed || room[week] != room[week - 1]))
                useful[k] = usable(r, (uint32_t)k, room[week]);
            if (k < LRI_LOADS || lri_weeks_has(&r->pickets, week)) sum[k] += useful[k % LRI_LOADS];
        }
    }
    return true;
}
