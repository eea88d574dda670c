/*
 * The oracle's own calendar. It can be trusted because it is the definition of the Gregorian
 * calendar written down, with the inverse found by counting.
 */
#include "oracle_calendar.h"

#include <stdbool.h>
#include <stdio.h>

static bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int oracle_days_in_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

int oracle_day(struct oracle_date date) {
    int before = date.year - 1;
    int day = 365 * before + before / 4 - before / 100 + before / 400;
    for (int month = 1; month < date.month; month++)
        day += oracle_days_in_month(date.year, month);
    return day + date.day - 1;
}

struct oracle_date oracle_date(int day) {
    struct oracle_date date = {day / 366 + 1, 1, 1}; /* never a later year than the right one */
    while (oracle_day((struct oracle_date){date.year + 1, 1, 1}) <= day)
        date.year++;
    date.day += day - oracle_day(date);
    while (date.day > oracle_days_in_month(date.year, date.month))
        date.day -= oracle_days_in_month(date.year, date.month++);
    return date;
}

int oracle_parse_day(const char *text) {
    struct oracle_date date = {1, 1, 1};
    sscanf(text, "%4d-%2d-%2d", &date.year, &date.month, &date.day);
    return oracle_day(date);
}

void oracle_format_day(int day, char text[11]) {
    struct oracle_date date = oracle_date(day);
    snprintf(text, 11, "%04u-%02u-%02u", (unsigned)date.year % 10000U, (unsigned)date.month % 100U,
             (unsigned)date.day % 100U);
}

int oracle_add_months(int day, int months) {
    struct oracle_date date = oracle_date(day);
    int month = date.month - 1 + months;
    date.year += month / 12;
    date.month = month % 12 + 1;
    if (date.day > oracle_days_in_month(date.year, date.month))
        date.day = oracle_days_in_month(date.year, date.month);
    return oracle_day(date);
}
