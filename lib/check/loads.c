/* Rule 4: the loads of each week against its capacity, by going along the weeks in which a load or
 * the capacity may change. */
#include <stdlib.h>

#include "check/checking.h"

/* What is added to the loads from a week on; taken away again in the week in which it is over. */
struct lri_edge {
    lri_week week;
    uint32_t step; /* LRI_NONE: of what is under way, or of nothing where the capacity may change */
    int64_t load[LRI_LOADS];
};

static int compare_edges(const void *a, const void *b) {
    const lri_edge *x = a, *y = b;
    return (x->week > y->week) - (x->week < y->week);
}

static void add_load(lri_checking *c, lri_week from, lri_week over, lri_edge e) {
    if (from >= over) return;
    e.week = from;
    c->edges[c->edge_count++] = e;
    e.week = over;
    for (int k = 0; k < LRI_LOADS; k++) e.load[k] = -e.load[k];
    c->edges[c->edge_count++] = e;
}

static int64_t divided_up(int64_t hours, lri_week weeks) {
    return (hours + weeks - 1) / weeks;
}

static lri_edge edge_of_step(const lri_checking *c, uint32_t step) {
    const lri_taken *s = &c->steps[step];
    const lri_offering *o = &c->intake->catalogue->offerings[s->offering];
    lri_week weeks = s->over - s->start;
    lri_edge e = {.step = step, .load = {[LRI_NUMBER] = 1}};
    e.load[LRI_STUDY] = divided_up(o->study_hours, weeks);
    e.load[LRI_PRACTICE] = divided_up(o->practice_hours, weeks);
    return e;
}

/* No week before week(start) counts. */
bool lri_check_make_loads(lri_checking *c) {
    const leerroute_intake *intake = c->intake;
    const lri_week start = lri_week_of(intake->start);
    size_t most = 2 * ((size_t)c->step_count + intake->under_way_count + intake->period_count);
    c->edges = lri_arena_array(&c->scratch, most, sizeof *c->edges);
    if (!c->edges) return false;
    for (uint32_t i = 0; i < c->step_count; i++) {
        lri_week from = c->steps[i].start;
        add_load(c, from > start ? from : start, c->steps[i].over, edge_of_step(c, i));
    }
    for (uint32_t i = 0; i < intake->under_way_count; i++) {
        const lri_under_way *u = &intake->under_way[i];
        add_load(c, start, u->ends + 1,
                 (lri_edge){.step = LRI_NONE, .load = {u->study_hours, u->practice_hours, 1}});
    }
    for (uint32_t i = 0; i < intake->period_count; i++)
        add_load(c, intake->periods[i].from, intake->periods[i].to + 1,
                 (lri_edge){.step = LRI_NONE});
    if (c->edge_count > 1) qsort(c->edges, c->edge_count, sizeof *c->edges, compare_edges);
    return true;
}

/* The loads of a week. */
typedef struct week_loads {
    lri_week week;
    int64_t steps[LRI_LOADS], under_way[LRI_LOADS];
    bool begins[LRI_LOADS]; /* a step that adds to it begins in this week */
    uint32_t latest;        /* the latest step that began */
} week_loads;

static void add_edge(week_loads *w, const lri_edge *e) {
    for (int k = 0; k < LRI_LOADS; k++) {
        if (e->step == LRI_NONE) {
            w->under_way[k] += e->load[k];
        } else {
            w->steps[k] += e->load[k];
            if (e->load[k] > 0) w->begins[k] = true;
        }
    }
    if (e->step != LRI_NONE && e->load[LRI_NUMBER] > 0 && e->step > w->latest) w->latest = e->step;
}

/* Names the latest step that adds to the load. */
static void report(lri_checking *c, const week_loads *w, lri_load load, int64_t limit) {
    uint32_t step = w->latest;
    while (step > 0 && (c->steps[step].over <= w->week || !edge_of_step(c, step).load[load]))
        step--;
    lri_check_report_step(
        c, step, w->week,
        (lri_check_fault){.code = (lri_check_code)(LRI_CHECK_STUDY_LOAD + (int)load),
                          .found = w->steps[load] + w->under_way[load],
                          .expected = limit});
}

/* A load that stays too high is told once, and again with each step that begins in it. */
bool lri_check_loads(lri_checking *c, uint32_t without) {
    week_loads w = {0};
    bool was_over[LRI_LOADS] = {false}, fits = true;
    for (uint32_t i = 0; i < c->edge_count;) {
        w.week = c->edges[i].week;
        for (int k = 0; k < LRI_LOADS; k++) w.begins[k] = false;
        for (; i < c->edge_count && c->edges[i].week == w.week; i++)
            if (without == LRI_NO_STEP || c->edges[i].step != without) add_edge(&w, &c->edges[i]);
        lri_capacity capacity = lri_intake_capacity(c->intake, w.week);
        const int64_t limits[] = {capacity.study_hours, capacity.practice_hours, capacity.parallel};
        for (int k = 0; k < LRI_LOADS; k++) {
            bool over = w.steps[k] > 0 && w.steps[k] + w.under_way[k] > limits[k];
            if (over && without == LRI_NO_STEP && (w.begins[k] || !was_over[k]))
                report(c, &w, (lri_load)k, limits[k]);
            was_over[k] = over;
            fits &= !over;
        }
    }
    return fits;
}
