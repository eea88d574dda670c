/* Reads a route file. Other programs write these too: keys that MODEL.md does not give are ignored,
 * and only what cannot be understood is a fault; the checker judges what is said. */
#include "model/route_read.h"

#include <stdlib.h>
#include <string.h>

#include "model/reader.h"

static const char *const route_format[] = {"leerroute-route/1", NULL};
static const char *const outcomes[] = {"optimal", "feasible", "none", "unknown", NULL};

typedef struct root {
    const char *intake, *catalogue;
    int status;
    lri_day start, finish;
    int64_t cost_eur, study_hours, practice_hours;
    const lri_value *objective, *steps, *awards, *bound, *first;
} root;

#define AT(member) .offset = offsetof(root, member)
#define AMOUNT     .type = LRI_FIELD_WHOLE, .minimum = -LRI_AMOUNT_MAX, .maximum = LRI_AMOUNT_MAX
#define BEGINNING                                                                                  \
    {.key = "format", .type = LRI_FIELD_FORMAT, .needed = true, .words = route_format},            \
        {.key = "intake", .type = LRI_FIELD_TEXT, AT(intake), .needed = true},                     \
        {.key = "catalogue", .type = LRI_FIELD_TEXT, AT(catalogue), .needed = true},               \
        {.key = "status", .type = LRI_FIELD_WORD, AT(status), .needed = true, .words = outcomes},  \
        {.key = "objective", .type = LRI_FIELD_SOME, AT(objective), .needed = true},               \
        {.key = "start", .type = LRI_FIELD_LATE_DATE, AT(start), .needed = true}, {                \
        .key = "bound", .type = LRI_FIELD_OBJECT, AT(bound)                                        \
    }

static const lri_field short_fields[] = {BEGINNING};
static const lri_shape short_shape = LRI_OPEN_SHAPE(short_fields);

static const lri_field whole_fields[] = {
    BEGINNING,
    {.key = "finish", .type = LRI_FIELD_LATE_DATE, AT(finish), .needed = true},
    {.key = "cost_eur", AMOUNT, AT(cost_eur), .needed = true},
    {.key = "study_hours", AMOUNT, AT(study_hours), .needed = true},
    {.key = "practice_hours", AMOUNT, AT(practice_hours), .needed = true},
    {.key = "steps", .type = LRI_FIELD_LIST, AT(steps), .needed = true},
    {.key = "awards", .type = LRI_FIELD_LIST, AT(awards), .needed = true},
    {.key = "first", .type = LRI_FIELD_OBJECT, AT(first)},
};
static const lri_shape whole_shape = LRI_OPEN_SHAPE(whole_fields);

/* A step or an award. */
typedef struct entry {
    const char *kind, *id, *offering;
    lri_day start, valid_until;
    int64_t weeks, cost_eur, study_hours, practice_hours;
} entry;

#undef AT
#define AT(member) .offset = offsetof(entry, member)

static const lri_field step_fields[] = {
    {.key = "kind", .type = LRI_FIELD_TEXT, AT(kind), .needed = true},
    {.key = "id", .type = LRI_FIELD_TEXT, AT(id), .needed = true},
    {.key = "offering", .type = LRI_FIELD_TEXT, AT(offering), .needed = true},
    {.key = "start", .type = LRI_FIELD_LATE_DATE, AT(start), .needed = true},
    {.key = "weeks", AMOUNT, AT(weeks), .needed = true},
    {.key = "cost_eur", AMOUNT, AT(cost_eur), .needed = true},
    {.key = "study_hours", AMOUNT, AT(study_hours), .needed = true},
    {.key = "practice_hours", AMOUNT, AT(practice_hours), .needed = true},
};
static const lri_shape step_shape = LRI_OPEN_SHAPE(step_fields);

static const lri_field award_fields[] = {
    {.key = "kind", .type = LRI_FIELD_TEXT, AT(kind), .needed = true},
    {.key = "id", .type = LRI_FIELD_TEXT, AT(id), .needed = true},
    {.key = "week", .type = LRI_FIELD_LATE_DATE, AT(start), .needed = true},
    {.key = "valid_until", .type = LRI_FIELD_LATE_DATE, AT(valid_until)},
};
static const lri_field first_fields[] = {
    {.key = "id", .type = LRI_FIELD_TEXT, AT(id), .needed = true},
    {.key = "week", .type = LRI_FIELD_LATE_DATE, AT(start), .needed = true},
};
static const lri_shape first_shape = LRI_OPEN_SHAPE(first_fields);

static const lri_shape award_shape = LRI_OPEN_SHAPE(award_fields);

typedef struct reading {
    lri_reader reader;
    const leerroute_catalogue *catalogue; /* NULL: what is named is not looked up */
    leerroute_route *route;
} reading;

static const char *keep_text(reading *r, const char *text) {
    const char *copy = lri_arena_copy(&r->route->arena, text ? text : "", text ? strlen(text) : 0);
    if (!copy) r->reader.failed = true;
    return copy;
}

static void *keep_array(reading *r, const lri_value *list, size_t size) {
    void *array = lri_arena_array(&r->route->arena, list->count, size);
    if (!array) r->reader.failed = true;
    return array;
}

static uint32_t find(const reading *r, leerroute_kind kind, const char *id) {
    return r->catalogue && id ? lri_catalogue_find(r->catalogue, kind, id) : LRI_NONE;
}

/* The kind of two that the word names. */
static leerroute_kind kind_of(const char *word, const char *one, leerroute_kind one_kind,
                              const char *other, leerroute_kind other_kind) {
    if (word && strcmp(word, one) == 0) return one_kind;
    return word && strcmp(word, other) == 0 ? other_kind : LRI_NO_KIND;
}

static lri_step step_of(reading *r, const entry *e) {
    lri_step step = {
        .kind = kind_of(e->kind, "unit", LEERROUTE_UNIT, "assessment", LEERROUTE_ASSESSMENT),
        .id = keep_text(r, e->id),
        .offering = keep_text(r, e->offering),
        .start = e->start,
        .weeks = e->weeks,
        .cost_eur = e->cost_eur,
        .study_hours = e->study_hours,
        .practice_hours = e->practice_hours};
    if (r->reader.failed) return step;
    step.activity = find(r, step.kind, step.id);
    step.offering_index = find(r, LEERROUTE_OFFERING, step.offering);
    return step;
}

static void read_steps(reading *r, const lri_value *list) {
    leerroute_route *route = r->route;
    route->steps = keep_array(r, list, sizeof *route->steps);
    for (const lri_value *item = list->first; item && !r->reader.failed; item = item->next) {
        entry e = {0};
        if (lri_read_object(&r->reader, item, &step_shape, &e))
            route->steps[route->step_count++] = step_of(r, &e);
    }
}

static void read_awards(reading *r, const lri_value *list) {
    leerroute_route *route = r->route;
    route->awards = keep_array(r, list, sizeof *route->awards);
    for (const lri_value *item = list->first; item && !r->reader.failed; item = item->next) {
        entry e = {.valid_until = -1};
        if (!lri_read_object(&r->reader, item, &award_shape, &e)) continue;
        lri_route_award award = {.id = keep_text(r, e.id), .week = e.start};
        award.kind =
            kind_of(e.kind, "certificate", LEERROUTE_CERTIFICATE, "diploma", LEERROUTE_DIPLOMA);
        award.award = find(r, award.kind, award.id);
        award.valid_until = e.valid_until;
        route->awards[route->award_count++] = award;
    }
}

static void read_first(reading *r, const lri_value *object) {
    entry e = {0};
    if (!lri_read_object(&r->reader, object, &first_shape, &e)) return;
    r->route->first = keep_text(r, e.id);
    r->route->first_function = find(r, LEERROUTE_FUNCTION, e.id);
    r->route->first_week = e.start;
}

/* ---- Bound ---- */

typedef struct bound {
    int measure;
    const lri_value *value;
} bound;

static const lri_field bound_fields[] = {
    {.key = "measure",
     .type = LRI_FIELD_WORD,
     .offset = offsetof(bound, measure),
     .needed = true,
     .words = lri_measures},
    {.key = "value", .type = LRI_FIELD_VALUE, .offset = offsetof(bound, value), .needed = true},
};
static const lri_shape bound_shape = LRI_OPEN_SHAPE(bound_fields);

static void read_bound(reading *r, const lri_value *object) {
    leerroute_route *route = r->route;
    bound b = {.measure = -1};
    lri_read_object(&r->reader, object, &bound_shape, &b);
    if (b.measure < 0 || !b.value) return;
    route->bound_measure = (leerroute_measure)b.measure;
    lri_day day;
    if (b.measure != LEERROUTE_FINISH)
        route->has_bound =
            lri_read_whole(&r->reader, b.value, 0, LRI_AMOUNT_MAX, &route->bound_value);
    else if ((route->has_bound = lri_read_late_date(&r->reader, b.value, &day)))
        route->bound_value = day;
}

/* ---- The whole ---- */

static bool has_route(const lri_value *document) {
    const lri_value *status = lri_value_member(document, "status");
    bool is_word = status && status->kind == LRI_TEXT;
    return !is_word || (strcmp(status->text, "none") != 0 && strcmp(status->text, "unknown") != 0);
}

static void read_all(reading *r, const lri_value *document) {
    leerroute_route *route = r->route;
    bool whole = has_route(document);
    root read = {.finish = -1};
    if (!lri_read_file(&r->reader, document, whole ? &whole_shape : &short_shape, &read)) return;
    route->intake = keep_text(r, read.intake);
    route->catalogue = keep_text(r, read.catalogue);
    route->outcome = (leerroute_outcome)read.status;
    route->start = read.start;
    route->finish = read.finish;
    route->cost_eur = read.cost_eur;
    route->study_hours = read.study_hours;
    route->practice_hours = read.practice_hours;
    lri_read_objective(&r->reader, read.objective, route->objective, &route->objective_count);
    if (read.steps) read_steps(r, read.steps);
    if (read.awards) read_awards(r, read.awards);
    if (read.first) read_first(r, read.first);
    if (read.bound) read_bound(r, read.bound);
}

leerroute_status lri_route_read(const lri_value *document, const leerroute_catalogue *catalogue,
                                lri_faults *faults, leerroute_route **out) {
    leerroute_route *route = calloc(1, sizeof *route);
    *out = NULL;
    if (!route) return LEERROUTE_NO_MEMORY;
    reading r = {.reader = {.faults = faults}, .catalogue = catalogue, .route = route};
    read_all(&r, document);
    leerroute_status status = lri_reader_status(&r.reader);
    lri_reader_free(&r.reader);
    if (status == LEERROUTE_OK)
        *out = route;
    else
        leerroute_route_free(route);
    return status;
}

void leerroute_route_free(leerroute_route *route) {
    if (!route) return;
    lri_arena_free(&route->arena);
    free(route);
}
