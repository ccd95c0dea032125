// core/fsrs_fuzz.h: spreads intervals, so that cards learnt on one day part.
#pragma once

#include <stdint.h>

struct fsrs_span {
    int32_t least, most; // days
};

/// The intervals that one of `days`, 1 to `maximum`, may become: further apart the longer it
/// is, and itself alone below 3 days.
struct fsrs_span fsrs_fuzz_span(int32_t days, int32_t maximum);

/// A number in [0, 1) that is always the same for one card and one repetition, so that a button
/// tells what pressing it does, and undo, redo and replay find the same days again. `seed` is
/// the caller's number of the card; the chance is base/rng's.
double fsrs_fuzz_chance(uint64_t seed, uint32_t repetition);

/// The interval that `chance` picks from the span. With the same chance a longer interval never
/// becomes the shorter one.
int32_t fsrs_fuzz_pick(int32_t days, int32_t maximum, double chance);
