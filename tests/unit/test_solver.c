/* The engine by itself, against trying every value: small random systems of rules that explain
 * themselves in each of the ways that the planner's rules do. Whatever the engine does on its way,
 * all that it has learnt must be true of every solution. */
#include <stdlib.h>
#include <string.h>

#include "plan/solver.h"
#include "support.h"

enum { VARIABLES = 5, RULES = 8, SIZE = 4, WIDE = 20 };

/* ---- Systems ---- */

typedef enum rule_kind {
    CLAUSE,   /* one of the atoms holds */
    AT_LEAST, /* the variables add up to `limit` or more */
    AT_MOST,  /* ... or less */
    ORDER,    /* the second is `limit` or more above the first, or never */
    EARLIEST, /* the first is no less than the least of the others */
    RULE_KINDS
} rule_kind;

typedef struct system_rule {
    rule_kind kind;
    uint32_t count, variables[SIZE];
    lri_atom atoms[SIZE];
    int64_t limit;
} system_rule;

typedef struct values {
    int64_t of[VARIABLES];
} values;

static struct {
    uint32_t variables, rules;
    int64_t never, top[VARIABLES];
    bool skips[VARIABLES]; /* takes the values of `weeks` and never alone */
    lri_weeks weeks[VARIABLES];
    system_rule rule[RULES];
    int64_t modulus; /* accept alone knows that the weighed sum is a multiple of it */
    LRI_VECTOR(values) solutions;
} system_;

static uint64_t state;

static int64_t draw(int64_t below) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (int64_t)(state >> 11) % below;
}

static lri_atom draw_atom(uint32_t variable) {
    int64_t value = 1 + draw(system_.top[variable]);
    return draw(2) ? lri_at_least(variable, value) : lri_at_most(variable, value - 1);
}

static void draw_rule(system_rule *rule) {
    uint32_t order[VARIABLES];
    for (uint32_t i = 0; i < system_.variables; i++) order[i] = i;
    for (uint32_t i = 0; i + 1 < system_.variables; i++) {
        uint32_t k = i + (uint32_t)draw(system_.variables - i), other = order[i];
        order[i] = order[k];
        order[k] = other;
    }
    *rule = (system_rule){.kind = (rule_kind)draw(RULE_KINDS)};
    rule->count = 2 + (uint32_t)draw(system_.variables < SIZE ? system_.variables - 1 : SIZE - 1);
    if (rule->kind == ORDER) rule->count = 2;
    int64_t sum = 0;
    for (uint32_t i = 0; i < rule->count; i++) {
        rule->variables[i] = order[i];
        rule->atoms[i] = draw_atom(order[i]);
        sum += system_.top[order[i]];
    }
    rule->limit = rule->kind == ORDER ? draw(4) : sum / 4 + draw(sum / 2 + 1);
}

static void draw_system(uint64_t seed) {
    state = seed * 2654435761u + 88172645463325252u;
    system_.variables = 3 + (uint32_t)draw(VARIABLES - 2);
    system_.never = 3 + draw(system_.variables == 3 ? 13 : system_.variables == 4 ? 6 : 3);
    for (uint32_t v = 0; v < system_.variables; v++) {
        system_.skips[v] = draw(3) == 0;
        system_.top[v] = system_.never;
        system_.weeks[v] = lri_weeks_span(0, -1);
        for (int week = 0; week < system_.never; week++)
            if (draw(2)) lri_weeks_add(&system_.weeks[v], week);
    }
    if (system_.variables < VARIABLES && draw(2)) {
        system_.top[0] = WIDE;
        system_.skips[0] = false;
    }
    system_.rules = 2 + (uint32_t)draw(RULES - 1);
    for (uint32_t i = 0; i < system_.rules; i++) draw_rule(&system_.rule[i]);
    static const int64_t moduli[] = {1, 5, 11, 37};
    system_.modulus = moduli[draw(4)];
}

/* ---- Trying every value ---- */

static bool holds_in(lri_atom atom, const values *v) {
    int64_t value = v->of[atom.side / 2];
    return (atom.side & 1 ? -value : value) >= atom.at;
}

static bool is_kept(const system_rule *rule, const values *v) {
    int64_t sum = 0, least = INT64_MAX;
    bool any = false;
    for (uint32_t i = 0; i < rule->count; i++) {
        int64_t value = v->of[rule->variables[i]];
        sum += value;
        if (i && value < least) least = value;
        any = any || holds_in(rule->atoms[i], v);
    }
    int64_t first = v->of[rule->variables[0]], second = v->of[rule->variables[1]];
    switch (rule->kind) {
    case CLAUSE:
        return any;
    case AT_LEAST:
        return sum >= rule->limit;
    case AT_MOST:
        return sum <= rule->limit;
    case ORDER:
        return second >= first + rule->limit || second >= system_.never;
    default:
        return first >= least;
    }
}

static bool is_multiple(const values *v) {
    int64_t sum = 0;
    for (uint32_t i = 0; i < system_.variables; i++) sum += (i + 1) * v->of[i];
    return sum % system_.modulus == 0;
}

static bool is_solution(const values *v) {
    for (uint32_t i = 0; i < system_.variables; i++)
        if (system_.skips[i] && v->of[i] < system_.never &&
            !lri_weeks_has(&system_.weeks[i], (int)v->of[i]))
            return false;
    for (uint32_t i = 0; i < system_.rules; i++)
        if (!is_kept(&system_.rule[i], v)) return false;
    return is_multiple(v);
}

static void find_solutions(void) {
    values v = {{0}};
    system_.solutions.count = 0;
    for (uint32_t i = 0; i < system_.variables;) {
        if (is_solution(&v)) ck_assert(lri_push(&system_.solutions, v));
        for (i = 0; i < system_.variables && v.of[i] == system_.top[i]; i++) v.of[i] = 0;
        if (i < system_.variables) v.of[i]++;
    }
}

/* ---- The rules ---- */

static bool run_clause(lri_solver *s, const system_rule *rule) {
    uint32_t open = 0, last = 0;
    for (uint32_t i = 0; i < rule->count; i++) {
        if (lri_holds(s, rule->atoms[i])) return true;
        if (lri_holds(s, lri_not(rule->atoms[i]))) continue;
        open++;
        last = i;
    }
    if (open > 1) return true;
    for (uint32_t i = 0; i < rule->count; i++)
        if (!open || i != last) lri_because(s, lri_not(rule->atoms[i]));
    return open && lri_imply(s, rule->atoms[last]);
}

/* One variable's bound by those of the others, of which one may move. That of a variable which may
 * be more than never, or is at most never, says nothing when it moves. */
static bool run_sum(lri_solver *s, const system_rule *rule, bool most) {
    for (uint32_t j = 0; j < rule->count; j++) {
        int64_t bound = rule->limit;
        bool has_moved = false;
        for (uint32_t i = 0; i < rule->count; i++) {
            uint32_t v = rule->variables[i];
            if (i != j) bound -= most ? lri_lower(s, v) : lri_upper(s, v);
        }
        uint32_t own = rule->variables[j];
        lri_atom implied = most ? lri_at_most(own, bound) : lri_at_least(own, bound);
        if (lri_holds(s, implied)) continue;
        for (uint32_t i = 0; i < rule->count; i++) {
            uint32_t v = rule->variables[i];
            if (i == j) continue;
            bool moves = !has_moved && (most || lri_upper(s, v) < s->never);
            has_moved = has_moved || moves;
            lri_because_moving(
                s, most ? lri_at_least(v, lri_lower(s, v)) : lri_at_most(v, lri_upper(s, v)),
                moves);
        }
        if (!lri_imply(s, implied)) return false;
    }
    return true;
}

static bool run_order(lri_solver *s, const system_rule *rule) {
    uint32_t first = rule->variables[0], second = rule->variables[1];
    int64_t low = lri_lower(s, first) + rule->limit, high = lri_upper(s, second);
    if (low > s->never) low = s->never;
    if (lri_lower(s, second) < low) {
        lri_because_moving(s, lri_at_least(first, low - rule->limit), 1);
        if (!lri_imply(s, lri_at_least(second, low))) return false;
    }
    if (high >= s->never || lri_upper(s, first) <= high - rule->limit) return true;
    lri_because_moving(s, lri_at_most(second, high), 1);
    return lri_imply(s, lri_at_most(first, high - rule->limit));
}

static bool run_earliest(lri_solver *s, const system_rule *rule) {
    uint32_t first = rule->variables[0], timely = 0, only = 0;
    int64_t low = INT64_MAX, high = lri_upper(s, first);
    for (uint32_t i = 1; i < rule->count; i++) {
        int64_t lower = lri_lower(s, rule->variables[i]);
        if (lower < low) low = lower;
        if (lower > high) continue;
        timely++;
        only = rule->variables[i];
    }
    /* With none in time it is the same conflict, told of the last of them. */
    bool turned = timely == 0 && high < s->never && rule->limit % 2;
    if (turned) only = rule->variables[rule->count - 1];
    if (lri_lower(s, first) < low && !turned) {
        for (uint32_t i = 1; i < rule->count; i++)
            lri_because_moving(s, lri_at_least(rule->variables[i], low), 1);
        if (!lri_imply(s, lri_at_least(first, low))) return false;
    }
    if (timely + turned != 1 || high >= s->never || lri_upper(s, only) <= high) return true;
    for (uint32_t i = 1; i < rule->count; i++)
        if (rule->variables[i] != only)
            lri_because_moving(s, lri_at_least(rule->variables[i], high + 1), -1);
    lri_because_moving(s, lri_at_most(first, high), 1);
    return lri_imply(s, lri_at_most(only, high));
}

static bool run_rule(lri_solver *s, void *context, uint32_t index) {
    const system_rule *rule = &system_.rule[index];
    (void)context;
    switch (rule->kind) {
    case CLAUSE:
        return run_clause(s, rule);
    case ORDER:
        return run_order(s, rule);
    case EARLIEST:
        return run_earliest(s, rule);
    default:
        return run_sum(s, rule, rule->kind == AT_MOST);
    }
}

static void post(lri_solver *s) {
    ck_assert(lri_solver_reset(s, system_.variables, system_.never));
    s->learnt_limit = 4; /* so that much is forgotten */
    for (uint32_t v = 0; v < system_.variables; v++) {
        int first = system_.skips[v] ? lri_weeks_next(&system_.weeks[v], 0) : 0;
        lri_solver_bounds(s, v, first < 0 ? system_.never : first, system_.top[v]);
        if (system_.skips[v]) s->weeks.items[v] = &system_.weeks[v];
    }
    for (uint32_t i = 0; i < system_.rules; i++) {
        uint32_t rule = lri_solver_rule(s, run_rule, i, system_.rule[i].kind == AT_MOST);
        for (uint32_t k = 0; k < 2 * system_.rule[i].count; k++)
            lri_solver_wake(s, rule, 2 * system_.rule[i].variables[k / 2] + k % 2);
    }
}

/* ---- The search ---- */

static bool is_unsettled; /* at some decision */

/* Has each clause an atom that holds, or two that may? What is left out here is found late. */
static bool is_settled(const lri_solver *s) {
    for (uint32_t c = 0; c < s->clauses.count; c += 1 + lri_clause_size(s, c)) {
        uint32_t open = 0;
        for (uint32_t i = 0; i < lri_clause_size(s, c) && open < 2; i++) {
            lri_atom atom = lri_clause_atom(s, c, i);
            open += lri_holds(s, atom) ? 2 : !lri_holds(s, lri_not(atom));
        }
        if (open < 2) return false;
    }
    return true;
}

/* Now a turn, as the planner does, now the next variable that is open, from either end. */
static bool decide(void *context, lri_solver *s, lri_atom *atom) {
    uint64_t *draws = context;
    const lri_turn *turn = ++*draws % 3 ? lri_solver_turn(s) : NULL;
    uint32_t v = 0;
    if (!is_settled(s)) is_unsettled = true;
    if (turn) {
        *atom = *draws % 2 ? lri_at_least(turn->variable, turn->at)
                           : lri_at_most(turn->variable, turn->at - 1);
        return true;
    }
    while (v < s->variables && lri_lower(s, v) == lri_upper(s, v)) v++;
    if (v == s->variables) return false;
    *atom = *draws % 4 ? lri_at_most(v, lri_lower(s, v)) : lri_at_least(v, lri_lower(s, v) + 1);
    return true;
}

static values values_of(const lri_solver *s) {
    values v = {{0}};
    for (uint32_t i = 0; i < system_.variables; i++) v.of[i] = lri_lower(s, i);
    return v;
}

static bool accept(void *context, lri_solver *s) {
    values v = values_of(s);
    (void)context;
    if (is_multiple(&v)) return true;
    for (uint32_t i = 0; i < system_.variables; i++) {
        lri_because(s, lri_at_least(i, v.of[i]));
        if (v.of[i] < system_.top[i]) lri_because(s, lri_at_most(i, v.of[i]));
    }
    return false;
}

static bool stop(void *context, const lri_solver *s) {
    (void)context;
    (void)s;
    return false;
}

static bool some_holds(const lri_solver *s, uint32_t clause, const values *v) {
    for (uint32_t i = 0; i < lri_clause_size(s, clause); i++)
        if (holds_in(lri_clause_atom(s, clause, i), v)) return true;
    return false;
}

/* Watches are told apart by the sides of their atoms. */
static bool has_side_twice(const lri_solver *s, uint32_t clause) {
    bool met[2 * VARIABLES] = {false};
    for (uint32_t i = 0; i < lri_clause_size(s, clause); i++) {
        bool *side = &met[lri_clause_atom(s, clause, i).side];
        if (*side) return true;
        *side = true;
    }
    return false;
}

/* Holds what was learnt, and what is known at the root, in every solution that has `fixed`? */
static bool is_true(lri_solver *s, const lri_atom *fixed) {
    lri_solver_to_root(s);
    for (uint32_t i = 0; i < system_.solutions.count; i++) {
        const values *v = &system_.solutions.items[i];
        if (fixed && !holds_in(*fixed, v)) continue;
        for (uint32_t side = 0; side < 2 * system_.variables; side++)
            if (!holds_in((lri_atom){.side = side, .at = s->bound.items[side]}, v)) return false;
        for (uint32_t c = 0; c < s->clauses.count; c += 1 + lri_clause_size(s, c))
            if (!some_holds(s, c, v) || has_side_twice(s, c)) return false;
    }
    return true;
}

static bool all_hold(const lri_atom *atoms, uint32_t count, const values *v) {
    for (uint32_t i = 0; i < count; i++)
        if (!holds_in(atoms[i], v)) return false;
    return true;
}

/* Is there a solution in which all of the atoms hold, and the one that is fixed? */
static bool is_possible(const lri_atom *fixed, const lri_atom *atoms, uint32_t count) {
    for (uint32_t i = 0; i < system_.solutions.count; i++) {
        const values *v = &system_.solutions.items[i];
        if ((!fixed || holds_in(*fixed, v)) && all_hold(atoms, count, v)) return true;
    }
    return false;
}

/* What refutes the assumptions is some of them, and not possible. */
static bool is_core(const lri_atoms *core, const lri_atom *fixed, const lri_atom *assumed,
                    uint32_t count) {
    for (uint32_t i = 0; i < core->count; i++) {
        uint32_t k = 0;
        while (k < count &&
               (assumed[k].side != core->items[i].side || assumed[k].at != core->items[i].at))
            k++;
        if (k == count) return false;
    }
    return !is_possible(fixed, core->items, core->count);
}

/* Searches for a solution with what is fixed (NULL: nothing) and assumed; true when there is one.
 */
static bool search(lri_solver *s, const lri_atom *fixed, const lri_atom *assumed, uint32_t count) {
    uint64_t draws = 0;
    lri_guide guide = {&draws, decide, accept, stop};
    lri_search_end end = lri_solver_search(s, &guide, assumed, count);
    bool found = end == LRI_SEARCH_FOUND;
    ck_assert_int_ne(end, LRI_SEARCH_STOPPED);
    ck_assert_int_eq(found, is_possible(fixed, assumed, count));
    if (found) {
        values v = values_of(s);
        ck_assert(is_solution(&v));
        ck_assert(!fixed || holds_in(*fixed, &v));
        ck_assert(all_hold(assumed, count, &v));
    } else {
        ck_assert(is_core(&s->core, fixed, assumed, count));
    }
    ck_assert(is_true(s, fixed));
    return found;
}

static lri_solver solver;
static uint64_t conflicts, forgotten;

/* Some assumptions, while what is learnt stays; then the bounds of one variable for good, up to the
 * first that is refuted. */
static void try_system(uint64_t seed) {
    enum { ASSUMPTIONS = 4 };
    draw_system(seed);
    find_solutions();
    post(&solver);
    bool any = search(&solver, NULL, NULL, 0);
    for (int i = 0; i < ASSUMPTIONS && any; i++) {
        lri_atom atoms[SIZE];
        for (uint32_t k = 0; k < SIZE; k++) atoms[k] = draw_atom((uint32_t)draw(system_.variables));
        search(&solver, NULL, atoms, 1 + (uint32_t)draw(SIZE));
        ck_assert(search(&solver, NULL, NULL, 0));
    }
    forgotten += solver.conflicts - solver.learnt_count;
    uint32_t v = (uint32_t)(seed % system_.variables);
    for (int64_t at = system_.top[v] - 1; at >= 0 && any; at--) {
        lri_atom atom = lri_at_most(v, at);
        bool is_open = lri_solver_fix(&solver, atom);
        any = search(&solver, &atom, NULL, 0);
        ck_assert(is_open || !any);
        ck_assert(any || !search(&solver, &atom, NULL, 0)); /* and it stays so */
    }
    conflicts += solver.conflicts;
}

START_TEST(what_is_found_and_learnt_is_true) {
    enum { SYSTEMS = 1500, TWICE = 100 };
    conflicts = forgotten = 0;
    for (uint64_t seed = 0; seed < SYSTEMS; seed++) {
        try_system(seed);
        uint64_t before = solver.conflicts;
        if (seed < TWICE) try_system(seed);
        ck_assert_uint_eq(solver.conflicts, before); /* the same way each time */
    }
    ck_assert(!is_unsettled);
    ck_assert_uint_gt(conflicts, 20000);
    ck_assert_uint_gt(forgotten, 10000);
    lri_solver_free(&solver);
    free(system_.solutions.items);
    memset(&system_, 0, sizeof system_);
}
END_TEST

/* What does not fit in a packed atom is refused, as when there is no memory. */
START_TEST(what_is_too_large_fails) {
    const int64_t largest = LRI_VALUE_MOST - 2;
    lri_guide guide = {NULL, NULL, NULL, stop};
    ck_assert(!lri_solver_reset(&solver, LRI_VARIABLES_MOST + 1, 1));
    ck_assert(lri_solver_reset(&solver, 1, 1));
    lri_solver_bounds(&solver, 0, -largest, largest);
    ck_assert(!solver.failed);
    for (int64_t at = -largest; at <= largest; at += largest) {
        lri_atom atoms[] = {lri_at_least(0, at), lri_at_most(0, at)};
        for (int i = 0; i < 2; i++) {
            lri_atom atom = lri_unpack(lri_pack(atoms[i])), not = lri_not(atoms[i]);
            ck_assert(atom.side == atoms[i].side && atom.at == atoms[i].at);
            atom = lri_unpack(lri_pack(not ));
            ck_assert(atom.side == not .side && atom.at == not .at);
        }
    }
    lri_solver_bounds(&solver, 0, 0, largest + 1);
    ck_assert(solver.failed);
    ck_assert_int_eq(lri_solver_search(&solver, &guide, NULL, 0), LRI_SEARCH_STOPPED);
    lri_solver_free(&solver);
}
END_TEST

Suite *solver_suite(void) {
    Suite *suite = suite_create("solver");
    TCase *tests = tcase_create("solver");
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, what_is_found_and_learnt_is_true);
    tcase_add_test(tests, what_is_too_large_fails);
    suite_add_tcase(suite, tests);
    return suite;
}
