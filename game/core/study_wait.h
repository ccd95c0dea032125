// core/study_wait.h: cards that wait for their minute: a heap from which any can be taken. For
// core/study_log.c only.
#pragma once

#include <stdint.h>

#include "base/arena.h"

struct waiting {
    int64_t at_ms;
    uint32_t card;
};

/// The one that comes first is `items[0]`: the earliest, of two at once the lower number.
struct study_wait {
    struct waiting *items;
    int count;
    uint32_t *places; // of each card in `items`
};

/// An empty heap with room for each of `card_count` cards, in `arena`.
void study_wait_init(struct study_wait *wait, int card_count, struct arena *arena);

/// Adds a card that is not in yet.
void study_wait_add(struct study_wait *wait, uint32_t card, int64_t at_ms);

/// Takes out a card that is in, and returns its time.
int64_t study_wait_remove(struct study_wait *wait, uint32_t card);
