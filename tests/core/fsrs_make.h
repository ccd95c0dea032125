// core/fsrs_make.h: parameters and memories by chance, for tests that hold for all of them.
#pragma once

#include <math.h>

#include "base/rng.h"
#include "core/fsrs_model.h"

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
