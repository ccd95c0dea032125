// What the host and the teams do in a lesson, one against the other.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screens/ask_typed.h"
#include "screens/lesson_desk.h"

enum { LIMIT_MS = 1000 * LIMIT_S };

/// Whether the screen did something with a button of the pad, so that it means nothing else.
static bool takes_pad(struct desk *desk, int number, enum pad pad)
{
    desk->stand.now_ms += LESSON_SWALLOW_MS;
    assert_true(screen_lesson.takes_presses(desk->self, &desk->game));
    return desk_send(desk, (struct action){.id = ACTION_PRESS,
                                           .arg = BUZZER_PADS + number,
                                           .pad = pad,
                                           .pressed_ms = desk->stand.now_ms})
        .redraw;
}

static void the_pad_of_a_team_never_acts_for_the_host(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_BUZZ);
    assert_true(takes_pad(desk, 2, PAD_START)); // which is no buzz, too early or not
    pass_ms(desk, LESSON_GATHER_MS);
    assert_true(lesson(desk)->locked_ms[1] < desk->stand.now_ms - LESSON_SWALLOW_MS);
    act(desk, LESSON_NEXT, 0);
    press(desk, 'q', desk->stand.now_ms);
    pass_ms(desk, LESSON_GATHER_MS);
    assert_int_equal(lesson(desk)->team, 0);
    assert_true(takes_pad(desk, 2, PAD_WEST)); // "Right" on the host's own
    assert_true(takes_pad(desk, 2, PAD_SOUTH));
    assert_false(takes_pad(desk, 1, PAD_WEST)); // which is nobody's buzzer
    act(desk, LESSON_WRONG, 0);
    press(desk, BUZZER_PADS + 2, desk->stand.now_ms);
    pass_ms(desk, LESSON_GATHER_MS);
    assert_int_equal(lesson(desk)->team, 1);
    if (lesson_can_answer(lesson(desk)))
        assert_false(takes_pad(desk, 2, PAD_SOUTH)); // its answer is its own,
    assert_true(takes_pad(desk, 2, PAD_WEST));       // but not how right that is
    act(desk, LESSON_RIGHT, 0);
    assert_true(takes_pad(desk, 2, PAD_SOUTH)); // "Next"
    assert_true(takes_pad(desk, 2, PAD_BACK));  // "Undo"
    assert_int_equal(lesson(desk)->phase, CONTEST_SHOWING);
}

static bool has_colour(const struct desk *desk, struct colour colour)
{
    const struct draw_list *list = &desk->stand.frame.list;
    for (int i = 0; i < list->count; i++) {
        if (memcmp(&list->items[i].colour, &colour, sizeof colour) == 0)
            return true;
    }
    return false;
}

static void a_calm_lesson_shows_no_red_and_green(void **state)
{
    struct desk *desk = *state;
    const struct theme *theme = &themes[desk->stand.look.theme];
    for (int is_calm = 0; is_calm < 2; is_calm++) {
        struct class_teams teams = two_teams(CONTEST_TURNS);
        teams.wish.is_calm = is_calm;
        begin_with(desk, &teams);
        while (lesson(desk)->phase != CONTEST_DONE) {
            const char *text = "Santa";
            const struct answer wrong = {.picked = 2, .texts = &text, .text_count = 1};
            desk->stand.now_ms += LESSON_LOCK_MS;
            lesson_send(desk->self, &desk->game,
                        (struct contest_event){.type = CONTEST_ANSWER, .answer = &wrong},
                        desk->stand.now_ms);
            act(desk, LESSON_TEAM, 0);
            bool is_shown = lesson(desk)->phase == CONTEST_SHOWING;
            assert_int_equal(has_colour(desk, theme->wrong), is_shown && !is_calm);
            assert_int_equal(has_colour(desk, theme->correct), is_shown && !is_calm);
            act(desk, LESSON_NEXT, 0);
        }
    }
}

static void the_last_that_was_judged_is_overruled(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_TURNS);
    act(desk, LESSON_TEAM, 1);
    act(desk, LESSON_MORE, 0);
    act(desk, LESSON_WRONG, 0); // Owls, who are asked
    act(desk, LESSON_OVERRULE, 0);
    assert_int_equal(score(desk, 0), 1000);
    assert_int_equal(score(desk, 1), LESSON_POINTS);
    act(desk, LESSON_MORE, 0);
    act(desk, LESSON_UNDO, 0);
    act(desk, LESSON_OVERRULE, 0); // Owls still
    assert_int_equal(score(desk, 0), 0);
    assert_int_equal(score(desk, 1), LESSON_POINTS);
    act(desk, LESSON_RIGHT, 0); // the host judges whom it chose
    assert_int_equal(score(desk, 1), 1000 + LESSON_POINTS);
}

static void who_ran_out_of_time_was_judged_last(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams = two_teams(CONTEST_BUZZ);
    teams.wish.limit_s = LIMIT_S;
    teams.teams[1].time_percent = 100;
    begin_with(desk, &teams);
    act(desk, LESSON_NEXT, 0);
    press(desk, 'q', desk->stand.now_ms);
    pass_ms(desk, LESSON_GATHER_MS);
    desk_assert_says(desk, "Owls first.");
    pass_ms(desk, LIMIT_MS);
    desk_assert_says(desk, "Time is up for Owls. Who else knows it?");
    press(desk, BUZZER_PADS + 2, desk->stand.now_ms);
    pass_ms(desk, LESSON_GATHER_MS);
    pass_ms(desk, LIMIT_MS);
    desk_assert_says(desk, "Foxes: out of time");
    act(desk, LESSON_OVERRULE, 0); // it was just in time
    assert_int_equal(score(desk, 0), 0);
    assert_int_equal(score(desk, 1), 1000);
}

static void a_buzz_in_the_last_moment_counts(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams = two_teams(CONTEST_BUZZ);
    teams.wish.limit_s = LIMIT_S;
    begin_with(desk, &teams);
    act(desk, LESSON_NEXT, 0);
    pass_ms(desk, LIMIT_MS - 5);
    press(desk, 'q', desk->stand.now_ms);
    pass_ms(desk, 5); // the time is up
    assert_int_equal(lesson(desk)->phase, CONTEST_OPEN);
    desk->game.now_ms = desk->stand.now_ms;
    assert_int_equal(screen_lesson.wake_ms(desk->self, &desk->game),
                     desk->stand.now_ms + LESSON_GATHER_MS - 5);
    pass_ms(desk, LESSON_GATHER_MS - 5);
    desk_assert_says(desk, "Owls first.");
}

static void what_happened_just_now_is_said_on_each_page(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_TURNS);
    act(desk, LESSON_MORE, 0);
    desk_assert_says(desk, "Choose a team first, then"); // below the question
    desk_assert_says(desk, "Owls, your turn. ");
    act(desk, LESSON_WRONG, 0);
    act(desk, LESSON_MORE, 0);
    desk_assert_says(desk, "Choose a team first, then");
    act(desk, LESSON_TEAM, 1);
    desk_assert_silent(desk, "Choose a team first");
    act(desk, LESSON_MORE, 0);
    act(desk, LESSON_UNDO, 0);
    desk_assert_says(desk, "Undone.");
    act(desk, LESSON_SCORES, 0);
    act(desk, LESSON_REDO, 0);
    act(desk, LESSON_UNDO, 0);
    desk_assert_says(desk, "The scores so far");
    desk_assert_says(desk, "Undone.");
    begin(desk, CONTEST_HANDS);
    act(desk, LESSON_NEXT, 0);
    act(desk, LESSON_DIGIT, 3);
    act(desk, LESSON_UNDO, 0);
    desk_assert_says(desk, "Count the hands for each answer. Undone.");
}

static void the_clock_stands_while_help_is_read(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams = two_teams(CONTEST_TURNS);
    teams.wish.limit_s = LIMIT_S;
    begin_with(desk, &teams);
    desk_act(desk, ACTION_COVERED, 0);
    desk->stand.now_ms += (int64_t)3 * LIMIT_MS;
    desk_act(desk, ACTION_SHOWN, 0);
    pass_ms(desk, LIMIT_MS / 2);
    desk_assert_says(desk, "Owls, your turn.");
    act(desk, LESSON_CLOCK, 0); // if it stood before it stands on
    desk_act(desk, ACTION_COVERED, 0);
    desk_act(desk, ACTION_SHOWN, 0);
    pass_ms(desk, LIMIT_MS);
    desk_assert_says(desk, "Owls, your turn.");
    act(desk, LESSON_CLOCK, 0);
    pass_ms(desk, LIMIT_MS / 2);
    desk_assert_says(desk, "Owls: out of time");
}

/// Goes on with the lesson that was left, of whose questions so many changed and are gone.
static void go_on(struct desk *desk, int changed, int gone)
{
    desk_enter(desk, &screen_home);
    assert_true(lesson_run_resume(&desk->game, desk->stand.now_ms));
    desk->game.run.changed_count = changed;
    desk->game.run.gone_count = gone;
    desk_enter(desk, &screen_lesson);
}

static void what_changed_since_it_was_left_is_said(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_TURNS);
    go_on(desk, 0, 0);
    desk_assert_silent(desk, "Questions were");
    go_on(desk, 1, 0);
    desk_assert_says(desk, "Questions were changed in the bank.");
    go_on(desk, 0, 1);
    desk_assert_says(desk, "They are left out.");
    go_on(desk, 1, 1);
    desk_assert_says(desk, "Questions were taken out of the bank, and are left out. Others");
}

static void what_is_typed_into_is_where_tab_goes_first(void **state)
{
    struct desk *desk = *state;
    begin(desk, CONTEST_TURNS);
    while (contest_round(lesson(desk))->ask.question->kind != KIND_TEXT) {
        reveal(desk);
        act(desk, LESSON_NEXT, 0);
    }
    desk->stand.state.focus = (struct ui_id){0};
    desk->stand.state.device = DEVICE_KEYBOARD;
    desk_act(desk, ACTION_TICK, 0);
    desk_assert_says(desk, "Tab, then type"); // until then letters are the host's
    desk_key(desk, KEY_TAB);
    desk_assert_silent(desk, "Tab, then type");
    assert_int_equal(desk->stand.state.focus.id, TYPED_FIELD);
    desk->stand.state.focus = (struct ui_id){0};
    desk->stand.state.device = DEVICE_MOUSE;
    desk_act(desk, ACTION_TICK, 0);
    desk_assert_says(desk, "Type your answer");
}

static void what_lies_over_a_lesson_is_as_ever(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams = two_teams(CONTEST_TURNS);
    teams.wish.is_calm = true;
    begin_with(desk, &teams);
    desk->stand.look.text_percent = 200; // things have to stand closer together
    struct ui ui = stand_begin(&desk->stand);
    struct ui before = ui;
    screen_lesson.view(desk->self, &desk->game, &ui);
    assert_ptr_equal(ui.theme, before.theme);
    assert_false(ui.is_dense);
    assert_true(ui.page.y == before.page.y && ui.page.h == before.page.h);
}

/// When the view wants to be drawn again.
static int64_t wake_ms(struct desk *desk)
{
    struct ui ui = stand_begin(&desk->stand);
    screen_lesson.view(desk->self, &desk->game, &ui);
    return ui.wake_ms;
}

static void the_clock_is_seen_to_go(void **state)
{
    struct desk *desk = *state;
    struct class_teams teams = two_teams(CONTEST_TURNS);
    teams.wish.limit_s = LIMIT_S;
    begin_with(desk, &teams);
    pass_ms(desk, 300);
    int64_t second_ms = wake_ms(desk);
    assert_in_range(second_ms, desk->stand.now_ms + 1, desk->stand.now_ms + 1000);
    pass_ms(desk, second_ms - desk->stand.now_ms);
    assert_int_equal(wake_ms(desk), second_ms + 1000);
    act(desk, LESSON_CLOCK, 0);  // stopped
    pass_ms(desk, LIMIT_MS / 2); // nothing moves any more
    assert_true(wake_ms(desk) == INT64_MAX);
    act(desk, LESSON_CLOCK, 0);
    assert_true(wake_ms(desk) < INT64_MAX);
    reveal(desk); // no time runs beside the answer
    pass_ms(desk, LIMIT_MS / 2);
    assert_true(wake_ms(desk) == INT64_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_DESK(the_clock_is_seen_to_go),
        WITH_DESK(what_lies_over_a_lesson_is_as_ever),
        WITH_DESK(what_is_typed_into_is_where_tab_goes_first),
        WITH_DESK(the_pad_of_a_team_never_acts_for_the_host),
        WITH_DESK(the_last_that_was_judged_is_overruled),
        WITH_DESK(who_ran_out_of_time_was_judged_last),
        WITH_DESK(a_buzz_in_the_last_moment_counts),
        WITH_DESK(what_happened_just_now_is_said_on_each_page),
        WITH_DESK(the_clock_stands_while_help_is_read),
        WITH_DESK(what_changed_since_it_was_left_is_said),
        WITH_DESK(a_calm_lesson_shows_no_red_and_green),
    };
    return cmocka_run_group_tests_name("lesson_act", tests, NULL, NULL);
}
