#include "base/map.h"

#include <stdlib.h>

#include "base/table.h"

/* The finalizer of MurmurHash3: every bit of the key reaches every bit of the result. */
static uint64_t mixed(uint64_t key) {
    key = (key ^ (key >> 33)) * 0xff51afd7ed558ccdu;
    key = (key ^ (key >> 33)) * 0xc4ceb9fe1a85ec53u;
    return key ^ (key >> 33);
}

static lri_map_slot *slot_of(lri_map_slot *slots, uint32_t capacity, uint32_t round, uint64_t key) {
    uint32_t i = (uint32_t)mixed(key) & (capacity - 1);
    while (slots[i].round == round && slots[i].key != key) i = (i + 1) & (capacity - 1);
    return &slots[i];
}

static bool grow(lri_map *map) {
    uint32_t capacity = map->capacity ? map->capacity * 2 : 64;
    if (!capacity) return false;
    lri_map_slot *slots = calloc(capacity, sizeof *slots);
    if (!slots) return false;
    for (uint32_t i = 0; i < map->capacity; i++) {
        lri_map_slot slot = map->slots[i];
        if (slot.round != map->round + 1) continue;
        slot.round = 1;
        *slot_of(slots, capacity, 1, slot.key) = slot;
    }
    free(map->slots);
    map->slots = slots;
    map->capacity = capacity;
    map->round = 0;
    return true;
}

uint32_t *lri_map_at(lri_map *map, uint64_t key) {
    if (map->count >= map->capacity / 2 && !grow(map)) return NULL;
    lri_map_slot *slot = slot_of(map->slots, map->capacity, map->round + 1, key);
    if (slot->round != map->round + 1) {
        *slot = (lri_map_slot){key, LRI_NONE, map->round + 1};
        map->count++;
    }
    return &slot->value;
}

uint32_t lri_map_find(const lri_map *map, uint64_t key) {
    if (!map->count) return LRI_NONE;
    const lri_map_slot *slot = slot_of(map->slots, map->capacity, map->round + 1, key);
    return slot->round == map->round + 1 ? slot->value : LRI_NONE;
}

void lri_map_clear(lri_map *map) {
    map->count = 0;
    if (++map->round < UINT32_MAX - 1) return;
    for (uint32_t i = 0; i < map->capacity; i++) map->slots[i].round = 0;
    map->round = 0;
}

void lri_map_free(lri_map *map) {
    free(map->slots);
    *map = (lri_map){0};
}
