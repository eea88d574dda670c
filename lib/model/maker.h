/* A catalogue in the making: what its readers share. The lists of the frozen catalogue grow here
 * first, and are copied to their final size at the end. */
#ifndef LRI_MODEL_MAKER_H
#define LRI_MODEL_MAKER_H

#include "model/reader.h"
#include "model/requirement_read.h"

typedef struct lri_maker {
    lri_reader reader;
    leerroute_catalogue *catalogue;
    const lri_value *lists[LEERROUTE_KINDS]; /* the entries of each kind; NULL where left out */
    lri_pool pool;
    LRI_VECTOR(int32_t) weeks;
    LRI_VECTOR(lri_grant) grants;
    LRI_VECTOR(uint32_t) validates;
    LRI_VECTOR(lri_suggestion) suggestions;
} lri_maker;

/* A copy in the catalogue; NULL for NULL, or without memory (remembered). */
const char *lri_maker_text(lri_maker *maker, const char *text);

/* A zeroed array in the catalogue; NULL without memory (remembered). */
void *lri_maker_array(lri_maker *maker, size_t count, size_t size);

/* Reads the offering of a number, whose id is there already. */
void lri_read_offering(lri_maker *maker, const lri_value *value, uint32_t index);

#endif
