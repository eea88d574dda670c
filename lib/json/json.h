/* JSON text to document and back. The only folder that knows jansson. */
#ifndef LRI_JSON_JSON_H
#define LRI_JSON_JSON_H

#include "base/arena.h"
#include "leerroute/leerroute.h"
#include "model/document.h"
#include "model/faults.h"

/* Writes a document as JSON: one member or item a line with an indent of two, or all on one line; a
 * newline at the end in both. *out is new (malloc); *size may be NULL. O(values), no recursion. */
leerroute_status lri_json_write(const lri_value *document, bool on_one_line, char **out,
                                size_t *size);

/* Reads a text and hands its document to `read`, whose faults and status become those of the call;
 * what is no JSON is a fault and is not handed over. */
leerroute_status lri_json_read(const char *text, size_t size, const char *source,
                               size_t source_line, leerroute_diagnostics *diagnostics,
                               leerroute_status (*read)(void *context, const lri_value *document,
                                                        lri_faults *faults),
                               void *context);

#endif
