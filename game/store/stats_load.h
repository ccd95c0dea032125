// store/stats_load.h: what there is to count, from the memory of a learner and from banks.
#pragma once

#include "base/arena.h"
#include "core/stats.h"
#include "store/memory.h"

/// Gathers what was answered and what is remembered of `banks`, and of banks that are not among
/// them too if `is_all`. In `arena`; as good as memory and banks. `now` is who counts.
struct stats_source stats_load(const struct memory *memory, const struct bank *const *banks,
                               int bank_count, bool is_all, struct fsrs_time now,
                               struct arena *arena);

/// As stats_load(), without answers and reviews: enough for what is due, and sooner done.
struct stats_source stats_load_cards(const struct memory *memory,
                                     const struct bank *const *banks, int bank_count,
                                     bool is_all, struct fsrs_time now, struct arena *arena);

/// This week's answers in all banks. Reads no more than those, so that it is quick.
struct stats_week stats_load_week(const struct memory *memory, struct fsrs_time now);
