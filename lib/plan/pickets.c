#include "plan/pickets.h"

/* Weeks by how many modes with few starts may begin in them. */
static uint32_t count_starts(lri_rules *r, uint32_t tally[LRI_HORIZON_WEEKS + 1]) {
    enum { FEW = 4 }; /* less than one week in so many */
    uint32_t most = 0;
    for (int week = 0; week <= LRI_HORIZON_WEEKS; week++) tally[week] = 0;
    for (uint32_t m = 0; m < r->problem->modes.count; m++) {
        const lri_weeks *starts = &r->problem->modes.items[m].starts;
        int first = lri_weeks_next(starts, 0), last = lri_weeks_prior(starts, r->problem->last);
        if (first < 0 || lri_weeks_count(starts) * FEW > last - first + FEW) continue;
        for (int week = first; week >= 0; week = lri_weeks_next(starts, week + 1))
            if (++tally[week] > most) most = tally[week];
    }
    return most;
}

/* By week the pickets before it; as many again as the longest mode may last beyond the horizon. */
enum { LONGEST = 520, WEEKS = LRI_HORIZON_WEEKS + 1 + LONGEST };

static int32_t least_pickets(const int32_t before[WEEKS + 1], const lri_mode *mode) {
    int32_t least = INT32_MAX;
    for (int week = lri_weeks_next(&mode->starts, 0); week >= 0 && least;
         week = lri_weeks_next(&mode->starts, week + 1)) {
        int32_t count = before[week + mode->weeks] - before[week];
        if (count < least) least = count;
    }
    return least == INT32_MAX ? 0 : least;
}

bool lri_pickets_choose(lri_rules *r) {
    enum { HALF = 2 };
    uint32_t tally[LRI_HORIZON_WEEKS + 1], most = count_starts(r, tally);
    int32_t before[WEEKS + 1] = {0};
    r->pickets = (lri_weeks){{0}};
    r->picketed.count = 0;
    for (int week = 0; week < WEEKS; week++) {
        bool is_picket = week <= LRI_HORIZON_WEEKS && most && tally[week] * HALF > most;
        if (is_picket) lri_weeks_add(&r->pickets, week);
        before[week + 1] = before[week] + is_picket;
    }
    if (!lri_room(&r->picketed, r->problem->modes.count)) return false;
    for (uint32_t m = 0; m < r->problem->modes.count; m++)
        lri_push(&r->picketed, least_pickets(before, &r->problem->modes.items[m]));
    return true;
}
