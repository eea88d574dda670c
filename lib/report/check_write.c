/* The checker's verdict: a sentence for each fault, or the measures of a valid route. */
#include <string.h>

#include "report/check_sentences.h"
#include "report/tree.h"

/* ---- Text ---- */

static const char *measures(lri_page *page, const leerroute_check *check) {
    lri_series hours = {0};
    lri_series_add(page, &hours, lri_page_count(page, check->study_hours, LRI_SAY_STUDY_HOURS));
    if (check->practice_hours)
        lri_series_add(page, &hours,
                       lri_page_count(page, check->practice_hours, LRI_SAY_PRACTICE_HOURS));
    return LRI_SAY(page, LRI_SAY_REACHED, {"start", lri_page_date(page, 7 * check->start)},
                   {"finish", lri_page_date(page, 7 * check->finish)},
                   {"weeks", lri_page_count(page, check->finish - check->start, LRI_SAY_WEEKS)},
                   {"cost", lri_page_euros(page, check->cost_eur)},
                   {"hours", lri_series_join(page, &hours, LRI_SAY_AND)});
}

/* "Rule 4: ...". */
static const char *headed(lri_page *page, const char *rule, const char *message) {
    lri_verdict form = LRI_VERDICT_RULE;
    if (strcmp(rule, "step") == 0) form = LRI_VERDICT_STEP;
    if (strcmp(rule, "measures") == 0) form = LRI_VERDICT_MEASURES;
    if (strcmp(rule, "awards") == 0) form = LRI_VERDICT_AWARDS;
    return lri_page_fill(page, lri_verdict_form(page->language, form),
                         (const lri_word[]){{"rule", rule}, {"message", message}}, 2);
}

static const char *rule_of(const leerroute_check *check, uint32_t i) {
    leerroute_check_fault fault;
    leerroute_check_fault_get(check, i, &fault);
    return fault.rule;
}

static leerroute_status write_text(const leerroute_check *check, const leerroute_style *style,
                                   char **out, size_t *size) {
    lri_page page;
    lri_page_open(&page, style);
    bool valid = check->faults.count == 0;
    lri_page_paragraph(
        &page, lri_verdict_form(page.language, valid ? LRI_VERDICT_VALID : LRI_VERDICT_INVALID));
    if (valid) {
        lri_page_paragraph(&page, measures(&page, check));
        lri_page_paragraph(&page, lri_verdict_form(page.language, LRI_VERDICT_NO_PROOF));
    }
    for (uint32_t i = 0; i < check->faults.count; i++) {
        const char *message = lri_check_sentence(&page, check, &check->faults.items[i]);
        lri_page_bullet(&page, headed(&page, rule_of(check, i), message));
    }
    return lri_page_close(&page, out, size);
}

/* ---- JSON ---- */

static void add_fault(lri_tree *tree, lri_value *list, lri_page *page, const leerroute_check *check,
                      uint32_t i) {
    const lri_check_fault *fault = &check->faults.items[i];
    lri_value *object = lri_tree_object(tree, list, NULL);
    lri_tree_text(tree, object, "rule", rule_of(check, i));
    if (fault->step)
        lri_tree_text(tree, object, "step", fault->step);
    else
        lri_tree_null(tree, object, "step");
    if (fault->week >= 0)
        lri_tree_day(tree, object, "week", fault->week);
    else
        lri_tree_null(tree, object, "week");
    lri_tree_text(tree, object, "message",
                  lri_page_plain(page, lri_check_sentence(page, check, fault)));
}

static void add_measures(lri_tree *tree, lri_value *root, const leerroute_check *check) {
    lri_value *object = lri_tree_object(tree, root, "measures");
    lri_tree_day(tree, object, "start", 7 * check->start);
    lri_tree_day(tree, object, "finish", 7 * check->finish);
    lri_tree_integer(tree, object, "cost_eur", check->cost_eur);
    lri_tree_integer(tree, object, "study_hours", check->study_hours);
    lri_tree_integer(tree, object, "practice_hours", check->practice_hours);
}

/* The page has the messages until the tree is written. */
static leerroute_status write_json(const leerroute_check *check, const leerroute_style *style,
                                   char **out, size_t *size) {
    lri_tree tree = {0};
    lri_page page;
    lri_page_open(&page, style);
    lri_value *root = lri_tree_object(&tree, NULL, NULL);
    lri_tree_text(&tree, root, "format", "leerroute-check/1");
    lri_tree_boolean(&tree, root, "valid", check->faults.count == 0);
    lri_value *list = lri_tree_list(&tree, root, "faults");
    for (uint32_t i = 0; i < check->faults.count; i++) add_fault(&tree, list, &page, check, i);
    if (!check->faults.count) add_measures(&tree, root, check);
    if (page.text.failed) tree.failed = true;
    leerroute_status status = lri_tree_close(&tree, out, size);
    lri_arena_free(&page.scratch);
    return status;
}

leerroute_status leerroute_check_write(const leerroute_check *check, const leerroute_style *style,
                                       char **out, size_t *size) {
    if (!check || !style || !out) return LEERROUTE_MISUSE;
    if (style->format == LEERROUTE_JSON) return write_json(check, style, out, size);
    return write_text(check, style, out, size);
}
