#include "plan/search.h"

#include <stdlib.h>

#include "plan/accept.h"
#include "plan/below.h"
#include "plan/choose.h"
#include "plan/cores.h"
#include "plan/known.h"
#include "plan/settle.h"
#include "plan/wish.h"

/* ---- What to try next -------------------------------------------------------------------------
 */

bool lri_search_is_wished(const lri_search *x, uint32_t task) {
    const lri_task *t = &x->problem->tasks.items[task];
    for (uint32_t m = t->first; m < t->first + t->count; m++)
        if (x->wish.items[m]) return true;
    return false;
}

/* A mode that is wished for begins as soon as it can; another is not used, when that is open. */
static lri_atom try_mode(const lri_search *x, uint32_t mode) {
    const lri_solver *s = &x->solver;
    uint32_t start = lri_start_of(&x->rules, mode);
    if (x->wish.items[mode] || lri_is_used(&x->rules, mode))
        return lri_at_most(start, lri_lower(s, start));
    return lri_at_least(start, s->never);
}

static lri_atom try_task(const lri_search *x, uint32_t task) {
    return lri_search_is_wished(x, task) ? lri_used(&x->rules, task) : lri_unused(&x->rules, task);
}

/* The value of a variable in the best route so far; before there is one, a guess. */
static int64_t hoped(const lri_search *x, uint32_t variable) {
    const lri_rules *r = &x->rules;
    const lri_problem *p = x->problem;
    if (variable >= r->cost) return 0;
    if (p->last == 0 && x->relaxed != LRI_NONE && variable < r->first_task)
        return lri_relax_takes(&x->relaxation, r, variable) ? 0 : x->solver.never;
    if (variable < p->nodes.count)
        return x->has_best ? x->best_labels.items[variable] : p->earliest.items[variable];
    uint32_t owner = r->variables.items[variable - p->nodes.count];
    if (variable >= r->first_task) return lri_search_is_wished(x, owner);
    if (x->has_best) return x->best.items[owner];
    return x->wish.items[owner] ? 0 : x->solver.never;
}

/* What conflicts turn on, as in the best route. */
static bool decide_by_turn(lri_search *x, lri_atom *atom) {
    const lri_turn *turn = lri_solver_turn(&x->solver);
    if (!turn) return false;
    bool late = hoped(x, turn->variable) >= turn->at;
    *atom =
        late ? lri_at_least(turn->variable, turn->at) : lri_at_most(turn->variable, turn->at - 1);
    return true;
}

static bool is_open(const lri_search *x, uint32_t variable) {
    return lri_lower(&x->solver, variable) != lri_upper(&x->solver, variable);
}

/* First which tasks are used, then in which modes, then when: the earliest first. */
static bool decide_in_order(lri_search *x, lri_atom *atom) {
    const lri_problem *p = x->problem;
    for (uint32_t t = 0; t < p->tasks.count; t++) {
        *atom = try_task(x, t);
        if (!lri_holds(&x->solver, *atom) && !lri_holds(&x->solver, lri_not(*atom))) return true;
    }
    uint32_t next = LRI_NONE;
    for (uint32_t m = 0; m < p->modes.count; m++) {
        uint32_t start = lri_start_of(&x->rules, m);
        if (!is_open(x, start)) continue;
        if (!lri_is_used(&x->rules, m) && !x->wish.items[m]) {
            *atom = lri_at_least(start, x->solver.never);
            return true;
        }
        if (next == LRI_NONE ||
            lri_lower(&x->solver, start) < lri_lower(&x->solver, lri_start_of(&x->rules, next)))
            next = m;
    }
    if (next == LRI_NONE) return false;
    *atom = try_mode(x, next);
    return true;
}

static bool decide(void *context, lri_solver *solver, lri_atom *atom) {
    lri_search *x = context;
    (void)solver;
    return decide_by_turn(x, atom) || decide_in_order(x, atom);
}

static bool accept(void *context, lri_solver *solver) {
    (void)solver;
    return lri_accept(context);
}

static bool stop(void *context, const lri_solver *solver) {
    enum { EVERY = 64 };
    lri_search *x = context;
    if (x->pause && x->conflicts + solver->conflicts >= x->pause) return true;
    if (!x->limits) return false;
    if (x->limits->nodes && x->decisions + solver->decisions >= x->limits->nodes) x->stopped = true;
    if (x->limits->stop && x->asked++ % EVERY == 0 && x->limits->stop(x->limits->context))
        x->stopped = true;
    return x->stopped;
}

/* ---- Solutions --------------------------------------------------------------------------------
 */

/* What the modes begun in these weeks cost, or take. */
static int64_t sum_of(const lri_search *x, int measure, const int32_t *starts) {
    int64_t sum = 0;
    for (uint32_t m = 0; m < x->problem->modes.count; m++) {
        const lri_mode *mode = &x->problem->modes.items[m];
        if (starts[m] <= x->problem->last)
            sum += measure == LEERROUTE_COST ? mode->cost_eur : mode->study_hours;
    }
    return sum;
}

/* Takes the best starts' values, and wishes for them from now on. The labels are theirs. */
static void take_values(lri_search *x) {
    const lri_problem *p = x->problem;
    x->best_labels.count = x->wish.count = 0;
    for (uint32_t n = 0; n < p->nodes.count; n++)
        if (!lri_push(&x->best_labels, x->labels.items[n])) x->solver.failed = true;
    x->value[LEERROUTE_FINISH] = x->labels.items[p->finish];
    x->value[LRI_FIRST] = x->labels.items[p->first];
    x->value[LEERROUTE_COST] = sum_of(x, LEERROUTE_COST, x->best.items);
    x->value[LEERROUTE_HOURS] = sum_of(x, LEERROUTE_HOURS, x->best.items);
    for (uint32_t m = 0; m < p->modes.count; m++)
        if (!lri_push(&x->wish, x->best.items[m] <= p->last)) x->solver.failed = true;
    x->has_best = !x->solver.failed;
}

bool lri_search_take_best(lri_search *x) {
    lri_problem *p = x->problem;
    x->labels.count = 0;
    if (!lri_room(&x->labels, p->nodes.count) ||
        !lri_problem_label(p, x->best.items, x->labels.items))
        return !(x->solver.failed = true);
    take_values(x);
    return !x->solver.failed;
}

bool lri_search_adopt(lri_search *x, lri_problem *problem, const lri_problem *part,
                      const int32_t *starts) {
    x->starts.count = 0;
    if (!lri_room(&x->starts, problem->modes.count)) return false;
    for (uint32_t m = 0; m < problem->modes.count; m++) lri_push(&x->starts, problem->never);
    for (uint32_t m = 0; m < part->modes.count; m++)
        if (starts[m] <= part->last) x->starts.items[part->modes.items[m].origin] = starts[m];
    x->best.count = 0;
    if (!lri_room(&x->best, problem->modes.count)) return false;
    for (uint32_t m = 0; m < problem->modes.count; m++) lri_push(&x->best, x->starts.items[m]);
    x->problem = problem;
    return lri_search_take_best(x);
}

static int64_t accepted_value(const lri_search *x, int measure) {
    if (measure == LEERROUTE_FINISH) return x->rules.labels.items[x->problem->finish];
    if (measure == LRI_FIRST) return x->rules.labels.items[x->problem->first];
    return sum_of(x, measure, x->rules.soonest.items);
}

/* Is what was accepted better than the best so far, in the order of the measures? */
static bool is_better(const lri_search *x) {
    for (uint32_t i = 0; i < x->order_count; i++) {
        int64_t value = accepted_value(x, x->order[i]);
        if (value != x->value[x->order[i]]) return value < x->value[x->order[i]];
    }
    return false;
}

/* Keeps what was accepted as the best so far. */
static void keep(lri_search *x) {
    const lri_problem *p = x->problem;
    x->solutions++;
    if (x->has_best && !is_better(x)) return;
    x->best.count = x->starts.count = x->labels.count = 0;
    if (!lri_room(&x->best, p->modes.count) || !lri_room(&x->starts, p->modes.count) ||
        !lri_room(&x->labels, p->nodes.count)) {
        x->solver.failed = true;
        return;
    }
    for (uint32_t m = 0; m < p->modes.count; m++) lri_push(&x->best, x->rules.soonest.items[m]);
    for (uint32_t n = 0; n < p->nodes.count; n++) x->labels.items[n] = x->rules.labels.items[n];
    take_values(x);
}

uint32_t lri_search_variable(const lri_search *x, int measure) {
    if (measure == LEERROUTE_FINISH) return x->problem->finish;
    if (measure == LRI_FIRST) return x->problem->first;
    return measure == LEERROUTE_COST ? x->rules.cost : x->rules.hours;
}

lri_search_end lri_search_with(lri_search *x, const lri_atom *assumptions, uint32_t count) {
    lri_guide guide = {x, decide, accept, stop};
    lri_search_end end = lri_solver_search(&x->solver, &guide, assumptions, count);
    if (end == LRI_SEARCH_FOUND) keep(x);
    lri_solver_to_root(&x->solver);
    return x->solver.failed ? LRI_SEARCH_STOPPED : end;
}

/* Adds up what the solver did, before it is emptied. */
void lri_search_count_up(lri_search *x) {
    x->conflicts += x->solver.conflicts;
    x->decisions += x->solver.decisions;
    x->propagations += x->solver.propagations;
    x->solver.conflicts = x->solver.decisions = x->solver.propagations = 0;
}

/* What was relaxed is of another problem, or measure: it says nothing of this one's choices. */
static void forget_relaxation(lri_search *x) {
    x->relaxed = LRI_NONE;
    x->relaxation.value.count = 0;
}

bool lri_search_post(lri_search *x, lri_problem *problem) {
    x->problem = problem;
    forget_relaxation(x);
    lri_search_count_up(x);
    if (!lri_rules_post(&x->rules, problem, &x->solver)) return false;
    lri_solver_fix(&x->solver, lri_at_most(problem->end, problem->last));
    return !x->solver.failed;
}

void lri_search_hold(lri_search *x, int measure, int64_t value) {
    lri_solver_fix(&x->solver, lri_at_most(lri_search_variable(x, measure), value));
}

/* Nothing worse than the best is looked for any more. */
static void hold_best(lri_search *x, int measure) {
    lri_search_hold(x, measure, x->value[measure]);
}

/* The week in which the best route has done all that it is for. */
static int32_t end_of(const lri_search *x) {
    int64_t finish = x->value[LEERROUTE_FINISH], first = x->value[LRI_FIRST];
    return (int32_t)(first > finish ? first : finish);
}

bool lri_search_tighten(lri_search *x) {
    lri_problem *p = x->problem;
    if (!lri_settle_starts(x) || !lri_problem_tighten(p, end_of(x), x->best.items))
        return !(x->solver.failed = true);
    x->best.count = p->modes.count;
    for (uint32_t m = 0; m < p->modes.count; m++)
        if (x->best.items[m] > p->last) x->best.items[m] = p->never;
    return lri_search_take_best(x);
}

/* Begins anew with a problem in which only the weeks up to the best end are left, where no later
 * one will do any more. The measures before the one of number `stage` are held at their best. */
static bool shorten(lri_search *x, uint32_t stage) {
    lri_problem *p = x->problem;
    int64_t proved = lri_lower(&x->solver, p->finish);
    if (!lri_search_tighten(x) || !lri_search_post(x, p)) return !(x->solver.failed = true);
    hold_best(x, LEERROUTE_FINISH);
    lri_solver_fix(&x->solver, lri_at_least(p->finish, proved));
    for (uint32_t i = 0; i < stage; i++) hold_best(x, x->order[i]);
    return !x->solver.failed;
}

/* Is it worth it: is the best end by a tenth earlier than the last week? */
static bool is_long(const lri_search *x) {
    return (int64_t)end_of(x) * 10 < (int64_t)x->problem->last * 9;
}

static bool is_sum(int measure) {
    return measure == LEERROUTE_COST || measure == LEERROUTE_HOURS;
}

static int64_t unit_of(const lri_search *x, int measure) {
    return is_sum(measure) ? x->rules.unit[measure == LEERROUTE_HOURS] : 1;
}

/* How much better than the best is asked for, in units; 0 when there can be no better one. Where a
 * relaxation says what the measure is at least, that is near the truth, and much is cut off by
 * asking for a value near it: `boldness` halves the way up from there so many times. With weeks it
 * is not: what makes a route dearer there is that its steps have to fit in their weeks, of which
 * the relaxation has no more than the total. There each leap is twice as far as the one before. */
static int64_t distance(const lri_search *x, int measure, int boldness, int leaps) {
    int64_t low = lri_lower(&x->solver, lri_search_variable(x, measure));
    int64_t most = (x->value[measure] - low) / unit_of(x, measure), down = (int64_t)1 << leaps;
    if (is_sum(measure) && x->relaxed != LRI_NONE && x->problem->last == 0)
        down = most - (most >> boldness);
    return down < 1 && most ? 1 : down < most ? down : most;
}

/* Asks for so much less. What is refuted is known from then on. Not for long when it is a leap. */
static lri_search_end ask(lri_search *x, int measure, int64_t down, bool is_leap) {
    enum { BRIEFLY = 20 };
    uint32_t variable = lri_search_variable(x, measure);
    int64_t target = x->value[measure] - down * unit_of(x, measure);
    uint64_t pause = x->pause, brief = x->conflicts + x->solver.conflicts + BRIEFLY;
    lri_atom better = lri_at_most(variable, target);
    if (is_leap && (!pause || brief < pause)) x->pause = brief;
    lri_search_end end = lri_search_with(x, &better, 1);
    x->pause = pause;
    if (end == LRI_SEARCH_REFUTED)
        lri_solver_fix(&x->solver, lri_at_least(variable, target + unit_of(x, measure)));
    return end;
}

/* Asks for less than the best until that is refuted. With weeks a better route is followed by a
 * leap, which is followed by a step when it leads to none. */
static lri_search_end ask_for_less(lri_search *x, uint32_t stage, int boldness) {
    int measure = x->order[stage], leaps = 0;
    for (;;) {
        if (measure == LEERROUTE_FINISH && is_long(x) && !shorten(x, stage))
            return LRI_SEARCH_STOPPED;
        hold_best(x, measure);
        if (x->relaxed != LRI_NONE) lri_search_relax(x, false);
        int64_t down = distance(x, measure, boldness, leaps);
        if (!down || x->solver.refuted) break;
        bool is_leap = leaps && down > 1;
        lri_search_end end = ask(x, measure, down, is_leap);
        if (end == LRI_SEARCH_STOPPED && (!is_leap || x->stopped || x->solver.failed)) return end;
        leaps = end == LRI_SEARCH_FOUND && x->problem->last > 0 ? leaps + 1 : 0;
    }
    lri_solver_fix(&x->solver, lri_at_least(lri_search_variable(x, measure), x->value[measure]));
    return x->solver.failed ? LRI_SEARCH_STOPPED : LRI_SEARCH_FOUND;
}

void lri_search_relax(lri_search *x, bool loads) {
    enum { MORE = 10 };
    if (x->relaxed != LRI_NONE && x->solver.trail.count < x->relaxed + MORE) return;
    for (int sum = 0; sum < (loads ? LRI_SUM_PICKETS : LRI_SUM_LOAD); sum++)
        lri_relax(&x->relaxation, &x->rules, (lri_sum_kind)sum);
    x->relaxed = x->solver.trail.count;
}

/* One turn at the least of a measure: from below, or from above by asking for less. */
static lri_search_end take_turn(lri_search *x, uint32_t stage, bool from_below, uint64_t conflicts,
                                int boldness) {
    lri_search_end end;
    x->pause = x->conflicts + x->solver.conflicts + conflicts;
    if (!from_below || x->order[stage] == LRI_FIRST)
        end = ask_for_less(x, stage, boldness);
    else if (is_sum(x->order[stage]))
        end = lri_cores_run(x, x->order[stage]);
    else
        end = lri_below_run(x, stage, conflicts);
    x->pause = 0;
    return end;
}

/* How much shorter a turn of the second way is than one of the first. Asking for less is strong
 * when it is known nearly how little a sum can be. */
static uint64_t shortened(const lri_search *x, int measure, uint64_t turn) {
    enum { LESS = 8, NEAR = 8 };
    int64_t value = x->value[measure], low = lri_lower(&x->solver, lri_search_variable(x, measure));
    return x->problem->last == 0 && (value - low) * NEAR <= value ? turn : turn / LESS;
}

/* The least of a measure, from below and from above in turns, each longer than the one before; what
 * the one learns helps the other. Of a sum cores are quick where steps are shared, asking for less
 * where weights add up as in a knapsack, and where weeks decide what fits. So without weeks cores
 * go first and have the longer turns, and with weeks, or of a finish, asking for less. What is not
 * over by the first turn is worth a relaxation. */
static lri_search_end minimise(lri_search *x, uint32_t stage) {
    enum { BOLDEST = 2 };
    int measure = x->order[stage], boldness = BOLDEST;
    bool is_timeless = x->problem->last == 0, from_below = is_timeless;
    forget_relaxation(x);
    if (from_below) lri_cores_begin(x, measure);
    lri_search_end end =
        take_turn(x, stage, from_below, is_timeless ? LRI_SHORT_TURN : LRI_LONG_TURN, 0);
    for (uint64_t turn = LRI_NEXT_TURN;
         end == LRI_SEARCH_STOPPED && !x->stopped && !x->solver.failed; turn += turn / 2) {
        if (x->relaxed == LRI_NONE) {
            hold_best(x, measure);
            lri_search_relax(x, false);
        }
        if (turn == LRI_NEXT_TURN && !is_timeless && is_sum(measure)) lri_cores_begin(x, measure);
        end = take_turn(x, stage, !from_below, shortened(x, measure, turn), boldness);
        if (end != LRI_SEARCH_STOPPED || x->stopped || x->solver.failed) break;
        end = take_turn(x, stage, from_below, turn, boldness);
        boldness = boldness ? boldness - 1 : BOLDEST;
    }
    return end;
}

bool lri_search_is_at_floor(const lri_search *x, uint32_t stages) {
    for (uint32_t i = 0; i < stages; i++)
        if (x->value[x->order[i]] != x->floor[i]) return false;
    return true;
}

/* Leaves only the modes that a route may have with the measures of the stages at their floors, as
 * those of the best one are now. */
static bool leave_choices(lri_search *x, uint32_t stages) {
    lri_problem *p = x->problem;
    for (uint32_t m = 0; m < p->modes.count; m++)
        if (!x->may_have.items[m]) p->modes.items[m].starts = (lri_weeks){{0}};
    return shorten(x, stages);
}

/* Makes the best value of the measure the least, and holds it there. */
static lri_search_end make_least(lri_search *x, uint32_t stage) {
    int measure = x->order[stage];
    lri_search_end end = minimise(x, stage);
    if (end != LRI_SEARCH_FOUND) return end;
    hold_best(x, measure);
    if (x->problem->last > 0 && x->chosen == stage + 1 && lri_search_is_at_floor(x, x->chosen))
        return leave_choices(x, x->chosen) ? LRI_SEARCH_FOUND : LRI_SEARCH_STOPPED;
    if (measure == LEERROUTE_FINISH && stage + 1 < x->order_count && end_of(x) < x->problem->last &&
        !shorten(x, stage + 1))
        return LRI_SEARCH_STOPPED;
    return LRI_SEARCH_FOUND;
}

/* What is proved of a measure that is not proved least. While it is not even settled how early what
 * must come first can be, that is little. */
static void note_bound(lri_search *x, int measure) {
    const lri_problem *p = x->problem;
    x->has_bound = true;
    x->bound_measure = measure == LRI_FIRST ? p->intake->objective[0] : (leerroute_measure)measure;
    x->bound = lri_lower(&x->solver, lri_search_variable(x, x->bound_measure));
}

/* A floor holds when the measures before it are at theirs. False when there is no such route. */
static bool raise_to_floor(lri_search *x, uint32_t stage) {
    if (!lri_search_is_at_floor(x, stage)) return true;
    uint32_t variable = lri_search_variable(x, x->order[stage]);
    return lri_solver_fix(&x->solver, lri_at_least(variable, x->floor[stage]));
}

lri_search_end lri_search_stages(lri_search *x, uint32_t stages, uint32_t *done) {
    lri_search_end end = LRI_SEARCH_FOUND;
    for (*done = 0; *done < stages; (*done)++) {
        raise_to_floor(x, *done);
        if ((end = make_least(x, *done)) != LRI_SEARCH_FOUND) break;
    }
    return end;
}

static leerroute_outcome search_all(lri_search *x) {
    uint32_t done = 0;
    lri_search_end end = LRI_SEARCH_FOUND;
    if (x->order_count && !raise_to_floor(x, 0)) return LEERROUTE_NO_ROUTE;
    if (!x->has_best) end = lri_search_with(x, NULL, 0);
    if (end == LRI_SEARCH_REFUTED) return LEERROUTE_NO_ROUTE;
    if (end == LRI_SEARCH_FOUND) end = lri_search_stages(x, x->order_count, &done);
    if (end == LRI_SEARCH_FOUND) return LEERROUTE_OPTIMAL;
    note_bound(x, x->order[done]);
    return x->has_best ? LEERROUTE_FEASIBLE : LEERROUTE_UNKNOWN;
}

static void put_in_order(lri_search *x, const lri_problem *p) {
    x->order_count = 0;
    if (p->conditions->first != LRI_NONE) x->order[x->order_count++] = LRI_FIRST;
    for (uint32_t i = 0; i < p->intake->objective_count; i++)
        x->order[x->order_count++] = (int)p->intake->objective[i];
    if (p->conditions->any) x->order_count = 0; /* nothing is minimised */
    for (uint32_t i = 0; i < x->order_count; i++) x->floor[i] = p->conditions->floor[x->order[i]];
}

leerroute_status lri_search_run(lri_search *x, lri_problem *problem, lri_known *known,
                                const leerroute_limits *limits, leerroute_outcome *outcome) {
    x->problem = problem;
    x->limits = limits;
    x->has_best = x->has_bound = x->stopped = false;
    x->pause = 0;
    x->chosen = 0;
    x->asked = x->conflicts = x->decisions = x->propagations = x->solutions = 0;
    x->solver.conflicts = x->solver.decisions = x->solver.propagations = 0;
    x->solver.failed = false;
    *outcome = LEERROUTE_NO_ROUTE;
    put_in_order(x, problem);
    if (problem->earliest.items[problem->end] > problem->last) return LEERROUTE_OK;
    bool is_best = false;
    if (known && !lri_known_use(known, x, &is_best)) return LEERROUTE_NO_MEMORY;
    if (is_best) {
        *outcome = LEERROUTE_OPTIMAL;
        return LEERROUTE_OK;
    }
    if (!lri_choose(x, problem, outcome)) {
        if (x->solver.failed || !lri_search_post(x, problem)) return LEERROUTE_NO_MEMORY;
        if (!x->has_best && !lri_wish(x)) return LEERROUTE_NO_MEMORY;
        *outcome = search_all(x);
    }
    lri_search_count_up(x);
    return x->solver.failed ? LEERROUTE_NO_MEMORY : LEERROUTE_OK;
}

void lri_search_free(lri_search *x) {
    lri_solver_free(&x->solver);
    lri_rules_free(&x->rules);
    lri_problem_free(&x->part);
    free(x->best.items);
    free(x->best_labels.items);
    if (x->below) lri_search_free(x->below);
    free(x->below);
    lri_relaxation_free(&x->relaxation);
    free(x->softs.items);
    free(x->assumptions.items);
    free(x->wish.items);
    free(x->labels.items);
    free(x->starts.items);
    free(x->may_have.items);
    free(x->wanted.items);
    free(x->stack.items);
    *x = (lri_search){0};
}
