#include "plan/facts.h"

#include <stdlib.h>

/* Facts and the jobs of the worklist share one kind of key: what it is, at which level, which. */
static uint64_t key_of(lri_requirement_kind kind, uint8_t level, uint32_t index) {
    return (uint64_t)kind << 40 | (uint64_t)level << 32 | index;
}

static lri_fact *fact_at(lri_facts *facts, uint64_t key) {
    uint32_t *place = lri_map_at(&facts->index, key);
    if (place && *place == LRI_NONE && lri_push(&facts->facts, (lri_fact){0}))
        *place = facts->facts.count - 1;
    if (!place || *place == LRI_NONE) {
        facts->failed = true;
        return NULL;
    }
    return &facts->facts.items[*place];
}

/* The jobs: look at an award's or function's requires again, or hand on what an award grants. */
enum { EVALUATE, HAND_ON };

static void add_job(lri_facts *facts, lri_requirement_kind kind, uint32_t index, uint8_t job) {
    uint64_t key = key_of(kind, job, index);
    uint32_t *place = lri_map_at(&facts->queued, key);
    if (!place)
        facts->failed = true;
    else if (*place == LRI_NONE) {
        *place = 1;
        if (!lri_push(&facts->queue, key)) facts->failed = true;
    }
}

static void wake_askers(lri_facts *facts, const uint32_t *offsets, uint32_t index) {
    const leerroute_catalogue *catalogue = facts->intake->catalogue;
    for (uint32_t i = offsets[index]; i < offsets[index + 1]; i++) {
        const lri_asker *asker = &catalogue->askers[i];
        add_job(facts, asker->is_function ? LRI_FUNCTION : LRI_AWARD, asker->index, EVALUATE);
    }
}

/* Adds weeks to a fact, and wakes what depends on it when that makes a difference. */
static void add_weeks(lri_facts *facts, lri_requirement_kind kind, uint8_t level, uint32_t index,
                      const lri_weeks *more) {
    const leerroute_catalogue *catalogue = facts->intake->catalogue;
    lri_fact *fact = fact_at(facts, key_of(kind, level, index));
    if (!fact) return;
    lri_weeks extra = lri_weeks_without(*more, &fact->weeks);
    if (lri_weeks_empty(&extra)) return;
    fact->weeks = lri_weeks_or(fact->weeks, &extra);
    if (kind == LRI_COMPETENCE)
        wake_askers(facts, catalogue->competence_askers, index);
    else if (kind == LRI_AWARD) {
        wake_askers(facts, catalogue->award_askers, index);
        add_job(facts, LRI_AWARD, index, HAND_ON);
    } else if (kind == LRI_FUNCTION)
        wake_askers(facts, catalogue->function_askers, index);
    else
        wake_askers(facts, catalogue->activity_askers, index);
}

static void add_competence(lri_facts *facts, uint32_t competence, uint8_t level,
                           const lri_weeks *weeks) {
    for (uint8_t l = 1; l <= level; l++) add_weeks(facts, LRI_COMPETENCE, l, competence, weeks);
}

static void add_grants(lri_facts *facts, lri_range grants, const lri_weeks *weeks) {
    for (uint32_t i = grants.first; i < grants.first + grants.count; i++) {
        const lri_grant *grant = &facts->intake->catalogue->grants[i];
        if (grant->is_award)
            add_weeks(facts, LRI_AWARD, 0, grant->index, weeks);
        else
            add_competence(facts, grant->index, grant->level, weeks);
    }
}

uint8_t lri_assessed_level(const leerroute_intake *intake, const lri_activity *assessment,
                           uint32_t competence) {
    uint8_t claimed = lri_intake_claimed_level(intake, competence);
    return claimed < assessment->max_level ? claimed : assessment->max_level;
}

/* From week `begun` on the activity is followed, from week `done` on it is completed. */
static void add_activity(lri_facts *facts, uint32_t index, int64_t begun, int64_t done) {
    const leerroute_catalogue *catalogue = facts->intake->catalogue;
    const lri_activity *activity = &catalogue->activities[index];
    lri_weeks after = lri_weeks_span(done, LRI_HORIZON_WEEKS);
    if (activity->is_assessment) {
        for (uint32_t i = 0; i < activity->validates.count; i++) {
            uint32_t competence = catalogue->validates[activity->validates.first + i];
            add_competence(facts, competence,
                           lri_assessed_level(facts->intake, activity, competence), &after);
        }
        return;
    }
    lri_weeks since = lri_weeks_span(begun, LRI_HORIZON_WEEKS);
    add_weeks(facts, LRI_STARTED, 0, index, &since);
    add_weeks(facts, LRI_UNIT, 0, index, &after);
    add_grants(facts, activity->grants, &after);
}

static void add_holdings(lri_facts *facts, lri_week start) {
    const leerroute_intake *intake = facts->intake;
    for (uint32_t i = 0; i < intake->hold_count; i++) {
        const lri_holding *held = &intake->holds[i];
        if (!held->counts) continue;
        lri_weeks weeks = lri_weeks_span((int64_t)held->from - start, (int64_t)held->until - start);
        if (held->kind == LRI_AWARD) {
            lri_fact *fact = fact_at(facts, key_of(LRI_AWARD, 0, held->index));
            if (fact && !intake->is_lenient) fact->holding = lri_weeks_or(fact->holding, &weeks);
        }
        if (held->kind == LRI_COMPETENCE)
            add_competence(facts, held->index, held->level, &weeks);
        else
            add_weeks(facts, held->kind, 0, held->index, &weeks);
        if (held->kind == LRI_UNIT) add_weeks(facts, LRI_STARTED, 0, held->index, &weeks);
    }
}

/* An award's first week is the first in which its requires holds while no holding of it counts. */
static void evaluate_award(lri_facts *facts, uint32_t index) {
    const leerroute_catalogue *catalogue = facts->intake->catalogue;
    const lri_award *award = &catalogue->awards[index];
    if (award->requires == LRI_NONE) return;
    lri_weeks holds = lri_facts_requirement(facts, &catalogue->requirements, award->requires);
    lri_weeks holding = lri_facts_holding(facts, index);
    holds = lri_weeks_without(holds, &holding);
    int first = lri_weeks_next(&holds, 0);
    if (first < 0) return;
    lri_weeks held = lri_weeks_span((int64_t)first + award->award_weeks, LRI_HORIZON_WEEKS);
    add_weeks(facts, LRI_AWARD, 0, index, &held);
}

static void do_job(lri_facts *facts, uint64_t key) {
    const leerroute_catalogue *catalogue = facts->intake->catalogue;
    lri_requirement_kind kind = (lri_requirement_kind)(key >> 40);
    uint8_t job = (uint8_t)(key >> 32);
    uint32_t index = (uint32_t)key;
    if (job == HAND_ON) {
        lri_weeks held = lri_facts_weeks(facts, LRI_AWARD, index, 0);
        add_grants(facts, catalogue->awards[index].grants, &held);
    } else if (kind == LRI_AWARD) {
        evaluate_award(facts, index);
    } else {
        lri_weeks holds = lri_facts_requirement(facts, &catalogue->requirements,
                                                catalogue->functions[index].requires);
        add_weeks(facts, LRI_FUNCTION, 0, index, &holds);
    }
}

bool lri_facts_compute(lri_facts *facts, const leerroute_intake *intake, const lri_placed *steps,
                       uint32_t step_count) {
    const leerroute_catalogue *catalogue = intake->catalogue;
    facts->intake = intake;
    facts->failed = false;
    facts->facts.count = facts->queue.count = 0;
    lri_map_clear(&facts->index);
    lri_map_clear(&facts->queued);

    lri_week start = lri_week_of(intake->start);
    add_holdings(facts, start);
    for (uint32_t i = 0; i < intake->under_way_count; i++) {
        int64_t done = (int64_t)intake->under_way[i].ends + 1 - start;
        add_activity(facts, intake->under_way[i].activity, 0, done > 0 ? done : 0);
    }
    for (uint32_t i = 0; i < step_count; i++)
        add_activity(facts, steps[i].activity, steps[i].start, steps[i].start + steps[i].weeks);
    for (uint32_t i = 0; i < catalogue->award_count; i++) add_job(facts, LRI_AWARD, i, EVALUATE);
    for (uint32_t i = 0; i < catalogue->function_count; i++)
        add_job(facts, LRI_FUNCTION, i, EVALUATE);

    for (uint32_t i = 0; i < facts->queue.count && !facts->failed; i++) {
        uint64_t key = facts->queue.items[i];
        uint32_t *place = lri_map_at(&facts->queued, key);
        if (place) *place = LRI_NONE;
        do_job(facts, key);
    }
    return !facts->failed;
}

void lri_facts_free(lri_facts *facts) {
    free(facts->facts.items);
    free(facts->queue.items);
    lri_map_free(&facts->index);
    lri_map_free(&facts->queued);
    *facts = (lri_facts){0};
}

lri_weeks lri_facts_weeks(const lri_facts *facts, lri_requirement_kind kind, uint32_t index,
                          uint8_t level) {
    uint32_t place = lri_map_find(&facts->index, key_of(kind, level, index));
    return place == LRI_NONE ? (lri_weeks){{0}} : facts->facts.items[place].weeks;
}

lri_weeks lri_facts_holding(const lri_facts *facts, uint32_t award) {
    uint32_t place = lri_map_find(&facts->index, key_of(LRI_AWARD, 0, award));
    return place == LRI_NONE ? (lri_weeks){{0}} : facts->facts.items[place].holding;
}

static lri_weeks at_least(const lri_facts *facts, const lri_requirements *pool,
                          const lri_requirement *r) {
    uint64_t sums[LRI_HORIZON_WEEKS + 1] = {0};
    for (uint32_t i = r->first; i < r->first + r->count; i++) {
        const lri_child *child = &pool->children[i];
        lri_weeks holds = lri_facts_requirement(facts, pool, child->node);
        for (int w = lri_weeks_next(&holds, 0); w >= 0; w = lri_weeks_next(&holds, w + 1))
            sums[w] += child->weight;
    }
    lri_weeks enough = {{0}};
    for (int w = 0; w <= LRI_HORIZON_WEEKS; w++)
        if (sums[w] >= r->need) lri_weeks_add(&enough, w);
    return enough;
}

lri_weeks lri_facts_requirement(const lri_facts *facts, const lri_requirements *pool,
                                uint32_t node) {
    const lri_requirement *r = &pool->nodes[node];
    switch (r->kind) {
    case LRI_ATTRIBUTE:
    case LRI_NOT_ATTRIBUTE:
        return lri_weeks_span(0, lri_intake_states(facts->intake, r) ? LRI_HORIZON_WEEKS : -1);
    case LRI_AT_LEAST:
        return at_least(facts, pool, r);
    case LRI_ALL:
    case LRI_ANY: {
        lri_weeks holds = lri_weeks_span(0, r->kind == LRI_ALL ? LRI_HORIZON_WEEKS : -1);
        for (uint32_t i = r->first; i < r->first + r->count; i++) {
            lri_weeks child = lri_facts_requirement(facts, pool, pool->children[i].node);
            holds = r->kind == LRI_ALL ? lri_weeks_and(holds, &child) : lri_weeks_or(holds, &child);
        }
        return holds;
    }
    default:
        return lri_facts_weeks(facts, r->kind, r->index, r->level);
    }
}
