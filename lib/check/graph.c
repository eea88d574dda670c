#include "check/graph.h"

typedef struct maker {
    lri_graph *graph;
    const leerroute_intake *intake;
    bool laying; /* the links are laid out; before that they are counted */
} maker;

static void number_things(lri_graph *g, const leerroute_intake *intake) {
    const leerroute_catalogue *c = intake->catalogue;
    g->awards = LRI_TOP_LEVEL * c->competence_count;
    g->met = g->awards + c->award_count;
    g->functions = g->met + c->award_count;
    g->completed = g->functions + c->function_count;
    g->begun = g->completed + c->activity_count;
    g->nodes = g->begun + c->activity_count;
    g->goals = g->nodes + c->requirements.node_count;
    g->count = g->goals + intake->requirements.node_count;
}

/* ---- Links ----
 *
 * Each link is met twice: it is counted in first[from + 1], and then laid at first[from], which
 * moves on with it. */

static void add_link(maker *m, uint32_t from, uint32_t to, uint32_t weight) {
    lri_graph *g = m->graph;
    if (m->laying)
        g->links[g->first[from]++] = (lri_link){to, weight};
    else
        g->first[from + 1]++;
}

/* The fact that a leaf names. */
static uint32_t fact_of(const lri_graph *g, const lri_requirement *leaf) {
    switch (leaf->kind) {
    case LRI_COMPETENCE:
        return lri_graph_competence(leaf->index, leaf->level);
    case LRI_AWARD:
        return g->awards + leaf->index;
    case LRI_FUNCTION:
        return g->functions + leaf->index;
    case LRI_STARTED:
        return g->begun + leaf->index;
    default:
        return g->completed + leaf->index;
    }
}

static void link_requirements(maker *m, const lri_requirements *pool, uint32_t base) {
    for (uint32_t i = 0; i < pool->node_count; i++) {
        const lri_requirement *r = &pool->nodes[i];
        bool has_children = r->kind == LRI_ALL || r->kind == LRI_ANY || r->kind == LRI_AT_LEAST;
        for (uint32_t k = 0; has_children && k < r->count; k++) {
            const lri_child *child = &pool->children[r->first + k];
            add_link(m, base + child->node, base + i, child->weight);
        }
        if (!has_children && r->kind != LRI_ATTRIBUTE && r->kind != LRI_NOT_ATTRIBUTE)
            add_link(m, fact_of(m->graph, r), base + i, 1);
    }
}

static void link_award(maker *m, uint32_t index) {
    const leerroute_catalogue *c = m->intake->catalogue;
    const lri_graph *g = m->graph;
    const lri_award *award = &c->awards[index];
    if (award->requires != LRI_NONE) add_link(m, g->nodes + award->requires, g->met + index, 1);
    for (uint32_t i = 0; i < award->grants.count; i++) {
        const lri_grant *grant = &c->grants[award->grants.first + i];
        add_link(m, g->awards + index,
                 grant->is_award ? g->awards + grant->index
                                 : lri_graph_competence(grant->index, grant->level),
                 1);
    }
}

static void link_all(maker *m) {
    const leerroute_catalogue *c = m->intake->catalogue;
    const lri_graph *g = m->graph;
    for (uint32_t i = 0; i < c->competence_count; i++)
        for (uint8_t level = LRI_TOP_LEVEL; level > 1; level--)
            add_link(m, lri_graph_competence(i, level),
                     lri_graph_competence(i, (uint8_t)(level - 1)), 1);
    for (uint32_t i = 0; i < c->award_count; i++) link_award(m, i);
    for (uint32_t i = 0; i < c->function_count; i++)
        add_link(m, g->nodes + c->functions[i].requires, g->functions + i, 1);
    link_requirements(m, &c->requirements, g->nodes);
    link_requirements(m, &m->intake->requirements, g->goals);
}

/* Laying moved each offset on to the next one's place: move them back. */
static bool lay_links(maker *m, lri_arena *arena) {
    lri_graph *g = m->graph;
    link_all(m);
    for (uint32_t i = 0; i < g->count; i++) g->first[i + 1] += g->first[i];
    g->links = lri_arena_array(arena, g->first[g->count], sizeof *g->links);
    if (!g->links) return false;
    m->laying = true;
    link_all(m);
    for (uint32_t i = g->count; i > 0; i--) g->first[i] = g->first[i - 1];
    g->first[0] = 0;
    return true;
}

/* ---- Needs ---- */

static int64_t need_of(const leerroute_intake *intake, const lri_requirement *r) {
    switch (r->kind) {
    case LRI_ALL:
        return r->count;
    case LRI_AT_LEAST:
        return r->need;
    case LRI_ATTRIBUTE:
        return intake->attributes[r->index] ? 0 : 1;
    case LRI_NOT_ATTRIBUTE:
        return intake->attributes[r->index] ? 1 : 0;
    default:
        return 1;
    }
}

static void set_needs(lri_graph *g, const leerroute_intake *intake) {
    for (uint32_t i = 0; i < g->nodes; i++) g->need[i] = 1;
    for (uint32_t i = g->nodes; i < g->count; i++) {
        bool is_goal = i >= g->goals;
        const lri_requirement *r = is_goal ? &intake->requirements.nodes[i - g->goals]
                                           : &intake->catalogue->requirements.nodes[i - g->nodes];
        g->need[i] = need_of(intake, r);
        if (g->need[i] == 0) g->given[g->given_count++] = i;
    }
}

bool lri_graph_make(lri_graph *graph, lri_arena *arena, const leerroute_intake *intake) {
    *graph = (lri_graph){0};
    number_things(graph, intake);
    graph->need = lri_arena_array(arena, graph->count, sizeof *graph->need);
    graph->given = lri_arena_array(arena, graph->count - graph->nodes, sizeof *graph->given);
    graph->first = lri_arena_array(arena, (size_t)graph->count + 1, sizeof *graph->first);
    if (!graph->need || !graph->given || !graph->first) return false;
    set_needs(graph, intake);
    return lay_links(&(maker){.graph = graph, .intake = intake}, arena);
}
