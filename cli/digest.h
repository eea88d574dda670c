/* What tells two texts apart: FNV-1a of 64 bits (Fowler, Noll, Vo; RFC 9923). It notices a change
 * that was not meant to go unnoticed; whoever makes up a text with the same digest cheats only
 * himself. */
#ifndef CLI_DIGEST_H
#define CLI_DIGEST_H

#include <stddef.h>
#include <stdint.h>

#define DIGEST_START UINT64_C(0xcbf29ce484222325)

/* The digest of all before, with these bytes after it. */
static inline uint64_t digest(uint64_t before, const void *bytes, size_t size) {
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < size; i++) before = (before ^ byte[i]) * UINT64_C(0x100000001b3);
    return before;
}

#endif
