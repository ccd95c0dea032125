// M marks a question as wrong, wherever it is seen, and again takes the mark off.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/cards.h"
#include "screens/kept.h"
#include "screens/play.h"
#include "screens/review.h"
#include "store/flag.h"

static const char two[] =
    "[{\"question\": \"2 + 2?\", \"answer\": \"4\", \"wrong\": [\"5\"]},\n"
    "{\"question\": \"3 + 3?\", \"answer\": \"6\", \"wrong\": [\"7\"]}]";

static void open_store(struct desk *desk)
{
    kept_begin(desk, two);
    desk->game.settings.shuffle = false;
}

static void start_quiz(struct desk *desk)
{
    game_plan_quiz(&desk->game, NULL, 0);
    assert_true(game_start_quiz(&desk->game, desk->game.now_ms));
    desk_enter(desk, &screen_play);
}

/// Answers the question that is asked wrong.
static void miss(struct desk *desk)
{
    struct answer answer = {.picked = 2};
    assert_true(game_apply(&desk->game, EVENT_ANSWER, desk->game.now_ms, &answer));
    desk_act(desk, ACTION_SHOWN, 0);
}

static bool is_marked(const struct desk *desk, int i)
{
    const struct bank *bank = game_bank(&desk->game);
    return flag_is_up(&kept.memory, bank, &bank->questions[i]);
}

static void the_feedback_marks_and_says_so(void **state)
{
    struct desk *desk = *state;
    open_store(desk);
    start_quiz(desk);
    assert_null(desk_area(desk, PLAY_FLAG, 0));
    desk_key(desk, 'm'); // not before the answer
    assert_false(is_marked(desk, 0));
    miss(desk);
    assert_non_null(desk_area(desk, PLAY_FLAG, 0));
    desk_assert_silent(desk, "arked ");
    desk_key(desk, 'm');
    assert_true(is_marked(desk, 0));
    desk_assert_says(desk, "You marked this question as wrong. M takes that back.");
    desk_act(desk, PLAY_NEXT, 0);
    desk_assert_silent(desk, "arked ");
    miss(desk);
    desk_assert_silent(desk, "arked ");
    desk_key(desk, KEY_PAGE_UP);
    desk_assert_says(desk, "marked");
    desk_act(desk, PLAY_FLAG, 0); // the button
    desk_assert_silent(desk, "arked ");
    assert_false(is_marked(desk, 0));
}

static void a_mark_is_seen_again_after_undo(void **state)
{
    struct desk *desk = *state;
    open_store(desk);
    start_quiz(desk);
    miss(desk);
    desk_key(desk, 'm');
    desk_act(desk, PLAY_UNDO, 0); // of the answer alone
    assert_true(is_marked(desk, 0));
    miss(desk);
    desk_assert_says(desk, "marked");
}

static void mistakes_are_marked_too(void **state)
{
    struct desk *desk = *state;
    open_store(desk);
    start_quiz(desk);
    miss(desk);
    desk_act(desk, PLAY_NEXT, 0);
    miss(desk);
    desk_act(desk, PLAY_NEXT, 0);
    desk_enter(desk, &screen_review);
    assert_non_null(desk_area(desk, REVIEW_FLAG, 0));
    desk_key(desk, KEY_DOWN);
    desk_key(desk, 'm');
    assert_true(is_marked(desk, 1));
    desk_assert_says(desk, "marked");
    desk_key(desk, KEY_UP);
    desk_assert_silent(desk, "arked ");
    desk_key(desk, KEY_DOWN);
    desk->stand.look.width = 720; // the list alone
    desk->stand.look.height = 1280;
    desk_act(desk, ACTION_NONE, 0);
    desk_assert_says(desk, "3 + 3? - You marked this question as wrong.");
    desk_act(desk, REVIEW_FLAG, 0);
    assert_false(is_marked(desk, 1));
    desk_assert_silent(desk, "arked ");
}

static void cards_are_marked_too(void **state)
{
    struct desk *desk = *state;
    open_store(desk);
    assert_true(game_study(&desk->game, DECK_DUE));
    desk_enter(desk, &screen_cards);
    desk_key(desk, 'm');
    desk_assert_says(desk, "Question marked as wrong. M or the menu takes that back.");
    assert_true(is_marked(desk, 0) || is_marked(desk, 1));
    desk_enter(desk, &screen_cards_menu);
    desk_assert_says(desk, "Question is no longer wrong");
    desk_enter(desk, &screen_cards);
    desk_key(desk, 'm');
    desk_assert_says(desk, "The question is no longer marked as wrong.");
    assert_false(is_marked(desk, 0) || is_marked(desk, 1));
    desk_enter(desk, &screen_cards_menu);
    desk_assert_says(desk, "Mark question as wrong");
}

static void without_a_journal_there_is_nothing_to_press(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Sums", two);
    start_quiz(desk);
    miss(desk);
    assert_null(desk_area(desk, PLAY_FLAG, 0));
    desk_key(desk, 'm');
    desk_assert_silent(desk, "arked ");
    assert_true(game_study(&desk->game, DECK_DUE));
    desk_enter(desk, &screen_cards);
    desk_enter(desk, &screen_cards_menu);
    desk_assert_says(desk, "Hide until tomorrow");
    desk_assert_silent(desk, "Mark question");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_setup, kept_teardown)
    const struct CMUnitTest tests[] = {
        TEST(the_feedback_marks_and_says_so),
        TEST(a_mark_is_seen_again_after_undo),
        TEST(mistakes_are_marked_too),
        TEST(cards_are_marked_too),
        TEST(without_a_journal_there_is_nothing_to_press),
    };
    return cmocka_run_group_tests_name("flagging", tests, NULL, NULL);
}
