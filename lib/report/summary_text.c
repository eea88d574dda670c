/* Totals for people: the counts, a table for each goal, one of the providers, and one for each
 * activity, with a bar for the places. */
#include <stdlib.h>
#include <string.h>

#include "json/json.h"
#include "report/layout.h"
#include "report/names.h"
#include "report/page.h"
#include "report/reason_kind.h"
#include "report/summary.h"

enum { BAR = 10 };

static const char *say(lri_page *page, lri_say what) {
    return lri_form(page->language, what);
}

static const char *number(lri_page *page, int64_t value) {
    return lri_page_number(page, value);
}

/* Writes the cells as a table, the first column of texts, the others of numbers; and frees them. */
static void write_table(lri_page *page, lri_series *cells, const lri_column *columns,
                        size_t count) {
    if (!page->text.failed)
        lri_write_table(&page->text, columns, count, cells->items, cells->count / count,
                        (size_t)page->width);
    free(cells->items);
}

/* ---- Counts ---- */

static void write_count(lri_page *page, lri_say what, int64_t count, int64_t proved) {
    if (!count) return;
    lri_page_bullet(page, LRI_SAY(page, what, {"count", number(page, count)},
                                  {"proved", number(page, proved)}));
}

static void write_counts(lri_page *page, const leerroute_summary *s) {
    int64_t proved = s->outcomes[LEERROUTE_OPTIMAL];
    lri_page_paragraph(
        page, LRI_SAY(page, LRI_SAY_SUMMARY_ALL, {"count", number(page, (int64_t)s->answers)}));
    write_count(page, LRI_SAY_SUMMARY_ROUTES, proved + s->outcomes[LEERROUTE_FEASIBLE], proved);
    write_count(page, LRI_SAY_SUMMARY_NONE, s->outcomes[LEERROUTE_NO_ROUTE], 0);
    write_count(page, LRI_SAY_SUMMARY_OPEN, s->outcomes[LEERROUTE_UNKNOWN], 0);
    write_count(page, LRI_SAY_SUMMARY_ERRORS, s->errors, 0);
}

/* A kind in words. */
typedef struct told_kind {
    lri_page *page;
    const leerroute_catalogue *catalogue;
    const char *phrase;
} told_kind;

static leerroute_status tell_kind(void *context, const lri_value *kind, lri_faults *faults) {
    told_kind *told = context;
    (void)faults;
    told->phrase = lri_reason_kind_phrase(told->page, told->catalogue, kind);
    return LEERROUTE_OK;
}

static const char *kind_phrase(lri_page *page, const leerroute_summary *s, const char *json) {
    told_kind told = {page, s->catalogue, ""};
    if (lri_json_read(json, strlen(json), "", 0, NULL, tell_kind, &told) != LEERROUTE_OK)
        page->text.failed = true;
    return told.phrase;
}

static void write_reasons(lri_page *page, const leerroute_summary *s) {
    if (s->reasons.count) lri_page_heading(page, LRI_SAY_TOTAL_REASONS);
    for (uint32_t i = 0; i < s->reasons.count; i++)
        lri_page_bullet(page, LRI_SAY(page, LRI_SAY_TOTAL_REASON,
                                      {"times", lri_page_count(page, s->reasons.items[i].people,
                                                               LRI_SAY_TIMES)},
                                      {"reason", kind_phrase(page, s, s->reasons.items[i].json)}));
}

/* ---- Spreads ---- */

/* The heads of the quartiles, after that of the names. */
static void name_quartiles(lri_page *page, lri_column *columns) {
    columns[0] = (lri_column){"", false, true};
    for (int q = 0; q < LRI_QUARTILES; q++)
        columns[1 + q] = (lri_column){say(page, (lri_say)(LRI_SAY_HEAD_LEAST + q)), true, true};
}

static void add_spread(lri_page *page, lri_series *cells, lri_say name, lri_spread *spread) {
    int64_t quartiles[LRI_QUARTILES];
    if (!spread->count) return;
    lri_quartiles(spread, quartiles);
    lri_series_add(page, cells, say(page, name));
    for (int q = 0; q < LRI_QUARTILES; q++) lri_series_add(page, cells, number(page, quartiles[q]));
}

static void add_saving(lri_page *page, lri_series *cells, lri_say name, lri_spread *spread) {
    if (!spread->count) return;
    add_spread(page, cells, name, spread);
    lri_series_add(page, cells, number(page, lri_total(spread)));
}

static void write_evc(lri_page *page, lri_evc_total *evc) {
    lri_column columns[2 + LRI_QUARTILES];
    lri_series cells = {0};
    if (!evc->people) return;
    name_quartiles(page, columns);
    columns[1 + LRI_QUARTILES] = (lri_column){say(page, LRI_SAY_HEAD_TOTAL), true, true};
    lri_page_heading(page, LRI_SAY_HEAD_EVC);
    write_count(page, LRI_SAY_EVC_PEOPLE, evc->people, 0);
    write_count(page, LRI_SAY_EVC_ONLY, evc->only, 0);
    write_count(page, LRI_SAY_EVC_NONE, evc->none, 0);
    write_count(page, LRI_SAY_EVC_OPEN, evc->open, 0);
    write_count(page, LRI_SAY_EVC_SAVED, evc->weeks.count, 0);
    add_saving(page, &cells, LRI_SAY_ROW_WEEKS, &evc->weeks);
    add_saving(page, &cells, LRI_SAY_ROW_EUROS, &evc->cost_eur);
    add_saving(page, &cells, LRI_SAY_ROW_HOURS, &evc->study_hours);
    if (cells.count) write_table(page, &cells, columns, 2 + LRI_QUARTILES);
}

/* ---- Goals ---- */

static void write_goal(lri_page *page, const leerroute_summary *s, lri_goal_total *g) {
    lri_column columns[1 + LRI_QUARTILES];
    name_quartiles(page, columns);
    const char *name = lri_requirement_name(page, s->catalogue, &g->requirements, g->node);
    lri_series cells = {0};
    lri_text_puts(&page->text, "\n");
    lri_page_paragraph(page, LRI_SAY(page, LRI_SAY_GOAL_PEOPLE, {"goal", name},
                                     {"people", number(page, g->people)},
                                     {"none", number(page, g->none)}));
    add_spread(page, &cells, LRI_SAY_ROW_WEEKS, &g->weeks);
    add_spread(page, &cells, LRI_SAY_ROW_EUROS, &g->cost_eur);
    add_spread(page, &cells, LRI_SAY_ROW_HOURS, &g->study_hours);
    if (cells.count) write_table(page, &cells, columns, 1 + LRI_QUARTILES);
}

/* ---- Providers ---- */

static void write_providers(lri_page *page, const leerroute_summary *s) {
    const lri_column columns[] = {{"", false, true},
                                  {say(page, LRI_SAY_TOTAL_PEOPLE), true, false},
                                  {say(page, LRI_SAY_HEAD_STEP_COUNT), true, false},
                                  {say(page, LRI_SAY_TOTAL_STUDY), true, false},
                                  {say(page, LRI_SAY_TOTAL_PRACTICE), true, false},
                                  {say(page, LRI_SAY_HEAD_COST), true, false}};
    lri_series cells = {0};
    for (uint32_t i = 0; i < s->providers.count; i++) {
        const lri_provider_total *p = &s->providers.items[i];
        lri_series_add(page, &cells, p->name ? p->name : say(page, LRI_SAY_NO_PROVIDER));
        lri_series_add(page, &cells, number(page, p->people));
        lri_series_add(page, &cells, number(page, p->steps));
        lri_series_add(page, &cells, number(page, p->study_hours));
        lri_series_add(page, &cells, number(page, p->practice_hours));
        lri_series_add(page, &cells, lri_page_euros(page, p->cost_eur));
    }
    if (!cells.count) return;
    lri_page_heading(page, LRI_SAY_HEAD_PROVIDERS);
    write_table(page, &cells, columns, 6);
}

/* ---- Months ---- */

static int64_t most_places(const leerroute_summary *s) {
    int64_t most = 1;
    for (uint32_t i = 0; i < s->months.count; i++)
        if (s->months.items[i].places > most) most = s->months.items[i].places;
    return most;
}

/* As long as there are places, next to the most of any; at least one block. */
static const char *bar(int64_t places, int64_t most) {
    static const char blocks[] = "██████████"; /* of three bytes each */
    int64_t length = (places * BAR + most - 1) / most;
    return blocks + 3 * (BAR - length);
}

static void add_months(lri_page *page, lri_series *cells, const leerroute_summary *s, uint32_t row,
                       int64_t most) {
    uint32_t count;
    const lri_month *m = lri_summary_months(s, row, &count);
    for (const lri_month *end = m + count; m < end; m++) {
        char month[8];
        lri_month_format(m->month, month);
        const char *kept = lri_arena_copy(&page->scratch, month, 7);
        if (!kept) page->text.failed = true;
        lri_series_add(page, cells, kept ? kept : "");
        lri_series_add(page, cells, number(page, m->starts));
        lri_series_add(page, cells, number(page, m->under_way));
        lri_series_add(page, cells, number(page, m->study_hours));
        lri_series_add(page, cells, number(page, m->practice_hours));
        lri_series_add(page, cells, number(page, m->places));
        lri_series_add(page, cells, bar(m->places, most));
    }
}

static void write_row(lri_page *page, const leerroute_summary *s, uint32_t row, const char *name,
                      int64_t most) {
    const lri_column columns[] = {{say(page, LRI_SAY_TOTAL_MONTH), false, false},
                                  {say(page, LRI_SAY_TOTAL_STARTS), true, false},
                                  {say(page, LRI_SAY_HEAD_FOLLOWS), true, false},
                                  {say(page, LRI_SAY_TOTAL_STUDY), true, false},
                                  {say(page, LRI_SAY_TOTAL_PRACTICE), true, false},
                                  {say(page, LRI_SAY_TOTAL_PLACES), true, false},
                                  {"", false, false}};
    lri_series cells = {0};
    add_months(page, &cells, s, row, most);
    if (!cells.count) return;
    lri_text_puts(&page->text, "\n");
    lri_page_paragraph(page, name);
    write_table(page, &cells, columns, 7);
}

/* The offerings of an activity, and all together where there are more of them. */
static void write_activity(lri_page *page, const leerroute_summary *s, uint32_t index,
                           int64_t most) {
    const leerroute_catalogue *c = s->catalogue;
    const lri_activity *a = &c->activities[index];
    uint32_t count, used = 0;
    for (uint32_t i = 0; i < a->offerings.count; i++) {
        lri_summary_months(s, a->offerings.first + i, &count);
        used += count > 0;
    }
    if (!used) return;
    lri_text_puts(&page->text, "\n");
    lri_page_paragraph(page, a->name);
    for (uint32_t i = 0; i < a->offerings.count; i++)
        write_row(page, s, a->offerings.first + i, c->offerings[a->offerings.first + i].id, most);
    if (used > 1) write_row(page, s, c->offering_count + index, a->id, most);
}

leerroute_status lri_summary_text(leerroute_summary *s, const leerroute_style *style, char **out,
                                  size_t *size) {
    lri_page page;
    lri_page_open(&page, style);
    write_counts(&page, s);
    write_reasons(&page, s);
    write_evc(&page, &s->evc);
    if (s->goals.count) lri_page_heading(&page, LRI_SAY_TOTAL_GOALS);
    for (uint32_t i = 0; i < s->goals.count; i++) write_goal(&page, s, &s->goals.items[i]);
    write_providers(&page, s);
    int64_t most = most_places(s);
    if (s->months.count) lri_page_heading(&page, LRI_SAY_HEAD_BY_MONTH);
    for (uint32_t i = 0; i < s->catalogue->activity_count; i++) write_activity(&page, s, i, most);
    return lri_page_close(&page, out, size);
}
