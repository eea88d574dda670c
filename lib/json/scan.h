/* Our own reading of JSON text that was accepted, which keeps what jansson's tree does not:
 * every member of an object, also those whose key is repeated, and where each value stands. */
#ifndef LRI_JSON_SCAN_H
#define LRI_JSON_SCAN_H

#include "model/document.h"
#include "model/faults.h"

/* The text as a document whose places are offsets in it. The text must be right JSON, of less than
 * 4 GB; what is not right gives some document or other. NULL: no memory. O(size), no recursion. */
lri_value *lri_scan(const char *text, size_t size, lri_arena *arena);

/* Fills in line and column of each fault, from its place: both from 1, columns in characters. */
void lri_locate(const char *text, size_t size, lri_faults *faults);

#endif
