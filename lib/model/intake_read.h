/* From a document to a frozen intake. */
#ifndef LRI_MODEL_INTAKE_READ_H
#define LRI_MODEL_INTAKE_READ_H

#include "model/document.h"
#include "model/faults.h"
#include "model/intake.h"

/* Reads an intake; *out is new on LEERROUTE_OK, else NULL and the faults say why. With a NULL
 * catalogue references are not looked up, and *out is NULL. `today` as in leerroute_intake_parse.
 */
leerroute_status lri_intake_read(const lri_value *document, const leerroute_catalogue *catalogue,
                                 lri_day today, lri_faults *faults, leerroute_intake **out);

#endif
