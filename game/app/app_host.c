// What the stage asks of the system around it.
#include "app/app_parts.h"
#include "app/editor.h"
#include "sdl/window.h"

static const char *clipboard(void *context)
{
    struct app *app = context;
    window_paste(app->clipboard, sizeof app->clipboard);
    return app->clipboard;
}

static void set_clipboard(void *context, const char *text)
{
    (void)context;
    window_copy(text);
}

static void open_url(void *context, const char *url)
{
    (void)context;
    window_open_url(url);
}

static void play_sound(void *context, const char *folder, const char *file)
{
    struct app *app = context;
    sounds_play(app->sounds, folder, file);
}

static void play_tone(void *context, enum tone tone)
{
    struct app *app = context;
    sounds_play_tone(app->sounds, tone);
}

static void silence(void *context)
{
    struct app *app = context;
    sounds_stop(app->sounds);
}

static const char *open_editor(void *context, const char *path, int line)
{
    struct app *app = context;
    arena_reset(&app->editor_arena);
    return editor_start(path, line, &app->editor_arena);
}

static void toggle_fullscreen(void *context)
{
    struct app *app = context;
    bool is_wanted = !window_is_fullscreen(app->window);
    window_set_fullscreen(app->window, is_wanted);
    // Filling the display of a class is no wish for the next start.
    if (app->game.has_two_displays)
        return;
    app->game.settings.fullscreen = is_wanted;
    app->game.settings_changed = true;
}

struct stage_host app_host(struct app *app)
{
    return (struct stage_host){.context = app,
                               .clipboard = clipboard,
                               .set_clipboard = set_clipboard,
                               .open_url = open_url,
                               .play_sound = play_sound,
                               .play_tone = play_tone,
                               .silence = silence,
                               .open_editor = open_editor,
                               .toggle_fullscreen = toggle_fullscreen};
}
