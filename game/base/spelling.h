// base/spelling.h: in which letters two spellings differ.
#pragma once

#include <stdbool.h>

#include "base/arena.h"

/// A text of which some letters are marked.
struct spelling {
    const char *text;
    const bool *marks; // one a character (code point); NULL: none is marked
};

enum { SPELLING_MAX = 128 }; // characters; longer texts are not compared

/// A text with no letter marked.
struct spelling spelling_plain(const char *text);

/// Compares `typed` with `right`: marked are the letters that a shortest way of edits, those of
/// text_edits(), from one to the other touches. What it replaces or swaps is marked in both,
/// what it inserts or takes away only where it stands. Letters that differ by case are the same
/// unless `case_counts`. The texts that come out are NFC, without blanks at the ends, in
/// `arena`. Pure.
void spelling_compare(const char *typed, const char *right, bool case_counts,
                      struct arena *arena, struct spelling *typed_out,
                      struct spelling *right_out);
