/*
 * Makes small valid instances that, over many seeds, use every feature of MODEL.md.
 *
 * The same seed and size give the same files on every machine. What is made is meant for the
 * oracle: small, and mostly with a deadline, but full of what is easily got wrong.
 */
#ifndef GENERATOR_H
#define GENERATOR_H

#include <jansson.h>
#include <stdint.h>

/*
 * A catalogue of `size` units and assessments (1 to 12; 5 or 6 is a good size) and an intake for
 * it, as new objects. Calls the oracle to set some deadlines and budgets at the brink.
 */
void generator_make(uint64_t seed, int size, json_t **catalogue, json_t **intake);

/* Shuffles in place all lists whose order has no meaning: all but `objective`. */
void generator_shuffle(uint64_t seed, json_t *catalogue, json_t *intake);

/* Lets nothing lapse: what was obtained may then count from another day. */
void generator_let_last(json_t *catalogue, json_t *intake);

#endif
