/* A document: the neutral tree that a catalogue or an intake is read from.
 *
 * JSON becomes one (json/), and so does what a program builds (leerroute_builder): there is one
 * reader for both, and its faults name the same places. Text is UTF-8 without NUL. A tree lives in
 * the arena that it was made in. */
#ifndef LRI_MODEL_DOCUMENT_H
#define LRI_MODEL_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef enum lri_value_kind {
    LRI_OBJECT,
    LRI_LIST,
    LRI_TEXT,
    LRI_INTEGER,
    LRI_REAL, /* a number with a fraction or exponent: never right, kept to be named in a fault */
    LRI_BOOLEAN,
    LRI_NULL
} lri_value_kind;

typedef struct lri_value {
    lri_value_kind kind;
    const char *key;  /* of a member of an object; else NULL */
    const char *text; /* of LRI_TEXT */
    int64_t integer;  /* of LRI_INTEGER; 0 or 1 of LRI_BOOLEAN */
    double real;      /* of LRI_REAL */
    struct lri_value *parent, *next, *first, *last; /* members and items, in order */
    uint32_t count;                                 /* of members or items */
    uint32_t position; /* of an item in its list */
} lri_value;

/* A new value, appended to `parent` (NULL for the root) under `key` (borrowed; NULL in a list). NULL
 * when there is no memory. */
lri_value *lri_value_new(lri_arena *arena, lri_value *parent, const char *key, lri_value_kind kind);

/* The first member with the key, or NULL. O(members). */
const lri_value *lri_value_member(const lri_value *object, const char *key);

#endif
