#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct lri_block {
    lri_block *next;
    size_t size;
    alignas(max_align_t) unsigned char bytes[];
};

enum { FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 64 * 1024 };

static size_t rounded(size_t size) {
    const size_t align = alignof(max_align_t);
    return (size + align - 1) / align * align;
}

/* Moves on to the next block that is large enough, made here when there is none. The blocks keep
 * their order, so that the same pieces find the same places after a reset and nothing is allocated.
 * Blocks double up to a size that malloc still takes from memory that was used before. */
static lri_block *next_block(lri_arena *arena, size_t size) {
    lri_block **link = arena->current ? &arena->current->next : &arena->first;
    size_t wanted = FIRST_BLOCK;
    while (*link && (*link)->size < size) link = &(*link)->next;
    if (!*link) {
        if (arena->current) wanted = arena->current->size * 2;
        if (wanted > LARGEST_BLOCK) wanted = LARGEST_BLOCK;
        if (wanted < size) wanted = size;
        if (wanted > SIZE_MAX - sizeof(lri_block)) return NULL;
        lri_block *block = malloc(sizeof *block + wanted);
        if (!block) return NULL;
        block->size = wanted;
        block->next = NULL;
        *link = block;
    }
    arena->current = *link;
    arena->used = 0;
    return *link;
}

void *lri_arena_alloc(lri_arena *arena, size_t size) {
    if (size > SIZE_MAX / 2) return NULL;
    size = rounded(size ? size : 1);
    lri_block *block = arena->current;
    if (!block || block->size - arena->used < size) {
        block = next_block(arena, size);
        if (!block) return NULL;
    }
    void *piece = block->bytes + arena->used;
    arena->used += size;
    memset(piece, 0, size);
    return piece;
}

void *lri_arena_array(lri_arena *arena, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) return NULL;
    return lri_arena_alloc(arena, count * size);
}

char *lri_arena_copy(lri_arena *arena, const char *text, size_t size) {
    if (size == SIZE_MAX) return NULL;
    char *copy = lri_arena_alloc(arena, size + 1);
    if (copy && size) memcpy(copy, text, size);
    return copy;
}

void lri_arena_reset(lri_arena *arena) {
    arena->current = NULL;
    arena->used = 0;
}

void lri_arena_free(lri_arena *arena) {
    for (lri_block *block = arena->first, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    *arena = (lri_arena){0};
}
