// ui/theme.h: the colours, from assets/themes.
#pragma once

#include "ui/draw.h"

enum theme_id { THEME_ID_DARK, THEME_ID_LIGHT, THEME_ID_HIGH_CONTRAST, THEME_COUNT };

enum { ANSWER_MARKS = 6 };

/// Colours by what they are for. The order is that of TOKENS in assets/themes.cmake.
struct theme {
    struct colour bg, bg2;            // the backdrop, from top to bottom
    struct colour ghost;              // large faint shapes on it
    struct colour surface, surface2;  // cards; cards under the pointer
    struct colour ledge;              // the edge a card stands on
    struct colour line, outline;      // of decoration; of controls
    struct colour track;              // the empty part of a bar
    struct colour text, text2, text3; // from most to least important
    struct colour accent, accent_ink, accent_ledge;
    struct colour correct, correct_ink, correct_ledge, correct_bg;
    struct colour wrong, wrong_ink, wrong_ledge, wrong_bg;
    struct colour warn, warn_ink;
    struct colour focus;
    struct colour flame, flame_core, flame_out;
    struct colour scrim; // over a screen that an overlay covers
    struct colour chart; // bars that are not the one meant
};

/// The colours of an answer mark, the same in every theme.
struct answer_colours {
    const char *name; // "Amber triangle"
    struct colour fill, ink;
};

extern const struct theme themes[THEME_COUNT];
extern const struct answer_colours answer_colours[ANSWER_MARKS];
