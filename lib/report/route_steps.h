/* The steps of a route as a table on a page: when, what, where, hours a week, cost, what it proves.
 */
#ifndef LRI_REPORT_ROUTE_STEPS_H
#define LRI_REPORT_ROUTE_STEPS_H

#include "model/route.h"
#include "report/page.h"

void lri_write_steps(lri_page *page, const leerroute_route *route, const leerroute_intake *intake);

/* The same of one of several routes, that of a number from 1 on; 0 is that of no number. */
void lri_write_steps_of(lri_page *page, const leerroute_route *route,
                        const leerroute_intake *intake, uint32_t number);

/* What a unit or assessment proves to this person: "A; B", or "" when nothing by itself. */
const char *lri_proves(lri_page *page, const leerroute_intake *intake, uint32_t activity);

#endif
