/* Reading objects by tables: which keys an object takes, what each must be, where it goes.
 *
 * An object of the files is described by one table of fields; reading it fills a *draft* (a struct
 * of plain values, preset with the defaults) and reports every fault on the way: unknown and
 * missing keys, wrong types, values out of range, references to nothing. A value at fault leaves
 * the draft as it was, so that reading goes on and what follows from a fault is not a fault of its
 * own. */
#ifndef LRI_MODEL_READER_H
#define LRI_MODEL_READER_H

#include "base/vector.h"
#include "model/catalogue.h"
#include "model/document.h"
#include "model/faults.h"

typedef enum lri_field_type {
    LRI_FIELD_FORMAT,    /* nothing is kept: the text words[0] */
    LRI_FIELD_ID,        /* const char *: 1 to 64 of a-z 0-9 . _ - */
    LRI_FIELD_NAME,      /* const char *: a text that is not empty */
    LRI_FIELD_TEXT,      /* const char * */
    LRI_FIELD_WHOLE,     /* int64_t: minimum .. maximum */
    LRI_FIELD_DATE,      /* lri_day */
    LRI_FIELD_LATE_DATE, /* lri_day: also after the last date of catalogue and intake */
    LRI_FIELD_BOOLEAN,   /* bool */
    LRI_FIELD_TRUE,      /* bool: only ever true */
    LRI_FIELD_WORD,      /* int: the index in words */
    LRI_FIELD_REFERENCE, /* uint32_t: the index of the thing of `kind` with that id */
    LRI_FIELD_LIST,      /* const lri_value *: a list */
    LRI_FIELD_SOME,      /* const lri_value *: a list that is not empty */
    LRI_FIELD_OBJECT,    /* const lri_value *: an object */
    LRI_FIELD_VALUE      /* const lri_value *: anything; whoever reads on judges it */
} lri_field_type;

typedef struct lri_field {
    const char *key;
    lri_field_type type;
    size_t offset; /* of its value in the draft */
    bool needed;
    int64_t minimum, maximum;
    const char *const *words;
    leerroute_kind kind;
} lri_field;

/* The fields that one object takes: at most 32. */
typedef struct lri_shape {
    const lri_field *fields;
    size_t count;
    bool is_open; /* other keys may be there; nobody looks at them */
} lri_shape;

#define LRI_SHAPE(table)                                                                           \
    { .fields = (table), .count = sizeof(table) / sizeof *(table) }
#define LRI_OPEN_SHAPE(table)                                                                      \
    { .fields = (table), .count = sizeof(table) / sizeof *(table), .is_open = true }

/* A reference to an id that nothing has: reported at the end, when it is known whose ids are at
 * fault. */
typedef struct lri_dangling {
    const lri_value *value;
    leerroute_kind kind;
} lri_dangling;

typedef struct lri_reader {
    lri_faults *faults;
    const leerroute_catalogue *catalogue; /* that references are looked up in; NULL: they are not */
    LRI_VECTOR(lri_dangling) dangling;
    bool failed; /* no memory */
} lri_reader;

void lri_reader_free(lri_reader *reader);

/* LEERROUTE_OK, LEERROUTE_INVALID or LEERROUTE_NO_MEMORY. */
leerroute_status lri_reader_status(const lri_reader *reader);

/* Reads an object into the draft. False, with a fault, when the value is no object. */
bool lri_read_object(lri_reader *reader, const lri_value *value, const lri_shape *shape,
                     void *draft);

/* Which file the document says to be. False, with a fault, when that is none of ours. */
bool lri_read_format(lri_reader *reader, const lri_value *document, leerroute_file *out);

/* Reads a whole file, whose shape begins with its format, and reports repeated keys in all of it. A
 * file that says to be another one of ours has that fault alone. */
bool lri_read_file(lri_reader *reader, const lri_value *document, const lri_shape *shape,
                   void *draft);

/* Does the object lack this key, but have an unknown one that was meant for it? */
bool lri_is_misspelt(const lri_value *object, const lri_shape *shape, const char *key);

/* 1 to 64 of a-z 0-9 . _ - */
bool lri_is_id(const char *text);

/* Single values. False, with a fault, when the value is not right. */
bool lri_read_text(lri_reader *reader, const lri_value *value, const char **out);
bool lri_read_name(lri_reader *reader, const lri_value *value, const char **out); /* not empty */
bool lri_read_id(lri_reader *reader, const lri_value *value, const char **out);
/* For whole numbers that the model does not limit: large enough, and safe to add up. Of a value of
 * the wrong type this is not said. */
#define LRI_AMOUNT_MAX INT64_C(1000000000000)
bool lri_read_whole(lri_reader *reader, const lri_value *value, int64_t minimum, int64_t maximum,
                    int64_t *out);
bool lri_read_date(lri_reader *reader, const lri_value *value, lri_day *out);
bool lri_read_late_date(lri_reader *reader, const lri_value *value, lri_day *out);
bool lri_read_word(lri_reader *reader, const lri_value *value, const char *const *words, int *out);
bool lri_read_reference(lri_reader *reader, const lri_value *value, leerroute_kind kind,
                        uint32_t *out);

/* A list of measures, none of them twice; NULL gives none. */
void lri_read_objective(lri_reader *reader, const lri_value *list, leerroute_measure out[3],
                        uint32_t *count);

/* Reports a fault at the value. */
void lri_fault_at(lri_reader *reader, leerroute_code code, const lri_value *value);
void lri_fault_type(lri_reader *reader, const lri_value *value, const char *expected);

/* Reports the member `second`, a date, as lying before the member `first`. */
void lri_fault_order(lri_reader *reader, const lri_value *object, const char *first,
                     const char *second);

/* Reports what the dangling references name as not existing. */
void lri_fault_dangling(lri_reader *reader);

/* Is the key one that any object may carry: description, code, source, x-...? */
bool lri_is_common_key(const char *key);

#endif
