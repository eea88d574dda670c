/* jansson makes a tree of all that it reads, which takes most of the time of reading a file and ten
 * times its memory, and we only ask it for a yes or no. So this says yes where that is plain to
 * see; where it is not, jansson has the word. */
#include "json/plain.h"

#include <string.h>

#include "base/text.h"

enum { DEEP = 64, DIGITS = 18 };

/* Text that is left. */
typedef struct look {
    const char *at, *end;
} look;

static void skip_blanks(look *l) {
    while (l->at < l->end && (*l->at == ' ' || *l->at == '\n' || *l->at == '\r' || *l->at == '\t'))
        l->at++;
}

/* Takes the character, when it is next. */
static bool take(look *l, char c) {
    bool is_next = l->at < l->end && *l->at == c;
    l->at += is_next;
    return is_next;
}

/* Four digits, of a whole character that is not NUL. */
static bool take_code(look *l) {
    unsigned code = 0;
    if (l->end - l->at < 4) return false;
    for (int i = 0; i < 4; i++) {
        static const char digits[] = "0123456789abcdefABCDEF";
        const char *digit = memchr(digits, *l->at++, sizeof digits - 1);
        if (!digit) return false;
        unsigned value = (unsigned)(digit - digits);
        code = code * 16 + (value < 16 ? value : value - 6);
    }
    return code != 0 && (code < 0xD800 || code > 0xDFFF);
}

/* What follows a backslash. */
static bool take_escape(look *l) {
    static const char letters[] = "\"\\/bfnrt";
    if (take(l, 'u')) return take_code(l);
    return l->at < l->end && memchr(letters, *l->at++, sizeof letters - 1);
}

/* The rest of a string, after its quote. */
static bool take_string(look *l) {
    while (l->end - l->at >= 4) {
        const unsigned char *c = (const unsigned char *)l->at;
        size_t length = *c < 0x80 ? *c >= ' ' : lri_utf8_length(c);
        if (length == 0) return false;
        l->at += length;
        if (*c == '"') return true;
        if (*c == '\\' && !take_escape(l)) return false;
    }
    /* A character may have four bytes: of the last three, only plain ones are looked at. */
    while (l->at < l->end && *l->at >= ' ' && *l->at != '"' && *l->at != '\\') l->at++;
    return take(l, '"');
}

static bool take_number(look *l) {
    take(l, '-');
    const char *first = l->at;
    if (take(l, '0')) return true;
    while (l->at < l->end && *l->at >= '0' && *l->at <= '9') l->at++;
    return l->at > first && l->at - first <= DIGITS;
}

static bool take_word(look *l, const char *word) {
    size_t length = strlen(word);
    if ((size_t)(l->end - l->at) < length || memcmp(l->at, word, length) != 0) return false;
    l->at += length;
    return true;
}

static bool take_scalar(look *l) {
    if (take(l, '"')) return take_string(l);
    return take_word(l, "true") || take_word(l, "false") || take_word(l, "null") || take_number(l);
}

static bool take_key(look *l) {
    skip_blanks(l);
    if (!take(l, '"') || !take_string(l)) return false;
    skip_blanks(l);
    return take(l, ':');
}

/* The lists and objects that are open: what closes each. */
typedef struct nest {
    char close[DEEP];
    size_t depth;
} nest;

/* A value; of a list or object its opening, up to its first value. */
static bool take_value(look *l, nest *n) {
    skip_blanks(l);
    bool is_object = take(l, '{');
    if (!is_object && !take(l, '[')) return take_scalar(l);
    if (n->depth == DEEP) return false;
    n->close[n->depth++] = is_object ? '}' : ']';
    skip_blanks(l);
    if (l->at < l->end && *l->at == n->close[n->depth - 1]) return true;
    return (!is_object || take_key(l)) && take_value(l, n);
}

bool lri_is_plain_json(const char *text, size_t size) {
    look l = {text, text + size};
    nest n = {.depth = 0};
    if (!take_value(&l, &n)) return false;
    while (skip_blanks(&l), n.depth > 0) {
        char close = n.close[n.depth - 1];
        if (take(&l, close))
            n.depth--;
        else if (!take(&l, ',') || (close == '}' && !take_key(&l)) || !take_value(&l, &n))
            return false;
    }
    return l.at == l.end;
}
