// store/card_pile.h: the cards of a bank with what a learner remembers of them.
#pragma once

#include "core/deck.h"
#include "store/memory.h"

/// A list as deck_draw() wants it. Zeroed: no cards.
struct card_pile {
    struct deck_card *cards; // those of a question side by side, as they stand in the bank
    const char *const *keys; // runs beside `cards`: what its question is known by
    int count;
};

/// The cards of all questions of `bank`, in `arena`; as good as `bank`. What `memory` (NULL:
/// nothing is remembered) has of questions that are not in the bank is left out.
struct card_pile card_pile_make(const struct bank *bank, const struct memory *memory,
                                struct arena *arena);

/// The place of card `part` of the question with this key, or -1. Slow: for a few.
int card_pile_find(const struct card_pile *pile, const char *key, int part);
