/* A document: the neutral tree that a catalogue or an intake is read from.
 *
 * JSON becomes one (json/), and so does what a program builds (leerroute_builder): there is one
 * reader for both, and its faults name the same places. Text is UTF-8 without NUL. A tree lives in
 * the arena that it was made in. An object keeps every member, also those whose key is repeated:
 * the reader says so. */
#ifndef LRI_MODEL_DOCUMENT_H
#define LRI_MODEL_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/* The deepest nesting of a document: as deep as jansson goes. What reads a tree by recursion is
 * bounded by it. */
enum { LRI_DEPTH_MAX = 2048 };

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
    uint32_t count;     /* of members or items */
    uint32_t position;  /* of an item in its list */
    uint32_t place;     /* where the value stands: grows through the document; a byte of its text */
    uint32_t key_place; /* ... and its key: not more than `place`, after all that comes before */
    const char *key;    /* of a member of an object; else NULL */
    struct lri_value *parent, *next, *first; /* members and items, in order */
    union {
        const char *text;       /* of LRI_TEXT; of LRI_REAL the number as it was written */
        int64_t integer;        /* of LRI_INTEGER; 0 or 1 of LRI_BOOLEAN */
        struct lri_value *last; /* of LRI_OBJECT and LRI_LIST */
    };
} lri_value;

/* A new value, appended to `parent` (NULL for the root) under `key` (borrowed; NULL in a list).
 * NULL when there is no memory. */
lri_value *lri_value_new(lri_arena *arena, lri_value *parent, const char *key, lri_value_kind kind);

/* The first member with the key, or NULL; also NULL of what is no object. O(members). */
const lri_value *lri_value_member(const lri_value *object, const char *key);

/* Appends the JSON pointer (RFC 6901) to the value; where that is very long, to what it lies in. */
void lri_value_pointer(lri_text *text, const lri_value *value);

/* Appends a value as a sentence names it: a text as it is, a number as written, true, false or
 * null; of a list or object "[...]" or "{...}". */
void lri_value_show(lri_text *text, const lri_value *value);

#endif
