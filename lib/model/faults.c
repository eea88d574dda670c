#include "model/faults.h"

#include <string.h>

enum {
    LOOKED_MAX = 3000000, /* candidates for a nearest word per source: a second or two of work */
    VALUE_MAX = 200,      /* bytes of a value that a fault shows */
};

uint32_t lri_fault_place(const lri_fault *fault) {
    if (!fault->at) return 0;
    return fault->on_key ? fault->at->key_place : fault->at->place;
}

/* A copy that is cut, between two characters, when it is very long. */
static const char *keep(lri_faults *faults, const char *text) {
    static const char dots[] = "...";
    if (!text) return NULL;
    size_t size = strlen(text), kept = size;
    if (size > VALUE_MAX) {
        kept = VALUE_MAX;
        while (kept > 0 && ((unsigned char)text[kept] & 0xC0) == 0x80) kept--;
    }
    char *copy = lri_arena_alloc(&faults->arena, kept + sizeof dots);
    if (!copy) {
        faults->failed = true;
        return NULL;
    }
    memcpy(copy, text, kept);
    if (kept < size) memcpy(copy + kept, dots, sizeof dots);
    return copy;
}

/* The value as a fault names it; NULL for a list or object. */
static const char *shown(lri_faults *faults, const lri_value *value) {
    if (value->kind == LRI_OBJECT || value->kind == LRI_LIST) return NULL;
    lri_text text = {0};
    lri_value_show(&text, value);
    const char *copy = text.failed ? NULL : keep(faults, text.bytes);
    faults->failed |= text.failed;
    lri_text_free(&text);
    return copy;
}

bool lri_faults_may_search(lri_faults *faults, const lri_candidates *candidates) {
    size_t count = candidates->struct_count;
    if (candidates->table) count += candidates->table->entries.count;
    if (count > LOOKED_MAX - faults->looked) return false;
    faults->looked += count;
    return true;
}

/* Makes the fault's texts its own and searches what may have been meant. */
static void settle(lri_faults *faults, lri_fault *fault) {
    const lri_value *at = fault->at;
    const char *word = fault->value           ? fault->value
                       : !at                  ? NULL
                       : fault->on_key        ? at->key
                       : at->kind == LRI_TEXT ? at->text
                                              : NULL;
    if (word && !fault->nearest && lri_faults_may_search(faults, &fault->candidates))
        fault->nearest = lri_nearest(word, &fault->candidates);
    fault->value = word || !at ? keep(faults, word) : shown(faults, at);
    fault->expected = keep(faults, fault->expected);
    fault->nearest = keep(faults, fault->nearest);
    fault->detail = keep(faults, fault->detail);
}

bool lri_faults_wants(const lri_faults *faults, const lri_value *at) {
    return faults->count < LEERROUTE_DIAGNOSTICS_MAX ||
           at->place < lri_fault_place(&faults->list[faults->count - 1]);
}

/* Most sources have no fault, and their reading need not touch the room for many. */
static bool make_list(lri_faults *faults) {
    if (faults->list) return true;
    faults->list =
        lri_arena_alloc(&faults->arena, LEERROUTE_DIAGNOSTICS_MAX * sizeof *faults->list);
    if (!faults->list) faults->failed = true;
    return faults->list != NULL;
}

void lri_faults_add(lri_faults *faults, const lri_fault *fault) {
    if (!lri_is_warning(fault->code)) faults->errors++;
    if (!make_list(faults)) return;
    uint32_t place = lri_fault_place(fault);
    size_t i = faults->count;
    while (i > 0 && lri_fault_place(&faults->list[i - 1]) > place) i--;
    if (i == LEERROUTE_DIAGNOSTICS_MAX) return;
    if (faults->count < LEERROUTE_DIAGNOSTICS_MAX) faults->count++;
    memmove(&faults->list[i + 1], &faults->list[i],
            (faults->count - i - 1) * sizeof faults->list[0]);
    faults->list[i] = *fault;
    settle(faults, &faults->list[i]);
}

leerroute_status lri_faults_status(const lri_faults *faults) {
    if (faults->failed) return LEERROUTE_NO_MEMORY;
    return faults->errors > 0 ? LEERROUTE_INVALID : LEERROUTE_OK;
}

void lri_faults_free(lri_faults *faults) {
    lri_arena_free(&faults->arena);
    *faults = (lri_faults){0};
}
