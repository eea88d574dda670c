/* An instance, for the library and for the brute force, and what comes of a question about it. */
#ifndef QUESTIONS_H
#define QUESTIONS_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "leerroute/leerroute.h"

enum { ORACLE_NODES = 400000 };

typedef struct instance {
    uint64_t seed;
    json_t *catalogue_json, *intake_json;
    leerroute_catalogue *catalogue;
    leerroute_intake *intake;
    leerroute_planner *planner;
} instance;

/* What came of it: an answer; a no; too large for the brute force; another answer than that. */
typedef enum verdict { ANSWERED, NONE, SKIPPED, WRONG, VERDICTS } verdict;

/* Are the measures of a route those that the brute force found, where they count? */
bool has_measures(const json_t *route, const json_t *measures);

verdict judge_value(instance *in);
verdict judge_without(instance *in);
verdict judge_explain(instance *in);
verdict judge_profile(instance *in);

#endif
