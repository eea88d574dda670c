/* Damerau-Levenshtein distance in its optimal string alignment form (one slip is a letter too many,
 * too few, another letter, or two neighbours exchanged), given up as soon as it exceeds a limit:
 * with limit k only the diagonal band of 2k + 1 cells is filled. F. J. Damerau, "A technique for
 * computer detection and correction of spelling errors", CACM 7(3), 1964. */
#include "model/nearest.h"

#include <string.h>

enum {
    LONGEST = 80, /* a longer word is no slip of the pen */
    MOST_SLIPS = 3
};

typedef struct query {
    const char *word;
    size_t length;
    int limit; /* slips that are still near */
    const char *best;
    int distance; /* of `best` */
} query;

static int folded(char c) {
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static int least(int a, int b) {
    return a < b ? a : b;
}

/* One cell of the matrix: the distance between a's first i and b's first j letters. */
static int cell(const char *a, int i, const char *b, int j, const int *before, const int *above,
                const int *row) {
    bool same = folded(a[i - 1]) == folded(b[j - 1]);
    int distance = least(above[j - 1] + !same, least(above[j], row[j - 1]) + 1);
    bool exchanged = i > 1 && j > 1 && folded(a[i - 1]) == folded(b[j - 2]) &&
                     folded(a[i - 2]) == folded(b[j - 1]);
    return exchanged ? least(distance, before[j - 2] + 1) : distance;
}

/* The distance, or limit + 1 when it is larger. Lengths up to LONGEST, differing by limit at most.
 */
static int slips(const char *a, int a_length, const char *b, int b_length, int limit) {
    int rows[3][LONGEST + MOST_SLIPS + 2];
    for (int j = 0; j <= b_length; j++) rows[0][j] = j;
    for (int i = 1; i <= a_length; i++) {
        const int *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        int *row = rows[i % 3];
        int from = i - limit > 1 ? i - limit : 1, to = least(i + limit, b_length);
        int low = row[from - 1] = from == 1 ? i : limit + 1;
        for (int j = from; j <= to; j++) {
            row[j] = cell(a, i, b, j, before, above, row);
            low = least(low, row[j]);
        }
        if (to < b_length) row[to + 1] = limit + 1;
        if (low > limit) return limit + 1;
    }
    return least(rows[a_length % 3][b_length], limit + 1);
}

static query query_of(const char *word) {
    size_t length = strlen(word);
    int limit = length < 2 || length > LONGEST ? 0 : length < 5 ? 1 : length < 9 ? 2 : MOST_SLIPS;
    return (query){word, length, limit, NULL, limit + 1};
}

static void consider(query *q, const char *candidate) {
    size_t length = strlen(candidate), limit = (size_t)least(q->limit, q->distance);
    if (length > q->length + limit || length + limit < q->length) return;
    int distance = slips(q->word, (int)q->length, candidate, (int)length, (int)limit);
    if (distance > (int)limit) return;
    if (distance == q->distance && strcmp(candidate, q->best) >= 0) return;
    q->best = candidate;
    q->distance = distance;
}

const char *lri_nearest(const char *word, const lri_candidates *candidates) {
    query q = query_of(word);
    if (q.limit == 0) return NULL;
    for (const char *const *w = candidates->words; w && *w; w++) consider(&q, *w);
    for (size_t i = 0; i < candidates->struct_count; i++) {
        const char *text;
        memcpy(&text, (const char *)candidates->structs + i * candidates->struct_size, sizeof text);
        consider(&q, text);
    }
    const lri_table *table = candidates->table;
    for (uint32_t i = 0; table && i < table->entries.count; i++) {
        const lri_entry *entry = &table->entries.items[i];
        if (entry->value >= candidates->from && entry->value < candidates->to)
            consider(&q, entry->key);
    }
    return q.best;
}

bool lri_is_near(const char *word, const char *candidate) {
    query q = query_of(word);
    if (q.limit > 0) consider(&q, candidate);
    return q.best != NULL;
}
