/* The word that was probably meant. */
#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

typedef struct nearest {
    const char *word; /* what was written */
    const char *best; /* the nearest so far, or NULL: none is near */
    int slips;        /* of `best` */
} nearest;

/* Looks whether a candidate is nearer than the best before it. O(their lengths multiplied). */
void consider(nearest *n, const char *candidate);

#endif
