/* The builder: makes a document call by call. Places are the count of values made, so that the
 * faults come in the order in which things were built. */
#include <stdlib.h>
#include <string.h>

#include "leerroute/leerroute.h"
#include "model/catalogue_read.h"
#include "model/diagnostics.h"
#include "model/document.h"
#include "model/intake_read.h"

struct leerroute_builder {
    lri_arena arena;
    lri_value *root, *open; /* `open` is the object or list that the next call adds to */
    uint32_t made;
    int depth;
    leerroute_status status; /* the first thing that went wrong */
    bool too_deep;
};

/* A new root in the arena's memory. */
static void start_over(leerroute_builder *builder) {
    lri_arena_reset(&builder->arena);
    lri_value *root = lri_value_new(&builder->arena, NULL, NULL, LRI_OBJECT);
    *builder = (leerroute_builder){.arena = builder->arena, .root = root, .open = root, .depth = 1};
    if (!root) builder->status = LEERROUTE_NO_MEMORY;
}

leerroute_builder *leerroute_builder_new(void) {
    leerroute_builder *builder = calloc(1, sizeof *builder);
    if (!builder) return NULL;
    start_over(builder);
    if (builder->root) return builder;
    free(builder);
    return NULL;
}

void leerroute_builder_free(leerroute_builder *builder) {
    if (!builder) return;
    lri_arena_free(&builder->arena);
    free(builder);
}

/* ---- Building ---- */

static bool is_utf8(const char *text) {
    const unsigned char *at = (const unsigned char *)text;
    size_t length = 1;
    while (*at && length > 0) at += length = lri_utf8_length(at);
    return length > 0;
}

static bool is_usable(const leerroute_builder *builder) {
    return builder && builder->status == LEERROUTE_OK && !builder->too_deep;
}

static const char *keep_text(leerroute_builder *builder, const char *text) {
    const char *copy = lri_arena_copy(&builder->arena, text, strlen(text));
    if (!copy) builder->status = LEERROUTE_NO_MEMORY;
    return copy;
}

/* A new value in what is open; NULL when something went wrong, now or before. */
static lri_value *add(leerroute_builder *builder, const char *key, lri_value_kind kind) {
    if (!is_usable(builder)) return NULL;
    bool in_object = builder->open->kind == LRI_OBJECT;
    if (in_object != (key != NULL) || (key && !is_utf8(key))) {
        builder->status = LEERROUTE_MISUSE;
        return NULL;
    }
    const char *own = key ? keep_text(builder, key) : NULL;
    if (key && !own) return NULL;
    lri_value *value = lri_value_new(&builder->arena, builder->open, own, kind);
    if (value)
        value->place = value->key_place = ++builder->made;
    else
        builder->status = LEERROUTE_NO_MEMORY;
    return value;
}

static void add_open(leerroute_builder *builder, const char *key, lri_value_kind kind) {
    lri_value *value = add(builder, key, kind);
    if (!value) return;
    builder->open = value;
    builder->too_deep = ++builder->depth > LRI_DEPTH_MAX;
}

void leerroute_builder_object(leerroute_builder *builder, const char *key) {
    add_open(builder, key, LRI_OBJECT);
}

void leerroute_builder_list(leerroute_builder *builder, const char *key) {
    add_open(builder, key, LRI_LIST);
}

void leerroute_builder_end(leerroute_builder *builder) {
    if (!is_usable(builder)) return;
    if (builder->open == builder->root) {
        builder->status = LEERROUTE_MISUSE;
        return;
    }
    builder->open = builder->open->parent;
    builder->depth--;
}

void leerroute_builder_text(leerroute_builder *builder, const char *key, const char *text) {
    if (!is_usable(builder)) return;
    if (!text || !is_utf8(text)) {
        builder->status = LEERROUTE_MISUSE;
        return;
    }
    lri_value *value = add(builder, key, LRI_TEXT);
    if (value) value->text = keep_text(builder, text);
}

void leerroute_builder_integer(leerroute_builder *builder, const char *key, int64_t integer) {
    lri_value *value = add(builder, key, LRI_INTEGER);
    if (value) value->integer = integer;
}

void leerroute_builder_boolean(leerroute_builder *builder, const char *key, bool boolean) {
    lri_value *value = add(builder, key, LRI_BOOLEAN);
    if (value) value->integer = boolean;
}

/* ---- Finishing ---- */

/* Can what was built be read? LEERROUTE_INVALID, with a fault, when it is nested too deep. */
static leerroute_status close(const leerroute_builder *builder, lri_faults *faults) {
    if (builder->status != LEERROUTE_OK) return builder->status;
    if (builder->too_deep) {
        lri_faults_add(faults,
                       &(lri_fault){.code = LEERROUTE_FAULT_DEPTH, .maximum = LRI_DEPTH_MAX});
        return LEERROUTE_INVALID;
    }
    return builder->open == builder->root ? LEERROUTE_OK : LEERROUTE_MISUSE;
}

/* Hands the faults over and empties the builder, of which `status` came. */
static leerroute_status finish(leerroute_builder *builder, leerroute_status status,
                               lri_faults *faults, leerroute_diagnostics *diagnostics,
                               const char *source) {
    faults->failed |= status == LEERROUTE_NO_MEMORY;
    leerroute_status taken = lri_diagnostics_take(diagnostics, faults, source, 0);
    start_over(builder);
    return status == LEERROUTE_MISUSE ? status : taken;
}

leerroute_status leerroute_builder_catalogue(leerroute_builder *builder, const char *source,
                                             leerroute_diagnostics *diagnostics,
                                             leerroute_catalogue **out) {
    if (!builder || !out) return LEERROUTE_MISUSE;
    *out = NULL;
    lri_faults faults = {0};
    leerroute_status status = close(builder, &faults);
    if (status == LEERROUTE_OK) status = lri_catalogue_read(builder->root, &faults, out);
    status = finish(builder, status, &faults, diagnostics, source);
    if (status == LEERROUTE_OK) return status;
    leerroute_catalogue_free(*out);
    *out = NULL;
    return status;
}

leerroute_status leerroute_builder_intake(leerroute_builder *builder,
                                          const leerroute_catalogue *catalogue, const char *source,
                                          leerroute_day today, leerroute_diagnostics *diagnostics,
                                          leerroute_intake **out) {
    if (!builder || !out) return LEERROUTE_MISUSE;
    *out = NULL;
    lri_faults faults = {0};
    leerroute_status status = close(builder, &faults);
    if (status == LEERROUTE_OK)
        status = lri_intake_read(builder->root, catalogue, today, &faults, out);
    status = finish(builder, status, &faults, diagnostics, source);
    if (status == LEERROUTE_OK) return status;
    leerroute_intake_free(*out);
    *out = NULL;
    return status;
}
