/* The frozen intake: one person's situation and goal, with ids resolved against a catalogue.
 *
 * It borrows the catalogue, which must outlive it. Weeks are absolute (weeks since 1900-01-01). */
#ifndef LRI_MODEL_INTAKE_H
#define LRI_MODEL_INTAKE_H

#include "base/arena.h"
#include "model/catalogue.h"

enum { LRI_WEEK_HOURS_MAX = 168, LRI_BUDGET_MAX = 1000000000 }; /* that an intake may give */

/* A thing held: counts in the weeks from .. until, both in; never when from > until. */
typedef struct lri_holding {
    lri_requirement_kind kind; /* LRI_COMPETENCE, LRI_AWARD or LRI_UNIT */
    uint8_t level;             /* of a competence */
    uint32_t index;
    lri_week from;        /* the later of week(start) and week(obtained) */
    lri_week until;       /* week(valid_until), or LRI_ALWAYS_WEEK */
    lri_day obtained;     /* -1 where not given */
    lri_day lapses;       /* the day of valid_until, as given or by valid_months; -1 never */
    bool expected;        /* an exemption not yet granted */
    bool counts;          /* false for what is expected when count_expected is false */
    const char *evidence; /* NULL where not given */
} lri_holding;

typedef struct lri_claim {
    uint32_t competence;
    uint8_t level;
    uint32_t occupation;  /* the experience that suggests it, or LRI_NONE: claimed by itself */
    const char *evidence; /* NULL where not given */
} lri_claim;

typedef struct lri_experience {
    uint32_t occupation;
    int64_t years;
} lri_experience;

typedef struct lri_under_way {
    uint32_t activity;
    lri_week ends; /* it loads the weeks through this one; what it gives holds from the later of
                      week(start) and the week after */
    int32_t study_hours, practice_hours; /* a week */
} lri_under_way;

typedef struct lri_capacity {
    int32_t study_hours, practice_hours; /* a week */
    int32_t parallel;                    /* INT32_MAX: no limit */
} lri_capacity;

typedef struct lri_period {
    lri_week from, to;
    lri_capacity capacity; /* whole: what the period leaves out is filled in */
    bool has_study_hours, has_practice_hours, has_parallel; /* given by the period itself */
} lri_period;

typedef struct lri_include {
    uint32_t activity;
    uint32_t offering; /* LRI_NONE: any of its offerings */
    lri_week start;    /* -1: any week */
} lri_include;

/* A list of allowed texts (leerwegen, providers, places), by address: those that offerings name are
 * the catalogue's own. Count 0: all are allowed. */
typedef struct lri_allowed {
    const char *const *texts;
    uint32_t count;
} lri_allowed;

struct leerroute_intake {
    lri_arena arena;
    const leerroute_catalogue *catalogue;
    const char *id;
    const char *note; /* NULL where not given */
    lri_requirements requirements;
    uint32_t goal; /* a node of requirements */
    lri_day start;

    lri_holding *holds;
    uint32_t hold_count;
    lri_claim *claims; /* each as named or suggested, by competence, then highest level first */
    uint32_t claim_count;
    lri_experience *experience; /* of each occupation the most years, in catalogue order */
    uint32_t experience_count;
    uint8_t *attributes; /* by attribute: 1 when stated; 2: see intake_vary.h */
    lri_under_way *under_way;
    uint32_t under_way_count;

    lri_capacity capacity;
    lri_period *periods; /* by `from` */
    uint32_t period_count;

    int64_t budget_eur; /* INT64_MAX: no limit */
    lri_day finish_by;  /* -1: none */
    lri_allowed leerwegen, providers, places;
    uint32_t *excluded_activities, *excluded_offerings;
    uint32_t excluded_activity_count, excluded_offering_count;
    lri_include *includes;
    uint32_t include_count;

    bool is_lenient; /* no intake of a person but a bound on several: see intake_vary.h */
    bool count_expected;
    bool diploma_route; /* as stated, or by the goal */
    bool diploma_route_given;
    leerroute_measure objective[3];
    uint32_t objective_count;
};

/* The last day on which what is held is valid, by the months that the catalogue says; -1: always.
 */
lri_day lri_lapse(const leerroute_catalogue *catalogue, const lri_holding *holding);

/* What is held, as the public header names it. */
leerroute_kind lri_holding_kind(const leerroute_catalogue *catalogue, const lri_holding *holding);
const char *lri_holding_id(const leerroute_catalogue *catalogue, const lri_holding *holding);

/* Fills in whether and in which weeks it counts, from the rest of it. */
void lri_intake_count(const leerroute_intake *intake, lri_holding *holding);

/* The claim of the competence at the highest level, or NULL. O(log claims). */
const lri_claim *lri_intake_claim(const leerroute_intake *intake, uint32_t competence);

/* For qsort and bsearch: the order of pointers by address, and of indices. */
int lri_compare_addresses(const void *a, const void *b);
int lri_compare_indices(const void *a, const void *b);

/* The highest level at which the person claims the competence; 0: not claimed. */
uint8_t lri_intake_claimed_level(const leerroute_intake *intake, uint32_t competence);

/* What the person has in a week: that of the period it lies in, else the ordinary capacity. */
lri_capacity lri_intake_capacity(const leerroute_intake *intake, lri_week week);

/* Rule 3: the offering passes leerwegen, providers and places, and neither it nor its activity is
 * excluded. O(limits). */
bool lri_intake_allows(const leerroute_intake *intake, uint32_t offering);

/* Does a leaf about an attribute hold? */
static inline bool lri_intake_states(const leerroute_intake *intake, const lri_requirement *leaf) {
    uint8_t stated = intake->attributes[leaf->index];
    return stated == 2 || (stated == 1) == (leaf->kind == LRI_ATTRIBUTE);
}

/* The offering's price for this person. */
static inline int32_t lri_intake_price(const leerroute_intake *intake, uint32_t offering) {
    const lri_offering *o = &intake->catalogue->offerings[offering];
    return intake->diploma_route ? o->cost_eur_diploma_route : o->cost_eur;
}

#endif
