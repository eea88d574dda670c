/* From texts to numbers: a crit-bit tree (D. J. Bernstein's; a PATRICIA trie of bits, D. R.
 * Morrison, JACM 15(4), 1968). A fork names the first bit in which the keys below it differ, so
 * that the way to a key is no longer than the key, whatever keys a hostile file is made of: there
 * is no hash to aim at.
 *
 * Keys are borrowed: they must outlive the table. */
#ifndef LRI_BASE_TABLE_H
#define LRI_BASE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vector.h"

#define LRI_NONE UINT32_MAX /* no such thing, wherever an index stands */

typedef struct lri_entry {
    const char *key;
    uint32_t value;
} lri_entry;

typedef struct lri_fork {
    size_t bit;        /* from the highest of the first byte; more than in the forks above */
    uint32_t below[2]; /* where it is 0, where it is 1: a fork, or an entry (marked) */
} lri_fork;

/* All zero is the empty table. */
typedef struct lri_table {
    LRI_VECTOR(lri_entry) entries; /* in the order of adding */
    LRI_VECTOR(lri_fork) forks;    /* fork i was made for entry i + 1, which lies below it */
    uint32_t root;
} lri_table;

/* The value of `key`, or LRI_NONE. */
uint32_t lri_table_find(const lri_table *table, const char *key);

/* The key as the table has it, which makes equal texts equal pointers; or NULL. */
const char *lri_table_key(const lri_table *table, const char *key);

/* Adds the key, unless it is there already: `*found` is then its value, else the new one. False
 * when there is no memory. */
bool lri_table_add(lri_table *table, const char *key, uint32_t value, uint32_t *found);

void lri_table_free(lri_table *table);

#endif
