/* What is best without EVC: the person claims nothing, and nothing asks for an assessment. */
#include "model/intake_vary.h"
#include "plan/planner.h"

static void drop_assessments(leerroute_intake *intake) {
    for (uint32_t i = intake->include_count; i-- > 0;)
        if (intake->catalogue->activities[intake->includes[i].activity].is_assessment)
            lri_take_out(intake->includes, intake->include_count, i);
}

leerroute_status leerroute_plan_without_evc(leerroute_planner *planner,
                                            const leerroute_intake *intake,
                                            const leerroute_limits *limits,
                                            const leerroute_route **out) {
    leerroute_intake varied = {0};
    if (!planner || !intake || !out) return LEERROUTE_MISUSE;
    *out = NULL;
    if (!intake->claim_count) return LEERROUTE_OK;
    leerroute_status status = LEERROUTE_NO_MEMORY;
    if (lri_intake_vary(&varied, intake)) {
        varied.claim_count = 0;
        drop_assessments(&varied);
        status = lri_plan_with(planner, &varied, NULL, NULL, limits, out);
    }
    lri_arena_free(&varied.arena);
    return status;
}
