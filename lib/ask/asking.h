/* A question in the asking: its plans share one planner and the limits of the whole question. */
#ifndef LRI_ASK_ASKING_H
#define LRI_ASK_ASKING_H

#include "plan/planner.h"

typedef struct lri_asking {
    leerroute_planner *planner;
    leerroute_limits limits; /* of the next plan: its nodes are those that are left */
    bool is_cut;             /* a limit stopped the proof of a plan */
    bool is_single;          /* one plan answers it: what it finds is of no use to another */
    lri_known known;         /* what its plans found */
} lri_asking;

/* `limits` may be NULL. Give its memory back with lri_ask_end. */
lri_asking lri_ask_begin(leerroute_planner *planner, const leerroute_limits *limits);

void lri_ask_end(lri_asking *asking);

/* Plans once more, with conditions or NULL. The route is the planner's until its next plan. When
 * the nodes of the question are used up, one is left to each plan, which answers what takes no
 * more. */
leerroute_status lri_ask(lri_asking *asking, const leerroute_intake *intake,
                         const lri_conditions *conditions, const leerroute_route **out);

#endif
