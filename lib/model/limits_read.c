/* Reads what is under way, and the limits that a route must keep to. */
#include <stdlib.h>

#include "model/forms.h"
#include "model/intake_maker.h"

/* An entry of `under_way` or `include`: it names a unit or an assessment. */
typedef struct draft {
    uint32_t activity;
    lri_day ends, start;
    int64_t study_hours, practice_hours;
    const char *offering;
} draft;

#define AT(member) .offset = offsetof(draft, member)
#define UNIT                                                                                       \
    {                                                                                              \
        .key = "unit", .type = LRI_FIELD_REFERENCE, AT(activity), .needed = true,                  \
        .kind = LEERROUTE_UNIT                                                                     \
    }
#define ASSESSMENT                                                                                 \
    {                                                                                              \
        .key = "assessment", .type = LRI_FIELD_REFERENCE, AT(activity), .needed = true,            \
        .kind = LEERROUTE_ASSESSMENT                                                               \
    }
#define UNDER_WAY                                                                                  \
    {.key = "ends", .type = LRI_FIELD_DATE, AT(ends), .needed = true},                             \
        {.key = "study_hours_per_week",                                                            \
         .type = LRI_FIELD_WHOLE,                                                                  \
         AT(study_hours),                                                                          \
         .maximum = LRI_WEEK_HOURS_MAX},                                                           \
    {                                                                                              \
        .key = "practice_hours_per_week", .type = LRI_FIELD_WHOLE, AT(practice_hours),             \
        .maximum = LRI_WEEK_HOURS_MAX                                                              \
    }
#define INCLUDED                                                                                   \
    {.key = "offering", .type = LRI_FIELD_NAME, AT(offering)}, {                                   \
        .key = "start", .type = LRI_FIELD_DATE, AT(start)                                          \
    }

static const lri_field unit_under_way[] = {UNIT, UNDER_WAY};
static const lri_field assessment_under_way[] = {ASSESSMENT, UNDER_WAY};
static const lri_form under_way_forms[] = {
    {.key = "unit", .shape = LRI_SHAPE(unit_under_way)},
    {.key = "assessment", .shape = LRI_SHAPE(assessment_under_way)}};

static const lri_field included_unit[] = {UNIT, INCLUDED};
static const lri_field included_assessment[] = {ASSESSMENT, INCLUDED};
static const lri_form include_forms[] = {
    {.key = "unit", .shape = LRI_SHAPE(included_unit)},
    {.key = "assessment", .shape = LRI_SHAPE(included_assessment)}};

/* Reads an entry of either list; *id is what it names, NULL where that is at fault. */
static bool read_entry(lri_intake_maker *maker, const lri_value *value, const lri_form *forms,
                       draft *d, const char **id) {
    *d = (draft){.activity = LRI_NONE, .ends = -1, .start = -1};
    int form = lri_tell_form(&maker->reader, value, forms, 2, LEERROUTE_FAULT_UNIT_OR_ASSESSMENT);
    if (form < 0) return false;
    lri_read_object(&maker->reader, value, &forms[form].shape, d);
    const lri_value *named = lri_value_member(value, forms[form].key);
    bool is_right = maker->reader.catalogue ? d->activity != LRI_NONE
                                            : named->kind == LRI_TEXT && lri_is_id(named->text);
    *id = is_right ? named->text : NULL;
    return true;
}

/* Is the id new to the table? It is in there afterwards. */
static bool is_new(lri_intake_maker *maker, lri_table *ids, const char *id) {
    uint32_t before = ids->entries.count;
    uint32_t found;
    if (!lri_table_add(ids, id, 0, &found)) maker->reader.failed = true;
    return ids->entries.count > before;
}

static void fault_entry(lri_intake_maker *maker, leerroute_code code, const lri_value *entry,
                        const char *id) {
    lri_faults_add(maker->reader.faults, &(lri_fault){.code = code, .at = entry, .value = id});
}

/* ---- Under way ---- */

static void read_under_way(lri_intake_maker *maker, const lri_value *list, lri_table *ids) {
    leerroute_intake *intake = maker->intake;
    intake->under_way = lri_intake_array(maker, list->count, sizeof *intake->under_way);
    for (const lri_value *item = list->first; item && !maker->reader.failed; item = item->next) {
        draft d;
        const char *id;
        if (!read_entry(maker, item, under_way_forms, &d, &id)) continue;
        if (id && !is_new(maker, ids, id))
            fault_entry(maker, LEERROUTE_FAULT_UNDER_WAY_TWICE, item, id);
        intake->under_way[intake->under_way_count++] =
            (lri_under_way){d.activity, d.ends < 0 ? 0 : lri_week_of(d.ends),
                            (int32_t)d.study_hours, (int32_t)d.practice_hours};
    }
}

/* ---- Lists of what is allowed ---- */

/* Texts that offerings name become the catalogue's own, so that equal ones are equal pointers. */
static lri_allowed read_allowed(lri_intake_maker *maker, const lri_value *list,
                                const lri_table *known) {
    lri_allowed allowed = {0};
    if (!list) return allowed;
    const char **texts = lri_intake_array(maker, list->count, sizeof *texts);
    for (const lri_value *item = list->first; item && texts; item = item->next) {
        const char *text;
        if (!lri_read_text(&maker->reader, item, &text)) continue;
        const char *own = known ? lri_table_key(known, text) : NULL;
        texts[allowed.count++] = own ? own : lri_intake_text(maker, text);
    }
    if (allowed.count > 1) qsort(texts, allowed.count, sizeof *texts, lri_compare_addresses);
    allowed.texts = texts;
    return allowed;
}

/* ---- Exclude ---- */

/* The number in by_step of an id of a unit, assessment or offering; LRI_NONE when at fault. */
static uint32_t read_step(lri_intake_maker *maker, const lri_value *value) {
    lri_reader *reader = &maker->reader;
    const char *text;
    if (!reader->catalogue) return lri_read_id(reader, value, &text) ? 0 : LRI_NONE;
    if (!lri_read_name(reader, value, &text)) return LRI_NONE;
    uint32_t step = lri_table_find(&reader->catalogue->by_step, text);
    if (step == LRI_NONE)
        lri_faults_add(
            reader->faults,
            &(lri_fault){.code = LEERROUTE_FAULT_UNKNOWN_STEP,
                         .at = value,
                         .candidates = {.table = &reader->catalogue->by_step, .to = LRI_NONE}});
    return step;
}

static void sort_indices(uint32_t *indices, uint32_t count) {
    if (count > 1) qsort(indices, count, sizeof *indices, lri_compare_indices);
}

static void read_exclude(lri_intake_maker *maker, const lri_value *list) {
    leerroute_intake *intake = maker->intake;
    uint32_t activity_count = intake->catalogue ? intake->catalogue->activity_count : 0;
    uint32_t *activities = lri_intake_array(maker, list->count, sizeof *activities);
    uint32_t *offerings = lri_intake_array(maker, list->count, sizeof *offerings);
    for (const lri_value *item = list->first; item && !maker->reader.failed; item = item->next) {
        uint32_t step = read_step(maker, item);
        if (step == LRI_NONE) continue;
        if (step < activity_count)
            activities[intake->excluded_activity_count++] = step;
        else
            offerings[intake->excluded_offering_count++] = step - activity_count;
    }
    sort_indices(activities, intake->excluded_activity_count);
    sort_indices(offerings, intake->excluded_offering_count);
    intake->excluded_activities = activities;
    intake->excluded_offerings = offerings;
}

/* ---- Include ---- */

/* The offering that an entry names; LRI_NONE when it is none of the activity's own. */
static uint32_t read_own_offering(lri_intake_maker *maker, const lri_value *value,
                                  const char *activity_id, const draft *d) {
    const leerroute_catalogue *c = maker->intake->catalogue;
    if (!c && !lri_is_id(d->offering)) lri_fault_at(&maker->reader, LEERROUTE_FAULT_ID, value);
    if (!c || d->activity == LRI_NONE) return LRI_NONE;
    lri_range own = c->activities[d->activity].offerings;
    uint32_t offering = lri_catalogue_find(c, LEERROUTE_OFFERING, d->offering);
    if (offering != LRI_NONE && c->offerings[offering].activity == d->activity) return offering;
    uint32_t from = c->activity_count + own.first;
    lri_faults_add(
        maker->reader.faults,
        &(lri_fault){.code = LEERROUTE_FAULT_FOREIGN_OFFERING,
                     .at = value,
                     .expected = activity_id,
                     .candidates = {.table = &c->by_step, .from = from, .to = from + own.count}});
    return LRI_NONE;
}

static void read_include(lri_intake_maker *maker, const lri_value *list,
                         const lri_table *under_way) {
    leerroute_intake *intake = maker->intake;
    lri_table ids = {0};
    intake->includes = lri_intake_array(maker, list->count, sizeof *intake->includes);
    for (const lri_value *item = list->first; item && !maker->reader.failed; item = item->next) {
        draft d;
        const char *id;
        if (!read_entry(maker, item, include_forms, &d, &id)) continue;
        if (id && lri_table_key(under_way, id))
            fault_entry(maker, LEERROUTE_FAULT_INCLUDE_UNDER_WAY, item, id);
        else if (id && !is_new(maker, &ids, id))
            fault_entry(maker, LEERROUTE_FAULT_INCLUDE_TWICE, item, id);
        lri_include include = {d.activity, LRI_NONE, d.start < 0 ? -1 : lri_week_of(d.start)};
        if (d.offering)
            include.offering = read_own_offering(maker, lri_value_member(item, "offering"), id, &d);
        intake->includes[intake->include_count++] = include;
    }
    lri_table_free(&ids);
}

/* ---- Limits ---- */

typedef struct limits {
    int64_t budget_eur;
    lri_day finish_by;
    const lri_value *leerwegen, *providers, *places, *exclude, *include;
} limits;

#define OF_LIMITS(member) .offset = offsetof(limits, member)

static const lri_field limits_fields[] = {
    {.key = "budget_eur",
     .type = LRI_FIELD_WHOLE,
     OF_LIMITS(budget_eur),
     .maximum = LRI_BUDGET_MAX},
    {.key = "finish_by", .type = LRI_FIELD_DATE, OF_LIMITS(finish_by)},
    {.key = "leerwegen", .type = LRI_FIELD_SOME, OF_LIMITS(leerwegen)},
    {.key = "providers", .type = LRI_FIELD_SOME, OF_LIMITS(providers)},
    {.key = "places", .type = LRI_FIELD_SOME, OF_LIMITS(places)},
    {.key = "exclude", .type = LRI_FIELD_SOME, OF_LIMITS(exclude)},
    {.key = "include", .type = LRI_FIELD_SOME, OF_LIMITS(include)},
};
static const lri_shape limits_shape = LRI_SHAPE(limits_fields);

void lri_read_limits(lri_intake_maker *maker, const lri_value *under_way, const lri_value *value) {
    leerroute_intake *intake = maker->intake;
    const leerroute_catalogue *c = intake->catalogue;
    limits l = {.budget_eur = INT64_MAX, .finish_by = -1};
    lri_table under_way_ids = {0};
    if (under_way) read_under_way(maker, under_way, &under_way_ids);
    if (value) lri_read_object(&maker->reader, value, &limits_shape, &l);
    intake->budget_eur = l.budget_eur;
    intake->finish_by = l.finish_by;
    intake->leerwegen = read_allowed(maker, l.leerwegen, c ? &c->leerwegen : NULL);
    intake->providers = read_allowed(maker, l.providers, c ? &c->providers : NULL);
    intake->places = read_allowed(maker, l.places, c ? &c->places : NULL);
    if (l.exclude) read_exclude(maker, l.exclude);
    if (l.include) read_include(maker, l.include, &under_way_ids);
    lri_table_free(&under_way_ids);
}
