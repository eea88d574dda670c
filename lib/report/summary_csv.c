/* Totals for a spreadsheet: one table, a number a line, so that it can be filtered and pivoted. */
#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "report/summary.h"

/* A cell (RFC 4180). What a spreadsheet would take for a formula gets a quote before it. */
static void add_cell(lri_text *text, const char *cell) {
    lri_text_puts(text, "\"");
    if (*cell && strchr("=+-@\t\r", *cell)) lri_text_puts(text, "'");
    for (; *cell; cell++) {
        if (*cell == '"') lri_text_puts(text, "\"");
        lri_text_add(text, cell, 1);
    }
    lri_text_puts(text, "\",");
}

static void add_row(lri_text *text, const char *table, const char *id, const char *offering,
                    const char *month, const char *measure, int64_t value) {
    lri_text_printf(text, "%s,", table);
    add_cell(text, id);
    add_cell(text, offering);
    lri_text_printf(text, "%s,%s,%" PRId64 "\r\n", month, measure, value);
}

static void add_months(lri_text *text, const leerroute_summary *s, const char *table,
                       const char *id, const char *offering, uint32_t row) {
    uint32_t count;
    const lri_month *m = lri_summary_months(s, row, &count);
    for (const lri_month *end = m + count; m < end; m++) {
        char month[8];
        lri_month_format(m->month, month);
        add_row(text, table, id, offering, month, "starts", m->starts);
        add_row(text, table, id, offering, month, "under_way", m->under_way);
        add_row(text, table, id, offering, month, "places", m->places);
        add_row(text, table, id, offering, month, "study_hours", m->study_hours);
        add_row(text, table, id, offering, month, "practice_hours", m->practice_hours);
    }
}

static void add_activity(lri_text *text, const leerroute_summary *s, uint32_t index) {
    const leerroute_catalogue *c = s->catalogue;
    const lri_activity *a = &c->activities[index];
    add_months(text, s, "activity", a->id, "", c->offering_count + index);
    for (uint32_t i = 0; i < a->offerings.count; i++) {
        uint32_t row = a->offerings.first + i;
        add_months(text, s, "offering", a->id, c->offerings[row].id, row);
    }
}

static void add_provider(lri_text *text, const lri_provider_total *p) {
    const char *name = p->name ? p->name : "";
    add_row(text, "provider", name, "", "", "people", p->people);
    add_row(text, "provider", name, "", "", "steps", p->steps);
    add_row(text, "provider", name, "", "", "study_hours", p->study_hours);
    add_row(text, "provider", name, "", "", "practice_hours", p->practice_hours);
    add_row(text, "provider", name, "", "", "cost_eur", p->cost_eur);
}

/* A measure of two words: "weeks_median". */
static void add_measure(lri_text *text, const char *table, const char *id, const char *name,
                        const char *which, int64_t value) {
    lri_text measure = {0};
    lri_text_printf(&measure, "%s_%s", name, which);
    text->failed |= measure.failed;
    if (!measure.failed) add_row(text, table, id, "", "", measure.bytes, value);
    lri_text_free(&measure);
}

static void add_spread(lri_text *text, const char *table, const char *id, const char *name,
                       lri_spread *spread) {
    int64_t quartiles[LRI_QUARTILES];
    if (!spread->count) return;
    lri_quartiles(spread, quartiles);
    for (int q = 0; q < LRI_QUARTILES; q++)
        add_measure(text, table, id, name, lri_quartile_keys[q], quartiles[q]);
}

static void add_goal(lri_text *text, lri_goal_total *g) {
    add_row(text, "goal", g->json, "", "", "people", g->people);
    add_row(text, "goal", g->json, "", "", "none", g->none);
    add_row(text, "goal", g->json, "", "", "unknown", g->open);
    add_spread(text, "goal", g->json, "weeks", &g->weeks);
    add_spread(text, "goal", g->json, "cost_eur", &g->cost_eur);
    add_spread(text, "goal", g->json, "study_hours", &g->study_hours);
}

static void add_saving(lri_text *text, const char *name, lri_spread *spread) {
    add_spread(text, "evc", "", name, spread);
    if (spread->count) add_measure(text, "evc", "", name, "total", lri_total(spread));
}

static void add_evc(lri_text *text, lri_evc_total *evc) {
    if (!evc->people) return;
    add_row(text, "evc", "", "", "", "people", evc->people);
    add_row(text, "evc", "", "", "", "only", evc->only);
    add_row(text, "evc", "", "", "", "none", evc->none);
    add_row(text, "evc", "", "", "", "unknown", evc->open);
    add_saving(text, "weeks", &evc->weeks);
    add_saving(text, "cost_eur", &evc->cost_eur);
    add_saving(text, "study_hours", &evc->study_hours);
}

leerroute_status lri_summary_csv(leerroute_summary *s, char **out, size_t *size) {
    lri_text text = {0};
    lri_text_puts(&text, "table,id,offering,month,measure,value\r\n");
    add_row(&text, "all", "", "", "", "answers", (int64_t)s->answers);
    add_row(&text, "all", "", "", "", "optimal", s->outcomes[LEERROUTE_OPTIMAL]);
    add_row(&text, "all", "", "", "", "feasible", s->outcomes[LEERROUTE_FEASIBLE]);
    add_row(&text, "all", "", "", "", "none", s->outcomes[LEERROUTE_NO_ROUTE]);
    add_row(&text, "all", "", "", "", "unknown", s->outcomes[LEERROUTE_UNKNOWN]);
    add_row(&text, "all", "", "", "", "errors", s->errors);
    for (uint32_t i = 0; i < s->reasons.count; i++)
        add_row(&text, "reason", s->reasons.items[i].json, "", "", "people",
                s->reasons.items[i].people);
    add_evc(&text, &s->evc);
    for (uint32_t i = 0; i < s->goals.count; i++) add_goal(&text, &s->goals.items[i]);
    for (uint32_t i = 0; i < s->providers.count; i++) add_provider(&text, &s->providers.items[i]);
    for (uint32_t i = 0; i < s->catalogue->activity_count; i++) add_activity(&text, s, i);
    *out = lri_text_take(&text, size);
    return *out ? LEERROUTE_OK : LEERROUTE_NO_MEMORY;
}
