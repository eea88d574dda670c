/* What is a claim worth: for each claim, each expected exemption and each assessment of the advised
 * route, the route if it is granted at once and the route if it fails; by the weeks that it saves.
 *
 * An assessment that fails is found out when it is over, and by then more has begun: the fall-back
 * is the best that can be made of the route from the week after it on, with all that was spent. */
#include "ask/value.h"

#include <stdlib.h>

#include "ask/asking.h"
#include "ask/resume.h"
#include "model/intake_vary.h"
#include "plan/facts.h"

typedef struct valuing {
    leerroute_values *values;
    const leerroute_intake *intake;
    lri_asking asking;
    leerroute_intake varied;
    lri_arena arena;
} valuing;

/* ---- What is at stake ---- */

static bool add(valuing *v, leerroute_stake_kind kind, uint32_t index, uint8_t level) {
    uint32_t order = v->values->stakes.count;
    return lri_push(
        &v->values->stakes,
        (lri_stake){.kind = kind, .index = index, .level = level, .order = order, .from = -1});
}

/* The level that an assessment would give, the highest of them; else the claimed one. */
static uint8_t granted_level(const leerroute_intake *intake, uint32_t competence) {
    const leerroute_catalogue *c = intake->catalogue;
    uint8_t best = 0;
    for (uint32_t i = c->competence_givers[competence]; i < c->competence_givers[competence + 1];
         i++) {
        const lri_giver *giver = &c->givers[i];
        if (giver->by_award || !c->activities[giver->index].is_assessment) continue;
        uint8_t level = lri_assessed_level(intake, &c->activities[giver->index], competence);
        if (level > best) best = level;
    }
    return best ? best : lri_intake_claimed_level(intake, competence);
}

static bool find_stakes(valuing *v) {
    const leerroute_intake *intake = v->intake;
    const leerroute_route *route = &v->values->route;
    bool done = true;
    for (uint32_t i = 0; i < intake->claim_count && done; i++) {
        uint32_t competence = intake->claims[i].competence;
        if (i == 0 || intake->claims[i - 1].competence != competence)
            done = add(v, LEERROUTE_STAKE_CLAIM, competence, granted_level(intake, competence));
    }
    for (uint32_t i = 0; i < intake->hold_count && done; i++)
        if (intake->holds[i].expected) done = add(v, LEERROUTE_STAKE_EXPECTED, i, 0);
    for (uint32_t i = 0; i < route->step_count && done; i++)
        if (route->steps[i].kind == LEERROUTE_ASSESSMENT)
            done = add(v, LEERROUTE_STAKE_ASSESSMENT, route->steps[i].activity, 0);
    return done;
}

/* ---- Granted, or not ---- */

static bool hold(valuing *v, uint32_t competence, uint8_t level) {
    return level == 0 || lri_intake_hold(&v->varied, (lri_holding){.kind = LRI_COMPETENCE,
                                                                   .index = competence,
                                                                   .level = level,
                                                                   .obtained = -1});
}

static bool hold_all(valuing *v, uint32_t activity) {
    const leerroute_catalogue *c = v->intake->catalogue;
    const lri_activity *assessment = &c->activities[activity];
    bool done = true;
    for (uint32_t i = 0; i < assessment->validates.count && done; i++) {
        uint32_t competence = c->validates[assessment->validates.first + i];
        done = hold(v, competence, lri_assessed_level(v->intake, assessment, competence));
    }
    lri_intake_uninclude(&v->varied, activity);
    return done;
}

static bool grant(valuing *v, const lri_stake *s) {
    if (s->kind == LEERROUTE_STAKE_CLAIM) return hold(v, s->index, s->level);
    if (s->kind == LEERROUTE_STAKE_ASSESSMENT) return hold_all(v, s->index);
    lri_holding *h = &v->varied.holds[s->index];
    h->expected = false;
    h->obtained = -1;
    lri_intake_count(&v->varied, h);
    return true;
}

static bool fail(valuing *v, const lri_stake *s) {
    if (s->kind == LEERROUTE_STAKE_CLAIM)
        lri_intake_unclaim(&v->varied, s->index);
    else if (s->kind == LEERROUTE_STAKE_EXPECTED)
        lri_take_out(v->varied.holds, v->varied.hold_count, s->index);
    else
        lri_intake_uninclude(&v->varied, s->index);
    return s->kind != LEERROUTE_STAKE_ASSESSMENT || lri_intake_exclude(&v->varied, s->index);
}

/* ---- Routes ---- */

/* Plans the varied intake, and keeps the route. None is better than `least` (NULL: who knows), the
 * best one when more holds. */
static leerroute_status plan(valuing *v, const leerroute_route *least, leerroute_route *out) {
    lri_conditions conditions = LRI_CONDITIONS_NONE;
    const leerroute_route *route;
    lri_conditions_floor(&conditions, least);
    leerroute_status status = lri_ask(&v->asking, &v->varied, &conditions, &route);
    if (status != LEERROUTE_OK) return status;
    return lri_route_copy(out, route) ? LEERROUTE_OK : LEERROUTE_NO_MEMORY;
}

/* May there be a better route when it fails? What is held may be in the way, and what fails need
 * not be in the route any more. */
static bool may_gain(const leerroute_intake *intake, const lri_stake *s) {
    if (s->kind == LEERROUTE_STAKE_EXPECTED)
        return lri_holding_bars(intake->catalogue, &intake->holds[s->index]);
    for (uint32_t i = 0; i < intake->include_count; i++)
        if (s->kind == LEERROUTE_STAKE_ASSESSMENT && intake->includes[i].activity == s->index)
            return true;
    return false;
}

static leerroute_status plan_failed(valuing *v, lri_stake *s) {
    if (!lri_intake_vary(&v->varied, v->intake) || !fail(v, s)) return LEERROUTE_NO_MEMORY;
    return plan(v, may_gain(v->intake, s) ? NULL : &v->values->route, &s->failed);
}

/* Plans with each of some stakes granted. When all of them at once make nothing better, none does:
 * so that is asked first, and of each half where there is something. */
static leerroute_status plan_granted(valuing *v, lri_stake *const *stakes, uint32_t count,
                                     const leerroute_route *least) {
    leerroute_route all = {0}, *out = count == 1 ? &stakes[0]->granted : &all;
    uint32_t half = count / 2;
    if (!count) return LEERROUTE_OK;
    if (!lri_intake_vary(&v->varied, v->intake)) return LEERROUTE_NO_MEMORY;
    for (uint32_t i = 0; i < count; i++)
        if (!grant(v, stakes[i])) return LEERROUTE_NO_MEMORY;
    leerroute_status status = plan(v, least, out);
    if (count == 1) return status;
    if (status == LEERROUTE_OK) status = plan_granted(v, stakes, half, &all);
    if (status == LEERROUTE_OK) status = plan_granted(v, stakes + half, count - half, &all);
    lri_arena_free(&all.arena);
    return status;
}

static bool validates(const leerroute_catalogue *c, uint32_t activity, uint32_t competence) {
    lri_range all = c->activities[activity].validates;
    for (uint32_t i = all.first; i < all.first + all.count; i++)
        if (c->validates[i] == competence) return true;
    return false;
}

/* Does a step of the advised route prove the competence? */
static bool is_assessed(const valuing *v, uint32_t competence) {
    const leerroute_route *route = &v->values->route;
    for (uint32_t i = 0; i < route->step_count; i++)
        if (validates(v->intake->catalogue, route->steps[i].activity, competence)) return true;
    return false;
}

/* Does the advised route rest on it? If not, it stays the best when the stake fails, which only
 * takes away. */
static bool rests_on(const valuing *v, const lri_stake *s) {
    const leerroute_catalogue *c = v->intake->catalogue;
    if (s->kind == LEERROUTE_STAKE_ASSESSMENT) return true;
    if (s->kind == LEERROUTE_STAKE_EXPECTED) return v->intake->holds[s->index].counts;
    if (is_assessed(v, s->index)) return true;
    for (uint32_t i = 0; i < v->intake->under_way_count; i++)
        if (validates(c, v->intake->under_way[i].activity, s->index)) return true;
    return false;
}

/* ---- The fall-back ---- */

static const lri_step *step_of(const leerroute_route *route, uint32_t activity) {
    for (uint32_t i = 0; i < route->step_count; i++)
        if (route->steps[i].activity == activity) return &route->steps[i];
    return NULL;
}

/* What was begun before the day is part of the whole. */
static void add_spent(leerroute_route *whole, const leerroute_route *route, lri_day on) {
    whole->start = route->start;
    for (uint32_t i = 0; i < route->step_count && lri_has_route(whole); i++) {
        const lri_step *step = &route->steps[i];
        if (step->start >= on) continue;
        whole->cost_eur += step->cost_eur;
        whole->study_hours += step->study_hours;
        whole->practice_hours += step->practice_hours;
    }
}

static leerroute_status fall_back(valuing *v, lri_stake *s) {
    const leerroute_route *route = &v->values->route;
    const lri_step *step = step_of(route, s->index);
    const leerroute_deviation failed = {.kind = LEERROUTE_FAILED, .id = step->id};
    leerroute_misfit misfit;
    int64_t from = step->start + 7 * step->weeks;
    if (from > LRI_LAST_DAY) return LEERROUTE_OK;
    leerroute_status status =
        lri_resume(&v->varied, v->intake, route, (lri_day)from, &failed, 1, &misfit);
    if (status == LEERROUTE_OK) status = plan(v, NULL, &s->fallback);
    if (status != LEERROUTE_OK) return status;
    s->from = (lri_day)from;
    add_spent(&s->fallback, route, s->from);
    return LEERROUTE_OK;
}

/* ---- The whole ---- */

/* A claim that no step of the route proves seldom makes a difference when it is granted. */
static leerroute_status grant_each(valuing *v) {
    uint32_t count = v->values->stakes.count, idle = 0;
    lri_stake **others = lri_arena_array(&v->arena, count, sizeof *others);
    leerroute_status status = others ? LEERROUTE_OK : LEERROUTE_NO_MEMORY;
    for (uint32_t i = 0; i < count && status == LEERROUTE_OK; i++) {
        lri_stake *s = &v->values->stakes.items[i];
        if (s->kind == LEERROUTE_STAKE_CLAIM && !is_assessed(v, s->index))
            others[idle++] = s;
        else
            status = plan_granted(v, &s, 1, NULL);
    }
    return status == LEERROUTE_OK ? plan_granted(v, others, idle, NULL) : status;
}

static leerroute_status value(valuing *v, lri_stake *s) {
    leerroute_status status = LEERROUTE_OK;
    if (rests_on(v, s) || !lri_has_route(&v->values->route))
        status = plan_failed(v, s);
    else if (!lri_route_copy(&s->failed, &v->values->route))
        status = LEERROUTE_NO_MEMORY;
    if (status == LEERROUTE_OK && s->kind == LEERROUTE_STAKE_ASSESSMENT) status = fall_back(v, s);
    return status;
}

static int compare(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

/* By what is granted: the earliest finish first, then the least cost and hours. */
static int compare_stakes(const void *a, const void *b) {
    const lri_stake *x = a, *y = b;
    int order = compare(lri_has_route(&y->granted), lri_has_route(&x->granted));
    if (!order) order = compare(x->granted.finish, y->granted.finish);
    if (!order) order = compare(x->granted.cost_eur, y->granted.cost_eur);
    if (!order) order = compare(x->granted.study_hours, y->granted.study_hours);
    return order ? order : compare(x->order, y->order);
}

static leerroute_status value_all(valuing *v) {
    leerroute_values *values = v->values;
    if (!lri_intake_vary(&v->varied, v->intake)) return LEERROUTE_NO_MEMORY;
    leerroute_status status = plan(v, NULL, &values->route);
    if (status == LEERROUTE_OK && !find_stakes(v)) status = LEERROUTE_NO_MEMORY;
    if (status == LEERROUTE_OK) status = grant_each(v);
    for (uint32_t i = 0; i < values->stakes.count && status == LEERROUTE_OK; i++)
        status = value(v, &values->stakes.items[i]);
    if (status == LEERROUTE_OK && values->stakes.count > 1)
        qsort(values->stakes.items, values->stakes.count, sizeof *values->stakes.items,
              compare_stakes);
    values->outcome = values->route.outcome;
    if (v->asking.is_cut)
        values->outcome = lri_has_route(&values->route) ? LEERROUTE_FEASIBLE : LEERROUTE_UNKNOWN;
    return status;
}

leerroute_status leerroute_values_make(leerroute_planner *planner, const leerroute_intake *intake,
                                       const leerroute_limits *limits, leerroute_values **out) {
    if (!planner || !intake || !out) return LEERROUTE_MISUSE;
    *out = NULL;
    leerroute_values *values = calloc(1, sizeof *values);
    if (!values) return LEERROUTE_NO_MEMORY;
    values->intake = intake;
    valuing v = {.values = values, .intake = intake, .asking = lri_ask_begin(planner, limits)};
    leerroute_status status = value_all(&v);
    lri_arena_free(&v.arena);
    lri_arena_free(&v.varied.arena);
    lri_ask_end(&v.asking);
    if (status == LEERROUTE_OK)
        *out = values;
    else
        leerroute_values_free(values);
    return status;
}

void leerroute_values_free(leerroute_values *values) {
    if (!values) return;
    lri_arena_free(&values->route.arena);
    for (uint32_t i = 0; i < values->stakes.count; i++) {
        lri_stake *s = &values->stakes.items[i];
        lri_arena_free(&s->granted.arena);
        lri_arena_free(&s->failed.arena);
        lri_arena_free(&s->fallback.arena);
    }
    free(values->stakes.items);
    free(values);
}

/* ---- What is asked of it ---- */

leerroute_outcome leerroute_values_outcome(const leerroute_values *values) {
    return values->outcome;
}

const leerroute_route *leerroute_values_route(const leerroute_values *values) {
    return &values->route;
}

bool leerroute_values_get(const leerroute_values *values, size_t i, leerroute_stake *out) {
    const leerroute_catalogue *c = values->intake->catalogue;
    if (i >= values->stakes.count) return false;
    const lri_stake *s = &values->stakes.items[i];
    *out = (leerroute_stake){.kind = s->kind,
                             .level = s->level,
                             .granted = &s->granted,
                             .failed = &s->failed,
                             .fallback = s->from < 0 ? NULL : &s->fallback,
                             .fallback_from = s->from};
    if (s->kind == LEERROUTE_STAKE_CLAIM) {
        out->of = LEERROUTE_COMPETENCE;
        out->id = c->competences[s->index].id;
    } else if (s->kind == LEERROUTE_STAKE_ASSESSMENT) {
        out->of = LEERROUTE_ASSESSMENT;
        out->id = c->activities[s->index].id;
    } else {
        const lri_holding *h = &values->intake->holds[s->index];
        out->of = lri_holding_kind(c, h);
        out->id = lri_holding_id(c, h);
        out->level = h->level;
    }
    return true;
}
