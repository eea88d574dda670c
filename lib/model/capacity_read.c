/* Reads the time that the person has: a capacity, and periods in which it is another. */
#include <stdlib.h>
#include <string.h>

#include "model/intake_maker.h"

enum { PARALLEL_MAX = 100, WEEKS = LRI_LAST_DAY / 7 + 1 };

typedef struct draft {
    int64_t study_hours, practice_hours, parallel;
    const lri_value *periods;
    lri_day from, to;
} draft;

#define AT(member) .offset = offsetof(draft, member)
#define STUDY_HOURS                                                                                \
    .key = "study_hours_per_week", .type = LRI_FIELD_WHOLE, AT(study_hours),                       \
    .maximum = LRI_WEEK_HOURS_MAX
#define PRACTICE_HOURS                                                                             \
    {                                                                                              \
        .key = "practice_hours_per_week", .type = LRI_FIELD_WHOLE, AT(practice_hours),             \
        .maximum = LRI_WEEK_HOURS_MAX                                                              \
    }
#define PARALLEL                                                                                   \
    {                                                                                              \
        .key = "parallel", .type = LRI_FIELD_WHOLE, AT(parallel), .minimum = 1,                    \
        .maximum = PARALLEL_MAX                                                                    \
    }

static const lri_field capacity_fields[] = {
    {STUDY_HOURS, .needed = true},
    PRACTICE_HOURS,
    PARALLEL,
    {.key = "periods", .type = LRI_FIELD_LIST, AT(periods)},
};
static const lri_shape capacity_shape = LRI_SHAPE(capacity_fields);

static const lri_field period_fields[] = {
    {.key = "from", .type = LRI_FIELD_DATE, AT(from), .needed = true},
    {.key = "to", .type = LRI_FIELD_DATE, AT(to), .needed = true},
    {STUDY_HOURS},
    PRACTICE_HOURS,
    PARALLEL,
};
static const lri_shape period_shape = LRI_SHAPE(period_fields);

static lri_capacity capacity_of(const draft *d) {
    return (lri_capacity){(int32_t)d->study_hours, (int32_t)d->practice_hours,
                          (int32_t)d->parallel};
}

/* One period; what it leaves out is as in `ordinary`. `taken` has the weeks of those before it. */
static void read_period(lri_intake_maker *maker, const lri_value *value, draft ordinary,
                        unsigned char taken[WEEKS]) {
    leerroute_intake *intake = maker->intake;
    draft d = ordinary;
    d.from = d.to = -1;
    if (!lri_read_object(&maker->reader, value, &period_shape, &d) || d.from < 0 || d.to < 0)
        return;
    if (d.to < d.from) {
        lri_fault_order(&maker->reader, value, "from", "to");
        return;
    }
    lri_week from = lri_week_of(d.from), to = lri_week_of(d.to);
    size_t count = (size_t)(to - from) + 1;
    if (memchr(taken + from, 1, count))
        lri_faults_add(maker->reader.faults,
                       &(lri_fault){.code = LEERROUTE_FAULT_OVERLAP,
                                    .at = value,
                                    .value = lri_value_member(value, "from")->text,
                                    .expected = lri_value_member(value, "to")->text});
    memset(taken + from, 1, count);
    intake->periods[intake->period_count++] =
        (lri_period){.from = from,
                     .to = to,
                     .capacity = capacity_of(&d),
                     .has_study_hours = lri_value_member(value, "study_hours_per_week"),
                     .has_practice_hours = lri_value_member(value, "practice_hours_per_week"),
                     .has_parallel = lri_value_member(value, "parallel")};
}

static int compare_periods(const void *a, const void *b) {
    lri_week x = ((const lri_period *)a)->from, y = ((const lri_period *)b)->from;
    return (x > y) - (x < y);
}

static void read_periods(lri_intake_maker *maker, const lri_value *list, draft ordinary) {
    leerroute_intake *intake = maker->intake;
    intake->periods = lri_intake_array(maker, list->count, sizeof *intake->periods);
    if (!intake->periods) return;
    unsigned char taken[WEEKS] = {0};
    for (const lri_value *item = list->first; item; item = item->next)
        read_period(maker, item, ordinary, taken);
    if (intake->period_count > 1)
        qsort(intake->periods, intake->period_count, sizeof *intake->periods, compare_periods);
}

void lri_read_capacity(lri_intake_maker *maker, const lri_value *value) {
    draft d = {.parallel = INT32_MAX};
    if (!lri_read_object(&maker->reader, value, &capacity_shape, &d)) return;
    maker->intake->capacity = capacity_of(&d);
    if (d.periods) read_periods(maker, d.periods, d);
}
