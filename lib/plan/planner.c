/* The planner: the memory of plans, and the way from an intake to its route. */
#define _POSIX_C_SOURCE 200809L /* the processor time of a thread */
#include "plan/planner.h"

#include <stdlib.h>
#include <time.h>

#include "base/text.h"
#include "model/route.h"
#include "plan/route_make.h"
#include "plan/search.h"
#include "plan/settle.h"

typedef enum phase { PHASE_PROBLEM, PHASE_SEARCH, PHASE_ROUTE, PHASES } phase;

struct leerroute_planner {
    lri_arena arena; /* of the route */
    lri_problem problem;
    lri_search search;
    lri_facts with; /* the facts of the route */
    leerroute_route route;
    int64_t nanoseconds[PHASES];
};

leerroute_planner *leerroute_planner_new(void) {
    return calloc(1, sizeof(leerroute_planner));
}

void leerroute_planner_free(leerroute_planner *planner) {
    if (!planner) return;
    lri_arena_free(&planner->arena);
    lri_problem_free(&planner->problem);
    lri_search_free(&planner->search);
    lri_facts_free(&planner->with);
    free(planner);
}

/* ---- A plan -----------------------------------------------------------------------------------
 */

/* Nanoseconds of the processor that the thread has had, where the system tells; else of the clock.
 */
static int64_t now(void) {
    struct timespec time;
#ifdef CLOCK_THREAD_CPUTIME_ID
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) != 0) return 0;
#else
    if (!timespec_get(&time, TIME_UTC)) return 0;
#endif
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void start_route(leerroute_planner *p, const leerroute_intake *intake,
                        const lri_conditions *conditions) {
    lri_arena_reset(&p->arena);
    p->route = (leerroute_route){
        .intake = intake->id,
        .catalogue = intake->catalogue->id,
        .outcome = LEERROUTE_NO_ROUTE,
        .objective_count = intake->objective_count,
        .start = 7 * lri_week_of(intake->start),
        .finish = -1,
    };
    for (uint32_t i = 0; i < intake->objective_count; i++)
        p->route.objective[i] = intake->objective[i];
    if (!conditions || conditions->first == LRI_NONE) return;
    p->route.first = intake->catalogue->functions[conditions->first].id;
    p->route.first_function = conditions->first;
    p->route.first_week = -1;
}

static void note_bound(leerroute_planner *p) {
    const lri_search *x = &p->search;
    if (!x->has_bound) return;
    p->route.has_bound = true;
    p->route.bound_measure = x->bound_measure;
    p->route.bound_value =
        x->bound_measure == LEERROUTE_FINISH ? p->route.start + 7 * x->bound : x->bound;
}

/* The best starts of the search, settled, as the route's steps and all that follows from them. */
static bool fill_route(leerroute_planner *p, const leerroute_intake *intake, lri_known *known) {
    lri_search *x = &p->search;
    if (!lri_settle_starts(x)) return false;
    lri_placed *steps = lri_arena_array(&p->arena, x->best.count, sizeof *steps);
    uint32_t count = 0;
    if (!steps) return false;
    if (p->route.first) p->route.first_week = p->route.start + 7 * (lri_day)x->value[LRI_FIRST];
    for (uint32_t m = 0; m < x->best.count; m++) {
        const lri_mode *mode = &p->problem.modes.items[m];
        if (x->best.items[m] <= p->problem.last)
            steps[count++] = (lri_placed){p->problem.tasks.items[mode->task].activity,
                                          mode->offering, x->best.items[m], mode->weeks};
    }
    if (known && !lri_known_keep(known, x, steps, count, p->route.outcome == LEERROUTE_OPTIMAL))
        return false;
    return lri_route_fill(&p->route, &p->arena, intake, steps, count,
                          (int32_t)x->value[LEERROUTE_FINISH], &p->problem.facts, &p->with);
}

static leerroute_status plan(leerroute_planner *p, const leerroute_intake *intake,
                             const lri_conditions *conditions, lri_known *known,
                             const leerroute_limits *limits) {
    int64_t began = now();
    start_route(p, intake, conditions);
    if (!lri_problem_make(&p->problem, intake, conditions)) return LEERROUTE_NO_MEMORY;
    int64_t made = now();
    leerroute_status status =
        lri_search_run(&p->search, &p->problem, known, limits, &p->route.outcome);
    int64_t found = now();
    if (status != LEERROUTE_OK) return status;
    note_bound(p);
    if (p->search.has_best && !fill_route(p, intake, known)) return LEERROUTE_NO_MEMORY;
    p->nanoseconds[PHASE_PROBLEM] = made - began;
    p->nanoseconds[PHASE_SEARCH] = found - made;
    p->nanoseconds[PHASE_ROUTE] = now() - found;
    return LEERROUTE_OK;
}

#ifdef LRI_SELF_CHECK
/* The independent checker's word on the planner's route. */
static leerroute_status self_check(const leerroute_planner *p, const leerroute_intake *intake) {
    leerroute_check *check;
    if (!p->search.has_best) return LEERROUTE_OK;
    leerroute_status status = leerroute_route_check(intake, &p->route, &check);
    if (status != LEERROUTE_OK) return status;
    if (leerroute_check_fault_count(check)) status = LEERROUTE_DEFECT;
    leerroute_check_free(check);
    return status;
}
#endif

leerroute_status leerroute_plan(leerroute_planner *planner, const leerroute_intake *intake,
                                const leerroute_limits *limits, const leerroute_route **out) {
    if (!planner || !intake || !out) return LEERROUTE_MISUSE;
    return lri_plan_with(planner, intake, NULL, NULL, limits, out);
}

leerroute_status lri_plan_with(leerroute_planner *planner, const leerroute_intake *intake,
                               const lri_conditions *conditions, lri_known *known,
                               const leerroute_limits *limits, const leerroute_route **out) {
    *out = NULL;
    leerroute_status status = plan(planner, intake, conditions, known, limits);
#ifdef LRI_SELF_CHECK
    if (status == LEERROUTE_OK && !(conditions && conditions->any))
        status = self_check(planner, intake);
#endif
    if (status == LEERROUTE_OK) *out = &planner->route;
    return status;
}

uint64_t lri_planner_nodes(const leerroute_planner *planner) {
    return planner->search.decisions;
}

/* ---- Statistics -------------------------------------------------------------------------------
 */

static void add(lri_text *text, const char *key, int64_t value) {
    lri_text_puts(text, key);
    lri_text_integer(text, value);
}

/* Rounded, so that the sum of many is near theirs. */
static int64_t microseconds(int64_t nanoseconds) {
    return (nanoseconds + 500) / 1000;
}

leerroute_status leerroute_planner_statistics(const leerroute_planner *planner, char **out,
                                              size_t *size) {
    if (!planner || !out) return LEERROUTE_MISUSE;
    const lri_problem *p = &planner->problem;
    const lri_search *x = &planner->search;
    const int64_t *ns = planner->nanoseconds;
    lri_text text = {0};
    add(&text, "{\"nodes\": ", p->nodes.count);
    add(&text, ", \"tasks\": ", p->tasks.count);
    add(&text, ", \"modes\": ", p->modes.count);
    add(&text, ", \"decisions\": ", (int64_t)x->decisions);
    add(&text, ", \"conflicts\": ", (int64_t)x->conflicts);
    add(&text, ", \"propagations\": ", (int64_t)x->propagations);
    add(&text, ", \"solutions\": ", (int64_t)x->solutions);
    add(&text, ", \"microseconds\": {\"problem\": ", microseconds(ns[PHASE_PROBLEM]));
    add(&text, ", \"search\": ", microseconds(ns[PHASE_SEARCH]));
    add(&text, ", \"route\": ", microseconds(ns[PHASE_ROUTE]));
    lri_text_puts(&text, "}}\n");
    *out = lri_text_take(&text, size);
    return *out ? LEERROUTE_OK : LEERROUTE_NO_MEMORY;
}
