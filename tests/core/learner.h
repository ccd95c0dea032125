// core/learner.h: a learner made of the memory model, whom forecasts are held against.
#pragma once

#include "base/arena.h"
#include "base/rng.h"
#include "core/fsrs.h"
#include "core/past.h"

/// Someone who recalls a card with just the probability that the model gives, presses a button
/// after a time that is different each time, and studies in the evening until the minutes are
/// over, but finishes what was begun. Lives card by card and minute by minute: nothing of it is
/// taken from the forecasts.
struct learner {
    const struct fsrs *fsrs;
    struct rng rng;
    double pace_ms, spread; // mean of the times and sigma of their logarithm
    double first[FSRS_RATING_END], recalled[FSRS_RATING_END]; // shares of the ratings
    int64_t first_day;                                        // number of day 0
    struct fsrs_card *cards;
    int count, seen; // those from `seen` on are new
    struct past_review *past;
    int past_count, past_room;
    int64_t clock_ms;
};

/// `count` new cards in `arena`.
struct learner learner_make(const struct fsrs *f, int count, uint64_t seed,
                            struct arena *arena);

/// The same learner with a life of its own from here on.
struct learner learner_copy(const struct learner *learner, uint64_t seed, struct arena *arena);

/// Studies on a day, first what is due, the least likely to be recalled first, then up to
/// `new_cards`. Returns how many due cards are left.
int learner_study(struct learner *learner, int day, double minutes, int new_cards);

/// The share of all cards that is recalled if all are asked on the evening of `day`.
double learner_examine(struct learner *learner, int day);

/// The morning of a day.
struct fsrs_time learner_morning(const struct learner *learner, int day);
