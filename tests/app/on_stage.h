// app/on_stage.h: a stage with a bank of three questions, and what a person does on it.
#pragma once

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

static inline const char *paste(void *context)
{
    (void)context;
    return on.clipboard;
}

static inline void toggle_fullscreen(void *context)
{
    (void)context;
    on.fullscreens++;
}

static inline void read_bank(void *context)
{
    (void)context;
    on.game.library.entries[0].is_open = true;
    on.reads++;
}

static inline void draw(void)
{
    on.game.now_ms = on.now_ms;
    stage_draw(&on.stage, on.now_ms);
}

/// Until nothing moves.
static inline void rest(void)
{
    on.now_ms += 5000;
    draw();
}

static inline int open_stage(void **state)
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

static inline int close_stage(void **state)
{
    (void)state;
    stage_close(&on.stage);
    game_free(&on.game);
    arena_free(&on.arena);
    return 0;
}

static inline void send(struct input input)
{
    on.now_ms += 500;
    on.game.now_ms = input.at_ms = on.now_ms;
    stage_input(&on.stage, &input);
    draw();
}

static inline void key(int code, unsigned mods)
{
    send((struct input){
        .kind = INPUT_KEY, .device = DEVICE_KEYBOARD, .key = code, .mods = mods});
}

static inline void is_on(const char *name)
{
    assert_string_equal(stage_screen(&on.stage)->name, name);
}

static inline const char *focus(void)
{
    const struct ui_area *area =
        ui_focused(&on.stage.layers[on.stage.depth - 1].ui, stage_frame(&on.stage));
    return area ? area->name : "nothing";
}

static inline const struct ui_area *named(const char *name)
{
    const struct ui_frame *frame = stage_frame(&on.stage);
    for (int i = frame->covered; i < frame->area_count; i++) {
        if (strcmp(frame->areas[i].name, name) == 0)
            return &frame->areas[i];
    }
    fail_msg("there is no %s", name);
    return NULL;
}

static inline void click(const char *name)
{
    struct input input = {
        .kind = INPUT_PRESS, .device = DEVICE_MOUSE, .at = rect_centre(named(name)->rect)};
    send(input);
    input.kind = INPUT_RELEASE;
    send(input);
}

static inline bool shows(const char *text)
{
    const struct draw_list *list = &stage_frame(&on.stage)->list;
    for (int i = 0; i < list->count; i++) {
        if (list->items[i].kind == DRAW_TEXT && strstr(list->items[i].text, text))
            return true;
    }
    return false;
}

/// Drops a bank of the replay tests on the window.
static inline void drop(const char *name)
{
    const char *root = getenv("QUARTET_SOURCE");
    struct input input = {.kind = INPUT_DROP, .device = DEVICE_MOUSE};
    snprintf(input.text, sizeof input.text, "%s/tests/replay/banks/%s", root ? root : ".",
             name);
    send(input);
}
