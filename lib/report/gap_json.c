/* The gap for programs: lib/report/README.md has its keys. What diplomas, certificates and
 * functions ask stands in one list, each once, so that no circle or repetition can make the answer
 * grow. */
#include <stdlib.h>

#include "report/gap.h"
#include "report/tree.h"

/* A part still to be written, and the list that it goes in. */
typedef struct entry {
    uint32_t part;
    lri_value *list;
} entry;

typedef struct writer {
    lri_tree tree;
    const lri_gap *gap;
    const leerroute_intake *intake;
    const leerroute_catalogue *catalogue;
    LRI_VECTOR(entry) stack;
} writer;

static const char *const states[] = {
    [LRI_HELD] = "held",
    [LRI_COMING] = "coming",
    [LRI_CLAIMED] = "claimed",
    [LRI_MISSING] = "missing",
};

static const char *kind_name(const leerroute_catalogue *catalogue, lri_requirement_kind kind,
                             uint32_t index) {
    static const char *const names[] = {
        [LRI_ALL] = "all",
        [LRI_ANY] = "any",
        [LRI_AT_LEAST] = "at_least",
        [LRI_COMPETENCE] = "competence",
        [LRI_AWARD] = "certificate",
        [LRI_FUNCTION] = "function",
        [LRI_UNIT] = "unit",
        [LRI_STARTED] = "started",
        [LRI_ATTRIBUTE] = "attribute",
        [LRI_NOT_ATTRIBUTE] = "not_attribute",
    };
    return kind == LRI_AWARD && lri_is_diploma(catalogue, index) ? "diploma" : names[kind];
}

static lri_named named(const leerroute_catalogue *c, lri_requirement_kind kind, uint32_t index) {
    switch (kind) {
    case LRI_COMPETENCE:
        return c->competences[index];
    case LRI_AWARD:
        return (lri_named){c->awards[index].id, c->awards[index].name};
    case LRI_FUNCTION:
        return (lri_named){c->functions[index].id, c->functions[index].name};
    case LRI_UNIT:
    case LRI_STARTED:
        return (lri_named){c->activities[index].id, c->activities[index].name};
    case LRI_ATTRIBUTE:
    case LRI_NOT_ATTRIBUTE:
        return c->attributes[index];
    case LRI_ALL:
    case LRI_ANY:
    case LRI_AT_LEAST:
        break; /* no leaves */
    }
    return (lri_named){"", ""};
}

/* ---- Leaves ---- */

/* Kind, id and name of a leaf. */
static void add_names(writer *w, lri_value *object, const lri_thing *thing) {
    lri_named n = named(w->catalogue, thing->kind, thing->index);
    lri_tree_text(&w->tree, object, "kind", kind_name(w->catalogue, thing->kind, thing->index));
    lri_tree_text(&w->tree, object, "id", n.id);
    lri_tree_text(&w->tree, object, "name", n.name);
    if (thing->level) lri_tree_integer(&w->tree, object, "level", thing->level);
}

static void add_thanks(writer *w, lri_value *object, const lri_thing *thing) {
    const lri_thing *by = &w->gap->standing.things.items[thing->ground.index];
    lri_requirement_kind kind = by->kind;
    if (thing->ground.kind == LRI_BY_THING && by == thing) return;
    lri_value *thanks = lri_tree_object(&w->tree, object, "thanks_to");
    if (thing->ground.kind == LRI_BY_UNDER_WAY) {
        uint32_t index = w->intake->under_way[thing->ground.index].activity;
        const lri_activity *activity = &w->catalogue->activities[index];
        lri_tree_text(&w->tree, thanks, "kind", activity->is_assessment ? "assessment" : "unit");
        lri_tree_text(&w->tree, thanks, "id", activity->id);
        return;
    }
    const lri_holding *h =
        thing->ground.kind == LRI_BY_HOLDING ? &w->intake->holds[thing->ground.index] : NULL;
    uint32_t index = h ? h->index : by->index;
    if (h) kind = h->kind;
    lri_tree_text(&w->tree, thanks, "kind", kind_name(w->catalogue, kind, index));
    lri_tree_text(&w->tree, thanks, "id", named(w->catalogue, kind, index).id);
    if (!h) return;
    if (h->evidence) lri_tree_text(&w->tree, thanks, "evidence", h->evidence);
    lri_tree_boolean(&w->tree, thanks, "expected", h->expected);
}

static void add_claim(writer *w, lri_value *object, const lri_thing *thing) {
    const lri_claim *claim = lri_thing_claim(w->gap, thing);
    if (!claim) return;
    lri_value *member = lri_tree_object(&w->tree, object, "claim");
    lri_tree_integer(&w->tree, member, "level", claim->level);
    if (claim->evidence) lri_tree_text(&w->tree, member, "evidence", claim->evidence);
    if (claim->occupation != LRI_NONE)
        lri_tree_text(&w->tree, member, "occupation",
                      w->catalogue->occupations[claim->occupation].id);
    lri_value *list = lri_tree_list(&w->tree, member, "assessments");
    const uint32_t *first = &w->catalogue->competence_givers[thing->index];
    for (uint32_t i = first[0]; i < first[1] && claim->level >= thing->level; i++)
        if (lri_can_prove(w->gap, &w->catalogue->givers[i], thing))
            lri_tree_text(&w->tree, list, NULL,
                          w->catalogue->activities[w->catalogue->givers[i].index].id);
}

static void add_missing(writer *w, lri_value *object, const lri_thing *thing) {
    uint8_t below = thing->kind == LRI_COMPETENCE ? lri_held_below(w->gap, thing) : 0;
    if (below) lri_tree_integer(&w->tree, object, "held_level", below);
    add_claim(w, object, thing);
    const lri_holding *h = thing->idle == LRI_NONE ? NULL : &w->intake->holds[thing->idle];
    if (h && !h->counts) lri_tree_boolean(&w->tree, object, "expected_not_counted", true);
    if (h && h->counts) lri_tree_day(&w->tree, object, "lapsed", h->lapses);
}

static void add_leaf(writer *w, lri_value *object, const lri_thing *thing) {
    if (thing->from == LRI_ALWAYS_WEEK) {
        add_missing(w, object, thing);
        return;
    }
    lri_day last = lri_last_day(w->gap, thing);
    if (last >= 0) lri_tree_day(&w->tree, object, "until", last);
    add_thanks(w, object, thing);
}

/* ---- Parts ---- */

static void add_state(writer *w, lri_value *object, uint32_t part) {
    lri_state state = lri_part_state(w->gap, part);
    lri_tree_text(&w->tree, object, "state", states[state]);
    if (state == LRI_COMING)
        lri_tree_day(&w->tree, object, "from", 7 * w->gap->standing.parts.items[part].from);
}

/* Fills in the object of a part; its own parts are put on the stack, the first on top. */
static void fill_part(writer *w, lri_value *object, uint32_t part) {
    const lri_part *p = &w->gap->standing.parts.items[part];
    if (p->asks->kind > LRI_AT_LEAST) {
        const lri_thing *thing = &w->gap->standing.things.items[p->thing];
        add_names(w, object, thing);
        add_state(w, object, part);
        add_leaf(w, object, thing);
        return;
    }
    lri_tree_text(&w->tree, object, "kind", kind_name(w->catalogue, p->asks->kind, 0));
    add_state(w, object, part);
    if (p->asks->kind == LRI_AT_LEAST) {
        lri_tree_integer(&w->tree, object, "need", p->asks->need);
        lri_tree_integer(&w->tree, object, "have", (int64_t)p->have_at_start);
    }
    lri_value *list = lri_tree_list(&w->tree, object, "parts");
    for (uint32_t i = p->asks->count; i-- > 0;)
        if (!lri_push(&w->stack, (entry){p->first + i, list})) w->tree.failed = true;
}

/* A whole requirement, under a key. */
static void add_requirement(writer *w, lri_value *object, const char *key, uint32_t part) {
    fill_part(w, lri_tree_object(&w->tree, object, key), part);
    while (w->stack.count && !w->tree.failed) {
        entry e = w->stack.items[--w->stack.count];
        const lri_part *p = &w->gap->standing.parts.items[e.part];
        lri_value *item = lri_tree_object(&w->tree, e.list, NULL);
        if (w->gap->standing.parts.items[p->above].asks->kind == LRI_AT_LEAST)
            lri_tree_integer(&w->tree, item, "weight", p->weight);
        fill_part(w, item, e.part);
    }
}

static void add_opened(writer *w, lri_value *list, const lri_thing *thing) {
    lri_value *object = lri_tree_object(&w->tree, list, NULL);
    add_names(w, object, thing);
    add_requirement(w, object, "requires", thing->requires);
}

leerroute_status lri_gap_json(const lri_gap *gap, char **out, size_t *size) {
    const lri_standing *s = &gap->standing;
    writer w = {.gap = gap, .intake = s->intake, .catalogue = s->catalogue};
    lri_value *root = lri_tree_object(&w.tree, NULL, NULL);
    lri_tree_text(&w.tree, root, "format", "leerroute-gap/1");
    lri_tree_text(&w.tree, root, "intake", s->intake->id);
    lri_tree_text(&w.tree, root, "catalogue", s->catalogue->id);
    lri_tree_day(&w.tree, root, "start", 7 * s->start);
    add_requirement(&w, root, "goal", gap->goal);
    lri_value *list = lri_tree_list(&w.tree, root, "requirements");
    for (uint32_t i = 0; i < s->opened.count; i++)
        add_opened(&w, list, &s->things.items[s->opened.items[i]]);
    free(w.stack.items);
    return lri_tree_close(&w.tree, out, size);
}
