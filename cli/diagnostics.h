/* What is wrong or odd about files, as lines. */
#ifndef CLI_DIAGNOSTICS_H
#define CLI_DIAGNOSTICS_H

#include <stdio.h>

#include "messages.h"

/* One a line: FILE:POINTER: message, or FILE:LINE:POINTER: message of a line of NDJSON. */
void write_diagnostics(FILE *to, const leerroute_diagnostics *found);

#endif
