/* How a person stands before any step: of all that some requirements ask, what holds, from which
 * week and thanks to what (MODEL section 6, without steps).
 *
 * What matters is laid out first: each requirement as a tree of *parts*, whose leaves name
 * *things*; the things bring in what can give them without a step, that is the awards that grant
 * them, and what awards and functions ask themselves. Then one pass per week in which something
 * held begins or ends finds what holds in it: every part counts what holds below it, so a pass
 * looks at each part once (Dowling and Gallier 1984). A pass begins with nothing but what is held,
 * so nothing supports itself in a circle.
 *
 * O(parts), for the week of the start and each later one in which something held, under way or
 * awarded begins or ends. */
#ifndef LRI_REPORT_STANDING_H
#define LRI_REPORT_STANDING_H

#include "base/map.h"
#include "base/vector.h"
#include "model/intake.h"

typedef enum lri_ground_kind {
    LRI_BY_HOLDING,   /* an entry of intake->holds: it is that, or its holder is taken to have it */
    LRI_BY_UNDER_WAY, /* an entry of intake->under_way */
    LRI_BY_THING      /* a thing whose own requirement holds, or an attribute as stated */
} lri_ground_kind;

/* What a thing holds thanks to, in the end. */
typedef struct lri_ground {
    lri_ground_kind kind;
    uint32_t index;
} lri_ground;

/* What a leaf names. */
typedef struct lri_thing {
    lri_requirement_kind kind;
    uint8_t level; /* of a competence; else 0 */
    bool asked;    /* not only brought in by what may give something asked */
    bool opened;   /* asked, and so is what it requires: it is not simply held */
    uint32_t index;
    uint32_t requires; /* the part that an award or function asks; LRI_NONE */
    uint32_t leaves;   /* the first leaf that names it */
    uint32_t idle;     /* an entry of intake->holds for it that counts in no week; LRI_NONE */
    lri_week from;     /* the first week in which it holds; LRI_ALWAYS_WEEK: never */
    lri_week until;    /* the last week before it lapses for the first time */
    lri_ground ground; /* in the week `from` */
    /* of the pass that is made */
    bool holds, is_named; /* is_named: an entry of intake->holds counts for this award */
    lri_week awarded;     /* from when an award is held by its own requirement */
} lri_thing;

/* A requirement laid out. */
typedef struct lri_part {
    const lri_requirements *pool;
    const lri_requirement *asks;
    uint32_t weight; /* in the part above */
    uint32_t above;  /* LRI_NONE for a whole requirement */
    uint32_t owner;  /* of a whole requirement: the thing that asks it, or LRI_NONE */
    uint32_t first;  /* of ALL, ANY and AT_LEAST: its parts are first .. first + asks->count - 1 */
    uint32_t thing;  /* of a leaf */
    uint32_t next;   /* of a leaf: the next that names the same thing */
    lri_week from;   /* the first week in which it holds; LRI_ALWAYS_WEEK: never */
    uint64_t have_at_start; /* the weights of its parts that hold at the start */
    uint64_t have;          /* in the pass that is made */
} lri_part;

/* Made with lri_standing_open. */
typedef struct lri_standing {
    const leerroute_intake *intake;
    const leerroute_catalogue *catalogue;
    lri_week start;
    LRI_VECTOR(lri_part) parts;
    LRI_VECTOR(lri_thing) things;
    LRI_VECTOR(uint32_t) opened; /* things, in the order of a walk from what is asked */
    LRI_VECTOR(uint32_t) queue;
    lri_map index;
    uint32_t laid_parts, laid_things; /* these are laid out */
    lri_week week;                    /* of the pass */
    bool failed;                      /* no memory */
} lri_standing;

void lri_standing_open(lri_standing *standing, const leerroute_intake *intake);
void lri_standing_close(lri_standing *standing);

/* Adds a requirement to what is asked: the part that it becomes, or LRI_NONE when there is no
 * memory or nothing to ask (`node` LRI_NONE). Call lri_standing_find once after the last. */
uint32_t lri_standing_ask(lri_standing *standing, const lri_requirements *pool, uint32_t node);

/* Does a part of a group matter to how the person stands: of a group that holds without a step,
 * only what makes it hold; else all. */
bool lri_part_matters(const lri_standing *standing, const lri_part *group, uint32_t part);

/* Finds what holds, once all is asked. False when there is no memory. */
bool lri_standing_find(lri_standing *standing);

/* The thing, or NULL when it does not matter to what was asked. */
lri_thing *lri_standing_thing(const lri_standing *standing, lri_requirement_kind kind,
                              uint32_t index, uint8_t level);

#endif
