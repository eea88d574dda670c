#include "report/settled.h"

/* A node still to be looked at: the goal, in the intake's pool, or one of the catalogue's. */
typedef struct visit {
    const lri_requirements *pool;
    uint32_t node;
    struct visit *next;
} visit;

/* Of each thing, by kind and index, a bit for each level; that of other things than competences is
 * level 0. */
typedef uint8_t *levels[LRI_NOT_ATTRIBUTE + 1];

typedef struct settling {
    lri_arena *arena;
    const leerroute_catalogue *catalogue;
    lri_week start;
    visit *visits; /* a stack */
    levels asked, settled;
    uint8_t *award_held; /* at the start */
    uint8_t *award_seen; /* in the list that `given` makes */
    bool failed;
} settling;

static void *take(settling *s, size_t count, size_t size) {
    void *piece = lri_arena_array(s->arena, count, size);
    if (!piece) s->failed = true;
    return piece;
}

static bool is_at_start(const settling *s, const lri_holding *h) {
    return h->counts && h->from <= s->start && s->start <= h->until;
}

/* The levels up to and including this one. */
static uint8_t up_to(uint8_t level) {
    return (uint8_t)((2u << level) - 1);
}

/* ---- What a thing held gives ---- */

static lri_leaf *append(settling *s, lri_leaf *last, lri_leaf leaf) {
    if (leaf.kind == LRI_AWARD && s->award_seen[leaf.index]) return last;
    lri_leaf *next = take(s, 1, sizeof *next);
    if (!next) return last;
    if (leaf.kind == LRI_AWARD) s->award_seen[leaf.index] = 1;
    *next = leaf;
    if (last) last->next = next;
    return next;
}

/* The thing itself, and all that follows from holding it by what awards grant. */
static lri_leaf *given(settling *s, const lri_holding *h) {
    uint8_t level = h->kind == LRI_COMPETENCE ? h->level : 0;
    lri_leaf *first = append(s, NULL, (lri_leaf){h->kind, level, h->index, NULL}), *last = first;
    for (lri_leaf *leaf = first; leaf; leaf = leaf->next) {
        if (leaf->kind != LRI_AWARD) continue;
        lri_range grants = s->catalogue->awards[leaf->index].grants;
        for (uint32_t i = 0; i < grants.count; i++) {
            const lri_grant *g = &s->catalogue->grants[grants.first + i];
            lri_requirement_kind kind = g->is_award ? LRI_AWARD : LRI_COMPETENCE;
            level = g->is_award ? 0 : g->level;
            last = append(s, last, (lri_leaf){kind, level, g->index, NULL});
        }
    }
    for (lri_leaf *leaf = first; leaf; leaf = leaf->next)
        if (leaf->kind == LRI_AWARD) s->award_seen[leaf->index] = 0;
    return first;
}

/* ---- What is asked ---- */

static void push(settling *s, const lri_requirements *pool, uint32_t node) {
    visit *v = node == LRI_NONE ? NULL : take(s, 1, sizeof *v);
    if (!v) return;
    *v = (visit){pool, node, s->visits};
    s->visits = v;
}

static void ask_leaf(settling *s, const lri_requirement *leaf) {
    lri_requirement_kind kind = leaf->kind == LRI_STARTED ? LRI_UNIT : leaf->kind;
    if (!s->asked[kind]) return; /* an attribute */
    uint8_t *levels_asked = &s->asked[kind][leaf->index];
    bool is_new = !*levels_asked;
    *levels_asked |= (uint8_t)(1u << (kind == LRI_COMPETENCE ? leaf->level : 0));
    const lri_requirements *pool = &s->catalogue->requirements;
    if (is_new && kind == LRI_FUNCTION)
        push(s, pool, s->catalogue->functions[leaf->index].requires);
    if (is_new && kind == LRI_AWARD && !s->award_held[leaf->index])
        push(s, pool, s->catalogue->awards[leaf->index].requires);
}

/* What the steps ask, and what asks for the awards that they lead to. */
static void push_route(settling *s, const leerroute_route *route) {
    const lri_requirements *pool = &s->catalogue->requirements;
    for (uint32_t i = 0; i < route->step_count; i++) {
        const lri_step *step = &route->steps[i];
        if (step->activity != LRI_NONE)
            push(s, pool, s->catalogue->activities[step->activity].requires);
        if (step->offering_index != LRI_NONE)
            push(s, pool, s->catalogue->offerings[step->offering_index].requires);
    }
    for (uint32_t i = 0; i < route->award_count; i++)
        if (route->awards[i].award != LRI_NONE)
            push(s, pool, s->catalogue->awards[route->awards[i].award].requires);
}

static void walk(settling *s) {
    while (s->visits) {
        visit v = *s->visits;
        s->visits = v.next;
        const lri_requirement *r = &v.pool->nodes[v.node];
        if (r->kind > LRI_AT_LEAST) ask_leaf(s, r);
        for (uint32_t i = 0; i < r->count && r->kind <= LRI_AT_LEAST; i++)
            push(s, v.pool, v.pool->children[r->first + i].node);
    }
}

/* ---- The two against each other ---- */

static lri_settled settle(settling *s, lri_leaf *gives, bool at_start) {
    lri_settled result = {0};
    lri_leaf *last = NULL;
    for (lri_leaf *leaf = gives, *next; leaf; leaf = next) {
        next = leaf->next;
        uint8_t asked = s->asked[leaf->kind][leaf->index] & up_to(leaf->level);
        uint8_t *settled = &s->settled[leaf->kind][leaf->index];
        if (asked) result.matters = true;
        if (!at_start || !(asked & ~*settled)) continue;
        *settled |= asked;
        while (!(asked >> leaf->level & 1)) leaf->level--;
        leaf->next = NULL;
        if (last)
            last->next = leaf;
        else
            result.leaves = leaf;
        last = leaf;
    }
    return result;
}

static void prepare(settling *s) {
    const leerroute_catalogue *c = s->catalogue;
    s->asked[LRI_COMPETENCE] = take(s, c->competence_count, 1);
    s->settled[LRI_COMPETENCE] = take(s, c->competence_count, 1);
    s->asked[LRI_AWARD] = take(s, c->award_count, 1);
    s->settled[LRI_AWARD] = take(s, c->award_count, 1);
    s->asked[LRI_UNIT] = take(s, c->activity_count, 1);
    s->settled[LRI_UNIT] = take(s, c->activity_count, 1);
    s->asked[LRI_FUNCTION] = take(s, c->function_count, 1);
    s->award_held = take(s, c->award_count, 1);
    s->award_seen = take(s, c->award_count, 1);
}

lri_settled *lri_settle(lri_arena *arena, const leerroute_intake *intake,
                        const leerroute_route *route) {
    settling s = {
        .arena = arena, .catalogue = intake->catalogue, .start = lri_week_of(intake->start)};
    lri_settled *result = take(&s, intake->hold_count, sizeof *result);
    lri_leaf **gives = take(&s, intake->hold_count, sizeof(lri_leaf *));
    prepare(&s);
    if (s.failed) return NULL;
    for (uint32_t i = 0; i < intake->hold_count; i++) {
        gives[i] = given(&s, &intake->holds[i]);
        if (!is_at_start(&s, &intake->holds[i])) continue;
        for (lri_leaf *leaf = gives[i]; leaf; leaf = leaf->next)
            if (leaf->kind == LRI_AWARD) s.award_held[leaf->index] = 1;
    }
    push(&s, &intake->requirements, intake->goal);
    push_route(&s, route);
    walk(&s);
    for (uint32_t i = 0; i < intake->hold_count; i++)
        result[i] = settle(&s, gives[i], is_at_start(&s, &intake->holds[i]));
    return s.failed ? NULL : result;
}
