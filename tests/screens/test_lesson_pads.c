// Gamepads of teams that go and come back while a lesson is given.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/buzzers.h"
#include "screens/lesson_desk.h"

/// Foxes buzz with it.
static const int their_pad = 2;

/// A lesson in which they are asked nothing yet, and below the page no screen, which would end
/// it when it goes.
static void open_page(struct desk *desk, enum buzzers_why why)
{
    struct class_teams teams = two_teams(CONTEST_BUZZ);
    teams.teams[0].pupil_count = teams.teams[1].pupil_count = 0;
    desk_enter(desk, &screen_home);
    assert_true(lesson_run_begin(
        &desk->game, &(struct lesson_setup){.teams = &teams, .seed = 3}, desk->stand.now_ms));
    buzzers_open_for_lesson(&desk->game, why);
    desk_enter(desk, &screen_buzzers);
}

static void the_pad_of_a_team_is_gone(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_TURNS);
    buzzers_note_pad(&desk->game, their_pad, false);
    assert_int_equal(desk_act(desk, ACTION_PAD_LOST, their_pad).to, SCREEN_BUZZERS);
    assert_true(lesson(desk)->is_paused);
    buzzers_note_pad(&desk->game, their_pad, true);
    desk_act(desk, ACTION_SHOWN, 0);
    assert_false(lesson(desk)->is_paused);
    assert_int_equal(desk_act(desk, ACTION_PAD_LOST, 5).to, SCREEN_LESSON_MENU);
}

static void the_menu_says_it_too(void **state)
{
    struct desk *desk = *state;
    open_page(desk, BUZZERS_ASKED);
    desk_enter(desk, &screen_lesson_menu);
    assert_int_equal(desk_act(desk, ACTION_PAD_LOST, 5).kind, STEP_STAY);
    buzzers_note_pad(&desk->game, their_pad, false);
    assert_int_equal(desk_act(desk, ACTION_PAD_LOST, their_pad).to, SCREEN_BUZZERS);
}

static void it_is_said_and_that_it_is_back(void **state)
{
    struct desk *desk = *state;
    buzzers_note_pad(&desk->game, their_pad, false);
    open_page(desk, BUZZERS_LOST);
    desk_assert_says(desk, "The gamepad of Foxes is gone. Plug it in, or give Foxes another "
                           "buzzer.");
    desk_assert_says(desk, "Pad 2 is not there");
    assert_int_equal(desk->stand.state.focus.id, BUZZERS_TEAM);
    assert_int_equal(desk->stand.state.focus.arg, 1);
    buzzers_note_pad(&desk->game, their_pad, true);
    desk_act(desk, ACTION_PAD_FOUND, their_pad);
    desk_assert_says(desk, "The gamepad of Foxes is back.");
    desk_assert_silent(desk, "is not there");
    assert_int_equal(desk->stand.state.focus.id, BUZZERS_DONE);
    assert_int_equal(desk_act(desk, BUZZERS_DONE, 0).kind, STEP_BACK);
}

static void another_buzzer_does_as_well(void **state)
{
    struct desk *desk = *state;
    buzzers_note_pad(&desk->game, their_pad, false);
    open_page(desk, BUZZERS_LOST);
    desk_act(desk, BUZZERS_TEAM, 1);
    desk_act(desk, ACTION_PRESS, 'd');
    desk_assert_silent(desk, "is gone");
    assert_int_equal(lesson_run_team(&desk->game, 'd'), 1);
}

static void several_that_come_back_may_have_changed_places(void **state)
{
    struct desk *desk = *state;
    buzzers_note_pad(&desk->game, their_pad, false);
    open_page(desk, BUZZERS_LOST);
    desk_act(desk, BUZZERS_TEAM, 0);
    desk_act(desk, ACTION_PRESS, BUZZER_PADS + 1);
    for (int pad = 1; pad <= 2; pad++) {
        buzzers_note_pad(&desk->game, pad, true);
        desk_act(desk, ACTION_PAD_FOUND, pad);
    }
    desk_assert_says(desk, "The gamepads are back, but may have changed places.");
    desk_act(desk, BUZZERS_EACH, 0);
    desk_act(desk, ACTION_PRESS, BUZZER_PADS + 1);
    desk_act(desk, ACTION_PRESS, BUZZER_PADS + 2);
    desk_assert_says(desk, "Each team has pressed its buzzer.");
}

static void who_went_on_without_it_hears_that_it_is_back(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_BUZZ);
    desk_act(desk, ACTION_PAD_FOUND, 5);
    desk_assert_silent(desk, "back");
    desk_act(desk, ACTION_PAD_FOUND, their_pad);
    desk_assert_says(desk, "The gamepad of Foxes is back.");
}

/// It goes while something else is on top, which is told so and does nothing about it.
static void it_is_said_once_what_lay_over_the_lesson_is_gone(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_TURNS);
    desk_act(desk, ACTION_COVERED, 0);
    assert_int_equal(desk_act(desk, ACTION_SHOWN, 0).kind, STEP_STAY);
    desk_act(desk, ACTION_COVERED, 0);
    buzzers_note_pad(&desk->game, their_pad, false);
    desk->game.asked_of_lesson = LESSON_SCORES;
    assert_int_equal(desk_act(desk, ACTION_SHOWN, 0).to, SCREEN_BUZZERS);
    assert_int_equal(desk->game.buzzers.why, BUZZERS_LOST);
    assert_true(lesson(desk)->is_paused);
    buzzers_note_pad(&desk->game, their_pad, true);
    assert_int_equal(desk_act(desk, ACTION_SHOWN, 0).kind, STEP_STAY);
    assert_false(lesson(desk)->is_paused);
    assert_int_equal(desk->game.asked_of_lesson, 0); // done after it
}

static void who_goes_on_without_it_is_not_told_again(void **state)
{
    struct desk *desk = *state;
    open_page(desk, BUZZERS_LOST);
    buzzers_note_pad(&desk->game, their_pad, false);
    assert_true(buzzers_is_any_lost(&desk->game));
    desk_act(desk, BUZZERS_DONE, 0);
    assert_false(buzzers_is_any_lost(&desk->game));
    buzzers_note_pad(&desk->game, their_pad, true);
    buzzers_note_pad(&desk->game, their_pad, false);
    assert_true(buzzers_is_any_lost(&desk->game));
}

static void the_screen_stays_dark_whatever_pads_do(void **state)
{
    struct desk *desk = *state;
    const struct lesson_screen *self;
    begin(desk, CONTEST_BUZZ);
    self = desk->self;
    desk_act(desk, LESSON_BLANK, 0);
    buzzers_note_pad(&desk->game, their_pad, false);
    assert_int_equal(desk_act(desk, ACTION_PAD_LOST, their_pad).kind, STEP_STAY);
    assert_int_equal(desk_act(desk, ACTION_PAD_LOST, 5).kind, STEP_STAY);
    desk_act(desk, ACTION_COVERED, 0); // with Help
    assert_int_equal(desk_act(desk, ACTION_SHOWN, 0).kind, STEP_STAY);
    assert_true(self->is_blank);
    assert_int_equal(desk_act(desk, LESSON_NEXT, 0).to, SCREEN_BUZZERS);
    assert_int_equal(desk->game.buzzers.why, BUZZERS_LOST);
    assert_false(self->is_blank);
    desk_act(desk, ACTION_SHOWN, 0);
    desk_act(desk, LESSON_BLANK, 0);
    buzzers_note_pad(&desk->game, their_pad, true);
    desk_act(desk, ACTION_PAD_FOUND, their_pad);
    assert_true(self->is_blank);
    assert_int_equal(desk_act(desk, LESSON_NEXT, 0).kind, STEP_STAY);
    desk_assert_says(desk, "The gamepad of Foxes is back.");
}

static void the_end_needs_none(void **state)
{
    struct desk *desk = *state;
    open_page(desk, BUZZERS_ASKED);
    desk_enter(desk, &screen_lesson_menu);
    lesson_run_apply(&desk->game, &(struct contest_event){.type = CONTEST_STOP,
                                                          .at_ms = desk->stand.now_ms});
    buzzers_note_pad(&desk->game, their_pad, false);
    assert_int_equal(desk_act(desk, ACTION_PAD_LOST, their_pad).kind, STEP_STAY);
    desk_assert_silent(desk, "Buzzers");
    assert_int_equal(desk_key(desk, 'b').kind, STEP_STAY);
    begin(desk, CONTEST_BUZZ);
    lesson_run_apply(&desk->game, &(struct contest_event){.type = CONTEST_STOP,
                                                          .at_ms = desk->stand.now_ms});
    buzzers_note_pad(&desk->game, their_pad, false);
    assert_int_equal(desk_act(desk, ACTION_PAD_LOST, their_pad).kind, STEP_STAY);
    assert_int_equal(desk_act(desk, ACTION_SHOWN, 0).kind, STEP_STAY);
    assert_int_equal(desk_act(desk, ACTION_PAD_LOST, 5).to, SCREEN_LESSON_MENU); // the host's
}

/// What comes up first in a lesson in which Owls buzz with `buzzer`.
static struct step first_step(struct desk *desk, int buzzer)
{
    struct class_teams teams = two_teams(CONTEST_BUZZ);
    teams.teams[0].buzzer = buzzer;
    begin_with(desk, &teams);
    return desk_act(desk, ACTION_TICK, 0);
}

static void pads_that_may_have_moved_are_seen_to_first(void **state)
{
    struct desk *desk = *state;
    assert_int_equal(first_step(desk, 'q').kind, STEP_STAY); // there is one only
    buzzers_note_pad(&desk->game, 1, true);
    assert_int_equal(first_step(desk, BUZZER_PADS + 1).to, SCREEN_BUZZERS);
    assert_int_equal(desk->game.buzzers.why, BUZZERS_MOVED);
    assert_true(lesson(desk)->is_paused);
    desk_act(desk, ACTION_SHOWN, 0);
    assert_false(lesson(desk)->is_paused);
    assert_int_equal(desk_act(desk, ACTION_TICK, 0).kind, STEP_STAY); // once
    buzzers_note_pad(&desk->game, 5, true); // the host's may have been that of Foxes
    assert_int_equal(first_step(desk, 'q').to, SCREEN_BUZZERS);
}

static void one_that_is_not_plugged_in_is_said_first(void **state)
{
    struct desk *desk = *state;
    buzzers_note_pad(&desk->game, their_pad, false);
    assert_int_equal(first_step(desk, 'q').to, SCREEN_BUZZERS);
    assert_int_equal(desk->game.buzzers.why, BUZZERS_LOST);
    assert_true(lesson(desk)->is_paused);
}

static void they_are_known_once_somebody_has_seen_them(void **state)
{
    struct desk *desk = *state;
    open_page(desk, BUZZERS_MOVED);
    desk_act(desk, BUZZERS_TEAM, 0);
    desk_act(desk, ACTION_PRESS, BUZZER_PADS + 1);
    buzzers_note_pad(&desk->game, 1, true);
    buzzers_note_pad(&desk->game, 2, true);
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_says(desk, "Gamepads may have changed places");
    assert_true(desk_area(desk, BUZZERS_EACH, 0)->flags & AREA_PRIMARY);
    assert_true(buzzers_may_have_moved(&desk->game));
    desk_act(desk, BUZZERS_DONE, 0);
    assert_false(buzzers_may_have_moved(&desk->game));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_DESK(the_pad_of_a_team_is_gone),
        WITH_DESK(the_menu_says_it_too),
        WITH_DESK(it_is_said_and_that_it_is_back),
        WITH_DESK(another_buzzer_does_as_well),
        WITH_DESK(several_that_come_back_may_have_changed_places),
        WITH_DESK(who_went_on_without_it_hears_that_it_is_back),
        WITH_DESK(it_is_said_once_what_lay_over_the_lesson_is_gone),
        WITH_DESK(who_goes_on_without_it_is_not_told_again),
        WITH_DESK(the_screen_stays_dark_whatever_pads_do),
        WITH_DESK(the_end_needs_none),
        WITH_DESK(pads_that_may_have_moved_are_seen_to_first),
        WITH_DESK(one_that_is_not_plugged_in_is_said_first),
        WITH_DESK(they_are_known_once_somebody_has_seen_them),
    };
    return cmocka_run_group_tests_name("lesson_pads", tests, NULL, NULL);
}
