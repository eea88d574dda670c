/* What the goal asks, against how the person stands: what both forms of the answer go by. */
#ifndef LRI_REPORT_GAP_H
#define LRI_REPORT_GAP_H

#include "report/standing.h"

typedef enum lri_state {
    LRI_HELD,    /* in the week of the start: granted, expected or to be taken as held */
    LRI_COMING,  /* from a later week on, without a step */
    LRI_CLAIMED, /* a competence that the person can do at this level but has not proved */
    LRI_MISSING
} lri_state;

typedef struct lri_gap {
    lri_standing standing;
    uint32_t goal; /* the part */
} lri_gap;

lri_state lri_part_state(const lri_gap *gap, uint32_t part);

/* The claim that is worth telling of a thing, at whatever level: of a competence that is neither
 * held nor coming; else NULL. */
const lri_claim *lri_thing_claim(const lri_gap *gap, const lri_thing *thing);

/* Is the giver an assessment that could prove what is claimed at the level of the thing, with an
 * offering that the limits allow? */
bool lri_can_prove(const lri_gap *gap, const lri_giver *giver, const lri_thing *thing);

/* The highest level below the thing's at which the competence is held at the start; 0: none. */
uint8_t lri_held_below(const lri_gap *gap, const lri_thing *thing);

/* The last day on which the thing counts before it lapses; -1 where it does not. */
lri_day lri_last_day(const lri_gap *gap, const lri_thing *thing);

leerroute_status lri_gap_json(const lri_gap *gap, char **out, size_t *size);
leerroute_status lri_gap_text(const lri_gap *gap, const leerroute_style *style, char **out,
                              size_t *size);

#endif
