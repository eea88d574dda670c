/* A quick look at JSON text, before jansson is asked. */
#ifndef LRI_JSON_PLAIN_H
#define LRI_JSON_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

/* Is the text JSON beyond doubt, as jansson would accept it? It says so of nearly every right file.
 * Of a number with a fraction, an exponent or as many digits as 64 bits may lack, of half of a
 * character in an escape and of deep nesting it does not. O(size), no memory. */
bool lri_is_plain_json(const char *text, size_t size);

#endif
