#include "plan/cores.h"

/* ---- Counters ---------------------------------------------------------------------------------
 */

/* No more may be refuted: the others hold, all for one reason. */
static bool hold_others(lri_solver *s, const lri_rules *r, const lri_counter *counter,
                        int64_t most) {
    const lri_atom *atoms = r->counted.items + counter->first;
    bool is_told = false;
    for (uint32_t i = 0; i < counter->count; i++) {
        if (lri_holds(s, atoms[i]) || lri_holds(s, lri_not(atoms[i]))) continue;
        if (is_told) {
            if (!lri_imply_too(s, atoms[i])) return false;
            continue;
        }
        for (uint32_t k = 0; k < counter->count; k++)
            if (lri_holds(s, lri_not(atoms[k]))) lri_because(s, lri_not(atoms[k]));
        lri_because(s, lri_at_most(counter->variable, most));
        if (!lri_imply(s, atoms[i])) return false;
        is_told = true;
    }
    return true;
}

/* Raises the counter's lower bound to how many atoms are refuted; when no more may be, the others
 * hold. */
static bool run_counter(lri_solver *s, void *rules, uint32_t index) {
    const lri_rules *r = rules;
    const lri_counter *counter = &r->counters.items[index];
    const lri_atom *atoms = r->counted.items + counter->first;
    int64_t refuted = 0, most = lri_upper(s, counter->variable);
    for (uint32_t i = 0; i < counter->count; i++) refuted += lri_holds(s, lri_not(atoms[i]));
    if (refuted > most) refuted = most + 1; /* a conflict: no more is said than it needs */
    if (refuted > lri_lower(s, counter->variable)) {
        int64_t said = 0;
        for (uint32_t i = 0; i < counter->count && said < refuted; i++) {
            if (!lri_holds(s, lri_not(atoms[i]))) continue;
            lri_because(s, lri_not(atoms[i]));
            said++;
        }
        if (!lri_imply(s, lri_at_least(counter->variable, refuted))) return false;
    }
    return refuted < most || hold_others(s, r, counter, most);
}

/* Counts the atoms that were put into rules->counted since `first`. */
static uint32_t add_counter(lri_rules *r, uint32_t first) {
    lri_solver *s = r->solver;
    lri_counter counter = {.first = first, .count = r->counted.count - first};
    counter.variable = lri_solver_variable(s, 0, counter.count);
    if (s->failed || !lri_push(&r->counters, counter)) {
        s->failed = true;
        return LRI_NONE;
    }
    uint32_t rule = lri_solver_rule(s, run_counter, r->counters.count - 1, false);
    lri_solver_wake(s, rule, 2 * counter.variable + 1);
    for (uint32_t i = 0; i < counter.count; i++)
        lri_solver_wake(s, rule, lri_not(r->counted.items[first + i]).side);
    return r->counters.count - 1;
}

/* ---- What a measure is made of ----------------------------------------------------------------
 */

static void add_soft(lri_search *x, lri_atom atom, int64_t weight, uint32_t counter) {
    if (weight && !lri_push(&x->softs, (lri_soft){atom, weight, counter})) x->solver.failed = true;
}

/* The least share of the task's modes that is more than `above`; INT64_MAX when there is none. */
static int64_t next_share(const lri_search *x, lri_sum_kind sum, const lri_task *task,
                          int64_t above) {
    int64_t least = INT64_MAX;
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        int64_t share = lri_share_of(&x->rules, sum, &x->problem->modes.items[m]);
        if (share > above && share < least) least = share;
    }
    return least;
}

/* No mode with that share or more is used. */
static void add_step(lri_search *x, lri_sum_kind sum, const lri_task *task, int64_t share,
                     int64_t weight) {
    lri_rules *r = &x->rules;
    uint32_t first = r->counted.count;
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        if (lri_share_of(r, sum, &x->problem->modes.items[m]) < share) continue;
        lri_atom unused = lri_at_least(lri_start_of(r, m), x->solver.never);
        if (!lri_push(&r->counted, unused)) x->solver.failed = true;
    }
    if (r->counted.count - first == 1) {
        lri_atom unused = r->counted.items[--r->counted.count];
        add_soft(x, unused, weight, LRI_NONE);
        return;
    }
    uint32_t counter = add_counter(r, first);
    if (counter == LRI_NONE) return;
    add_soft(x, lri_at_most(r->counters.items[counter].variable, 0), weight, LRI_NONE);
}

/* The sum, as softs: of each task its least share, and what each larger one is more. */
static void add_softs(lri_search *x, lri_sum_kind sum) {
    x->softs.count = 0;
    for (uint32_t t = 0; t < x->problem->tasks.count; t++) {
        const lri_task *task = &x->problem->tasks.items[t];
        int64_t share = lri_least_share(&x->rules, sum, task), next;
        add_soft(x, lri_unused(&x->rules, t), share, LRI_NONE);
        for (; (next = next_share(x, sum, task, share)) != INT64_MAX; share = next)
            add_step(x, sum, task, next, next - share);
    }
}

/* ---- Cores ------------------------------------------------------------------------------------
 */

static lri_soft *soft_of(lri_search *x, lri_atom atom) {
    for (uint32_t i = 0; i < x->softs.count; i++)
        if (x->softs.items[i].atom.side == atom.side && x->softs.items[i].atom.at == atom.at)
            return &x->softs.items[i];
    return NULL;
}

/* One more of what a counter counts may be refuted, for that weight. */
static void allow_one_more(lri_search *x, lri_soft soft, int64_t weight) {
    const lri_counter *counter = &x->rules.counters.items[soft.counter];
    int64_t at = 1 - soft.atom.at;
    if (at >= counter->count) return;
    lri_atom more = lri_at_most(counter->variable, at);
    lri_soft *there = soft_of(x, more);
    if (there)
        there->weight += weight;
    else
        add_soft(x, more, weight, soft.counter);
}

/* Takes the least weight off all that is in the core, and counts what of it is refuted. */
static int64_t relax(lri_search *x) {
    const lri_atoms *core = &x->solver.core;
    uint32_t first = x->rules.counted.count;
    int64_t least = INT64_MAX;
    for (uint32_t i = 0; i < core->count; i++) {
        const lri_soft *soft = soft_of(x, core->items[i]);
        if (soft->weight < least) least = soft->weight;
    }
    for (uint32_t i = 0; i < core->count; i++) {
        lri_soft *soft = soft_of(x, core->items[i]);
        soft->weight -= least;
        if (!lri_push(&x->rules.counted, soft->atom)) x->solver.failed = true;
        if (soft->counter != LRI_NONE) allow_one_more(x, *soft, least);
    }
    if (core->count == 1) {
        x->rules.counted.count = first;
        return least;
    }
    uint32_t counter = add_counter(&x->rules, first);
    if (counter == LRI_NONE) return least;
    uint32_t variable = x->rules.counters.items[counter].variable;
    lri_solver_fix(&x->solver, lri_at_least(variable, 1));
    add_soft(x, lri_at_most(variable, 1), least, counter);
    return least;
}

/* Assumes what weighs so much or more. */
static void assume(lri_search *x, int64_t weight) {
    x->assumptions.count = 0;
    for (uint32_t i = 0; i < x->softs.count; i++)
        if (x->softs.items[i].weight >= weight &&
            !lri_push(&x->assumptions, x->softs.items[i].atom))
            x->solver.failed = true;
}

/* The greatest weight below that one; 0 when there is none. */
static int64_t weight_below(const lri_search *x, int64_t below) {
    int64_t most = 0;
    for (uint32_t i = 0; i < x->softs.count; i++)
        if (x->softs.items[i].weight > most && x->softs.items[i].weight < below)
            most = x->softs.items[i].weight;
    return most;
}

static uint32_t count_from(const lri_search *x, int64_t weight) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < x->softs.count; i++) count += x->softs.items[i].weight >= weight;
    return count;
}

/* The next lower weight from which there are so many more assumptions that it is worth a search; 0
 * when there is none. */
static int64_t next_weight(const lri_search *x, int64_t below) {
    enum { MORE = 4 };
    uint32_t enough = count_from(x, below);
    enough += enough / MORE + 1;
    int64_t weight = weight_below(x, below), lower;
    while (count_from(x, weight) < enough && (lower = weight_below(x, weight))) weight = lower;
    return weight;
}

void lri_cores_begin(lri_search *x, int measure) {
    x->least = 0;
    add_softs(x, measure == LEERROUTE_COST ? LRI_SUM_COST : LRI_SUM_HOURS);
    x->weight = next_weight(x, INT64_MAX);
}

lri_search_end lri_cores_run(lri_search *x, int measure) {
    uint32_t variable = lri_search_variable(x, measure);
    while (lri_lower(&x->solver, variable) < x->value[measure]) {
        assume(x, x->weight);
        lri_search_end end = lri_search_with(x, x->assumptions.items, x->assumptions.count);
        if (end == LRI_SEARCH_STOPPED) return end;
        if (end == LRI_SEARCH_FOUND) {
            x->weight = next_weight(x, x->weight);
            if (!x->weight) break;
            continue;
        }
        if (!x->solver.core.count) break;
        x->least += relax(x);
        lri_solver_fix(&x->solver, lri_at_least(variable, x->least));
    }
    lri_solver_fix(&x->solver, lri_at_least(variable, x->value[measure]));
    return x->solver.failed ? LRI_SEARCH_STOPPED : LRI_SEARCH_FOUND;
}
