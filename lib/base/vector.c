#include "base/vector.h"

#include <stdlib.h>
#include <string.h>

bool lri_reserve(void *items, uint32_t *capacity, uint64_t count, size_t size) {
    if (count <= *capacity) return true;
    uint64_t wanted = *capacity ? (uint64_t)*capacity * 2 : 16;
    if (wanted < count) wanted = count;
    if (wanted > UINT32_MAX || wanted > SIZE_MAX / size) return false;
    void *grown;
    memcpy(&grown, items, sizeof grown);
    grown = realloc(grown, (size_t)wanted * size);
    if (!grown) return false;
    memcpy(items, &grown, sizeof grown);
    *capacity = (uint32_t)wanted;
    return true;
}
