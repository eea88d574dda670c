#include "check/replay.h"

#include <stdlib.h>

/* ---- Making ---- */

static void add_span(lri_replay *r, lri_span span) {
    if (span.from > span.until) return;
    r->spans[r->span_count++] = span;
    if (span.until < LRI_ALWAYS_WEEK) r->lapses[r->lapse_count++] = span.until + 1;
}

static void add_holdings(lri_replay *r) {
    for (uint32_t i = 0; i < r->intake->hold_count; i++) {
        const lri_holding *h = &r->intake->holds[i];
        if (!h->counts) continue;
        lri_span span = {.from = h->from, .until = h->until, .step = LRI_NONE, .held = LRI_NONE};
        if (h->kind == LRI_COMPETENCE) {
            span.thing = lri_graph_competence(h->index, h->level);
        } else if (h->kind == LRI_AWARD) {
            span.thing = r->graph.awards + h->index;
            span.held = h->index;
        } else {
            span.thing = r->graph.begun + h->index;
            add_span(r, span);
            span.thing = r->graph.completed + h->index;
        }
        add_span(r, span);
    }
}

static void add_for_good(lri_replay *r, uint32_t thing, lri_week from, uint32_t step) {
    add_span(r, (lri_span){from, LRI_ALWAYS_WEEK, thing, step, LRI_NONE});
}

/* What comes of an activity that is followed from week `begun` on and over in week `over`. */
static void add_activity(lri_replay *r, uint32_t index, lri_week begun, lri_week over,
                         uint32_t step) {
    const leerroute_catalogue *c = r->intake->catalogue;
    const lri_activity *a = &c->activities[index];
    for (uint32_t i = 0; a->is_assessment && i < a->validates.count; i++) {
        uint32_t competence = c->validates[a->validates.first + i];
        uint8_t level = lri_intake_claimed_level(r->intake, competence);
        if (level > a->max_level) level = a->max_level;
        if (level > 0) add_for_good(r, lri_graph_competence(competence, level), over, step);
    }
    if (a->is_assessment) return;
    add_for_good(r, r->graph.begun + index, begun, step);
    add_for_good(r, r->graph.completed + index, over, step);
    for (uint32_t i = 0; i < a->grants.count; i++) {
        const lri_grant *grant = &c->grants[a->grants.first + i];
        uint32_t thing = grant->is_award ? r->graph.awards + grant->index
                                         : lri_graph_competence(grant->index, grant->level);
        add_for_good(r, thing, over, step);
    }
}

static lri_week later(lri_week a, lri_week b) {
    return a > b ? a : b;
}

static int compare_spans(const void *a, const void *b) {
    const lri_span *x = a, *y = b;
    return (x->from > y->from) - (x->from < y->from);
}

static int compare_weeks(const void *a, const void *b) {
    const lri_week *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Time begins in week(start), also for what began before. */
static void add_spans(lri_replay *r) {
    lri_week start = lri_week_of(r->intake->start);
    add_holdings(r);
    for (uint32_t i = 0; i < r->intake->under_way_count; i++) {
        const lri_under_way *u = &r->intake->under_way[i];
        add_activity(r, u->activity, start, later(start, u->ends + 1), LRI_NONE);
    }
    for (uint32_t i = 0; i < r->step_count; i++) {
        const lri_taken *s = &r->steps[i];
        add_activity(r, s->activity, later(start, s->start), later(start, s->over), i);
    }
    if (r->span_count > 1) qsort(r->spans, r->span_count, sizeof *r->spans, compare_spans);
    if (r->lapse_count > 1) qsort(r->lapses, r->lapse_count, sizeof *r->lapses, compare_weeks);
}

/* At most so many spans come of an activity. */
static size_t span_limit(const leerroute_catalogue *c, uint32_t activity) {
    return 2 + (size_t)c->activities[activity].grants.count +
           c->activities[activity].validates.count;
}

static size_t all_span_limits(const lri_replay *r) {
    const leerroute_catalogue *c = r->intake->catalogue;
    size_t count = 2 * (size_t)r->intake->hold_count;
    for (uint32_t i = 0; i < r->intake->under_way_count; i++)
        count += span_limit(c, r->intake->under_way[i].activity);
    for (uint32_t i = 0; i < r->step_count; i++) count += span_limit(c, r->steps[i].activity);
    return count;
}

bool lri_replay_make(lri_replay *r, lri_arena *arena, const leerroute_intake *intake,
                     const lri_taken *steps, uint32_t step_count) {
    const uint32_t awards = intake->catalogue->award_count;
    *r =
        (lri_replay){.intake = intake, .steps = steps, .step_count = step_count, .watch = LRI_NONE};
    if (!lri_graph_make(&r->graph, arena, intake)) return false;
    r->spans = lri_arena_array(arena, all_span_limits(r), sizeof *r->spans);
    r->lapses = lri_arena_array(arena, 2 * (size_t)intake->hold_count, sizeof *r->lapses);
    r->since = lri_arena_array(arena, awards, sizeof *r->since);
    r->covered = lri_arena_array(arena, awards, sizeof *r->covered);
    r->due = lri_arena_array(arena, awards, sizeof *r->due);
    r->awarded = lri_arena_array(arena, awards, sizeof *r->awarded);
    r->unmet = lri_arena_array(arena, step_count, sizeof *r->unmet);
    r->missing = lri_arena_array(arena, r->graph.count, sizeof *r->missing);
    r->queue = lri_arena_array(arena, r->graph.count, sizeof *r->queue);
    if (!r->spans || !r->lapses || !r->since || !r->covered || !r->due || !r->awarded ||
        !r->unmet || !r->missing || !r->queue)
        return false;
    add_spans(r);
    for (uint32_t i = 0; i < r->graph.count; i++) r->missing[i] = r->graph.need[i];
    return true;
}

/* ---- One week ---- */

static bool holds(const lri_replay *r, uint32_t thing) {
    return r->missing[thing] <= 0;
}

static void give(lri_replay *r, uint32_t thing, uint32_t weight) {
    if (holds(r, thing)) return;
    r->missing[thing] -= weight;
    if (holds(r, thing)) r->queue[r->queued++] = thing;
}

/* Back to a week of which nothing is known. */
static void forget(lri_replay *r) {
    const lri_graph *g = &r->graph;
    for (uint32_t i = 0; i < r->queued; i++) {
        uint32_t thing = r->queue[i];
        r->missing[thing] = g->need[thing];
        for (uint32_t k = g->first[thing]; k < g->first[thing + 1]; k++)
            r->missing[g->links[k].to] = g->need[g->links[k].to];
    }
    r->queued = r->followed = 0;
    for (uint32_t i = 0; i < g->given_count; i++) r->queue[r->queued++] = g->given[i];
}

static bool is_left_out(const lri_replay *r, uint32_t step) {
    return step != LRI_NONE && (r->without == LRI_EVERY_STEP || r->without == step);
}

static void begin_span(lri_replay *r, const lri_span *span, lri_week week) {
    if (span->until < week || is_left_out(r, span->step)) return;
    if (span->held != LRI_NONE) r->covered[span->held] = later(r->covered[span->held], span->until);
    give(r, span->thing, 1);
}

/* What holds of itself in the week: after a lapse all of it, else what is new. */
static void begin_week(lri_replay *r, lri_week week) {
    bool lapsed = false;
    for (; r->next_lapse < r->lapse_count && r->lapses[r->next_lapse] <= week; r->next_lapse++)
        lapsed = true;
    if (lapsed) forget(r);
    for (uint32_t i = 0; lapsed && i < r->next_span; i++) begin_span(r, &r->spans[i], week);
    for (; r->next_span < r->span_count && r->spans[r->next_span].from <= week; r->next_span++)
        begin_span(r, &r->spans[r->next_span], week);
    for (uint32_t i = 0; i < r->awarded_count; i++)
        if (r->due[r->awarded[i]] <= week) give(r, r->graph.awards + r->awarded[i], 1);
}

/* The requires of an award is met: the first time, unless it is held by an entry of `holds`. */
static void meet(lri_replay *r, uint32_t award, lri_week week) {
    if (r->due[award] >= 0 || r->covered[award] >= week) return;
    r->due[award] = week + r->intake->catalogue->awards[award].award_weeks;
    r->awarded[r->awarded_count++] = award;
    if (r->due[award] == week) give(r, r->graph.awards + award, 1);
}

static void follow(lri_replay *r, lri_week week) {
    const lri_graph *g = &r->graph;
    while (r->followed < r->queued) {
        uint32_t thing = r->queue[r->followed++];
        if (thing >= g->met && thing < g->functions) meet(r, thing - g->met, week);
        if (thing >= g->awards && thing < g->met && r->since[thing - g->awards] < 0)
            r->since[thing - g->awards] = week;
        for (uint32_t k = g->first[thing]; k < g->first[thing + 1]; k++)
            give(r, g->links[k].to, g->links[k].weight);
    }
}

/* ---- The weeks ---- */

/* The first week after `week` in which something changes. */
static lri_week next_change(const lri_replay *r, lri_week week) {
    lri_week next = LRI_ALWAYS_WEEK;
    if (r->next_span < r->span_count) next = r->spans[r->next_span].from;
    if (r->next_lapse < r->lapse_count && r->lapses[r->next_lapse] < next)
        next = r->lapses[r->next_lapse];
    for (uint32_t i = 0; i < r->awarded_count; i++) {
        lri_week due = r->due[r->awarded[i]];
        if (due > week && due < next) next = due;
    }
    return next;
}

/* Looks at the steps that begin in the weeks from .. next - 1, in all of which the same holds. */
static void look_at_steps(lri_replay *r, lri_week from, lri_week next) {
    const leerroute_catalogue *c = r->intake->catalogue;
    for (; r->next_step < r->step_count && r->steps[r->next_step].start < next; r->next_step++) {
        const lri_taken *s = &r->steps[r->next_step];
        if (s->start < from || is_left_out(r, r->next_step)) continue;
        uint8_t unmet = 0;
        if (!holds(r, r->graph.nodes + c->activities[s->activity].requires)) unmet |= LRI_UNMET;
        if (!holds(r, r->graph.nodes + c->offerings[s->offering].requires))
            unmet |= LRI_UNMET_OFFERING;
        r->unmet[r->next_step] = unmet;
        if (unmet) r->all_met = false;
    }
}

static void start_over(lri_replay *r, uint32_t without) {
    forget(r);
    r->without = without;
    r->next_span = r->next_lapse = r->next_step = r->awarded_count = 0;
    r->finish = r->watched = -1;
    r->all_met = true;
    for (uint32_t i = 0; i < r->intake->catalogue->award_count; i++)
        r->since[i] = r->covered[i] = r->due[i] = -1;
    for (uint32_t i = 0; i < r->step_count; i++) r->unmet[i] = 0;
}

void lri_replay_run(lri_replay *r, uint32_t without, lri_week over, lri_week last) {
    start_over(r, without);
    lri_week end = r->watch == LRI_NONE ? last : later(last, r->watch_by);
    if (r->step_count) end = later(end, r->steps[r->step_count - 1].start);
    for (lri_week week = lri_week_of(r->intake->start), next; week <= end; week = next) {
        begin_week(r, week);
        follow(r, week);
        if (r->watch != LRI_NONE && r->watched < 0 && holds(r, r->watch)) r->watched = week;
        next = next_change(r, week);
        look_at_steps(r, week, next);
        bool reached = holds(r, r->graph.goals + r->intake->goal) && over < next;
        if (reached && r->finish < 0 && later(week, over) <= last) r->finish = later(week, over);
    }
}
