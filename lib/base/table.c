#include "base/table.h"

#include <stdlib.h>
#include <string.h>

static uint32_t hash_of(const char *key) {
    uint32_t hash = 2166136261u;
    for (; *key; key++) hash = (hash ^ (unsigned char)*key) * 16777619u;
    return hash;
}

/* The slot of the key, or the free one where it would go. The table is never full. */
static lri_slot *slot_of(lri_slot *slots, size_t capacity, const char *key, uint32_t hash) {
    size_t i = hash & (capacity - 1);
    while (slots[i].key && (slots[i].hash != hash || strcmp(slots[i].key, key) != 0))
        i = (i + 1) & (capacity - 1);
    return &slots[i];
}

/* The slot that has the key, or NULL. */
static const lri_slot *taken_slot(const lri_table *table, const char *key) {
    if (!table->count) return NULL;
    const lri_slot *slot = slot_of(table->slots, table->capacity, key, hash_of(key));
    return slot->key ? slot : NULL;
}

uint32_t lri_table_find(const lri_table *table, const char *key) {
    const lri_slot *slot = taken_slot(table, key);
    return slot ? slot->value : LRI_NONE;
}

const char *lri_table_key(const lri_table *table, const char *key) {
    const lri_slot *slot = taken_slot(table, key);
    return slot ? slot->key : NULL;
}

static bool grow(lri_table *table) {
    size_t capacity = table->capacity ? table->capacity * 2 : 16;
    lri_slot *slots = calloc(capacity, sizeof *slots);
    if (!slots) return false;
    for (size_t i = 0; i < table->capacity; i++) {
        const lri_slot *old = &table->slots[i];
        if (old->key) *slot_of(slots, capacity, old->key, old->hash) = *old;
    }
    free(table->slots);
    table->slots = slots;
    table->capacity = capacity;
    return true;
}

bool lri_table_add(lri_table *table, const char *key, uint32_t value, uint32_t *found) {
    if (table->count * 2 >= table->capacity && !grow(table)) return false;
    uint32_t hash = hash_of(key);
    lri_slot *slot = slot_of(table->slots, table->capacity, key, hash);
    if (!slot->key) {
        *slot = (lri_slot){key, hash, value};
        table->count++;
    }
    *found = slot->value;
    return true;
}

void lri_table_free(lri_table *table) {
    free(table->slots);
    *table = (lri_table){0};
}
