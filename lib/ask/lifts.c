#include "ask/lifts.h"

#include <stdlib.h>

/* ---- Finding ---- */

static void ask_attributes(const lri_requirements *pool, uint8_t *asked) {
    for (uint32_t i = 0; i < pool->node_count; i++)
        if (pool->nodes[i].kind == LRI_ATTRIBUTE) asked[pool->nodes[i].index] = 1;
}

static bool add(lri_lifts *lifts, lri_lift_kind kind, uint32_t index, bool is_there) {
    return !is_there || lri_push(lifts, (lri_lift){kind, index});
}

static bool add_each(lri_lifts *lifts, lri_lift_kind kind, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (!add(lifts, kind, i, true)) return false;
    return true;
}

static bool add_attributes(lri_lifts *lifts, const leerroute_intake *intake) {
    uint32_t count = intake->catalogue->attribute_count;
    uint8_t *asked = calloc(count + 1, sizeof *asked);
    bool fine = asked != NULL;
    if (fine) ask_attributes(&intake->catalogue->requirements, asked);
    if (fine) ask_attributes(&intake->requirements, asked);
    for (uint32_t i = 0; fine && i < count; i++)
        fine = add(lifts, LRI_LIFT_ATTRIBUTE, i, asked[i] && !intake->attributes[i]);
    free(asked);
    return fine;
}

static bool add_held(lri_lifts *lifts, const leerroute_intake *intake) {
    bool expects = false;
    for (uint32_t i = 0; i < intake->hold_count; i++) expects |= intake->holds[i].expected;
    if (!add(lifts, LRI_LIFT_EXPECTED, 0, expects && !intake->count_expected)) return false;
    for (uint32_t i = 0; i < intake->hold_count; i++)
        if (!add(lifts, LRI_LIFT_HOLDING, i, intake->holds[i].lapses >= 0)) return false;
    return true;
}

bool lri_lifts_find(lri_lifts *lifts, const leerroute_intake *intake) {
    const lri_capacity *c = &intake->capacity;
    lifts->count = 0;
    return add(lifts, LRI_LIFT_STUDY_HOURS, 0, c->study_hours < LRI_HOURS_MOST) &&
           add(lifts, LRI_LIFT_PRACTICE_HOURS, 0, c->practice_hours < LRI_HOURS_MOST) &&
           add(lifts, LRI_LIFT_PARALLEL, 0, c->parallel < INT32_MAX) &&
           add_each(lifts, LRI_LIFT_PERIOD, intake->period_count) &&
           add(lifts, LRI_LIFT_BUDGET, 0, intake->budget_eur < INT64_MAX) &&
           add(lifts, LRI_LIFT_DEADLINE, 0, intake->finish_by >= 0) &&
           add(lifts, LRI_LIFT_LEERWEGEN, 0, intake->leerwegen.count > 0) &&
           add(lifts, LRI_LIFT_PROVIDERS, 0, intake->providers.count > 0) &&
           add(lifts, LRI_LIFT_PLACES, 0, intake->places.count > 0) &&
           add_each(lifts, LRI_LIFT_EXCLUSION, intake->excluded_activity_count) &&
           add_each(lifts, LRI_LIFT_EXCLUDED_OFFERING, intake->excluded_offering_count) &&
           add_each(lifts, LRI_LIFT_INCLUSION, intake->include_count) &&
           add_attributes(lifts, intake) && add_held(lifts, intake) &&
           add(lifts, LRI_LIFT_START, 0, intake->start >= 7 * LRI_WEEKS_EARLIER);
}

/* ---- Applying ---- */

lri_allowed *lri_lift_allowed(leerroute_intake *intake, lri_lift_kind kind) {
    return kind == LRI_LIFT_LEERWEGEN   ? &intake->leerwegen
           : kind == LRI_LIFT_PROVIDERS ? &intake->providers
                                        : &intake->places;
}

static int32_t *part_of(lri_capacity *capacity, lri_lift_kind kind) {
    return kind == LRI_LIFT_STUDY_HOURS      ? &capacity->study_hours
           : kind == LRI_LIFT_PRACTICE_HOURS ? &capacity->practice_hours
                                             : &capacity->parallel;
}

void lri_lift_capacity(leerroute_intake *v, const leerroute_intake *intake, lri_lift_kind kind,
                       int32_t value) {
    lri_capacity before = intake->capacity;
    *part_of(&v->capacity, kind) = value;
    for (uint32_t i = 0; i < intake->period_count; i++) {
        lri_capacity period = intake->periods[i].capacity;
        if (*part_of(&period, kind) == *part_of(&before, kind))
            *part_of(&v->periods[i].capacity, kind) = value;
    }
}

void lri_lift_period(leerroute_intake *v, uint32_t period) {
    v->periods[period].capacity = (lri_capacity){LRI_HOURS_MOST, LRI_HOURS_MOST, INT32_MAX};
}

/* Takes one lift; of lists, the later entries are taken first, so that those before stay in place.
 */
static void take(leerroute_intake *v, const leerroute_intake *intake, lri_lift lift) {
    switch (lift.kind) {
    case LRI_LIFT_STUDY_HOURS:
    case LRI_LIFT_PRACTICE_HOURS:
        lri_lift_capacity(v, intake, lift.kind, LRI_HOURS_MOST);
        break;
    case LRI_LIFT_PARALLEL:
        lri_lift_capacity(v, intake, lift.kind, INT32_MAX);
        break;
    case LRI_LIFT_PERIOD:
        lri_lift_period(v, lift.index);
        break;
    case LRI_LIFT_BUDGET:
        v->budget_eur = INT64_MAX;
        break;
    case LRI_LIFT_DEADLINE:
        v->finish_by = -1;
        break;
    case LRI_LIFT_LEERWEGEN:
    case LRI_LIFT_PROVIDERS:
    case LRI_LIFT_PLACES:
        lri_lift_allowed(v, lift.kind)->count = 0;
        break;
    case LRI_LIFT_EXCLUSION:
        lri_take_out(v->excluded_activities, v->excluded_activity_count, lift.index);
        break;
    case LRI_LIFT_EXCLUDED_OFFERING:
        lri_take_out(v->excluded_offerings, v->excluded_offering_count, lift.index);
        break;
    case LRI_LIFT_INCLUSION:
        lri_take_out(v->includes, v->include_count, lift.index);
        break;
    case LRI_LIFT_ATTRIBUTE:
        v->attributes[lift.index] = v->is_lenient ? 2 : 1;
        break;
    case LRI_LIFT_EXPECTED:
        lri_intake_count_expected(v, true);
        break;
    case LRI_LIFT_HOLDING:
        lri_holding_last(&v->holds[lift.index]);
        break;
    case LRI_LIFT_START:
        lri_intake_set_start(v, intake->start - 7 * LRI_WEEKS_EARLIER);
        break;
    case LRI_LIFT_KINDS:
        break;
    }
}

bool lri_lifts_apply(leerroute_intake *variation, const leerroute_intake *intake,
                     const lri_lifts *lifts, const bool *is_lifted, bool is_lenient) {
    if (!lri_intake_vary(variation, intake)) return false;
    variation->is_lenient = is_lenient;
    for (uint32_t i = lifts->count; i-- > 0;)
        if (is_lifted[i]) take(variation, intake, lifts->items[i]);
    return true;
}
