#include "json/scan.h"

#include <stdlib.h>
#include <string.h>

typedef struct scanner {
    const char *text;
    size_t at, size;
    lri_arena *arena;
} scanner;

/* ---- Strings ---- */

static uint32_t read_hex(const char *digits) {
    char four[5];
    memcpy(four, digits, 4);
    four[4] = '\0';
    return (uint32_t)strtoul(four, NULL, 16);
}

/* Writes a character as UTF-8 and returns how many bytes it took. */
static size_t put_utf8(char *out, uint32_t c) {
    static const unsigned char first[] = {0, 0x00, 0xC0, 0xE0, 0xF0};
    size_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--, c >>= 6) out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(first[length] | c);
    return length;
}

/* Reads the escape that begins at `in`, after the backslash; returns its end. */
static const char *read_escape(const char *in, const char *end, char **out) {
    static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
    const char *letter = memchr(letters, *in, sizeof letters - 1);
    if (*in != 'u' || end - in < 5) {
        *(*out)++ = letter ? meant[letter - letters] : *in;
        return in + 1;
    }
    uint32_t c = read_hex(in + 1);
    in += 5;
    if (c >= 0xD800 && c < 0xDC00 && end - in >= 6) { /* the first of a surrogate pair */
        c = 0x10000 + ((c - 0xD800) << 10) + (read_hex(in + 2) - 0xDC00);
        in += 6;
    }
    *out += put_utf8(*out, c);
    return in;
}

/* The string whose opening quote is here, without quotes and escapes; the scanner moves past it. It
 * never takes more bytes than it did in the text. */
static const char *read_string(scanner *s) {
    size_t first = s->at + 1, end = first;
    while (end < s->size && s->text[end] != '"') end += s->text[end] == '\\' ? 2 : 1;
    if (end > s->size) end = s->size;
    s->at = end + 1;
    const char *in = s->text + first, *stop = s->text + end;
    char *string = lri_arena_alloc(s->arena, end - first + 1), *out = string;
    while (string && in < stop) {
        const char *escape = memchr(in, '\\', (size_t)(stop - in));
        size_t plain = (size_t)((escape ? escape : stop) - in);
        memcpy(out, in, plain);
        out += plain;
        in = escape && escape + 1 < stop ? read_escape(escape + 1, stop, &out) : stop;
    }
    return string;
}

/* ---- Values ---- */

static bool read_number(scanner *s, lri_value *value, const char *word, size_t length) {
    char digits[24] = ""; /* those of an integer of 64 bits fit */
    value->kind = LRI_REAL;
    for (size_t i = 0; i < length; i++) {
        if (!strchr(".eE", word[i])) continue;
        value->text = lri_arena_copy(s->arena, word, length);
        return value->text != NULL;
    }
    value->kind = LRI_INTEGER;
    memcpy(digits, word, length < sizeof digits ? length : sizeof digits - 1);
    value->integer = strtoll(digits, NULL, 10);
    return true;
}

/* A number, true, false or null; of what is not right JSON at least a character. */
static bool read_word(scanner *s, lri_value *value) {
    size_t first = s->at++;
    while (s->at < s->size && !strchr(",]}: \t\r\n", s->text[s->at])) s->at++;
    const char *word = s->text + first;
    if (*word == 'n') return true;
    if (*word != 't' && *word != 'f') return read_number(s, value, word, s->at - first);
    value->kind = LRI_BOOLEAN;
    value->integer = *word == 't';
    return true;
}

/* Reads what is neither list nor object into a value that is null. False: no memory. */
static bool read_scalar(scanner *s, lri_value *value) {
    if (s->text[s->at] != '"') return read_word(s, value);
    value->kind = LRI_TEXT;
    value->text = read_string(s);
    return value->text != NULL;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void skip_to_value(scanner *s) {
    while (s->at < s->size && (is_blank(s->text[s->at]) || s->text[s->at] == ':')) s->at++;
}

/* The value that begins here, with its key when it is a member; NULL: no memory. A list or object
 * is entered, not read. */
static lri_value *read_value(scanner *s, lri_value *parent) {
    const char *key = NULL;
    size_t key_place = s->at;
    if (parent && parent->kind == LRI_OBJECT) {
        key = read_string(s);
        if (!key) return NULL;
        skip_to_value(s);
    }
    lri_value *value = lri_value_new(s->arena, parent, key, LRI_NULL);
    if (!value || s->at >= s->size) return value;
    value->place = (uint32_t)s->at;
    value->key_place = (uint32_t)(key ? key_place : s->at);
    char c = s->text[s->at];
    if (c != '{' && c != '[') return read_scalar(s, value) ? value : NULL;
    value->kind = c == '{' ? LRI_OBJECT : LRI_LIST;
    s->at++;
    return value;
}

lri_value *lri_scan(const char *text, size_t size, lri_arena *arena) {
    scanner s = {.text = text, .size = size, .arena = arena};
    lri_value *root = NULL, *open = NULL; /* the object or list that is being read */
    while (s.at < size) {
        char c = text[s.at];
        if (is_blank(c) || c == ',') {
            s.at++;
        } else if (c == '}' || c == ']') {
            s.at++;
            if (open) open = open->parent;
        } else {
            lri_value *value = read_value(&s, open);
            if (!value) return NULL;
            if (!root) root = value;
            if (value->kind == LRI_OBJECT || value->kind == LRI_LIST) open = value;
        }
    }
    return root;
}

/* ---- Places ---- */

void lri_locate(const char *text, size_t size, lri_faults *faults) {
    size_t at = 0, line = 1, column = 1;
    for (size_t i = 0; i < faults->count; i++) {
        size_t place = lri_fault_place(&faults->list[i]);
        for (; at < place && at < size; at++) {
            bool is_new_line = text[at] == '\n';
            bool is_character = ((unsigned char)text[at] & 0xC0) != 0x80;
            line += is_new_line;
            column = is_new_line ? 1 : column + is_character;
        }
        faults->list[i].line = line;
        faults->list[i].column = column;
    }
}
