#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

enum { LARGE = 1000000 };

static void gives_zeroed_aligned_pieces_that_do_not_overlap(void **state)
{
    (void)state;
    struct arena arena = {0};
    unsigned char *pieces[2000];
    for (size_t i = 0; i < 2000; i++) {
        size_t size = i % 97 + 1, align = (size_t)1 << i % 5;
        pieces[i] = arena_alloc(&arena, size, align);
        assert_int_equal((uintptr_t)pieces[i] % align, 0);
        for (size_t j = 0; j < size; j++)
            assert_int_equal(pieces[i][j], 0);
        memset(pieces[i], (int)(i % 255) + 1, size);
    }
    for (size_t i = 0; i < 2000; i++) {
        for (size_t j = 0; j < i % 97 + 1; j++)
            assert_int_equal(pieces[i][j], i % 255 + 1);
    }
    arena_free(&arena);
    assert_int_equal(arena_size(&arena), 0);
    arena_free(&arena);
}

static void keeps_filling_a_block_after_a_large_piece(void **state)
{
    (void)state;
    struct arena arena = {0};
    char *small = arena_alloc(&arena, 8, 8);
    memset(arena_alloc(&arena, LARGE, 1), 1, LARGE);
    size_t held = arena_size(&arena);
    char *next = arena_alloc(&arena, 8, 8);
    assert_ptr_equal(next, small + 8);
    assert_int_equal(arena_size(&arena), held);
    arena_free(&arena);
}

static void takes_back_the_end_of_a_piece(void **state)
{
    (void)state;
    struct arena arena = {0};
    arena_trim(&arena, "no piece of it");
    char *piece = arena_alloc(&arena, 100, 1);
    memset(piece, 1, 10);
    arena_trim(&arena, piece + 10);
    char *next = arena_alloc(&arena, 50, 1);
    assert_ptr_equal(next, piece + 10);
    for (int i = 0; i < 50; i++)
        assert_int_equal(next[i], 0);
    const char *large = arena_alloc(&arena, LARGE, 1);
    arena_trim(&arena, large + 10);
    assert_ptr_equal(arena_alloc(&arena, 1, 1), next + 50);
    arena_free(&arena);
}

static void starts_over_with_the_memory_it_has(void **state)
{
    (void)state;
    struct arena arena = {0};
    arena_reset(&arena);
    size_t held[2];
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 100; i++)
            memset(arena_alloc(&arena, LARGE / 100, 1), 1, LARGE / 100);
        arena_reset(&arena);
        held[round] = arena_size(&arena);
    }
    assert_in_range(held[0], 1, LARGE / 10);
    assert_int_equal(held[1], held[0]);
    const char *again = arena_alloc(&arena, 100, 1);
    for (int i = 0; i < 100; i++)
        assert_int_equal(again[i], 0);
    arena_free(&arena);
}

// The first touch of a page costs more than all that is done with it later.
static void takes_little_for_little_and_more_for_more(void **state)
{
    (void)state;
    struct arena arena = {0};
    arena_alloc(&arena, 1, 1);
    assert_in_range(arena_size(&arena), 1, 4096);
    for (int i = 0; i < 1000; i++)
        arena_alloc(&arena, LARGE / 1000, 1);
    assert_in_range(arena_size(&arena), LARGE, LARGE + LARGE / 5);
    arena_free(&arena);
}

static void copies_and_prints_text(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_string_equal(arena_text(&arena, "Paris, France", 5), "Paris");
    assert_string_equal(arena_text(&arena, NULL, 0), "");
    assert_string_equal(arena_printf(&arena, "%d of %s", 3, "ten"), "3 of ten");
    int *numbers = ARENA_ARRAY(&arena, 3, int);
    assert_int_equal((uintptr_t)numbers % _Alignof(int), 0);
    assert_int_equal(numbers[2], 0);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_aligned_pieces_that_do_not_overlap),
        cmocka_unit_test(keeps_filling_a_block_after_a_large_piece),
        cmocka_unit_test(takes_back_the_end_of_a_piece),
        cmocka_unit_test(starts_over_with_the_memory_it_has),
        cmocka_unit_test(takes_little_for_little_and_more_for_more),
        cmocka_unit_test(copies_and_prints_text),
    };
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
