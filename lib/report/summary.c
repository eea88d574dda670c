#include "report/summary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json/json.h"
#include "model/reader.h"
#include "model/requirement_read.h"
#include "report/reason_kind.h"
#include "report/requirement_json.h"

leerroute_summary *leerroute_summary_new(const leerroute_catalogue *catalogue) {
    leerroute_summary *summary = catalogue ? calloc(1, sizeof *summary) : NULL;
    if (summary) summary->catalogue = catalogue;
    return summary;
}

static void free_spread(lri_spread *spread) {
    lri_map_free(&spread->places);
    free(spread->tallies.items);
}

void leerroute_summary_free(leerroute_summary *s) {
    if (!s) return;
    free_spread(&s->evc.weeks);
    free_spread(&s->evc.cost_eur);
    free_spread(&s->evc.study_hours);
    for (uint32_t i = 0; i < s->goals.count; i++) {
        free_spread(&s->goals.items[i].weeks);
        free_spread(&s->goals.items[i].cost_eur);
        free_spread(&s->goals.items[i].study_hours);
    }
    free(s->goals.items);
    lri_table_free(&s->reason_places);
    free(s->reasons.items);
    lri_table_free(&s->goal_places);
    lri_map_free(&s->provider_places);
    free(s->providers.items);
    lri_map_free(&s->weeks);
    lri_map_free(&s->month_places);
    free(s->months.items);
    lri_arena_free(&s->arena);
    free(s);
}

/* ---- Reading an answer ---- */

#define AMOUNT_MAX INT64_C(1000000000000)

typedef struct measures {
    int status;
    lri_day finish;
    int64_t cost_eur, study_hours;
} measures;

typedef struct root {
    const char *catalogue;
    const lri_value *goal, *steps, *reasons, *without_evc;
    lri_day start;
    measures best;
} root;

static const char *const route_format[] = {"leerroute-route/1", NULL};
static const char *const outcomes[] = {"optimal", "feasible", "none", "unknown", NULL};

#define AT(member) .offset = offsetof(root, member)
#define AMOUNT     .type = LRI_FIELD_WHOLE, .minimum = 0, .maximum = AMOUNT_MAX, .needed = true
#define BEGINNING                                                                                  \
    {.key = "format", .type = LRI_FIELD_FORMAT, .needed = true, .words = route_format},            \
        {.key = "catalogue", .type = LRI_FIELD_TEXT, AT(catalogue), .needed = true},               \
        {.key = "goal", .type = LRI_FIELD_OBJECT, AT(goal), .needed = true},                       \
        {.key = "reasons", .type = LRI_FIELD_LIST, AT(reasons)},                                   \
        {.key = "without_evc", .type = LRI_FIELD_OBJECT, AT(without_evc)}, STATUS(AT(best.status))
#define STATUS(place)                                                                              \
    { .key = "status", .type = LRI_FIELD_WORD, place, .needed = true, .words = outcomes }

static const lri_field short_fields[] = {BEGINNING};
static const lri_shape short_shape = LRI_OPEN_SHAPE(short_fields);

static const lri_field whole_fields[] = {
    BEGINNING,
    {.key = "start", .type = LRI_FIELD_LATE_DATE, AT(start), .needed = true},
    {.key = "finish", .type = LRI_FIELD_LATE_DATE, AT(best.finish), .needed = true},
    {.key = "cost_eur", AMOUNT, AT(best.cost_eur)},
    {.key = "study_hours", AMOUNT, AT(best.study_hours)},
    {.key = "steps", .type = LRI_FIELD_LIST, AT(steps), .needed = true},
};
static const lri_shape whole_shape = LRI_OPEN_SHAPE(whole_fields);

#undef AT
#define AT(member) .offset = offsetof(measures, member)

static const lri_field measure_fields[] = {
    STATUS(AT(status)),
    {.key = "finish", .type = LRI_FIELD_LATE_DATE, AT(finish), .needed = true},
    {.key = "cost_eur", AMOUNT, AT(cost_eur)},
    {.key = "study_hours", AMOUNT, AT(study_hours)},
};
static const lri_shape measures_shape = LRI_OPEN_SHAPE(measure_fields);
static const lri_shape status_shape = {.fields = measure_fields, .count = 1, .is_open = true};

typedef struct step {
    uint32_t offering;
    lri_day start;
    int64_t weeks, cost_eur, study_hours, practice_hours;
} step;

#undef AT
#define AT(member) .offset = offsetof(step, member)

static const lri_field step_fields[] = {
    {.key = "offering",
     .type = LRI_FIELD_REFERENCE,
     AT(offering),
     .needed = true,
     .kind = LEERROUTE_OFFERING},
    {.key = "start", .type = LRI_FIELD_LATE_DATE, AT(start), .needed = true},
    {.key = "weeks",
     .type = LRI_FIELD_WHOLE,
     AT(weeks),
     .needed = true,
     .minimum = 1,
     .maximum = 520},
    {.key = "cost_eur", AMOUNT, AT(cost_eur)},
    {.key = "study_hours", AMOUNT, AT(study_hours)},
    {.key = "practice_hours", AMOUNT, AT(practice_hours)},
};
static const lri_shape step_shape = LRI_OPEN_SHAPE(step_fields);

typedef struct reading {
    lri_reader reader;
    leerroute_summary *summary;
    root root;
    measures without_evc;
    lri_pool goal;
    uint32_t goal_node;
    LRI_VECTOR(step) steps;
} reading;

static const char *text_member(const lri_value *document, const char *key) {
    const lri_value *value = lri_value_member(document, key);
    return value && value->kind == LRI_TEXT ? value->text : "";
}

static void read_steps(reading *r, const lri_value *list) {
    for (const lri_value *item = list->first; item; item = item->next) {
        step read = {.offering = LRI_NONE};
        lri_read_object(&r->reader, item, &step_shape, &read);
        if (!lri_push(&r->steps, read)) r->reader.failed = true;
    }
}

/* Is it of another catalogue? Then what it names is not ours. */
static bool is_foreign(reading *r, const lri_value *document) {
    const char *ours = r->summary->catalogue->id;
    if (!r->root.catalogue || strcmp(r->root.catalogue, ours) == 0) return false;
    lri_faults_add(r->reader.faults, &(lri_fault){.code = LEERROUTE_FAULT_WORD,
                                                  .at = lri_value_member(document, "catalogue"),
                                                  .expected = ours});
    return true;
}

/* Has a route no measures to read? */
static bool is_short(const lri_value *route) {
    const char *status = text_member(route, "status");
    return strcmp(status, "none") == 0 || strcmp(status, "unknown") == 0;
}

static void read_route(reading *r, const lri_value *document) {
    const lri_shape *shape = is_short(document) ? &short_shape : &whole_shape;
    if (!lri_read_file(&r->reader, document, shape, &r->root)) return;
    if (is_foreign(r, document)) return;
    if (!lri_pool_start(&r->goal)) r->reader.failed = true;
    if (r->root.goal && !r->reader.failed)
        r->goal_node = lri_read_requirement(&r->reader, &r->goal, r->root.goal);
    if (r->root.steps) read_steps(r, r->root.steps);
    const lri_value *without = r->root.without_evc;
    if (without)
        lri_read_object(&r->reader, without, is_short(without) ? &status_shape : &measures_shape,
                        &r->without_evc);
    lri_fault_dangling(&r->reader);
}

/* ---- Counting it ---- */

static lri_month *month_of(leerroute_summary *s, uint32_t row, int32_t month) {
    uint32_t *place = lri_map_at(&s->month_places, (uint64_t)row << 32 | (uint32_t)month);
    if (!place) return NULL;
    if (*place == LRI_NONE) {
        if (!lri_push(&s->months, (lri_month){.row = row, .month = month})) return NULL;
        *place = s->months.count - 1;
    }
    return &s->months.items[*place];
}

/* One person more under way in a row in a week: how many there are then; 0: no memory. */
static uint32_t add_week(leerroute_summary *s, uint32_t row, lri_week week) {
    uint32_t *people = lri_map_at(&s->weeks, (uint64_t)row << 32 | (uint32_t)week);
    if (!people) return 0;
    *people = *people == LRI_NONE ? 1 : *people + 1;
    return *people;
}

/* Spreads a step over its weeks; the hours through a week are rounded down, so that all of them add
 * up to what the step takes. */
static bool add_to_row(leerroute_summary *s, uint32_t row, const step *t) {
    int32_t latest = -1;
    lri_week first = lri_week_of(t->start);
    for (int32_t i = 0; i < t->weeks; i++) {
        int year, of_year, day;
        lri_day_split(7 * (first + i), &year, &of_year, &day);
        int32_t number = 12 * year + of_year - 1;
        uint32_t people = add_week(s, row, first + i);
        lri_month *month = month_of(s, row, number);
        if (!people || !month) return false;
        month->starts += i == 0;
        month->under_way += number != latest;
        if (people > month->places) month->places = people;
        month->study_hours += t->study_hours * (i + 1) / t->weeks - t->study_hours * i / t->weeks;
        month->practice_hours +=
            t->practice_hours * (i + 1) / t->weeks - t->practice_hours * i / t->weeks;
        latest = number;
    }
    return true;
}

static bool add_to_provider(leerroute_summary *s, const step *t) {
    const char *name = s->catalogue->offerings[t->offering].provider;
    uint32_t *place = lri_map_at(&s->provider_places, (uint64_t)(uintptr_t)name);
    if (!place) return false;
    if (*place == LRI_NONE) {
        if (!lri_push(&s->providers, (lri_provider_total){.name = name})) return false;
        *place = s->providers.count - 1;
    }
    lri_provider_total *p = &s->providers.items[*place];
    p->people += p->latest != s->answers;
    p->latest = s->answers;
    p->steps++;
    p->study_hours += t->study_hours;
    p->practice_hours += t->practice_hours;
    p->cost_eur += t->cost_eur;
    return true;
}

static bool add_value(lri_spread *spread, int64_t value) {
    uint32_t *place = lri_map_at(&spread->places, (uint64_t)value);
    if (!place) return false;
    if (*place == LRI_NONE) {
        if (!lri_push(&spread->tallies, (lri_tally){.value = value})) return false;
        *place = spread->tallies.count - 1;
    }
    spread->tallies.items[*place].count++;
    spread->count++;
    return true;
}

/* The tree as text, without the newline. New; NULL: no memory. */
static char *one_line(lri_tree *tree) {
    char *text;
    size_t size;
    if (lri_tree_close(tree, &text, &size) != LEERROUTE_OK) return NULL;
    text[size - 1] = '\0';
    return text;
}

/* The goal on one line, as every route to it has it. New; NULL: no memory. */
static char *goal_json(const leerroute_catalogue *catalogue, const reading *r) {
    lri_tree tree = {.on_one_line = true};
    lri_requirements pool = {r->goal.nodes.items, r->goal.children.items, r->goal.nodes.count,
                             r->goal.children.count};
    lri_tree_requirement(&tree, NULL, NULL, catalogue, &pool, r->goal_node);
    return one_line(&tree);
}

/* The goal that was read, made when it is new; NULL: no memory. */
static lri_goal_total *goal_of(leerroute_summary *s, const reading *r) {
    char *json = goal_json(s->catalogue, r);
    if (!json) return NULL;
    uint32_t place = lri_table_find(&s->goal_places, json);
    if (place == LRI_NONE) {
        uint32_t found;
        lri_goal_total made = {.json = lri_arena_copy(&s->arena, json, strlen(json)),
                               .node = r->goal_node};
        place = s->goals.count;
        if (!made.json || !lri_pool_freeze(&r->goal, &s->arena, &made.requirements) ||
            !lri_push(&s->goals, made) || !lri_table_add(&s->goal_places, made.json, place, &found))
            place = LRI_NONE;
    }
    free(json);
    return place == LRI_NONE ? NULL : &s->goals.items[place];
}

/* The kind of a reason on one line. New; NULL: no memory. */
static char *reason_json(const lri_value *reason) {
    lri_tree tree = {.on_one_line = true};
    lri_tree_reason_kind(&tree, lri_tree_object(&tree, NULL, NULL), reason);
    return one_line(&tree);
}

/* Counts a reason once for a person, also where it is there with several amounts. */
static bool count_reason(leerroute_summary *s, const char *json) {
    uint32_t place = lri_table_find(&s->reason_places, json), found;
    if (place == LRI_NONE) {
        const char *kept = lri_arena_copy(&s->arena, json, strlen(json));
        place = s->reasons.count;
        if (!kept || !lri_push(&s->reasons, (lri_reason_total){.json = kept}) ||
            !lri_table_add(&s->reason_places, kept, place, &found))
            return false;
    }
    lri_reason_total *r = &s->reasons.items[place];
    r->people += r->latest != s->answers;
    r->latest = s->answers;
    return true;
}

static bool count_reasons(leerroute_summary *s, const lri_value *list) {
    bool counted = true;
    for (const lri_value *item = list ? list->first : NULL; item && counted; item = item->next) {
        if (!*text_member(item, "code")) continue;
        char *json = reason_json(item);
        counted = json && count_reason(s, json);
        free(json);
    }
    return counted;
}

static bool has_route(const measures *m) {
    return lri_is_route(m->status);
}

/* What is not proved the best is no measure of what is saved. */
static bool count_evc(leerroute_summary *s, const measures *with, const measures *without) {
    lri_evc_total *evc = &s->evc;
    evc->people++;
    if (with->status == LEERROUTE_NO_ROUTE) {
        evc->none++;
    } else if (has_route(with) && without->status == LEERROUTE_NO_ROUTE) {
        evc->only++;
    } else if (with->status == LEERROUTE_OPTIMAL && without->status == LEERROUTE_OPTIMAL) {
        return add_value(&evc->weeks, (without->finish - with->finish) / 7) &&
               add_value(&evc->cost_eur, without->cost_eur - with->cost_eur) &&
               add_value(&evc->study_hours, without->study_hours - with->study_hours);
    } else {
        evc->open++;
    }
    return true;
}

static bool count_route(leerroute_summary *s, const reading *r) {
    const root *route = &r->root;
    const measures *best = &route->best;
    lri_goal_total *goal = goal_of(s, r);
    if (!goal) return false;
    s->answers++;
    s->outcomes[best->status]++;
    goal->people++;
    goal->none += best->status == LEERROUTE_NO_ROUTE;
    goal->open += best->status == LEERROUTE_UNKNOWN;
    if (route->without_evc && !count_evc(s, best, &r->without_evc)) return false;
    if (!has_route(best)) return count_reasons(s, route->reasons);
    bool added = add_value(&goal->weeks, (best->finish - route->start) / 7) &&
                 add_value(&goal->cost_eur, best->cost_eur) &&
                 add_value(&goal->study_hours, best->study_hours);
    for (uint32_t i = 0; i < r->steps.count && added; i++) {
        const step *t = &r->steps.items[i];
        uint32_t activity = s->catalogue->offerings[t->offering].activity;
        added = add_to_row(s, t->offering, t) &&
                add_to_row(s, s->catalogue->offering_count + activity, t) && add_to_provider(s, t);
    }
    return added;
}

static leerroute_status read_answer(void *context, const lri_value *document, lri_faults *faults) {
    leerroute_summary *s = context;
    if (strcmp(text_member(document, "format"), "leerroute-error/1") == 0) {
        s->answers++;
        s->errors++;
        return LEERROUTE_OK;
    }
    reading r = {.reader = {.faults = faults, .catalogue = s->catalogue}, .summary = s};
    read_route(&r, document);
    leerroute_status status = lri_reader_status(&r.reader);
    if (status == LEERROUTE_OK && !count_route(s, &r)) status = LEERROUTE_NO_MEMORY;
    lri_pool_free(&r.goal);
    free(r.steps.items);
    lri_reader_free(&r.reader);
    return status;
}

leerroute_status leerroute_summary_add(leerroute_summary *summary, const char *text, size_t size,
                                       const char *source, size_t source_line,
                                       leerroute_diagnostics *diagnostics) {
    if (!summary || summary->is_written || (!text && size)) return LEERROUTE_MISUSE;
    return lri_json_read(text, size, source, source_line, diagnostics, read_answer, summary);
}

/* ---- What comes of it ---- */

static int by_value(const void *a, const void *b) {
    const lri_tally *x = a, *y = b;
    return (x->value > y->value) - (x->value < y->value);
}

void lri_quartiles(lri_spread *spread, int64_t out[LRI_QUARTILES]) {
    uint32_t at = 0;
    int64_t through = 0;
    if (spread->tallies.count > 1)
        qsort(spread->tallies.items, spread->tallies.count, sizeof *spread->tallies.items,
              by_value);
    for (int q = 0; q < LRI_QUARTILES; q++) {
        int64_t wanted = (spread->count * q + 3) / 4;
        if (wanted < 1) wanted = 1;
        while (at < spread->tallies.count && through + spread->tallies.items[at].count < wanted)
            through += spread->tallies.items[at++].count;
        out[q] = spread->tallies.items[at].value;
    }
}

int64_t lri_total(const lri_spread *spread) {
    int64_t total = 0;
    for (uint32_t i = 0; i < spread->tallies.count; i++)
        total += spread->tallies.items[i].value * spread->tallies.items[i].count;
    return total;
}

void lri_month_format(int32_t month, char out[8]) {
    snprintf(out, 8, "%04u-%02u", (unsigned)month / 12 % 10000, (unsigned)month % 12 + 1);
}

static int by_row(const void *a, const void *b) {
    const lri_month *x = a, *y = b;
    if (x->row != y->row) return x->row < y->row ? -1 : 1;
    return (x->month > y->month) - (x->month < y->month);
}

static int by_name(const void *a, const void *b) {
    const lri_provider_total *x = a, *y = b;
    if (!x->name || !y->name) return (x->name == NULL) - (y->name == NULL);
    return strcmp(x->name, y->name);
}

static int by_people(const void *a, const void *b) {
    const lri_goal_total *x = a, *y = b;
    if (x->people != y->people) return x->people > y->people ? -1 : 1;
    return strcmp(x->json, y->json);
}

static int by_reason(const void *a, const void *b) {
    const lri_reason_total *x = a, *y = b;
    if (x->people != y->people) return x->people > y->people ? -1 : 1;
    return strcmp(x->json, y->json);
}

#define SORT(vector, compare)                                                                      \
    if ((vector).count > 1) qsort((vector).items, (vector).count, sizeof *(vector).items, compare)

static void sort(leerroute_summary *s) {
    s->is_written = true;
    SORT(s->months, by_row);
    SORT(s->providers, by_name);
    SORT(s->goals, by_people);
    SORT(s->reasons, by_reason);
}

const lri_month *lri_summary_months(const leerroute_summary *s, uint32_t row, uint32_t *count) {
    uint32_t low = 0, high = s->months.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (s->months.items[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t end = low;
    while (end < s->months.count && s->months.items[end].row == row) end++;
    *count = end - low;
    return s->months.items + low;
}

leerroute_status leerroute_summary_write(leerroute_summary *summary, const leerroute_style *style,
                                         char **out, size_t *size) {
    if (!summary || !style || !out) return LEERROUTE_MISUSE;
    sort(summary);
    if (style->format == LEERROUTE_JSON) return lri_summary_json(summary, out, size);
    if (style->format == LEERROUTE_CSV) return lri_summary_csv(summary, out, size);
    return lri_summary_text(summary, style, out, size);
}
