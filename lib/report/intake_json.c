/* An intake as the file of MODEL.md. What it does not say is left out, and so are keys that the
 * model gives no meaning (x-...), which a frozen intake has no place for. */
#include <stdlib.h>
#include <string.h>

#include "model/intake.h"
#include "report/requirement_json.h"

typedef struct writer {
    lri_tree tree;
    const leerroute_intake *intake;
    const leerroute_catalogue *catalogue;
} writer;

/* A date that a file may name. */
static void add_day(writer *w, lri_value *object, const char *key, lri_day day) {
    lri_tree_day(&w->tree, object, key, day < LRI_LAST_DAY ? day : LRI_LAST_DAY);
}

/* ---- What the person has ---- */

static void add_level(writer *w, lri_value *object, uint8_t level) {
    if (level && level != LRI_DEFAULT_LEVEL) lri_tree_integer(&w->tree, object, "level", level);
}

static void add_holds(writer *w, lri_value *root) {
    const leerroute_intake *intake = w->intake;
    if (!intake->hold_count) return;
    lri_value *list = lri_tree_list(&w->tree, root, "holds");
    for (uint32_t i = 0; i < intake->hold_count; i++) {
        const lri_holding *h = &intake->holds[i];
        lri_value *object = lri_tree_object(&w->tree, list, NULL);
        lri_tree_text(&w->tree, object, lri_kinds[lri_holding_kind(w->catalogue, h)],
                      lri_holding_id(w->catalogue, h));
        add_level(w, object, h->level);
        if (h->obtained >= 0) add_day(w, object, "obtained", h->obtained);
        if (h->lapses >= 0 && h->lapses != lri_lapse(w->catalogue, h))
            add_day(w, object, "valid_until", h->lapses);
        if (h->evidence) lri_tree_text(&w->tree, object, "evidence", h->evidence);
        if (h->expected) lri_tree_boolean(&w->tree, object, "expected", true);
    }
}

/* What experience suggests is not claimed a second time. */
static void add_claims(writer *w, lri_value *root) {
    const leerroute_intake *intake = w->intake;
    lri_value *list = NULL;
    for (uint32_t i = 0; i < intake->claim_count; i++) {
        const lri_claim *claim = &intake->claims[i];
        if (claim->occupation != LRI_NONE) continue;
        if (!list) list = lri_tree_list(&w->tree, root, "claims");
        lri_value *object = lri_tree_object(&w->tree, list, NULL);
        lri_tree_text(&w->tree, object, "competence",
                      w->catalogue->competences[claim->competence].id);
        add_level(w, object, claim->level);
        if (claim->evidence) lri_tree_text(&w->tree, object, "evidence", claim->evidence);
    }
}

static void add_experience(writer *w, lri_value *root) {
    const leerroute_intake *intake = w->intake;
    if (!intake->experience_count) return;
    lri_value *list = lri_tree_list(&w->tree, root, "experience");
    for (uint32_t i = 0; i < intake->experience_count; i++) {
        const lri_experience *e = &intake->experience[i];
        lri_value *object = lri_tree_object(&w->tree, list, NULL);
        lri_tree_text(&w->tree, object, "occupation", w->catalogue->occupations[e->occupation].id);
        lri_tree_integer(&w->tree, object, "years", e->years);
    }
}

static void add_attributes(writer *w, lri_value *root) {
    lri_value *list = NULL;
    for (uint32_t i = 0; i < w->catalogue->attribute_count; i++) {
        if (!w->intake->attributes[i]) continue;
        if (!list) list = lri_tree_list(&w->tree, root, "attributes");
        lri_tree_text(&w->tree, list, NULL, w->catalogue->attributes[i].id);
    }
}

static void add_activity(writer *w, lri_value *object, uint32_t activity) {
    const lri_activity *a = &w->catalogue->activities[activity];
    lri_tree_text(&w->tree, object, a->is_assessment ? "assessment" : "unit", a->id);
}

static void add_under_way(writer *w, lri_value *root) {
    const leerroute_intake *intake = w->intake;
    if (!intake->under_way_count) return;
    lri_value *list = lri_tree_list(&w->tree, root, "under_way");
    for (uint32_t i = 0; i < intake->under_way_count; i++) {
        const lri_under_way *u = &intake->under_way[i];
        lri_value *object = lri_tree_object(&w->tree, list, NULL);
        add_activity(w, object, u->activity);
        add_day(w, object, "ends", 7 * u->ends + 6);
        if (u->study_hours)
            lri_tree_integer(&w->tree, object, "study_hours_per_week", u->study_hours);
        if (u->practice_hours)
            lri_tree_integer(&w->tree, object, "practice_hours_per_week", u->practice_hours);
    }
}

/* ---- Capacity ---- */

static void add_capacity(writer *w, lri_value *root) {
    const leerroute_intake *intake = w->intake;
    const lri_capacity *capacity = &intake->capacity;
    lri_value *object = lri_tree_object(&w->tree, root, "capacity");
    lri_tree_integer(&w->tree, object, "study_hours_per_week", capacity->study_hours);
    lri_tree_integer(&w->tree, object, "practice_hours_per_week", capacity->practice_hours);
    if (capacity->parallel != INT32_MAX)
        lri_tree_integer(&w->tree, object, "parallel", capacity->parallel);
    if (!intake->period_count) return;
    lri_value *list = lri_tree_list(&w->tree, object, "periods");
    for (uint32_t i = 0; i < intake->period_count; i++) {
        const lri_period *p = &intake->periods[i];
        object = lri_tree_object(&w->tree, list, NULL);
        add_day(w, object, "from", 7 * p->from);
        add_day(w, object, "to", 7 * p->to + 6);
        if (p->has_study_hours)
            lri_tree_integer(&w->tree, object, "study_hours_per_week", p->capacity.study_hours);
        if (p->has_practice_hours)
            lri_tree_integer(&w->tree, object, "practice_hours_per_week",
                             p->capacity.practice_hours);
        if (p->has_parallel) lri_tree_integer(&w->tree, object, "parallel", p->capacity.parallel);
    }
}

/* ---- Limits ---- */

static int compare_texts(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* By text: the intake has them by address, which differs from one run to the next. */
static void add_allowed(writer *w, lri_value *limits, const char *key, const lri_allowed *allowed) {
    if (!allowed->count) return;
    const char **texts = lri_arena_array(&w->tree.arena, allowed->count, sizeof *texts);
    lri_value *list = lri_tree_list(&w->tree, limits, key);
    if (!texts) {
        w->tree.failed = true;
        return;
    }
    memcpy(texts, allowed->texts, allowed->count * sizeof *texts);
    qsort(texts, allowed->count, sizeof *texts, compare_texts);
    for (uint32_t i = 0; i < allowed->count; i++) lri_tree_text(&w->tree, list, NULL, texts[i]);
}

static void add_exclude(writer *w, lri_value *limits) {
    const leerroute_intake *intake = w->intake;
    if (!intake->excluded_activity_count && !intake->excluded_offering_count) return;
    lri_value *list = lri_tree_list(&w->tree, limits, "exclude");
    for (uint32_t i = 0; i < intake->excluded_activity_count; i++)
        lri_tree_text(&w->tree, list, NULL,
                      w->catalogue->activities[intake->excluded_activities[i]].id);
    for (uint32_t i = 0; i < intake->excluded_offering_count; i++)
        lri_tree_text(&w->tree, list, NULL,
                      w->catalogue->offerings[intake->excluded_offerings[i]].id);
}

static void add_include(writer *w, lri_value *limits) {
    const leerroute_intake *intake = w->intake;
    if (!intake->include_count) return;
    lri_value *list = lri_tree_list(&w->tree, limits, "include");
    for (uint32_t i = 0; i < intake->include_count; i++) {
        const lri_include *include = &intake->includes[i];
        lri_value *object = lri_tree_object(&w->tree, list, NULL);
        add_activity(w, object, include->activity);
        if (include->offering != LRI_NONE)
            lri_tree_text(&w->tree, object, "offering",
                          w->catalogue->offerings[include->offering].id);
        if (include->start >= 0) add_day(w, object, "start", 7 * include->start);
    }
}

static bool has_limits(const leerroute_intake *i) {
    return i->budget_eur != INT64_MAX || i->finish_by >= 0 || i->leerwegen.count ||
           i->providers.count || i->places.count || i->excluded_activity_count ||
           i->excluded_offering_count || i->include_count;
}

static void add_limits(writer *w, lri_value *root) {
    const leerroute_intake *intake = w->intake;
    if (!has_limits(intake)) return;
    lri_value *limits = lri_tree_object(&w->tree, root, "limits");
    if (intake->budget_eur != INT64_MAX)
        lri_tree_integer(&w->tree, limits, "budget_eur", intake->budget_eur);
    if (intake->finish_by >= 0) add_day(w, limits, "finish_by", intake->finish_by);
    add_allowed(w, limits, "leerwegen", &intake->leerwegen);
    add_allowed(w, limits, "providers", &intake->providers);
    add_allowed(w, limits, "places", &intake->places);
    add_exclude(w, limits);
    add_include(w, limits);
}

/* ---- The whole ---- */

leerroute_status leerroute_intake_write(const leerroute_intake *intake, char **out, size_t *size) {
    if (!intake || !out) return LEERROUTE_MISUSE;
    writer w = {.intake = intake, .catalogue = intake->catalogue};
    lri_tree *tree = &w.tree;
    lri_value *root = lri_tree_object(tree, NULL, NULL);
    lri_tree_text(tree, root, "format", "leerroute-intake/1");
    lri_tree_text(tree, root, "id", intake->id);
    lri_tree_requirement(tree, root, "goal", w.catalogue, &intake->requirements, intake->goal);
    add_day(&w, root, "start", intake->start);
    add_holds(&w, root);
    if (!intake->count_expected) lri_tree_boolean(tree, root, "count_expected", false);
    add_claims(&w, root);
    add_experience(&w, root);
    add_attributes(&w, root);
    add_under_way(&w, root);
    add_capacity(&w, root);
    add_limits(&w, root);
    if (intake->diploma_route_given)
        lri_tree_boolean(tree, root, "diploma_route", intake->diploma_route);
    lri_value *objective = lri_tree_list(tree, root, "objective");
    for (uint32_t i = 0; i < intake->objective_count; i++)
        lri_tree_text(tree, objective, NULL, lri_measures[intake->objective[i]]);
    if (intake->note) lri_tree_text(tree, root, "note", intake->note);
    return lri_tree_close(tree, out, size);
}
