#include "messages.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const phrase forms[SAYINGS] = {
    [SAY_NO_COMMAND] = {"er ontbreekt een opdracht: %s", "a command is missing: %s"},
    [SAY_UNKNOWN_COMMAND] = {"er is geen opdracht \"%s\"; wel: %s",
                             "there is no command \"%s\"; what there is: %s"},
    [SAY_UNKNOWN_OPTION] = {"\"%s\" kent de optie %s niet", "\"%s\" has no option %s"},
    [SAY_DID_YOU_MEAN] = {"; bedoelde je %s?", "; did you mean %s?"},
    [SAY_SEE_HELP] = {"Gebruik: %s %s; meer met --help.\n", "Usage: %s %s; more with --help.\n"},
    [SAY_OPTION_NEEDS_VALUE] = {"bij %s hoort een waarde: %s", "%s takes a value: %s"},
    [SAY_OPTION_TAKES_NO_VALUE] = {"bij %s hoort geen waarde", "%s takes no value"},
    [SAY_WRONG_VALUE] = {"bij %s past \"%s\" niet; wel: %s",
                         "%s cannot be \"%s\"; what can be: %s"},
    [SAY_A_TIME] = {"een aantal seconden, zoals 10 of 0.5", "a number of seconds, as 10 or 0.5"},
    [SAY_A_NUMBER] = {"een geheel getal vanaf 1", "a whole number from 1"},
    [SAY_A_DATE] = {"een datum, zoals 2027-02-01", "a date, as 2027-02-01"},
    [SAY_AN_ID_AND_DATE] = {"een id en een datum, zoals le-adl=2027-02-01",
                            "an id and a date, as le-adl=2027-02-01"},
    [SAY_AN_ID_TO_INCLUDE] = {"een id, met eventueel een uitvoering en een datum, zoals "
                              "le-adl@le-adl-1=2027-02-01",
                              "an id, and if need be an offering and a date, as "
                              "le-adl@le-adl-1=2027-02-01"},
    [SAY_A_ROW] = {"van, tot en stap, zoals 4:32:4, met ten hoogste 1000 waarden",
                   "from, to and step, as 4:32:4, of at most 1000 values"},
    [SAY_A_ROW_OF_DATES] =
        {"van, tot en weken, zoals 2027-01-04:2027-12-31:4, met ten hoogste 1000 waarden",
         "from, to and weeks, as 2027-01-04:2027-12-31:4, of at most 1000 values"},
    [SAY_ONE_LEVER] = {"er hoort één van deze opties bij: --hours, --practice, --budget, --start",
                       "it takes one of these options: --hours, --practice, --budget, --start"},
    [SAY_MEASURE_TWICE] = {"--objective noemt %s twee keer", "--objective names %s twice"},
    [SAY_NOT_TOGETHER] = {"%s en %s gaan niet samen", "%s and %s do not go together"},
    [SAY_NO_SUCH_GOAL] = {"--goal: de catalogus heeft geen %s:%s",
                          "--goal: the catalogue has no %s:%s"},
    [SAY_NO_FUNCTION] = {"%s: er is geen functie \"%s\"", "%s: there is no function \"%s\""},
    [SAY_NO_ACTIVITY] = {"%s: er is geen leereenheid of toets \"%s\"",
                         "%s: there is no unit or assessment \"%s\""},
    [SAY_NO_OFFERING] = {"%s: er is geen uitvoering \"%s\"", "%s: there is no offering \"%s\""},
    [SAY_NOTHING_TO_EXCLUDE] = {"%s: er is geen leereenheid, toets of uitvoering \"%s\"",
                                "%s: there is no unit, assessment or offering \"%s\""},
    [SAY_CANNOT_INCLUDE] =
        {"--include: %s kan niet: het loopt al, of die uitvoering hoort er niet bij",
         "--include: %s cannot be: it is under way, or the offering is not its "
         "own"},
    [SAY_NEEDS_CATALOGUE] = {"er ontbreekt een catalogus: -c CATALOGUS",
                             "a catalogue is missing: -c CATALOGUE"},
    [SAY_NEEDS_OPERAND] = {"er ontbreekt een bestand", "a file is missing"},
    [SAY_TOO_MUCH] = {"\"%s\" is er te veel", "\"%s\" is one too many"},
    [SAY_STDIN_TWICE] = {"de standaardinvoer (-) kan maar één keer worden gelezen",
                         "standard input (-) can be read only once"},

    [SAY_CANNOT_READ] = {"%s:: kan niet worden gelezen: %s\n", "%s:: cannot be read: %s\n"},
    [SAY_CANNOT_WRITE] = {"%s kan niet worden geschreven: %s", "%s cannot be written: %s"},
    [SAY_STANDARD_OUTPUT] = {"de uitvoer", "the output"},
    [SAY_NO_SUCH_FILE] = {"dit bestaat niet", "there is no such file"},
    [SAY_NO_SUCH_FOLDER] = {"die map bestaat niet", "there is no such folder"},
    [SAY_NOT_ALLOWED] = {"daar is geen toestemming voor", "permission denied"},
    [SAY_IS_FOLDER] = {"dit is een map", "this is a folder"},
    [SAY_DISK_FULL] = {"de schijf is vol", "the disk is full"},
    [SAY_CLOSED] = {"die is gesloten", "it is closed"},
    [SAY_PIPE_CLOSED] = {"de ontvanger is gestopt met lezen", "the receiver has stopped reading"},

    [SAY_WARNING] = {"waarschuwing: ", "warning: "},
    [SAY_LINE_AND_COLUMN] = {" (regel %zu, kolom %zu)", " (line %zu, column %zu)"},
    [SAY_COLUMN] = {" (kolom %zu)", " (column %zu)"},
    [SAY_MORE_FAULTS] = {"niet meer dan %s meldingen getoond; er kunnen er meer zijn",
                         "no more than %s messages are shown; there may be more"},
    [SAY_ONE_IN_ORDER] = {"%s is in orde", "%s is in order"},
    [SAY_ALL_IN_ORDER] = {"%s bestanden nagekeken, alles in orde",
                          "%s files checked, all in order"},
    [SAY_ONLY_FORM] =
        {"alleen de vorm is nagegaan; of de route geldig is, zegt \"leerroute check\"",
         "only the form was checked; whether the route is valid, \"leerroute check\" "
         "tells"},
    [SAY_ROUTE_WITHOUT_ROUTE] = {"%s:/status: in dit bestand staat geen route (status %s)\n",
                                 "%s:/status: there is no route in this file (status %s)\n"},
    [SAY_ROUTE_NOT_VALID] =
        {"%s:: deze route klopt niet voor deze intake; wat er mis is, zegt \"leerroute check\"\n",
         "%s:: this route is not valid for this intake; what is wrong, \"leerroute check\" "
         "tells\n"},
    [SAY_NEEDS_ON] = {"er ontbreekt een dag: --on DATUM", "a day is missing: --on DATE"},
    [SAY_BEFORE_START] = {"--on: %s ligt vóór het begin van de route, of te ver weg",
                          "--on: %s lies before the start of the route, or too far away"},
    [SAY_NO_SUCH_STEP] = {"%s: \"%s\" is geen stap die dan al is begonnen",
                          "%s: \"%s\" is no step that has begun by then"},
    [SAY_HAS_BEGUN] = {"%s: \"%s\" liep bij de start al", "%s: \"%s\" was under way at the start"},
    [SAY_STEP_TWICE] = {"%s: hoe \"%s\" ging, is al gezegd", "%s: how \"%s\" went is said before"},
    [SAY_ENDS_EARLY] = {"%s: \"%s\" zou eindigen voor het begon",
                        "%s: \"%s\" would end before it began"},
    [SAY_LAPSES] =
        {"waarschuwing: %s geldt tot en met %s, en de route bereikt het doel pas op %s",
         "warning: %s counts through %s, and the route does not reach the goal until %s"},
    [SAY_STOPPED] = {"gestopt; dit is de beste uitkomst tot nu toe",
                     "stopped; this is the best answer so far"},
    [SAY_UNREADABLE] = {"kan niet worden gelezen: %s", "cannot be read: %s"},
    [SAY_SAME_FILE] = {"%s is invoer, en kan niet ook de uitvoer zijn",
                       "%s is input, and cannot be the output too"},
    [SAY_RESUME_NEEDS_OUTPUT] = {"--resume vraagt om -o BESTAND", "--resume needs -o FILE"},
    [SAY_NEEDS_STDIN] = {"%s gaat over de standaardinvoer; noem dan geen andere bestanden",
                         "%s is about standard input; name no other files then"},
    [SAY_IN_USE] = {"een andere leerroute is ermee bezig", "another leerroute is at work on it"},
    [SAY_UNFINISHED] = {"%s is nog niet af: ga verder met --resume, of verwijder %s om opnieuw te "
                        "beginnen",
                        "%s is not finished: go on with --resume, or remove %s to begin anew"},
    [SAY_IS_DONE] = {"%s is al af, en blijft zoals het is; zonder --resume begint het opnieuw",
                     "%s is done, and is left as it is; without --resume it begins anew"},
    [SAY_CANNOT_RESUME] = {"%s kan niet worden hervat: %s", "%s cannot be gone on with: %s"},
    [SAY_MARK_BROKEN] = {"het bestand .resume ernaast is beschadigd",
                         "the file .resume beside it is damaged"},
    [SAY_CATALOGUE_CHANGED] = {"de catalogus is veranderd", "the catalogue has changed"},
    [SAY_OPTIONS_CHANGED] = {"de opties of de namen van de invoer zijn anders",
                             "the options or the names of the input are others"},
    [SAY_INPUT_CHANGED] = {"de invoer is veranderd", "the input has changed"},
    [SAY_OUTPUT_CHANGED] = {"wat erin stond, is veranderd", "what it had in it has changed"},
    [SAY_REPEATED] = {"intake \"%s\" komt meer dan eens voor; elke keer wordt beantwoord",
                      "intake \"%s\" is there more than once; each is answered"},
    [SAY_MALFORMED] = {"niet gepland: %s van %s; waarom niet, staat in de antwoorden",
                       "not planned: %s of %s; the answers tell why"},
    [SAY_STOPPED_EARLY] = {"gestopt; beantwoord: %s", "stopped; answered: %s"},
    [SAY_GO_ON] = {"wat er is, is bewaard; ga verder met dezelfde opdracht en --resume",
                   "what is there is kept; go on with the same command and --resume"},
    [SAY_GOING_ON] = {"verder waar het was; al beantwoord: %s", "going on; answered already: %s"},
    [SAY_PROGRESS] = {"%s intakes, %s per seconde, %s niet gepland",
                      "%s intakes, %s per second, %s not planned"},
    [SAY_PROGRESS_TOTAL] = {"%s van %s intakes, %s per seconde, %s niet gepland",
                            "%s of %s intakes, %s per second, %s not planned"},
    [SAY_PROGRESS_LEFT] = {", nog %s", ", %s left"},
    [SAY_NO_MEMORY] = {"er is niet genoeg geheugen", "there is not enough memory"},
    [SAY_DEFECT] =
        {"een fout in leerroute zelf: de eigen controle keurt de route af, dus die wordt "
         "niet gegeven. Meld dit, met de catalogus en de intake",
         "a defect of leerroute itself: its own checker refuses the route, so it is not "
         "given. Please report this, with the catalogue and the intake"},

    [SAY_USAGE] = {"Gebruik: %s %s\n\n%s\n\n", "Usage: %s %s\n\n%s\n\n"},
    [SAY_COMMANDS] = {"Opdrachten:\n", "Commands:\n"},
    [SAY_OPTIONS] = {"Opties:\n", "Options:\n"},
};

static leerroute_language spoken = LEERROUTE_DUTCH;

leerroute_language language_of_environment(void) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *locale = getenv(names[i]);
        if (locale && *locale)
            return strncmp(locale, "en", 2) == 0 ? LEERROUTE_ENGLISH : LEERROUTE_DUTCH;
    }
    return LEERROUTE_DUTCH;
}

void set_language(leerroute_language language) {
    spoken = language;
}

leerroute_language language(void) {
    return spoken;
}

const char *form(saying what) {
    return forms[what][spoken];
}

static void say(const nearest *meant, saying what, va_list values) {
    fputs("leerroute: ", stderr);
    vfprintf(stderr, form(what), values);
    if (meant && meant->best) fprintf(stderr, form(SAY_DID_YOU_MEAN), meant->best);
    fputc('\n', stderr);
}

exit_code complain(exit_code code, saying what, ...) {
    va_list values;
    va_start(values, what);
    say(NULL, what, values);
    va_end(values);
    return code;
}

exit_code complain_near(const nearest *meant, saying what, ...) {
    va_list values;
    va_start(values, what);
    say(meant, what, values);
    va_end(values);
    return EXIT_USAGE;
}

exit_code complain_of(leerroute_status status) {
    return complain(EXIT_FAILED, status == LEERROUTE_NO_MEMORY ? SAY_NO_MEMORY : SAY_DEFECT);
}

const char *reason(int error) {
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return form(SAY_NO_SUCH_FILE);
    case EACCES:
    case EPERM:
        return form(SAY_NOT_ALLOWED);
    case EISDIR:
        return form(SAY_IS_FOLDER);
    case ENOSPC:
        return form(SAY_DISK_FULL);
    case EBADF:
        return form(SAY_CLOSED);
    case EPIPE:
        return form(SAY_PIPE_CLOSED);
    case ENOMEM:
        return form(SAY_NO_MEMORY);
    default:
        return strerror(error);
    }
}
