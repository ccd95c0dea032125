#include "app/host_window.h"

#include <stdlib.h>
#include <string.h>

#include "app/app_parts.h"
#include "sdl/window.h"

enum { LOOK_MS = 2000 };

static void open_window(struct app *app)
{
    struct window *window = window_open_second("Host - Quartet", app->beside.pair.host);
    app->beside.is_dismissed = !window; // or it would be tried again and again
    if (!window)
        return;
    app->host_window = window;
    app->host_render = render_open(window_renderer(window), app->fonts);
    render_take_pictures(app->host_render, app->pictures);
    input_follow_second(app->reader, window);
    host_window_change(app);
}

/// The game is where it was before, and the host's window is gone.
static void end(struct app *app)
{
    host_window_close(app);
    window_unfill(app->window);
}

/// Both windows go where they belong now.
static void arrange(struct app *app, const struct displays *displays)
{
    const char *wish = getenv("QUARTET_HOST_WINDOW");
    struct beside *beside = &app->beside;
    bool is_swapped = app->game.settings.lesson_on_main_display;
    end(app);
    beside->displays = *displays;
    beside->is_swapped = is_swapped;
    beside->pair = displays_pair(displays, window_rect(app->window), is_swapped);
    app->game.has_two_displays = beside->pair.is_there;
    beside->has_room = beside->pair.is_there || (wish && strcmp(wish, "1") == 0);
    if (beside->pair.is_there)
        window_fill(app->window, beside->pair.lesson);
}

/// Whether there is reason to arrange the windows: the first time, and when displays came or
/// went.
static bool has_changed(const struct app *app, const struct displays *displays)
{
    const struct beside *beside = &app->beside;
    return !beside->displays.count || !displays_are_same(displays, &beside->displays) ||
           beside->is_swapped != app->game.settings.lesson_on_main_display;
}

void host_window_follow(struct app *app)
{
    struct beside *beside = &app->beside;
    if (!stage_has_host_view(&app->stage)) {
        if (beside->displays.count)
            end(app);
        *beside = (struct beside){.displays = {.count = 0}};
        app->game.has_two_displays = false;
        return;
    }
    int64_t now_ms = input_now_ms();
    bool is_swapped = app->game.settings.lesson_on_main_display;
    if (now_ms >= beside->look_ms || beside->is_swapped != is_swapped) {
        struct displays displays = displays_now(app->window);
        beside->look_ms = now_ms + LOOK_MS;
        if (has_changed(app, &displays))
            arrange(app, &displays);
    }
    if (app->game.asks_host_window)
        app->game.asks_host_window = beside->is_dismissed = false;
    if (beside->has_room && !app->host_window && !beside->is_dismissed)
        open_window(app);
}

int64_t host_window_wake_ms(const struct app *app)
{
    return app->beside.displays.count ? app->beside.look_ms : INT64_MAX;
}

void host_window_draw(struct app *app)
{
    const struct draw_list *list =
        app->host_window ? stage_draw_host(&app->stage, app->game.now_ms) : NULL;
    if (!list)
        return;
    struct damage damage = render_draw(app->host_render, list);
    window_present(app->host_window, &damage);
}

void host_window_prepare(struct app *app, int64_t now_ms)
{
    const struct draw_list *list =
        app->host_window ? stage_foresee_host(&app->stage, now_ms) : NULL;
    if (list)
        render_prepare(app->host_render, list);
}

void host_window_change(struct app *app)
{
    int width = 0, height = 0;
    if (!app->host_window)
        return;
    window_size(app->host_window, &width, &height);
    render_resize(app->host_render);
    stage_resize_host(&app->stage, width, height);
}

void host_window_dismiss(struct app *app)
{
    app->beside.is_dismissed = true;
    host_window_close(app);
}

void host_window_close(struct app *app)
{
    if (!app->host_window)
        return;
    input_follow_second(app->reader, NULL);
    render_close(app->host_render);
    window_close(app->host_window);
    app->host_render = NULL;
    app->host_window = NULL;
    stage_resize_host(&app->stage, 0, 0);
}
