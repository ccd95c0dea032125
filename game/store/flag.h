// store/flag.h: questions that somebody says are wrong.
//
// A flag is for those who write banks. It is of the question as it reads: an edit takes it
// down.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "store/library.h"
#include "store/memory.h"

/// Whether `question` is flagged as it reads now, as far as the memory knows.
bool flag_is_up(const struct memory *memory, const struct bank *bank,
                const struct question *question);

/// Puts the flag up or takes it down; `game` is the one it is seen in, 0: none. Returns whether
/// that is on the disk, as journal_append().
bool flag_set(struct memory *memory, const struct bank *bank, const struct question *question,
              bool is_up, int64_t game, int64_t wall_ms);

/// A question that is flagged.
struct flagged {
    const struct library_entry *entry; // of its bank
    const struct question *question;
    const char *key;
};

/// All that are flagged in the banks of the library that were read and are played, in the order
/// in which they stand there; in `arena`. Returns how many.
int flag_find(const struct memory *memory, const struct library *library, struct arena *arena,
              struct flagged **flagged);
