// The stack of screens: inputs go in, a draw list comes out.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/on_stage.h"

static void begins_with_home_and_its_first_button(void **state)
{
    (void)state;
    is_on("home");
    assert_string_equal(focus(), "Start the quiz");
}

static void the_screen_below_keeps_its_focus(void **state)
{
    (void)state;
    click("Settings");
    is_on("settings");
    key(KEY_ESCAPE, 0);
    is_on("home");
    key(KEY_F1, 0);
    key(KEY_ESCAPE, 0);
    assert_string_equal(focus(), "Settings");
}

static void help_opens_and_closes(void **state)
{
    (void)state;
    key(KEY_F1, 0);
    is_on("help");
    key(KEY_ESCAPE, 0);
    is_on("home");
    key('?', MOD_SHIFT);
    is_on("help");
    key('?', MOD_SHIFT); // and no second one on top
    is_on("home");
}

static int told_covered;

static struct step note_covered(void *self, struct game *game, const struct action *action)
{
    told_covered += action->id == ACTION_COVERED;
    is_on("home"); // it is still on top
    return screens[SCREEN_HOME]->update(self, game, action);
}

static void what_help_is_to_cover_is_told(void **state)
{
    (void)state;
    struct screen home = *screens[SCREEN_HOME];
    home.update = note_covered;
    on.stage.layers[0].screen = &home;
    told_covered = 0;
    key('?', 0);
    is_on("help");
    assert_int_equal(told_covered, 1);
    on.stage.layers[0].screen = screens[SCREEN_HOME];
}

static void what_lies_under_help_is_drawn_and_takes_nothing(void **state)
{
    (void)state;
    struct point start = rect_centre(named("Start the quiz")->rect);
    key(KEY_F1, 0);
    assert_true(shows("Start the quiz"));
    const struct ui_area *under = ui_area_at(stage_frame(&on.stage), start);
    assert_true(!under || strcmp(under->name, "Start the quiz") != 0);
}

static void escape_on_home_does_nothing(void **state)
{
    (void)state;
    key(KEY_ESCAPE, 0);
    is_on("home");
    assert_false(on.stage.has_quit);
}

static void the_device_goes_along_to_the_next_screen(void **state)
{
    (void)state;
    click("Settings");
    assert_int_equal(on.stage.layers[1].ui.device, DEVICE_MOUSE);
    key(KEY_ESCAPE, 0);
    assert_int_equal(on.stage.layers[0].ui.device, DEVICE_KEYBOARD);
}

static void a_key_held_down_goes_one_screen_only(void **state)
{
    (void)state;
    key(KEY_ENTER, 0);
    is_on("play");
    key(KEY_ESCAPE, 0);
    is_on("pause");
    send((struct input){
        .kind = INPUT_KEY, .device = DEVICE_KEYBOARD, .key = KEY_ESCAPE, .is_repeat = true});
    is_on("pause");
}

static void a_second_press_before_the_next_frame_is_for_the_new_screen(void **state)
{
    (void)state;
    const struct input press = {.kind = INPUT_PRESS,
                                .device = DEVICE_MOUSE,
                                .at = rect_centre(named("Settings")->rect),
                                .at_ms = on.now_ms};
    struct input release = press;
    release.kind = INPUT_RELEASE;
    stage_input(&on.stage, &press);
    stage_input(&on.stage, &release);
    is_on("settings");
    const struct ui_frame *frame = stage_frame(&on.stage);
    stage_input(&on.stage, &press);
    assert_ptr_not_equal(stage_frame(&on.stage), frame);
    assert_true(on.stage.is_dirty); // and is still to be drawn on the window
    assert_string_equal(stage_frame(&on.stage)->areas[0].name, "Back");
}

static void a_drop_on_a_question_pauses_the_quiz_and_opens_the_file(void **state)
{
    (void)state;
    on.game.settings.question_timer_s = 20;
    key(KEY_ENTER, 0);
    is_on("play");
    drop("weather.json");
    is_on("home");
    assert_string_equal(game_bank(&on.game)->title, "Weather");
    on.now_ms += 100000; // the clock stands still
    draw();
    assert_string_equal(focus(), "Go on");
    assert_true(shows("in “Three capitals”"));
    key(KEY_ENTER, 0);
    is_on("play");
    assert_int_equal(on.game.session.phase, SESSION_ASKING);
    assert_true(session_left_ms(&on.game.session, on.now_ms) > 15000);
    rest(); // it has risen
    assert_true(shows("Capital of"));
}

static void a_drop_on_feedback_or_pause_keeps_the_quiz(void **state)
{
    (void)state;
    key(KEY_ENTER, 0);
    key('1', 0);
    drop("not-a-bank.json");
    is_on("home");
    assert_true(shows("not-a-bank.json cannot be played."));
    key(KEY_ENTER, 0);
    is_on("play");
    assert_int_equal(on.game.session.phase, SESSION_SHOWING);
    key(KEY_ESCAPE, 0);
    is_on("pause");
    key('s', 0);
    is_on("settings");
    key(KEY_F1, 0);
    drop("weather.json");
    is_on("home");
    key(KEY_ENTER, 0);
    assert_int_equal(on.game.session.phase, SESSION_SHOWING);
    assert_false(on.game.session.is_paused);
}

static void a_drop_stays_where_banks_are_chosen(void **state)
{
    (void)state;
    click("Quiz");
    drop("weather.json");
    is_on("pick");
    assert_string_equal(game_bank(&on.game)->title, "Weather");
}

static void ctrl_t_goes_through_the_themes(void **state)
{
    (void)state;

    static const enum theme_id order[] = {THEME_ID_LIGHT, THEME_ID_HIGH_CONTRAST,
                                          THEME_ID_DARK};

    assert_int_equal(on.stage.look.theme, THEME_ID_DARK);
    for (int i = 0; i < 3; i++) {
        on.game.settings_changed = false;
        key('t', MOD_CTRL);
        assert_int_equal(on.stage.look.theme, order[i]);
        assert_true(on.game.settings_changed);
    }
}

static void ctrl_plus_and_minus_change_the_text_size(void **state)
{
    (void)state;
    key('+', MOD_CTRL);
    assert_int_equal(on.game.settings.text_percent, 115);
    assert_int_equal(on.stage.look.text_percent, 115);
    assert_true(on.game.settings_changed);
    key('-', MOD_CTRL);
    assert_int_equal(on.game.settings.text_percent, 100);
    key('-', MOD_CTRL);
    assert_int_equal(on.game.settings.text_percent, 100);
    for (int i = 0; i < 9; i++) {
        send((struct input){.kind = INPUT_KEY,
                            .device = DEVICE_KEYBOARD,
                            .key = '=',
                            .mods = MOD_CTRL,
                            .is_repeat = true}); // may be held down
    }
    assert_int_equal(on.game.settings.text_percent, 200);
    key('0', MOD_CTRL);
    assert_int_equal(on.game.settings.text_percent, 100);
}

static void the_wheel_with_ctrl_changes_the_text_size(void **state)
{
    (void)state;
    struct input wheel = {
        .kind = INPUT_WHEEL, .device = DEVICE_MOUSE, .mods = MOD_CTRL, .amount = -1};
    send(wheel);
    assert_int_equal(on.game.settings.text_percent, 115);
    wheel.amount = 1;
    send(wheel);
    assert_int_equal(on.game.settings.text_percent, 100);
}

static void f11_and_alt_enter_ask_for_full_screen(void **state)
{
    (void)state;
    key(KEY_F11, 0);
    key(KEY_ENTER, MOD_ALT);
    assert_int_equal(on.fullscreens, 2);
    is_on("home");
}

static void ctrl_q_and_the_window_quit(void **state)
{
    (void)state;
    key('q', MOD_CTRL);
    assert_true(on.stage.has_quit);
    on.stage.has_quit = false;
    send((struct input){.kind = INPUT_QUIT});
    assert_true(on.stage.has_quit);
}

static void ctrl_v_types_the_clipboard(void **state)
{
    (void)state;
    click("Quiz");
    is_on("pick");
    key('f', MOD_CTRL);
    assert_non_null(stage_field(&on.stage));
    key('v', MOD_CTRL); // empty
    on.clipboard = "europe\n";
    key('v', MOD_CTRL);
    assert_true(shows("europe"));
}

static void a_still_screen_wants_no_frames(void **state)
{
    (void)state;
    rest();
    // Not before another day begins, when other cards are due.
    assert_true(stage_wake_ms(&on.stage) >= on.now_ms + (int64_t)60 * 60 * 1000);
    assert_false(on.stage.is_dirty);
    stage_tick(&on.stage, on.now_ms + 100000);
    assert_false(on.stage.is_dirty);
}

static void a_resize_is_drawn(void **state)
{
    (void)state;
    stage_resize(&on.stage, 1280, 720);
    assert_false(on.stage.is_dirty);
    stage_resize(&on.stage, 720, 1280);
    assert_true(on.stage.is_dirty);
    draw();
    assert_float_equal(stage_frame(&on.stage)->list.items[0].rect.h, 1280, 0);
}

static void auto_follows_the_system(void **state)
{
    (void)state;
    on.stage.system_is_dark = false;
    on.stage.system_reduces_motion = true;
    stage_follow_settings(&on.stage);
    assert_int_equal(on.stage.look.theme, THEME_ID_LIGHT);
    assert_true(on.stage.look.reduced_motion);
    on.game.settings.motion = MOTION_FULL;
    on.game.settings.theme = THEME_HIGH_CONTRAST;
    stage_follow_settings(&on.stage);
    assert_int_equal(on.stage.look.theme, THEME_ID_HIGH_CONTRAST);
    assert_false(on.stage.look.reduced_motion);
}

/// The words of a frame, a line each; not its digits, which are counted up one by one and whose
/// pictures all frames share.
#define WITH_STAGE(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_STAGE(begins_with_home_and_its_first_button),
        WITH_STAGE(the_screen_below_keeps_its_focus),
        WITH_STAGE(help_opens_and_closes),
        WITH_STAGE(what_help_is_to_cover_is_told),
        WITH_STAGE(what_lies_under_help_is_drawn_and_takes_nothing),
        WITH_STAGE(escape_on_home_does_nothing),
        WITH_STAGE(the_device_goes_along_to_the_next_screen),
        WITH_STAGE(a_key_held_down_goes_one_screen_only),
        WITH_STAGE(a_second_press_before_the_next_frame_is_for_the_new_screen),
        WITH_STAGE(a_drop_on_a_question_pauses_the_quiz_and_opens_the_file),
        WITH_STAGE(a_drop_on_feedback_or_pause_keeps_the_quiz),
        WITH_STAGE(a_drop_stays_where_banks_are_chosen),
        WITH_STAGE(ctrl_t_goes_through_the_themes),
        WITH_STAGE(ctrl_plus_and_minus_change_the_text_size),
        WITH_STAGE(the_wheel_with_ctrl_changes_the_text_size),
        WITH_STAGE(f11_and_alt_enter_ask_for_full_screen),
        WITH_STAGE(ctrl_q_and_the_window_quit),
        WITH_STAGE(ctrl_v_types_the_clipboard),
        WITH_STAGE(a_still_screen_wants_no_frames),
        WITH_STAGE(a_resize_is_drawn),
        WITH_STAGE(auto_follows_the_system),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
