/* An answer for programs in the making: a document with the memory that it lives in.
 *
 * A lack of memory is remembered; what is added then is NULL, and NULL may be added to. */
#ifndef LRI_REPORT_TREE_H
#define LRI_REPORT_TREE_H

#include "leerroute/leerroute.h"
#include "model/document.h"

/* All zero is empty. */
typedef struct lri_tree {
    lri_arena arena;
    lri_value *root;
    bool on_one_line; /* when written */
    bool failed;
} lri_tree;

/* Each adds to an object under a key, or to a list with a NULL key; keys are borrowed, and so are
 * texts until lri_tree_close. The root has no parent. */
lri_value *lri_tree_object(lri_tree *tree, lri_value *parent, const char *key);
lri_value *lri_tree_list(lri_tree *tree, lri_value *parent, const char *key);
void lri_tree_text(lri_tree *tree, lri_value *parent, const char *key, const char *text);
void lri_tree_integer(lri_tree *tree, lri_value *parent, const char *key, int64_t integer);
void lri_tree_boolean(lri_tree *tree, lri_value *parent, const char *key, bool boolean);
void lri_tree_null(lri_tree *tree, lri_value *parent, const char *key);
void lri_tree_day(lri_tree *tree, lri_value *parent, const char *key, leerroute_day day);

/* Hands the JSON over as new, and frees the tree. */
leerroute_status lri_tree_close(lri_tree *tree, char **out, size_t *size);

#endif
