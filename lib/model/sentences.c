/* The sentence of each fault and warning, in each language: one table. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sentence.h"
#include "leerroute/leerroute.h"

enum { LANGUAGES = 2 };

/* By language: Dutch, English. */
typedef const char *phrase[LANGUAGES];

static const phrase kinds[LEERROUTE_KINDS] = {
    [LEERROUTE_COMPETENCE] = {"competentie", "competence"},
    [LEERROUTE_ATTRIBUTE] = {"kenmerk", "attribute"},
    [LEERROUTE_UNIT] = {"leereenheid", "unit"},
    [LEERROUTE_ASSESSMENT] = {"assessment", "assessment"},
    [LEERROUTE_OFFERING] = {"uitvoering", "offering"},
    [LEERROUTE_CERTIFICATE] = {"certificaat", "certificate"},
    [LEERROUTE_DIPLOMA] = {"diploma", "diploma"},
    [LEERROUTE_FUNCTION] = {"functie", "function"},
    [LEERROUTE_OCCUPATION] = {"beroep", "occupation"},
};

/* Types as a fault names them: what belongs there, and what is there instead. */
static const struct type_words {
    const char *type;
    phrase wanted, found;
} types[] = {
    {"text", {"een tekst", "a text"}, {"de tekst \"{value}\"", "the text \"{value}\""}},
    {"number", {"een geheel getal", "a whole number"}, {"het getal {value}", "the number {value}"}},
    {"list", {"een lijst", "a list"}, {"een lijst", "a list"}},
    {"object", {"een object", "an object"}, {"een object", "an object"}},
    {"true_false", {"true of false", "true or false"}, {"{value}", "{value}"}},
    {"null", {"null", "null"}, {"null", "null"}},
};

static const phrase sentences[LEERROUTE_CODES] = {
    [LEERROUTE_FAULT_SYNTAX] = {"hier klopt de JSON niet, bij: {value}",
                                "the JSON is not right here, at: {value}"},
    [LEERROUTE_FAULT_CUT_OFF] = {"het houdt op voordat de JSON af is",
                                 "it ends before the JSON is complete"},
    [LEERROUTE_FAULT_TRAILING] = {"na het einde van de JSON staat nog iets: {value}",
                                  "something follows the end of the JSON: {value}"},
    [LEERROUTE_FAULT_ENCODING] = {"dit is geen UTF-8; sla het bestand op als UTF-8",
                                  "this is not UTF-8; save the file as UTF-8"},
    [LEERROUTE_FAULT_NUL] = {"hier staat het teken NUL (\\u0000), dat nergens mag staan",
                             "the character NUL (\\u0000) stands here, where it never may"},
    [LEERROUTE_FAULT_NUMBER_SIZE] = {"het getal {value} is te groot om te lezen",
                                     "the number {value} is too large to be read"},
    [LEERROUTE_FAULT_TOO_LARGE] = {"het bestand is groter dan {maximum} bytes",
                                   "the file is larger than {maximum} bytes"},
    [LEERROUTE_FAULT_TYPE] = {"hier hoort {wanted}, niet {found}",
                              "{wanted} belongs here, not {found}"},
    [LEERROUTE_FAULT_UNKNOWN_KEY] = {"de sleutel \"{value}\" hoort hier niet",
                                     "the key \"{value}\" does not belong here"},
    [LEERROUTE_FAULT_DUPLICATE_KEY] = {"de sleutel \"{value}\" staat hier al; laat er één staan",
                                       "the key \"{value}\" is here already; keep one of them"},
    [LEERROUTE_FAULT_MISSING_KEY] = {"de sleutel \"{expected}\" ontbreekt",
                                     "the key \"{expected}\" is missing"},
    [LEERROUTE_FAULT_FORMAT] = {"het formaat is hier \"{expected}\", niet \"{value}\"",
                                "the format here is \"{expected}\", not \"{value}\""},
    [LEERROUTE_FAULT_EMPTY] = {"dit mag niet leeg zijn", "this must not be empty"},
    [LEERROUTE_FAULT_TOO_MANY] = {"deze lijst mag niet langer zijn dan {maximum}",
                                  "this list must not be longer than {maximum}"},
    [LEERROUTE_FAULT_RANGE] = {"{value} is geen geheel getal van {minimum} tot en met {maximum}",
                               "{value} is not a whole number from {minimum} to {maximum}"},
    [LEERROUTE_FAULT_ID] =
        {"\"{value}\" is geen id: dat zijn 1 tot 64 tekens uit a-z 0-9 . _ -",
         "\"{value}\" is not an id: that is 1 to 64 of the characters a-z 0-9 . _ -"},
    [LEERROUTE_FAULT_DATE] =
        {"\"{value}\" is geen datum (JJJJ-MM-DD, {minimum} tot en met {maximum})",
         "\"{value}\" is not a date (YYYY-MM-DD, {minimum} to {maximum})"},
    [LEERROUTE_FAULT_MONTH_DAY] =
        {"\"{value}\" is geen maand en dag, zoals 09-01 voor 1 september",
         "\"{value}\" is not a month and day, such as 09-01 for 1 September"},
    [LEERROUTE_FAULT_WORD] = {"\"{value}\" kan hier niet; wel: {expected}",
                              "\"{value}\" cannot stand here; what can: {expected}"},
    [LEERROUTE_FAULT_REPEATED] = {"{value} staat al in deze lijst; noem het één keer",
                                  "{value} is in this list already; name it once"},
    [LEERROUTE_FAULT_ONLY_TRUE] = {"hier kan alleen true, niet {value}; laat de sleutel anders weg",
                                   "only true can stand here, not {value}; else leave the key out"},
    [LEERROUTE_FAULT_ID_TWICE] =
        {"de id \"{value}\" is al gebruikt voor {a} {kind}; kies een andere",
         "the id \"{value}\" is already used for {a} {kind}; choose another"},
    [LEERROUTE_FAULT_UNKNOWN_ID] = {"er is geen {kind} \"{value}\"",
                                    "there is no {kind} \"{value}\""},
    [LEERROUTE_FAULT_UNKNOWN_STEP] =
        {"er is geen leereenheid, assessment of uitvoering \"{value}\"",
         "there is no unit, assessment or offering \"{value}\""},
    [LEERROUTE_FAULT_FOREIGN_OFFERING] = {"\"{value}\" is geen uitvoering van \"{expected}\"",
                                          "\"{value}\" is not an offering of \"{expected}\""},
    [LEERROUTE_FAULT_REQUIREMENT] =
        {"een eis heeft precies één van: {expected}; gevonden: {value}",
         "a requirement has exactly one of: {expected}; found: {value}"},
    [LEERROUTE_FAULT_NOT] = {"onder \"not\" hoort een attribute; gevonden: {value}",
                             "an attribute belongs under \"not\"; found: {value}"},
    [LEERROUTE_FAULT_GRANT] =
        {"wat wordt toegekend, is precies één van: {expected}; gevonden: {value}",
         "what is granted is exactly one of: {expected}; found: {value}"},
    [LEERROUTE_FAULT_HOLDING] =
        {"wat iemand bezit, is precies één van: {expected}; gevonden: {value}",
         "what is held is exactly one of: {expected}; found: {value}"},
    [LEERROUTE_FAULT_CLAIM] = {"wat iemand claimt, is een competence; gevonden: {value}",
                               "what is claimed is a competence; found: {value}"},
    [LEERROUTE_FAULT_STARTS] =
        {"starts is \"any\", een lijst van datums, of een object met óf yearly óf monthly; "
         "gevonden: {value}",
         "starts is \"any\", a list of dates, or an object with either yearly or monthly; "
         "found: {value}"},
    [LEERROUTE_FAULT_DEPTH] = {"dit ligt dieper genest dan {maximum} lagen",
                               "this is nested deeper than {maximum} levels"},
    [LEERROUTE_FAULT_DATE_ORDER] = {"{value} ligt voor {expected}, en mag niet eerder zijn",
                                    "{value} lies before {expected}, and must not be earlier"},
    [LEERROUTE_FAULT_OVERLAP] =
        {"de periode {value} tot en met {expected} heeft weken gemeen met een eerdere in de lijst",
         "the period {value} to {expected} shares weeks with an earlier one in the list"},
    [LEERROUTE_FAULT_UNIT_OR_ASSESSMENT] =
        {"hier hoort óf een unit óf een assessment; gevonden: {value}",
         "either a unit or an assessment belongs here; found: {value}"},
    [LEERROUTE_FAULT_UNDER_WAY_TWICE] = {"\"{value}\" staat al bij under_way; noem het één keer",
                                         "\"{value}\" is in under_way already; name it once"},
    [LEERROUTE_FAULT_INCLUDE_TWICE] = {"\"{value}\" staat al bij include; noem het één keer",
                                       "\"{value}\" is in include already; name it once"},
    [LEERROUTE_FAULT_INCLUDE_UNDER_WAY] =
        {"\"{value}\" staat bij under_way en kan dus niet bij include",
         "\"{value}\" is in under_way, so it cannot be in include"},
    [LEERROUTE_WARNING_PROVIDER] = {"geen uitvoering heeft de aanbieder \"{value}\"",
                                    "no offering has the provider \"{value}\""},
    [LEERROUTE_WARNING_PLACE] = {"geen uitvoering heeft de plaats \"{value}\"",
                                 "no offering has the place \"{value}\""},
    [LEERROUTE_WARNING_LEERWEG] = {"geen uitvoering heeft de leerweg \"{value}\"",
                                   "no offering has the leerweg \"{value}\""},
    [LEERROUTE_WARNING_START_PAST] = {"de start, {value}, ligt meer dan een jaar terug",
                                      "the start, {value}, lies more than a year back"},
    [LEERROUTE_WARNING_CLAIM] =
        {"geen assessment toetst de competentie \"{value}\": de claim levert niets op",
         "no assessment looks at the competence \"{value}\": the claim brings nothing"},
    [LEERROUTE_WARNING_NEVER_COUNTS] =
        {"dit verloopt op {value}, voor het op {expected} gaat tellen: het telt nooit mee",
         "this lapses on {value}, before it begins to count on {expected}: it never counts"},
    [LEERROUTE_WARNING_FINISH_PAST] = {"de einddatum, {value}, ligt voor de start",
                                       "the date to finish by, {value}, lies before the start"},
    [LEERROUTE_WARNING_NO_HOURS] = {"er is geen week met studie-uren",
                                    "there is no week with study hours"},
    [LEERROUTE_WARNING_ENDED] =
        {"\"{value}\" is op {expected} al afgelopen, voor de start; hoort het bij holds?",
         "\"{value}\" is over by {expected}, before the start; does it belong in holds?"},
    [LEERROUTE_WARNING_GRANTS_NOTHING] =
        {"\"{value}\" levert niets op: wat het toetst, staat niet bij de claims",
         "\"{value}\" brings nothing: what it assesses is not among the claims"},
    [LEERROUTE_WARNING_INCLUDE_BARRED] =
        {"\"{value}\" moet in de route, maar de limieten sluiten het uit",
         "\"{value}\" must be in the route, but the limits rule it out"},
    [LEERROUTE_WARNING_INCLUDE_START] = {"\"{value}\" kan niet beginnen in de week van {expected}",
                                         "\"{value}\" cannot begin in the week of {expected}"},
    [LEERROUTE_WARNING_NO_REFERENCES] =
        {"zonder catalogus is niet nagegaan of de verwijzingen kloppen",
         "without a catalogue the references were not checked"},
};

static const phrase nothing = {"niets", "nothing"}; /* what is found where no value is given */
static const phrase own_key = {"; een eigen sleutel begint met x-",
                               "; a key of your own begins with x-"};
static const phrase did_you_mean = {"; bedoelde je \"{nearest}\"?",
                                    "; did you mean \"{nearest}\"?"};
static const phrase in_range = {" van {minimum} tot en met {maximum}",
                                " from {minimum} to {maximum}"};

/* ---- Filling in ---- */

/* A text as a sentence shows it: on one line, with no character that steers a terminal. */
static void add_shown(lri_text *text, const char *value) {
    for (; value && *value; value++) {
        const unsigned char *byte = (const unsigned char *)value;
        bool is_upper = byte[0] == 0xC2 && byte[1] >= 0x80 && byte[1] < 0xA0; /* U+0080..U+009F */
        if (is_upper) value++;
        if (is_upper || byte[0] < 0x20 || byte[0] == 0x7F)
            lri_text_printf(text, "\\u%04x", is_upper ? byte[1] : byte[0]);
        else
            lri_text_add(text, value, 1);
    }
    lri_text_add(text, "", 0);
}

static const struct type_words *type_named(const char *type) {
    size_t count = sizeof types / sizeof *types;
    for (size_t i = 0; type && i < count; i++)
        if (strcmp(types[i].type, type) == 0) return &types[i];
    return NULL;
}

/* The type that belongs there, with its range, and what is there. */
static void add_types(const leerroute_diagnostic *d, leerroute_language language,
                      const lri_word *words, size_t count, lri_text *wanted, lri_text *found) {
    const struct type_words *w = type_named(d->expected), *f = type_named(d->detail);
    if (w) lri_text_puts(wanted, w->wanted[language]);
    if (w && d->maximum > d->minimum) lri_sentence(wanted, in_range[language], words, count);
    if (f) lri_sentence(found, f->found[language], words, count);
    lri_text_add(wanted, "", 0);
    lri_text_add(found, "", 0);
}

char *leerroute_diagnostic_sentence(const leerroute_diagnostic *d, leerroute_language language) {
    if (!d || (unsigned)d->code >= LEERROUTE_CODES || (unsigned)language >= LANGUAGES) return NULL;
    lri_text text = {0}, value = {0}, nearest = {0}, wanted = {0}, found = {0};
    add_shown(&value, d->value);
    add_shown(&nearest, d->nearest);
    char minimum[24], maximum[24];
    snprintf(minimum, sizeof minimum, "%" PRId64, d->minimum);
    snprintf(maximum, sizeof maximum, "%" PRId64, d->maximum);
    const char *kind = (unsigned)d->kind < LEERROUTE_KINDS ? kinds[d->kind][language] : "";
    const char *a = language == LEERROUTE_DUTCH ? "een" : *kind && strchr("ao", *kind) ? "an" : "a";
    lri_word words[] = {{"value", d->value ? value.bytes : nothing[language]},
                        {"nearest", nearest.bytes},
                        {"expected", d->expected},
                        {"minimum", minimum},
                        {"maximum", maximum},
                        {"kind", kind},
                        {"a", a},
                        {"wanted", NULL},
                        {"found", NULL}};
    const size_t count = sizeof words / sizeof *words;
    add_types(d, language, words, count, &wanted, &found);
    words[count - 2].value = wanted.bytes;
    words[count - 1].value = found.bytes;
    lri_sentence(&text, sentences[d->code][language], words, count);
    if (d->nearest)
        lri_sentence(&text, did_you_mean[language], words, count);
    else if (d->code == LEERROUTE_FAULT_UNKNOWN_KEY)
        lri_sentence(&text, own_key[language], words, count);
    text.failed |= value.failed || nearest.failed || wanted.failed || found.failed;
    lri_text_free(&value);
    lri_text_free(&nearest);
    lri_text_free(&wanted);
    lri_text_free(&found);
    return lri_text_take(&text, NULL);
}
