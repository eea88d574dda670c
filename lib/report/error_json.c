/* The answer in the place of a route, where an intake has none because it could not be read. These
 * answers go further than the intake itself, so they name its ids, keys, numbers and dates alone.
 */
#include <string.h>

#include "base/text.h"
#include "model/reader.h"
#include "report/tree.h"

/* Does the value say no more than it may? Where it is not what belongs there it can be anything. */
static bool is_discreet(const leerroute_diagnostic *d) {
    switch (d->code) {
    case LEERROUTE_FAULT_SYNTAX:
    case LEERROUTE_FAULT_TRAILING:
    case LEERROUTE_FAULT_WORD:
        return false; /* any piece of the text */
    case LEERROUTE_FAULT_TYPE:
        return strcmp(d->detail, "text") != 0;
    case LEERROUTE_FAULT_RANGE:
    case LEERROUTE_FAULT_NUMBER_SIZE:
        return true; /* numbers */
    case LEERROUTE_FAULT_DATE:
        return d->value[strspn(d->value, "0123456789-")] == '\0';
    case LEERROUTE_FAULT_UNKNOWN_KEY:
    case LEERROUTE_FAULT_DUPLICATE_KEY:
    case LEERROUTE_FAULT_REQUIREMENT:
    case LEERROUTE_FAULT_NOT:
    case LEERROUTE_FAULT_HOLDING:
    case LEERROUTE_FAULT_CLAIM:
    case LEERROUTE_FAULT_UNIT_OR_ASSESSMENT:
        return true; /* keys */
    default:
        return lri_is_id(d->value); /* ids and dates */
    }
}

/* A file may be called anything; what is no UTF-8 in its name is shown as U+FFFD. */
static void add_name(lri_text *text, const char *name) {
    while (*name) {
        size_t length = lri_utf8_length((const unsigned char *)name);
        lri_text_add(text, length ? name : "\xEF\xBF\xBD", length ? length : 3);
        name += length ? length : 1;
    }
}

static void add_error(lri_tree *tree, lri_value *list, const char *at, const char *message) {
    lri_value *object = lri_tree_object(tree, list, NULL);
    const char *kept = message ? lri_arena_copy(&tree->arena, message, strlen(message)) : NULL;
    if (!kept) tree->failed = true;
    lri_tree_text(tree, object, "at", at);
    lri_tree_text(tree, object, "message", kept);
}

static void add_diagnostics(lri_tree *tree, lri_value *list, const leerroute_diagnostics *found,
                            leerroute_language language) {
    size_t count = leerroute_diagnostics_count(found);
    for (size_t i = 0; i < count; i++) {
        leerroute_diagnostic d = *leerroute_diagnostics_get(found, i);
        if (d.is_warning) continue;
        if (d.value && !is_discreet(&d)) d.value = "…";
        char *sentence = leerroute_diagnostic_sentence(&d, language);
        add_error(tree, list, d.at, sentence);
        leerroute_text_free(sentence);
    }
}

leerroute_status leerroute_error_line(const char *source, size_t source_line,
                                      const leerroute_diagnostics *found, const char *reason,
                                      leerroute_language language, char **out, size_t *size) {
    if (!source || !out || (!found && !reason)) return LEERROUTE_MISUSE;
    const leerroute_diagnostic *first = found ? leerroute_diagnostics_get(found, 0) : NULL;
    lri_tree tree = {.on_one_line = true};
    lri_text place = {0};
    add_name(&place, source);
    if (source_line) lri_text_printf(&place, ":%zu", source_line);
    tree.failed = place.failed;
    lri_value *root = lri_tree_object(&tree, NULL, NULL);
    lri_tree_text(&tree, root, "format", "leerroute-error/1");
    if (first && first->id)
        lri_tree_text(&tree, root, "intake", first->id);
    else
        lri_tree_null(&tree, root, "intake");
    lri_tree_text(&tree, root, "source", place.bytes);
    lri_value *list = lri_tree_list(&tree, root, "errors");
    if (reason) add_error(&tree, list, "", reason);
    if (found) add_diagnostics(&tree, list, found, language);
    leerroute_status status = lri_tree_close(&tree, out, size);
    lri_text_free(&place);
    return status;
}
