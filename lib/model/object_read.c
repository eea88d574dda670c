/* Reads objects by their tables of fields, and whole files. */
#include <string.h>

#include "model/reader.h"

enum { FEW_MEMBERS = 16 };

static const char *const common_keys[] = {"description", "code", "source", NULL};

/* ---- Fields ---- */

static bool read_boolean(lri_reader *reader, const lri_value *value, bool only_true, bool *out) {
    if (value->kind != LRI_BOOLEAN) {
        lri_fault_type(reader, value, "true_false");
        return false;
    }
    if (only_true && !value->integer) {
        lri_fault_at(reader, LEERROUTE_FAULT_ONLY_TRUE, value);
        return false;
    }
    *out = value->integer != 0;
    return true;
}

static bool read_list(lri_reader *reader, const lri_value *value, bool may_be_empty,
                      const lri_value **out) {
    if (value->kind != LRI_LIST) {
        lri_fault_type(reader, value, "list");
        return false;
    }
    if (!may_be_empty && value->count == 0) {
        lri_fault_at(reader, LEERROUTE_FAULT_EMPTY, value);
        return false;
    }
    *out = value;
    return true;
}

static bool read_object_value(lri_reader *reader, const lri_value *value, const lri_value **out) {
    if (value->kind != LRI_OBJECT) {
        lri_fault_type(reader, value, "object");
        return false;
    }
    *out = value;
    return true;
}

static void read_format(lri_reader *reader, const lri_value *value, const char *format) {
    const char *text;
    if (!lri_read_text(reader, value, &text) || strcmp(text, format) == 0) return;
    lri_faults_add(reader->faults,
                   &(lri_fault){.code = LEERROUTE_FAULT_FORMAT, .at = value, .expected = format});
}

static void read_field(lri_reader *reader, const lri_value *value, const lri_field *field,
                       void *draft) {
    void *out = (char *)draft + field->offset;
    switch (field->type) {
    case LRI_FIELD_FORMAT:
        read_format(reader, value, field->words[0]);
        break;
    case LRI_FIELD_ID:
        lri_read_id(reader, value, out);
        break;
    case LRI_FIELD_NAME:
        lri_read_name(reader, value, out);
        break;
    case LRI_FIELD_TEXT:
        lri_read_text(reader, value, out);
        break;
    case LRI_FIELD_WHOLE:
        lri_read_whole(reader, value, field->minimum, field->maximum, out);
        break;
    case LRI_FIELD_DATE:
        lri_read_date(reader, value, out);
        break;
    case LRI_FIELD_LATE_DATE:
        lri_read_late_date(reader, value, out);
        break;
    case LRI_FIELD_BOOLEAN:
        read_boolean(reader, value, false, out);
        break;
    case LRI_FIELD_TRUE:
        read_boolean(reader, value, true, out);
        break;
    case LRI_FIELD_WORD:
        lri_read_word(reader, value, field->words, out);
        break;
    case LRI_FIELD_REFERENCE:
        lri_read_reference(reader, value, field->kind, out);
        break;
    case LRI_FIELD_LIST:
        read_list(reader, value, true, out);
        break;
    case LRI_FIELD_SOME:
        read_list(reader, value, false, out);
        break;
    case LRI_FIELD_OBJECT:
        read_object_value(reader, value, out);
        break;
    case LRI_FIELD_VALUE:
        *(const lri_value **)out = value;
        break;
    }
}

static const lri_field *field_named(const lri_shape *shape, const char *key) {
    for (size_t i = 0; i < shape->count; i++)
        if (strcmp(shape->fields[i].key, key) == 0) return &shape->fields[i];
    return NULL;
}

static bool is_extra(const char *key) {
    return key[0] == 'x' && key[1] == '-';
}

bool lri_is_common_key(const char *key) {
    return is_extra(key) || lri_word_index(common_keys, key) >= 0;
}

static lri_candidates keys_of(const lri_shape *shape) {
    return (lri_candidates){.words = common_keys,
                            .structs = shape->fields,
                            .struct_size = sizeof *shape->fields,
                            .struct_count = shape->count};
}

static void fault_unknown_key(lri_reader *reader, const lri_value *member, const lri_shape *shape) {
    lri_faults_add(reader->faults, &(lri_fault){.code = LEERROUTE_FAULT_UNKNOWN_KEY,
                                                .at = member,
                                                .on_key = true,
                                                .candidates = keys_of(shape)});
}

bool lri_is_misspelt(const lri_value *object, const lri_shape *shape, const char *key) {
    lri_candidates keys = keys_of(shape);
    if (lri_value_member(object, key)) return false;
    for (const lri_value *m = object->first; m; m = m->next) {
        if (field_named(shape, m->key) || lri_is_common_key(m->key)) continue;
        const char *nearest = lri_is_near(m->key, key) ? lri_nearest(m->key, &keys) : NULL;
        if (nearest && strcmp(nearest, key) == 0) return true;
    }
    return false;
}

/* A member that no field takes: one that any object may carry, or a fault. */
static void read_other(lri_reader *reader, const lri_value *member, const lri_shape *shape) {
    const char *text;
    if (shape->is_open || is_extra(member->key)) return;
    if (lri_is_common_key(member->key))
        lri_read_text(reader, member, &text);
    else
        fault_unknown_key(reader, member, shape);
}

static void check_needed(lri_reader *reader, const lri_value *object, const lri_shape *shape,
                         uint32_t seen) {
    for (size_t i = 0; i < shape->count; i++) {
        const char *key = shape->fields[i].key;
        if (!shape->fields[i].needed || seen >> i & 1) continue;
        if (!shape->is_open && lri_is_misspelt(object, shape, key)) continue;
        lri_faults_add(
            reader->faults,
            &(lri_fault){.code = LEERROUTE_FAULT_MISSING_KEY, .at = object, .expected = key});
    }
}

bool lri_read_object(lri_reader *reader, const lri_value *value, const lri_shape *shape,
                     void *draft) {
    const lri_value *object;
    if (!read_object_value(reader, value, &object)) return false;
    uint32_t seen = 0; /* by field; of a key that is repeated the first is read */
    for (const lri_value *m = object->first; m; m = m->next) {
        const lri_field *field = field_named(shape, m->key);
        uint32_t bit = field ? UINT32_C(1) << (field - shape->fields) : 0;
        if (!field)
            read_other(reader, m, shape);
        else if (!(seen & bit))
            read_field(reader, m, field, draft);
        seen |= bit;
    }
    check_needed(reader, object, shape, seen);
    return true;
}

/* ---- Repeated keys ---- */

static bool has_earlier_twin(const lri_value *object, const lri_value *member) {
    for (const lri_value *m = object->first; m != member; m = m->next)
        if (strcmp(m->key, member->key) == 0) return true;
    return false;
}

static void check_keys_of(lri_reader *reader, const lri_value *object) {
    lri_table keys = {0};
    for (const lri_value *m = object->first; m && !reader->failed; m = m->next) {
        bool repeated;
        if (object->count <= FEW_MEMBERS) {
            repeated = has_earlier_twin(object, m);
        } else {
            uint32_t first = m->position;
            if (!lri_table_add(&keys, m->key, m->position, &first)) reader->failed = true;
            repeated = first != m->position;
        }
        if (repeated)
            lri_faults_add(
                reader->faults,
                &(lri_fault){.code = LEERROUTE_FAULT_DUPLICATE_KEY, .at = m, .on_key = true});
    }
    lri_table_free(&keys);
}

static void check_keys(lri_reader *reader, const lri_value *document) {
    const lri_value *value = document;
    while (value) {
        if (value->kind == LRI_OBJECT) check_keys_of(reader, value);
        if (value->first) {
            value = value->first;
            continue;
        }
        while (value && !value->next) value = value->parent;
        if (value) value = value->next;
    }
}

/* ---- Files ---- */

/* By leerroute_file. */
static const char *const formats[] = {"leerroute-catalogue/1", "leerroute-intake/1",
                                      "leerroute-route/1", NULL};

bool lri_read_format(lri_reader *reader, const lri_value *document, leerroute_file *out) {
    const lri_value *object;
    int file;
    if (!read_object_value(reader, document, &object)) return false;
    const lri_value *format = lri_value_member(object, "format");
    if (!format)
        lri_faults_add(
            reader->faults,
            &(lri_fault){.code = LEERROUTE_FAULT_MISSING_KEY, .at = object, .expected = "format"});
    if (!format || !lri_read_word(reader, format, formats, &file)) return false;
    *out = (leerroute_file)file;
    return true;
}

bool lri_read_file(lri_reader *reader, const lri_value *document, const lri_shape *shape,
                   void *draft) {
    const lri_value *format = lri_value_member(document, "format");
    bool is_ours = format && format->kind == LRI_TEXT && lri_word_index(formats, format->text) >= 0;
    const char *wanted = shape->fields[0].words[0];
    if (is_ours && strcmp(format->text, wanted) != 0) {
        read_format(reader, format, wanted);
        return false;
    }
    check_keys(reader, document);
    return lri_read_object(reader, document, shape, draft);
}
