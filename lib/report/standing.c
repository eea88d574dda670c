#include "report/standing.h"

#include <stdlib.h>

/* ---- Things and parts ---- */

static uint64_t key_of(lri_requirement_kind kind, uint32_t index, uint8_t level) {
    return (uint64_t)kind << 40 | (uint64_t)level << 32 | index;
}

static uint32_t find_thing(const lri_standing *s, lri_requirement_kind kind, uint32_t index,
                           uint8_t level) {
    return lri_map_find(&s->index, key_of(kind, index, level));
}

lri_thing *lri_standing_thing(const lri_standing *standing, lri_requirement_kind kind,
                              uint32_t index, uint8_t level) {
    uint32_t thing = find_thing(standing, kind, index, level);
    return thing == LRI_NONE ? NULL : &standing->things.items[thing];
}

/* The thing, which matters from now on. */
static uint32_t bring_in(lri_standing *s, lri_requirement_kind kind, uint32_t index,
                         uint8_t level) {
    uint32_t *place = lri_map_at(&s->index, key_of(kind, index, level));
    lri_thing thing = {.kind = kind,
                       .level = level,
                       .index = index,
                       .requires = LRI_NONE,
                       .leaves = LRI_NONE,
                       .idle = LRI_NONE,
                       .from = LRI_ALWAYS_WEEK,
                       .until = LRI_ALWAYS_WEEK,
                       .awarded = LRI_ALWAYS_WEEK};
    if (place && *place == LRI_NONE && lri_push(&s->things, thing)) *place = s->things.count - 1;
    if (place && *place != LRI_NONE) return *place;
    s->failed = true;
    return LRI_NONE;
}

static void add_part(lri_standing *s, const lri_requirements *pool, lri_child child, uint32_t above,
                     uint32_t owner) {
    lri_part part = {.pool = pool,
                     .asks = &pool->nodes[child.node],
                     .weight = child.weight,
                     .above = above,
                     .owner = owner,
                     .thing = LRI_NONE,
                     .next = LRI_NONE,
                     .from = LRI_ALWAYS_WEEK};
    if (!lri_push(&s->parts, part)) s->failed = true;
}

/* A whole requirement; what is below is laid out later. */
static uint32_t add_whole(lri_standing *s, const lri_requirements *pool, uint32_t node,
                          uint32_t owner) {
    if (node == LRI_NONE) return LRI_NONE;
    add_part(s, pool, (lri_child){node, 1}, LRI_NONE, owner);
    return s->failed ? LRI_NONE : s->parts.count - 1;
}

void lri_standing_open(lri_standing *standing, const leerroute_intake *intake) {
    *standing = (lri_standing){
        .intake = intake, .catalogue = intake->catalogue, .start = lri_week_of(intake->start)};
}

void lri_standing_close(lri_standing *standing) {
    free(standing->parts.items);
    free(standing->things.items);
    free(standing->opened.items);
    free(standing->queue.items);
    lri_map_free(&standing->index);
}

/* ---- Laying out ---- */

static bool is_group(const lri_part *part) {
    return part->asks->kind <= LRI_AT_LEAST;
}

static void lay_out_part(lri_standing *s, uint32_t i) {
    const lri_requirement *asks = s->parts.items[i].asks;
    const lri_requirements *pool = s->parts.items[i].pool;
    if (is_group(&s->parts.items[i])) {
        s->parts.items[i].first = s->parts.count;
        for (uint32_t c = 0; c < asks->count && !s->failed; c++)
            add_part(s, pool, pool->children[asks->first + c], i, LRI_NONE);
        return;
    }
    uint8_t level = asks->kind == LRI_COMPETENCE ? asks->level : 0;
    uint32_t thing = bring_in(s, asks->kind, asks->index, level);
    if (thing == LRI_NONE) return;
    s->parts.items[i].thing = thing;
    s->parts.items[i].next = s->things.items[thing].leaves;
    s->things.items[thing].leaves = i;
}

/* The awards that grant something. */
static void bring_in_givers(lri_standing *s, const uint32_t *offsets, uint32_t index,
                            uint8_t level) {
    for (uint32_t i = offsets[index]; i < offsets[index + 1] && !s->failed; i++) {
        const lri_giver *giver = &s->catalogue->givers[i];
        if (giver->by_award && giver->level >= level) bring_in(s, LRI_AWARD, giver->index, 0);
    }
}

static void lay_out_thing(lri_standing *s, uint32_t i) {
    const leerroute_catalogue *c = s->catalogue;
    lri_thing thing = s->things.items[i];
    uint32_t requires = LRI_NONE;
    if (thing.kind == LRI_COMPETENCE) {
        bring_in_givers(s, c->competence_givers, thing.index, thing.level);
        /* so that it can be told what is held where this level is not */
        if (thing.level > 1) bring_in(s, LRI_COMPETENCE, thing.index, (uint8_t)(thing.level - 1));
    } else if (thing.kind == LRI_AWARD) {
        bring_in_givers(s, c->award_givers, thing.index, 0);
        requires = add_whole(s, &c->requirements, c->awards[thing.index].requires, i);
    } else if (thing.kind == LRI_FUNCTION) {
        requires = add_whole(s, &c->requirements, c->functions[thing.index].requires, i);
    }
    s->things.items[i].requires = requires;
}

uint32_t lri_standing_ask(lri_standing *standing, const lri_requirements *pool, uint32_t node) {
    uint32_t whole = add_whole(standing, pool, node, LRI_NONE);
    bool more = true;
    while (more && !standing->failed) {
        if (standing->laid_parts < standing->parts.count)
            lay_out_part(standing, standing->laid_parts++);
        else if (standing->laid_things < standing->things.count)
            lay_out_thing(standing, standing->laid_things++);
        else
            more = false;
    }
    return whole;
}

/* ---- A pass: what holds in one week ---- */

/* Of two entries of intake->holds, the better evidence: granted, then longest valid. */
static bool is_better(const lri_holding *a, const lri_holding *b) {
    if (a->expected != b->expected) return b->expected;
    return a->until > b->until;
}

static void set(lri_standing *s, uint32_t i, lri_ground ground) {
    const lri_holding *holds = s->intake->holds;
    lri_thing *thing = i == LRI_NONE ? NULL : &s->things.items[i];
    if (!thing) return;
    if (thing->from == LRI_ALWAYS_WEEK) {
        thing->from = s->week;
        thing->ground = ground;
    } else if (thing->from == s->week && thing->ground.kind == LRI_BY_HOLDING &&
               ground.kind == LRI_BY_HOLDING &&
               is_better(&holds[ground.index], &holds[thing->ground.index])) {
        thing->ground = ground;
    }
    if (thing->holds) return;
    thing->holds = true;
    if (!lri_push(&s->queue, i)) s->failed = true;
}

static void give(lri_standing *s, lri_requirement_kind kind, uint32_t index, uint8_t level,
                 lri_ground ground) {
    if (kind != LRI_COMPETENCE) {
        set(s, find_thing(s, kind, index, 0), ground);
        if (kind == LRI_UNIT) set(s, find_thing(s, LRI_STARTED, index, 0), ground);
    }
    for (uint8_t l = 1; kind == LRI_COMPETENCE && l <= level; l++)
        set(s, find_thing(s, kind, index, l), ground);
}

static void give_grants(lri_standing *s, lri_range grants, lri_ground ground) {
    for (uint32_t i = grants.first; i < grants.first + grants.count; i++) {
        const lri_grant *grant = &s->catalogue->grants[i];
        give(s, grant->is_award ? LRI_AWARD : LRI_COMPETENCE, grant->index, grant->level, ground);
    }
}

static void give_claims(lri_standing *s, const lri_activity *assessment, lri_ground ground) {
    lri_range validates = assessment->validates;
    for (uint32_t i = validates.first; i < validates.first + validates.count; i++) {
        uint32_t competence = s->catalogue->validates[i];
        uint8_t level = lri_intake_claimed_level(s->intake, competence);
        give(s, LRI_COMPETENCE, competence,
             level < assessment->max_level ? level : assessment->max_level, ground);
    }
}

static void give_holds(lri_standing *s) {
    for (uint32_t i = 0; i < s->intake->hold_count; i++) {
        const lri_holding *h = &s->intake->holds[i];
        if (!h->counts || h->from > s->week || h->until < s->week) continue;
        give(s, h->kind, h->index, h->level, (lri_ground){LRI_BY_HOLDING, i});
        lri_thing *award =
            h->kind == LRI_AWARD ? lri_standing_thing(s, LRI_AWARD, h->index, 0) : NULL;
        if (award) award->is_named = true;
    }
}

static void give_under_way(lri_standing *s) {
    for (uint32_t i = 0; i < s->intake->under_way_count; i++) {
        const lri_under_way *u = &s->intake->under_way[i];
        const lri_activity *activity = &s->catalogue->activities[u->activity];
        lri_ground ground = {LRI_BY_UNDER_WAY, i};
        bool is_over = u->ends < s->week;
        if (!activity->is_assessment)
            give(s, is_over ? LRI_UNIT : LRI_STARTED, u->activity, 0, ground);
        if (is_over && activity->is_assessment) give_claims(s, activity, ground);
        if (is_over) give_grants(s, activity->grants, ground);
    }
}

/* Attributes as stated, and awards that came by their own requirement. */
static void give_by_themselves(lri_standing *s) {
    for (uint32_t i = 0; i < s->things.count; i++) {
        const lri_thing *thing = &s->things.items[i];
        bool holds = thing->awarded <= s->week;
        if (thing->kind == LRI_ATTRIBUTE) holds = s->intake->attributes[thing->index] != 0;
        if (thing->kind == LRI_NOT_ATTRIBUTE) holds = s->intake->attributes[thing->index] == 0;
        if (holds) set(s, i, (lri_ground){LRI_BY_THING, i});
    }
}

static uint64_t need(const lri_requirement *asks) {
    return asks->kind == LRI_ALL ? asks->count : asks->kind == LRI_ANY ? 1 : asks->need;
}

/* All that a thing requires holds. */
static void whole_holds(lri_standing *s, uint32_t i) {
    lri_thing *thing = i == LRI_NONE ? NULL : &s->things.items[i];
    if (!thing) return;
    if (thing->kind == LRI_AWARD) {
        if (thing->awarded == LRI_ALWAYS_WEEK && !thing->is_named)
            thing->awarded = s->week + s->catalogue->awards[thing->index].award_weeks;
        if (thing->awarded > s->week) return;
    }
    set(s, i, (lri_ground){LRI_BY_THING, i});
}

/* A part holds: so may then, one after the other, those that it belongs to. */
static void part_holds(lri_standing *s, uint32_t i) {
    for (;; i = s->parts.items[i].above) {
        lri_part *part = &s->parts.items[i];
        if (part->from == LRI_ALWAYS_WEEK) part->from = s->week;
        if (part->above == LRI_NONE) break;
        lri_part *above = &s->parts.items[part->above];
        uint64_t needed = need(above->asks), before = above->have;
        above->have += above->asks->kind == LRI_AT_LEAST ? part->weight : 1;
        if (before >= needed || above->have < needed) return;
    }
    whole_holds(s, s->parts.items[i].owner);
}

static void hand_on(lri_standing *s, uint32_t i) {
    lri_thing thing = s->things.items[i];
    for (uint32_t leaf = thing.leaves; leaf != LRI_NONE; leaf = s->parts.items[leaf].next)
        part_holds(s, leaf);
    if (thing.kind == LRI_AWARD)
        give_grants(s, s->catalogue->awards[thing.index].grants, thing.ground);
}

static void pass(lri_standing *s, lri_week week) {
    s->week = week;
    s->queue.count = 0;
    for (uint32_t i = 0; i < s->parts.count; i++) s->parts.items[i].have = 0;
    for (uint32_t i = 0; i < s->things.count; i++)
        s->things.items[i].holds = s->things.items[i].is_named = false;
    give_holds(s);
    give_under_way(s);
    give_by_themselves(s);
    for (uint32_t i = 0; i < s->parts.count; i++)
        if (is_group(&s->parts.items[i]) && need(s->parts.items[i].asks) == 0) part_holds(s, i);
    for (uint32_t i = 0; i < s->queue.count; i++) hand_on(s, s->queue.items[i]);
    for (uint32_t i = 0; i < s->things.count; i++) {
        lri_thing *thing = &s->things.items[i];
        bool lapses = thing->from < week && !thing->holds && thing->until == LRI_ALWAYS_WEEK;
        if (lapses) thing->until = week - 1;
    }
    for (uint32_t i = 0; week == s->start && i < s->parts.count; i++)
        s->parts.items[i].have_at_start = s->parts.items[i].have;
}

/* ---- All weeks ---- */

static lri_week sooner(lri_week next, lri_week candidate, lri_week after) {
    return candidate > after && candidate < next ? candidate : next;
}

/* The next week in which something begins or has ended. */
static lri_week next_week(const lri_standing *s) {
    lri_week next = LRI_ALWAYS_WEEK, now = s->week;
    for (uint32_t i = 0; i < s->intake->hold_count; i++) {
        const lri_holding *h = &s->intake->holds[i];
        if (!h->counts || h->from > h->until) continue;
        next = sooner(next, h->from, now);
        if (h->until < LRI_ALWAYS_WEEK) next = sooner(next, h->until + 1, now);
    }
    for (uint32_t i = 0; i < s->intake->under_way_count; i++)
        next = sooner(next, s->intake->under_way[i].ends + 1, now);
    for (uint32_t i = 0; i < s->things.count; i++)
        next = sooner(next, s->things.items[i].awarded, now);
    return next;
}

/* ---- What else is to be told ---- */

/* Entries of intake->holds that never count, the best for each thing. */
static void find_idle(lri_standing *s) {
    for (uint32_t i = 0; i < s->intake->hold_count; i++) {
        const lri_holding *h = &s->intake->holds[i];
        if (h->counts && h->from <= h->until) continue;
        uint8_t level = h->kind == LRI_COMPETENCE ? h->level : 0;
        for (uint8_t l = level > 0; l <= level; l++) {
            lri_thing *thing = lri_standing_thing(s, h->kind, h->index, l);
            if (thing && (thing->idle == LRI_NONE || is_better(h, &s->intake->holds[thing->idle])))
                thing->idle = i;
        }
    }
}

/* Does the thing hold at some time on other grounds than what it requires itself? */
static bool is_had(const lri_standing *s, uint32_t i) {
    const lri_thing *thing = &s->things.items[i];
    bool by_itself = thing->ground.kind == LRI_BY_THING && thing->ground.index == i;
    return thing->from != LRI_ALWAYS_WEEK && !by_itself;
}

static void walk_thing(lri_standing *s, uint32_t i) {
    lri_thing *thing = &s->things.items[i];
    if (thing->asked) return;
    thing->asked = true;
    if (thing->requires == LRI_NONE || is_had(s, i)) return;
    thing->opened = true;
    if (!lri_push(&s->opened, i) || !lri_push(&s->queue, thing->requires)) s->failed = true;
}

bool lri_part_matters(const lri_standing *standing, const lri_part *group, uint32_t part) {
    return group->from == LRI_ALWAYS_WEEK || standing->parts.items[part].from <= group->from;
}

/* Marks what is asked. */
static void walk(lri_standing *s) {
    s->queue.count = 0;
    for (uint32_t i = 0; i < s->parts.count; i++) {
        bool is_asked = s->parts.items[i].above == LRI_NONE && s->parts.items[i].owner == LRI_NONE;
        if (is_asked && !lri_push(&s->queue, i)) s->failed = true;
    }
    for (uint32_t at = 0; at < s->queue.count; at++) {
        const lri_part *part = &s->parts.items[s->queue.items[at]];
        if (!is_group(part)) walk_thing(s, part->thing);
        for (uint32_t c = 0; is_group(part) && c < part->asks->count; c++)
            if (lri_part_matters(s, part, part->first + c) && !lri_push(&s->queue, part->first + c))
                s->failed = true;
    }
}

bool lri_standing_find(lri_standing *standing) {
    lri_week last = standing->start + LRI_HORIZON_WEEKS;
    for (lri_week week = standing->start; week <= last && !standing->failed;
         week = next_week(standing))
        pass(standing, week);
    find_idle(standing);
    if (!standing->failed) walk(standing);
    return !standing->failed;
}
