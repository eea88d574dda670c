/* A set of weeks, counted from week(start): one bit each for the weeks 0 .. LRI_HORIZON_WEEKS. */
#ifndef LRI_PLAN_WEEKS_H
#define LRI_PLAN_WEEKS_H

#include <stdbool.h>
#include <stdint.h>

#include "model/calendar.h"

enum { LRI_WEEK_WORDS = (LRI_HORIZON_WEEKS + 1 + 63) / 64 };

typedef struct lri_weeks {
    uint64_t words[LRI_WEEK_WORDS];
} lri_weeks;

static inline bool lri_weeks_has(const lri_weeks *set, int week) {
    return set->words[week >> 6] >> (week & 63) & 1;
}

static inline void lri_weeks_add(lri_weeks *set, int week) {
    set->words[week >> 6] |= (uint64_t)1 << (week & 63);
}

/* The weeks from .. to; what lies outside 0 .. LRI_HORIZON_WEEKS is left out. */
static inline lri_weeks lri_weeks_span(int64_t from, int64_t to) {
    lri_weeks set = {{0}};
    if (from < 0) from = 0;
    if (to > LRI_HORIZON_WEEKS) to = LRI_HORIZON_WEEKS;
    if (from > to) return set;
    for (int64_t i = from >> 6; i <= to >> 6; i++) set.words[i] = ~(uint64_t)0;
    set.words[from >> 6] &= ~(uint64_t)0 << (from & 63);
    set.words[to >> 6] &= ~(uint64_t)0 >> (63 - (to & 63));
    return set;
}

static inline lri_weeks lri_weeks_and(lri_weeks a, const lri_weeks *b) {
    for (int i = 0; i < LRI_WEEK_WORDS; i++) a.words[i] &= b->words[i];
    return a;
}

static inline lri_weeks lri_weeks_or(lri_weeks a, const lri_weeks *b) {
    for (int i = 0; i < LRI_WEEK_WORDS; i++) a.words[i] |= b->words[i];
    return a;
}

static inline lri_weeks lri_weeks_without(lri_weeks a, const lri_weeks *b) {
    for (int i = 0; i < LRI_WEEK_WORDS; i++) a.words[i] &= ~b->words[i];
    return a;
}

/* Each week of the set so many weeks later; what comes after LRI_HORIZON_WEEKS is left out. */
static inline lri_weeks lri_weeks_later(const lri_weeks *set, int weeks) {
    enum { UNUSED = LRI_WEEK_WORDS * 64 - (LRI_HORIZON_WEEKS + 1) };
    lri_weeks later = {{0}};
    int words = weeks >> 6, bits = weeks & 63;
    for (int i = words; i < LRI_WEEK_WORDS; i++) {
        later.words[i] = set->words[i - words] << bits;
        if (bits && i > words) later.words[i] |= set->words[i - words - 1] >> (64 - bits);
    }
    later.words[LRI_WEEK_WORDS - 1] &= ~(uint64_t)0 >> UNUSED;
    return later;
}

static inline int lri_weeks_count(const lri_weeks *set) {
    int count = 0;
    for (int i = 0; i < LRI_WEEK_WORDS; i++) count += __builtin_popcountll(set->words[i]);
    return count;
}

static inline bool lri_weeks_empty(const lri_weeks *set) {
    uint64_t any = 0;
    for (int i = 0; i < LRI_WEEK_WORDS; i++) any |= set->words[i];
    return !any;
}

/* The first week of the set that is `from` or later; -1 when there is none. */
static inline int lri_weeks_next(const lri_weeks *set, int from) {
    if (from < 0) from = 0;
    if (from > LRI_HORIZON_WEEKS) return -1;
    uint64_t word = set->words[from >> 6] & (~(uint64_t)0 << (from & 63));
    for (int i = from >> 6;;) {
        if (word) return i * 64 + __builtin_ctzll(word);
        if (++i == LRI_WEEK_WORDS) return -1;
        word = set->words[i];
    }
}

/* The last week of the set that is `upto` or earlier; -1 when there is none. */
static inline int lri_weeks_prior(const lri_weeks *set, int upto) {
    if (upto < 0) return -1;
    if (upto > LRI_HORIZON_WEEKS) upto = LRI_HORIZON_WEEKS;
    uint64_t word = set->words[upto >> 6] & (~(uint64_t)0 >> (63 - (upto & 63)));
    for (int i = upto >> 6;;) {
        if (word) return i * 64 + 63 - __builtin_clzll(word);
        if (--i < 0) return -1;
        word = set->words[i];
    }
}

#endif
