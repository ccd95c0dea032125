// cli/guess.h: what somebody may have meant by a word that is not known.
#pragma once

/// A guess at what was meant by `typed`. Zeroed but for `typed` it has none yet.
struct guess {
    const char *typed;
    const char *best; // NULL: nothing was near
    int edits;
};

/// Takes `name` for the guess if it is nearer than the best so far, and near at all: begun
/// with, or two edits away.
void guess_offer(struct guess *guess, const char *name);
