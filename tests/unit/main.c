/* Runs every unit test. */
#include <stdlib.h>

#include "support.h"

int main(void) {
    SRunner *runner = srunner_create(answers_suite());
    srunner_add_suite(runner, base_suite());
    srunner_add_suite(runner, builder_suite());
    srunner_add_suite(runner, calendar_suite());
    srunner_add_suite(runner, cases_suite());
    srunner_add_suite(runner, json_suite());
    srunner_add_suite(runner, known_suite());
    srunner_add_suite(runner, catalogue_suite());
    srunner_add_suite(runner, check_suite());
    srunner_add_suite(runner, check_routes_suite());
    srunner_add_suite(runner, gap_suite());
    srunner_add_suite(runner, dead_ends_suite());
    srunner_add_suite(runner, diagnostics_suite());
    srunner_add_suite(runner, explain_suite());
    srunner_add_suite(runner, hostile_suite());
    srunner_add_suite(runner, intake_suite());
    srunner_add_suite(runner, list_suite());
    srunner_add_suite(runner, memory_suite());
    srunner_add_suite(runner, mutation_suite());
    srunner_add_suite(runner, plan_suite());
    srunner_add_suite(runner, questions_suite());
    srunner_add_suite(runner, reasons_suite());
    srunner_add_suite(runner, route_suite());
    srunner_add_suite(runner, solver_suite());
    srunner_add_suite(runner, validate_suite());
    srunner_add_suite(runner, report_suite());
    srunner_add_suite(runner, resume_suite());
    srunner_add_suite(runner, vary_suite());
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
