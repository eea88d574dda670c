/* What a route need not teach: of all that the goal and the steps ask, what follows from what the
 * person holds, by the evidence for it. What a step teaches again, since it lapses, is left out;
 * which alternatives the route takes is not looked at. */
#ifndef LRI_REPORT_ROUTE_SETTLED_H
#define LRI_REPORT_ROUTE_SETTLED_H

#include "model/route.h"
#include "report/page.h"

void lri_write_settled(lri_page *page, const leerroute_route *route,
                       const leerroute_intake *intake);

#endif
