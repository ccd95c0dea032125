// core/fsrs_model.h: how memory fades and grows: the formulas of FSRS-6.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/fsrs_params.h"

/// Kept with each state: what one model remembers means nothing to another.
enum { FSRS_MODEL_VERSION = 6 };

enum fsrs_rating {
    FSRS_AGAIN = 1, // not recalled; all others are
    FSRS_HARD,
    FSRS_GOOD,
    FSRS_EASY,
    FSRS_RATING_END // tables are indexed by rating, their first place is empty
};

/// What is remembered of a card. Stability is the days until it is recalled with a probability
/// of 0.9, from 0.001 to 36,500; difficulty goes from 1 to 10.
struct fsrs_memory {
    double stability, difficulty;
};

/// The parameters and what depends on them alone. Read only.
struct fsrs_model {
    double w[FSRS_PARAM_COUNT];
    double curve;                              // F: fits R(S, S) = 0.9
    struct fsrs_memory first[FSRS_RATING_END]; // after the first review
    double mean_difficulty;                    // D0(Easy), not clamped: where D goes back to
    double recall_factor[FSRS_RATING_END];     // e^w8, times w15 at Hard and w16 at Easy
    double same_day_factor[FSRS_RATING_END];   // e^(w17 (g - 3 + w18))
    double lapse_divisor;                      // e^(w17 w18)
};

/// Returns false, and leaves `*m`, if a parameter is outside its range.
///
/// Without formulas of its own for the same day (w17, w18 and w19 are 0) a second review on a
/// day leaves stability as it is, as in fsrs-rs.
bool fsrs_model_init(struct fsrs_model *m, const struct fsrs_params *params);

/// The nearest memory in range; what is no number becomes the least.
struct fsrs_memory fsrs_model_memory(struct fsrs_memory memory);

/// The probability of recall `days` after the last review: R = (1 + F days / S)^-w20, 0 to 1.
/// Days below 0, or no number, count as 0.
double fsrs_model_retrievability(const struct fsrs_model *m, double days, double stability);

/// The days until retrievability has fallen to `retention` (0.01 to 1), for a stability of 1:
/// to be multiplied by stability, and neither rounded nor limited.
double fsrs_model_interval(const struct fsrs_model *m, double retention);

/// Difficulty after the first review, before it is clamped: D0 = w4 - e^(w5 (g - 1)) + 1.
double fsrs_model_first_difficulty(const struct fsrs_model *m, enum fsrs_rating rating);

/// Difficulty after a later one: D1 = D - w6 (g - 3) (10 - D) / 9, then w7 D0(Easy) +
/// (1 - w7) D1, clamped as each stability below is.
double fsrs_model_difficulty(const struct fsrs_model *m, double difficulty,
                             enum fsrs_rating rating);

/// Stability after recall with Hard, Good or Easy at retrievability `r`: S' = S (1 + e^w8
/// (11 - D) S^-w9 (e^(w10 (1 - r)) - 1) h b), h = w15 at Hard, b = w16 at Easy.
double fsrs_model_recall(const struct fsrs_model *m, struct fsrs_memory memory, double r,
                         enum fsrs_rating rating);

/// Stability after Again: the lesser of w11 D^-w12 ((S + 1)^w13 - 1) e^(w14 (1 - r)) and
/// S / e^(w17 w18).
double fsrs_model_lapse(const struct fsrs_model *m, struct fsrs_memory memory, double r);

/// Stability after a further review on the same day: S' = S e^(w17 (g - 3 + w18)) S^-w19, and
/// no less than S if it was recalled.
double fsrs_model_same_day(const struct fsrs_model *m, double stability,
                           enum fsrs_rating rating);

/// What a review does to the memory.
struct fsrs_change {
    double retrievability;             // before the review
    double stability[FSRS_RATING_END]; // after Again; or after Hard, Good and Easy, which share
                                       // all but a factor, so that the three cost as one
    double difficulty;
};

/// Reviews what was remembered `days` ago, below 1 the same day. Of `change->stability` only
/// the side of `rating` is set, Again or all others. The formulas above are chosen by `days`; a
/// memory out of range is put in it first.
void fsrs_model_review(const struct fsrs_model *m, struct fsrs_memory memory, int32_t days,
                       enum fsrs_rating rating, struct fsrs_change *change);

/// The memory of a card that was scheduled by SM-2 and whose reviews are not known: from its
/// ease factor (2.5 for a new card), its interval and the share that was recalled so far, 0.01
/// to 0.99 (fsrs-rs).
struct fsrs_memory fsrs_model_from_sm2(const struct fsrs_model *m, double ease,
                                       double interval_days, double retention);
