/* Memory that is given back all at once.
 *
 * An arena hands out pieces of growing blocks. A piece lives until the arena is reset (the blocks
 * stay, so that the next use allocates nothing) or freed. One arena serves one thread at a time. */
#ifndef LRI_BASE_ARENA_H
#define LRI_BASE_ARENA_H

#include <stddef.h>

typedef struct lri_block lri_block;

/* All zero is an empty arena. */
typedef struct lri_arena {
    lri_block *first;   /* the blocks in the order of their making */
    lri_block *current; /* the one that pieces are cut from; NULL before the first piece */
    size_t used;        /* bytes taken of the current block */
} lri_arena;

/* A zeroed piece of `size` bytes, aligned for any type; NULL when there is no memory. A size of 0
 * gives a piece that must not be read. */
void *lri_arena_alloc(lri_arena *arena, size_t size);

/* A zeroed array of `count` pieces of `size`; NULL too when the product overflows. */
void *lri_arena_array(lri_arena *arena, size_t count, size_t size);

/* A copy of `size` bytes with a 0 after them. */
char *lri_arena_copy(lri_arena *arena, const char *text, size_t size);

/* Gives all pieces back and keeps the blocks. */
void lri_arena_reset(lri_arena *arena);

/* Gives all back; the arena is empty afterwards. */
void lri_arena_free(lri_arena *arena);

#endif
