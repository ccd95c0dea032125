// A lesson as the host gives it: with keys, buzzers and hands.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/lesson_desk.h"
#include "ui/control.h"

static void the_host_judges_in_turn(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_TURNS);
    desk_assert_says(desk, "Owls, your turn.");
    desk_assert_says(desk, "Question 1 of 4, worth 1");
    desk_assert_says(desk, "Right");
    desk_assert_says(desk, "Pass");
    act(desk, LESSON_RIGHT, 0);
    desk_assert_says(desk, "Owls: right, +1");
    act(desk, LESSON_NEXT, 0);
    desk_assert_says(desk, "Foxes, your turn.");
    act(desk, LESSON_PASS, 0);
    desk_assert_says(desk, "Foxes passed. Owls, your turn.");
    act(desk, LESSON_WRONG, 0);
    desk_assert_says(desk, "Foxes: passed, 0");
    desk_assert_says(desk, "Owls: not right, 0");
    assert_int_equal(score(desk, 0), 1000);
}

static void keys_of_the_host_are_no_text(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_TURNS);
    for (int i = 0; i < QUESTIONS && lesson(desk)->phase == CONTEST_OPEN; i++) {
        assert_int_equal(desk->stand.state.focus.id, 0);
        act(desk, LESSON_RIGHT, 0);
        act(desk, LESSON_NEXT, 0);
        desk->stand.state.focus = (struct ui_id){0};
    }
}

static void an_award_is_overruled_and_undone(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_TURNS);
    act(desk, LESSON_WRONG, 0);
    act(desk, LESSON_OVERRULE, 0);
    assert_int_equal(score(desk, 0), 1000);
    act(desk, LESSON_UNDO, 0);
    assert_int_equal(score(desk, 0), 0);
    desk_assert_says(desk, "not right");
    act(desk, LESSON_UNDO, 0);
    desk_assert_says(desk, "Owls, your turn.");
    act(desk, LESSON_REDO, 0);
    act(desk, LESSON_REDO, 0);
    assert_int_equal(score(desk, 0), 1000);
    act(desk, LESSON_MORE, 0);
    desk_assert_says(desk, "Owls: right, +1"); // no team is chosen for points
    act(desk, LESSON_TEAM, 1);
    act(desk, LESSON_MORE, 0);
    act(desk, LESSON_MORE, 0);
    act(desk, LESSON_LESS, 0);
    assert_int_equal(score(desk, 1), LESSON_POINTS);
}

static void the_first_press_wins_and_the_others_steal(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_BUZZ);
    desk_assert_says(desk, "The buzzers open soon.");
    assert_true(screen_lesson.takes_presses(desk->self, &desk->game));
    act(desk, LESSON_NEXT, 0);
    desk_assert_says(desk, "Buzz when you know it.");
    desk->stand.now_ms += 1000;
    // That of the pad is told first, but happened later.
    press(desk, BUZZER_PADS + 2, desk->stand.now_ms - 3);
    press(desk, 'q', desk->stand.now_ms - 5);
    assert_int_equal(lesson(desk)->phase, CONTEST_OPEN); // others may still come in
    pass_ms(desk, LESSON_GATHER_MS);
    desk_assert_says(desk, "Owls first. Your answer?");
    assert_int_equal(desk->game.asks_tone, TONE_BUZZ);
    act(desk, LESSON_WRONG, 0);
    desk_assert_says(desk, "Not this time, Owls. Who else knows it?");
    press(desk, 'q', desk->stand.now_ms); // it is out
    pass_ms(desk, LESSON_GATHER_MS);
    assert_int_equal(lesson(desk)->phase, CONTEST_OPEN);
    press(desk, BUZZER_PADS + 2, desk->stand.now_ms);
    pass_ms(desk, LESSON_GATHER_MS);
    desk_assert_says(desk, "Foxes first.");
    act(desk, LESSON_RIGHT, 0);
    assert_int_equal(score(desk, 1), 1000);
}

static void who_passes_is_said_to_have_passed(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_BUZZ);
    act(desk, LESSON_NEXT, 0);
    press(desk, 'q', desk->stand.now_ms);
    pass_ms(desk, LESSON_GATHER_MS);
    act(desk, LESSON_PASS, 0);
    desk_assert_says(desk, "Owls passed. Who else knows it?");
    act(desk, LESSON_UNDO, 0);
    act(desk, LESSON_WRONG, 0);
    desk_assert_says(desk, "Not this time, Owls. Who else knows it?");
}

static void a_press_too_early_locks_and_one_at_the_same_time_is_said(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_BUZZ);
    press(desk, 'q', desk->stand.now_ms);
    pass_ms(desk, LESSON_GATHER_MS);
    assert_true(lesson(desk)->locked_ms[0] > desk->stand.now_ms);
    desk_assert_says(desk, "Too early");
    desk_assert_silent(desk, "Owls");
    desk->stand.now_ms += LESSON_EARLY_MS;
    desk_act(desk, ACTION_SHOWN, 0);
    desk_assert_silent(desk, "Too early");
    desk_assert_says(desk, "Owls");
    act(desk, LESSON_NEXT, 0);
    desk->stand.now_ms += 100;
    press(desk, 'q', desk->stand.now_ms);
    press(desk, BUZZER_PADS + 2, desk->stand.now_ms);
    pass_ms(desk, LESSON_GATHER_MS);
    desk_assert_says(desk, "Owls, Foxes at the same time. Drawn: ");
}

static void a_key_that_is_no_buzzer_means_what_it_always_does(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_BUZZ);
    struct step step = desk_send(desk, (struct action){.id = ACTION_PRESS, .arg = 'r'});
    assert_int_equal(step.kind, STEP_STAY);
    assert_false(step.redraw);
}

static void all_answer_and_the_host_marks(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_ALL);
    desk_assert_says(desk, "Everyone: write your answer down.");
    act(desk, LESSON_NEXT, 0);
    desk_assert_says(desk, "Boards up. Who was right?");
    desk_assert_silent(desk, "not right"); // nobody said so yet
    act(desk, LESSON_TEAM, 0);
    act(desk, LESSON_TEAM, 1);
    act(desk, LESSON_TEAM, 0); // not after all
    act(desk, LESSON_NEXT, 0);
    assert_int_equal(score(desk, 0), 0);
    assert_int_equal(score(desk, 1), 1000);
    desk_assert_says(desk, "Owls: not right, 0");
}

static void hands_are_counted_with_digits(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_HANDS);
    desk_assert_says(desk, "hands up");
    act(desk, LESSON_NEXT, 0);
    for (int digit = 1; digit <= 2; digit++)
        act(desk, LESSON_DIGIT, digit);
    act(desk, LESSON_DIGIT, 3);
    act(desk, LESSON_ERASE, 0);
    assert_int_equal(desk->stand.state.focus.id, LESSON_HANDS); // and so it is in view
    act(desk, LESSON_NEXT, 0);                                  // to the next row
    assert_int_equal(desk->stand.state.focus.arg, 1);
    act(desk, LESSON_DIGIT, 4);
    act(desk, LESSON_NEXT, 0);
    const struct contest_round *round = contest_round(lesson(desk));
    assert_int_equal(round->hands[0], 12);
    assert_int_equal(round->hands[1], 4);
    act(desk, LESSON_NEXT, 0);
    desk_assert_says(desk, "of 16 hands were right.");
    desk_assert_says(desk, "75 %");
    act(desk, LESSON_NEXT, 0);
    while (lesson(desk)->phase != CONTEST_DONE) {
        assert_int_equal(contest_fits(CONTEST_HANDS, contest_round(lesson(desk))->ask.question),
                         CONTEST_FITS);
        reveal(desk);
        act(desk, LESSON_NEXT, 0);
    }
    assert_int_equal(lesson(desk)->asked, 2);
}

static void what_cannot_be_asked_is_said(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_HANDS);
    for (int i = 0; i < QUESTIONS && !lesson(desk)->skipped; i++) {
        reveal(desk);
        act(desk, LESSON_NEXT, 0);
    }
    if (lesson(desk)->phase != CONTEST_DONE)
        desk_assert_says(desk, "Skipped what has no choices");
}

static void a_board_is_chosen_from_and_wagers_are_made(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_BOARD);
    desk_assert_says(desk, "Owls, choose a question.");
    desk_assert_says(desk, "South");
    desk_assert_says(desk, "North");
    int cells = lesson(desk)->rules.board_columns * lesson(desk)->rules.board_rows;
    for (int i = 0; i < cells; i++) {
        if (!contest_is_free(lesson(desk), i))
            continue;
        int team = lesson(desk)->team;
        act(desk, LESSON_CELL, i);
        if (lesson(desk)->phase == CONTEST_WAGERING) {
            desk_assert_silent(desk, "Capital");
            act(desk, LESSON_WAGER, team | STEPPER_UP);
            assert_int_equal(contest_round(lesson(desk))->shares[team].wager, LESSON_POINTS);
            act(desk, LESSON_WAGER, team | STEPPER_DOWN);
            act(desk, LESSON_WAGER, team | STEPPER_DOWN); // below nothing is all
            assert_int_equal(contest_round(lesson(desk))->shares[team].wager,
                             contest_wager_most(lesson(desk), team));
            act(desk, LESSON_WAGER, team | STEPPER_UP);
            assert_int_equal(contest_round(lesson(desk))->shares[team].wager, 0);
            act(desk, LESSON_NEXT, 0);
        }
        act(desk, LESSON_RIGHT, 0);
        assert_null(desk_area(desk, LESSON_CELL, i));
        act(desk, LESSON_NEXT, 0);
    }
    assert_true(score(desk, 0) > 0);
}

static void pupils_are_drawn_pass_and_come_back(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_PUPILS);
    const struct contest_round *round = contest_round(lesson(desk));
    assert_int_equal(lesson(desk)->rules.pupil_count, 2); // Cleo is absent
    desk_assert_says(desk, desk->game.run.log.start.pupils[round->pupil]);
    int first = round->pupil;
    act(desk, LESSON_LATER, 0);
    assert_int_not_equal(contest_round(lesson(desk))->pupil, first);
    act(desk, LESSON_PASS, 0);
    assert_int_equal(contest_round(lesson(desk))->pupil, first);
    act(desk, LESSON_RIGHT, 0);
    assert_int_equal(score(desk, lesson(desk)->rules.pupil_teams[first]), 1000);
}

static void the_clock_runs_stops_and_rings(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams = two_teams(CONTEST_TURNS);
    teams.wish.limit_s = LIMIT_S;
    begin_with(desk, &teams);
    desk_assert_says(desk, "0:");
    act(desk, LESSON_CLOCK, 0);
    pass_ms(desk, 100000);
    assert_int_equal(lesson(desk)->phase, CONTEST_OPEN);
    act(desk, LESSON_CLOCK, 0);
    act(desk, LESSON_MORE_TIME, 0);
    pass_ms(desk, (int64_t)LIMIT_S * 1000);
    assert_int_equal(lesson(desk)->phase, CONTEST_OPEN);
    pass_ms(desk, LESSON_TIME_MS - 4000);
    assert_int_equal(desk->game.asks_tone, TONE_TICK);
    pass_ms(desk, 4000);
    assert_int_equal(desk->game.asks_tone, TONE_TIME_UP);
    desk_assert_says(desk, "Owls: out of time, 0");
    act(desk, LESSON_NEXT, 0);
    desk_assert_says(desk, "0:29"); // the accommodation of the other team
}

static void a_calm_lesson_ranks_nobody_and_makes_no_sound(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams = two_teams(CONTEST_TURNS);
    teams.wish.is_calm = true;
    teams.wish.limit_s = LIMIT_S;
    teams.wish.has_speed = true;
    begin_with(desk, &teams);
    assert_int_equal(contest_limit_ms(lesson(desk), 0), 0);
    assert_false(lesson(desk)->rules.has_speed);
    act(desk, LESSON_RIGHT, 0);
    assert_int_equal(desk->game.asks_tone, TONE_NONE);
    act(desk, LESSON_NEXT, 0);
    desk_assert_silent(desk, "000 Owls"); // no score in the header
}

static void the_screen_goes_dark_and_any_key_brings_it_back(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_TURNS);
    act(desk, LESSON_BLANK, 0);
    desk_assert_silent(desk, "Capital");
    act(desk, LESSON_RIGHT, 0);
    assert_int_equal(lesson(desk)->phase, CONTEST_OPEN); // which does nothing else
    desk_assert_says(desk, "Capital");
}

static void the_answer_is_shown_to_the_host_for_a_moment(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_BUZZ);
    const struct question *question = contest_round(lesson(desk))->ask.question;
    const char *right =
        question->kind == KIND_CHOICE ? question->choice.options.items[0] : NULL;
    act(desk, LESSON_PEEK, 0);
    const char *with = arena_printf(&desk->scratch->arena, "%s", desk_text(desk));
    desk->stand.now_ms += LESSON_PEEK_MS;
    desk_act(desk, ACTION_TICK, 0);
    assert_true(strlen(with) > strlen(desk_text(desk)));
    if (right)
        assert_non_null(strstr(with, right));
}

static void a_lesson_that_was_left_goes_on(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_TURNS);
    act(desk, LESSON_RIGHT, 0);
    act(desk, LESSON_NEXT, 0);
    act(desk, ACTION_BACK, 0);
    assert_int_equal(desk->last.kind, STEP_PUSH);
    assert_true(lesson(desk)->is_paused);
    kept_close(desk);
    kept_open(desk);
    desk_enter(desk, &screen_home);
    desk_assert_says(desk, "1 of 4 questions asked.");
    desk_act(desk, desk->stand.state.focus.id, 0);
    assert_int_equal(desk->last.to, SCREEN_LESSON);
    desk_enter(desk, &screen_lesson);
    assert_int_equal(score(desk, 0), 1000);
    assert_false(lesson(desk)->is_paused);
    desk_assert_says(desk, "Foxes, your turn.");
}

static void hidden_scores_stay_hidden_when_the_lesson_comes_back(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_TURNS);
    act(desk, LESSON_RIGHT, 0);
    act(desk, LESSON_HIDE, 0);
    kept_close(desk); // the laptop died
    kept_open(desk);
    desk_enter(desk, &screen_home);
    assert_true(lesson_run_resume(&desk->game, desk->stand.now_ms));
    desk_enter(desk, &screen_lesson);
    act(desk, LESSON_SCORES, 0);
    desk_assert_says(desk, "The scores are hidden.");
    assert_int_equal(score(desk, 0), 1000);
    act(desk, LESSON_HIDE, 0);
    desk_assert_silent(desk, "The scores are hidden.");
}

static void a_lesson_without_anything_to_ask_does_not_start(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams = two_teams(CONTEST_TURNS);
    struct lesson_setup plan = {.teams = &teams};
    teams.count = 1; // a team alone plays against nobody
    assert_false(lesson_run_begin(&desk->game, &plan, 0));
    teams = two_teams(CONTEST_PUPILS); // there are none
    assert_false(lesson_run_begin(&desk->game, &plan, 0));
    teams = two_teams(CONTEST_TURNS);
    static const char *const none[] = {"Moons"};
    plan.topics = none;
    plan.topic_count = 1;
    assert_false(lesson_run_begin(&desk->game, &plan, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_DESK(the_host_judges_in_turn),
        WITH_DESK(keys_of_the_host_are_no_text),
        WITH_DESK(an_award_is_overruled_and_undone),
        WITH_DESK(the_first_press_wins_and_the_others_steal),
        WITH_DESK(who_passes_is_said_to_have_passed),
        WITH_DESK(a_press_too_early_locks_and_one_at_the_same_time_is_said),
        WITH_DESK(a_key_that_is_no_buzzer_means_what_it_always_does),
        WITH_DESK(all_answer_and_the_host_marks),
        WITH_DESK(hands_are_counted_with_digits),
        WITH_DESK(what_cannot_be_asked_is_said),
        WITH_DESK(a_board_is_chosen_from_and_wagers_are_made),
        WITH_DESK(pupils_are_drawn_pass_and_come_back),
        WITH_DESK(the_clock_runs_stops_and_rings),
        WITH_DESK(a_calm_lesson_ranks_nobody_and_makes_no_sound),
        WITH_DESK(the_screen_goes_dark_and_any_key_brings_it_back),
        WITH_DESK(the_answer_is_shown_to_the_host_for_a_moment),
        WITH_DESK(a_lesson_that_was_left_goes_on),
        WITH_DESK(hidden_scores_stay_hidden_when_the_lesson_comes_back),
        WITH_DESK(a_lesson_without_anything_to_ask_does_not_start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
