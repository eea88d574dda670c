#include "base/sort.h"

static void swap(char *a, char *b, size_t size) {
    for (size_t i = 0; i < size; i++) {
        char byte = a[i];
        a[i] = b[i];
        b[i] = byte;
    }
}

/* Lets the item at `root` sink until none below it is larger. */
static void sink(char *items, size_t root, size_t count, size_t size,
                 int (*compare)(const void *a, const void *b)) {
    for (size_t child; (child = 2 * root + 1) < count; root = child) {
        char *larger = items + child * size, *parent = items + root * size;
        if (child + 1 < count && compare(larger + size, larger) > 0) {
            child++;
            larger += size;
        }
        if (compare(larger, parent) <= 0) return;
        swap(larger, parent, size);
    }
}

void lri_sort(void *items, size_t count, size_t size,
              int (*compare)(const void *a, const void *b)) {
    char *bytes = items;
    for (size_t root = count / 2; root-- > 0;) sink(bytes, root, count, size, compare);
    for (size_t last = count; last-- > 1;) {
        swap(bytes, bytes + last * size, size);
        sink(bytes, 0, last, size, compare);
    }
}
