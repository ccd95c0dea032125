// What the host alone sees, in a window of its own.
#include "app/on_stage.h"
#include "ui/wrap.h"

/// Home, with a number that counts seconds for the host.
static struct screen shown;

static void host_view(const void *self, const struct game *game, struct ui *ui)
{
    (void)self;
    (void)game;
    const struct text_style style = {FACE_MEDIUM, 3.1F, 1.2F};
    ui_label(ui, ui->window, style, ALIGN_START, ui->theme->text, "For the host");
    ui_wake(ui, (ui->now_ms / 1000 + 1) * 1000);
}

static int set_up(void **state)
{
    open_stage(state);
    shown = *screens[SCREEN_HOME];
    shown.host_view = host_view;
    on.stage.layers[0].screen = &shown;
    return 0;
}

static bool host_sees(const char *text)
{
    const struct draw_list *list = stage_draw_host(&on.stage, on.now_ms);
    for (int i = 0; list && i < list->count; i++) {
        if (list->items[i].kind == DRAW_TEXT && strstr(list->items[i].text, text))
            return true;
    }
    return false;
}

static void it_is_drawn_in_its_own_size(void **state)
{
    (void)state;
    assert_true(stage_has_host_view(&on.stage));
    assert_false(on.game.has_host_window);
    assert_null(stage_draw_host(&on.stage, on.now_ms)); // it is not open
    stage_resize_host(&on.stage, 800, 600);
    assert_true(on.game.has_host_window);
    assert_true(on.stage.is_dirty);
    assert_true(host_sees("For the host"));
    assert_int_equal(on.stage.host_frame.list.items[0].kind, DRAW_BACKDROP);
    draw();
    assert_false(shows("For the host"));
    stage_resize_host(&on.stage, 0, 0);
    assert_false(on.game.has_host_window);
    assert_null(stage_draw_host(&on.stage, on.now_ms));
}

static void it_asks_for_its_frames(void **state)
{
    (void)state;
    rest();
    assert_true(stage_wake_ms(&on.stage) > on.now_ms + 1000);
    stage_resize_host(&on.stage, 800, 600);
    draw();
    assert_true(host_sees("For the host"));
    assert_int_equal(stage_wake_ms(&on.stage), (on.now_ms / 1000 + 1) * 1000);
    stage_tick(&on.stage, on.now_ms + 10);
    assert_false(on.stage.is_dirty);
    stage_tick(&on.stage, on.now_ms + 1000);
    assert_true(on.stage.is_dirty);
    stage_resize_host(&on.stage, 0, 0);
    draw();
    assert_true(stage_wake_ms(&on.stage) > on.now_ms + 1000);
}

static void it_stays_while_other_screens_lie_on_top(void **state)
{
    (void)state;
    stage_resize_host(&on.stage, 800, 600);
    key(KEY_F1, 0);
    is_on("help");
    assert_true(host_sees("For the host"));
    key(KEY_ESCAPE, 0);
    key('s', 0);
    is_on("settings");
    assert_true(stage_has_host_view(&on.stage));
    assert_true(host_sees("For the host"));
}

static void most_screens_have_none(void **state)
{
    (void)state;
    on.stage.layers[0].screen = screens[SCREEN_HOME];
    assert_false(stage_has_host_view(&on.stage));
    stage_resize_host(&on.stage, 800, 600);
    assert_null(stage_draw_host(&on.stage, on.now_ms));
    rest();
    assert_true(stage_wake_ms(&on.stage) > on.now_ms + 1000);
}

#define WITH_STAGE(test) cmocka_unit_test_setup_teardown(test, set_up, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_STAGE(it_is_drawn_in_its_own_size),
        WITH_STAGE(it_asks_for_its_frames),
        WITH_STAGE(it_stays_while_other_screens_lie_on_top),
        WITH_STAGE(most_screens_have_none),
    };
    return cmocka_run_group_tests_name("host", tests, NULL, NULL);
}
