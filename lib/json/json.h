/* JSON text to document and back. The only folder that knows jansson. */
#ifndef LRI_JSON_JSON_H
#define LRI_JSON_JSON_H

#include "base/arena.h"
#include "leerroute/leerroute.h"
#include "model/document.h"

/* Writes a document as JSON: one member or item a line with an indent of two, or all on one line; a
 * newline at the end in both. *out is new (malloc); *size may be NULL. O(values), no recursion. */
leerroute_status lri_json_write(const lri_value *document, bool on_one_line, char **out,
                                size_t *size);

#endif
