#include "report/page.h"

#include <stdlib.h>
#include <string.h>

#include "report/words.h"

enum { DEFAULT_WIDTH = 80, LEAST_WIDTH = 60 };

void lri_page_open(lri_page *page, const leerroute_style *style) {
    int width = style->width ? style->width : DEFAULT_WIDTH;
    *page =
        (lri_page){.language = style->language, .width = width < LEAST_WIDTH ? LEAST_WIDTH : width};
}

leerroute_status lri_page_close(lri_page *page, char **out, size_t *size) {
    lri_arena_free(&page->scratch);
    *out = lri_text_take(&page->text, size);
    return *out ? LEERROUTE_OK : LEERROUTE_NO_MEMORY;
}

/* ---- Phrases ---- */

/* Moves a phrase into the page's memory. */
static const char *keep(lri_page *page, lri_text *phrase) {
    lri_text_add(phrase, "", 0);
    const char *kept =
        phrase->failed ? NULL : lri_arena_copy(&page->scratch, phrase->bytes, phrase->size);
    lri_text_free(phrase);
    if (!kept) page->text.failed = true;
    return kept ? kept : "";
}

const char *lri_page_fill(lri_page *page, const char *form, const lri_word *words, size_t count) {
    lri_text phrase = {0};
    lri_sentence(&phrase, form, words, count);
    return keep(page, &phrase);
}

const char *lri_page_say(lri_page *page, lri_say say, const lri_word *words, size_t count) {
    return lri_page_fill(page, lri_form(page->language, say), words, count);
}

const char *lri_page_plain(lri_page *page, const char *phrase) {
    lri_text plain = {0};
    lri_line line = {.bytes = phrase, .size = strlen(phrase)};
    lri_write_line(&plain, &line);
    return keep(page, &plain);
}

const char *lri_page_date(lri_page *page, leerroute_day day) {
    lri_text phrase = {0};
    lri_write_date(&phrase, page->language, day);
    return keep(page, &phrase);
}

const char *lri_page_short_date(lri_page *page, leerroute_day day) {
    lri_text phrase = {0};
    lri_write_short_date(&phrase, page->language, day);
    return keep(page, &phrase);
}

const char *lri_page_euros(lri_page *page, int64_t euros) {
    lri_text phrase = {0};
    lri_write_euros(&phrase, page->language, euros);
    return keep(page, &phrase);
}

const char *lri_page_number(lri_page *page, int64_t number) {
    lri_text phrase = {0};
    lri_write_number(&phrase, page->language, number);
    return keep(page, &phrase);
}

const char *lri_page_count(lri_page *page, int64_t number, lri_say noun) {
    const char *one = lri_form(page->language, noun);
    size_t length = strcspn(one, "|");
    lri_text phrase = {0};
    lri_write_number(&phrase, page->language, number);
    lri_text_puts(&phrase, LRI_NO_BREAK);
    if (number == 1)
        lri_text_add(&phrase, one, length);
    else
        lri_text_puts(&phrase, one + length + 1);
    return keep(page, &phrase);
}

void lri_series_add(lri_page *page, lri_series *series, const char *phrase) {
    if (!lri_push(series, phrase)) page->text.failed = true;
}

const char *lri_series_join(lri_page *page, lri_series *series, lri_say last) {
    lri_say other = last == LRI_SAY_SEMICOLON ? last : LRI_SAY_COMMA;
    lri_text phrase = {0};
    for (uint32_t i = 0; i < series->count; i++) {
        bool is_last = i + 1 == series->count;
        if (i > 0) lri_text_puts(&phrase, lri_form(page->language, is_last ? last : other));
        lri_text_puts(&phrase, series->items[i]);
    }
    free(series->items);
    *series = (lri_series){0};
    return keep(page, &phrase);
}

/* ---- Lines ---- */

void lri_page_paragraph(lri_page *page, const char *text) {
    lri_write_paragraph(&page->text, text, 0, 0, page->width);
}

void lri_page_heading(lri_page *page, lri_say heading) {
    lri_text_puts(&page->text, "\n");
    lri_page_paragraph(page, lri_form(page->language, heading));
}

void lri_page_item(lri_page *page, const char *label, size_t indent, const char *text) {
    lri_text item = {0};
    lri_text_puts(&item, label);
    for (size_t at = lri_columns(label, strlen(label)); at < indent; at++)
        lri_text_puts(&item, LRI_NO_BREAK);
    lri_text_puts(&item, text);
    lri_write_paragraph(&page->text, keep(page, &item), 0, (int)indent, page->width);
}

void lri_page_bullet(lri_page *page, const char *text) {
    lri_page_item(page, "-", 2, text);
}
