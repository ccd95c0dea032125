// screens/drop.h: a file or folder dropped on the window, or named by other means.
#pragma once

#include "screens/game.h"

/// Opens the bank at `path`, or the first of a folder, and chooses it. Returns NULL, or a
/// sentence that says why there is nothing to play; it lives as long as the library.
const char *drop_open(struct game *game, const char *path);

/// As drop_open(), from a screen that is about something else: the quiz in play is paused, to
/// be gone on with from Home, which says what was refused.
void drop_aside(struct game *game, const char *path, int64_t now_ms);
