/* Counts slips of the pen, as the library does for ids: a letter too many, too few, another one, or
 * two neighbours exchanged (Damerau 1964, in the form of optimal string alignment). */
#include "nearest.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 64 };

static int least(int a, int b) {
    return a < b ? a : b;
}

/* Of words of up to LONGEST letters. */
static int slips_between(const char *a, const char *b) {
    int rows[3][LONGEST + 1];
    int a_length = (int)strlen(a), b_length = (int)strlen(b);
    for (int j = 0; j <= b_length; j++) rows[0][j] = j;
    for (int i = 1; i <= a_length; i++) {
        const int *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        int *row = rows[i % 3];
        row[0] = i;
        for (int j = 1; j <= b_length; j++) {
            row[j] = least(above[j - 1] + (a[i - 1] != b[j - 1]), least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
    }
    return rows[a_length % 3][b_length];
}

void consider(nearest *n, const char *candidate) {
    size_t length = strlen(n->word);
    if (length < 2 || length > LONGEST || strlen(candidate) > LONGEST) return;
    int most = length < 5 ? 1 : length < 9 ? 2 : 3;
    int slips = slips_between(n->word, candidate);
    if (slips > most || (n->best && slips >= n->slips)) return;
    n->best = candidate;
    n->slips = slips;
}
