#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screens/desk.h"
#include "screens/play.h"

static const char questions[] = "[{\"question\": \"Is it so?\", \"answer\": true},"
                                "{\"question\": \"Is it not so?\", \"answer\": false},"
                                "{\"question\": \"Is it so still?\", \"answer\": true}]";

static struct desk *pause_quiz(void **state)
{
    struct desk *desk = *state;
    desk_add_bank(desk, "a.json", "Biology", questions);
    desk->game.settings.shuffle = false;
    desk->game.settings.question_timer_s = 30;
    game_plan_quiz(&desk->game, NULL, 0);
    assert_true(game_start_quiz(&desk->game, desk->stand.now_ms));
    desk->stand.now_ms += 1000;
    const struct answer answer = {.picked = 1};
    struct event event = {.type = EVENT_ANSWER, .at_ms = desk->stand.now_ms, .answer = &answer};
    assert_true(session_apply(&desk->game.session, &event));
    event.type = EVENT_NEXT;
    assert_true(session_apply(&desk->game.session, &event));
    desk_enter(desk, &screen_pause);
    return desk;
}

static void hides_the_question_and_stops_the_clock(void **state)
{
    struct desk *desk = pause_quiz(state);
    assert_false(screen_pause.is_overlay); // which would let it show through
    desk_assert_silent(desk, "Is it");
    desk_assert_says(desk, "Question 2 of 3.");
    assert_true(desk->game.session.is_paused);
    assert_int_equal(session_left_ms(&desk->game.session, desk->stand.now_ms + 60000), 30000);
}

static void goes_on_by_enter_and_escape(void **state)
{
    struct desk *desk = pause_quiz(state);
    assert_int_equal(desk_key(desk, KEY_ENTER).kind, STEP_BACK);
    assert_int_equal(desk_act(desk, ACTION_BACK, 0).kind, STEP_BACK);
}

static void a_restart_begins_with_the_same_questions(void **state)
{
    struct desk *desk = pause_quiz(state);
    const struct question *first = desk->game.session.turns[0].ask.question;
    assert_int_equal(desk_key(desk, 'r').kind, STEP_BACK);
    const struct session *s = &desk->game.session;
    assert_int_equal(s->turn_count, 3);
    assert_int_equal(session_answered(s), 0);
    assert_int_equal(s->at, 0);
    assert_false(s->is_paused);
    assert_ptr_equal(s->turns[0].ask.question, first);
}

static void a_restart_is_undone_on_the_first_question(void **state)
{
    struct desk *desk = pause_quiz(state);
    desk_enter(desk, &screen_play);
    desk_act(desk, ACTION_BACK, 0);
    session_apply(&desk->game.session,
                  &(struct event){.type = EVENT_PAUSE, .at_ms = desk->stand.now_ms});
    game_restart_quiz(&desk->game, desk->stand.now_ms);
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "Started again. U takes you back to where you were.");
    desk_act(desk, PLAY_UNDO, 0);
    assert_int_equal(session_answered(&desk->game.session), 1);
    assert_int_equal(desk->game.session.at, 1);
    assert_false(desk->game.session.is_paused);
    desk_assert_says(desk, "The quiz is back where it was.");
    desk_assert_says(desk, "Is it not so?");
    assert_false(game_undo_restart(&desk->game, desk->stand.now_ms));
}

static void stopping_ends_the_quiz(void **state)
{
    struct desk *desk = pause_quiz(state);
    assert_int_equal(desk_key(desk, 't').kind, STEP_BACK);
    assert_int_equal(desk->game.session.phase, SESSION_DONE);
}

static void leaving_keeps_the_quiz_for_later(void **state)
{
    struct desk *desk = pause_quiz(state);
    assert_int_equal(desk_key(desk, 'l').kind, STEP_HOME);
    assert_true(desk->game.has_quiz);
    assert_int_equal(desk->game.session.phase, SESSION_ASKING);
    desk_enter(desk, &screen_play); // by Home's "Go on"
    assert_false(desk->game.session.is_paused);
    desk_assert_says(desk, "Is it not so?");
}

static void a_lost_pad_is_said_and_any_button_goes_on(void **state)
{
    struct desk *desk = pause_quiz(state);
    assert_null(screen_pause.moment_shortcuts(desk->self, &desk->game));
    desk_act(desk, ACTION_PAD_LOST, 0);
    desk_assert_says(desk, "Controller lost. Press any button to go on.");
    const struct shortcut *row = screen_pause.moment_shortcuts(desk->self, &desk->game);
    assert_non_null(row);
    bool goes_on[PAD_COUNT] = {0};
    for (; row->id; row++)
        goes_on[row->pad] = desk_act(desk, row->id, row->arg).kind == STEP_BACK;
    assert_true(goes_on[PAD_SOUTH] && goes_on[PAD_EAST] && goes_on[PAD_START]);
}

static void a_pad_lost_in_play_is_said_too(void **state)
{
    struct desk *desk = pause_quiz(state);
    desk_enter(desk, &screen_play);
    struct step step = desk_act(desk, ACTION_PAD_LOST, 0);
    assert_int_equal(step.kind, STEP_PUSH);
    assert_int_equal(step.to, SCREEN_PAUSE);
    desk_enter(desk, &screen_pause);
    desk_assert_says(desk, "Controller lost.");
    desk_enter(desk, &screen_pause); // another time
    desk_assert_silent(desk, "Controller lost.");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, desk_setup, desk_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(hides_the_question_and_stops_the_clock),
        TEST(goes_on_by_enter_and_escape),
        TEST(a_restart_begins_with_the_same_questions),
        TEST(a_restart_is_undone_on_the_first_question),
        TEST(stopping_ends_the_quiz),
        TEST(leaving_keeps_the_quiz_for_later),
        TEST(a_lost_pad_is_said_and_any_button_goes_on),
        TEST(a_pad_lost_in_play_is_said_too),
    };
    return cmocka_run_group_tests_name("pause", tests, NULL, NULL);
}
