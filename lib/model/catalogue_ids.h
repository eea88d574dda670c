/* The ids of a catalogue: their numbers, and references to those that are not there. */
#ifndef LRI_MODEL_CATALOGUE_IDS_H
#define LRI_MODEL_CATALOGUE_IDS_H

#include "model/maker.h"

enum { LRI_BAD_IDS_KEPT = 16 };

/* The entries of a kind that no reference can name, since their id is missing or no id; or a whole
 * list that could not be read. What names nothing because another id is used twice is not among
 * them: both are told. */
typedef struct lri_bad_ids {
    bool lost[LEERROUTE_KINDS];
    uint32_t count[LEERROUTE_KINDS];
    /* The first few of them that are texts, and of those that another kind of step has. */
    const char *ids[LEERROUTE_KINDS][LRI_BAD_IDS_KEPT];
    uint32_t kept[LEERROUTE_KINDS];
} lri_bad_ids;

/* Makes room for the entries of all lists and gives each id its number. O(values). */
void lri_number_ids(lri_maker *maker, lri_bad_ids *bad);

/* Reports the references to nothing, but for those that a bad id explains: a right reference to an
 * entry whose id is at fault is not a second fault. */
void lri_report_dangling(lri_maker *maker, const lri_bad_ids *bad);

#endif
