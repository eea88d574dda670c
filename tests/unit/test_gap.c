#define _POSIX_C_SOURCE 200809L
/* The gap: what the goal asks against what is held, as text in both languages and as JSON. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "json/json.h"
#include "json/scan.h"
#include "plan/facts.h"
#include "report/standing.h"
#include "report/words.h"
#include "support.h"

#define CATALOGUE(...) "{'format': 'leerroute-catalogue/1', 'id': 'c-1', " __VA_ARGS__ "}"
#define INTAKE(...)                                                                                \
    "{'format': 'leerroute-intake/1', 'id': 'i-1', 'start': '2026-09-02', "                        \
    "'capacity': {'study_hours_per_week': 12}, " __VA_ARGS__ "}"

static char *gap_of(const char *catalogue_json, const char *intake_json, leerroute_style style) {
    leerroute_catalogue *catalogue = right_catalogue(catalogue_json);
    leerroute_intake *intake = right_intake(catalogue, intake_json);
    char *text;
    size_t size;
    ck_assert_int_eq(leerroute_gap(intake, &style, &text, &size), LEERROUTE_OK);
    ck_assert_uint_eq(size, strlen(text));
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
    return text;
}

/* The tree alone: without the answer above it and the legend below. */
static char *tree_of(const char *catalogue, const char *intake, leerroute_language language) {
    char *text = gap_of(catalogue, intake, (leerroute_style){LEERROUTE_TEXT, language, 80});
    char *tree = strchr(strstr(text, "\n\n") + 2, '\n') + 1;
    *strstr(tree, "\n\n") = '\0';
    char *copy = strdup(tree);
    free(text);
    return copy;
}

/* ---- Trees ---- */

static const struct tree {
    const char *catalogue, *intake, *dutch, *english;
} trees[] = {
    /* alternatives: of what is met, only what meets it */
    {CATALOGUE("'competences': [{'id': 'a', 'name': 'A'}, {'id': 'b', 'name': 'B'},"
               " {'id': 'c', 'name': 'C'}]"),
     INTAKE("'goal': {'all': [{'any': [{'competence': 'a'}, {'competence': 'b'}]},"
            " {'any': [{'competence': 'b'}, {'all': [{'competence': 'a'}, {'competence': 'c'}]}]},"
            " {'at_least': 2, 'of': [{'competence': 'a'}, {'competence': 'b'},"
            "   {'competence': 'c'}]},"
            " {'at_least': 480, 'of': [{'weight': 240, 'that': {'competence': 'a'}},"
            "   {'weight': 720, 'that': {'any': [{'competence': 'c'}]}}]}]},"
            "'holds': [{'competence': 'a', 'evidence': 'Toets'}]"),
     "mist    dit alles samen:\n"
     "heeft     één van deze:\n"
     "heeft       A (bewijs: Toets)\n"
     "mist      één van deze:\n"
     "mist        B\n"
     "mist        dit alles samen:\n"
     "heeft         A\n"
     "mist          C\n"
     "mist      ten minste 2 van deze:\n"
     "heeft       A\n"
     "mist        B\n"
     "mist        C\n"
     "mist      ten minste 480 punten van deze (nu 240):\n"
     "heeft       [240] A\n"
     "mist        [720] C",
     "lacks   all of these together:\n"
     "has       one of these:\n"
     "has         A (evidence: Toets)\n"
     "lacks     one of these:\n"
     "lacks       B\n"
     "lacks       all of these together:\n"
     "has           A\n"
     "lacks         C\n"
     "lacks     at least 2 of these:\n"
     "has         A\n"
     "lacks       B\n"
     "lacks       C\n"
     "lacks     at least 480 points of these (240 now):\n"
     "has         [240] A\n"
     "lacks       [720] C"},
    /* a circle, and a thing that is asked twice */
    {CATALOGUE("'certificates': [{'id': 'a', 'name': 'A', 'requires': {'all': ["
               "   {'certificate': 'b'}, {'certificate': 'c'}]}},"
               "  {'id': 'b', 'name': 'B', 'requires': {'certificate': 'a'}},"
               "  {'id': 'c', 'name': 'C'}],"
               "'functions': [{'id': 'f', 'name': 'F', 'requires': {'any': [{'function': 'f'},"
               "   {'certificate': 'b'}]}}]"),
     INTAKE("'goal': {'all': [{'certificate': 'a'}, {'certificate': 'c'}, {'function': 'f'}]}"),
     "mist    dit alles samen:\n"
     "mist      certificaat ‘A’; nodig is dit alles:\n"
     "mist        certificaat ‘B’; nodig is dit:\n"
     "mist          certificaat ‘A’: zie hierboven\n"
     "mist        certificaat ‘C’\n"
     "mist      certificaat ‘C’\n"
     "mist      functie F; nodig is één van deze:\n"
     "mist        functie F: zie hierboven\n"
     "mist        certificaat ‘B’: zie hierboven",
     "lacks   all of these together:\n"
     "lacks     certificate ‘A’; it takes all of these:\n"
     "lacks       certificate ‘B’; it takes this:\n"
     "lacks         certificate ‘A’: see above\n"
     "lacks       certificate ‘C’\n"
     "lacks     certificate ‘C’\n"
     "lacks     function F; it takes one of these:\n"
     "lacks       function F: see above\n"
     "lacks       certificate ‘B’: see above"},
    /* what comes by itself: at once, and after some weeks; what is under way */
    {CATALOGUE("'competences': [{'id': 'a', 'name': 'A'}, {'id': 'b', 'name': 'B'}],"
               "'units': [{'id': 'le', 'name': 'Leereenheid', 'grants': [{'competence': 'b'}],"
               "   'offerings': [{'id': 'le-1', 'weeks': 1}]}],"
               "'certificates': [{'id': 'now', 'name': 'Meteen', 'requires': {'competence': 'a'},"
               "    'grants': [{'certificate': 'gift'}]},"
               "  {'id': 'later', 'name': 'Later', 'requires': {'certificate': 'now'},"
               "    'award_weeks': 3},"
               "  {'id': 'gift', 'name': 'Toegift'}]"),
     INTAKE("'goal': {'all': [{'certificate': 'gift'}, {'certificate': 'later'},"
            " {'competence': 'b'}, {'unit': 'le', 'started': true}, {'unit': 'le'}]},"
            "'holds': [{'competence': 'a'}], 'under_way': [{'unit': 'le', 'ends': '2026-09-20'}]"),
     "krijgt  dit alles samen:\n"
     "heeft     certificaat ‘Toegift’, dankzij certificaat ‘Meteen’\n"
     "krijgt    certificaat ‘Later’ (vanaf 21 september 2026); nodig is dit:\n"
     "heeft       certificaat ‘Meteen’; nodig is dit:\n"
     "heeft         A\n"
     "krijgt    B, dankzij Leereenheid (vanaf 21 september 2026)\n"
     "heeft     Leereenheid begonnen\n"
     "krijgt    Leereenheid afgerond (vanaf 21 september 2026)",
     "gets    all of these together:\n"
     "has       certificate ‘Toegift’, thanks to certificate ‘Meteen’\n"
     "gets      certificate ‘Later’ (from 21 September 2026); it takes this:\n"
     "has         certificate ‘Meteen’; it takes this:\n"
     "has           A\n"
     "gets      B, thanks to Leereenheid (from 21 September 2026)\n"
     "has       Leereenheid begun\n"
     "gets      Leereenheid completed (from 21 September 2026)"},
    /* what is held now, later, no longer, lower, only expected */
    {CATALOGUE("'competences': [{'id': 'a', 'name': 'A'}, {'id': 'b', 'name': 'B'},"
               " {'id': 'c', 'name': 'C'}],"
               "'certificates': [{'id': 'k', 'name': 'K', 'valid_months': 12},"
               " {'id': 'l', 'name': 'L'}, {'id': 'm', 'name': 'M'},"
               " {'id': 'n', 'name': 'N', 'grants': [{'competence': 'c'}]}]"),
     INTAKE("'goal': {'all': [{'competence': 'a', 'level': 5}, {'competence': 'b'},"
            "  {'competence': 'c', 'level': 2}, {'certificate': 'k'}, {'certificate': 'l'},"
            "  {'certificate': 'm'}, {'certificate': 'n'}]}, 'count_expected': false,"
            "'holds': [{'competence': 'a', 'level': 3}, {'competence': 'b', 'expected': true},"
            "  {'certificate': 'k', 'obtained': '2026-01-15', 'evidence': 'Pas'},"
            "  {'certificate': 'l', 'obtained': '2027-01-15'},"
            "  {'certificate': 'm', 'valid_until': '2026-08-30'},"
            "  {'certificate': 'n', 'valid_until': '2026-10-01'}]"),
     "mist    dit alles samen:\n"
     "mist      A, en begeleidt anderen daarin (heeft wel: onder indirecte\n"
     "          begeleiding)\n"
     "mist      B (verwacht, maar dat telt niet mee)\n"
     "heeft     C, onder directe begeleiding, dankzij certificaat ‘N’ (geldt tot en\n"
     "          met 1 oktober 2026)\n"
     "heeft     certificaat ‘K’ (bewijs: Pas; geldt tot en met 15 januari 2027)\n"
     "krijgt    certificaat ‘L’ (vanaf 11 januari 2027)\n"
     "mist      certificaat ‘M’ (gold tot en met 30 augustus 2026)\n"
     "heeft     certificaat ‘N’ (geldt tot en met 1 oktober 2026)",
     "lacks   all of these together:\n"
     "lacks     A, and supervises others in it (does have: under indirect supervision)\n"
     "lacks     B (expected, but that does not count)\n"
     "has       C, under direct supervision, thanks to certificate ‘N’ (valid through\n"
     "          1 October 2026)\n"
     "has       certificate ‘K’ (evidence: Pas; valid through 15 January 2027)\n"
     "gets      certificate ‘L’ (from 11 January 2027)\n"
     "lacks     certificate ‘M’ (was valid through 30 August 2026)\n"
     "has       certificate ‘N’ (valid through 1 October 2026)"},
    /* expected things count: of two entries the granted one is named */
    {CATALOGUE("'competences': [{'id': 'a', 'name': 'A'}, {'id': 'b', 'name': 'B'}]"),
     INTAKE(
         "'goal': {'all': [{'competence': 'a'}, {'competence': 'b'}]},"
         "'holds': [{'competence': 'a', 'expected': true, 'evidence': 'verwacht'},"
         "  {'competence': 'a', 'evidence': 'verleend'}, {'competence': 'b', 'expected': true}]"),
     "heeft   dit alles samen:\n"
     "heeft     A (bewijs: verleend)\n"
     "heeft     B (verwacht, nog niet toegekend)",
     "has     all of these together:\n"
     "has       A (evidence: verleend)\n"
     "has       B (expected, not yet granted)"},
    /* claims: taken, taken at too low a level, barred by the limits, too low, by experience */
    {CATALOGUE(
         "'competences': [{'id': 'a', 'name': 'A'}, {'id': 'b', 'name': 'B'},"
         "  {'id': 'c', 'name': 'C'}, {'id': 'd', 'name': 'D'}, {'id': 'e', 'name': 'E'}],"
         "'assessments': [{'id': 'evc', 'name': 'EVC', 'validates': ['a', 'd', 'e'],"
         "    'offerings': [{'id': 'evc-1', 'weeks': 1}]},"
         "  {'id': 'pt', 'name': 'Praktijktoets', 'validates': ['a'],"
         "    'offerings': [{'id': 'pt-1', 'weeks': 1}]},"
         "  {'id': 'low', 'name': 'Lage toets', 'validates': ['b'], 'max_level': 3,"
         "    'offerings': [{'id': 'low-1', 'weeks': 1}]},"
         "  {'id': 'bar', 'name': 'Uitgesloten toets', 'validates': ['c'],"
         "    'offerings': [{'id': 'bar-1', 'weeks': 1}]}],"
         "'occupations': [{'id': 'o', 'name': 'Helpende', 'suggests': [{'competence': 'e'}]}]"),
     INTAKE("'goal': {'all': [{'competence': 'a'}, {'competence': 'b'}, {'competence': 'c'},"
            "  {'competence': 'd'}, {'competence': 'e'}]}, 'limits': {'exclude': ['bar']},"
            "'experience': [{'occupation': 'o', 'years': 1}],"
            "'claims': [{'competence': 'a', 'evidence': 'Map'}, {'competence': 'b'},"
            "  {'competence': 'c'}, {'competence': 'd', 'level': 2}]"),
     "mist    dit alles samen:\n"
     "claimt    A (bewijs: Map; te bewijzen met EVC of Praktijktoets)\n"
     "claimt    B (geen EVC, toets of vrijstelling kan dit bewijzen)\n"
     "claimt    C (geen EVC, toets of vrijstelling kan dit bewijzen)\n"
     "mist      D (claimt wel: onder directe begeleiding)\n"
     "claimt    E (ervaring: Helpende; te bewijzen met EVC)",
     "lacks   all of these together:\n"
     "claims    A (evidence: Map; to be proved with EVC or Praktijktoets)\n"
     "claims    B (no assessment can prove this)\n"
     "claims    C (no assessment can prove this)\n"
     "lacks     D (does claim: under direct supervision)\n"
     "claims    E (experience: Helpende; to be proved with EVC)"},
    /* circumstances, and what can and cannot be */
    {CATALOGUE("'attributes': [{'id': 'x', 'name': 'Contract'}, {'id': 'y', 'name': 'Uitkering'}],"
               "'certificates': [{'id': 'k', 'name': 'K', 'requires': {'all': []}}]"),
     INTAKE("'goal': {'all': [{'attribute': 'x'}, {'attribute': 'y'}, {'not': {'attribute': 'x'}},"
            "  {'not': {'attribute': 'y'}}, {'all': []}, {'any': []}, {'certificate': 'k'},"
            "  {'at_least': 0, 'of': [{'attribute': 'x'}]}]}, 'attributes': ['y']"),
     "mist    dit alles samen:\n"
     "mist      Contract (staat niet in de intake)\n"
     "heeft     Uitkering\n"
     "heeft     niet: Contract\n"
     "mist      niet: Uitkering (staat in de intake)\n"
     "heeft     niets\n"
     "mist      iets wat niet kan\n"
     "heeft     certificaat ‘K’\n"
     "heeft     niets",
     "lacks   all of these together:\n"
     "lacks     Contract (is not stated in the intake)\n"
     "has       Uitkering\n"
     "has       not: Contract\n"
     "lacks     not: Uitkering (is stated in the intake)\n"
     "has       nothing\n"
     "lacks     something that cannot be\n"
     "has       certificate ‘K’\n"
     "has       nothing"},
};

START_TEST(a_gap_reads_so) {
    char *text = tree_of(trees[_i].catalogue, trees[_i].intake, LEERROUTE_DUTCH);
    ck_assert_str_eq(text, trees[_i].dutch);
    free(text);
    text = tree_of(trees[_i].catalogue, trees[_i].intake, LEERROUTE_ENGLISH);
    ck_assert_str_eq(text, trees[_i].english);
    free(text);
}
END_TEST

/* ---- The answer above the tree, and the whole ---- */

START_TEST(the_answer_comes_first) {
    static const char catalogue[] = CATALOGUE("'certificates': [{'id': 'k', 'name': 'K'}]");
    static const char *const rows[][2] = {
        {INTAKE("'goal': {'certificate': 'k'}"),
         "Doel: certificaat ‘K’.\n"
         "In de week van 31 augustus 2026 is aan het doel nog niet voldaan.\n"},
        {INTAKE("'goal': {'certificate': 'k'}, 'holds': [{'certificate': 'k'}]"),
         "Doel: certificaat ‘K’.\n"
         "Aan het doel is al voldaan: in de week van 31 augustus 2026 is er niets meer\n"
         "voor nodig.\n"},
        {INTAKE("'goal': {'certificate': 'k'}, 'holds': [{'certificate': 'k',"
                "'obtained': '2026-09-07'}]"),
         "Doel: certificaat ‘K’.\n"
         "Er hoeft niets bij: met wat er al is en loopt, is het doel op 7 september 2026\n"
         "bereikt, 1 week na de week van 31 augustus 2026.\n"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *text = gap_of(catalogue, rows[i][0], (leerroute_style){0});
        strstr(text, "\n\n")[1] = '\0';
        ck_assert_str_eq(text, rows[i][1]);
        free(text);
    }
}
END_TEST

START_TEST(programs_get_each_requirement_once) {
    static const char catalogue[] =
        CATALOGUE("'competences': [{'id': 'a', 'name': 'A'}, {'id': 'b', 'name': 'B'}],"
                  "'assessments': [{'id': 'evc', 'name': 'EVC', 'validates': ['b'],"
                  "   'offerings': [{'id': 'evc-1', 'weeks': 1}]}],"
                  "'certificates': [{'id': 'k', 'name': 'K', 'requires': {'any': [{'diploma': 'd'},"
                  "   {'competence': 'b'}]}}],"
                  "'diplomas': [{'id': 'd', 'name': 'D', 'requires': {'certificate': 'k'}},"
                  "  {'id': 'e', 'name': 'E', 'grants': [{'competence': 'a'}]}]");
    static const char intake[] =
        INTAKE("'goal': {'at_least': 3, 'of': [{'weight': 2, 'that': {'competence': 'a'}},"
               "{'certificate': 'k'}]}, 'claims': [{'competence': 'b', 'level': 5}],"
               "'holds': [{'diploma': 'e', 'valid_until': '2027-01-13', 'evidence': 'Map'}]");
    char *text = gap_of(catalogue, intake, (leerroute_style){.format = LEERROUTE_JSON});
    lri_arena arena = {0};
    char *line;
    ck_assert_int_eq(lri_json_write(lri_scan(text, strlen(text), &arena), true, &line, NULL),
                     LEERROUTE_OK);
    for (char *c = line; *c; c++)
        if (*c == '"') *c = '\'';
    ck_assert_str_eq(
        line,
        "{'format': 'leerroute-gap/1', 'intake': 'i-1', 'catalogue': 'c-1',"
        " 'start': '2026-08-31', 'goal': {'kind': 'at_least', 'state': 'missing', 'need': 3,"
        " 'have': 2, 'parts': [{'weight': 2, 'kind': 'competence', 'id': 'a', 'name': 'A',"
        " 'level': 4, 'state': 'held', 'until': '2027-01-13', 'thanks_to': {'kind': 'diploma',"
        " 'id': 'e', 'evidence': 'Map', 'expected': false}}, {'weight': 1,"
        " 'kind': 'certificate', 'id': 'k', 'name': 'K', 'state': 'missing'}]},"
        " 'requirements': [{'kind': 'certificate', 'id': 'k', 'name': 'K', 'requires':"
        " {'kind': 'any', 'state': 'missing', 'parts': [{'kind': 'diploma', 'id': 'd',"
        " 'name': 'D', 'state': 'missing'}, {'kind': 'competence', 'id': 'b', 'name': 'B',"
        " 'level': 4, 'state': 'claimed', 'claim': {'level': 5, 'assessments': ['evc']}}]}},"
        " {'kind': 'diploma', 'id': 'd', 'name': 'D', 'requires': {'kind': 'certificate',"
        " 'id': 'k', 'name': 'K', 'state': 'missing'}}]}\n");
    free(line);
    lri_arena_free(&arena);
    free(text);
}
END_TEST

/* ---- What holds without a step ---- */

/* The first week, counted from the start, in which the planner takes the thing to hold, or -1. */
static int planned_from(const lri_facts *facts, const lri_thing *thing) {
    lri_weeks weeks = lri_facts_weeks(facts, thing->kind, thing->index, thing->level);
    return lri_weeks_next(&weeks, 0);
}

/* What the report tells of a goal must be what the planner goes by. */
static void compare_with_planner(const leerroute_intake *intake) {
    lri_standing standing;
    lri_facts facts = {0};
    lri_standing_open(&standing, intake);
    uint32_t goal = lri_standing_ask(&standing, &intake->requirements, intake->goal);
    ck_assert(lri_standing_find(&standing));
    ck_assert(lri_facts_compute(&facts, intake, NULL, 0));
    for (uint32_t i = 0; i < standing.things.count; i++) {
        const lri_thing *thing = &standing.things.items[i];
        if (thing->kind >= LRI_ATTRIBUTE) continue;
        lri_week from = thing->from == LRI_ALWAYS_WEEK ? -1 : thing->from - standing.start;
        ck_assert_int_eq(from, planned_from(&facts, thing));
        if (from < 0) continue;
        lri_weeks weeks = lri_facts_weeks(&facts, thing->kind, thing->index, thing->level);
        int week = from;
        while (week < LRI_HORIZON_WEEKS && lri_weeks_has(&weeks, week + 1)) week++;
        if (thing->until != LRI_ALWAYS_WEEK || week < LRI_HORIZON_WEEKS)
            ck_assert_int_eq(thing->until - standing.start, week);
    }
    lri_weeks met = lri_facts_requirement(&facts, &intake->requirements, intake->goal);
    lri_week from = standing.parts.items[goal].from;
    ck_assert_int_eq(from == LRI_ALWAYS_WEEK ? -1 : from - standing.start, lri_weeks_next(&met, 0));
    lri_facts_free(&facts);
    lri_standing_close(&standing);
}

static void compare_case(const char *folder) {
    leerroute_catalogue *catalogue = fixture_catalogue(folder);
    leerroute_intake *intake = fixture_intake(catalogue, folder, "intake.json");
    compare_with_planner(intake);
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
}

START_TEST(what_holds_is_what_the_planner_goes_by) {
    each_case(false, compare_case);
    for (size_t i = 0; i < sizeof trees / sizeof *trees; i++) {
        leerroute_catalogue *catalogue = right_catalogue(trees[i].catalogue);
        leerroute_intake *intake = right_intake(catalogue, trees[i].intake);
        compare_with_planner(intake);
        leerroute_intake_free(intake);
        leerroute_catalogue_free(catalogue);
    }
}
END_TEST

/* ---- Without end ---- */

/* A chain of so many certificates, each asking for the one before and for one of two things. */
static char *chain(int count) {
    lri_text text = {0};
    lri_text_puts(&text, "{'format': 'leerroute-catalogue/1', 'id': 'c-1',"
                         " 'competences': [{'id': 'a', 'name': 'A'}],"
                         " 'certificates': [{'id': 'k0', 'name': 'K0'}");
    for (int i = 1; i < count; i++)
        lri_text_printf(&text,
                        ", {'id': 'k%d', 'name': 'K%d', 'requires': {'all':"
                        " [{'certificate': 'k%d'}, {'any': [{'competence': 'a'},"
                        " {'certificate': 'k%d'}]}]}}",
                        i, i, i - 1, i - 1);
    lri_text_puts(&text, "]}");
    return lri_text_take(&text, NULL);
}

START_TEST(a_long_chain_is_a_long_answer_and_no_more) {
    enum { COUNT = 3000 };
    char *catalogue = chain(COUNT);
    static const char intake[] = INTAKE("'goal': {'certificate': 'k2999'}");
    char *text = gap_of(catalogue, intake, (leerroute_style){.width = 60});
    size_t lines = 0;
    for (const char *line = text; *line; line += strcspn(line, "\n") + 1, lines++)
        ck_assert_uint_le(lri_columns(line, strcspn(line, "\n")), 60);
    ck_assert_uint_lt(lines, 7 * COUNT);
    free(text);
    text = gap_of(catalogue, intake, (leerroute_style){.format = LEERROUTE_JSON});
    lri_arena arena = {0};
    const lri_value *list = lri_value_member(lri_scan(text, strlen(text), &arena), "requirements");
    ck_assert_uint_eq(list->count, COUNT - 1);
    lri_arena_free(&arena);
    free(text);
    free(catalogue);
}
END_TEST

/* The deepest goal that can be read. */
START_TEST(a_deep_goal_is_told) {
    enum { DEPTH = 1000 };
    lri_text json = {0};
    lri_text_puts(&json, "{'format': 'leerroute-intake/1', 'id': 'i-1', 'start': '2026-09-02',"
                         " 'capacity': {'study_hours_per_week': 12}, 'goal': ");
    for (int i = 0; i < DEPTH; i++) lri_text_puts(&json, "{'any': [{'competence': 'a'}, ");
    lri_text_puts(&json, "{'competence': 'a'}");
    for (int i = 0; i < DEPTH; i++) lri_text_puts(&json, "]}");
    lri_text_puts(&json, "}");
    static const char catalogue[] = CATALOGUE("'competences': [{'id': 'a', 'name': 'A'}]");
    for (int format = 0; format < 2; format++) {
        char *text =
            gap_of(catalogue, json.bytes, (leerroute_style){.format = (leerroute_format)format});
        ck_assert_uint_gt(strlen(text), DEPTH);
        free(text);
    }
    lri_text_free(&json);
}
END_TEST

Suite *gap_suite(void) {
    Suite *suite = suite_create("gap");
    TCase *tests = tcase_create("gap");
    tcase_add_loop_test(tests, a_gap_reads_so, 0, (int)(sizeof trees / sizeof *trees));
    tcase_add_test(tests, the_answer_comes_first);
    tcase_add_test(tests, programs_get_each_requirement_once);
    tcase_add_test(tests, what_holds_is_what_the_planner_goes_by);
    tcase_add_test(tests, a_long_chain_is_a_long_answer_and_no_more);
    tcase_add_test(tests, a_deep_goal_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}
