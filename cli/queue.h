/* The tasks of a batch on their way from the one who reads to those who work to the one who writes.
 *
 * There are QUEUE_ROOM tasks and no more, and with more than QUEUE_BYTES in them no other is begun;
 * so memory is bounded however slow one of them is: who reads waits. Tasks stand in the order in
 * which they were put; in order, only the first can be written, and else any that is done. The one
 * lock is held for moments. */
#ifndef CLI_QUEUE_H
#define CLI_QUEUE_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include "files.h"

enum { QUEUE_ROOM = 512, QUEUE_BYTES = 1 << 25, ID_ROOM = 65 };

typedef enum task_state { TASK_WAITING, TASK_TAKEN, TASK_DONE, TASK_DROPPED } task_state;

typedef struct task {
    struct task *next;
    task_state state;
    /* as it was read */
    uint64_t number; /* from 0, in the order of the input */
    uint64_t digest; /* of the input up to and including it */
    size_t name_size, line, size;
    char *name;  /* of its source: with a 0 */
    char *bytes; /* in the same memory, after the name */
    size_t room;
    int error; /* errno: it could not be read */
    /* as it was parsed */
    bool is_parsed;
    leerroute_intake *intake; /* NULL where it is malformed */
    /* as it was answered */
    char *answer, *statistics; /* leerroute_text_free; NULL where there are none */
    size_t answer_size;
    char id[ID_ROOM];         /* of the intake; "" where it could not be read */
    bool is_error, is_cut;    /* malformed; a limit stopped the proof */
    leerroute_status failure; /* that ends the run: no memory, a defect */
} task;

typedef struct queue {
    pthread_mutex_t lock;
    pthread_cond_t has_room, has_work, has_done;
    task tasks[QUEUE_ROOM];
    task *first, *last; /* in order */
    task *waiting;      /* the first one that nobody took yet */
    task *unused;
    int unused_count, waiting_count, settled_count;
    size_t held; /* bytes of the input that are in it */
    bool is_ordered;
    bool is_closed; /* nothing more is put */
    bool is_halted; /* nothing more is taken, and what is taken may be dropped */
} queue;

bool open_queue(queue *q, bool is_ordered);
void close_queue(queue *q);

/* For the one who reads, once others work: waits while there is too much in it. */
void await_room(queue *q);

/* For the one who reads. A task to fill in, waited for; NULL: halted. Then it is put. */
task *free_task(queue *q);
void put_task(queue *q, task *t);
bool is_fed(queue *q); /* do many wait for those who work? */
void end_tasks(queue *q);

/* For those who work. NULL: there are no more. Then it is TASK_DONE, or TASK_DROPPED. */
task *take_task(queue *q);
void settle_task(queue *q, task *t, task_state state);

/* For the one who writes: a task that is done, taken out of the queue. NULL with `*is_over`: no
 * more will come; else nothing came within `seconds` (0: it does not wait). Then it is returned. */
task *next_done(queue *q, double seconds, bool *is_over);
void return_task(queue *q, task *t);

/* For anybody: stops the others. */
void halt(queue *q);

/* Under way: calls `visit` with the number of each task that is not taken out. */
void each_task(queue *q, void (*visit)(void *context, uint64_t number), void *context);

#endif
