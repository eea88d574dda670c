#include "plan/solver.h"

#include <stdlib.h>
#include <string.h>

#include "plan/conflict.h"

enum { WORD = 64 }; /* bits of a word of a set */

/* ---- Memory -----------------------------------------------------------------------------------
 */

#define CLEARED(vector, wanted)                                                                    \
    ((vector)->count = 0, lri_room(vector, wanted) ? ((vector)->count = (wanted), true) : false)

/* Lists by side keep their memory from one use to the next. */
static bool clear_lists(lri_solver *s, uint32_t sides) {
    s->watches.count = s->lists.count = s->filled.count = 0;
    if (!CLEARED(&s->list_of, sides)) return false;
    while (s->wakes.count < sides)
        if (!lri_push(&s->wakes, (lri_wakes){0})) return false;
    for (uint32_t i = 0; i < sides; i++) {
        s->list_of.items[i] = LRI_NONE;
        s->wakes.items[i].count = 0;
    }
    return true;
}

bool lri_solver_reset(lri_solver *s, uint32_t variables, int64_t never) {
    uint32_t sides = 2 * variables;
    s->failed = s->refuted = false;
    s->variables = variables;
    s->never = never;
    s->trail.count = s->looked_at = s->seen_by_rule = s->levels.count = 0;
    s->clauses.count = s->reasons.count = s->because.count = 0;
    s->rules.count = s->queued.count = s->ready[0].count = s->ready[1].count = 0;
    s->learnt_count = 0;
    s->learnt_limit = 4000;
    s->conflicts = s->decisions = s->propagations = 0;
    if (variables > LRI_VARIABLES_MOST || !clear_lists(s, sides) || !CLEARED(&s->bound, sides) ||
        !CLEARED(&s->reach, sides) || !CLEARED(&s->latest, sides) ||
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
        s->bound.items,  s->latest.items, s->weeks.items,    s->watches.items,  s->lists.items,
        s->queued.items, s->filled.items, s->reach.items,    s->list_of.items,  s->wakes.items,
        s->trail.items,  s->levels.items, s->clauses.items,  s->reasons.items,  s->because.items,
        s->learnt.items, s->rules.items,  s->ready[0].items, s->ready[1].items, s->is_wide.items,
        s->core.items};
    for (size_t i = 0; i < sizeof memory / sizeof *memory; i++) free(memory[i]);
    lri_turns_free(&s->turns);
    *s = (lri_solver){0};
}

static void set_bound(lri_solver *s, uint32_t side, int64_t at) {
    lri_atom atom = {.side = side, .at = at};
    s->bound.items[side] = at;
    s->reach.items[side].holds = lri_pack(atom);
    s->reach.items[side ^ 1].fails = lri_pack(lri_not(atom));
}

void lri_solver_bounds(lri_solver *s, uint32_t variable, int64_t lower, int64_t upper) {
    if (lower <= 1 - LRI_VALUE_MOST || upper >= LRI_VALUE_MOST - 1) {
        s->failed = true;
        return;
    }
    set_bound(s, 2 * variable, lower);
    set_bound(s, 2 * variable + 1, -upper);
    s->is_wide.items[variable] = upper > s->never;
}

uint32_t lri_solver_variable(lri_solver *s, int64_t lower, int64_t upper) {
    uint32_t variable = s->variables;
    bool fine = variable < LRI_VARIABLES_MOST && lri_push(&s->weeks, NULL) &&
                lri_push(&s->is_wide, false) && lri_turns_variable(&s->turns);
    for (int side = 0; side < 2; side++)
        fine = fine && lri_push(&s->bound, 0) && lri_push(&s->reach, (lri_reach){0}) &&
               lri_push(&s->latest, LRI_NONE) && lri_push(&s->list_of, LRI_NONE);
    while (fine && s->wakes.count < 2 * variable + 2) fine = lri_push(&s->wakes, (lri_wakes){0});
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
    int64_t by = atom.at - lri_unrounded(s, atom.side, 1 - s->bound.items[atom.side ^ 1]);
    int64_t most = spare(s);
    if (by > most) by = most;
    for (uint32_t i = 0; i < s->because.count; i++)
        s->because.items[i] = lri_moved(s, s->because.items[i], by);
    atom.at -= by;
    lri_because(s, lri_not(atom));
}

/* Puts what is in `because` behind the reasons. */
static void keep_reason(lri_solver *s) {
    const uint32_t count = s->because.count;
    if (lri_room(&s->reasons, count)) {
        lri_atom *kept = s->reasons.items + s->reasons.count;
        for (uint32_t i = 0; i < count; i++) kept[i] = s->because.items[i];
        s->reasons.count += count;
    } else {
        s->failed = true;
    }
    s->because.count = 0;
}

/* Puts those of the 64 rules that are not ready yet among those that are. There is room for all. */
static void make_ready(lri_solver *s, uint32_t word, uint64_t rules) {
    rules &= ~s->queued.items[word];
    s->queued.items[word] |= rules;
    for (; rules; rules &= rules - 1) {
        uint32_t rule = word * WORD + (uint32_t)__builtin_ctzll(rules);
        lri_indices *ready = &s->ready[s->rules.items[rule].costly];
        ready->items[ready->count++] = rule;
    }
}

static void wake(lri_solver *s, uint32_t side) {
    const lri_wake *wakes = s->wakes.items[side].items;
    const uint32_t count = s->wakes.items[side].count;
    const bool is_never = s->bound.items[side] >= s->never;
    for (uint32_t i = 0; i < count; i++)
        if (is_never || !wakes[i].at_never) make_ready(s, wakes[i].word, wakes[i].rules);
}

/* The bound of the side is `at` from now on, for that reason. */
static bool add_event(lri_solver *s, lri_atom atom, int64_t at, uint32_t reason,
                      uint32_t reason_count, int64_t room) {
    uint32_t side = atom.side;
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
    set_bound(s, side, at);
    s->propagations++;
    wake(s, side);
    return true;
}

/* Raises a bound; the reason is a clause, a decision (LRI_NONE), or what is in `because`. */
static bool raise(lri_solver *s, lri_atom atom, uint32_t reason, uint32_t reason_count) {
    int64_t at = lri_rounded(s, atom);
    if (s->bound.items[atom.side] >= at) {
        s->because.count = 0;
        return true;
    }
    if (at > -s->bound.items[atom.side ^ 1]) {
        if (reason_count == LRI_BY_CLAUSE) { /* the conflict is the clause itself */
            s->because.count = 0;
            for (uint32_t i = 0; i < lri_clause_size(s, reason); i++)
                lri_because(s, lri_not(lri_clause_atom(s, reason, i)));
        } else {
            refuse(s, atom);
        }
        return false;
    }
    int64_t room = 0;
    if (reason_count < LRI_BY_CLAUSE) {
        room = spare(s);
        reason = s->reasons.count;
        reason_count = s->because.count;
        keep_reason(s);
    }
    return add_event(s, atom, at, reason, reason_count, room);
}

bool lri_imply(lri_solver *s, lri_atom atom) {
    return raise(s, atom, 0, 0);
}

bool lri_imply_too(lri_solver *s, lri_atom atom) {
    const lri_event last = s->trail.items[s->trail.count - 1];
    return add_event(s, atom, lri_rounded(s, atom), last.reason, last.reason_count, last.spare);
}

static void undo_to(lri_solver *s, uint32_t level) {
    if (level >= s->levels.count) return;
    uint32_t length = s->levels.items[level];
    for (uint32_t i = s->trail.count; i-- > length;) {
        const lri_event *event = &s->trail.items[i];
        set_bound(s, event->side, event->old);
        s->latest.items[event->side] = event->before;
        if (event->reason_count < LRI_BY_CLAUSE) s->reasons.count = event->reason;
    }
    s->trail.count = s->looked_at = length;
    if (s->seen_by_rule > length) s->seen_by_rule = length;
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
    bool fine = !s->failed && lri_push(&s->rules, (lri_rule){run, index, costly}) &&
                (rule % WORD || lri_push(&s->queued, 0));
    for (int cost = 0; cost < 2; cost++)
        fine = fine && lri_room(&s->ready[cost], s->rules.count - s->ready[cost].count);
    if (fine)
        make_ready(s, rule / WORD, (uint64_t)1 << rule % WORD);
    else
        s->failed = true;
    return rule;
}

static void wake_for(lri_solver *s, uint32_t rule, uint32_t side, bool at_never) {
    lri_wakes *wakes = &s->wakes.items[side];
    lri_wake *last = wakes->count ? &wakes->items[wakes->count - 1] : NULL;
    if (!last || last->word != rule / WORD || last->at_never != at_never) {
        if (!lri_push(wakes, (lri_wake){.word = rule / WORD, .at_never = at_never})) {
            s->failed = true;
            return;
        }
        last = &wakes->items[wakes->count - 1];
    }
    last->rules |= (uint64_t)1 << rule % WORD;
}

void lri_solver_wake(lri_solver *s, uint32_t rule, uint32_t side) {
    wake_for(s, rule, side, false);
}

void lri_solver_wake_at_never(lri_solver *s, uint32_t rule, uint32_t variable) {
    wake_for(s, rule, 2 * variable, true);
}

/* Which of its lists a side's watches for this bound are on: one that the side can have. */
static uint32_t list_of(const lri_solver *s, uint32_t side, int64_t at) {
    if (s->is_wide.items[side / 2]) return 0;
    return (uint32_t)(side & 1 ? at + s->never : at);
}

/* Makes the lists of a side, all empty. */
static bool make_lists(lri_solver *s, uint32_t side) {
    uint32_t lists = s->is_wide.items[side / 2] ? 1 : (uint32_t)s->never + 1;
    uint32_t words = (lists + WORD - 1) / WORD;
    if (!lri_room(&s->lists, words * WORD) || !lri_room(&s->filled, words)) return false;
    s->list_of.items[side] = s->lists.count;
    for (uint32_t i = 0; i < words; i++) s->filled.items[s->filled.count++] = 0;
    for (uint32_t i = 0; i < words * WORD; i++) s->lists.items[s->lists.count++] = (lri_list){0};
    return true;
}

/* The way in which a list grows. */
static uint32_t step_of(const lri_list *list) {
    return list->is_turned ? UINT32_MAX : 1; /* -1 or 1 */
}

/* Makes room where the list grows: moves it to the other end of its block, or, when it fills half
 * of it, of one that is twice as large. The old one is lost until the next forgetting, so all
 * blocks together have at most twice the room of those in use. */
static bool widen(lri_solver *s, lri_list *list) {
    enum { FEW = 4 };
    uint32_t room = list->room, count = list->count;
    uint32_t block = list->is_turned ? list->limit + 1 : list->limit - room;
    if (2 * count >= room) {
        room = room ? 2 * room : FEW;
        if (!lri_room(&s->watches, room)) return false;
        block = s->watches.count;
        s->watches.count += room;
    }
    uint32_t old = list->is_turned ? list->next + 1 : list->next - count;
    uint32_t first = list->is_turned ? block + room - count : block;
    if (count) memmove(s->watches.items + first, s->watches.items + old, count * sizeof(lri_watch));
    list->next = list->is_turned ? first - 1 : first + count;
    list->limit = list->is_turned ? block - 1 : block + room;
    list->room = room & INT32_MAX;
    return true;
}

static bool append(lri_solver *s, uint32_t index, lri_watch entry) {
    lri_list *list = &s->lists.items[index];
    if (list->next == list->limit && !widen(s, list)) return !(s->failed = true);
    s->watches.items[list->next] = entry;
    list->next += step_of(list);
    if (!list->count++) s->filled.items[index / WORD] |= (uint64_t)1 << index % WORD;
    return true;
}

/* Watches for the bound of the side that refutes the atom. */
static bool watch(lri_solver *s, uint32_t clause, lri_packed atom, lri_packed other) {
    lri_atom refuted = lri_not(lri_unpack(atom));
    uint32_t *lists = &s->list_of.items[refuted.side];
    if (*lists == LRI_NONE && !make_lists(s, refuted.side)) return !(s->failed = true);
    uint32_t index = *lists + list_of(s, refuted.side, refuted.at);
    lri_watch entry = {.other = other, .clause = clause};
    return append(s, index, entry);
}

static bool watch_clause(lri_solver *s, uint32_t clause) {
    const lri_packed first = s->clauses.items[clause + 1], second = s->clauses.items[clause + 2];
    return watch(s, clause, first, second) && watch(s, clause, second, first);
}

/* An atom that the clause watches, of that side, is refuted: finds another to watch. Else the other
 * one of the two must hold. */
static bool visit(lri_solver *s, lri_watch *entry, uint32_t side, bool *moved_on) {
    lri_packed *atoms = s->clauses.items + entry->clause + 1;
    const lri_reach *reach = s->reach.items;
    const uint32_t count = lri_clause_size(s, entry->clause);
    if (lri_packed_side(atoms[0]) == side) {
        lri_packed refuted = atoms[0];
        atoms[0] = atoms[1];
        atoms[1] = refuted;
    }
    const lri_packed other = entry->other = atoms[0];
    if (other <= reach[lri_packed_side(other)].holds) return true;
    for (uint32_t i = 2; i < count; i++) {
        const lri_packed atom = atoms[i];
        if (atom >= reach[lri_packed_side(atom)].fails) continue;
        atoms[i] = atoms[1];
        atoms[1] = atom;
        *moved_on = true;
        return watch(s, entry->clause, atom, other);
    }
    return raise(s, lri_unpack(other), entry->clause, LRI_BY_CLAUSE);
}

/* Of a wide variable: is the atom that the clause watches refuted by the event, and not before? */
static bool is_passed(const lri_solver *s, const lri_event *event, uint32_t clause) {
    lri_atom atom = lri_clause_atom(s, clause, 0);
    if (atom.side != (event->side ^ 1)) atom = lri_clause_atom(s, clause, 1);
    return 1 - atom.at > event->old && 1 - atom.at <= event->now;
}

/* The list of which `kept` entries are left, up to `next`, from its old end to its beginning: it
 * grows at what was its beginning from now on. */
static void turn(lri_solver *s, uint32_t index, uint32_t kept, uint32_t next) {
    lri_list *list = &s->lists.items[index];
    list->limit -= step_of(list) * (list->room + 1);
    list->next = next;
    list->count = kept;
    list->is_turned = !list->is_turned;
    if (!kept) s->filled.items[index / WORD] &= ~((uint64_t)1 << index % WORD);
}

/* Visits the clauses on one list that watch an atom which the event refutes, from the last to the
 * first, which turns the list round: so no clause is always the one that finds a conflict. What
 * stays moves up to the end where it began. Nothing is put on the list meanwhile, since no clause
 * has two atoms of one side (see is_surpassed). */
static bool look_at_list(lri_solver *s, const lri_event *event, uint32_t index, bool is_wide) {
    const uint32_t count = s->lists.items[index].count, step = -step_of(&s->lists.items[index]);
    uint32_t from = s->lists.items[index].next + step, to = from;
    const lri_reach *reach = s->reach.items;
    lri_watch *watches = s->watches.items;
    bool fine = true;
    for (uint32_t i = 0; i < count; i++, from += step) {
        lri_watch entry = watches[from];
        if (entry.other > reach[lri_packed_side(entry.other)].holds && fine &&
            (!is_wide || is_passed(s, event, entry.clause))) {
            bool moved_on = false;
            fine = visit(s, &entry, event->side ^ 1, &moved_on);
            watches = s->watches.items;
            if (moved_on) continue;
        }
        watches[to] = entry;
        to += step;
    }
    turn(s, index, count - (from - to) * step, to);
    return fine;
}

static bool look_at(lri_solver *s, const lri_event *event) {
    uint32_t first = s->list_of.items[event->side];
    if (first == LRI_NONE) return true;
    if (s->is_wide.items[event->side / 2]) return look_at_list(s, event, first, true);
    uint32_t from = first + list_of(s, event->side, event->old) + 1;
    uint32_t to = first + list_of(s, event->side, event->now);
    while (from <= to) {
        uint64_t filled = s->filled.items[from / WORD] >> from % WORD;
        if (!filled) {
            from = (from / WORD + 1) * WORD;
            continue;
        }
        from += (uint32_t)__builtin_ctzll(filled);
        if (from > to) return true;
        if (!look_at_list(s, event, from++, false)) return false;
    }
    return true;
}

static void unqueue(lri_solver *s, uint32_t rule) {
    s->queued.items[rule / WORD] &= ~((uint64_t)1 << rule % WORD);
}

static void clear_ready(lri_solver *s) {
    for (int cost = 0; cost < 2; cost++) {
        for (uint32_t i = 0; i < s->ready[cost].count; i++) unqueue(s, s->ready[cost].items[i]);
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
        const lri_rule *rule = &s->rules.items[index];
        unqueue(s, index);
        s->because.count = 0;
        if (!rule->run(s, s->rule_context, rule->index)) break;
    }
    clear_ready(s);
    return false;
}

/* ---- Learning from a conflict -----------------------------------------------------------------
 */

/* Adds the learnt clause and makes its first atom hold. */
static bool add_learnt(lri_solver *s, uint32_t levels) {
    if (s->learnt.count == 1) {
        s->because.count = 0;
        return raise(s, s->learnt.items[0], 0, 0);
    }
    uint32_t clause = s->clauses.count;
    if (!lri_push(&s->clauses, (uint64_t)levels << 32 | s->learnt.count))
        return !(s->failed = true);
    for (uint32_t i = 0; i < s->learnt.count; i++)
        if (!lri_push(&s->clauses, lri_pack(s->learnt.items[i]))) return !(s->failed = true);
    s->learnt_count++;
    return watch_clause(s, clause) && raise(s, s->learnt.items[0], clause, LRI_BY_CLAUSE);
}

/* Goes back and learns; false when the conflict stands at the root: nothing is possible. */
static bool learn(lri_solver *s) {
    s->conflicts++;
    uint32_t level = lri_conflict_level(s);
    if (level == 0) return false;
    undo_to(s, level);
    uint32_t levels, back = lri_conflict_analyze(s, &levels);
    if (s->failed) return false;
    undo_to(s, back);
    lri_turns_decay(&s->turns);
    return !s->failed && add_learnt(s, levels);
}

/* ---- Forgetting -------------------------------------------------------------------------------
 */

/* Of how many decisions the clause was made: fewer is better. */
static uint32_t levels_at(const lri_solver *s, uint32_t clause) {
    return (uint32_t)(s->clauses.items[clause] >> 32);
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
    for (uint32_t i = 0; i < s->filled.count; i++) s->filled.items[i] = 0;
    for (uint32_t c = 0; c < s->clauses.count; c += 1 + lri_clause_size(s, c))
        if (!watch_clause(s, c)) return;
}

/* At the root: drops the worse half of the learnt clauses, by levels. No event
 * has a clause as a reason that matters there, for the reasons of the root are never asked. */
static void forget(lri_solver *s) {
    uint32_t limit = find_limit(s), kept = 0;
    s->learnt_count = 0;
    for (uint32_t c = 0, next; c < s->clauses.count; c = next) {
        next = c + 1 + lri_clause_size(s, c);
        if (levels_at(s, c) >= limit && levels_at(s, c) > 2) continue;
        memmove(s->clauses.items + kept, s->clauses.items + c, (next - c) * sizeof(lri_packed));
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
    return raise(s, atom, 0, LRI_BY_DECISION);
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
        if (s->refuted && !s->failed) return LRI_SEARCH_REFUTED;
        if (s->failed || guide->stop(guide->context, s)) {
            undo_to(s, 0);
            return LRI_SEARCH_STOPPED;
        }
        bool fine = propagate(s);
        if (fine && s->levels.count < count) {
            lri_atom next_assumption = assumptions[s->levels.count];
            if (assume(s, next_assumption)) continue;
            lri_conflict_core(s, next_assumption);
            return s->failed ? LRI_SEARCH_STOPPED : LRI_SEARCH_REFUTED;
        }
        if (fine) fine = go_on(s, guide, &found);
        if (!fine && !s->failed && !learn(s) && !s->failed) s->refuted = true;
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
    if (raise(s, atom, 0, 0)) return true;
    s->refuted = true;
    return false;
}
