/* From a document to a frozen catalogue. */
#ifndef LRI_MODEL_CATALOGUE_READ_H
#define LRI_MODEL_CATALOGUE_READ_H

#include "leerroute/leerroute.h"
#include "model/document.h"
#include "model/faults.h"

/* Reads a catalogue; *out is new on LEERROUTE_OK, else NULL and the faults say why. O(values). */
leerroute_status lri_catalogue_read(const lri_value *document, lri_faults *faults,
                                    leerroute_catalogue **out);

#endif
