/* The containers: arena, text, table, vector, sentences, sorting. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/sentence.h"
#include "base/sort.h"
#include "base/table.h"
#include "base/text.h"
#include "base/vector.h"
#include "support.h"

START_TEST(arena_pieces_are_zeroed_and_apart) {
    lri_arena arena = {0};
    unsigned char *pieces[200];
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < 200; i++) {
            pieces[i] = lri_arena_alloc(&arena, i * 7);
            ck_assert_uint_eq((uintptr_t)pieces[i] % sizeof(double), 0);
            for (size_t k = 0; k < i * 7; k++) ck_assert_uint_eq(pieces[i][k], 0);
            memset(pieces[i], (int)i, i * 7);
        }
        for (size_t i = 1; i < 200; i++) ck_assert_uint_eq(pieces[i][i * 7 - 1], i);
        lri_arena_reset(&arena);
    }
    ck_assert_ptr_null(lri_arena_array(&arena, SIZE_MAX / 2, 16));
    lri_arena_free(&arena);
}
END_TEST

/* Whatever was asked for in between. */
START_TEST(arena_gives_the_same_places_again) {
    static const size_t sizes[] = {9000, 9000, 50000, 9000, 200000, 40000, 9000};
    enum { PIECES = sizeof sizes / sizeof *sizes };
    lri_arena arena = {0};
    void *first[PIECES];
    for (int i = 0; i < PIECES; i++) first[i] = lri_arena_alloc(&arena, sizes[i]);
    lri_arena_reset(&arena);
    for (int i = PIECES - 1; i >= 0; i--) ck_assert_ptr_nonnull(lri_arena_alloc(&arena, sizes[i]));
    lri_arena_reset(&arena);
    for (int i = 0; i < PIECES; i++) ck_assert_ptr_eq(lri_arena_alloc(&arena, sizes[i]), first[i]);
    lri_arena_free(&arena);
}
END_TEST

static int by_length_and_text(const void *a, const void *b) {
    const char *x = a, *y = b;
    size_t m = strlen(x), n = strlen(y);
    return m != n ? (m < n ? -1 : 1) : strcmp(x, y);
}

START_TEST(sorting_puts_each_length_in_order) {
    char items[60][5];
    for (size_t count = 0; count <= 60; count++) {
        for (size_t i = 0; i < count; i++)
            snprintf(items[i], sizeof items[i], "%d", (int)(i * 7919 % 131));
        lri_sort(items, count, sizeof *items, by_length_and_text);
        int sum = 0, expected = 0;
        for (size_t i = 0; i < count; i++) {
            sum += atoi(items[i]);
            expected += (int)(i * 7919 % 131);
            if (i) ck_assert_int_lt(atoi(items[i - 1]), atoi(items[i]));
        }
        ck_assert_int_eq(sum, expected);
    }
}
END_TEST

START_TEST(table_finds_what_was_added) {
    lri_table table = {0};
    char keys[1000][8];
    uint32_t found;
    ck_assert_uint_eq(lri_table_find(&table, "k1"), LRI_NONE);
    for (uint32_t i = 0; i < 1000; i++) {
        snprintf(keys[i], sizeof keys[i], "k%u", (unsigned)i);
        ck_assert(lri_table_add(&table, keys[i], i, &found));
        ck_assert_uint_eq(found, i);
    }
    ck_assert(lri_table_add(&table, "k7", 5000, &found));
    ck_assert_uint_eq(found, 7);
    for (uint32_t i = 0; i < 1000; i++) ck_assert_uint_eq(lri_table_find(&table, keys[i]), i);
    ck_assert_uint_eq(lri_table_find(&table, "k1000"), LRI_NONE);
    char again[] = "k12";
    ck_assert_ptr_eq(lri_table_key(&table, again), keys[12]);
    ck_assert_ptr_null(lri_table_key(&table, "x"));
    lri_table_free(&table);
}
END_TEST

/* All words of up to `LETTERS` letters of an alphabet of three, each a beginning of others. */
START_TEST(table_tells_every_word_apart) {
    enum { LETTERS = 7, WORDS = 3280 };
    static const char alphabet[] = {'a', 'b', '\xff'};
    static char words[WORDS][LETTERS + 1];
    lri_table table = {0};
    uint32_t found, count = 1;
    for (uint32_t i = 0; count < WORDS; i++)
        for (size_t k = 0; k < sizeof alphabet; k++) {
            size_t length = strlen(words[i]);
            memcpy(words[count], words[i], length);
            words[count++][length] = alphabet[k];
        }
    for (uint32_t i = 0; i < WORDS;
         i++) { /* in an order that is none: 3280 and 1201 have no divisor */
        uint32_t word = i * 1201 % WORDS;
        ck_assert_uint_eq(lri_table_find(&table, words[word]), LRI_NONE);
        ck_assert(lri_table_add(&table, words[word], word, &found));
        ck_assert_uint_eq(found, word);
        ck_assert_ptr_eq(table.entries.items[i].key, words[word]);
    }
    for (uint32_t i = 0; i < WORDS; i++) ck_assert_uint_eq(lri_table_find(&table, words[i]), i);
    ck_assert_uint_eq(lri_table_find(&table, "aaaaaaaa"), LRI_NONE);
    ck_assert_uint_eq(lri_table_find(&table, "c"), LRI_NONE);
    lri_table_free(&table);
}
END_TEST

START_TEST(text_grows_and_is_taken) {
    lri_text text = {0};
    for (int i = 0; i < 1000; i++) lri_text_printf(&text, "%d,", i);
    size_t size;
    char *taken = lri_text_take(&text, &size);
    ck_assert_uint_eq(size, strlen(taken));
    ck_assert_str_eq(taken + size - 8, "998,999,");
    free(taken);
    taken = lri_text_take(&text, &size);
    ck_assert_str_eq(taken, "");
    free(taken);
}
END_TEST

START_TEST(vector_keeps_its_items) {
    LRI_VECTOR(uint64_t) vector = {0};
    for (uint64_t i = 0; i < 1000; i++) ck_assert(lri_push(&vector, i * i));
    ck_assert_uint_eq(vector.count, 1000);
    for (uint64_t i = 0; i < 1000; i++) ck_assert_uint_eq(vector.items[i], i * i);
    free(vector.items);
}
END_TEST

START_TEST(sentence_fills_in) {
    lri_text text = {0};
    lri_word words[] = {{"a", "one"}, {"b", NULL}};
    lri_sentence(&text, "{a}-{b}-{c}-{a", words, 2);
    char *sentence = lri_text_take(&text, NULL);
    ck_assert_str_eq(sentence, "one--{c}-one");
    free(sentence);
}
END_TEST

Suite *base_suite(void) {
    Suite *suite = suite_create("base");
    TCase *tests = tcase_create("containers");
    tcase_add_test(tests, arena_pieces_are_zeroed_and_apart);
    tcase_add_test(tests, arena_gives_the_same_places_again);
    tcase_add_test(tests, sorting_puts_each_length_in_order);
    tcase_add_test(tests, table_finds_what_was_added);
    tcase_add_test(tests, table_tells_every_word_apart);
    tcase_add_test(tests, text_grows_and_is_taken);
    tcase_add_test(tests, vector_keeps_its_items);
    tcase_add_test(tests, sentence_fills_in);
    suite_add_tcase(suite, tests);
    return suite;
}
