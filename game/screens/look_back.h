// screens/look_back.h: what Home says of what was done: mistakes to fix, and this week.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/bank.h"
#include "core/stats.h"
#include "store/memory.h"

struct game;

/// Of one bank and learner. Zeroed: not yet known.
struct look_back {
    const struct bank *bank;         // that the mistakes are of
    int64_t day;                     // number of the day that it is of
    struct memory_mistakes mistakes; // not mended yet
    struct stats_week week;          // answers in all banks
    int streak;                      // days in a row with answers in any bank
    bool has_streak;                 // that is up to date with this event
    int64_t streak_event;
};

/// Brings `game->back` up to date: quick if nothing has changed. Without a memory there is
/// nothing to look back on.
void game_look_back(struct game *game);

/// As game_look_back(), but at once, however long the history is, and before the bank is read:
/// mistakes and days that would have to be counted stay unknown, or as they were.
void game_glance_back(struct game *game);

/// Keeps in the store what the next start can begin with.
void game_keep_look_back(const struct game *game);

/// Whether it is known.
bool game_has_looked_back(const struct game *game);
