/* What differs between two routes in finish, cost, study hours and what comes first, in words: "2
 * weken later, € 300 goedkoper, 4 studie-uren meer". */
#ifndef LRI_REPORT_DIFFERENCE_H
#define LRI_REPORT_DIFFERENCE_H

#include "model/route.h"
#include "report/page.h"

/* How `route` differs from `other`. With `rates`, also what a week or an hour buys. */
const char *lri_difference(lri_page *page, const leerroute_route *route,
                           const leerroute_route *other, bool rates);

#endif
