#include "report/words.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "model/calendar.h"

enum { NO_BREAK_SPACE = 0xA0 };

/* ---- Dates, numbers, money ---- */

static const char *const months[][12] = {
    [LEERROUTE_DUTCH] = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
                         "september", "oktober", "november", "december"},
    [LEERROUTE_ENGLISH] = {"January", "February", "March", "April", "May", "June", "July", "August",
                           "September", "October", "November", "December"},
};

static const char *const short_months[][12] = {
    [LEERROUTE_DUTCH] = {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt",
                         "nov", "dec"},
    [LEERROUTE_ENGLISH] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
                           "Nov", "Dec"},
};

static void write_date(lri_text *text, const char *const names[12], leerroute_day day) {
    int year, month, of_month;
    lri_day_split(day, &year, &month, &of_month);
    lri_text_printf(text, "%d" LRI_NO_BREAK "%s" LRI_NO_BREAK "%d", of_month, names[month - 1],
                    year);
}

void lri_write_date(lri_text *text, leerroute_language language, leerroute_day day) {
    write_date(text, months[language], day);
}

void lri_write_short_date(lri_text *text, leerroute_language language, leerroute_day day) {
    write_date(text, short_months[language], day);
}

void lri_write_number(lri_text *text, leerroute_language language, int64_t number) {
    char digits[24];
    uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    int count = snprintf(digits, sizeof digits, "%" PRIu64, size);
    if (number < 0) lri_text_puts(text, "-");
    for (int i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0)
            lri_text_puts(text, language == LEERROUTE_DUTCH ? "." : ",");
        lri_text_add(text, &digits[i], 1);
    }
}

void lri_write_euros(lri_text *text, leerroute_language language, int64_t euros) {
    lri_text_puts(text, language == LEERROUTE_DUTCH ? "€" LRI_NO_BREAK : "€");
    lri_write_number(text, language, euros);
}

/* ---- Characters ---- */

typedef struct range {
    uint32_t first, last;
} range;

/* What takes no column: marks that combine with the character before, and joiners. The scripts that
 * names in our files may come from (Unicode 15, Mn, Me and Cf), by first. */
static const range zero_columns[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489},   {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2},
    {0x05C4, 0x05C5}, {0x0610, 0x061A},   {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC},
    {0x06DF, 0x06E4}, {0x06E7, 0x06E8},   {0x06EA, 0x06ED}, {0x0900, 0x0902}, {0x093C, 0x093C},
    {0x0941, 0x0948}, {0x094D, 0x094D},   {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},   {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064},
    {0x2066, 0x206F}, {0x20D0, 0x20F0},   {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

/* What takes two (East Asian Width W and F, and pictures), by first. */
static const range two_columns[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
    {0x4E00, 0xA4CF},   {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF},
    {0x20000, 0x3FFFD},
};

static bool is_in(uint32_t character, const range *ranges, size_t count) {
    for (size_t i = 0; i < count && ranges[i].first <= character; i++)
        if (character <= ranges[i].last) return true;
    return false;
}

static size_t columns_of(uint32_t character) {
    if (character < 0x300) return 1;
    if (is_in(character, zero_columns, sizeof zero_columns / sizeof *zero_columns)) return 0;
    return is_in(character, two_columns, sizeof two_columns / sizeof *two_columns) ? 2 : 1;
}

/* The bytes of the first character; a byte that begins none stands for itself. */
static size_t decode(const char *text, uint32_t *character) {
    const unsigned char *bytes = (const unsigned char *)text;
    size_t length = bytes[0] < 0xC0 ? 1 : bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4;
    *character = length == 1 ? bytes[0] : bytes[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80) return *character = bytes[0], 1; /* the final 0 too */
        *character = *character << 6 | (bytes[i] & 0x3F);
    }
    return length;
}

/* Spaces, and what steers a terminal: control characters, separators of lines, and marks that
 * change the direction of writing. */
static bool is_space(uint32_t character) {
    return character <= ' ' || (character >= 0x7F && character < NO_BREAK_SPACE) ||
           (character >= 0x2028 && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

size_t lri_columns(const char *text, size_t size) {
    size_t columns = 0;
    for (size_t at = 0; at < size;) {
        uint32_t character;
        at += decode(text + at, &character);
        columns += columns_of(character);
    }
    return columns;
}

/* ---- Letter case ---- */

/* Byte i of a text in lower case: of the letters of two bytes, those after 0xC3 (À to Þ, without
 * ×). */
static unsigned char lower(const char *text, size_t i) {
    unsigned char byte = (unsigned char)text[i];
    bool is_upper = byte >= 'A' && byte <= 'Z';
    if (i > 0 && (unsigned char)text[i - 1] == 0xC3)
        is_upper = byte >= 0x80 && byte <= 0x9E && byte != 0x97;
    return is_upper ? (unsigned char)(byte + 0x20) : byte;
}

bool lri_mentions(const char *text, const char *word) {
    for (size_t at = 0;; at++) {
        size_t i = 0;
        while (word[i] && lower(text, at + i) == lower(word, i)) i++;
        if (!word[i]) return true;
        if (!text[at]) return false;
    }
}

/* ---- Lines ---- */

bool lri_next_line(const char **rest, size_t width, bool break_words, lri_line *line) {
    const char *text = *rest;
    uint32_t character;
    for (size_t length; length = decode(text, &character), *text && is_space(character);)
        text += length;
    lri_line walked = {text, 0, 0}, whole = walked; /* up to here; up to the last end of a word */
    for (bool in_word = true;;) {
        size_t length = decode(text + walked.size, &character), columns = columns_of(character);
        bool space = is_space(character); /* the final 0 is one */
        if (space && in_word) whole = walked;
        in_word = !space;
        if (!character || character == '\n' ||
            (walked.columns + columns > width && walked.size &&
             (space || whole.size || break_words)))
            break;
        walked.size += length;
        walked.columns += columns;
    }
    *line = whole.size ? whole : walked;
    *rest = text + line->size;
    return line->size > 0;
}

void lri_write_line(lri_text *text, const lri_line *line) {
    for (size_t at = 0; at < line->size;) {
        uint32_t character;
        size_t length = decode(line->bytes + at, &character);
        bool blank = is_space(character) || character == NO_BREAK_SPACE;
        lri_text_add(text, blank ? " " : line->bytes + at, blank ? 1 : length);
        at += length;
    }
}

void lri_write_spaces(lri_text *text, size_t count) {
    while (count-- > 0) lri_text_puts(text, " ");
}

void lri_write_paragraph(lri_text *text, const char *paragraph, int indent, int hang, int width) {
    lri_line line;
    for (int before = indent;; before = hang) {
        size_t room = width > before ? (size_t)(width - before) : 1;
        if (!lri_next_line(&paragraph, room, false, &line)) break;
        lri_write_spaces(text, (size_t)before);
        lri_write_line(text, &line);
        lri_text_puts(text, "\n");
    }
}
