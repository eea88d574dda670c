#include "goal.h"

#include <string.h>

#include "nearest.h"

static const char *kind_word(leerroute_kind kind) {
    return kind == LEERROUTE_DIPLOMA    ? "diploma"
           : kind == LEERROUTE_FUNCTION ? "function"
                                        : "certificate";
}

exit_code find_goal(const options *o, const leerroute_catalogue *catalogue) {
    nearest meant = {.word = o->goal_id};
    size_t count = o->goal_id ? leerroute_catalogue_count(catalogue, o->goal_kind) : 0;
    for (size_t i = 0; i < count; i++) {
        const char *id = leerroute_catalogue_id_of(catalogue, o->goal_kind, i);
        if (strcmp(id, o->goal_id) == 0) return CARRY_ON;
        consider(&meant, id);
    }
    if (!o->goal_id) return CARRY_ON;
    return complain_near(&meant, SAY_NO_SUCH_GOAL, kind_word(o->goal_kind), o->goal_id);
}

leerroute_status redirect(const options *o, leerroute_intake *intake) {
    leerroute_status status = LEERROUTE_OK;
    if (o->goal_id) status = leerroute_intake_set_goal(intake, o->goal_kind, o->goal_id);
    if (status == LEERROUTE_OK && o->objective_count)
        status = leerroute_intake_set_objective(intake, o->objective, o->objective_count);
    return status;
}
