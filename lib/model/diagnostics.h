/* Faults and warnings as a list: gathered in any order, kept in the order of the document. */
#ifndef LRI_MODEL_DIAGNOSTICS_H
#define LRI_MODEL_DIAGNOSTICS_H

#include "leerroute/leerroute.h"

#endif
