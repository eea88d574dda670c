#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/calendar.h"
#include "support.h"

static lri_day day(const char *text) {
    lri_day out;
    if (!lri_day_parse_late(text, &out)) ck_abort_msg("%s", text);
    return out;
}

START_TEST(days_count_on_and_read_back) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    lri_day expected = 0;
    for (int year = 1900; year <= 2400; year++) {
        bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        for (int month = 1; month <= 12; month++) {
            int length = lengths[month - 1] + (leap && month == 2);
            for (int d = 1; d <= length; d++, expected++) {
                char text[40], back[11];
                snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, d);
                lri_day_format(expected, back);
                /* What is asserted is noted by the test, which takes its time. */
                if (day(text) != expected || strcmp(back, text) != 0) ck_abort_msg("%s", text);
            }
        }
    }
}
END_TEST

START_TEST(weeks_begin_on_monday) {
    ck_assert_int_eq(lri_week_of(day("1900-01-01")), 0);
    ck_assert_int_eq(day("2026-08-31") % 7, 0);
    ck_assert_int_eq(lri_week_of(day("2026-09-06")), lri_week_of(day("2026-08-31")));
    ck_assert_int_eq(lri_week_of(day("2026-09-07")), lri_week_of(day("2026-08-31")) + 1);
}
END_TEST

START_TEST(what_is_no_date) {
    static const char *const wrong[] = {
        "",           "2026-8-31",  "2026-08-3",  "2026-08-311", "2026-02-29",  "1900-02-29",
        "2100-02-29", "1899-12-31", "2200-01-01", "2026-13-01",  "2026-00-01",  "2026-01-00",
        "2026-04-31", "2026/08/31", "20260831",   " 2026-08-31", "2026-08-31 ", "+026-08-31"};
    lri_day out;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        ck_assert_msg(!lri_day_parse(wrong[i], &out), "%s", wrong[i]);
    ck_assert(lri_day_parse("2000-02-29", &out));
    ck_assert(lri_day_parse("2199-12-31", &out));
    ck_assert_int_eq(out, LRI_LAST_DAY);
    ck_assert(lri_day_parse_late("2200-01-01", &out));
    ck_assert_int_eq(out, LRI_LAST_DAY + 1);
}
END_TEST

START_TEST(months_keep_the_day_or_take_the_last) {
    static const struct {
        const char *from;
        int months;
        const char *to;
    } rows[] = {{"2026-01-31", 1, "2026-02-28"},  {"2024-01-31", 1, "2024-02-29"},
                {"2024-02-29", 12, "2025-02-28"}, {"2024-02-29", 48, "2028-02-29"},
                {"2026-08-31", 1, "2026-09-30"},  {"2026-12-15", 1, "2027-01-15"},
                {"2026-11-30", 3, "2027-02-28"},  {"2199-12-31", 1200, "2299-12-31"},
                {"2026-05-05", 24, "2028-05-05"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_int_eq(lri_day_add_months(day(rows[i].from), rows[i].months), day(rows[i].to));
}
END_TEST

/* The weeks in which one may begin, of thirty from that of 2026-08-31 on: their numbers. */
static const char *allows(lri_starts_kind kind, uint32_t count, const int32_t *values,
                          const char *start) {
    static char text[400];
    char *out = text;
    lri_starts starts = {kind, count, values};
    lri_week first = lri_week_of(day("2026-08-31"));
    *out = '\0';
    for (lri_week week = first - 1; week < first + 30; week++)
        if (lri_starts_allow(&starts, day(start), week)) out += sprintf(out, " %d", week - first);
    return text;
}

START_TEST(starts_allow_their_weeks) {
    int32_t dates[] = {day("2026-09-30"), day("2026-08-31"), day("2026-09-02")};
    ck_assert_str_eq(allows(LRI_STARTS_DATES, 3, dates, "2026-08-31"), " 0 4");
    ck_assert_str_eq(allows(LRI_STARTS_DATES, 3, dates, "2026-09-02"), " 0 4");
    ck_assert_str_eq(allows(LRI_STARTS_DATES, 3, dates, "2026-09-03"), " 4");
    int32_t yearly[] = {201, 901};
    ck_assert_str_eq(allows(LRI_STARTS_YEARLY, 2, yearly, "2026-08-31"), " 0 22");
    ck_assert_str_eq(allows(LRI_STARTS_YEARLY, 2, yearly, "2026-09-02"), " 22");
    int32_t monthly[] = {1};
    ck_assert_str_eq(allows(LRI_STARTS_MONTHLY, 1, monthly, "2026-08-31"), " 0 4 8 13 17 22 26");
    int32_t leap_day[] = {229};
    ck_assert_str_eq(allows(LRI_STARTS_YEARLY, 1, leap_day, "2026-08-31"), "");
}
END_TEST

Suite *calendar_suite(void) {
    Suite *suite = suite_create("calendar");
    TCase *tests = tcase_create("calendar");
    tcase_add_test(tests, days_count_on_and_read_back);
    tcase_add_test(tests, weeks_begin_on_monday);
    tcase_add_test(tests, what_is_no_date);
    tcase_add_test(tests, months_keep_the_day_or_take_the_last);
    tcase_add_test(tests, starts_allow_their_weeks);
    suite_add_tcase(suite, tests);
    return suite;
}
