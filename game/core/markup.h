// core/markup.h: mini markup as plain text, and how parts of it look.
#pragma once

#include <stddef.h>

#include "base/arena.h"
#include "base/looks.h"

/// Returns the `len` bytes at `text` in `arena` with the marks of mini markup taken out: *, **
/// and ` around words become spans of emphasis, strong and code, ~2~ and ^2^ become Unicode's
/// small digits and letters ("H₂O", "m²") where it has them all, else stay plain. A mark that
/// has no partner in its line is text, and so is one that follows a backslash, which goes.
/// Pure.
struct look_text markup_read(struct arena *arena, const char *text, size_t len);
