#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "json/json.h"

typedef struct writer {
    lri_text text;
    bool on_one_line;
    int depth;
} writer;

static void write_string(lri_text *text, const char *string) {
    static const char escaped[] = "\"\\\n\r\t\b\f", letters[] = "\"\\nrtbf";
    lri_text_puts(text, "\"");
    for (const char *plain = string;; string++) {
        bool is_plain = *string != '"' && *string != '\\' && (unsigned char)*string >= 0x20;
        if (is_plain) continue;
        lri_text_add(text, plain, (size_t)(string - plain));
        if (*string == '\0') break;
        const char *known = strchr(escaped, *string);
        if (known)
            lri_text_printf(text, "\\%c", letters[known - escaped]);
        else
            lri_text_printf(text, "\\u%04x", (unsigned)*string);
        plain = string + 1;
    }
    lri_text_puts(text, "\"");
}

/* What stands before a member or item and before the end of a list or object. */
static void new_line(writer *w) {
    if (w->on_one_line) return;
    lri_text_puts(&w->text, "\n");
    for (int i = 0; i < w->depth; i++) lri_text_puts(&w->text, "  ");
}

/* Writes a value, of a list or object only the opening. */
static void open_value(writer *w, const lri_value *value) {
    if (value->key) {
        write_string(&w->text, value->key);
        lri_text_puts(&w->text, ": ");
    }
    switch (value->kind) {
    case LRI_OBJECT:
        lri_text_puts(&w->text, "{");
        break;
    case LRI_LIST:
        lri_text_puts(&w->text, "[");
        break;
    case LRI_TEXT:
        write_string(&w->text, value->text);
        break;
    default:
        lri_value_show(&w->text, value);
        break;
    }
    if (!value->first) return;
    w->depth++;
    new_line(w);
}

static void close_value(writer *w, const lri_value *value) {
    if (value->first) {
        w->depth--;
        new_line(w);
    }
    if (value->kind == LRI_OBJECT) lri_text_puts(&w->text, "}");
    if (value->kind == LRI_LIST) lri_text_puts(&w->text, "]");
}

leerroute_status lri_json_write(const lri_value *document, bool on_one_line, char **out,
                                size_t *size) {
    writer w = {.on_one_line = on_one_line};
    const lri_value *value = document;
    while (value) {
        open_value(&w, value);
        if (value->first) {
            value = value->first;
            continue;
        }
        close_value(&w, value);
        while (value != document && !value->next) {
            value = value->parent;
            close_value(&w, value);
        }
        if (value == document) break;
        lri_text_puts(&w.text, on_one_line ? ", " : ",");
        new_line(&w);
        value = value->next;
    }
    lri_text_puts(&w.text, "\n");
    *out = lri_text_take(&w.text, size);
    return *out ? LEERROUTE_OK : LEERROUTE_NO_MEMORY;
}
