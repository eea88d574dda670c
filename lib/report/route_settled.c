#include "report/route_settled.h"

#include <stdlib.h>

#include "report/names.h"
#include "report/standing.h"

typedef struct writer {
    lri_page *page;
    const leerroute_route *route;
    const leerroute_intake *intake;
    lri_standing standing;
    LRI_VECTOR(uint32_t) taught; /* awards that the steps grant, to be looked at */
    uint8_t *is_taught;          /* by thing */
    uint32_t *first;             /* by entry of intake->holds: the first thing thanks to it */
    uint32_t *next;              /* by thing: the next thanks to the same */
    bool has_heading;
} writer;

/* ---- What the steps teach ---- */

static void teach(writer *w, lri_requirement_kind kind, uint32_t index, uint8_t level) {
    const lri_thing *thing = lri_standing_thing(&w->standing, kind, index, level);
    uint8_t *is_taught = thing ? &w->is_taught[thing - w->standing.things.items] : NULL;
    if (!is_taught || *is_taught) return;
    *is_taught = 1;
    if (kind == LRI_AWARD && !lri_push(&w->taught, index)) w->page->text.failed = true;
}

static void teach_competence(writer *w, uint32_t competence, uint8_t level) {
    for (uint8_t l = 1; l <= level; l++) teach(w, LRI_COMPETENCE, competence, l);
}

static void teach_grants(writer *w, lri_range grants) {
    for (uint32_t i = grants.first; i < grants.first + grants.count; i++) {
        const lri_grant *grant = &w->intake->catalogue->grants[i];
        if (grant->is_award)
            teach(w, LRI_AWARD, grant->index, 0);
        else
            teach_competence(w, grant->index, grant->level);
    }
}

static void teach_claims(writer *w, const lri_activity *assessment) {
    lri_range validates = assessment->validates;
    for (uint32_t i = validates.first; i < validates.first + validates.count; i++) {
        uint32_t competence = w->intake->catalogue->validates[i];
        uint8_t level = lri_intake_claimed_level(w->intake, competence);
        teach_competence(w, competence,
                         level < assessment->max_level ? level : assessment->max_level);
    }
}

static void teach_steps(writer *w) {
    for (uint32_t i = 0; i < w->route->step_count; i++) {
        uint32_t index = w->route->steps[i].activity;
        if (index == LRI_NONE) continue;
        const lri_activity *activity = &w->intake->catalogue->activities[index];
        teach_grants(w, activity->grants);
        if (activity->is_assessment) teach_claims(w, activity);
    }
    for (uint32_t i = 0; i < w->taught.count; i++)
        teach_grants(w, w->intake->catalogue->awards[w->taught.items[i]].grants);
}

/* ---- What is settled ---- */

static void ask(writer *w) {
    const leerroute_catalogue *c = w->intake->catalogue;
    const leerroute_route *route = w->route;
    lri_standing_ask(&w->standing, &w->intake->requirements, w->intake->goal);
    for (uint32_t i = 0; i < route->step_count; i++) {
        uint32_t activity = route->steps[i].activity, offering = route->steps[i].offering_index;
        if (activity != LRI_NONE)
            lri_standing_ask(&w->standing, &c->requirements, c->activities[activity].requires);
        if (offering != LRI_NONE)
            lri_standing_ask(&w->standing, &c->requirements, c->offerings[offering].requires);
    }
    for (uint32_t i = 0; i < route->award_count; i++)
        if (route->awards[i].award != LRI_NONE)
            lri_standing_ask(&w->standing, &c->requirements,
                             c->awards[route->awards[i].award].requires);
}

static bool is_settled(const writer *w, const lri_thing *thing) {
    return thing->asked && thing->from <= lri_week_of(w->route->finish) &&
           !w->is_taught[thing - w->standing.things.items];
}

/* A unit that is held has been completed, also where it only need have been started. */
static lri_requirement_kind told_kind(const lri_thing *thing) {
    return thing->kind == LRI_STARTED ? LRI_UNIT : thing->kind;
}

/* Is it said by another thing that is settled thanks to the same: the competence at a higher level,
 * the unit completed? */
static bool is_implied(const writer *w, const lri_thing *thing) {
    lri_requirement_kind kind = told_kind(thing);
    if (kind != LRI_COMPETENCE && kind == thing->kind) return false;
    for (uint8_t l = kind == LRI_UNIT ? 0 : (uint8_t)(thing->level + 1); l <= LRI_TOP_LEVEL; l++) {
        const lri_thing *more = lri_standing_thing(&w->standing, kind, thing->index, l);
        if (more && is_settled(w, more) && more->ground.kind == LRI_BY_HOLDING &&
            more->ground.index == thing->ground.index)
            return true;
    }
    return false;
}

/* Lists the things by the evidence for each. */
static void group(writer *w) {
    for (uint32_t i = 0; i < w->intake->hold_count; i++) w->first[i] = LRI_NONE;
    for (uint32_t i = w->standing.things.count; i-- > 0;) {
        const lri_thing *thing = &w->standing.things.items[i];
        if (!is_settled(w, thing) || thing->ground.kind != LRI_BY_HOLDING || is_implied(w, thing))
            continue;
        w->next[i] = w->first[thing->ground.index];
        w->first[thing->ground.index] = i;
    }
}

/* ---- Lines ---- */

static void write_line(writer *w, const char *line) {
    if (!w->has_heading) lri_page_heading(w->page, LRI_SAY_HEAD_SETTLED);
    w->has_heading = true;
    lri_page_bullet(w->page, line);
}

static const char *name(writer *w, const lri_thing *thing) {
    return lri_leaf_name(w->page, w->intake->catalogue, told_kind(thing), thing->index,
                         thing->level);
}

static void write_holding(writer *w, uint32_t i) {
    const lri_holding *h = &w->intake->holds[i];
    bool has_itself = false, is_later = h->from > w->standing.start;
    lri_series names = {0};
    for (uint32_t t = w->first[i]; t != LRI_NONE; t = w->next[t]) {
        const lri_thing *thing = &w->standing.things.items[t];
        bool is_itself = told_kind(thing) == h->kind && thing->index == h->index;
        has_itself |= is_itself;
        if (!is_itself) lri_series_add(w->page, &names, name(w, thing));
    }
    lri_say say = !has_itself   ? LRI_SAY_SETTLED_BY
                  : names.count ? LRI_SAY_SETTLED_WITH
                                : LRI_SAY_SETTLED_ITSELF;
    const char *holding = lri_holding_name(w->page, w->intake->catalogue, h);
    if (is_later)
        holding = LRI_SAY(w->page, LRI_SAY_FROM, {"name", holding},
                          {"date", lri_page_date(w->page, 7 * h->from)});
    write_line(w, LRI_SAY(w->page, say, {"holding", holding},
                          {"names", lri_series_join(w->page, &names, LRI_SAY_SEMICOLON)}));
}

/* Awards that come by themselves, without a step. */
static void write_awards(writer *w) {
    for (uint32_t i = 0; i < w->standing.things.count; i++) {
        const lri_thing *thing = &w->standing.things.items[i];
        if (thing->kind == LRI_AWARD && thing->opened && is_settled(w, thing))
            write_line(w, LRI_SAY(w->page, LRI_SAY_FROM, {"name", name(w, thing)},
                                  {"date", lri_page_date(w->page, 7 * thing->from)}));
    }
}

void lri_write_settled(lri_page *page, const leerroute_route *route,
                       const leerroute_intake *intake) {
    writer w = {.page = page, .route = route, .intake = intake};
    lri_standing_open(&w.standing, intake);
    ask(&w);
    bool found = lri_standing_find(&w.standing);
    uint32_t things = w.standing.things.count;
    w.is_taught = lri_arena_array(&page->scratch, things, sizeof *w.is_taught);
    w.next = lri_arena_array(&page->scratch, things, sizeof *w.next);
    w.first = lri_arena_array(&page->scratch, intake->hold_count, sizeof *w.first);
    if (found && w.is_taught && w.next && w.first) {
        teach_steps(&w);
        group(&w);
        for (uint32_t i = 0; i < intake->hold_count; i++)
            if (w.first[i] != LRI_NONE) write_holding(&w, i);
        write_awards(&w);
    } else {
        page->text.failed = true;
    }
    free(w.taught.items);
    lri_standing_close(&w.standing);
}
