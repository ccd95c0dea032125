// screens/game_wait.h: a large bank is read after the first frame, and Home waits for it. For
// screens/game.c.
#pragma once

#include "screens/game.h"

/// Whether bank `at` of the library, which was not read, can be played as far as is known, and
/// may be read later.
bool game_can_wait(struct game *game, int at);

/// Lets the quiz that was in play wait for its bank, which is chosen, if that may be read
/// later. Returns false if it may not, or is not there.
bool game_let_quiz_wait(struct game *game, const struct quiz_glance *glance);
