#include "model/catalogue.h"

#include <stdlib.h>
#include <string.h>

const char *const lri_unit_kinds[] = {"leereenheid", "keuzedeel",  "algemeen-vak",
                                      "examen",      "orientatie", "training",
                                      "registratie", "bpv",        NULL};
const char *const lri_unit_effects[] = {"verdiepend", "verzwarend", NULL};
const char *const lri_assessment_kinds[] = {"evc", "praktijktoets", "vrijstelling", NULL};
const char *const lri_kinds[] = {"competence",  "attribute", "unit",     "assessment", "offering",
                                 "certificate", "diploma",   "function", "occupation", NULL};
const char *const lri_measures[] = {"finish", "cost", "hours", NULL};

int lri_word_index(const char *const *words, const char *word) {
    for (int i = 0; words[i]; i++)
        if (strcmp(words[i], word) == 0) return i;
    return -1;
}

const lri_table *lri_catalogue_ids(const leerroute_catalogue *catalogue, leerroute_kind kind,
                                   uint32_t *from, uint32_t *to) {
    *from = 0;
    *to = LRI_NONE;
    switch (kind) {
    case LEERROUTE_COMPETENCE:
        return &catalogue->by_competence;
    case LEERROUTE_ATTRIBUTE:
        return &catalogue->by_attribute;
    case LEERROUTE_UNIT:
        *to = catalogue->unit_count;
        return &catalogue->by_step;
    case LEERROUTE_ASSESSMENT:
        *from = catalogue->unit_count;
        *to = catalogue->activity_count;
        return &catalogue->by_step;
    case LEERROUTE_OFFERING:
        *from = catalogue->activity_count;
        return &catalogue->by_step;
    case LEERROUTE_CERTIFICATE:
        return &catalogue->by_certificate;
    case LEERROUTE_DIPLOMA:
        return &catalogue->by_diploma;
    case LEERROUTE_FUNCTION:
        return &catalogue->by_function;
    case LEERROUTE_OCCUPATION:
        return &catalogue->by_occupation;
    }
    return NULL;
}

uint32_t lri_catalogue_find(const leerroute_catalogue *catalogue, leerroute_kind kind,
                            const char *id) {
    uint32_t from, to;
    const lri_table *table = lri_catalogue_ids(catalogue, kind, &from, &to);
    uint32_t index = table ? lri_table_find(table, id) : LRI_NONE;
    if (index < from || index >= to) return LRI_NONE;
    return kind == LEERROUTE_OFFERING ? index - from : index;
}

void leerroute_catalogue_free(leerroute_catalogue *catalogue) {
    if (!catalogue) return;
    lri_table *tables[] = {&catalogue->by_competence, &catalogue->by_attribute,
                           &catalogue->by_step,       &catalogue->by_certificate,
                           &catalogue->by_diploma,    &catalogue->by_function,
                           &catalogue->by_occupation, &catalogue->providers,
                           &catalogue->places,        &catalogue->leerwegen};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) lri_table_free(tables[i]);
    lri_arena_free(&catalogue->arena);
    free(catalogue);
}

const char *leerroute_catalogue_id(const leerroute_catalogue *catalogue) {
    return catalogue->id;
}

const char *leerroute_catalogue_title(const leerroute_catalogue *catalogue) {
    return catalogue->title;
}

/* ---- By kind ---- */

static lri_named activity_named(const leerroute_catalogue *catalogue, size_t i) {
    return (lri_named){catalogue->activities[i].id, catalogue->activities[i].name};
}

static lri_named award_named(const leerroute_catalogue *catalogue, size_t i) {
    return (lri_named){catalogue->awards[i].id, catalogue->awards[i].name};
}

/* Id and name of number i of the kind, which there is. */
static lri_named named(const leerroute_catalogue *catalogue, leerroute_kind kind, size_t i) {
    switch (kind) {
    case LEERROUTE_COMPETENCE:
        return catalogue->competences[i];
    case LEERROUTE_ATTRIBUTE:
        return catalogue->attributes[i];
    case LEERROUTE_UNIT:
        return activity_named(catalogue, i);
    case LEERROUTE_ASSESSMENT:
        return activity_named(catalogue, catalogue->unit_count + i);
    case LEERROUTE_OFFERING:
        return (lri_named){catalogue->offerings[i].id, ""};
    case LEERROUTE_CERTIFICATE:
        return award_named(catalogue, i);
    case LEERROUTE_DIPLOMA:
        return award_named(catalogue, catalogue->certificate_count + i);
    case LEERROUTE_FUNCTION:
        return (lri_named){catalogue->functions[i].id, catalogue->functions[i].name};
    case LEERROUTE_OCCUPATION:
        return (lri_named){catalogue->occupations[i].id, catalogue->occupations[i].name};
    }
    return (lri_named){NULL, NULL};
}

size_t leerroute_catalogue_count(const leerroute_catalogue *catalogue, leerroute_kind kind) {
    switch (kind) {
    case LEERROUTE_COMPETENCE:
        return catalogue->competence_count;
    case LEERROUTE_ATTRIBUTE:
        return catalogue->attribute_count;
    case LEERROUTE_UNIT:
        return catalogue->unit_count;
    case LEERROUTE_ASSESSMENT:
        return catalogue->activity_count - catalogue->unit_count;
    case LEERROUTE_OFFERING:
        return catalogue->offering_count;
    case LEERROUTE_CERTIFICATE:
        return catalogue->certificate_count;
    case LEERROUTE_DIPLOMA:
        return catalogue->award_count - catalogue->certificate_count;
    case LEERROUTE_FUNCTION:
        return catalogue->function_count;
    case LEERROUTE_OCCUPATION:
        return catalogue->occupation_count;
    }
    return 0;
}

const char *leerroute_catalogue_id_of(const leerroute_catalogue *catalogue, leerroute_kind kind,
                                      size_t i) {
    return i < leerroute_catalogue_count(catalogue, kind) ? named(catalogue, kind, i).id : NULL;
}

const char *leerroute_catalogue_name_of(const leerroute_catalogue *catalogue, leerroute_kind kind,
                                        size_t i) {
    return i < leerroute_catalogue_count(catalogue, kind) ? named(catalogue, kind, i).name : NULL;
}
