/*
 * The oracle's own calendar: proleptic Gregorian days, counted from Monday 0001-01-01 = 0.
 *
 * Day 0 is a Monday, so day / 7 numbers the weeks from Monday to Sunday. It shares nothing with
 * the library, so that a mistake in one calendar shows as a difference.
 */
#ifndef ORACLE_CALENDAR_H
#define ORACLE_CALENDAR_H

struct oracle_date {
    int year, month, day;
};

int oracle_days_in_month(int year, int month);
int oracle_day(struct oracle_date date);
struct oracle_date oracle_date(int day);

/* "YYYY-MM-DD" to a day. */
int oracle_parse_day(const char *text);
void oracle_format_day(int day, char text[11]);

/* The same day of the month that many months later, or that month's last day. */
int oracle_add_months(int day, int months);

#endif
