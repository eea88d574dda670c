#define _POSIX_C_SOURCE 200809L
#include "support.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"

char *fixture(const char *path, size_t *size) {
    char full[1000];
    snprintf(full, sizeof full, "%s/%s", FIXTURES, path);
    FILE *file = fopen(full, "rb");
    ck_assert_msg(file != NULL, "no fixture %s", full);
    lri_text text = {0};
    char bytes[4096];
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;) lri_text_add(&text, bytes, n);
    fclose(file);
    char *taken = lri_text_take(&text, size);
    ck_assert_ptr_nonnull(taken);
    return taken;
}

char *fixture_in(const char *folder, const char *name, size_t *size) {
    char path[500], full[1000];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    snprintf(full, sizeof full, "%s/%s", FIXTURES, path);
    return access(full, F_OK) == 0 ? fixture(path, size) : NULL;
}

leerroute_catalogue *fixture_catalogue(const char *folder) {
    size_t size;
    char *text = fixture_in(folder, "catalogue.json", &size);
    leerroute_catalogue *catalogue;
    ck_assert_int_eq(leerroute_catalogue_parse(text, size, "", NULL, &catalogue), LEERROUTE_OK);
    free(text);
    return catalogue;
}

leerroute_intake *fixture_intake(const leerroute_catalogue *catalogue, const char *folder,
                                 const char *name) {
    size_t size;
    char *text = fixture_in(folder, name, &size);
    leerroute_intake *intake;
    ck_assert_int_eq(leerroute_intake_parse(catalogue, text, size, "", 0, 0, NULL, &intake),
                     LEERROUTE_OK);
    free(text);
    return intake;
}

char *quoted(const char *json) {
    char *copy = strdup(json);
    ck_assert_ptr_nonnull(copy);
    for (char *c = copy; *c; c++)
        if (*c == '\'') *c = '"';
    return copy;
}

static const char *code_name(leerroute_code code) {
#define FAULT(name)   [LEERROUTE_FAULT_##name] = #name
#define WARNING(name) [LEERROUTE_WARNING_##name] = #name "?"
    static const char *const names[LEERROUTE_CODES] = {
        FAULT(SYNTAX),
        FAULT(CUT_OFF),
        FAULT(TRAILING),
        FAULT(ENCODING),
        FAULT(NUL),
        FAULT(NUMBER_SIZE),
        FAULT(TOO_LARGE),
        FAULT(TYPE),
        FAULT(UNKNOWN_KEY),
        FAULT(DUPLICATE_KEY),
        FAULT(MISSING_KEY),
        FAULT(FORMAT),
        FAULT(EMPTY),
        FAULT(TOO_MANY),
        FAULT(RANGE),
        FAULT(ID),
        FAULT(DATE),
        FAULT(MONTH_DAY),
        FAULT(WORD),
        FAULT(REPEATED),
        FAULT(ONLY_TRUE),
        FAULT(ID_TWICE),
        FAULT(UNKNOWN_ID),
        FAULT(UNKNOWN_STEP),
        FAULT(FOREIGN_OFFERING),
        FAULT(REQUIREMENT),
        FAULT(NOT),
        FAULT(GRANT),
        FAULT(HOLDING),
        FAULT(CLAIM),
        FAULT(STARTS),
        FAULT(DEPTH),
        FAULT(DATE_ORDER),
        FAULT(OVERLAP),
        FAULT(UNIT_OR_ASSESSMENT),
        FAULT(UNDER_WAY_TWICE),
        FAULT(INCLUDE_TWICE),
        FAULT(INCLUDE_UNDER_WAY),
        WARNING(PROVIDER),
        WARNING(PLACE),
        WARNING(LEERWEG),
        WARNING(START_PAST),
        WARNING(CLAIM),
        WARNING(NEVER_COUNTS),
        WARNING(FINISH_PAST),
        WARNING(NO_HOURS),
        WARNING(ENDED),
        WARNING(GRANTS_NOTHING),
        WARNING(INCLUDE_BARRED),
        WARNING(INCLUDE_START),
        WARNING(NO_REFERENCES),
    };
    ck_assert_msg(names[code] != NULL, "code %d has no name here", (int)code);
    return names[code];
}

char *written(const leerroute_diagnostics *diagnostics) {
    lri_text text = {0};
    for (size_t i = 0; i < leerroute_diagnostics_count(diagnostics); i++) {
        const leerroute_diagnostic *d = leerroute_diagnostics_get(diagnostics, i);
        const char *name = code_name(d->code);
        ck_assert_int_eq(d->is_warning, name[strlen(name) - 1] == '?');
        lri_text_printf(&text, "%s%s %s", i > 0 ? "; " : "", d->at, name);
    }
    return lri_text_take(&text, NULL);
}

/* The faults as text; the status must agree with them. */
static char *faults_of(leerroute_diagnostics *diagnostics, leerroute_status status) {
    bool has_fault = false;
    for (size_t i = 0; i < leerroute_diagnostics_count(diagnostics); i++)
        has_fault |= !leerroute_diagnostics_get(diagnostics, i)->is_warning;
    ck_assert_int_eq(status, has_fault ? LEERROUTE_INVALID : LEERROUTE_OK);
    char *faults = written(diagnostics);
    leerroute_diagnostics_free(diagnostics);
    return faults;
}

char *catalogue_faults(const char *json) {
    char *text = quoted(json);
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_catalogue *catalogue;
    leerroute_status status =
        leerroute_catalogue_parse(text, strlen(text), "test", diagnostics, &catalogue);
    ck_assert_int_eq(catalogue != NULL, status == LEERROUTE_OK);
    leerroute_catalogue_free(catalogue);
    free(text);
    return faults_of(diagnostics, status);
}

char *intake_faults(const leerroute_catalogue *catalogue, const char *json, leerroute_day today) {
    char *text = quoted(json);
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_intake *intake;
    leerroute_status status = leerroute_intake_parse(catalogue, text, strlen(text), "test", 0,
                                                     today, diagnostics, &intake);
    ck_assert_int_eq(intake != NULL, status == LEERROUTE_OK && catalogue);
    leerroute_intake_free(intake);
    free(text);
    return faults_of(diagnostics, status);
}

leerroute_catalogue *right_catalogue(const char *json) {
    char *text = quoted(json);
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_catalogue *catalogue;
    leerroute_status status =
        leerroute_catalogue_parse(text, strlen(text), "test", diagnostics, &catalogue);
    char *faults = faults_of(diagnostics, status);
    ck_assert_str_eq(faults, "");
    free(faults);
    free(text);
    return catalogue;
}

leerroute_intake *right_intake(const leerroute_catalogue *catalogue, const char *json) {
    char *text = quoted(json);
    leerroute_intake *intake;
    leerroute_status status =
        leerroute_intake_parse(catalogue, text, strlen(text), "test", 0, 0, NULL, &intake);
    ck_assert_int_eq(status, LEERROUTE_OK);
    free(text);
    return intake;
}

static int is_folder_name(const struct dirent *entry) {
    return !strchr(entry->d_name, '.') && strcmp(entry->d_name, "invalid") != 0;
}

static int is_json_name(const struct dirent *entry) {
    const char *dot = strrchr(entry->d_name, '.');
    return dot && strcmp(dot, ".json") == 0;
}

static void each_entry(const char *folder, int (*filter)(const struct dirent *entry),
                       void (*visit)(const char *path)) {
    char path[1000];
    struct dirent **entries;
    snprintf(path, sizeof path, "%s/%s", FIXTURES, folder);
    int count = scandir(path, &entries, filter, alphasort);
    ck_assert_msg(count > 0, "nothing in %s", path);
    for (int i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        visit(path);
        free(entries[i]);
    }
    free(entries);
}

void each_case(bool invalid, void (*visit)(const char *folder)) {
    each_entry(invalid ? "cases/invalid" : "cases", is_folder_name, visit);
}

void each_json(const char *folder, void (*visit)(const char *path)) {
    each_entry(folder, is_json_name, visit);
}
