/* Prints the reduced problem of a catalogue and an intake as JSON: what the planner searches and
 * what its peers are given, so that each solver gets the same reductions. See lib/plan/problem.h
 * for what the parts mean; nodes, tasks and modes are numbered as there, and what can never hold is
 * left out. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "plan/problem.h"

static const char *const kinds[] = {
    [LRI_NODE_FIXED] = "fixed",       [LRI_NODE_ALL] = "all",   [LRI_NODE_ANY] = "any",
    [LRI_NODE_AT_LEAST] = "at_least", [LRI_NODE_GATE] = "gate", [LRI_NODE_STARTED] = "started",
    [LRI_NODE_DONE] = "done"};

static bool never(const lri_problem *p, uint32_t node) {
    return p->earliest.items[node] >= p->never;
}

static json_t *weeks_list(const lri_weeks *weeks) {
    json_t *list = json_array();
    for (int week = lri_weeks_next(weeks, 0); week >= 0; week = lri_weeks_next(weeks, week + 1))
        json_array_append_new(list, json_integer(week));
    return list;
}

static json_t *node_json(const lri_problem *p, uint32_t index) {
    const lri_node *node = &p->nodes.items[index];
    if (never(p, index)) return json_null();
    json_t *children = json_array();
    for (uint32_t i = node->first; i < node->first + node->count; i++) {
        const lri_child *child = &p->children.items[i];
        if (!never(p, child->node))
            json_array_append_new(
                children, json_pack("[II]", (json_int_t)child->node, (json_int_t)child->weight));
    }
    return json_pack("{ss si so sI sI si si si si}", "kind", kinds[node->kind], "earliest",
                     p->earliest.items[index], "children", children, "need", (json_int_t)node->need,
                     "task", (json_int_t)node->task, "week", node->week, "from", node->from, "to",
                     node->to, "delay", node->delay);
}

static json_t *mode_json(const lri_mode *mode) {
    return json_pack("{sI sI si s[iii] sI sI sI so}", "task", (json_int_t)mode->task, "offering",
                     (json_int_t)mode->offering, "weeks", mode->weeks, "load", mode->load[0],
                     mode->load[1], mode->load[2], "cost", (json_int_t)mode->cost_eur, "hours",
                     (json_int_t)mode->study_hours, "requires", (json_int_t)mode->requires,
                     "starts", weeks_list(&mode->starts));
}

static json_t *problem_json(const lri_problem *p) {
    const leerroute_intake *intake = p->intake;
    json_t *objective = json_array(), *nodes = json_array(), *tasks = json_array();
    json_t *modes = json_array(), *room = json_array();
    for (uint32_t i = 0; i < intake->objective_count; i++)
        json_array_append_new(objective, json_string(lri_measures[intake->objective[i]]));
    for (uint32_t n = 0; n < p->nodes.count; n++) json_array_append_new(nodes, node_json(p, n));
    for (uint32_t t = 0; t < p->tasks.count; t++)
        json_array_append_new(
            tasks, json_string(intake->catalogue->activities[p->tasks.items[t].activity].id));
    for (uint32_t m = 0; m < p->modes.count; m++)
        json_array_append_new(modes, mode_json(&p->modes.items[m]));
    for (int i = 0; i < 3; i++) {
        json_t *weeks = json_array();
        for (uint32_t w = 0; w < p->room[i].count; w++)
            json_array_append_new(weeks, json_integer(p->room[i].items[w]));
        json_array_append_new(room, weeks);
    }
    return json_pack("{si si sI so so so so so sI}", "start", lri_week_of(intake->start) * 7,
                     "last", p->last, "finish", (json_int_t)p->finish, "objective", objective,
                     "nodes", nodes, "tasks", tasks, "modes", modes, "room", room, "budget",
                     (json_int_t)intake->budget_eur);
}

static char *file_text(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    lri_text text = {0};
    char bytes[65536];
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;) lri_text_add(&text, bytes, n);
    fclose(file);
    return lri_text_take(&text, size);
}

/* Reads the two files; false, with a word on standard error, when one cannot be read. */
static bool read_both(char **paths, leerroute_catalogue **catalogue, leerroute_intake **intake) {
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    size_t sizes[2] = {0};
    char *texts[2] = {file_text(paths[0], &sizes[0]), file_text(paths[1], &sizes[1])};
    bool read = diagnostics && texts[0] && texts[1] &&
                leerroute_catalogue_parse(texts[0], sizes[0], paths[0], diagnostics, catalogue) ==
                    LEERROUTE_OK &&
                leerroute_intake_parse(*catalogue, texts[1], sizes[1], paths[1], 0, 0, diagnostics,
                                       intake) == LEERROUTE_OK;
    if (!read) fprintf(stderr, "reduced: cannot read %s with %s\n", paths[1], paths[0]);
    free(texts[0]);
    free(texts[1]);
    leerroute_diagnostics_free(diagnostics);
    return read;
}

int main(int argc, char **argv) {
    leerroute_catalogue *catalogue = NULL;
    leerroute_intake *intake = NULL;
    lri_problem problem = {0};
    bool done = false;
    if (argc != 3) {
        fputs("usage: reduced CATALOGUE INTAKE\n", stderr);
        return 2;
    }
    if (read_both(argv + 1, &catalogue, &intake) && lri_problem_make(&problem, intake, NULL)) {
        json_t *json = problem_json(&problem);
        done = json && json_dumpf(json, stdout, JSON_COMPACT) == 0 && putchar('\n') != EOF;
        json_decref(json);
    }
    lri_problem_free(&problem);
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
    return done && fflush(stdout) == 0 ? 0 : 1;
}
