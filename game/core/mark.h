// core/mark.h: the one judge of right and wrong.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/ask.h"

enum { CREDIT_FULL = 1000 };

/// What a player gave. Which members count depends on the kind of question.
struct answer {
    uint32_t picked;            // choice, multi: bit i is the question's option i; truefalse:
                                // bit 0 is true, bit 1 is false
    uint8_t places[ASK_PLACES]; // order: the item at each place; match: the right side that
                                // each left has, or ASK_NONE
    const char *const *texts;   // text, number: one; cloze: one a gap, NULL if left empty
    int text_count;
    int credit; // card: what the player gave themself, thousandths
};

/// How right an answer is, from worst to best.
enum verdict {
    VERDICT_WRONG,
    VERDICT_PARTLY,   // some of several parts
    VERDICT_ACCEPTED, // a listed answer that the bank gives less than full credit
    VERDICT_NEARLY,   // right but for typos
    VERDICT_FOLDED,   // right but for what `differs` says
    VERDICT_EXACT,
};

/// In what a typed answer differs from the accepted one it was taken for.
enum {
    DIFFERS_ACCENTS = 1 << 0,
    DIFFERS_CAPITALS = 1 << 1,
    DIFFERS_PUNCTUATION = 1 << 2,
    DIFFERS_ARTICLE = 1 << 3,
    DIFFERS_SPACES = 1 << 4,
};

struct mark {
    int credit; // thousandths
    enum verdict verdict;
    unsigned differs;  // DIFFERS_* of a VERDICT_FOLDED
    int accepted;      // text and gaps: which accepted answer it was taken for; -1: none
    int right, parts;  // multi, order, match, cloze: how many of how many; else 0
    bool is_ambiguous; // number: "1,234" could be read two ways; `value` is the one taken
    double value;      // number: what was read; NAN if nothing could be
};

/// Marks `answer`. Pure. `scratch` is only worked in; what it holds may go afterwards.
///
/// choice, truefalse: all or nothing. multi: max(0, right picked - wrong picked) / all right.
/// order: (longest rising subsequence - 1) / (n - 1). match, cloze: share right; a right side
/// that reads like the wanted one is right. number: within tolerance. card: as given.
struct mark mark_answer(const struct ask *ask, const struct answer *answer,
                        struct arena *scratch);

/// Marks what was typed into gap `gap` of a cloze. `typed` may be NULL.
struct mark mark_gap(const struct ask *ask, int gap, const char *typed, struct arena *scratch);

/// Whether the right side `given` belongs to left side `left` of a match, or reads like the one
/// that does. ASK_NONE belongs to none.
bool mark_pair(const struct ask *ask, int left, int given, struct arena *scratch);

/// Whether `answer` could be an answer at all: something picked that is shown, every place
/// filled, text typed that is not blank, a number that can be read. The terminal and the
/// Check button ask before they mark.
bool answer_is_complete(const struct ask *ask, const struct answer *answer);

/// For an order answer: sets `kept[i]` for the places whose items need not move (one longest
/// rising subsequence) and returns how many.
int mark_kept(const struct question *question, const struct answer *answer,
              bool kept[ASK_PLACES]);

/// A deep copy of `answer` in `arena`.
struct answer answer_copy(const struct answer *answer, struct arena *arena);
