// store/memory_before.h: what was remembered of cards before they were reviewed.
#pragma once

#include "store/memory.h"

/// How the cards that were reviewed in `game` were before each of its reviews that count, in
/// their order, in `arena`. `since_ms` is when the game began. Returns how many there are.
int memory_befores(const struct memory *memory, int64_t game, int64_t since_ms,
                   struct arena *arena, struct fsrs_card **befores);
