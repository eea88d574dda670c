/* A page in the making: text of one language and width, with scratch memory for its phrases.
 *
 * A phrase lives as long as the page. A lack of memory is remembered in `text.failed`; phrases are
 * "" from then on, so that a writer checks once, at its end. */
#ifndef LRI_REPORT_PAGE_H
#define LRI_REPORT_PAGE_H

#include "base/arena.h"
#include "base/sentence.h"
#include "base/vector.h"
#include "report/sentences.h"

typedef struct lri_page {
    lri_text text;
    lri_arena scratch;
    leerroute_language language;
    int width;
} lri_page;

void lri_page_open(lri_page *page, const leerroute_style *style);

/* Hands the text over as new, and frees the rest. */
leerroute_status lri_page_close(lri_page *page, char **out, size_t *size);

/* ---- Phrases ---- */

/* A sentence filled in: LRI_SAY(page, LRI_SAY_GOAL, {"goal", name}). */
#define LRI_SAY(page, say, ...)                                                                    \
    lri_page_say(page, say, (const lri_word[]){__VA_ARGS__},                                       \
                 sizeof((const lri_word[]){__VA_ARGS__}) / sizeof(lri_word))

const char *lri_page_say(lri_page *page, lri_say say, const lri_word *words, size_t count);

/* Any other form filled in. */
const char *lri_page_fill(lri_page *page, const char *form, const lri_word *words, size_t count);

/* The phrase on one line, with ordinary spaces: for programs. */
const char *lri_page_plain(lri_page *page, const char *phrase);

const char *lri_page_date(lri_page *page, leerroute_day day);
const char *lri_page_short_date(lri_page *page, leerroute_day day);
const char *lri_page_euros(lri_page *page, int64_t euros);
const char *lri_page_number(lri_page *page, int64_t number);

/* "1 week", "2 weken": a number with a noun of the form "one|many". */
const char *lri_page_count(lri_page *page, int64_t number, lri_say noun);

/* Phrases that are to be named together. All zero is none. */
typedef LRI_VECTOR(const char *) lri_series;

void lri_series_add(lri_page *page, lri_series *series, const char *phrase);

/* "a, b and c" with `last` LRI_SAY_AND or LRI_SAY_OR; else `last` stands between all: "a; b; c".
 * The series is empty afterwards. */
const char *lri_series_join(lri_page *page, lri_series *series, lri_say last);

/* ---- Lines ---- */

void lri_page_paragraph(lri_page *page, const char *text);

/* An empty line, and the heading. */
void lri_page_heading(lri_page *page, lri_say heading);

/* "LABEL   text": the text begins at column `indent` and is kept to the right of it. */
void lri_page_item(lri_page *page, const char *label, size_t indent, const char *text);

void lri_page_bullet(lri_page *page, const char *text);

#endif
