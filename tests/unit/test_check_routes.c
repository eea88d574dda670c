/* The checker on the worked cases: routes made by hand, planned routes and what becomes of them
 * when they are changed, and steps drawn at random, which must keep to what two solvers proved. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "check/check.h"
#include "check/replay.h"
#include "model/route.h"
#include "plan/facts.h"
#include "support.h"

enum { STEPS_MAX = 60, AWARDS_MAX = 20, POINTS_MAX = 60 };

/* A finish, cost and study hours that no valid route beats. */
typedef struct point {
    lri_week finish;
    int64_t cost, hours;
} point;

typedef struct problem {
    const char *folder;
    leerroute_catalogue *catalogue;
    leerroute_intake *intake;
    lri_week start;
    point points[POINTS_MAX]; /* the whole front; none when there is no route */
    uint32_t point_count;
} problem;

/* A route to be changed. */
typedef struct draft {
    leerroute_route route;
    lri_step steps[STEPS_MAX];
    lri_route_award awards[AWARDS_MAX];
} draft;

/* ---- Reading ---- */

/* The front, in `expected.json`: [["YYYY-MM-DD", cost, hours], ...]. */
static void read_front(problem *p) {
    size_t size;
    char *text = fixture_in(p->folder, "expected.json", &size);
    const char *at = strstr(text, "\"pareto\"");
    char date[11];
    for (; at && (at = strchr(at, '"')); at++) {
        point *next = &p->points[p->point_count];
        if (sscanf(at, "\"%10[0-9-]\" , %" SCNd64 " , %" SCNd64, date, &next->cost, &next->hours) !=
            3)
            continue;
        lri_day day;
        ck_assert(lri_day_parse(date, &day));
        next->finish = lri_week_of(day);
        ck_assert_uint_lt(++p->point_count, POINTS_MAX);
    }
    ck_assert_int_eq(p->point_count > 0, strstr(text, "\"pareto\"") != NULL);
    free(text);
}

static problem open_case(const char *folder) {
    problem p = {.folder = folder, .catalogue = fixture_catalogue(folder)};
    p.intake = fixture_intake(p.catalogue, folder, "intake.json");
    p.start = lri_week_of(p.intake->start);
    read_front(&p);
    return p;
}

static void close_case(problem *p) {
    leerroute_intake_free(p->intake);
    leerroute_catalogue_free(p->catalogue);
}

/* ---- Making routes ---- */

static void start_draft(draft *d, const problem *p) {
    d->route = (leerroute_route){.intake = p->intake->id,
                                 .catalogue = p->catalogue->id,
                                 .outcome = LEERROUTE_OPTIMAL,
                                 .start = 7 * p->start,
                                 .steps = d->steps,
                                 .awards = d->awards};
}

static void copy_route(draft *d, const leerroute_route *route) {
    ck_assert_uint_lt(route->step_count, STEPS_MAX - 5);
    ck_assert_uint_lt(route->award_count, AWARDS_MAX - 1);
    d->route = *route;
    if (route->step_count) memcpy(d->steps, route->steps, route->step_count * sizeof *d->steps);
    if (route->award_count)
        memcpy(d->awards, route->awards, route->award_count * sizeof *d->awards);
    d->route.steps = d->steps;
    d->route.awards = d->awards;
}

static lri_step make_step(const problem *p, uint32_t offering, lri_week week, int64_t weeks) {
    const lri_offering *o = &p->catalogue->offerings[offering];
    const lri_activity *a = &p->catalogue->activities[o->activity];
    return (lri_step){.kind = a->is_assessment ? LEERROUTE_ASSESSMENT : LEERROUTE_UNIT,
                      .id = a->id,
                      .offering = o->id,
                      .activity = o->activity,
                      .offering_index = offering,
                      .start = 7 * week,
                      .weeks = weeks,
                      .cost_eur = lri_intake_price(p->intake, offering),
                      .study_hours = o->study_hours,
                      .practice_hours = o->practice_hours};
}

static int compare_steps(const void *a, const void *b) {
    const lri_step *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    return (x->activity > y->activity) - (x->activity < y->activity);
}

/* Puts the steps in order and adds them up. */
static void settle(draft *d) {
    leerroute_route *r = &d->route;
    if (r->step_count > 1) qsort(r->steps, r->step_count, sizeof *r->steps, compare_steps);
    r->cost_eur = r->study_hours = r->practice_hours = 0;
    for (uint32_t i = 0; i < r->step_count; i++) {
        r->cost_eur += r->steps[i].cost_eur;
        r->study_hours += r->steps[i].study_hours;
        r->practice_hours += r->steps[i].practice_hours;
    }
}

static leerroute_check *check_of(const problem *p, const draft *d) {
    leerroute_check *check;
    ck_assert_int_eq(leerroute_route_check(p->intake, &d->route, &check), LEERROUTE_OK);
    return check;
}

static bool is_refused(const problem *p, const draft *d) {
    leerroute_check *check = check_of(p, d);
    bool refused = leerroute_check_fault_count(check) > 0;
    leerroute_check_free(check);
    return refused;
}

/* ---- Made by hand ---- */

/* Weeks are counted from week(start). */
typedef struct hand_row {
    const char *folder;
    const char *steps;  /* "OFFERING WEEK WEEKS" joined by ", ", in order */
    const char *awards; /* "ID WEEK" joined by ", " */
    lri_week finish;
    const char *faults; /* "CODE STEP" joined by ", " */
} hand_row;

static const hand_row hand_rows[] = {
    {"001-one-unit", "le-adl-1 0 4", "", 4, ""},
    {"002-start-in-mid-week", "le-adl-1 0 4", "", 4, ""},
    {"003-date-before-start", "le-adl-1 2 4", "", 6, ""},
    {"003-date-before-start", "le-adl-1 0 4", "", 4, "not_a_start le-adl"},
    {"004-date-later-in-start-week", "le-adl-1 0 4", "", 4, ""},
    {"005-yearly-start", "le-adl-1 22 10", "", 32, ""},
    {"005-yearly-start", "le-adl-1 0 10", "", 10, "not_a_start le-adl"},
    {"006-monthly-from-until", "le-adl-1 6 2", "", 8, ""},
    {"006-monthly-from-until", "le-adl-1 2 2", "", 4, "before_from le-adl"},
    {"006-monthly-from-until", "le-adl-1 11 2", "", 13, "after_until le-adl"},
    {"007-until-closes", "le-adl-1 6 2", "", 8, "after_until le-adl"},
    {"008-february-29", "le-adl-1 78 1", "", 79, ""},
    {"008-february-29", "le-adl-1 26 1", "", 27, "not_a_start le-adl"},
    {"010-finish-by-missed", "le-adl-1 0 4", "", 4, "finish_by -"},
    {"011-ten-years", "opleiding-1 0 520", "dip-vig 523", 523, "goal -"},
    {"012-ten-years-exactly", "opleiding-1 0 520", "dip-vig 522", 522, ""},
    {"014-followed-together", "theorie-1 0 8, bpv-thuiszorg-1 0 10", "", 10, ""},
    {"015-after-completion", "theorie-1 0 8, bpv-thuiszorg-1 8 10", "", 18, ""},
    {"015-after-completion", "theorie-1 0 8, bpv-thuiszorg-1 7 10", "", 17,
     "requires bpv-thuiszorg"},
    {"017-goal-is-to-begin", "le-adl-1 3 4", "", 3, ""},
    {"018-held-unit", "orientatie-1 0 10, le-adl-1 0 4", "", 10, ""},
    {"018-held-unit", "le-adl-1 0 4", "", 4, "goal -"},
    {"019-levels", "le-injecteren-basis-1 0 2, le-injecteren-1 2 3", "", 5, ""},
    {"020-weights", "keuze-a-1 0 6", "", 6, ""},
    {"020-weights", "keuze-a-1 0 6, keuze-c-1 0 2", "", 6, "superfluous keuze-c"},
    {"020-weights", "keuze-a-1 0 6, keuze-b-1 0 3, keuze-c-1 0 2", "", 3, "superfluous keuze-a"},
    {"021-attributes", "adl-bol 0 6", "", 6, "offering_requires le-adl"},
    {"022-function-as-entry", "le-medicatie-1 0 2, le-zorgplan-1 2 5", "", 7, ""},
    {"023-in-the-same-week", "le-adl-1 0 4", "", 4, "goal -"},
    {"024-valid-until-counts-its-week", "le-adl-1 0 4", "", 4, ""},
    {"026-valid-months", "le-wondzorg-1 25 1", "", 26, ""},
    {"026-valid-months", "le-wondzorg-1 26 1", "", 27, "requires le-wondzorg"},
    {"029-award-takes-time", "le-adl-1 0 4", "cert-adl 5, dip-helpende 11", 11, ""},
    {"030-award-already-coming", "", "", 2, ""},
    {"031-no-circle", "", "", 0, "goal -"},
    {"032-no-self-renewal", "les-1 4 1", "", 5, "requires les"},
    {"033-renewal-after-lapse", "les-1 4 1", "", 5, ""},
    {"033-renewal-after-lapse", "les-1 3 1", "", 4, "requires les"},
    {"035-goal-holds-already", "", "", 0, ""},
    {"035-goal-holds-already", "le-adl-1 0 4", "", 0, "holds_already le-adl"},
    {"036-claim-and-max-level", "evc-adl-1 0 2", "", 2, ""},
    {"037-claim-too-low", "evc-adl-1 0 2", "", 2, "goal -"},
    {"041-load-is-rounded-up", "adl-kort 0 3", "", 3, "study_load le-adl"},
    {"042-choice-of-weeks", "le-adl-1 0 4, le-tillen-1 0 4", "", 4, ""},
    {"042-choice-of-weeks", "le-adl-1 0 2, le-tillen-1 0 4", "", 4, "study_load le-tillen"},
    {"043-holiday", "le-adl-1 4 4", "", 8, ""},
    {"043-holiday", "le-adl-1 0 4", "", 4, "study_load le-adl"},
    {"043-holiday", "le-adl-1 3 4", "", 7, "study_load le-adl"},
    {"045-practice-by-default-none", "bpv-thuiszorg-1 0 4", "", 4, "practice_load bpv-thuiszorg"},
    {"048-under-way", "le-wondzorg-1 3 2", "", 5, ""},
    {"048-under-way", "le-wondzorg-1 2 2", "", 4, "requires le-wondzorg"},
    {"048-under-way", "le-adl-1 0 4, le-wondzorg-1 3 2", "", 5, "under_way le-adl"},
    {"050-under-way-over-capacity", "meelopen-1 0 3", "", 3, ""},
    {"051-under-way-counts-as-one", "le-tillen-1 2 3", "", 5, ""},
    {"051-under-way-counts-as-one", "le-tillen-1 1 3", "", 4, "parallel le-tillen"},
    {"053-diploma-route-price", "le-adl-1 0 4", "dip-helpende 4", 4, ""},
    {"060-worth-its-cost", "le-adl-1 0 4, le-wondzorg-1 4 3", "", 7, ""},
    {"060-worth-its-cost", "snelcursus-1 0 1, le-adl-1 0 4, le-wondzorg-1 4 3", "", 7,
     "superfluous snelcursus"},
    {"061-again-before-it-lapses", "le-tillen-1 0 1, le-adl-1 0 4", "", 4, ""},
    {"062-include-not-needed", "le-adl-1 0 4, le-dementie-1 0 6", "", 6, ""},
    {"062-include-not-needed", "le-adl-1 0 4", "", 4, "include_missing le-dementie"},
    {"062-include-not-needed", "le-adl-1 0 4, le-dementie-1 0 6", "", 4, "finish -"},
    {"067-include-goal-at-start", "le-dementie-1 0 6", "", 6, ""},
    {"067-include-goal-at-start", "le-adl-1 0 4, le-dementie-1 0 6", "", 6, "superfluous le-adl"},
    {"068-include-outlasts-the-goal", "le-dementie-1 0 6", "", 9, ""},
    {"069-include-outlasts-it-for-good", "le-dementie-1 0 6", "", 6, "goal -"},
    {"071-assessment-under-way-not-again", "", "", 10, ""},
    {"073-include-asks-for-more", "le-adl-1 0 4, le-rapporteren-1 0 5, le-zorgplan-1 5 3", "", 8,
     ""},
    {"075-include-that-grants-nothing", "le-adl-1 0 4, evc-tillen-1 0 2", "", 4,
     "grants_nothing evc-tillen, include_missing evc-tillen"},
};

static void add_hand_steps(const problem *p, draft *d, const char *steps) {
    char id[65];
    int week, weeks, used;
    for (; sscanf(steps, "%64[^ ] %d %d%n", id, &week, &weeks, &used) == 3; steps += used) {
        uint32_t offering = lri_catalogue_find(p->catalogue, LEERROUTE_OFFERING, id);
        ck_assert_msg(offering != LRI_NONE, "%s: no offering %s", p->folder, id);
        d->steps[d->route.step_count++] = make_step(p, offering, p->start + week, weeks);
        if (strncmp(steps + used, ", ", 2) == 0) used += 2;
    }
}

static void add_hand_awards(const problem *p, draft *d, const char *awards) {
    char id[65];
    int week, used;
    for (; sscanf(awards, "%64[^ ] %d%n", id, &week, &used) == 2; awards += used) {
        lri_route_award award = {.kind = LEERROUTE_CERTIFICATE, .week = 7 * (p->start + week)};
        award.award = lri_catalogue_find(p->catalogue, award.kind, id);
        if (award.award == LRI_NONE) {
            award.kind = LEERROUTE_DIPLOMA;
            award.award = lri_catalogue_find(p->catalogue, award.kind, id);
        }
        ck_assert_msg(award.award != LRI_NONE, "%s: no award %s", p->folder, id);
        award.id = p->catalogue->awards[award.award].id;
        award.valid_until = -1;
        d->awards[d->route.award_count++] = award;
        if (strncmp(awards + used, ", ", 2) == 0) used += 2;
    }
}

static char *codes_of(const leerroute_check *check) {
    lri_text text = {0};
    leerroute_check_fault fault;
    lri_text_puts(&text, "");
    for (size_t i = 0; leerroute_check_fault_get(check, i, &fault); i++)
        lri_text_printf(&text, "%s%s %s", i ? ", " : "", fault.code, fault.step ? fault.step : "-");
    return lri_text_take(&text, NULL);
}

START_TEST(route_by_hand) {
    const hand_row *row = &hand_rows[_i];
    char folder[100];
    snprintf(folder, sizeof folder, "cases/%s", row->folder);
    problem p = open_case(folder);
    draft d;
    start_draft(&d, &p);
    add_hand_steps(&p, &d, row->steps);
    add_hand_awards(&p, &d, row->awards);
    settle(&d);
    d.route.finish = 7 * (p.start + row->finish);
    leerroute_check *check = check_of(&p, &d);
    char *codes = codes_of(check);
    ck_assert_msg(strcmp(codes, row->faults) == 0, "row %d (%s, %s): %s and not %s", _i,
                  row->folder, row->steps, codes, row->faults);
    free(codes);
    leerroute_check_free(check);
    close_case(&p);
}
END_TEST

/* ---- Planned, and changed in ways that no route survives ---- */

/* What each route says of itself, changed. */
static void refuse_words(const problem *p, const leerroute_route *route) {
    draft d;
    for (int way = 0; way < 9; way++) {
        copy_route(&d, route);
        if (way == 0) d.route.cost_eur++;
        if (way == 1) d.route.study_hours--;
        if (way == 2) d.route.practice_hours++;
        if (way == 3) d.route.start += 7;
        if (way == 4) d.route.finish += 7;
        if (way == 5) d.route.finish -= 7;
        if (way == 6) d.route.finish += 1;
        if (way == 7) d.route.intake = "another";
        if (way == 8) d.route.catalogue = "another";
        ck_assert_msg(is_refused(p, &d), "%s: way %d", p->folder, way);
    }
}

/* What it says of a step, and steps that are none. */
static void refuse_step(const problem *p, const leerroute_route *route, uint32_t step) {
    draft d;
    for (int way = 0; way < 12; way++) {
        copy_route(&d, route);
        lri_step *s = &d.steps[step];
        if (way == 0) s->cost_eur++, d.route.cost_eur++;
        if (way == 1) s->study_hours++, d.route.study_hours++;
        if (way == 2) s->practice_hours++, d.route.practice_hours++;
        if (way == 3) s->start++;
        if (way == 4) s->start = d.route.start - 7;
        if (way == 5) s->start = 7 * 400000;
        if (way == 6) s->weeks = -s->weeks;
        if (way == 7) s->weeks += INT64_C(1) << 32;
        if (way == 8) s->id = s->offering;
        if (way == 9) s->offering = s->id;
        if (way == 10) s->kind = s->kind == LEERROUTE_UNIT ? LEERROUTE_ASSESSMENT : LEERROUTE_UNIT;
        if (way == 11) d.steps[d.route.step_count++] = *s;
        ck_assert_msg(is_refused(p, &d), "%s: step %u, way %d", p->folder, step, way);
    }
}

/* Without a step it is no route any more (rule 7), or finishes later than it says. */
static void refuse_fewer(const problem *p, const leerroute_route *route, uint32_t step) {
    draft d;
    copy_route(&d, route);
    d.steps[step] = d.steps[--d.route.step_count];
    settle(&d);
    ck_assert_msg(is_refused(p, &d), "%s: without step %u", p->folder, step);
}

/* With a step more, wherever that is, it has one too many, or finishes sooner than it says. */
static void refuse_more(const problem *p, const leerroute_route *route) {
    const leerroute_catalogue *c = p->catalogue;
    const lri_week over = lri_week_of(route->finish) + 1 - p->start;
    for (uint32_t o = 0; o < c->offering_count; o++)
        for (lri_week week = 0; week <= over; week += over / 3 + 1) {
            draft d;
            copy_route(&d, route);
            int32_t weeks = c->weeks[c->offerings[o].weeks.first];
            d.steps[d.route.step_count++] = make_step(p, o, p->start + week, weeks);
            settle(&d);
            ck_assert_msg(is_refused(p, &d), "%s: with offering %s in week %d", p->folder,
                          c->offerings[o].id, week);
        }
}

static void refuse_order_and_awards(const problem *p, const leerroute_route *route) {
    draft d;
    for (uint32_t i = 1; i < route->step_count; i++) {
        copy_route(&d, route);
        d.steps[i] = route->steps[i - 1];
        d.steps[i - 1] = route->steps[i];
        ck_assert(is_refused(p, &d));
    }
    for (uint32_t i = 0; i < route->award_count; i++)
        for (int way = 0; way < 5; way++) {
            copy_route(&d, route);
            lri_route_award *award = &d.awards[i];
            if (way == 0) award->week += 7;
            if (way == 1) award->week += 1;
            if (way == 2) award->valid_until = award->valid_until < 0 ? 7 : -1;
            if (way == 3) d.awards[d.route.award_count++] = *award;
            if (way == 4) *award = d.awards[--d.route.award_count];
            ck_assert_msg(is_refused(p, &d), "%s: award %u, way %d", p->folder, i, way);
        }
}

static void check_planned(const char *folder) {
    problem p = open_case(folder);
    leerroute_planner *planner = leerroute_planner_new();
    const leerroute_route *route;
    ck_assert_int_eq(leerroute_plan(planner, p.intake, NULL, &route), LEERROUTE_OK);
    ck_assert_int_eq(route->outcome, p.point_count ? LEERROUTE_OPTIMAL : LEERROUTE_NO_ROUTE);
    leerroute_check *check = NULL;
    leerroute_status status = leerroute_route_check(p.intake, route, &check);
    ck_assert_int_eq(status, p.point_count ? LEERROUTE_OK : LEERROUTE_MISUSE);
    if (p.point_count) {
        char *codes = codes_of(check);
        ck_assert_msg(*codes == '\0', "%s: %s", folder, codes);
        free(codes);
        refuse_words(&p, route);
        for (uint32_t i = 0; i < route->step_count; i++) {
            refuse_step(&p, route, i);
            refuse_fewer(&p, route, i);
        }
        refuse_more(&p, route);
        refuse_order_and_awards(&p, route);
    }
    leerroute_check_free(check);
    leerroute_planner_free(planner);
    close_case(&p);
}

START_TEST(planned_routes_pass_and_changed_ones_do_not) {
    each_case(false, check_planned);
}
END_TEST

/* ---- Drawn at random ---- */

static uint32_t draw(uint32_t below) {
    static uint64_t state = 88172645463325252u;
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 33) % below;
}

static bool is_under_way(const problem *p, uint32_t activity) {
    for (uint32_t i = 0; i < p->intake->under_way_count; i++)
        if (p->intake->under_way[i].activity == activity) return true;
    return false;
}

/* Steps of so many different activities, more or less, that are not under way. */
static void draw_steps(const problem *p, draft *d, uint32_t some) {
    const leerroute_catalogue *c = p->catalogue;
    lri_week last = p->point_count ? p->points[p->point_count - 1].finish - p->start : 20;
    for (uint32_t i = 0; i < c->activity_count && d->route.step_count < STEPS_MAX; i++) {
        lri_range offerings = c->activities[i].offerings;
        if (is_under_way(p, i) || draw(c->activity_count) >= some) continue;
        uint32_t o = offerings.first + draw(offerings.count);
        lri_range weeks = c->offerings[o].weeks;
        lri_week week = draw(3) ? (lri_week)draw((uint32_t)(last + 2)) : 0;
        d->steps[d->route.step_count++] =
            make_step(p, o, p->start + week, c->weeks[weeks.first + draw(weeks.count)]);
    }
}

/* Moves, replaces, drops or adds a step. */
static void disturb(const problem *p, draft *d) {
    uint32_t count = d->route.step_count;
    lri_step *s = count ? &d->steps[draw(count)] : NULL;
    uint32_t way = draw(6);
    if (!s || way == 0) {
        draw_steps(p, d, 1);
    } else if (way == 1) {
        *s = d->steps[--d->route.step_count];
    } else if (way == 2) {
        lri_range offerings = p->catalogue->activities[s->activity].offerings;
        uint32_t o = offerings.first + draw(offerings.count);
        lri_range weeks = p->catalogue->offerings[o].weeks;
        *s = make_step(p, o, s->start / 7, p->catalogue->weeks[weeks.first + draw(weeks.count)]);
    } else {
        s->start += 7 * (lri_day)(draw(way == 3 ? 3 : 12)) - (way == 4 ? 42 : 0);
        if (s->start < 0) s->start = 0;
    }
}

/* Does it keep the rules of the steps, whatever the file says beside them? */
static bool keeps_rules(const leerroute_check *check) {
    leerroute_check_fault fault;
    for (size_t i = 0; leerroute_check_fault_get(check, i, &fault); i++)
        if (strcmp(fault.rule, "measures") != 0 && strcmp(fault.rule, "awards") != 0) return false;
    return true;
}

static uint32_t accepted;

/* No valid route is better than the front in one measure without being worse in another. */
static void check_against_front(const problem *p, const draft *d) {
    leerroute_check *check = check_of(p, d);
    if (keeps_rules(check)) {
        bool covered = false;
        for (uint32_t i = 0; i < p->point_count; i++)
            covered |= p->points[i].finish <= check->finish &&
                       p->points[i].cost <= check->cost_eur &&
                       p->points[i].hours <= check->study_hours;
        ck_assert_msg(covered, "%s: a route better than the best was let through", p->folder);
        accepted++;
    }
    leerroute_check_free(check);
}

static void draw_routes(const char *folder) {
    problem p = open_case(folder);
    leerroute_planner *planner = leerroute_planner_new();
    const leerroute_route *route;
    draft d;
    ck_assert_int_eq(leerroute_plan(planner, p.intake, NULL, &route), LEERROUTE_OK);
    for (int i = 0; i < 60; i++) {
        if (i % 3 == 0 || !p.point_count) {
            start_draft(&d, &p);
            draw_steps(&p, &d, 1 + draw(4));
        } else {
            copy_route(&d, route);
            for (uint32_t k = 1 + draw(3); k > 0; k--) disturb(&p, &d);
        }
        settle(&d);
        check_against_front(&p, &d);
    }
    leerroute_planner_free(planner);
    close_case(&p);
}

START_TEST(nothing_better_than_the_front_is_let_through) {
    accepted = 0;
    each_case(false, draw_routes);
    ck_assert_uint_gt(accepted, 1000);
}
END_TEST

/* ---- Two ways to find what holds when ---- */

static lri_week first_of(const lri_weeks *weeks, lri_week start) {
    int week = lri_weeks_next(weeks, 0);
    return week < 0 ? -1 : start + week;
}

static void compare_facts(const problem *p, const draft *d, lri_facts *facts) {
    const leerroute_catalogue *c = p->catalogue;
    const uint32_t count = d->route.step_count;
    lri_taken taken[STEPS_MAX];
    lri_placed placed[STEPS_MAX];
    for (uint32_t i = 0; i < count; i++) {
        const lri_step *s = &d->steps[i];
        lri_week week = lri_week_of(s->start), weeks = (lri_week)s->weeks;
        taken[i] = (lri_taken){i, s->activity, s->offering_index, week, week + weeks};
        placed[i] = (lri_placed){s->activity, s->offering_index, week - p->start, weeks};
    }
    lri_arena arena = {0};
    lri_replay replay;
    ck_assert(lri_replay_make(&replay, &arena, p->intake, taken, count));
    ck_assert(lri_facts_compute(facts, p->intake, placed, count));
    lri_replay_run(&replay, LRI_NO_STEP, p->start, p->start + LRI_HORIZON_WEEKS);
    lri_weeks weeks = lri_facts_requirement(facts, &p->intake->requirements, p->intake->goal);
    ck_assert_int_eq(replay.finish, first_of(&weeks, p->start));
    for (uint32_t i = 0; i < c->award_count; i++) {
        weeks = lri_facts_weeks(facts, LRI_AWARD, i, 0);
        ck_assert_int_eq(replay.since[i], first_of(&weeks, p->start));
    }
    for (uint32_t i = 0; i < count; i++) {
        weeks = lri_facts_requirement(facts, &c->requirements,
                                      c->activities[taken[i].activity].requires);
        lri_weeks also = lri_facts_requirement(facts, &c->requirements,
                                               c->offerings[taken[i].offering].requires);
        bool unmet = !lri_weeks_has(&weeks, placed[i].start);
        bool unmet_offering = !lri_weeks_has(&also, placed[i].start);
        ck_assert_int_eq(replay.unmet[i],
                         (unmet ? LRI_UNMET : 0) | (unmet_offering ? LRI_UNMET_OFFERING : 0));
    }
    lri_arena_free(&arena);
}

static void compare_case(const char *folder) {
    problem p = open_case(folder);
    lri_facts facts = {0};
    draft d;
    for (int i = 0; i < 20; i++) {
        start_draft(&d, &p);
        draw_steps(&p, &d, draw(p.catalogue->activity_count + 2));
        settle(&d);
        compare_facts(&p, &d, &facts);
    }
    lri_facts_free(&facts);
    close_case(&p);
}

START_TEST(planner_and_checker_find_the_same_facts) {
    each_case(false, compare_case);
}
END_TEST

Suite *check_routes_suite(void) {
    Suite *suite = suite_create("check_routes");
    TCase *tests = tcase_create("check_routes");
    tcase_set_timeout(tests, 300);
    tcase_add_loop_test(tests, route_by_hand, 0, sizeof hand_rows / sizeof *hand_rows);
    tcase_add_test(tests, planned_routes_pass_and_changed_ones_do_not);
    tcase_add_test(tests, nothing_better_than_the_front_is_let_through);
    tcase_add_test(tests, planner_and_checker_find_the_same_facts);
    suite_add_tcase(suite, tests);
    return suite;
}
