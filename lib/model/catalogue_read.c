/* Reads a catalogue in two passes: first every id gets its number, so that a reference may come
 * before what it names; then everything is read. References to nothing are reported last, when it
 * is known which ids are at fault: a reference that would be right but for such an id is not a
 * second fault. */
#include "model/catalogue_read.h"

#include <stdlib.h>
#include <string.h>

#include "model/catalogue_ids.h"
#include "model/catalogue_index.h"
#include "model/forms.h"
#include "model/maker.h"

enum { WHOLE_MAX = 1000000 };

static const char *const catalogue_format[] = {"leerroute-catalogue/1", NULL};

typedef struct root {
    const char *id, *title;
    const lri_value *lists[LEERROUTE_KINDS]; /* the list of each kind; NULL where left out */
} root;

#define LIST_OF(list_key, list_kind)                                                               \
    {                                                                                              \
        .key = list_key, .type = LRI_FIELD_LIST, .offset = offsetof(root, lists[list_kind]),       \
        .kind = list_kind                                                                          \
    }

static const lri_field root_fields[] = {
    {.key = "format", .type = LRI_FIELD_FORMAT, .needed = true, .words = catalogue_format},
    {.key = "id", .type = LRI_FIELD_ID, .offset = offsetof(root, id), .needed = true},
    {.key = "title", .type = LRI_FIELD_TEXT, .offset = offsetof(root, title)},
    LIST_OF("competences", LEERROUTE_COMPETENCE),
    LIST_OF("attributes", LEERROUTE_ATTRIBUTE),
    LIST_OF("units", LEERROUTE_UNIT),
    LIST_OF("assessments", LEERROUTE_ASSESSMENT),
    LIST_OF("certificates", LEERROUTE_CERTIFICATE),
    LIST_OF("diplomas", LEERROUTE_DIPLOMA),
    LIST_OF("functions", LEERROUTE_FUNCTION),
    LIST_OF("occupations", LEERROUTE_OCCUPATION),
};
static const lri_shape root_shape = LRI_SHAPE(root_fields);

const char *lri_maker_text(lri_maker *maker, const char *text) {
    if (!text) return NULL;
    const char *copy = lri_arena_copy(&maker->catalogue->arena, text, strlen(text));
    if (!copy) maker->reader.failed = true;
    return copy;
}

void *lri_maker_array(lri_maker *maker, size_t count, size_t size) {
    void *array = lri_arena_array(&maker->catalogue->arena, count, size);
    if (!array) maker->reader.failed = true;
    return array;
}

/* ---- Second pass: entries ---- */

/* What the entries of every list have, and those of some. */
typedef struct draft {
    const char *id, *name, *text;
    const lri_value *requires, *grants, *validates, *offerings, *suggests;
    int kind, effect;
    int64_t level, max_level, award_weeks, valid_months, fwg, years;
    uint32_t competence;
} draft;

#define AT(member) .offset = offsetof(draft, member)
#define ID                                                                                         \
    { .key = "id", .type = LRI_FIELD_ID, AT(id), .needed = true }
#define NAME                                                                                       \
    { .key = "name", .type = LRI_FIELD_NAME, AT(name), .needed = true }
#define REQUIRES                                                                                   \
    { .key = "requires", .type = LRI_FIELD_VALUE, AT(requires) }
#define GRANTS                                                                                     \
    { .key = "grants", .type = LRI_FIELD_LIST, AT(grants) }
#define OFFERINGS                                                                                  \
    { .key = "offerings", .type = LRI_FIELD_SOME, AT(offerings), .needed = true }
#define NLQF                                                                                       \
    { .key = "level", .type = LRI_FIELD_WHOLE, AT(level), .minimum = 1, .maximum = 8 }
#define TEXT(name)                                                                                 \
    { .key = name, .type = LRI_FIELD_TEXT, AT(text) }

static const lri_field named_fields[] = {ID, NAME};
static const lri_shape named_shape = LRI_SHAPE(named_fields);

static const lri_field unit_fields[] = {
    ID,
    NAME,
    {.key = "kind", .type = LRI_FIELD_WORD, AT(kind), .words = lri_unit_kinds},
    NLQF,
    {.key = "effect", .type = LRI_FIELD_WORD, AT(effect), .words = lri_unit_effects},
    REQUIRES,
    GRANTS,
    OFFERINGS,
};
static const lri_shape unit_shape = LRI_SHAPE(unit_fields);

static const lri_field assessment_fields[] = {
    ID,
    NAME,
    {.key = "kind", .type = LRI_FIELD_WORD, AT(kind), .words = lri_assessment_kinds},
    {.key = "validates", .type = LRI_FIELD_SOME, AT(validates), .needed = true},
    {.key = "max_level",
     .type = LRI_FIELD_WHOLE,
     AT(max_level),
     .minimum = 1,
     .maximum = LRI_TOP_LEVEL},
    REQUIRES,
    OFFERINGS,
};
static const lri_shape assessment_shape = LRI_SHAPE(assessment_fields);

#define AWARD                                                                                      \
    ID, NAME, REQUIRES, GRANTS,                                                                    \
        {.key = "award_weeks", .type = LRI_FIELD_WHOLE, AT(award_weeks), .maximum = 520}, {        \
        .key = "valid_months", .type = LRI_FIELD_WHOLE, AT(valid_months), .minimum = 1,            \
        .maximum = 1200                                                                            \
    }

static const lri_field certificate_fields[] = {AWARD, TEXT("kind")};
static const lri_shape certificate_shape = LRI_SHAPE(certificate_fields);
static const lri_field diploma_fields[] = {AWARD, TEXT("crebo"), NLQF};
static const lri_shape diploma_shape = LRI_SHAPE(diploma_fields);

static const lri_field function_fields[] = {
    ID,
    NAME,
    {.key = "requires", .type = LRI_FIELD_VALUE, AT(requires), .needed = true},
    {.key = "fwg", .type = LRI_FIELD_WHOLE, AT(fwg), .maximum = WHOLE_MAX},
};
static const lri_shape function_shape = LRI_SHAPE(function_fields);

static const lri_field occupation_fields[] = {
    ID, NAME, TEXT("esco"), {.key = "suggests", .type = LRI_FIELD_LIST, AT(suggests)}};
static const lri_shape occupation_shape = LRI_SHAPE(occupation_fields);

static const lri_field suggestion_fields[] = {
    {.key = "competence",
     .type = LRI_FIELD_REFERENCE,
     AT(competence),
     .needed = true,
     .kind = LEERROUTE_COMPETENCE},
    {.key = "level", .type = LRI_FIELD_WHOLE, AT(level), .minimum = 1, .maximum = LRI_TOP_LEVEL},
    {.key = "years", .type = LRI_FIELD_WHOLE, AT(years), .maximum = WHOLE_MAX},
};
static const lri_shape suggestion_shape = LRI_SHAPE(suggestion_fields);

/* Reads the entry and keeps its name. */
static draft read_draft(lri_maker *m, const lri_value *entry, const lri_shape *shape,
                        const char **name) {
    draft d = {.effect = -1, .max_level = LRI_TOP_LEVEL, .level = LRI_DEFAULT_LEVEL, .fwg = -1};
    lri_read_object(&m->reader, entry, shape, &d);
    if (name) *name = lri_maker_text(m, d.name ? d.name : "");
    return d;
}

static lri_range read_grants(lri_maker *m, const lri_value *list) {
    lri_range grants = {.first = m->grants.count};
    for (const lri_value *item = list ? list->first : NULL; item; item = item->next) {
        lri_clause c;
        if (!lri_read_clause(&m->reader, item, LRI_IN_GRANTS, &c) || c.index == LRI_NONE) continue;
        bool is_award = c.form != LRI_FORM_COMPETENCE;
        lri_grant grant = {is_award, is_award ? 0 : (uint8_t)c.level, c.index};
        if (!lri_push(&m->grants, grant)) m->reader.failed = true;
    }
    grants.count = m->grants.count - grants.first;
    return grants;
}

static lri_range read_validates(lri_maker *m, const lri_value *list) {
    lri_range validates = {.first = m->validates.count};
    for (const lri_value *item = list ? list->first : NULL; item; item = item->next) {
        uint32_t competence;
        if (lri_read_reference(&m->reader, item, LEERROUTE_COMPETENCE, &competence) &&
            !lri_push(&m->validates, competence))
            m->reader.failed = true;
    }
    validates.count = m->validates.count - validates.first;
    return validates;
}

static void read_competence(lri_maker *m, const lri_value *entry, uint32_t i) {
    read_draft(m, entry, &named_shape, &m->catalogue->competences[i].name);
}

static void read_attribute(lri_maker *m, const lri_value *entry, uint32_t i) {
    read_draft(m, entry, &named_shape, &m->catalogue->attributes[i].name);
}

static void read_activity(lri_maker *m, const lri_value *entry, const lri_shape *shape,
                          lri_activity *a) {
    draft d = read_draft(m, entry, shape, &a->name);
    a->kind = (uint8_t)d.kind;
    a->effect = (uint8_t)(d.effect + 1);
    a->max_level = (uint8_t)d.max_level;
    a->requires = lri_read_requirement(&m->reader, &m->pool, d.requires);
    a->grants = read_grants(m, d.grants);
    a->validates = read_validates(m, d.validates);
    uint32_t offering = a->offerings.first;
    for (const lri_value *o = d.offerings ? d.offerings->first : NULL; o; o = o->next)
        lri_read_offering(m, o, offering++);
}

static void read_unit(lri_maker *m, const lri_value *entry, uint32_t i) {
    read_activity(m, entry, &unit_shape, &m->catalogue->activities[i]);
}

static void read_assessment(lri_maker *m, const lri_value *entry, uint32_t i) {
    read_activity(m, entry, &assessment_shape,
                  &m->catalogue->activities[m->catalogue->unit_count + i]);
}

static void read_award(lri_maker *m, const lri_value *entry, const lri_shape *shape, lri_award *a) {
    draft d = read_draft(m, entry, shape, &a->name);
    a->requires = d.requires ? lri_read_requirement(&m->reader, &m->pool, d.requires) : LRI_NONE;
    a->award_weeks = (int32_t)d.award_weeks;
    a->valid_months = (int32_t)d.valid_months;
    a->grants = read_grants(m, d.grants);
}

static void read_certificate(lri_maker *m, const lri_value *entry, uint32_t i) {
    read_award(m, entry, &certificate_shape, &m->catalogue->awards[i]);
}

static void read_diploma(lri_maker *m, const lri_value *entry, uint32_t i) {
    read_award(m, entry, &diploma_shape,
               &m->catalogue->awards[m->catalogue->certificate_count + i]);
}

static void read_function(lri_maker *m, const lri_value *entry, uint32_t i) {
    lri_function *f = &m->catalogue->functions[i];
    draft d = read_draft(m, entry, &function_shape, &f->name);
    f->requires = lri_read_requirement(&m->reader, &m->pool, d.requires);
    f->fwg = (int32_t)d.fwg;
}

static void read_occupation(lri_maker *m, const lri_value *entry, uint32_t i) {
    lri_occupation *o = &m->catalogue->occupations[i];
    draft d = read_draft(m, entry, &occupation_shape, &o->name);
    o->suggests.first = m->suggestions.count;
    for (const lri_value *item = d.suggests ? d.suggests->first : NULL; item; item = item->next) {
        draft s = read_draft(m, item, &suggestion_shape, NULL);
        lri_suggestion suggestion = {s.competence, (uint8_t)s.level, (int32_t)s.years};
        if (!lri_push(&m->suggestions, suggestion)) m->reader.failed = true;
    }
    o->suggests.count = m->suggestions.count - o->suggests.first;
}

static void read_entries(lri_maker *m, leerroute_kind kind,
                         void (*read)(lri_maker *m, const lri_value *entry, uint32_t i)) {
    const lri_value *list = m->lists[kind];
    for (const lri_value *e = list ? list->first : NULL; e && !m->reader.failed; e = e->next)
        read(m, e, e->position);
}

/* ---- The whole ---- */

static void *settle(lri_maker *m, const void *items, size_t count, size_t size) {
    void *settled = lri_maker_array(m, count, size);
    if (settled && count) memcpy(settled, items, count * size);
    return settled;
}

static void freeze(lri_maker *m, const root *r, uint32_t first_asking_node) {
    leerroute_catalogue *c = m->catalogue;
    c->id = lri_maker_text(m, r->id);
    c->title = lri_maker_text(m, r->title ? r->title : "");
    c->weeks = settle(m, m->weeks.items, m->weeks.count, sizeof *c->weeks);
    c->grants = settle(m, m->grants.items, m->grants.count, sizeof *c->grants);
    c->validates = settle(m, m->validates.items, m->validates.count, sizeof *c->validates);
    c->suggestions = settle(m, m->suggestions.items, m->suggestions.count, sizeof *c->suggestions);
    if (!lri_pool_freeze(&m->pool, &c->arena, &c->requirements)) m->reader.failed = true;
    if (!m->reader.failed && !lri_catalogue_index(c, first_asking_node)) m->reader.failed = true;
}

/* Notes the lists that are there and cannot be read, or whose key is misspelt. */
static void note_lost(const root *r, const lri_value *document, lri_bad_ids *bad) {
    for (size_t i = 0; i < root_shape.count; i++) {
        const lri_field *f = &root_fields[i];
        if (f->type == LRI_FIELD_LIST && !r->lists[f->kind])
            bad->lost[f->kind] = lri_value_member(document, f->key) ||
                                 lri_is_misspelt(document, &root_shape, f->key);
    }
}

static void read_all(lri_maker *m, const lri_value *document) {
    root r = {0};
    lri_bad_ids bad = {0};
    if (!lri_read_file(&m->reader, document, &root_shape, &r)) return;
    memcpy(m->lists, r.lists, sizeof r.lists);
    note_lost(&r, document, &bad);
    lri_number_ids(m, &bad);
    read_entries(m, LEERROUTE_COMPETENCE, read_competence);
    read_entries(m, LEERROUTE_ATTRIBUTE, read_attribute);
    read_entries(m, LEERROUTE_UNIT, read_unit);
    read_entries(m, LEERROUTE_ASSESSMENT, read_assessment);
    uint32_t first_asking_node = m->pool.nodes.count;
    read_entries(m, LEERROUTE_CERTIFICATE, read_certificate);
    read_entries(m, LEERROUTE_DIPLOMA, read_diploma);
    read_entries(m, LEERROUTE_FUNCTION, read_function);
    read_entries(m, LEERROUTE_OCCUPATION, read_occupation);
    lri_report_dangling(m, &bad);
    if (lri_reader_status(&m->reader) == LEERROUTE_OK) freeze(m, &r, first_asking_node);
}

leerroute_status lri_catalogue_read(const lri_value *document, lri_faults *faults,
                                    leerroute_catalogue **out) {
    leerroute_catalogue *catalogue = calloc(1, sizeof *catalogue);
    lri_maker m = {.reader = {.faults = faults, .catalogue = catalogue}, .catalogue = catalogue};
    if (catalogue && lri_pool_start(&m.pool))
        read_all(&m, document);
    else
        m.reader.failed = true;
    leerroute_status status = lri_reader_status(&m.reader);
    free(m.weeks.items);
    free(m.grants.items);
    free(m.validates.items);
    free(m.suggestions.items);
    lri_pool_free(&m.pool);
    lri_reader_free(&m.reader);
    if (status != LEERROUTE_OK) leerroute_catalogue_free(catalogue);
    *out = status == LEERROUTE_OK ? catalogue : NULL;
    return status;
}
