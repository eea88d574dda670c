/* The list of diagnostics that a program owns: what the readers of its sources found, each source's
 * faults one after the other. */
#ifndef LRI_MODEL_DIAGNOSTICS_H
#define LRI_MODEL_DIAGNOSTICS_H

#include "leerroute/leerroute.h"
#include "model/faults.h"

/* Appends the faults of one source and frees them. LEERROUTE_NO_MEMORY or the faults' status.
 * `diagnostics` may be NULL. */
leerroute_status lri_diagnostics_take(leerroute_diagnostics *diagnostics, lri_faults *faults,
                                      const char *source, size_t source_line);

#endif
