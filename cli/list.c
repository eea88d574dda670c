/* leerroute list: what the catalogue has. */
#include <limits.h>

#include "inputs.h"

static exit_code list(const options *o) {
    inputs in;
    exit_code code = open_catalogue(o, &in);
    if (code == CARRY_ON) {
        char *text = NULL;
        size_t size = 0;
        leerroute_style style = style_of(o);
        leerroute_status status =
            leerroute_catalogue_list(in.catalogue, (const char *const *)o->operands,
                                     (size_t)o->operand_count, &style, &text, &size);
        code = answer(o, status, text, size, EXIT_ANSWERED);
    }
    close_inputs(&in);
    return code;
}

const command list_command = {
    .name = "list",
    .called = "leerroute list",
    .options = OPTION_CATALOGUE | OPTION_FORMAT | COMMON_OPTIONS,
    .needs_catalogue = true,
    .most = INT_MAX,
    .synopsis = {"-c CATALOGUS [WOORD...]", "-c CATALOGUE [WORD...]"},
    .summary = {"Laat zien wat er in een catalogus staat, met de ids.",
                "Shows what a catalogue has, with the ids."},
    .notes = {"Met woorden: alles waarvan elk woord in de naam of de id voorkomt.",
              "With words: everything of which each word is a part of the name or the id."},
    .run = list,
};
