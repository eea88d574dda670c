/* How people write dates, numbers and money, and lines that fit a width.
 *
 * What belongs together (a date, an amount) is held together by no-break spaces; lines put ordinary
 * spaces for these, and for control characters, so that no name can steer a terminal. */
#ifndef LRI_REPORT_WORDS_H
#define LRI_REPORT_WORDS_H

#include "base/text.h"
#include "leerroute/leerroute.h"

#define LRI_NO_BREAK "\xC2\xA0"

/* "14 mei 2029", "14 May 2029". */
void lri_write_date(lri_text *text, leerroute_language language, leerroute_day day);

/* "14 mei 2029", "28 sep 2029": at most 11 columns. */
void lri_write_short_date(lri_text *text, leerroute_language language, leerroute_day day);

/* Whole numbers with separators for thousands: "12.500", "12,500". */
void lri_write_number(lri_text *text, leerroute_language language, int64_t number);

/* "€ 1.250", "€1,250". */
void lri_write_euros(lri_text *text, leerroute_language language, int64_t euros);

/* The columns that so many bytes of a text take on a terminal: combining marks 0, wide
 * characters 2. */
size_t lri_columns(const char *text, size_t size);

/* Is the word part of the text, letter case aside? Letters with accents (Latin-1) have case too.
 * O(text x word). */
bool lri_mentions(const char *text, const char *word);

/* A line cut off a text, at a space. */
typedef struct lri_line {
    const char *bytes;
    size_t size, columns;
} lri_line;

/* Cuts the next line of at most `width` columns off `*rest`; false when nothing is left. A word
 * that is too long for any line gets its own, or is broken when `break_words`: nothing is cut. */
bool lri_next_line(const char **rest, size_t width, bool break_words, lri_line *line);

/* Appends the line, or `count` spaces. */
void lri_write_line(lri_text *text, const lri_line *line);
void lri_write_spaces(lri_text *text, size_t count);

/* Appends a paragraph broken at spaces into lines of at most `width` columns: the first after
 * `indent` spaces, the others after `hang`. A word that is too long for a line gets its own. Ends
 * with a newline. */
void lri_write_paragraph(lri_text *text, const char *paragraph, int indent, int hang, int width);

#endif
