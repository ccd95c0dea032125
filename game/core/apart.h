// core/apart.h: keeps questions about the same fact apart in what is asked.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/pick.h"

enum {
    APART_BETWEEN = 3, // other questions between two about one fact, where there are enough
    APART_AHEAD = 256, // so far it is looked for one that comes earlier instead
};

/// Whether two questions of one bank are about the same fact: their "x-facts" have one in
/// common. What a bank does not say is not known: nothing is guessed from tags, sources or
/// answers, which two questions about different facts have in common as often.
bool apart_is_same_fact(const struct picked *a, const struct picked *b);

/// Changes the order of `count` numbers of `items` at `order` so that two about the same fact
/// are never next to each other, and no nearer than APART_BETWEEN allows, as far as that can be
/// done; each moves as little as need be. `before` numbers stand in front of `order` and stay,
/// and what follows keeps away from them. Where every question has at most one fact, and none
/// is that of more than half of them (rounded up), none are next to each other, for up to
/// APART_AHEAD. Pure: no chance.
void apart_spread(const struct picked *items, uint32_t *order, int before, int count);
