/* Arrays that grow, for any type: LRI_VECTOR(T) v = {0}; if (lri_push(&v, item)) ...; free(v.items).
 *
 * lri_push appends a value; false when there is no memory (the vector is as it was). Growing moves
 * the items: keep indices, not pointers. */
#ifndef LRI_BASE_VECTOR_H
#define LRI_BASE_VECTOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LRI_VECTOR(type)                                                                           \
    struct {                                                                                       \
        type *items;                                                                               \
        uint32_t count, capacity;                                                                  \
    }

/* Room for `count` items of `size` in all, at least doubling. `items` is the address of a pointer to
 * any type: it is copied as bytes, which the aliasing rules allow. */
bool lri_reserve(void *items, uint32_t *capacity, uint64_t count, size_t size);

#define lri_room(vector, more)                                                                     \
    ((uint64_t)(vector)->count + (more) <= (vector)->capacity ||                                   \
     lri_reserve(&(vector)->items, &(vector)->capacity, (uint64_t)(vector)->count + (more),        \
                 sizeof *(vector)->items))

#define lri_push(vector, ...)                                                                      \
    (lri_room(vector, 1) ? ((vector)->items[(vector)->count++] = (__VA_ARGS__), true) : false)

#endif
