// core/fsrs_params.h: the parameters of the memory model FSRS-6, and lists of older ones.
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum {
    FSRS_PARAM_COUNT = 21,   // FSRS-6
    FSRS_PARAM_COUNT_5 = 19, // FSRS-5
    FSRS_PARAM_COUNT_4 = 17, // FSRS-4.5
};

/// w0 to w20, as the authors of FSRS number them.
struct fsrs_params {
    double w[FSRS_PARAM_COUNT];
};

struct fsrs_range {
    double least, most;
};

/// How far fsrs_params_clip() goes beyond the ranges; all 0: no further.
struct fsrs_clip {
    int relearning_steps;    // above 1: w17 and w18 get a ceiling, so that as many times Good
                             // after a lapse cannot lift stability above what it was before
    double ceiling_least;    // of that ceiling: 0.1 in training, 0.01 in ts-fsrs
    double saturation_least; // of w19: 0.01 in training and in ts-fsrs, else 0
};

/// The parameters for learners who have none of their own.
struct fsrs_params fsrs_params_default(void);

/// Where parameter `index`, 0 to 20, must lie.
struct fsrs_range fsrs_params_range(int index);

/// Reads a list of 21, 19 or 17 values, the shorter ones turned into what they mean to FSRS-6,
/// or of none, which gives the defaults. Returns false, and leaves `*params`, for another
/// `count` and for values that are not finite. Ranges are not looked at: see the next two.
bool fsrs_params_read(const double *values, size_t count, struct fsrs_params *params);

/// The first parameter that is outside its range or no number, for a message; -1 if none is.
/// For what a user types: it is refused.
int fsrs_params_outside(const struct fsrs_params *params);

/// Moves each parameter to the nearest value in its range; what is no number becomes the
/// default. For what is stored: it is put right.
void fsrs_params_clip(struct fsrs_params *params, struct fsrs_clip clip);
