#include "model/document.h"

#include <string.h>

/* Bytes: a hundred pointers as long as their source would fill the memory. */
enum { POINTER_MAX = 64 * 1024 };

lri_value *lri_value_new(lri_arena *arena, lri_value *parent, const char *key,
                         lri_value_kind kind) {
    lri_value *value = lri_arena_alloc(arena, sizeof *value);
    if (!value) return NULL;
    value->kind = kind;
    value->key = key;
    value->parent = parent;
    if (!parent) return value;
    value->position = parent->count++;
    if (parent->last)
        parent->last->next = value;
    else
        parent->first = value;
    parent->last = value;
    return value;
}

const lri_value *lri_value_member(const lri_value *object, const char *key) {
    if (object->kind != LRI_OBJECT) return NULL;
    const lri_value *member = object->first;
    while (member && strcmp(member->key, key) != 0) member = member->next;
    return member;
}

/* A key in a pointer: "~" is written ~0 and "/" ~1. */
static void add_key(lri_text *text, const char *key) {
    while (*key) {
        size_t plain = strcspn(key, "~/");
        lri_text_add(text, key, plain);
        key += plain;
        if (*key) lri_text_puts(text, *key++ == '~' ? "~0" : "~1");
    }
}

static void add_step(lri_text *text, const lri_value *step) {
    lri_text_puts(text, "/");
    if (step->key)
        add_key(text, step->key);
    else
        lri_text_integer(text, step->position);
}

void lri_value_pointer(lri_text *text, const lri_value *value) {
    const lri_value *path[LRI_DEPTH_MAX + 1];
    size_t depth = 0, begin = text->size, whole = begin;
    for (; value->parent && depth <= LRI_DEPTH_MAX; value = value->parent) path[depth++] = value;
    while (depth > 0) {
        const lri_value *step = path[--depth];
        if (step->key && strlen(step->key) > POINTER_MAX) break;
        add_step(text, step);
        if (text->size - begin > POINTER_MAX) break;
        whole = text->size;
    }
    text->size = whole;
    lri_text_add(text, "", 0);
}

void lri_value_show(lri_text *text, const lri_value *value) {
    switch (value->kind) {
    case LRI_OBJECT:
        lri_text_puts(text, "{...}");
        break;
    case LRI_LIST:
        lri_text_puts(text, "[...]");
        break;
    case LRI_TEXT:
    case LRI_REAL:
        lri_text_puts(text, value->text);
        break;
    case LRI_INTEGER:
        lri_text_integer(text, value->integer);
        break;
    case LRI_BOOLEAN:
        lri_text_puts(text, value->integer ? "true" : "false");
        break;
    case LRI_NULL:
        lri_text_puts(text, "null");
        break;
    }
}
