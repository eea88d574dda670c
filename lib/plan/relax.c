#include "plan/relax.h"

#include <stdlib.h>

#include "base/sort.h"

enum { BITS = 20 };
static const int64_t one = (int64_t)1 << BITS;

/* ---- The inequalities -------------------------------------------------------------------------
 */

static bool add_factor(lri_relaxation *x, uint32_t column, int64_t times) {
    return lri_push(&x->factors, (lri_factor){column, times});
}

static bool end_row(lri_relaxation *x) {
    return lri_push(&x->rows, x->factors.count);
}

/* `column` asks for `wanted`. */
static bool add_pair(lri_relaxation *x, uint32_t wanted, uint32_t column) {
    return add_factor(x, wanted, one) && add_factor(x, column, -one) && end_row(x);
}

/* A share of what the node asks for, rounded up: more than is true makes the bound lower. */
static int64_t share_of(const lri_node *node, const lri_child *child) {
    if (node->kind != LRI_NODE_AT_LEAST || child->weight >= node->need) return one;
    return (((int64_t)child->weight << BITS) + node->need - 1) / node->need;
}

/* Without weeks a task's being done and its one mode are one variable, and one column. */
static uint32_t column_of(const lri_rules *r, uint32_t mode) {
    uint32_t nodes = r->problem->nodes.count, start = lri_start_of(r, mode);
    return start < nodes ? start : nodes + mode;
}

static bool add_node(lri_relaxation *x, const lri_rules *r, uint32_t n) {
    const lri_problem *p = r->problem;
    const lri_node *node = &p->nodes.items[n];
    const lri_child *children = p->children.items + node->first;
    bool fine = true;
    if (node->kind == LRI_NODE_FIXED) return true;
    if (node->kind == LRI_NODE_ALL || node->kind == LRI_NODE_GATE) {
        for (uint32_t i = 0; i < node->count; i++) fine = fine && add_pair(x, children[i].node, n);
        return fine;
    }
    if (node->kind == LRI_NODE_STARTED || node->kind == LRI_NODE_DONE) {
        const lri_task *task = &p->tasks.items[node->task];
        for (uint32_t m = task->first; m < task->first + task->count; m++)
            fine = fine && add_factor(x, column_of(r, m), one);
    } else {
        for (uint32_t i = 0; i < node->count; i++)
            fine = fine && add_factor(x, children[i].node, share_of(node, &children[i]));
    }
    return fine && add_factor(x, n, -one) && end_row(x);
}

/* The most that a sum may be now. */
static int64_t most_of(const lri_rules *r, lri_sum_kind sum) {
    return lri_most_at(r, sum, lri_upper(r->solver, lri_limit_of(r, sum)));
}

/* Another sum keeps to its limit: in shares of that, rounded down, of which there is one. */
static bool add_limit(lri_relaxation *x, const lri_rules *r, lri_sum_kind sum) {
    int64_t most = most_of(r, sum);
    if (most <= 0 || !lri_is_limited(r, sum)) return true;
    bool fine = add_factor(x, LRI_NODE_HOLDS, one);
    for (uint32_t m = 0; m < r->problem->modes.count && fine; m++) {
        int64_t share = lri_share_of(r, sum, &r->problem->modes.items[m]);
        int64_t times = share >= most ? one : (share << BITS) / most;
        if (times) fine = add_factor(x, column_of(r, m), -times);
    }
    return fine && end_row(x);
}

static bool add_rows(lri_relaxation *x, const lri_rules *r, lri_sum_kind sum) {
    const lri_problem *p = r->problem;
    x->factors.count = x->rows.count = 0;
    bool fine = end_row(x);
    for (uint32_t n = 0; n < p->nodes.count && fine; n++) fine = add_node(x, r, n);
    for (uint32_t m = 0; m < p->modes.count && fine; m++)
        fine = add_pair(x, p->modes.items[m].requires, column_of(r, m));
    for (int other = 0; other < LRI_SUM_PICKETS && fine; other++)
        if (other != (int)sum) fine = add_limit(x, r, (lri_sum_kind)other);
    return fine;
}

/* ---- The columns ------------------------------------------------------------------------------
 */

/* By how many bits costs are moved up, so that the highest has `TOP`. */
static int shift_of(const lri_rules *r, lri_sum_kind sum) {
    enum { TOP = 30 };
    int64_t most = 1;
    int shift = 0;
    for (uint32_t m = 0; m < r->problem->modes.count; m++) {
        int64_t share = lri_share_of(r, sum, &r->problem->modes.items[m]);
        if (share > most) most = share;
    }
    while (most << (shift + 1) <= (int64_t)1 << TOP) shift++;
    return shift;
}

/* What holds in time, or is done. */
static lri_atom atom_of(const lri_rules *r, uint32_t column) {
    uint32_t nodes = r->problem->nodes.count;
    uint32_t variable = column < nodes ? column : lri_start_of(r, column - nodes);
    return lri_at_most(variable, r->problem->last);
}

static bool sized(lri_numbers *numbers, uint32_t count) {
    numbers->count = 0;
    if (!lri_room(numbers, count)) return false;
    for (uint32_t i = 0; i < count; i++) numbers->items[i] = 0;
    numbers->count = count;
    return true;
}

static bool add_columns(lri_relaxation *x, const lri_rules *r, lri_sum_kind sum, int shift) {
    uint32_t nodes = r->problem->nodes.count, count = nodes + r->problem->modes.count;
    lri_numbers *all[] = {&x->cost,  &x->low,     &x->high,       &x->value,
                          &x->ahead, &x->reduced, &x->column_step};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (!sized(all[i], count)) return false;
    for (uint32_t c = 0; c < count; c++) {
        lri_atom atom = atom_of(r, c);
        x->low.items[c] = x->value.items[c] = lri_holds(r->solver, atom) ? one : 0;
        x->high.items[c] = lri_holds(r->solver, lri_not(atom)) ? 0 : one;
    }
    for (uint32_t m = 0; m < r->problem->modes.count; m++)
        x->cost.items[column_of(r, m)] = lri_share_of(r, sum, &r->problem->modes.items[m]) << shift;
    return true;
}

/* ---- The multipliers --------------------------------------------------------------------------
 */

/* The weight of a step of the multipliers against one of the variables: what a mode costs. */
static int64_t mean_cost(const lri_relaxation *x) {
    int64_t sum = 0, count = 0;
    for (uint32_t c = 0; c < x->cost.count; c++) {
        sum += x->cost.items[c];
        count += x->cost.items[c] > 0;
    }
    return count && sum > count ? sum / count : 1;
}

enum { STEP_BITS = 60 };

/* The steps of each column and row: by how much its factors add up to. */
static bool set_steps(lri_relaxation *x) {
    int64_t scale = mean_cost(x);
    uint32_t rows = x->rows.count - 1;
    if (!sized(&x->multiplier, rows) || !sized(&x->best, rows) || !sized(&x->row_step, rows))
        return false;
    for (uint32_t i = 0; i < rows; i++) {
        int64_t sum = 0;
        for (uint32_t k = x->rows.items[i]; k < x->rows.items[i + 1]; k++) {
            int64_t size = llabs(x->factors.items[k].times);
            sum += size;
            x->column_step.items[x->factors.items[k].column] += size;
        }
        x->row_step.items[i] = sum ? scale * one / sum : 0;
    }
    for (uint32_t c = 0; c < x->cost.count; c++) {
        int64_t sum = x->column_step.items[c] / (one >> 10); /* in 2^-10, to stay in range */
        int64_t steepest = (scale * (sum ? sum : 1)) >> 10;  /* moves from 0 to 1 at once */
        x->column_step.items[c] = ((int64_t)1 << STEP_BITS) / (steepest ? steepest : 1);
    }
    return true;
}

/* The reduced costs with these multipliers, rounded down, and the bound that they give. */
static void reduce_costs(lri_relaxation *x, const lri_numbers *multipliers) {
    int64_t *reduced = x->reduced.items, bound = 0;
    for (uint32_t c = 0; c < x->cost.count; c++) reduced[c] = x->cost.items[c];
    for (uint32_t i = 0; i < multipliers->count; i++) {
        int64_t multiplier = multipliers->items[i];
        if (!multiplier) continue;
        for (uint32_t k = x->rows.items[i]; k < x->rows.items[i + 1]; k++) {
            const lri_factor *f = &x->factors.items[k];
            reduced[f->column] -= (multiplier * f->times + one - 1) >> BITS;
        }
    }
    for (uint32_t c = 0; c < x->cost.count; c++)
        if (reduced[c] > 0 ? x->low.items[c] : x->high.items[c]) bound += reduced[c];
    x->bound = bound;
}

/* The variables go against their reduced costs. */
static void move_variables(lri_relaxation *x) {
    for (uint32_t c = 0; c < x->cost.count; c++) {
        int64_t before = x->value.items[c], after = before, step = x->column_step.items[c];
        int64_t all = ((int64_t)1 << STEP_BITS) / step;
        if (x->reduced.items[c] >= all)
            after -= one;
        else if (x->reduced.items[c] <= -all)
            after += one;
        else
            after -= (x->reduced.items[c] * step) >> (STEP_BITS - BITS);
        if (after < x->low.items[c]) after = x->low.items[c];
        if (after > x->high.items[c]) after = x->high.items[c];
        x->value.items[c] = after;
        x->ahead.items[c] = 2 * after - before;
    }
}

/* The multipliers go against what is left of their inequalities. */
static void move_multipliers(lri_relaxation *x) {
    static const int64_t most = (int64_t)1 << 42;
    for (uint32_t i = 0; i < x->multiplier.count; i++) {
        int64_t left = 0, *multiplier = &x->multiplier.items[i];
        for (uint32_t k = x->rows.items[i]; k < x->rows.items[i + 1]; k++) {
            const lri_factor *f = &x->factors.items[k];
            left += f->times * x->ahead.items[f->column] >> BITS;
        }
        *multiplier -= left * x->row_step.items[i] >> BITS;
        if (*multiplier < 0) *multiplier = 0;
        if (*multiplier > most) *multiplier = most;
    }
}

/* Until it gets no better, or is as much as may be asked. */
static void find_multipliers(lri_relaxation *x, int64_t enough) {
    enum { LONGEST = 2000, PATIENCE = 100, GAIN = 4096 };
    int64_t before = 0;
    x->best_bound = 0; /* with no multipliers: all costs are 0 or more */
    for (int i = 1; i <= LONGEST && x->best_bound <= enough; i++) {
        reduce_costs(x, &x->multiplier);
        if (x->bound > x->best_bound) {
            x->best_bound = x->bound;
            for (uint32_t k = 0; k < x->best.count; k++) x->best.items[k] = x->multiplier.items[k];
        }
        if (i % PATIENCE == 0) {
            if (x->best_bound - before <= x->best_bound / GAIN) break;
            before = x->best_bound;
        }
        move_variables(x);
        move_multipliers(x);
    }
}

/* ---- The rule ---------------------------------------------------------------------------------
 */

/* Says which prices are paid; those that add up to no more than `spare` are left out. */
static void because_paid(const lri_rules *r, const lri_prices *prices, int64_t spare) {
    lri_solver *s = r->solver;
    for (uint32_t i = prices->first; i < prices->first + prices->count; i++) {
        const lri_price *price = &r->price_list.items[i];
        if (!lri_holds(s, lri_not(price->atom))) continue;
        if (price->cost <= spare)
            spare -= price->cost;
        else
            lri_because(s, lri_not(price->atom));
    }
}

/* What the sum is at least when so much is paid; and the most that may be paid for such a sum. */
static int64_t sum_of(const lri_rules *r, const lri_prices *prices, int64_t paid) {
    int64_t unit = r->unit[prices->sum], step = unit << prices->shift;
    return paid <= 0 ? 0 : (paid + step - 1) / step * unit;
}

static int64_t payable(const lri_rules *r, const lri_prices *prices, int64_t value) {
    int64_t unit = r->unit[prices->sum];
    return (lri_most_at(r, prices->sum, value) / unit * unit) << prices->shift;
}

/* Rule: what is paid, all in all, keeps to the limit of the sum. */
static bool run_prices(lri_solver *s, void *rules, uint32_t index) {
    const lri_rules *r = rules;
    const lri_prices *prices = &r->prices.items[index];
    const lri_price *list = r->price_list.items + prices->first;
    uint32_t limit = lri_limit_of(r, prices->sum);
    int64_t paid = prices->base, high = lri_upper(s, limit);
    for (uint32_t i = 0; i < prices->count; i++)
        if (lri_holds(s, lri_not(list[i].atom))) paid += list[i].cost;
    int64_t least = lri_value_for(r, prices->sum, sum_of(r, prices, paid));
    if (lri_lower(s, limit) < least) {
        if (least > high) least = high + 1; /* a conflict: no more is said than it needs */
        because_paid(r, prices, paid - 1 - payable(r, prices, least - 1));
        if (!lri_imply(s, lri_at_least(limit, least))) return false;
    }
    if (prices->sum >= LRI_SUM_LOAD && high == s->never) return true;
    int64_t slack = payable(r, prices, high) - paid,
            told = 0; /* the price with the reason before */
    for (uint32_t i = 0; i < prices->count && list[i].cost > slack; i++) {
        if (lri_holds(s, list[i].atom) || lri_holds(s, lri_not(list[i].atom))) continue;
        if (list[i].cost == told) {
            if (!lri_imply_too(s, list[i].atom)) return false;
            continue;
        }
        because_paid(r, prices, list[i].cost - slack - 1);
        lri_because(s, lri_at_most(limit, high));
        if (!lri_imply(s, list[i].atom)) return false;
        told = list[i].cost;
    }
    return true;
}

/* The dearest first. */
static int compare_prices(const void *a, const void *b) {
    const lri_price *x = a, *y = b;
    if (x->cost != y->cost) return x->cost > y->cost ? -1 : 1;
    return (x->atom.side > y->atom.side) - (x->atom.side < y->atom.side);
}

/* Puts the reduced costs of what is open into a list of prices. */
static bool set_prices(const lri_relaxation *x, lri_rules *r, lri_prices *prices) {
    prices->first = r->price_list.count;
    for (uint32_t c = 0; c < x->cost.count; c++) {
        int64_t cost = x->reduced.items[c];
        bool is_open = x->low.items[c] < x->high.items[c];
        lri_atom atom = atom_of(r, c);
        if (is_open ? cost < 0 : x->low.items[c] > 0) prices->base += cost;
        if (!is_open || !cost) continue;
        lri_price price = {cost > 0 ? lri_not(atom) : atom, cost > 0 ? cost : -cost};
        if (!lri_push(&r->price_list, price)) return false;
    }
    prices->count = r->price_list.count - prices->first;
    lri_sort(r->price_list.items + prices->first, prices->count, sizeof(lri_price), compare_prices);
    return true;
}

static bool post(const lri_relaxation *x, lri_rules *r, lri_sum_kind sum, int shift) {
    lri_solver *s = r->solver;
    lri_prices prices = {.sum = sum, .shift = shift};
    if (!set_prices(x, r, &prices) || !lri_push(&r->prices, prices)) return false;
    uint32_t rule = lri_solver_rule(s, run_prices, r->prices.count - 1, true);
    lri_solver_wake(s, rule, 2 * lri_limit_of(r, sum) + 1);
    for (uint32_t i = prices.first; i < r->price_list.count; i++)
        lri_solver_wake(s, rule, lri_not(r->price_list.items[i].atom).side);
    return !s->failed;
}

void lri_relax(lri_relaxation *x, lri_rules *r, lri_sum_kind sum) {
    lri_solver *s = r->solver;
    if (!lri_is_limited(r, sum)) return;
    int shift = shift_of(r, sum);
    if (!add_rows(x, r, sum) || !add_columns(x, r, sum, shift) || !set_steps(x)) {
        s->failed = true;
        return;
    }
    find_multipliers(x, (most_of(r, sum) + 1) << shift);
    reduce_costs(x, &x->best);
    if (x->bound > 0 && !post(x, r, sum, shift)) s->failed = true;
}

bool lri_relax_takes(const lri_relaxation *x, const lri_rules *r, uint32_t variable) {
    uint32_t nodes = r->problem->nodes.count, column = variable;
    if (variable >= nodes) column = nodes + r->variables.items[variable - nodes];
    return column < x->value.count && x->value.items[column] > one / 2;
}

void lri_relaxation_free(lri_relaxation *x) {
    void *const memory[] = {x->factors.items,    x->rows.items,    x->cost.items,
                            x->low.items,        x->high.items,    x->value.items,
                            x->ahead.items,      x->reduced.items, x->column_step.items,
                            x->multiplier.items, x->best.items,    x->row_step.items};
    for (size_t i = 0; i < sizeof memory / sizeof *memory; i++) free(memory[i]);
    *x = (lri_relaxation){0};
}
