#include "app/stage.h"

#include <stddef.h>

#include "app/errands.h"
#include "app/keys.h"
#include "app/presses.h"
#include "app/stage_parts.h"
#include "screens/buzzers.h"
#include "screens/drop.h"
#include "screens/keys_everywhere.h"
#include "screens/options.h"
#include "screens/sound.h"

struct stage_layer *stage_top(struct stage *stage)
{
    return &stage->layers[stage->depth - 1];
}

const struct screen *stage_screen(const struct stage *stage)
{
    return stage->layers[stage->depth - 1].screen;
}

const struct ui_frame *stage_frame(const struct stage *stage)
{
    return &stage->frames[stage->frame_at];
}

void stage_follow_settings(struct stage *stage)
{
    const struct settings *s = &stage->game->settings;
    struct ui_look before = stage->look;
    switch (s->theme) {
    case THEME_DARK:
        stage->look.theme = THEME_ID_DARK;
        break;
    case THEME_LIGHT:
        stage->look.theme = THEME_ID_LIGHT;
        break;
    case THEME_HIGH_CONTRAST:
        stage->look.theme = THEME_ID_HIGH_CONTRAST;
        break;
    case THEME_AUTO:
    case THEME_CHOICES:
        stage->look.theme = stage->system_is_dark ? THEME_ID_DARK : THEME_ID_LIGHT;
        break;
    }
    stage->look.text_percent = s->text_percent;
    stage->look.reduced_motion = s->motion == MOTION_REDUCED ||
                                 (s->motion == MOTION_AUTO && stage->system_reduces_motion);
    if (before.theme != stage->look.theme || before.text_percent != stage->look.text_percent ||
        before.reduced_motion != stage->look.reduced_motion)
        stage->is_dirty = true;
}

static struct stage_layer layer_make(struct stage *stage, enum screen_id id, int64_t now_ms)
{
    const struct screen *screen = screens[id];
    struct stage_layer layer = {.screen = screen, .is_new = true};
    layer.self = arena_alloc(&layer.arena, screen->state_size + 1, _Alignof(max_align_t));
    if (stage->depth) {
        const struct ui_state *below = &stage_top(stage)->ui;
        layer.ui.device = below->device;
        layer.ui.glyphs = below->glyphs;
        layer.ui.pointer = below->pointer;
        layer.ui.is_focus_visible = below->is_focus_visible;
    }
    layer.ui.drag_region = -1;
    if (screen->enter)
        screen->enter(layer.self, stage->game, now_ms);
    return layer;
}

static void layer_free(struct stage *stage, struct stage_layer *layer)
{
    if (layer->screen->leave)
        layer->screen->leave(layer->self, stage->game);
    arena_free(&layer->arena);
    *layer = (struct stage_layer){0};
}

/// The screen below is on top again: it takes over the device, and is told.
static void pop(struct stage *stage, int depth, int64_t now_ms)
{
    struct ui_state last = stage_top(stage)->ui;
    while (stage->depth > depth)
        layer_free(stage, &stage->layers[--stage->depth]);
    struct ui_state *ui = &stage_top(stage)->ui;
    ui->device = last.device;
    ui->is_focus_visible = last.is_focus_visible;
    ui->pointer = last.pointer;
    stage_send(stage, &(struct action){.id = ACTION_SHOWN, .now_ms = now_ms});
}

static void take_step(struct stage *stage, struct step step, int64_t now_ms)
{
    bool is_news = step.redraw || step.kind != STEP_STAY;
    stage->is_dirty |= is_news;
    stage->foreseen_count = is_news ? 0 : stage->foreseen_count;
    stage->is_frame_old |= step.kind != STEP_STAY;
    if (step.focus.id) {
        stage_top(stage)->ui.focus = step.focus;
        stage->is_dirty = true;
    }
    switch (step.kind) {
    case STEP_STAY:
        break;
    case STEP_GO: {
        struct stage_layer layer = layer_make(stage, step.to, now_ms);
        layer_free(stage, stage_top(stage));
        *stage_top(stage) = layer;
        break;
    }
    case STEP_PUSH:
        if (stage->depth < STAGE_DEPTH) {
            struct stage_layer layer = layer_make(stage, step.to, now_ms);
            stage->layers[stage->depth++] = layer;
        }
        break;
    case STEP_BACK:
        if (stage->depth > 1)
            pop(stage, stage->depth - 1, now_ms);
        break;
    case STEP_HOME:
        if (stage->depth > 1)
            pop(stage, 1, now_ms);
        break;
    case STEP_ANEW: {
        struct stage_layer layer = layer_make(stage, step.to, now_ms);
        while (stage->depth > 1)
            layer_free(stage, &stage->layers[--stage->depth]);
        stage->layers[stage->depth++] = layer;
        break;
    }
    case STEP_QUIT:
        stage->has_quit = true;
        break;
    }
}

/// Nothing is done with a bank that was not read.
static void need_bank(const struct stage *stage)
{
    if (stage->host.need_bank && game_is_waiting(stage->game))
        stage->host.need_bank(stage->host.context);
}

bool stage_send(struct stage *stage, const struct action *action)
{
    struct stage_layer *layer = stage_top(stage);
    if (!layer->screen->update)
        return false;
    need_bank(stage);
    struct step step = layer->screen->update(layer->self, stage->game, action);
    take_step(stage, step, action->now_ms);
    if (errands_run(&stage->host, stage->game, action->now_ms))
        stage->is_dirty = true;
    stage_follow_settings(stage);
    return step.kind != STEP_STAY || step.redraw || step.focus.id;
}

enum dock_place stage_dock_place(const struct stage *stage)
{
    if (stage_screen(stage) == screens[SCREEN_PROBLEMS])
        return DOCK_BELOW_REPORT;
    return stage->depth == 1 ? DOCK_BELOW_HOME : DOCK_BELOW_ANY;
}

/// Has `to` lie over the screen on top, which did not ask for it and so is told.
static void push_over(struct stage *stage, enum screen_id to, int64_t now_ms)
{
    const struct action told = {.id = ACTION_COVERED, .now_ms = now_ms};
    struct stage_layer *layer = stage_top(stage);
    if (stage->depth == STAGE_DEPTH)
        return;
    // Not as what somebody does: a bank that is waited for need not be there for it.
    if (layer->screen->update)
        take_step(stage, layer->screen->update(layer->self, stage->game, &told), now_ms);
    take_step(stage, (struct step){.kind = STEP_PUSH, .to = to}, now_ms);
}

static void push_help(struct stage *stage, int64_t now_ms)
{
    const struct stage_layer *layer = stage_top(stage);
    if (layer->screen == screens[SCREEN_HELP])
        return;
    stage->game->help = (struct help_topic){
        .screen = layer->screen,
        .self = layer->self,
        .is_typing = stage_field(stage) != NULL,
        .scrolls = stage_frame(stage)->region_count > 0,
    };
    if (layer->screen->moment_shortcuts) {
        stage->game->help.moment = layer->screen->moment_shortcuts(layer->self, stage->game);
    }
    push_over(stage, SCREEN_HELP, now_ms);
}

static void push_problems(struct stage *stage, int64_t now_ms)
{
    if (stage_dock_place(stage) != DOCK_BELOW_REPORT && game_count_broken(stage->game))
        push_over(stage, SCREEN_PROBLEMS, now_ms);
}

static void undock(struct stage *stage)
{
    if (stage->game->now_ms < stage->game->sound_said_until_ms) {
        stage->game->sound_said_until_ms = 0;
    } else {
        game_close_report(stage->game);
    }
    stage->is_dirty = true;
}

static void change_text_size(struct stage *stage, int by)
{
    struct settings *s = &stage->game->settings;
    int before = s->text_percent;
    if (by) {
        options_step_text_size(s, by);
    } else {
        s->text_percent = settings_default().text_percent;
    }
    stage->game->settings_changed |= s->text_percent != before;
}

/// Actions that mean the same on every screen are done here, others by the screen.
static void act(struct stage *stage, const struct action *action)
{
    switch (action->id) {
    case ACTION_NONE:
        return;
    case ACTION_HELP:
        push_help(stage, action->now_ms);
        return;
    case ACTION_FULLSCREEN:
        if (stage->host.toggle_fullscreen)
            stage->host.toggle_fullscreen(stage->host.context);
        return;
    case ACTION_TEXT_SIZE:
        change_text_size(stage, action->arg);
        stage_follow_settings(stage);
        return;
    case ACTION_THEME:
        stage->game->settings.theme =
            (enum theme_choice)(stage->look.theme + 1) % THEME_COUNT + THEME_DARK;
        stage->game->settings_changed = true;
        stage_follow_settings(stage);
        return;
    case ACTION_MUTE:
        sound_toggle(stage->game, action->now_ms);
        errands_run(&stage->host, stage->game, action->now_ms);
        stage->is_dirty = true;
        return;
    case ACTION_QUIT:
        stage->has_quit = true;
        return;
    case ACTION_PROBLEMS:
        push_problems(stage, action->now_ms);
        return;
    case ACTION_UNDOCK:
        undock(stage);
        return;
    case ACTION_LOOK:
        game_ask_look(stage->game);
        stage->is_dirty = true;
        return;
    case ACTION_DROP:
        if (stage_top(stage)->screen->takes_drops)
            break;
        need_bank(stage);
        drop_aside(stage->game, action->text, action->now_ms);
        take_step(stage, (struct step){.kind = STEP_HOME}, action->now_ms);
        return;
    default:
        break;
    }
    if (action->edit == EDIT_PASTE) {
        struct action paste = *action;
        paste.edit = EDIT_INSERT;
        paste.text = stage->host.clipboard ? stage->host.clipboard(stage->host.context) : NULL;
        if (paste.text)
            stage_send(stage, &paste);
        return;
    }
    stage_send(stage, action);
}

/// The action that a key or pad button is a shortcut for on this screen, if any.
static struct action shortcut_action(const struct stage *stage, const struct input *input)
{
    const struct stage_layer *layer = &stage->layers[stage->depth - 1];
    const struct ui_area *focused = ui_focused(&layer->ui, stage_frame(stage));
    bool is_typing = focused && (focused->flags & AREA_FIELD);
    const struct shortcut *tables[3] = {0};
    if (layer->screen->moment_shortcuts)
        tables[0] = layer->screen->moment_shortcuts(layer->self, stage->game);
    tables[1] = layer->screen->shortcuts;
    tables[2] = keys_everywhere;
    for (int t = 0; t < 3; t++) {
        const struct shortcut *found = keys_find(tables[t], input, is_typing);
        if (found)
            return (struct action){.id = found->id, .arg = found->arg, .now_ms = input->at_ms};
    }
    return (struct action){0};
}

void stage_see_news(struct stage *stage)
{
    stage->is_dirty = true;
    stage->foreseen_count = 0;
}

bool stage_takes_presses(const struct stage *stage)
{
    const struct stage_layer *layer = &stage->layers[stage->depth - 1];
    return layer->screen->takes_presses &&
           layer->screen->takes_presses(layer->self, stage->game);
}

void stage_set_glyphs(struct stage *stage, enum pad_glyphs glyphs)
{
    stage->is_dirty |= stage_top(stage)->ui.glyphs != glyphs;
    stage_top(stage)->ui.glyphs = glyphs;
}

/// A gamepad came or went.
static void note_pad(struct stage *stage, const struct input *input)
{
    bool is_here = input->kind == INPUT_PAD_FOUND;
    buzzers_note_pad(stage->game, input->pad_number, is_here);
    // What knows nothing of buzzers needs no bank for it.
    if (is_here && !stage_top(stage)->screen->takes_presses)
        return;
    act(stage, &(struct action){.id = is_here ? ACTION_PAD_FOUND : ACTION_PAD_LOST,
                                .arg = input->pad_number,
                                .now_ms = input->at_ms});
}

void stage_input(struct stage *stage, const struct input *input)
{
    // Of several inputs between two frames the first may have brought another screen.
    if (stage->is_frame_old) {
        stage_draw(stage, input->at_ms);
        stage->is_dirty = true;
    }
    struct stage_layer *layer = stage_top(stage);
    switch ((int)input->kind) {
    case INPUT_QUIT:
        stage->has_quit = true;
        return;
    case INPUT_DROP:
        act(stage,
            &(struct action){.id = ACTION_DROP, .text = input->text, .now_ms = input->at_ms});
        return;
    case INPUT_PAD_FOUND:
    case INPUT_PAD_LOST:
        note_pad(stage, input);
        return;
    case INPUT_WHEEL:
        if (input->mods & MOD_CTRL) {
            act(stage,
                &(struct action){.id = ACTION_TEXT_SIZE, .arg = input->amount < 0 ? 1 : -1});
            return;
        }
        break;
    default:
        break;
    }
    if (input->kind == INPUT_PAD)
        buzzers_note_pad(stage->game, input->pad_number, true);
    if (presses_take(stage, input) || presses_are_idle(stage, input))
        return;
    if (ui_turns_page(&layer->ui, stage_frame(stage), input)) {
        stage->is_dirty = true;
        return;
    }
    struct action action = shortcut_action(stage, input);
    if (action.id) {
        bool was_visible = layer->ui.is_focus_visible;
        stage->is_dirty |= layer->ui.device != input->device;
        layer->ui.device = input->device;
        layer->ui.is_focus_visible = was_visible || layer->ui.focus.id != 0;
        if (!input->is_repeat || keys_may_repeat(input))
            act(stage, &action);
        return;
    }
    struct arena scratch = {0};
    struct ui_frame frame = *stage_frame(stage);
    if (presses_are_of_team(stage, input))
        frame = ui_without(&frame, AREA_HOST, &scratch);
    struct ui_outcome outcome = ui_input(&layer->ui, &frame, input);
    arena_free(&scratch);
    stage->is_dirty |= outcome.is_redraw;
    act(stage, &outcome.action);
}

void stage_reload(struct stage *stage, int64_t now_ms)
{
    const struct action action = {.id = ACTION_RELOADED, .now_ms = now_ms};
    for (int i = 0; i + 1 < stage->depth; i++) {
        struct stage_layer *layer = &stage->layers[i];
        if (layer->screen->update)
            layer->screen->update(layer->self, stage->game, &action);
    }
    stage_send(stage, &action);
    if (stage->depth == 1) // Home shows the bank as it is now
        game_hush(stage->game);
    stage->foreseen_count = 0;
    stage->reload_frames = 0;
    stage->is_dirty = true;
}

/// Frames and screens may point into banks that were replaced.
static void drop_old_banks(const struct stage *stage)
{
    enum { FRAMES = 3 };

    bool is_held = stage->is_dirty || stage->reload_frames < FRAMES;
    for (int i = 0; i < stage->depth; i++)
        is_held = is_held || !stage->layers[i].screen->holds_no_bank;
    if (!is_held)
        game_drop_old_banks(stage->game);
}

void stage_tick(struct stage *stage, int64_t now_ms)
{
    struct stage_layer *layer = stage_top(stage);
    if (layer->screen->wake_ms && layer->screen->wake_ms(layer->self, stage->game) <= now_ms)
        stage_send(stage, &(struct action){.id = ACTION_TICK, .now_ms = now_ms});
    if (stage->view_wake_ms <= now_ms || stage->host_wake_ms <= now_ms)
        stage->is_dirty = true;
    drop_old_banks(stage);
}

int64_t stage_wake_ms(const struct stage *stage)
{
    const struct stage_layer *layer = &stage->layers[stage->depth - 1];
    int64_t wake_ms =
        stage->view_wake_ms < stage->host_wake_ms ? stage->view_wake_ms : stage->host_wake_ms;
    if (layer->screen->wake_ms) {
        int64_t screen_ms = layer->screen->wake_ms(layer->self, stage->game);
        wake_ms = screen_ms < wake_ms ? screen_ms : wake_ms;
    }
    return wake_ms;
}

const struct ui_area *stage_field(const struct stage *stage)
{
    const struct ui_area *area =
        ui_focused(&stage->layers[stage->depth - 1].ui, stage_frame(stage));
    return area && (area->flags & AREA_FIELD) ? area : NULL;
}

void stage_open(struct stage *stage, struct game *game, const struct stage_host *host,
                const struct ui_look *look, int64_t now_ms)
{
    *stage = (struct stage){.game = game,
                            .host = *host,
                            .look = *look,
                            .is_dirty = true,
                            .system_is_dark = true,
                            .host_wake_ms = INT64_MAX};
    stage_follow_settings(stage);
    struct stage_layer home = layer_make(stage, SCREEN_HOME, now_ms);
    home.ui.device = DEVICE_KEYBOARD;
    home.ui.is_focus_visible = true;
    stage->layers[stage->depth++] = home;
}

void stage_resize(struct stage *stage, int width, int height)
{
    stage->is_dirty |= stage->look.width != width || stage->look.height != height;
    stage->look.width = width;
    stage->look.height = height;
    stage->foreseen_count = 0;
}

void stage_close(struct stage *stage)
{
    while (stage->depth)
        layer_free(stage, &stage->layers[--stage->depth]);
    for (int i = 0; i < 2; i++)
        arena_free(&stage->frames[i].arena);
    arena_free(&stage->foreseen.arena);
    arena_free(&stage->host_frame.arena);
}
