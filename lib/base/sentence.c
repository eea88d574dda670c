#include "base/sentence.h"

#include <string.h>

static const lri_word *word_named(const lri_word *words, size_t count, const char *name,
                                  size_t length) {
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i].name) == length && memcmp(words[i].name, name, length) == 0)
            return &words[i];
    return NULL;
}

void lri_sentence(lri_text *text, const char *form, const lri_word *words, size_t count) {
    while (*form) {
        size_t plain = strcspn(form, "{");
        lri_text_add(text, form, plain);
        form += plain;
        if (!*form) return;
        size_t length = strcspn(form + 1, "}");
        const lri_word *word = word_named(words, count, form + 1, length);
        size_t whole = length + 1 + (form[1 + length] == '}');
        if (word)
            lri_text_puts(text, word->value ? word->value : "");
        else
            lri_text_add(text, form, whole);
        form += whole;
    }
}
