/* What cannot be had although all is lifted: from the goal down to the leaves that it fails on. */
#include "ask/reasons.h"
#include "base/map.h"
#include "plan/facts.h"

enum { DEPTH = 100 };

typedef struct search {
    lri_reasoning *reasoning;
    leerroute_intake *v;
    const leerroute_catalogue *catalogue;
    lri_map seen;  /* leaves: OPEN while they are looked at, then CLOSED */
    bool met_open; /* a leaf was asked for while it was looked at */
} search;

static void follow(search *s, const lri_requirements *pool, uint32_t node, int depth);

static bool is_full(const search *s) {
    return s->reasoning->status != LEERROUTE_OK || !s->reasoning->reasons->is_whole ||
           s->reasoning->reasons->dead_ends.count == LRI_REASONS_MOST;
}

/* Is it proved that no steps make the requirement hold? */
static bool fails(search *s, const lri_requirements *pool, uint32_t node) {
    s->v->requirements = *pool;
    s->v->goal = node;
    return lri_is_refuted(s->reasoning, s->v);
}

static bool fails_leaf(search *s, lri_requirement leaf) {
    const lri_requirement nodes[] = {{.kind = LRI_ALL}, leaf};
    const lri_requirements pool = {.nodes = nodes, .node_count = 2};
    return fails(s, &pool, 1);
}

static void report(search *s, lri_requirement leaf, lri_why why) {
    if (!is_full(s) && !lri_push(&s->reasoning->reasons->dead_ends, (lri_dead_end){leaf, why}))
        s->reasoning->status = LEERROUTE_NO_MEMORY;
}

/* ---- What gives a leaf ---- */

/* The ways to a leaf, and those among them that can begin in no week any more. */
typedef struct ways {
    uint32_t count, past;
} ways;

static void note_week(void *context, lri_week week) {
    lri_week *latest = context;
    if (week > *latest) *latest = week;
}

/* Can the offering begin in some week from the start on? */
static bool has_start(const search *s, const lri_offering *o) {
    lri_week start = lri_week_of(s->v->start), end = start + LRI_HORIZON_WEEKS, found = -1;
    if (o->until < start) return false;
    lri_starts_each(&o->starts, s->v->start, o->until < end ? o->until : end, note_week, &found);
    return found >= o->from;
}

/* A unit or assessment that fails: by its dates, or by what it or its offerings ask. */
static void try_activity(search *s, uint32_t index, ways *w, int depth) {
    const lri_activity *activity = &s->catalogue->activities[index];
    const lri_requirements *pool = &s->catalogue->requirements;
    bool starts = false;
    w->count++;
    for (uint32_t i = 0; i < activity->offerings.count; i++)
        starts |= has_start(s, &s->catalogue->offerings[activity->offerings.first + i]);
    if (!starts) {
        w->past++;
        return;
    }
    if (fails(s, pool, activity->requires)) {
        follow(s, pool, activity->requires, depth);
        return;
    }
    for (uint32_t i = 0; i < activity->offerings.count; i++) {
        uint32_t asked = s->catalogue->offerings[activity->offerings.first + i].requires;
        if (!is_full(s) && fails(s, pool, asked)) follow(s, pool, asked, depth);
    }
}

static void explain(search *s, lri_requirement leaf, int depth);

static void try_givers(search *s, const lri_requirement *leaf, ways *w, int depth) {
    const leerroute_catalogue *c = s->catalogue;
    const uint32_t *offsets = leaf->kind == LRI_COMPETENCE ? c->competence_givers : c->award_givers;
    for (uint32_t i = offsets[leaf->index]; i < offsets[leaf->index + 1] && !is_full(s); i++) {
        const lri_giver *giver = &c->givers[i];
        const lri_activity *activity = giver->by_award ? NULL : &c->activities[giver->index];
        uint8_t level = giver->level;
        if (activity && activity->is_assessment)
            level = lri_assessed_level(s->v, activity, leaf->index);
        if (leaf->kind == LRI_COMPETENCE && level < leaf->level) continue;
        if (activity) {
            try_activity(s, giver->index, w, depth);
        } else {
            w->count++;
            explain(s, (lri_requirement){.kind = LRI_AWARD, .index = giver->index}, depth);
        }
    }
}

/* ---- From leaf to leaf ---- */

enum { OPEN = 0, CLOSED = 1 };

static uint64_t key_of(const lri_requirement *leaf) {
    return (uint64_t)leaf->kind << 40 | (uint64_t)leaf->level << 32 | leaf->index;
}

static void try_requires(search *s, uint32_t node, ways *w, int depth) {
    w->count++;
    follow(s, &s->catalogue->requirements, node, depth);
}

/* The ways to the leaf, one after the other. */
static ways try_all(search *s, const lri_requirement *leaf, int depth) {
    ways w = {0};
    const leerroute_catalogue *c = s->catalogue;
    if (leaf->kind == LRI_COMPETENCE || leaf->kind == LRI_AWARD) try_givers(s, leaf, &w, depth);
    if (leaf->kind == LRI_AWARD && c->awards[leaf->index].requires != LRI_NONE)
        try_requires(s, c->awards[leaf->index].requires, &w, depth);
    if (leaf->kind == LRI_FUNCTION) try_requires(s, c->functions[leaf->index].requires, &w, depth);
    if (leaf->kind == LRI_UNIT || leaf->kind == LRI_STARTED)
        try_activity(s, leaf->index, &w, depth);
    return w;
}

static void mark(search *s, const lri_requirement *leaf, uint32_t state) {
    uint32_t *place = lri_map_at(&s->seen, key_of(leaf));
    if (place)
        *place = state;
    else
        s->reasoning->status = LEERROUTE_NO_MEMORY;
}

static lri_why why_not(const search *s, const ways *w, int depth) {
    if (depth == 0) return LRI_WHY_PART;
    if (w->count == 0) return LRI_WHY_NOTHING;
    if (w->past == w->count) return LRI_WHY_PAST;
    return s->met_open ? LRI_WHY_CIRCLE : LRI_WHY_BEYOND;
}

/* Looks below a leaf that cannot be had; when nothing there is to blame, it is the leaf itself. */
static void explain(search *s, lri_requirement leaf, int depth) {
    uint32_t before = s->reasoning->reasons->dead_ends.count;
    uint32_t state = lri_map_find(&s->seen, key_of(&leaf));
    if (state == OPEN) s->met_open = true;
    if (state != LRI_NONE || is_full(s) || !fails_leaf(s, leaf)) return;
    bool met_open = s->met_open;
    ways w = {0};
    mark(s, &leaf, OPEN);
    s->met_open = false;
    if (depth > 0) w = try_all(s, &leaf, depth - 1);
    mark(s, &leaf, CLOSED);
    if (s->reasoning->reasons->dead_ends.count == before) report(s, leaf, why_not(s, &w, depth));
    s->met_open |= met_open;
}

static void follow(search *s, const lri_requirements *pool, uint32_t node, int depth) {
    const lri_requirement *r = &pool->nodes[node];
    if (r->kind == LRI_ATTRIBUTE || r->kind == LRI_NOT_ATTRIBUTE || is_full(s)) return;
    if (r->kind > LRI_AT_LEAST) {
        explain(s, *r, depth);
        return;
    }
    for (uint32_t i = r->first; i < r->first + r->count && !is_full(s); i++)
        if (fails(s, pool, pool->children[i].node)) follow(s, pool, pool->children[i].node, depth);
}

void lri_find_dead_ends(lri_reasoning *r) {
    search s = {.reasoning = r, .v = &r->varied, .catalogue = r->intake->catalogue};
    follow(&s, &r->intake->requirements, r->intake->goal, DEPTH);
    if (!r->reasons->dead_ends.count)
        report(&s, (lri_requirement){.kind = LRI_ALL}, LRI_WHY_BEYOND);
    lri_map_free(&s.seen);
}
