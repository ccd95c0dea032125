// ui/bidi.h: the order in which parts of a line are seen.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/// Bytes of the text that are written in one direction.
struct bidi_run {
    size_t from, to;
    bool is_rtl;
};

struct bidi_runs {
    const struct bidi_run *items; // from left to right
    int count;
    bool is_rtl; // of the paragraph, by its first strong character
};

/// The runs of the line text[from, to) in the order they are seen, by the Unicode bidirectional
/// algorithm over all of `text` (`len` bytes, one paragraph). In `arena`. Text without
/// right-to-left characters, which is most, is one run and costs one look at its bytes.
struct bidi_runs bidi_line(struct arena *arena, const char *text, size_t len, size_t from,
                           size_t to);
