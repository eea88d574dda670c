/* Reads offerings: how long they take, when they may begin, what they cost. */
#include <stdlib.h>
#include <string.h>

#include "model/forms.h"
#include "model/maker.h"

enum { WEEKS_LIST_MAX = 16, WEEKS_MAX = 520, HOURS_MAX = 20000, EUROS_MAX = 1000000 };

typedef struct draft {
    const char *id, *provider, *place, *leerweg;
    const lri_value *requires, *weeks, *starts;
    int64_t study_hours, practice_hours, cost_eur, cost_eur_diploma_route;
    lri_day from, until;
} draft;

#define AT(member) .offset = offsetof(draft, member)

static const lri_field fields[] = {
    {.key = "id", .type = LRI_FIELD_ID, AT(id), .needed = true},
    {.key = "provider", .type = LRI_FIELD_TEXT, AT(provider)},
    {.key = "place", .type = LRI_FIELD_TEXT, AT(place)},
    {.key = "leerweg", .type = LRI_FIELD_TEXT, AT(leerweg)},
    {.key = "requires", .type = LRI_FIELD_VALUE, AT(requires)},
    {.key = "study_hours", .type = LRI_FIELD_WHOLE, AT(study_hours), .maximum = HOURS_MAX},
    {.key = "practice_hours", .type = LRI_FIELD_WHOLE, AT(practice_hours), .maximum = HOURS_MAX},
    {.key = "weeks", .type = LRI_FIELD_VALUE, AT(weeks), .needed = true},
    {.key = "starts", .type = LRI_FIELD_VALUE, AT(starts)},
    {.key = "from", .type = LRI_FIELD_DATE, AT(from)},
    {.key = "until", .type = LRI_FIELD_DATE, AT(until)},
    {.key = "cost_eur", .type = LRI_FIELD_WHOLE, AT(cost_eur), .maximum = EUROS_MAX},
    {.key = "cost_eur_diploma_route",
     .type = LRI_FIELD_WHOLE,
     AT(cost_eur_diploma_route),
     .maximum = EUROS_MAX},
};
static const lri_shape shape = LRI_SHAPE(fields);

/* ---- Weeks ---- */

/* One number of weeks; one that the list has already is a fault. */
static void read_week_count(lri_maker *maker, const lri_value *value, lri_range *weeks) {
    int64_t count;
    if (!lri_read_whole(&maker->reader, value, 1, WEEKS_MAX, &count)) return;
    for (uint32_t i = 0; i < weeks->count; i++) {
        if (maker->weeks.items[weeks->first + i] != (int32_t)count) continue;
        lri_fault_at(&maker->reader, LEERROUTE_FAULT_REPEATED, value);
        return;
    }
    if (lri_push(&maker->weeks, (int32_t)count))
        weeks->count++;
    else
        maker->reader.failed = true;
}

static lri_range read_weeks(lri_maker *maker, const lri_value *value) {
    lri_range weeks = {.first = maker->weeks.count};
    if (!value) return weeks;
    if (value->kind != LRI_LIST) {
        read_week_count(maker, value, &weeks);
        return weeks;
    }
    if (value->count == 0) lri_fault_at(&maker->reader, LEERROUTE_FAULT_EMPTY, value);
    if (value->count > WEEKS_LIST_MAX)
        lri_faults_add(
            maker->reader.faults,
            &(lri_fault){.code = LEERROUTE_FAULT_TOO_MANY, .at = value, .maximum = WEEKS_LIST_MAX});
    const lri_value *item = value->first;
    for (uint32_t i = 0; item && i < WEEKS_LIST_MAX; i++, item = item->next)
        read_week_count(maker, item, &weeks);
    return weeks;
}

/* ---- Starts ---- */

/* "MM-DD" as month * 100 + day, of any year: 02-29 too. */
static bool read_month_day(lri_reader *reader, const lri_value *value, int32_t *out) {
    const char *text;
    if (!lri_read_text(reader, value, &text)) return false;
    char date[11] = "2000-";
    lri_day day;
    if (strlen(text) == 5) memcpy(date + 5, text, 6);
    if (!lri_day_parse(date, &day)) {
        lri_fault_at(reader, LEERROUTE_FAULT_MONTH_DAY, value);
        return false;
    }
    int year, month, of_month;
    lri_day_split(day, &year, &month, &of_month);
    *out = month * 100 + of_month;
    return true;
}

/* A list of dates or of months and days, none of them twice. */
static void read_start_list(lri_maker *maker, const lri_value *list, lri_starts *starts) {
    bool yearly = starts->kind == LRI_STARTS_YEARLY;
    lri_reader *reader = &maker->reader;
    lri_table seen = {0};
    int32_t *values = lri_maker_array(maker, list->count, sizeof *values);
    if (list->count == 0) lri_fault_at(reader, LEERROUTE_FAULT_EMPTY, list);
    for (const lri_value *item = list->first; item && !reader->failed; item = item->next) {
        int32_t value;
        uint32_t first = item->position;
        if (!(yearly ? read_month_day(reader, item, &value) : lri_read_date(reader, item, &value)))
            continue;
        if (!lri_table_add(&seen, item->text, item->position, &first)) reader->failed = true;
        if (first != item->position) lri_fault_at(reader, LEERROUTE_FAULT_REPEATED, item);
        if (values) values[starts->count++] = value;
    }
    starts->values = values;
    lri_table_free(&seen);
}

static void read_monthly(lri_maker *maker, const lri_value *value, lri_starts *starts) {
    int64_t of_month;
    int32_t *values = lri_maker_array(maker, 1, sizeof *values);
    if (!lri_read_whole(&maker->reader, value, 1, 28, &of_month) || !values) return;
    *values = (int32_t)of_month;
    starts->values = values;
    starts->count = 1;
}

typedef struct recurring {
    const lri_value *of;
} recurring;

static void read_recurring(lri_maker *maker, const lri_value *value, lri_starts *starts) {
    static const lri_field yearly[] = {
        {.key = "yearly", .type = LRI_FIELD_LIST, .offset = offsetof(recurring, of)}};
    static const lri_field monthly[] = {
        {.key = "monthly", .type = LRI_FIELD_VALUE, .offset = offsetof(recurring, of)}};
    static const lri_form forms[] = {{.key = "yearly", .shape = LRI_SHAPE(yearly)},
                                     {.key = "monthly", .shape = LRI_SHAPE(monthly)}};
    int form = lri_tell_form(&maker->reader, value, forms, 2, LEERROUTE_FAULT_STARTS);
    if (form < 0) return;
    recurring read = {NULL};
    lri_read_object(&maker->reader, value, &forms[form].shape, &read);
    starts->kind = form == 0 ? LRI_STARTS_YEARLY : LRI_STARTS_MONTHLY;
    if (!read.of) return;
    if (form == 0)
        read_start_list(maker, read.of, starts);
    else
        read_monthly(maker, read.of, starts);
}

static lri_starts read_starts(lri_maker *maker, const lri_value *value) {
    lri_starts starts = {.kind = LRI_STARTS_ANY};
    if (!value || (value->kind == LRI_TEXT && strcmp(value->text, "any") == 0)) return starts;
    if (value->kind == LRI_LIST) {
        starts.kind = LRI_STARTS_DATES;
        read_start_list(maker, value, &starts);
    } else if (value->kind == LRI_OBJECT) {
        read_recurring(maker, value, &starts);
    } else {
        lri_fault_at(&maker->reader, LEERROUTE_FAULT_STARTS, value);
    }
    return starts;
}

/* ---- Offerings ---- */

/* The text as the table has it, put there now when it is new. */
static const char *intern(lri_maker *maker, lri_table *table, const char *text) {
    if (!text) return NULL;
    const char *known = lri_table_key(table, text);
    if (known) return known;
    const char *copy = lri_maker_text(maker, text);
    uint32_t value;
    if (copy && !lri_table_add(table, copy, 0, &value)) maker->reader.failed = true;
    return copy;
}

void lri_read_offering(lri_maker *maker, const lri_value *value, uint32_t index) {
    leerroute_catalogue *c = maker->catalogue;
    lri_offering *o = &c->offerings[index];
    draft d = {.from = -1, .until = -1, .cost_eur_diploma_route = -1};
    if (!lri_read_object(&maker->reader, value, &shape, &d)) return;
    if (d.from >= 0 && d.until >= 0 && d.until < d.from)
        lri_fault_order(&maker->reader, value, "from", "until");
    if (d.cost_eur_diploma_route < 0) d.cost_eur_diploma_route = d.cost_eur;
    o->provider = intern(maker, &c->providers, d.provider);
    o->place = intern(maker, &c->places, d.place);
    o->leerweg = intern(maker, &c->leerwegen, d.leerweg);
    o->requires = lri_read_requirement(&maker->reader, &maker->pool, d.requires);
    o->study_hours = (int32_t)d.study_hours;
    o->practice_hours = (int32_t)d.practice_hours;
    o->weeks = read_weeks(maker, d.weeks);
    o->starts = read_starts(maker, d.starts);
    o->from = d.from < 0 ? 0 : lri_week_of(d.from);
    o->until = d.until < 0 ? LRI_ALWAYS_WEEK : lri_week_of(d.until);
    o->cost_eur = (int32_t)d.cost_eur;
    o->cost_eur_diploma_route = (int32_t)d.cost_eur_diploma_route;
}
