/* Text that grows: what reports and sentences are written into.
 *
 * A failed allocation is remembered in `failed` and later appends do nothing, so that a writer
 * checks once, at its end. */
#ifndef LRI_BASE_TEXT_H
#define LRI_BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* All zero is the empty text. */
typedef struct lri_text {
    char *bytes; /* `size` bytes and a 0; NULL while nothing was appended */
    size_t size;
    size_t capacity;
    bool failed;
} lri_text;

void lri_text_add(lri_text *text, const char *bytes, size_t size);

static inline void lri_text_puts(lri_text *text, const char *string) {
    lri_text_add(text, string, strlen(string));
}

void lri_text_integer(lri_text *text, int64_t value);
void lri_text_printf(lri_text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void lri_text_free(lri_text *text);

/* Hands the bytes over to the caller, who frees them with free(); NULL when an append failed. The
 * text is empty afterwards. */
char *lri_text_take(lri_text *text, size_t *size);

/* The length in bytes of the UTF-8 character at `at`, where four bytes or a 0 can be read, by
 * Unicode's table 3-7; 0: it is none. */
size_t lri_utf8_length(const unsigned char *at);

#endif
