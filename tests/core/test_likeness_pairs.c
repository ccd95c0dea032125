// Likeness among many: each finds its own, and what is not clear is not called sure.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/likeness_pairs.h"
#include "core/make.h"

struct words {
    const char *text, *right;
};

struct found {
    struct arena arena;
    struct likeness_pair *pairs;
    int count;
};

static struct likeness *make(const struct words *words, int count, struct arena *arena)
{
    struct likeness *made = ARENA_ARRAY(arena, count + 1, struct likeness);
    for (int i = 0; i < count; i++)
        made[i] = likeness_make(words[i].text, words[i].right, arena);
    return made;
}

/// The pairs that are chosen among `olds` and `freshes`.
static struct found choose(const struct words *olds, int old_count, const struct words *freshes,
                           int fresh_count)
{
    struct found found = {0};
    struct likeness *a = make(olds, old_count, &found.arena);
    struct likeness *b = make(freshes, fresh_count, &found.arena);
    found.count = likeness_pairs(a, old_count, b, fresh_count, &found.arena, &found.pairs);
    found.count =
        likeness_choose(found.pairs, found.count, old_count, fresh_count, &found.arena);
    return found;
}

/// The new question that `old` is paired with, or -1.
static int fresh_of(const struct found *found, int old, bool *is_sure)
{
    for (int i = 0; i < found->count; i++) {
        if (found->pairs[i].old == old) {
            *is_sure = found->pairs[i].is_sure;
            return found->pairs[i].fresh;
        }
    }
    return -1;
}

static void nothing_is_like_nothing(void **state)
{
    (void)state;
    const struct words one[] = {{"Capital of France?", "Paris"}};
    struct found found = choose(NULL, 0, one, 1);
    assert_int_equal(found.count, 0);
    arena_free(&found.arena);
    found = choose(one, 1, NULL, 0);
    assert_int_equal(found.count, 0);
    arena_free(&found.arena);
}

static void each_finds_its_own(void **state)
{
    (void)state;
    const struct words olds[] = {{"Captial of France?", "Paris"},
                                 {"Captial of Greece?", "Athens"},
                                 {"Who wrote Hamlet?", "Shakespeare"},
                                 {"Largest planet?", "Jupiter"}};
    const struct words freshes[] = {{"Which author wrote the play Hamlet?", "Shakespeare"},
                                    {"Capital of Greece?", "Athens"},
                                    {"Smallest bird?", "the bee hummingbird"},
                                    {"Capital of France?", "Paris"}};
    bool is_sure = false;
    struct found found = choose(olds, 4, freshes, 4);
    assert_int_equal(found.count, 3);
    assert_int_equal(fresh_of(&found, 0, &is_sure), 3);
    assert_true(is_sure);
    assert_int_equal(fresh_of(&found, 1, &is_sure), 1);
    assert_true(is_sure);
    assert_int_equal(fresh_of(&found, 2, &is_sure), 0);
    assert_false(is_sure);
    assert_int_equal(fresh_of(&found, 3, &is_sure), -1);
    arena_free(&found.arena);
}

static void of_two_that_are_as_good_neither_is_sure(void **state)
{
    (void)state;
    const struct words gone[] = {{"What is the captial of Australia?", "Canberra"}};
    const struct words two[] = {{"What is the capital of Australia?", "Canberra"},
                                {"What is the capital city of Australia?", "Canberra"}};
    bool is_sure = true;
    struct found found = choose(gone, 1, two, 2);
    assert_int_equal(found.count, 1);
    assert_int_equal(fresh_of(&found, 0, &is_sure), 0);
    assert_false(is_sure);
    arena_free(&found.arena);
    // And the other way round: two are gone, one is new.
    found = choose(two, 2, gone, 1);
    assert_int_equal(found.count, 1);
    assert_int_equal(fresh_of(&found, 0, &is_sure), 0);
    assert_false(is_sure);
    arena_free(&found.arena);
}

static void many_are_found_among_many(void **state)
{
    (void)state;

    enum { MANY = 3000 };

    struct arena arena = {0};
    struct words *olds = ARENA_ARRAY(&arena, MANY, struct words);
    struct words *freshes = ARENA_ARRAY(&arena, MANY, struct words);
    for (int i = 0; i < MANY; i++) {
        const char *right = arena_printf(&arena, "animal number %d", i);
        olds[i] =
            (struct words){arena_printf(&arena, "Wich beast has the number %d?", i), right};
        freshes[MANY - 1 - i] =
            (struct words){arena_printf(&arena, "Which beast has the number %d?", i), right};
    }
    struct found found = choose(olds, MANY, freshes, MANY);
    assert_int_equal(found.count, MANY);
    for (int i = 0; i < MANY; i++) {
        assert_int_equal(found.pairs[i].fresh, MANY - 1 - found.pairs[i].old);
        assert_true(found.pairs[i].is_sure);
    }
    arena_free(&found.arena);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_like_nothing),
        cmocka_unit_test(each_finds_its_own),
        cmocka_unit_test(of_two_that_are_as_good_neither_is_sure),
        cmocka_unit_test(many_are_found_among_many),
    };
    return cmocka_run_group_tests_name("likeness_pairs", tests, NULL, NULL);
}
