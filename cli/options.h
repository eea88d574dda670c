/* The commands and the options that they take. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>

#include "messages.h"

/* One bit for each option. */
typedef enum option_bit {
    OPTION_CATALOGUE = 1 << 0,
    OPTION_OBJECTIVE = 1 << 1,
    OPTION_GOAL = 1 << 2,
    OPTION_FORMAT = 1 << 3,
    OPTION_OUTPUT = 1 << 4,
    OPTION_TIME_LIMIT = 1 << 5,
    OPTION_NODE_LIMIT = 1 << 6,
    OPTION_STATS = 1 << 7,
    OPTION_LANG = 1 << 8,
    OPTION_HELP = 1 << 9,
    OPTION_VERSION = 1 << 10,
    OPTION_ON = 1 << 11,
    OPTION_DEVIATIONS = 1 << 12,
    OPTION_ALTERNATIVES = 1 << 13,
    OPTION_PARETO = 1 << 14,
    OPTION_FIXED = 1 << 15,
    OPTION_FIRST = 1 << 16,
    OPTION_LEVERS = 1 << 17,
    OPTION_EXPLAIN = 1 << 18,
    OPTION_JOBS = 1 << 20,
    OPTION_UNORDERED = 1 << 21,
    OPTION_STRICT = 1 << 22,
    OPTION_SOURCE = 1 << 23,
    OPTION_FIRST_LINE = 1 << 24,
    OPTION_RESUME = 1 << 25,
    OPTION_PROGRESS = 1 << 26,
    OPTION_TABLE = 1 << 27,
    OPTION_REASONS = 1 << 28,
    OPTION_WITHOUT_EVC = 1 << 29,
    COMMON_OPTIONS = OPTION_LANG | OPTION_HELP | OPTION_VERSION
} option_bit;

enum { DEVIATIONS_MAX = 100, FIXED_MAX = 100 };

/* What must be in the route (or must not): ID[@OFFERING][=DATE]. */
typedef struct fixed_point {
    const char *id, *offering; /* NULL: any */
    leerroute_day start;       /* -1: any */
    bool is_excluded;          /* the id alone counts then */
} fixed_point;

typedef struct options {
    leerroute_style style;
    const char *catalogue, *output; /* NULL where not given */
    leerroute_measure objective[3];
    size_t objective_count; /* 0: that of the intake */
    leerroute_kind goal_kind;
    const char *goal_id;   /* NULL: that of the intake */
    double seconds;        /* 0: no limit */
    uint64_t nodes;        /* 0: no limit */
    uint64_t alternatives; /* 0: not asked for */
    leerroute_day on;      /* where has_on */
    leerroute_deviation deviations[DEVIATIONS_MAX];
    size_t deviation_count;
    const char *first; /* a function; NULL: none */
    fixed_point fixed[FIXED_MAX];
    size_t fixed_count;
    const char *why_not;   /* NULL: not asked */
    leerroute_lever lever; /* the last of lever_count */
    int lever_count;
    int64_t lever_from, lever_to, lever_step;
    bool wants_explanation, has_on, wants_pareto, wants_statistics, wants_help, wants_version;
    /* of a batch */
    int jobs;            /* 0: as many as there are cores */
    const char *source;  /* what standard input is called; NULL: "-" */
    uint64_t first_line; /* the number of its first line; 0: not given */
    bool is_unordered, is_strict, resumes, wants_progress, wants_reasons, wants_without_evc;
    char **operands;
    int operand_count;
} options;

typedef struct command {
    const char *name;   /* "" is leerroute itself */
    const char *called; /* its name after that of leerroute */
    unsigned options;   /* that it takes, of option_bit */
    bool needs_catalogue;
    int least, most; /* operands */
    phrase synopsis; /* what follows the name */
    phrase summary;  /* one line */
    phrase notes;    /* the end of its help */
    exit_code (*run)(const options *o);
} command;

extern const command plan_command, gap_command, check_command, value_command, profile_command,
    resume_command, batch_command, summary_command, validate_command, list_command;

/* Reads the arguments of a command; of leerroute itself, those before the name of the command.
 * Names its operands in `out`. CARRY_ON, or EXIT_USAGE, said. */
exit_code read_options(const command *c, int argc, char **argv, options *out);

/* Sets the language that --lang asks for, wherever it stands, so that what is wrong with the
 * arguments before it is said in it too. */
void find_language(int argc, char **argv);

/* The lines of its help about the options of a command. */
void print_options(const command *c);

/* Ends a complaint about the arguments of a command: where its help is. EXIT_USAGE. */
exit_code see_help(const command *c);

#endif
