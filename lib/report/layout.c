#include "report/layout.h"

#include <stdint.h>

#include "report/words.h"

enum {
    GAP = 2,
    LEAST = 8
}; /* columns between columns, and those that a wrapping one gets at least */

typedef struct table {
    const lri_column *columns;
    size_t column_count;
    const char *const *cells;
    size_t row_count;
    size_t widths[LRI_COLUMNS_MAX];
} table;

/* The cell's longest line when nothing wraps. */
static size_t longest(const char *cell) {
    size_t most = 0;
    for (lri_line line; lri_next_line(&cell, SIZE_MAX, false, &line);)
        if (line.columns > most) most = line.columns;
    return most;
}

/* What each column would take by itself. */
static void measure(table *t) {
    for (size_t c = 0; c < t->column_count; c++) {
        t->widths[c] = longest(t->columns[c].head);
        for (size_t row = 0; row < t->row_count; row++) {
            size_t columns = longest(t->cells[row * t->column_count + c]);
            if (columns > t->widths[c]) t->widths[c] = columns;
        }
    }
}

/* Shares the room among the columns that wrap: those content with less than an equal share keep
 * what they take, and the others share the rest. */
static void share(table *t, const bool *wraps, size_t room) {
    bool open[LRI_COLUMNS_MAX];
    size_t sharers = 0;
    for (size_t c = 0; c < t->column_count; c++) sharers += open[c] = wraps[c];
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t c = 0; c < t->column_count; c++) {
            if (!open[c] || t->widths[c] > room / sharers) continue;
            room -= t->widths[c];
            sharers--;
            open[c] = false;
            changed = true;
        }
    }
    for (size_t c = 0; c < t->column_count; c++) {
        if (!open[c]) continue;
        t->widths[c] = room / sharers ? room / sharers : 1;
        room -= room / sharers--;
    }
}

/* Where the columns that do not wrap leave too little, all do. */
static void fit(table *t, size_t width) {
    bool wraps[LRI_COLUMNS_MAX];
    size_t gaps = GAP * (t->column_count - 1), rigid = gaps, least = gaps;
    for (size_t c = 0; c < t->column_count; c++) {
        wraps[c] = t->columns[c].wraps;
        if (!wraps[c]) rigid += t->widths[c];
        least += !wraps[c] || t->widths[c] < LEAST ? t->widths[c] : LEAST;
    }
    if (least > width) {
        for (size_t c = 0; c < t->column_count; c++) wraps[c] = true;
        rigid = gaps;
    }
    share(t, wraps, width > rigid ? width - rigid : 0);
}

static bool is_tall(const table *t) {
    lri_line line;
    for (size_t i = 0; i < t->row_count * t->column_count; i++) {
        const char *rest = t->cells[i];
        size_t width = t->widths[i % t->column_count];
        if (lri_next_line(&rest, width, true, &line) && lri_next_line(&rest, width, true, &line))
            return true;
    }
    return false;
}

/* Writes the next line of each cell; false when no cell has one. */
static bool write_line(lri_text *text, const table *t, const char *rest[]) {
    size_t spaces = 0; /* owed before the next cell, so that no line ends in them */
    bool any = false;
    for (size_t c = 0; c < t->column_count; c++) {
        lri_line line = {0};
        bool more = lri_next_line(&rest[c], t->widths[c], true, &line);
        size_t left = line.columns < t->widths[c] ? t->widths[c] - line.columns : 0;
        size_t before = more && t->columns[c].right ? left : 0;
        if (more) {
            lri_write_spaces(text, spaces + before);
            lri_write_line(text, &line);
            any = true;
            spaces = 0;
        }
        spaces += left - before + GAP;
    }
    if (any) lri_text_puts(text, "\n");
    return any;
}

static void write_row(lri_text *text, const table *t, const char *const *cells) {
    const char *rest[LRI_COLUMNS_MAX] = {0};
    for (size_t c = 0; c < t->column_count; c++) rest[c] = cells[c];
    while (write_line(text, t, rest)) {
    }
}

static void write_heads(lri_text *text, const table *t) {
    const char *heads[LRI_COLUMNS_MAX] = {0};
    size_t whole = GAP * (t->column_count - 1);
    for (size_t c = 0; c < t->column_count; c++) {
        heads[c] = t->columns[c].head;
        whole += t->widths[c];
    }
    write_row(text, t, heads);
    while (whole-- > 0) lri_text_puts(text, "─");
    lri_text_puts(text, "\n");
}

void lri_write_table(lri_text *text, const lri_column *columns, size_t column_count,
                     const char *const *cells, size_t row_count, size_t width) {
    table t = {columns, column_count, cells, row_count, {0}};
    measure(&t);
    fit(&t, width);
    write_heads(text, &t);
    bool tall = is_tall(&t);
    for (size_t row = 0; row < row_count; row++) {
        if (tall && row > 0) lri_text_puts(text, "\n");
        write_row(text, &t, &cells[row * column_count]);
    }
}
