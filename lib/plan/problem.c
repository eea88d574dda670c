#include "plan/problem.h"

#include <stdlib.h>
#include <string.h>

#include "plan/landmarks.h"
#include "plan/reduce.h"

/* ---- Nodes by what they stand for -------------------------------------------------------------
 */

/* A node that stands for a fact is found by its key; it is made empty and filled from a list of
 * what is wanted, so that long chains of requirements do not nest calls. */
typedef enum key_kind {
    KEY_COMPETENCE, /* gained by steps: at the level, for good */
    KEY_AWARD,      /* awarded or granted, for good */
    KEY_FUNCTION,   /* in a segment */
    KEY_TASK        /* the value is a task, not a node */
} key_kind;

enum { WHOLE = 0 }; /* the segment of what is the same in all; the others count from 1 */

static uint64_t key_of(key_kind kind, uint32_t part, uint32_t index) {
    return (uint64_t)kind << 56 | (uint64_t)part << 32 | index;
}

static uint32_t add_node(lri_problem *p, lri_node node) {
    if (!lri_push(&p->nodes, node)) p->failed = true;
    return p->failed ? LRI_NODE_NEVER : p->nodes.count - 1;
}

static uint32_t fixed(lri_problem *p, int week) {
    if (week == 0) return LRI_NODE_HOLDS;
    if (week < 0 || week > p->last) return LRI_NODE_NEVER;
    return add_node(p, (lri_node){.kind = LRI_NODE_FIXED, .week = week});
}

static void push_child(lri_problem *p, uint32_t node, uint32_t weight) {
    if (!lri_push(&p->stack, (lri_child){node, weight})) p->failed = true;
}

/* Moves the children that were pushed since `base` into the node. */
static void fill_node(lri_problem *p, uint32_t index, uint32_t base) {
    uint32_t count = p->stack.count - base;
    if (p->failed || !lri_room(&p->children, count)) {
        p->failed = true;
        return;
    }
    p->nodes.items[index].first = p->children.count;
    p->nodes.items[index].count = count;
    if (count)
        memcpy(p->children.items + p->children.count, p->stack.items + base,
               count * sizeof(lri_child));
    p->children.count += count;
    p->stack.count = base;
}

/* The node of the children pushed since `base`; trivial ones become what they are. */
static uint32_t composite(lri_problem *p, lri_node_kind kind, uint32_t need, uint32_t base) {
    uint32_t count = p->stack.count - base;
    if (p->failed) return LRI_NODE_NEVER;
    if (kind != LRI_NODE_AT_LEAST) {
        const uint32_t neutral = kind == LRI_NODE_ALL ? LRI_NODE_HOLDS : LRI_NODE_NEVER;
        const uint32_t decides = kind == LRI_NODE_ALL ? LRI_NODE_NEVER : LRI_NODE_HOLDS;
        uint32_t kept = base;
        for (uint32_t i = base; i < base + count; i++) {
            lri_child child = p->stack.items[i];
            if (child.node == decides) {
                p->stack.count = base;
                return decides;
            }
            if (child.node != neutral) p->stack.items[kept++] = child;
        }
        p->stack.count = kept;
        count = kept - base;
        if (count <= 1) {
            uint32_t only = count ? p->stack.items[base].node : neutral;
            p->stack.count = base;
            return only;
        }
    }
    uint32_t node = add_node(p, (lri_node){.kind = kind, .need = need});
    fill_node(p, node, base);
    return p->failed ? LRI_NODE_NEVER : node;
}

static uint32_t gate(lri_problem *p, uint32_t child, int from, int to, int delay) {
    if (child == LRI_NODE_NEVER || p->failed) return LRI_NODE_NEVER;
    uint32_t base = p->stack.count;
    push_child(p, child, 1);
    uint32_t node =
        add_node(p, (lri_node){.kind = LRI_NODE_GATE, .from = from, .to = to, .delay = delay});
    fill_node(p, node, base);
    return p->failed ? LRI_NODE_NEVER : node;
}

/* The node of a key, made empty and put on the list when it is new. */
static uint32_t wanted_node(lri_problem *p, uint64_t key) {
    uint32_t *place = lri_map_at(&p->index, key);
    if (!place) p->failed = true;
    if (p->failed) return LRI_NODE_NEVER;
    if (*place == LRI_NONE) {
        *place = add_node(p, (lri_node){.kind = LRI_NODE_ANY});
        if (!lri_push(&p->wanted, key)) p->failed = true;
    }
    return p->failed ? LRI_NODE_NEVER : *place;
}

/* ---- Segments ---------------------------------------------------------------------------------
 */

/* Cuts 0 .. last after each week in which something held counts for the last time. */
static void make_segments(lri_problem *p) {
    const leerroute_intake *intake = p->intake;
    lri_week start = lri_week_of(intake->start);
    lri_weeks first = {{0}};
    lri_weeks_add(&first, 0);
    for (uint32_t i = 0; i < intake->hold_count; i++) {
        int64_t next = (int64_t)intake->holds[i].until + 1 - start;
        if (next > 0 && next <= p->last) lri_weeks_add(&first, (int)next);
    }
    p->segments.count = 0;
    for (int from = 0; from >= 0 && !p->failed;) {
        int next = lri_weeks_next(&first, from + 1);
        lri_weeks segment = lri_weeks_span(from, next < 0 ? p->last : next - 1);
        if (!lri_push(&p->segments, segment)) p->failed = true;
        from = next;
    }
}

/* Does the fact hold, and later not, without any step? Then requirements that name it differ by
 * segment. */
static bool lapses(const lri_problem *p, lri_weeks weeks) {
    int first = lri_weeks_next(&weeks, 0);
    if (first < 0) return false;
    lri_weeks since = lri_weeks_span(first, p->last);
    since = lri_weeks_without(since, &weeks);
    return !lri_weeks_empty(&since);
}

static lri_weeks base_weeks(const lri_problem *p, const lri_requirement *r) {
    return lri_facts_weeks(&p->facts, r->kind, r->index, r->level);
}

/* May the requirement hold and later not, whatever the steps? It may when it names something that
 * lapses; a function may name such a thing, so it counts as one when anything lapses at all. */
static bool is_sensitive(const lri_problem *p, const lri_requirements *pool, uint32_t node) {
    if (p->segments.count == 1) return false;
    const lri_requirement *r = &pool->nodes[node];
    switch (r->kind) {
    case LRI_ALL:
    case LRI_ANY:
    case LRI_AT_LEAST:
        for (uint32_t i = r->first; i < r->first + r->count; i++)
            if (is_sensitive(p, pool, pool->children[i].node)) return true;
        return false;
    case LRI_ATTRIBUTE:
    case LRI_NOT_ATTRIBUTE:
        return false;
    case LRI_FUNCTION:
        return true;
    default:
        return lapses(p, base_weeks(p, r));
    }
}

/* ---- Requirements to nodes --------------------------------------------------------------------
 */

static uint32_t task_of(lri_problem *p, uint32_t activity);

static uint32_t started_node(lri_problem *p, uint32_t activity) {
    uint32_t task = task_of(p, activity);
    if (p->failed || task == LRI_NONE) return LRI_NODE_NEVER;
    if (p->tasks.items[task].started == LRI_NONE)
        p->tasks.items[task].started =
            add_node(p, (lri_node){.kind = LRI_NODE_STARTED, .task = task});
    return p->tasks.items[task].started;
}

static uint32_t done_node(lri_problem *p, uint32_t activity) {
    uint32_t task = task_of(p, activity);
    if (p->failed || task == LRI_NONE) return LRI_NODE_NEVER;
    if (p->tasks.items[task].done == LRI_NONE)
        p->tasks.items[task].done = add_node(p, (lri_node){.kind = LRI_NODE_DONE, .task = task});
    return p->tasks.items[task].done;
}

/* What steps add to a leaf: the node from which it holds for good. */
static uint32_t gained(lri_problem *p, const lri_requirement *r, uint32_t segment) {
    switch (r->kind) {
    case LRI_COMPETENCE:
        return wanted_node(p, key_of(KEY_COMPETENCE, r->level, r->index));
    case LRI_AWARD:
        return wanted_node(p, key_of(KEY_AWARD, 0, r->index));
    case LRI_FUNCTION:
        return wanted_node(p, key_of(KEY_FUNCTION, segment, r->index));
    case LRI_STARTED:
        return started_node(p, r->index);
    default:
        return done_node(p, r->index);
    }
}

/* A leaf in a segment: it holds from its first week there without steps, or from when it is gained.
 * What holds at the beginning of the segment holds in all of it, so it counts as held always. */
static uint32_t leaf(lri_problem *p, const lri_requirement *r, uint32_t segment) {
    lri_weeks weeks = base_weeks(p, r);
    int begins = 0;
    if (segment != WHOLE) {
        const lri_weeks *within = &p->segments.items[segment - 1];
        weeks = lri_weeks_and(weeks, within);
        begins = lri_weeks_next(within, 0);
    }
    int first = lri_weeks_next(&weeks, 0);
    if (first == begins) return LRI_NODE_HOLDS;
    uint32_t base = p->stack.count;
    push_child(p, fixed(p, first), 1);
    push_child(p, gained(p, r, segment), 1);
    return composite(p, LRI_NODE_ANY, 1, base);
}

static uint32_t requirement(lri_problem *p, const lri_requirements *pool, uint32_t node,
                            uint32_t segment) {
    const lri_requirement *r = &pool->nodes[node];
    if (r->kind == LRI_ATTRIBUTE || r->kind == LRI_NOT_ATTRIBUTE) {
        return lri_intake_states(p->intake, r) ? LRI_NODE_HOLDS : LRI_NODE_NEVER;
    }
    if (r->kind != LRI_ALL && r->kind != LRI_ANY && r->kind != LRI_AT_LEAST)
        return leaf(p, r, segment);
    uint32_t base = p->stack.count;
    for (uint32_t i = r->first; i < r->first + r->count && !p->failed; i++) {
        const lri_child *child = &pool->children[i];
        push_child(p, requirement(p, pool, child->node, segment), child->weight);
    }
    if (r->kind == LRI_AT_LEAST) return composite(p, LRI_NODE_AT_LEAST, r->need, base);
    return composite(p, r->kind == LRI_ALL ? LRI_NODE_ALL : LRI_NODE_ANY, 1, base);
}

/* The segments in which a requirement must be looked at: all, or the one that is WHOLE. */
static uint32_t first_segment(bool sensitive) {
    return sensitive ? 1 : WHOLE;
}

static uint32_t last_segment(const lri_problem *p, bool sensitive) {
    return sensitive ? p->segments.count : WHOLE;
}

static lri_weeks segment_weeks(const lri_problem *p, uint32_t segment) {
    return segment == WHOLE ? lri_weeks_span(0, p->last) : p->segments.items[segment - 1];
}

/* Pushes a gate for each run of `weeks` in the segment: the node's first week in one of them. */
static void push_gates(lri_problem *p, uint32_t node, lri_weeks weeks, int delay) {
    for (int from = lri_weeks_next(&weeks, 0); from >= 0;) {
        int to = from;
        while (to < p->last && lri_weeks_has(&weeks, to + 1)) to++;
        push_child(p, gate(p, node, from, to, delay), 1);
        from = lri_weeks_next(&weeks, to + 1);
    }
}

/* ---- Filling what is wanted -------------------------------------------------------------------
 */

static bool gives(const lri_problem *p, const lri_giver *giver, uint32_t competence,
                  uint8_t level) {
    if (giver->by_award) return giver->level >= level;
    const lri_activity *activity = &p->intake->catalogue->activities[giver->index];
    return (activity->is_assessment ? lri_assessed_level(p->intake, activity, competence)
                                    : giver->level) >= level;
}

static void push_giver(lri_problem *p, const lri_giver *giver) {
    push_child(p,
               giver->by_award ? wanted_node(p, key_of(KEY_AWARD, 0, giver->index))
                               : done_node(p, giver->index),
               1);
}

static void fill_competence(lri_problem *p, uint32_t competence, uint8_t level) {
    const leerroute_catalogue *catalogue = p->intake->catalogue;
    for (uint32_t i = catalogue->competence_givers[competence];
         i < catalogue->competence_givers[competence + 1]; i++)
        if (gives(p, &catalogue->givers[i], competence, level))
            push_giver(p, &catalogue->givers[i]);
}

static void fill_award(lri_problem *p, uint32_t index) {
    const leerroute_catalogue *catalogue = p->intake->catalogue;
    const lri_award *award = &catalogue->awards[index];
    for (uint32_t i = catalogue->award_givers[index]; i < catalogue->award_givers[index + 1]; i++)
        push_giver(p, &catalogue->givers[i]);
    if (award->requires == LRI_NONE) return;
    lri_weeks holding = lri_facts_holding(&p->facts, index);
    bool sensitive = is_sensitive(p, &catalogue->requirements, award->requires);
    for (uint32_t s = first_segment(sensitive); s <= last_segment(p, sensitive); s++) {
        uint32_t node = requirement(p, &catalogue->requirements, award->requires, s);
        push_gates(p, node, lri_weeks_without(segment_weeks(p, s), &holding), award->award_weeks);
    }
}

typedef struct week_taker {
    lri_weeks weeks;
    lri_week start;
} week_taker;

static void take_week(void *context, lri_week week) {
    week_taker *taker = context;
    if (week - taker->start <= LRI_HORIZON_WEEKS) lri_weeks_add(&taker->weeks, week - taker->start);
}

/* The weeks, from week(start), in which an offering may begin (rule 1 and the include's `start`).
 */
static lri_weeks start_weeks(const lri_problem *p, const lri_offering *offering,
                             const lri_include *include) {
    lri_week start = lri_week_of(p->intake->start);
    week_taker taker = {.start = start};
    if (offering->starts.kind == LRI_STARTS_ANY)
        taker.weeks = lri_weeks_span(0, p->last);
    else
        lri_starts_each(&offering->starts, p->intake->start, start + p->last, take_week, &taker);
    lri_weeks open =
        lri_weeks_span((int64_t)offering->from - start, (int64_t)offering->until - start);
    lri_weeks weeks = lri_weeks_and(taker.weeks, &open);
    if (include && include->start >= 0) {
        open = lri_weeks_span((int64_t)include->start - start, (int64_t)include->start - start);
        weeks = lri_weeks_and(weeks, &open);
    }
    return weeks;
}

/* Takes out the weeks in which the mode alone would ask for more than there is. */
static void drop_overloaded(const lri_problem *p, lri_mode *mode) {
    for (uint32_t i = 0; i < p->changes.count; i++) {
        int32_t from = p->changes.items[i];
        bool fits = true;
        for (int k = 0; k < 3; k++)
            fits = fits && (!mode->load[k] || mode->load[k] <= p->room[k].items[from]);
        if (fits) continue;
        int64_t next = p->room[0].count;
        if (i + 1 < p->changes.count) next = p->changes.items[i + 1];
        lri_weeks full = lri_weeks_span(from - mode->weeks + 1, next - 1);
        mode->starts = lri_weeks_without(mode->starts, &full);
    }
}

static int32_t a_week(int32_t hours, int32_t weeks) {
    return (int32_t)lri_hours_a_week(hours, weeks);
}

/* Adds the modes of one offering in one number of weeks: one for each segment that matters. */
static void push_modes(lri_problem *p, uint32_t task, uint32_t offering, int32_t weeks,
                       const lri_weeks *starts) {
    const leerroute_catalogue *catalogue = p->intake->catalogue;
    const lri_offering *o = &catalogue->offerings[offering];
    uint32_t own = catalogue->activities[o->activity].requires;
    lri_mode mode = {.task = task,
                     .offering = offering,
                     .weeks = weeks,
                     .load = {a_week(o->study_hours, weeks), a_week(o->practice_hours, weeks), 1},
                     .cost_eur = lri_intake_price(p->intake, offering),
                     .study_hours = o->study_hours,
                     .starts = *starts};
    drop_overloaded(p, &mode);
    const lri_weeks fitting = mode.starts;
    bool sensitive = is_sensitive(p, &catalogue->requirements, own) ||
                     is_sensitive(p, &catalogue->requirements, o->requires);
    for (uint32_t s = first_segment(sensitive); s <= last_segment(p, sensitive); s++) {
        lri_weeks within = segment_weeks(p, s);
        mode.starts = lri_weeks_and(fitting, &within);
        if (lri_weeks_empty(&mode.starts)) continue;
        uint32_t base = p->stack.count;
        push_child(p, requirement(p, &catalogue->requirements, own, s), 1);
        push_child(p, requirement(p, &catalogue->requirements, o->requires, s), 1);
        mode.requires = composite(p, LRI_NODE_ALL, 2, base);
        if (mode.requires == LRI_NODE_NEVER) continue;
        if (!lri_push(&p->modes, mode)) p->failed = true;
    }
}

static const lri_include *include_of(const leerroute_intake *intake, uint32_t activity) {
    for (uint32_t i = 0; i < intake->include_count; i++)
        if (intake->includes[i].activity == activity) return &intake->includes[i];
    return NULL;
}

static void fill_task(lri_problem *p, uint32_t task) {
    const leerroute_catalogue *catalogue = p->intake->catalogue;
    const lri_activity *activity = &catalogue->activities[p->tasks.items[task].activity];
    const lri_include *include = include_of(p->intake, p->tasks.items[task].activity);
    p->tasks.items[task].included = include != NULL;
    p->tasks.items[task].first = p->modes.count;
    for (uint32_t i = 0; i < activity->offerings.count && !p->failed; i++) {
        uint32_t offering = activity->offerings.first + i;
        const lri_offering *o = &catalogue->offerings[offering];
        if (!lri_intake_allows(p->intake, offering)) continue;
        if (include && include->offering != LRI_NONE && include->offering != offering) continue;
        lri_weeks starts = start_weeks(p, o, include);
        for (uint32_t k = 0; k < o->weeks.count && !p->failed; k++)
            push_modes(p, task, offering, catalogue->weeks[o->weeks.first + k], &starts);
    }
    p->tasks.items[task].count = p->modes.count - p->tasks.items[task].first;
}

/* Can the activity be a step at all: is it not under way, and would it grant something? */
static bool is_usable(const leerroute_intake *intake, uint32_t index) {
    const lri_activity *activity = &intake->catalogue->activities[index];
    for (uint32_t i = 0; i < intake->under_way_count; i++)
        if (intake->under_way[i].activity == index) return false;
    if (!activity->is_assessment) return true;
    for (uint32_t i = 0; i < activity->validates.count; i++) {
        uint32_t competence = intake->catalogue->validates[activity->validates.first + i];
        if (lri_intake_claimed_level(intake, competence)) return true;
    }
    return false;
}

static uint32_t task_of(lri_problem *p, uint32_t activity) {
    uint64_t key = key_of(KEY_TASK, 0, activity);
    uint32_t *place = lri_map_at(&p->index, key);
    if (!place) p->failed = true;
    if (p->failed || *place != LRI_NONE) return p->failed ? LRI_NONE : *place;
    if (!is_usable(p->intake, activity)) return LRI_NONE;
    lri_task task = {.activity = activity, .started = LRI_NONE, .done = LRI_NONE};
    if (!lri_push(&p->tasks, task) || !lri_push(&p->wanted, key)) p->failed = true;
    *place = p->tasks.count - 1;
    return *place;
}

static void fill_wanted(lri_problem *p) {
    const leerroute_catalogue *catalogue = p->intake->catalogue;
    for (uint32_t i = 0; i < p->wanted.count && !p->failed; i++) {
        uint64_t key = p->wanted.items[i];
        uint32_t part = (uint32_t)(key >> 32) & 0xffffff, index = (uint32_t)key;
        uint32_t place = lri_map_find(&p->index, key), base = p->stack.count;
        switch ((key_kind)(key >> 56)) {
        case KEY_TASK:
            fill_task(p, place);
            continue;
        case KEY_COMPETENCE:
            fill_competence(p, index, (uint8_t)part);
            break;
        case KEY_AWARD:
            fill_award(p, index);
            break;
        case KEY_FUNCTION:
            push_child(p,
                       requirement(p, &catalogue->requirements,
                                   catalogue->functions[index].requires, part),
                       1);
            break;
        }
        fill_node(p, place, base);
    }
}

/* ---- The whole --------------------------------------------------------------------------------
 */

/* The first week in which the requirement holds, and the node `over` too. */
static uint32_t first_week(lri_problem *p, const lri_requirements *pool, uint32_t root,
                           uint32_t over) {
    bool sensitive = is_sensitive(p, pool, root);
    uint32_t base = p->stack.count;
    for (uint32_t s = first_segment(sensitive); s <= last_segment(p, sensitive); s++) {
        uint32_t pair = p->stack.count;
        push_child(p, requirement(p, pool, root, s), 1);
        push_child(p, over, 1);
        uint32_t both = composite(p, LRI_NODE_ALL, 2, pair);
        if (s == WHOLE)
            push_child(p, both, 1);
        else
            push_gates(p, both, segment_weeks(p, s), 0);
    }
    return composite(p, LRI_NODE_ANY, 1, base);
}

/* The goal holds and all that is included is over, and the function that comes first holds. */
static void make_end(lri_problem *p) {
    const leerroute_intake *intake = p->intake;
    const leerroute_catalogue *catalogue = intake->catalogue;
    uint32_t base = p->stack.count;
    for (uint32_t i = 0; i < intake->include_count; i++)
        push_child(p, done_node(p, intake->includes[i].activity), 1);
    uint32_t over = composite(p, LRI_NODE_ALL, 1, base);
    p->finish = p->end = first_week(p, &intake->requirements, intake->goal, over);
    if (p->conditions->first == LRI_NONE) return;
    p->first = first_week(p, &catalogue->requirements,
                          catalogue->functions[p->conditions->first].requires, LRI_NODE_HOLDS);
    base = p->stack.count;
    push_child(p, p->finish, 1);
    push_child(p, p->first, 1);
    p->end = composite(p, LRI_NODE_ALL, 2, base);
}

/* What steps may take in a week: the capacity less what is under way, never below nothing. */
static void find_room(const leerroute_intake *intake, lri_week week, int32_t room[3]) {
    lri_capacity capacity = lri_intake_capacity(intake, week);
    room[0] = capacity.study_hours;
    room[1] = capacity.practice_hours;
    room[2] = capacity.parallel;
    for (uint32_t i = 0; i < intake->under_way_count; i++) {
        const lri_under_way *running = &intake->under_way[i];
        if (running->ends < week) continue;
        int32_t taken[3] = {running->study_hours, running->practice_hours, 1};
        for (int k = 0; k < 3; k++) room[k] = room[k] > taken[k] ? room[k] - taken[k] : 0;
    }
}

/* The first week after this one, up to `end`, in which there may be other room. */
static lri_week next_change(const leerroute_intake *intake, lri_week week, lri_week end) {
    for (uint32_t i = 0; i < intake->period_count; i++) {
        const lri_period *period = &intake->periods[i];
        if (period->from > week && period->from < end) end = period->from;
        if (period->to >= week && period->to < end) end = period->to + 1;
    }
    for (uint32_t i = 0; i < intake->under_way_count; i++) {
        lri_week ends = intake->under_way[i].ends;
        if (ends >= week && ends < end) end = ends + 1;
    }
    return end;
}

static void make_room(lri_problem *p) {
    enum { LONGEST = 520 };
    lri_week start = lri_week_of(p->intake->start), end = start + p->last + LONGEST + 1;
    p->changes.count = 0;
    for (int k = 0; k < 3; k++) {
        p->room[k].count = 0;
        if (!lri_room(&p->room[k], (uint32_t)(end - start))) p->failed = true;
    }
    for (lri_week week = start, next; week < end && !p->failed; week = next) {
        int32_t room[3];
        bool changes = week == start;
        find_room(p->intake, week, room);
        next = next_change(p->intake, week, end);
        for (int k = 0; k < 3; k++) {
            changes = changes || room[k] != p->room[k].items[week - start - 1];
            while (p->room[k].count < (uint32_t)(next - start)) lri_push(&p->room[k], room[k]);
        }
        if (changes && !lri_push(&p->changes, week - start)) p->failed = true;
    }
}

/* Leaves the modes that some route could use, with the weeks in which it could. */
static void trim_modes(lri_problem *p, int32_t *starts) {
    uint32_t kept = 0;
    for (uint32_t m = 0; m < p->modes.count; m++) {
        lri_mode *mode = &p->modes.items[m];
        lri_weeks open =
            lri_weeks_span(p->earliest.items[mode->requires], p->latest_starts.items[m]);
        mode->starts = lri_weeks_and(mode->starts, &open);
    }
    for (uint32_t t = 0; t < p->tasks.count; t++) {
        lri_task *task = &p->tasks.items[t];
        uint32_t first = kept;
        for (uint32_t m = task->first; m < task->first + task->count; m++) {
            if (lri_weeks_empty(&p->modes.items[m].starts)) continue;
            if (starts) starts[kept] = starts[m];
            p->stay.items[kept++] = m;
        }
        task->first = first;
        task->count = kept - first;
    }
    for (uint32_t m = 0; m < kept; m++) p->modes.items[m] = p->modes.items[p->stay.items[m]];
    p->modes.count = kept;
}

static void clear(lri_problem *p, const leerroute_intake *intake,
                  const lri_conditions *conditions) {
    static const lri_conditions none = LRI_CONDITIONS_NONE;
    p->intake = intake;
    p->conditions = conditions ? conditions : &none;
    p->failed = false;
    p->nodes.count = p->children.count = p->tasks.count = p->modes.count = 0;
    p->wanted.count = p->stack.count = 0;
    lri_map_clear(&p->index);
    p->last = LRI_HORIZON_WEEKS;
    if (intake->finish_by >= 0) {
        int64_t weeks = (int64_t)lri_week_of(intake->finish_by) + 1 - lri_week_of(intake->start);
        if (weeks < p->last) p->last = weeks < 0 ? -1 : (int32_t)weeks;
    }
    int64_t most = p->conditions->most[LEERROUTE_FINISH];
    if (most < p->last) p->last = most < 0 ? -1 : (int32_t)most;
    p->never = p->last + 1;
}

/* From when and until when things are of use, and the modes that are. */
static bool find_windows(lri_problem *p, int32_t *starts) {
    p->earliest.count = p->latest.count = p->latest_starts.count = p->stay.count = 0;
    if (!lri_room(&p->earliest, p->nodes.count) || !lri_room(&p->latest, p->nodes.count) ||
        !lri_room(&p->latest_starts, p->modes.count) || !lri_room(&p->stay, p->modes.count))
        return !(p->failed = true);
    p->earliest.count = p->latest.count = p->nodes.count;
    if (!lri_problem_index(p) || !lri_problem_soonest(p, p->earliest.items) ||
        !lri_problem_latest(p, p->latest.items, p->latest_starts.items))
        return false;
    trim_modes(p, starts);
    return lri_problem_index(p);
}

/* Leaves only what is of use. What is left out may make that more is of none. */
static bool reduce(lri_problem *p, int32_t *starts) {
    for (bool changed = true; changed;)
        if (!find_windows(p, starts) || !lri_reduce(p, starts, &changed)) return false;
    return lri_problem_index(p) && lri_landmarks_find(p);
}

bool lri_problem_tighten(lri_problem *p, int32_t last, int32_t *starts) {
    p->last = last;
    p->never = last + 1;
    for (uint32_t n = 0; n < p->nodes.count; n++)
        if (p->nodes.items[n].kind == LRI_NODE_FIXED && p->nodes.items[n].week > last)
            p->nodes.items[n].week = p->never;
    return reduce(p, starts);
}

bool lri_problem_make(lri_problem *p, const leerroute_intake *intake,
                      const lri_conditions *conditions) {
    clear(p, intake, conditions);
    add_node(p, (lri_node){.kind = LRI_NODE_FIXED, .week = 0});
    add_node(p, (lri_node){.kind = LRI_NODE_FIXED, .week = p->never});
    p->finish = p->end = LRI_NODE_NEVER;
    p->first = LRI_NODE_HOLDS;
    if (p->last >= 0 && !p->failed) {
        if (!lri_facts_compute(&p->facts, intake, NULL, 0)) p->failed = true;
        if (!p->failed) make_segments(p);
        if (!p->failed) make_room(p);
        if (!p->failed) make_end(p);
        fill_wanted(p);
    }
    return !p->failed && reduce(p, NULL);
}

uint32_t lri_problem_task_of(const lri_problem *p, uint32_t activity) {
    for (uint32_t t = 0; t < p->tasks.count; t++)
        if (p->tasks.items[t].activity == activity) return t;
    return LRI_NONE;
}

void lri_problem_free(lri_problem *p) {
    lri_facts_free(&p->facts);
    lri_map_free(&p->index);
    free(p->nodes.items);
    free(p->children.items);
    free(p->tasks.items);
    free(p->modes.items);
    free(p->earliest.items);
    for (int i = 0; i < 3; i++) free(p->room[i].items);
    free(p->changes.items);
    free(p->wanted.items);
    free(p->stack.items);
    free(p->segments.items);
    free(p->latest.items);
    free(p->latest_starts.items);
    free(p->stay.items);
    lri_reduce_free(p);
    free(p->landmarks.items);
    free(p->landmark_offsets.items);
    free(p->gaps.items);
    lri_problem_free_index(p);
    *p = (lri_problem){0};
}
