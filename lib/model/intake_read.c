/* Reads an intake: who the person is, what they hold, claim and want. Their time is read in
 * capacity_read.c, what is under way and the limits in limits_read.c. */
#include "model/intake_read.h"

#include <stdlib.h>
#include <string.h>

#include "model/forms.h"
#include "model/intake_maker.h"
#include "model/requirement_read.h"

enum { YEARS_MAX = 1000000 };

static const char *const intake_format[] = {"leerroute-intake/1", NULL};

typedef struct root {
    const char *id, *note;
    lri_day start;
    bool count_expected, diploma_route;
    const lri_value *goal, *holds, *claims, *experience, *attributes, *under_way, *capacity;
    const lri_value *limits, *objective;
} root;

#define AT(member) .offset = offsetof(root, member)

static const lri_field root_fields[] = {
    {.key = "format", .type = LRI_FIELD_FORMAT, .needed = true, .words = intake_format},
    {.key = "id", .type = LRI_FIELD_ID, AT(id), .needed = true},
    {.key = "goal", .type = LRI_FIELD_VALUE, AT(goal), .needed = true},
    {.key = "start", .type = LRI_FIELD_DATE, AT(start), .needed = true},
    {.key = "holds", .type = LRI_FIELD_LIST, AT(holds)},
    {.key = "count_expected", .type = LRI_FIELD_BOOLEAN, AT(count_expected)},
    {.key = "claims", .type = LRI_FIELD_LIST, AT(claims)},
    {.key = "experience", .type = LRI_FIELD_LIST, AT(experience)},
    {.key = "attributes", .type = LRI_FIELD_LIST, AT(attributes)},
    {.key = "under_way", .type = LRI_FIELD_LIST, AT(under_way)},
    {.key = "capacity", .type = LRI_FIELD_VALUE, AT(capacity), .needed = true},
    {.key = "limits", .type = LRI_FIELD_VALUE, AT(limits)},
    {.key = "diploma_route", .type = LRI_FIELD_BOOLEAN, AT(diploma_route)},
    {.key = "objective", .type = LRI_FIELD_SOME, AT(objective)},
    {.key = "note", .type = LRI_FIELD_TEXT, AT(note)},
};
static const lri_shape root_shape = LRI_SHAPE(root_fields);

const char *lri_intake_text(lri_intake_maker *maker, const char *text) {
    if (!text) return NULL;
    const char *copy = lri_arena_copy(&maker->intake->arena, text, strlen(text));
    if (!copy) maker->reader.failed = true;
    return copy;
}

void *lri_intake_array(lri_intake_maker *maker, size_t count, size_t size) {
    void *array = lri_arena_array(&maker->intake->arena, count, size);
    if (!array) maker->reader.failed = true;
    return array;
}

/* ---- Goal and objective ---- */

static bool has_diploma(const leerroute_catalogue *catalogue, const lri_requirements *asked) {
    for (uint32_t i = 0; i < asked->node_count; i++)
        if (asked->nodes[i].kind == LRI_AWARD && lri_is_diploma(catalogue, asked->nodes[i].index))
            return true;
    return false;
}

static void read_goal(lri_intake_maker *maker, const root *r) {
    leerroute_intake *intake = maker->intake;
    lri_pool pool;
    bool made = lri_pool_start(&pool);
    if (made) {
        intake->goal = lri_read_requirement(&maker->reader, &pool, r->goal);
        made = lri_pool_freeze(&pool, &intake->arena, &intake->requirements);
    }
    if (!made) maker->reader.failed = true;
    lri_pool_free(&pool);
}

static void read_objective(lri_intake_maker *maker, const lri_value *list) {
    leerroute_intake *intake = maker->intake;
    lri_read_objective(&maker->reader, list, intake->objective, &intake->objective_count);
    if (list) return;
    for (int i = 0; i < 3; i++) intake->objective[i] = (leerroute_measure)i;
    intake->objective_count = 3;
}

/* ---- Holds ---- */

static lri_holding holding_of(lri_intake_maker *maker, const lri_clause *c) {
    const leerroute_intake *intake = maker->intake;
    lri_holding h = {
        .kind = LRI_AWARD, .index = c->index, .obtained = c->obtained, .expected = c->expected};
    if (c->form == LRI_FORM_UNIT) h.kind = LRI_UNIT;
    if (c->form == LRI_FORM_COMPETENCE) {
        h.kind = LRI_COMPETENCE;
        h.level = (uint8_t)c->level;
    }
    h.lapses = c->valid_until < 0 ? lri_lapse(intake->catalogue, &h) : c->valid_until;
    lri_intake_count(intake, &h);
    h.evidence = lri_intake_text(maker, c->evidence);
    return h;
}

static void read_holds(lri_intake_maker *maker, const lri_value *list) {
    leerroute_intake *intake = maker->intake;
    intake->holds = lri_intake_array(maker, list->count, sizeof *intake->holds);
    for (const lri_value *item = list->first; item && intake->holds; item = item->next) {
        lri_clause c;
        if (lri_read_clause(&maker->reader, item, LRI_IN_HOLDS, &c) && c.index != LRI_NONE)
            intake->holds[intake->hold_count++] = holding_of(maker, &c);
    }
}

/* ---- Claims and experience ---- */

typedef struct ordered_claim {
    lri_claim claim;
    uint32_t order; /* as named; of equal claims the first stays first */
} ordered_claim;

typedef LRI_VECTOR(ordered_claim) claim_list;

static void add_claim(lri_intake_maker *maker, claim_list *claims, lri_claim claim) {
    if (!lri_push(claims, (ordered_claim){claim, claims->count})) maker->reader.failed = true;
}

static void read_claims(lri_intake_maker *maker, const lri_value *list, claim_list *claims) {
    for (const lri_value *item = list->first; item; item = item->next) {
        lri_clause c;
        if (!lri_read_clause(&maker->reader, item, LRI_IN_CLAIMS, &c) || c.index == LRI_NONE)
            continue;
        add_claim(
            maker, claims,
            (lri_claim){c.index, (uint8_t)c.level, LRI_NONE, lri_intake_text(maker, c.evidence)});
    }
}

typedef struct job {
    uint32_t occupation;
    int64_t years;
} job;

static const lri_field job_fields[] = {
    {.key = "occupation",
     .type = LRI_FIELD_REFERENCE,
     .offset = offsetof(job, occupation),
     .needed = true,
     .kind = LEERROUTE_OCCUPATION},
    {.key = "years",
     .type = LRI_FIELD_WHOLE,
     .offset = offsetof(job, years),
     .needed = true,
     .maximum = YEARS_MAX},
};
static const lri_shape job_shape = LRI_SHAPE(job_fields);

/* Adds what an occupation suggests for so many years. */
static void add_suggested(lri_intake_maker *maker, uint32_t occupation, int64_t years,
                          claim_list *claims) {
    const leerroute_catalogue *c = maker->intake->catalogue;
    lri_range suggests = c->occupations[occupation].suggests;
    for (uint32_t i = 0; i < suggests.count; i++) {
        const lri_suggestion *s = &c->suggestions[suggests.first + i];
        if (s->years <= years)
            add_claim(maker, claims, (lri_claim){s->competence, s->level, occupation, NULL});
    }
}

/* Of an occupation that is named more than once the most years count: they claim all that the
 * others do. */
static void read_experience(lri_intake_maker *maker, const lri_value *list, claim_list *claims) {
    leerroute_intake *intake = maker->intake;
    uint32_t count = intake->catalogue ? intake->catalogue->occupation_count : 0;
    int64_t *years =
        lri_intake_array(maker, count, sizeof *years); /* 1 + the years; 0: not named */
    intake->experience = lri_intake_array(maker, list->count, sizeof *intake->experience);
    for (const lri_value *item = list->first; item && years; item = item->next) {
        job j = {LRI_NONE, -1};
        if (lri_read_object(&maker->reader, item, &job_shape, &j) && j.occupation != LRI_NONE &&
            years[j.occupation] <= j.years)
            years[j.occupation] = j.years + 1;
    }
    for (uint32_t i = 0; i < count && years && intake->experience; i++) {
        if (years[i] == 0) continue;
        intake->experience[intake->experience_count++] = (lri_experience){i, years[i] - 1};
        add_suggested(maker, i, years[i] - 1, claims);
    }
}

/* By competence, then the highest level first. */
static int compare_claims(const void *a, const void *b) {
    const ordered_claim *x = a, *y = b;
    if (x->claim.competence != y->claim.competence)
        return x->claim.competence < y->claim.competence ? -1 : 1;
    if (x->claim.level != y->claim.level) return x->claim.level > y->claim.level ? -1 : 1;
    return x->order < y->order ? -1 : 1;
}

static void read_all_claims(lri_intake_maker *maker, const root *r) {
    leerroute_intake *intake = maker->intake;
    claim_list claims = {0};
    if (r->claims) read_claims(maker, r->claims, &claims);
    if (r->experience) read_experience(maker, r->experience, &claims);
    if (claims.count > 1) qsort(claims.items, claims.count, sizeof *claims.items, compare_claims);
    intake->claims = lri_intake_array(maker, claims.count, sizeof *intake->claims);
    for (uint32_t i = 0; i < claims.count && intake->claims; i++)
        intake->claims[intake->claim_count++] = claims.items[i].claim;
    free(claims.items);
}

/* ---- The whole ---- */

static void read_attributes(lri_intake_maker *maker, const lri_value *list) {
    leerroute_intake *intake = maker->intake;
    uint32_t count = intake->catalogue ? intake->catalogue->attribute_count : 0;
    intake->attributes = lri_intake_array(maker, count, sizeof *intake->attributes);
    for (const lri_value *item = list ? list->first : NULL; item; item = item->next) {
        uint32_t attribute = LRI_NONE;
        if (lri_read_reference(&maker->reader, item, LEERROUTE_ATTRIBUTE, &attribute) &&
            attribute != LRI_NONE && intake->attributes)
            intake->attributes[attribute] = 1;
    }
}

static void read_all(lri_intake_maker *maker, const lri_value *document, lri_day today) {
    leerroute_intake *intake = maker->intake;
    lri_reader *reader = &maker->reader;
    root r = {.count_expected = true, .start = -1};
    if (!lri_read_file(reader, document, &root_shape, &r)) return;
    reader->faults->id = r.id;
    intake->id = lri_intake_text(maker, r.id);
    intake->note = lri_intake_text(maker, r.note);
    intake->start = r.start < 0 ? 0 : r.start;
    intake->count_expected = r.count_expected;
    read_goal(maker, &r);
    read_objective(maker, r.objective);
    if (r.holds) read_holds(maker, r.holds);
    read_all_claims(maker, &r);
    read_attributes(maker, r.attributes);
    if (r.capacity) lri_read_capacity(maker, r.capacity);
    lri_read_limits(maker, r.under_way, r.limits);
    lri_fault_dangling(reader);
    if (!intake->catalogue) lri_fault_at(reader, LEERROUTE_WARNING_NO_REFERENCES, document);
    if (lri_reader_status(reader) != LEERROUTE_OK || !intake->catalogue) return;
    intake->diploma_route_given = lri_value_member(document, "diploma_route") != NULL;
    intake->diploma_route = intake->diploma_route_given
                                ? r.diploma_route
                                : has_diploma(intake->catalogue, &intake->requirements);
    lri_intake_warn(maker, document, today);
}

leerroute_status lri_intake_read(const lri_value *document, const leerroute_catalogue *catalogue,
                                 lri_day today, lri_faults *faults, leerroute_intake **out) {
    *out = NULL;
    leerroute_intake *intake = calloc(1, sizeof *intake);
    if (!intake) return LEERROUTE_NO_MEMORY;
    intake->catalogue = catalogue;
    lri_intake_maker maker = {.reader = {.faults = faults, .catalogue = catalogue},
                              .intake = intake};
    read_all(&maker, document, today);
    leerroute_status status = lri_reader_status(&maker.reader);
    lri_reader_free(&maker.reader);
    if (status == LEERROUTE_OK && catalogue)
        *out = intake;
    else
        leerroute_intake_free(intake);
    return status;
}
