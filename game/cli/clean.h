// cli/clean.h: keeps a terminal safe from what is written to it.
#pragma once

#include <stddef.h>

#include "base/buf.h"

/// Adds `len` bytes of any kind to `out` as UTF-8 without control characters: a tab becomes a
/// blank, anything else that could move the cursor or is no UTF-8 becomes "?". Line ends stay.
void clean_add(struct buf *out, const char *text, size_t len);
