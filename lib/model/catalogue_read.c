/* Reads a catalogue in two passes: first every id gets its number, so that a reference may come
 * before what it names; then everything is read. References to nothing are reported last, when it
 * is known which ids are at fault: a reference that would be right but for such an id is not a
 * second fault. */
#include "model/catalogue_read.h"

#include <stdlib.h>
#include <string.h>

#include "model/catalogue_index.h"
#include "model/forms.h"
#include "model/maker.h"

enum { WHOLE_MAX = 1000000, FEW_BAD_IDS = 16 };

static const char *const catalogue_format[] = {"leerroute-catalogue/1", NULL};

typedef struct root {
    const char *id, *title;
    const lri_value *lists[LEERROUTE_KINDS]; /* the list of each kind; NULL where left out */
} root;

#define LIST_OF(list_key, list_kind)                                                               \
    { .key = list_key, .type = LRI_FIELD_LIST, .offset = offsetof(root, lists[list_kind]) }

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

typedef struct reading {
    lri_maker maker;
    root root;
    /* By kind: entries without an id that references can name, the ids of the first few of them,
     * and whether there is a list of the kind that could not be read. */
    uint32_t bad_ids[LEERROUTE_KINDS];
    const char *bad_id[LEERROUTE_KINDS][FEW_BAD_IDS];
    bool lost[LEERROUTE_KINDS];
} reading;

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

/* ---- First pass: ids ---- */

static void note_bad_id(reading *r, leerroute_kind kind, const char *id) {
    if (r->bad_ids[kind] < FEW_BAD_IDS) r->bad_id[kind][r->bad_ids[kind]] = id;
    r->bad_ids[kind]++;
}

static const char *id_of(const lri_value *entry) {
    const lri_value *id = lri_value_member(entry, "id");
    return id && id->kind == LRI_TEXT ? id->text : "";
}

static void fault_twice(reading *r, const lri_value *entry, leerroute_kind kind,
                        leerroute_kind first_kind) {
    lri_faults_add(r->maker.reader.faults, &(lri_fault){.code = LEERROUTE_FAULT_ID_TWICE,
                                                        .at = lri_value_member(entry, "id"),
                                                        .kind = first_kind});
    note_bad_id(r, kind, id_of(entry));
}

/* Gives the entry's id its number and keeps it; *found is the number of the entry that had it
 * first. */
static const char *add_id(reading *r, lri_table *table, const lri_value *entry, leerroute_kind kind,
                          uint32_t number, uint32_t *found) {
    const char *id = lri_maker_text(&r->maker, id_of(entry));
    *found = number;
    if (!lri_is_id(id_of(entry))) note_bad_id(r, kind, id_of(entry));
    if (id && *id && !lri_table_add(table, id, number, found)) r->maker.reader.failed = true;
    return id;
}

/* The ids of one list, whose entries are structs that begin with their id; numbered from `from`. */
static void add_list(reading *r, leerroute_kind kind, lri_table *table, void *structs, size_t size,
                     uint32_t from) {
    const lri_value *list = r->root.lists[kind];
    uint32_t number = from, found;
    for (const lri_value *e = list ? list->first : NULL; e && structs; e = e->next, number++) {
        const char *id = add_id(r, table, e, kind, number, &found);
        memcpy((char *)structs + (size_t)number * size, &id, sizeof id);
        if (found != number) fault_twice(r, e, kind, kind);
    }
}

/* The ids of units, assessments and offerings are unique together, and the second in the file is at
 * fault, in whatever order the keys come: so each id has the holder that comes first. */
typedef struct steps {
    const lri_value **holders; /* by number in by_step: the entry whose id it is */
    leerroute_kind *kinds;
} steps;

static const char *add_step(reading *r, steps *s, const lri_value *entry, leerroute_kind kind,
                            uint32_t number) {
    uint32_t found;
    const char *id = add_id(r, &r->maker.catalogue->by_step, entry, kind, number, &found);
    if (found == number) {
        s->holders[number] = entry;
        s->kinds[number] = kind;
        return id;
    }
    const lri_value *first = s->holders[found];
    leerroute_kind first_kind = s->kinds[found];
    if (lri_value_member(first, "id")->place < lri_value_member(entry, "id")->place) {
        fault_twice(r, entry, kind, first_kind);
    } else {
        fault_twice(r, first, first_kind, kind);
        s->holders[found] = entry;
        s->kinds[found] = kind;
    }
    return id;
}

static const lri_value *offerings_of(const lri_value *activity) {
    const lri_value *offerings = lri_value_member(activity, "offerings");
    return offerings && offerings->kind == LRI_LIST ? offerings : NULL;
}

static void add_activities(reading *r, steps *s, leerroute_kind kind, uint32_t number,
                           uint32_t *next_offering) {
    leerroute_catalogue *c = r->maker.catalogue;
    const lri_value *list = r->root.lists[kind];
    for (const lri_value *e = list ? list->first : NULL; e; e = e->next, number++) {
        const lri_value *offerings = offerings_of(e);
        lri_activity *a = &c->activities[number];
        a->id = add_step(r, s, e, kind, number);
        a->is_assessment = kind == LEERROUTE_ASSESSMENT;
        a->offerings = (lri_range){*next_offering, offerings ? offerings->count : 0};
        for (const lri_value *o = offerings ? offerings->first : NULL; o; o = o->next) {
            uint32_t i = (*next_offering)++;
            c->offerings[i].id = add_step(r, s, o, LEERROUTE_OFFERING, c->activity_count + i);
            c->offerings[i].activity = number;
        }
    }
}

static void add_steps(reading *r) {
    leerroute_catalogue *c = r->maker.catalogue;
    size_t count = (size_t)c->activity_count + c->offering_count;
    steps s = {calloc(count + 1, sizeof *s.holders), calloc(count + 1, sizeof *s.kinds)};
    uint32_t next_offering = 0;
    if (s.holders && s.kinds && !r->maker.reader.failed) {
        add_activities(r, &s, LEERROUTE_UNIT, 0, &next_offering);
        add_activities(r, &s, LEERROUTE_ASSESSMENT, c->unit_count, &next_offering);
    } else {
        r->maker.reader.failed = true;
    }
    free(s.holders);
    free(s.kinds);
}

static uint32_t count_offerings(const lri_value *list) {
    uint32_t count = 0;
    for (const lri_value *e = list ? list->first : NULL; e; e = e->next)
        count += offerings_of(e) ? offerings_of(e)->count : 0;
    return count;
}

static void make_room(reading *r) {
    leerroute_catalogue *c = r->maker.catalogue;
    uint32_t counts[LEERROUTE_KINDS];
    for (int kind = 0; kind < LEERROUTE_KINDS; kind++)
        counts[kind] = r->root.lists[kind] ? r->root.lists[kind]->count : 0;
    c->competence_count = counts[LEERROUTE_COMPETENCE];
    c->attribute_count = counts[LEERROUTE_ATTRIBUTE];
    c->unit_count = counts[LEERROUTE_UNIT];
    c->activity_count = c->unit_count + counts[LEERROUTE_ASSESSMENT];
    c->offering_count = count_offerings(r->root.lists[LEERROUTE_UNIT]) +
                        count_offerings(r->root.lists[LEERROUTE_ASSESSMENT]);
    c->certificate_count = counts[LEERROUTE_CERTIFICATE];
    c->award_count = c->certificate_count + counts[LEERROUTE_DIPLOMA];
    c->function_count = counts[LEERROUTE_FUNCTION];
    c->occupation_count = counts[LEERROUTE_OCCUPATION];
    c->competences = lri_maker_array(&r->maker, c->competence_count, sizeof *c->competences);
    c->attributes = lri_maker_array(&r->maker, c->attribute_count, sizeof *c->attributes);
    c->activities = lri_maker_array(&r->maker, c->activity_count, sizeof *c->activities);
    c->offerings = lri_maker_array(&r->maker, c->offering_count, sizeof *c->offerings);
    c->awards = lri_maker_array(&r->maker, c->award_count, sizeof *c->awards);
    c->functions = lri_maker_array(&r->maker, c->function_count, sizeof *c->functions);
    c->occupations = lri_maker_array(&r->maker, c->occupation_count, sizeof *c->occupations);
}

static void add_ids(reading *r) {
    leerroute_catalogue *c = r->maker.catalogue;
    add_list(r, LEERROUTE_COMPETENCE, &c->by_competence, c->competences, sizeof *c->competences, 0);
    add_list(r, LEERROUTE_ATTRIBUTE, &c->by_attribute, c->attributes, sizeof *c->attributes, 0);
    add_list(r, LEERROUTE_CERTIFICATE, &c->by_certificate, c->awards, sizeof *c->awards, 0);
    add_list(r, LEERROUTE_DIPLOMA, &c->by_diploma, c->awards, sizeof *c->awards,
             c->certificate_count);
    add_list(r, LEERROUTE_FUNCTION, &c->by_function, c->functions, sizeof *c->functions, 0);
    add_list(r, LEERROUTE_OCCUPATION, &c->by_occupation, c->occupations, sizeof *c->occupations, 0);
    add_steps(r);
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

static void read_entries(reading *r, leerroute_kind kind,
                         void (*read)(lri_maker *m, const lri_value *entry, uint32_t i)) {
    const lri_value *list = r->root.lists[kind];
    for (const lri_value *e = list ? list->first : NULL; e && !r->maker.reader.failed; e = e->next)
        read(&r->maker, e, e->position);
}

/* ---- References to nothing ---- */

/* The key of the list of a kind; of an offering none. */
static const char *list_key(leerroute_kind kind) {
    for (size_t i = 0; i < root_shape.count; i++)
        if (root_fields[i].offset == offsetof(root, lists) + (size_t)kind * sizeof(lri_value *))
            return root_fields[i].key;
    return NULL;
}

/* Is there a list of the kind that could not be read, so that nothing can be said of references? */
static bool is_lost(const reading *r, const lri_value *document, leerroute_kind kind) {
    const char *key = list_key(kind);
    if (r->root.lists[kind] || !key) return false;
    return lri_value_member(document, key) || lri_is_misspelt(document, &root_shape, key);
}

/* How many different ids of the kind the dangling references name, up to `limit` + 1. */
static uint32_t count_dangling(reading *r, leerroute_kind kind, uint32_t limit) {
    lri_reader *reader = &r->maker.reader;
    lri_table ids = {0};
    for (uint32_t i = 0; i < reader->dangling.count && ids.count <= limit; i++) {
        const lri_dangling *d = &reader->dangling.items[i];
        uint32_t found;
        if (d->kind == kind && !lri_table_add(&ids, d->value->text, 0, &found))
            reader->failed = true;
    }
    uint32_t count = (uint32_t)ids.count;
    lri_table_free(&ids);
    return count;
}

static bool is_near_bad_id(const reading *r, leerroute_kind kind, const char *id) {
    for (uint32_t i = 0; i < r->bad_ids[kind] && i < FEW_BAD_IDS; i++)
        if (lri_is_near(id, r->bad_id[kind][i])) return true;
    return false;
}

/* Drops the references that an id at fault explains. When no more different ids are named in vain
 * than there are entries with such an id, each may be one of theirs; else those near one are. */
static void drop_explained(reading *r, const lri_value *document) {
    bool explained[LEERROUTE_KINDS];
    for (int kind = 0; kind < LEERROUTE_KINDS; kind++)
        explained[kind] =
            is_lost(r, document, (leerroute_kind)kind) ||
            (r->bad_ids[kind] > 0 &&
             count_dangling(r, (leerroute_kind)kind, r->bad_ids[kind]) <= r->bad_ids[kind]);
    lri_reader *reader = &r->maker.reader;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < reader->dangling.count; i++) {
        lri_dangling d = reader->dangling.items[i];
        if (explained[d.kind] || is_near_bad_id(r, d.kind, d.value->text)) continue;
        reader->dangling.items[kept++] = d;
    }
    reader->dangling.count = kept;
}

/* ---- The whole ---- */

static void *settle(lri_maker *m, const void *items, size_t count, size_t size) {
    void *settled = lri_maker_array(m, count, size);
    if (settled && count) memcpy(settled, items, count * size);
    return settled;
}

static void freeze(reading *r, uint32_t first_asking_node) {
    lri_maker *m = &r->maker;
    leerroute_catalogue *c = m->catalogue;
    c->id = lri_maker_text(m, r->root.id);
    c->title = lri_maker_text(m, r->root.title ? r->root.title : "");
    c->weeks = settle(m, m->weeks.items, m->weeks.count, sizeof *c->weeks);
    c->grants = settle(m, m->grants.items, m->grants.count, sizeof *c->grants);
    c->validates = settle(m, m->validates.items, m->validates.count, sizeof *c->validates);
    c->suggestions = settle(m, m->suggestions.items, m->suggestions.count, sizeof *c->suggestions);
    if (!lri_pool_freeze(&m->pool, &c->arena, &c->requirements)) m->reader.failed = true;
    if (!m->reader.failed && !lri_catalogue_index(c, first_asking_node)) m->reader.failed = true;
}

static void read_all(reading *r, const lri_value *document) {
    lri_reader *reader = &r->maker.reader;
    lri_check_keys(reader, document);
    if (!lri_read_object(reader, document, &root_shape, &r->root)) return;
    make_room(r);
    if (!reader->failed) add_ids(r);
    read_entries(r, LEERROUTE_COMPETENCE, read_competence);
    read_entries(r, LEERROUTE_ATTRIBUTE, read_attribute);
    read_entries(r, LEERROUTE_UNIT, read_unit);
    read_entries(r, LEERROUTE_ASSESSMENT, read_assessment);
    uint32_t first_asking_node = r->maker.pool.nodes.count;
    read_entries(r, LEERROUTE_CERTIFICATE, read_certificate);
    read_entries(r, LEERROUTE_DIPLOMA, read_diploma);
    read_entries(r, LEERROUTE_FUNCTION, read_function);
    read_entries(r, LEERROUTE_OCCUPATION, read_occupation);
    drop_explained(r, document);
    lri_fault_dangling(reader);
    if (lri_reader_status(reader) == LEERROUTE_OK) freeze(r, first_asking_node);
}

leerroute_status lri_catalogue_read(const lri_value *document, lri_faults *faults,
                                    leerroute_catalogue **out) {
    leerroute_catalogue *catalogue = calloc(1, sizeof *catalogue);
    reading r = {
        .maker = {.reader = {.faults = faults, .catalogue = catalogue}, .catalogue = catalogue}};
    lri_maker *m = &r.maker;
    if (catalogue && lri_pool_start(&m->pool))
        read_all(&r, document);
    else
        m->reader.failed = true;
    leerroute_status status = lri_reader_status(&m->reader);
    free(m->weeks.items);
    free(m->grants.items);
    free(m->validates.items);
    free(m->suggestions.items);
    lri_pool_free(&m->pool);
    lri_reader_free(&m->reader);
    if (status != LEERROUTE_OK) leerroute_catalogue_free(catalogue);
    *out = status == LEERROUTE_OK ? catalogue : NULL;
    return status;
}
