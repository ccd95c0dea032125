// ui/control.h: controls with a value: switches, choices, steppers, fields.
#pragma once

#include "ui/edit.h"
#include "ui/widget.h"

/// A row with a label at the left and a switch at the right: Left turns it off, Right on.
void ui_switch(struct ui *ui, struct rect rect, const char *label, bool is_on, int id, int arg);

/// Choices side by side, one of them chosen: each sends (id, its number), as Left and Right do
/// for the one beside; see ui_choices_area(). A narrow `rect` makes the labels smaller, and
/// long ones get more of it.
void ui_segments(struct ui *ui, struct rect rect, const char *const *labels, int count,
                 int chosen, int id, const char *name);

/// [-] value [+]; Left, Right, and the two buttons send (id, arg) with `adjust`. The buttons'
/// own areas are (id, arg with STEPPER_DOWN or STEPPER_UP added): see ui_stepper_adjust().
void ui_stepper(struct ui *ui, struct rect rect, const char *value, int id, int arg,
                const char *name);

/// ui_stepper() with AREA_* beside its own.
void ui_stepper_flagged(struct ui *ui, struct rect rect, const char *value, int id, int arg,
                        unsigned flags, const char *name);

enum { STEPPER_DOWN = 1 << 20, STEPPER_UP = 1 << 21 };

/// What an action on a stepper means: -1, 0 or +1; clears the marks from `action->arg`.
int ui_stepper_adjust(struct action *action);

/// A pill that shows a choice and a chevron; activating it goes through the choices or opens a
/// list, as the screen likes.
void ui_choice_pill(struct ui *ui, struct rect rect, const char *label, int id, int arg,
                    unsigned flags);

/// A row with a check box at the left.
void ui_check_row(struct ui *ui, struct rect rect, const char *label, bool is_on, int id,
                  int arg);

/// Pixels of width at which a text field shows all of its placeholder.
float ui_field_width(const struct ui *ui, float size_u, const char *placeholder);

struct field_look {
    const char *placeholder; // shown while it is empty; its name
    float size_u;            // of the text
    unsigned flags;          // beside AREA_FIELD
};

/// A text field.
void ui_field(struct ui *ui, struct rect rect, const struct edit *edit, struct field_look look,
              int id, int arg);
