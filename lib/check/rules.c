/* The rules of section 7, one after the other. */
#include <string.h>

#include "check/checking.h"

static const lri_offering *offering_of(const lri_checking *c, uint32_t step) {
    return &c->intake->catalogue->offerings[c->steps[step].offering];
}

/* ---- Rule 1: when a step may begin ---- */

static void check_start(lri_checking *c, uint32_t step) {
    const lri_taken *s = &c->steps[step];
    const lri_offering *o = offering_of(c, step);
    lri_check_fault fault;
    if (s->start < lri_week_of(c->intake->start))
        fault = (lri_check_fault){.code = LRI_CHECK_BEFORE_START, .expected = c->intake->start};
    else if (s->start < o->from)
        fault = (lri_check_fault){.code = LRI_CHECK_BEFORE_FROM, .expected = lri_monday(o->from)};
    else if (s->start > o->until)
        fault = (lri_check_fault){.code = LRI_CHECK_AFTER_UNTIL, .expected = lri_monday(o->until)};
    else if (!lri_starts_allow(&o->starts, c->intake->start, s->start))
        fault = (lri_check_fault){.code = LRI_CHECK_NOT_A_START};
    else
        return;
    lri_check_report_step(c, step, s->start, fault);
    c->is_barred[step] = 1;
}

/* ---- Rule 2: what it asks holds when it begins ---- */

static void check_requires(lri_checking *c, uint32_t step) {
    const lri_taken *s = &c->steps[step];
    const uint8_t unmet = c->replay.unmet[step];
    if (unmet & LRI_UNMET)
        lri_check_report_step(
            c, step, s->start,
            (lri_check_fault){.code = LRI_CHECK_REQUIRES,
                              .requires = c->intake->catalogue->activities[s->activity].requires});
    if (unmet & LRI_UNMET_OFFERING)
        lri_check_report_step(c, step, s->start,
                              (lri_check_fault){.code = LRI_CHECK_OFFERING_REQUIRES,
                                                .requires = offering_of(c, step)->requires});
}

/* ---- Rule 3: what the intake allows ---- */

static bool is_in(uint32_t index, const uint32_t *indices, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (indices[i] == index) return true;
    return false;
}

static void bar(lri_checking *c, uint32_t step, lri_check_code code, const char *detail) {
    lri_check_report_step(c, step, c->steps[step].start,
                          (lri_check_fault){.code = code, .detail = detail});
    c->is_barred[step] = 1;
}

static void check_text(lri_checking *c, uint32_t step, const lri_allowed *allowed, const char *text,
                       lri_check_code code) {
    if (!text || allowed->count == 0) return;
    for (uint32_t i = 0; i < allowed->count; i++)
        if (strcmp(allowed->texts[i], text) == 0) return;
    bar(c, step, code, text);
}

static void check_allowed(lri_checking *c, uint32_t step) {
    const leerroute_intake *intake = c->intake;
    const lri_taken *s = &c->steps[step];
    const lri_offering *o = offering_of(c, step);
    check_text(c, step, &intake->leerwegen, o->leerweg, LRI_CHECK_LEERWEG);
    check_text(c, step, &intake->providers, o->provider, LRI_CHECK_PROVIDER);
    check_text(c, step, &intake->places, o->place, LRI_CHECK_PLACE);
    if (is_in(s->activity, intake->excluded_activities, intake->excluded_activity_count))
        bar(c, step, LRI_CHECK_EXCLUDED, NULL);
    if (is_in(s->offering, intake->excluded_offerings, intake->excluded_offering_count))
        bar(c, step, LRI_CHECK_EXCLUDED_OFFERING, o->id);
}

/* ---- Rule 5: the budget ---- */

static void add_up(lri_checking *c) {
    for (uint32_t i = 0; i < c->step_count; i++) {
        c->check->cost_eur += lri_intake_price(c->intake, c->steps[i].offering);
        c->check->study_hours += offering_of(c, i)->study_hours;
        c->check->practice_hours += offering_of(c, i)->practice_hours;
    }
}

static void check_budget(lri_checking *c) {
    if (c->check->cost_eur > c->intake->budget_eur)
        lri_check_report(c, (lri_check_fault){.code = LRI_CHECK_BUDGET,
                                              .week = -1,
                                              .found = c->check->cost_eur,
                                              .expected = c->intake->budget_eur});
}

/* ---- Rule 6: what is asked for, and the goal ---- */

/* The goal counts from when on what is asked for is over. */
static void note_include(lri_checking *c, const lri_include *asked) {
    uint32_t place = c->step_of[asked->activity];
    if (place && c->steps[place - 1].over > c->over) c->over = c->steps[place - 1].over;
}

static void report_include(lri_checking *c, const lri_include *asked, lri_check_fault fault) {
    const leerroute_catalogue *catalogue = c->intake->catalogue;
    const bool has_offering = asked->offering != LRI_NONE;
    c->includes_met = false;
    fault.step = catalogue->activities[asked->activity].id;
    fault.name = catalogue->activities[asked->activity].name;
    fault.week = asked->start < 0 ? -1 : lri_monday(asked->start);
    fault.detail = has_offering ? catalogue->offerings[asked->offering].id : NULL;
    fault.expected = fault.week;
    lri_check_report(c, fault);
}

static void check_include(lri_checking *c, const lri_include *asked) {
    uint32_t place = c->step_of[asked->activity];
    if (place == 0) {
        report_include(c, asked, (lri_check_fault){.code = LRI_CHECK_INCLUDE_MISSING});
        return;
    }
    const lri_taken *s = &c->steps[place - 1];
    if (asked->offering != LRI_NONE && s->offering != asked->offering)
        report_include(c, asked, (lri_check_fault){.code = LRI_CHECK_INCLUDE_OFFERING});
    if (asked->start >= 0 && s->start != asked->start)
        report_include(
            c, asked,
            (lri_check_fault){.code = LRI_CHECK_INCLUDE_START, .found = lri_monday(s->start)});
}

/* The last week in which the goal may be reached. */
static lri_week last_finish(const leerroute_intake *intake) {
    lri_week last = lri_week_of(intake->start) + LRI_HORIZON_WEEKS;
    if (intake->finish_by < 0) return last;
    lri_week by = lri_week_of(intake->finish_by) + 1;
    return by < last ? by : last;
}

static void check_goal(lri_checking *c) {
    lri_week finish = c->check->finish, last = last_finish(c->intake);
    if (finish < 0)
        lri_check_report(c, (lri_check_fault){.code = LRI_CHECK_GOAL, .week = -1});
    else if (finish > last)
        lri_check_report(c, (lri_check_fault){.code = LRI_CHECK_FINISH_BY,
                                              .week = lri_monday(finish),
                                              .found = lri_monday(finish),
                                              .expected = lri_monday(last)});
}

/* ---- Rule 7: no step can be left out ---- */

static bool is_included(const leerroute_intake *intake, uint32_t activity) {
    for (uint32_t i = 0; i < intake->include_count; i++)
        if (intake->includes[i].activity == activity) return true;
    return false;
}

/* Did the function that is to come first hold by the week, in the latest replay? */
static bool keeps_first(const lri_checking *c, lri_week by) {
    return c->first < 0 || (c->replay.watched >= 0 && c->replay.watched <= by);
}

/* Does the rest without the step meet rules 1 to 6, by the week `last`? */
static bool is_superfluous(lri_checking *c, uint32_t step, uint32_t barred, lri_week last) {
    const leerroute_intake *intake = c->intake;
    int64_t cost = c->check->cost_eur - lri_intake_price(intake, c->steps[step].offering);
    if (barred > c->is_barred[step] || !c->includes_met || cost > intake->budget_eur) return false;
    if (is_included(intake, c->steps[step].activity) || !lri_check_loads(c, step)) return false;
    lri_replay_run(&c->replay, step, c->over, last);
    return c->replay.all_met && c->replay.finish >= 0 && keeps_first(c, c->first);
}

static void check_needed(lri_checking *c) {
    const lri_week start = lri_week_of(c->intake->start);
    lri_replay_run(&c->replay, LRI_EVERY_STEP, start, start);
    bool holds_already =
        c->replay.finish == start && c->intake->include_count == 0 && keeps_first(c, start);
    bool is_right = c->step_count == c->route->step_count && c->check->finish >= 0;
    lri_week last = last_finish(c->intake);
    if (c->check->finish < last) last = c->check->finish;
    uint32_t barred = 0;
    for (uint32_t i = 0; i < c->step_count; i++) barred += c->is_barred[i];
    for (uint32_t i = 0; i < c->step_count; i++) {
        lri_check_code code = holds_already ? LRI_CHECK_HOLDS_ALREADY : LRI_CHECK_SUPERFLUOUS;
        if (holds_already || (is_right && is_superfluous(c, i, barred, last)))
            lri_check_report_step(c, i, c->steps[i].start, (lri_check_fault){.code = code});
    }
}

/* ---- All ---- */

/* The replays look for the function that the route says comes first. */
static void watch_first(lri_checking *c) {
    c->first = -1;
    if (!c->route->first || c->route->first_function == LRI_NONE) return;
    c->replay.watch = c->replay.graph.functions + c->route->first_function;
    c->replay.watch_by = last_finish(c->intake);
}

void lri_check_rules(lri_checking *c) {
    const leerroute_intake *intake = c->intake;
    c->check->start = c->over = lri_week_of(intake->start);
    c->includes_met = true;
    add_up(c);
    for (uint32_t i = 0; i < intake->include_count; i++) note_include(c, &intake->includes[i]);
    watch_first(c);
    lri_replay_run(&c->replay, LRI_NO_STEP, c->over, c->check->start + LRI_HORIZON_WEEKS);
    c->check->finish = c->replay.finish;
    c->first = c->replay.watched <= last_finish(intake) ? c->replay.watched : -1;
    c->replay.watch_by = c->first;

    for (uint32_t i = 0; i < c->step_count; i++) check_start(c, i);
    for (uint32_t i = 0; i < c->step_count; i++) check_requires(c, i);
    for (uint32_t i = 0; i < c->step_count; i++) check_allowed(c, i);
    lri_check_loads(c, LRI_NO_STEP);
    check_budget(c);
    for (uint32_t i = 0; i < intake->include_count; i++) check_include(c, &intake->includes[i]);
    check_goal(c);
    check_needed(c);
}
