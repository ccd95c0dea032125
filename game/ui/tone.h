// ui/tone.h: short sounds made from recipes, so that no file is needed.
#pragma once

#include <stdint.h>

enum tone {
    TONE_NONE,
    TONE_TIME_UP, // two bells, the second lower
    TONE_BUZZ,    // a short bell
    TONE_TICK,
    TONE_RIGHT, // two bells, the second higher
    TONE_WRONG, // low and soft
    TONE_COUNT
};

enum { TONE_RATE = 48000, TONE_SAMPLES_MOST = TONE_RATE };

/// How many samples it has, TONE_RATE of them a second; 0 for TONE_NONE.
int tone_length(enum tone tone);

/// Renders it, one channel: `samples` has room for tone_length(). It begins and ends at 0.
void tone_render(enum tone tone, int16_t *samples);
