/* Objects that have one of several forms, told by a key: requirements, and the leaves that stand in
 * the lists of grants, holdings and claims. */
#ifndef LRI_MODEL_FORMS_H
#define LRI_MODEL_FORMS_H

#include "model/reader.h"

/* One of the forms that an object may have. */
typedef struct lri_form {
    const char *key;  /* tells the form */
    const char *also; /* tells it too where no `key` does; may be NULL */
    lri_shape shape;  /* empty: known, but not for here */
} lri_form;

/* Which of the forms the value has. -1, with a fault, when it is not exactly one: a fault of `code`
 * at the object; but of an object of no form with keys that none of them has, at those alone. */
int lri_tell_form(lri_reader *reader, const lri_value *value, const lri_form *forms, size_t count,
                  leerroute_code code);

typedef enum lri_clause_form {
    LRI_FORM_COMPETENCE,
    LRI_FORM_CERTIFICATE,
    LRI_FORM_DIPLOMA,
    LRI_FORM_FUNCTION,
    LRI_FORM_UNIT,
    LRI_FORM_ATTRIBUTE,
    LRI_FORM_ALL,
    LRI_FORM_ANY,
    LRI_FORM_AT_LEAST,
    LRI_FORM_NOT,
    LRI_FORM_WEIGHTED,
    LRI_FORMS
} lri_clause_form;

/* A requirement, or what stands where a leaf may. */
typedef struct lri_clause {
    lri_clause_form form;
    uint32_t index; /* of what a leaf names; LRI_NONE when that is at fault */
    int64_t level;
    bool started;
    lri_day obtained, valid_until; /* of a holding; -1 where not given */
    bool expected;
    const char *evidence;  /* of a holding or claim; NULL where not given */
    const lri_value *list; /* of all, any, at_least; NULL when at fault */
    const lri_value *that; /* of not, and what has a weight */
    int64_t number;        /* of at_least, or the weight */
} lri_clause;

/* Where it stands says which forms it may have, and which keys these take. */
typedef enum lri_context {
    LRI_IN_REQUIREMENT,
    LRI_IN_AT_LEAST, /* a weight too */
    LRI_IN_NOT,      /* an attribute */
    LRI_IN_GRANTS,
    LRI_IN_HOLDS,
    LRI_IN_CLAIMS
} lri_context;

/* Reads the clause, not what lies in it. False, with a fault, when it has no form that may stand
 * there. */
bool lri_read_clause(lri_reader *reader, const lri_value *value, lri_context context,
                     lri_clause *out);

#endif
