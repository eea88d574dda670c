/* What belongs to the library as a whole. */
#include <stdlib.h>

#include "leerroute/leerroute.h"
#include "model/calendar.h"

const char *leerroute_version(void) {
    return LEERROUTE_VERSION;
}

void leerroute_day_text(leerroute_day day, char out[11]) {
    lri_day_format(day, out);
}

bool leerroute_day_parse(const char *text, leerroute_day *out) {
    return text && out && lri_day_parse(text, out);
}

void leerroute_text_free(char *text) {
    free(text);
}
