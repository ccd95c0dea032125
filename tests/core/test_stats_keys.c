#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/make.h"
#include "core/stats_keys.h"

static void numbers_names_as_they_come(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct stats_keys keys;
    stats_keys_init(&keys, 5, &arena);
    assert_int_equal(stats_keys_find(&keys, "b", "q", 0), -1);
    assert_int_equal(stats_keys_number(&keys, "b", "q", 0), 0);
    assert_int_equal(stats_keys_number(&keys, "b", "q", 1), 1);
    assert_int_equal(stats_keys_number(&keys, "b", "q", STATS_WHOLE), 2);
    assert_int_equal(stats_keys_number(&keys, "bq", "", 0), 3);
    assert_int_equal(stats_keys_number(&keys, "c", "q", 0), 4);
    char same[] = "q"; // another text that reads the same
    assert_int_equal(stats_keys_number(&keys, "b", same, 1), 1);
    assert_int_equal(stats_keys_find(&keys, "c", same, 0), 4);
    assert_int_equal(stats_keys_find(&keys, "", "bq", 0), -1);
    assert_int_equal(keys.count, 5);
    stats_keys_free(&keys);
    arena_free(&arena);
}

static void numbers_questions_by_their_place(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct bank banks[] = {{.id = "a"}, {.id = "b"}};
    struct question question = {0};
    struct stats_question questions[] = {
        {&banks[0], &question, "q"}, {&banks[0], &question, "q"}, {&banks[1], &question, "q"}};
    struct stats_source source = {.questions = questions,
                                  .question_count = (int)COUNT(questions)};
    struct stats_keys keys;
    stats_keys_of_questions(&keys, &source, &arena);
    assert_int_equal(stats_keys_find(&keys, "a", "q", STATS_WHOLE), 0);
    assert_int_equal(stats_keys_find(&keys, "b", "q", STATS_WHOLE), 2);
    assert_int_equal(stats_keys_find(&keys, "b", "q", 0), -1);
    stats_keys_free(&keys);
    stats_keys_free(&keys);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_names_as_they_come),
        cmocka_unit_test(numbers_questions_by_their_place),
    };
    return cmocka_run_group_tests_name("stats_keys", tests, NULL, NULL);
}
