#include "ui/stand.h"

#include <string.h>

static float half_an_em(void *context, enum face face, int size_px, const char *text,
                        size_t len)
{
    (void)context;
    (void)face;
    int count = 0;
    for (size_t i = 0; i < len; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return 0.5F * (float)size_px * (float)count;
}

struct text_measure stand_measure(void)
{
    return (struct text_measure){.width = half_an_em};
}

void stand_open(struct stand *stand)
{
    arena_free(&stand->frame.arena);
    *stand = (struct stand){
        .look = {.width = 1600, .height = 900, .text_percent = 100, .measure = stand_measure()},
        .state = {.drag_region = -1},
        .now_ms = 1000,
    };
}

void stand_close(struct stand *stand)
{
    arena_free(&stand->frame.arena);
    *stand = (struct stand){0};
}

struct ui stand_begin(struct stand *stand)
{
    return ui_begin(&stand->frame, &stand->state, &stand->look, stand->now_ms);
}

void stand_show(struct stand *stand, void (*view)(struct ui *ui), bool is_new)
{
    stand->view = view;
    struct ui ui = stand_begin(stand);
    view(&ui);
    stand->wake_ms = ui.wake_ms;
    if (ui_settle(&stand->state, &stand->frame, is_new)) {
        ui = stand_begin(stand);
        view(&ui);
        stand->wake_ms = ui.wake_ms;
    }
}

struct action stand_input(struct stand *stand, struct input input)
{
    input.at_ms = stand->now_ms;
    static char text[64]; // what a screen key types lives in the frame that goes
    stand->last = ui_input(&stand->state, &stand->frame, &input);
    struct action action = stand->last.action;
    if (action.text) {
        strncpy(text, action.text, sizeof text - 1);
        action.text = text;
    }
    stand_show(stand, stand->view, false);
    return action;
}

struct action stand_key(struct stand *stand, int key, unsigned mods)
{
    return stand_input(
        stand,
        (struct input){.kind = INPUT_KEY, .device = DEVICE_KEYBOARD, .key = key, .mods = mods});
}

struct action stand_type(struct stand *stand, const char *text)
{
    static struct input input; // the action points to its text
    input =
        (struct input){.kind = INPUT_TEXT, .device = DEVICE_KEYBOARD, .at_ms = stand->now_ms};
    strncpy(input.text, text, sizeof input.text - 1);
    stand->last = ui_input(&stand->state, &stand->frame, &input);
    struct action action = stand->last.action;
    stand_show(stand, stand->view, false);
    return action;
}

struct action stand_pad(struct stand *stand, enum pad pad)
{
    return stand_input(stand,
                       (struct input){.kind = INPUT_PAD, .device = DEVICE_PAD, .pad = pad});
}

struct action stand_point(struct stand *stand, enum input_kind kind, enum device device,
                          float x, float y)
{
    return stand_input(stand, (struct input){.kind = kind, .device = device, .at = {x, y}});
}

struct action stand_tap(struct stand *stand, enum device device, float x, float y)
{
    stand_point(stand, INPUT_PRESS, device, x, y);
    return stand_point(stand, INPUT_RELEASE, device, x, y);
}

struct action stand_wheel(struct stand *stand, float lines, float x, float y)
{
    return stand_input(
        stand, (struct input){
                   .kind = INPUT_WHEEL, .device = DEVICE_MOUSE, .at = {x, y}, .amount = lines});
}

int stand_focus(const struct stand *stand)
{
    const struct ui_area *area = ui_focused(&stand->state, &stand->frame);
    return area ? area->id.arg : -1;
}

const struct draw_cmd *stand_drawn(const struct stand *stand, enum draw_kind kind, int nth)
{
    for (int i = 0; i < stand->frame.list.count; i++) {
        if (stand->frame.list.items[i].kind == kind && nth-- == 0)
            return &stand->frame.list.items[i];
    }
    return NULL;
}

int stand_shapes(const struct draw_list *list, enum mask shape)
{
    int count = 0;
    for (int i = 0; i < list->count; i++)
        count += list->items[i].kind == DRAW_MASK && list->items[i].mask == shape;
    return count;
}

const char *stand_text(struct stand *stand)
{
    const char *all = "";
    for (int i = 0; i < stand->frame.list.count; i++) {
        const struct draw_cmd *cmd = &stand->frame.list.items[i];
        if (cmd->kind == DRAW_TEXT)
            all = arena_printf(&stand->frame.arena, "%s%s%s", all, *all ? "|" : "", cmd->text);
    }
    return all;
}
