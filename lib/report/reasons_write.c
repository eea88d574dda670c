/* Why there is no route: as sentences, and for programs as codes with values beside them. */
#include <stdlib.h>

#include "ask/reasons.h"
#include "report/names.h"
#include "report/reason_kind.h"
#include "report/route_short.h"
#include "report/route_write.h"

typedef struct writer {
    lri_page page;
    const leerroute_reasons *reasons;
    const leerroute_intake *intake;
    const leerroute_catalogue *catalogue;
} writer;

/* ---- Names ---- */

static const char *activity_name(writer *w, uint32_t index) {
    return w->catalogue->activities[index].name;
}

static const char *offering_name(writer *w, uint32_t index) {
    const lri_offering *offering = &w->catalogue->offerings[index];
    return LRI_SAY(&w->page, LRI_SAY_WHERE, {"names", activity_name(w, offering->activity)},
                   {"offering", offering->id});
}

static const char *leaf_name(writer *w, const lri_requirement *leaf) {
    if (leaf->kind == LRI_ALL) return lri_form(w->page.language, LRI_SAY_WHOLE_GOAL);
    return lri_leaf_name(&w->page, w->catalogue, leaf->kind, leaf->index, leaf->level);
}

static const char *holding_name(writer *w, uint32_t index) {
    const lri_holding *h = &w->intake->holds[index];
    return lri_leaf_name(&w->page, w->catalogue, h->kind, h->index, h->level);
}

/* ---- Sentences ---- */

static const char *texts(writer *w, const lri_change *change) {
    lri_series names = {0};
    for (uint32_t i = 0; i < change->added; i++)
        lri_series_add(&w->page, &names, w->reasons->added.items[change->first_added + i]);
    return lri_series_join(&w->page, &names, LRI_SAY_AND);
}

static const char *numbers(writer *w, const lri_change *change, lri_say say, lri_say noun) {
    return LRI_SAY(&w->page, say, {"from", lri_page_count(&w->page, change->from, noun)},
                   {"to", lri_page_number(&w->page, change->to)});
}

static const char *dates(writer *w, const lri_change *change, lri_say say) {
    return LRI_SAY(&w->page, say, {"from", lri_page_date(&w->page, (leerroute_day)change->from)},
                   {"to", lri_page_date(&w->page, (leerroute_day)change->to)});
}

/* What a period takes more than it has. */
static const char *period(writer *w, const lri_change *change) {
    const lri_capacity *before = &w->intake->periods[change->lift.index].capacity;
    const lri_capacity *after = &change->period;
    lri_series hours = {0}, parts = {0};
    if (after->study_hours > before->study_hours)
        lri_series_add(&w->page, &hours,
                       lri_page_count(&w->page, after->study_hours, LRI_SAY_STUDY_HOURS));
    if (after->practice_hours > before->practice_hours)
        lri_series_add(&w->page, &hours,
                       lri_page_count(&w->page, after->practice_hours, LRI_SAY_PRACTICE_HOURS));
    if (hours.count)
        lri_series_add(&w->page, &parts,
                       LRI_SAY(&w->page, LRI_SAY_A_WEEK,
                               {"hours", lri_series_join(&w->page, &hours, LRI_SAY_AND)}));
    if (after->parallel > before->parallel)
        lri_series_add(
            &w->page, &parts,
            LRI_SAY(&w->page, LRI_SAY_AT_ONCE,
                    {"count", lri_page_count(&w->page, after->parallel, LRI_SAY_STEPS)}));
    return LRI_SAY(&w->page, LRI_SAY_LIFT_PERIOD,
                   {"from", lri_page_date(&w->page, (leerroute_day)change->from)},
                   {"to", lri_page_date(&w->page, (leerroute_day)change->to)},
                   {"names", lri_series_join(&w->page, &parts, LRI_SAY_AND)});
}

static const char *change_phrase(writer *w, const lri_change *change) {
    const leerroute_intake *intake = w->intake;
    uint32_t index = change->lift.index;
    switch (change->lift.kind) {
    case LRI_LIFT_STUDY_HOURS:
        return numbers(w, change, LRI_SAY_LIFT_HOURS, LRI_SAY_STUDY_HOURS);
    case LRI_LIFT_PRACTICE_HOURS:
        return numbers(w, change, LRI_SAY_LIFT_HOURS, LRI_SAY_PRACTICE_HOURS);
    case LRI_LIFT_PARALLEL:
        return numbers(w, change, LRI_SAY_LIFT_PARALLEL, LRI_SAY_STEPS);
    case LRI_LIFT_PERIOD:
        return period(w, change);
    case LRI_LIFT_BUDGET:
        return LRI_SAY(&w->page, LRI_SAY_LIFT_BUDGET,
                       {"from", lri_page_euros(&w->page, change->from)},
                       {"to", lri_page_euros(&w->page, change->to)});
    case LRI_LIFT_DEADLINE:
        return dates(w, change, LRI_SAY_LIFT_DEADLINE);
    case LRI_LIFT_LEERWEGEN:
        return LRI_SAY(&w->page, LRI_SAY_LIFT_LEERWEGEN, {"names", texts(w, change)});
    case LRI_LIFT_PROVIDERS:
        return LRI_SAY(&w->page, LRI_SAY_LIFT_PROVIDERS, {"names", texts(w, change)});
    case LRI_LIFT_PLACES:
        return LRI_SAY(&w->page, LRI_SAY_LIFT_PLACES, {"names", texts(w, change)});
    case LRI_LIFT_EXCLUSION:
        return LRI_SAY(&w->page, LRI_SAY_LIFT_EXCLUSION,
                       {"name", activity_name(w, intake->excluded_activities[index])});
    case LRI_LIFT_EXCLUDED_OFFERING:
        return LRI_SAY(&w->page, LRI_SAY_LIFT_EXCLUSION,
                       {"name", offering_name(w, intake->excluded_offerings[index])});
    case LRI_LIFT_INCLUSION:
        return LRI_SAY(&w->page, LRI_SAY_LIFT_INCLUSION,
                       {"name", activity_name(w, intake->includes[index].activity)});
    case LRI_LIFT_ATTRIBUTE:
        return LRI_SAY(&w->page, LRI_SAY_LIFT_ATTRIBUTE,
                       {"name", w->catalogue->attributes[index].name});
    case LRI_LIFT_EXPECTED:
        return lri_form(w->page.language, LRI_SAY_LIFT_EXPECTED);
    case LRI_LIFT_HOLDING:
        return LRI_SAY(&w->page, LRI_SAY_LIFT_HOLDING, {"name", holding_name(w, index)},
                       {"to", lri_page_date(&w->page, (leerroute_day)change->to)});
    case LRI_LIFT_START:
        return dates(w, change, LRI_SAY_LIFT_START);
    case LRI_LIFT_KINDS:
        break;
    }
    return "";
}

static const char *reason_sentence(writer *w, const lri_reason *reason) {
    lri_series parts = {0};
    for (uint32_t i = 0; i < reason->count; i++)
        lri_series_add(&w->page, &parts,
                       change_phrase(w, &w->reasons->changes.items[reason->first + i]));
    return LRI_SAY(&w->page, LRI_SAY_REASON,
                   {"changes", lri_series_join(&w->page, &parts, LRI_SAY_AND)},
                   {"finish", lri_page_date(&w->page, reason->finish)},
                   {"cost", lri_page_euros(&w->page, reason->cost_eur)},
                   {"hours", lri_page_count(&w->page, reason->study_hours, LRI_SAY_STUDY_HOURS)});
}

static const char *dead_end_sentence(writer *w, const lri_dead_end *end) {
    return LRI_SAY(&w->page, (lri_say)(LRI_SAY_WHY_NOTHING + end->why),
                   {"name", leaf_name(w, &end->leaf)});
}

/* ---- Text ---- */

static leerroute_status write_text(writer *w, const leerroute_route *route,
                                   const leerroute_style *style, char **out, size_t *size) {
    const leerroute_reasons *reasons = w->reasons;
    leerroute_status status = lri_route_text(route, w->intake, style, out, size);
    if (status != LEERROUTE_OK) return status;
    lri_text_puts(&w->page.text, *out);
    leerroute_text_free(*out);
    *out = NULL;
    if (reasons->dead_ends.count) lri_page_heading(&w->page, LRI_SAY_HEAD_DEAD_ENDS);
    for (uint32_t i = 0; i < reasons->dead_ends.count; i++)
        lri_page_bullet(&w->page, dead_end_sentence(w, &reasons->dead_ends.items[i]));
    if (reasons->reasons.count) lri_page_heading(&w->page, LRI_SAY_HEAD_REASONS);
    for (uint32_t i = 0; i < reasons->reasons.count; i++)
        lri_page_bullet(&w->page, reason_sentence(w, &reasons->reasons.items[i]));
    if (!reasons->is_whole) {
        lri_text_puts(&w->page.text, "\n");
        lri_page_paragraph(&w->page, lri_form(w->page.language, LRI_SAY_REASONS_CUT));
    }
    return lri_page_close(&w->page, out, size);
}

/* ---- For programs ---- */

/* The kind and id of a leaf, as a gap names them. */
static void add_leaf(writer *w, lri_tree *tree, lri_value *object, lri_requirement_kind kind,
                     uint32_t index, uint8_t level) {
    const leerroute_catalogue *c = w->catalogue;
    static const char *const kinds[] = {[LRI_COMPETENCE] = "competence",
                                        [LRI_FUNCTION] = "function",
                                        [LRI_UNIT] = "unit",
                                        [LRI_STARTED] = "started"};
    if (kind < LRI_COMPETENCE) return;
    bool is_award = kind == LRI_AWARD;
    lri_tree_text(tree, object, "kind",
                  !is_award                  ? kinds[kind]
                  : lri_is_diploma(c, index) ? "diploma"
                                             : "certificate");
    lri_tree_text(tree, object, "id",
                  is_award                 ? c->awards[index].id
                  : kind == LRI_COMPETENCE ? c->competences[index].id
                  : kind == LRI_FUNCTION   ? c->functions[index].id
                                           : c->activities[index].id);
    if (kind == LRI_COMPETENCE) lri_tree_integer(tree, object, "level", level);
}

static void add_period(writer *w, lri_tree *tree, lri_value *object, const lri_change *change) {
    const lri_capacity *before = &w->intake->periods[change->lift.index].capacity;
    lri_tree_day(tree, object, "from", (leerroute_day)change->from);
    lri_tree_day(tree, object, "to", (leerroute_day)change->to);
    lri_tree_integer(tree, object, "study_hours_per_week", change->period.study_hours);
    lri_tree_integer(tree, object, "practice_hours_per_week", change->period.practice_hours);
    if (before->parallel < INT32_MAX)
        lri_tree_integer(tree, object, "parallel", change->period.parallel);
}

/* What the change is of, by id. */
static void add_subject(writer *w, lri_tree *tree, lri_value *object, lri_lift lift) {
    const leerroute_intake *intake = w->intake;
    const leerroute_catalogue *c = w->catalogue;
    uint32_t i = lift.index;
    if (lift.kind == LRI_LIFT_EXCLUSION)
        lri_tree_text(tree, object, "id", c->activities[intake->excluded_activities[i]].id);
    if (lift.kind == LRI_LIFT_EXCLUDED_OFFERING)
        lri_tree_text(tree, object, "id", c->offerings[intake->excluded_offerings[i]].id);
    if (lift.kind == LRI_LIFT_INCLUSION)
        lri_tree_text(tree, object, "id", c->activities[intake->includes[i].activity].id);
    if (lift.kind == LRI_LIFT_ATTRIBUTE) lri_tree_text(tree, object, "id", c->attributes[i].id);
    if (lift.kind == LRI_LIFT_HOLDING)
        add_leaf(w, tree, object, intake->holds[i].kind, intake->holds[i].index,
                 intake->holds[i].level);
}

static void add_change(writer *w, lri_tree *tree, lri_value *list, const lri_change *change) {
    lri_value *object = lri_tree_object(tree, list, NULL), *added;
    lri_lift_kind kind = change->lift.kind;
    lri_tree_text(tree, object, "code", lri_lift_codes[kind]);
    add_subject(w, tree, object, change->lift);
    if (kind == LRI_LIFT_PERIOD) {
        add_period(w, tree, object, change);
    } else if (kind <= LRI_LIFT_BUDGET) {
        lri_tree_integer(tree, object, "from", change->from);
        lri_tree_integer(tree, object, "to", change->to);
    } else if (kind == LRI_LIFT_DEADLINE || kind == LRI_LIFT_HOLDING || kind == LRI_LIFT_START) {
        lri_tree_day(tree, object, "from", (leerroute_day)change->from);
        lri_tree_day(tree, object, "to", (leerroute_day)change->to);
    } else if (kind <= LRI_LIFT_PLACES) {
        added = lri_tree_list(tree, object, "add");
        for (uint32_t i = 0; i < change->added; i++)
            lri_tree_text(tree, added, NULL, w->reasons->added.items[change->first_added + i]);
    }
}

static void add_reason(writer *w, lri_tree *tree, lri_value *list, const lri_reason *reason) {
    lri_value *object = lri_tree_object(tree, list, NULL);
    lri_tree_text(tree, object, "code", "lift");
    lri_value *changes = lri_tree_list(tree, object, "changes");
    for (uint32_t i = 0; i < reason->count; i++)
        add_change(w, tree, changes, &w->reasons->changes.items[reason->first + i]);
    lri_tree_day(tree, object, "finish", reason->finish);
    lri_tree_integer(tree, object, "cost_eur", reason->cost_eur);
    lri_tree_integer(tree, object, "study_hours", reason->study_hours);
    lri_tree_text(tree, object, "message", lri_page_plain(&w->page, reason_sentence(w, reason)));
}

static leerroute_status write_json(writer *w, const leerroute_route *route,
                                   const leerroute_route *without_evc, bool on_one_line, char **out,
                                   size_t *size) {
    const leerroute_reasons *reasons = w->reasons;
    lri_tree tree = {.on_one_line = on_one_line};
    lri_value *root = lri_tree_object(&tree, NULL, NULL);
    lri_tree_whole_route(&tree, root, route, w->intake);
    lri_tree_text(&tree, root, "reasons_status", reasons->is_whole ? "optimal" : "feasible");
    lri_value *list = lri_tree_list(&tree, root, "reasons");
    for (uint32_t i = 0; i < reasons->dead_ends.count; i++) {
        const lri_dead_end *end = &reasons->dead_ends.items[i];
        lri_value *object = lri_tree_object(&tree, list, NULL);
        lri_tree_text(&tree, object, "code", lri_why_codes[end->why]);
        add_leaf(w, &tree, object, end->leaf.kind, end->leaf.index, end->leaf.level);
        lri_tree_text(&tree, object, "message",
                      lri_page_plain(&w->page, dead_end_sentence(w, end)));
    }
    for (uint32_t i = 0; i < reasons->reasons.count; i++)
        add_reason(w, &tree, list, &reasons->reasons.items[i]);
    lri_tree_without_evc(&tree, root, without_evc, route);
    if (w->page.text.failed) tree.failed = true;
    leerroute_status status = lri_tree_close(&tree, out, size);
    lri_arena_free(&w->page.scratch);
    lri_text_free(&w->page.text);
    return status;
}

static leerroute_status write_reasons(const leerroute_reasons *reasons,
                                      const leerroute_route *without_evc,
                                      const leerroute_style *style, bool on_one_line, char **out,
                                      size_t *size) {
    const leerroute_intake *intake = reasons->intake;
    writer w = {.reasons = reasons, .intake = intake, .catalogue = intake->catalogue};
    leerroute_route none = {.intake = intake->id,
                            .catalogue = intake->catalogue->id,
                            .outcome = LEERROUTE_NO_ROUTE,
                            .objective_count = intake->objective_count,
                            .start = 7 * lri_week_of(intake->start),
                            .finish = -1};
    for (uint32_t i = 0; i < intake->objective_count; i++) none.objective[i] = intake->objective[i];
    lri_page_open(&w.page, style);
    return style->format == LEERROUTE_JSON
               ? write_json(&w, &none, without_evc, on_one_line, out, size)
               : write_text(&w, &none, style, out, size);
}

leerroute_status leerroute_reasons_write(const leerroute_reasons *reasons,
                                         const leerroute_style *style, char **out, size_t *size) {
    if (!reasons || !style || !out) return LEERROUTE_MISUSE;
    return write_reasons(reasons, NULL, style, false, out, size);
}

leerroute_status leerroute_reasons_line(const leerroute_reasons *reasons,
                                        const leerroute_route *without_evc,
                                        leerroute_language language, char **out, size_t *size) {
    if (!reasons || !out) return LEERROUTE_MISUSE;
    const leerroute_style style = {.format = LEERROUTE_JSON, .language = language};
    return write_reasons(reasons, without_evc, &style, true, out, size);
}
