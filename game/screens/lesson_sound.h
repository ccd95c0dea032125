// screens/lesson_sound.h: what is heard of a lesson, beside what is seen.
#pragma once

#include "core/contest.h"
#include "screens/game.h"

/// Asks for the tone of what just happened; in a calm lesson nothing is heard.
void lesson_sound(struct game *game, const struct contest_event *event);

/// Asks for a tick in the last seconds of a clock.
void lesson_sound_tick(struct game *game, int64_t now_ms);
