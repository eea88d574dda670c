#include "report/sentences.h"

#include <stddef.h>

static const char *const forms[LRI_SAYINGS][2] = {
    [LRI_SAY_AND] = {" en ", " and "},
    [LRI_SAY_OR] = {" of ", " or "},
    [LRI_SAY_COMMA] = {", ", ", "},
    [LRI_SAY_SEMICOLON] = {"; ", "; "},
    [LRI_SAY_WEEKS] = {"week|weken", "week|weeks"},
    [LRI_SAY_STUDY_HOURS] = {"studie-uur|studie-uren", "study hour|study hours"},
    [LRI_SAY_PRACTICE_HOURS] = {"praktijkuur|praktijkuren", "practice hour|practice hours"},
    [LRI_SAY_STEPS] = {"stap|stappen", "step|steps"},
    [LRI_SAY_SO_MANY_POINTS] = {"punt|punten", "point|points"},

    [LRI_SAY_LEVEL_1] = {"observerend", "observing"},
    [LRI_SAY_LEVEL_2] = {"onder directe begeleiding", "under direct supervision"},
    [LRI_SAY_LEVEL_3] = {"onder indirecte begeleiding", "under indirect supervision"},
    [LRI_SAY_LEVEL_4] = {"zelfstandig", "independently"},
    [LRI_SAY_LEVEL_5] = {"en begeleidt anderen daarin", "and supervises others in it"},
    [LRI_SAY_AT_LEVEL] = {"{name}, {level}", "{name}, {level}"},
    [LRI_SAY_DIPLOMA] = {"diploma {name}", "diploma {name}"},
    [LRI_SAY_CERTIFICATE] = {"certificaat ‘{name}’", "certificate ‘{name}’"},
    [LRI_SAY_FUNCTION] = {"functie {name}", "function {name}"},
    [LRI_SAY_COMPLETED] = {"{name} afgerond", "{name} completed"},
    [LRI_SAY_STARTED] = {"{name} begonnen", "{name} begun"},
    [LRI_SAY_NOT] = {"niet: {name}", "not: {name}"},
    [LRI_SAY_AT_LEAST] = {"ten minste {need} van: {names}", "at least {need} of: {names}"},
    [LRI_SAY_POINTS] = {"ten minste {need} met: {names}", "at least {need} with: {names}"},
    [LRI_SAY_WEIGHT] = {"{name} ({weight})", "{name} ({weight})"},
    [LRI_SAY_BRACKETS] = {"({name})", "({name})"},
    [LRI_SAY_NOTHING] = {"niets", "nothing"},
    [LRI_SAY_IMPOSSIBLE] = {"iets wat niet kan", "something that cannot be"},
    [LRI_SAY_MANY_PARTS] = {"een geheel van {count} onderdelen", "a whole of {count} parts"},

    [LRI_SAY_GOAL] = {"Doel: {goal}.", "Goal: {goal}."},
    [LRI_SAY_REACHED] =
        {"Wie in de week van {start} begint, heeft het doel op {finish} bereikt: na "
         "{weeks}, voor {cost}, met {hours}.",
         "Starting in the week of {start}, the goal is reached on {finish}: after "
         "{weeks}, for {cost}, with {hours}."},
    [LRI_SAY_HOLDS_NOW] =
        {"Aan het doel is al voldaan: in de week van {start} is er niets meer voor "
         "nodig.",
         "The goal is met already: in the week of {start} nothing more is needed."},
    [LRI_SAY_HOLDS_LATER] =
        {"Er hoeft niets bij: met wat er al is en loopt, is het doel op {finish} "
         "bereikt, {weeks} na de week van {start}.",
         "Nothing needs to be added: with what is held and under way, the goal "
         "is reached on {finish}, {weeks} after the week of {start}."},
    [LRI_SAY_OPTIMAL] = {"Dit is bewezen de kortste route: het kan {proof}.",
                         "This is proved to be the shortest route: it can be done {proof}."},
    [LRI_SAY_FEASIBLE] = {"Deze route klopt, maar is niet bewezen de kortste: het zoeken is eerder "
                          "gestopt.",
                          "This route is valid, but not proved to be the shortest: the search was "
                          "stopped before its end."},
    [LRI_SAY_NO_ROUTE] =
        {"Wie in de week van {start} begint, kan dit doel niet bereiken met wat de "
         "catalogus biedt en de intake toelaat: dat is bewezen. Wat het doel "
         "vraagt en wat daarvan nog ontbreekt, laat \"leerroute gap\" zien.",
         "Starting in the week of {start}, this goal cannot be reached with what "
         "the catalogue offers and the intake allows: that is proved. What the "
         "goal asks, and what of it is still missing, is shown by \"leerroute "
         "gap\"."},
    [LRI_SAY_UNKNOWN] =
        {"Er is nog geen route gevonden: het zoeken is gestopt voordat het klaar was. "
         "Of er een route is, staat dus niet vast.",
         "No route was found yet: the search was stopped before its end. Whether "
         "there is a route is not known."},
    [LRI_SAY_PROVED] = {"Wel bewezen: het kan {proof}.", "What is proved: it can be done {proof}."},
    [LRI_SAY_FIRST] = {"Inzetbaar als {name} vanaf {date}.", "Deployable as {name} from {date}."},
    [LRI_SAY_FIRST_PROVED] = {"Inzetbaar als {name} vanaf {date}: bewezen zo vroeg als het kan.",
                              "Deployable as {name} from {date}: proved to be as early as can be."},
    [LRI_SAY_FIRST_OPTIMAL] =
        {"Van de routes waarop dat zo vroeg kan, is dit bewezen de kortste: het kan {proof}.",
         "Of the routes on which that can be so early this is proved to be the shortest: it "
         "can be done {proof}."},
    [LRI_SAY_FIRST_NO_ROUTE] =
        {"Wie in de week van {start} begint, kan dit doel niet bereiken en ook inzetbaar zijn als "
         "{name}, met wat de catalogus biedt en de intake toelaat: dat is bewezen.",
         "Starting in the week of {start}, this goal cannot be reached and {name} be a function "
         "to be deployed in, with what the catalogue offers and the intake allows: that is "
         "proved."},
    [LRI_SAY_GIVEN_FINISH] = {"met die einddatum {proof}", "by that date {proof}"},
    [LRI_SAY_GIVEN_COST] = {"voor dat bedrag {proof}", "for that amount {proof}"},
    [LRI_SAY_GIVEN_HOURS] = {"met die studie-uren {proof}", "with those study hours {proof}"},
    [LRI_SAY_LEAST_FINISH] = {"niet eerder", "no earlier"},
    [LRI_SAY_LEAST_COST] = {"niet goedkoper", "no cheaper"},
    [LRI_SAY_LEAST_HOURS] = {"niet met minder studie-uren", "in no fewer study hours"},
    [LRI_SAY_BOUND_FINISH] = {"niet vóór {value}", "no earlier than {value}"},
    [LRI_SAY_BOUND_COST] = {"niet voor minder dan {value}", "for no less than {value}"},
    [LRI_SAY_BOUND_HOURS] = {"niet met minder dan {value}", "in no fewer than {value}"},

    [LRI_SAY_HEAD_STEPS] = {"De stappen", "The steps"},
    [LRI_SAY_HEAD_STEPS_PRACTICE] = {"De stappen (uren per week: studie + praktijk)",
                                     "The steps (hours a week: study + practice)"},
    [LRI_SAY_HEAD_WHEN] = {"Wanneer", "When"},
    [LRI_SAY_HEAD_WHAT] = {"Wat", "What"},
    [LRI_SAY_HEAD_WHERE] = {"Waar en hoe", "Where and how"},
    [LRI_SAY_HEAD_HOURS] = {"Uur/week", "Hours/week"},
    [LRI_SAY_HEAD_COST] = {"Kosten", "Cost"},
    [LRI_SAY_HEAD_PROVES] = {"Bewijst", "Proves"},
    [LRI_SAY_FROM_TO] = {"{from} t/m\n{to}", "{from} to\n{to}"},
    [LRI_SAY_WHERE] = {"{names} [{offering}]", "{names} [{offering}]"},
    [LRI_SAY_LOAD] = {"{study} + {practice}", "{study} + {practice}"},
    [LRI_SAY_PROVES] = {"Bewijst: {names}", "Proves: {names}"},
    [LRI_SAY_LINES] = {"{name}\n{where}\n{proof}", "{name}\n{where}\n{proof}"},

    [LRI_SAY_HEAD_AWARDS] = {"Diploma's en certificaten", "Diplomas and certificates"},
    [LRI_SAY_AWARDED] = {"{date}: {name}", "{date}: {name}"},
    [LRI_SAY_AWARDED_UNTIL] = {"{date}: {name}, geldig tot en met {until}",
                               "{date}: {name}, valid through {until}"},
    [LRI_SAY_HEAD_FUNCTIONS] = {"Inzetbaar als", "Deployable as"},
    [LRI_SAY_FUNCTION_FROM] = {"vanaf {date}: {names}", "from {date}: {names}"},
    [LRI_SAY_FUNCTION_HELD] = {"zonder verdere stap: {names}", "without any further step: {names}"},
    [LRI_SAY_HEAD_SETTLED] = {"Wat niet meer hoeft", "What is no longer needed"},
    [LRI_SAY_SETTLED_ITSELF] = {"{holding}", "{holding}"},
    [LRI_SAY_SETTLED_WITH] = {"{holding}, en daarmee: {names}", "{holding}, and with it: {names}"},
    [LRI_SAY_SETTLED_BY] = {"dankzij {holding}: {names}", "thanks to {holding}: {names}"},
    [LRI_SAY_WITH_NOTES] = {"{name} ({notes})", "{name} ({notes})"},
    [LRI_SAY_EVIDENCE] = {"bewijs: {evidence}", "evidence: {evidence}"},
    [LRI_SAY_EXPECTED] = {"verwacht, nog niet toegekend", "expected, not yet granted"},
    [LRI_SAY_FROM] = {"{name}, vanaf {date}", "{name}, from {date}"},
    [LRI_SAY_HEAD_UNDER_WAY] = {"Wat al loopt", "What is under way"},
    [LRI_SAY_UNDER_WAY] = {"{name}, tot en met {date}", "{name}, through {date}"},
    [LRI_SAY_UNDER_WAY_HOURS] = {"{name}, tot en met {date}: {hours} per week",
                                 "{name}, through {date}: {hours} a week"},
    [LRI_SAY_UNDER_WAY_PROVES] = {"{line}; bewijst {names}", "{line}; proves {names}"},
    [LRI_SAY_HEAD_LAPSES] = {"Wat vervalt, met de laatste dag dat het geldt",
                             "What lapses, with the last day on which it counts"},
    [LRI_SAY_LAPSES_BEFORE] = {"{date}: {name}, voordat het doel is bereikt",
                               "{date}: {name}, before the goal is reached"},
    [LRI_SAY_LAPSES] = {"{date}: {name}", "{date}: {name}"},

    [LRI_SAY_ALTERNATIVES] =
        {"Dit zijn de {count} beste routes, de beste eerst. Elke volgende is bewezen de "
         "beste van de routes die niet alle leereenheden en toetsen van een eerdere "
         "hebben.",
         "These are the {count} best routes, the best first. Each next one is proved to be "
         "the best of the routes that do not have all units and assessments of an "
         "earlier one."},
    [LRI_SAY_ONE_ROUTE] =
        {"Dit is bewezen de beste route. Een route die niet al haar stappen heeft, is er "
         "niet.",
         "This is proved to be the best route. There is none that does not have all of its "
         "steps."},
    [LRI_SAY_NO_OTHERS] = {"Nog een andere is er niet: ook dat is bewezen.",
                           "There are no others: that is proved too."},
    [LRI_SAY_FRONT] =
        {"Er zijn {count} afwegingen van einde, kosten en studie-uren. Voor elke andere "
         "route staat hier een die in alle drie even goed of beter is: dat is bewezen.",
         "There are {count} trade-offs of finish, cost and study hours. For any other "
         "route there is one here that is as good or better in all three: that is proved."},
    [LRI_SAY_ONE_BEST] =
        {"Er valt niets af te wegen: dit is bewezen de vroegste route, de goedkoopste "
         "en die met de minste studie-uren tegelijk.",
         "There is nothing to trade off: this route is proved to be the earliest, the "
         "cheapest and the one with the fewest study hours at once."},
    [LRI_SAY_CUT_SHORT] =
        {"Het zoeken is eerder gestopt: er kunnen meer routes zijn dan deze.",
         "The search was stopped before its end: there may be more routes than these."},
    [LRI_SAY_LAST_UNPROVED] =
        {"Het zoeken is eerder gestopt: route {number} klopt, maar is niet bewezen de "
         "beste, en er kunnen meer routes zijn.",
         "The search was stopped before its end: route {number} is valid, but not proved "
         "to be the best, and there may be more routes."},
    [LRI_SAY_HEAD_OF_ROUTE] = {"Route {number}. {heading}", "Route {number}. {heading}"},
    [LRI_SAY_HEAD_ROUTE] = {"Route", "Route"},
    [LRI_SAY_HEAD_FINISH] = {"Doel bereikt", "Goal reached"},
    [LRI_SAY_HEAD_WEEKS] = {"Weken", "Weeks"},
    [LRI_SAY_HEAD_STUDY] = {"Studie-uren", "Study hours"},
    [LRI_SAY_HEAD_ALL_HOURS] = {"Uren", "Hours"},
    [LRI_SAY_HEAD_ROUTES] = {"Naast elkaar", "Side by side"},
    [LRI_SAY_HEAD_ROUTES_PRACTICE] = {"Naast elkaar (uren: studie + praktijk)",
                                      "Side by side (hours: study + practice)"},
    [LRI_SAY_HEAD_WITH_FIRST] = {"Naast route 1", "Beside route 1"},
    [LRI_SAY_HEAD_WITH_PREVIOUS] = {"Naast de vorige", "Beside the one before"},
    [LRI_SAY_HEAD_DIFFERS] = {"Waarin ze verschillen", "What differs"},
    [LRI_SAY_HEAD_IN_ROUTE] = {"In route", "In route"},
    [LRI_SAY_IN_EVERY_ROUTE] = {"In elke route: {names}.", "In every route: {names}."},

    [LRI_SAY_HEAD_DEAD_ENDS] = {"Waar het op stukloopt, wat er ook verandert",
                                "What it fails on, whatever changes"},
    [LRI_SAY_WHY_NOTHING] = {"{name}: niets in de catalogus geeft dit aan deze persoon",
                             "{name}: nothing in the catalogue gives this to this person"},
    [LRI_SAY_WHY_PAST] = {"{name}: wat dit geeft, kan niet meer beginnen; de data zijn voorbij",
                          "{name}: what gives this cannot begin any more; its dates are past"},
    [LRI_SAY_WHY_CIRCLE] = {"{name}: vraagt, via een omweg, om zichzelf",
                            "{name}: asks, in a roundabout way, for itself"},
    [LRI_SAY_WHY_BEYOND] = {"{name}: de delen kunnen wel, maar niet samen binnen tien jaar",
                            "{name}: its parts can be had, but not together within ten years"},
    [LRI_SAY_WHY_PART] = {"{name}: iets wat daarvoor nodig is, kan niet",
                          "{name}: something that it needs cannot be had"},
    [LRI_SAY_WHOLE_GOAL] = {"het doel als geheel", "the goal as a whole"},
    [LRI_SAY_HEAD_REASONS] = {"Het kan wel", "It can be done"},
    [LRI_SAY_REASON] = {"{changes}: op {finish}, voor {cost}, met {hours}",
                        "{changes}: on {finish}, for {cost}, with {hours}"},
    [LRI_SAY_REASONS_CUT] =
        {"Het zoeken naar wat er moet veranderen, is eerder gestopt: er kan meer zijn.",
         "The search for what has to change was stopped before its end: there may be more."},
    [LRI_SAY_LIFT_HOURS] = {"met {to} in plaats van {from} per week",
                            "with {to} instead of {from} a week"},
    [LRI_SAY_LIFT_PARALLEL] = {"met {to} in plaats van {from} tegelijk",
                               "with {to} instead of {from} at once"},
    [LRI_SAY_LIFT_PERIOD] = {"met {names} van {from} tot en met {to}",
                             "with {names} from {from} through {to}"},
    [LRI_SAY_A_WEEK] = {"{hours} per week", "{hours} a week"},
    [LRI_SAY_AT_ONCE] = {"{count} tegelijk", "{count} at once"},
    [LRI_SAY_LIFT_BUDGET] = {"met een budget van {to} in plaats van {from}",
                             "with a budget of {to} instead of {from}"},
    [LRI_SAY_LIFT_DEADLINE] = {"met een uiterste datum in de week van {to} in plaats van op {from}",
                               "with a latest date in the week of {to} instead of on {from}"},
    [LRI_SAY_LIFT_LEERWEGEN] = {"ook met leerweg {names}", "also with leerweg {names}"},
    [LRI_SAY_LIFT_PROVIDERS] = {"ook bij {names}", "also with {names}"},
    [LRI_SAY_LIFT_PLACES] = {"ook in {names}", "also in {names}"},
    [LRI_SAY_LIFT_EXCLUSION] = {"als {name} wel mag", "if {name} is allowed"},
    [LRI_SAY_LIFT_INCLUSION] = {"als {name} niet hoeft", "if {name} need not be in it"},
    [LRI_SAY_LIFT_ATTRIBUTE] = {"met ‘{name}’", "with ‘{name}’"},
    [LRI_SAY_LIFT_EXPECTED] = {"als meetelt wat wordt verwacht", "if what is expected counts"},
    [LRI_SAY_LIFT_HOLDING] = {"als {name} geldig blijft tot en met {to}",
                              "if {name} stays valid through {to}"},
    [LRI_SAY_LIFT_START] = {"met een start op {to} in plaats van {from}",
                            "with a start on {to} instead of {from}"},

    [LRI_SAY_EARLIER] = {"{weeks} eerder", "{weeks} earlier"},
    [LRI_SAY_LATER] = {"{weeks} later", "{weeks} later"},
    [LRI_SAY_CHEAPER] = {"{cost} goedkoper", "{cost} cheaper"},
    [LRI_SAY_DEARER] = {"{cost} duurder", "{cost} dearer"},
    [LRI_SAY_FEWER] = {"{hours} minder", "{hours} fewer"},
    [LRI_SAY_MORE] = {"{hours} meer", "{hours} more"},
    [LRI_SAY_FIRST_EARLIER] = {"{weeks} eerder inzetbaar", "deployable {weeks} earlier"},
    [LRI_SAY_FIRST_LATER] = {"{weeks} later inzetbaar", "deployable {weeks} later"},
    [LRI_SAY_PER_WEEK] = {"{part} ({rate} per week)", "{part} ({rate} a week)"},
    [LRI_SAY_PER_HOUR] = {"{part} ({rate} per uur)", "{part} ({rate} an hour)"},
    [LRI_SAY_NO_DIFFERENCE] = {"in alles gelijk", "equal in all"},
    [LRI_SAY_NONE] = {"geen route", "no route"},
    [LRI_SAY_NOT_FOUND] = {"niet gevonden", "not found"},
    [LRI_SAY_NOT_PROVED] = {"niet bewezen de beste", "not proved to be the best"},
    [LRI_SAY_SHORT_MEASURES] = {"{finish}, {cost}", "{finish}, {cost}"},

    [LRI_SAY_HEAD_EXPLAINED] = {"Waarom deze stappen", "Why these steps"},
    [LRI_SAY_EXPLAINED] = {"{name}: {services} {need}", "{name}: {services} {need}"},
    [LRI_SAY_THE_GOAL] = {"het doel", "the goal"},
    [LRI_SAY_SERVES] = {"nodig voor {names}.", "needed for {names}."},
    [LRI_SAY_SERVES_NOTHING] = {"de intake vraagt erom.", "the intake asks for it."},
    [LRI_SAY_IN_EVERY_VALID] = {"Zit in elke route die kan.",
                                "It is in every route that there is."},
    [LRI_SAY_IN_EVERY_BEST] = {"Zit in elke beste route; zonder deze stap: {difference}.",
                               "It is in every best route; without this step: {difference}."},
    [LRI_SAY_NOT_IN_EVERY] = {"Er is ook een even goede route zonder deze stap.",
                              "There is a route as good without this step."},
    [LRI_SAY_NEED_UNKNOWN] = {"Of het zonder deze stap ook kan, staat niet vast.",
                              "Whether it can be done without this step is not known."},
    [LRI_SAY_HEAD_WHY_NOT] = {"Waarom niet", "Why not"},
    [LRI_SAY_WHY_IN_ROUTE] = {"{name} zit in de route.", "{name} is in the route."},
    [LRI_SAY_WHY_UNDER_WAY] = {"{name} loopt al.", "{name} is under way."},
    [LRI_SAY_WHY_PROVES] =
        {"{name} levert hier niets op: niets van wat daarmee kan worden bewezen, is geclaimd.",
         "{name} gives nothing here: nothing of what it can prove is claimed."},
    [LRI_SAY_WHY_ROUTE] =
        {"Met {name} is het doel op zijn best op {finish} bereikt; naast de geadviseerde route: "
         "{difference}.",
         "With {name} the goal is reached on {finish} at best; beside the advised route: "
         "{difference}."},
    [LRI_SAY_WHY_IDLE] = {"{name} draagt hier niets bij aan het doel. Wie die toch volgt, heeft "
                          "het doel op {finish} "
                          "bereikt; naast de geadviseerde route: {difference}.",
                          "{name} serves nothing here. Whoever follows it all the same reaches the "
                          "goal on {finish}; "
                          "beside the advised route: {difference}."},
    [LRI_SAY_WHY_CLASH] = {"Een route met {name} is er niet: dat is bewezen. Die zou er wel zijn "
                           "zonder {names}.",
                           "There is no route with {name}: that is proved. There would be one "
                           "without {names}."},
    [LRI_SAY_WHY_POSSIBLE] =
        {"Een route met {name} is er niet, ook niet als één van de grenzen in de intake wegvalt.",
         "There is no route with {name}, not even when one of the limits in the intake is left "
         "out."},
    [LRI_SAY_WHY_UNKNOWN] =
        {"Een route met {name} is nog niet gevonden: het zoeken is eerder gestopt.",
         "A route with {name} was not found yet: the search was stopped before its end."},
    [LRI_SAY_CLASH_BUDGET] = {"de grens aan de kosten", "the budget"},
    [LRI_SAY_CLASH_DEADLINE] = {"de einddatum", "the deadline"},
    [LRI_SAY_CLASH_STUDY_HOURS] = {"de grens aan de studie-uren per week",
                                   "the limit of study hours a week"},
    [LRI_SAY_CLASH_PRACTICE_HOURS] = {"de grens aan de praktijkuren per week",
                                      "the limit of practice hours a week"},
    [LRI_SAY_CLASH_PARALLEL] = {"de grens aan het aantal stappen tegelijk",
                                "the limit of steps at once"},
    [LRI_SAY_CLASH_LEERWEGEN] = {"de keuze van leerwegen", "the choice of leerwegen"},
    [LRI_SAY_CLASH_PROVIDERS] = {"de keuze van aanbieders", "the choice of providers"},
    [LRI_SAY_CLASH_PLACES] = {"de keuze van plaatsen", "the choice of places"},
    [LRI_SAY_CLASH_EXCLUDE] = {"de uitsluitingen", "the exclusions"},
    [LRI_SAY_CLASH_INCLUDE] = {"de andere verplichte stappen",
                               "the other steps that must be in it"},
    [LRI_SAY_ADVICE_CUT] =
        {"Het zoeken is eerder gestopt: niet alles wat bij deze route is gezegd, is bewezen.",
         "The search was stopped before its end: not all that is said about this route is "
         "proved."},

    [LRI_SAY_HEAD_WITHOUT] = {"Als wat verwacht wordt, er niet komt",
                              "If what is expected does not come"},
    [LRI_SAY_WITHOUT] = {"Zonder {names} is het doel op {finish} bereikt: {difference}.",
                         "Without {names} the goal is reached on {finish}: {difference}."},
    [LRI_SAY_WITHOUT_SAME] =
        {"Ook zonder {names} is het doel op {finish} bereikt, voor hetzelfde bedrag en met "
         "evenveel "
         "studie-uren.",
         "Without {names} too the goal is reached on {finish}, for the same amount and with as "
         "many study hours."},
    [LRI_SAY_WITHOUT_NONE] = {"Zonder {names} is er geen route: dat is bewezen.",
                              "Without {names} there is no route: that is proved."},
    [LRI_SAY_WITHOUT_UNKNOWN] =
        {"Een route zonder {names} is nog niet gevonden: het zoeken is eerder gestopt.",
         "A route without {names} was not found yet: the search was stopped before its end."},
    [LRI_SAY_STEPS_MORE] = {"erbij: {names}", "in addition: {names}"},
    [LRI_SAY_STEPS_LESS] = {"niet nodig: {names}", "not needed: {names}"},

    [LRI_SAY_HEAD_PROFILE] = {"Wat als", "What if"},
    [LRI_SAY_HEAD_PROFILE_PRACTICE] = {"Wat als (uren: studie + praktijk)",
                                       "What if (hours: study + practice)"},
    [LRI_SAY_HEAD_PRACTICE_A_WEEK] = {"Praktijk/week", "Practice/week"},
    [LRI_SAY_HEAD_BUDGET] = {"Budget", "Budget"},
    [LRI_SAY_HEAD_START] = {"Start", "Start"},
    [LRI_SAY_OTHER_STEPS] = {"andere stappen", "other steps"},
    [LRI_SAY_PROFILE_CUT] =
        {"Het zoeken is eerder gestopt: niet elke regel is bewezen de beste.",
         "The search was stopped before its end: not every row is proved to be the best."},
    [LRI_SAY_PROFILE_LEGEND] =
        {"Andere stappen: met alleen de leereenheden en toetsen van de regel erboven is er geen "
         "route, of een minder goede.",
         "Other steps: with only the units and assessments of the row above there is no route, "
         "or a worse one."},

    [LRI_SAY_NO_ROUTE_NOW] = {"Zoals het nu is, is er geen route naar het doel: dat is bewezen.",
                              "As things stand there is no route to the goal: that is proved."},
    [LRI_SAY_VALUE_CUT] =
        {"Het zoeken is eerder gestopt: niet alles hieronder is bewezen het beste.",
         "The search was stopped before its end: not all below is proved to be the best."},
    [LRI_SAY_NO_STAKES] =
        {"Er staat niets open: er zijn geen claims en geen verwachte vrijstellingen, en in de "
         "route zit geen toets.",
         "Nothing is open: there are no claims and no expected exemptions, and there is no "
         "assessment in the route."},
    [LRI_SAY_STAKE_CLAIM] = {"claim: {name}", "claim: {name}"},
    [LRI_SAY_STAKE_ASSESSMENT] = {"in de route: {name}", "in the route: {name}"},
    [LRI_SAY_HEAD_VALUE] = {"Wat het waard is, naast de route van nu",
                            "What it is worth, beside the route as it is"},
    [LRI_SAY_HEAD_STAKE] = {"Wat openstaat", "What is open"},
    [LRI_SAY_HEAD_GRANTED] = {"Meteen toegekend", "Granted at once"},
    [LRI_SAY_HEAD_FAILED] = {"Niet toegekend", "Not granted"},
    [LRI_SAY_IDLE] = {"Dit maakt voor einde, kosten en studie-uren niets uit: {names}.",
                      "This makes no difference to finish, cost and study hours: {names}."},
    [LRI_SAY_HEAD_FALLBACK] = {"Als een toets uit de route niet lukt",
                               "If an assessment of the route fails"},
    [LRI_SAY_FALLBACK] =
        {"{name}: verder vanaf {from} met {names}; het doel is dan op {finish} bereikt "
         "({difference})",
         "{name}: go on from {from} with {names}; the goal is then reached on {finish} "
         "({difference})"},
    [LRI_SAY_FALLBACK_NOTHING] =
        {"{name}: wat er vanaf {from} al is en loopt, is dan genoeg; het doel is op {finish} "
         "bereikt ({difference})",
         "{name}: what is held and under way from {from} on is enough then; the goal is reached "
         "on {finish} ({difference})"},
    [LRI_SAY_FALLBACK_NONE] = {"{name}: vanaf {from} is het doel dan niet meer te bereiken",
                               "{name}: from {from} on the goal cannot be reached any more"},
    [LRI_SAY_FALLBACK_UNKNOWN] = {"{name}: een route vanaf {from} is nog niet gevonden",
                                  "{name}: a route from {from} on was not found yet"},

    [LRI_SAY_NOT_MET] = {"In de week van {start} is aan het doel nog niet voldaan.",
                         "In the week of {start} the goal is not met yet."},
    [LRI_SAY_HEAD_GAP] = {"Wat het doel vraagt", "What the goal asks"},
    [LRI_SAY_HELD] = {"heeft", "has"},
    [LRI_SAY_COMING] = {"krijgt", "gets"},
    [LRI_SAY_CLAIMED] = {"claimt", "claims"},
    [LRI_SAY_MISSING] = {"mist", "lacks"},
    [LRI_SAY_GAP_LEGEND] =
        {"heeft: bewezen of verwacht; krijgt: later, zonder verdere stap; claimt: "
         "nog te bewijzen; mist: nog te halen.",
         "has: proved or expected; gets: later, without any further step; "
         "claims: still to be proved; lacks: still to be gained."},
    [LRI_SAY_THIS] = {"dit", "this"},
    [LRI_SAY_ALL_OF] = {"dit alles", "all of these"},
    [LRI_SAY_ONE_OF] = {"één van deze", "one of these"},
    [LRI_SAY_SO_MANY_OF] = {"ten minste {need} van deze", "at least {need} of these"},
    [LRI_SAY_POINTS_OF] = {"ten minste {need} van deze (nu {have})",
                           "at least {need} of these ({have} now)"},
    [LRI_SAY_PARTS] = {"{parts}:", "{parts}:"},
    [LRI_SAY_PARTS_TOGETHER] = {"{parts} samen:", "{parts} together:"},
    [LRI_SAY_NEEDS] = {"{name}; nodig is {parts}:", "{name}; it takes {parts}:"},
    [LRI_SAY_COUNTS_FOR] = {"[{weight}] {name}", "[{weight}] {name}"},
    [LRI_SAY_SEE_ABOVE] = {"{name}: zie hierboven", "{name}: see above"},
    [LRI_SAY_THANKS_TO] = {"{name}, dankzij {holding}", "{name}, thanks to {holding}"},
    [LRI_SAY_NOTE_FROM] = {"vanaf {date}", "from {date}"},
    [LRI_SAY_NOTE_UNTIL] = {"geldt tot en met {date}", "valid through {date}"},
    [LRI_SAY_NOTE_LAPSED] = {"gold tot en met {date}", "was valid through {date}"},
    [LRI_SAY_NOTE_HAS] = {"heeft wel: {level}", "does have: {level}"},
    [LRI_SAY_NOTE_CLAIMS] = {"claimt wel: {level}", "does claim: {level}"},
    [LRI_SAY_EXPERIENCE] = {"ervaring: {name}", "experience: {name}"},
    [LRI_SAY_PROVERS] = {"te bewijzen met {names}", "to be proved with {names}"},
    [LRI_SAY_NO_PROVER] = {"geen EVC, toets of vrijstelling kan dit bewijzen",
                           "no assessment can prove this"},
    [LRI_SAY_NOT_COUNTED] = {"verwacht, maar dat telt niet mee",
                             "expected, but that does not count"},
    [LRI_SAY_STATED] = {"staat in de intake", "is stated in the intake"},
    [LRI_SAY_NOT_STATED] = {"staat niet in de intake", "is not stated in the intake"},

    [LRI_SAY_HEAD_COMPETENCES] = {"Competenties", "Competences"},
    [LRI_SAY_HEAD_ATTRIBUTES] = {"Omstandigheden", "Circumstances"},
    [LRI_SAY_HEAD_UNITS] = {"Leereenheden", "Units"},
    [LRI_SAY_HEAD_ASSESSMENTS] = {"EVC, toetsen en vrijstellingen", "Assessments and exemptions"},
    [LRI_SAY_HEAD_OFFERINGS] = {"Uitvoeringen", "Offerings"},
    [LRI_SAY_HEAD_CERTIFICATES] = {"Certificaten", "Certificates"},
    [LRI_SAY_HEAD_DIPLOMAS] = {"Diploma's", "Diplomas"},
    [LRI_SAY_HEAD_FUNCTION_LIST] = {"Functies", "Functions"},
    [LRI_SAY_HEAD_OCCUPATIONS] = {"Eerder werk", "Earlier work"},
    [LRI_SAY_OFFERING_OF] = {"van {name} [{id}]", "of {name} [{id}]"},
    [LRI_SAY_NOTHING_FOUND] = {"Niets gevonden.", "Nothing found."},
    [LRI_SAY_SUMMARY_ALL] = {"Antwoorden: {count}", "Answers: {count}"},
    [LRI_SAY_SUMMARY_ROUTES] = {"met een route: {count}, waarvan bewezen de kortste: {proved}",
                                "with a route: {count}, of which proved the shortest: {proved}"},
    [LRI_SAY_SUMMARY_NONE] = {"bewezen zonder route: {count}", "proved to have no route: {count}"},
    [LRI_SAY_SUMMARY_OPEN] = {"nog niet bekend, door een grens: {count}",
                              "not known yet, for a limit: {count}"},
    [LRI_SAY_SUMMARY_ERRORS] = {"niet gepland, omdat de intake niet klopt: {count}",
                                "not planned, since the intake is not right: {count}"},
    [LRI_SAY_TOTAL_REASONS] = {"Waarom er geen route is", "Why there is no route"},
    [LRI_SAY_TOTAL_REASON] = {"{times}: {reason}", "{times}: {reason}"},
    [LRI_SAY_TIMES] = {"keer|keer", "time|times"},
    [LRI_SAY_KIND_STUDY] = {"met meer studie-uren per week", "with more study hours a week"},
    [LRI_SAY_KIND_PRACTICE] = {"met meer praktijkuren per week", "with more practice hours a week"},
    [LRI_SAY_KIND_PARALLEL] = {"met meer stappen tegelijk", "with more steps at once"},
    [LRI_SAY_KIND_PERIOD] = {"met meer ruimte in een periode", "with more room in a period"},
    [LRI_SAY_KIND_BUDGET] = {"met een hoger budget", "with a higher budget"},
    [LRI_SAY_KIND_DEADLINE] = {"met een latere uiterste datum", "with a later latest date"},
    [LRI_SAY_KIND_HOLDING] = {"als {name} langer geldig blijft", "if {name} stays valid longer"},
    [LRI_SAY_KIND_START] = {"met een eerdere start", "with an earlier start"},
    [LRI_SAY_HEAD_EVC] = {"Wat EVC bespaart", "What EVC saves"},
    [LRI_SAY_EVC_PEOPLE] = {"mensen die iets claimen: {count}",
                            "people who claim something: {count}"},
    [LRI_SAY_EVC_ONLY] = {"die alleen daardoor een route hebben: {count}",
                          "who have a route thanks to that alone: {count}"},
    [LRI_SAY_EVC_NONE] = {"die ook daarmee geen route hebben: {count}",
                          "who have no route with it either: {count}"},
    [LRI_SAY_EVC_OPEN] = {"van wie dat nog niet bekend is, door een grens: {count}",
                          "of whom it is not known yet, for a limit: {count}"},
    [LRI_SAY_EVC_SAVED] = {"die het dit bespaart: {count}", "whom it saves this: {count}"},
    [LRI_SAY_HEAD_TOTAL] = {"samen", "in all"},
    [LRI_SAY_TOTAL_GOALS] = {"Per doel", "By goal"},
    [LRI_SAY_GOAL_PEOPLE] = {"{goal}: {people}, van wie zonder route: {none}",
                             "{goal}: {people}, of whom without a route: {none}"},
    [LRI_SAY_HEAD_LEAST] = {"minst", "least"},
    [LRI_SAY_HEAD_QUARTER] = {"een kwart tot", "a quarter up to"},
    [LRI_SAY_HEAD_MEDIAN] = {"de helft tot", "half up to"},
    [LRI_SAY_HEAD_THREE_QUARTERS] = {"drie kwart tot", "three quarters up to"},
    [LRI_SAY_HEAD_MOST] = {"meest", "most"},
    [LRI_SAY_ROW_WEEKS] = {"weken", "weeks"},
    [LRI_SAY_ROW_EUROS] = {"euro's", "euros"},
    [LRI_SAY_ROW_HOURS] = {"studie-uren", "study hours"},
    [LRI_SAY_HEAD_PROVIDERS] = {"Per aanbieder", "By provider"},
    [LRI_SAY_NO_PROVIDER] = {"(zonder aanbieder)", "(no provider)"},
    [LRI_SAY_TOTAL_PEOPLE] = {"Mensen", "People"},
    [LRI_SAY_HEAD_STEP_COUNT] = {"Stappen", "Steps"},
    [LRI_SAY_TOTAL_STUDY] = {"Studie-uren", "Study hours"},
    [LRI_SAY_TOTAL_PRACTICE] = {"Praktijkuren", "Practice hours"},
    [LRI_SAY_HEAD_BY_MONTH] = {"Per maand (plaatsen: de meeste mensen tegelijk)",
                               "By month (places: the most people at once)"},
    [LRI_SAY_TOTAL_MONTH] = {"Maand", "Month"},
    [LRI_SAY_TOTAL_STARTS] = {"Begint", "Begin"},
    [LRI_SAY_HEAD_FOLLOWS] = {"Bezig", "Under way"},
    [LRI_SAY_TOTAL_PLACES] = {"Plaatsen", "Places"},
};

const char *lri_form(leerroute_language language, lri_say say) {
    return forms[say][language == LEERROUTE_DUTCH ? 0 : 1];
}
