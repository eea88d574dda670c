/* Why there is no route: what nothing can give, or else what would have to be lifted. */
#ifndef LRI_ASK_REASONS_H
#define LRI_ASK_REASONS_H

#include "ask/asking.h"
#include "ask/lifts.h"
#include "model/route.h"

enum { LRI_REASONS_MOST = 10 };

/* Why a leaf cannot be had, whatever is lifted. */
typedef enum lri_why {
    LRI_WHY_NOTHING, /* nothing gives it */
    LRI_WHY_PAST,    /* all that gives it can begin in no week any more */
    LRI_WHY_CIRCLE,  /* it asks for itself in a circle */
    LRI_WHY_BEYOND,  /* not within ten years, or not all at once */
    LRI_WHY_PART,    /* something far below it cannot be had */
    LRI_WHYS
} lri_why;

typedef struct lri_dead_end {
    lri_requirement leaf; /* LRI_ALL: the goal as a whole */
    lri_why why;
} lri_dead_end;

/* A lift at its smallest: `from` and `to` are hours, steps, euros or days, by its kind. */
typedef struct lri_change {
    lri_lift lift;
    int64_t from, to;
    lri_capacity period;         /* of LRI_LIFT_PERIOD: what it takes */
    uint32_t first_added, added; /* of a list: the texts that it takes */
} lri_change;

/* A smallest set of lifts that makes a route possible, and what the best one is then. */
typedef struct lri_reason {
    uint32_t first, count; /* changes */
    lri_day finish;
    int64_t cost_eur, study_hours;
} lri_reason;

struct leerroute_reasons {
    const leerroute_intake *intake;
    bool is_whole; /* no limit stopped it */
    LRI_VECTOR(lri_dead_end) dead_ends;
    LRI_VECTOR(lri_reason) reasons;
    LRI_VECTOR(lri_change) changes;
    LRI_VECTOR(const char *) added;
};

/* What the parts of the question share. */
typedef struct lri_reasoning {
    lri_asking asking;
    const leerroute_intake *intake;
    leerroute_reasons *reasons;
    lri_lifts lifts;
    leerroute_intake varied;      /* the variation that is asked of */
    const leerroute_route *route; /* what was found of it last */
    leerroute_status status;
} lri_reasoning;

/* Is there a route for the intake? When a limit stopped that, or memory lacked, not as far as is
 * known: then the reasons are not whole, or the status says it. */
bool lri_exists(lri_reasoning *reasoning, const leerroute_intake *intake);

/* Is it proved that there is none? */
bool lri_is_refuted(lri_reasoning *reasoning, const leerroute_intake *intake);

/* Finds what cannot be had even when all is lifted: `varied` is the lenient variation of that. */
void lri_find_dead_ends(lri_reasoning *reasoning);

/* Adds a set of lifts as a reason, each at its smallest. */
void lri_tighten(lri_reasoning *reasoning, const bool *is_lifted);

#endif
