// cli/moved.h: what a game did to the cards of its questions.
#pragma once

#include "cli/game.h"

/// Adds to `game->talk->out` how many cards moved, and at a terminal how to take that back.
/// Nothing, if the game is not kept or moved none.
void moved_add(struct game *game);

/// Takes the game out of the memory, or back in, and says so; if there is nothing to take out
/// it does nothing.
void moved_undo(struct game *game);
