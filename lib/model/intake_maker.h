/* An intake in the making: what its readers share. */
#ifndef LRI_MODEL_INTAKE_MAKER_H
#define LRI_MODEL_INTAKE_MAKER_H

#include "model/intake.h"
#include "model/reader.h"

typedef struct lri_intake_maker {
    lri_reader reader;
    leerroute_intake *intake;
} lri_intake_maker;

/* A copy in the intake; NULL for NULL, or without memory (remembered). */
const char *lri_intake_text(lri_intake_maker *maker, const char *text);

/* A zeroed array in the intake; NULL without memory (remembered). */
void *lri_intake_array(lri_intake_maker *maker, size_t count, size_t size);

/* Reads the capacity with its periods. */
void lri_read_capacity(lri_intake_maker *maker, const lri_value *value);

/* Reads what is under way (NULL: nothing) and the limits (NULL: none), which hang together: nothing
 * under way can be included. */
void lri_read_limits(lri_intake_maker *maker, const lri_value *under_way, const lri_value *limits);

/* Adds the warnings about an intake that is right. */
void lri_intake_warn(lri_intake_maker *maker, const lri_value *document, lri_day today);

#endif
