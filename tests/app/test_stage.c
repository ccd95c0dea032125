#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/stage.h"
#include "ui/stand.h"

static const struct paths nowhere = {
    .home_dir = "/", .data_dir = "/", .questions_dir = "/", .settings_file = "/"};

/// A stage with a bank of three questions, and what it asked of the system.
static struct {
    struct game game;
    struct stage stage;
    int64_t now_ms;
    const char *clipboard;
    int fullscreens, reads;
    struct arena arena;
} on;

static const char *paste(void *context)
{
    (void)context;
    return on.clipboard;
}

static void toggle_fullscreen(void *context)
{
    (void)context;
    on.fullscreens++;
}

static void read_bank(void *context)
{
    (void)context;
    on.game.library.entries[0].is_open = true;
    on.reads++;
}

static void draw(void)
{
    on.game.now_ms = on.now_ms;
    stage_draw(&on.stage, on.now_ms);
}

/// Until nothing moves.
static void rest(void)
{
    on.now_ms += 5000;
    draw();
}

static int open_stage(void **state)
{
    (void)state;
    memset(&on, 0, sizeof on);
    on.now_ms = 5000;
    on.game = (struct game){
        .settings = settings_default(), .paths = &nowhere, .bank_at = -1, .rng = rng_seed(1)};
    const char *root = getenv("QUARTET_SOURCE");
    const char *bank =
        arena_printf(&on.arena, "%s/tests/replay/banks/three-capitals.json", root ? root : ".");
    assert_true(game_open_path(&on.game, bank));
    on.game.settings_changed = false;
    const struct stage_host host = {
        .clipboard = paste, .toggle_fullscreen = toggle_fullscreen, .need_bank = read_bank};
    const struct ui_look look = {.width = 1280, .height = 720, .measure = stand_measure()};
    stage_open(&on.stage, &on.game, &host, &look, on.now_ms);
    draw();
    return 0;
}

static int close_stage(void **state)
{
    (void)state;
    stage_close(&on.stage);
    game_free(&on.game);
    arena_free(&on.arena);
    return 0;
}

static void send(struct input input)
{
    on.now_ms += 500;
    on.game.now_ms = input.at_ms = on.now_ms;
    stage_input(&on.stage, &input);
    draw();
}

static void key(int code, unsigned mods)
{
    send((struct input){
        .kind = INPUT_KEY, .device = DEVICE_KEYBOARD, .key = code, .mods = mods});
}

static void is_on(const char *name)
{
    assert_string_equal(stage_screen(&on.stage)->name, name);
}

static const char *focus(void)
{
    const struct ui_area *area =
        ui_focused(&on.stage.layers[on.stage.depth - 1].ui, stage_frame(&on.stage));
    return area ? area->name : "nothing";
}

static const struct ui_area *named(const char *name)
{
    const struct ui_frame *frame = stage_frame(&on.stage);
    for (int i = frame->covered; i < frame->area_count; i++) {
        if (strcmp(frame->areas[i].name, name) == 0)
            return &frame->areas[i];
    }
    fail_msg("there is no %s", name);
    return NULL;
}

static void click(const char *name)
{
    struct input input = {
        .kind = INPUT_PRESS, .device = DEVICE_MOUSE, .at = rect_centre(named(name)->rect)};
    send(input);
    input.kind = INPUT_RELEASE;
    send(input);
}

static bool shows(const char *text)
{
    const struct draw_list *list = &stage_frame(&on.stage)->list;
    for (int i = 0; i < list->count; i++) {
        if (list->items[i].kind == DRAW_TEXT && strstr(list->items[i].text, text))
            return true;
    }
    return false;
}

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

static void drop(const char *name)
{
    const char *root = getenv("QUARTET_SOURCE");
    struct input input = {.kind = INPUT_DROP, .device = DEVICE_MOUSE};
    snprintf(input.text, sizeof input.text, "%s/tests/replay/banks/%s", root ? root : ".",
             name);
    send(input);
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
    assert_true(stage_wake_ms(&on.stage) >= on.now_ms + 60 * 60 * 1000);
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
static const char *said(const struct draw_list *list)
{
    struct buf text = {0};
    for (int i = 0; i < list->count; i++) {
        const struct draw_cmd *cmd = &list->items[i];
        if (cmd->kind == DRAW_TEXT && strpbrk(cmd->text, "aeiou")) {
            buf_add(&text, cmd->text, strlen(cmd->text));
            buf_add(&text, "\n", 1);
        }
    }
    const char *kept = arena_text(&on.arena, text.data, text.len);
    buf_free(&text);
    return kept;
}

static void look_ahead(const char *foreseen[8], int *count)
{
    *count = 0;
    rest();
    for (const struct draw_list *list; (list = stage_foresee(&on.stage, on.now_ms));) {
        assert_true(*count < 8);
        foreseen[(*count)++] = said(list);
    }
}

static void each_answer_to_a_question_is_foreseen(void **state)
{
    (void)state;
    const char *foreseen[8];
    int count;
    look_ahead(foreseen, &count);
    assert_int_equal(count, 0); // Home
    key(KEY_ENTER, 0);
    is_on("play");
    for (int i = 0; i < 3; i++) {
        look_ahead(foreseen, &count);
        assert_int_equal(count, 3);
        assert_null(stage_foresee(&on.stage, on.now_ms)); // nothing has changed
        key('1' + i, 0);
        rest();
        assert_string_equal(said(&stage_frame(&on.stage)->list), foreseen[i]);
        look_ahead(foreseen, &count);
        assert_int_equal(count, 0); // the feedback
        key(KEY_ENTER, 0);
    }
}

/// As if the bank that was read were only known.
static void let_bank_wait(void)
{
    static struct bank_summary summary;
    summary.bank = *game_bank(&on.game);
    on.game.library.entries[0].summary = &summary;
    on.game.library.entries[0].is_open = false;
    on.reads = 0;
}

static void a_bank_is_read_before_anything_is_done(void **state)
{
    (void)state;
    let_bank_wait();
    key(KEY_DOWN, 0);
    key(KEY_UP, 0);
    key(KEY_F11, 0);
    stage_tick(&on.stage, on.now_ms + 1000);
    key(KEY_F1, 0);
    is_on("help");
    assert_int_equal(on.reads, 0);
    drop("three-capitals.json"); // opens another bank
    assert_int_equal(on.reads, 1);
    is_on("home");
    let_bank_wait();
    key(KEY_ENTER, 0);
    assert_int_equal(on.reads, 1);
    is_on("play");
}

static void what_was_foreseen_is_void_after_a_resize(void **state)
{
    (void)state;
    const char *foreseen[8];
    int count;
    key(KEY_ENTER, 0);
    look_ahead(foreseen, &count);
    stage_resize(&on.stage, 720, 1280);
    assert_null(stage_foresee(&on.stage, on.now_ms)); // what is there now is drawn first
    look_ahead(foreseen, &count);
    assert_int_equal(count, 3);
}

#define WITH_STAGE(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_STAGE(begins_with_home_and_its_first_button),
        WITH_STAGE(the_screen_below_keeps_its_focus),
        WITH_STAGE(help_opens_and_closes),
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
        WITH_STAGE(each_answer_to_a_question_is_foreseen),
        WITH_STAGE(a_bank_is_read_before_anything_is_done),
        WITH_STAGE(what_was_foreseen_is_void_after_a_resize),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
