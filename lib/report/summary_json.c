/* Totals for programs: lib/report/README.md has the keys. */
#include <string.h>

#include "json/json.h"
#include "report/reason_kind.h"
#include "report/requirement_json.h"
#include "report/summary.h"

const char *const lri_quartile_keys[] = {"least", "quarter", "median", "three_quarters", "most"};

static void add_months(lri_tree *tree, lri_value *object, const leerroute_summary *s,
                       uint32_t row) {
    uint32_t count;
    const lri_month *months = lri_summary_months(s, row, &count);
    lri_value *list = lri_tree_list(tree, object, "months");
    for (uint32_t i = 0; i < count; i++) {
        char month[8];
        lri_month_format(months[i].month, month);
        const char *kept = lri_arena_copy(&tree->arena, month, 7);
        lri_value *item = lri_tree_object(tree, list, NULL);
        if (!kept) tree->failed = true;
        lri_tree_text(tree, item, "month", kept);
        lri_tree_integer(tree, item, "starts", months[i].starts);
        lri_tree_integer(tree, item, "under_way", months[i].under_way);
        lri_tree_integer(tree, item, "places", months[i].places);
        lri_tree_integer(tree, item, "study_hours", months[i].study_hours);
        lri_tree_integer(tree, item, "practice_hours", months[i].practice_hours);
    }
}

static void add_activity(lri_tree *tree, lri_value *list, const leerroute_summary *s,
                         uint32_t index) {
    const leerroute_catalogue *c = s->catalogue;
    const lri_activity *a = &c->activities[index];
    uint32_t count;
    lri_summary_months(s, c->offering_count + index, &count);
    if (!count) return;
    lri_value *object = lri_tree_object(tree, list, NULL);
    lri_tree_text(tree, object, "kind", a->is_assessment ? "assessment" : "unit");
    lri_tree_text(tree, object, "id", a->id);
    lri_tree_text(tree, object, "name", a->name);
    add_months(tree, object, s, c->offering_count + index);
    lri_value *offerings = lri_tree_list(tree, object, "offerings");
    for (uint32_t i = 0; i < a->offerings.count; i++) {
        uint32_t row = a->offerings.first + i;
        lri_summary_months(s, row, &count);
        if (!count) continue;
        lri_value *offering = lri_tree_object(tree, offerings, NULL);
        lri_tree_text(tree, offering, "id", c->offerings[row].id);
        add_months(tree, offering, s, row);
    }
}

static void add_providers(lri_tree *tree, lri_value *root, const leerroute_summary *s) {
    lri_value *list = lri_tree_list(tree, root, "providers");
    for (uint32_t i = 0; i < s->providers.count; i++) {
        const lri_provider_total *p = &s->providers.items[i];
        lri_value *object = lri_tree_object(tree, list, NULL);
        if (p->name)
            lri_tree_text(tree, object, "provider", p->name);
        else
            lri_tree_null(tree, object, "provider");
        lri_tree_integer(tree, object, "people", p->people);
        lri_tree_integer(tree, object, "steps", p->steps);
        lri_tree_integer(tree, object, "study_hours", p->study_hours);
        lri_tree_integer(tree, object, "practice_hours", p->practice_hours);
        lri_tree_integer(tree, object, "cost_eur", p->cost_eur);
    }
}

/* NULL where there is none, or no memory. */
static lri_value *add_spread(lri_tree *tree, lri_value *parent, const char *key,
                             lri_spread *spread) {
    int64_t quartiles[LRI_QUARTILES];
    if (!spread->count) return NULL;
    lri_quartiles(spread, quartiles);
    lri_value *object = lri_tree_object(tree, parent, key);
    for (int q = 0; q < LRI_QUARTILES; q++)
        lri_tree_integer(tree, object, lri_quartile_keys[q], quartiles[q]);
    return object;
}

static void add_saving(lri_tree *tree, lri_value *parent, const char *key, lri_spread *spread) {
    lri_value *object = add_spread(tree, parent, key, spread);
    if (object) lri_tree_integer(tree, object, "total", lri_total(spread));
}

/* Only where the answers tell it. */
static void add_evc(lri_tree *tree, lri_value *root, leerroute_summary *s) {
    lri_evc_total *evc = &s->evc;
    if (!evc->people) return;
    lri_value *object = lri_tree_object(tree, root, "evc");
    lri_tree_integer(tree, object, "people", evc->people);
    lri_tree_integer(tree, object, "only", evc->only);
    lri_tree_integer(tree, object, "none", evc->none);
    lri_tree_integer(tree, object, "unknown", evc->open);
    add_saving(tree, object, "weeks", &evc->weeks);
    add_saving(tree, object, "cost_eur", &evc->cost_eur);
    add_saving(tree, object, "study_hours", &evc->study_hours);
}

static void add_goals(lri_tree *tree, lri_value *root, leerroute_summary *s) {
    lri_value *list = lri_tree_list(tree, root, "goals");
    for (uint32_t i = 0; i < s->goals.count; i++) {
        lri_goal_total *g = &s->goals.items[i];
        lri_value *object = lri_tree_object(tree, list, NULL);
        lri_tree_requirement(tree, object, "goal", s->catalogue, &g->requirements, g->node);
        lri_tree_integer(tree, object, "people", g->people);
        lri_tree_integer(tree, object, "none", g->none);
        lri_tree_integer(tree, object, "unknown", g->open);
        add_spread(tree, object, "weeks", &g->weeks);
        add_spread(tree, object, "cost_eur", &g->cost_eur);
        add_spread(tree, object, "study_hours", &g->study_hours);
    }
}

/* Where a kind goes. */
typedef struct kind_place {
    lri_tree *tree;
    lri_value *object;
} kind_place;

static leerroute_status add_kind(void *context, const lri_value *kind, lri_faults *faults) {
    const kind_place *to = context;
    (void)faults;
    lri_tree_reason_kind(to->tree, to->object, kind);
    return LEERROUTE_OK;
}

/* Only where the answers tell any. */
static void add_reasons(lri_tree *tree, lri_value *root, const leerroute_summary *s) {
    lri_value *list = s->reasons.count ? lri_tree_list(tree, root, "reasons") : NULL;
    for (uint32_t i = 0; i < s->reasons.count; i++) {
        lri_value *object = lri_tree_object(tree, list, NULL);
        kind_place to = {tree, object};
        const char *json = s->reasons.items[i].json;
        if (lri_json_read(json, strlen(json), "", 0, NULL, add_kind, &to) != LEERROUTE_OK)
            tree->failed = true;
        lri_tree_integer(tree, object, "people", s->reasons.items[i].people);
    }
}

leerroute_status lri_summary_json(leerroute_summary *s, char **out, size_t *size) {
    lri_tree tree = {0};
    lri_value *root = lri_tree_object(&tree, NULL, NULL);
    lri_tree_text(&tree, root, "format", "leerroute-summary/1");
    lri_tree_text(&tree, root, "catalogue", s->catalogue->id);
    lri_tree_integer(&tree, root, "answers", (int64_t)s->answers);
    lri_tree_integer(&tree, root, "optimal", s->outcomes[LEERROUTE_OPTIMAL]);
    lri_tree_integer(&tree, root, "feasible", s->outcomes[LEERROUTE_FEASIBLE]);
    lri_tree_integer(&tree, root, "none", s->outcomes[LEERROUTE_NO_ROUTE]);
    lri_tree_integer(&tree, root, "unknown", s->outcomes[LEERROUTE_UNKNOWN]);
    lri_tree_integer(&tree, root, "errors", s->errors);
    add_reasons(&tree, root, s);
    add_evc(&tree, root, s);
    add_goals(&tree, root, s);
    add_providers(&tree, root, s);
    lri_value *list = lri_tree_list(&tree, root, "activities");
    for (uint32_t i = 0; i < s->catalogue->activity_count; i++) add_activity(&tree, list, s, i);
    return lri_tree_close(&tree, out, size);
}
