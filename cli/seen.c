/* What is new goes into a small hash table. When that is full it is sorted and merged into one
 * large sorted array, in place; its size is an eighth of that array. No moment needs both an old
 * and a new large table, as growing a hash table would. */
#include "seen.h"

#include <stdlib.h>
#include <string.h>

#include "digest.h"

enum { LEAST_ROOM = 1024 };

/* FNV-1a leaves the last byte in the low bits; so does nobody who searches or places by these. */
static uint64_t hash_of(const char *id) {
    uint64_t h = digest(DIGEST_START, id, strlen(id));
    h = (h ^ (h >> 32)) * UINT64_C(0x9e3779b97f4a7c15);
    h &= ~UINT64_C(1);
    return h ? h : 2;
}

/* The place in the sorted array, or NULL. */
static uint64_t *find_sorted(const seen *s, uint64_t hash) {
    size_t low = 0, high = s->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((s->sorted[middle] & ~UINT64_C(1)) < hash)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < s->count && (s->sorted[low] & ~UINT64_C(1)) == hash;
    return found ? &s->sorted[low] : NULL;
}

/* The place in the hash table: its own, or the empty one where it belongs. */
static uint64_t *find_recent(const seen *s, uint64_t hash) {
    size_t i = (size_t)(hash >> 20) & (s->room - 1);
    while (s->recent[i] && (s->recent[i] & ~UINT64_C(1)) != hash) i = (i + 1) & (s->room - 1);
    return &s->recent[i];
}

static int compare(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Moves what is recent into the sorted array, and makes the table as large as it may be. */
static bool merge(seen *s) {
    size_t n = 0, total = s->count + s->recent_count;
    uint64_t *sorted = realloc(s->sorted, (total ? total : 1) * sizeof *sorted);
    if (!sorted) return false;
    s->sorted = sorted;
    for (size_t i = 0; i < s->room; i++)
        if (s->recent[i]) s->recent[n++] = s->recent[i];
    if (n > 1) qsort(s->recent, n, sizeof *s->recent, compare);
    for (size_t to = total, from = s->count; n > 0;)
        sorted[--to] =
            from > 0 && sorted[from - 1] > s->recent[n - 1] ? sorted[--from] : s->recent[--n];
    s->count = total;
    s->recent_count = 0;
    free(s->recent);
    s->room = LEAST_ROOM;
    while (s->room < total / 8) s->room *= 2;
    s->recent = calloc(s->room, sizeof *s->recent);
    if (!s->recent) s->room = 0;
    return s->recent != NULL;
}

sight see(seen *s, const char *id) {
    uint64_t hash = hash_of(id);
    if (2 * (s->recent_count + 1) > s->room && !merge(s)) return SEEN_NO_MEMORY;
    uint64_t *place = find_sorted(s, hash);
    if (!place) place = find_recent(s, hash);
    if (*place == 0) {
        *place = hash;
        s->recent_count++;
        return SEEN_FIRST;
    }
    sight sighted = *place & 1 ? SEEN_OFTEN : SEEN_AGAIN;
    *place |= 1;
    return sighted;
}

void free_seen(seen *s) {
    free(s->sorted);
    free(s->recent);
    *s = (seen){0};
}
