/* An advised route, with answers to what is asked about it. */
#ifndef LRI_ASK_ADVICE_H
#define LRI_ASK_ADVICE_H

#include "ask/asking.h"
#include "ask/explain.h"
#include "model/intake_vary.h"
#include "model/route.h"

struct leerroute_advice {
    const leerroute_intake *intake;
    leerroute_route route;   /* its own */
    leerroute_route without; /* without what is expected; its own */
    bool has_without;        /* something expected counts */
    lri_arena arena;
    lri_step_reason *reasons; /* by step of the route; NULL when not asked */
    lri_why_not why_not;
    bool has_why_not;
    bool is_cut; /* a limit stopped a proof of the answers */
};

typedef struct lri_advising {
    leerroute_advice *advice;
    const leerroute_intake *intake;
    lri_asking asking;
    leerroute_intake varied;
} lri_advising;

/* Plans the varied intake, under the terms of the advised route (its first function). It allows no
 * more than the intake: then it has no better route. */
leerroute_status lri_advise_again(lri_advising *a, bool allows_no_more,
                                  const leerroute_route **out);

/* Fills in the reasons; why not the activity of advice->why_not. */
leerroute_status lri_explain(lri_advising *a);
leerroute_status lri_explain_not(lri_advising *a);

#endif
