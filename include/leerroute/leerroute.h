/* leerroute: the provably shortest personal route to a diploma, certificate or function.
 *
 * A *catalogue* says what can be learnt and recognised: units (leereenheden) and assessments (EVC,
 * praktijktoets, vrijstelling) with their offerings, the competences, certificates and diplomas that
 * they give, and the functions that these open. An *intake* says what one person holds, claims,
 * wants and has time for. A *route* is a set of steps with which the person reaches the goal.
 *
 *     leerroute_catalogue_parse  ->  leerroute_intake_parse  ->  leerroute_plan  ->  leerroute_route_...
 *
 * Three things are never mixed:
 *   status       did the call work (leerroute_status, returned by every call that can fail);
 *   outcome      what is the answer (leerroute_outcome: a proved optimum, proved that there is none);
 *   diagnostics  what is wrong or odd about the data (leerroute_diagnostics, a list that you own).
 *
 * Units: time goes in whole calendar weeks, Monday to Sunday; a date is a text "YYYY-MM-DD" or a day
 * number (leerroute_day); money is whole euros; study load is whole hours.
 *
 * Text is UTF-8. What goes in is copied, unless said otherwise. What comes out is *borrowed* (const:
 * it lives as long as the object that it was asked of, do not free it) or *new* (yours: free it with
 * the function that is named).
 *
 * A pointer is not NULL, unless said otherwise. A call with a status answers a NULL with
 * LEERROUTE_MISUSE; one that frees does nothing with it. Of what reads, `source` and `diagnostics` may
 * be NULL, and everywhere `size`, for the length of a text that is new.
 *
 * Threads: a catalogue never changes once made and is shared by threads without locks. Every other
 * object belongs to one thread at a time. There is no global state; the library never prints, never
 * exits, never aborts, and changes no locale.
 *
 * Same input, same answer, byte for byte, on every machine. */
#ifndef LEERROUTE_LEERROUTE_H
#define LEERROUTE_LEERROUTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define LEERROUTE_API __attribute__((visibility("default")))
#else
#define LEERROUTE_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define LEERROUTE_VERSION "0.1.0"

/* The version of the library that runs, as text, such as "0.1.0". */
LEERROUTE_API const char *leerroute_version(void);

/* ---- Words ----------------------------------------------------------------------------------- */

typedef enum leerroute_status {
    LEERROUTE_OK = 0,
    LEERROUTE_INVALID,   /* the data has faults: the diagnostics say which */
    LEERROUTE_MISUSE,    /* an argument breaks the terms of the function */
    LEERROUTE_NO_MEMORY, /* nothing was made; what was given is as it was */
    LEERROUTE_DEFECT     /* a defect of the library: the independent checker refused its own route */
} leerroute_status;

typedef enum leerroute_outcome {
    LEERROUTE_OPTIMAL,  /* a route, proved to be a shortest one */
    LEERROUTE_FEASIBLE, /* a valid route; a limit stopped the proof */
    LEERROUTE_NO_ROUTE, /* proved: no valid route exists */
    LEERROUTE_UNKNOWN   /* a limit stopped before a route was found */
} leerroute_outcome;

typedef enum leerroute_kind {
    LEERROUTE_COMPETENCE,
    LEERROUTE_ATTRIBUTE,
    LEERROUTE_UNIT,
    LEERROUTE_ASSESSMENT,
    LEERROUTE_OFFERING,
    LEERROUTE_CERTIFICATE,
    LEERROUTE_DIPLOMA,
    LEERROUTE_FUNCTION,
    LEERROUTE_OCCUPATION
} leerroute_kind;

enum { LEERROUTE_KINDS = 9 };

typedef enum leerroute_measure {
    LEERROUTE_FINISH, /* the week in which the goal is reached */
    LEERROUTE_COST,   /* whole euros */
    LEERROUTE_HOURS   /* study hours */
} leerroute_measure;

typedef enum leerroute_language { LEERROUTE_DUTCH, LEERROUTE_ENGLISH } leerroute_language;

typedef enum leerroute_format {
    LEERROUTE_TEXT,
    LEERROUTE_JSON,
    LEERROUTE_CSV /* of a summary */
} leerroute_format;

/* How an answer is written out. */
typedef struct leerroute_style {
    leerroute_format format;
    leerroute_language language; /* of LEERROUTE_TEXT, and of sentences within LEERROUTE_JSON */
    int width;                   /* columns of LEERROUTE_TEXT; 0 is 80; less than 60 is 60 */
} leerroute_style;

/* A day: days since Monday 1900-01-01. The week of day d begins on day d - d % 7. */
typedef int32_t leerroute_day;

/* Writes a day as "YYYY-MM-DD" and a 0. Days from 0 (1900-01-01) up to 9999-12-31. */
LEERROUTE_API void leerroute_day_text(leerroute_day day, char out[11]);

/* Reads "YYYY-MM-DD", in the range of the files; false when it is no such date. */
LEERROUTE_API bool leerroute_day_parse(const char *text, leerroute_day *out);

/* Frees a text that a function of this library returned as new; NULL does nothing. */
LEERROUTE_API void leerroute_text_free(char *text);

/* ---- Diagnostics ----------------------------------------------------------------------------- */

/* Faults and warnings about data, in the order of the document, at most LEERROUTE_DIAGNOSTICS_MAX
 * of each source. */
typedef struct leerroute_diagnostics leerroute_diagnostics;

enum { LEERROUTE_DIAGNOSTICS_MAX = 100 };

/* What is wrong, for a program. The fields of leerroute_diagnostic give the values. */
typedef enum leerroute_code {
    /* what cannot be parsed at all; it comes alone, with pointer "" and line and column */
    LEERROUTE_FAULT_SYNTAX,      /* no JSON: `value` what stands there, `detail` the parser's word */
    LEERROUTE_FAULT_CUT_OFF,     /* the text ends too early */
    LEERROUTE_FAULT_TRAILING,    /* something follows the value: `value` */
    LEERROUTE_FAULT_ENCODING,    /* no UTF-8 */
    LEERROUTE_FAULT_NUL,         /* the character NUL, as a byte or as \u0000 */
    LEERROUTE_FAULT_NUMBER_SIZE, /* a number that is too large to be read: `value` */
    LEERROUTE_FAULT_TOO_LARGE, /* more than `maximum` bytes */
    /* shape */
    LEERROUTE_FAULT_TYPE, /* another type than `expected` (text, number, list, object, true_false):
                             `detail`, one of those or null */
    LEERROUTE_FAULT_UNKNOWN_KEY,   /* `value` the key, `nearest` a key that exists or NULL */
    LEERROUTE_FAULT_DUPLICATE_KEY, /* `value` the key */
    LEERROUTE_FAULT_MISSING_KEY,   /* `expected` the key */
    LEERROUTE_FAULT_FORMAT,        /* `format` is not `expected` */
    LEERROUTE_FAULT_EMPTY,         /* an empty text or list where something is needed */
    LEERROUTE_FAULT_TOO_MANY,      /* a list of more than `maximum` */
    /* values */
    LEERROUTE_FAULT_RANGE,     /* no whole number in `minimum`..`maximum` */
    LEERROUTE_FAULT_ID,        /* not 1 to 64 of a-z 0-9 . _ - */
    LEERROUTE_FAULT_DATE,      /* no date YYYY-MM-DD in the years `minimum`..`maximum` */
    LEERROUTE_FAULT_MONTH_DAY, /* no month and day MM-DD */
    LEERROUTE_FAULT_WORD,      /* none of the words `expected`; `nearest` */
    LEERROUTE_FAULT_REPEATED,  /* the same again in one list */
    LEERROUTE_FAULT_ONLY_TRUE, /* `started` is only ever true */
    /* ids */
    LEERROUTE_FAULT_ID_TWICE,  /* `value` is used before, for an entry of `kind` */
    LEERROUTE_FAULT_UNKNOWN_ID, /* no `kind` with the id `value`; `nearest` one that exists or NULL */
    LEERROUTE_FAULT_UNKNOWN_STEP, /* `value` is no unit, assessment or offering; `nearest` */
    LEERROUTE_FAULT_FOREIGN_OFFERING, /* `value` is no offering of `expected`; `nearest` */
    /* requirements and leaves: `value` the keys found that tell a form, `expected` those that may */
    LEERROUTE_FAULT_REQUIREMENT, /* not exactly one form of requirement */
    LEERROUTE_FAULT_NOT,         /* only an attribute can be negated */
    LEERROUTE_FAULT_GRANT,       /* not a competence, certificate or diploma leaf */
    LEERROUTE_FAULT_HOLDING,     /* not a competence, certificate, diploma or unit leaf */
    LEERROUTE_FAULT_CLAIM,       /* not a competence leaf */
    LEERROUTE_FAULT_STARTS,      /* not one form of starts; `value` also what stands there instead */
    LEERROUTE_FAULT_DEPTH,       /* nested deeper than `maximum`; comes alone too */
    /* what goes together */
    LEERROUTE_FAULT_DATE_ORDER,      /* before `expected`, the date that comes first */
    LEERROUTE_FAULT_OVERLAP, /* the period `value` to `expected` shares weeks with an earlier one */
    LEERROUTE_FAULT_UNIT_OR_ASSESSMENT, /* the entry names both, or neither: `value` */
    LEERROUTE_FAULT_UNDER_WAY_TWICE, /* `value` is under way already */
    LEERROUTE_FAULT_INCLUDE_TWICE,   /* `value` is included already */
    LEERROUTE_FAULT_INCLUDE_UNDER_WAY, /* `value` is under way, so it cannot be included */
    /* suspect but valid: warnings */
    LEERROUTE_WARNING_PROVIDER,      /* no offering names the provider / place / leerweg `value`; `nearest` */
    LEERROUTE_WARNING_PLACE,
    LEERROUTE_WARNING_LEERWEG,
    LEERROUTE_WARNING_START_PAST,    /* the start `value` lies more than a year before today */
    LEERROUTE_WARNING_CLAIM,         /* no assessment takes a claim of competence `value` */
    LEERROUTE_WARNING_NEVER_COUNTS,  /* what is held lapses (`value`) before it counts (`expected`) */
    LEERROUTE_WARNING_FINISH_PAST,   /* finish_by `value` lies before the start */
    LEERROUTE_WARNING_NO_HOURS,      /* no week has study hours */
    LEERROUTE_WARNING_ENDED,         /* what is under way, `value`, ends (`expected`) before the start */
    LEERROUTE_WARNING_GRANTS_NOTHING, /* assessment `value`, under way or included, takes no claim */
    LEERROUTE_WARNING_INCLUDE_BARRED, /* `value` is included, but excluded or outside the limits */
    LEERROUTE_WARNING_INCLUDE_START,  /* the included `value` cannot begin in the week of `expected` */
    LEERROUTE_WARNING_NO_REFERENCES,  /* checked without a catalogue: references were not */
    LEERROUTE_CODES
} leerroute_code;

typedef struct leerroute_diagnostic {
    leerroute_code code;
    bool is_warning;
    const char *id;     /* of the intake that it is about; NULL where that could not be read */
    const char *source; /* the name that the call gave */
    size_t source_line; /* of an intake a line (NDJSON): its line, from 1; else 0 */
    const char *at;     /* JSON pointer (RFC 6901) to the place */
    size_t line, column; /* of the place, from 1, columns in characters; 0 where not known */
    const char *value, *expected, *nearest, *detail; /* NULL where the code has none */
    int64_t minimum, maximum;
    leerroute_kind kind;
} leerroute_diagnostic;

/* A new, empty list; NULL when there is no memory. Free with leerroute_diagnostics_free. */
LEERROUTE_API leerroute_diagnostics *leerroute_diagnostics_new(void);
LEERROUTE_API void leerroute_diagnostics_free(leerroute_diagnostics *diagnostics);

/* Empties the list, for a next use. */
LEERROUTE_API void leerroute_diagnostics_clear(leerroute_diagnostics *diagnostics);

LEERROUTE_API size_t leerroute_diagnostics_count(const leerroute_diagnostics *diagnostics);

/* Entry i, borrowed; NULL past the end. */
LEERROUTE_API const leerroute_diagnostic *
leerroute_diagnostics_get(const leerroute_diagnostics *diagnostics, size_t i);

/* The sentence, without file and place: new, free with leerroute_text_free; NULL when there is no
 * memory. The same table serves every language. */
LEERROUTE_API char *leerroute_diagnostic_sentence(const leerroute_diagnostic *diagnostic,
                                                  leerroute_language language);

/* ---- Catalogue ------------------------------------------------------------------------------- */

typedef struct leerroute_catalogue leerroute_catalogue;

/* The largest text that is parsed, in bytes. */
enum { LEERROUTE_TEXT_MAX = 100 * 1024 * 1024 };

/* Reads a catalogue (MODEL: "leerroute-catalogue/1") from `size` bytes of JSON. `source` names it in
 * the diagnostics (a file name). On LEERROUTE_OK *out is new: free with leerroute_catalogue_free.
 * On LEERROUTE_INVALID the diagnostics have all the faults, up to LEERROUTE_DIAGNOSTICS_MAX, and
 * *out is NULL. Warnings are added to the same list. O(size). */
LEERROUTE_API leerroute_status leerroute_catalogue_parse(const char *text, size_t size,
                                                         const char *source,
                                                         leerroute_diagnostics *diagnostics,
                                                         leerroute_catalogue **out);
LEERROUTE_API void leerroute_catalogue_free(leerroute_catalogue *catalogue);

LEERROUTE_API const char *leerroute_catalogue_id(const leerroute_catalogue *catalogue);
LEERROUTE_API const char *leerroute_catalogue_title(const leerroute_catalogue *catalogue);

/* How many of a kind there are; they are numbered from 0 in the order of the file. */
LEERROUTE_API size_t leerroute_catalogue_count(const leerroute_catalogue *catalogue,
                                               leerroute_kind kind);

/* Id and name (an offering has none: "") of number i of a kind; NULL past the end. Borrowed. */
LEERROUTE_API const char *leerroute_catalogue_id_of(const leerroute_catalogue *catalogue,
                                                    leerroute_kind kind, size_t i);
LEERROUTE_API const char *leerroute_catalogue_name_of(const leerroute_catalogue *catalogue,
                                                      leerroute_kind kind, size_t i);

/* What the catalogue has, ids and names by kind: each thing of which every word of `words` is a part
 * of the id or the name (letter case aside; no words: everything). *out is new; *size may be NULL. */
LEERROUTE_API leerroute_status leerroute_catalogue_list(const leerroute_catalogue *catalogue,
                                                        const char *const *words, size_t word_count,
                                                        const leerroute_style *style, char **out,
                                                        size_t *size);

/* ---- Intake ---------------------------------------------------------------------------------- */

typedef struct leerroute_intake leerroute_intake;

/* Reads an intake (MODEL: "leerroute-intake/1"), as leerroute_catalogue_parse does, and resolves it
 * against the catalogue, which it borrows. `source_line` is its line in an NDJSON source, else 0.
 * `today` serves the warnings alone (0: none that depend on it). With a NULL catalogue the form is
 * checked but not the references: *out is NULL then, also on LEERROUTE_OK. New: free with
 * leerroute_intake_free. */
LEERROUTE_API leerroute_status leerroute_intake_parse(const leerroute_catalogue *catalogue,
                                                      const char *text, size_t size,
                                                      const char *source, size_t source_line,
                                                      leerroute_day today,
                                                      leerroute_diagnostics *diagnostics,
                                                      leerroute_intake **out);
LEERROUTE_API void leerroute_intake_free(leerroute_intake *intake);

LEERROUTE_API const char *leerroute_intake_id(const leerroute_intake *intake);

/* Replaces the goal by one thing: a certificate, diploma or function. Where the intake does not state
 * `diploma_route` itself, it follows the new goal. LEERROUTE_MISUSE for another kind or an id that
 * does not exist. */
LEERROUTE_API leerroute_status leerroute_intake_set_goal(leerroute_intake *intake,
                                                         leerroute_kind kind, const char *id);

/* Replaces the objective: 1 to 3 measures without repeats, the first the most important. */
LEERROUTE_API leerroute_status leerroute_intake_set_objective(leerroute_intake *intake,
                                                              const leerroute_measure *measures,
                                                              size_t count);

/* Writes the intake as the file of MODEL.md, which reads as this intake again. Keys that the model gives
 * no meaning (x-..., source) are not kept. *out is new; *size may be NULL. O(intake). */
LEERROUTE_API leerroute_status leerroute_intake_write(const leerroute_intake *intake, char **out,
                                                      size_t *size);

/* A unit or assessment that must be in the route, as in `include` of the intake: in this offering
 * (NULL: any), begun in the week of this day (-1: any). It takes the place of what the intake says of
 * it. LEERROUTE_MISUSE for an id that does not exist, an offering that is not its own, or what is
 * under way. */
LEERROUTE_API leerroute_status leerroute_intake_include(leerroute_intake *intake, const char *id,
                                                        const char *offering, leerroute_day start);

/* A unit, assessment or offering that may not be in the route, as in `exclude` of the intake.
 * LEERROUTE_MISUSE for an id that does not exist. */
LEERROUTE_API leerroute_status leerroute_intake_exclude(leerroute_intake *intake, const char *id);

/* ---- Any file ---------------------------------------------------------------------------------- */

/* What a text is, by its key `format`. */
typedef enum leerroute_file {
    LEERROUTE_FILE_CATALOGUE,
    LEERROUTE_FILE_INTAKE,
    LEERROUTE_FILE_ROUTE,
    LEERROUTE_FILE_UNKNOWN /* its format could not be read, or is none of ours */
} leerroute_file;

/* Reports what is wrong with a text of any of the three formats, as the function that parses it
 * would, and keeps nothing of it. The references of an intake are checked where `catalogue` is not
 * NULL; of a route only the form is. `file` may be NULL. */
LEERROUTE_API leerroute_status leerroute_validate(const leerroute_catalogue *catalogue,
                                                  const char *text, size_t size,
                                                  const char *source, size_t source_line,
                                                  leerroute_day today,
                                                  leerroute_diagnostics *diagnostics,
                                                  leerroute_file *file);

/* ---- Builder --------------------------------------------------------------------------------- */

/* Makes a catalogue or an intake without JSON: it takes the keys and values of MODEL.md one after
 * the other, and the same reader checks them, so the faults name the same places.
 *
 *     leerroute_builder *b = leerroute_builder_new();
 *     leerroute_builder_text(b, "format", "leerroute-catalogue/1");
 *     leerroute_builder_text(b, "id", "c-1");
 *     leerroute_builder_list(b, "competences");
 *     leerroute_builder_object(b, NULL);
 *     leerroute_builder_text(b, "id", "adl");
 *     leerroute_builder_text(b, "name", "Ondersteunen bij ADL");
 *     leerroute_builder_end(b);
 *     leerroute_builder_end(b);
 *     status = leerroute_builder_catalogue(b, "my program", diagnostics, &catalogue);
 *
 * A new builder stands in the root object. A key is needed in an object and is NULL in a list. Misuse
 * (a key too many or too few, an end too many, a NULL text, text that is no UTF-8) and a lack of
 * memory are remembered: the calls that follow do nothing and the last one returns the status. */
typedef struct leerroute_builder leerroute_builder;

LEERROUTE_API leerroute_builder *leerroute_builder_new(void);
LEERROUTE_API void leerroute_builder_free(leerroute_builder *builder);
LEERROUTE_API void leerroute_builder_object(leerroute_builder *builder, const char *key);
LEERROUTE_API void leerroute_builder_list(leerroute_builder *builder, const char *key);
LEERROUTE_API void leerroute_builder_end(leerroute_builder *builder);
LEERROUTE_API void leerroute_builder_text(leerroute_builder *builder, const char *key,
                                          const char *text);
LEERROUTE_API void leerroute_builder_integer(leerroute_builder *builder, const char *key,
                                             int64_t value);
LEERROUTE_API void leerroute_builder_boolean(leerroute_builder *builder, const char *key,
                                             bool value);

/* Checks and freezes what was built; the builder is empty afterwards, whatever the status. As
 * leerroute_catalogue_parse and leerroute_intake_parse; lists and objects still open are
 * LEERROUTE_MISUSE. */
LEERROUTE_API leerroute_status leerroute_builder_catalogue(leerroute_builder *builder,
                                                           const char *source,
                                                           leerroute_diagnostics *diagnostics,
                                                           leerroute_catalogue **out);
LEERROUTE_API leerroute_status leerroute_builder_intake(leerroute_builder *builder,
                                                        const leerroute_catalogue *catalogue,
                                                        const char *source, leerroute_day today,
                                                        leerroute_diagnostics *diagnostics,
                                                        leerroute_intake **out);

/* ---- Gap ------------------------------------------------------------------------------------- */

/* What the goal asks against what the person holds (granted or expected), claims and lacks at the
 * start, as a tree that follows the requirement. *out is new. O(what the goal asks, and what the
 * awards ask that could give it), for each week in which something held begins or ends. */
LEERROUTE_API leerroute_status leerroute_gap(const leerroute_intake *intake,
                                             const leerroute_style *style, char **out,
                                             size_t *size);

/* ---- Plan ------------------------------------------------------------------------------------ */

typedef struct leerroute_route leerroute_route;

/* The memory that plans are made in: reused from one plan to the next, for one thread at a time. */
typedef struct leerroute_planner leerroute_planner;

LEERROUTE_API leerroute_planner *leerroute_planner_new(void);
LEERROUTE_API void leerroute_planner_free(leerroute_planner *planner);

/* When to stop before the answer is proved. All zero: never. */
typedef struct leerroute_limits {
    /* So many nodes (decisions of the search) at most; 0: no limit. The same on every machine. */
    uint64_t nodes;
    /* Asked now and then, at least a few hundred times a second: true stops. NULL: not asked. It may
     * look at a clock or at a flag that a signal sets. */
    bool (*stop)(void *context);
    void *context;
} leerroute_limits;

/* Computes a shortest route: exact, by conflict-driven search with lazily generated clauses (see
 * lib/plan/README.md). *out is borrowed from the planner until its next plan; it borrows the intake
 * and its catalogue too. The outcome of the route tells whether there is one, and is
 * LEERROUTE_FEASIBLE or LEERROUTE_UNKNOWN only where a limit stopped the search; `limits` may be
 * NULL. Worst case exponential in the number of units that matter to the goal. */
LEERROUTE_API leerroute_status leerroute_plan(leerroute_planner *planner,
                                              const leerroute_intake *intake,
                                              const leerroute_limits *limits,
                                              const leerroute_route **out);

/* The same for a shortest route among those on which the person may be deployed in the function
 * earliest: see MODEL.md, section 7. LEERROUTE_MISUSE for an id that does not exist. */
LEERROUTE_API leerroute_status leerroute_plan_first(leerroute_planner *planner,
                                                    const leerroute_intake *intake,
                                                    const char *function,
                                                    const leerroute_limits *limits,
                                                    const leerroute_route **out);

/* What the latest plan took, as a JSON object of one line: what the reductions left, bounds, nodes,
 * conflicts, microseconds of the processor by phase. For people who look into speed: its keys may
 * change. *out is new. */
LEERROUTE_API leerroute_status leerroute_planner_statistics(const leerroute_planner *planner,
                                                            char **out, size_t *size);

/* ---- Route ----------------------------------------------------------------------------------- */

/* Reads a route file ("leerroute-route/1"), for the checker. Only its form is checked here: it may
 * name things that do not exist. New: free with leerroute_route_free. */
LEERROUTE_API leerroute_status leerroute_route_parse(const leerroute_intake *intake,
                                                     const char *text, size_t size,
                                                     const char *source,
                                                     leerroute_diagnostics *diagnostics,
                                                     leerroute_route **out);
LEERROUTE_API void leerroute_route_free(leerroute_route *route);

LEERROUTE_API leerroute_outcome leerroute_route_outcome(const leerroute_route *route);

/* The measures; 0 where there is no route. */
LEERROUTE_API leerroute_day leerroute_route_start(const leerroute_route *route);
LEERROUTE_API leerroute_day leerroute_route_finish(const leerroute_route *route);
LEERROUTE_API int64_t leerroute_route_cost(const leerroute_route *route);
LEERROUTE_API int64_t leerroute_route_study_hours(const leerroute_route *route);
LEERROUTE_API int64_t leerroute_route_practice_hours(const leerroute_route *route);

/* Of leerroute_plan_first: the function and the Monday from which the person may be deployed in it;
 * false when there is none. `id` (borrowed) and `week` may be NULL. */
LEERROUTE_API bool leerroute_route_first(const leerroute_route *route, const char **id,
                                         leerroute_day *week);

typedef struct leerroute_step {
    leerroute_kind kind; /* LEERROUTE_UNIT or LEERROUTE_ASSESSMENT */
    const char *id, *offering;
    leerroute_day start; /* the Monday of its first week */
    int64_t weeks;
    int64_t cost_eur, study_hours, practice_hours; /* whole step */
} leerroute_step;

LEERROUTE_API size_t leerroute_route_step_count(const leerroute_route *route);

/* Step i, its texts borrowed; false past the end. */
LEERROUTE_API bool leerroute_route_step(const leerroute_route *route, size_t i,
                                        leerroute_step *out);

/* What counts for a while, held at the start or gained on the way, and lapses before the finish,
 * while nothing else that is held takes its place. */
typedef struct leerroute_lapse {
    leerroute_kind kind; /* LEERROUTE_COMPETENCE, _UNIT, _CERTIFICATE or _DIPLOMA */
    const char *id;
    leerroute_day until; /* the last day on which it counts */
} leerroute_lapse;

/* Lapse i: what is held in the order of the intake, then what is gained by week. Its texts are borrowed
 * from the catalogue; false past the end. O(holds + awards). */
LEERROUTE_API bool leerroute_route_lapse(const leerroute_route *route,
                                         const leerroute_intake *intake, size_t i,
                                         leerroute_lapse *out);

/* The route written out: JSON is the route file of MODEL.md; text is the advice. *out is new. */
LEERROUTE_API leerroute_status leerroute_route_write(const leerroute_route *route,
                                                     const leerroute_intake *intake,
                                                     const leerroute_style *style, char **out,
                                                     size_t *size);

/* ---- Answers of a batch ---------------------------------------------------------------------- */

/* The best route when nothing is claimed, by itself or by experience, and no assessment is asked for:
 * what a person's EVC saves is the difference. *out is borrowed as that of leerroute_plan; NULL with
 * LEERROUTE_OK when the intake claims nothing. As leerroute_plan. */
LEERROUTE_API leerroute_status leerroute_plan_without_evc(leerroute_planner *planner,
                                                          const leerroute_intake *intake,
                                                          const leerroute_limits *limits,
                                                          const leerroute_route **out);

/* The route as a line of NDJSON: the same JSON, with a newline at its end; and the best route without
 * EVC in short, of another planner (NULL: left out). *out is new. */
LEERROUTE_API leerroute_status leerroute_route_line(const leerroute_route *route,
                                                    const leerroute_intake *intake,
                                                    const leerroute_route *without_evc, char **out,
                                                    size_t *size);

/* The line in the place of a route ("leerroute-error/1", see lib/report/README.md) that says why an
 * intake has none: the faults that parsing it gave (`found`, or NULL), or `reason`, where its source
 * could not be read (or NULL). It names ids, keys, numbers and dates of the intake, and no other text
 * of it: where a fault has one to show, "…" stands instead. In the name of the source U+FFFD stands
 * for what is no UTF-8. *out is new. */
LEERROUTE_API leerroute_status leerroute_error_line(const char *source, size_t source_line,
                                                    const leerroute_diagnostics *found,
                                                    const char *reason,
                                                    leerroute_language language, char **out,
                                                    size_t *size);

/* ---- Several routes -------------------------------------------------------------------------- */

/* Routes of one person beside each other. Its routes are its own; it borrows the intake and its
 * catalogue. Free with leerroute_routes_free. */
typedef struct leerroute_routes leerroute_routes;

/* A shortest route, and up to `count` alternatives: each a best one among those that do not have all
 * of the units and assessments of any route before it. *out is new. The limits are those of all
 * plans together; NULL: none. As leerroute_plan, so many times. */
LEERROUTE_API leerroute_status leerroute_plan_alternatives(leerroute_planner *planner,
                                                           const leerroute_intake *intake,
                                                           size_t count,
                                                           const leerroute_limits *limits,
                                                           leerroute_routes **out);

/* The whole Pareto front over finish, cost and study hours, whatever the objective: a route for each
 * point that no other route beats in one while it equals or beats it in the others, by finish, then
 * cost. *out is new. As leerroute_plan, once for each point and once more. */
LEERROUTE_API leerroute_status leerroute_plan_pareto(leerroute_planner *planner,
                                                     const leerroute_intake *intake,
                                                     const leerroute_limits *limits,
                                                     leerroute_routes **out);

LEERROUTE_API void leerroute_routes_free(leerroute_routes *routes);

/* Of the whole: LEERROUTE_OPTIMAL when each route is proved, and there are no others (of
 * alternatives: or as many were asked); LEERROUTE_FEASIBLE and LEERROUTE_UNKNOWN when a limit stopped
 * it, with and without a route: the last one may be LEERROUTE_FEASIBLE itself. */
LEERROUTE_API leerroute_outcome leerroute_routes_outcome(const leerroute_routes *routes);

LEERROUTE_API size_t leerroute_routes_count(const leerroute_routes *routes);

/* Route i, borrowed; NULL past the end. */
LEERROUTE_API const leerroute_route *leerroute_routes_get(const leerroute_routes *routes, size_t i);

/* The routes written out: JSON as lib/report/README.md has it; text puts them side by side. *out is
 * new. */
LEERROUTE_API leerroute_status leerroute_routes_write(const leerroute_routes *routes,
                                                      const leerroute_style *style, char **out,
                                                      size_t *size);

/* Totals of the answers of a batch. Memory grows with the months, goals and values that differ, not
 * with the answers. */
typedef struct leerroute_summary leerroute_summary;

/* New, of nothing; it borrows the catalogue. NULL when there is no memory. */
LEERROUTE_API leerroute_summary *leerroute_summary_new(const leerroute_catalogue *catalogue);
LEERROUTE_API void leerroute_summary_free(leerroute_summary *summary);

/* Counts an answer: a route of this catalogue with its goal, or the line in its place. Of an answer
 * with faults nothing is counted; after LEERROUTE_NO_MEMORY the totals are of no use. O(its weeks). */
LEERROUTE_API leerroute_status leerroute_summary_add(leerroute_summary *summary, const char *text,
                                                     size_t size, const char *source,
                                                     size_t source_line,
                                                     leerroute_diagnostics *diagnostics);

/* The totals written out, as text, JSON or CSV; after that none are added (LEERROUTE_MISUSE). *out is
 * new. */
LEERROUTE_API leerroute_status leerroute_summary_write(leerroute_summary *summary,
                                                       const leerroute_style *style, char **out,
                                                       size_t *size);

/* ---- Why there is no route -------------------------------------------------------------------- */

/* What keeps a person from a route: either what the goal asks and nothing can give, whatever the
 * person changes; or else the smallest sets of the person's own limits and circumstances whose
 * lifting makes a route possible, each at its smallest change. See lib/report/README.md for what
 * can be lifted. It borrows the intake and its catalogue. Free with leerroute_reasons_free. */
typedef struct leerroute_reasons leerroute_reasons;

/* For an intake of which a plan says LEERROUTE_NO_ROUTE; for another one there are none. *out is
 * new. The limits are those of all plans together; NULL: none. At most ten reasons, smallest first.
 * As leerroute_plan, some hundreds of times. */
LEERROUTE_API leerroute_status leerroute_plan_reasons(leerroute_planner *planner,
                                                      const leerroute_intake *intake,
                                                      const leerroute_limits *limits,
                                                      leerroute_reasons **out);
LEERROUTE_API void leerroute_reasons_free(leerroute_reasons *reasons);

/* Did no limit stop it? Else there may be more reasons. */
LEERROUTE_API bool leerroute_reasons_are_whole(const leerroute_reasons *reasons);

LEERROUTE_API size_t leerroute_reasons_count(const leerroute_reasons *reasons);

/* What leerroute_route_write gives of the route of outcome LEERROUTE_NO_ROUTE, with the reasons. *out
 * is new. */
LEERROUTE_API leerroute_status leerroute_reasons_write(const leerroute_reasons *reasons,
                                                       const leerroute_style *style, char **out,
                                                       size_t *size);

/* The same in JSON, as a line of NDJSON: the answer of a batch, as leerroute_route_line. *out is new. */
LEERROUTE_API leerroute_status leerroute_reasons_line(const leerroute_reasons *reasons,
                                                      const leerroute_route *without_evc,
                                                      leerroute_language language, char **out,
                                                      size_t *size);

/* ---- Check ----------------------------------------------------------------------------------- */

/* Replays a route by the rules of MODEL.md sections 6 to 8, independently of the planner, and says
 * what it breaks. It goes by the texts of the route alone, so any route file may be given, and it does
 * not prove that a route is shortest. The `objective` of the route may differ from the intake's. */
typedef struct leerroute_check leerroute_check;

typedef struct leerroute_check_fault {
    const char *rule;   /* "1" .. "7", "step", "measures" or "awards" */
    const char *step;   /* id of the unit, assessment, certificate or diploma; NULL: the route as a whole */
    leerroute_day week; /* the Monday of the week at fault; -1 where it is none */
    const char *code;   /* what is wrong, for a program: see lib/check/README.md */
    int64_t found, expected; /* its values, by the code: days, euros, hours, steps or weeks; else 0 */
} leerroute_check_fault;

/* *out is new: free with leerroute_check_free; it borrows the intake and its catalogue, not the route.
 * LEERROUTE_MISUSE when the route has no steps to check because its outcome is LEERROUTE_NO_ROUTE or
 * LEERROUTE_UNKNOWN. O(steps x what holds x weeks in which something changes), O(catalogue) memory. */
LEERROUTE_API leerroute_status leerroute_route_check(const leerroute_intake *intake,
                                                     const leerroute_route *route,
                                                     leerroute_check **out);
LEERROUTE_API void leerroute_check_free(leerroute_check *check);

/* The faults: none of a valid route. By rule, "step" first and "measures" and "awards" last. */
LEERROUTE_API size_t leerroute_check_fault_count(const leerroute_check *check);

/* Fault i, its texts borrowed; false past the end. */
LEERROUTE_API bool leerroute_check_fault_get(const leerroute_check *check, size_t i,
                                             leerroute_check_fault *out);

/* The verdict written out: each fault in a sentence of the style's language (in JSON too), or the
 * measures of a valid route. *out is new. */
LEERROUTE_API leerroute_status leerroute_check_write(const leerroute_check *check,
                                                     const leerroute_style *style, char **out,
                                                     size_t *size);

/* ---- About a route --------------------------------------------------------------------------- */

/* A shortest route, with what it is without the expected exemptions that count, where there are any.
 * It borrows the intake and its catalogue. */
typedef struct leerroute_advice leerroute_advice;

/* What else is asked. All zero: nothing. */
typedef struct leerroute_questions {
    const char *first;   /* a function, as leerroute_plan_first has it; NULL: none */
    bool explain;        /* why each step */
    const char *why_not; /* why not this unit or assessment; NULL: none */
} leerroute_questions;

/* Which routes have a step, by planning without it. */
typedef enum leerroute_need {
    LEERROUTE_NEED_EVERY_ROUTE, /* each valid route: without it there is none */
    LEERROUTE_NEED_EVERY_BEST,  /* each best one: without it the measures are worse */
    LEERROUTE_NEED_THIS_ROUTE,  /* without it there is a route as good */
    LEERROUTE_NEED_UNKNOWN      /* a limit stopped the proof */
} leerroute_need;

typedef struct leerroute_reason {
    leerroute_need need;
    const leerroute_route *without; /* the best route without the step, borrowed: its outcome says
                                       whether there is one */
} leerroute_reason;

/* Why a unit or assessment is not in the advised route. */
typedef enum leerroute_why_not {
    LEERROUTE_WHY_NOT_IN_ROUTE,  /* it is */
    LEERROUTE_WHY_NOT_UNDER_WAY, /* it is under way */
    LEERROUTE_WHY_NOT_PROVES,    /* the assessment proves nothing that is claimed */
    LEERROUTE_WHY_NOT_ROUTE,     /* a route with it is at most as good */
    LEERROUTE_WHY_NOT_IDLE,      /* the best route with it can do without it: it serves nothing here */
    LEERROUTE_WHY_NOT_CLASH,     /* no route has it; one would, were one of the limits not there */
    LEERROUTE_WHY_NOT_POSSIBLE   /* no route has it, whichever limit is not there */
} leerroute_why_not;

/* Plans, and answers the questions (NULL: none) by planning again. *out is new: free with
 * leerroute_advice_free. The limits are those of all plans together; NULL: none. LEERROUTE_MISUSE for
 * an id that does not exist. As leerroute_plan: once more for what is expected and for each step that is
 * explained, and up to eleven times for what is not in the route. */
LEERROUTE_API leerroute_status leerroute_advise(leerroute_planner *planner,
                                                const leerroute_intake *intake,
                                                const leerroute_questions *questions,
                                                const leerroute_limits *limits,
                                                leerroute_advice **out);
LEERROUTE_API void leerroute_advice_free(leerroute_advice *advice);

/* That of the route; but LEERROUTE_FEASIBLE when a limit stopped a proof of what is said about it. */
LEERROUTE_API leerroute_outcome leerroute_advice_outcome(const leerroute_advice *advice);

/* The route, borrowed. */
LEERROUTE_API const leerroute_route *leerroute_advice_route(const leerroute_advice *advice);

/* The best route when nothing expected counts; NULL when there is no route, or nothing expected that
 * counts. */
LEERROUTE_API const leerroute_route *
leerroute_advice_without_expected(const leerroute_advice *advice);

/* Why step i of the route; false past the end, or when it was not asked. */
LEERROUTE_API bool leerroute_advice_reason(const leerroute_advice *advice, size_t i,
                                           leerroute_reason *out);

/* Why not the other; false when it was not asked, or there is no route at all. *route is the best one
 * with it, borrowed, or NULL. Either may be NULL. */
LEERROUTE_API bool leerroute_advice_why_not(const leerroute_advice *advice,
                                            leerroute_why_not *answer,
                                            const leerroute_route **route);

/* As leerroute_route_write, with what is said about the route. *out is new. */
LEERROUTE_API leerroute_status leerroute_advice_write(const leerroute_advice *advice,
                                                      const leerroute_style *style, char **out,
                                                      size_t *size);

/* ---- What a claim is worth ------------------------------------------------------------------- */

/* For each claim, each expected exemption and each assessment of the advised route: the route if it is
 * granted at once, and if it fails. It borrows the intake and its catalogue. */
typedef struct leerroute_values leerroute_values;

typedef enum leerroute_stake_kind {
    LEERROUTE_STAKE_CLAIM,     /* granted at the level that an assessment would give, else as claimed */
    LEERROUTE_STAKE_EXPECTED,  /* an entry of `holds` that is expected */
    LEERROUTE_STAKE_ASSESSMENT /* granted: all that it would give; failed: it is excluded */
} leerroute_stake_kind;

typedef struct leerroute_stake {
    leerroute_stake_kind kind;
    leerroute_kind of; /* LEERROUTE_COMPETENCE, _UNIT, _CERTIFICATE, _DIPLOMA or _ASSESSMENT */
    const char *id;
    int level; /* of a competence; else 0 */
    /* Borrowed; their outcomes say whether there is one. */
    const leerroute_route *granted, *failed;
    /* Of an assessment: what is best when it fails, from the week after it on. Its steps are those from
     * then on, its measures those of the whole, with what was begun before. NULL: none to tell. */
    const leerroute_route *fallback;
    leerroute_day fallback_from; /* a Monday */
} leerroute_stake;

/* *out is new: free with leerroute_values_free. The limits are those of all plans together; NULL: none.
 * As leerroute_plan, up to three times for each stake. */
LEERROUTE_API leerroute_status leerroute_values_make(leerroute_planner *planner,
                                                     const leerroute_intake *intake,
                                                     const leerroute_limits *limits,
                                                     leerroute_values **out);
LEERROUTE_API void leerroute_values_free(leerroute_values *values);

/* LEERROUTE_OPTIMAL when all is proved; LEERROUTE_NO_ROUTE when there is no route as things stand;
 * LEERROUTE_FEASIBLE and LEERROUTE_UNKNOWN when a limit stopped a proof, with and without a route. */
LEERROUTE_API leerroute_outcome leerroute_values_outcome(const leerroute_values *values);

/* The route as things stand, borrowed. */
LEERROUTE_API const leerroute_route *leerroute_values_route(const leerroute_values *values);

/* Stake i, that with the earliest finish when granted first, then by cost and hours; false past the end.
 */
LEERROUTE_API bool leerroute_values_get(const leerroute_values *values, size_t i,
                                        leerroute_stake *out);

/* The values written out. *out is new. */
LEERROUTE_API leerroute_status leerroute_values_write(const leerroute_values *values,
                                                      const leerroute_style *style, char **out,
                                                      size_t *size);

/* ---- What if ---------------------------------------------------------------------------------- */

/* What a person could change, with the values that it may take. */
typedef enum leerroute_lever {
    LEERROUTE_STUDY_HOURS,    /* a week, 0..168; a period that gives its own keeps these */
    LEERROUTE_PRACTICE_HOURS, /* the same of practice */
    LEERROUTE_BUDGET,         /* euros, 0..1000000000 */
    LEERROUTE_START           /* a day */
} leerroute_lever;

/* The best route for each of a row of values. It borrows the intake and its catalogue. */
typedef struct leerroute_profile leerroute_profile;

typedef struct leerroute_profile_row {
    int64_t value;
    const leerroute_route *route; /* borrowed; its outcome says whether there is one */
    bool changes; /* both it and the row before have a route, and the units and assessments of that no
                     longer give the best measures: with them alone it is proved that there is none, or
                     a worse one */
} leerroute_profile_row;

enum { LEERROUTE_PROFILE_MAX = 1000 };

/* Plans for the values from, from + step, ... up to `to`, at most LEERROUTE_PROFILE_MAX of them. *out is
 * new: free with leerroute_profile_free. The limits are those of all plans together; NULL: none.
 * LEERROUTE_MISUSE for values that the lever may not take. As leerroute_plan, up to twice a value. */
LEERROUTE_API leerroute_status leerroute_profile_make(leerroute_planner *planner,
                                                      const leerroute_intake *intake,
                                                      leerroute_lever lever, int64_t from,
                                                      int64_t to, int64_t step,
                                                      const leerroute_limits *limits,
                                                      leerroute_profile **out);
LEERROUTE_API void leerroute_profile_free(leerroute_profile *profile);

/* LEERROUTE_OPTIMAL when all is proved, LEERROUTE_NO_ROUTE when it is that no value gives a route,
 * LEERROUTE_FEASIBLE when a limit stopped a proof. */
LEERROUTE_API leerroute_outcome leerroute_profile_outcome(const leerroute_profile *profile);

/* Row i; false past the end. */
LEERROUTE_API bool leerroute_profile_row_get(const leerroute_profile *profile, size_t i,
                                             leerroute_profile_row *out);

/* The profile written out, as a table or as JSON. *out is new. */
LEERROUTE_API leerroute_status leerroute_profile_write(const leerroute_profile *profile,
                                                       const leerroute_style *style, char **out,
                                                       size_t *size);

/* ---- Again, later ------------------------------------------------------------------------------ */

/* How a step, or what was under way at the start, went otherwise than planned. */
typedef enum leerroute_deviation_kind {
    LEERROUTE_FAILED,   /* it gave nothing; an assessment is excluded from now on, a unit is not */
    LEERROUTE_STOPPED,  /* it was broken off and gives nothing; it may begin again */
    LEERROUTE_ENDS,     /* it ends, or ended, in the week of another day */
    LEERROUTE_NOT_BEGUN /* it has not begun, and is not paid for; of a step alone */
} leerroute_deviation_kind;

typedef struct leerroute_deviation {
    leerroute_deviation_kind kind;
    const char *id; /* of the unit or assessment */
    leerroute_day ends;
} leerroute_deviation;

typedef enum leerroute_misfit_reason {
    LEERROUTE_FITS,
    LEERROUTE_MISFIT_NOT_BEGUN, /* it names nothing that has begun before the day */
    LEERROUTE_MISFIT_AGAIN,     /* one before it names the same */
    LEERROUTE_MISFIT_BEGUN,     /* what was under way at the start has begun */
    LEERROUTE_MISFIT_ENDS       /* the step would end before it began, or on no day of a file */
} leerroute_misfit_reason;

/* Which deviation does not fit, and why. */
typedef struct leerroute_misfit {
    size_t number; /* of the deviation; how many there are when all of them fit */
    leerroute_misfit_reason reason;
} leerroute_misfit;

/* The intake of the person who has followed a valid route (leerroute_route_check) up to the day `on`,
 * which a plan goes on from. What has begun before that day is over or under way, and paid for:
 *   - what is over is held, with the day on which it counts as `obtained`, and so is all that it gave;
 *   - what still runs is under way;
 *   - an award that is still to be given, while all that it asks was there before, is held from the
 *     day on which it will be;
 *   - the budget is less what was paid; what `include` asks for and has begun, or is broken off, is left
 *     out, and where a `start` has gone by any will do.
 * Where nothing held lapses, nothing is included and all went as planned, the best route from there
 * finishes when the given one does.
 *
 * LEERROUTE_MISUSE when `on` is before the start, the route is none for this intake, or a deviation does
 * not fit: *misfit (may be NULL) says which, and why. *out is new: free with leerroute_intake_free; it
 * borrows the given intake, which must outlive it. O(intake + route + catalogue). */
LEERROUTE_API leerroute_status leerroute_resume(const leerroute_intake *intake,
                                                const leerroute_route *route, leerroute_day on,
                                                const leerroute_deviation *deviations,
                                                size_t count, leerroute_misfit *misfit,
                                                leerroute_intake **out);

#ifdef __cplusplus
}
#endif

#endif
