#include "base/table.h"

#include <stdlib.h>
#include <string.h>

static const uint32_t LEAF = UINT32_C(1) << 31; /* marks an entry in `below` */

static unsigned bit_of(const char *key, size_t bit) {
    return (unsigned char)key[bit / 8] >> (7 - bit % 8) & 1;
}

/* The entry that is the key's if any is. Below a fork past the end of the key all keys are longer
 * than it and begin alike: any of them will do. */
static const lri_entry *candidate(const lri_table *table, const char *key) {
    size_t length = strlen(key);
    uint32_t at = table->root;
    while (!(at & LEAF)) {
        const lri_fork *fork = &table->forks.items[at];
        if (fork->bit / 8 > length) return &table->entries.items[at + 1];
        at = fork->below[bit_of(key, fork->bit)];
    }
    return &table->entries.items[at ^ LEAF];
}

static const lri_entry *entry_of(const lri_table *table, const char *key) {
    const lri_entry *entry = table->entries.count ? candidate(table, key) : NULL;
    return entry && strcmp(entry->key, key) == 0 ? entry : NULL;
}

uint32_t lri_table_find(const lri_table *table, const char *key) {
    const lri_entry *entry = entry_of(table, key);
    return entry ? entry->value : LRI_NONE;
}

const char *lri_table_key(const lri_table *table, const char *key) {
    const lri_entry *entry = entry_of(table, key);
    return entry ? entry->key : NULL;
}

/* The first bit in which two different texts differ. */
static size_t first_difference(const char *a, const char *b) {
    size_t i = 0;
    while (a[i] == b[i]) i++;
    size_t bit = i * 8;
    while (bit_of(a, bit) == bit_of(b, bit)) bit++;
    return bit;
}

/* Hangs the newest entry in the tree, under a new fork at the bit. There is room for the fork. */
static void hang(lri_table *table, const char *key, size_t bit) {
    uint32_t *link = &table->root;
    while (!(*link & LEAF) && table->forks.items[*link].bit < bit) {
        lri_fork *fork = &table->forks.items[*link];
        link = &fork->below[bit_of(key, fork->bit)];
    }
    unsigned side = bit_of(key, bit);
    lri_fork new = {.bit = bit};
    new.below[side] = (table->entries.count - 1) | LEAF;
    new.below[!side] = *link;
    *link = table->forks.count;
    table->forks.items[table->forks.count++] = new;
}

bool lri_table_add(lri_table *table, const char *key, uint32_t value, uint32_t *found) {
    uint32_t count = table->entries.count;
    const lri_entry *near = count ? candidate(table, key) : NULL;
    if (near && strcmp(near->key, key) == 0) {
        *found = near->value;
        return true;
    }
    size_t bit = near ? first_difference(near->key, key) : 0;
    if (count >= LEAF || (near && !lri_room(&table->forks, 1))) return false;
    if (!lri_push(&table->entries, (lri_entry){key, value})) return false;
    if (near)
        hang(table, key, bit);
    else
        table->root = LEAF;
    *found = value;
    return true;
}

void lri_table_free(lri_table *table) {
    free(table->entries.items);
    free(table->forks.items);
    *table = (lri_table){0};
}
