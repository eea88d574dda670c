/* A small engine of conflict-driven search over whole-number variables, by lazy clause generation:
 * rules narrow the bounds of variables and say why, in atoms; from a conflict the engine learns a
 * clause of atoms that cuts off its cause for good.
 *
 * An *atom* says that a bound is at least so high. Each variable has two sides: side 2v is its
 * value, side 2v + 1 its value negated, so that "v <= 7" is "side 2v + 1 is at least -7" and all
 * code deals with lower bounds alone. There are no Boolean variables: a clause is a list of atoms,
 * watched by side, and the trail is a list of raised bounds.
 *
 * Method: Ohrimenko, Stuckey, Codish, "Propagation via lazy clause generation" (Constraints 14,
 * 2009), with bounds in place of literals; clause learning by first unique implication point
 * (Marques-Silva, Sakallah 1999; Moskewicz et al. 2001), restarts by Luby et al. (1993).
 *
 * Deterministic: no time, no addresses, no floating point. */
#ifndef LRI_PLAN_SOLVER_H
#define LRI_PLAN_SOLVER_H

#include "base/table.h"
#include "base/vector.h"
#include "plan/turns.h"
#include "plan/weeks.h"

typedef struct lri_atom {
    uint32_t side;
    int32_t moves; /* of an atom in a reason: see lri_because_moving */
    int64_t at;
} lri_atom;

static inline lri_atom lri_at_least(uint32_t variable, int64_t value) {
    return (lri_atom){.side = 2 * variable, .at = value};
}

static inline lri_atom lri_at_most(uint32_t variable, int64_t value) {
    return (lri_atom){.side = 2 * variable + 1, .at = -value};
}

static inline lri_atom lri_not(lri_atom atom) {
    return (lri_atom){.side = atom.side ^ 1, .at = 1 - atom.at};
}

/* An atom of a clause, in one word: its side above its value. So the atoms of a side are in the
 * order of what they ask. A clause has bounds that were reached, which lie between those that the
 * variable began with; so it is enough that these fit. */
typedef uint64_t lri_packed;

enum { LRI_VALUE_BITS = 40, LRI_VARIABLES_MOST = 1 << (63 - LRI_VALUE_BITS) };
#define LRI_VALUE_MOST (INT64_C(1) << (LRI_VALUE_BITS - 1))

static inline lri_packed lri_pack(lri_atom atom) {
    return ((uint64_t)atom.side << LRI_VALUE_BITS) + (uint64_t)(atom.at + LRI_VALUE_MOST);
}

static inline uint32_t lri_packed_side(lri_packed atom) {
    return (uint32_t)(atom >> LRI_VALUE_BITS);
}

static inline lri_atom lri_unpack(lri_packed atom) {
    uint64_t value = atom & (((uint64_t)1 << LRI_VALUE_BITS) - 1);
    return (lri_atom){.side = lri_packed_side(atom), .at = (int64_t)value - LRI_VALUE_MOST};
}

/* What of the atoms of a side is decided: those up to `holds` hold, those from `fails` on do not.
 */
typedef struct lri_reach {
    lri_packed holds, fails;
} lri_reach;

/* A raised bound. */
typedef struct lri_event {
    uint32_t side, level;
    uint32_t before;               /* the event of the same side before it, or LRI_NONE */
    uint32_t reason, reason_count; /* see conflict.h */
    bool seen, redundant;          /* in the analysis of a conflict: named, and left out again */
    int64_t old, now;
    int64_t asked;  /* as the rule implied it, before it was rounded to `now` */
    int64_t spare;  /* how far the reason may be moved */
    int64_t needed; /* in that analysis: how high a bound the conflict needs */
} lri_event;

/* Look at the clause when the bound of a side refutes an atom of it, unless the other atom holds.
 * The watches of a side are on a list for each value of the bound, so that only those that it
 * passes are looked at; a variable with too many values has one list for all. */
typedef struct lri_watch {
    lri_packed other;
    uint32_t clause;
} lri_watch;

/* The watches of a list lie side by side, in a block of so much room. The next one comes at `next`,
 * unless that is `limit`: then the block has to move. A list that is turned grows backwards. */
typedef struct lri_list {
    uint32_t next, limit, count;
    uint32_t room : 31, is_turned : 1;
} lri_list;

typedef struct lri_solver lri_solver;

/* Narrows bounds by one rule of the problem: calls lri_imply; false when that did. */
typedef bool lri_rule_run(lri_solver *solver, void *rules, uint32_t index);

typedef struct lri_rule {
    lri_rule_run *run;
    uint32_t index;
    bool costly; /* costly rules run when the others have nothing left to do */
} lri_rule;

/* Rules, a bit each, of the 64 from 64 * word on. */
typedef struct lri_wake {
    uint64_t rules;
    uint32_t word;
    bool at_never; /* when the bound is never, and not before */
} lri_wake;

typedef LRI_VECTOR(lri_wake) lri_wakes;
typedef LRI_VECTOR(uint32_t) lri_indices;
typedef LRI_VECTOR(lri_atom) lri_atoms;

struct lri_solver {
    uint32_t variables;
    LRI_VECTOR(int64_t) bound;   /* by side */
    LRI_VECTOR(lri_reach) reach; /* by side: the same, for clauses */
    LRI_VECTOR(uint32_t) latest; /* by side: its last event, or LRI_NONE */
    LRI_VECTOR(const lri_weeks *)
    weeks; /* by variable: the values it may take below `never`; NULL: all */
    int64_t never;
    LRI_VECTOR(lri_watch) watches; /* the blocks of the lists */
    LRI_VECTOR(lri_list) lists;
    LRI_VECTOR(uint64_t) filled;  /* a bit for each list: it is not empty */
    LRI_VECTOR(uint32_t) list_of; /* by side: the first of its lists, or LRI_NONE */
    LRI_VECTOR(lri_wakes) wakes;  /* by side: the rules that its bound concerns */

    LRI_VECTOR(lri_event) trail;
    uint32_t looked_at;             /* events of the trail that the clauses have seen */
    uint32_t seen_by_rule;          /* those that the rule of founded.h has seen, which sets it */
    LRI_VECTOR(uint32_t) levels;    /* the length of the trail before each decision */
    LRI_VECTOR(lri_packed) clauses; /* see lri_clause_size */
    lri_atoms reasons;              /* of the events, cut back with the trail */
    lri_atoms because; /* the reason being put together; after a failure the conflict */
    lri_atoms learnt;
    lri_atoms core; /* see lri_solver_search */
    uint32_t learnt_count, learnt_limit;

    LRI_VECTOR(lri_rule) rules;
    LRI_VECTOR(uint64_t) queued; /* a bit for each rule: it is ready */
    void *rule_context;
    lri_indices ready[2]; /* rules to run: the cheap, the costly */

    lri_turns turns;
    LRI_VECTOR(bool) is_wide; /* by variable: its values go beyond `never` */

    uint64_t conflicts, decisions, propagations;
    bool failed;  /* no memory: every search then ends with LRI_SEARCH_STOPPED */
    bool refuted; /* nothing is possible any more: each then ends with LRI_SEARCH_REFUTED */
};

/* A clause is known by its place in `clauses`: an entry for how many atoms it has and of how many
 * decisions it was made, then these atoms, of which the first two are watched. That they lie
 * together is most of the speed of the engine, which waits for memory more than for anything. */
static inline uint32_t lri_clause_size(const lri_solver *solver, uint32_t clause) {
    return (uint32_t)solver->clauses.items[clause];
}

static inline lri_atom lri_clause_atom(const lri_solver *solver, uint32_t clause, uint32_t index) {
    return lri_unpack(solver->clauses.items[clause + 1 + index]);
}

/* Empties the solver and gives it `variables`, each with the bounds 0 .. never. False when there is
 * no memory, or when there are more than LRI_VARIABLES_MOST. */
bool lri_solver_reset(lri_solver *solver, uint32_t variables, int64_t never);
void lri_solver_free(lri_solver *solver);

static inline int64_t lri_lower(const lri_solver *solver, uint32_t variable) {
    return solver->bound.items[2 * variable];
}

static inline int64_t lri_upper(const lri_solver *solver, uint32_t variable) {
    return -solver->bound.items[2 * variable + 1];
}

static inline bool lri_holds(const lri_solver *solver, lri_atom atom) {
    return solver->bound.items[atom.side] >= atom.at;
}

/* At the root: one more variable; LRI_NONE when there is no memory, or there are too many. */
uint32_t lri_solver_variable(lri_solver *solver, int64_t lower, int64_t upper);

/* Before the search: the bounds of a variable, each a value that it may take. As if there were no
 * memory when they do not fit in LRI_VALUE_BITS, signed: the costs of half a million steps do, each
 * of a million euros. */
void lri_solver_bounds(lri_solver *solver, uint32_t variable, int64_t lower, int64_t upper);

/* Adds a rule; lri_solver_wake makes it run whenever the bound of the side rises, and
 * lri_solver_wake_at_never when that of the variable has risen to never. */
uint32_t lri_solver_rule(lri_solver *solver, lri_rule_run *run, uint32_t index, bool costly);
void lri_solver_wake(lri_solver *solver, uint32_t rule, uint32_t side);
void lri_solver_wake_at_never(lri_solver *solver, uint32_t rule, uint32_t variable);

/* For rules: puts an atom that holds into the reason being put together; then lri_imply makes the
 * atom hold for that reason and empties it. False on a conflict: the rule ends and returns false.
 */
static inline void lri_because(lri_solver *solver, lri_atom atom);

/* The same for an atom that moves with what is implied: had a bound been implied that is lower by
 * d, this atom would have been lower by d (moves 1), or higher by d (moves -1), for the same
 * reason. A conflict often needs less than was implied; then the reason is moved as far, which
 * makes what is learnt stronger. This gives what separate atoms for each value would: see
 * README.md. */
static inline void lri_because_moving(lri_solver *solver, lri_atom atom, int moves) {
    atom.moves = moves;
    if (!lri_push(&solver->because, atom)) solver->failed = true;
}

static inline void lri_because(lri_solver *solver, lri_atom atom) {
    lri_because_moving(solver, atom, 0);
}

bool lri_imply(lri_solver *solver, lri_atom atom);

/* The same for one more atom, which neither holds nor is refuted, for the very reason of the one
 * that the rule made hold last: a long reason is then put together, and kept, once. */
bool lri_imply_too(lri_solver *solver, lri_atom atom);

/* A rule that ends with false and without lri_imply says: what was put together cannot all hold. */

typedef enum lri_search_end {
    LRI_SEARCH_FOUND,   /* all is decided and accepted; the bounds are the answer */
    LRI_SEARCH_REFUTED, /* nothing is possible with the assumption */
    LRI_SEARCH_STOPPED  /* by a limit, or no memory */
} lri_search_end;

/* What the owner of the problem does in a search. */
typedef struct lri_guide {
    void *context;
    /* What to try next: false when all is decided. Else *atom, which neither holds nor is refuted.
     */
    bool (*decide)(void *context, lri_solver *solver, lri_atom *atom);
    /* May what is decided stand? If not, it explains with lri_because and returns false. */
    bool (*accept)(void *context, lri_solver *solver);
    /* Is it time to stop? Asked at every decision and conflict. */
    bool (*stop)(void *context, const lri_solver *solver);
} lri_guide;

/* Searches from the root; what is learnt stays for the next search. Only what agrees with the
 * assumptions is searched; what is learnt does not depend on them. When that is refuted,
 * solver->core has some of them that cannot hold together: none when nothing is possible at all. */
lri_search_end lri_solver_search(lri_solver *solver, const lri_guide *guide,
                                 const lri_atom *assumptions, uint32_t count);

/* Undoes all decisions. */
void lri_solver_to_root(lri_solver *solver);

/* At the root: makes the atom hold for good. False when that is impossible: then nothing is
 * possible any more, as after a search that is refuted without assumptions. */
bool lri_solver_fix(lri_solver *solver, lri_atom atom);

/* The most active turn that is still open, or NULL: for lri_guide.decide. */
const lri_turn *lri_solver_turn(lri_solver *solver);

#endif
