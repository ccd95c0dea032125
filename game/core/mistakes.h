// core/mistakes.h: what was missed and is not mended yet, and what is taken for what.
#pragma once

#include "base/arena.h"
#include "core/fsrs_days.h"
#include "core/past.h"

/// Right answers on so many days mend a mistake.
enum { MISTAKE_DAYS = 2 };

/// How a question stands, answer by answer. Zeroed: nothing is to be mended.
struct mistake_state {
    int missed;        // how often it was missed since it was last mended
    int right_days;    // days on which it was answered right since it was missed last
    int64_t right_day; // the last of these
    int part;          // the card that was missed last; -1: the question itself
};

/// Takes in the next answer: `credit` in thousandths, `part` as in core/past.h, on day `day`.
void mistake_take(struct mistake_state *state, int credit, int part, int64_t day);

/// A question that was missed and has not been answered right since on MISTAKE_DAYS days.
struct mistake {
    const struct past_answer *last; // the newest answer that missed it
    int missed;                     // how often it was missed since it was last mended
    int right_days;                 // days on which it was answered right since `last`
    double recall;                  // the caller's, for mistakes_sort_by_risk(): 0 to 1
};

/// Finds the mistakes in `answers` (`count`, in the order they were given), the newest first.
/// Days begin as `days` says. A grade of one card of a question mends that card alone, an
/// answer to the question all of them. The list is in `arena` and points to `answers`. Returns
/// how many.
int mistakes_find(const struct past_answer *answers, int count, struct fsrs_days days,
                  struct arena *arena, struct mistake **mistakes);

/// The least `recall` first; those alike stay as they are.
void mistakes_sort_by_risk(struct mistake *mistakes, int count);

/// One answer given for another: what was said, more than once, where something else is right.
struct mixup {
    const struct past_answer *last; // `last->said` is how it was said last
    int times;                      // at least 2
};

/// Finds the mix-ups among what `mistakes` (`count`) are about, the most frequent first. What
/// was said is compared by folding, as typed answers are. The list is in `arena` and points to
/// `answers`. Returns how many.
int mixups_find(const struct past_answer *answers, int answer_count,
                const struct mistake *mistakes, int count, struct arena *arena,
                struct mixup **mixups);
