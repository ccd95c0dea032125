// ui/stand.h: what stands in for a device when views are tested: text half an em a character.
#pragma once

#include "ui/ui.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/// A screen of one frame, and the person before it.
struct stand {
    struct ui_look look;
    struct ui_state state;
    struct ui_frame frame;
    int64_t now_ms;
    int64_t wake_ms;             // what the last view asked for
    void (*view)(struct ui *ui); // shown again after each input
    struct ui_outcome last;      // what came of the last input
};

/// Measures half an em for each character, whatever it is.
struct text_measure stand_measure(void);

/// 1600x900: 10 pixels a unit. Frees what was there before.
void stand_open(struct stand *stand);
void stand_close(struct stand *stand);

/// A frame at stand->now_ms, for tests that draw by themselves.
struct ui stand_begin(struct stand *stand);

/// Shows `view`; `is_new` as when the screen has just opened.
void stand_show(struct stand *stand, void (*view)(struct ui *ui), bool is_new);

// What the person does. Each shows the view again and returns the action that came of it.

struct action stand_input(struct stand *stand, struct input input);
struct action stand_key(struct stand *stand, int key, unsigned mods);
struct action stand_type(struct stand *stand, const char *text);
struct action stand_pad(struct stand *stand, enum pad pad);
struct action stand_point(struct stand *stand, enum input_kind kind, enum device device,
                          float x, float y);

/// Presses and releases in one place.
struct action stand_tap(struct stand *stand, enum device device, float x, float y);
struct action stand_wheel(struct stand *stand, float lines, float x, float y);

/// The arg of what has the focus; -1: nothing.
int stand_focus(const struct stand *stand);

/// The `nth` command of this kind, from 0, or NULL.
const struct draw_cmd *stand_drawn(const struct stand *stand, enum draw_kind kind, int nth);

/// How often the shape is drawn.
int stand_shapes(const struct draw_list *list, enum mask shape);

/// What is written, runs with a bar between.
const char *stand_text(struct stand *stand);
