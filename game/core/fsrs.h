// core/fsrs.h: when a card comes back: the scheduler of FSRS-6.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/fsrs_days.h"
#include "core/fsrs_model.h"
#include "core/fsrs_params.h"

enum {
    FSRS_STEPS_MOST = 16,
    FSRS_INTERVAL_MOST = 36500, // days
};

/// Short waits before a card is handed to the memory model. None: it is from the start.
struct fsrs_steps {
    int count;
    int64_t ms[FSRS_STEPS_MOST]; // each from 1 ms to FSRS_INTERVAL_MOST days
};

struct fsrs_options {
    double retention;     // wanted probability of recall when a card is due, 0.70 to 0.99
    int32_t maximum_days; // longest interval, 1 to FSRS_INTERVAL_MOST
    struct fsrs_steps learning, relearning;
    struct fsrs_days days;
    bool has_fuzz;    // intervals are spread, see core/fsrs_fuzz.h
    bool is_monotone; // a better rating gets a longer interval, by a day at least, even if that
                      // leads out of the span of fuzz
    int leech_lapses; // a card is a leech from so many lapses on; 0: never
};

/// 0.90, no maximum, steps of 1 and 10 minutes, 10 minutes after a lapse, calendar days from 4
/// o'clock on, fuzz, monotone, leeches from 8 lapses on.
struct fsrs_options fsrs_options_default(void);

enum fsrs_error {
    FSRS_OK,
    FSRS_BAD_PARAMS, // fsrs_params_outside() tells which
    FSRS_BAD_RETENTION,
    FSRS_BAD_MAXIMUM,
    FSRS_BAD_STEPS,
    FSRS_BAD_DAYS,
    FSRS_BAD_LEECH,
};

/// A learner's scheduler: what depends on parameters and options alone. Made once, read only.
struct fsrs {
    struct fsrs_model model;
    struct fsrs_options options;
    double interval; // at a stability of 1, not rounded
};

/// Refuses parameters and options outside their ranges, NaN too, and then leaves `*f`.
enum fsrs_error fsrs_init(struct fsrs *f, const struct fsrs_params *params,
                          const struct fsrs_options *options);

enum fsrs_phase { FSRS_NEW, FSRS_LEARNING, FSRS_REVIEW, FSRS_RELEARNING, FSRS_PHASE_COUNT };

/// What is kept of a card: 40 bytes without pointers. All 0 is a new card. It can be rebuilt
/// from the reviews at any time, so another model may change it: times in milliseconds are
/// enough for fractional days, and a second stability would go behind the first.
struct fsrs_card {
    int64_t due_ms, last_ms;   // last: of the last review
    struct fsrs_memory memory; // unset while new
    uint16_t reviews, lapses;  // lapse: Again in review; both stop at 65,535
    uint8_t phase;             // enum fsrs_phase
    uint8_t step;              // of learning or relearning, 0 being the first
    uint16_t model;            // FSRS_MODEL_VERSION; 0 while new
};

/// Makes a card from outside safe to use: its memory is put in range. Returns false, and leaves
/// it, if it is none of ours: an unknown phase, another model, a memory that is no number. Then
/// it has to be rebuilt from its reviews.
bool fsrs_card_check(struct fsrs_card *card);

/// What a review did, and what it was based on.
struct fsrs_outcome {
    int64_t wait_ms;       // until due; of an interval: its days
    int32_t interval_days; // 0: the wait is a step
    int32_t elapsed_days;  // since the last review; 0 for a new card
    double retrievability; // then, as the model saw it: after whole days; 0 for a new card
    bool is_lapse;
    bool is_leech; // became one, or lapsed half as often again (rounded up) since that was said
};

/// Reviews `card`. `seed` is a number of the card that never changes, such as a hash of its
/// key: the fuzz comes from it and the count of reviews. Returns false, and leaves both, for a
/// rating that is none and a card that fsrs_card_check() would refuse for its phase or model. A
/// clock that was put back counts as the same day; any memory is put in range. Pure.
bool fsrs_review(const struct fsrs *f, struct fsrs_card *card, enum fsrs_rating rating,
                 struct fsrs_time now, uint64_t seed, struct fsrs_outcome *outcome);

/// fsrs_review() of an answer that proves less than that it was recalled, such as the right one
/// picked out of four: `evidence`, above 0 up to 1, is the share that it proves. Of what Hard,
/// Good or Easy would do to stability, on a logarithmic scale, and to difficulty that share is
/// done; to a new card from what Again would do. Again is not weighed: nobody misses by chance
/// what is known. Returns false also for an `evidence` out of range.
///
/// Source: a right pick may be a guess, with the probability 1 / n of n choices (the guess
/// parameter of knowledge tracing, Corbett and Anderson 1995, doi 10.1007/BF01099821).
bool fsrs_review_weighed(const struct fsrs *f, struct fsrs_card *card, enum fsrs_rating rating,
                         double evidence, struct fsrs_time now, uint64_t seed,
                         struct fsrs_outcome *outcome);

/// What each rating would do with this evidence, in outcomes[rating], for the buttons:
/// fsrs_review_weighed() with the same seed on the same day then does just that. Returns false
/// as it does.
bool fsrs_preview(const struct fsrs *f, const struct fsrs_card *card, double evidence,
                  struct fsrs_time now, uint64_t seed,
                  struct fsrs_outcome outcomes[FSRS_RATING_END]);

/// The probability of recall at `now_ms`, in fractions of days; 0 for a new card. To sort cards
/// by it, sorting them by (now - last) / stability, the greatest first, is the same and
/// cheaper.
double fsrs_retrievability(const struct fsrs *f, const struct fsrs_card *card, int64_t now_ms);

/// The number of the local day on which a card falls due, as fsrs_days_number() counts them:
/// right also if the clock has gone to or from summer time since `due_ms` was set. For
/// forecasts.
int64_t fsrs_due_day(const struct fsrs *f, const struct fsrs_card *card, int32_t ahead_min);

/// The interval for a stability: rounded, half a day up, from 1 to the maximum; no fuzz.
int32_t fsrs_interval_days(const struct fsrs *f, double stability);

bool fsrs_is_leech(const struct fsrs *f, const struct fsrs_card *card);
