#include "report/check_sentences.h"

#include "report/names.h"

static const char *const verdicts[LRI_VERDICTS][2] = {
    [LRI_VERDICT_VALID] = {"De route klopt.", "The route is valid."},
    [LRI_VERDICT_NO_PROOF] = {"Of ze de kortste is, is hiermee niet bewezen.",
                              "This does not prove that it is the shortest."},
    [LRI_VERDICT_INVALID] = {"De route klopt niet:", "The route is not valid:"},
    [LRI_VERDICT_RULE] = {"Regel {rule}: {message}", "Rule {rule}: {message}"},
    [LRI_VERDICT_STEP] = {"Geen stap: {message}", "Not a step: {message}"},
    [LRI_VERDICT_MEASURES] = {"Gegevens: {message}", "Details: {message}"},
    [LRI_VERDICT_AWARDS] = {"Diploma's: {message}", "Awards: {message}"},
};

const char *lri_verdict_form(leerroute_language language, lri_verdict verdict) {
    return verdicts[verdict][language == LEERROUTE_DUTCH ? 0 : 1];
}

/* What a fault's values are. */
typedef enum unit { NONE, DAYS, EUROS, STUDY_HOURS, PRACTICE_HOURS, NUMBER, WEEKS } unit;

#define OVERLOADED                                                                                 \
    "De week van {week} vraagt {found}; er is ruimte voor {most}: {name} past er niet bij.",       \
        "The week of {week} takes {found}; there is room for {most}: {name} does not fit."

static const struct sentence {
    unit unit;
    const char *forms[2];
} sentences[LRI_CHECK_CODES] = {
    [LRI_CHECK_UNKNOWN] = {NONE,
                           {"\"{id}\" is geen leereenheid of assessment van deze catalogus.",
                            "\"{id}\" is not a unit or assessment of this catalogue."}},
    [LRI_CHECK_KIND] = {NONE,
                        {"{name} staat in de route als een andere soort stap dan \"{detail}\".",
                         "{name} is in the route as another kind of step than \"{detail}\"."}},
    [LRI_CHECK_OFFERING] = {NONE,
                            {"De uitvoering \"{detail}\" van {name} bestaat niet.",
                             "The offering \"{detail}\" of {name} does not exist."}},
    [LRI_CHECK_FOREIGN_OFFERING] = {NONE,
                                    {"De uitvoering \"{detail}\" is er geen van {name}.",
                                     "The offering \"{detail}\" is not one of {name}."}},
    [LRI_CHECK_WEEKS] = {WEEKS,
                         {"De uitvoering \"{detail}\" van {name} kan niet in {found}.",
                          "The offering \"{detail}\" of {name} cannot be done in {found}."}},
    [LRI_CHECK_UNDER_WAY] = {NONE,
                             {"{name} loopt al bij de start en kan geen stap meer zijn.",
                              "{name} is under way at the start and can no longer be a step."}},
    [LRI_CHECK_TWICE] = {NONE,
                         {"{name} staat al eerder in de route.", "{name} is in the route before."}},
    [LRI_CHECK_GRANTS_NOTHING] =
        {NONE,
         {"{name} levert niets op: wat het toetst, staat niet bij de claims.",
          "{name} brings nothing: what it takes is not among the claims."}},

    [LRI_CHECK_BEFORE_START] =
        {DAYS,
         {"{name} begint in de week van {week}, vóór de week van de start op {expected}.",
          "{name} begins in the week of {week}, before the week of the start on {expected}."}},
    [LRI_CHECK_NOT_A_START] =
        {NONE,
         {"{name} kan niet beginnen in de week van {week}: dan is er geen "
          "startmoment.",
          "{name} cannot begin in the week of {week}: it has no start then."}},
    [LRI_CHECK_BEFORE_FROM] =
        {DAYS,
         {"{name} begint in de week van {week}, maar dat kan pas vanaf de week van {expected}.",
          "{name} begins in the week of {week}, but that can be no earlier than the week of "
          "{expected}."}},
    [LRI_CHECK_AFTER_UNTIL] =
        {DAYS,
         {"{name} begint in de week van {week}, maar dat kan niet later dan in de week van "
          "{expected}.",
          "{name} begins in the week of {week}, but that can be no later than the week of "
          "{expected}."}},

    [LRI_CHECK_REQUIRES] =
        {NONE,
         {"{name} begint in de week van {week}, maar dan is niet voldaan aan wat daarvoor nodig "
          "is: "
          "{asks}.",
          "{name} begins in the week of {week}, but what it asks does not hold then: {asks}."}},
    [LRI_CHECK_OFFERING_REQUIRES] =
        {NONE,
         {"{name} begint in de week van {week}, maar dan is niet voldaan aan wat deze uitvoering "
          "vraagt: {asks}.",
          "{name} begins in the week of {week}, but what this offering asks does not hold then: "
          "{asks}."}},

    [LRI_CHECK_LEERWEG] = {NONE,
                           {"De leerweg \"{detail}\" van {name} is niet toegestaan.",
                            "The pathway \"{detail}\" of {name} is not allowed."}},
    [LRI_CHECK_PROVIDER] = {NONE,
                            {"De aanbieder \"{detail}\" van {name} is niet toegestaan.",
                             "The provider \"{detail}\" of {name} is not allowed."}},
    [LRI_CHECK_PLACE] = {NONE,
                         {"De plaats \"{detail}\" van {name} is niet toegestaan.",
                          "The place \"{detail}\" of {name} is not allowed."}},
    [LRI_CHECK_EXCLUDED] = {NONE, {"{name} is uitgesloten.", "{name} is excluded."}},
    [LRI_CHECK_EXCLUDED_OFFERING] = {NONE,
                                     {"De uitvoering \"{detail}\" van {name} is uitgesloten.",
                                      "The offering \"{detail}\" of {name} is excluded."}},

    [LRI_CHECK_STUDY_LOAD] = {STUDY_HOURS, {OVERLOADED}},
    [LRI_CHECK_PRACTICE_LOAD] = {PRACTICE_HOURS, {OVERLOADED}},
    [LRI_CHECK_PARALLEL] =
        {NUMBER,
         {"In de week van {week} lopen er {found} stappen tegelijk; er is ruimte voor {most}: "
          "{name} past er niet bij.",
          "In the week of {week} there are {found} steps at once; there is room for {most}: {name} "
          "does not fit."}},

    [LRI_CHECK_BUDGET] = {EUROS,
                          {"De stappen kosten samen {found}; het budget is {expected}.",
                           "The steps cost {found} together; the budget is {expected}."}},

    [LRI_CHECK_INCLUDE_MISSING] = {NONE,
                                   {"{name} moet in de route, maar is er geen stap van.",
                                    "{name} must be in the route, but is not a step of it."}},
    [LRI_CHECK_INCLUDE_OFFERING] =
        {NONE,
         {"{name} moet met uitvoering \"{detail}\", maar staat met een andere in de route.",
          "{name} must be followed with offering \"{detail}\", but is in the route with another."}},
    [LRI_CHECK_INCLUDE_START] =
        {DAYS,
         {"{name} moet beginnen in de week van {expected}, maar begint in die van {found}.",
          "{name} must begin in the week of {expected}, but begins in that of {found}."}},
    [LRI_CHECK_GOAL] = {NONE,
                        {"Met deze stappen wordt het doel niet bereikt, niet binnen tien jaar.",
                         "With these steps the goal is not reached, not within ten years."}},
    [LRI_CHECK_FINISH_BY] =
        {DAYS,
         {"Het doel is pas op {found} bereikt; dat mag niet later dan {expected}.",
          "The goal is reached only on {found}; that may be no later than {expected}."}},

    [LRI_CHECK_HOLDS_ALREADY] = {NONE,
                                 {"{name} is niet nodig: aan het doel is bij de start al voldaan.",
                                  "{name} is not needed: the goal is met already at the start."}},
    [LRI_CHECK_SUPERFLUOUS] =
        {NONE,
         {"{name} is niet nodig: zonder deze stap is het doel niet later bereikt.",
          "{name} is not needed: without this step the goal is reached no later."}},

    [LRI_CHECK_INTAKE] = {NONE,
                          {"De route is van een andere intake dan \"{detail}\".",
                           "The route is of another intake than \"{detail}\"."}},
    [LRI_CHECK_CATALOGUE] = {NONE,
                             {"De route is van een andere catalogus dan \"{detail}\".",
                              "The route is of another catalogue than \"{detail}\"."}},
    [LRI_CHECK_START] = {DAYS,
                         {"De start staat op {found}; de week van de start begint op {expected}.",
                          "The start is given as {found}; the week of the start begins on "
                          "{expected}."}},
    [LRI_CHECK_FINISH] = {DAYS,
                          {"Volgens de route is het doel op {found} bereikt; dat is {expected}.",
                           "The route says that the goal is reached on {found}; that is "
                           "{expected}."}},
    [LRI_CHECK_COST] = {EUROS,
                        {"De route zou {found} kosten; de stappen kosten samen {expected}.",
                         "The route is said to cost {found}; the steps cost {expected} together."}},
    [LRI_CHECK_STUDY_HOURS] =
        {STUDY_HOURS,
         {"De route zou {found} tellen; de stappen tellen er samen {most}.",
          "The route is said to take {found}; the steps take {most} together."}},
    [LRI_CHECK_PRACTICE_HOURS] =
        {PRACTICE_HOURS,
         {"De route zou {found} tellen; de stappen tellen er samen {most}.",
          "The route is said to take {found}; the steps take {most} together."}},
    [LRI_CHECK_STEP_START] =
        {DAYS,
         {"De start van {name} staat op {found}, en hoort op de maandag te staan: {expected}.",
          "The start of {name} is given as {found}, and belongs on the Monday: {expected}."}},
    [LRI_CHECK_STEP_COST] = {EUROS,
                             {"{name} zou {found} kosten; dat is {expected}.",
                              "{name} is said to cost {found}; it costs {expected}."}},
    [LRI_CHECK_STEP_STUDY_HOURS] = {STUDY_HOURS,
                                    {"{name} zou {found} tellen, en telt er {most}.",
                                     "{name} is said to take {found}; it takes {most}."}},
    [LRI_CHECK_STEP_PRACTICE_HOURS] = {PRACTICE_HOURS,
                                       {"{name} zou {found} tellen, en telt er {most}.",
                                        "{name} is said to take {found}; it takes {most}."}},
    [LRI_CHECK_ORDER] =
        {NONE,
         {"{name} staat niet op zijn plaats: stappen staan op begin, dan leereenheden vóór "
          "assessments, dan zoals in de catalogus.",
          "{name} is out of place: steps come by start, then units before assessments, then in "
          "catalogue order."}},
    [LRI_CHECK_FIRST_UNKNOWN] = {NONE,
                                 {"Er is geen functie \"{detail}\" om als eerste te komen.",
                                  "There is no function \"{detail}\" to come first."}},
    [LRI_CHECK_FIRST_NEVER] =
        {NONE,
         {"De functie {detail} zou als eerste komen, maar komt er met deze stappen niet op tijd.",
          "The function {detail} is said to come first, but does not come in time with these "
          "steps."}},
    [LRI_CHECK_FIRST_WEEK] =
        {DAYS,
         {"De functie {detail} zou er vanaf {found} zijn; dat is vanaf {expected}.",
          "The function {detail} is said to be there from {found}; it is from {expected}."}},
    [LRI_CHECK_BOUND_FINISH] =
        {DAYS,
         {"Bewezen zou zijn dat het niet vóór {found} kan, maar de route is klaar op {expected}.",
          "It is said to be proved that no route is ready before {found}, but this one is on "
          "{expected}."}},
    [LRI_CHECK_BOUND_COST] =
        {EUROS,
         {"Bewezen zou zijn dat het niet voor minder dan {found} kan, maar de route kost "
          "{expected}.",
          "It is said to be proved that no route costs less than {found}, but this one costs "
          "{expected}."}},
    [LRI_CHECK_BOUND_HOURS] =
        {STUDY_HOURS,
         {"Bewezen zou zijn dat het niet met minder dan {found} kan, maar de route telt er {most}.",
          "It is said to be proved that no route takes less than {found}, but this one takes "
          "{most}."}},

    [LRI_CHECK_AWARD_UNKNOWN] =
        {NONE,
         {"\"{id}\" is geen certificaat of diploma van die soort in deze catalogus.",
          "\"{id}\" is not a certificate or diploma of that kind in this catalogue."}},
    [LRI_CHECK_AWARD_TWICE] = {NONE,
                               {"{name} staat al eerder in de lijst.",
                                "{name} is in the list before."}},
    [LRI_CHECK_AWARD_EXTRA] =
        {NONE,
         {"{name} hoort niet in de lijst: het komt niet door deze stappen, of niet voordat het "
          "doel "
          "is bereikt.",
          "{name} does not belong in the list: it does not come of these steps, or not by the time "
          "that the goal is reached."}},
    [LRI_CHECK_AWARD_WEEK] = {DAYS,
                              {"{name} staat op {found}; het komt in de week van {expected}.",
                               "{name} is given as {found}; it comes in the week of {expected}."}},
    [LRI_CHECK_AWARD_VALID_UNTIL] =
        {DAYS,
         {"De laatste dag waarop {name} geldt: {expected}. Er staat: {found}.",
          "The last day on which {name} is valid: {expected}. What is given: {found}."}},
    [LRI_CHECK_AWARD_MISSING] =
        {NONE,
         {"{name} ontbreekt in de lijst: het komt in de week van {week}.",
          "{name} is missing from the list: it comes in the week of {week}."}},
    [LRI_CHECK_AWARD_ORDER] =
        {NONE,
         {"{name} staat niet op zijn plaats: ze staan op week, dan certificaten vóór diploma's, "
          "dan "
          "zoals in de catalogus.",
          "{name} is out of place: awards come by week, then certificates before diplomas, then in "
          "catalogue order."}},
};

/* ---- Filling in ---- */

static const char *day(lri_page *page, int64_t value) {
    if (value >= 0) return lri_page_date(page, (leerroute_day)value);
    return page->language == LEERROUTE_DUTCH ? "geen" : "none";
}

static const char *shown(lri_page *page, unit kind, int64_t value) {
    switch (kind) {
    case NONE:
        break;
    case DAYS:
        return day(page, value);
    case EUROS:
        return lri_page_euros(page, value);
    case STUDY_HOURS:
        return lri_page_count(page, value, LRI_SAY_STUDY_HOURS);
    case PRACTICE_HOURS:
        return lri_page_count(page, value, LRI_SAY_PRACTICE_HOURS);
    case NUMBER:
        return lri_page_number(page, value);
    case WEEKS:
        return lri_page_count(page, value, LRI_SAY_WEEKS);
    }
    return "";
}

/* "Zorgplan bijstellen (le-zorgplan)" */
static const char *name(lri_page *page, const lri_check_fault *fault) {
    return lri_page_fill(page, fault->name ? "{name} ({id})" : "\"{id}\"",
                         (const lri_word[]){{"name", fault->name}, {"id", fault->step}}, 2);
}

const char *lri_check_sentence(lri_page *page, const leerroute_check *check,
                               const lri_check_fault *fault) {
    const struct sentence *s = &sentences[fault->code];
    const leerroute_catalogue *catalogue = check->intake->catalogue;
    const lri_word words[] = {
        {"id", fault->step},
        {"name", name(page, fault)},
        {"week", fault->week < 0 ? "" : lri_page_date(page, fault->week)},
        {"detail", fault->detail},
        {"asks", lri_requirement_name(page, catalogue, &catalogue->requirements, fault->requires)},
        {"found", shown(page, s->unit, fault->found)},
        {"expected", shown(page, s->unit, fault->expected)},
        {"most", lri_page_number(page, fault->expected)},
    };
    const char *form = s->forms[page->language == LEERROUTE_DUTCH ? 0 : 1];
    return lri_page_fill(page, form, words, sizeof words / sizeof *words);
}
