// screens/home_strip.h: a note under the bank on Home, which opens what it is about.
#pragma once

#include "ui/wrap.h"

/// What it says, laid out.
struct home_strip {
    const char *text;
    int id; // the action: HOME_PROBLEMS, HOME_LOST or HOME_EDITS
    struct wrapped words;
    float sign, padding, height; // pixels
};

struct home_strip home_strip_lay_out(const struct ui *ui, const char *text, int id,
                                     float width);

/// Pixels of width that it needs.
float home_strip_width(const struct home_strip *strip);

void home_strip_draw(struct ui *ui, struct rect rect, const struct home_strip *strip);
