/* Days and weeks: MODEL time goes in whole calendar weeks, Monday to Sunday.
 *
 * A day is a number: days since Monday 1900-01-01, so that its week is day / 7 and the Monday of
 * week w is day 7 * w. The proleptic Gregorian calendar, by Howard Hinnant's days_from_civil. */
#ifndef LRI_MODEL_CALENDAR_H
#define LRI_MODEL_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t lri_day;
typedef int32_t lri_week;

enum {
    LRI_LAST_DAY = 109572,      /* 2199-12-31, the last date that a file may name */
    LRI_HORIZON_WEEKS = 522,    /* no finish lies later than this after week(start) */
    LRI_ALWAYS_WEEK = INT32_MAX /* an end that never comes */
};

static inline lri_week lri_week_of(lri_day day) {
    return day / 7;
}

/* The day that year (1900..9999), month and day name; false when there is none. */
bool lri_day_make(int year, int month, int day, lri_day *out);

/* Reads "YYYY-MM-DD" in the range of the files. */
bool lri_day_parse(const char *text, lri_day *out);

/* The same up to the year 9999: a route may finish, and an award lapse, after the last date that a
 * catalogue or intake may name. */
bool lri_day_parse_late(const char *text, lri_day *out);

/* Writes "YYYY-MM-DD"; any day from 0 to the year 9999. */
void lri_day_format(lri_day day, char out[11]);

void lri_day_split(lri_day day, int *year, int *month, int *of_month);

/* The same day of the month so many months on, or that month's last day. */
lri_day lri_day_add_months(lri_day day, int months);

typedef enum lri_starts_kind {
    LRI_STARTS_ANY,
    LRI_STARTS_DATES,  /* `values`: days */
    LRI_STARTS_YEARLY, /* `values`: month * 100 + day */
    LRI_STARTS_MONTHLY /* `values`: one day of the month, 1..28 */
} lri_starts_kind;

/* In which weeks an offering may begin. */
typedef struct lri_starts {
    lri_starts_kind kind;
    uint32_t count;
    const int32_t *values;
} lri_starts;

/* May a person who is available from day `start` begin in `week`? (rule 1 without from and until:
 * the week holds an allowed day that is `start` or later.) O(count). */
bool lri_starts_allow(const lri_starts *starts, lri_day start, lri_week week);

/* Calls `take` with each week, from week(start) up to and including `last`, that
 * lri_starts_allow allows; a week may come more than once and in any order. O(weeks taken). */
void lri_starts_each(const lri_starts *starts, lri_day start, lri_week last,
                     void (*take)(void *context, lri_week week), void *context);

#endif
