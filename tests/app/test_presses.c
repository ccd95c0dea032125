// Presses that go to the screen as such: buzzers.
#include "app/on_stage.h"
#include "app/presses.h"
#include "core/team.h"

/// Home, but for its presses.
static struct screen buzzing;

static struct {
    bool takes; // it wants them,
    int wanted; // and does something with this one only
    int count;  // how many it got
    struct action last;
} desk;

static bool takes_presses(const void *self, const struct game *game)
{
    (void)self;
    (void)game;
    return desk.takes;
}

static struct step update(void *self, struct game *game, const struct action *action)
{
    if (action->id != ACTION_PRESS)
        return screens[SCREEN_HOME]->update(self, game, action);
    desk.count++;
    desk.last = *action;
    return (struct step){.redraw = action->arg == desk.wanted};
}

static int set_up(void **state)
{
    open_stage(state);
    buzzing = *screens[SCREEN_HOME];
    buzzing.takes_presses = takes_presses;
    buzzing.update = update;
    on.stage.layers[0].screen = &buzzing;
    memset(&desk, 0, sizeof desk);
    desk.takes = true;
    return 0;
}

static void button(enum pad pad, int number)
{
    send((struct input){
        .kind = INPUT_PAD, .device = DEVICE_PAD, .pad = pad, .pad_number = number});
}

static void repeat(int code)
{
    send((struct input){
        .kind = INPUT_KEY, .device = DEVICE_KEYBOARD, .key = code, .is_repeat = true});
}

static void a_key_comes_with_the_time_of_its_press(void **state)
{
    (void)state;
    desk.wanted = 's';
    key('s', 0);
    assert_int_equal(desk.count, 1);
    assert_int_equal(desk.last.arg, 's');
    assert_int_equal(desk.last.pressed_ms, on.now_ms);
    is_on("home"); // where S opens the settings
}

static void what_the_screen_does_nothing_with_means_what_it_always_does(void **state)
{
    (void)state;
    key('s', 0);
    assert_int_equal(desk.count, 1);
    is_on("settings");
}

static void with_ctrl_or_alt_a_key_is_no_press(void **state)
{
    (void)state;
    desk.wanted = 'q';
    key('q', MOD_ALT);
    assert_false(on.stage.has_quit);
    key('q', MOD_CTRL);
    assert_int_equal(desk.count, 0);
    assert_true(on.stage.has_quit);
}

/// A lesson of Owls, who buzz with the first pad.
static void give_lesson(void)
{
    on.game.run.is_there = true;
    on.game.run.contest.rules.team_count = 1;
    on.game.run.contest.buzzers[0] = BUZZER_PADS + 1;
}

static void what_lies_over_a_lesson_is_not_for_teams(void **state)
{
    (void)state;
    give_lesson();
    key('?', 0);
    is_on("help");
    button(PAD_EAST, 1);
    is_on("help");
    button(PAD_EAST, 2);
    is_on("home");
    on.game.run.is_there = false;
}

static void a_team_can_t_go_to_what_is_for_the_host(void **state)
{
    (void)state;
    struct ui_frame *frame = &on.stage.frames[on.stage.frame_at];
    give_lesson();
    for (int i = 0; i < frame->area_count; i++)
        frame->areas[i].flags |= i == 1 ? 0 : AREA_HOST;
    struct ui_id only = frame->areas[1].id;
    button(PAD_DOWN, 1);
    assert_int_equal(on.stage.layers[0].ui.focus.id, only.id);
    assert_int_equal(on.stage.layers[0].ui.focus.arg, only.arg);
    on.game.run.is_there = false;
}

static void nothing_comes_where_nobody_asked(void **state)
{
    (void)state;
    desk.takes = false;
    desk.wanted = 's';
    assert_false(stage_takes_presses(&on.stage));
    key('s', 0);
    assert_int_equal(desk.count, 0);
    is_on("settings");
}

static void a_button_of_a_pad_tells_which_pad(void **state)
{
    (void)state;
    desk.wanted = BUZZER_PADS + 3;
    button(PAD_WEST, 3);
    assert_int_equal(desk.last.arg, BUZZER_PADS + 3);
    assert_int_equal(desk.last.pad, PAD_WEST);
    assert_true(action_may_buzz(&desk.last));
    button(PAD_LEFT_TRIGGER, 3);
    assert_int_equal(desk.count, 2);
    assert_int_equal(on.stage.layers[0].ui.device, DEVICE_KEYBOARD); // which the host has
    button(PAD_START, 3);
    assert_false(action_may_buzz(&desk.last));
    button(PAD_BACK, 3);
    assert_false(action_may_buzz(&desk.last));
    send((struct input){.kind = INPUT_PAD,
                        .device = DEVICE_PAD,
                        .pad = PAD_DOWN,
                        .pad_number = 3,
                        .is_stick = true});
    assert_false(action_may_buzz(&desk.last));
    assert_int_equal(desk.count, 5);
}

/// As send(), at the same time as what came before.
static void at_once(struct input input)
{
    input.at_ms = on.now_ms;
    stage_input(&on.stage, &input);
    draw();
}

static bool takes(struct input input)
{
    input.at_ms = on.now_ms;
    return presses_take(&on.stage, &input);
}

static void a_key_that_was_taken_takes_one_text(void **state)
{
    (void)state;
    const struct input q = {.kind = INPUT_KEY, .device = DEVICE_KEYBOARD, .key = 'q'};
    const struct input text = {.kind = INPUT_TEXT, .device = DEVICE_KEYBOARD, .text = "q"};
    struct input again = q;
    again.is_repeat = true;
    desk.wanted = 'q';
    send(q);
    assert_true(takes(text)); // which it made
    assert_false(takes(text));
    at_once(again);
    assert_true(takes(text));
    at_once(q);
    on.now_ms += 100; // it made none: nobody types
    assert_false(takes(text));
}

static void what_follows_from_a_press_that_was_taken_does_nothing(void **state)
{
    (void)state;
    desk.wanted = KEY_DOWN;
    const char *before = focus();
    key(KEY_DOWN, 0);
    desk.takes = false; // the key is held longer than that
    repeat(KEY_DOWN);
    assert_string_equal(focus(), before);
    desk.takes = true;
    desk.wanted = '/';
    send((struct input){
        .kind = INPUT_KEY, .device = DEVICE_KEYBOARD, .key = '/', .is_raw = true});
    at_once((struct input){
        .kind = INPUT_KEY, .device = DEVICE_KEYBOARD, .key = '?', .is_typed = true});
    is_on("home");
    desk.wanted = BUZZER_PADS + 1;
    button(PAD_DOWN, 1);
    send((struct input){.kind = INPUT_PAD,
                        .device = DEVICE_PAD,
                        .pad = PAD_DOWN,
                        .pad_number = 1,
                        .is_repeat = true});
    assert_string_equal(focus(), before);
    assert_int_equal(desk.count, 3);
}

static void a_sign_that_nobody_buzzes_with_means_what_it_always_does(void **state)
{
    (void)state;
    send((struct input){
        .kind = INPUT_KEY, .device = DEVICE_KEYBOARD, .key = '/', .is_raw = true});
    is_on("home");
    send((struct input){
        .kind = INPUT_KEY, .device = DEVICE_KEYBOARD, .key = '?', .is_typed = true});
    is_on("help");
    assert_int_equal(desk.count, 1);
}

static void shift_alone_is_a_press_and_nothing_else(void **state)
{
    (void)state;
    const struct input shift = {.kind = INPUT_KEY,
                                .device = DEVICE_KEYBOARD,
                                .key = KEY_LEFT_SHIFT,
                                .mods = MOD_SHIFT,
                                .is_raw = true};
    desk.wanted = KEY_LEFT_SHIFT;
    send(shift);
    assert_int_equal(desk.last.arg, KEY_LEFT_SHIFT);
    desk.wanted = 0;
    send(shift);
    is_on("home");
    assert_int_equal(desk.count, 2);
    send((struct input){
        .kind = INPUT_KEY, .device = DEVICE_KEYBOARD, .key = 's', .is_raw = true});
    is_on("home"); // where S opens the settings
}

#define AT_A_DESK(test) cmocka_unit_test_setup_teardown(test, set_up, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_A_DESK(a_key_comes_with_the_time_of_its_press),
        AT_A_DESK(what_the_screen_does_nothing_with_means_what_it_always_does),
        AT_A_DESK(what_lies_over_a_lesson_is_not_for_teams),
        AT_A_DESK(a_team_can_t_go_to_what_is_for_the_host),
        AT_A_DESK(with_ctrl_or_alt_a_key_is_no_press),
        AT_A_DESK(nothing_comes_where_nobody_asked),
        AT_A_DESK(a_button_of_a_pad_tells_which_pad),
        AT_A_DESK(a_key_that_was_taken_takes_one_text),
        AT_A_DESK(what_follows_from_a_press_that_was_taken_does_nothing),
        AT_A_DESK(a_sign_that_nobody_buzzes_with_means_what_it_always_does),
        AT_A_DESK(shift_alone_is_a_press_and_nothing_else),
    };
    return cmocka_run_group_tests_name("presses", tests, NULL, NULL);
}
