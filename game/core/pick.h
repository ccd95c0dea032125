// core/pick.h: which questions of the banks a game asks, and in what order.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/bank.h"

enum { PICK_ANY_DIFFICULTY = -1 };

struct picked {
    const struct bank *bank;
    const struct question *question;
};

struct pick_rules {
    const char *const *topics; // a question counts if it has one of these
    int topic_count;           // 0: all topics. A topic is compared by case folding; "Other"
                               // is what has no tag
    int difficulty;            // enum difficulty, or PICK_ANY_DIFFICULTY
    int count;                 // at most so many; 0: all
    bool is_shuffled;          // drawn by chance; else the first, in the order of the banks
    uint64_t seed;
    const struct picked *first; // asked first when they pass the filter: last time's missed
    int first_count;
};

/// Draws questions from `banks`, each once, into `*out` (in `arena`) and returns how many.
/// Those that are shuffled and about the same fact are kept apart, see core/apart.h.
int pick_questions(const struct bank *const *banks, int bank_count,
                   const struct pick_rules *rules, struct arena *arena, struct picked **out);

/// How many questions pass the filter, without regard to `count`.
int pick_count(const struct bank *const *banks, int bank_count, const struct pick_rules *rules);
