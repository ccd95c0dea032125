// screens/data_game.h: whose data the game goes on with.
#pragma once

#include <stdbool.h>

#include "base/arena.h"

struct game;

/// Who there is in the store. Zeroed: not yet known.
struct learners {
    const char *const *names; // in `arena`
    int count;
    struct arena arena;
};

/// Why learners are out of order, in `arena`; NULL if they are not.
const char *game_data_fault(const struct game *game, struct arena *arena);

/// Looks who there is, for `game->learners`.
void game_find_learners(struct game *game);

void game_free_learners(struct game *game);

/// Goes on as `learner`, who is added if need be: cards, mistakes, and the quiz that was not
/// ended are that one's from now on, also after a restart. Returns false, and changes nothing,
/// if that can't be done now.
bool game_play_as(struct game *game, const char *learner);
