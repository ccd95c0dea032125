#include "core/fsrs_model.h"

#include <math.h>

static const struct fsrs_range stability_range = {0.001, 36500};
static const struct fsrs_range difficulty_range = {1, 10};

// The least if `value` is no number.
static double within(double value, struct fsrs_range range)
{
    if (!(value > range.least))
        return range.least;
    return value < range.most ? value : range.most;
}

struct fsrs_memory fsrs_model_memory(struct fsrs_memory memory)
{
    return (struct fsrs_memory){
        .stability = within(memory.stability, stability_range),
        .difficulty = within(memory.difficulty, difficulty_range),
    };
}

double fsrs_model_first_difficulty(const struct fsrs_model *m, enum fsrs_rating rating)
{
    return m->w[4] - exp(m->w[5] * ((double)rating - 1)) + 1;
}

bool fsrs_model_init(struct fsrs_model *m, const struct fsrs_params *params)
{
    if (fsrs_params_outside(params) >= 0)
        return false;
    const double *w = params->w;
    struct fsrs_model made = {
        .curve = pow(0.9, -1 / w[20]) - 1,
        .recall_factor[FSRS_HARD] = exp(w[8]) * w[15],
        .recall_factor[FSRS_GOOD] = exp(w[8]),
        .recall_factor[FSRS_EASY] = exp(w[8]) * w[16],
        .lapse_divisor = exp(w[17] * w[18]),
    };
    for (int i = 0; i < FSRS_PARAM_COUNT; i++)
        made.w[i] = w[i];
    for (enum fsrs_rating g = FSRS_AGAIN; g < FSRS_RATING_END; g++) {
        made.first[g] = fsrs_model_memory((struct fsrs_memory){
            .stability = w[g - 1],
            .difficulty = fsrs_model_first_difficulty(&made, g),
        });
        made.same_day_factor[g] = exp(w[17] * ((double)g - 3 + w[18]));
    }
    made.mean_difficulty = fsrs_model_first_difficulty(&made, FSRS_EASY);
    *m = made;
    return true;
}

double fsrs_model_retrievability(const struct fsrs_model *m, double days, double stability)
{
    double since = days > 0 ? days : 0;
    return pow(1 + m->curve * since / within(stability, stability_range), -m->w[20]);
}

double fsrs_model_interval(const struct fsrs_model *m, double retention)
{
    double r = within(retention, (struct fsrs_range){0.01, 1});
    return (pow(r, -1 / m->w[20]) - 1) / m->curve;
}

double fsrs_model_difficulty(const struct fsrs_model *m, double difficulty,
                             enum fsrs_rating rating)
{
    double moved = difficulty - m->w[6] * ((double)rating - 3) * (10 - difficulty) / 9;
    return within(m->w[7] * m->mean_difficulty + (1 - m->w[7]) * moved, difficulty_range);
}

// What stability gains at recall, as a share, but for the factor of the rating.
static double growth(const struct fsrs_model *m, struct fsrs_memory memory, double r)
{
    return (11 - memory.difficulty) * pow(memory.stability, -m->w[9]) *
           (exp(m->w[10] * (1 - r)) - 1);
}

static double grown(const struct fsrs_model *m, double stability, double share,
                    enum fsrs_rating rating)
{
    return within(stability * (1 + share * m->recall_factor[rating]), stability_range);
}

double fsrs_model_recall(const struct fsrs_model *m, struct fsrs_memory memory, double r,
                         enum fsrs_rating rating)
{
    return grown(m, memory.stability, growth(m, memory, r), rating);
}

double fsrs_model_lapse(const struct fsrs_model *m, struct fsrs_memory memory, double r)
{
    const double *w = m->w;
    double left = w[11] * pow(memory.difficulty, -w[12]) *
                  (pow(memory.stability + 1, w[13]) - 1) * exp(w[14] * (1 - r));
    double most = memory.stability / m->lapse_divisor;
    return within(left < most ? left : most, stability_range);
}

static double saturation(const struct fsrs_model *m, double stability)
{
    return pow(stability, -m->w[19]);
}

static double moved_same_day(const struct fsrs_model *m, double stability, double share,
                             enum fsrs_rating rating)
{
    double factor = m->same_day_factor[rating] * share;
    if (rating != FSRS_AGAIN && factor < 1)
        factor = 1;
    return within(stability * factor, stability_range);
}

double fsrs_model_same_day(const struct fsrs_model *m, double stability,
                           enum fsrs_rating rating)
{
    return moved_same_day(m, stability, saturation(m, stability), rating);
}

void fsrs_model_review(const struct fsrs_model *m, struct fsrs_memory memory, int32_t days,
                       enum fsrs_rating rating, struct fsrs_change *change)
{
    struct fsrs_memory before = fsrs_model_memory(memory);
    bool is_same_day = days < 1;
    double s = before.stability;
    double r = is_same_day ? 1 : fsrs_model_retrievability(m, days, s);
    change->retrievability = r;
    change->difficulty = fsrs_model_difficulty(m, before.difficulty, rating);
    if (rating == FSRS_AGAIN) {
        change->stability[FSRS_AGAIN] = is_same_day ? fsrs_model_same_day(m, s, FSRS_AGAIN)
                                                    : fsrs_model_lapse(m, before, r);
        return;
    }
    double shared = is_same_day ? saturation(m, s) : growth(m, before, r);
    for (enum fsrs_rating g = FSRS_HARD; g < FSRS_RATING_END; g++) {
        change->stability[g] =
            is_same_day ? moved_same_day(m, s, shared, g) : grown(m, s, shared, g);
    }
}

struct fsrs_memory fsrs_model_from_sm2(const struct fsrs_model *m, double ease,
                                       double interval_days, double retention)
{
    double r = within(retention, (struct fsrs_range){0.01, 0.99});
    struct fsrs_memory memory = {.difficulty = 10};
    memory.stability = within(
        within(interval_days, stability_range) / fsrs_model_interval(m, r), stability_range);
    // The difficulty at which a recall with Good multiplies stability by the ease factor.
    double easiest = m->recall_factor[FSRS_GOOD] * growth(m, memory, r);
    memory.difficulty = 11 - (ease - 1) / easiest;
    return fsrs_model_memory(memory);
}
