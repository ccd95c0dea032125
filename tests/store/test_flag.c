// Questions that are said to be wrong.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "store/author.h"
#include "store/flag.h"

static const struct bank *bank_of(const struct author *a, int at)
{
    return a->library.entries[at].file.bank;
}

static bool is_up(const struct author *a, int at, int i)
{
    return flag_is_up(&a->memory, bank_of(a, at), &bank_of(a, at)->questions[i]);
}

static void set(struct author *a, int at, int i, bool is_flagged)
{
    assert_true(flag_set(&a->memory, bank_of(a, at), &bank_of(a, at)->questions[i], is_flagged,
                         0, a->now_ms));
}

static void open_banks(struct author *a, void **state)
{
    author_open(a, *state);
    author_add(a, 0, 1, "Capital of Australia?", "Canberra");
    author_add(a, 0, 2, "Who wrote Hamlet?", "Shakespeare");
    author_add(a, 0, 3, "Largest planet?", "Jupiter");
    snprintf(author_add(a, 1, 4, "Smallest bird?", "the bee hummingbird")->id, 32, "bird");
    author_save(a);
}

static void a_flag_goes_up_and_down(void **state)
{
    struct author a;
    open_banks(&a, state);
    assert_false(is_up(&a, 0, 0));
    set(&a, 0, 0, true);
    assert_true(is_up(&a, 0, 0));
    assert_false(is_up(&a, 0, 1));
    set(&a, 0, 0, false);
    assert_false(is_up(&a, 0, 0));
    author_close(&a);
}

static void all_flags_are_found_in_their_order(void **state)
{
    struct author a;
    struct flagged *flagged;
    struct arena *arena = &((struct scratch *)*state)->arena;
    open_banks(&a, state);
    assert_int_equal(flag_find(&a.memory, &a.library, arena, &flagged), 0);
    set(&a, 1, 0, true);
    set(&a, 0, 2, true);
    set(&a, 0, 1, true);
    set(&a, 0, 0, true);
    set(&a, 0, 0, false);
    assert_int_equal(flag_find(&a.memory, &a.library, arena, &flagged), 3);
    assert_string_equal(flagged[0].question->text, "Who wrote Hamlet?");
    assert_string_equal(flagged[1].question->text, "Largest planet?");
    assert_string_equal(flagged[2].question->text, "Smallest bird?");
    assert_string_equal(flagged[2].key, "bird");
    assert_string_equal(flagged[2].entry->id, "bank-b");
    author_close(&a);
}

static void the_order_is_that_of_the_file_and_not_of_keys(void **state)
{
    static const char *const texts[] = {"One?", "Two?", "Three?", "Four?", "Five?", "Six?"};
    struct author a;
    struct flagged *flagged;
    author_open(&a, *state);
    for (int i = 0; i < 6; i++)
        author_add(&a, 0, 1 + i, texts[i], "yes");
    author_save(&a);
    for (int i = 5; i >= 0; i--)
        set(&a, 0, i, true);
    assert_int_equal(flag_find(&a.memory, &a.library, &a.scratch->arena, &flagged), 6);
    for (int i = 0; i < 6; i++)
        assert_string_equal(flagged[i].question->text, texts[i]);
    author_close(&a);
}

static void an_edit_takes_a_flag_down(void **state)
{
    struct author a;
    struct flagged *flagged;
    open_banks(&a, state);
    set(&a, 0, 0, true);
    set(&a, 1, 0, true);
    snprintf(a.banks[0].questions[0].text, AUTHOR_WORDS, "Capital of Australia, in 2000?");
    snprintf(a.banks[1].questions[0].text, AUTHOR_WORDS, "Smallest bird of all?");
    author_save(&a);
    assert_false(is_up(&a, 0, 0));
    assert_false(is_up(&a, 1, 0));
    assert_int_equal(flag_find(&a.memory, &a.library, &a.scratch->arena, &flagged), 0);
    // To give it an id is no edit.
    set(&a, 0, 1, true);
    author_learn(&a, 0, 1);
    snprintf(a.banks[0].questions[1].id, 32, "hamlet");
    author_save(&a);
    assert_true(is_up(&a, 0, 1));
    author_close(&a);
}

static void a_flag_alone_is_no_progress(void **state)
{
    struct author a;
    open_banks(&a, state);
    set(&a, 0, 0, true);
    snprintf(a.banks[0].questions[0].text, AUTHOR_WORDS, "Which city is Australia's capital?");
    author_save(&a);
    assert_int_equal(a.relinks[0].asked_count + a.relinks[0].edited_count, 0);
    author_close(&a);
}

static void without_a_journal_there_are_no_flags(void **state)
{
    struct author a;
    struct memory none = {0};
    struct flagged *flagged;
    open_banks(&a, state);
    const struct bank *bank = bank_of(&a, 0);
    assert_false(flag_set(&none, bank, &bank->questions[0], true, 0, 0));
    assert_false(flag_is_up(&none, bank, &bank->questions[0]));
    assert_int_equal(flag_find(&none, &a.library, &a.scratch->arena, &flagged), 0);
    author_close(&a);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_flag_goes_up_and_down),
        TEST(all_flags_are_found_in_their_order),
        TEST(the_order_is_that_of_the_file_and_not_of_keys),
        TEST(an_edit_takes_a_flag_down),
        TEST(a_flag_alone_is_no_progress),
        TEST(without_a_journal_there_are_no_flags),
    };
    return cmocka_run_group_tests_name("flag", tests, NULL, NULL);
}
