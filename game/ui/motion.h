// ui/motion.h: how things move.
#pragma once

#include <stdbool.h>
#include <stdint.h>

/// Durations in ms; see ui_progress().
enum {
    MOTION_PRESS_MS = 80,
    MOTION_FAST_MS = 120,
    MOTION_BASE_MS = 200,
    MOTION_SHEET_MS = 240,
    MOTION_POP_MS = 260,
    MOTION_FLIP_MS = 300,
    MOTION_COUNT_MS = 600,
    MOTION_PARTY_MS = 900,
    MOTION_REDUCED_MS = 100, // a fade instead of travel
};

enum easing { EASE_LINEAR, EASE_OUT_CUBIC, EASE_IN_CUBIC, EASE_IN_OUT_CUBIC, EASE_OUT_BACK };

/// Where a motion is at `t` (0 to 1, clamped): 0 at the start, 1 at the end. EASE_OUT_BACK goes
/// to about 1.1 on its way.
float motion_ease(enum easing easing, float t);
