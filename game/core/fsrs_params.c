#include "core/fsrs_params.h"

#include <math.h>

static const struct row {
    double initial;
    struct fsrs_range range;
} rows[FSRS_PARAM_COUNT] = {
    {0.212, {0.001, 100}},   // 0 to 3: stability after the first Again, Hard, Good, Easy
    {1.2931, {0.001, 100}},  //
    {2.3065, {0.001, 100}},  //
    {8.2956, {0.001, 100}},  //
    {6.4133, {1, 10}},       // 4: difficulty after the first Again
    {0.8334, {0.001, 4}},    // 5: how it falls with the rating
    {3.0194, {0.001, 4}},    // 6: how a rating moves difficulty
    {0.001, {0.001, 0.75}},  // 7: how difficulty goes back to that of a first Easy
    {1.8722, {0, 4.5}},      // 8: recall, logarithm of the growth
    {0.1666, {0, 0.8}},      // 9: recall, less growth with more stability
    {0.796, {0.001, 3.5}},   // 10: recall, more growth when it was nearly forgotten
    {1.4835, {0.001, 5}},    // 11: lapse, scale
    {0.0614, {0.001, 0.25}}, // 12: lapse, exponent of difficulty
    {0.2629, {0.001, 0.9}},  // 13: lapse, exponent of stability
    {1.6483, {0, 4}},        // 14: lapse, exponent of forgetting
    {0.6014, {0, 1}},        // 15: part of the growth that Hard leaves
    {1.8729, {1, 6}},        // 16: growth at Easy against Good
    {0.5425, {0, 2}},        // 17: same day, how stability moves with the rating
    {0.0912, {0, 2}},        // 18: same day, which rating leaves it as it is
    {0.0658, {0, 0.8}},      // 19: same day, less growth with more stability
    {0.1542, {0.1, 0.8}},    // 20: decay of the forgetting curve
};

struct fsrs_params fsrs_params_default(void)
{
    struct fsrs_params params;
    for (int i = 0; i < FSRS_PARAM_COUNT; i++)
        params.w[i] = rows[i].initial;
    return params;
}

struct fsrs_range fsrs_params_range(int index)
{
    return rows[index].range;
}

// FSRS-4.5 let difficulty move and start by straight lines where FSRS-5 and 6 have curves.
static void curve_difficulty(double *w)
{
    w[4] += 2 * w[5];
    w[5] = log(3 * w[5] + 1) / 3;
    w[6] += 0.5;
}

bool fsrs_params_read(const double *values, size_t count, struct fsrs_params *params)
{
    if (count == 0) {
        *params = fsrs_params_default();
        return true;
    }
    if (count != FSRS_PARAM_COUNT && count != FSRS_PARAM_COUNT_5 && count != FSRS_PARAM_COUNT_4)
        return false;
    // What the older models lack: nothing on the same day, and a fixed decay of 0.5.
    struct fsrs_params read = {.w[20] = 0.5};
    for (size_t i = 0; i < count; i++)
        read.w[i] = values[i];
    if (count == FSRS_PARAM_COUNT_4)
        curve_difficulty(read.w);
    for (int i = 0; i < FSRS_PARAM_COUNT; i++) {
        if (!isfinite(read.w[i]))
            return false;
    }
    *params = read;
    return true;
}

int fsrs_params_outside(const struct fsrs_params *params)
{
    for (int i = 0; i < FSRS_PARAM_COUNT; i++) {
        bool is_inside =
            params->w[i] >= rows[i].range.least && params->w[i] <= rows[i].range.most;
        if (!is_inside) // also what is no number
            return i;
    }
    return -1;
}

static double between(double value, double least, double most)
{
    return fmin(fmax(value, least), most);
}

// Good on a step multiplies stability by e^(w17 w18), a lapse from a stability and difficulty
// of 1 and a retrievability of 0.7 by e^(w14 0.3) w11 (2^w13 - 1). With all steps they make 1
// if w17 w18 is v; both get its root.
static double same_day_ceiling(const double *w, const struct fsrs_clip *clip)
{
    double v = -(log(w[11]) + log(pow(2, w[13]) - 1) + 0.3 * w[14]) / clip->relearning_steps;
    return fmax(sqrt(fmax(v, 0)), clip->ceiling_least);
}

void fsrs_params_clip(struct fsrs_params *params, struct fsrs_clip clip)
{
    double *w = params->w;
    for (int i = 0; i < FSRS_PARAM_COUNT; i++) {
        w[i] = isnan(w[i]) ? rows[i].initial
                           : between(w[i], rows[i].range.least, rows[i].range.most);
    }
    w[19] = between(w[19], clip.saturation_least, rows[19].range.most);
    if (clip.relearning_steps > 1) {
        double ceiling = same_day_ceiling(w, &clip);
        w[17] = fmin(w[17], ceiling);
        w[18] = fmin(w[18], ceiling);
    }
}
