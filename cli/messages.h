/* What the command line itself says, in each language: one table. What the library finds and
 * answers comes with its own sentences. */
#ifndef CLI_MESSAGES_H
#define CLI_MESSAGES_H

#include "leerroute/leerroute.h"
#include "nearest.h"

/* The exit codes: a contract. */
typedef enum exit_code {
    EXIT_ANSWERED = 0, /* route found, route valid, files valid */
    EXIT_NO = 1,       /* a proved no: no route exists, route not valid, file not valid */
    EXIT_USAGE = 2,
    EXIT_INPUT = 3,  /* input that cannot be read or is malformed */
    EXIT_LIMIT = 4,  /* a limit stopped the proof */
    EXIT_FAILED = 5, /* no memory, output that could not be written, a defect of the library */
    CARRY_ON = -1    /* of a function that says what stopped it: nothing did */
} exit_code;

enum { LANGUAGES = 2 };

/* By leerroute_language. */
typedef const char *const phrase[LANGUAGES];

/* Each takes texts alone, in the order of the table. */
typedef enum saying {
    SAY_NO_COMMAND,
    SAY_UNKNOWN_COMMAND,
    SAY_UNKNOWN_OPTION,
    SAY_DID_YOU_MEAN,
    SAY_SEE_HELP,
    SAY_OPTION_NEEDS_VALUE,
    SAY_OPTION_TAKES_NO_VALUE,
    SAY_WRONG_VALUE,
    SAY_A_TIME,
    SAY_A_NUMBER,
    SAY_A_DATE,
    SAY_AN_ID_AND_DATE,
    SAY_AN_ID_TO_INCLUDE,
    SAY_A_ROW,
    SAY_A_ROW_OF_DATES,
    SAY_ONE_LEVER,
    SAY_MEASURE_TWICE,
    SAY_NOT_TOGETHER,
    SAY_NO_SUCH_GOAL,
    SAY_NO_FUNCTION,
    SAY_NO_ACTIVITY,
    SAY_NO_OFFERING,
    SAY_NOTHING_TO_EXCLUDE,
    SAY_CANNOT_INCLUDE,
    SAY_NEEDS_CATALOGUE,
    SAY_NEEDS_OPERAND,
    SAY_TOO_MUCH,
    SAY_STDIN_TWICE,

    SAY_CANNOT_READ,
    SAY_CANNOT_WRITE,
    SAY_STANDARD_OUTPUT,
    SAY_NO_SUCH_FILE,
    SAY_NO_SUCH_FOLDER,
    SAY_NOT_ALLOWED,
    SAY_IS_FOLDER,
    SAY_DISK_FULL,
    SAY_CLOSED,
    SAY_PIPE_CLOSED,

    SAY_WARNING,
    SAY_LINE_AND_COLUMN,
    SAY_COLUMN,
    SAY_MORE_FAULTS,
    SAY_ONE_IN_ORDER,
    SAY_ALL_IN_ORDER,
    SAY_ONLY_FORM,
    SAY_ROUTE_WITHOUT_ROUTE,
    SAY_ROUTE_NOT_VALID,
    SAY_NEEDS_ON,
    SAY_BEFORE_START,
    SAY_NO_SUCH_STEP,
    SAY_HAS_BEGUN,
    SAY_STEP_TWICE,
    SAY_ENDS_EARLY,
    SAY_LAPSES,
    SAY_STOPPED,
    SAY_UNREADABLE,
    SAY_SAME_FILE,
    SAY_RESUME_NEEDS_OUTPUT,
    SAY_NEEDS_STDIN,
    SAY_IN_USE,
    SAY_UNFINISHED,
    SAY_IS_DONE,
    SAY_CANNOT_RESUME,
    SAY_MARK_BROKEN,
    SAY_CATALOGUE_CHANGED,
    SAY_OPTIONS_CHANGED,
    SAY_INPUT_CHANGED,
    SAY_OUTPUT_CHANGED,
    SAY_REPEATED,
    SAY_MALFORMED,
    SAY_STOPPED_EARLY,
    SAY_GO_ON,
    SAY_GOING_ON,
    SAY_PROGRESS,
    SAY_PROGRESS_TOTAL,
    SAY_PROGRESS_LEFT,
    SAY_NO_MEMORY,
    SAY_DEFECT,

    SAY_USAGE,
    SAY_COMMANDS,
    SAY_OPTIONS,
    SAYINGS
} saying;

/* Dutch, unless LC_ALL, LC_MESSAGES or LANG (the first that is set) says English. */
leerroute_language language_of_environment(void);

/* The language of all that is said from now on. */
void set_language(leerroute_language language);
leerroute_language language(void);

const char *form(saying what);

/* Says "leerroute: ..." on standard error, and returns the code. */
exit_code complain(exit_code code, saying what, ...);

/* The same of a usage, with the word that was meant where one is near. */
exit_code complain_near(const nearest *meant, saying what, ...);

/* The same for a call that failed: no memory, or a defect. */
exit_code complain_of(leerroute_status status);

/* A value of errno in words. */
const char *reason(int error);

#endif
