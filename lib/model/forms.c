#include "model/forms.h"

#include <string.h>

/* ---- Telling ---- */

static bool has_key(const lri_form *form, const char *key) {
    for (size_t i = 0; i < form->shape.count; i++)
        if (strcmp(form->shape.fields[i].key, key) == 0) return true;
    return strcmp(form->key, key) == 0;
}

static bool is_in_forms(const lri_form *forms, size_t count, const char *key) {
    for (size_t i = 0; i < count; i++)
        if (has_key(&forms[i], key)) return true;
    return lri_is_common_key(key);
}

/* Reports each key that no form has; false when there is none. */
static bool fault_unknown_keys(lri_reader *reader, const lri_value *object, const lri_form *forms,
                               size_t count) {
    lri_fault fault = {
        .code = LEERROUTE_FAULT_UNKNOWN_KEY,
        .on_key = true,
        .candidates = {.structs = forms, .struct_size = sizeof *forms, .struct_count = count}};
    bool found = false;
    for (const lri_value *m = object->first; m; m = m->next) {
        if (is_in_forms(forms, count, m->key)) continue;
        found = true;
        fault.at = m;
        lri_faults_add(reader->faults, &fault);
    }
    return found;
}

/* The form that `also` tells, or -1. */
static int form_told_also(const lri_value *object, const lri_form *forms, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (forms[i].also && lri_value_member(object, forms[i].also)) return (int)i;
    return -1;
}

/* The keys of the forms: those that may stand here, or those that tell `object` its form. */
static void list_keys(lri_text *text, const lri_form *forms, size_t count,
                      const lri_value *object) {
    for (size_t i = 0; i < count; i++) {
        bool listed =
            object ? lri_value_member(object, forms[i].key) != NULL : forms[i].shape.count > 0;
        if (listed) lri_text_printf(text, "%s%s", text->size > 0 ? ", " : "", forms[i].key);
    }
}

static void fault_form(lri_reader *reader, const lri_value *value, const lri_form *forms,
                       size_t count, leerroute_code code) {
    lri_text expected = {0}, found = {0};
    if (lri_faults_wants(reader->faults, value)) {
        list_keys(&expected, forms, count, NULL);
        list_keys(&found, forms, count, value);
    }
    reader->failed |= expected.failed || found.failed;
    lri_faults_add(
        reader->faults,
        &(lri_fault){.code = code, .at = value, .value = found.bytes, .expected = expected.bytes});
    lri_text_free(&expected);
    lri_text_free(&found);
}

int lri_tell_form(lri_reader *reader, const lri_value *value, const lri_form *forms, size_t count,
                  leerroute_code code) {
    if (value->kind != LRI_OBJECT) {
        lri_fault_type(reader, value, "object");
        return -1;
    }
    int form = -1;
    size_t told = 0;
    for (size_t i = 0; i < count; i++) {
        if (!lri_value_member(value, forms[i].key)) continue;
        form = (int)i;
        told++;
    }
    if (told == 0 && fault_unknown_keys(reader, value, forms, count)) return -1;
    if (told == 0) form = form_told_also(value, forms, count);
    if (told > 1 || form < 0 || forms[form].shape.count == 0) {
        fault_form(reader, value, forms, count, code);
        return -1;
    }
    return form;
}

/* ---- Clauses ---- */

#define AT(member) .offset = offsetof(lri_clause, member)
#define NEEDED     .needed = true
#define ID_OF(id_key, id_kind)                                                                     \
    { .key = id_key, .type = LRI_FIELD_REFERENCE, AT(index), NEEDED, .kind = id_kind }
#define LEVEL                                                                                      \
    { .key = "level", .type = LRI_FIELD_WHOLE, AT(level), .minimum = 1, .maximum = LRI_TOP_LEVEL }
#define EVIDENCE                                                                                   \
    { .key = "evidence", .type = LRI_FIELD_TEXT, AT(evidence) }
#define OF_HOLDING                                                                                 \
    {.key = "obtained", .type = LRI_FIELD_DATE, AT(obtained)},                                     \
        {.key = "valid_until", .type = LRI_FIELD_DATE, AT(valid_until)},                           \
        {.key = "expected", .type = LRI_FIELD_BOOLEAN, AT(expected)}, EVIDENCE

enum { WEIGHT_MAX = 1000000 };

static const lri_field competence[] = {ID_OF("competence", LEERROUTE_COMPETENCE), LEVEL};
static const lri_field certificate[] = {ID_OF("certificate", LEERROUTE_CERTIFICATE)};
static const lri_field diploma[] = {ID_OF("diploma", LEERROUTE_DIPLOMA)};
static const lri_field function[] = {ID_OF("function", LEERROUTE_FUNCTION)};
static const lri_field unit[] = {
    ID_OF("unit", LEERROUTE_UNIT),
    {.key = "started", .type = LRI_FIELD_TRUE, AT(started)},
};
static const lri_field attribute[] = {ID_OF("attribute", LEERROUTE_ATTRIBUTE)};
static const lri_field all[] = {{.key = "all", .type = LRI_FIELD_LIST, AT(list), NEEDED}};
static const lri_field any[] = {{.key = "any", .type = LRI_FIELD_LIST, AT(list), NEEDED}};
static const lri_field at_least[] = {
    {.key = "at_least", .type = LRI_FIELD_WHOLE, AT(number), NEEDED, .maximum = WEIGHT_MAX},
    {.key = "of", .type = LRI_FIELD_LIST, AT(list), NEEDED},
};
static const lri_field negated[] = {{.key = "not", .type = LRI_FIELD_VALUE, AT(that), NEEDED}};
static const lri_field weighted[] = {
    {.key = "weight", .type = LRI_FIELD_WHOLE, AT(number), NEEDED, .maximum = WEIGHT_MAX},
    {.key = "that", .type = LRI_FIELD_VALUE, AT(that), NEEDED},
};

static const lri_field held_competence[] = {ID_OF("competence", LEERROUTE_COMPETENCE), LEVEL,
                                            OF_HOLDING};
static const lri_field held_certificate[] = {ID_OF("certificate", LEERROUTE_CERTIFICATE),
                                             OF_HOLDING};
static const lri_field held_diploma[] = {ID_OF("diploma", LEERROUTE_DIPLOMA), OF_HOLDING};
static const lri_field held_unit[] = {ID_OF("unit", LEERROUTE_UNIT), OF_HOLDING};
static const lri_field claim[] = {ID_OF("competence", LEERROUTE_COMPETENCE), LEVEL, EVIDENCE};

#define FORM(form_key, fields)                                                                     \
    { .key = form_key, .shape = LRI_SHAPE(fields) }
#define NO_FORM(form_key)                                                                          \
    { .key = form_key }
#define LEAVES                                                                                     \
    FORM("competence", competence), FORM("certificate", certificate), FORM("diploma", diploma),    \
        FORM("function", function), FORM("unit", unit), FORM("attribute", attribute)
#define COMBINATIONS                                                                               \
    FORM("all", all), FORM("any", any),                                                            \
        {.key = "at_least", .also = "of", .shape = LRI_SHAPE(at_least)}, FORM("not", negated)
#define NO_COMBINATIONS                                                                            \
    NO_FORM("all"), NO_FORM("any"), NO_FORM("at_least"), NO_FORM("not"), NO_FORM("that")

/* Each in the order of lri_clause_form. */
static const lri_form requirement_forms[LRI_FORMS] = {LEAVES, COMBINATIONS, NO_FORM("that")};
static const lri_form at_least_forms[LRI_FORMS] = {
    LEAVES, COMBINATIONS, {.key = "that", .also = "weight", .shape = LRI_SHAPE(weighted)}};
static const lri_form not_forms[LRI_FORMS] = {
    NO_FORM("competence"), NO_FORM("certificate"),       NO_FORM("diploma"), NO_FORM("function"),
    NO_FORM("unit"),       FORM("attribute", attribute), NO_COMBINATIONS,
};
static const lri_form grant_forms[LRI_FORMS] = {
    FORM("competence", competence),
    FORM("certificate", certificate),
    FORM("diploma", diploma),
    NO_FORM("function"),
    NO_FORM("unit"),
    NO_FORM("attribute"),
    NO_COMBINATIONS,
};
static const lri_form holding_forms[LRI_FORMS] = {
    FORM("competence", held_competence),
    FORM("certificate", held_certificate),
    FORM("diploma", held_diploma),
    NO_FORM("function"),
    FORM("unit", held_unit),
    NO_FORM("attribute"),
    NO_COMBINATIONS,
};
static const lri_form claim_forms[LRI_FORMS] = {
    FORM("competence", claim), NO_FORM("certificate"), NO_FORM("diploma"), NO_FORM("function"),
    NO_FORM("unit"),           NO_FORM("attribute"),   NO_COMBINATIONS,
};

static const struct {
    const lri_form *forms;
    leerroute_code code;
} contexts[] = {
    [LRI_IN_REQUIREMENT] = {requirement_forms, LEERROUTE_FAULT_REQUIREMENT},
    [LRI_IN_AT_LEAST] = {at_least_forms, LEERROUTE_FAULT_REQUIREMENT},
    [LRI_IN_NOT] = {not_forms, LEERROUTE_FAULT_NOT},
    [LRI_IN_GRANTS] = {grant_forms, LEERROUTE_FAULT_GRANT},
    [LRI_IN_HOLDS] = {holding_forms, LEERROUTE_FAULT_HOLDING},
    [LRI_IN_CLAIMS] = {claim_forms, LEERROUTE_FAULT_CLAIM},
};

bool lri_read_clause(lri_reader *reader, const lri_value *value, lri_context context,
                     lri_clause *out) {
    const lri_form *forms = contexts[context].forms;
    int form = lri_tell_form(reader, value, forms, LRI_FORMS, contexts[context].code);
    if (form < 0) return false;
    *out = (lri_clause){.form = (lri_clause_form)form,
                        .index = LRI_NONE,
                        .level = LRI_DEFAULT_LEVEL,
                        .obtained = -1,
                        .valid_until = -1,
                        .number = 1};
    return lri_read_object(reader, value, &forms[form].shape, out);
}
