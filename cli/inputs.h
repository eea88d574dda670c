/* The catalogue and the intake that a command works on, and the route that a command may read. */
#ifndef CLI_INPUTS_H
#define CLI_INPUTS_H

#include "options.h"

typedef struct inputs {
    leerroute_diagnostics *found;
    leerroute_catalogue *catalogue;
    leerroute_intake *intake;
    uint64_t catalogue_digest; /* of its text */
} inputs;

/* Read and parse; faults and warnings go to standard error. CARRY_ON, or EXIT_INPUT or EXIT_FAILED,
 * said. Whatever the answer: close_inputs. */
exit_code open_catalogue(const options *o, inputs *in);
/* The same, and of the first operand: with the fixed points, the goal and the objective of the
 * options, or EXIT_USAGE, said. */
exit_code open_inputs(const options *o, inputs *in);
exit_code open_route(const char *name, inputs *in, leerroute_route **out); /* one with steps */
void close_inputs(inputs *in);

/* The day that warnings count from: today, or that of SOURCE_DATE_EPOCH. */
leerroute_day today(void);

/* The style of an answer: as the options say, as wide as the terminal that it goes to. */
leerroute_style style_of(const options *o);

/* Writes an answer of the library where the options say, and frees it: the code, or EXIT_FAILED. */
exit_code answer(const options *o, leerroute_status status, char *bytes, size_t size,
                 exit_code code);

#endif
