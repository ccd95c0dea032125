// screens/drop.h: a file or folder dropped on the window, or named by other means.
#pragma once

#include "screens/game.h"

/// Opens the bank at `path`, or the first of a folder, and chooses it. Returns NULL, or a
/// sentence that says why there is nothing to play; it lives as long as the library.
const char *drop_open(struct game *game, const char *path);
