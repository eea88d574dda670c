#include "plan/conflict.h"

int64_t lri_rounded(const lri_solver *s, lri_atom atom) {
    const lri_weeks *weeks = s->weeks.items[atom.side / 2];
    if (!weeks) return atom.at;
    if (atom.side & 1) {
        if (-atom.at >= s->never) return -s->never;
        return -(int64_t)lri_weeks_prior(weeks, (int)-atom.at);
    }
    if (atom.at > LRI_HORIZON_WEEKS || atom.at >= s->never) return atom.at;
    int week = lri_weeks_next(weeks, (int)atom.at);
    return week < 0 ? s->never : week;
}

int64_t lri_unrounded(const lri_solver *s, uint32_t side, int64_t at) {
    const lri_weeks *weeks = s->weeks.items[side / 2];
    if (!weeks || at > s->never) return at; /* nothing is beyond never */
    if (!(side & 1)) return (int64_t)lri_weeks_prior(weeks, (int)at - 1) + 1;
    int week = lri_weeks_next(weeks, (int)-at + 1);
    return week < 0 || week > s->never ? 1 - s->never : 1 - (int64_t)week;
}

lri_atom lri_moved(const lri_solver *s, lri_atom atom, int64_t by) {
    if (atom.moves == 0) return atom;
    atom.at -= atom.moves * by;
    if (atom.side & 1 && atom.at < 1 - s->never) atom.at = 1 - s->never;
    atom.moves = 0;
    return atom;
}

/* The event that first made the atom hold; LRI_NONE when it holds at the root, where nothing is
 * asked why. */
static uint32_t event_of(const lri_solver *s, lri_atom atom) {
    uint32_t event = s->latest.items[atom.side];
    while (event != LRI_NONE && s->trail.items[event].old >= atom.at)
        event = s->trail.items[event].before;
    return event != LRI_NONE && s->trail.items[event].level ? event : LRI_NONE;
}

/* What the atom turns on is decided sooner from now on. Atoms that say the same have one turn. */
static void raise_turn(lri_solver *s, lri_atom atom) {
    if (atom.side & 1) atom = lri_not(atom);
    if (!lri_turns_raise(&s->turns, atom.side / 2, lri_rounded(s, atom))) s->failed = true;
}

/* Calls for an atom of the conflict: marks its event. Gives 1 for a new one of the last level. */
static uint32_t call_for(lri_solver *s, lri_atom atom, uint32_t level) {
    uint32_t index = event_of(s, atom);
    if (index == LRI_NONE) return 0;
    lri_event *event = &s->trail.items[index];
    if (event->seen) {
        if (atom.at > event->needed) event->needed = atom.at;
        return 0;
    }
    event->seen = true;
    event->needed = atom.at;
    raise_turn(s, atom);
    if (event->level == level) return 1;
    if (!lri_push(&s->learnt, (lri_atom){.side = index})) s->failed = true; /* made an atom later */
    return 0;
}

/* The reason of an event that is needed up to a bound, as atoms: their number, and each. */
static uint32_t reason_size(const lri_solver *s, const lri_event *event) {
    if (event->reason_count == LRI_BY_DECISION) return 0;
    if (event->reason_count != LRI_BY_CLAUSE) return event->reason_count;
    return lri_clause_size(s, event->reason) - 1;
}

static int64_t moved_by(const lri_solver *s, const lri_event *event, int64_t needed) {
    if (event->reason_count >= LRI_BY_CLAUSE) return 0;
    int64_t by = event->asked - lri_unrounded(s, event->side, needed);
    return by < event->spare ? by : event->spare;
}

static lri_atom reason_atom(const lri_solver *s, const lri_event *event, uint32_t i, int64_t by) {
    if (event->reason_count == LRI_BY_CLAUSE)
        return lri_not(lri_clause_atom(s, event->reason, 1 + i));
    return lri_moved(s, s->reasons.items[event->reason + i], by);
}

static uint32_t call_for_reason(lri_solver *s, const lri_event *event, uint32_t level) {
    uint32_t count = 0, size = reason_size(s, event);
    int64_t by = moved_by(s, event, event->needed);
    for (uint32_t i = 0; i < size; i++) count += call_for(s, reason_atom(s, event, i, by), level);
    return count;
}

/* Does the atom follow from events that are marked, or from the root? If not at once, then from its
 * own reason, to some depth. Reasons come before what they are for, so this ends. */
static bool is_covered(const lri_solver *s, lri_atom atom, int depth) {
    uint32_t index = event_of(s, atom);
    if (index == LRI_NONE) return true;
    const lri_event *event = &s->trail.items[index];
    if (event->seen && event->needed >= atom.at) return true;
    if (depth == 0 || event->reason_count == LRI_BY_DECISION) return false;
    int64_t by = moved_by(s, event, atom.at);
    for (uint32_t i = 0; i < reason_size(s, event); i++)
        if (!is_covered(s, reason_atom(s, event, i, by), depth - 1)) return false;
    return true;
}

/* Is the marked event implied by the other marked ones, so that the clause can do without it? */
static bool is_redundant(const lri_solver *s, const lri_event *event) {
    enum { DEPTH = 5 };
    if (event->reason_count == LRI_BY_DECISION) return false;
    int64_t by = moved_by(s, event, event->needed);
    for (uint32_t i = 0; i < reason_size(s, event); i++)
        if (!is_covered(s, reason_atom(s, event, i, by), DEPTH)) return false;
    return true;
}

/* Is there a later event of the same side that is kept, which says more? One that is left out as
 * redundant will not do: it may be so because of this very event. */
static bool is_surpassed(const lri_solver *s, uint32_t index) {
    uint32_t side = s->trail.items[index].side;
    for (uint32_t e = s->latest.items[side]; e != index; e = s->trail.items[e].before)
        if (s->trail.items[e].seen && !s->trail.items[e].redundant) return true;
    return false;
}

/* The clause does not name what led to the atoms that it does name, but that is what will lead to
 * them again: it has its turn sooner too (Liang, Ganesh, Poupart, Czarnecki 2016). */
static void raise_reason(lri_solver *s, const lri_event *event) {
    int64_t by = moved_by(s, event, event->needed);
    for (uint32_t i = 0; i < reason_size(s, event); i++) {
        lri_atom atom = reason_atom(s, event, i, by);
        if (event_of(s, atom) != LRI_NONE) raise_turn(s, atom);
    }
}

/* Turns the marks into the clause: the atom that will hold after going back first, then one of the
 * highest level. Gives the level to go back to. */
static uint32_t make_learnt(lri_solver *s, uint32_t turning_point) {
    uint32_t marked = s->learnt.count, kept = 1, back = 0;
    lri_atom *learnt = s->learnt.items;
    for (uint32_t i = 1; i < marked; i++) {
        lri_event *event = &s->trail.items[learnt[i].side];
        event->redundant = is_redundant(s, event);
    }
    for (uint32_t i = 1; i < marked; i++)
        learnt[i].at =
            !s->trail.items[learnt[i].side].redundant && !is_surpassed(s, learnt[i].side);
    for (uint32_t i = 1; i < marked; i++) {
        lri_event *event = &s->trail.items[learnt[i].side];
        event->seen = event->redundant = false;
        if (!learnt[i].at) continue;
        raise_reason(s, event);
        learnt[kept] = lri_not((lri_atom){.side = event->side, .at = event->needed});
        if (event->level > back) {
            back = event->level;
            lri_atom first = learnt[1];
            learnt[1] = learnt[kept];
            learnt[kept] = first;
        }
        kept++;
    }
    lri_event *event = &s->trail.items[turning_point];
    event->seen = false;
    learnt[0] = lri_not((lri_atom){.side = event->side, .at = event->needed});
    s->learnt.count = kept;
    return back;
}

uint32_t lri_conflict_level(const lri_solver *s) {
    uint32_t level = 0;
    for (uint32_t i = 0; i < s->because.count; i++) {
        uint32_t index = event_of(s, s->because.items[i]);
        if (index != LRI_NONE && s->trail.items[index].level > level)
            level = s->trail.items[index].level;
    }
    return level;
}

/* How many decisions the clause spans. */
static uint32_t levels_of(const lri_solver *s, const lri_atoms *clause) {
    uint32_t count = 0;
    uint64_t met[4] = {0}; /* an estimate: levels by their number modulo 256 */
    for (uint32_t i = 0; i < clause->count; i++) {
        uint32_t index = event_of(s, lri_not(clause->items[i]));
        uint32_t level = index == LRI_NONE ? 0 : s->trail.items[index].level & 255;
        count += !(met[level >> 6] >> (level & 63) & 1);
        met[level >> 6] |= (uint64_t)1 << (level & 63);
    }
    return count;
}

/* Resolves the events of the last level, the latest first, until one is left that alone leads to
 * the conflict. */
uint32_t lri_conflict_analyze(lri_solver *s, uint32_t *levels) {
    uint32_t level = s->levels.count, open = 0, at = s->trail.count;
    s->learnt.count = 0;
    if (!lri_push(&s->learnt, (lri_atom){.side = 0})) s->failed = true;
    for (uint32_t i = 0; i < s->because.count; i++) open += call_for(s, s->because.items[i], level);
    s->because.count = 0;
    for (;;) {
        do at--;
        while (!s->trail.items[at].seen || s->trail.items[at].level != level);
        if (open == 1 || s->failed) break;
        lri_event *event = &s->trail.items[at];
        event->seen = false;
        open += call_for_reason(s, event, level);
        open--;
    }
    if (s->failed) return 0;
    uint32_t back = make_learnt(s, at);
    *levels = levels_of(s, &s->learnt);
    return back;
}

/* Marks the event of an atom that is part of why something cannot hold. */
static void blame(lri_solver *s, lri_atom atom) {
    uint32_t index = event_of(s, atom);
    if (index == LRI_NONE) return;
    lri_event *event = &s->trail.items[index];
    if (!event->seen || atom.at > event->needed) event->needed = atom.at;
    event->seen = true;
}

void lri_conflict_core(lri_solver *s, lri_atom refuted) {
    s->core.count = 0;
    if (!lri_push(&s->core, refuted)) s->failed = true;
    blame(s, lri_not(refuted));
    for (uint32_t i = s->trail.count; i-- > 0;) {
        lri_event *event = &s->trail.items[i];
        if (!event->seen) continue;
        event->seen = false;
        lri_atom decided = {.side = event->side, .at = event->asked};
        if (event->reason_count == LRI_BY_DECISION && !lri_push(&s->core, decided))
            s->failed = true;
        int64_t by = moved_by(s, event, event->needed);
        for (uint32_t k = 0; k < reason_size(s, event); k++) blame(s, reason_atom(s, event, k, by));
    }
}
