/* Again, later: the intake of a person who has followed a route up to a day. */
#ifndef LRI_ASK_RESUME_H
#define LRI_ASK_RESUME_H

#include "model/route.h"

/* leerroute_resume into a variation of the intake (see intake_vary.h). *misfit is written where a
 * deviation does not fit, and only then. */
leerroute_status lri_resume(leerroute_intake *now, const leerroute_intake *intake,
                            const leerroute_route *route, lri_day on,
                            const leerroute_deviation *deviations, size_t count,
                            leerroute_misfit *misfit);

#endif
