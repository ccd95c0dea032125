// What is known of questions that may have gone, and that it comes from the journal alone.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/events.h"
#include "store/memory_known.h"

/// What is known of `question` of bank "b"; its `row` is 0 if it is nothing. Rebuilding makes
/// no difference.
static struct memory_known known_of(struct desk *desk, const char *question)
{
    struct memory_known known = {0};
    assert_rebuilt_alike(desk);
    if (memory_known_find(&desk->memory, "b", question, &desk->scratch->arena, &known))
        memory_known_fill(&desk->memory, &desk->scratch->arena, &known);
    return known;
}

static void an_answer_tells_what_was_asked(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell(&desk, JOURNAL_ANSWER, 1, day_0, "q",
         "{\"credit\":0,\"hash\":\"h1\",\"text\":\"Capitol?\",\"right\":\"Paris\","
         "\"grades\":[[0,1,1000],[1,1,1000]]}");
    struct memory_known known = known_of(&desk, "q");
    assert_string_equal(known.bank, "b");
    assert_string_equal(known.question, "q");
    assert_string_equal(known.hash, "h1");
    assert_string_equal(known.text, "Capitol?");
    assert_string_equal(known.right, "Paris");
    assert_null(known.flagged);
    assert_int_equal(known.first, known.last);
    assert_int_equal(known.last_ms, day_0);
    assert_int_equal(known.cards, 2);
    assert_int_not_equal(known.last, 0);
    assert_false(known.is_dropped);
    desk_close(&desk);
}

static void the_last_word_counts(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell(&desk, JOURNAL_GRADE, 1, day_0, "q",
         "{\"hash\":\"h1\",\"text\":\"Capitol?\",\"right\":\"Paris\",\"grades\":[[0,3,1000]]}");
    tell_answer(&desk, 1, day_0 + DAY, "q", FSRS_GOOD); // says nothing of it
    assert_string_equal(known_of(&desk, "q").text, "Capitol?");
    tell(&desk, JOURNAL_GRADE, 1, day_0 - DAY, "q",
         "{\"hash\":\"h1\",\"grades\":[[0,3,1000]]}");
    struct memory_known known = known_of(&desk, "q");
    assert_string_equal(known.right, "Paris");
    assert_int_equal(known.last_ms, day_0 - DAY); // the last by the journal, not by the clock
    assert_true(known.first < known.last);
    // Another hash and no text: what was asked is not what is asked.
    tell(&desk, JOURNAL_GRADE, 1, day_0, "q", "{\"hash\":\"h2\",\"grades\":[[0,3,1000]]}");
    known = known_of(&desk, "q");
    assert_string_equal(known.hash, "h2");
    assert_null(known.text);
    assert_null(known.right);
    desk_close(&desk);
}

static void cards_are_counted_that_there_are(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "q", FSRS_GOOD);
    tell(&desk, JOURNAL_CARD, 1, day_0, "q", "{\"part\":1,\"do\":\"suspend\"}");
    assert_int_equal(known_of(&desk, "q").cards, 2);
    tell(&desk, JOURNAL_UNDO, 1, day_0, NULL, NULL);
    tell(&desk, JOURNAL_UNDO, 1, day_0, NULL, NULL);
    assert_int_equal(known_of(&desk, "q").cards, 0);
    // An answer that gave no card a grade.
    tell(&desk, JOURNAL_ANSWER, 1, day_0, "r", "{\"credit\":1000}");
    assert_int_equal(known_of(&desk, "r").cards, 0);
    assert_int_not_equal(known_of(&desk, "r").last, 0);
    desk_close(&desk);
}

static void a_flag_is_up_until_it_is_taken_down(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell(&desk, JOURNAL_FLAG, 1, day_0, "q", "{\"on\":true,\"hash\":\"h1\"}");
    struct memory_known known = known_of(&desk, "q");
    assert_string_equal(known.flagged, "h1");
    assert_int_equal(known.last, 0);
    tell(&desk, JOURNAL_FLAG, 1, day_0, "q", "{\"on\":false,\"hash\":\"h1\"}");
    assert_null(known_of(&desk, "q").flagged);
    tell(&desk, JOURNAL_FLAG, 1, day_0, "q", "{\"on\":true}");
    assert_string_equal(known_of(&desk, "q").flagged, "");
    desk_close(&desk);
}

static void a_move_takes_all_along(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell(&desk, JOURNAL_ANSWER, 1, day_0, "q",
         "{\"credit\":0,\"hash\":\"h1\",\"text\":\"Capitol?\",\"right\":\"Paris\"}");
    tell(&desk, JOURNAL_FLAG, 1, day_0, "q", "{\"on\":true,\"hash\":\"h1\"}");
    tell(&desk, JOURNAL_MOVE, 0, day_0, "q",
         "{\"bank\":\"b\",\"question\":\"new\",\"hash\":\"h2\",\"text\":\"Capital?\","
         "\"right\":\"Paris\",\"why\":\"edit\"}");
    assert_int_equal(known_of(&desk, "q").row, 0);
    struct memory_known known = known_of(&desk, "new");
    assert_string_equal(known.hash, "h2");
    assert_string_equal(known.text, "Capital?");
    assert_string_equal(known.flagged, "h1"); // which no longer is its hash
    assert_int_not_equal(known.last, 0);
    desk_close(&desk);
}

static void a_move_to_what_is_known_joins_both(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "q", FSRS_GOOD);
    tell(&desk, JOURNAL_FLAG, 1, day_0, "q", "{\"on\":true,\"hash\":\"h1\"}");
    int64_t first = known_of(&desk, "q").first;
    tell_answer(&desk, 1, day_0, "new", FSRS_GOOD);
    tell(&desk, JOURNAL_MOVE, 0, day_0, "q", "{\"bank\":\"b\",\"question\":\"new\"}");
    struct memory_known known = known_of(&desk, "new");
    assert_int_equal(known.first, first);
    assert_string_equal(known.flagged, "h1");
    assert_int_equal(card_of(&desk, "new", 0).card.reviews, 2);
    desk_close(&desk);
}

static void what_is_left_behind_is_kept(void **state)
{
    struct desk desk;
    desk_open(&desk, *state, "me");
    tell_answer(&desk, 1, day_0, "q", FSRS_GOOD);
    tell(&desk, JOURNAL_DROP, 0, day_0, "q", "{}");
    assert_true(known_of(&desk, "q").is_dropped);
    assert_int_equal(known_of(&desk, "q").cards, 1);
    tell(&desk, JOURNAL_DROP, 0, day_0, "q", "{\"on\":false}");
    assert_false(known_of(&desk, "q").is_dropped);
    // Who answers it again has it again.
    tell(&desk, JOURNAL_DROP, 0, day_0, "q", "{}");
    tell_answer(&desk, 1, day_0, "q", FSRS_GOOD);
    assert_false(known_of(&desk, "q").is_dropped);
    desk_close(&desk);
}

static void questions_are_listed_by_bank_and_key(void **state)
{
    struct desk me, you;
    struct memory_known *known;
    struct arena *arena = &((struct scratch *)*state)->arena;
    desk_open(&me, *state, "me");
    desk_open(&you, *state, "you");
    tell_answer(&you, 1, day_0, "y", FSRS_GOOD);
    tell_answer(&me, 1, day_0, "r", FSRS_GOOD);
    tell_answer(&me, 1, day_0, "q", FSRS_GOOD);
    tell(&me, JOURNAL_MOVE, 0, day_0, "r", "{\"bank\":\"a\",\"question\":\"z\"}");
    memory_catch_up(&me.memory);
    assert_int_equal(memory_known(&me.memory, NULL, arena, &known), 2);
    assert_string_equal(known[0].bank, "a");
    assert_string_equal(known[0].question, "z");
    assert_string_equal(known[1].question, "q");
    assert_int_equal(memory_known(&me.memory, "b", arena, &known), 1);
    assert_int_equal(memory_known(&me.memory, "none", arena, &known), 0);
    assert_false(memory_known_find(&me.memory, "b", "y", arena, known));
    const struct memory none = {0};
    assert_int_equal(memory_known(&none, NULL, arena, &known), 0);
    assert_false(memory_known_find(&none, "b", "q", arena, known));
    desk_close(&you);
    desk_close(&me);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(an_answer_tells_what_was_asked),   TEST(the_last_word_counts),
        TEST(cards_are_counted_that_there_are), TEST(a_flag_is_up_until_it_is_taken_down),
        TEST(a_move_takes_all_along),           TEST(a_move_to_what_is_known_joins_both),
        TEST(what_is_left_behind_is_kept),      TEST(questions_are_listed_by_bank_and_key),
    };
    return cmocka_run_group_tests_name("memory_known", tests, NULL, NULL);
}
