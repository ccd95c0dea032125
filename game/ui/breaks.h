// ui/breaks.h: where a line of text may end.
#pragma once

#include <stddef.h>

#include "base/arena.h"

/// For each byte of `text`, UTF-8 of `len` bytes, whether a line may or must end behind it:
/// LINEBREAK_* of libunibreak, which follows UAX #14. In `arena`.
const char *breaks_find(struct arena *arena, const char *text, size_t len);
