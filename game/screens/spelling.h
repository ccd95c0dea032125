// screens/spelling.h: in which letters two spellings differ, and how that is shown.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "ui/wrap.h"

/// A text of which some letters are marked.
struct spelling {
    const char *text;
    const bool *marks; // one a character (code point); NULL: none is marked
};

enum { SPELLING_MAX = 128 }; // characters; longer texts are not compared

/// A text with no letter marked.
struct spelling spelling_plain(const char *text);

/// Compares `typed` with `right`: in both the letters are marked that are not in a longest
/// common subsequence of the two. Their texts are NFC, without blanks at the ends. Pure.
void spelling_compare(const char *typed, const char *right, struct arena *arena,
                      struct spelling *typed_out, struct spelling *right_out);

/// Draws the text as it was wrapped from the top of `rect`, in `colour`, with marked letters
/// underlined in `mark`.
void spelling_draw(struct ui *ui, const struct wrapped *wrapped, struct rect rect,
                   const struct spelling *spelling, struct colour colour, struct colour mark);
