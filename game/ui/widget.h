// ui/widget.h: the common things on screens. Each draws itself and declares its area.
#pragma once

#include <stdbool.h>

#include "ui/ui.h"
#include "ui/wrap.h"

/// Styles by role, from LOOK's type table.
extern const struct text_style style_title;    // 5.2
extern const struct text_style style_question; // 6.1
extern const struct text_style style_answer;   // 4.3
extern const struct text_style style_body;     // 3.1
extern const struct text_style style_strong;   // 3.1, semibold
extern const struct text_style style_label;    // 2.6
extern const struct text_style style_small;    // 2.4, the floor

/// One of the answer marks or another filled shape, `radius` pixels from its middle to the
/// tip of a typical corner.
void ui_mark(struct ui *ui, enum mask mask, struct point centre, float radius,
             struct colour colour);

/// An icon, `radius` pixels half its box.
void ui_icon(struct ui *ui, enum mask mask, struct point centre, float radius, float stroke,
             struct colour colour);

/// A surface on its ledge. `radius` in units.
void ui_card(struct ui *ui, struct rect rect, float radius_u, struct colour face);

enum button_kind { BUTTON_PRIMARY, BUTTON_QUIET, BUTTON_CORRECT, BUTTON_WRONG };

/// A button with its label in the middle; see ui_area() for the rest. A long label shrinks.
void ui_button(struct ui *ui, struct rect rect, enum button_kind kind, const char *label,
               int id, int arg, unsigned flags);

/// Units of width that a button with this label wants.
float ui_button_width(const struct ui *ui, const char *label);

/// A round button with an icon. `name` is what it is called.
void ui_icon_button(struct ui *ui, struct rect rect, enum mask icon, const char *name, int id,
                    int arg, unsigned flags);

/// A key cap with its left edge at `left`, centred on `middle_y`; returns its width.
float ui_keycap(struct ui *ui, float left, float middle_y, const char *label,
                struct colour colour);

/// One entry of the row at the bottom: the keys, the pad button, and what they do. With mouse
/// and touch an entry with an action is a small button instead, one without is left out.
struct hint {
    const char *keys; // "1–4", or several with blanks between: "← →"
    enum pad pad;     // PAD_NONE: not on a pad
    const char *label;
    int id, arg; // ACTION_NONE: only tells
};

/// The row of hints along the bottom of the page, up to `end` (0: the whole width). Its place
/// is kept whatever is in it.
void ui_hints(struct ui *ui, const struct hint *hints, int count, float end);

/// Height in pixels that the hint row and the gap above it take from the bottom of the page; 0
/// when compact.
float ui_hints_height(const struct ui *ui);

/// The height at which the row of hints begins; the page's end when compact.
float ui_hints_top(const struct ui *ui);

/// What is written on a pad button.
const char *ui_pad_label(enum pad pad, enum pad_glyphs glyphs);

/// The four marks, and the name beside them. Returns how wide they are, in pixels.
float ui_logo(struct ui *ui, struct point at);

/// Page header with a back button and a title; returns what is left of the content below it.
struct rect ui_page(struct ui *ui, const char *title);

/// A coloured note in one line with an icon: errors and warnings within a screen.
void ui_strip(struct ui *ui, struct rect rect, enum mask icon, struct colour colour,
              const char *text);
