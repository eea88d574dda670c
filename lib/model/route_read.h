/* From a document to a route, for the checker. */
#ifndef LRI_MODEL_ROUTE_READ_H
#define LRI_MODEL_ROUTE_READ_H

#include "model/document.h"
#include "model/faults.h"
#include "model/route.h"

/* Reads a route's form; what it names may not exist, and is not looked up where `catalogue` is
 * NULL. *out is new on LEERROUTE_OK, else NULL and the faults say why. O(values). */
leerroute_status lri_route_read(const lri_value *document, const leerroute_catalogue *catalogue,
                                lri_faults *faults, leerroute_route **out);

#endif
