/* Sorting in place. qsort may allocate, and not say so when it cannot: a plan does neither. */
#ifndef LRI_BASE_SORT_H
#define LRI_BASE_SORT_H

#include <stddef.h>

/* As qsort does: heapsort (Williams, Floyd 1964), O(count log count) whatever the order. Equal
 * items come in any order, but in the same one every time. */
void lri_sort(void *items, size_t count, size_t size, int (*compare)(const void *a, const void *b));

#endif
