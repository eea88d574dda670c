#include "report/tree.h"

#include <string.h>

#include "json/json.h"
#include "model/calendar.h"

static lri_value *add(lri_tree *tree, lri_value *parent, const char *key, lri_value_kind kind) {
    lri_value *value = tree->failed ? NULL : lri_value_new(&tree->arena, parent, key, kind);
    if (!value) tree->failed = true;
    if (!tree->root) tree->root = value;
    return value;
}

lri_value *lri_tree_object(lri_tree *tree, lri_value *parent, const char *key) {
    return add(tree, parent, key, LRI_OBJECT);
}

lri_value *lri_tree_list(lri_tree *tree, lri_value *parent, const char *key) {
    return add(tree, parent, key, LRI_LIST);
}

void lri_tree_text(lri_tree *tree, lri_value *parent, const char *key, const char *text) {
    lri_value *value = add(tree, parent, key, LRI_TEXT);
    if (value) value->text = text;
}

void lri_tree_integer(lri_tree *tree, lri_value *parent, const char *key, int64_t integer) {
    lri_value *value = add(tree, parent, key, LRI_INTEGER);
    if (value) value->integer = integer;
}

void lri_tree_boolean(lri_tree *tree, lri_value *parent, const char *key, bool boolean) {
    lri_value *value = add(tree, parent, key, LRI_BOOLEAN);
    if (value) value->integer = boolean;
}

void lri_tree_null(lri_tree *tree, lri_value *parent, const char *key) {
    add(tree, parent, key, LRI_NULL);
}

void lri_tree_day(lri_tree *tree, lri_value *parent, const char *key, leerroute_day day) {
    char date[11];
    lri_day_format(day, date);
    const char *kept = lri_arena_copy(&tree->arena, date, strlen(date));
    if (kept)
        lri_tree_text(tree, parent, key, kept);
    else
        tree->failed = true;
}

leerroute_status lri_tree_close(lri_tree *tree, char **out, size_t *size) {
    leerroute_status status = LEERROUTE_NO_MEMORY;
    *out = NULL;
    if (!tree->failed) status = lri_json_write(tree->root, tree->on_one_line, out, size);
    lri_arena_free(&tree->arena);
    *tree = (lri_tree){0};
    return status;
}
