// Progress on questions that are gone is listed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "store/author.h"
#include "store/flag.h"
#include "store/orphans.h"

static int find(struct author *a, struct orphan **orphans)
{
    return orphans_find(&a->memory, &a->library, &a->scratch->arena, orphans);
}

static void open_learnt(struct author *a, void **state)
{
    author_open(a, *state);
    author_add(a, 0, 1, "What is the capital of Australia?", "Canberra");
    author_add(a, 0, 2, "Who wrote Hamlet?", "Shakespeare");
    snprintf(author_add(a, 1, 3, "Smallest bird?", "the bee hummingbird")->id, 32, "bird");
    author_add(a, 1, 4, "Largest planet?", "Jupiter");
    author_save(a);
    author_learn(a, 0, 0);
    author_learn(a, 1, 0);
}

static void where_all_is_there_nothing_is_gone(void **state)
{
    struct author a;
    struct orphan *orphans;
    const struct memory none = {0};
    open_learnt(&a, state);
    assert_int_equal(find(&a, &orphans), 0);
    assert_int_equal(orphans_find(&none, &a.library, &a.scratch->arena, &orphans), 0);
    author_close(&a);
}

static void a_question_that_is_gone_is_told_with_the_nearest(void **state)
{
    struct author a;
    struct orphan *orphans;
    open_learnt(&a, state);
    struct authored *q = &a.banks[0].questions[0];
    snprintf(q->text, AUTHOR_WORDS, "Which city is the capital of Australia?");
    author_save(&a);
    assert_int_equal(find(&a, &orphans), 1);
    assert_string_equal(orphans[0].known.text, "What is the capital of Australia?");
    assert_string_equal(orphans[0].known.right, "Canberra");
    assert_int_equal(orphans[0].known.cards, 1);
    assert_int_not_equal(orphans[0].known.last_ms, 0);
    assert_string_equal(orphans[0].bank->id, "bank-a");
    assert_ptr_equal(orphans[0].nearest, &orphans[0].bank->questions[0]);
    // Also when that was answered, or it was said that it is another one.
    author_learn(&a, 0, 0);
    assert_true(relink_answer(&a.memory, &a.relinks[0].asked[0], false, a.now_ms));
    assert_int_equal(find(&a, &orphans), 1);
    assert_ptr_equal(orphans[0].nearest, &orphans[0].bank->questions[0]);
    snprintf(q->text, AUTHOR_WORDS, "How many legs has a spider?");
    snprintf(q->right, AUTHOR_WORDS, "8");
    author_save(&a);
    assert_int_equal(find(&a, &orphans), 2); // by key
    assert_null(orphans[0].nearest);
    assert_null(orphans[1].nearest);
    author_close(&a);
}

static void a_flag_is_nothing_to_keep(void **state)
{
    struct author a;
    struct orphan *orphans;
    open_learnt(&a, state);
    const struct bank *bank = a.library.entries[0].file.bank;
    assert_true(flag_set(&a.memory, bank, &bank->questions[1], true, 0, a.now_ms));
    a.banks[0].count--;
    author_save(&a);
    assert_int_equal(find(&a, &orphans), 0);
    author_close(&a);
}

static void a_bank_that_is_gone_is_told(void **state)
{
    struct author a;
    struct orphan *orphans;
    open_learnt(&a, state);
    a.banks[1].name[0] = '\0';
    author_save(&a);
    assert_int_equal(find(&a, &orphans), 1);
    assert_string_equal(orphans[0].known.bank, "bank-b");
    assert_string_equal(orphans[0].known.question, "bird");
    assert_null(orphans[0].known.text); // it has an id
    assert_null(orphans[0].bank);
    assert_null(orphans[0].nearest);
    author_close(&a);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(where_all_is_there_nothing_is_gone),
        TEST(a_question_that_is_gone_is_told_with_the_nearest),
        TEST(a_flag_is_nothing_to_keep),
        TEST(a_bank_that_is_gone_is_told),
    };
    return cmocka_run_group_tests_name("orphans", tests, NULL, NULL);
}
