/* A route for people: the exact text in both languages, and that it fits any width. The routes are
 * written by hand, so that the planner has no part in it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/route.h"
#include "report/words.h"
#include "support.h"

static const char catalogue_json[] =
    "{'format': 'leerroute-catalogue/1', 'id': 'c-1',"
    "'competences': [{'id': 'adl', 'name': 'Ondersteunen bij ADL'},"
    "  {'id': 'coord', 'name': 'Coördineren'}, {'id': 'med', 'name': 'Medicatie'},"
    "  {'id': 'huis', 'name': 'Huishouden'}, {'id': 'ned', 'name': 'Nederlands 2F'},"
    "  {'id': 'rek', 'name': 'Rekenen'}],"
    "'units': [{'id': 'le-adl', 'name': 'Leereenheid ADL', 'grants': [{'competence': 'adl'}],"
    "   'offerings': [{'id': 'le-adl-1', 'provider': 'ROC Één', 'place': 'Drachten',"
    "     'leerweg': 'bbl', 'weeks': 16, 'study_hours': 120, 'practice_hours': 330,"
    "     'cost_eur': 1450}]},"
    "  {'id': 'le-coord', 'name': 'Zorg coördineren', 'grants': [{'competence': 'coord'},"
    "     {'certificate': 'c-coord'}], 'offerings': [{'id': 'le-coord-1', 'weeks': 1}]}],"
    "'assessments': [{'id': 'evc-med', 'name': 'EVC medicatie', 'validates': ['med', 'coord'],"
    "   'max_level': 3, 'offerings': [{'id': 'evc-med-1', 'provider': 'EVC-punt', 'weeks': 2,"
    "     'study_hours': 3}]}],"
    "'certificates': [{'id': 'c-coord', 'name': 'Coördinatie', 'valid_months': 12},"
    "  {'id': 'c-av', 'name': 'Vakken', 'award_weeks': 2, 'requires': {'all':"
    "     [{'competence': 'ned'}, {'competence': 'rek'}]}},"
    "  {'id': 'c-adl', 'name': 'Certificaat ADL', 'requires': {'competence': 'adl'}}],"
    "'diplomas': [{'id': 'd-oud', 'name': 'Helpende (oud)', 'valid_months': 240,"
    "     'grants': [{'competence': 'adl', 'level': 2}, {'competence': 'huis'}]},"
    "  {'id': 'd-vig', 'name': 'Verzorgende IG', 'requires': {'all': [{'certificate': 'c-adl'},"
    "     {'competence': 'adl', 'level': 2}, {'competence': 'med', 'level': 3},"
    "     {'unit': 'le-coord'}, {'certificate': 'c-coord'},"
    "     {'competence': 'huis', 'level': 3}, {'certificate': 'c-av'}]}}],"
    "'functions': [{'id': 'f-hulp', 'name': 'Hulp', 'requires': {'diploma': 'd-oud'}},"
    "  {'id': 'f-adl', 'name': 'Ondersteuner', 'requires': {'competence': 'adl'}},"
    "  {'id': 'f-vig', 'name': 'Verzorgende', 'requires': {'diploma': 'd-vig'}}]}";

static const char intake_json[] =
    "{'format': 'leerroute-intake/1', 'id': 'i-1', 'goal': {'diploma': 'd-vig'},"
    "'start': '2026-09-02', 'claims': [{'competence': 'med', 'level': 4}],"
    "'holds': [{'diploma': 'd-oud', 'obtained': '2007-01-15', 'evidence': 'Archief 1987',"
    "   'expected': true}, {'competence': 'ned'},"
    "  {'competence': 'rek', 'obtained': '2026-10-14'}],"
    "'under_way': [{'unit': 'le-coord', 'ends': '2026-10-04', 'study_hours_per_week': 1}],"
    "'capacity': {'study_hours_per_week': 12, 'practice_hours_per_week': 24}}";

#define HEAD                                                                                       \
    "'format': 'leerroute-route/1', 'intake': 'i-1', 'catalogue': 'c-1',"                          \
    "'objective': ['finish', 'cost', 'hours'], 'start': '2026-08-31'"

static const char route_json[] =
    "{" HEAD ", 'status': 'optimal', 'finish': '2026-12-21', 'cost_eur': 1450,"
    "'study_hours': 123, 'practice_hours': 330,"
    "'steps': [{'kind': 'unit', 'id': 'le-adl', 'offering': 'le-adl-1', 'start': '2026-08-31',"
    "   'weeks': 16, 'cost_eur': 1450, 'study_hours': 120, 'practice_hours': 330},"
    "  {'kind': 'assessment', 'id': 'evc-med', 'offering': 'evc-med-1', 'start': '2026-09-07',"
    "   'weeks': 2, 'cost_eur': 0, 'study_hours': 3, 'practice_hours': 0}],"
    "'awards': [{'kind': 'certificate', 'id': 'c-adl', 'week': '2026-12-21',"
    "     'valid_until': '2028-12-21'},"
    "  {'kind': 'diploma', 'id': 'd-vig', 'week': '2026-12-21'}]}";

/* A route, with functions that no file has. */
typedef struct scene {
    leerroute_catalogue *catalogue;
    leerroute_intake *intake;
    leerroute_route *route;
} scene;

static scene open_scene(const char *catalogue, const char *intake, const char *route) {
    scene s = {.catalogue = right_catalogue(catalogue)};
    s.intake = right_intake(s.catalogue, intake);
    char *text = quoted(route);
    ck_assert_int_eq(leerroute_route_parse(s.intake, text, strlen(text), "test", NULL, &s.route),
                     LEERROUTE_OK);
    free(text);
    return s;
}

static void close_scene(scene *s) {
    leerroute_route_free(s->route);
    leerroute_intake_free(s->intake);
    leerroute_catalogue_free(s->catalogue);
}

static char *written_route(const scene *s, leerroute_language language, int width) {
    leerroute_style style = {LEERROUTE_TEXT, language, width};
    char *text;
    size_t size;
    ck_assert_int_eq(leerroute_route_write(s->route, s->intake, &style, &text, &size),
                     LEERROUTE_OK);
    ck_assert_uint_eq(size, strlen(text));
    return text;
}

static scene open_usual(void) {
    static lri_route_function gained[] = {{1, 6617}, {2, 6626}};
    static uint32_t held[] = {0};
    scene s = open_scene(catalogue_json, intake_json, route_json);
    gained[0].week = gained[1].week = lri_week_of(s.route->finish);
    s.route->functions = gained;
    s.route->function_count = 2;
    s.route->held_functions = held;
    s.route->held_function_count = 1;
    return s;
}

/* ---- The exact text ---- */

static const char usual_dutch[] =
    "Doel: diploma Verzorgende IG.\n"
    "Wie in de week van 31 augustus 2026 begint, heeft het doel op 21 december 2026\n"
    "bereikt: na 16 weken, voor € 1.450, met 123 studie-uren en 330 praktijkuren.\n"
    "Dit is bewezen de kortste route: het kan niet eerder, met die einddatum niet\n"
    "goedkoper en voor dat bedrag niet met minder studie-uren.\n"
    "\n"
    "De stappen (uren per week: studie + praktijk)\n"
    "Wanneer          Wat                                           Uur/week   Kosten\n"
    "────────────────────────────────────────────────────────────────────────────────\n"
    "31 aug 2026 t/m  Leereenheid ADL                                 8 + 21  € 1.450\n"
    "20 dec 2026      ROC Één, Drachten, bbl [le-adl-1]\n"
    "                 Bewijst: Ondersteunen bij ADL\n"
    "\n"
    "7 sep 2026 t/m   EVC medicatie                                        2      € 0\n"
    "20 sep 2026      EVC-punt [evc-med-1]\n"
    "                 Bewijst: Medicatie, onder indirecte\n"
    "                 begeleiding\n"
    "\n"
    "Diploma's en certificaten\n"
    "- 21 december 2026: Certificaat ADL, geldig tot en met 21 december 2028\n"
    "- 21 december 2026: diploma Verzorgende IG\n"
    "\n"
    "Inzetbaar als\n"
    "- zonder verdere stap: Hulp\n"
    "- vanaf 21 december 2026: Ondersteuner; Verzorgende\n"
    "\n"
    "Wat niet meer hoeft\n"
    "- dankzij diploma Helpende (oud) (bewijs: Archief 1987; verwacht, nog niet\n"
    "  toegekend): Huishouden, onder indirecte begeleiding\n"
    "- Nederlands 2F\n"
    "- Rekenen, vanaf 12 oktober 2026\n"
    "- certificaat ‘Vakken’, vanaf 26 oktober 2026\n"
    "\n"
    "Wat al loopt\n"
    "- Zorg coördineren, tot en met 4 oktober 2026: 1 studie-uur per week; bewijst\n"
    "  Coördineren; certificaat ‘Coördinatie’\n"
    "\n"
    "Wat vervalt, met de laatste dag dat het geldt\n"
    "- 15 januari 2027: diploma Helpende (oud)\n";

static const char usual_english[] =
    "Goal: diploma Verzorgende IG.\n"
    "Starting in the week of 31 August 2026, the goal is reached on 21 December 2026:\n"
    "after 16 weeks, for €1,450, with 123 study hours and 330 practice hours.\n"
    "This is proved to be the shortest route: it can be done no earlier, by that date\n"
    "no cheaper and for that amount in no fewer study hours.\n"
    "\n"
    "The steps (hours a week: study + practice)\n"
    "When            What                                          Hours/week    Cost\n"
    "────────────────────────────────────────────────────────────────────────────────\n"
    "31 Aug 2026 to  Leereenheid ADL                                   8 + 21  €1,450\n"
    "20 Dec 2026     ROC Één, Drachten, bbl [le-adl-1]\n"
    "                Proves: Ondersteunen bij ADL\n"
    "\n"
    "7 Sep 2026 to   EVC medicatie                                          2      €0\n"
    "20 Sep 2026     EVC-punt [evc-med-1]\n"
    "                Proves: Medicatie, under indirect\n"
    "                supervision\n"
    "\n"
    "Diplomas and certificates\n"
    "- 21 December 2026: Certificaat ADL, valid through 21 December 2028\n"
    "- 21 December 2026: diploma Verzorgende IG\n"
    "\n"
    "Deployable as\n"
    "- without any further step: Hulp\n"
    "- from 21 December 2026: Ondersteuner; Verzorgende\n"
    "\n"
    "What is no longer needed\n"
    "- thanks to diploma Helpende (oud) (evidence: Archief 1987; expected, not yet\n"
    "  granted): Huishouden, under indirect supervision\n"
    "- Nederlands 2F\n"
    "- Rekenen, from 12 October 2026\n"
    "- certificate ‘Vakken’, from 26 October 2026\n"
    "\n"
    "What is under way\n"
    "- Zorg coördineren, through 4 October 2026: 1 study hour a week; proves\n"
    "  Coördineren; certificate ‘Coördinatie’\n"
    "\n"
    "What lapses, with the last day on which it counts\n"
    "- 15 January 2027: diploma Helpende (oud)\n";

static const char usual_narrow[] = "Doel: diploma Verzorgende IG.\n"
                                   "Wie in de week van 31 augustus 2026 begint, heeft het doel\n"
                                   "op 21 december 2026 bereikt: na 16 weken, voor € 1.450, met\n"
                                   "123 studie-uren en 330 praktijkuren.\n"
                                   "Dit is bewezen de kortste route: het kan niet eerder, met\n"
                                   "die einddatum niet goedkoper en voor dat bedrag niet met\n"
                                   "minder studie-uren.\n"
                                   "\n"
                                   "De stappen (uren per week: studie + praktijk)\n"
                                   "Wanneer          Wat                       Uur/week   Kosten\n"
                                   "────────────────────────────────────────────────────────────\n"
                                   "31 aug 2026 t/m  Leereenheid ADL             8 + 21  € 1.450\n"
                                   "20 dec 2026      ROC Één, Drachten, bbl\n"
                                   "                 [le-adl-1]\n"
                                   "                 Bewijst: Ondersteunen\n"
                                   "                 bij ADL\n"
                                   "\n"
                                   "7 sep 2026 t/m   EVC medicatie                    2      € 0\n"
                                   "20 sep 2026      EVC-punt [evc-med-1]\n"
                                   "                 Bewijst: Medicatie,\n"
                                   "                 onder indirecte\n"
                                   "                 begeleiding\n"
                                   "\n"
                                   "Diploma's en certificaten\n"
                                   "- 21 december 2026: Certificaat ADL, geldig tot en met\n"
                                   "  21 december 2028\n"
                                   "- 21 december 2026: diploma Verzorgende IG\n"
                                   "\n"
                                   "Inzetbaar als\n"
                                   "- zonder verdere stap: Hulp\n"
                                   "- vanaf 21 december 2026: Ondersteuner; Verzorgende\n"
                                   "\n"
                                   "Wat niet meer hoeft\n"
                                   "- dankzij diploma Helpende (oud) (bewijs: Archief 1987;\n"
                                   "  verwacht, nog niet toegekend): Huishouden, onder indirecte\n"
                                   "  begeleiding\n"
                                   "- Nederlands 2F\n"
                                   "- Rekenen, vanaf 12 oktober 2026\n"
                                   "- certificaat ‘Vakken’, vanaf 26 oktober 2026\n"
                                   "\n"
                                   "Wat al loopt\n"
                                   "- Zorg coördineren, tot en met 4 oktober 2026: 1 studie-uur\n"
                                   "  per week; bewijst Coördineren; certificaat ‘Coördinatie’\n"
                                   "\n"
                                   "Wat vervalt, met de laatste dag dat het geldt\n"
                                   "- 15 januari 2027: diploma Helpende (oud)\n";

/* clang-format off */
static const char usual_wide[] =
    "Goal: diploma Verzorgende IG.\n"
    "Starting in the week of 31 August 2026, the goal is reached on 21 December 2026: after 16 weeks, for €1,450, with\n"
    "123 study hours and 330 practice hours.\n"
    "This is proved to be the shortest route: it can be done no earlier, by that date no cheaper and for that amount in no\n"
    "fewer study hours.\n"
    "\n"
    "The steps (hours a week: study + practice)\n"
    "When            What             Where and how                     Hours/week    Cost  Proves\n"
    "────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────\n"
    "31 Aug 2026 to  Leereenheid ADL  ROC Één, Drachten, bbl                8 + 21  €1,450  Ondersteunen bij ADL\n"
    "20 Dec 2026                      [le-adl-1]\n"
    "\n"
    "7 Sep 2026 to   EVC medicatie    EVC-punt [evc-med-1]                       2      €0  Medicatie, under indirect\n"
    "20 Sep 2026                                                                            supervision\n"
    "\n"
    "Diplomas and certificates\n"
    "- 21 December 2026: Certificaat ADL, valid through 21 December 2028\n"
    "- 21 December 2026: diploma Verzorgende IG\n"
    "\n"
    "Deployable as\n"
    "- without any further step: Hulp\n"
    "- from 21 December 2026: Ondersteuner; Verzorgende\n"
    "\n"
    "What is no longer needed\n"
    "- thanks to diploma Helpende (oud) (evidence: Archief 1987; expected, not yet granted): Huishouden, under indirect\n"
    "  supervision\n"
    "- Nederlands 2F\n"
    "- Rekenen, from 12 October 2026\n"
    "- certificate ‘Vakken’, from 26 October 2026\n"
    "\n"
    "What is under way\n"
    "- Zorg coördineren, through 4 October 2026: 1 study hour a week; proves Coördineren; certificate ‘Coördinatie’\n"
    "\n"
    "What lapses, with the last day on which it counts\n"
    "- 15 January 2027: diploma Helpende (oud)\n";

/* clang-format on */

static const struct usual {
    leerroute_language language;
    int width;
    const char *text;
} usual[] = {{LEERROUTE_DUTCH, 0, usual_dutch},
             {LEERROUTE_ENGLISH, 80, usual_english},
             {LEERROUTE_DUTCH, 40, usual_narrow},
             {LEERROUTE_ENGLISH, 120, usual_wide}};

START_TEST(a_route_reads_so) {
    scene s = open_usual();
    char *text = written_route(&s, usual[_i].language, usual[_i].width);
    ck_assert_str_eq(text, usual[_i].text);
    free(text);
    close_scene(&s);
}
END_TEST

/* ---- How sure the answer is ---- */

#define NO_STEPS "'cost_eur': 0, 'study_hours': 0, 'practice_hours': 0, 'steps': [], 'awards': []"
#define ONE_STEP                                                                                   \
    "'finish': '2026-09-07', 'cost_eur': 0, 'study_hours': 1, 'practice_hours': 0, 'steps': ["     \
    "{'kind': 'unit', 'id': 'no-such', 'offering': 'no-such-1', 'start': '2026-08-31',"            \
    " 'weeks': 1, 'cost_eur': 0, 'study_hours': 1, 'practice_hours': 0}],"                         \
    "'awards': [{'kind': 'certificate', 'id': 'no-such-c', 'week': '2026-09-07'}]"

static const char plain_catalogue[] =
    "{'format': 'leerroute-catalogue/1', 'id': 'c-1',"
    " 'functions': [{'id': 'f', 'name': 'Hulp', 'requires': {'all': []}}]}";

static const char plain_intake[] =
    "{'format': 'leerroute-intake/1', 'id': 'i-1', 'goal': {'function': 'f'},"
    " 'start': '2026-09-02', 'capacity': {'study_hours_per_week': 12}}";

static const struct sure {
    const char *route, *dutch, *english;
} sure[] = {
    {"'status': 'optimal', 'finish': '2026-08-31', " NO_STEPS,
     "Doel: functie Hulp.\n"
     "Aan het doel is al voldaan: in de week van 31 augustus 2026 is er niets meer\n"
     "voor nodig.\n",
     "Goal: function Hulp.\n"
     "The goal is met already: in the week of 31 August 2026 nothing more is needed.\n"},
    {"'status': 'optimal', 'finish': '2026-09-14', " NO_STEPS,
     "Doel: functie Hulp.\n"
     "Er hoeft niets bij: met wat er al is en loopt, is het doel op 14 september 2026\n"
     "bereikt, 2 weken na de week van 31 augustus 2026.\n",
     "Goal: function Hulp.\n"
     "Nothing needs to be added: with what is held and under way, the goal is reached\n"
     "on 14 September 2026, 2 weeks after the week of 31 August 2026.\n"},
    {"'status': 'none'",
     "Doel: functie Hulp.\n"
     "Wie in de week van 31 augustus 2026 begint, kan dit doel niet bereiken met wat\n"
     "de catalogus biedt en de intake toelaat: dat is bewezen. Wat het doel vraagt en\n"
     "wat daarvan nog ontbreekt, laat \"leerroute gap\" zien.\n",
     "Goal: function Hulp.\n"
     "Starting in the week of 31 August 2026, this goal cannot be reached with what\n"
     "the catalogue offers and the intake allows: that is proved. What the goal asks,\n"
     "and what of it is still missing, is shown by \"leerroute gap\".\n"},
    {"'status': 'unknown', 'bound': {'measure': 'finish', 'value': '2026-10-05'}",
     "Doel: functie Hulp.\n"
     "Er is nog geen route gevonden: het zoeken is gestopt voordat het klaar was. Of\n"
     "er een route is, staat dus niet vast.\n"
     "Wel bewezen: het kan niet vóór 5 oktober 2026.\n",
     "Goal: function Hulp.\n"
     "No route was found yet: the search was stopped before its end. Whether there is\n"
     "a route is not known.\n"
     "What is proved: it can be done no earlier than 5 October 2026.\n"},
    {"'status': 'feasible', 'bound': {'measure': 'finish', 'value': '2026-09-07'}, " ONE_STEP,
     "Doel: functie Hulp.\n"
     "Wie in de week van 31 augustus 2026 begint, heeft het doel op 7 september 2026\n"
     "bereikt: na 1 week, voor € 0, met 1 studie-uur.\n"
     "Deze route klopt, maar is niet bewezen de kortste: het zoeken is eerder gestopt.\n"
     "Wel bewezen: het kan niet vóór 7 september 2026.\n"
     "\n"
     "De stappen\n"
     "Wanneer          Wat          Uur/week  Kosten\n"
     "──────────────────────────────────────────────\n"
     "31 aug 2026 t/m  no-such             1     € 0\n"
     "6 sep 2026       [no-such-1]\n"
     "\n"
     "Diploma's en certificaten\n"
     "- 7 september 2026: no-such-c\n",
     "Goal: function Hulp.\n"
     "Starting in the week of 31 August 2026, the goal is reached on 7 September 2026:\n"
     "after 1 week, for €0, with 1 study hour.\n"
     "This route is valid, but not proved to be the shortest: the search was stopped\n"
     "before its end.\n"
     "What is proved: it can be done no earlier than 7 September 2026.\n"
     "\n"
     "The steps\n"
     "When            What         Hours/week  Cost\n"
     "─────────────────────────────────────────────\n"
     "31 Aug 2026 to  no-such               1    €0\n"
     "6 Sep 2026      [no-such-1]\n"
     "\n"
     "Diplomas and certificates\n"
     "- 7 September 2026: no-such-c\n"},
    {"'status': 'feasible', 'bound': {'measure': 'cost', 'value': 1200}, " ONE_STEP,
     "Doel: functie Hulp.\n"
     "Wie in de week van 31 augustus 2026 begint, heeft het doel op 7 september 2026\n"
     "bereikt: na 1 week, voor € 0, met 1 studie-uur.\n"
     "Deze route klopt, maar is niet bewezen de kortste: het zoeken is eerder gestopt.\n"
     "Wel bewezen: het kan niet eerder en met die einddatum niet voor minder dan\n"
     "€ 1.200.\n",
     "Goal: function Hulp.\n"
     "Starting in the week of 31 August 2026, the goal is reached on 7 September 2026:\n"
     "after 1 week, for €0, with 1 study hour.\n"
     "This route is valid, but not proved to be the shortest: the search was stopped\n"
     "before its end.\n"
     "What is proved: it can be done no earlier and by that date for no less than\n"
     "€1,200.\n"},
    {"'status': 'feasible', 'bound': {'measure': 'hours', 'value': 1}, " ONE_STEP,
     "Doel: functie Hulp.\n"
     "Wie in de week van 31 augustus 2026 begint, heeft het doel op 7 september 2026\n"
     "bereikt: na 1 week, voor € 0, met 1 studie-uur.\n"
     "Deze route klopt, maar is niet bewezen de kortste: het zoeken is eerder gestopt.\n"
     "Wel bewezen: het kan niet eerder, met die einddatum niet goedkoper en voor dat\n"
     "bedrag niet met minder dan 1 studie-uur.\n",
     "Goal: function Hulp.\n"
     "Starting in the week of 31 August 2026, the goal is reached on 7 September 2026:\n"
     "after 1 week, for €0, with 1 study hour.\n"
     "This route is valid, but not proved to be the shortest: the search was stopped\n"
     "before its end.\n"
     "What is proved: it can be done no earlier, by that date no cheaper and for that\n"
     "amount in no fewer than 1 study hour.\n"},
    {"'status': 'feasible', " ONE_STEP,
     "Doel: functie Hulp.\n"
     "Wie in de week van 31 augustus 2026 begint, heeft het doel op 7 september 2026\n"
     "bereikt: na 1 week, voor € 0, met 1 studie-uur.\n"
     "Deze route klopt, maar is niet bewezen de kortste: het zoeken is eerder gestopt.\n",
     "Goal: function Hulp.\n"
     "Starting in the week of 31 August 2026, the goal is reached on 7 September 2026:\n"
     "after 1 week, for €0, with 1 study hour.\n"
     "This route is valid, but not proved to be the shortest: the search was stopped\n"
     "before its end.\n"}};

/* The text must begin so. */
static void ck_assert_beginning(const scene *s, leerroute_language language, const char *expected) {
    char *text = written_route(s, language, 80);
    size_t size = strlen(expected);
    if (strlen(text) > size) text[size] = '\0';
    ck_assert_str_eq(text, expected);
    free(text);
}

START_TEST(an_answer_says_how_sure_it_is) {
    char route[1500];
    snprintf(route, sizeof route, "{%s, %s}", HEAD, sure[_i].route);
    scene s = open_scene(plain_catalogue, plain_intake, route);
    ck_assert_beginning(&s, LEERROUTE_DUTCH, sure[_i].dutch);
    ck_assert_beginning(&s, LEERROUTE_ENGLISH, sure[_i].english);
    close_scene(&s);
}
END_TEST

/* ---- Any width ---- */

/* Is the line, as so many bytes, one word or within the width? */
static bool fits(const char *line, size_t size, size_t width) {
    if (lri_columns(line, size) <= width) return true;
    size_t before = strspn(line, " -");
    return memchr(line + before, ' ', size - before) == NULL;
}

START_TEST(every_line_fits) {
    scene s = open_usual();
    for (int width = 60; width <= 160; width++) {
        char *text = written_route(&s, width % 2 ? LEERROUTE_DUTCH : LEERROUTE_ENGLISH, width);
        for (const char *line = text; *line; line += strcspn(line, "\n") + 1)
            ck_assert_msg(fits(line, strcspn(line, "\n"), (size_t)width), "%d: %.*s", width,
                          (int)strcspn(line, "\n"), line);
        free(text);
    }
    close_scene(&s);
}
END_TEST

/* ---- Names that steer a terminal ---- */

static const char steering_catalogue[] =
    "{'format': 'leerroute-catalogue/1', 'id': 'c-1', 'units': [{'id': 'le',"
    " 'name': 'A\\u001b[31mB\\u0007\\u009bC\\nD\\u202eE', 'offerings': [{'id': 'le-1',"
    " 'provider': 'P\\u0008\\u007fQ', 'weeks': 1}]}],"
    " 'functions': [{'id': 'f', 'name': 'F\\tG', 'requires': {'unit': 'le'}}]}";

static const char steering_route[] =
    "{" HEAD ", 'status': 'optimal', 'finish': '2026-09-07', 'cost_eur': 0, 'study_hours': 0,"
    " 'practice_hours': 0, 'awards': [], 'steps': [{'kind': 'unit', 'id': 'le', 'offering': 'le-1',"
    " 'start': '2026-08-31', 'weeks': 1, 'cost_eur': 0, 'study_hours': 0, 'practice_hours': 0}]}";

START_TEST(no_name_steers_a_terminal) {
    scene s = open_scene(steering_catalogue, plain_intake, steering_route);
    char *text = written_route(&s, LEERROUTE_DUTCH, 80);
    ck_assert_ptr_nonnull(strstr(text, " A [31mB  C "));
    ck_assert_ptr_nonnull(strstr(text, " D E\n"));
    ck_assert_ptr_nonnull(strstr(text, "P  Q [le-1]"));
    ck_assert_ptr_nonnull(strstr(text, "Doel: functie F G.\n"));
    for (const char *c = text; *c; c++) ck_assert(*c == '\n' || (unsigned char)*c >= ' ');
    free(text);
    close_scene(&s);
}
END_TEST

/* Whatever is not there to be written, or has no place to be written to, is told as misuse. */
START_TEST(nothing_is_written_of_nothing) {
    leerroute_catalogue *catalogue = fixture_catalogue("cases/001-one-unit");
    leerroute_intake *intake = fixture_intake(catalogue, "cases/001-one-unit", "intake.json");
    leerroute_planner *planner = leerroute_planner_new();
    const leerroute_route *route;
    const leerroute_style style = {0};
    char *out = NULL;
    ck_assert_int_eq(leerroute_plan(planner, intake, NULL, &route), LEERROUTE_OK);
    const leerroute_status found[] = {
        leerroute_route_write(NULL, intake, &style, &out, NULL),
        leerroute_route_write(route, NULL, &style, &out, NULL),
        leerroute_route_write(route, intake, NULL, &out, NULL),
        leerroute_route_write(route, intake, &style, NULL, NULL),
        leerroute_route_line(NULL, intake, NULL, &out, NULL),
        leerroute_route_line(route, NULL, NULL, &out, NULL),
        leerroute_route_line(route, intake, NULL, NULL, NULL),
        leerroute_gap(NULL, &style, &out, NULL),
        leerroute_gap(intake, NULL, &out, NULL),
        leerroute_gap(intake, &style, NULL, NULL),
        leerroute_intake_write(NULL, &out, NULL),
        leerroute_intake_write(intake, NULL, NULL),
        leerroute_catalogue_list(NULL, NULL, 0, &style, &out, NULL),
        leerroute_catalogue_list(catalogue, NULL, 1, &style, &out, NULL),
        leerroute_catalogue_list(catalogue, NULL, 0, NULL, &out, NULL),
        leerroute_catalogue_list(catalogue, NULL, 0, &style, NULL, NULL),
        leerroute_routes_write(NULL, &style, &out, NULL),
        leerroute_reasons_write(NULL, &style, &out, NULL),
        leerroute_reasons_line(NULL, NULL, LEERROUTE_DUTCH, &out, NULL),
        leerroute_check_write(NULL, &style, &out, NULL),
        leerroute_advice_write(NULL, &style, &out, NULL),
        leerroute_values_write(NULL, &style, &out, NULL),
        leerroute_profile_write(NULL, &style, &out, NULL),
    };
    for (size_t i = 0; i < sizeof found / sizeof *found; i++)
        ck_assert_msg(found[i] == LEERROUTE_MISUSE, "%zu", i);
    ck_assert_ptr_null(out);
    leerroute_planner_free(planner);
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
}
END_TEST

Suite *report_suite(void) {
    Suite *suite = suite_create("report");
    TCase *tests = tcase_create("report");
    tcase_add_loop_test(tests, a_route_reads_so, 0, (int)(sizeof usual / sizeof *usual));
    tcase_add_loop_test(tests, an_answer_says_how_sure_it_is, 0, (int)(sizeof sure / sizeof *sure));
    tcase_add_test(tests, every_line_fits);
    tcase_add_test(tests, no_name_steers_a_terminal);
    tcase_add_test(tests, nothing_is_written_of_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}
