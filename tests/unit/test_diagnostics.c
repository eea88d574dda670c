/* Diagnostics: the list that a program owns, and the sentence of each. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "support.h"

/* ---- Sentences ---- */

static char *sentence(const leerroute_diagnostic *d, leerroute_language language) {
    char *text = leerroute_diagnostic_sentence(d, language);
    ck_assert_ptr_nonnull(text);
    ck_assert_ptr_null(strpbrk(text, "{}\n"));
    ck_assert_ptr_null(strstr(text, "(null)"));
    return text;
}

/* Of each code, of each kind, with all the values and with none. */
START_TEST(every_code_has_a_sentence_in_each_language) {
    static const char *const types[] = {"text", "number", "list", "object", "true_false"};
    leerroute_diagnostic bare = {.code = (leerroute_code)_i}, full = bare;
    full.value = "VALUE";
    full.nearest = "NEAREST";
    full.minimum = 1;
    full.maximum = 9;
    for (int kind = 0; kind < LEERROUTE_KINDS; kind++) {
        full.kind = (leerroute_kind)kind;
        full.expected = full.detail = types[kind % 5];
        char *dutch = sentence(&full, LEERROUTE_DUTCH),
             *english = sentence(&full, LEERROUTE_ENGLISH);
        ck_assert_str_ne(dutch, english);
        ck_assert_ptr_nonnull(strstr(dutch, "; bedoelde je \"NEAREST\"?"));
        ck_assert_ptr_nonnull(strstr(english, "; did you mean \"NEAREST\"?"));
        free(dutch);
        free(english);
    }
    free(sentence(&bare, LEERROUTE_DUTCH));
    free(sentence(&bare, LEERROUTE_ENGLISH));
}
END_TEST

START_TEST(no_sentence_of_what_is_none) {
    leerroute_diagnostic d = {.code = LEERROUTE_CODES};
    ck_assert_ptr_null(leerroute_diagnostic_sentence(&d, LEERROUTE_DUTCH));
    ck_assert_ptr_null(leerroute_diagnostic_sentence(NULL, LEERROUTE_DUTCH));
    d.code = LEERROUTE_FAULT_EMPTY;
    ck_assert_ptr_null(leerroute_diagnostic_sentence(&d, (leerroute_language)2));
}
END_TEST

#define C "'format':'leerroute-catalogue/1','id':'c'"

/* The one fault of a catalogue, as a reader is told. */
static const struct {
    const char *json, *dutch, *english;
} told[] = {
    {"{'id':tru}", "hier klopt de JSON niet, bij: tru", "the JSON is not right here, at: tru"},
    {"{'id':", "het houdt op voordat de JSON af is", "it ends before the JSON is complete"},
    {"{} []", "na het einde van de JSON staat nog iets: [",
     "something follows the end of the JSON: ["},
    {"{'id':'\xff'}", "dit is geen UTF-8; sla het bestand op als UTF-8",
     "this is not UTF-8; save the file as UTF-8"},
    {"{'id':'\\u0000'}", "hier staat het teken NUL (\\u0000), dat nergens mag staan",
     "the character NUL (\\u0000) stands here, where it never may"},
    {"[100000000000000000000]", "het getal 100000000000000000000 is te groot om te lezen",
     "the number 100000000000000000000 is too large to be read"},
    {"'een\ntekst'", "hier klopt de JSON niet, bij: \"een",
     "the JSON is not right here, at: \"een"},
    {"5", "hier hoort een object, niet het getal 5", "an object belongs here, not the number 5"},
    {"'\\ntekst'", "hier hoort een object, niet de tekst \"\\u000atekst\"",
     "an object belongs here, not the text \"\\u000atekst\""},
    {"'\xc2\x9b\x7f\xc2\xa0\\u001b'",
     "hier hoort een object, niet de tekst "
     "\"\\u009b\\u007f\xc2\xa0\\u001b\"",
     "an object belongs here, not the text \"\\u009b\\u007f\xc2\xa0\\u001b\""},
    {"{" C ",'title':[]}", "hier hoort een tekst, niet een lijst",
     "a text belongs here, not a list"},
    {"{" C ",'units':null}", "hier hoort een lijst, niet null", "a list belongs here, not null"},
    {"{" C ",'unitss':0}", "de sleutel \"unitss\" hoort hier niet; bedoelde je \"units\"?",
     "the key \"unitss\" does not belong here; did you mean \"units\"?"},
    {"{" C ",'colour':0}", "de sleutel \"colour\" hoort hier niet; een eigen sleutel begint met x-",
     "the key \"colour\" does not belong here; a key of your own begins with x-"},
    {"{" C ",'id':'d'}", "de sleutel \"id\" staat hier al; laat er één staan",
     "the key \"id\" is here already; keep one of them"},
    {"{'id':'c'}", "de sleutel \"format\" ontbreekt", "the key \"format\" is missing"},
    {"{'format':'leerroute-intake/1'}",
     "het formaat is hier \"leerroute-catalogue/1\", niet \"leerroute-intake/1\"",
     "the format here is \"leerroute-catalogue/1\", not \"leerroute-intake/1\""},
    {"{" C ",'attributes':[{'id':'a','name':''}]}", "dit mag niet leeg zijn",
     "this must not be empty"},
    {"{" C ",'functions':[{'id':'f','name':'F','requires':{'all':[]},'fwg':-1}]}",
     "-1 is geen geheel getal van 0 tot en met 1000000",
     "-1 is not a whole number from 0 to 1000000"},
    {"{" C ",'diplomas':[{'id':'d','name':'D','level':'4'}]}",
     "hier hoort een geheel getal van 1 tot en met 8, niet de tekst \"4\"",
     "a whole number from 1 to 8 belongs here, not the text \"4\""},
    {"{" C ",'attributes':[{'id':'A b','name':'A'}]}",
     "\"A b\" is geen id: dat zijn 1 tot 64 tekens uit a-z 0-9 . _ -",
     "\"A b\" is not an id: that is 1 to 64 of the characters a-z 0-9 . _ -"},
    {"{" C ",'attributes':[{'id':'a','name':'A'},{'id':'a','name':'B'}]}",
     "de id \"a\" is al gebruikt voor een kenmerk; kies een andere",
     "the id \"a\" is already used for an attribute; choose another"},
    {"{" C ",'certificates':[{'id':'k','name':'K','requires':{'diploma':'kok'}}]}",
     "er is geen diploma \"kok\"", "there is no diploma \"kok\""},
    {"{" C ",'certificates':[{'id':'k','name':'K','requires':{'all':[],'any':[]}}]}",
     "een eis heeft precies één van: competence, certificate, diploma, function, unit, attribute, "
     "all, any, at_least, not; gevonden: all, any",
     "a requirement has exactly one of: competence, certificate, diploma, function, unit, "
     "attribute, "
     "all, any, at_least, not; found: all, any"},
    {"{" C ",'certificates':[{'id':'k','name':'K','requires':{'not':{}}}]}",
     "onder \"not\" hoort een attribute; gevonden: niets",
     "an attribute belongs under \"not\"; found: nothing"},
    {"{" C ",'certificates':[{'id':'k','name':'K','grants':[{'unit':'u'}]}]}",
     "wat wordt toegekend, is precies één van: competence, certificate, diploma; gevonden: unit",
     "what is granted is exactly one of: competence, certificate, diploma; found: unit"},
};

START_TEST(faults_are_told) {
    char *text = quoted(told[_i].json);
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_catalogue *catalogue;
    leerroute_catalogue_parse(text, strlen(text), "f", diagnostics, &catalogue);
    ck_assert_uint_eq(leerroute_diagnostics_count(diagnostics), 1);
    const leerroute_diagnostic *d = leerroute_diagnostics_get(diagnostics, 0);
    char *dutch = leerroute_diagnostic_sentence(d, LEERROUTE_DUTCH);
    char *english = leerroute_diagnostic_sentence(d, LEERROUTE_ENGLISH);
    ck_assert_str_eq(dutch, told[_i].dutch);
    ck_assert_str_eq(english, told[_i].english);
    free(dutch);
    free(english);
    leerroute_diagnostics_free(diagnostics);
    free(text);
}
END_TEST

/* ---- The list ---- */

static void parse(const char *json, const char *source, leerroute_diagnostics *diagnostics) {
    char *text = quoted(json);
    leerroute_catalogue *catalogue;
    leerroute_catalogue_parse(text, strlen(text), source, diagnostics, &catalogue);
    leerroute_catalogue_free(catalogue);
    free(text);
}

START_TEST(sources_follow_one_another) {
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    char name[] = "one.json";
    parse("{'id':'C'}", name, diagnostics);
    memset(name, 'x', sizeof name - 1); /* it is copied */
    parse("{" C "}", "right.json", diagnostics);
    parse("{} {}", NULL, diagnostics);
    ck_assert_uint_eq(leerroute_diagnostics_count(diagnostics), 3);
    ck_assert_str_eq(leerroute_diagnostics_get(diagnostics, 0)->source, "one.json");
    ck_assert_str_eq(leerroute_diagnostics_get(diagnostics, 1)->at, "/id");
    ck_assert_str_eq(leerroute_diagnostics_get(diagnostics, 2)->source, "");
    ck_assert_uint_eq(leerroute_diagnostics_get(diagnostics, 2)->source_line, 0);
    ck_assert_ptr_null(leerroute_diagnostics_get(diagnostics, 3));
    leerroute_diagnostics_clear(diagnostics);
    ck_assert_uint_eq(leerroute_diagnostics_count(diagnostics), 0);
    ck_assert_ptr_null(leerroute_diagnostics_get(diagnostics, 0));
    parse("{'id':'c'}", "two.json", diagnostics);
    ck_assert_str_eq(leerroute_diagnostics_get(diagnostics, 0)->source, "two.json");
    leerroute_diagnostics_free(diagnostics);
    leerroute_diagnostics_free(NULL);
}
END_TEST

START_TEST(the_line_of_an_intake_is_told) {
    const char text[] = "{\"format\":\"leerroute-intake/1\",\"id\":5}";
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_intake *intake;
    leerroute_intake_parse(NULL, text, strlen(text), "all.ndjson", 17, 0, diagnostics, &intake);
    ck_assert_uint_eq(leerroute_diagnostics_count(diagnostics), 5);
    ck_assert_uint_eq(leerroute_diagnostics_get(diagnostics, 4)->source_line, 17);
    ck_assert_uint_eq(leerroute_diagnostics_get(diagnostics, 4)->line, 1);
    ck_assert_uint_eq(leerroute_diagnostics_get(diagnostics, 4)->column, 37);
    leerroute_diagnostics_free(diagnostics);
}
END_TEST

/* A catalogue with a repeated key, as long as asked, in an object. */
static char *with_long_key(size_t length) {
    lri_text text = {0};
    lri_text_puts(&text, "{" C ",'x-a':[{'x-b':{'");
    for (size_t i = 0; i < length; i += 2) lri_text_puts(&text, "\xc3\xa9");
    lri_text_puts(&text, "':{'q':1,'q':2}}}]}");
    return lri_text_take(&text, NULL);
}

START_TEST(pointers_are_whole_or_lead_to_what_lies_around) {
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    char *json = with_long_key(60000);
    parse(json, "f", diagnostics);
    free(json);
    json = with_long_key(70000);
    parse(json, "f", diagnostics);
    free(json);
    ck_assert_uint_eq(leerroute_diagnostics_count(diagnostics), 2);
    ck_assert_uint_eq(strlen(leerroute_diagnostics_get(diagnostics, 0)->at), 60000 + 13);
    ck_assert_str_eq(leerroute_diagnostics_get(diagnostics, 1)->at, "/x-a/0/x-b");
    leerroute_diagnostics_free(diagnostics);
}
END_TEST

START_TEST(long_values_are_cut_between_characters) {
    lri_text text = {0};
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    lri_text_puts(&text, "{" C ",'attributes':[{'name':'A','id':'a");
    for (int i = 0; i < 150; i++) lri_text_puts(&text, "\xe2\x82\xac");
    lri_text_puts(&text, "'}]}");
    parse(text.bytes, "f", diagnostics);
    const char *value = leerroute_diagnostics_get(diagnostics, 0)->value;
    ck_assert_uint_eq(strlen(value), 1 + 66 * 3 + 3);
    ck_assert_str_eq(value + 1 + 65 * 3, "\xe2\x82\xac...");
    leerroute_diagnostics_free(diagnostics);
    lri_text_free(&text);
}
END_TEST

Suite *diagnostics_suite(void) {
    Suite *suite = suite_create("diagnostics");
    TCase *tests = tcase_create("sentences");
    tcase_add_loop_test(tests, every_code_has_a_sentence_in_each_language, 0, LEERROUTE_CODES);
    tcase_add_test(tests, no_sentence_of_what_is_none);
    tcase_add_loop_test(tests, faults_are_told, 0, sizeof told / sizeof *told);
    suite_add_tcase(suite, tests);
    TCase *list = tcase_create("list");
    tcase_add_test(list, sources_follow_one_another);
    tcase_add_test(list, the_line_of_an_intake_is_told);
    tcase_add_test(list, pointers_are_whole_or_lead_to_what_lies_around);
    tcase_add_test(list, long_values_are_cut_between_characters);
    suite_add_tcase(suite, list);
    return suite;
}
