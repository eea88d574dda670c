/* The frozen catalogue: compact arrays with dense numbers, immutable, shared by threads without
 * locks. Everything in it lives in its one arena.
 *
 * Two kinds of things are numbered together where the rules treat them alike:
 *  - an *activity* is a unit or an assessment: first the units, then the assessments;
 *  - an *award* is a certificate or a diploma: first the certificates, then the diplomas.
 * An index "among the activities" or "awards" is of that joint numbering. Lists are ranges of one
 * array (CSR): those of thing i are items[first[i]] .. items[first[i + 1] - 1]. */
#ifndef LRI_MODEL_CATALOGUE_H
#define LRI_MODEL_CATALOGUE_H

#include "base/arena.h"
#include "base/table.h"
#include "leerroute/leerroute.h"
#include "model/calendar.h"
#include "model/requirement.h"

enum { LRI_TOP_LEVEL = 5, LRI_DEFAULT_LEVEL = 4 };

typedef struct lri_named {
    const char *id, *name;
} lri_named;

/* What a unit or an award grants. */
typedef struct lri_grant {
    bool is_award;
    uint8_t level;  /* of a competence */
    uint32_t index; /* of the competence, or among the awards */
} lri_grant;

typedef struct lri_range {
    uint32_t first, count;
} lri_range;

typedef struct lri_offering {
    const char *id;
    /* Interned: equal texts are equal pointers. NULL where the offering names none. */
    const char *provider, *place, *leerweg;
    uint32_t activity;
    uint32_t requires; /* a node of catalogue->requirements */
    int32_t study_hours, practice_hours;
    lri_range weeks; /* of catalogue->weeks: the choices of how many weeks it takes, as listed */
    lri_starts starts;
    lri_week from, until; /* absolute; 0 and LRI_ALWAYS_WEEK where not given */
    int32_t cost_eur;
    int32_t cost_eur_diploma_route; /* equal to cost_eur where not given */
} lri_offering;

typedef struct lri_activity {
    const char *id, *name;
    bool is_assessment;
    uint8_t max_level;   /* of an assessment */
    uint8_t kind;        /* index in lri_unit_kinds or lri_assessment_kinds */
    uint8_t effect;      /* of a unit: 1 + index in lri_unit_effects; 0 none */
    uint32_t requires;   /* a node of catalogue->requirements */
    lri_range grants;    /* of catalogue->grants; of a unit */
    lri_range validates; /* of catalogue->validates: competences; of an assessment */
    lri_range offerings; /* of catalogue->offerings */
} lri_activity;

typedef struct lri_award {
    const char *id, *name;
    uint32_t requires; /* a node, or LRI_NONE: never awarded by itself */
    int32_t award_weeks;
    int32_t valid_months; /* 0: does not lapse */
    lri_range grants;
} lri_award;

typedef struct lri_function {
    const char *id, *name;
    uint32_t requires;
    int32_t fwg; /* -1 where not given */
} lri_function;

typedef struct lri_suggestion {
    uint32_t competence;
    uint8_t level;
    int32_t years;
} lri_suggestion;

typedef struct lri_occupation {
    const char *id, *name;
    lri_range suggests;
} lri_occupation;

/* Who grants a competence or an award: an activity or (held) an award, and at which level. For an
 * assessment the level is its max_level; what it grants depends on the claim. */
typedef struct lri_giver {
    bool by_award;
    uint8_t level;
    uint32_t index; /* among the activities or awards */
} lri_giver;

/* Whose `requires` names a fact: an award or a function. */
typedef struct lri_asker {
    bool is_function;
    uint32_t index;
} lri_asker;

struct leerroute_catalogue {
    lri_arena arena;
    const char *id, *title; /* title "" where not given */

    lri_named *competences;
    uint32_t competence_count;
    lri_named *attributes;
    uint32_t attribute_count;
    lri_activity *activities;
    uint32_t unit_count, activity_count;
    lri_offering *offerings; /* in the order of their activities */
    uint32_t offering_count;
    lri_award *awards;
    uint32_t certificate_count, award_count;
    lri_function *functions;
    uint32_t function_count;
    lri_occupation *occupations;
    uint32_t occupation_count;

    /* Node 0 is the requirement that always holds: what stands where `requires` is left out. */
    lri_requirements requirements;
    int32_t *weeks;
    lri_grant *grants;
    uint32_t *validates;
    lri_suggestion *suggestions;

    /* CSR: the givers of each competence and award, by activities then awards, in index order. */
    lri_giver *givers;
    uint32_t *competence_givers; /* competence_count + 1 offsets */
    uint32_t *award_givers;      /* award_count + 1 offsets */

    /* CSR: the awards and functions whose requires names each fact, each asker once. */
    lri_asker *askers;
    uint32_t *competence_askers, *award_askers, *function_askers, *activity_askers;

    /* Ids to indices: certificates and diplomas to those among the awards. `by_step` holds units,
     * assessments and offerings, whose ids are unique together: activities as their index,
     * offerings as activity_count + their index. */
    lri_table by_competence, by_attribute, by_step, by_certificate, by_diploma, by_function,
        by_occupation;

    /* The texts that offerings name, interned (the values are all 0). */
    lri_table providers, places, leerwegen;
};

static inline bool lri_is_diploma(const leerroute_catalogue *catalogue, uint32_t award) {
    return award >= catalogue->certificate_count;
}

/* The dense index of an id of the kind (activities and awards in the joint numbering), or
 * LRI_NONE. O(length of the id). */
uint32_t lri_catalogue_find(const leerroute_catalogue *catalogue, leerroute_kind kind,
                            const char *id);

/* What a total of hours is in each of so many weeks, at least 1: rounded up. */
static inline int64_t lri_hours_a_week(int64_t hours, int64_t weeks) {
    return (hours + weeks - 1) / weeks;
}

/* The unit or assessment of an id, or LRI_NONE. */
static inline uint32_t lri_catalogue_activity(const leerroute_catalogue *catalogue,
                                              const char *id) {
    uint32_t unit = lri_catalogue_find(catalogue, LEERROUTE_UNIT, id);
    return unit != LRI_NONE ? unit : lri_catalogue_find(catalogue, LEERROUTE_ASSESSMENT, id);
}

/* The table that has the ids of the kind, as the values *from .. *to - 1. */
const lri_table *lri_catalogue_ids(const leerroute_catalogue *catalogue, leerroute_kind kind,
                                   uint32_t *from, uint32_t *to);

/* The fixed words of the model, each ended by NULL, and the index of a word in them or -1. */
extern const char *const lri_unit_kinds[];       /* leereenheid, keuzedeel, ... */
extern const char *const lri_unit_effects[];     /* verdiepend, verzwarend */
extern const char *const lri_assessment_kinds[]; /* evc, praktijktoets, vrijstelling */
extern const char *const lri_measures[];         /* finish, cost, hours: as leerroute_measure */
extern const char *const lri_kinds[];            /* competence, ...: as leerroute_kind */
int lri_word_index(const char *const *words, const char *word);

#endif
