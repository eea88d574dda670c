/* leerroute: the command line. It uses the library's public header alone, and leaves the thinking
 * to it: a command reads its files, makes a call, writes the answer. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "options.h"

static const command *const commands[] = {
    &plan_command,   &gap_command,   &check_command,   &value_command,    &profile_command,
    &resume_command, &batch_command, &summary_command, &validate_command, &list_command};

enum { COMMANDS = sizeof commands / sizeof *commands };

static const command leerroute_itself = {
    .name = "",
    .called = "leerroute",
    .options = COMMON_OPTIONS,
    .synopsis = {"OPDRACHT ...", "COMMAND ..."},
    .summary = {"De bewezen kortste leerroute naar een diploma, certificaat of functie.",
                "The provably shortest route to a diploma, certificate or function."},
    .notes = {"Meer over een opdracht: leerroute OPDRACHT --help. Een bestand \"-\" is de\n"
              "standaardinvoer, of met -o de standaarduitvoer. Na \"--\" komen geen opties meer.\n"
              "\n"
              "De uitgangscode zegt hoe het afliep:\n"
              "  0  beantwoord\n"
              "  1  een bewezen nee: er is geen route, de route of het bestand klopt niet\n"
              "  2  verkeerd gebruikt\n"
              "  3  de invoer kan niet worden gelezen, of klopt niet\n"
              "  4  een grens hield het bewijs tegen\n"
              "  5  te weinig geheugen, of de uitvoer kon niet worden geschreven",
              "More about a command: leerroute COMMAND --help. A file \"-\" is standard input, or\n"
              "with -o standard output. After \"--\" there are no more options.\n"
              "\n"
              "The exit code says how it ended:\n"
              "  0  answered\n"
              "  1  a proved no: there is no route, the route or the file is not right\n"
              "  2  wrong usage\n"
              "  3  the input cannot be read, or is not right\n"
              "  4  a limit stopped the proof\n"
              "  5  too little memory, or output that could not be written"},
};

static void print_commands(void) {
    fputs(form(SAY_COMMANDS), stdout);
    for (size_t i = 0; i < COMMANDS; i++)
        printf("  %-9s %s\n", commands[i]->name, commands[i]->summary[language()]);
    putchar('\n');
}

static exit_code print_help(const command *c) {
    const char *notes = c->notes[language()];
    printf(form(SAY_USAGE), c->called, c->synopsis[language()], c->summary[language()]);
    if (c == &leerroute_itself) print_commands();
    print_options(c);
    if (notes) printf("\n%s\n", notes);
    return EXIT_ANSWERED;
}

static exit_code print_version(void) {
    printf("leerroute %s\n", leerroute_version());
    return EXIT_ANSWERED;
}

/* Reads the arguments of a command and does what they ask. */
static exit_code obey(const command *c, int argc, char **argv, options *o) {
    exit_code code = read_options(c, argc, argv, o);
    if (code != CARRY_ON) return code;
    if (o->wants_help) return print_help(c);
    if (o->wants_version) return print_version();
    return c->run ? c->run(o) : CARRY_ON;
}

/* There is no command of that name, or none is given (NULL). */
static exit_code no_command(const char *given) {
    char names[128] = "";
    nearest meant = {.word = given ? given : ""};
    for (size_t i = 0; i < COMMANDS; i++) {
        strcat(strcat(names, i > 0 ? ", " : ""), commands[i]->name);
        consider(&meant, commands[i]->name);
    }
    if (given)
        complain_near(&meant, SAY_UNKNOWN_COMMAND, given, names);
    else
        complain(EXIT_USAGE, SAY_NO_COMMAND, names);
    return see_help(&leerroute_itself);
}

static exit_code obey_all(int argc, char **argv) {
    options o;
    exit_code code = obey(&leerroute_itself, argc, argv, &o);
    if (code != CARRY_ON) return code;
    const char *given = o.operand_count > 0 ? o.operands[0] : NULL;
    for (size_t i = 0; i < COMMANDS && given; i++)
        if (strcmp(commands[i]->name, given) == 0)
            return obey(commands[i], o.operand_count, o.operands, &o);
    return no_command(given);
}

/* Fills standard input, output and error where they are closed, each so that its use fails, lest a
 * file that is opened later takes their place. */
static void guard_streams(void) {
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
            return;
}

int main(int argc, char **argv) {
    guard_streams();
    signal(SIGPIPE, SIG_IGN); /* a write that fails is said, with a code of its own */
    signal(SIGXFSZ, SIG_IGN);
    find_language(argc, argv);
    return close_output(obey_all(argc, argv));
}
