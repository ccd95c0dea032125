// formats/words.h: eight bytes looked at in one go.
#pragma once

#include <stdint.h>
#include <string.h>

#define WORD_ONES  0x0101010101010101u
#define WORD_HIGHS 0x8080808080808080u

/// The eight bytes at `text` as a number; their order in it doesn't matter to the rest.
static inline uint64_t word_read(const char *text)
{
    uint64_t word;
    memcpy(&word, text, sizeof word);
    return word;
}

/// The first `len` of the eight bytes at `text`, at most eight, as a number: zeros stand for
/// the others.
static inline uint64_t word_read_part(const char *text, size_t len)
{
    const unsigned char *p = (const unsigned char *)text;
    uint64_t word = (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
                    (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 |
                    (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
    return len < 8 ? word & (((uint64_t)1 << 8 * len) - 1) : word;
}

/// High bits set if, and only if, a byte of `word` is `byte`. Which bytes is not told: a match
/// may set the bits of others too.
/// Source: A. Mycroft's test for a zero byte (1987), in Hacker's Delight, 6-1.
static inline uint64_t word_has(uint64_t word, unsigned char byte)
{
    uint64_t zero = word ^ (WORD_ONES * byte);
    return (zero - WORD_ONES) & ~zero & WORD_HIGHS;
}

/// The same for a byte below `limit`, which is at most 128.
static inline uint64_t word_has_below(uint64_t word, unsigned char limit)
{
    return (word - WORD_ONES * limit) & ~word & WORD_HIGHS;
}

/// The same for a byte that isn't ASCII.
static inline uint64_t word_has_high(uint64_t word)
{
    return word & WORD_HIGHS;
}
