// base/rng.h: chance that can be repeated.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// A generator of random numbers: xoshiro256** by Blackman and Vigna (2018), seeded by
/// SplitMix64. The same seed gives the same numbers on every machine, for ever: games in the
/// journal are replayed from their seed.
struct rng {
    uint64_t state[4];
};

struct rng rng_seed(uint64_t seed);

/// The next 64 random bits.
uint64_t rng_next(struct rng *rng);

/// A number from 0 to `bound` - 1, each equally likely; 0 when `bound` is 0.
uint64_t rng_below(struct rng *rng, uint64_t bound);

/// Fills `order` with 0 to `count` - 1 in random order (Fisher and Yates).
void rng_shuffle_u8(struct rng *rng, uint8_t *order, size_t count);
