/* leerroute batch: the shortest route of many persons, a line each.
 *
 * One thread reads, `-j` threads plan, one thread writes; between them is a queue that bounds what
 * is under way. Who reads parses too while those who plan have enough to do: many intakes in a row
 * cost half of what each does after a plan, which has emptied the caches. The catalogue is shared,
 * and each thread that plans has a planner that it uses again. Nothing here knows what an intake or
 * an answer looks like: the library makes the lines. */
#include <inttypes.h>
#include <libgen.h>
#include <limits.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"
#include "goal.h"
#include "inputs.h"
#include "output.h"
#include "progress.h"
#include "queue.h"
#include "seen.h"
#include "source.h"
#include "stop.h"

/* Seconds between two moments at which a file is made to last. */
static const double lasting = 0.25;

/* Seconds after which who writes looks up unasked, where nobody watches: answers may lie there as
 * long while others are made. To be woken takes it longer than to write an answer. */
static const double patience = 1;

typedef struct batch {
    const options *o;
    inputs in;
    queue queue;
    source source;
    leerroute_diagnostics *found; /* of the one who reads */
    output out;
    /* of the one who writes, while the others work */
    mark mark;
    uint64_t answered;
    double marked; /* when */
    seen seen;
    progress progress;
    leerroute_status failure;
} batch;

/* ---- Parsing ---- */

static leerroute_status refuse(const leerroute_diagnostics *found, task *t, const char *reason) {
    t->is_error = true;
    const leerroute_diagnostic *first = reason ? NULL : leerroute_diagnostics_get(found, 0);
    if (first && first->id) snprintf(t->id, sizeof t->id, "%s", first->id);
    return leerroute_error_line(t->name, t->line, reason ? NULL : found, reason, language(),
                                &t->answer, &t->answer_size);
}

static leerroute_status refuse_unreadable(task *t) {
    char words[300];
    snprintf(words, sizeof words, form(SAY_UNREADABLE), reason(t->error));
    return refuse(NULL, t, words);
}

/* Makes the intake of a task; or its answer, when it is malformed. */
static leerroute_status parse(const batch *b, leerroute_diagnostics *found, task *t) {
    t->is_parsed = true;
    if (t->error) return refuse_unreadable(t);
    leerroute_diagnostics_clear(found);
    leerroute_status status = leerroute_intake_parse(b->in.catalogue, t->bytes, t->size, t->name,
                                                     t->line, 0, found, &t->intake);
    if (status == LEERROUTE_INVALID) return refuse(found, t, NULL);
    if (status != LEERROUTE_OK) return status;
    snprintf(t->id, sizeof t->id, "%s", leerroute_intake_id(t->intake));
    return redirect(b->o, t->intake);
}

/* ---- Working ---- */

typedef struct worker {
    batch *batch;
    pthread_t thread;
    leerroute_planner *planner, *other; /* `other`: for what is beside the route; or NULL */
    leerroute_diagnostics *found;
    double end; /* of the search; 0: no limit */
} worker;

static bool should_stop(void *context) {
    const worker *w = context;
    return is_stopping() || (w->end > 0 && clock_seconds() >= w->end);
}

/* Did a limit stop it? */
static bool is_cut(const leerroute_route *route) {
    leerroute_outcome outcome = leerroute_route_outcome(route);
    return outcome == LEERROUTE_FEASIBLE || outcome == LEERROUTE_UNKNOWN;
}

static void start_clock(worker *w) {
    double seconds = w->batch->o->seconds;
    w->end = seconds > 0 ? clock_seconds() + seconds : 0;
}

/* Why there is no route. A limit of time or nodes is that of all plans that this takes. */
static leerroute_status tell_reasons(worker *w, task *t, const leerroute_intake *intake,
                                     const leerroute_route *without_evc,
                                     const leerroute_limits *limits) {
    leerroute_reasons *reasons;
    leerroute_status status = leerroute_plan_reasons(w->planner, intake, limits, &reasons);
    if (status != LEERROUTE_OK) return status;
    t->is_cut |= !leerroute_reasons_are_whole(reasons);
    status = leerroute_reasons_line(reasons, without_evc, language(), &t->answer, &t->answer_size);
    leerroute_reasons_free(reasons);
    return status;
}

static leerroute_status plan(worker *w, task *t, const leerroute_intake *intake) {
    const options *o = w->batch->o;
    const leerroute_route *route, *without_evc = NULL;
    start_clock(w);
    leerroute_limits limits = {.nodes = o->nodes, .stop = should_stop, .context = w};
    leerroute_status status = leerroute_plan(w->planner, intake, &limits, &route);
    if (status != LEERROUTE_OK) return status;
    t->is_cut = is_cut(route);
    if (o->wants_statistics)
        status = leerroute_planner_statistics(w->planner, &t->statistics, NULL);
    if (status == LEERROUTE_OK && w->other) {
        start_clock(w);
        status = leerroute_plan_without_evc(w->other, intake, &limits, &without_evc);
    }
    if (status != LEERROUTE_OK) return status;
    t->is_cut |= without_evc && is_cut(without_evc);
    if (leerroute_route_outcome(route) != LEERROUTE_NO_ROUTE || !o->wants_reasons)
        return leerroute_route_line(route, intake, without_evc, &t->answer, &t->answer_size);
    start_clock(w);
    return tell_reasons(w, t, intake, without_evc, &limits);
}

/* Makes the answer to a task. */
static leerroute_status answer_task(worker *w, task *t) {
    leerroute_status status = t->is_parsed ? t->failure : parse(w->batch, w->found, t);
    if (status == LEERROUTE_OK && t->intake) status = plan(w, t, t->intake);
    leerroute_intake_free(t->intake);
    t->intake = NULL;
    return status;
}

static void *work(void *context) {
    worker *w = context;
    queue *q = &w->batch->queue;
    for (task *t; (t = take_task(q)) != NULL;) {
        t->failure = answer_task(w, t);
        bool is_dropped = t->is_cut && is_stopping(); /* it would not be cut in another run */
        settle_task(q, t, is_dropped ? TASK_DROPPED : TASK_DONE);
        if (is_stopping()) halt(q); /* who reads may be done with it */
    }
    return NULL;
}

/* ---- Writing ---- */

static void note_pending(void *context, uint64_t number) {
    mark *m = context;
    if (number < m->next) m->pending[m->pending_count++] = number;
}

/* Makes what was written last. */
static void mark_now(batch *b) {
    b->mark.pending_count = 0;
    each_task(&b->queue, note_pending, &b->mark);
    mark_output(&b->out, &b->mark);
    b->marked = clock_seconds();
}

static void tell_repeated(batch *b, const char *id) {
    sight sighted = *id ? see(&b->seen, id) : SEEN_FIRST;
    if (sighted == SEEN_NO_MEMORY) b->failure = LEERROUTE_NO_MEMORY;
    if (sighted != SEEN_AGAIN) return;
    hide_progress(&b->progress);
    complain(EXIT_ANSWERED, SAY_REPEATED, id);
}

static void write_answer(batch *b, task *t) {
    mark *m = &b->mark;
    if (t->failure != LEERROUTE_OK) {
        b->failure = t->failure;
        return;
    }
    tell_repeated(b, t->id);
    put_line(&b->out, t->answer, t->answer_size);
    if (t->statistics) fputs(t->statistics, stderr);
    b->answered++;
    m->errors += t->is_error;
    m->cut += t->is_cut;
    if (t->number < m->next) return;
    m->next = t->number + 1;
    m->input = t->digest;
}

/* What is to be done now and then; `is_idle`: there is nothing to write. */
static void keep_up(batch *b, bool is_idle) {
    bool is_behind = b->out.is_file && b->out.size > b->out.marked;
    if (is_behind && clock_seconds() - b->marked >= lasting)
        mark_now(b);
    else if (is_idle)
        flush_output(&b->out);
    if (is_idle) fflush(stderr);
    show_progress(&b->progress, b->answered, b->mark.errors, false);
}

static void *write_answers(void *context) {
    batch *b = context;
    double seconds = b->progress.on_terminal ? lasting : patience;
    for (bool is_over = false; !is_over;) {
        task *t = next_done(&b->queue, 0, &is_over);
        keep_up(b, !t);
        if (!t && !is_over) t = next_done(&b->queue, seconds, &is_over);
        if (t) {
            write_answer(b, t);
            return_task(&b->queue, t);
        }
        if (b->out.error || b->failure != LEERROUTE_OK) {
            halt(&b->queue);
            stop_now();
            break;
        }
    }
    return NULL;
}

/* ---- Reading ---- */

/* Fills in a task. False: no memory. */
static bool fill_task(task *t, const item *read, uint64_t number, uint64_t input) {
    size_t name_size = strlen(read->name) + 1;
    if (t->room < name_size + read->size) {
        char *more = realloc(t->name, name_size + read->size);
        if (!more) return false;
        t->name = more;
        t->room = name_size + read->size;
    }
    memcpy(t->name, read->name, name_size);
    t->bytes = t->name + name_size;
    if (read->size) memcpy(t->bytes, read->bytes, read->size);
    t->size = read->size;
    t->line = read->line;
    t->error = read->error;
    t->number = number;
    t->digest = input;
    return true;
}

/* Reads an item and puts it in the queue, unless it is answered. */
static supply read_item(batch *b, uint64_t number, bool is_answered) {
    item read;
    supply found = next_item(&b->source, &read);
    if (found != SUPPLY_ITEM || is_answered) return found;
    task *t = free_task(&b->queue);
    if (!t) return SUPPLY_STOPPED;
    if (!fill_task(t, &read, number, b->source.digest)) return SUPPLY_NO_MEMORY;
    if (is_fed(&b->queue)) t->failure = parse(b, b->found, t);
    put_task(&b->queue, t);
    return SUPPLY_ITEM;
}

static exit_code tell_stopped(const batch *b) {
    char number[24];
    snprintf(number, sizeof number, "%" PRIu64, b->answered - b->out.lost);
    return complain(EXIT_LIMIT, SAY_STOPPED_EARLY, number);
}

static int by_number(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Reads again what was read before; the input must be what it was. CARRY_ON, or why not. */
static exit_code skip_answered(batch *b) {
    mark *m = &b->mark;
    size_t pending = 0;
    qsort(m->pending, m->pending_count, sizeof *m->pending, by_number);
    b->answered = m->next - m->pending_count;
    for (uint64_t i = 0; i < m->next; i++) {
        bool is_pending = pending < m->pending_count && m->pending[pending] == i;
        pending += is_pending;
        supply found = read_item(b, i, !is_pending);
        if (found == SUPPLY_NO_MEMORY) return complain_of(LEERROUTE_NO_MEMORY);
        if (found == SUPPLY_STOPPED) return tell_stopped(b);
        if (found == SUPPLY_END) break;
    }
    if (m->next == 0 || b->source.digest == m->input) return CARRY_ON;
    return complain(EXIT_USAGE, SAY_CANNOT_RESUME, b->o->output, form(SAY_INPUT_CHANGED));
}

/* Reads all the rest. */
static supply read_all(batch *b) {
    supply found = SUPPLY_ITEM;
    for (uint64_t i = b->mark.next; found == SUPPLY_ITEM; i++) {
        await_room(&b->queue);
        found = read_item(b, i, false);
    }
    return found;
}

/* How many items there are, where all of them can be read twice; else 0. */
static uint64_t count_items(const options *o) {
    source again;
    item read;
    supply found;
    uint64_t count = 0;
    open_source(&again, o->operands, o->operand_count, "-", 1);
    again.counts = true;
    while ((found = next_item(&again, &read)) == SUPPLY_ITEM) count++;
    close_source(&again);
    return found == SUPPLY_END ? count : 0;
}

/* ---- The run ---- */

static int job_count(const options *o) {
    cpu_set_t cores;
    if (o->jobs) return o->jobs;
    return sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 1;
}

static void free_worker(worker *w) {
    leerroute_planner_free(w->planner);
    leerroute_planner_free(w->other);
    leerroute_diagnostics_free(w->found);
}

/* As many workers as can be had; at least one, or no memory. */
static int start_workers(batch *b, worker *workers, int count) {
    int started = 0;
    for (; started < count; started++) {
        worker *w = &workers[started];
        bool wants_other = b->o->wants_without_evc;
        *w = (worker){.batch = b,
                      .planner = leerroute_planner_new(),
                      .other = wants_other ? leerroute_planner_new() : NULL,
                      .found = leerroute_diagnostics_new()};
        bool is_whole = w->planner && w->found && (w->other || !wants_other);
        if (is_whole && pthread_create(&w->thread, NULL, work, w) == 0) continue;
        free_worker(w);
        break;
    }
    return started;
}

static void end_workers(worker *workers, int count) {
    for (int i = 0; i < count; i++) {
        pthread_join(workers[i].thread, NULL);
        free_worker(&workers[i]);
    }
}

/* Lets everybody work until the end, or until it is stopped. */
static leerroute_status run_threads(batch *b) {
    int count = job_count(b->o);
    worker *workers = calloc((size_t)count, sizeof *workers);
    pthread_t writer;
    leerroute_status status = LEERROUTE_NO_MEMORY;
    int started = workers ? start_workers(b, workers, count) : 0;
    if (started > 0 && pthread_create(&writer, NULL, write_answers, b) == 0) {
        supply last = read_all(b);
        if (last == SUPPLY_END)
            end_tasks(&b->queue);
        else
            halt(&b->queue);
        pthread_join(writer, NULL);
        status = last == SUPPLY_NO_MEMORY ? LEERROUTE_NO_MEMORY : b->failure;
    }
    halt(&b->queue);
    end_workers(workers, started);
    free(workers);
    return status;
}

/* What was read last need not have been answered when the run is stopped. */
static exit_code end_early(batch *b, exit_code code) {
    mark_now(b);
    return code == EXIT_LIMIT ? tell_stopped(b) : code;
}

static exit_code end_whole(batch *b) {
    char errors[24], all[24];
    const mark *m = &b->mark;
    finish_output(&b->out);
    if (m->errors > 0 && !b->out.error) {
        snprintf(errors, sizeof errors, "%" PRIu64, m->errors);
        snprintf(all, sizeof all, "%" PRIu64, b->answered);
        complain(EXIT_ANSWERED, SAY_MALFORMED, errors, all);
    }
    if (!b->o->is_strict) return EXIT_ANSWERED;
    return m->errors > 0 ? EXIT_INPUT : m->cut > 0 ? EXIT_LIMIT : EXIT_ANSWERED;
}

static exit_code run(batch *b) {
    char number[24];
    if (b->o->wants_statistics) setvbuf(stderr, NULL, _IOFBF, 1 << 16);
    exit_code code = skip_answered(b);
    if (code != CARRY_ON) return code;
    snprintf(number, sizeof number, "%" PRIu64, b->answered);
    if (b->answered > 0) complain(EXIT_ANSWERED, SAY_GOING_ON, number);
    begin_progress(&b->progress, b->o->wants_progress);
    if (b->progress.is_shown) b->progress.total = count_items(b->o);
    b->progress.before = b->answered;
    b->marked = b->progress.began;
    leerroute_status status = run_threads(b);
    show_progress(&b->progress, b->answered, b->mark.errors, true);
    if (status != LEERROUTE_OK) return end_early(b, complain_of(status));
    if (b->out.error) return EXIT_FAILED; /* said when the output is closed */
    return is_stopping() ? end_early(b, EXIT_LIMIT) : end_whole(b);
}

/* ---- Before and after ---- */

/* The digest of all that the answers depend on, but for catalogue and input. */
static uint64_t digest_options(const options *o) {
    char plain[400];
    const char *name = o->source ? o->source : "-", *goal = o->goal_id ? o->goal_id : "";
    int size =
        snprintf(plain, sizeof plain, "%s %d %d %" PRIu64 " %a %" PRIu64 " %d %d %d",
                 leerroute_version(), (int)language(), (int)o->goal_kind, o->nodes, o->seconds,
                 o->first_line, o->is_unordered, o->wants_reasons, o->wants_without_evc);
    for (size_t i = 0; i < o->objective_count; i++)
        size += snprintf(plain + size, sizeof plain - (size_t)size, " %d", (int)o->objective[i]);
    uint64_t h = digest(DIGEST_START, plain, (size_t)size + 1);
    h = digest(h, goal, strlen(goal) + 1);
    h = digest(h, name, strlen(name) + 1);
    for (int i = 0; i < o->operand_count; i++)
        h = digest(h, o->operands[i], strlen(o->operands[i]) + 1);
    return h;
}

static bool is_same(const struct stat *a, const struct stat *b) {
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Would the output be read as an intake of the folder? */
static bool is_in_folder(const char *name, const struct stat *folder) {
    char copy[PATH_MAX];
    struct stat parent;
    if (!ends_in_json(name) || snprintf(copy, sizeof copy, "%s", name) >= PATH_MAX) return false;
    return stat(dirname(copy), &parent) == 0 && is_same(&parent, folder);
}

/* The output is none of the files that are read. */
static exit_code judge_output(const options *o) {
    struct stat out, in;
    bool is_stdout = !o->output || strcmp(o->output, "-") == 0;
    bool is_there = (is_stdout ? fstat(STDOUT_FILENO, &out) : stat(o->output, &out)) == 0;
    bool is_file = is_there && S_ISREG(out.st_mode);
    for (int i = -1; i < o->operand_count; i++) {
        const char *name = i < 0 ? o->catalogue : o->operands[i];
        if (stat(name, &in) != 0) continue;
        if (is_file && is_same(&in, &out)) return complain(EXIT_USAGE, SAY_SAME_FILE, name);
        if (!is_stdout && S_ISDIR(in.st_mode) && is_in_folder(o->output, &in))
            return complain(EXIT_USAGE, SAY_SAME_FILE, o->output);
    }
    return CARRY_ON;
}

/* Runs with all that it needs open, and closes it. */
static exit_code run_open(batch *b) {
    const options *o = b->o;
    b->found = leerroute_diagnostics_new();
    if (!b->found || !open_queue(&b->queue, !o->is_unordered))
        return complain_of(LEERROUTE_NO_MEMORY);
    open_source(&b->source, o->operands, o->operand_count, o->source ? o->source : "-",
                o->first_line ? o->first_line : 1);
    exit_code code = run(b);
    bool is_kept = b->out.is_file && (is_stopping() || b->out.error || code == EXIT_FAILED);
    exit_code closed = free_output(&b->out);
    if (is_kept && (code == EXIT_LIMIT || code == EXIT_FAILED || closed != CARRY_ON))
        complain(EXIT_ANSWERED, SAY_GO_ON);
    close_source(&b->source);
    close_queue(&b->queue);
    return closed == CARRY_ON ? code : closed;
}

static exit_code batch_of(const options *o) {
    batch *b = calloc(1, sizeof *b);
    if (!b) return complain_of(LEERROUTE_NO_MEMORY);
    b->o = o;
    exit_code code = judge_output(o);
    if (code == CARRY_ON) code = open_catalogue(o, &b->in);
    if (code == CARRY_ON) code = find_goal(o, b->in.catalogue);
    if (code == CARRY_ON) {
        b->mark.catalogue = b->in.catalogue_digest;
        b->mark.options = digest_options(o);
        listen_to(SIGINT);
        listen_to(SIGTERM);
        code = open_output(&b->out, o->output, o->resumes, &b->mark, &b->seen);
        if (code == CARRY_ON)
            code = run_open(b);
        else
            free_output(&b->out);
    }
    free_seen(&b->seen);
    leerroute_diagnostics_free(b->found);
    close_inputs(&b->in);
    free(b);
    return code;
}

const command batch_command = {
    .name = "batch",
    .called = "leerroute batch",
    .options = OPTION_CATALOGUE | OPTION_GOAL | OPTION_OBJECTIVE | OPTION_TIME_LIMIT |
               OPTION_NODE_LIMIT | OPTION_REASONS | OPTION_WITHOUT_EVC | OPTION_STATS |
               OPTION_OUTPUT | OPTION_RESUME | OPTION_JOBS | OPTION_UNORDERED | OPTION_STRICT |
               OPTION_SOURCE | OPTION_FIRST_LINE | OPTION_PROGRESS | COMMON_OPTIONS,
    .needs_catalogue = true,
    .most = INT_MAX,
    .synopsis = {"-c CATALOGUS [BESTAND|MAP|-]...", "-c CATALOGUE [FILE|FOLDER|-]..."},
    .summary = {"Plant veel intakes: een antwoord per regel.",
                "Plans many intakes: an answer a line."},
    .notes = {"Een bestand .json is een intake; van een map tellen de bestanden .json. Al het\n"
              "andere, en de standaardinvoer, is NDJSON: een intake per regel. Elke intake\n"
              "krijgt een regel: zijn route als JSON, of wat eraan mankeert.\n"
              "\n"
              "Met -o wordt bijgehouden hoe ver het is, in BESTAND.resume. Wat het ook stopt:\n"
              "met --resume erbij gaat dezelfde opdracht verder, en er gaat niets verloren.",
              "A file .json is an intake; of a folder the files .json count. Anything else, and\n"
              "standard input, is NDJSON: an intake a line. Each intake gets a line: its route\n"
              "as JSON, or what is wrong with it.\n"
              "\n"
              "With -o it is kept in FILE.resume how far it is. Whatever stops it: with --resume\n"
              "the same command goes on, and nothing is lost."},
    .run = batch_of,
};
