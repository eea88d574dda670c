/* From 64-bit keys to numbers: an open-addressing hash table, at most half full, that can be emptied
 * without giving its memory back. Nothing depends on the order of the slots. */
#ifndef LRI_BASE_MAP_H
#define LRI_BASE_MAP_H

#include <stdbool.h>
#include <stdint.h>

typedef struct lri_map_slot {
    uint64_t key;
    uint32_t value;
    uint32_t round; /* taken when equal to the map's */
} lri_map_slot;

/* All zero is the empty map. */
typedef struct lri_map {
    lri_map_slot *slots;
    uint32_t capacity; /* a power of two, or 0 */
    uint32_t count;
    uint32_t round; /* of what is in now, less 1: emptying is counting on */
} lri_map;

/* The place of the key's value, made with LRI_NONE when the key is new; NULL when there is no memory.
 * Valid until the next call. */
uint32_t *lri_map_at(lri_map *map, uint64_t key);

/* The value of the key, or LRI_NONE. */
uint32_t lri_map_find(const lri_map *map, uint64_t key);

void lri_map_clear(lri_map *map);
void lri_map_free(lri_map *map);

#endif
