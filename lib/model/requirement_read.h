/* From a requirement in a document to nodes of a pool. */
#ifndef LRI_MODEL_REQUIREMENT_READ_H
#define LRI_MODEL_REQUIREMENT_READ_H

#include "model/reader.h"

/* A pool that grows. */
typedef struct lri_pool {
    LRI_VECTOR(lri_requirement) nodes;
    LRI_VECTOR(lri_child) children;
    LRI_VECTOR(lri_child) open; /* children of the nodes that are still being read */
} lri_pool;

/* An empty pool but for node 0, the requirement that always holds. False: no memory. */
bool lri_pool_start(lri_pool *pool);

/* The node of a requirement; 0 where the value is NULL or at fault. The nodes of one requirement
 * lie together, its own node the last. O(values in it), recursion as deep as the document. */
uint32_t lri_read_requirement(lri_reader *reader, lri_pool *pool, const lri_value *value);

/* Copies the pool to its final size. False: no memory. */
bool lri_pool_freeze(const lri_pool *pool, lri_arena *arena, lri_requirements *out);

void lri_pool_free(lri_pool *pool);

#endif
