/* The list of awards: each certificate and diploma that is held in some week up to the finish with
 * the steps, and in no week up to it without them (section 8). */
#include <stdlib.h>

#include "check/checking.h"

typedef struct expected {
    lri_week *weeks; /* by award: the week that belongs in the list; -1: none */
    uint8_t *listed;
} expected;

/* Two replays, with the steps and without. False when there is no memory. */
static bool expect(lri_checking *c, expected *e) {
    const lri_week start = c->check->start, finish = c->check->finish;
    const uint32_t awards = c->intake->catalogue->award_count;
    e->weeks = lri_arena_array(&c->scratch, awards, sizeof *e->weeks);
    e->listed = lri_arena_array(&c->scratch, awards, sizeof *e->listed);
    if (!e->weeks || !e->listed) return false;
    lri_replay_run(&c->replay, LRI_NO_STEP, start, finish);
    for (uint32_t i = 0; i < awards; i++)
        e->weeks[i] = c->replay.since[i] <= finish ? c->replay.since[i] : -1;
    lri_replay_run(&c->replay, LRI_EVERY_STEP, start, finish);
    for (uint32_t i = 0; i < awards; i++)
        if (c->replay.since[i] >= 0 && c->replay.since[i] <= finish) e->weeks[i] = -1;
    return true;
}

static void report(lri_checking *c, uint32_t award, lri_check_fault fault) {
    fault.step = c->intake->catalogue->awards[award].id;
    fault.name = c->intake->catalogue->awards[award].name;
    lri_check_report(c, fault);
}

static lri_day right_valid_until(const lri_checking *c, uint32_t award, lri_week week) {
    int32_t months = c->intake->catalogue->awards[award].valid_months;
    return months ? lri_day_add_months(lri_monday(week), months) : -1;
}

/* Is the entry one of those that belong in the list? Tells what is wrong with it. */
static bool check_entry(lri_checking *c, expected *e, const lri_route_award *entry,
                        uint32_t *award) {
    const lri_week listed = lri_week_of(entry->week);
    *award = lri_catalogue_find(c->intake->catalogue, entry->kind, entry->id);
    if (*award == LRI_NONE) {
        lri_check_report(c, (lri_check_fault){.code = LRI_CHECK_AWARD_UNKNOWN,
                                              .step = entry->id,
                                              .week = lri_monday(listed)});
        return false;
    }
    lri_check_fault fault = {.code = LRI_CHECK_AWARD_EXTRA, .week = lri_monday(listed)};
    const lri_week week = e->weeks[*award];
    if (e->listed[*award]) fault.code = LRI_CHECK_AWARD_TWICE;
    if (e->listed[*award] || week < 0) {
        report(c, *award, fault);
        return false;
    }
    e->listed[*award] = 1;
    lri_day valid_until = right_valid_until(c, *award, week);
    if (entry->week != lri_monday(week))
        report(c, *award,
               (lri_check_fault){.code = LRI_CHECK_AWARD_WEEK,
                                 .week = lri_monday(week),
                                 .found = entry->week,
                                 .expected = lri_monday(week)});
    if (entry->valid_until != valid_until)
        report(c, *award,
               (lri_check_fault){.code = LRI_CHECK_AWARD_VALID_UNTIL,
                                 .week = lri_monday(week),
                                 .found = entry->valid_until,
                                 .expected = valid_until});
    return true;
}

static void check_list(lri_checking *c, expected *e) {
    uint32_t before = LRI_NONE, award;
    for (uint32_t i = 0; i < c->route->award_count; i++) {
        if (!check_entry(c, e, &c->route->awards[i], &award)) continue;
        bool late = before != LRI_NONE && (e->weeks[before] > e->weeks[award] ||
                                           (e->weeks[before] == e->weeks[award] && before > award));
        if (late)
            report(c, award,
                   (lri_check_fault){.code = LRI_CHECK_AWARD_ORDER,
                                     .week = lri_monday(e->weeks[award])});
        before = award;
    }
}

bool lri_check_awards(lri_checking *c) {
    expected e;
    if (c->check->finish < 0) return true;
    if (!expect(c, &e)) return false;
    check_list(c, &e);
    for (uint32_t i = 0; i < c->intake->catalogue->award_count; i++)
        if (e.weeks[i] >= 0 && !e.listed[i])
            report(
                c, i,
                (lri_check_fault){.code = LRI_CHECK_AWARD_MISSING, .week = lri_monday(e.weeks[i])});
    return true;
}
