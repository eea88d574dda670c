#include "report/names.h"

#include "report/words.h"

enum { PARTS_MAX = 8 }; /* the leaves that a spoken sentence can bear */

/* ---- Leaves ---- */

/* "diploma {name}", unless the name has that word itself: `stem` is in it, whatever the language.
 */
static const char *with_kind(lri_page *page, lri_say say, const char *stem, const char *name) {
    return lri_mentions(name, stem) ? name : LRI_SAY(page, say, {"name", name});
}

const char *lri_level_name(lri_page *page, uint8_t level) {
    return lri_form(page->language, (lri_say)(LRI_SAY_LEVEL_1 + level - 1));
}

/* That it is done independently is what is meant when nothing is said. */
static const char *competence_name(lri_page *page, const char *name, uint8_t level) {
    if (level == LRI_DEFAULT_LEVEL) return name;
    return LRI_SAY(page, LRI_SAY_AT_LEVEL, {"name", name}, {"level", lri_level_name(page, level)});
}

static const char *award_name(lri_page *page, const char *name, bool is_diploma) {
    return is_diploma ? with_kind(page, LRI_SAY_DIPLOMA, "diploma", name)
                      : with_kind(page, LRI_SAY_CERTIFICATE, "certifica", name);
}

const char *lri_leaf_name(lri_page *page, const leerroute_catalogue *catalogue,
                          lri_requirement_kind kind, uint32_t index, uint8_t level) {
    switch (kind) {
    case LRI_COMPETENCE:
        return competence_name(page, catalogue->competences[index].name, level);
    case LRI_AWARD:
        return award_name(page, catalogue->awards[index].name, lri_is_diploma(catalogue, index));
    case LRI_FUNCTION:
        return with_kind(page, LRI_SAY_FUNCTION, "functi", catalogue->functions[index].name);
    case LRI_UNIT:
        return LRI_SAY(page, LRI_SAY_COMPLETED, {"name", catalogue->activities[index].name});
    case LRI_STARTED:
        return LRI_SAY(page, LRI_SAY_STARTED, {"name", catalogue->activities[index].name});
    case LRI_ATTRIBUTE:
        return catalogue->attributes[index].name;
    case LRI_NOT_ATTRIBUTE:
        return LRI_SAY(page, LRI_SAY_NOT, {"name", catalogue->attributes[index].name});
    case LRI_ALL:
    case LRI_ANY:
    case LRI_AT_LEAST:
        break; /* no leaves */
    }
    return "";
}

/* ---- Requirements ---- */

static uint64_t count_leaves(const lri_requirements *pool, uint32_t node) {
    const lri_requirement *r = &pool->nodes[node];
    if (r->kind > LRI_AT_LEAST) return 1;
    uint64_t leaves = 0;
    for (uint32_t i = 0; i < r->count; i++)
        leaves += count_leaves(pool, pool->children[r->first + i].node);
    return leaves;
}

static const char *part_name(lri_page *page, const leerroute_catalogue *catalogue,
                             const lri_requirements *pool, uint32_t node);

/* "A, B and C"; parts that have parts stand between brackets. */
static const char *join_parts(lri_page *page, const leerroute_catalogue *catalogue,
                              const lri_requirements *pool, const lri_requirement *r,
                              bool weighed) {
    lri_series series = {0};
    for (uint32_t i = 0; i < r->count; i++) {
        const lri_child *child = &pool->children[r->first + i];
        const char *name = part_name(page, catalogue, pool, child->node);
        if (r->count > 1 && pool->nodes[child->node].kind <= LRI_AT_LEAST)
            name = LRI_SAY(page, LRI_SAY_BRACKETS, {"name", name});
        if (weighed)
            name = LRI_SAY(page, LRI_SAY_WEIGHT, {"name", name},
                           {"weight", lri_page_number(page, child->weight)});
        lri_series_add(page, &series, name);
    }
    return lri_series_join(page, &series, r->kind == LRI_ANY ? LRI_SAY_OR : LRI_SAY_AND);
}

static const char *at_least_name(lri_page *page, const leerroute_catalogue *catalogue,
                                 const lri_requirements *pool, const lri_requirement *r) {
    bool weighed = false;
    for (uint32_t i = 0; i < r->count; i++) weighed |= pool->children[r->first + i].weight != 1;
    return LRI_SAY(page, weighed ? LRI_SAY_POINTS : LRI_SAY_AT_LEAST,
                   {"need", weighed ? lri_page_count(page, r->need, LRI_SAY_SO_MANY_POINTS)
                                    : lri_page_number(page, r->need)},
                   {"names", join_parts(page, catalogue, pool, r, weighed)});
}

static const char *part_name(lri_page *page, const leerroute_catalogue *catalogue,
                             const lri_requirements *pool, uint32_t node) {
    const lri_requirement *r = &pool->nodes[node];
    if (r->kind > LRI_AT_LEAST) return lri_leaf_name(page, catalogue, r->kind, r->index, r->level);
    bool nothing = r->kind == LRI_AT_LEAST ? r->need == 0 : r->kind == LRI_ALL && r->count == 0;
    if (nothing) return lri_form(page->language, LRI_SAY_NOTHING);
    if (r->count == 0) return lri_form(page->language, LRI_SAY_IMPOSSIBLE);
    if (r->kind == LRI_AT_LEAST) return at_least_name(page, catalogue, pool, r);
    return join_parts(page, catalogue, pool, r, false);
}

const char *lri_requirement_name(lri_page *page, const leerroute_catalogue *catalogue,
                                 const lri_requirements *pool, uint32_t node) {
    uint64_t leaves = count_leaves(pool, node);
    if (leaves <= PARTS_MAX) return part_name(page, catalogue, pool, node);
    return LRI_SAY(page, LRI_SAY_MANY_PARTS, {"count", lri_page_number(page, (int64_t)leaves)});
}

/* ---- Evidence ---- */

void lri_add_evidence(lri_page *page, lri_series *notes, const char *name, const char *evidence) {
    if (!evidence || lri_mentions(name, evidence)) return;
    lri_series_add(page, notes, LRI_SAY(page, LRI_SAY_EVIDENCE, {"evidence", evidence}));
}

const char *lri_holding_name(lri_page *page, const leerroute_catalogue *catalogue,
                             const lri_holding *holding) {
    const char *name =
        lri_leaf_name(page, catalogue, holding->kind, holding->index, holding->level);
    lri_series notes = {0};
    lri_add_evidence(page, &notes, name, holding->evidence);
    if (holding->expected) lri_series_add(page, &notes, lri_form(page->language, LRI_SAY_EXPECTED));
    if (!notes.count) return name;
    return LRI_SAY(page, LRI_SAY_WITH_NOTES, {"name", name},
                   {"notes", lri_series_join(page, &notes, LRI_SAY_SEMICOLON)});
}
