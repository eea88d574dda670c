/* What reports say, in each language: one table. Places to fill in stand between braces. */
#ifndef LRI_REPORT_SENTENCES_H
#define LRI_REPORT_SENTENCES_H

#include "leerroute/leerroute.h"

typedef enum lri_say {
    /* words */
    LRI_SAY_AND,
    LRI_SAY_OR,
    LRI_SAY_COMMA,
    LRI_SAY_SEMICOLON, /* between names that may have commas */
    LRI_SAY_WEEKS,     /* of a counted noun "one|many" */
    LRI_SAY_STUDY_HOURS,
    LRI_SAY_PRACTICE_HOURS,
    /* things by name */
    LRI_SAY_LEVEL_1,
    LRI_SAY_LEVEL_2,
    LRI_SAY_LEVEL_3,
    LRI_SAY_LEVEL_4,
    LRI_SAY_LEVEL_5,
    LRI_SAY_AT_LEVEL,
    LRI_SAY_DIPLOMA, /* these are left out of a name that has the word itself */
    LRI_SAY_CERTIFICATE,
    LRI_SAY_FUNCTION,
    LRI_SAY_COMPLETED,
    LRI_SAY_STARTED,
    LRI_SAY_NOT,
    LRI_SAY_AT_LEAST,
    LRI_SAY_WEIGHT,
    LRI_SAY_POINTS,
    LRI_SAY_BRACKETS,
    LRI_SAY_NOTHING,
    LRI_SAY_IMPOSSIBLE,
    LRI_SAY_MANY_PARTS,
    /* the answer */
    LRI_SAY_GOAL,
    LRI_SAY_REACHED,
    LRI_SAY_HOLDS_NOW,
    LRI_SAY_HOLDS_LATER,
    LRI_SAY_OPTIMAL,
    LRI_SAY_FEASIBLE,
    LRI_SAY_NO_ROUTE,
    LRI_SAY_UNKNOWN,
    LRI_SAY_PROVED,
    LRI_SAY_GIVEN_FINISH, /* by measure, in the order of leerroute_measure */
    LRI_SAY_GIVEN_COST,
    LRI_SAY_GIVEN_HOURS,
    LRI_SAY_LEAST_FINISH,
    LRI_SAY_LEAST_COST,
    LRI_SAY_LEAST_HOURS,
    LRI_SAY_BOUND_FINISH,
    LRI_SAY_BOUND_COST,
    LRI_SAY_BOUND_HOURS,
    /* the steps */
    LRI_SAY_HEAD_STEPS,
    LRI_SAY_HEAD_STEPS_PRACTICE,
    LRI_SAY_HEAD_WHEN,
    LRI_SAY_HEAD_WHAT,
    LRI_SAY_HEAD_WHERE,
    LRI_SAY_HEAD_HOURS,
    LRI_SAY_HEAD_COST,
    LRI_SAY_HEAD_PROVES,
    LRI_SAY_FROM_TO,
    LRI_SAY_WHERE,
    LRI_SAY_LOAD,
    LRI_SAY_PROVES,
    LRI_SAY_LINES,
    /* what comes of it, and what it rests on */
    LRI_SAY_HEAD_AWARDS,
    LRI_SAY_AWARDED,
    LRI_SAY_AWARDED_UNTIL,
    LRI_SAY_HEAD_FUNCTIONS,
    LRI_SAY_FUNCTION_FROM,
    LRI_SAY_FUNCTION_HELD,
    LRI_SAY_HEAD_SETTLED,
    LRI_SAY_SETTLED_ITSELF,
    LRI_SAY_SETTLED_WITH,
    LRI_SAY_SETTLED_BY,
    LRI_SAY_WITH_NOTES,
    LRI_SAY_EVIDENCE,
    LRI_SAY_EXPECTED,
    LRI_SAY_FROM,
    LRI_SAY_HEAD_UNDER_WAY,
    LRI_SAY_UNDER_WAY,
    LRI_SAY_UNDER_WAY_HOURS,
    LRI_SAY_UNDER_WAY_PROVES,
    LRI_SAY_HEAD_LAPSES,
    LRI_SAY_LAPSES_BEFORE,
    LRI_SAY_LAPSES,
    /* the gap */
    LRI_SAY_NOT_MET,
    LRI_SAY_HEAD_GAP,
    LRI_SAY_HELD, /* by state, in the order of lri_state */
    LRI_SAY_COMING,
    LRI_SAY_CLAIMED,
    LRI_SAY_MISSING,
    LRI_SAY_GAP_LEGEND,
    LRI_SAY_THIS, /* what is asked of parts */
    LRI_SAY_ALL_OF,
    LRI_SAY_ONE_OF,
    LRI_SAY_SO_MANY_OF,
    LRI_SAY_POINTS_OF,
    LRI_SAY_PARTS,
    LRI_SAY_PARTS_TOGETHER,
    LRI_SAY_NEEDS,
    LRI_SAY_COUNTS_FOR,
    LRI_SAY_SEE_ABOVE,
    LRI_SAY_THANKS_TO,
    LRI_SAY_NOTE_FROM,
    LRI_SAY_NOTE_UNTIL,
    LRI_SAY_NOTE_LAPSED,
    LRI_SAY_NOTE_HAS,
    LRI_SAY_NOTE_CLAIMS,
    LRI_SAY_EXPERIENCE,
    LRI_SAY_PROVERS,
    LRI_SAY_NO_PROVER,
    LRI_SAY_NOT_COUNTED,
    LRI_SAY_STATED,
    LRI_SAY_NOT_STATED,
    /* what a catalogue has, by kind in the order of leerroute_kind */
    LRI_SAY_HEAD_COMPETENCES,
    LRI_SAY_HEAD_ATTRIBUTES,
    LRI_SAY_HEAD_UNITS,
    LRI_SAY_HEAD_ASSESSMENTS,
    LRI_SAY_HEAD_OFFERINGS,
    LRI_SAY_HEAD_CERTIFICATES,
    LRI_SAY_HEAD_DIPLOMAS,
    LRI_SAY_HEAD_FUNCTION_LIST,
    LRI_SAY_HEAD_OCCUPATIONS,
    LRI_SAY_OFFERING_OF,
    LRI_SAY_NOTHING_FOUND,
    LRI_SAYINGS
} lri_say;

/* The form of a sentence, to be filled in. */
const char *lri_form(leerroute_language language, lri_say say);

#endif
