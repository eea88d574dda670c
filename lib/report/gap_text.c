/* The gap as an adviser reads it aloud: a line for each thing that the goal asks, with a word for
 * how the person stands to it. What a diploma, certificate or function asks is told once, the first
 * time that it is named. Of alternatives, and of what else is met, only what meets it is told. */
#include <stdlib.h>

#include "report/gap.h"
#include "report/names.h"

enum { LABEL = 8, STEP = 2 }; /* columns of the word and of a level of the tree */

/* A part still to be written, which stands so deep. */
typedef struct entry {
    uint32_t part, depth;
    bool is_weighed; /* how much it counts for is told */
} entry;

typedef struct writer {
    lri_page page;
    const lri_gap *gap;
    const leerroute_intake *intake;
    const leerroute_catalogue *catalogue;
    LRI_VECTOR(entry) stack;
    uint8_t *is_told;    /* by thing: all about it stands above */
    uint8_t *is_evident; /* by entry of intake->holds: its evidence stands above */
} writer;

static const lri_part *part_at(const writer *w, uint32_t part) {
    return &w->gap->standing.parts.items[part];
}

static bool is_group(const lri_part *part) {
    return part->asks->kind <= LRI_AT_LEAST;
}

/* A part in place of which its only part may stand. */
static uint32_t simplest(const writer *w, uint32_t part) {
    const lri_part *p = part_at(w, part);
    for (; p->asks->kind <= LRI_ANY && p->asks->count == 1; p = part_at(w, part)) part = p->first;
    return part;
}

/* ---- What holds thanks to what ---- */

/* "Medicatie, dankzij diploma Helpende" */
static const char *thanks(writer *w, const lri_thing *thing, const char *name) {
    const char *to = NULL;
    uint32_t index = thing->ground.index;
    if (thing->ground.kind == LRI_BY_HOLDING) {
        const lri_holding *h = &w->intake->holds[index];
        if (h->kind != thing->kind || h->index != thing->index)
            to = lri_leaf_name(&w->page, w->catalogue, h->kind, h->index, h->level);
    } else if (thing->ground.kind == LRI_BY_UNDER_WAY) {
        const lri_under_way *u = &w->intake->under_way[index];
        bool itself = thing->kind == LRI_UNIT || thing->kind == LRI_STARTED;
        if (!itself) to = w->catalogue->activities[u->activity].name;
    } else {
        const lri_thing *by = &w->gap->standing.things.items[index];
        if (by != thing) to = lri_leaf_name(&w->page, w->catalogue, by->kind, by->index, by->level);
    }
    return to ? LRI_SAY(&w->page, LRI_SAY_THANKS_TO, {"name", name}, {"holding", to}) : name;
}

static void add_dated(writer *w, lri_series *notes, lri_say say, lri_day day) {
    lri_series_add(&w->page, notes, LRI_SAY(&w->page, say, {"date", lri_page_date(&w->page, day)}));
}

static void note_had(writer *w, const lri_thing *thing, const char *name, lri_series *notes) {
    if (thing->from > w->gap->standing.start)
        add_dated(w, notes, LRI_SAY_NOTE_FROM, 7 * thing->from);
    if (thing->ground.kind == LRI_BY_HOLDING) {
        const lri_holding *h = &w->intake->holds[thing->ground.index];
        if (!w->is_evident[thing->ground.index])
            lri_add_evidence(&w->page, notes, name, h->evidence);
        w->is_evident[thing->ground.index] = 1;
        if (h->expected)
            lri_series_add(&w->page, notes, lri_form(w->page.language, LRI_SAY_EXPECTED));
        lri_day last = lri_last_day(w->gap, thing);
        if (last >= 0) add_dated(w, notes, LRI_SAY_NOTE_UNTIL, last);
    }
}

/* ---- What is claimed, and what is not there ---- */

static const char *provers(writer *w, const lri_thing *thing) {
    const uint32_t *first = &w->catalogue->competence_givers[thing->index];
    lri_series names = {0};
    for (uint32_t i = first[0]; i < first[1]; i++) {
        const lri_giver *giver = &w->catalogue->givers[i];
        if (lri_can_prove(w->gap, giver, thing))
            lri_series_add(&w->page, &names, w->catalogue->activities[giver->index].name);
    }
    if (!names.count) return lri_form(w->page.language, LRI_SAY_NO_PROVER);
    return LRI_SAY(&w->page, LRI_SAY_PROVERS,
                   {"names", lri_series_join(&w->page, &names, LRI_SAY_OR)});
}

static void note_claim(writer *w, const lri_thing *thing, const char *name, lri_series *notes) {
    const lri_claim *claim = lri_thing_claim(w->gap, thing);
    if (!claim) return;
    if (claim->level < thing->level)
        lri_series_add(&w->page, notes,
                       LRI_SAY(&w->page, LRI_SAY_NOTE_CLAIMS,
                               {"level", lri_level_name(&w->page, claim->level)}));
    lri_add_evidence(&w->page, notes, name, claim->evidence);
    if (claim->occupation != LRI_NONE)
        lri_series_add(&w->page, notes,
                       LRI_SAY(&w->page, LRI_SAY_EXPERIENCE,
                               {"name", w->catalogue->occupations[claim->occupation].name}));
    if (claim->level >= thing->level) lri_series_add(&w->page, notes, provers(w, thing));
}

static void note_missing(writer *w, const lri_thing *thing, const char *name, lri_series *notes) {
    uint8_t below = thing->kind == LRI_COMPETENCE ? lri_held_below(w->gap, thing) : 0;
    if (below)
        lri_series_add(
            &w->page, notes,
            LRI_SAY(&w->page, LRI_SAY_NOTE_HAS, {"level", lri_level_name(&w->page, below)}));
    note_claim(w, thing, name, notes);
    if (thing->kind == LRI_ATTRIBUTE)
        lri_series_add(&w->page, notes, lri_form(w->page.language, LRI_SAY_NOT_STATED));
    if (thing->kind == LRI_NOT_ATTRIBUTE)
        lri_series_add(&w->page, notes, lri_form(w->page.language, LRI_SAY_STATED));
    if (thing->idle == LRI_NONE) return;
    const lri_holding *h = &w->intake->holds[thing->idle];
    if (!h->counts)
        lri_series_add(&w->page, notes, lri_form(w->page.language, LRI_SAY_NOT_COUNTED));
    else
        add_dated(w, notes, LRI_SAY_NOTE_LAPSED, h->lapses);
}

/* ---- Phrases for parts ---- */

/* The name, the first time with all that is to be told of it. */
static const char *thing_phrase(writer *w, uint32_t index) {
    const lri_thing *thing = &w->gap->standing.things.items[index];
    const char *name =
        lri_leaf_name(&w->page, w->catalogue, thing->kind, thing->index, thing->level);
    lri_series notes = {0};
    if (w->is_told[index]) return name;
    if (thing->from == LRI_ALWAYS_WEEK) {
        note_missing(w, thing, name, &notes);
    } else {
        name = thanks(w, thing, name);
        note_had(w, thing, name, &notes);
    }
    if (!notes.count) return name;
    return LRI_SAY(&w->page, LRI_SAY_WITH_NOTES, {"name", name},
                   {"notes", lri_series_join(&w->page, &notes, LRI_SAY_SEMICOLON)});
}

static bool is_weighed(const writer *w, const lri_part *group) {
    if (group->asks->kind != LRI_AT_LEAST) return false;
    for (uint32_t i = 0; i < group->asks->count; i++)
        if (part_at(w, group->first + i)->weight != 1) return true;
    return false;
}

/* What is asked of the parts of a group: "all of these". */
static const char *group_phrase(writer *w, const lri_part *group) {
    if (group->asks->kind == LRI_ALL) return lri_form(w->page.language, LRI_SAY_ALL_OF);
    if (group->asks->kind == LRI_ANY) return lri_form(w->page.language, LRI_SAY_ONE_OF);
    const uint32_t need = group->asks->need;
    if (!is_weighed(w, group))
        return LRI_SAY(&w->page, LRI_SAY_SO_MANY_OF, {"need", lri_page_number(&w->page, need)});
    return LRI_SAY(&w->page, LRI_SAY_POINTS_OF,
                   {"need", lri_page_count(&w->page, need, LRI_SAY_SO_MANY_POINTS)},
                   {"have", lri_page_number(&w->page, (int64_t)group->have_at_start)});
}

/* ---- The tree ---- */

static void push(writer *w, entry e) {
    if (!lri_push(&w->stack, e)) w->page.text.failed = true;
}

/* Puts what stands below a part on the stack, the first on top; false when nothing does. */
static bool push_below(writer *w, const lri_part *group, uint32_t depth) {
    uint32_t count = w->stack.count;
    bool weighed = is_weighed(w, group);
    for (uint32_t i = group->asks->count; i-- > 0;)
        if (lri_part_matters(&w->gap->standing, group, group->first + i))
            push(w, (entry){group->first + i, depth, weighed});
    return w->stack.count > count;
}

/* A thing whose own requirement follows below it. */
static const char *opened_phrase(writer *w, const lri_thing *thing, const char *name,
                                 uint32_t depth) {
    uint32_t below = simplest(w, thing->requires);
    const char *parts = lri_form(w->page.language, LRI_SAY_THIS);
    if (is_group(part_at(w, below))) {
        if (!push_below(w, part_at(w, below), depth + 1)) return name;
        parts = group_phrase(w, part_at(w, below));
    } else {
        push(w, (entry){below, depth + 1, false});
    }
    return LRI_SAY(&w->page, LRI_SAY_NEEDS, {"name", name}, {"parts", parts});
}

static const char *bare_group_phrase(writer *w, const lri_part *group, uint32_t depth) {
    lri_say say = group->asks->kind == LRI_ALL ? LRI_SAY_PARTS_TOGETHER : LRI_SAY_PARTS;
    if (push_below(w, group, depth + 1))
        return LRI_SAY(&w->page, say, {"parts", group_phrase(w, group)});
    return lri_form(w->page.language,
                    group->from == LRI_ALWAYS_WEEK ? LRI_SAY_IMPOSSIBLE : LRI_SAY_NOTHING);
}

static const char *leaf_phrase(writer *w, uint32_t index, uint32_t depth) {
    const lri_thing *thing = &w->gap->standing.things.items[index];
    const char *name = thing_phrase(w, index);
    bool is_told = w->is_told[index];
    w->is_told[index] = 1;
    if (!thing->opened) return name;
    return is_told ? LRI_SAY(&w->page, LRI_SAY_SEE_ABOVE, {"name", name})
                   : opened_phrase(w, thing, name, depth);
}

static void write_part(writer *w, entry e) {
    uint32_t part = simplest(w, e.part);
    lri_say label = (lri_say)(LRI_SAY_HELD + lri_part_state(w->gap, part));
    const lri_part *p = part_at(w, part);
    const char *phrase =
        is_group(p) ? bare_group_phrase(w, p, e.depth) : leaf_phrase(w, p->thing, e.depth);
    if (e.is_weighed)
        phrase = LRI_SAY(&w->page, LRI_SAY_COUNTS_FOR, {"name", phrase},
                         {"weight", lri_page_number(&w->page, part_at(w, e.part)->weight)});
    size_t indent = LABEL + (size_t)STEP * e.depth, most = (size_t)w->page.width / 2;
    lri_page_item(&w->page, lri_form(w->page.language, label), indent < most ? indent : most,
                  phrase);
}

static void write_answer(writer *w) {
    const lri_standing *s = &w->gap->standing;
    const char *goal =
        lri_requirement_name(&w->page, w->catalogue, &w->intake->requirements, w->intake->goal);
    lri_week from = part_at(w, w->gap->goal)->from;
    lri_say say = from == LRI_ALWAYS_WEEK ? LRI_SAY_NOT_MET
                  : from > s->start       ? LRI_SAY_HOLDS_LATER
                                          : LRI_SAY_HOLDS_NOW;
    lri_page_paragraph(&w->page, LRI_SAY(&w->page, LRI_SAY_GOAL, {"goal", goal}));
    if (from == LRI_ALWAYS_WEEK) from = s->start;
    lri_page_paragraph(
        &w->page, LRI_SAY(&w->page, say, {"start", lri_page_date(&w->page, 7 * s->start)},
                          {"finish", lri_page_date(&w->page, 7 * from)},
                          {"weeks", lri_page_count(&w->page, from - s->start, LRI_SAY_WEEKS)}));
}

leerroute_status lri_gap_text(const lri_gap *gap, const leerroute_style *style, char **out,
                              size_t *size) {
    const leerroute_intake *intake = gap->standing.intake;
    writer w = {.gap = gap, .intake = intake, .catalogue = intake->catalogue};
    lri_page_open(&w.page, style);
    write_answer(&w);
    w.is_told = lri_arena_array(&w.page.scratch, gap->standing.things.count, 1);
    w.is_evident = lri_arena_array(&w.page.scratch, intake->hold_count, 1);
    if (!w.is_told || !w.is_evident) w.page.text.failed = true;
    lri_page_heading(&w.page, LRI_SAY_HEAD_GAP);
    push(&w, (entry){gap->goal, 0, false});
    while (w.stack.count && !w.page.text.failed) write_part(&w, w.stack.items[--w.stack.count]);
    free(w.stack.items);
    lri_page_heading(&w.page, LRI_SAY_GAP_LEGEND);
    return lri_page_close(&w.page, out, size);
}
