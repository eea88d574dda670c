/* Sums with a limit: the cost, the study hours, and the work that must fit before the finish.
 *
 * Each task that is used counts with the least share of the modes that are still possible, and what
 * is needed beyond them with the least that it costs (needs.h); the sum pushes up the variable that
 * limits it, and a mode whose share would take it over the limit is not used. Of the loads only
 * tasks count that must be over by the end: those of which nothing but their being done is
 * asked. Their limit is the room in all weeks before it. */
#include "plan/needs.h"

int64_t lri_share_of(const lri_rules *r, lri_sum_kind sum, const lri_mode *mode) {
    if (sum == LRI_SUM_COST) return mode->cost_eur;
    if (sum == LRI_SUM_HOURS) return mode->study_hours;
    if (r->problem->tasks.items[mode->task].started != LRI_NONE) return 0;
    if (sum < LRI_SUM_PICKETS) return (int64_t)mode->load[sum - LRI_SUM_LOAD] * mode->weeks;
    return (int64_t)mode->load[sum - LRI_SUM_PICKETS] *
           r->picketed.items[mode - r->problem->modes.items];
}

static int64_t share_of(const lri_rules *r, lri_sum_kind sum, uint32_t mode) {
    return lri_share_of(r, sum, &r->problem->modes.items[mode]);
}

uint32_t lri_limit_of(const lri_rules *r, lri_sum_kind sum) {
    if (sum == LRI_SUM_COST) return r->cost;
    return sum == LRI_SUM_HOURS ? r->hours : r->problem->end;
}

int64_t lri_most_at(const lri_rules *r, lri_sum_kind sum, int64_t value) {
    return sum < LRI_SUM_LOAD ? value : r->room_before[sum - LRI_SUM_LOAD].items[value];
}

int64_t lri_value_for(const lri_rules *r, lri_sum_kind sum, int64_t total) {
    if (sum < LRI_SUM_LOAD) return total;
    const int64_t *room = r->room_before[sum - LRI_SUM_LOAD].items;
    int64_t low = 0, high = r->problem->never;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (room[middle] < total)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int64_t lri_least_share(const lri_rules *r, lri_sum_kind sum, const lri_task *task) {
    int64_t least = INT64_MAX;
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        int64_t share = share_of(r, sum, m);
        if (share < least && lri_is_possible(r, m)) least = share;
    }
    return least == INT64_MAX ? 0 : least;
}

/* Says why each task but one, and each need but the one that it may serve, counts as it does: a
 * task is used, and not in a mode with a smaller share. What adds up to no more than `spare` is
 * left out. */
static void because_shares(lri_rules *r, lri_sum_kind sum, uint32_t but, int64_t spare) {
    lri_solver *s = r->solver;
    for (uint32_t i = 0; i < r->shares.count; i++) {
        const lri_share *share = &r->shares.items[i];
        if (share->task == but) continue;
        if (share->least <= spare) {
            spare -= share->least;
            continue;
        }
        const lri_task *task = &r->problem->tasks.items[share->task];
        lri_because(s, lri_used(r, share->task));
        for (uint32_t m = task->first; m < task->first + task->count; m++)
            if (share_of(r, sum, m) < share->least)
                lri_because(s, lri_at_least(lri_start_of(r, m), s->never));
    }
    for (uint32_t i = 0; i < r->needs.count; i++) {
        const lri_need *need = &r->needs.items[i];
        if (but != LRI_NONE && r->claims.items[but] == i) continue;
        if (need->least <= spare)
            spare -= need->least;
        else
            lri_needs_because(r, sum, i);
    }
}

static int64_t add_shares(lri_rules *r, lri_sum_kind sum) {
    int64_t total = 0;
    r->shares.count = 0;
    for (uint32_t t = 0; t < r->problem->tasks.count; t++) {
        if (!lri_holds(r->solver, lri_used(r, t))) continue;
        int64_t least = lri_least_share(r, sum, &r->problem->tasks.items[t]);
        total += least;
        if (least && !lri_push(&r->shares, (lri_share){t, least})) r->solver->failed = true;
    }
    return total;
}

/* Bars the modes that would exceed the limit in place of the task's own least share. Of a task
 * without one the reason is that of the one before, when as much is spare in it: `*told`, or -1. */
static bool bar_modes(lri_rules *r, lri_sum_kind sum, uint32_t t, int64_t slack, int64_t own,
                      int64_t *told) {
    lri_solver *s = r->solver;
    const lri_task *task = &r->problem->tasks.items[t];
    uint32_t limit = lri_limit_of(r, sum);
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        int64_t share = share_of(r, sum, m);
        if (share <= slack + own || !lri_is_possible(r, m)) continue;
        lri_atom barred = lri_at_least(lri_start_of(r, m), s->never);
        int64_t spare = share - slack - own - 1;
        if (!own && spare == *told && !lri_is_used(r, m)) {
            if (!lri_imply_too(s, barred)) return false;
            continue;
        }
        because_shares(r, sum, t, spare);
        lri_because(s, lri_at_most(limit, lri_upper(s, limit)));
        if (!lri_imply(s, barred)) return false;
        *told = own ? -1 : spare;
    }
    return true;
}

bool lri_is_limited(const lri_rules *r, lri_sum_kind sum) {
    return r->most[sum] > lri_most_at(r, sum, lri_upper(r->solver, lri_limit_of(r, sum)));
}

/* May the sum be anything? Then nothing is to be said of it. */
static bool is_idle(const lri_rules *r, lri_sum_kind sum) {
    if (sum >= LRI_SUM_LOAD)
        return r->most[sum] <= lri_most_at(r, sum, lri_lower(r->solver, r->problem->end));
    return !lri_is_limited(r, sum) && !r->problem->conditions->cuts.count;
}

bool lri_run_sum(lri_solver *s, void *rules, uint32_t kind) {
    lri_rules *r = rules;
    lri_sum_kind sum = (lri_sum_kind)kind;
    uint32_t limit = lri_limit_of(r, sum), next = 0; /* among the shares */
    if (is_idle(r, sum)) return true;
    int64_t total = add_shares(r, sum) + lri_needs_find(r, sum),
            least = lri_value_for(r, sum, total);
    int64_t high = lri_upper(s, limit);
    if (lri_lower(s, limit) < least) {
        if (least > high) least = high + 1; /* a conflict: no more is said than it needs */
        because_shares(r, sum, LRI_NONE, total - 1 - lri_most_at(r, sum, least - 1));
        if (!lri_imply(s, lri_at_least(limit, least))) return false;
    }
    if (sum >= LRI_SUM_LOAD && high == s->never) return true;
    int64_t slack = lri_most_at(r, sum, high) - total, told = -1;
    if (r->dearest[sum] <= slack) return true;
    for (uint32_t t = 0; t < r->problem->tasks.count; t++) {
        int64_t own = 0;
        if (next < r->shares.count && r->shares.items[next].task == t)
            own = r->shares.items[next++].least;
        else if (r->claims.items[t] != LRI_NONE)
            own = r->needs.items[r->claims.items[t]].least;
        if (!bar_modes(r, sum, t, slack, own, &told)) return false;
    }
    return true;
}
