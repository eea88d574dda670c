/* Planner and brute force agree on generated instances: status and measures, also with the lists of
 * the files shuffled; and the planner says the same bytes twice.
 *
 *     agree FIRST COUNT SIZE */
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "generator.h"
#include "leerroute/leerroute.h"
#include "oracle.h"

enum { ORACLE_NODES = 400000 };

typedef struct tally {
    unsigned optimal, none, skipped, wrong;
} tally;

static void complain(uint64_t seed, int size, const char *what, const json_t *planned,
                     const json_t *expected) {
    char *said = planned ? json_dumps(planned, 0) : NULL;
    char *wanted = expected ? json_dumps(expected, 0) : NULL;
    printf("seed %" PRIu64 " size %d: %s\n  planner: %s\n  oracle:  %s\n", seed, size, what,
           said ? said : "-", wanted ? wanted : "-");
    free(said);
    free(wanted);
}

/* The route file that the planner gives, as text; NULL, after a word, when there is none. */
static char *plan(leerroute_planner *planner, const json_t *catalogue_json,
                  const json_t *intake_json) {
    char *catalogue_text = json_dumps(catalogue_json, 0), *intake_text = json_dumps(intake_json, 0);
    leerroute_catalogue *catalogue = NULL;
    leerroute_intake *intake = NULL;
    const leerroute_route *route;
    const leerroute_style style = {.format = LEERROUTE_JSON};
    char *out = NULL;
    leerroute_status status = leerroute_catalogue_parse(catalogue_text, strlen(catalogue_text),
                                                        "catalogue", NULL, &catalogue);
    if (status == LEERROUTE_OK)
        status = leerroute_intake_parse(catalogue, intake_text, strlen(intake_text), "intake", 0, 0,
                                        NULL, &intake);
    if (status == LEERROUTE_OK) status = leerroute_plan(planner, intake, NULL, &route);
    if (status == LEERROUTE_OK) status = leerroute_route_write(route, intake, &style, &out, NULL);
    if (status != LEERROUTE_OK) printf("the library says %d\n", (int)status);
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
    free(catalogue_text);
    free(intake_text);
    return out;
}

static bool same(const json_t *route, const char *key, const json_t *measures, const char *name) {
    const json_t *wanted = json_object_get(measures, name);
    return !wanted || json_equal(json_object_get(route, key), wanted);
}

/* Does the route have the status and measures that are expected? */
static bool agrees(const char *text, const json_t *expected, json_t **route) {
    *route = text ? json_loads(text, 0, NULL) : NULL;
    const json_t *measures = json_object_get(expected, "measures");
    return *route &&
           json_equal(json_object_get(*route, "status"), json_object_get(expected, "status")) &&
           same(*route, "finish", measures, "finish") &&
           same(*route, "cost_eur", measures, "cost") &&
           same(*route, "study_hours", measures, "hours");
}

static void expect(tally *t, leerroute_planner *planner, uint64_t seed, int size,
                   const json_t *catalogue, const json_t *intake, const json_t *expected,
                   const char *what) {
    json_t *route;
    char *once = plan(planner, catalogue, intake), *twice = plan(planner, catalogue, intake);
    if (!agrees(once, expected, &route)) {
        complain(seed, size, what, route, expected);
        t->wrong++;
    } else if (!twice || strcmp(once, twice) != 0) {
        complain(seed, size, "other bytes the second time", route, expected);
        t->wrong++;
    }
    json_decref(route);
    leerroute_text_free(once);
    leerroute_text_free(twice);
}

static void try_seed(tally *t, leerroute_planner *planner, uint64_t seed, int size) {
    json_t *catalogue, *intake;
    struct oracle_options options = {.nodes = ORACLE_NODES};
    struct oracle_result result;
    generator_make(seed, size, &catalogue, &intake);
    oracle_solve(catalogue, intake, &options, &result);
    json_t *expected = oracle_to_json(&result, intake);
    if (result.status == ORACLE_TOO_LARGE) {
        t->skipped++;
    } else {
        t->optimal += result.status == ORACLE_OPTIMAL;
        t->none += result.status == ORACLE_NONE;
        expect(t, planner, seed, size, catalogue, intake, expected, "another answer");
        generator_shuffle(seed, catalogue, intake);
        expect(t, planner, seed, size, catalogue, intake, expected, "another answer when shuffled");
    }
    json_decref(expected);
    oracle_free(&result);
    json_decref(catalogue);
    json_decref(intake);
}

int main(int argc, char **argv) {
    if (argc != 4) {
        fputs("usage: agree FIRST COUNT SIZE\n", stderr);
        return 2;
    }
    uint64_t first = strtoull(argv[1], NULL, 10), count = strtoull(argv[2], NULL, 10);
    int size = atoi(argv[3]);
    tally t = {0};
    leerroute_planner *planner = leerroute_planner_new();
    for (uint64_t seed = first; planner && seed < first + count; seed++)
        try_seed(&t, planner, seed, size);
    leerroute_planner_free(planner);
    printf("%u with a route, %u without, %u too large for the brute force, %u wrong\n", t.optimal,
           t.none, t.skipped, t.wrong);
    return t.wrong || t.optimal + t.none + t.skipped != count || t.skipped > count / 10;
}
