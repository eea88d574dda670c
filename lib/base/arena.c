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

enum { FIRST_BLOCK = 16 * 1024 };

static size_t rounded(size_t size) {
    const size_t align = alignof(max_align_t);
    return (size + align - 1) / align * align;
}

/* Moves on to the next block, made here when there is none that is large enough. Blocks double, so
 * that n bytes take about log n calls of malloc. */
static lri_block *next_block(lri_arena *arena, size_t size) {
    lri_block **link = arena->current ? &arena->current->next : &arena->first;
    if (!*link || (*link)->size < size) {
        size_t wanted = arena->current ? arena->current->size * 2 : FIRST_BLOCK;
        if (wanted < size) wanted = size;
        if (wanted > SIZE_MAX - sizeof(lri_block)) return NULL;
        lri_block *block = malloc(sizeof *block + wanted);
        if (!block) return NULL;
        block->size = wanted;
        block->next = *link;
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
