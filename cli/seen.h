/* Which ids were seen before, in about ten bytes an id: of each only a hash of 63 bits is kept. Of
 * a million ids two have the same one in a run out of ten million; one of them is then said to be
 * repeated while it is not, and nothing else comes of it. */
#ifndef CLI_SEEN_H
#define CLI_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All zero has seen nothing. */
typedef struct seen {
    uint64_t *sorted; /* a hash shifted by one; the lowest bit: seen more than once */
    size_t count;
    uint64_t *recent; /* a hash table with open addressing, at most half full; 0 is empty */
    size_t recent_count, room;
} seen;

typedef enum sight { SEEN_FIRST, SEEN_AGAIN, SEEN_OFTEN, SEEN_NO_MEMORY } sight;

/* Sees an id: for the first time, the second time, or yet another time. Amortized O(log ids). */
sight see(seen *s, const char *id);

void free_seen(seen *s);

#endif
