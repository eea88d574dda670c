#include "base/text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Room for `more` bytes and a 0. */
static bool reserve(lri_text *text, size_t more) {
    if (text->failed) return false;
    if (more < text->capacity - text->size) return true;
    size_t wanted = text->capacity ? text->capacity : 256;
    while (wanted - text->size <= more) {
        if (wanted > SIZE_MAX / 2) return !(text->failed = true);
        wanted *= 2;
    }
    char *bytes = realloc(text->bytes, wanted);
    if (!bytes) return !(text->failed = true);
    text->bytes = bytes;
    text->capacity = wanted;
    return true;
}

void lri_text_add(lri_text *text, const char *bytes, size_t size) {
    if (!reserve(text, size)) return;
    if (size) memcpy(text->bytes + text->size, bytes, size);
    text->size += size;
    text->bytes[text->size] = '\0';
}

void lri_text_integer(lri_text *text, int64_t value) {
    char digits[20], *end = digits + sizeof digits, *first = end; /* 19 and a sign */
    uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;
    do *--first = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0) *--first = '-';
    lri_text_add(text, first, (size_t)(end - first));
}

/* Most of what is printed fits in the room that is there. */
void lri_text_printf(lri_text *text, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    size_t room = text->capacity - text->size;
    int length = vsnprintf(room ? text->bytes + text->size : NULL, room, format, arguments);
    if (length < 0) text->failed = true;
    if ((size_t)length >= room && reserve(text, (size_t)length))
        vsnprintf(text->bytes + text->size, (size_t)length + 1, format, again);
    if (!text->failed) text->size += (size_t)length;
    va_end(again);
    va_end(arguments);
}

void lri_text_free(lri_text *text) {
    free(text->bytes);
    *text = (lri_text){0};
}

char *lri_text_take(lri_text *text, size_t *size) {
    lri_text_add(text, "", 0);
    char *bytes = text->failed ? NULL : text->bytes;
    if (!bytes) free(text->bytes);
    if (size) *size = bytes ? text->size : 0;
    *text = (lri_text){0};
    return bytes;
}

size_t lri_utf8_length(const unsigned char *at) {
    if (at[0] < 0x80) return 1;
    size_t length = at[0] >= 0xF0 ? 4 : at[0] >= 0xE0 ? 3 : 2;
    if (at[0] < 0xC2 || at[0] > 0xF4) return 0;
    unsigned char low = at[0] == 0xE0 ? 0xA0 : at[0] == 0xF0 ? 0x90 : 0x80;
    unsigned char high = at[0] == 0xED ? 0x9F : at[0] == 0xF4 ? 0x8F : 0xBF;
    if (at[1] < low || at[1] > high) return 0;
    for (size_t i = 2; i < length; i++)
        if ((at[i] & 0xC0) != 0x80) return 0;
    return length;
}
