#include "report/reason_kind.h"

#include <string.h>

#include "report/names.h"

const char *const lri_lift_codes[LRI_LIFT_KINDS] = {
    [LRI_LIFT_STUDY_HOURS] = "study_hours_per_week",
    [LRI_LIFT_PRACTICE_HOURS] = "practice_hours_per_week",
    [LRI_LIFT_PARALLEL] = "parallel",
    [LRI_LIFT_PERIOD] = "period",
    [LRI_LIFT_BUDGET] = "budget_eur",
    [LRI_LIFT_DEADLINE] = "finish_by",
    [LRI_LIFT_LEERWEGEN] = "leerwegen",
    [LRI_LIFT_PROVIDERS] = "providers",
    [LRI_LIFT_PLACES] = "places",
    [LRI_LIFT_EXCLUSION] = "exclude",
    [LRI_LIFT_EXCLUDED_OFFERING] = "exclude",
    [LRI_LIFT_INCLUSION] = "include",
    [LRI_LIFT_ATTRIBUTE] = "attribute",
    [LRI_LIFT_EXPECTED] = "count_expected",
    [LRI_LIFT_HOLDING] = "valid_until",
    [LRI_LIFT_START] = "start",
};

const char *const lri_why_codes[LRI_WHYS] = {
    [LRI_WHY_NOTHING] = "nothing_gives", [LRI_WHY_PAST] = "past", [LRI_WHY_CIRCLE] = "circle",
    [LRI_WHY_BEYOND] = "beyond",         [LRI_WHY_PART] = "part",
};

static const char *text_of(const lri_value *object, const char *key) {
    const lri_value *value = lri_value_member(object, key);
    return value && value->kind == LRI_TEXT ? value->text : "";
}

static const lri_value *first_of(const lri_value *object, const char *key) {
    const lri_value *value = lri_value_member(object, key);
    return value && value->kind == LRI_LIST ? value->first : NULL;
}

static int index_of(const char *const *words, int count, const char *word) {
    int i = 0;
    while (i < count && strcmp(words[i], word) != 0) i++;
    return i < count ? i : -1;
}

/* ---- For programs ---- */

/* The reason may be gone before the tree is written: texts are copied. */
static void copy_text(lri_tree *tree, lri_value *parent, const char *key, const char *text) {
    const char *kept = lri_arena_copy(&tree->arena, text, strlen(text));
    if (kept)
        lri_tree_text(tree, parent, key, kept);
    else
        tree->failed = true;
}

static void copy_plain(lri_tree *tree, lri_value *object, const lri_value *from) {
    static const char *const keys[] = {"code", "kind", "id"};
    const lri_value *level = lri_value_member(from, "level"), *added = first_of(from, "add");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (*text_of(from, keys[i])) copy_text(tree, object, keys[i], text_of(from, keys[i]));
    if (level && level->kind == LRI_INTEGER)
        lri_tree_integer(tree, object, "level", level->integer);
    lri_value *list = added ? lri_tree_list(tree, object, "add") : NULL;
    for (; added; added = added->next)
        if (added->kind == LRI_TEXT) copy_text(tree, list, NULL, added->text);
}

void lri_tree_reason_kind(lri_tree *tree, lri_value *object, const lri_value *reason) {
    const lri_value *change = first_of(reason, "changes");
    bool has_period = false; /* periods differ by their dates alone: one stands for all */
    copy_plain(tree, object, reason);
    lri_value *list = change ? lri_tree_list(tree, object, "changes") : NULL;
    for (; change; change = change->next) {
        if (!*text_of(change, "code")) continue;
        bool is_period = strcmp(text_of(change, "code"), "period") == 0;
        if (!is_period || !has_period) copy_plain(tree, lri_tree_object(tree, list, NULL), change);
        has_period |= is_period;
    }
}

/* ---- In words ---- */

/* A name may be a text of the reason itself, which the sentence with it outlives. */
static const char *leaf_name(lri_page *page, const leerroute_catalogue *c, const lri_value *of) {
    static const struct {
        const char *word;
        leerroute_kind kind;
        lri_requirement_kind leaf;
    } kinds[] = {{"competence", LEERROUTE_COMPETENCE, LRI_COMPETENCE},
                 {"function", LEERROUTE_FUNCTION, LRI_FUNCTION},
                 {"unit", LEERROUTE_UNIT, LRI_UNIT},
                 {"started", LEERROUTE_UNIT, LRI_STARTED},
                 {"certificate", LEERROUTE_CERTIFICATE, LRI_AWARD},
                 {"diploma", LEERROUTE_DIPLOMA, LRI_AWARD}};
    const char *word = text_of(of, "kind"), *id = text_of(of, "id");
    const lri_value *level = lri_value_member(of, "level");
    bool has_level =
        level && level->kind == LRI_INTEGER && 1 <= level->integer && level->integer <= 5;
    if (!*id) return lri_form(page->language, LRI_SAY_WHOLE_GOAL);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i].word, word) != 0) continue;
        uint32_t index = lri_catalogue_find(c, kinds[i].kind, id);
        if (index == LRI_NONE) break;
        return lri_leaf_name(page, c, kinds[i].leaf, index,
                             has_level ? (uint8_t)level->integer : 1);
    }
    return id;
}

/* A unit or assessment by its name, an offering with that. */
static const char *subject_name(lri_page *page, const leerroute_catalogue *c,
                                const lri_value *change) {
    const char *id = text_of(change, "id");
    uint32_t activity = lri_catalogue_activity(c, id);
    if (activity != LRI_NONE) return c->activities[activity].name;
    uint32_t offering = lri_catalogue_find(c, LEERROUTE_OFFERING, id);
    if (offering == LRI_NONE) return id;
    return LRI_SAY(page, LRI_SAY_WHERE,
                   {"names", c->activities[c->offerings[offering].activity].name},
                   {"offering", c->offerings[offering].id});
}

static const char *attribute_name(const leerroute_catalogue *c, const lri_value *change) {
    const char *id = text_of(change, "id");
    uint32_t index = lri_catalogue_find(c, LEERROUTE_ATTRIBUTE, id);
    return index == LRI_NONE ? id : c->attributes[index].name;
}

static const char *added_texts(lri_page *page, const lri_value *change) {
    lri_series names = {0};
    for (const lri_value *item = first_of(change, "add"); item; item = item->next)
        if (item->kind == LRI_TEXT) lri_series_add(page, &names, item->text);
    return lri_series_join(page, &names, LRI_SAY_AND);
}

static const char *change_phrase(lri_page *page, const leerroute_catalogue *c,
                                 const lri_value *change) {
    static const lri_say sayings[LRI_LIFT_KINDS] = {
        [LRI_LIFT_STUDY_HOURS] = LRI_SAY_KIND_STUDY,
        [LRI_LIFT_PRACTICE_HOURS] = LRI_SAY_KIND_PRACTICE,
        [LRI_LIFT_PARALLEL] = LRI_SAY_KIND_PARALLEL,
        [LRI_LIFT_PERIOD] = LRI_SAY_KIND_PERIOD,
        [LRI_LIFT_BUDGET] = LRI_SAY_KIND_BUDGET,
        [LRI_LIFT_DEADLINE] = LRI_SAY_KIND_DEADLINE,
        [LRI_LIFT_LEERWEGEN] = LRI_SAY_LIFT_LEERWEGEN,
        [LRI_LIFT_PROVIDERS] = LRI_SAY_LIFT_PROVIDERS,
        [LRI_LIFT_PLACES] = LRI_SAY_LIFT_PLACES,
        [LRI_LIFT_EXCLUSION] = LRI_SAY_LIFT_EXCLUSION,
        [LRI_LIFT_EXCLUDED_OFFERING] = LRI_SAY_LIFT_EXCLUSION,
        [LRI_LIFT_INCLUSION] = LRI_SAY_LIFT_INCLUSION,
        [LRI_LIFT_ATTRIBUTE] = LRI_SAY_LIFT_ATTRIBUTE,
        [LRI_LIFT_EXPECTED] = LRI_SAY_LIFT_EXPECTED,
        [LRI_LIFT_HOLDING] = LRI_SAY_KIND_HOLDING,
        [LRI_LIFT_START] = LRI_SAY_KIND_START,
    };
    const char *code = text_of(change, "code");
    int kind = index_of(lri_lift_codes, LRI_LIFT_KINDS, code);
    if (kind < 0) return code;
    const char *name = kind == LRI_LIFT_ATTRIBUTE ? attribute_name(c, change)
                       : kind == LRI_LIFT_HOLDING ? leaf_name(page, c, change)
                                                  : subject_name(page, c, change);
    return LRI_SAY(page, sayings[kind], {"names", added_texts(page, change)}, {"name", name});
}

const char *lri_reason_kind_phrase(lri_page *page, const leerroute_catalogue *catalogue,
                                   const lri_value *kind) {
    int why = index_of(lri_why_codes, LRI_WHYS, text_of(kind, "code"));
    lri_series parts = {0};
    if (why >= 0)
        return LRI_SAY(page, (lri_say)(LRI_SAY_WHY_NOTHING + why),
                       {"name", leaf_name(page, catalogue, kind)});
    for (const lri_value *c = first_of(kind, "changes"); c; c = c->next)
        lri_series_add(page, &parts, change_phrase(page, catalogue, c));
    if (!parts.count) lri_series_add(page, &parts, text_of(kind, "code"));
    return lri_series_join(page, &parts, LRI_SAY_AND);
}
