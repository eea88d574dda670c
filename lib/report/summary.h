/* Totals of answers: what a planner of capacity asks of a whole intake.
 *
 * A *row* is what is counted by month: an offering, or after these an activity with all its
 * offerings together. Memory grows with the months, weeks, goals and values that differ, not with
 * the answers. */
#ifndef LRI_REPORT_SUMMARY_H
#define LRI_REPORT_SUMMARY_H

#include "base/map.h"
#include "base/table.h"
#include "base/vector.h"
#include "model/catalogue.h"

extern const char *const lri_quartile_keys[]; /* least, quarter, ... */

/* What goes on in one month, by the Monday of each week. */
typedef struct lri_month {
    uint32_t row;
    int32_t month;     /* 12 * year + month - 1 */
    int64_t starts;    /* people who begin */
    int64_t under_way; /* people who are under way in some week of it */
    int64_t places;    /* the most people under way in one week of it */
    int64_t study_hours, practice_hours;
} lri_month;

typedef struct lri_provider_total {
    const char *name; /* as the catalogue has it; NULL: of offerings that name none */
    uint64_t latest;  /* the last answer that was counted, from 1 */
    int64_t people, steps, study_hours, practice_hours, cost_eur;
} lri_provider_total;

typedef struct lri_tally {
    int64_t value, count;
} lri_tally;

/* How often each value came. */
typedef struct lri_spread {
    lri_map places; /* of a value among the tallies */
    LRI_VECTOR(lri_tally) tallies;
    int64_t count;
} lri_spread;

typedef struct lri_goal_total {
    const char *json; /* the requirement on one line */
    lri_requirements requirements;
    uint32_t node;
    int64_t people, none, open; /* `open`: neither a route nor proved that there is none */
    lri_spread weeks, cost_eur, study_hours;
} lri_goal_total;

typedef struct lri_reason_total {
    const char *json; /* its kind on one line */
    uint64_t latest;  /* the last answer that was counted, from 1 */
    int64_t people;
} lri_reason_total;

/* Of those who claim something: what their routes take without EVC more than with it. */
typedef struct lri_evc_total {
    int64_t people;
    int64_t only;                            /* who have a route thanks to it alone */
    int64_t none;                            /* who have none with it either */
    int64_t open;                            /* of whom a limit stopped a proof */
    lri_spread weeks, cost_eur, study_hours; /* of the others */
} lri_evc_total;

struct leerroute_summary {
    lri_arena arena;
    const leerroute_catalogue *catalogue;
    int64_t outcomes[LEERROUTE_UNKNOWN + 1], errors;
    uint64_t answers;
    lri_map month_places; /* row << 32 | month -> months */
    LRI_VECTOR(lri_month) months;
    lri_map weeks;           /* row << 32 | week -> people under way */
    lri_map provider_places; /* address of the name -> providers */
    LRI_VECTOR(lri_provider_total) providers;
    lri_table goal_places; /* json -> goals */
    LRI_VECTOR(lri_goal_total) goals;
    lri_table reason_places; /* json -> reasons */
    LRI_VECTOR(lri_reason_total) reasons;
    lri_evc_total evc;
    /* Months stand by row and month, providers by name (none last), goals by people (the most
     * first); what finds a place in them is of no use any more. */
    bool is_written;
};

enum { LRI_QUARTILES = 5 };

/* Least, quartiles, most: the value that so many quarters of the people have or are below. */
void lri_quartiles(lri_spread *spread, int64_t out[LRI_QUARTILES]);

/* All values together. */
int64_t lri_total(const lri_spread *spread);

/* "2027-01" */
void lri_month_format(int32_t month, char out[8]);

/* The months of a row, in order. */
const lri_month *lri_summary_months(const leerroute_summary *summary, uint32_t row,
                                    uint32_t *count);

leerroute_status lri_summary_json(leerroute_summary *summary, char **out, size_t *size);
leerroute_status lri_summary_csv(leerroute_summary *summary, char **out, size_t *size);
leerroute_status lri_summary_text(leerroute_summary *summary, const leerroute_style *style,
                                  char **out, size_t *size);

#endif
