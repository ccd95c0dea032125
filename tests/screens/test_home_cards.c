// What Home says of cards, and does about them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/home.h"
#include "screens/kept.h"

static const char seven[] =
    "[{\"question\": \"1?\", \"answer\": \"a\"}, {\"question\": \"2?\", \"answer\": \"b\"},"
    " {\"question\": \"3?\", \"answer\": \"c\"}, {\"question\": \"4?\", \"answer\": \"d\"},"
    " {\"question\": \"5?\", \"answer\": \"e\"}, {\"question\": \"6?\", \"answer\": \"f\"},"
    " {\"question\": \"7?\", \"answer\": \"g\"}]";

static int set_up(void **state)
{
    if (desk_setup(state) != 0)
        return -1;
    kept_begin(*state, seven);
    return 0;
}

/// Learns cards until `left` new ones are left for today; each takes ten seconds.
static void learn(struct desk *desk, int left)
{
    struct fsrs_outcome outcome;
    assert_true(game_study(&desk->game, DECK_DUE));
    while (desk->game.cards.study.left.new_cards > left && game_study_card(&desk->game)) {
        kept_pass(desk, 10000);
        assert_true(game_study_grade(
            &desk->game, (struct study_grade){FSRS_EASY, STUDY_EVIDENCE_FULL}, &outcome));
    }
}

static void new_cards_are_counted_and_a_quiz_is_the_first_step(void **state)
{
    struct desk *desk = *state;
    desk->game.settings.new_cards = 4;
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "4 new, 0 due");
    desk_assert_says(desk, "Start the quiz");
    assert_int_equal(desk_key(desk, '2').to, SCREEN_CARDS);
    assert_int_equal(desk->game.cards.study.left.new_cards, 4);
}

static void due_cards_are_the_first_step(void **state)
{
    struct desk *desk = *state;
    learn(desk, 5);
    kept_pass(desk, (int64_t)8 * FSRS_DAY_MS);
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "Due today");
    desk_assert_says(desk, "2 cards");
    desk_assert_says(desk, "About 1 minute, then you are done for today.");
    desk_assert_says(desk, "5 new, 2 due");
    assert_int_equal(desk_key(desk, KEY_ENTER).to, SCREEN_CARDS);
}

static void minutes_are_said(void **state)
{
    struct desk *desk = *state;
    desk->game.outlook = (struct study_outlook){
        .bank = game_bank(&desk->game), .until_ms = INT64_MAX, .due = 24, .minutes = 6};
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "24 cards");
    desk_assert_says(desk, "About 6 minutes, then you are done for today.");
}

static void an_unfinished_quiz_comes_before_due_cards(void **state)
{
    struct desk *desk = *state;
    learn(desk, 5);
    kept_pass(desk, (int64_t)8 * FSRS_DAY_MS);
    game_plan_quiz(&desk->game, NULL, 0);
    assert_true(game_start_quiz(&desk->game, desk->stand.now_ms));
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "Not finished");
    assert_int_equal(desk_key(desk, KEY_ENTER).to, SCREEN_PLAY);
}

static void done_for_today_offers_more(void **state)
{
    struct desk *desk = *state;
    desk->game.settings.new_cards = 1;
    learn(desk, 0);
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "Done for today");
    desk_assert_says(desk, "No cards tomorrow.");
    desk_assert_says(desk, "done for today");
    desk_assert_says(desk, "Learn 5 new cards");
    assert_int_equal(desk_key(desk, KEY_ENTER).to, SCREEN_CARDS);
    assert_int_equal(desk->game.cards.study.left.new_cards, 5);
}

static void with_nothing_left_to_learn_a_quiz_is_offered(void **state)
{
    struct desk *desk = *state;
    learn(desk, 0);
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "Done for today");
    assert_int_equal(desk_key(desk, KEY_ENTER).to, SCREEN_PLAY);
}

/// A glance needs no bank, and says the same of one whose questions have one card each.
static void a_glance_comes_before_a_look(void **state)
{
    struct desk *desk = *state;
    learn(desk, 4);
    kept_pass(desk, (int64_t)8 * FSRS_DAY_MS);
    game_glance(&desk->game);
    struct study_outlook glance = desk->game.outlook;
    desk->game.outlook.until_ms = INT64_MAX;
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "3 cards");
    desk_assert_says(desk, "4 new, 3 due");
    desk->game.outlook = glance;
    assert_int_equal(screen_home.wake_ms(desk->self, &desk->game), desk->game.now_ms);
    desk_act(desk, ACTION_TICK, 0);
    desk_assert_says(desk, "4 new, 3 due");
    assert_true(desk->game.outlook.until_ms > desk->game.wall_ms);
    glance.until_ms = desk->game.outlook.until_ms;
    glance.tomorrow = desk->game.outlook.tomorrow; // not said while cards are due
    const struct study_outlook *look = &desk->game.outlook;
    assert_ptr_equal(glance.bank, look->bank);
    assert_int_equal(glance.new_cards, look->new_cards);
    assert_int_equal(glance.due, look->due);
    assert_int_equal(glance.held_new, look->held_new);
    assert_int_equal(glance.seen, look->seen);
    assert_int_equal(glance.done, look->done);
    assert_int_equal(glance.minutes, look->minutes);
    game_glance(&desk->game); // changes nothing that is known better
    assert_true(desk->game.outlook.until_ms > desk->game.wall_ms);
}

/// Of a quiz too, and of what changes while Home is up.
static void counts_follow_what_was_done(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "7 new, 0 due");
    learn(desk, 6);
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "6 new, 0 due");
    desk_assert_says(desk, "You have seen 1 of them.");
    int64_t wake_ms = screen_home.wake_ms(desk->self, &desk->game);
    assert_true(wake_ms > desk->game.now_ms);
    kept_pass(desk, (int64_t)8 * FSRS_DAY_MS);
    assert_int_equal(screen_home.wake_ms(desk->self, &desk->game), desk->game.now_ms);
    desk_act(desk, ACTION_TICK, 0);
    desk_assert_says(desk, "6 new, 1 due");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, kept_teardown)

static void days_in_a_row_are_shown_while_they_last(void **state)
{
    struct desk *desk = *state;
    desk_enter(desk, &screen_home);
    desk_assert_silent(desk, "0 days");
    learn(desk, 6);
    desk_act(desk, ACTION_TICK, 0);
    desk_assert_says(desk, "Quartet 1 day ");
    desk_assert_silent(desk, "1 days");
    kept_pass(desk, FSRS_DAY_MS);
    desk_act(desk, ACTION_TICK, 0);
    desk_assert_says(desk, "Quartet 1 day "); // today may still be counted
    learn(desk, 5);
    desk_act(desk, ACTION_TICK, 0);
    desk_assert_says(desk, "Quartet 2 days ");
    kept_pass(desk, 2 * (int64_t)FSRS_DAY_MS);
    desk_act(desk, ACTION_TICK, 0);
    desk_assert_silent(desk, "2 days"); // and not a word of it
    desk_assert_silent(desk, "0 days");
}

/// Those who do it for months wait for the number until Home is there.
static void many_days_in_a_row_are_counted_later(void **state)
{
    struct desk *desk = *state;
    const struct memory_mistakes none = {0};
    learn(desk, 6);
    for (int day = 1; day < 90; day++) {
        assert_true(journal_append(
            &kept.journal,
            &(struct journal_event){.at_ms = desk->game.wall_ms - day * (int64_t)FSRS_DAY_MS,
                                    .type = JOURNAL_ANSWER,
                                    .bank = "cards",
                                    .question = "x",
                                    .data = "{\"credit\":1000}"}));
    }
    assert_true(memory_catch_up(&kept.memory));
    assert_true(memory_keep_mistakes(&kept.memory, game_bank(&desk->game)->id, &none));
    game_glance_back(&desk->game);
    assert_true(game_has_looked_back(&desk->game));
    assert_int_equal(desk->game.back.streak, 0);
    game_look_back(&desk->game);
    assert_int_equal(desk->game.back.streak, 90);
    game_glance_back(&desk->game);
    assert_int_equal(desk->game.back.streak, 90);
    desk->game.back.bank = NULL; // was saved: no day is counted again for that
    game_glance_back(&desk->game);
    assert_int_equal(desk->game.back.streak, 90);
    assert_true(desk->game.back.has_streak);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(new_cards_are_counted_and_a_quiz_is_the_first_step),
        TEST(due_cards_are_the_first_step),
        TEST(minutes_are_said),
        TEST(an_unfinished_quiz_comes_before_due_cards),
        TEST(done_for_today_offers_more),
        TEST(with_nothing_left_to_learn_a_quiz_is_offered),
        TEST(a_glance_comes_before_a_look),
        TEST(counts_follow_what_was_done),
        TEST(days_in_a_row_are_shown_while_they_last),
        TEST(many_days_in_a_row_are_counted_later),
    };
    return cmocka_run_group_tests_name("home, cards", tests, NULL, NULL);
}
