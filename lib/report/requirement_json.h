/* A requirement as it stands in a file, whether it was read there or set by a call. */
#ifndef LRI_REPORT_REQUIREMENT_JSON_H
#define LRI_REPORT_REQUIREMENT_JSON_H

#include "model/catalogue.h"
#include "report/tree.h"

/* Adds the requirement of a node; a level or weight is left out where it is the default, so that
 * the same requirement is the same text. Recursion as deep as the document that it came from. */
void lri_tree_requirement(lri_tree *tree, lri_value *parent, const char *key,
                          const leerroute_catalogue *catalogue, const lri_requirements *pool,
                          uint32_t node);

#endif
