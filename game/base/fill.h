// base/fill.h: sentences with gaps that translators may put in another order.
#pragma once

#include "base/arena.h"

enum { FILL_MOST = 9 };

/// Returns `pattern` in `arena` with each "{1}", "{2}" … replaced by the first, second …
/// of the texts that follow, up to a NULL; at most FILL_MOST of them. A gap without a text
/// stays as it is written. Unlike printf(), a translation that gets it wrong does no harm.
#if defined(__GNUC__)
__attribute__((sentinel))
#endif
const char *
fill_text(struct arena *arena, const char *pattern, ...);

/// A number as text, for fill_text().
const char *fill_number(struct arena *arena, long long number);
