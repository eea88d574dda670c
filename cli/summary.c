/* leerroute summary: the totals of the answers of a batch. */
#include <limits.h>
#include <stdio.h>

#include "diagnostics.h"
#include "inputs.h"
#include "source.h"

/* Counts an answer; what is none is said, and `*is_faulty`. */
static exit_code count(inputs *in, leerroute_summary *totals, const item *answered,
                       bool *is_faulty) {
    if (answered->error) {
        fprintf(stderr, form(SAY_CANNOT_READ), answered->name, reason(answered->error));
        *is_faulty = true;
        return CARRY_ON;
    }
    leerroute_status status = leerroute_summary_add(totals, answered->bytes, answered->size,
                                                    answered->name, answered->line, in->found);
    write_diagnostics(stderr, in->found);
    leerroute_diagnostics_clear(in->found);
    if (status == LEERROUTE_INVALID) *is_faulty = true;
    return status == LEERROUTE_OK || status == LEERROUTE_INVALID ? CARRY_ON : complain_of(status);
}

static exit_code count_all(const options *o, inputs *in, leerroute_summary *totals,
                           bool *is_faulty) {
    source source_of_answers;
    item answered;
    exit_code code = CARRY_ON;
    supply found = SUPPLY_END;
    open_source(&source_of_answers, o->operands, o->operand_count, "-", 1);
    while (code == CARRY_ON && (found = next_item(&source_of_answers, &answered)) == SUPPLY_ITEM)
        code = count(in, totals, &answered, is_faulty);
    close_source(&source_of_answers);
    return found == SUPPLY_NO_MEMORY ? complain_of(LEERROUTE_NO_MEMORY) : code;
}

static exit_code summary(const options *o) {
    inputs in;
    leerroute_summary *totals = NULL;
    bool is_faulty = false;
    exit_code code = open_catalogue(o, &in);
    if (code == CARRY_ON) {
        totals = leerroute_summary_new(in.catalogue);
        code = totals ? count_all(o, &in, totals, &is_faulty) : complain_of(LEERROUTE_NO_MEMORY);
    }
    if (code == CARRY_ON) {
        char *written = NULL;
        size_t size = 0;
        leerroute_style style = style_of(o);
        leerroute_status status = leerroute_summary_write(totals, &style, &written, &size);
        code = answer(o, status, written, size, is_faulty ? EXIT_INPUT : EXIT_ANSWERED);
    }
    leerroute_summary_free(totals);
    close_inputs(&in);
    return code;
}

const command summary_command = {
    .name = "summary",
    .called = "leerroute summary",
    .options = OPTION_CATALOGUE | OPTION_TABLE | OPTION_OUTPUT | COMMON_OPTIONS,
    .needs_catalogue = true,
    .most = INT_MAX,
    .synopsis = {"-c CATALOGUS [BESTAND|-]...", "-c CATALOGUE [FILE|-]..."},
    .summary = {"Telt op wat \"leerroute batch\" antwoordt: wie wanneer wat volgt.",
                "Adds up what \"leerroute batch\" answers: who follows what when."},
    .notes = {"Per doel de spreiding in weken, euro's en studie-uren; per aanbieder mensen, uren\n"
              "en kosten; per leereenheid, toets en aanbod en per maand hoeveel mensen er\n"
              "beginnen en bezig zijn. Een week hoort bij de maand van haar maandag.",
              "By goal the spread of weeks, euros and study hours; by provider people, hours and\n"
              "cost; by unit, assessment and offering and by month how many people begin and are\n"
              "under way. A week belongs to the month of its Monday."},
    .run = summary,
};
