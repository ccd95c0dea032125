#include "app/script.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/media_files.h"
#include "core/question.h"
#include "sdl/render.h"
#include "sdl/shot.h"

enum { PERSON_MS = 400, FRAME_MS = 16, SETTLE_FRAMES_MOST = 400 };

void script_say(struct script *script, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fprintf(stderr, "%s:%d: ", script->path, script->line);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
}

void script_break(struct script *script, const char *what, const char *word)
{
    script_say(script, "%s: \"%s\"", what, word);
    script->is_broken = true;
}

static void draw(struct script *script)
{
    script_tell_time(script);
    stage_draw(&script->stage, script->now_ms);
    stage_draw_host(&script->stage, script->now_ms);
}

void script_wait(struct script *script, int64_t ms)
{
    int64_t end_ms = script->now_ms + ms;
    for (int i = 0; i < SETTLE_FRAMES_MOST; i++) {
        if (script->stage.is_dirty)
            draw(script);
        int64_t wake_ms = stage_wake_ms(&script->stage);
        if (wake_ms < script->now_ms + FRAME_MS)
            wake_ms = script->now_ms + FRAME_MS;
        if (wake_ms > end_ms)
            break;
        script->now_ms = wake_ms;
        script_tell_time(script);
        stage_tick(&script->stage, wake_ms);
    }
    script->now_ms = end_ms;
    script_tell_time(script);
    draw(script);
}

void script_send(struct script *script, struct input input)
{
    script_start(script);
    script_wait(script, PERSON_MS);
    input.at_ms = script->now_ms;
    stage_input(&script->stage, &input);
    script_look(script);
    if (script->stage.is_dirty)
        draw(script);
}

static const char *clipboard_of(void *context)
{
    const struct script *script = context;
    return script->clipboard.data;
}

static void set_clipboard(void *context, const char *text)
{
    struct script *script = context;
    buf_clear(&script->clipboard);
    buf_text(&script->clipboard, text);
}

static void hear_tone(void *context, enum tone tone)
{
    struct script *script = context;
    script->tone = tone;
}

void script_start(struct script *script)
{
    if (script->is_open)
        return;
    script->is_open = true;
    script_tell_time(script);
    if (script->store_dir)
        game_resume_quiz(&script->game, false, script->now_ms);
    const struct stage_host host = {.context = script,
                                    .clipboard = clipboard_of,
                                    .set_clipboard = set_clipboard,
                                    .play_tone = hear_tone};
    const struct ui_look look = {.width = script->width,
                                 .height = script->height,
                                 .measure = fonts_measure(script->fonts),
                                 .pictures = pictures_source(script->pictures)};
    stage_open(&script->stage, &script->game, &host, &look, script->now_ms);
    draw(script);
}

// Commands.

static void play_bank(struct script *script, const char *words)
{
    if (!game_open_path(&script->game, words))
        script_break(script, "this is no bank that can be played", words);
}

/// Begins as the program does when it is started with this file or folder.
static void play_start(struct script *script, const char *words)
{
    if (script->is_open || script->game.library.count) {
        script_break(script, "this comes before all else that opens something", "start");
        return;
    }
    game_find_banks(&script->game, &(struct library_places){
                                       .named = &words,
                                       .named_count = *words != '\0',
                                       .installed_dir = script->paths.installed_dir,
                                   });
}

/// Reads a number up to `end` ('\0': to the end) and steps over both. Returns false if there is
/// none.
static bool take_number(const char **words, char end, float *number)
{
    char *rest = NULL;
    *number = strtof(*words, &rest);
    if (rest == *words || *rest != end)
        return false;
    *words = rest + (end != '\0');
    return true;
}

bool script_read_size(const char *words, int *width, int *height)
{
    enum { LEAST = 200, MOST = 8192 };

    float across = 0, down = 0;
    if (!take_number(&words, 'x', &across) || !take_number(&words, '\0', &down) ||
        across < LEAST || down < LEAST || across > MOST || down > MOST)
        return false;
    *width = (int)across;
    *height = (int)down;
    return true;
}

static void play_size(struct script *script, const char *words)
{
    if (!script_read_size(words, &script->width, &script->height)) {
        script_break(script, "a size is written 1280x720", words);
        return;
    }
    if (script->is_open) {
        stage_resize(&script->stage, script->width, script->height);
        draw(script);
    }
}

static void follow_settings(struct script *script)
{
    if (script->store_dir)
        game_follow_schedule(&script->game);
    if (script->is_open)
        stage_follow_settings(&script->stage);
}

static void play_theme(struct script *script, const char *words)
{
    static const char *const names[] = {[THEME_AUTO] = "auto",
                                        [THEME_DARK] = "dark",
                                        [THEME_LIGHT] = "light",
                                        [THEME_HIGH_CONTRAST] = "high-contrast"};
    for (int i = 0; i < THEME_CHOICES; i++) {
        if (strcmp(words, names[i]) == 0) {
            script->game.settings.theme = (enum theme_choice)i;
            follow_settings(script);
            return;
        }
    }
    script_break(script, "a theme is auto, dark, light or high-contrast", words);
}

static void play_seed(struct script *script, const char *words)
{
    script->game.rng = rng_seed(strtoull(words, NULL, 10));
}

static void play_set(struct script *script, const char *words)
{
    const char *blank = strchr(words, ' ');
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    const char *json =
        blank ? arena_printf(&arena, "{\"%.*s\": %s}", (int)(blank - words), words, blank + 1)
              : "";
    struct settings before = script->game.settings;
    script->game.settings = settings_change(&before, script->path, json, strlen(json), &diags);
    if (diags.count)
        script_break(script, diags.items[0].message, words);
    arena_free(&arena);
    follow_settings(script);
}

static void play_text(struct script *script, const char *words)
{
    play_set(script, arena_printf(&script->arena, "text_percent %s", words));
}

static void play_type(struct script *script, const char *words)
{
    struct input input = {.kind = INPUT_TEXT, .device = DEVICE_KEYBOARD};
    snprintf(input.text, sizeof input.text, "%s", words);
    script_send(script, input);
}

const struct ui_area *script_find(const struct script *script, const char *name)
{
    const struct ui_frame *frame = stage_frame(&script->stage);
    const struct ui_area *found = NULL;
    for (int i = frame->covered; i < frame->area_count; i++) {
        const struct ui_area *area = &frame->areas[i];
        if (!area->name)
            continue;
        if (strcmp(area->name, name) == 0)
            return area;
        if (!found && strncmp(area->name, name, strlen(name)) == 0)
            found = area;
    }
    return found;
}

/// A place by coordinates or by the name of what stands there.
static bool place_of(struct script *script, const char *words, struct point *at)
{
    const char *rest = words;
    struct point place = {0};
    if (take_number(&rest, ',', &place.x) && take_number(&rest, '\0', &place.y)) {
        *at = place;
        return true;
    }
    const struct ui_area *area = script_find(script, words);
    if (!area) {
        script_break(script, "nothing on this screen is called so", words);
        return false;
    }
    *at = rect_centre(area->rect);
    return true;
}

static void press_at(struct script *script, const char *words, enum device device)
{
    script_start(script);
    struct point at = {0};
    if (!place_of(script, words, &at))
        return;
    struct input input = {.kind = INPUT_POINT, .device = device, .at = at};
    if (device == DEVICE_MOUSE)
        script_send(script, input);
    input.kind = INPUT_PRESS;
    script_send(script, input);
    input.kind = INPUT_RELEASE;
    script_send(script, input);
}

static void play_click(struct script *script, const char *words)
{
    press_at(script, words, DEVICE_MOUSE);
}

static void play_tap(struct script *script, const char *words)
{
    press_at(script, words, DEVICE_TOUCH);
}

static void play_drag(struct script *script, const char *words)
{
    script_start(script);
    const char *to = strstr(words, " to ");
    struct point from_at = {0}, to_at = {0};
    const char *from = to ? arena_text(&script->arena, words, (size_t)(to - words)) : words;
    if (!to || !place_of(script, from, &from_at) || !place_of(script, to + 4, &to_at)) {
        script->is_broken = true;
        return;
    }
    struct input input = {.kind = INPUT_PRESS, .device = DEVICE_MOUSE, .at = from_at};
    script_send(script, input);
    input.kind = INPUT_POINT;
    input.at = (struct point){(from_at.x + to_at.x) / 2, (from_at.y + to_at.y) / 2};
    script_send(script, input);
    input.at = to_at;
    script_send(script, input);
    input.kind = INPUT_RELEASE;
    script_send(script, input);
}

static void play_swipe(struct script *script, const char *words)
{
    static const struct {
        const char *name;
        float dx, dy; // of the size of what is swiped
    } ways[] = {
        {" left", -0.4F, 0}, {" right", 0.4F, 0}, {" up", 0, -0.4F}, {" down", 0, 0.4F}};

    script_start(script);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const char *way = strstr(words, ways[i].name);
        if (!way || strcmp(way, ways[i].name) != 0)
            continue;
        const char *name = arena_text(&script->arena, words, (size_t)(way - words));
        const struct ui_area *area = script_find(script, name);
        if (!area)
            break;
        struct rect rect = area->rect;
        struct input input = {
            .kind = INPUT_PRESS, .device = DEVICE_TOUCH, .at = rect_centre(rect)};
        script_send(script, input);
        input.at.x += ways[i].dx * rect.w;
        input.at.y += ways[i].dy * rect.h;
        input.kind = INPUT_POINT;
        script_send(script, input);
        input.kind = INPUT_RELEASE;
        script_send(script, input);
        return;
    }
    script_break(script, "swipe something that is there left, right, up or down", words);
}

static void play_pad(struct script *script, const char *words)
{
    static const char *const names[PAD_COUNT] = {
        "",      "south", "east", "west", "north", "up",    "down", "left",
        "right", "lb",    "rb",   "lt",   "rt",    "start", "back", "r3"};
    size_t len = strcspn(words, " ");
    const char *name = arena_text(&script->arena, words, len), *rest = words + len;
    float number = 1;
    bool is_known = !*rest || take_number(&rest, '\0', &number);
    struct input input = {.device = DEVICE_PAD, .pad_number = (int)number};
    if (strcmp(name, "lost") == 0)
        input.kind = INPUT_PAD_LOST;
    if (strcmp(name, "found") == 0)
        input.kind = INPUT_PAD_FOUND;
    for (int i = 1; i < PAD_COUNT; i++) {
        if (strcmp(name, names[i]) == 0) {
            input.kind = INPUT_PAD;
            input.pad = (enum pad)i;
        }
    }
    if (is_known && number >= 1 && input.kind != INPUT_NONE) {
        script_send(script, input);
    } else {
        script_break(script, "a pad has a button of some name, and a number: south 2", words);
    }
}

static void play_wheel(struct script *script, const char *words)
{
    struct input input = {.kind = INPUT_WHEEL, .device = DEVICE_MOUSE};
    script_start(script);
    input.at = script->stage.layers[script->stage.depth - 1].ui.pointer;
    if (take_number(&words, '\0', &input.amount)) {
        script_send(script, input);
    } else {
        script_break(script, "the wheel turns by a number of lines, such as 3", words);
    }
}

static void play_drop(struct script *script, const char *words)
{
    struct input input = {.kind = INPUT_DROP, .device = DEVICE_MOUSE};
    snprintf(input.text, sizeof input.text, "%s", words);
    script_send(script, input);
}

static void play_wait(struct script *script, const char *words)
{
    float ms = 0;
    script_start(script);
    if (take_number(&words, '\0', &ms) && ms >= 0) {
        script_wait(script, (int64_t)ms);
    } else {
        script_break(script, "one waits a number of milliseconds, such as 500", words);
    }
}

void script_save_shot(struct script *script, const struct draw_list *list, int width,
                      int height, const char *words)
{
    if (!script->shots_dir)
        return;
    char error[256] = "no memory for a picture of this size";
    char *path = arena_printf(&script->arena, "%s/%s.png", script->shots_dir, words);
    struct shot shot;
    bool is_saved = false;
    if (shot_open(&shot, width, height)) {
        struct render *render = render_open(shot.renderer, script->fonts);
        render_take_pictures(render, script->pictures);
        render_draw(render, list);
        is_saved = shot_save(&shot, path, error, sizeof error);
        render_close(render);
        shot_close(&shot);
    }
    if (!is_saved)
        script_break(script, error, path);
}

static void play_shot(struct script *script, const char *words)
{
    script_start(script);
    const struct draw_list *list = stage_draw(&script->stage, script->now_ms);
    script_save_shot(script, list, script->width, script->height, words);
}

static const struct {
    const char *name;
    void (*play)(struct script *script, const char *words);
} commands[] = {
    {"bank", play_bank},
    {"start", play_start},
    {"size", play_size},
    {"theme", play_theme},
    {"text", play_text},
    {"seed", play_seed},
    {"set", play_set},
    {"key", script_key},
    {"type", play_type},
    {"click", play_click},
    {"tap", play_tap},
    {"drag", play_drag},
    {"swipe", play_swipe},
    {"pad", play_pad},
    {"wheel", play_wheel},
    {"drop", play_drop},
    {"wait", play_wait},
    {"shot", play_shot},
    {"expect", script_expect},
    {"store", script_store},
    {"restart", script_restart},
    {"clock", script_clock},
    {"save", script_save},
    {"host", script_host},
    {"shot-host", script_shot_host},
};

void script_play_line(struct script *script, char *line)
{
    line += strspn(line, " \t");
    line[strcspn(line, "\r\n")] = '\0';
    if (!*line || *line == '#')
        return;
    char *words = line + strcspn(line, " \t");
    if (*words)
        *words++ = '\0';
    words += strspn(words, " \t");
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (strcmp(line, commands[i].name) == 0) {
            commands[i].play(script, words);
            return;
        }
    }
    script_break(script, "there is no command of this name", line);
}
