/* What the unit tests share: reading fixtures, and faults as one text that a test can compare. */
#ifndef UNIT_SUPPORT_H
#define UNIT_SUPPORT_H

#include <check.h>
#include <stdbool.h>
#include <stddef.h>

#include "leerroute/leerroute.h"
#include "model/catalogue.h"
#include "model/intake.h"

/* The bytes of a file under fixtures/, with a 0 after them; a missing one fails the test. New: free. */
char *fixture(const char *path, size_t *size);

/* The same of a file in a folder under fixtures/; NULL when there is none. New: free. */
char *fixture_in(const char *folder, const char *name, size_t *size);

/* The catalogue in such a folder, and an intake in a file of one, which must be right. New: free. */
leerroute_catalogue *fixture_catalogue(const char *folder);
leerroute_intake *fixture_intake(const leerroute_catalogue *catalogue, const char *folder,
                                 const char *name);

/* A copy with " for each ': JSON that is easy on the eye in C. New: free. */
char *quoted(const char *json);

/* The diagnostics as "POINTER CODE" joined by "; ", such as "/units/0/id EMPTY"; a warning's code
 * has a "?" after it. New: free. */
char *written(const leerroute_diagnostics *diagnostics);

/* Parses JSON written with ' and gives its faults as `written` does. New: free. */
char *catalogue_faults(const char *json);
char *intake_faults(const leerroute_catalogue *catalogue, const char *json, leerroute_day today);

/* A catalogue or intake from JSON written with ', which must be right. New: free. */
leerroute_catalogue *right_catalogue(const char *json);
leerroute_intake *right_intake(const leerroute_catalogue *catalogue, const char *json);

/* A JSON text, and its faults as `written` gives them. */
typedef struct fault_row {
    const char *json, *faults;
} fault_row;

/* Calls `visit` with the name of each folder in fixtures/cases, by name; `invalid` says which. */
void each_case(bool invalid, void (*visit)(const char *folder));

/* Calls `visit` with the path of each JSON file in a folder under fixtures/, by name. */
void each_json(const char *folder, void (*visit)(const char *path));

Suite *answers_suite(void);
Suite *base_suite(void);
Suite *builder_suite(void);
Suite *calendar_suite(void);
Suite *cases_suite(void);
Suite *catalogue_suite(void);
Suite *check_suite(void);
Suite *check_routes_suite(void);
Suite *dead_ends_suite(void);
Suite *diagnostics_suite(void);
Suite *explain_suite(void);
Suite *gap_suite(void);
Suite *hostile_suite(void);
Suite *intake_suite(void);
Suite *json_suite(void);
Suite *known_suite(void);
Suite *list_suite(void);
Suite *memory_suite(void);
Suite *mutation_suite(void);
Suite *plan_suite(void);
Suite *questions_suite(void);
Suite *reasons_suite(void);
Suite *report_suite(void);
Suite *resume_suite(void);
Suite *route_suite(void);
Suite *solver_suite(void);
Suite *validate_suite(void);
Suite *vary_suite(void);

#endif
