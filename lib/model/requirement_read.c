#include "model/requirement_read.h"

#include <stdlib.h>
#include <string.h>

#include "model/forms.h"

/* ---- The pool ---- */

bool lri_pool_start(lri_pool *pool) {
    *pool = (lri_pool){0};
    return lri_push(&pool->nodes, (lri_requirement){.kind = LRI_ALL});
}

bool lri_pool_freeze(const lri_pool *pool, lri_arena *arena, lri_requirements *out) {
    size_t node_size = sizeof *pool->nodes.items, child_size = sizeof *pool->children.items;
    lri_requirement *nodes = lri_arena_array(arena, pool->nodes.count, node_size);
    lri_child *children = lri_arena_array(arena, pool->children.count, child_size);
    if (!nodes || !children) return false;
    memcpy(nodes, pool->nodes.items, pool->nodes.count * node_size);
    if (pool->children.count)
        memcpy(children, pool->children.items, pool->children.count * child_size);
    *out = (lri_requirements){nodes, children, pool->nodes.count, pool->children.count};
    return true;
}

void lri_pool_free(lri_pool *pool) {
    free(pool->nodes.items);
    free(pool->children.items);
    free(pool->open.items);
}

static uint32_t add_node(lri_reader *reader, lri_pool *pool, lri_requirement node) {
    if (lri_push(&pool->nodes, node)) return pool->nodes.count - 1;
    reader->failed = true;
    return 0;
}

/* ---- Requirements ---- */

static uint32_t read_node(lri_reader *reader, lri_pool *pool, const lri_value *value,
                          lri_context context, uint32_t *weight);

/* A node with a list. Its children are gathered on the stack `open`, since theirs come in between,
 * and then laid side by side. */
static uint32_t read_group(lri_reader *reader, lri_pool *pool, const lri_value *list,
                           lri_requirement node) {
    lri_context context = node.kind == LRI_AT_LEAST ? LRI_IN_AT_LEAST : LRI_IN_REQUIREMENT;
    uint32_t bottom = pool->open.count;
    for (const lri_value *item = list ? list->first : NULL; item; item = item->next) {
        lri_child child = {.weight = 1};
        child.node = read_node(reader, pool, item, context, &child.weight);
        if (!lri_push(&pool->open, child)) reader->failed = true;
    }
    node.first = pool->children.count;
    node.count = pool->open.count - bottom;
    for (uint32_t i = 0; i < node.count; i++)
        if (!lri_push(&pool->children, pool->open.items[bottom + i])) reader->failed = true;
    pool->open.count = bottom;
    return add_node(reader, pool, node);
}

static uint32_t read_not(lri_reader *reader, lri_pool *pool, const lri_value *value) {
    lri_clause attribute;
    if (!value || !lri_read_clause(reader, value, LRI_IN_NOT, &attribute)) return 0;
    return add_node(reader, pool,
                    (lri_requirement){.kind = LRI_NOT_ATTRIBUTE, .index = attribute.index});
}

static uint32_t read_node(lri_reader *reader, lri_pool *pool, const lri_value *value,
                          lri_context context, uint32_t *weight) {
    static const lri_requirement_kind kinds[LRI_FORMS] = {
        [LRI_FORM_COMPETENCE] = LRI_COMPETENCE,
        [LRI_FORM_CERTIFICATE] = LRI_AWARD,
        [LRI_FORM_DIPLOMA] = LRI_AWARD,
        [LRI_FORM_FUNCTION] = LRI_FUNCTION,
        [LRI_FORM_UNIT] = LRI_UNIT,
        [LRI_FORM_ATTRIBUTE] = LRI_ATTRIBUTE,
        [LRI_FORM_ALL] = LRI_ALL,
        [LRI_FORM_ANY] = LRI_ANY,
        [LRI_FORM_AT_LEAST] = LRI_AT_LEAST,
    };
    lri_clause c;
    if (!lri_read_clause(reader, value, context, &c)) return 0;
    lri_requirement node = {.kind = c.started ? LRI_STARTED : kinds[c.form]};
    switch (c.form) {
    case LRI_FORM_NOT:
        return read_not(reader, pool, c.that);
    case LRI_FORM_WEIGHTED:
        *weight = (uint32_t)c.number;
        return c.that ? read_node(reader, pool, c.that, LRI_IN_REQUIREMENT, NULL) : 0;
    case LRI_FORM_ALL:
    case LRI_FORM_ANY:
        return read_group(reader, pool, c.list, node);
    case LRI_FORM_AT_LEAST:
        node.need = (uint32_t)c.number;
        return read_group(reader, pool, c.list, node);
    default:
        node.index = c.index;
        if (node.kind == LRI_COMPETENCE) node.level = (uint8_t)c.level;
        return add_node(reader, pool, node);
    }
}

uint32_t lri_read_requirement(lri_reader *reader, lri_pool *pool, const lri_value *value) {
    return value ? read_node(reader, pool, value, LRI_IN_REQUIREMENT, NULL) : 0;
}
