// core/ask.h: a question as it is put to a player: what stands where.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/rng.h"
#include "core/bank.h"

enum { ASK_PLACES = 32, ASK_MARKS = 6, ASK_NONE = 255 };

/// One question put to a player.
///
/// choice: `shown` are options, the right one and at most 5 wrong ones. multi: all options.
/// truefalse: place 0 is true, 1 is false. order: the item first seen at each place, never
/// the right order. match: the right sides, mixed with the extra ones. Others show nothing.
struct ask {
    const struct bank *bank;
    const struct question *question;
    uint8_t shown[ASK_PLACES];
    uint8_t shown_count;
    uint8_t greyed; // the place that a hint takes away; ASK_NONE if a hint takes none
};

/// Puts `question` of `bank`, by chance where it may be shuffled.
struct ask ask_make(const struct bank *bank, const struct question *question, struct rng *rng);

/// Whether a hint can be had: the bank gives one, or a wrong choice of 3 or more can go.
bool ask_has_hint(const struct ask *ask);

/// Whether what is shown at `place` is right: of a choice, multi or truefalse.
bool ask_is_right(const struct ask *ask, int place);
