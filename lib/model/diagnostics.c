#include "model/diagnostics.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

struct leerroute_diagnostics {
    lri_arena arena; /* the texts */
    LRI_VECTOR(leerroute_diagnostic) list;
};

leerroute_diagnostics *leerroute_diagnostics_new(void) {
    return calloc(1, sizeof(leerroute_diagnostics));
}

void leerroute_diagnostics_free(leerroute_diagnostics *diagnostics) {
    if (!diagnostics) return;
    lri_arena_free(&diagnostics->arena);
    free(diagnostics->list.items);
    free(diagnostics);
}

void leerroute_diagnostics_clear(leerroute_diagnostics *diagnostics) {
    lri_arena_reset(&diagnostics->arena);
    diagnostics->list.count = 0;
}

size_t leerroute_diagnostics_count(const leerroute_diagnostics *diagnostics) {
    return diagnostics->list.count;
}

const leerroute_diagnostic *leerroute_diagnostics_get(const leerroute_diagnostics *diagnostics,
                                                      size_t i) {
    return i < diagnostics->list.count ? &diagnostics->list.items[i] : NULL;
}

/* Copies a text; a NULL stays one. False when there is no memory. */
static bool copy_text(leerroute_diagnostics *diagnostics, const char **text) {
    if (!*text) return true;
    *text = lri_arena_copy(&diagnostics->arena, *text, strlen(*text));
    return *text != NULL;
}

/* Copies the pointer to the value; NULL is the whole source. */
static bool copy_pointer(leerroute_diagnostics *diagnostics, const lri_value *value,
                         const char **out) {
    lri_text pointer = {0};
    if (value) lri_value_pointer(&pointer, value);
    *out = pointer.failed ? NULL : lri_arena_copy(&diagnostics->arena, pointer.bytes, pointer.size);
    lri_text_free(&pointer);
    return *out != NULL;
}

static bool add(leerroute_diagnostics *diagnostics, const lri_fault *fault, const char *source,
                size_t source_line, const char *id) {
    leerroute_diagnostic d = {.code = fault->code,
                              .is_warning = lri_is_warning(fault->code),
                              .id = id,
                              .source = source,
                              .source_line = source_line,
                              .line = fault->line,
                              .column = fault->column,
                              .value = fault->value,
                              .expected = fault->expected,
                              .nearest = fault->nearest,
                              .detail = fault->detail,
                              .minimum = fault->minimum,
                              .maximum = fault->maximum,
                              .kind = fault->kind};
    return copy_pointer(diagnostics, fault->at, &d.at) && copy_text(diagnostics, &d.value) &&
           copy_text(diagnostics, &d.expected) && copy_text(diagnostics, &d.nearest) &&
           copy_text(diagnostics, &d.detail) && lri_push(&diagnostics->list, d);
}

leerroute_status lri_diagnostics_take(leerroute_diagnostics *diagnostics, lri_faults *faults,
                                      const char *source, size_t source_line) {
    leerroute_status status = lri_faults_status(faults);
    if (diagnostics && faults->count > 0 && status != LEERROUTE_NO_MEMORY) {
        const char *name = source ? source : "", *id = faults->id;
        uint32_t before = diagnostics->list.count;
        bool added = copy_text(diagnostics, &name) && copy_text(diagnostics, &id);
        for (size_t i = 0; added && i < faults->count; i++)
            added = add(diagnostics, &faults->list[i], name, source_line, id);
        if (!added) {
            diagnostics->list.count = before;
            status = LEERROUTE_NO_MEMORY;
        }
    }
    lri_faults_free(faults);
    return status;
}
