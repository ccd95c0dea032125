// The window for the host: when it is there, on displays that nobody sees.
#include <SDL.h>

#include "app/app_parts.h"
#include "app/host_window.h"
#include "app/on_stage.h"
#include "sdl/window.h"

/// Home, with something for the host.
static struct screen shown;
static struct app app;
static int views;

static void host_view(const void *self, const struct game *game, struct ui *ui)
{
    (void)self;
    (void)game;
    (void)ui;
    views++;
}

static int set_up(void **state)
{
    static const struct app_options options = {0};
    char error[200];
    open_stage(state);
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    SDL_setenv("QUARTET_HOST_WINDOW", "1", 1);
    shown = *screens[SCREEN_HOME];
    shown.host_view = host_view;
    views = 0;
    memset(&app, 0, sizeof app);
    app.options = &options;
    app.stage = on.stage;
    app.window = window_open(&(struct window_options){.title = "Test"}, error, sizeof error);
    app.fonts = fonts_open(&(struct fonts_options){0}, error, sizeof error);
    app.reader = input_open(app.window);
    app.stage.look.measure = fonts_measure(app.fonts);
    return app.window && app.fonts ? 0 : -1;
}

static int tear_down(void **state)
{
    host_window_close(&app);
    input_close(app.reader);
    fonts_close(app.fonts);
    window_close(app.window);
    on.stage = app.stage;
    return close_stage(state);
}

static void show(const struct screen *screen)
{
    app.stage.layers[0].screen = screen;
    host_window_follow(&app);
}

static void it_is_there_while_something_is_for_the_host(void **state)
{
    (void)state;
    show(screens[SCREEN_HOME]);
    assert_null(app.host_window);
    show(&shown);
    assert_non_null(app.host_window);
    assert_true(on.game.has_host_window);
    int width = 0, height = 0;
    window_size(app.host_window, &width, &height);
    assert_int_equal(app.stage.host_width, width);
    assert_int_equal(app.stage.host_height, height);
    host_window_draw(&app);
    assert_int_equal(views, 1);
    const struct window *same = app.host_window;
    host_window_follow(&app);
    assert_ptr_equal(app.host_window, same);
    show(screens[SCREEN_HOME]);
    assert_null(app.host_window);
    assert_false(on.game.has_host_window);
    host_window_draw(&app);
    assert_int_equal(views, 1);
    show(&shown);
    assert_non_null(app.host_window);
}

static void it_stays_closed_when_the_host_closed_it(void **state)
{
    (void)state;
    show(&shown);
    host_window_dismiss(&app);
    assert_null(app.host_window);
    assert_false(on.game.has_host_window);
    host_window_follow(&app);
    assert_null(app.host_window);
    app.game.asks_host_window = true;
    host_window_follow(&app);
    assert_non_null(app.host_window);
    assert_false(app.game.asks_host_window);
    host_window_dismiss(&app);
    show(screens[SCREEN_HOME]);
    show(&shown); // another lesson
    assert_non_null(app.host_window);
}

static void with_one_display_there_is_none(void **state)
{
    (void)state;
    SDL_setenv("QUARTET_HOST_WINDOW", "0", 1);
    assert_int_equal(host_window_wake_ms(&app), INT64_MAX);
    show(&shown);
    assert_null(app.host_window);
    assert_false(app.game.has_two_displays);
    assert_false(window_is_fullscreen(app.window));
    assert_true(host_window_wake_ms(&app) < INT64_MAX); // one may be plugged in
    show(screens[SCREEN_HOME]);
    assert_int_equal(host_window_wake_ms(&app), INT64_MAX);
}

#define WITH_APP(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_APP(it_is_there_while_something_is_for_the_host),
        WITH_APP(it_stays_closed_when_the_host_closed_it),
        WITH_APP(with_one_display_there_is_none),
    };
    return cmocka_run_group_tests_name("host_window", tests, NULL, NULL);
}
