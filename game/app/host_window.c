#include "app/host_window.h"

#include "app/app_parts.h"
#include "sdl/window.h"

static void open_window(struct app *app)
{
    struct window *window = window_open_second(app->window, "Host - Quartet");
    app->is_host_dismissed = !window; // or it would be tried again and again
    if (!window)
        return;
    app->host_window = window;
    app->host_render = render_open(window_renderer(window), app->fonts);
    render_take_pictures(app->host_render, app->pictures);
    input_follow_second(app->reader, window);
    host_window_change(app);
}

void host_window_follow(struct app *app)
{
    if (!stage_has_host_view(&app->stage)) {
        app->is_host_dismissed = false;
        host_window_close(app);
        return;
    }
    bool has_room = window_has_room_for_second(app->window);
    if (!has_room)
        host_window_close(app);
    if (has_room && !app->host_window && !app->is_host_dismissed)
        open_window(app);
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
    app->is_host_dismissed = true;
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
