// ui/key_button.h: a button that shows which key or pad button presses it.
#pragma once

#include "ui/widget.h"

struct key_button {
    enum button_kind kind;
    const char *label;
    const char *key; // as on its cap: "R"; NULL for none
    enum pad pad;    // PAD_NONE for none
    int id, arg;
    unsigned flags; // AREA_*
};

/// As ui_button(), with the cap at the right end while a keyboard or pad is in use and there
/// is room for it. The label stays where it is.
void ui_key_button(struct ui *ui, struct rect rect, const struct key_button *button);

/// Units of width that the button wants, cap included.
float ui_key_button_width(const struct ui *ui, const struct key_button *button);
