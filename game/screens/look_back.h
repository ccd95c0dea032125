// screens/look_back.h: what Home says of what was done: mistakes to fix, and this week.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/bank.h"
#include "core/stats.h"

struct game;

/// Of one bank and learner. Zeroed: not yet known.
struct look_back {
    const struct bank *bank; // that the mistakes are of
    int64_t folded;          // the last event that was counted
    int64_t day;             // number of the day that it is of
    int mistakes;            // not mended yet
    int to_fix;              // of those, not answered right since, so that there is need today
    struct stats_week week;  // answers in all banks
};

/// Brings `game->back` up to date: quick if nothing has changed. Without a memory there is
/// nothing to look back on.
void game_look_back(struct game *game);

/// Whether it is known.
bool game_has_looked_back(const struct game *game);
