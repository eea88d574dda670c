/* Sentences with places to fill in: "{value} is no {kind}". */
#ifndef LRI_BASE_SENTENCE_H
#define LRI_BASE_SENTENCE_H

#include "base/text.h"

typedef struct lri_word {
    const char *name;  /* as between the braces */
    const char *value; /* NULL counts as "" */
} lri_word;

/* Appends `form` with each {name} replaced by its word; an unknown name stays as it is. */
void lri_sentence(lri_text *text, const char *form, const lri_word *words, size_t count);

#endif
