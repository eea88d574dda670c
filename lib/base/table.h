/* From texts to numbers: an open-addressing hash table (linear probing, FNV-1a), at most half full.
 *
 * Keys are borrowed: they must outlive the table. Nothing depends on the order of the slots, so
 * hashing never shows in an answer. */
#ifndef LRI_BASE_TABLE_H
#define LRI_BASE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LRI_NONE UINT32_MAX /* no such thing, wherever an index stands */

typedef struct lri_slot {
    const char *key; /* NULL: free */
    uint32_t hash;
    uint32_t value;
} lri_slot;

/* All zero is the empty table. */
typedef struct lri_table {
    lri_slot *slots;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
} lri_table;

/* The value of `key`, or LRI_NONE. */
uint32_t lri_table_find(const lri_table *table, const char *key);

/* The key as the table has it, which makes equal texts equal pointers; or NULL. */
const char *lri_table_key(const lri_table *table, const char *key);

/* Adds the key, unless it is there already: `*found` is then its value, else the new one. False when
 * there is no memory. */
bool lri_table_add(lri_table *table, const char *key, uint32_t value, uint32_t *found);

void lri_table_free(lri_table *table);

#endif
