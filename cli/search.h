/* What the commands that plan share: another goal and objective, limits, the interrupt signal. */
#ifndef CLI_SEARCH_H
#define CLI_SEARCH_H

#include "inputs.h"

/* Asks the library a question and writes the answer. */
typedef exit_code (*searcher)(const options *o, const inputs *in, leerroute_planner *planner,
                              const leerroute_limits *limits);

/* Reads the files, and asks. A time limit and the interrupt signal end the search early; the best
 * so far is the answer then. */
exit_code run_search(const options *o, searcher ask);

/* After the question, before its answer: says what went wrong, what was asked of the search, or
 * that it was stopped. CARRY_ON, or EXIT_FAILED, said. */
exit_code note_search(const options *o, const leerroute_planner *planner, leerroute_status status);

/* What an outcome is as an exit code. */
exit_code code_of(leerroute_outcome outcome);

#endif
