// store/question_finder.h: finds the questions that the journal names, in the banks as they
// are now.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "store/journal.h"
#include "store/library.h"
#include "store/question_key.h"
#include "store/quiz_log_text.h"
#include "store/relink.h"

/// A bank in which questions are looked for.
struct found_bank {
    const char *id;
    int at;                       // in the library
    struct question_index index;  // of no bank: it is not there
    struct question_index hashed; // of no bank until it is needed
};

/// Looks for the questions of `game`. Make it by question_finder_make().
struct question_finder {
    struct library *library;
    const struct journal *journal;
    struct arena *arena;
    int64_t game;
    struct relink_pair *moves; // where progress on questions went meanwhile
    int move_count;            // -1: not read yet
    struct found_bank *banks;
    int bank_count;
    bool recalls; // banks are looked for also where they were read last, see
                  // library_recall_bank()
};

/// For at most `count` questions; all in `arena`.
struct question_finder question_finder_make(struct library *library,
                                            const struct journal *journal, int64_t game,
                                            int count, struct arena *arena);

/// What the question that was called so when the game began is called now: an edit may have
/// given it another name. Returns whether it has one.
bool question_finder_follow(struct question_finder *f, struct quiz_item *item);

/// Finds the question of `item`, which is what it is called now, or NULL. A bank may be read
/// for it.
const struct question *question_finder_find(struct question_finder *f, struct quiz_item *item,
                                            const struct found_bank **bank);
