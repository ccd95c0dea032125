// screens/layout.h: looks for what a player could not read or hit on a screen.
#pragma once

#include "ui/ui.h"

/// Checks `frame` as it was drawn for `look`, and prints what is wrong with `what` before it:
/// texts that lie on one another, that leave the window or the column they are clipped to, or
/// that something was drawn over; areas too small to hit or out of the window. Returns how many
/// faults there are.
int layout_check(const struct ui_frame *frame, const struct ui_look *look, const char *what);

/// What draws a screen.
struct layout_view {
    void (*draw)(void *context, struct ui *ui);
    void *context;
    int64_t now_ms;
};

/// Goes through the screen with a gamepad, scrolling as a player would, and prints what no
/// direction leads to. Returns how much that is.
int layout_check_reach(const struct layout_view *view, const struct ui_look *look,
                       const char *what);

/// Plays every question of the banks in questions/ in four window sizes at three text sizes,
/// and shows all other screens; `measure` is of the fonts. `is_thorough` goes through each with
/// a gamepad too. Returns the faults found.
int layout_walk(struct text_measure measure, bool is_thorough);
