/* Sums with a limit: the cost within the budget, the loads within the room up to the finish.
 *
 * Each task that is used counts with the least share of the modes that are still possible. A mode
 * whose share would take the sum over its limit is not used. Of the loads only tasks count that
 * must be over by the finish: those of which nothing but their being done is asked. */
#include "plan/rules.h"

int64_t lri_share_of(const lri_rules *r, lri_sum_kind sum, const lri_mode *mode) {
    if (sum == LRI_SUM_COST) return mode->cost_eur;
    if (sum == LRI_SUM_HOURS) return mode->study_hours;
    if (r->problem->tasks.items[mode->task].started != LRI_NONE) return 0;
    return (int64_t)mode->load[sum - LRI_SUM_LOAD] * mode->weeks;
}

static int64_t share_of(const lri_rules *r, lri_sum_kind sum, uint32_t mode) {
    return lri_share_of(r, sum, &r->problem->modes.items[mode]);
}

static uint32_t limited_by(const lri_rules *r, lri_sum_kind sum) {
    return sum == LRI_SUM_COST ? r->cost : sum == LRI_SUM_HOURS ? r->hours : r->problem->finish;
}

/* The most that the sum may be when the variable that limits it is `value`. */
static int64_t limit_at(const lri_rules *r, lri_sum_kind sum, int64_t value) {
    return sum < LRI_SUM_LOAD ? value : r->room_before[sum - LRI_SUM_LOAD].items[value];
}

/* The least value of the variable with which the sum may be so much. */
static int64_t value_for(const lri_rules *r, lri_sum_kind sum, int64_t total) {
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

/* The least share of the task's possible modes. */
static int64_t least_share(const lri_rules *r, lri_sum_kind sum, const lri_task *task) {
    int64_t least = INT64_MAX;
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        int64_t share = share_of(r, sum, m);
        if (share < least && lri_is_possible(r, m)) least = share;
    }
    return least == INT64_MAX ? 0 : least;
}

/* Says why each task but one counts as it does: it is used, and not in a mode with a smaller share.
 */
static void because_shares(lri_rules *r, lri_sum_kind sum, uint32_t but) {
    lri_solver *s = r->solver;
    for (uint32_t i = 0; i < r->shares.count; i++) {
        const lri_share *share = &r->shares.items[i];
        if (share->task == but || !share->least) continue;
        const lri_task *task = &r->problem->tasks.items[share->task];
        lri_because(s, lri_at_least(lri_use_of(r, share->task), 1));
        for (uint32_t m = task->first; m < task->first + task->count; m++)
            if (share_of(r, sum, m) < share->least)
                lri_because(s, lri_at_least(lri_start_of(r, m), s->never));
    }
}

static int64_t add_shares(lri_rules *r, lri_sum_kind sum) {
    int64_t total = 0;
    r->shares.count = 0;
    for (uint32_t t = 0; t < r->problem->tasks.count; t++) {
        if (!lri_lower(r->solver, lri_use_of(r, t))) continue;
        int64_t least = least_share(r, sum, &r->problem->tasks.items[t]);
        total += least;
        if (least && !lri_push(&r->shares, (lri_share){t, least})) r->solver->failed = true;
    }
    return total;
}

/* Bars the modes that would exceed the limit in place of the task's least share. */
static bool bar_modes(lri_rules *r, lri_sum_kind sum, uint32_t t, int64_t slack) {
    lri_solver *s = r->solver;
    const lri_task *task = &r->problem->tasks.items[t];
    uint32_t limited = limited_by(r, sum);
    for (uint32_t m = task->first; m < task->first + task->count; m++) {
        if (share_of(r, sum, m) <= slack || !lri_is_possible(r, m)) continue;
        because_shares(r, sum, t);
        lri_because(s, lri_at_most(limited, lri_upper(s, limited)));
        if (!lri_imply(s, lri_at_least(lri_start_of(r, m), s->never))) return false;
    }
    return true;
}

bool lri_run_sum(lri_solver *s, void *rules, uint32_t kind) {
    lri_rules *r = rules;
    lri_sum_kind sum = (lri_sum_kind)kind;
    uint32_t limited = limited_by(r, sum);
    int64_t total = add_shares(r, sum), least = value_for(r, sum, total);
    if (lri_lower(s, limited) < least) {
        because_shares(r, sum, LRI_NONE);
        if (!lri_imply(s, lri_at_least(limited, least))) return false;
    }
    if (sum >= LRI_SUM_LOAD && lri_upper(s, limited) == s->never) return true;
    int64_t slack = limit_at(r, sum, lri_upper(s, limited)) - total;
    uint32_t next = 0; /* among the shares */
    for (uint32_t t = 0; t < r->problem->tasks.count; t++) {
        int64_t own = 0;
        if (next < r->shares.count && r->shares.items[next].task == t)
            own = r->shares.items[next++].least;
        if (!bar_modes(r, sum, t, slack + own)) return false;
    }
    return true;
}
