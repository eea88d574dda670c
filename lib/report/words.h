/* How people write dates, numbers and money, and lines that fit a width. */
#ifndef LRI_REPORT_WORDS_H
#define LRI_REPORT_WORDS_H

#include "base/text.h"
#include "leerroute/leerroute.h"

/* "14 mei 2029", "14 May 2029". */
void lri_write_date(lri_text *text, leerroute_language language, leerroute_day day);

/* Whole numbers with separators for thousands: "12.500", "12,500". */
void lri_write_number(lri_text *text, leerroute_language language, int64_t number);

/* "€ 1.250", "€1,250". */
void lri_write_euros(lri_text *text, leerroute_language language, int64_t euros);

/* The columns that UTF-8 text takes on a terminal: combining marks 0, wide characters 2. */
size_t lri_columns(const char *text, size_t size);

/* Appends a paragraph broken at spaces into lines of at most `width` columns: the first after
 * `indent` spaces, the others after `hang`. A word that is too long for a line gets its own. Ends
 * with a newline. */
void lri_write_paragraph(lri_text *text, const char *paragraph, int indent, int hang, int width);

#endif
