// store/forget.h: lets what was played be forgotten for good.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "store/memory.h"

/// What is to be forgotten.
struct forget {
    const char *learner; // NULL: of all
    const char *bank;    // its id; NULL: all banks, and with them the learner
};

/// Forgets it: its events are taken out of the journal, what is remembered is worked out
/// again, and neither the file nor a backup that Quartet made by itself has a trace of it. What
/// is known of a question goes with the bank that the question is in now. A quiz of several
/// banks keeps the questions of the others.
///
/// All happens at once or not at all, but for the backups: one that can't be removed is in
/// `diags`, and so are other copies beside the database, which are left alone. Returns false,
/// with the reason in `diags`, if nothing was forgotten. The journal has to be opened anew if
/// its learner is forgotten.
bool forget(struct memory *memory, const struct forget *what, struct diags *diags);

/// How many events it is about; below 0 if the file can't be read.
int64_t forget_count(struct memory *memory, const struct forget *what);
