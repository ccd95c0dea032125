// sdl/key.h: 128 bits that stand for what a cached thing was made from.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Two things with the same key are taken for the same: with two hashes of 64 bits that never
/// happens to different ones in practice. Not for data of an attacker.
struct key {
    uint64_t a, b;
};

struct key key_start(void);

void key_add(struct key *key, const void *bytes, size_t len);

/// Adds a number; floats are to be rounded to what makes a difference first.
void key_add_int(struct key *key, int64_t number);

bool key_equal(struct key a, struct key b);
