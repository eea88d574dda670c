/* Another goal and another objective than those of the intake, as the options give them. */
#ifndef CLI_GOAL_H
#define CLI_GOAL_H

#include "options.h"

/* Does the catalogue have the goal? CARRY_ON, or EXIT_USAGE, said. */
exit_code find_goal(const options *o, const leerroute_catalogue *catalogue);

/* Replaces those of the intake. */
leerroute_status redirect(const options *o, leerroute_intake *intake);

#endif
