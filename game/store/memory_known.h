// store/memory_known.h: the questions that something is known of, as they were when it was
// learnt.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "store/memory.h"

/// A question of which something is known, by what it is known under. It need not be in a bank
/// any more.
struct memory_known {
    const char *bank, *question; // id and key
    const char *hash;            // of its text when it was last seen; NULL: not told
    const char *flagged;         // its hash when somebody said that it is wrong; NULL: nobody
    int64_t row;
    int64_t first, last; // events: answers, grades, changes of cards; 0: there is none
    bool is_dropped;     // it was said that no other question is this one

    // By memory_known_fill():
    const char *text, *right; // as they were when it was last seen; NULL: not told
    int64_t last_ms;          // of the event `last`
    int cards;                // that are remembered of it
};

/// All questions of `bank` (NULL: of all banks) that something is known of, in the order of
/// bank and question, without what memory_known_fill() says. In `arena`. Returns how many.
int memory_known(const struct memory *memory, const char *bank, struct arena *arena,
                 struct memory_known **known);

/// Works out the rest of `known`, in `arena`.
void memory_known_fill(const struct memory *memory, struct arena *arena,
                       struct memory_known *known);

/// What is known of `question` of `bank`, without what memory_known_fill() says. Returns false
/// if it is nothing.
bool memory_known_find(const struct memory *memory, const char *bank, const char *question,
                       struct arena *arena, struct memory_known *known);
