/* The checker: the parts of a check one after the other, and what they found. */
#include "check/check.h"

#include <stdlib.h>
#include <string.h>

#include "check/checking.h"

/* The rule and the word of each code. */
static const struct words {
    const char *rule, *code;
} words[LRI_CHECK_CODES] = {
    [LRI_CHECK_UNKNOWN] = {"step", "unknown"},
    [LRI_CHECK_KIND] = {"step", "kind"},
    [LRI_CHECK_OFFERING] = {"step", "offering"},
    [LRI_CHECK_FOREIGN_OFFERING] = {"step", "foreign_offering"},
    [LRI_CHECK_WEEKS] = {"step", "weeks"},
    [LRI_CHECK_UNDER_WAY] = {"step", "under_way"},
    [LRI_CHECK_TWICE] = {"step", "twice"},
    [LRI_CHECK_GRANTS_NOTHING] = {"step", "grants_nothing"},
    [LRI_CHECK_BEFORE_START] = {"1", "before_start"},
    [LRI_CHECK_NOT_A_START] = {"1", "not_a_start"},
    [LRI_CHECK_BEFORE_FROM] = {"1", "before_from"},
    [LRI_CHECK_AFTER_UNTIL] = {"1", "after_until"},
    [LRI_CHECK_REQUIRES] = {"2", "requires"},
    [LRI_CHECK_OFFERING_REQUIRES] = {"2", "offering_requires"},
    [LRI_CHECK_LEERWEG] = {"3", "leerweg"},
    [LRI_CHECK_PROVIDER] = {"3", "provider"},
    [LRI_CHECK_PLACE] = {"3", "place"},
    [LRI_CHECK_EXCLUDED] = {"3", "excluded"},
    [LRI_CHECK_EXCLUDED_OFFERING] = {"3", "excluded_offering"},
    [LRI_CHECK_STUDY_LOAD] = {"4", "study_load"},
    [LRI_CHECK_PRACTICE_LOAD] = {"4", "practice_load"},
    [LRI_CHECK_PARALLEL] = {"4", "parallel"},
    [LRI_CHECK_BUDGET] = {"5", "budget"},
    [LRI_CHECK_INCLUDE_MISSING] = {"6", "include_missing"},
    [LRI_CHECK_INCLUDE_OFFERING] = {"6", "include_offering"},
    [LRI_CHECK_INCLUDE_START] = {"6", "include_start"},
    [LRI_CHECK_GOAL] = {"6", "goal"},
    [LRI_CHECK_FINISH_BY] = {"6", "finish_by"},
    [LRI_CHECK_HOLDS_ALREADY] = {"7", "holds_already"},
    [LRI_CHECK_SUPERFLUOUS] = {"7", "superfluous"},
    [LRI_CHECK_INTAKE] = {"measures", "intake"},
    [LRI_CHECK_CATALOGUE] = {"measures", "catalogue"},
    [LRI_CHECK_START] = {"measures", "start"},
    [LRI_CHECK_FINISH] = {"measures", "finish"},
    [LRI_CHECK_COST] = {"measures", "cost_eur"},
    [LRI_CHECK_STUDY_HOURS] = {"measures", "study_hours"},
    [LRI_CHECK_PRACTICE_HOURS] = {"measures", "practice_hours"},
    [LRI_CHECK_STEP_START] = {"measures", "step_start"},
    [LRI_CHECK_STEP_COST] = {"measures", "step_cost_eur"},
    [LRI_CHECK_STEP_STUDY_HOURS] = {"measures", "step_study_hours"},
    [LRI_CHECK_STEP_PRACTICE_HOURS] = {"measures", "step_practice_hours"},
    [LRI_CHECK_ORDER] = {"measures", "step_order"},
    [LRI_CHECK_FIRST_UNKNOWN] = {"measures", "first_unknown"},
    [LRI_CHECK_FIRST_NEVER] = {"measures", "first_never"},
    [LRI_CHECK_FIRST_WEEK] = {"measures", "first_week"},
    [LRI_CHECK_BOUND_FINISH] = {"measures", "bound_finish"},
    [LRI_CHECK_BOUND_COST] = {"measures", "bound_cost"},
    [LRI_CHECK_BOUND_HOURS] = {"measures", "bound_hours"},
    [LRI_CHECK_AWARD_UNKNOWN] = {"awards", "award_unknown"},
    [LRI_CHECK_AWARD_TWICE] = {"awards", "award_twice"},
    [LRI_CHECK_AWARD_EXTRA] = {"awards", "award_extra"},
    [LRI_CHECK_AWARD_WEEK] = {"awards", "award_week"},
    [LRI_CHECK_AWARD_VALID_UNTIL] = {"awards", "award_valid_until"},
    [LRI_CHECK_AWARD_MISSING] = {"awards", "award_missing"},
    [LRI_CHECK_AWARD_ORDER] = {"awards", "award_order"},
};

/* ---- Reporting ---- */

static const char *keep(lri_checking *c, const char *text) {
    const char *kept = text ? lri_arena_copy(&c->check->arena, text, strlen(text)) : NULL;
    if (text && !kept) c->failed = true;
    return kept;
}

void lri_check_report(lri_checking *c, lri_check_fault fault) {
    fault.step = keep(c, fault.step);
    fault.detail = keep(c, fault.detail);
    if (!lri_push(&c->check->faults, fault)) c->failed = true;
}

void lri_check_report_step(lri_checking *c, uint32_t step, lri_week week, lri_check_fault fault) {
    const lri_activity *activity = &c->intake->catalogue->activities[c->steps[step].activity];
    fault.step = activity->id;
    fault.name = activity->name;
    fault.week = lri_monday(week);
    lri_check_report(c, fault);
}

/* ---- The check ---- */

static bool run(lri_checking *c) {
    if (!lri_check_steps(c) || !lri_check_make_loads(c)) return false;
    lri_check_rules(c);
    lri_check_measures(c);
    return lri_check_awards(c) && !c->failed;
}

leerroute_status leerroute_route_check(const leerroute_intake *intake, const leerroute_route *route,
                                       leerroute_check **out) {
    if (!out) return LEERROUTE_MISUSE;
    *out = NULL;
    if (!intake || !route) return LEERROUTE_MISUSE;
    if (route->outcome != LEERROUTE_OPTIMAL && route->outcome != LEERROUTE_FEASIBLE)
        return LEERROUTE_MISUSE;
    leerroute_check *check = calloc(1, sizeof *check);
    if (!check) return LEERROUTE_NO_MEMORY;
    check->intake = intake;
    lri_checking checking = {.intake = intake, .route = route, .check = check};
    bool done = run(&checking);
    lri_arena_free(&checking.scratch);
    if (done)
        *out = check;
    else
        leerroute_check_free(check);
    return done ? LEERROUTE_OK : LEERROUTE_NO_MEMORY;
}

void leerroute_check_free(leerroute_check *check) {
    if (!check) return;
    free(check->faults.items);
    lri_arena_free(&check->arena);
    free(check);
}

size_t leerroute_check_fault_count(const leerroute_check *check) {
    return check->faults.count;
}

bool leerroute_check_fault_get(const leerroute_check *check, size_t i, leerroute_check_fault *out) {
    if (i >= check->faults.count) return false;
    const lri_check_fault *fault = &check->faults.items[i];
    *out = (leerroute_check_fault){.rule = words[fault->code].rule,
                                   .step = fault->step,
                                   .week = fault->week,
                                   .code = words[fault->code].code,
                                   .found = fault->found,
                                   .expected = fault->expected};
    return true;
}
