/* Both indexes are lists of edges, from a thing to its givers or askers, laid out by thing with a
 * counting sort. The things are numbered together in one space: competences, awards, functions,
 * activities, so that one array of offsets serves them all. */
#include "model/catalogue_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

typedef struct edge {
    uint32_t thing;
    union {
        lri_giver giver;
        lri_asker asker;
    } to;
} edge;

typedef struct indexer {
    leerroute_catalogue *catalogue;
    uint32_t awards, functions, activities, things; /* where each kind begins, and how many */
    LRI_VECTOR(edge) edges;
    uint32_t *latest; /* by thing: 1 + its latest edge, 0 none; finds an edge made before */
    bool failed;
} indexer;

static edge *latest_edge(const indexer *x, uint32_t thing) {
    return x->latest[thing] ? &x->edges.items[x->latest[thing] - 1] : NULL;
}

static void add_edge(indexer *x, edge e) {
    if (lri_push(&x->edges, e))
        x->latest[e.thing] = x->edges.count;
    else
        x->failed = true;
}

/* Who grants one thing twice gives it once, at the higher level. */
static void add_giver(indexer *x, uint32_t thing, lri_giver giver) {
    edge *before = latest_edge(x, thing);
    lri_giver *g = before ? &before->to.giver : NULL;
    if (!g || g->by_award != giver.by_award || g->index != giver.index)
        add_edge(x, (edge){.thing = thing, .to.giver = giver});
    else if (giver.level > g->level)
        g->level = giver.level;
}

static void add_asker(indexer *x, uint32_t thing, lri_asker asker) {
    edge *before = latest_edge(x, thing);
    if (before && before->to.asker.is_function == asker.is_function &&
        before->to.asker.index == asker.index)
        return;
    add_edge(x, (edge){.thing = thing, .to.asker = asker});
}

/* ---- Laying out ---- */

/* The offsets of each thing's edges in their order by thing; NULL without memory. */
static uint32_t *count_edges(indexer *x) {
    uint32_t *first = lri_arena_array(&x->catalogue->arena, (size_t)x->things + 1, sizeof *first);
    if (!first) return NULL;
    for (uint32_t i = 0; i < x->edges.count; i++) first[x->edges.items[i].thing + 1]++;
    for (uint32_t t = 0; t < x->things; t++) first[t + 1] += first[t];
    return first;
}

/* The `to` of each edge by thing, `size` bytes of it; `latest` becomes where each thing's next one
 * goes. */
static void *lay_out(indexer *x, const uint32_t *first, size_t size) {
    char *laid = lri_arena_array(&x->catalogue->arena, x->edges.count, size);
    if (!laid) return NULL;
    memcpy(x->latest, first, x->things * sizeof *first);
    for (uint32_t i = 0; i < x->edges.count; i++) {
        const edge *e = &x->edges.items[i];
        memcpy(laid + x->latest[e->thing]++ * size, &e->to, size);
    }
    return laid;
}

static void start_over(indexer *x) {
    x->edges.count = 0;
    memset(x->latest, 0, x->things * sizeof *x->latest);
}

/* ---- Givers ---- */

static void add_grants(indexer *x, lri_range grants, lri_giver giver) {
    for (uint32_t i = 0; i < grants.count; i++) {
        const lri_grant *g = &x->catalogue->grants[grants.first + i];
        giver.level = g->level;
        add_giver(x, g->is_award ? x->awards + g->index : g->index, giver);
    }
}

static bool index_givers(indexer *x) {
    leerroute_catalogue *c = x->catalogue;
    for (uint32_t i = 0; i < c->activity_count; i++) {
        const lri_activity *a = &c->activities[i];
        add_grants(x, a->grants, (lri_giver){.index = i});
        for (uint32_t k = 0; k < a->validates.count; k++)
            add_giver(x, c->validates[a->validates.first + k],
                      (lri_giver){.level = a->max_level, .index = i});
    }
    for (uint32_t i = 0; i < c->award_count; i++)
        add_grants(x, c->awards[i].grants, (lri_giver){.by_award = true, .index = i});
    uint32_t *first = count_edges(x);
    if (!first || x->failed) return false;
    c->givers = lay_out(x, first, sizeof *c->givers);
    c->competence_givers = first;
    c->award_givers = first + x->awards;
    return c->givers != NULL;
}

/* ---- Askers ---- */

/* The thing that a leaf names; LRI_NONE for an attribute, or what is no leaf. */
static uint32_t thing_of(const indexer *x, const lri_requirement *node) {
    switch (node->kind) {
    case LRI_COMPETENCE:
        return node->index;
    case LRI_AWARD:
        return x->awards + node->index;
    case LRI_FUNCTION:
        return x->functions + node->index;
    case LRI_UNIT:
    case LRI_STARTED:
        return x->activities + node->index;
    default:
        return LRI_NONE;
    }
}

/* Adds what lies in the requirement whose own node is `root`: all nodes from *next on. */
static void add_asked(indexer *x, uint32_t root, lri_asker asker, uint32_t *next) {
    const lri_requirement *nodes = x->catalogue->requirements.nodes;
    for (; root != LRI_NONE && *next <= root; ++*next) {
        uint32_t thing = thing_of(x, &nodes[*next]);
        if (thing != LRI_NONE) add_asker(x, thing, asker);
    }
}

static bool index_askers(indexer *x, uint32_t first_node) {
    leerroute_catalogue *c = x->catalogue;
    uint32_t next = first_node;
    for (uint32_t i = 0; i < c->award_count; i++)
        add_asked(x, c->awards[i].requires, (lri_asker){.index = i}, &next);
    for (uint32_t i = 0; i < c->function_count; i++)
        add_asked(x, c->functions[i].requires, (lri_asker){.is_function = true, .index = i}, &next);
    uint32_t *first = count_edges(x);
    if (!first || x->failed) return false;
    c->askers = lay_out(x, first, sizeof *c->askers);
    c->competence_askers = first;
    c->award_askers = first + x->awards;
    c->function_askers = first + x->functions;
    c->activity_askers = first + x->activities;
    return c->askers != NULL;
}

bool lri_catalogue_index(leerroute_catalogue *catalogue, uint32_t first_asking_node) {
    indexer x = {.catalogue = catalogue};
    x.awards = catalogue->competence_count;
    x.functions = x.awards + catalogue->award_count;
    x.activities = x.functions + catalogue->function_count;
    x.things = x.activities + catalogue->activity_count;
    x.latest = calloc((size_t)x.things + 1, sizeof *x.latest);
    bool made = x.latest && index_givers(&x);
    if (made) {
        start_over(&x);
        made = index_askers(&x, first_asking_node);
    }
    free(x.edges.items);
    free(x.latest);
    return made;
}
