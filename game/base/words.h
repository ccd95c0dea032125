// base/words.h: commands that people write into settings, taken apart without a shell.
#pragma once

#include "base/arena.h"

/// Splits `text` at blanks into `words`, in `arena`, with a NULL at the end. What stands
/// between two quotes, '…' or "…", is not split, and the quotes go; nothing else has a meaning.
/// Returns how many there are, or -1 if a quote is never closed.
int words_split(const char *text, struct arena *arena, const char ***words);
