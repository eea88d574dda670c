/* The rules of the planner against all solutions of small problems: whatever a rule implies follows
 * from the reason that it gives, as it stands and as far as the engine may move it, and what it
 * says cannot all hold does not. A reason that says too little would cut off routes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "drawn.h"
#include "plan/accept.h"
#include "plan/below.h"
#include "plan/choose.h"
#include "plan/cores.h"
#include "plan/timeless.h"
#include "plan/wish.h"
#include "support.h"

static drawn drawn_;
static int number; /* of the problem; 0: not drawn */
static lri_search search;
static LRI_VECTOR(lri_rule) originals; /* by number: the rules, all of which are looked at */
static uint64_t implied, moved, refuted, relaxed, left_out, out_of_order, shared;

/* ---- Looking ---- */

/* Are the twins of the rules in order in the solution: see plan/twins.h? */
static bool is_in_order(const drawn_solution *solution) {
    const lri_rules *r = &search.rules;
    for (uint32_t i = 0; i < r->twins.count; i++) {
        int32_t first = solution->value[lri_start_of(r, r->twins.items[i].first)];
        int32_t second = solution->value[lri_start_of(r, r->twins.items[i].second)];
        if (first <= r->problem->last && second < first) return false;
    }
    return true;
}

/* Leaves out the solutions that have twins out of order: the rules are not about them. */
static void leave_in_order(void) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < drawn_.solutions.count; i++) {
        if (is_in_order(&drawn_.solutions.items[i]))
            drawn_.solutions.items[kept++] = drawn_.solutions.items[i];
        else
            out_of_order++;
    }
    drawn_.solutions.count = kept;
}

static bool is_possible(const lri_atom *atoms, uint32_t count) {
    for (uint32_t i = 0; i < drawn_.solutions.count; i++) {
        uint32_t k = 0;
        while (k < count && drawn_holds(&drawn_.solutions.items[i], atoms[k])) k++;
        if (k == count) return true;
    }
    return false;
}

/* What is asserted is noted by the test, which takes its time. */
static void assert_impossible(const lri_atom *atoms, uint32_t count) {
    if (is_possible(atoms, count)) ck_abort_msg("problem %d: a solution is cut off", number);
}

/* See lri_because_moving. */
static lri_atom move(const lri_solver *s, lri_atom atom, int64_t by) {
    atom.at -= atom.moves * by;
    if (atom.side & 1 && atom.moves && atom.at < 1 - s->never) atom.at = 1 - s->never;
    return atom;
}

static void look_at_event(const lri_solver *s, const lri_event *event) {
    enum { MOST = 40 };
    lri_atom atoms[MOST];
    if (event->reason_count >= MOST)
        ck_abort_msg("problem %d: a reason of %u", number, event->reason_count);
    for (uint32_t i = 0; i < event->reason_count; i++)
        if (!lri_holds(s, s->reasons.items[event->reason + i]))
            ck_abort_msg("problem %d: a reason does not hold", number);
    for (int64_t by = 0; by < event->asked - event->old && by <= event->spare; by++) {
        for (uint32_t i = 0; i < event->reason_count; i++)
            atoms[i] = move(s, s->reasons.items[event->reason + i], by);
        atoms[event->reason_count] =
            lri_not((lri_atom){.side = event->side, .at = event->asked - by});
        assert_impossible(atoms, event->reason_count + 1);
        moved += by > 0;
    }
    implied++;
}

static void look_at_conflict(const lri_solver *s) {
    assert_impossible(s->because.items, s->because.count);
    refuted++;
}

static void look_at_rules(lri_solver *s);

static bool run_and_look(lri_solver *s, void *rules, uint32_t index) {
    lri_rule rule = originals.items[index];
    uint32_t before = s->trail.count;
    look_at_rules(s);
    bool fine = rule.run(s, rules, rule.index);
    for (uint32_t i = before; i < s->trail.count; i++) {
        look_at_event(s, &s->trail.items[i]);
        shared += i > before && s->trail.items[i].reason == s->trail.items[i - 1].reason;
    }
    if (!fine) look_at_conflict(s);
    return fine;
}

/* Those that were posted since: cores make counters during the search. */
static void look_at_rules(lri_solver *s) {
    for (uint32_t i = originals.count; i < s->rules.count; i++) {
        ck_assert(lri_push(&originals, s->rules.items[i]));
        s->rules.items[i].run = run_and_look;
        s->rules.items[i].index = i;
    }
    drawn_count(&drawn_, &search.rules);
}

/* What was learnt, and what is known at the root, holds in every solution. */
static void look_at_clauses(const lri_solver *s) {
    lri_atoms refused = {0};
    drawn_count(&drawn_, &search.rules);
    for (uint32_t side = 0; side < 2 * s->variables; side++) {
        lri_atom less = lri_not((lri_atom){.side = side, .at = s->bound.items[side]});
        assert_impossible(&less, 1);
    }
    for (uint32_t c = 0; c < s->clauses.count; c += 1 + lri_clause_size(s, c)) {
        refused.count = 0;
        ck_assert(lri_room(&refused, lri_clause_size(s, c)));
        for (uint32_t i = 0; i < lri_clause_size(s, c); i++)
            lri_push(&refused, lri_not(lri_clause_atom(s, c, i)));
        assert_impossible(refused.items, refused.count);
    }
    free(refused.items);
}

/* ---- Searching ---- */

/* A random bound of the variable; false when it is decided. */
static bool split(const lri_solver *s, uint32_t variable, lri_atom *atom) {
    int64_t low = lri_lower(s, variable), high = lri_upper(s, variable);
    if (low == high) return false;
    int64_t at = low + drawn_number((uint32_t)(high - low));
    *atom = drawn_number(2) ? lri_at_most(variable, at) : lri_at_least(variable, at + 1);
    return true;
}

/* That a node holds as early as it may. */
static bool claim(const lri_solver *s, uint32_t node, lri_atom *atom) {
    *atom = lri_at_most(node, lri_lower(s, node));
    return lri_lower(s, node) < lri_upper(s, node) && lri_lower(s, node) < s->never;
}

/* Which tasks are used, claims, or any bound, as conflicts turn on all of them; then what is left
 * of the steps. */
static bool decide(void *context, lri_solver *s, lri_atom *atom) {
    const lri_rules *r = &search.rules;
    uint32_t tasks = r->cost - r->first_task;
    (void)context;
    if (tasks && drawn_number(2) && split(s, r->first_task + drawn_number(tasks), atom))
        return true;
    if (drawn_number(2) && claim(s, drawn_number(r->problem->nodes.count), atom)) return true;
    if (drawn_number(2) && split(s, drawn_number(s->variables), atom)) return true;
    for (uint32_t m = 0; m < r->problem->modes.count; m++)
        if (split(s, lri_start_of(r, m), atom)) return true;
    for (uint32_t v = r->first_task; v < r->cost; v++)
        if (split(s, v, atom)) return true;
    return false;
}

static bool accept(void *context, lri_solver *s) {
    (void)context;
    if (lri_accept(&search)) return true;
    look_at_conflict(s);
    return false;
}

static bool stop(void *context, const lri_solver *s) {
    (void)context;
    (void)s;
    return false;
}

static void post(lri_problem *p) {
    originals.count = drawn_.counters = 0;
    ck_assert(lri_search_post(&search, p));
    look_at_rules(&search.solver);
}

/* Mostly that a sum, or the end, is less than it might be. */
static bool assume(const lri_solver *s, lri_atom *atom) {
    const lri_rules *r = &search.rules;
    const uint32_t limits[] = {r->cost, r->hours, r->problem->end};
    uint32_t limit = limits[drawn_number(3)];
    if (drawn_number(4) == 0)
        return split(s, lri_start_of(r, drawn_number(r->problem->modes.count)), atom);
    *atom = lri_at_most(limit, (lri_lower(s, limit) + lri_upper(s, limit)) / 2);
    return lri_lower(s, limit) < lri_upper(s, limit);
}

/* Relaxes a sum, which then is a rule beside the others. */
static void relax(void) {
    uint32_t rules = search.solver.rules.count;
    lri_relax(&search.relaxation, &search.rules, (lri_sum_kind)drawn_number(LRI_SUMS));
    relaxed += search.solver.rules.count - rules;
    look_at_rules(&search.solver);
}

/* At random, under more and more assumptions; what is learnt stays. */
static void search_at_random(lri_problem *p) {
    enum { SEARCHES = 4 };
    lri_guide guide = {NULL, decide, accept, stop};
    lri_solver *s = &search.solver;
    post(p);
    for (int i = 0; i < SEARCHES; i++) {
        lri_atom assumed[SEARCHES];
        relax();
        uint32_t count = 0;
        for (int k = 0; k < i; k++) count += assume(s, &assumed[count]);
        if (lri_solver_search(s, &guide, assumed, count) == LRI_SEARCH_REFUTED)
            assert_impossible(s->core.items, s->core.count);
        lri_solver_to_root(s);
        look_at_clauses(s);
    }
}

/* A first solution; false when there is none. */
static bool begin(lri_problem *p, int measure) {
    post(p);
    search.has_best = false;
    search.order[0] = measure;
    search.order_count = 1;
    ck_assert(lri_wish(&search));
    lri_search_end end = lri_search_with(&search, NULL, 0);
    ck_assert_int_eq(end == LRI_SEARCH_FOUND, drawn_.solutions.count > 0);
    return end == LRI_SEARCH_FOUND;
}

static void assert_least(int measure) {
    uint32_t variable = lri_search_variable(&search, measure);
    lri_atom best = lri_at_most(variable, search.value[measure]);
    lri_atom better = lri_at_most(variable, search.value[measure] - 1);
    ck_assert(is_possible(&best, 1));
    assert_impossible(&better, 1);
}

/* By cores. */
static void minimise(lri_problem *p, int measure) {
    if (!begin(p, measure)) return;
    lri_cores_begin(&search, measure);
    ck_assert_int_eq(lri_cores_run(&search, measure), LRI_SEARCH_FOUND);
    look_at_clauses(&search.solver);
    assert_least(measure);
}

/* The finish from below: at once, or little by little. */
static void finish_from_below(lri_problem *p, uint64_t conflicts) {
    if (!begin(p, LEERROUTE_FINISH)) return;
    while (lri_below_run(&search, 0, conflicts) != LRI_SEARCH_FOUND) {
        ck_assert(!search.solver.failed);
        conflicts *= 2;
    }
    look_at_clauses(&search.solver);
    assert_least(LEERROUTE_FINISH);
}

/* The variables of a problem, as its solutions give their values. */
typedef struct variables {
    uint32_t starts[DRAWN_VARIABLES], sums[2];
} variables;

static bool is_at_floor(const drawn_solution *solution, const variables *v, uint32_t stages) {
    for (uint32_t i = 0; i < stages; i++) {
        uint32_t sum = v->sums[search.order[i] == LEERROUTE_HOURS];
        if (solution->value[sum] > search.floor[i]) return false;
    }
    return true;
}

/* Each mode of a solution with the least sums is among those that may be chosen. */
static void assert_choices(const lri_problem *p, const variables *v, uint32_t stages) {
    for (uint32_t i = 0; i < drawn_.solutions.count; i++) {
        const drawn_solution *solution = &drawn_.solutions.items[i];
        if (!is_at_floor(solution, v, stages)) continue;
        for (uint32_t m = 0; m < p->modes.count; m++)
            if (solution->value[v->starts[m]] <= p->last && !search.may_have.items[m])
                ck_abort_msg("problem %d: a choice is left out", number);
    }
}

/* What is least, in this order, as if it were known from elsewhere. */
static void know_floors(const variables *v, const int *sums) {
    const uint32_t first = v->sums[sums[0] == LEERROUTE_HOURS],
                   second = v->sums[0] + v->sums[1] - first;
    const int32_t *least = drawn_.solutions.items[0].value;
    for (uint32_t i = 1; i < drawn_.solutions.count; i++) {
        const int32_t *value = drawn_.solutions.items[i].value;
        if (value[first] < least[first] ||
            (value[first] == least[first] && value[second] < least[second]))
            least = value;
    }
    search.floor[0] = least[first];
    search.floor[1] = least[second];
}

/* What is chosen without weeks, before the finish. */
static void choose(lri_problem *p, const int *sums, uint32_t stages, bool is_known) {
    leerroute_outcome outcome;
    variables v;
    post(p);
    for (uint32_t m = 0; m < p->modes.count; m++) v.starts[m] = lri_start_of(&search.rules, m);
    v.sums[0] = search.rules.cost;
    v.sums[1] = search.rules.hours;
    search.chosen = 0;
    search.order_count = 0;
    for (uint32_t i = 0; i < stages; i++) search.order[search.order_count++] = sums[i];
    search.order[search.order_count++] = LEERROUTE_FINISH;
    for (int i = 0; i < LRI_MEASURES; i++) search.floor[i] = 0;
    if (is_known) know_floors(&v, sums);
    lri_choose(&search, p, &outcome);
    ck_assert(!search.solver.failed);
    if (search.chosen != stages) return;
    assert_choices(p, &v, stages);
    for (uint32_t m = 0; m < p->modes.count; m++) left_out += !search.may_have.items[m];
}

static void choose_each(lri_problem *p) {
    static const int sums[][2] = {{LEERROUTE_COST, LEERROUTE_HOURS},
                                  {LEERROUTE_HOURS, LEERROUTE_COST}};
    for (int i = 0; i < 2; i++)
        for (uint32_t stages = 1; stages <= 2; stages++)
            for (int is_known = 0; is_known < 2; is_known++)
                if (drawn_.solutions.count) choose(p, sums[i], stages, is_known);
}

/* False when there is nothing to search, or too much to try. */
static bool try_problem(lri_problem *p) {
    enum { TIMES = 2 };
    if (!p->modes.count || p->earliest.items[p->end] > p->last) return false;
    post(p);
    if (!drawn_solve(&drawn_, &search.rules)) return false;
    bool is_timed = p->last > 0 && p->first == LRI_NODE_HOLDS; /* else that is the first measure */
    if (is_timed) choose_each(p); /* which is about all solutions, since it knows no weeks */
    post(p);
    leave_in_order();
    for (int i = 0; i < TIMES; i++) search_at_random(p);
    minimise(p, LEERROUTE_COST);
    minimise(p, LEERROUTE_HOURS);
    if (is_timed) finish_from_below(p, number % 2 ? 4 : 1000);
    return true;
}

static void forget(void) {
    lri_search_free(&search);
    drawn_free(&drawn_);
    free(originals.items);
    number = 0;
    memset(&originals, 0, sizeof originals);
}

/* ---- Tests ---- */

START_TEST(what_is_implied_follows_from_its_reason) {
    enum { PROBLEMS = 3000 };
    lri_problem timeless = {0};
    uint32_t solved = 0;
    implied = moved = refuted = relaxed = left_out = out_of_order = shared = 0;
    for (number = 1; number <= PROBLEMS; number++) {
        lri_problem *p = &drawn_.problem;
        if (number % 3 == 1)
            drawn_make_alike(&drawn_, (uint64_t)number);
        else
            drawn_make(&drawn_, (uint64_t)number);
        if (number % 3 == 0) {
            ck_assert(lri_timeless_make(&timeless, p, true, true));
            p = &timeless;
        }
        solved += try_problem(p) && drawn_.solutions.count;
    }
    ck_assert_uint_gt(solved, PROBLEMS / 2);
    ck_assert_uint_gt(implied, 150000);
    ck_assert_uint_gt(moved, 150000);
    ck_assert_uint_gt(refuted, 8000);
    ck_assert_uint_gt(relaxed, 2000);
    ck_assert_uint_gt(left_out, 2000);
    ck_assert_uint_gt(out_of_order, 1000);
    ck_assert_uint_gt(shared, 200);
    lri_problem_free(&timeless);
    forget();
}
END_TEST

/* Is the one no worse in any measure than the other? */
static bool is_as_good(const drawn_solution *one, const drawn_solution *other) {
    const lri_rules *r = &search.rules;
    const uint32_t measures[] = {r->problem->finish, r->problem->first, r->cost, r->hours};
    for (int i = 0; i < 4; i++)
        if (one->value[measures[i]] > other->value[measures[i]]) return false;
    return true;
}

static void find_one_in_order(const drawn_solution *solution) {
    uint32_t i = 0;
    while (i < drawn_.solutions.count) {
        const drawn_solution *other = &drawn_.solutions.items[i];
        if (is_as_good(other, solution) && is_in_order(other)) break;
        i++;
    }
    if (i == drawn_.solutions.count)
        ck_abort_msg("problem %d: what twins out of order allow is cut off", number);
}

/* For every solution there is one with all twins in order that is no worse in any measure. */
START_TEST(of_the_orders_of_twins_one_is_as_good) {
    enum { PROBLEMS = 40000 };
    out_of_order = 0;
    for (number = 1; number <= PROBLEMS; number++) {
        const lri_problem *p = &drawn_.problem;
        drawn_make_alike(&drawn_, (uint64_t)number);
        ck_assert(lri_search_post(&search, &drawn_.problem) || !search.solver.failed);
        if (p->last == 0 || !search.rules.twins.count) continue;
        if (!drawn_solve(&drawn_, &search.rules)) continue;
        for (uint32_t i = 0; i < drawn_.solutions.count; i++) {
            if (is_in_order(&drawn_.solutions.items[i])) continue;
            find_one_in_order(&drawn_.solutions.items[i]);
            out_of_order++;
        }
    }
    ck_assert_uint_gt(out_of_order, 100000);
    forget();
}
END_TEST

/* A problem from files, given to a test. */
static void with_problem(const char *units, const char *rest, void (*test)(lri_problem *p)) {
    char text[1000];
    snprintf(text, sizeof text, "{'format':'leerroute-catalogue/1','id':'c','units':[%s]}", units);
    leerroute_catalogue *catalogue = right_catalogue(text);
    snprintf(text, sizeof text, "{'format':'leerroute-intake/1','id':'i','start':'2026-08-31',%s}",
             rest);
    leerroute_intake *intake = right_intake(catalogue, text);
    lri_problem problem = {0};
    ck_assert(lri_problem_make(&problem, intake, NULL));
    test(&problem);
    lri_problem_free(&problem);
    forget();
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
}

static void try_all(lri_problem *p) {
    ck_assert(try_problem(p));
    ck_assert_uint_gt(drawn_.solutions.count, 0);
}

/* Two may begin in time and run on until when there is room for one alone: that takes both. */
START_TEST(what_runs_past_the_end_is_used) {
    with_problem("{'id':'a','name':'A','offerings':[{'id':'oa','weeks':4,"
                 "'starts':['2026-10-05','2026-10-12']}]},"
                 "{'id':'b','name':'B','offerings':[{'id':'ob','weeks':4,"
                 "'starts':['2026-10-05','2026-10-12']}]},"
                 "{'id':'d','name':'D','offerings':[{'id':'od','weeks':6}]}",
                 "'goal':{'at_least':2,'of':[{'unit':'a','started':true},"
                 "{'unit':'b','started':true},{'unit':'d'}]},"
                 "'limits':{'finish_by':'2026-10-11'},"
                 "'capacity':{'study_hours_per_week':40,'parallel':3,'periods':["
                 "{'from':'2026-10-19','to':'2027-01-31','parallel':1}]}",
                 try_all);
}
END_TEST

static void try_often(lri_problem *p) {
    enum { TIMES = 20 };
    for (int i = 0; i < TIMES; i++) try_all(p);
}

/* Once a is used, and b or d, the dear ways of a are barred in place of its cheap one, and the
 * other one of b and d as well: as much is spare in both reasons, but only the second one needs
 * that a is used. */
START_TEST(a_reason_is_shared_by_those_it_is_for) {
    with_problem("{'id':'a','name':'A','offerings':[{'id':'a-1','weeks':3,'cost_eur':1},"
                 "{'id':'a-4','weeks':1,'cost_eur':4},{'id':'a-3','weeks':2,'cost_eur':3}]},"
                 "{'id':'b','name':'B','offerings':[{'id':'b-3','weeks':2,'cost_eur':3}]},"
                 "{'id':'c','name':'C','offerings':[{'id':'c-0','weeks':3}]},"
                 "{'id':'d','name':'D','offerings':[{'id':'d-2','weeks':2,'cost_eur':2}]}",
                 "'goal':{'all':[{'any':[{'unit':'a'},{'unit':'c'}]},"
                 "{'any':[{'unit':'b'},{'unit':'c'}]},{'any':[{'unit':'d'},{'unit':'c'}]}]},"
                 "'limits':{'budget_eur':5,'finish_by':'2026-09-27'},"
                 "'capacity':{'study_hours_per_week':40}",
                 try_often);
}
END_TEST

static bool decide_nothing(void *context, lri_solver *s, lri_atom *atom) {
    (void)context;
    (void)s;
    (void)atom;
    return false;
}

static bool accept_nothing(void *context, lri_solver *s) {
    (void)context;
    (void)s;
    ck_abort_msg("it is refuted before all is decided");
}

static void bar_what_is_free(lri_problem *p) {
    lri_guide guide = {NULL, decide_nothing, accept_nothing, stop};
    ck_assert(lri_search_post(&search, p));
    lri_atom assumed[3] = {lri_at_most(search.rules.cost, 4)};
    uint32_t count = 1;
    for (uint32_t m = 0; m < p->modes.count; m++)
        if (!p->modes.items[m].cost_eur)
            assumed[count++] = lri_at_least(lri_start_of(&search.rules, m), p->never);
    ck_assert_uint_eq(count, 3);
    ck_assert_int_eq(lri_solver_search(&search.solver, &guide, assumed, 3), LRI_SEARCH_REFUTED);
}

/* A mode that adds nothing to a sum is all that keeps its task from adding something. */
START_TEST(a_sum_is_added_up_again_when_a_mode_is_barred) {
    with_problem("{'id':'a','name':'A','offerings':[{'id':'a-free','weeks':2},"
                 "{'id':'a-quick','weeks':1,'cost_eur':3}]},"
                 "{'id':'b','name':'B','offerings':[{'id':'b-free','weeks':2},"
                 "{'id':'b-quick','weeks':1,'cost_eur':3}]}",
                 "'goal':{'all':[{'unit':'a'},{'unit':'b'}]},"
                 "'capacity':{'study_hours_per_week':40}",
                 bar_what_is_free);
}
END_TEST

Suite *reasons_suite(void) {
    Suite *suite = suite_create("reasons");
    TCase *tests = tcase_create("reasons");
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, what_is_implied_follows_from_its_reason);
    tcase_add_test(tests, of_the_orders_of_twins_one_is_as_good);
    tcase_add_test(tests, what_runs_past_the_end_is_used);
    tcase_add_test(tests, a_reason_is_shared_by_those_it_is_for);
    tcase_add_test(tests, a_sum_is_added_up_again_when_a_mode_is_barred);
    suite_add_tcase(suite, tests);
    return suite;
}
