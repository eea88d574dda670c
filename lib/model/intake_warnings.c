/* What a careful adviser would ask about an intake that is right: warnings. */
#include "model/intake_maker.h"

enum { DAYS_OF_A_YEAR = 365 };

typedef struct warner {
    lri_faults *faults;
    const leerroute_intake *intake;
    const lri_value *document, *limits;
} warner;

static const lri_value *first_of(const lri_value *object, const char *key) {
    const lri_value *list = object ? lri_value_member(object, key) : NULL;
    return list ? list->first : NULL;
}

/* A warning about the value, which shows what it names and a day (-1: none). */
static void warn(const warner *w, leerroute_code code, const lri_value *at, const char *value,
                 lri_day expected) {
    char day[11];
    if (expected >= 0) lri_day_format(expected, day);
    lri_faults_add(w->faults, &(lri_fault){.code = code,
                                           .at = at,
                                           .value = value,
                                           .expected = expected >= 0 ? day : NULL});
}

/* ---- Time ---- */

static void warn_dates(const warner *w, lri_day today) {
    const leerroute_intake *intake = w->intake;
    if (today > 0 && intake->start < today - DAYS_OF_A_YEAR)
        warn(w, LEERROUTE_WARNING_START_PAST, lri_value_member(w->document, "start"), NULL, -1);
    if (intake->finish_by >= 0 && intake->finish_by < intake->start)
        warn(w, LEERROUTE_WARNING_FINISH_PAST, lri_value_member(w->limits, "finish_by"), NULL, -1);
}

static void warn_hours(const warner *w) {
    const leerroute_intake *intake = w->intake;
    if (intake->capacity.study_hours > 0) return;
    for (uint32_t i = 0; i < intake->period_count; i++)
        if (intake->periods[i].capacity.study_hours > 0) return;
    const lri_value *capacity = lri_value_member(w->document, "capacity");
    warn(w, LEERROUTE_WARNING_NO_HOURS, lri_value_member(capacity, "study_hours_per_week"), NULL,
         -1);
}

/* ---- What the person has ---- */

/* The day from which a holding counts. */
static lri_day counts_from(const leerroute_intake *intake, const lri_value *holding) {
    const lri_value *obtained = lri_value_member(holding, "obtained");
    lri_day day = 0;
    if (obtained) lri_day_parse(obtained->text, &day);
    return day > intake->start ? day : intake->start;
}

static void warn_holds(const warner *w) {
    const lri_value *item = first_of(w->document, "holds");
    for (uint32_t i = 0; item; i++, item = item->next) {
        const lri_holding *h = &w->intake->holds[i];
        if (h->from <= h->until) continue;
        char lapses[11];
        lri_day_format(h->lapses, lapses);
        warn(w, LEERROUTE_WARNING_NEVER_COUNTS, item, lapses, counts_from(w->intake, item));
    }
}

/* Its givers come by units, assessments, awards: is the first that is no unit an assessment? */
static bool is_assessed(const leerroute_catalogue *c, uint32_t competence) {
    uint32_t low = c->competence_givers[competence], end = c->competence_givers[competence + 1];
    for (uint32_t high = end; low < high;) {
        uint32_t middle = low + (high - low) / 2;
        const lri_giver *g = &c->givers[middle];
        if (!g->by_award && g->index < c->unit_count)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && !c->givers[low].by_award;
}

static void warn_claims(const warner *w) {
    const leerroute_catalogue *c = w->intake->catalogue;
    for (const lri_value *item = first_of(w->document, "claims"); item; item = item->next) {
        const char *id = lri_value_member(item, "competence")->text;
        if (!is_assessed(c, lri_catalogue_find(c, LEERROUTE_COMPETENCE, id)))
            warn(w, LEERROUTE_WARNING_CLAIM, item, id, -1);
    }
}

/* ---- What must be followed ---- */

static void warn_assessment(const warner *w, const lri_value *at, uint32_t activity) {
    const leerroute_catalogue *c = w->intake->catalogue;
    const lri_activity *a = &c->activities[activity];
    for (uint32_t i = 0; i < a->validates.count; i++)
        if (lri_intake_claimed_level(w->intake, c->validates[a->validates.first + i])) return;
    if (a->is_assessment) warn(w, LEERROUTE_WARNING_GRANTS_NOTHING, at, a->id, -1);
}

static void warn_under_way(const warner *w) {
    const lri_value *item = first_of(w->document, "under_way");
    for (uint32_t i = 0; item; i++, item = item->next) {
        uint32_t activity = w->intake->under_way[i].activity;
        lri_day ends = 0;
        lri_day_parse(lri_value_member(item, "ends")->text, &ends);
        if (ends < w->intake->start)
            warn(w, LEERROUTE_WARNING_ENDED, item, w->intake->catalogue->activities[activity].id,
                 ends);
        warn_assessment(w, item, activity);
    }
}

static bool may_begin(const leerroute_intake *intake, const lri_offering *o, lri_week week) {
    return week < 0 || (week >= o->from && week <= o->until &&
                        lri_starts_allow(&o->starts, intake->start, week));
}

/* Do the limits leave an offering of those that the entry asks for, that may begin in `week` (-1:
 * any)? */
static bool has_offering(const leerroute_intake *intake, const lri_include *include,
                         lri_week week) {
    const leerroute_catalogue *c = intake->catalogue;
    lri_range all = c->activities[include->activity].offerings;
    for (uint32_t o = all.first; o < all.first + all.count; o++) {
        if (include->offering != LRI_NONE && include->offering != o) continue;
        if (lri_intake_allows(intake, o) && may_begin(intake, &c->offerings[o], week)) return true;
    }
    return false;
}

static void warn_includes(const warner *w) {
    const leerroute_intake *intake = w->intake;
    const lri_value *item = first_of(w->limits, "include");
    for (uint32_t i = 0; item; i++, item = item->next) {
        const lri_include *include = &intake->includes[i];
        const char *id = intake->catalogue->activities[include->activity].id;
        if (!has_offering(intake, include, -1))
            warn(w, LEERROUTE_WARNING_INCLUDE_BARRED, item, id, -1);
        else if (!has_offering(intake, include, include->start))
            warn(w, LEERROUTE_WARNING_INCLUDE_START, item, id, include->start * 7);
        warn_assessment(w, item, include->activity);
    }
}

/* ---- Limits ---- */

static void warn_unnamed(const warner *w, leerroute_code code, const char *key,
                         const lri_table *known) {
    for (const lri_value *item = first_of(w->limits, key); item; item = item->next)
        if (!lri_table_key(known, item->text))
            lri_faults_add(w->faults, &(lri_fault){.code = code,
                                                   .at = item,
                                                   .candidates = {.table = known, .to = LRI_NONE}});
}

void lri_intake_warn(lri_intake_maker *maker, const lri_value *document, lri_day today) {
    const leerroute_catalogue *c = maker->intake->catalogue;
    warner w = {maker->reader.faults, maker->intake, document,
                lri_value_member(document, "limits")};
    warn_dates(&w, today);
    warn_hours(&w);
    warn_holds(&w);
    warn_claims(&w);
    warn_under_way(&w);
    warn_includes(&w);
    warn_unnamed(&w, LEERROUTE_WARNING_PROVIDER, "providers", &c->providers);
    warn_unnamed(&w, LEERROUTE_WARNING_PLACE, "places", &c->places);
    warn_unnamed(&w, LEERROUTE_WARNING_LEERWEG, "leerwegen", &c->leerwegen);
}
