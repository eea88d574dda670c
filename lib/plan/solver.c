#include "plan/solver.h"

#include <stdlib.h>
#include <string.h>

/* An event's reason: its atoms are reasons[reason] .. + reason_count; or one of these counts. */
static const uint32_t by_decision = UINT32_MAX, by_clause = UINT32_MAX - 1;

/* ---- Memory -----------------------------------------------------------------------------------
 */

#define CLEARED(vector, wanted)                                                                    \
    ((vector)->count = 0, lri_room(vector, wanted) ? ((vector)->count = (wanted), true) : false)

/* Lists by side keep their memory from one use to the next. */
static bool clear_lists(lri_solver *s, uint32_t sides) {
    s->watches.count = s->lists.count = 0;
    if (!CLEARED(&s->list_of, sides)) return false;
    while (s->wakes.count < sides)
        if (!lri_push(&s->wakes, (lri_indices){0})) return false;
    for (uint32_t i = 0; i < sides; i++) {
        s->list_of.items[i] = LRI_NONE;
        s->wakes.items[i].count = 0;
    }
    return true;
}

bool lri_solver_reset(lri_solver *s, uint32_t variables, int64_t never) {
    uint32_t sides = 2 * variables;
    s->failed = false;
    s->variables = variables;
    s->never = never;
    s->trail.count = s->looked_at = s->levels.count = 0;
    s->clauses.count = s->reasons.count = s->because.count = 0;
    s->rules.count = s->ready[0].count = s->ready[1].count = 0;
    s->learnt_count = 0;
    s->learnt_limit = 4000;
    s->conflicts = s->decisions = s->propagations = 0;
    if (!clear_lists(s, sides) || !CLEARED(&s->bound, sides) || !CLEARED(&s->latest, sides) ||
        !CLEARED(&s->weeks, variables) || !CLEARED(&s->is_wide, variables) ||
        !lri_turns_reset(&s->turns, variables, never))
        return !(s->failed = true);
    for (uint32_t v = 0; v < variables; v++) {
        lri_solver_bounds(s, v, 0, never);
        s->latest.items[2 * v] = s->latest.items[2 * v + 1] = LRI_NONE;
        s->weeks.items[v] = NULL;
        s->is_wide.items[v] = false;
    }
    return true;
}

void lri_solver_free(lri_solver *s) {
    for (uint32_t i = 0; i < s->wakes.count; i++) free(s->wakes.items[i].items);
    void *const memory[] = {
        s->bound.items,    s->latest.items,   s->weeks.items,   s->watches.items, s->lists.items,
        s->kept.items,     s->list_of.items,  s->wakes.items,   s->trail.items,   s->levels.items,
        s->clauses.items,  s->reasons.items,  s->because.items, s->learnt.items,  s->rules.items,
        s->ready[0].items, s->ready[1].items, s->is_wide.items, s->core.items};
    for (size_t i = 0; i < sizeof memory / sizeof *memory; i++) free(memory[i]);
    lri_turns_free(&s->turns);
    *s = (lri_solver){0};
}

void lri_solver_bounds(lri_solver *s, uint32_t variable, int64_t lower, int64_t upper) {
    s->bound.items[2 * variable] = lower;
    s->bound.items[2 * variable + 1] = -upper;
    s->is_wide.items[variable] = upper > s->never;
}

uint32_t lri_solver_variable(lri_solver *s, int64_t lower, int64_t upper) {
    uint32_t variable = s->variables;
    bool fine =
        lri_push(&s->weeks, NULL) && lri_push(&s->is_wide, false) && lri_turns_variable(&s->turns);
    for (int side = 0; side < 2; side++)
        fine = fine && lri_push(&s->bound, 0) && lri_push(&s->latest, LRI_NONE) &&
               lri_push(&s->list_of, LRI_NONE);
    while (fine && s->wakes.count < 2 * variable + 2) fine = lri_push(&s->wakes, (lri_indices){0});
    if (!fine) {
        s->failed = true;
        return LRI_NONE;
    }
    s->wakes.items[2 * variable].count = s->wakes.items[2 * variable + 1].count = 0;
    s->variables++;
    lri_solver_bounds(s, variable, lower, upper);
    return variable;
}

/* ---- Bounds and reasons -----------------------------------------------------------------------
 */

/* The atom that says the same of a variable that skips values: rounded up to the next it may take.
 */
static int64_t rounded(const lri_solver *s, lri_atom atom) {
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

/* The lowest bound that is rounded up to `at` or more. */
static int64_t unrounded(const lri_solver *s, uint32_t side, int64_t at) {
    const lri_weeks *weeks = s->weeks.items[side / 2];
    if (!weeks || at > s->never) return at; /* nothing is beyond never */
    if (!(side & 1)) return (int64_t)lri_weeks_prior(weeks, (int)at - 1) + 1;
    int week = lri_weeks_next(weeks, (int)-at + 1);
    return week < 0 || week > s->never ? 1 - s->never : 1 - (int64_t)week;
}

void lri_because(lri_solver *s, lri_atom atom) {
    lri_because_moving(s, atom, 0);
}

void lri_because_moving(lri_solver *s, lri_atom atom, int moves) {
    atom.moves = moves;
    if (!lri_push(&s->because, atom)) s->failed = true;
}

/* The atom moved by so much. "At most never" would say nothing, so it does not go beyond what is
 * before never. */
static lri_atom moved(const lri_solver *s, lri_atom atom, int64_t by) {
    if (atom.moves == 0) return atom;
    atom.at -= atom.moves * by;
    if (atom.side & 1 && atom.at < 1 - s->never) atom.at = 1 - s->never;
    atom.moves = 0;
    return atom;
}

/* How far what is in `because` may be moved: as far as what gets higher holds now. */
static int64_t spare(const lri_solver *s) {
    int64_t least = INT64_MAX;
    for (uint32_t i = 0; i < s->because.count; i++) {
        const lri_atom *atom = &s->because.items[i];
        if (atom->moves < 0 && s->bound.items[atom->side] - atom->at < least)
            least = s->bound.items[atom->side] - atom->at;
    }
    return least;
}

/* Makes the conflict of an atom that cannot hold: its reason, moved as far as a conflict allows,
 * and the bound that it meets. */
static void refuse(lri_solver *s, lri_atom atom) {
    int64_t by = atom.at - unrounded(s, atom.side, 1 - s->bound.items[atom.side ^ 1]);
    int64_t most = spare(s);
    if (by > most) by = most;
    for (uint32_t i = 0; i < s->because.count; i++)
        s->because.items[i] = moved(s, s->because.items[i], by);
    atom.at -= by;
    lri_because(s, lri_not(atom));
}

/* Raises a bound; the reason is a clause, a decision (LRI_NONE), or what is in `because`. */
static bool raise(lri_solver *s, lri_atom atom, uint32_t reason, uint32_t reason_count) {
    int64_t at = rounded(s, atom);
    uint32_t side = atom.side;
    if (s->bound.items[side] >= at) {
        s->because.count = 0;
        return true;
    }
    if (at > -s->bound.items[side ^ 1]) {
        if (reason_count == by_clause) { /* the conflict is the clause itself */
            s->because.count = 0;
            const lri_atom *atoms = lri_clause_atoms(s, reason);
            for (uint32_t i = 0; i < lri_clause_size(s, reason); i++)
                lri_because(s, lri_not(atoms[i]));
        } else {
            refuse(s, atom);
        }
        return false;
    }
    int64_t room = 0;
    if (reason_count != by_clause && reason_count != by_decision) {
        room = spare(s);
        reason = s->reasons.count;
        reason_count = s->because.count;
        for (uint32_t i = 0; i < reason_count; i++)
            if (!lri_push(&s->reasons, s->because.items[i])) s->failed = true;
        s->because.count = 0;
    }
    lri_event event = {.side = side,
                       .level = s->levels.count,
                       .before = s->latest.items[side],
                       .reason = reason,
                       .reason_count = reason_count,
                       .old = s->bound.items[side],
                       .now = at,
                       .asked = atom.at,
                       .spare = room};
    if (s->failed || !lri_push(&s->trail, event)) return !(s->failed = true);
    s->latest.items[side] = s->trail.count - 1;
    s->bound.items[side] = at;
    s->propagations++;
    const lri_indices *wakes = &s->wakes.items[side];
    for (uint32_t i = 0; i < wakes->count; i++) {
        lri_rule *rule = &s->rules.items[wakes->items[i]];
        if (rule->queued) continue;
        rule->queued = true;
        if (!lri_push(&s->ready[rule->costly], wakes->items[i])) s->failed = true;
    }
    return !s->failed;
}

bool lri_imply(lri_solver *s, lri_atom atom) {
    return raise(s, atom, 0, 0);
}

static void undo_to(lri_solver *s, uint32_t level) {
    if (level >= s->levels.count) return;
    uint32_t length = s->levels.items[level];
    for (uint32_t i = s->trail.count; i-- > length;) {
        const lri_event *event = &s->trail.items[i];
        s->bound.items[event->side] = event->old;
        s->latest.items[event->side] = event->before;
        if (event->reason_count < by_clause) s->reasons.count = event->reason;
    }
    s->trail.count = s->looked_at = length;
    s->levels.count = level;
    if (!lri_turns_undo(&s->turns, level)) s->failed = true;
}

void lri_solver_to_root(lri_solver *s) {
    undo_to(s, 0);
}

/* ---- Rules and clauses ------------------------------------------------------------------------
 */

uint32_t lri_solver_rule(lri_solver *s, lri_rule_run *run, uint32_t index, bool costly) {
    uint32_t rule = s->rules.count;
    if (!lri_push(&s->rules, (lri_rule){run, index, true, costly}) ||
        !lri_push(&s->ready[costly], rule))
        s->failed = true;
    return rule;
}

void lri_solver_wake(lri_solver *s, uint32_t rule, uint32_t side) {
    if (!lri_push(&s->wakes.items[side], rule)) s->failed = true;
}

/* Which of its lists a side's watches for this bound are on. */
static uint32_t list_of(const lri_solver *s, uint32_t side, int64_t at) {
    if (s->is_wide.items[side / 2]) return 0;
    int64_t list = side & 1 ? at + s->never : at;
    return list < 0 ? 0 : list > s->never ? (uint32_t)s->never : (uint32_t)list;
}

/* Makes the lists of a side, all empty. */
static bool make_lists(lri_solver *s, uint32_t side) {
    uint32_t count = s->is_wide.items[side / 2] ? 1 : (uint32_t)s->never + 1;
    if (!lri_room(&s->lists, count)) return false;
    s->list_of.items[side] = s->lists.count;
    for (uint32_t i = 0; i < count; i++) s->lists.items[s->lists.count++] = (lri_list){0};
    return true;
}

/* Moves the list to a block with twice the room. The old one is lost until the next forgetting, so
 * all blocks together have at most twice the room of those in use. */
static bool widen(lri_solver *s, lri_list *list) {
    enum { FEW = 4 };
    uint32_t room = list->room ? 2 * list->room : FEW;
    if (!lri_room(&s->watches, room)) return false;
    if (list->count)
        memcpy(s->watches.items + s->watches.count, s->watches.items + list->first,
               list->count * sizeof(lri_watch));
    list->first = s->watches.count;
    list->room = room;
    s->watches.count += room;
    return true;
}

/* Watches for the bound of the side that refutes the atom. */
static bool watch(lri_solver *s, uint32_t clause, lri_atom atom, lri_atom other) {
    lri_atom refuted = lri_not(atom);
    uint32_t *lists = &s->list_of.items[refuted.side];
    if (*lists == LRI_NONE && !make_lists(s, refuted.side)) return !(s->failed = true);
    lri_list *list = &s->lists.items[*lists + list_of(s, refuted.side, refuted.at)];
    if (list->count == list->room && !widen(s, list)) return !(s->failed = true);
    s->watches.items[list->first + list->count++] =
        (lri_watch){clause, other.side, refuted.at, other.at};
    return true;
}

/* An atom that the clause watches is refuted: finds another to watch. Else the other one of the two
 * must hold. */
static bool visit(lri_solver *s, lri_watch *entry, lri_atom refuted, bool *moved_on) {
    uint32_t count = lri_clause_size(s, entry->clause);
    lri_atom *atoms = s->clauses.items + entry->clause + 1;
    if (atoms[0].side == refuted.side && atoms[0].at == refuted.at) {
        atoms[0] = atoms[1];
        atoms[1] = refuted;
    }
    entry->other_side = atoms[0].side;
    entry->other_at = atoms[0].at;
    if (lri_holds(s, atoms[0])) return true;
    for (uint32_t i = 2; i < count; i++) {
        if (lri_holds(s, lri_not(atoms[i]))) continue;
        atoms[1] = atoms[i];
        atoms[i] = refuted;
        *moved_on = true;
        return watch(s, entry->clause, atoms[1], atoms[0]);
    }
    return raise(s, atoms[0], entry->clause, by_clause);
}

/* Visits the clauses on one list that watch an atom which the event refutes, from the last to the
 * first, which turns the list round: so no clause is always the one that finds a conflict. What is
 * put on the same list meanwhile, as happens with wide variables, waits for a higher bound. */
static bool look_at_list(lri_solver *s, const lri_event *event, uint32_t index) {
    const uint32_t count = s->lists.items[index].count;
    bool fine = true;
    s->kept.count = 0;
    if (!count) return true;
    if (!lri_room(&s->kept, count)) return !(s->failed = true);
    for (uint32_t i = count; i-- > 0;) {
        lri_watch entry = s->watches.items[s->lists.items[index].first + i];
        bool moved_on = false;
        if (fine && entry.at > event->old && entry.at <= event->now &&
            s->bound.items[entry.other_side] < entry.other_at) {
            lri_atom refuted = lri_not((lri_atom){.side = event->side, .at = entry.at});
            fine = visit(s, &entry, refuted, &moved_on);
        }
        if (!moved_on) s->kept.items[s->kept.count++] = entry;
    }
    lri_list *list = &s->lists.items[index];
    lri_watch *watches = s->watches.items + list->first;
    const uint32_t kept = s->kept.count;
    memcpy(watches, s->kept.items, kept * sizeof *watches);
    memmove(watches + kept, watches + count, (list->count - count) * sizeof *watches);
    list->count -= count - kept;
    return fine;
}

static bool look_at(lri_solver *s, const lri_event *event) {
    uint32_t first = s->list_of.items[event->side];
    if (first == LRI_NONE) return true;
    if (s->is_wide.items[event->side / 2]) return look_at_list(s, event, first);
    uint32_t from = list_of(s, event->side, event->old) + 1;
    uint32_t to = list_of(s, event->side, event->now);
    for (uint32_t list = from; list <= to; list++)
        if (!look_at_list(s, event, first + list)) return false;
    return true;
}

static void clear_ready(lri_solver *s) {
    for (int cost = 0; cost < 2; cost++) {
        for (uint32_t i = 0; i < s->ready[cost].count; i++)
            s->rules.items[s->ready[cost].items[i]].queued = false;
        s->ready[cost].count = 0;
    }
}

/* Runs clauses, then cheap rules, then costly ones, until nothing is left to narrow. */
static bool propagate(lri_solver *s) {
    for (;;) {
        if (s->failed) return false;
        if (s->looked_at < s->trail.count) {
            lri_event event = s->trail.items[s->looked_at++];
            if (!look_at(s, &event)) break;
            continue;
        }
        lri_indices *ready = &s->ready[s->ready[0].count ? 0 : 1];
        if (!ready->count) return true;
        uint32_t index = ready->items[--ready->count];
        lri_rule *rule = &s->rules.items[index];
        rule->queued = false;
        s->because.count = 0;
        if (!rule->run(s, s->rule_context, rule->index)) break;
    }
    clear_ready(s);
    return false;
}

/* ---- Learning from a conflict -----------------------------------------------------------------
 */

/* The event that first made the atom hold; LRI_NONE when it held from the outset. */
static uint32_t event_of(const lri_solver *s, lri_atom atom) {
    uint32_t event = s->latest.items[atom.side];
    while (event != LRI_NONE && s->trail.items[event].old >= atom.at)
        event = s->trail.items[event].before;
    return event;
}

/* Calls for an atom of the conflict: marks its event. Gives 1 for a new one of the last level. */
static uint32_t call_for(lri_solver *s, lri_atom atom, uint32_t level) {
    uint32_t index = event_of(s, atom);
    if (index == LRI_NONE) return 0;
    lri_event *event = &s->trail.items[index];
    if (event->level == 0) return 0;
    if (event->seen) {
        if (atom.at > event->needed) event->needed = atom.at;
        return 0;
    }
    event->seen = true;
    event->needed = atom.at;
    if (!lri_turns_raise(&s->turns, event->side / 2, event->side & 1 ? 1 - atom.at : atom.at))
        s->failed = true;
    if (event->level == level) return 1;
    if (!lri_push(&s->learnt, (lri_atom){.side = index})) s->failed = true; /* made an atom later */
    return 0;
}

/* The reason of an event that is needed up to a bound, as atoms: their number, and each. */
static uint32_t reason_size(const lri_solver *s, const lri_event *event) {
    if (event->reason_count == by_decision) return 0;
    if (event->reason_count != by_clause) return event->reason_count;
    return lri_clause_size(s, event->reason) - 1;
}

static int64_t moved_by(const lri_solver *s, const lri_event *event, int64_t needed) {
    if (event->reason_count >= by_clause) return 0;
    int64_t by = event->asked - unrounded(s, event->side, needed);
    return by < event->spare ? by : event->spare;
}

static lri_atom reason_atom(const lri_solver *s, const lri_event *event, uint32_t i, int64_t by) {
    if (event->reason_count == by_clause) return lri_not(lri_clause_atoms(s, event->reason)[1 + i]);
    return moved(s, s->reasons.items[event->reason + i], by);
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
    if (index == LRI_NONE || s->trail.items[index].level == 0) return true;
    const lri_event *event = &s->trail.items[index];
    if (event->seen && event->needed >= atom.at) return true;
    if (depth == 0 || event->reason_count == by_decision) return false;
    int64_t by = moved_by(s, event, atom.at);
    for (uint32_t i = 0; i < reason_size(s, event); i++)
        if (!is_covered(s, reason_atom(s, event, i, by), depth - 1)) return false;
    return true;
}

/* Is the marked event implied by the other marked ones, so that the clause can do without it? */
static bool is_redundant(const lri_solver *s, const lri_event *event) {
    enum { DEPTH = 5 };
    if (event->reason_count == by_decision) return false;
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

/* The highest level at which an atom of the conflict came to hold. */
static uint32_t conflict_level(const lri_solver *s) {
    uint32_t level = 0;
    for (uint32_t i = 0; i < s->because.count; i++) {
        uint32_t index = event_of(s, s->because.items[i]);
        if (index != LRI_NONE && s->trail.items[index].level > level)
            level = s->trail.items[index].level;
    }
    return level;
}

/* From the conflict in `because` to a clause in `learnt`: resolves the events of the last level,
 * the latest first, until one is left that alone leads to the conflict. */
static uint32_t analyze(lri_solver *s) {
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
    return s->failed ? 0 : make_learnt(s, at);
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

/* Adds the learnt clause and makes its first atom hold. */
static bool add_learnt(lri_solver *s, uint32_t levels) {
    if (s->learnt.count == 1) {
        s->because.count = 0;
        return raise(s, s->learnt.items[0], 0, 0);
    }
    uint32_t clause = s->clauses.count;
    if (!lri_push(&s->clauses, (lri_atom){.side = s->learnt.count, .at = levels}))
        return !(s->failed = true);
    for (uint32_t i = 0; i < s->learnt.count; i++)
        if (!lri_push(&s->clauses, s->learnt.items[i])) return !(s->failed = true);
    s->learnt_count++;
    return watch(s, clause, s->learnt.items[0], s->learnt.items[1]) &&
           watch(s, clause, s->learnt.items[1], s->learnt.items[0]) &&
           raise(s, s->learnt.items[0], clause, by_clause);
}

/* Goes back and learns; false when the conflict stands at the root: nothing is possible. */
static bool learn(lri_solver *s) {
    s->conflicts++;
    uint32_t level = conflict_level(s);
    if (level == 0) return false;
    undo_to(s, level);
    uint32_t back = analyze(s);
    if (s->failed) return false;
    uint32_t levels = levels_of(s, &s->learnt);
    undo_to(s, back);
    lri_turns_decay(&s->turns);
    return !s->failed && add_learnt(s, levels);
}

/* ---- Forgetting -------------------------------------------------------------------------------
 */

/* Of how many decisions the clause was made: fewer is better. */
static uint32_t levels_at(const lri_solver *s, uint32_t clause) {
    return (uint32_t)s->clauses.items[clause].at;
}

/* Up to how many levels clauses stay, so that the worse half goes. */
static uint32_t find_limit(const lri_solver *s) {
    enum { MOST = 257 };
    uint32_t tally[MOST + 1] = {0}, limit = 0, within = 0;
    for (uint32_t c = 0; c < s->clauses.count; c += 1 + lri_clause_size(s, c))
        tally[levels_at(s, c) < MOST ? levels_at(s, c) : MOST]++;
    while (limit < MOST && within + tally[limit] <= s->learnt_count / 2) within += tally[limit++];
    return limit;
}

/* Makes all lists anew. */
static void watch_all(lri_solver *s) {
    s->watches.count = 0;
    for (uint32_t i = 0; i < s->lists.count; i++) s->lists.items[i] = (lri_list){0};
    for (uint32_t c = 0; c < s->clauses.count; c += 1 + lri_clause_size(s, c)) {
        const lri_atom *atoms = lri_clause_atoms(s, c);
        if (!watch(s, c, atoms[0], atoms[1]) || !watch(s, c, atoms[1], atoms[0])) return;
    }
}

/* At the root: drops the worse half of the learnt clauses, by levels. No event
 * has a clause as a reason that matters there, for the reasons of the root are never asked. */
static void forget(lri_solver *s) {
    uint32_t limit = find_limit(s), kept = 0;
    s->learnt_count = 0;
    for (uint32_t c = 0, next; c < s->clauses.count; c = next) {
        next = c + 1 + lri_clause_size(s, c);
        if (levels_at(s, c) >= limit && levels_at(s, c) > 2) continue;
        memmove(s->clauses.items + kept, s->clauses.items + c, (next - c) * sizeof(lri_atom));
        kept += next - c;
        s->learnt_count++;
    }
    s->clauses.count = kept;
    watch_all(s);
    s->learnt_limit += s->learnt_limit / 8;
}

/* ---- The search -------------------------------------------------------------------------------
 */

/* The sequence 1 1 2 1 1 2 4 1 1 2 ..., which is within a constant factor of the best one. */
static uint64_t luby(uint64_t i) {
    for (;;) {
        uint64_t power = 1;
        while (power - 1 < i) power *= 2;
        if (power - 1 == i) return power / 2;
        i -= power / 2 - 1;
    }
}

static bool decide(lri_solver *s, lri_atom atom) {
    if (!lri_push(&s->levels, s->trail.count)) return !(s->failed = true);
    s->decisions++;
    return raise(s, atom, 0, by_decision);
}

/* Marks the event of an atom that is part of why something cannot hold. */
static void blame(lri_solver *s, lri_atom atom) {
    uint32_t index = event_of(s, atom);
    if (index == LRI_NONE || s->trail.items[index].level == 0) return;
    lri_event *event = &s->trail.items[index];
    if (!event->seen || atom.at > event->needed) event->needed = atom.at;
    event->seen = true;
}

/* The assumptions, all there are decisions of, that refute this one; and itself. */
static void find_core(lri_solver *s, lri_atom refuted) {
    s->core.count = 0;
    if (!lri_push(&s->core, refuted)) s->failed = true;
    blame(s, lri_not(refuted));
    for (uint32_t i = s->trail.count; i-- > 0;) {
        lri_event *event = &s->trail.items[i];
        if (!event->seen) continue;
        event->seen = false;
        lri_atom decided = {.side = event->side, .at = event->asked};
        if (event->reason_count == by_decision && !lri_push(&s->core, decided)) s->failed = true;
        int64_t by = moved_by(s, event, event->needed);
        for (uint32_t k = 0; k < reason_size(s, event); k++) blame(s, reason_atom(s, event, k, by));
    }
}

/* The next assumption is decided; one that holds already has an empty level. False when it is
 * refuted. */
static bool assume(lri_solver *s, lri_atom atom) {
    if (lri_holds(s, lri_not(atom))) return false;
    if (!lri_holds(s, atom)) return decide(s, atom) || true;
    if (!lri_push(&s->levels, s->trail.count)) s->failed = true;
    return true;
}

/* Goes on from a state without conflict: a decision, or the acceptance of what is decided. False
 * when that is a conflict. */
static bool go_on(lri_solver *s, const lri_guide *guide, bool *found) {
    lri_atom atom;
    if (guide->decide(guide->context, s, &atom)) return decide(s, atom);
    s->because.count = 0;
    return *found = guide->accept(guide->context, s);
}

/* Goes back for a restart: to the assumptions, or, to forget, to the root. */
static void restart(lri_solver *s, uint32_t assumptions) {
    bool is_full = s->learnt_count > s->learnt_limit;
    undo_to(s, is_full ? 0 : assumptions);
    if (is_full) forget(s);
}

lri_search_end lri_solver_search(lri_solver *s, const lri_guide *guide, const lri_atom *assumptions,
                                 uint32_t count) {
    enum { RESTART = 30 };
    uint64_t restarts = 1, next = s->conflicts + RESTART;
    undo_to(s, 0);
    s->core.count = 0;
    for (bool found = false; !found;) {
        if (s->failed || guide->stop(guide->context, s)) {
            undo_to(s, 0);
            return LRI_SEARCH_STOPPED;
        }
        bool fine = propagate(s);
        if (fine && s->levels.count < count) {
            lri_atom next_assumption = assumptions[s->levels.count];
            if (assume(s, next_assumption)) continue;
            find_core(s, next_assumption);
            return s->failed ? LRI_SEARCH_STOPPED : LRI_SEARCH_REFUTED;
        }
        if (fine) fine = go_on(s, guide, &found);
        if (!fine && !s->failed && !learn(s) && !s->failed) return LRI_SEARCH_REFUTED;
        if (fine || s->conflicts < next) continue;
        restart(s, count);
        next = s->conflicts + RESTART * luby(++restarts);
    }
    return LRI_SEARCH_FOUND;
}

const lri_turn *lri_solver_turn(lri_solver *s) {
    for (const lri_turn *turn; (turn = lri_turns_top(&s->turns));) {
        if (lri_lower(s, turn->variable) < turn->at && turn->at <= lri_upper(s, turn->variable))
            return turn;
        if (!lri_turns_pop(&s->turns, s->levels.count)) s->failed = true;
    }
    return NULL;
}

bool lri_solver_fix(lri_solver *s, lri_atom atom) {
    undo_to(s, 0);
    s->because.count = 0;
    return raise(s, atom, 0, 0);
}
