#include "report/requirement_json.h"

/* Key and id of a leaf. */
static void add_leaf(lri_tree *tree, lri_value *object, const leerroute_catalogue *c,
                     const lri_requirement *r) {
    switch (r->kind) {
    case LRI_COMPETENCE:
        lri_tree_text(tree, object, "competence", c->competences[r->index].id);
        if (r->level != LRI_DEFAULT_LEVEL) lri_tree_integer(tree, object, "level", r->level);
        break;
    case LRI_AWARD:
        lri_tree_text(tree, object, lri_is_diploma(c, r->index) ? "diploma" : "certificate",
                      c->awards[r->index].id);
        break;
    case LRI_FUNCTION:
        lri_tree_text(tree, object, "function", c->functions[r->index].id);
        break;
    case LRI_UNIT:
    case LRI_STARTED:
        lri_tree_text(tree, object, "unit", c->activities[r->index].id);
        if (r->kind == LRI_STARTED) lri_tree_boolean(tree, object, "started", true);
        break;
    case LRI_NOT_ATTRIBUTE:
        object = lri_tree_object(tree, object, "not");
        /* fall through */
    case LRI_ATTRIBUTE:
        lri_tree_text(tree, object, "attribute", c->attributes[r->index].id);
        break;
    case LRI_ALL:
    case LRI_ANY:
    case LRI_AT_LEAST:
        break; /* no leaves */
    }
}

void lri_tree_requirement(lri_tree *tree, lri_value *parent, const char *key,
                          const leerroute_catalogue *catalogue, const lri_requirements *pool,
                          uint32_t node) {
    const lri_requirement *r = &pool->nodes[node];
    lri_value *object = lri_tree_object(tree, parent, key);
    if (r->kind > LRI_AT_LEAST) {
        add_leaf(tree, object, catalogue, r);
        return;
    }
    if (r->kind == LRI_AT_LEAST) lri_tree_integer(tree, object, "at_least", r->need);
    static const char *const keys[] = {[LRI_ALL] = "all", [LRI_ANY] = "any", [LRI_AT_LEAST] = "of"};
    lri_value *list = lri_tree_list(tree, object, keys[r->kind]);
    for (uint32_t i = 0; i < r->count; i++) {
        const lri_child *child = &pool->children[r->first + i];
        lri_value *weighed = child->weight == 1 ? NULL : lri_tree_object(tree, list, NULL);
        if (weighed) lri_tree_integer(tree, weighed, "weight", child->weight);
        lri_tree_requirement(tree, weighed ? weighed : list, weighed ? "that" : NULL, catalogue,
                             pool, child->node);
    }
}
