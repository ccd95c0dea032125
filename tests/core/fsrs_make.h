// core/fsrs_make.h: parameters and memories by chance, for tests that hold for all of them.
#pragma once

#include <assert.h>
#include <math.h>

#include "base/rng.h"
#include "core/fsrs.h"

#define NO_NUMBER ((double)NAN)

static inline bool is_near(double value, double wanted)
{
    return fabs(value - wanted) <= 1e-12 * fabs(wanted);
}

/// A number from `least` to `most`.
static inline double make_double(struct rng *rng, double least, double most)
{
    return least + (most - least) * ((double)(rng_next(rng) >> 11) * 0x1p-53);
}

/// Parameters anywhere in their ranges, now and then at an end of one. The first stabilities
/// rise with the rating.
static inline struct fsrs_params make_params(struct rng *rng)
{
    struct fsrs_params params;
    for (int i = 0; i < FSRS_PARAM_COUNT; i++) {
        struct fsrs_range range = fsrs_params_range(i);
        uint64_t end = rng_below(rng, 10);
        params.w[i] = end == 0   ? range.least
                      : end == 1 ? range.most
                                 : make_double(rng, range.least, range.most);
        if (i >= 1 && i <= 3 && params.w[i] < params.w[i - 1])
            params.w[i] = params.w[i - 1];
    }
    return params;
}

static inline struct fsrs_memory make_memory(struct rng *rng)
{
    // Most cards are young: not each stability is as likely as each other.
    double share = make_double(rng, 0, 1);
    return fsrs_model_memory((struct fsrs_memory){
        .stability = 40000 * share * share * share * share,
        .difficulty = make_double(rng, 0.5, 10.5),
    });
}

static inline enum fsrs_rating make_rating(struct rng *rng)
{
    return (enum fsrs_rating)(FSRS_AGAIN + rng_below(rng, 4));
}

/// The memory after a review, without what else is known of it.
static inline struct fsrs_memory make_review(const struct fsrs_model *m,
                                             struct fsrs_memory memory, int32_t days,
                                             enum fsrs_rating rating)
{
    struct fsrs_change change;
    fsrs_model_review(m, memory, days, rating, &change);
    return (struct fsrs_memory){
        .stability = change.stability[rating],
        .difficulty = change.difficulty,
    };
}

/// Options as py-fsrs has them: each rating by itself, days of 24 hours.
static inline struct fsrs_options make_plain_options(void)
{
    struct fsrs_options options = fsrs_options_default();
    options.days.policy = FSRS_DAYS_24H;
    options.has_fuzz = false;
    options.is_monotone = false;
    return options;
}

/// A scheduler for parameters and options that are in their ranges.
static inline struct fsrs make_fsrs(struct fsrs_params params, struct fsrs_options options)
{
    struct fsrs f;
    enum fsrs_error error = fsrs_init(&f, &params, &options);
    assert(error == FSRS_OK);
    (void)error;
    return f;
}
