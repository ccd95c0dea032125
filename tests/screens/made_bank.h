// screens/made_bank.h: a bank of questions made up by chance, of all kinds, lengths and
// scripts.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/bank.h"

/// How long what is made up may be: columns, of which a wide character (Chinese, Japanese,
/// Korean) takes two.
struct made_lengths {
    int question, answer;
    int word;     // of a word, in scripts that have them
    bool is_full; // each is as long as it may be; else some are shorter
    int why;      // of the explanation; 0: as of the question
};

/// `count` questions of every kind with 2 to 6 answers, in Latin, Cyrillic, Greek, Arabic,
/// Hebrew, Chinese, Japanese and Korean, the same for the same `seed`. Each is as long as
/// `lengths` allows, or a share of it. Lives in `arena`.
struct bank *made_bank(int count, const struct made_lengths *lengths, uint64_t seed,
                       struct arena *arena);
