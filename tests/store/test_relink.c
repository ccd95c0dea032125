// Progress follows its questions: each way to edit a bank by itself.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "store/author.h"

static void set_text(struct authored *q, const char *text)
{
    snprintf(q->text, sizeof q->text, "%s", text);
}

static void set_right(struct authored *q, const char *right)
{
    snprintf(q->right, sizeof q->right, "%s", right);
}

static void set_id(struct authored *q, const char *id)
{
    snprintf(q->id, sizeof q->id, "%s", id);
}

/// Bank a with three questions, the first of which is learnt twice; bank b with another one.
static void open_learnt(struct author *a, void **state, const char *id)
{
    author_open(a, *state);
    set_id(author_add(a, 0, 1, "What is the captial of Australia?", "Canberra"), id);
    author_add(a, 0, 2, "Who wrote Hamlet?", "Shakespeare");
    author_add(a, 0, 3, "Largest planet of all?", "Jupiter");
    author_add(a, 1, 4, "Smallest bird of all?", "the bee hummingbird");
    author_save(a);
    author_learn(a, 0, 0);
    author_learn(a, 0, 0);
}

static struct authored *first(struct author *a)
{
    return &a->banks[0].questions[0];
}

/// Saves, and fails unless all that is known is found under its question without a word.
static void assert_follows(struct author *a)
{
    author_save(a);
    author_check(a);
    assert_int_equal(author_found(a, 1), 2);
    for (int i = 0; i < AUTHOR_BANKS; i++) {
        assert_int_equal(a->relinks[i].edited_count, 0);
        assert_int_equal(a->relinks[i].asked_count, 0);
    }
    int64_t last = a->memory.folded;
    author_save(a); // is the end of it
    assert_int_equal(a->memory.folded, last);
}

static void nothing_happens_to_what_was_not_edited(void **state)
{
    struct author a;
    open_learnt(&a, state, "");
    memory_catch_up(&a.memory);
    int64_t last = a.memory.folded;
    assert_follows(&a);
    assert_int_equal(a.memory.folded, last);
    // Nor to what changed places.
    struct authored other = a.banks[0].questions[2];
    a.banks[0].questions[2] = *first(&a);
    *first(&a) = other;
    assert_follows(&a);
    assert_int_equal(a.memory.folded, last);
    author_close(&a);
}

static void an_id_comes_changes_and_goes(void **state)
{
    struct author a;
    open_learnt(&a, state, "");
    set_id(first(&a), "capital");
    author_save(&a);
    assert_int_equal(a.relinks[0].followed, 1);
    assert_follows(&a);
    set_id(first(&a), "australia");
    assert_follows(&a);
    set_id(first(&a), "");
    assert_follows(&a);
    // And with the id the text can change, too.
    set_id(first(&a), "capital");
    assert_follows(&a);
    set_text(first(&a), "Where does the government sit?");
    assert_follows(&a);
    author_close(&a);
}

static void move(struct author *a, int from, int at, int to)
{
    struct authored_bank *bank = &a->banks[from];
    a->banks[to].questions[a->banks[to].count++] = bank->questions[at];
    bank->count--;
    memmove(bank->questions + at, bank->questions + at + 1,
            (size_t)(bank->count - at) * sizeof *bank->questions);
}

static void follows_to_another_file_and_back(void **state, const char *id)
{
    struct author a;
    open_learnt(&a, state, id);
    move(&a, 0, 0, 1);
    author_save(&a);
    assert_int_equal(a.relinks[0].followed + a.relinks[1].followed, 1);
    assert_follows(&a);
    move(&a, 1, 1, 0);
    assert_follows(&a);
    author_close(&a);
}

static void a_question_is_moved_to_another_file_and_back(void **state)
{
    follows_to_another_file_and_back(state, "");
}

static void a_question_with_an_id_is_moved_to_another_file_and_back(void **state)
{
    follows_to_another_file_and_back(state, "capital");
}

static void a_question_is_moved_and_gets_an_id(void **state)
{
    struct author a;
    open_learnt(&a, state, "");
    move(&a, 0, 0, 1);
    set_id(&a.banks[1].questions[1], "capital");
    assert_follows(&a);
    // But where the other one is learnt already, it is not touched.
    a.banks[0].questions[a.banks[0].count++] = a.banks[0].questions[0];
    a.banks[0].questions[2].who = 9;
    snprintf(a.banks[0].questions[2].text, AUTHOR_WORDS, "%s", a.banks[1].questions[1].text);
    snprintf(a.banks[0].questions[2].right, AUTHOR_WORDS, "%s", a.banks[1].questions[1].right);
    author_save(&a);
    author_learn(&a, 0, 2);
    a.banks[0].count--;
    author_save(&a);
    author_check(&a);
    assert_int_equal(author_found(&a, 1), 2);
    assert_int_equal(author_reviews(&a, 9), 1);
    author_close(&a);
}

static void a_copy_in_another_file_takes_nothing(void **state)
{
    struct author a;
    open_learnt(&a, state, "capital");
    move(&a, 0, 0, 1);
    move(&a, 1, 1, 0);
    a.banks[1].questions[a.banks[1].count++] = a.banks[0].questions[2];
    assert_int_equal(a.banks[1].questions[1].who, 1);
    a.banks[1].questions[1].who = 9;
    author_save(&a);
    author_check(&a);
    assert_int_equal(author_found(&a, 1), 2);
    // When the first one goes, it is the same question all the same.
    a.banks[0].count--;
    a.banks[1].questions[1].who = 1;
    assert_follows(&a);
    author_close(&a);
}

static void the_same_id_with_another_text_takes_nothing(void **state)
{
    struct author a;
    open_learnt(&a, state, "q1");
    a.banks[0].count = 0;
    set_id(author_add(&a, 1, 9, "How many legs has a spider?", "8"), "q1");
    author_add(&a, 0, 2, "Who wrote Hamlet?", "Shakespeare");
    author_save(&a);
    author_check(&a);
    assert_int_equal(author_found(&a, 1), 0);
    assert_int_equal(author_reviews(&a, 1), 2);
    author_close(&a);
}

static void a_file_is_renamed(void **state)
{
    struct author a;
    author_open(&a, *state);
    a.banks[0].id[0] = '\0';
    set_id(author_add(&a, 0, 1, "What is the capital of Australia?", "Canberra"), "q1");
    author_add(&a, 0, 2, "Who wrote Hamlet?", "Shakespeare");
    author_save(&a);
    author_learn(&a, 0, 0);
    author_learn(&a, 0, 0);
    author_learn(&a, 0, 1);
    snprintf(a.banks[0].name, sizeof a.banks[0].name, "capitals");
    assert_follows(&a);
    assert_int_equal(author_found(&a, 2), 1);
    author_close(&a);
}

static void a_bank_that_is_not_there_now_keeps_what_another_has(void **state)
{
    struct author a;
    open_learnt(&a, state, "capital");
    // The other bank has the same question, and it is learnt there, too.
    a.banks[1].questions[1] = *first(&a);
    a.banks[1].count = 2;
    a.banks[1].questions[1].who = 9;
    author_save(&a);
    author_learn(&a, 1, 1);
    struct authored_bank gone = a.banks[0];
    a.banks[0].name[0] = '\0';
    author_save(&a);
    author_check(&a);
    assert_int_equal(author_found(&a, 9), 1);
    a.banks[0] = gone;
    author_save(&a);
    author_check(&a);
    assert_int_equal(author_found(&a, 1), 2);
    assert_int_equal(author_found(&a, 9), 1);
    author_close(&a);
}

static void a_typo_is_mended(void **state)
{
    struct author a;
    open_learnt(&a, state, "");
    set_text(first(&a), "What is the capital of Australia?");
    author_save(&a);
    author_check(&a);
    assert_int_equal(author_found(&a, 1), 2);
    assert_int_equal(a.relinks[0].edited_count, 1);
    assert_int_equal(a.relinks[0].asked_count, 0);
    const struct relink_pair *pair = &a.relinks[0].edited[0];
    assert_string_equal(pair->from.text, "What is the captial of Australia?");
    assert_string_equal(pair->text, "What is the capital of Australia?");
    assert_string_equal(pair->right, "Canberra");
    assert_int_equal(pair->from.cards, 1);
    // And once more, before it was answered again.
    set_text(first(&a), "What is the capital city of Australia?");
    author_save(&a);
    assert_int_equal(author_found(&a, 1), 2);
    author_close(&a);
}

static void an_edit_is_taken_back(void **state)
{
    struct author a;
    open_learnt(&a, state, "");
    const struct authored before = *first(&a);
    set_text(first(&a), "What is the capital of Australia?");
    author_save(&a);
    assert_true(relink_undo(&a.memory, &a.relinks[0].edited[0], true, a.now_ms));
    first(&a)->who = 9;
    author_check(&a);
    assert_int_equal(author_reviews(&a, 1), 2);
    author_save(&a); // does not do it again
    author_check(&a);
    assert_int_equal(a.relinks[0].asked_count, 0);
    *first(&a) = before; // comes back
    assert_follows(&a);
    author_close(&a);
}

static void asks_and_does_as_it_is_told(void **state, bool is_same)
{
    struct author a;
    open_learnt(&a, state, "");
    set_text(first(&a), "Which city is the capital of Australia?");
    author_save(&a);
    assert_int_equal(author_found(&a, 1), 0);
    assert_int_equal(a.relinks[0].edited_count, 0);
    author_save(&a); // asks until it is answered
    assert_int_equal(a.relinks[0].asked_count, 1);
    const struct relink_pair *pair = &a.relinks[0].asked[0];
    assert_string_equal(pair->from.right, "Canberra");
    assert_string_equal(pair->text, "Which city is the capital of Australia?");
    assert_true(relink_answer(&a.memory, pair, is_same, a.now_ms));
    first(&a)->who = is_same ? 1 : 9;
    author_check(&a);
    assert_int_equal(author_found(&a, 1), is_same ? 2 : 0);
    author_save(&a);
    assert_int_equal(a.relinks[0].asked_count, 0);
    assert_int_equal(author_reviews(&a, 1), 2);
    author_close(&a);
}

static void other_words_are_the_same_question_if_somebody_says_so(void **state)
{
    asks_and_does_as_it_is_told(state, true);
}

static void other_words_are_another_question_if_somebody_says_so(void **state)
{
    asks_and_does_as_it_is_told(state, false);
}

static void an_answer_is_taken_back(void **state)
{
    struct author a;
    open_learnt(&a, state, "");
    set_text(first(&a), "Which city is the capital of Australia?");
    author_save(&a);
    const struct relink_pair pair = a.relinks[0].asked[0];
    assert_false(pair.is_known);
    assert_true(relink_answer(&a.memory, &pair, true, a.now_ms));
    assert_int_equal(author_found(&a, 1), 2);
    assert_true(relink_undo(&a.memory, &pair, false, a.now_ms));
    assert_int_equal(author_found(&a, 1), 0);
    author_save(&a);
    assert_int_equal(a.relinks[0].asked_count, 1);
    assert_true(relink_answer(&a.memory, &pair, false, a.now_ms));
    author_save(&a);
    assert_int_equal(a.relinks[0].asked_count, 0);
    assert_true(relink_ask_again(&a.memory, &pair, a.now_ms));
    author_learn(&a, 0, 0);
    author_save(&a);
    assert_int_equal(a.relinks[0].asked_count, 1);
    assert_true(a.relinks[0].asked[0].is_known);
    author_close(&a);
}

static void what_was_answered_meanwhile_is_asked_about(void **state)
{
    struct author a;
    open_learnt(&a, state, "");
    set_text(first(&a), "Which city is the capital of Australia?");
    author_save(&a);
    author_learn(&a, 0, 0);
    author_save(&a);
    assert_int_equal(a.relinks[0].asked_count, 1);
    assert_true(relink_answer(&a.memory, &a.relinks[0].asked[0], true, a.now_ms));
    assert_int_equal(author_found(&a, 1), 3);
    // But what was there at the same time is another question.
    author_add(&a, 0, 5, "Who is the author of the play Hamlet?", "Shakespeare");
    author_save(&a);
    author_learn(&a, 0, 3);
    author_learn(&a, 0, 1);
    a.banks[0].questions[1] = a.banks[0].questions[3];
    a.banks[0].count = 3;
    author_save(&a);
    assert_int_equal(a.relinks[0].asked_count, 0);
    author_check(&a);
    author_close(&a);
}

static void a_mended_question_that_was_answered_is_asked_about(void **state)
{
    struct author a;
    open_learnt(&a, state, "");
    const struct authored old = *first(&a);
    set_text(first(&a), "What is the capital of Australia?");
    first(&a)->who = 9;
    // Both are there for a while.
    a.banks[0].questions[a.banks[0].count++] = old;
    author_save(&a);
    author_learn(&a, 0, 0);
    a.banks[0].count--;
    author_save(&a);
    author_check(&a);
    assert_int_equal(a.relinks[0].edited_count, 0);
    assert_int_equal(a.relinks[0].asked_count, 1);
    author_close(&a);
}

static void of_two_that_are_as_good_one_is_asked_about(void **state)
{
    struct author a;
    open_learnt(&a, state, "");
    set_text(first(&a), "What is the capital of Australia?");
    author_add(&a, 0, 5, "What is the capital city of Australia?", "Canberra");
    author_save(&a);
    assert_int_equal(a.relinks[0].edited_count, 0);
    assert_int_equal(a.relinks[0].asked_count, 1);
    assert_string_equal(a.relinks[0].asked[0].text, "What is the capital of Australia?");
    author_close(&a);
}

static void a_deleted_question_is_kept_and_comes_back(void **state)
{
    struct author a;
    open_learnt(&a, state, "");
    const struct authored deleted = *first(&a);
    set_text(first(&a), "How many legs has a spider?");
    set_right(first(&a), "8");
    first(&a)->who = 9;
    author_save(&a);
    author_check(&a);
    assert_int_equal(a.relinks[0].asked_count, 0);
    assert_int_equal(author_reviews(&a, 1), 2);
    *first(&a) = deleted;
    assert_follows(&a);
    author_close(&a);
}

static void what_came_from_another_file_is_nothing_new(void **state)
{
    struct author a;
    author_open(&a, *state);
    author_add(&a, 0, 1, "What is the captial of Australia?", "Canberra");
    author_add(&a, 0, 2, "Who wrote Hamlet?", "Shakespeare");
    author_add(&a, 1, 3, "What is the capital of Australia?", "Canberra");
    author_add(&a, 1, 4, "Smallest bird of all?", "the bee hummingbird");
    author_save(&a);
    author_learn(&a, 1, 0);
    author_learn(&a, 0, 0);
    move(&a, 1, 0, 0);
    *first(&a) = a.banks[0].questions[--a.banks[0].count];
    author_save(&a);
    author_check(&a);
    assert_int_equal(author_found(&a, 3), 1);
    assert_int_equal(a.relinks[0].edited_count + a.relinks[0].asked_count, 0);
    author_close(&a);
}

static void before_an_edit_all_files_are_read(void **state)
{
    struct author a;
    open_learnt(&a, state, "");
    move(&a, 0, 0, 1);
    author_add(&a, 0, 9, "What is the capital of Australia?", "Canberra");
    author_save(&a);
    author_check(&a);
    assert_int_equal(author_found(&a, 1), 2);
    author_close(&a);
}

static void without_a_journal_nothing_is_done(void **state)
{
    struct author a;
    struct memory none = {0};
    open_learnt(&a, state, "");
    struct relink relink = {.asked_count = 7};
    assert_false(relink_bank(&relink, &none, &a.library, 0, a.now_ms, &a.scratch->arena));
    assert_int_equal(relink.asked_count, 0);
    author_close(&a);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(nothing_happens_to_what_was_not_edited),
        TEST(an_id_comes_changes_and_goes),
        TEST(a_question_is_moved_to_another_file_and_back),
        TEST(a_question_with_an_id_is_moved_to_another_file_and_back),
        TEST(a_question_is_moved_and_gets_an_id),
        TEST(a_copy_in_another_file_takes_nothing),
        TEST(the_same_id_with_another_text_takes_nothing),
        TEST(a_file_is_renamed),
        TEST(a_bank_that_is_not_there_now_keeps_what_another_has),
        TEST(a_typo_is_mended),
        TEST(an_edit_is_taken_back),
        TEST(other_words_are_the_same_question_if_somebody_says_so),
        TEST(other_words_are_another_question_if_somebody_says_so),
        TEST(an_answer_is_taken_back),
        TEST(what_was_answered_meanwhile_is_asked_about),
        TEST(a_mended_question_that_was_answered_is_asked_about),
        TEST(of_two_that_are_as_good_one_is_asked_about),
        TEST(a_deleted_question_is_kept_and_comes_back),
        TEST(what_came_from_another_file_is_nothing_new),
        TEST(before_an_edit_all_files_are_read),
        TEST(without_a_journal_nothing_is_done),
    };
    return cmocka_run_group_tests_name("relink", tests, NULL, NULL);
}
