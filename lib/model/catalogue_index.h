/* Who grants a thing, who asks for it: the indexes of a catalogue. */
#ifndef LRI_MODEL_CATALOGUE_INDEX_H
#define LRI_MODEL_CATALOGUE_INDEX_H

#include "model/catalogue.h"

/* Makes the givers and askers of a catalogue that has all the rest. What awards and functions
 * require lies in the pool from `first_asking_node` on, in the order of certificates, diplomas,
 * functions, and nothing else does. False: no memory. O(catalogue). */
bool lri_catalogue_index(leerroute_catalogue *catalogue, uint32_t first_asking_node);

#endif
