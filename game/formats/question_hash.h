// formats/question_hash.h: what a question is known by when it has no id.
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "core/question.h"

struct question_hash {
    uint64_t high, low;
};

/// The 128-bit XXH3 of a question's kind, text and right answers. Two questions that ask the
/// same have the same hash, wherever they stand and whatever else they say. Progress is kept
/// under it, so the bytes that are hashed never change:
///
/// Texts as text_fold() makes them without flags (NFC, no blanks at the ends, one space for a
/// run of blanks), each with a NUL behind it: the kind as the format calls it; what is asked
/// (of a card its front, of a cloze what stands before, between and after the gaps, each for
/// itself); then of choice and multi the right choices, of truefalse "true" or "false", of
/// text all accepted answers, of number min and max as number_format() writes them, of order
/// the items, of match each left and its right, of cloze the accepted answers of each gap, of
/// card the back. `scratch` is only worked in. Pure.
struct question_hash question_hash(const struct question *question, struct arena *scratch);
