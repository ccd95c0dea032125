// store/orphans.h: progress on questions that are gone.
#pragma once

#include <stdbool.h>

#include "store/library.h"
#include "store/memory_known.h"

/// Progress that no question has.
struct orphan {
    struct memory_known known;         // filled
    const struct bank *bank;           // that it is of; NULL: it is not there
    const struct library_entry *entry; // of that bank
    const struct question *nearest;    // in it, that may be the same; NULL: there is none
};

/// Progress on questions that no bank of the library, which is read, has: by bank and key, in
/// `arena`. Returns how many.
int orphans_find(const struct memory *memory, const struct library *library,
                 struct arena *arena, struct orphan **orphans);
