/* What a catalogue has: ids and names by kind, in the order of the file. */
#include <stdlib.h>

#include "model/catalogue.h"
#include "report/layout.h"
#include "report/page.h"
#include "report/tree.h"
#include "report/words.h"

static const char *const keys[LEERROUTE_KINDS] = {
    [LEERROUTE_COMPETENCE] = "competences",
    [LEERROUTE_ATTRIBUTE] = "attributes",
    [LEERROUTE_UNIT] = "units",
    [LEERROUTE_ASSESSMENT] = "assessments",
    [LEERROUTE_OFFERING] = "offerings",
    [LEERROUTE_CERTIFICATE] = "certificates",
    [LEERROUTE_DIPLOMA] = "diplomas",
    [LEERROUTE_FUNCTION] = "functions",
    [LEERROUTE_OCCUPATION] = "occupations",
};

typedef struct search {
    const leerroute_catalogue *catalogue;
    const char *const *words;
    size_t word_count;
} search;

/* Is number i of the kind sought? */
static bool is_found(const search *s, leerroute_kind kind, size_t i) {
    const char *id = leerroute_catalogue_id_of(s->catalogue, kind, i);
    const char *name = leerroute_catalogue_name_of(s->catalogue, kind, i);
    for (size_t w = 0; w < s->word_count; w++)
        if (!lri_mentions(id, s->words[w]) && !lri_mentions(name, s->words[w])) return false;
    return true;
}

/* The unit or assessment that the offering is of. */
static const lri_activity *owner(const search *s, size_t offering) {
    return &s->catalogue->activities[s->catalogue->offerings[offering].activity];
}

/* ---- For programs ---- */

static leerroute_status list_json(const search *s, char **out, size_t *size) {
    lri_tree tree = {0};
    lri_value *root = lri_tree_object(&tree, NULL, NULL);
    lri_tree_text(&tree, root, "format", "leerroute-list/1");
    lri_tree_text(&tree, root, "catalogue", s->catalogue->id);
    for (int k = 0; k < LEERROUTE_KINDS; k++) {
        leerroute_kind kind = (leerroute_kind)k;
        lri_value *list = lri_tree_list(&tree, root, keys[kind]);
        size_t count = leerroute_catalogue_count(s->catalogue, kind);
        for (size_t i = 0; i < count; i++) {
            if (!is_found(s, kind, i)) continue;
            lri_value *entry = lri_tree_object(&tree, list, NULL);
            lri_tree_text(&tree, entry, "id", leerroute_catalogue_id_of(s->catalogue, kind, i));
            if (kind == LEERROUTE_OFFERING)
                lri_tree_text(&tree, entry, "of", owner(s, i)->id);
            else
                lri_tree_text(&tree, entry, "name",
                              leerroute_catalogue_name_of(s->catalogue, kind, i));
        }
    }
    return lri_tree_close(&tree, out, size);
}

/* ---- For people ---- */

/* Of an offering: what it is of. */
static const char *name_of(lri_page *page, const search *s, leerroute_kind kind, size_t i) {
    if (kind != LEERROUTE_OFFERING) return leerroute_catalogue_name_of(s->catalogue, kind, i);
    return LRI_SAY(page, LRI_SAY_OFFERING_OF, {"name", owner(s, i)->name}, {"id", owner(s, i)->id});
}

/* A table of what is found of the kind; false when nothing is. */
static bool write_kind(lri_page *page, const search *s, leerroute_kind kind, bool is_first) {
    lri_series cells = {0};
    size_t count = leerroute_catalogue_count(s->catalogue, kind);
    for (size_t i = 0; i < count; i++) {
        if (!is_found(s, kind, i)) continue;
        lri_series_add(page, &cells, leerroute_catalogue_id_of(s->catalogue, kind, i));
        lri_series_add(page, &cells, name_of(page, s, kind, i));
    }
    const lri_column columns[] = {
        {lri_form(page->language, (lri_say)(LRI_SAY_HEAD_COMPETENCES + kind)), false, false},
        {"", false, true}};
    if (cells.count && !is_first) lri_text_puts(&page->text, "\n");
    if (cells.count && !page->text.failed)
        lri_write_table(&page->text, columns, 2, cells.items, cells.count / 2, (size_t)page->width);
    bool any = cells.count > 0;
    free(cells.items);
    return any;
}

static leerroute_status list_text(const search *s, const leerroute_style *style, char **out,
                                  size_t *size) {
    lri_page page;
    lri_page_open(&page, style);
    bool any = false;
    for (int kind = 0; kind < LEERROUTE_KINDS; kind++)
        any |= write_kind(&page, s, (leerroute_kind)kind, !any);
    if (!any) lri_page_paragraph(&page, lri_form(page.language, LRI_SAY_NOTHING_FOUND));
    return lri_page_close(&page, out, size);
}

leerroute_status leerroute_catalogue_list(const leerroute_catalogue *catalogue,
                                          const char *const *words, size_t word_count,
                                          const leerroute_style *style, char **out, size_t *size) {
    if (!catalogue || (!words && word_count) || !style || !out) return LEERROUTE_MISUSE;
    search s = {catalogue, words, word_count};
    return style->format == LEERROUTE_JSON ? list_json(&s, out, size)
                                           : list_text(&s, style, out, size);
}
