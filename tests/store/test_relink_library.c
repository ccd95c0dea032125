// All banks at once: done once, and what was done is told until somebody plays.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "store/author.h"
#include "store/relink_beside.h"

static struct relink relink_all(struct author *a)
{
    struct relink relink;
    assert_true(
        relink_library(&relink, &a->memory, &a->library, 1, a->now_ms, &a->scratch->arena));
    return relink;
}

/// Two banks with a question each, both learnt.
static void open_learnt(struct author *a, void **state)
{
    author_open(a, *state);
    author_add(a, 0, 1, "What is the captial of Australia?", "Canberra");
    author_add(a, 1, 2, "Wich bird is the smallest of all?", "the bee hummingbird");
    author_save(a);
    author_learn(a, 0, 0);
    author_learn(a, 1, 0);
}

static void set_text(struct author *a, int at, const char *text)
{
    struct authored *q = &a->banks[at].questions[0];
    snprintf(q->text, sizeof q->text, "%s", text);
}

static void mend_both(struct author *a)
{
    set_text(a, 0, "What is the capital of Australia?");
    set_text(a, 1, "Which bird is the smallest of all?");
    author_write(a);
}

static int opened(const struct library *library)
{
    int count = 0;
    for (int i = 0; i < library->count; i++)
        count += library->entries[i].is_open;
    return count;
}

static void all_banks_are_looked_through(void **state)
{
    struct author a;
    open_learnt(&a, state);
    mend_both(&a);
    struct relink relink = relink_all(&a);
    assert_int_equal(relink.edited_count, 2);
    assert_string_equal(relink.edited[0].bank, "bank-b"); // as it was asked for
    assert_int_equal(author_found(&a, 1) + author_found(&a, 2), 2);
    author_close(&a);
}

static void nothing_is_read_where_nothing_changed(void **state)
{
    struct author a;
    open_learnt(&a, state);
    relink_all(&a);
    library_close(&a.library);
    const char *named[] = {scratch_path(*state, "a.json"), scratch_path(*state, "b.json")};
    library_find(&a.library, &(struct library_places){named, 2, NULL, NULL, NULL});
    relink_all(&a);
    assert_int_equal(opened(&a.library), 0);
    // Other banks are another matter, and so is another learner.
    library_close(&a.library);
    library_find(&a.library, &(struct library_places){named, 1, NULL, NULL, NULL});
    struct relink relink;
    assert_true(
        relink_library(&relink, &a.memory, &a.library, -1, a.now_ms, &a.scratch->arena));
    assert_int_equal(opened(&a.library), 1);
    author_close(&a);
}

static void what_is_asked_is_asked_until_it_is_answered(void **state)
{
    struct author a;
    open_learnt(&a, state);
    set_text(&a, 0, "Which city is the capital of Australia?");
    author_write(&a);
    assert_int_equal(relink_all(&a).asked_count, 1);
    struct relink relink = relink_all(&a);
    assert_int_equal(relink.asked_count, 1);
    assert_true(relink_answer(&a.memory, &relink.asked[0], true, a.now_ms));
    assert_int_equal(relink_all(&a).asked_count, 0);
    assert_int_equal(author_found(&a, 1), 1);
    author_close(&a);
}

static int count_news(struct author *a, struct relink_pair **edited)
{
    return relink_news(&a->memory, &a->scratch->arena, edited);
}

static void edits_are_news_until_somebody_plays(void **state)
{
    struct author a;
    struct relink_pair *edited;
    open_learnt(&a, state);
    assert_int_equal(count_news(&a, &edited), 0);
    mend_both(&a);
    relink_all(&a);
    assert_int_equal(count_news(&a, &edited), 2);
    assert_string_equal(edited[1].bank, "bank-a");
    assert_string_equal(edited[1].from.bank, "bank-a");
    assert_string_equal(edited[1].from.text, "What is the captial of Australia?");
    assert_string_equal(edited[1].from.right, "Canberra");
    assert_string_equal(edited[1].text, "What is the capital of Australia?");
    assert_string_equal(edited[1].right, "Canberra");
    struct journal you;
    struct memory yours;
    journal_open(&you, a.scratch->dir, "you", &a.scratch->diags);
    memory_open(&yours, &you);
    assert_int_equal(relink_news(&yours, &a.scratch->arena, &edited), 0);
    memory_close(&yours);
    journal_close(&you);
    author_learn(&a, 0, 0);
    assert_int_equal(count_news(&a, &edited), 0);
    author_close(&a);
}

static void what_is_news_can_be_taken_back(void **state)
{
    struct author a;
    struct relink_pair *edited;
    open_learnt(&a, state);
    mend_both(&a);
    relink_all(&a);
    assert_int_equal(count_news(&a, &edited), 2);
    assert_true(relink_undo(&a.memory, &edited[1], true, a.now_ms));
    a.banks[0].questions[0].who = 9;
    assert_int_equal(author_found(&a, 1), 0);
    assert_int_equal(author_reviews(&a, 1), 1);
    assert_int_equal(count_news(&a, &edited), 1);
    assert_string_equal(edited[0].bank, "bank-b");
    struct memory_known known;
    struct memory_known *all;
    assert_int_equal(memory_known(&a.memory, "bank-a", &a.scratch->arena, &all), 1);
    known = all[0];
    memory_known_fill(&a.memory, &a.scratch->arena, &known);
    assert_string_equal(known.text, "What is the captial of Australia?");
    assert_string_equal(known.hash, known.question);
    assert_true(known.is_dropped);
    author_close(&a);
}

static void news_without_sense_are_none(void **state)
{
    static const char *const data[] = {NULL, "[", "{}", "{\"why\":\"edit\"}",
                                       "{\"why\":\"undo\",\"bank\":\"b\",\"question\":\"q\"}"};
    struct author a;
    struct relink_pair *edited;
    const struct memory none = {0};
    author_open(&a, *state);
    for (size_t i = 0; i < sizeof data / sizeof *data; i++) {
        assert_true(journal_append(&a.journal, &(struct journal_event){.type = JOURNAL_MOVE,
                                                                       .bank = "b",
                                                                       .question = "q",
                                                                       .data = data[i]}));
    }
    assert_int_equal(count_news(&a, &edited), 0);
    assert_int_equal(relink_news(&none, &a.scratch->arena, &edited), 0);
    author_close(&a);
}

/// What has to be done is found out beside, as the loop has it done.
static enum relink_end relink_once_beside(struct author *a, struct relink_beside *work)
{
    assert_true(relink_beside_begin(work, &a->memory, &a->library, 1, a->now_ms));
    relink_beside_run(work);
    return relink_beside_end(work, &a->memory, &a->library);
}

static void what_is_found_beside_is_the_same(void **state)
{
    struct author a;
    struct relink_beside work;
    open_learnt(&a, state);
    mend_both(&a);
    library_open_all(&a.library);
    assert_int_equal(relink_once_beside(&a, &work), RELINK_AGAIN);
    assert_int_equal(work.relink.edited_count, 1);
    assert_string_equal(work.relink.edited[0].bank, "bank-b"); // as it was asked for
    relink_beside_free(&work);
    assert_int_equal(relink_once_beside(&a, &work), RELINK_AGAIN);
    assert_string_equal(work.relink.edited[0].bank, "bank-a");
    relink_beside_free(&work);
    assert_int_equal(author_found(&a, 1) + author_found(&a, 2), 2);
    assert_int_equal(relink_once_beside(&a, &work), RELINK_DONE);
    relink_beside_free(&work);
    assert_false(relink_beside_begin(&work, &a.memory, &a.library, 1, a.now_ms));
    set_text(&a, 0, "Which city is the main one down under, and the capital of Australia?");
    author_write(&a);
    library_open_all(&a.library);
    assert_int_equal(relink_once_beside(&a, &work), RELINK_DONE);
    assert_int_equal(work.relink.asked_count, 1);
    relink_beside_free(&work);
    author_close(&a);
}

static void what_was_found_is_void_when_somebody_played_meanwhile(void **state)
{
    struct author a;
    struct relink_beside work;
    open_learnt(&a, state);
    mend_both(&a);
    library_open_all(&a.library);
    assert_true(relink_beside_begin(&work, &a.memory, &a.library, 1, a.now_ms));
    relink_beside_run(&work);
    assert_true(work.events.len > 0);
    assert_true(journal_append(&a.journal, &(struct journal_event){.type = JOURNAL_MOVE}));
    assert_int_equal(relink_beside_end(&work, &a.memory, &a.library), RELINK_AGAIN);
    assert_int_equal(work.relink.edited_count, 0);
    assert_int_equal(author_found(&a, 1), 0);
    relink_beside_free(&work);
    author_close(&a);
}

static void what_was_found_is_void_of_other_banks(void **state)
{
    struct author a;
    struct relink_beside work;
    open_learnt(&a, state);
    mend_both(&a);
    library_open_all(&a.library);
    assert_true(relink_beside_begin(&work, &a.memory, &a.library, 1, a.now_ms));
    relink_beside_run(&work);
    struct bank_file file;
    library_read_again(&file, a.library.entries[0].path);
    library_swap(&a.library, 0, &file);
    assert_int_equal(relink_beside_end(&work, &a.memory, &a.library), RELINK_AGAIN);
    assert_int_equal(author_found(&a, 1) + author_found(&a, 2), 0);
    relink_beside_free(&work);
    author_close(&a);
}

static void a_memory_that_cannot_be_read_beside_is_left_alone(void **state)
{
    struct author a;
    struct relink_beside work;
    open_learnt(&a, state);
    mend_both(&a);
    library_open_all(&a.library);
    assert_true(relink_beside_begin(&work, &a.memory, &a.library, 1, a.now_ms));
    work.path = "/nowhere/quartet.db";
    relink_beside_run(&work);
    assert_int_equal(relink_beside_end(&work, &a.memory, &a.library), RELINK_FAILED);
    assert_int_equal(author_found(&a, 1), 0);
    relink_beside_free(&work);
    author_close(&a);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(all_banks_are_looked_through),
        TEST(nothing_is_read_where_nothing_changed),
        TEST(what_is_asked_is_asked_until_it_is_answered),
        TEST(edits_are_news_until_somebody_plays),
        TEST(what_is_news_can_be_taken_back),
        TEST(news_without_sense_are_none),
        TEST(what_is_found_beside_is_the_same),
        TEST(what_was_found_is_void_when_somebody_played_meanwhile),
        TEST(what_was_found_is_void_of_other_banks),
        TEST(a_memory_that_cannot_be_read_beside_is_left_alone),
    };
    return cmocka_run_group_tests_name("relink_library", tests, NULL, NULL);
}
