// cli/mark_wrong.h: says that a question is wrong, while it is played.
#pragma once

#include "cli/talk.h"
#include "core/bank.h"
#include "store/memory.h"

/// Marks `question` as wrong, or takes that back if it is marked, and says so. `game` is the
/// number that its events have.
void mark_wrong(struct talk *talk, struct memory *memory, const struct bank *bank,
                const struct question *question, int64_t game);
