#include "diagnostics.h"

#include "files.h"

/* A text on one line, whatever it has in it: what steers a terminal (U+0080..U+009F too, which are
 * two bytes) is escaped. */
static void put_shown(FILE *to, const char *shown) {
    for (; *shown; shown++) {
        const unsigned char *byte = (const unsigned char *)shown;
        bool is_upper = byte[0] == 0xC2 && byte[1] >= 0x80 && byte[1] < 0xA0;
        if (is_upper) shown++;
        if (is_upper || byte[0] < 0x20 || byte[0] == 0x7F)
            fprintf(to, "\\u%04x", (unsigned)(is_upper ? byte[1] : byte[0]));
        else
            fputc(*shown, to);
    }
}

static void put_place(FILE *to, const leerroute_diagnostic *d) {
    if (d->line == 0 || (d->line == 1 && d->column == 1)) return;
    if (d->source_line)
        fprintf(to, form(SAY_COLUMN), d->column);
    else
        fprintf(to, form(SAY_LINE_AND_COLUMN), d->line, d->column);
}

static void put_diagnostic(FILE *to, const leerroute_diagnostic *d) {
    char *sentence = leerroute_diagnostic_sentence(d, language());
    fputs(d->source, to);
    if (d->source_line) fprintf(to, ":%zu", d->source_line);
    fputc(':', to);
    put_shown(to, d->at);
    fprintf(to, ": %s%s", d->is_warning ? form(SAY_WARNING) : "",
            sentence ? sentence : form(SAY_NO_MEMORY));
    put_place(to, d);
    fputc('\n', to);
    if (to == stdout) note_output();
    leerroute_text_free(sentence);
}

void write_diagnostics(FILE *to, const leerroute_diagnostics *found) {
    size_t count = leerroute_diagnostics_count(found);
    for (size_t i = 0; i < count; i++) put_diagnostic(to, leerroute_diagnostics_get(found, i));
    if (count < LEERROUTE_DIAGNOSTICS_MAX) return;
    char most[24];
    snprintf(most, sizeof most, "%d", LEERROUTE_DIAGNOSTICS_MAX);
    complain(EXIT_ANSWERED, SAY_MORE_FAULTS, most);
}
