// What progress on a question is kept under.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/question_key.h"

static const char *const paris[] = {"Paris"};

static const struct question questions[] = {
    {.id = "rome",
     .text = "Capital of Italy?",
     .kind = KIND_TEXT,
     .accepted = {paris, .count = 1}},
    {.text = "Capital of France?", .kind = KIND_TEXT, .accepted = {paris, .count = 1}},
    {.id = "bern",
     .text = "Capital of France?",
     .kind = KIND_TEXT,
     .accepted = {paris, .count = 1}},
};

static const struct bank bank = {.id = "b", .questions = questions, .question_count = 3};

static void the_key_is_the_id_else_the_hash(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_string_equal(question_key(&questions[0], &arena), "rome");
    const char *hash = question_key(&questions[1], &arena);
    assert_int_equal(strlen(hash), 32);
    assert_int_equal(strspn(hash, "0123456789abcdef"), 32);
    // The id is no part of the hash.
    assert_string_equal(question_key_hash(&questions[2], &arena), hash);
    assert_string_not_equal(question_key_hash(&questions[0], &arena), hash);
    arena_free(&arena);
}

static void each_question_is_found_by_its_key(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct question_index index = question_index_make(&bank, &arena);
    assert_int_equal(index.count, 3);
    for (int i = 0; i < bank.question_count; i++) {
        const char *key = question_key(&questions[i], &arena);
        assert_ptr_equal(question_index_find(&index, key), &questions[i]);
    }
    assert_null(question_index_find(&index, "ro"));
    assert_null(question_index_find(&index, "romes"));
    arena_free(&arena);
}

static void nothing_is_found_in_no_bank(void **state)
{
    (void)state;
    assert_null(question_index_find(&(struct question_index){0}, "rome"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_key_is_the_id_else_the_hash),
        cmocka_unit_test(each_question_is_found_by_its_key),
        cmocka_unit_test(nothing_is_found_in_no_bank),
    };
    return cmocka_run_group_tests_name("question_key", tests, NULL, NULL);
}
