/* The faults of one source while it is read: gathered in any order, the first
 * LEERROUTE_DIAGNOSTICS_MAX of the document kept, in its order.
 *
 * Bounded work and memory however many faults there are: only a fault that is kept has its texts
 * copied and its nearest word searched, and that only while not too many words were looked at. */
#ifndef LRI_MODEL_FAULTS_H
#define LRI_MODEL_FAULTS_H

#include "leerroute/leerroute.h"
#include "model/document.h"
#include "model/nearest.h"

typedef struct lri_fault {
    leerroute_code code;
    const lri_value *at; /* NULL: the whole source */
    bool on_key;         /* stands at the key of `at`, not at its value */
    const char *value;   /* NULL: of a fault at a value, that value; at a key, that key */
    const char *expected, *detail;
    int64_t minimum, maximum;
    leerroute_kind kind;
    lri_candidates candidates; /* among which `nearest` is searched */
    const char *nearest;
    size_t line, column; /* 0 where not known */
} lri_fault;

typedef struct lri_faults {
    lri_fault *list; /* room for all that are kept, in the arena; NULL while there are none */
    size_t count;
    size_t errors;  /* faults that are no warnings, kept or not */
    size_t looked;  /* at how many candidates */
    const char *id; /* of the intake, borrowed; NULL while it is not known */
    lri_arena arena;
    bool failed; /* no memory */
} lri_faults;

static inline bool lri_is_warning(leerroute_code code) {
    return code >= LEERROUTE_WARNING_PROVIDER;
}

/* Adds a fault or warning; its texts are copied. */
void lri_faults_add(lri_faults *faults, const lri_fault *fault);

/* Would a fault at this value be kept? What only a kept one needs may be left out. */
bool lri_faults_wants(const lri_faults *faults, const lri_value *at);

/* May these candidates be searched once more? They are counted. */
bool lri_faults_may_search(lri_faults *faults, const lri_candidates *candidates);

/* Where a fault stands in its source: the place of its key or value. */
uint32_t lri_fault_place(const lri_fault *fault);

/* LEERROUTE_OK while there are only warnings. */
leerroute_status lri_faults_status(const lri_faults *faults);

void lri_faults_free(lri_faults *faults);

#endif
