#include "queue.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

bool open_queue(queue *q, bool is_ordered) {
    *q = (queue){.is_ordered = is_ordered};
    pthread_condattr_t attributes;
    bool opened = pthread_condattr_init(&attributes) == 0;
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    opened = opened && pthread_mutex_init(&q->lock, NULL) == 0 &&
             pthread_cond_init(&q->has_room, NULL) == 0 &&
             pthread_cond_init(&q->has_work, NULL) == 0 &&
             pthread_cond_init(&q->has_done, &attributes) == 0;
    pthread_condattr_destroy(&attributes);
    for (int i = QUEUE_ROOM - 1; i >= 0; i--) {
        q->tasks[i].next = q->unused;
        q->unused = &q->tasks[i];
    }
    q->unused_count = QUEUE_ROOM;
    return opened;
}

/* Memory that had to be large is not kept. */
static void clear(task *t) {
    enum { KEPT = 1 << 14 };
    leerroute_text_free(t->answer);
    leerroute_text_free(t->statistics);
    leerroute_intake_free(t->intake);
    if (t->room > KEPT) {
        free(t->name);
        t->name = NULL;
        t->room = 0;
    }
    *t = (task){.name = t->name, .room = t->room};
}

void close_queue(queue *q) {
    for (int i = 0; i < QUEUE_ROOM; i++) {
        clear(&q->tasks[i]);
        free(q->tasks[i].name);
    }
    pthread_mutex_destroy(&q->lock);
    pthread_cond_destroy(&q->has_room);
    pthread_cond_destroy(&q->has_work);
    pthread_cond_destroy(&q->has_done);
}

void halt(queue *q) {
    pthread_mutex_lock(&q->lock);
    q->is_halted = true;
    pthread_cond_broadcast(&q->has_room);
    pthread_cond_broadcast(&q->has_work);
    pthread_cond_broadcast(&q->has_done);
    pthread_mutex_unlock(&q->lock);
}

/* ---- Reading ---- */

void await_room(queue *q) {
    pthread_mutex_lock(&q->lock);
    while (q->held > QUEUE_BYTES && !q->is_halted) pthread_cond_wait(&q->has_room, &q->lock);
    pthread_mutex_unlock(&q->lock);
}

task *free_task(queue *q) {
    pthread_mutex_lock(&q->lock);
    while (!q->unused && !q->is_halted) pthread_cond_wait(&q->has_room, &q->lock);
    task *t = q->is_halted ? NULL : q->unused;
    if (t) {
        q->unused = t->next;
        q->unused_count--;
    }
    pthread_mutex_unlock(&q->lock);
    return t;
}

void put_task(queue *q, task *t) {
    pthread_mutex_lock(&q->lock);
    t->next = NULL;
    t->state = TASK_WAITING;
    q->held += t->size;
    if (q->last)
        q->last->next = t;
    else
        q->first = t;
    q->last = t;
    if (!q->waiting) q->waiting = t;
    q->waiting_count++;
    pthread_mutex_unlock(&q->lock);
    pthread_cond_signal(&q->has_work);
}

bool is_fed(queue *q) {
    pthread_mutex_lock(&q->lock);
    bool fed = q->waiting_count >= QUEUE_ROOM / 8;
    pthread_mutex_unlock(&q->lock);
    return fed;
}

void end_tasks(queue *q) {
    pthread_mutex_lock(&q->lock);
    q->is_closed = true;
    pthread_cond_broadcast(&q->has_work);
    pthread_cond_broadcast(&q->has_done);
    pthread_mutex_unlock(&q->lock);
}

/* The link to the first task that can be written, or NULL. */
static task **find_done(queue *q) {
    for (task **link = &q->first; *link; link = &(*link)->next) {
        if ((*link)->state == TASK_DONE) return link;
        if (q->is_ordered) return NULL;
    }
    return NULL;
}

/* ---- Working ---- */

task *take_task(queue *q) {
    pthread_mutex_lock(&q->lock);
    while (!q->waiting && !q->is_closed && !q->is_halted) pthread_cond_wait(&q->has_work, &q->lock);
    task *t = q->is_halted ? NULL : q->waiting;
    if (t) {
        t->state = TASK_TAKEN;
        q->waiting = t->next;
        q->waiting_count--;
    }
    pthread_mutex_unlock(&q->lock);
    return t;
}

/* Who writes looks for itself now and then, and is woken only for many tasks at once, or when those
 * who work have nothing else to do. */
static bool should_wake_writer(queue *q) {
    if (q->is_halted || !q->waiting) return true;
    return q->settled_count >= QUEUE_ROOM / 8 && find_done(q);
}

void settle_task(queue *q, task *t, task_state state) {
    pthread_mutex_lock(&q->lock);
    t->state = state;
    q->settled_count++;
    bool wakes = should_wake_writer(q);
    pthread_mutex_unlock(&q->lock);
    if (wakes) pthread_cond_signal(&q->has_done);
}

/* ---- Writing ---- */

/* Will no other task be done? In order, what comes after one that is not done does not count. */
static bool is_over(const queue *q) {
    if (!q->first) return q->is_closed || q->is_halted;
    if (!q->is_halted) return false;
    if (q->is_ordered) return q->first->state != TASK_TAKEN;
    for (const task *t = q->first; t; t = t->next)
        if (t->state == TASK_TAKEN) return false;
    return true;
}

static struct timespec moment_after(double seconds) {
    struct timespec moment;
    clock_gettime(CLOCK_MONOTONIC, &moment);
    long long nanoseconds = moment.tv_nsec + (long long)(seconds * 1e9);
    moment.tv_sec += (time_t)(nanoseconds / 1000000000);
    moment.tv_nsec = (long)(nanoseconds % 1000000000);
    return moment;
}

/* Takes the task out of the queue. */
static task *unlink_task(queue *q, task **link) {
    task *t = *link, *before = NULL;
    if (t == q->last)
        for (task *other = q->first; other != t; other = other->next) before = other;
    *link = t->next;
    if (t == q->last) q->last = before;
    q->settled_count--;
    return t;
}

task *next_done(queue *q, double seconds, bool *over) {
    struct timespec end = {0};
    if (seconds > 0) end = moment_after(seconds);
    task **link;
    pthread_mutex_lock(&q->lock);
    int waited = seconds > 0 ? 0 : ETIMEDOUT;
    while (!(link = find_done(q)) && !is_over(q) && waited != ETIMEDOUT)
        waited = pthread_cond_timedwait(&q->has_done, &q->lock, &end);
    task *t = link ? unlink_task(q, link) : NULL;
    *over = !t && is_over(q);
    pthread_mutex_unlock(&q->lock);
    return t;
}

void return_task(queue *q, task *t) {
    size_t size = t->size;
    clear(t);
    pthread_mutex_lock(&q->lock);
    bool was_full = q->held > QUEUE_BYTES;
    q->held -= size;
    t->next = q->unused;
    q->unused = t;
    /* Who reads is far ahead mostly, and need not be woken for each task that comes back. */
    bool wakes = ++q->unused_count >= QUEUE_ROOM / 2 || was_full;
    pthread_mutex_unlock(&q->lock);
    if (wakes) pthread_cond_signal(&q->has_room);
}

void each_task(queue *q, void (*visit)(void *context, uint64_t number), void *context) {
    pthread_mutex_lock(&q->lock);
    for (const task *t = q->first; t; t = t->next) visit(context, t->number);
    pthread_mutex_unlock(&q->lock);
}
