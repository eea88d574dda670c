#include "model/catalogue_ids.h"

#include <stdlib.h>
#include <string.h>

enum { UNKNOWN_MAX = 64 };

/* ---- Room ---- */

static const lri_value *offerings_of(const lri_value *activity) {
    const lri_value *offerings = lri_value_member(activity, "offerings");
    return offerings && offerings->kind == LRI_LIST ? offerings : NULL;
}

static const lri_value *first_of(const lri_value *list) {
    return list ? list->first : NULL;
}

static uint32_t count_of(const lri_value *list) {
    return list ? list->count : 0;
}

static uint32_t count_offerings(const lri_value *activities) {
    uint32_t count = 0;
    for (const lri_value *e = first_of(activities); e; e = e->next)
        count += count_of(offerings_of(e));
    return count;
}

static void make_room(lri_maker *maker) {
    leerroute_catalogue *c = maker->catalogue;
    const lri_value *const *lists = maker->lists;
    c->competence_count = count_of(lists[LEERROUTE_COMPETENCE]);
    c->attribute_count = count_of(lists[LEERROUTE_ATTRIBUTE]);
    c->unit_count = count_of(lists[LEERROUTE_UNIT]);
    c->activity_count = c->unit_count + count_of(lists[LEERROUTE_ASSESSMENT]);
    c->offering_count =
        count_offerings(lists[LEERROUTE_UNIT]) + count_offerings(lists[LEERROUTE_ASSESSMENT]);
    c->certificate_count = count_of(lists[LEERROUTE_CERTIFICATE]);
    c->award_count = c->certificate_count + count_of(lists[LEERROUTE_DIPLOMA]);
    c->function_count = count_of(lists[LEERROUTE_FUNCTION]);
    c->occupation_count = count_of(lists[LEERROUTE_OCCUPATION]);
    c->competences = lri_maker_array(maker, c->competence_count, sizeof *c->competences);
    c->attributes = lri_maker_array(maker, c->attribute_count, sizeof *c->attributes);
    c->activities = lri_maker_array(maker, c->activity_count, sizeof *c->activities);
    c->offerings = lri_maker_array(maker, c->offering_count, sizeof *c->offerings);
    c->awards = lri_maker_array(maker, c->award_count, sizeof *c->awards);
    c->functions = lri_maker_array(maker, c->function_count, sizeof *c->functions);
    c->occupations = lri_maker_array(maker, c->occupation_count, sizeof *c->occupations);
}

/* ---- Numbers ---- */

static void keep_bad(lri_bad_ids *bad, leerroute_kind kind, const char *id) {
    if (bad->kept[kind] < LRI_BAD_IDS_KEPT) bad->ids[kind][bad->kept[kind]++] = id;
}

/* Gives an entry's id (NULL: it has none) its number and keeps it; *first is the number of the
 * entry that had it before, or the same. An id at fault gets none. */
static const char *add_id(lri_maker *maker, lri_bad_ids *bad, leerroute_kind kind, lri_table *table,
                          const lri_value *value, uint32_t number, uint32_t *first) {
    const char *text = value && value->kind == LRI_TEXT ? value->text : "";
    const char *id = lri_maker_text(maker, text);
    *first = number;
    if (!lri_is_id(text)) {
        bad->count[kind]++;
        keep_bad(bad, kind, text);
    } else if (id && !lri_table_add(table, id, number, first)) {
        maker->reader.failed = true;
    }
    return id;
}

/* Reports the second of two equal ids. */
static void fault_twice(lri_maker *maker, const lri_value *second, leerroute_kind first_kind) {
    lri_faults_add(
        maker->reader.faults,
        &(lri_fault){.code = LEERROUTE_FAULT_ID_TWICE, .at = second, .kind = first_kind});
}

/* The ids of one list, whose entries are structs that begin with their id; numbered from `from`. */
static void add_list(lri_maker *maker, lri_bad_ids *bad, leerroute_kind kind, lri_table *table,
                     void *structs, size_t size, uint32_t from) {
    uint32_t number = from, first;
    for (const lri_value *e = first_of(maker->lists[kind]); e; e = e->next, number++) {
        const lri_value *value = lri_value_member(e, "id");
        const char *id = add_id(maker, bad, kind, table, value, number, &first);
        memcpy((char *)structs + (size_t)number * size, &id, sizeof id);
        if (first != number) fault_twice(maker, value, kind);
    }
}

/* ---- Units, assessments and offerings, whose ids are unique together ---- */

/* Their lists may come in any order, and the second in the file is at fault: so each id has a
 * holder, the entry that comes first of those seen. */
typedef struct holder {
    const lri_value *id;
    leerroute_kind kind;
} holder;

typedef struct stepper {
    lri_maker *maker;
    lri_bad_ids *bad;
    holder *holders; /* by number in by_step */
    uint32_t next_offering;
} stepper;

static const char *add_step(stepper *s, const lri_value *entry, leerroute_kind kind,
                            uint32_t number) {
    uint32_t first;
    const lri_value *value = lri_value_member(entry, "id");
    const char *id =
        add_id(s->maker, s->bad, kind, &s->maker->catalogue->by_step, value, number, &first);
    holder *h = &s->holders[first], new = {value, kind};
    if (first != number) {
        bool is_later = h->id->place < value->place;
        holder second = is_later ? new : *h;
        fault_twice(s->maker, second.id, is_later ? h->kind : kind);
        if (h->kind != kind) keep_bad(s->bad, kind, value->text); /* the table has the other kind */
        if (is_later) return id;
    }
    *h = new;
    return id;
}

static void add_activities(stepper *s, leerroute_kind kind, uint32_t number) {
    leerroute_catalogue *c = s->maker->catalogue;
    for (const lri_value *e = first_of(s->maker->lists[kind]); e; e = e->next, number++) {
        lri_activity *a = &c->activities[number];
        a->id = add_step(s, e, kind, number);
        a->is_assessment = kind == LEERROUTE_ASSESSMENT;
        a->offerings = (lri_range){s->next_offering, count_of(offerings_of(e))};
        for (const lri_value *o = first_of(offerings_of(e)); o; o = o->next) {
            uint32_t i = s->next_offering++;
            c->offerings[i].id = add_step(s, o, LEERROUTE_OFFERING, c->activity_count + i);
            c->offerings[i].activity = number;
        }
    }
}

static void add_steps(lri_maker *maker, lri_bad_ids *bad) {
    const leerroute_catalogue *c = maker->catalogue;
    size_t count = (size_t)c->activity_count + c->offering_count;
    stepper s = {maker, bad, calloc(count + 1, sizeof *s.holders), 0};
    if (s.holders) {
        add_activities(&s, LEERROUTE_UNIT, 0);
        add_activities(&s, LEERROUTE_ASSESSMENT, c->unit_count);
    } else {
        maker->reader.failed = true;
    }
    free(s.holders);
}

void lri_number_ids(lri_maker *maker, lri_bad_ids *bad) {
    leerroute_catalogue *c = maker->catalogue;
    make_room(maker);
    if (maker->reader.failed) return;
#define ADD_LIST(kind, table, structs, from)                                                       \
    add_list(maker, bad, kind, &c->table, c->structs, sizeof *c->structs, from)
    ADD_LIST(LEERROUTE_COMPETENCE, by_competence, competences, 0);
    ADD_LIST(LEERROUTE_ATTRIBUTE, by_attribute, attributes, 0);
    ADD_LIST(LEERROUTE_CERTIFICATE, by_certificate, awards, 0);
    ADD_LIST(LEERROUTE_DIPLOMA, by_diploma, awards, c->certificate_count);
    ADD_LIST(LEERROUTE_FUNCTION, by_function, functions, 0);
    ADD_LIST(LEERROUTE_OCCUPATION, by_occupation, occupations, 0);
#undef ADD_LIST
    add_steps(maker, bad);
}

/* ---- References to nothing ---- */

static bool is_near_bad_id(const lri_bad_ids *bad, const lri_dangling *d) {
    for (uint32_t i = 0; i < bad->kept[d->kind]; i++) {
        const char *id = bad->ids[d->kind][i];
        if (strcmp(id, d->value->text) == 0) return true;
        if (!lri_is_id(id) && lri_is_near(d->value->text, id)) return true;
    }
    return false;
}

/* Drops the references that are meant for an entry that cannot be named. */
static void drop_lost(lri_maker *maker, const lri_bad_ids *bad) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < maker->reader.dangling.count; i++) {
        lri_dangling d = maker->reader.dangling.items[i];
        if (!bad->lost[d.kind] && !is_near_bad_id(bad, &d))
            maker->reader.dangling.items[kept++] = d;
    }
    maker->reader.dangling.count = kept;
}

/* The different ids of the kind that references name in vain and that look like no id there is,
 * into the table; false when there are too many, or too many to compare with, to say. */
static bool gather_strange(lri_maker *maker, leerroute_kind kind, lri_table *strange) {
    lri_candidates ids = {0};
    ids.table = lri_catalogue_ids(maker->catalogue, kind, &ids.from, &ids.to);
    lri_table seen = {0};
    uint32_t found;
    bool all = true;
    for (uint32_t i = 0; i < maker->reader.dangling.count && all; i++) {
        const lri_dangling *d = &maker->reader.dangling.items[i];
        if (d->kind != kind || lri_table_key(&seen, d->value->text)) continue;
        all = seen.entries.count < UNKNOWN_MAX && lri_faults_may_search(maker->reader.faults, &ids);
        if (!lri_table_add(&seen, d->value->text, 0, &found)) maker->reader.failed = true;
        if (all && !lri_nearest(d->value->text, &ids) &&
            !lri_table_add(strange, d->value->text, 0, &found))
            maker->reader.failed = true;
    }
    lri_table_free(&seen);
    return all;
}

/* Drops the references of the kind to strange ids when there are no more of these than entries with
 * a bad id: each may be the id that such an entry should have. */
static void drop_strange(lri_maker *maker, const lri_bad_ids *bad, leerroute_kind kind) {
    lri_table strange = {0};
    uint32_t kept = 0;
    bool drop = gather_strange(maker, kind, &strange) && strange.entries.count <= bad->count[kind];
    for (uint32_t i = 0; drop && i < maker->reader.dangling.count; i++) {
        lri_dangling d = maker->reader.dangling.items[i];
        if (d.kind != kind || !lri_table_key(&strange, d.value->text))
            maker->reader.dangling.items[kept++] = d;
    }
    if (drop) maker->reader.dangling.count = kept;
    lri_table_free(&strange);
}

void lri_report_dangling(lri_maker *maker, const lri_bad_ids *bad) {
    drop_lost(maker, bad);
    for (int kind = 0; kind < LEERROUTE_KINDS; kind++)
        if (bad->count[kind] > 0) drop_strange(maker, bad, (leerroute_kind)kind);
    lri_fault_dangling(&maker->reader);
}
