/* Tables on a page: columns that fit its width, with rows of as many lines as their cells need.
 *
 * What wraps is broken at spaces, a word longer than its column within: nothing is cut. A newline
 * in a cell ends a line. When a row takes more than one line, empty lines set the rows apart. */
#ifndef LRI_REPORT_LAYOUT_H
#define LRI_REPORT_LAYOUT_H

#include "base/text.h"

enum { LRI_COLUMNS_MAX = 8 };

typedef struct lri_column {
    const char *head;
    bool right; /* set to the right: numbers */
    bool wraps; /* gives way when the table is wider than the page */
} lri_column;

/* Appends heads, a rule and the rows; `cells` has `column_count` (at most LRI_COLUMNS_MAX) a row.
 */
void lri_write_table(lri_text *text, const lri_column *columns, size_t column_count,
                     const char *const *cells, size_t row_count, size_t width);

#endif
