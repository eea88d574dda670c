/* One table has every option; a command takes the rows whose bits it names. */
#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nearest.h"

enum {
    JOBS_MAX = 1024,
    FIRST_LONG = 256, /* what getopt_long gives for row i without a letter: FIRST_LONG + i */
    HELP_COLUMN = 25
};

typedef struct row {
    option_bit bit;
    char letter;      /* 0: it has none */
    const char *name; /* NULL: it has a letter alone */
    phrase value;     /* what its value is; NULL: it takes none */
    phrase help;
    exit_code (*take)(const char *value, options *out); /* NULL: it sets a flag, */
    size_t flag;                                        /* at this place of the options */
} row;

/* ---- Values ---- */

/* Says that a value is none of the words, with the nearest one. */
static exit_code wrong_value(const char *option, const char *value, const char *const *words,
                             size_t count, const char *all) {
    nearest meant = {.word = value};
    for (size_t i = 0; i < count; i++) consider(&meant, words[i]);
    return complain_near(&meant, SAY_WRONG_VALUE, option, value, all);
}

/* The number of the word that is the first `length` bytes of the value, or -1. */
static int word_index(const char *value, size_t length, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == length && memcmp(words[i], value, length) == 0) return (int)i;
    return -1;
}

static exit_code take_catalogue(const char *value, options *out) {
    out->catalogue = value;
    return CARRY_ON;
}

static exit_code take_output(const char *value, options *out) {
    out->output = value;
    return CARRY_ON;
}

static exit_code take_format(const char *value, options *out) {
    static const char *const words[] = {"text", "json"};
    int format = word_index(value, strlen(value), words, 2);
    if (format < 0) return wrong_value("--format", value, words, 2, "text, json");
    out->style.format = (leerroute_format)format;
    return CARRY_ON;
}

static exit_code take_table(const char *value, options *out) {
    static const char *const words[] = {"text", "json", "csv"};
    int format = word_index(value, strlen(value), words, 3);
    if (format < 0) return wrong_value("--format", value, words, 3, "text, json, csv");
    out->style.format = (leerroute_format)format;
    return CARRY_ON;
}

static exit_code take_lang(const char *value, options *out) {
    static const char *const words[] = {"nl", "en"};
    int found = word_index(value, strlen(value), words, LANGUAGES);
    if (found < 0) return wrong_value("--lang", value, words, LANGUAGES, "nl, en");
    set_language((leerroute_language)found);
    out->style.language = language();
    return CARRY_ON;
}

static exit_code take_objective(const char *value, options *out) {
    static const char *const words[] = {"finish", "cost", "hours"};
    bool seen[3] = {false};
    out->objective_count = 0;
    for (const char *rest = value; rest; rest = strchr(rest, ',') ? strchr(rest, ',') + 1 : NULL) {
        size_t length = strcspn(rest, ",");
        int measure = word_index(rest, length, words, 3);
        if (measure < 0) {
            char *part = strndup(rest, length);
            if (!part) return complain(EXIT_FAILED, SAY_NO_MEMORY);
            exit_code code = wrong_value("--objective", part, words, 3, "finish, cost, hours");
            free(part);
            return code;
        }
        if (seen[measure]) return complain(EXIT_USAGE, SAY_MEASURE_TWICE, words[measure]);
        seen[measure] = true;
        out->objective[out->objective_count++] = (leerroute_measure)measure;
    }
    return CARRY_ON;
}

static exit_code take_goal(const char *value, options *out) {
    static const char *const words[] = {"diploma", "function", "certificate"};
    static const leerroute_kind kinds[] = {LEERROUTE_DIPLOMA, LEERROUTE_FUNCTION,
                                           LEERROUTE_CERTIFICATE};
    size_t length = strcspn(value, ":");
    int kind = value[length] ? word_index(value, length, words, 3) : -1;
    if (kind < 0)
        return wrong_value("--goal", value, NULL, 0, "diploma:ID, function:ID, certificate:ID");
    out->goal_kind = kinds[kind];
    out->goal_id = value + length + 1;
    return CARRY_ON;
}

static exit_code take_time_limit(const char *value, options *out) {
    bool is_number = strspn(value, "0123456789.") == strlen(value);
    char *end;
    out->seconds = strtod(value, &end);
    if (is_number && *end == '\0' && out->seconds > 0) return CARRY_ON;
    return wrong_value("--time-limit", value, NULL, 0, form(SAY_A_TIME));
}

/* A whole number from 1 to `most`. */
static exit_code take_number(const char *option, const char *value, uint64_t most, uint64_t *out) {
    bool is_number = strspn(value, "0123456789") == strlen(value);
    errno = 0;
    *out = strtoull(value, NULL, 10);
    if (is_number && errno == 0 && *out > 0 && *out <= most) return CARRY_ON;
    return wrong_value(option, value, NULL, 0, form(SAY_A_NUMBER));
}

static exit_code take_node_limit(const char *value, options *out) {
    return take_number("--node-limit", value, UINT64_MAX, &out->nodes);
}

static exit_code take_alternatives(const char *value, options *out) {
    return take_number("--alternatives", value, UINT64_MAX, &out->alternatives);
}

static exit_code take_on(const char *value, options *out) {
    out->has_on = leerroute_day_parse(value, &out->on);
    if (out->has_on) return CARRY_ON;
    return wrong_value("--on", value, NULL, 0, form(SAY_A_DATE));
}

static exit_code add_deviation(leerroute_deviation_kind kind, const char *id, leerroute_day ends,
                               options *out) {
    if (out->deviation_count == DEVIATIONS_MAX) return complain(EXIT_USAGE, SAY_TOO_MUCH, id);
    out->deviations[out->deviation_count++] = (leerroute_deviation){kind, id, ends};
    return CARRY_ON;
}

static exit_code take_failed(const char *value, options *out) {
    return add_deviation(LEERROUTE_FAILED, value, -1, out);
}

static exit_code take_stopped(const char *value, options *out) {
    return add_deviation(LEERROUTE_STOPPED, value, -1, out);
}

static exit_code take_not_begun(const char *value, options *out) {
    return add_deviation(LEERROUTE_NOT_BEGUN, value, -1, out);
}

/* ID=DATE: the argument itself is cut in two. */
static exit_code take_ends(const char *value, options *out) {
    char *mark = strchr(value, '=');
    leerroute_day ends;
    if (!mark || !leerroute_day_parse(mark + 1, &ends))
        return wrong_value("--ends", value, NULL, 0, form(SAY_AN_ID_AND_DATE));
    *mark = '\0';
    return add_deviation(LEERROUTE_ENDS, value, ends, out);
}

static exit_code take_first(const char *value, options *out) {
    out->first = value;
    return CARRY_ON;
}

static exit_code add_fixed(fixed_point point, options *out) {
    if (out->fixed_count == FIXED_MAX) return complain(EXIT_USAGE, SAY_TOO_MUCH, point.id);
    out->fixed[out->fixed_count++] = point;
    return CARRY_ON;
}

/* ID[@OFFERING][=DATE]: the argument itself is cut in pieces. */
static exit_code take_include(const char *value, options *out) {
    fixed_point point = {.id = value, .start = -1};
    char *date = strchr(value, '='), *offering = strchr(value, '@');
    if (date && !leerroute_day_parse(date + 1, &point.start))
        return wrong_value("--include", value, NULL, 0, form(SAY_AN_ID_TO_INCLUDE));
    if (date) *date = '\0';
    if (offering && (!date || offering < date)) {
        *offering = '\0';
        point.offering = offering + 1;
    }
    return add_fixed(point, out);
}

static exit_code take_exclude(const char *value, options *out) {
    return add_fixed((fixed_point){.id = value, .is_excluded = true}, out);
}

/* A whole number up to a most, and what follows it; -1 where there is none. */
static int64_t number_of(const char *text, int64_t most, char **end) {
    *end = (char *)text;
    if (*text < '0' || *text > '9') return -1;
    errno = 0;
    long long number = strtoll(text, end, 10);
    return errno == 0 && number <= most ? number : -1;
}

/* Are the values a row that can be planned? */
static exit_code take_row(const char *name, const char *value, saying wanted, options *out) {
    bool is_right = out->lever_from >= 0 && out->lever_to >= out->lever_from &&
                    out->lever_step > 0 &&
                    (out->lever_to - out->lever_from) / out->lever_step < LEERROUTE_PROFILE_MAX;
    if (!is_right) return wrong_value(name, value, NULL, 0, form(wanted));
    out->lever_count++;
    return CARRY_ON;
}

static exit_code take_numbers(const char *name, const char *value, leerroute_lever lever,
                              int64_t most, options *out) {
    char *end;
    out->lever = lever;
    out->lever_step = -1;
    out->lever_from = number_of(value, most, &end);
    out->lever_to = *end == ':' ? number_of(end + 1, most, &end) : -1;
    if (*end == ':') out->lever_step = number_of(end + 1, most, &end);
    if (*end) out->lever_step = -1;
    return take_row(name, value, SAY_A_ROW, out);
}

enum { HOURS_MAX = 168, BUDGET_MAX = 1000000000, WEEKS_MAX = 10000 };

static exit_code take_hours(const char *value, options *out) {
    return take_numbers("--hours", value, LEERROUTE_STUDY_HOURS, HOURS_MAX, out);
}

static exit_code take_practice(const char *value, options *out) {
    return take_numbers("--practice", value, LEERROUTE_PRACTICE_HOURS, HOURS_MAX, out);
}

static exit_code take_budget(const char *value, options *out) {
    return take_numbers("--budget", value, LEERROUTE_BUDGET, BUDGET_MAX, out);
}

/* The date that the text begins with, and what follows it; -1 where there is none. */
static int64_t date_of(const char *text, const char **end) {
    char date[11] = "";
    leerroute_day day;
    *end = text;
    strncpy(date, text, sizeof date - 1);
    if (!leerroute_day_parse(date, &day)) return -1;
    *end = text + strlen(date);
    return day;
}

static exit_code take_start(const char *value, options *out) {
    const char *after;
    char *end = NULL;
    out->lever = LEERROUTE_START;
    out->lever_to = out->lever_step = -1;
    out->lever_from = date_of(value, &after);
    if (*after == ':') out->lever_to = date_of(after + 1, &after);
    if (*after == ':') out->lever_step = 7 * number_of(after + 1, WEEKS_MAX, &end);
    if (!end || *end) out->lever_step = -1;
    return take_row("--start", value, SAY_A_ROW_OF_DATES, out);
}

static exit_code take_first_line(const char *value, options *out) {
    return take_number("--first-line", value, INT64_MAX, &out->first_line);
}

static exit_code take_jobs(const char *value, options *out) {
    uint64_t jobs;
    exit_code code = take_number("-j", value, JOBS_MAX, &jobs);
    if (code == CARRY_ON) out->jobs = (int)jobs;
    return code;
}

static exit_code take_source(const char *value, options *out) {
    out->source = value;
    return CARRY_ON;
}

static exit_code take_why_not(const char *value, options *out) {
    out->why_not = value;
    return CARRY_ON;
}

/* ---- The table ---- */

#define FLAG(name) .flag = offsetof(options, name)
#define NO_VALUE                                                                                   \
    { NULL, NULL }

static const row rows[] = {
    {OPTION_CATALOGUE,
     'c',
     NULL,
     {"CATALOGUS", "CATALOGUE"},
     {"het bestand met de catalogus", "the file with the catalogue"},
     .take = take_catalogue},
    {OPTION_GOAL,
     0,
     "goal",
     {"SOORT:ID", "KIND:ID"},
     {"een ander doel: diploma:ID, function:ID, certificate:ID",
      "another goal: diploma:ID, function:ID, certificate:ID"},
     .take = take_goal},
    {OPTION_OBJECTIVE,
     0,
     "objective",
     {"LIJST", "LIST"},
     {"wat telt, het belangrijkste eerst, uit finish (het\neinde), cost (de kosten) en hours (de "
      "studie-uren)",
      "what counts, the most important first, of finish\n(the end), cost, and hours (study hours)"},
     .take = take_objective},
    {OPTION_ALTERNATIVES,
     0,
     "alternatives",
     {"AANTAL", "NUMBER"},
     {"ook zoveel andere routes, elk de beste die niet alle\nstappen van een eerdere heeft",
      "so many other routes too, each the best that does not\nhave all steps of an earlier one"},
     .take = take_alternatives},
    {OPTION_PARETO,
     0,
     "pareto",
     NO_VALUE,
     {"alle afwegingen van einde, kosten en studie-uren",
      "all trade-offs of finish, cost and study hours"},
     FLAG(wants_pareto)},
    {OPTION_FIRST,
     0,
     "first",
     {"FUNCTIE", "FUNCTION"},
     {"eerst zo vroeg als het kan inzetbaar in deze functie",
      "first deployable in this function as early as can be"},
     .take = take_first},
    {OPTION_FIXED,
     0,
     "include",
     {"ID", "ID"},
     {"deze leereenheid of toets moet erin; ID@UITVOERING: in\ndie uitvoering; ID=DATUM of "
      "ID@UITVOERING=DATUM: in die\nweek begonnen",
      "this unit or assessment must be in it; ID@OFFERING: in\nthat one; ID=DATE, "
      "ID@OFFERING=DATE: begun in that week"},
     .take = take_include},
    {OPTION_FIXED,
     0,
     "exclude",
     {"ID", "ID"},
     {"deze leereenheid, toets of uitvoering niet", "not this unit, assessment or offering"},
     .take = take_exclude},
    {OPTION_TIME_LIMIT,
     0,
     "time-limit",
     {"SECONDEN", "SECONDS"},
     {"stop na zo lang zoeken, zoals 10 of 0.5", "stop after searching so long, such as 10 or 0.5"},
     .take = take_time_limit},
    {OPTION_NODE_LIMIT,
     0,
     "node-limit",
     {"AANTAL", "NUMBER"},
     {"stop na zoveel beslissingen bij het zoeken", "stop after so many decisions of the search"},
     .take = take_node_limit},
    {OPTION_EXPLAIN,
     0,
     "explain",
     NO_VALUE,
     {"zeg van elke stap waarvoor die nodig is", "say of each step what it is needed for"},
     FLAG(wants_explanation)},
    {OPTION_EXPLAIN,
     0,
     "why-not",
     {"ID", "ID"},
     {"zeg waarom deze leereenheid of toets er niet in zit",
      "say why this unit or assessment is not in it"},
     .take = take_why_not},
    {OPTION_LEVERS,
     0,
     "hours",
     {"REEKS", "ROW"},
     {"studie-uren per week: VAN:TOT:STAP", "study hours a week: FROM:TO:STEP"},
     .take = take_hours},
    {OPTION_LEVERS,
     0,
     "practice",
     {"REEKS", "ROW"},
     {"praktijkuren per week: VAN:TOT:STAP", "practice hours a week: FROM:TO:STEP"},
     .take = take_practice},
    {OPTION_LEVERS,
     0,
     "budget",
     {"REEKS", "ROW"},
     {"euro's: VAN:TOT:STAP", "euros: FROM:TO:STEP"},
     .take = take_budget},
    {OPTION_LEVERS,
     0,
     "start",
     {"REEKS", "ROW"},
     {"de dag waarop het begint: VAN:TOT:WEKEN", "the day on which it begins: FROM:TO:WEEKS"},
     .take = take_start},
    {OPTION_ON,
     0,
     "on",
     {"DATUM", "DATE"},
     {"de dag vanaf wanneer het verder gaat", "the day from which it goes on"},
     .take = take_on},
    {OPTION_DEVIATIONS,
     0,
     "failed",
     {"ID", "ID"},
     {"deze stap is niet gehaald", "this step was failed"},
     .take = take_failed},
    {OPTION_DEVIATIONS,
     0,
     "stopped",
     {"ID", "ID"},
     {"deze stap is afgebroken", "this step was broken off"},
     .take = take_stopped},
    {OPTION_DEVIATIONS,
     0,
     "ends",
     {"ID=DATUM", "ID=DATE"},
     {"deze stap eindigt, of eindigde, op een andere dag",
      "this step ends, or ended, on another day"},
     .take = take_ends},
    {OPTION_DEVIATIONS,
     0,
     "not-begun",
     {"ID", "ID"},
     {"deze stap is niet begonnen", "this step has not begun"},
     .take = take_not_begun},
    {OPTION_STATS,
     0,
     "stats",
     NO_VALUE,
     {"geef op de foutuitvoer wat het zoeken kostte",
      "give on standard error what the search took"},
     FLAG(wants_statistics)},
    {OPTION_FORMAT,
     0,
     "format",
     {"text|json", "text|json"},
     {"als tekst (standaard) of als JSON", "as text (the default) or as JSON"},
     .take = take_format},
    {OPTION_TABLE,
     0,
     "format",
     {"text|json|csv", "text|json|csv"},
     {"als tekst (standaard), als JSON of als CSV", "as text (the default), as JSON or as CSV"},
     .take = take_table},
    {OPTION_OUTPUT,
     'o',
     NULL,
     {"BESTAND", "FILE"},
     {"schrijf het antwoord naar dit bestand", "write the answer to this file"},
     .take = take_output},
    {OPTION_REASONS,
     0,
     "reasons",
     NO_VALUE,
     {"zeg bij wie geen route heeft waarom niet", "tell why of those who have no route"},
     FLAG(wants_reasons)},
    {OPTION_WITHOUT_EVC,
     0,
     "without-evc",
     NO_VALUE,
     {"plan ieder ook zonder EVC: alsof er niets is geclaimd",
      "plan each without EVC too: as if nothing were claimed"},
     FLAG(wants_without_evc)},
    {OPTION_RESUME,
     0,
     "resume",
     NO_VALUE,
     {"ga verder waar een eerdere run met -o is gestopt",
      "go on where an earlier run with -o has stopped"},
     FLAG(resumes)},
    {OPTION_JOBS,
     'j',
     NULL,
     {"AANTAL", "NUMBER"},
     {"zoveel intakes tegelijk (standaard: het aantal kernen)",
      "so many intakes at a time (the default: the cores)"},
     .take = take_jobs},
    {OPTION_UNORDERED,
     0,
     "unordered",
     NO_VALUE,
     {"antwoord in de volgorde waarin het klaar is", "answer in the order in which it is done"},
     FLAG(is_unordered)},
    {OPTION_STRICT,
     0,
     "strict",
     NO_VALUE,
     {"eindig met 3 als een intake niet klopt, met 4 als\neen grens een bewijs tegenhield",
      "end with 3 if an intake is not right, with 4 if a\nlimit stopped a proof"},
     FLAG(is_strict)},
    {OPTION_SOURCE,
     0,
     "source",
     {"NAAM", "NAME"},
     {"hoe de standaardinvoer in de antwoorden heet", "what the answers call standard input"},
     .take = take_source},
    {OPTION_FIRST_LINE,
     0,
     "first-line",
     {"NUMMER", "NUMBER"},
     {"het nummer van de eerste regel ervan", "the number of its first line"},
     .take = take_first_line},
    {OPTION_PROGRESS,
     0,
     "progress",
     NO_VALUE,
     {"zeg hoe ver het is, ook als dat niet op een scherm\nkomt",
      "tell how far it is, also where that is no terminal"},
     FLAG(wants_progress)},
    {OPTION_LANG,
     0,
     "lang",
     {"nl|en", "nl|en"},
     {"Nederlands of Engels", "Dutch or English"},
     .take = take_lang},
    {OPTION_HELP, 'h', "help", NO_VALUE, {"deze uitleg", "this explanation"}, FLAG(wants_help)},
    {OPTION_VERSION, 0, "version", NO_VALUE, {"de versie", "the version"}, FLAG(wants_version)},
};

enum { ROWS = sizeof rows / sizeof *rows };

static void print_option(const row *r) {
    const char *value = r->value[language()];
    char left[HELP_COLUMN];
    const char letter[] = {(char)r->letter, '\0'};
    int at = snprintf(left, sizeof left, "  %s%s%s%s%s%s%s", r->letter ? "-" : "", letter,
                      r->letter && r->name ? ", " : "", r->name ? "--" : "", r->name ? r->name : "",
                      value ? " " : "", value ? value : "");
    printf("%s%*s", left, HELP_COLUMN - at, "");
    for (const char *c = r->help[language()]; *c; c++)
        if (*c == '\n')
            printf("\n%*s", HELP_COLUMN, "");
        else
            putchar(*c);
    putchar('\n');
}

void print_options(const command *c) {
    fputs(form(SAY_OPTIONS), stdout);
    for (size_t i = 0; i < ROWS; i++)
        if (c->options & rows[i].bit) print_option(&rows[i]);
}

/* ---- Reading ---- */

exit_code see_help(const command *c) {
    fprintf(stderr, form(SAY_SEE_HELP), c->called, c->synopsis[language()]);
    return EXIT_USAGE;
}

void find_language(int argc, char **argv) {
    options ignored = {0};
    set_language(language_of_environment());
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        const char *value = strncmp(argv[i], "--lang=", 7) == 0 ? argv[i] + 7
                            : strcmp(argv[i], "--lang") == 0    ? argv[i + 1]
                                                                : NULL;
        if (value && (strcmp(value, "nl") == 0 || strcmp(value, "en") == 0))
            take_lang(value, &ignored);
    }
}

/* What getopt_long reads by: the rows that the command takes. */
typedef struct grammar {
    char letters[4 + 2 * ROWS];
    struct option names[ROWS + 1];
} grammar;

static grammar grammar_of(const command *c) {
    grammar g = {0};
    char *letter = g.letters;
    struct option *name = g.names;
    if (*c->name == '\0') *letter++ = '+'; /* up to the name of the command */
    *letter++ = ':';                       /* a missing value is ':', and getopt says nothing */
    for (size_t i = 0; i < ROWS; i++) {
        const row *r = &rows[i];
        if (!(c->options & r->bit)) continue;
        if (r->letter) *letter++ = r->letter;
        if (r->letter && r->value[0]) *letter++ = ':';
        if (r->name)
            *name++ = (struct option){r->name, r->value[0] ? required_argument : no_argument, NULL,
                                      FIRST_LONG + (int)i};
    }
    return g;
}

static const row *row_of(int found) {
    if (found >= FIRST_LONG) return &rows[found - FIRST_LONG];
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].letter && rows[i].letter == found) return &rows[i];
    return NULL;
}

/* A long option that the command does not have. */
static exit_code unknown_name(const command *c, const char *given) {
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(given, "="), given);
    nearest meant = {.word = name};
    char known[ROWS][32];
    for (size_t i = 0; i < ROWS; i++) {
        if (!rows[i].name || !(c->options & rows[i].bit)) continue;
        snprintf(known[i], sizeof known[i], "--%s", rows[i].name);
        consider(&meant, known[i]);
    }
    complain_near(&meant, SAY_UNKNOWN_OPTION, c->called, name);
    return see_help(c);
}

/* What getopt_long could not read: '?' or ':'. */
static exit_code refuse(const command *c, int found, char **argv) {
    const row *r = optopt ? row_of(optopt) : NULL;
    char name[32];
    if (!optopt) return unknown_name(c, argv[optind - 1]);
    if (r && r->name)
        snprintf(name, sizeof name, "--%s", r->name);
    else
        snprintf(name, sizeof name, "-%c", optopt);
    if (found == ':')
        complain(EXIT_USAGE, SAY_OPTION_NEEDS_VALUE, name, r->value[language()]);
    else if (r)
        complain(EXIT_USAGE, SAY_OPTION_TAKES_NO_VALUE, name);
    else
        complain(EXIT_USAGE, SAY_UNKNOWN_OPTION, c->called, name);
    return see_help(c);
}

/* What the command needs is there, and no more. */
static exit_code judge(const command *c, const options *o) {
    const char *of_one = o->first               ? "--first" /* asked of a single route */
                         : o->wants_explanation ? "--explain"
                         : o->why_not           ? "--why-not"
                                                : NULL;
    int from_stdin = o->catalogue && strcmp(o->catalogue, "-") == 0;
    bool are_files = c != &list_command;
    if (c == &batch_command || c == &summary_command) from_stdin += o->operand_count == 0;
    for (int i = 0; i < o->operand_count && are_files; i++)
        from_stdin += strcmp(o->operands[i], "-") == 0;
    if (c->needs_catalogue && !o->catalogue)
        complain(EXIT_USAGE, SAY_NEEDS_CATALOGUE);
    else if (o->operand_count < c->least)
        complain(EXIT_USAGE, SAY_NEEDS_OPERAND);
    else if (o->operand_count > c->most)
        complain(EXIT_USAGE, SAY_TOO_MUCH, o->operands[c->most]);
    else if (o->alternatives && o->wants_pareto)
        complain(EXIT_USAGE, SAY_NOT_TOGETHER, "--alternatives", "--pareto");
    else if (of_one && (o->alternatives || o->wants_pareto))
        complain(EXIT_USAGE, SAY_NOT_TOGETHER, of_one,
                 o->wants_pareto ? "--pareto" : "--alternatives");
    else if (from_stdin > 1)
        complain(EXIT_USAGE, SAY_STDIN_TWICE);
    else if (o->resumes && (!o->output || strcmp(o->output, "-") == 0))
        complain(EXIT_USAGE, SAY_RESUME_NEEDS_OUTPUT);
    else if ((o->source || o->first_line) && o->operand_count > from_stdin)
        complain(EXIT_USAGE, SAY_NEEDS_STDIN, o->source ? "--source" : "--first-line");
    else
        return CARRY_ON;
    return see_help(c);
}

static exit_code take(const row *r, const char *value, options *out) {
    if (r->take) return r->take(value, out);
    *(bool *)((char *)out + r->flag) = true;
    return CARRY_ON;
}

exit_code read_options(const command *c, int argc, char **argv, options *out) {
    grammar g = grammar_of(c);
    *out = (options){.style.language = language()};
    optind = 0; /* glibc: begin anew */
    for (int found; (found = getopt_long(argc, argv, g.letters, g.names, NULL)) != -1;) {
        const row *r = found == '?' || found == ':' ? NULL : row_of(found);
        if (!r) return refuse(c, found, argv);
        exit_code code = take(r, optarg, out);
        if (code != CARRY_ON) return code == EXIT_USAGE ? see_help(c) : code;
    }
    out->operands = argv + optind;
    out->operand_count = argc - optind;
    if (out->wants_help || out->wants_version || *c->name == '\0') return CARRY_ON;
    return judge(c, out);
}
