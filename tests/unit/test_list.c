/* What a catalogue has, found by words: as text in both languages, and as JSON. */
#include <stdlib.h>

#include "support.h"

static const char json[] =
    "{'format': 'leerroute-catalogue/1', 'id': 'c-1',"
    "'competences': [{'id': 'zorg', 'name': 'Coördineert de ÉÉN-op-één-zorg'}],"
    "'units': [{'id': 'le-adl', 'name': 'ADL', 'offerings': [{'id': 'le-adl-a', 'weeks': 1}]},"
    "          {'id': 'le-wond', 'name': 'Wondzorg \\u001b[31m', 'offerings':"
    "           [{'id': 'le-wond-a', 'weeks': 1}]}],"
    "'diplomas': [{'id': 'd-vig', 'name': 'Verzorgende IG'}]}";

static char *listed(const char *const *words, size_t count, leerroute_style style) {
    leerroute_catalogue *catalogue = right_catalogue(json);
    char *text;
    size_t size;
    ck_assert_int_eq(leerroute_catalogue_list(catalogue, words, count, &style, &text, &size),
                     LEERROUTE_OK);
    leerroute_catalogue_free(catalogue);
    return text;
}

#define EXPECT(expected, style, ...)                                                               \
    do {                                                                                           \
        const char *const words[] = {__VA_ARGS__};                                                 \
        char *text = listed(words, sizeof words / sizeof *words, (leerroute_style)style);          \
        ck_assert_str_eq(text, expected);                                                          \
        free(text);                                                                                \
    } while (0)

#define STYLE(format, language)                                                                    \
    { LEERROUTE_##format, LEERROUTE_##language, 80 }

START_TEST(every_word_is_a_part_of_id_or_name) {
    static const char adl[] = "Leereenheden\n"
                              "─────────────────\n"
                              "le-adl        ADL\n"
                              "\n"
                              "Uitvoeringen\n"
                              "──────────────────────────────\n"
                              "le-adl-a      van ADL [le-adl]\n";
    EXPECT(adl, STYLE(TEXT, DUTCH), "Adl");
    EXPECT(adl, STYLE(TEXT, DUTCH), "E", "aDl");
    EXPECT("Niets gevonden.\n", STYLE(TEXT, DUTCH), "adl", "vig");
    EXPECT("Nothing found.\n", STYLE(TEXT, ENGLISH), "×");
}
END_TEST

START_TEST(letters_with_accents_have_case_too) {
    static const char zorg[] = "Competences\n"
                               "───────────────────────────────────────────\n"
                               "zorg         Coördineert de ÉÉN-op-één-zorg\n";
    EXPECT(zorg, STYLE(TEXT, ENGLISH), "COÖRD");
    EXPECT(zorg, STYLE(TEXT, ENGLISH), "één-op-ÉÉN");
    EXPECT("Nothing found.\n", STYLE(TEXT, ENGLISH), "een-op");
}
END_TEST

START_TEST(no_words_find_everything) {
    leerroute_style style = STYLE(TEXT, ENGLISH);
    char *text = listed(NULL, 0, style);
    ck_assert_str_eq(text, "Competences\n"
                           "───────────────────────────────────────────\n"
                           "zorg         Coördineert de ÉÉN-op-één-zorg\n"
                           "\n"
                           "Units\n"
                           "───────────────────────\n"
                           "le-adl   ADL\n"
                           "le-wond  Wondzorg  [31m\n"
                           "\n"
                           "Offerings\n"
                           "──────────────────────────────────────\n"
                           "le-adl-a   of ADL [le-adl]\n"
                           "le-wond-a  of Wondzorg  [31m [le-wond]\n"
                           "\n"
                           "Diplomas\n"
                           "────────────────────────\n"
                           "d-vig     Verzorgende IG\n");
    free(text);
}
END_TEST

START_TEST(programs_get_every_kind) {
    EXPECT("{\n"
           "  \"format\": \"leerroute-list/1\",\n"
           "  \"catalogue\": \"c-1\",\n"
           "  \"competences\": [],\n"
           "  \"attributes\": [],\n"
           "  \"units\": [\n"
           "    {\n"
           "      \"id\": \"le-wond\",\n"
           "      \"name\": \"Wondzorg \\u001b[31m\"\n"
           "    }\n"
           "  ],\n"
           "  \"assessments\": [],\n"
           "  \"offerings\": [\n"
           "    {\n"
           "      \"id\": \"le-wond-a\",\n"
           "      \"of\": \"le-wond\"\n"
           "    }\n"
           "  ],\n"
           "  \"certificates\": [],\n"
           "  \"diplomas\": [],\n"
           "  \"functions\": [],\n"
           "  \"occupations\": []\n"
           "}\n",
           STYLE(JSON, DUTCH), "wond");
}
END_TEST

Suite *list_suite(void) {
    Suite *suite = suite_create("list");
    TCase *tests = tcase_create("list");
    tcase_add_test(tests, every_word_is_a_part_of_id_or_name);
    tcase_add_test(tests, letters_with_accents_have_case_too);
    tcase_add_test(tests, no_words_find_everything);
    tcase_add_test(tests, programs_get_every_kind);
    suite_add_tcase(suite, tests);
    return suite;
}
