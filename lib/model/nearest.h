/* The word that a misspelt one may have been meant for ("did you mean"). */
#ifndef LRI_MODEL_NEAREST_H
#define LRI_MODEL_NEAREST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/table.h"

/* Where to look, each part left out when zero: a list of words that NULL ends; the texts that stand
 * first in the structs of an array; the keys of a table whose values are from .. to - 1. */
typedef struct lri_candidates {
    const char *const *words;
    const void *structs;
    size_t struct_size, struct_count;
    const lri_table *table;
    uint32_t from, to;
} lri_candidates;

/* The nearest candidate, or NULL when none is near: of equally near ones the first in the alphabet.
 * Letter case aside. O(candidates), a few dozen steps for each that has about the same length. */
const char *lri_nearest(const char *word, const lri_candidates *candidates);

/* Would lri_nearest take `word` for this candidate? */
bool lri_is_near(const char *word, const char *candidate);

#endif
