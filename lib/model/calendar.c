#include "model/calendar.h"

static bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_length(int year, int month) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

/* Hinnant's days_from_civil with March as the first month, moved to 1900-01-01. */
static lri_day day_of(int year, int month, int of_month) {
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + of_month - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 693901;
}

bool lri_day_make(int year, int month, int day, lri_day *out) {
    if (year < 1900 || year > 9999 || month < 1 || month > 12) return false;
    if (day < 1 || day > month_length(year, month)) return false;
    *out = day_of(year, month, day);
    return true;
}

bool lri_day_parse_late(const char *text, lri_day *out) {
    for (int i = 0; i < 10; i++) {
        bool dash = i == 4 || i == 7;
        if (dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
    }
    if (text[10] != '\0') return false;
#define DIGIT(i) (text[i] - '0')
    return lri_day_make(DIGIT(0) * 1000 + DIGIT(1) * 100 + DIGIT(2) * 10 + DIGIT(3),
                        DIGIT(5) * 10 + DIGIT(6), DIGIT(8) * 10 + DIGIT(9), out);
#undef DIGIT
}

bool lri_day_parse(const char *text, lri_day *out) {
    return lri_day_parse_late(text, out) && *out <= LRI_LAST_DAY;
}

void lri_day_split(lri_day day, int *year, int *month, int *of_month) {
    int z = day + 693901;
    int era = z / 146097;
    int day_of_era = z - era * 146097;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int march_month = (5 * day_of_year + 2) / 153;
    *of_month = day_of_year - (153 * march_month + 2) / 5 + 1;
    *month = march_month < 10 ? march_month + 3 : march_month - 9;
    *year = year_of_era + era * 400 + (*month <= 2);
}

static void write_digits(char *out, int count, int number) {
    for (; count > 0; number /= 10) out[--count] = (char)('0' + number % 10);
}

void lri_day_format(lri_day day, char out[11]) {
    int year, month, of_month;
    lri_day_split(day, &year, &month, &of_month);
    write_digits(out, 4, year);
    write_digits(out + 5, 2, month);
    write_digits(out + 8, 2, of_month);
    out[4] = out[7] = '-';
    out[10] = '\0';
}

lri_day lri_day_add_months(lri_day day, int months) {
    int year, month, of_month;
    lri_day_split(day, &year, &month, &of_month);
    int count = year * 12 + month - 1 + months;
    year = count / 12;
    month = count % 12 + 1;
    int last = month_length(year, month);
    return day_of(year, month, of_month < last ? of_month : last);
}

/* Does the week hold the day `value` of the kind, not before `start`? The days of a week lie in at
 * most two months, so each of its seven days is looked at. */
static bool week_has(lri_starts_kind kind, int32_t value, lri_day start, lri_week week) {
    if (kind == LRI_STARTS_DATES) return value >= start && lri_week_of(value) == week;
    for (lri_day day = week * 7; day < week * 7 + 7; day++) {
        int year, month, of_month;
        lri_day_split(day, &year, &month, &of_month);
        int named = kind == LRI_STARTS_MONTHLY ? of_month : month * 100 + of_month;
        if (named == value && day >= start) return true;
    }
    return false;
}

bool lri_starts_allow(const lri_starts *starts, lri_day start, lri_week week) {
    if (week < lri_week_of(start)) return false;
    if (starts->kind == LRI_STARTS_ANY) return true;
    for (uint32_t i = 0; i < starts->count; i++)
        if (week_has(starts->kind, starts->values[i], start, week)) return true;
    return false;
}

void lri_starts_each(const lri_starts *starts, lri_day start, lri_week last,
                     void (*take)(void *context, lri_week week), void *context) {
    if (starts->kind == LRI_STARTS_ANY)
        for (lri_week week = lri_week_of(start); week <= last; week++) take(context, week);
    int year, month, of_month, last_year;
    lri_day_split(last * 7 + 6, &last_year, &month, &of_month);
    lri_day_split(start, &year, &month, &of_month);
    for (uint32_t i = 0; i < starts->count; i++) {
        lri_day day = starts->values[i];
        if (starts->kind == LRI_STARTS_DATES) {
            if (day >= start && lri_week_of(day) <= last) take(context, lri_week_of(day));
            continue;
        }
        bool monthly = starts->kind == LRI_STARTS_MONTHLY;
        int first = year * 12 + (monthly ? 0 : starts->values[i] / 100 - 1);
        for (int at = first; at < (last_year + 1) * 12; at += monthly ? 1 : 12)
            if (lri_day_make(at / 12, at % 12 + 1, starts->values[i] % 100, &day) && day >= start &&
                lri_week_of(day) <= last)
                take(context, lri_week_of(day));
    }
}
