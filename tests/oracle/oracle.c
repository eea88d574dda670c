/*
 * The search of the oracle: MODEL.md sections 6 and 7.
 *
 * Week by week it tries every set of steps to begin, each in every option, works out all facts of
 * the week from nothing, and goes on to the next week. A week's facts depend on earlier weeks and
 * on the steps begun by then, never on later ones, so one pass forward suffices.
 *
 * Why only rules 1 to 6. If a route breaks rule 7 alone, leave out the steps it can do without, one
 * after the other: this ends, in a valid route, and no measure grows, since the finish does not by
 * rule 7, and cost and hours are sums. So both kinds of routes have the same best measures and the
 * same front. The sets of steps of an alternative (`avoid`) only shrink by this, too.
 *
 * What is not tried, and why that is safe:
 * - Routes that break capacity or budget already: further steps only add to loads and cost.
 * - Steps after the finish: by rule 7.
 * - Branches whose week, cost and hours a point of the front equals or beats: all three only grow.
 * - Steps whose `requires` fails even if every unused unit were started: a requirement is never
 *   hurt by a fact (only an attribute can be negated), and no step begun this week does more for
 *   this week than to start its unit.
 * And, but for `plain`, three prunings that rest on an argument; see each:
 * drop_the_unwanted(), could_begin_before() and is_over().
 */
#include "oracle.h"

#include <stdlib.h>
#include <string.h>

#include "oracle_calendar.h"
#include "oracle_problem.h"

/* A point of the front, its finish as a week. */
struct point {
    int finish;
    int first; /* the week from which what comes first holds; 0 if nothing is asked to */
    int64_t cost, hours;
    size_t steps;
};

struct search {
    struct problem *p;
    const struct oracle_options *options;
    uint64_t nodes;
    bool gave_up;
    int *level;          /* of each fact in the week that was worked out last */
    bool has_changed;    /* a level was raised, an award was met */
    bool *eligible;      /* [week][option]: may begin, as far as is known before the choice */
    int *latest;         /* [week][option]: the latest week up to it with its `requires` met */
    int from;            /* the first week in which a step may begin that is not past */
    int last_change;     /* from here on every week is like the next, but for the steps */
    int64_t cost, hours; /* of the steps begun */
    size_t steps;
    const struct function *first; /* what comes first, or NULL */
    int finish, had;              /* the weeks of both so far, or NEVER */
    size_t n_points, n_room;
    struct point *points;
};

/* ---- section 6: what holds in a week ---- */

static bool holds(const struct search *s, const struct requirement *r) {
    if (r->is_leaf)
        return s->level[r->leaf.fact] >= r->leaf.level;
    int64_t weight = 0;
    for (size_t i = 0; i < r->n_parts; i++) {
        if (holds(s, &r->parts[i].that))
            weight += r->parts[i].weight;
    }
    return weight >= r->least;
}

static void raise_to(struct search *s, struct leaf leaf) {
    if (s->level[leaf.fact] < leaf.level) {
        s->level[leaf.fact] = leaf.level;
        s->has_changed = true;
    }
}

static void raise_all(struct search *s, const struct leaves *leaves) {
    for (size_t i = 0; i < leaves->n; i++)
        raise_to(s, leaves->at[i]);
}

static bool is_over_by(const struct activity *a, int week) {
    return a->begun != NEVER && a->begun + a->chosen->weeks <= week;
}

static void apply_step(struct search *s, const struct activity *a, int week) {
    if (a->begun == NEVER || a->begun > week)
        return;
    if (a->fact >= 0)
        raise_to(s, (struct leaf){a->fact, is_over_by(a, week) ? COMPLETED : STARTED});
    if (is_over_by(a, week))
        raise_all(s, &a->grants);
}

static bool is_holding(const struct problem *p, int fact, int week) {
    for (const struct given *given = p->given; given; given = given->next) {
        if (given->is_holding && given->leaf.fact == fact && given->from <= week &&
            week <= given->to)
            return true;
    }
    return false;
}

static void apply_award(struct search *s, struct award *award, int week) {
    if (award->met == NEVER && award->is_awarded && holds(s, &award->requires) &&
        !is_holding(s->p, award->fact, week)) {
        award->met = week;
        s->has_changed = true;
    }
    if (award->met != NEVER && award->met + award->award_weeks <= week)
        raise_to(s, (struct leaf){award->fact, HELD});
    if (s->level[award->fact] >= HELD)
        raise_all(s, &award->grants);
}

/*
 * Works out the facts of a week, and which awards are met in it, as the least fixpoint: it starts
 * from nothing and adds only what a rule of section 6 gives, until none gives more. Needs the same
 * done for the weeks before. `hopeful`: as if every unit not begun were started.
 */
static void work_out(struct search *s, int week, bool hopeful) {
    struct problem *p = s->p;
    s->nodes++;
    memset(s->level, 0, (size_t)p->n_facts * sizeof *s->level);
    for (const struct given *given = p->given; given; given = given->next) {
        if (given->from <= week && week <= given->to)
            raise_to(s, given->leaf);
    }
    for (size_t i = 0; i < p->n_activities; i++) {
        const struct activity *a = &p->activities[i];
        apply_step(s, a, week);
        if (hopeful && a->begun == NEVER && a->fact >= 0)
            raise_to(s, (struct leaf){a->fact, STARTED});
    }
    do {
        s->has_changed = false;
        for (size_t i = 0; i < p->n_awards; i++)
            apply_award(s, &p->awards[i], week);
        for (size_t i = 0; i < p->n_functions; i++) {
            if (holds(s, &p->functions[i].requires))
                raise_to(s, (struct leaf){p->functions[i].fact, HELD});
        }
    } while (s->has_changed);
}

static void forget_awards_met_in(struct search *s, int week) {
    for (size_t i = 0; i < s->p->n_awards; i++) {
        if (s->p->awards[i].met == week)
            s->p->awards[i].met = NEVER;
    }
}

/* ---- the front ---- */

static bool is_beaten(const struct search *s, int finish, int first, int64_t cost, int64_t hours) {
    for (size_t i = 0; i < s->n_points; i++) {
        const struct point *point = &s->points[i];
        if (point->finish <= finish && point->first <= first && point->cost <= cost && point->hours <= hours)
            return true;
    }
    return false;
}

static void add_point(struct search *s, struct point new) {
    size_t kept = 0;
    if (is_beaten(s, new.finish, new.first, new.cost, new.hours))
        return;
    for (size_t i = 0; i < s->n_points; i++) {
        struct point old = s->points[i];
        if (old.finish < new.finish || old.first < new.first || old.cost < new.cost || old.hours < new.hours)
            s->points[kept++] = old;
    }
    if (kept == s->n_room) {
        s->n_room = 2 * s->n_room + 8;
        s->points = realloc(s->points, s->n_room * sizeof *s->points);
        if (!s->points)
            abort();
    }
    s->points[kept++] = new;
    s->n_points = kept;
}

static bool is_begun(const struct problem *p, const char *id) {
    for (size_t i = 0; i < p->n_activities; i++) {
        if (!strcmp(p->activities[i].id, id))
            return p->activities[i].begun != NEVER;
    }
    return false;
}

/* Whether the steps contain all of one of the sets to avoid. */
static bool is_to_avoid(const struct search *s) {
    size_t i, j;
    json_t *set, *id;
    json_array_foreach(s->options->avoid, i, set) {
        bool has_all = true;
        json_array_foreach(set, j, id)
            has_all = has_all && is_begun(s->p, json_string_value(id));
        if (has_all)
            return true;
    }
    return false;
}

/* ---- section 7: the steps ---- */

/* Rule 4 for one week: what is asked must fit, of each kind that the step adds to. */
static bool has_room(const struct problem *p, struct load add, int week) {
    const struct load *load = &p->load[week], *capacity = &p->capacity[week];
    return (add.study == 0 || load->study + add.study <= capacity->study) &&
           (add.practice == 0 || load->practice + add.practice <= capacity->practice) &&
           load->steps + add.steps <= capacity->steps;
}

static bool fits(const struct problem *p, const struct option *option, int from, int to) {
    for (int week = from; week < to; week++) {
        if (!has_room(p, option->load, week))
            return false;
    }
    return true;
}

static void add_load(struct problem *p, const struct option *option, int from, int sign) {
    for (int week = from; week < from + option->weeks; week++) {
        p->load[week].study += sign * option->load.study;
        p->load[week].practice += sign * option->load.practice;
        p->load[week].steps += sign;
    }
}

static void begin(struct search *s, struct activity *a, const struct option *option, int week) {
    a->begun = week;
    a->chosen = option;
    add_load(s->p, option, week, 1);
    s->cost += option->cost;
    s->hours += option->hours;
    s->steps++;
}

static void take_back(struct search *s, struct activity *a) {
    add_load(s->p, a->chosen, a->begun, -1);
    s->cost -= a->chosen->cost;
    s->hours -= a->chosen->hours;
    s->steps--;
    a->begun = NEVER;
}

/* Rule 2 for the steps that begin in the week. */
static bool requirements_hold(const struct search *s, int week) {
    for (size_t i = 0; i < s->p->n_activities; i++) {
        const struct activity *a = &s->p->activities[i];
        if (a->begun == week && !(holds(s, &a->requires) && holds(s, &a->chosen->requires)))
            return false;
    }
    return true;
}

/* Rule 6: the goal holds, and what must be in the route is over. */
static bool is_finish(const struct search *s, int week) {
    size_t n_over = 0;
    for (size_t i = 0; i < s->p->n_activities; i++)
        n_over += s->p->activities[i].is_included && is_over_by(&s->p->activities[i], week);
    return week >= s->from && n_over == s->p->n_included && holds(s, &s->p->goal);
}

/* ---- prunings that rest on an argument ---- */

static bool want(bool *wanted, const struct requirement *r) {
    bool is_new = r->is_leaf && !wanted[r->leaf.fact];
    if (r->is_leaf)
        wanted[r->leaf.fact] = true;
    for (size_t i = 0; i < r->n_parts; i++)
        is_new |= want(wanted, &r->parts[i].that);
    return is_new;
}

static bool gives_wanted(const bool *wanted, int fact, const struct leaves *grants) {
    for (size_t i = 0; i < grants->n; i++) {
        if (wanted[grants->at[i].fact])
            return true;
    }
    return fact >= 0 && wanted[fact];
}

static bool is_useful(const bool *wanted, const struct activity *a) {
    return a->is_included || a->begun != NEVER || gives_wanted(wanted, a->fact, &a->grants);
}

/* Wants all that what gives wanted facts requires; returns whether anything was new. */
static bool want_more(struct problem *p, bool *wanted) {
    bool is_new = want(wanted, &p->goal);
    for (size_t i = 0; i < p->n_functions; i++) {
        if (wanted[p->functions[i].fact])
            is_new |= want(wanted, &p->functions[i].requires);
    }
    for (size_t i = 0; i < p->n_awards; i++) {
        const struct award *award = &p->awards[i];
        if (!gives_wanted(wanted, award->fact, &award->grants))
            continue;
        is_new |= want(wanted, &award->requires);
        is_new |= !wanted[award->fact];
        wanted[award->fact] = true;
    }
    for (size_t i = 0; i < p->n_activities; i++) {
        const struct activity *a = &p->activities[i];
        if (!is_useful(wanted, a))
            continue;
        is_new |= want(wanted, &a->requires);
        for (size_t o = 0; o < a->n_options; o++)
            is_new |= want(wanted, &a->options[o].requires);
    }
    return is_new;
}

/*
 * Drops the activities that are not included and give no wanted fact, where wanted is what the goal
 * names, and what is required by that which gives a wanted fact. Whether a wanted fact holds never
 * depends on others; so a route stays one without the dropped steps, and gets no longer.
 */
static void drop_the_unwanted(struct problem *p, const struct function *first) {
    bool *wanted = problem_alloc(p, (size_t)p->n_facts, sizeof *wanted);
    size_t kept = 0;
    if (first)
        wanted[first->fact] = true;
    while (want_more(p, wanted))
        continue;
    for (size_t i = 0; i < p->n_activities; i++) {
        if (is_useful(wanted, &p->activities[i]))
            p->activities[kept++] = p->activities[i];
    }
    p->n_activities = kept;
}

/*
 * Whether a step that would begin this week could have begun in an earlier one, all else the same:
 * allowed, `requires` met, and room in the weeks it would then occupy before this one (the later
 * ones of them it occupies anyway). Such a step need not be tried: moved, the facts it gives hold
 * from earlier on and no others change, and a fact that holds for longer hurts nothing; so the
 * route stays one, its finish is no later, and its steps begin earlier in all. Repeating this ends,
 * in a route that is tried.
 */
static bool could_begin_before(const struct search *s, const struct option *option, int week) {
    if (week == 0)
        return false;
    int before = s->latest[(size_t)(week - 1) * s->p->n_options + option->number];
    int end = before + option->weeks < week ? before + option->weeks : week;
    return before >= 0 && fits(s->p, option, before, end);
}

/* Notes for could_begin_before() which options could have begun in the week worked out last. */
static void note_latest(struct search *s, int week) {
    int *row = &s->latest[(size_t)week * s->p->n_options];
    for (size_t i = 0; i < s->p->n_activities; i++) {
        const struct activity *a = &s->p->activities[i];
        bool is_open = week >= s->from && a->begun == NEVER && holds(s, &a->requires);
        for (size_t o = 0; o < a->n_options; o++) {
            const struct option *option = &a->options[o];
            if (is_open && option->may_begin[week] && holds(s, &option->requires))
                row[option->number] = week;
            else
                row[option->number] = week ? (row - s->p->n_options)[option->number] : -1;
        }
    }
}

/*
 * Whether nothing is going on any more: no step runs, no award is on its way, and neither held
 * things, capacity nor allowed starts change from this week on. Then whatever a route does later it
 * could do a week sooner; so waiting is of no use. (A step begun this week runs.)
 */
static bool is_over(const struct search *s, int week) {
    if (week < s->last_change)
        return false;
    for (size_t i = 0; i < s->p->n_activities; i++) {
        const struct activity *a = &s->p->activities[i];
        if (a->begun != NEVER && !is_over_by(a, week))
            return false;
    }
    for (size_t i = 0; i < s->p->n_awards; i++) {
        const struct award *award = &s->p->awards[i];
        if (award->met != NEVER && award->met + award->award_weeks > week)
            return false;
    }
    return true;
}

static bool is_same_load(struct load a, struct load b) {
    return a.study == b.study && a.practice == b.practice && a.steps == b.steps;
}

static bool is_like_the_next(const struct problem *p, int week) {
    for (const struct given *given = p->given; given; given = given->next) {
        if (given->from == week + 1 || given->to == week)
            return false;
    }
    for (size_t i = 0; week < p->last_week && i < p->n_activities; i++) {
        const struct activity *a = &p->activities[i];
        for (size_t o = 0; o < a->n_options; o++) {
            if (a->options[o].may_begin[week] != a->options[o].may_begin[week + 1])
                return false;
        }
    }
    return is_same_load(p->capacity[week], p->capacity[week + 1]) &&
           is_same_load(p->load[week], p->load[week + 1]);
}

static int find_last_change(const struct problem *p) {
    int week = WEEKS - 1;
    while (week > 0 && is_like_the_next(p, week - 1))
        week--;
    return week;
}

/* ---- the search ---- */

static void search_week(struct search *s, int week);

/* All that begins in the week has been chosen. */
static void settle(struct search *s, int week) {
    int finish = s->finish, had = s->had;
    work_out(s, week, false);
    if (requirements_hold(s, week)) {
        if (finish == NEVER && is_finish(s, week))
            s->finish = week;
        if (had == NEVER && holds(s, &s->first->requires))
            s->had = week;
        if (s->finish == NEVER || s->had == NEVER) {
            note_latest(s, week);
            if (s->options->plain || !is_over(s, week))
                search_week(s, week + 1);
        } else if (!is_to_avoid(s)) {
            add_point(s, (struct point){s->finish, s->had, s->cost, s->hours, s->steps});
        }
    }
    s->finish = finish;
    s->had = had;
    forget_awards_met_in(s, week);
}

/* Does a point beat all that can still come of what has been chosen, from the week on? */
static bool is_hopeless(const struct search *s, int week) {
    int finish = s->finish < week ? s->finish : week, first = s->had < week ? s->had : week;
    return is_beaten(s, finish, first, s->cost, s->hours);
}

/* Chooses for the i-th activity and on whether and how it begins in the week. */
static void choose(struct search *s, int week, size_t i) {
    struct problem *p = s->p;
    if (s->gave_up || is_hopeless(s, week))
        return;
    if (i == p->n_activities) {
        settle(s, week);
        return;
    }
    struct activity *a = &p->activities[i];
    for (size_t o = 0; a->begun == NEVER && o < a->n_options; o++) {
        const struct option *option = &a->options[o];
        if (!s->eligible[(size_t)week * p->n_options + option->number] ||
            s->cost + option->cost > p->budget ||
            !fits(p, option, week, week + option->weeks))
            continue;
        begin(s, a, option, week);
        choose(s, week, i + 1);
        take_back(s, a);
    }
    choose(s, week, i + 1);
}

static void search_week(struct search *s, int week) {
    struct problem *p = s->p;
    if (week > p->last_week || is_hopeless(s, week))
        return;
    s->gave_up = s->options->nodes && s->nodes >= s->options->nodes;
    if (s->gave_up)
        return;
    work_out(s, week, true);
    for (size_t i = 0; i < p->n_activities; i++) {
        const struct activity *a = &p->activities[i];
        bool is_open = week >= s->from && a->begun == NEVER && holds(s, &a->requires);
        for (size_t o = 0; o < a->n_options; o++) {
            const struct option *option = &a->options[o];
            s->eligible[(size_t)week * p->n_options + option->number] =
                is_open && option->may_begin[week] && holds(s, &option->requires) &&
                (s->options->plain || !could_begin_before(s, option, week));
        }
    }
    forget_awards_met_in(s, week);
    choose(s, week, 0);
}

static int by_measures(const void *left, const void *right) {
    const struct point *a = left, *b = right;
    if (a->finish != b->finish)
        return a->finish < b->finish ? -1 : 1;
    if (a->cost != b->cost)
        return a->cost < b->cost ? -1 : 1;
    return (a->hours > b->hours) - (a->hours < b->hours);
}

/* Leaves the points on which what comes first does so earliest. */
static void keep_first(struct search *s) {
    int least = NEVER;
    size_t kept = 0;
    for (size_t i = 0; i < s->n_points; i++)
        least = s->points[i].first < least ? s->points[i].first : least;
    for (size_t i = 0; i < s->n_points; i++) {
        if (s->points[i].first == least)
            s->points[kept++] = s->points[i];
    }
    s->n_points = kept;
}

static const struct function *find_function(const struct problem *p, const char *id) {
    const json_t *list = json_object_get(p->catalogue, "functions"), *function;
    size_t i;
    json_array_foreach((json_t *)list, i, function) {
        if (!strcmp(json_string_value(json_object_get(function, "id")), id))
            return &p->functions[i];
    }
    return NULL;
}

static void copy_front(struct search *s, struct oracle_result *result) {
    qsort(s->points, s->n_points, sizeof *s->points, by_measures);
    result->points = calloc(s->n_points, sizeof *result->points);
    if (!result->points)
        abort();
    for (size_t i = 0; i < s->n_points; i++) {
        const struct point *point = &s->points[i];
        struct oracle_point *out = &result->points[result->n_points++];
        *out = (struct oracle_point){"", point->cost, point->hours, point->steps};
        oracle_format_day(7 * (s->p->start_week + point->finish), out->finish);
    }
}

/* Begins a step of a route that is half done, which one option has. */
static void begin_past(struct search *s, const json_t *step, const char *failed) {
    const char *id = json_string_value(json_object_get(step, "id"));
    const char *offering = json_string_value(json_object_get(step, "offering"));
    json_int_t weeks = json_integer_value(json_object_get(step, "weeks"));
    int start = oracle_parse_day(json_string_value(json_object_get(step, "start"))) / 7;
    for (size_t i = 0; i < s->p->n_activities; i++) {
        struct activity *a = &s->p->activities[i];
        for (size_t o = 0; !strcmp(a->id, id) && a->begun == NEVER && o < a->n_options; o++) {
            if (!strcmp(a->options[o].offering, offering) && a->options[o].weeks == weeks)
                begin(s, a, &a->options[o], start - s->p->start_week);
        }
        if (!strcmp(a->id, id) && a->is_included) {
            a->is_included = false;
            s->p->n_included--;
        }
        if (!strcmp(a->id, id) && failed && !strcmp(id, failed))
            a->grants.n = 0;
    }
}

static void begin_all_past(struct search *s) {
    size_t i;
    json_t *step;
    json_array_foreach(s->options->past, i, step)
        begin_past(s, step, s->options->failed);
    s->from = oracle_parse_day(s->options->from) / 7 - s->p->start_week;
}

void oracle_solve(const json_t *catalogue, const json_t *intake,
                  const struct oracle_options *options, struct oracle_result *result) {
    static const struct oracle_options defaults = {0};
    struct problem *p = problem_read(catalogue, intake);
    struct search s = {.p = p, .options = options ? options : &defaults, .finish = NEVER};
    if (s.options->first)
        s.first = find_function(p, s.options->first);
    s.had = s.first ? NEVER : 0;
    if (s.options->past)
        begin_all_past(&s);
    if (!s.options->plain)
        drop_the_unwanted(p, s.first);
    size_t cells = (size_t)(p->last_week + 1) * p->n_options;
    s.level = problem_alloc(p, (size_t)p->n_facts, sizeof *s.level);
    s.eligible = problem_alloc(p, cells, sizeof *s.eligible);
    s.latest = problem_alloc(p, cells, sizeof *s.latest);
    s.last_change = find_last_change(p);
    if (s.last_change < s.from)
        s.last_change = s.from;
    search_week(&s, 0);
    keep_first(&s);
    *result = (struct oracle_result){.nodes = s.nodes};
    result->status = s.gave_up      ? ORACLE_TOO_LARGE
                     : s.n_points   ? ORACLE_OPTIMAL
                                    : ORACLE_NONE;
    if (result->status == ORACLE_OPTIMAL)
        copy_front(&s, result);
    free(s.points);
    problem_free(p);
}

void oracle_free(struct oracle_result *result) {
    free(result->points);
    *result = (struct oracle_result){.status = ORACLE_NONE};
}

/* ---- what follows from the front ---- */

static json_t *objective_of(const json_t *intake) {
    json_t *objective = json_object_get(intake, "objective");
    return objective ? json_incref(objective) : json_pack("[sss]", "finish", "cost", "hours");
}

static int compare_measure(const char *measure, const struct oracle_point *a,
                           const struct oracle_point *b) {
    if (!strcmp(measure, "finish"))
        return strcmp(a->finish, b->finish); /* dates in this form sort as text */
    if (!strcmp(measure, "cost"))
        return (a->cost > b->cost) - (a->cost < b->cost);
    return (a->hours > b->hours) - (a->hours < b->hours);
}

const struct oracle_point *oracle_best(const struct oracle_result *result, const json_t *intake) {
    const struct oracle_point *best = result->n_points ? &result->points[0] : NULL;
    json_t *objective = objective_of(intake), *measure;
    for (size_t i = 1; i < result->n_points; i++) {
        int order = 0;
        size_t j;
        json_array_foreach(objective, j, measure) {
            if (order == 0)
                order = compare_measure(json_string_value(measure), &result->points[i], best);
        }
        if (order < 0)
            best = &result->points[i];
    }
    json_decref(objective);
    return best;
}

json_t *oracle_to_json(const struct oracle_result *result, const json_t *intake) {
    static const char *const names[] = {"optimal", "none", "too_large"};
    const struct oracle_point *best = oracle_best(result, intake);
    json_t *objective = objective_of(intake), *measures, *pareto, *measure;
    json_t *json = json_pack("{sssO}", "status", names[result->status], "objective", objective);
    size_t i;
    if (!best) {
        json_decref(objective);
        return json;
    }
    measures = json_object();
    json_array_foreach(objective, i, measure) {
        const char *name = json_string_value(measure);
        json_object_set_new(measures, name,
                            !strcmp(name, "finish") ? json_string(best->finish)
                            : !strcmp(name, "cost") ? json_integer(best->cost)
                                                    : json_integer(best->hours));
    }
    pareto = json_array();
    for (i = 0; i < result->n_points; i++) {
        const struct oracle_point *point = &result->points[i];
        json_array_append_new(pareto, json_pack("[sII]", point->finish, (json_int_t)point->cost,
                                                (json_int_t)point->hours));
    }
    json_object_set_new(json, "measures", measures);
    json_object_set_new(json, "pareto", pareto);
    json_decref(objective);
    return json;
}
