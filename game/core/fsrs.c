#include "core/fsrs.h"

#include <assert.h>
#include <math.h>

#include "core/fsrs_fuzz.h"

static_assert(sizeof(struct fsrs_card) == 40, "a card is kept for each of 100,000 questions");

static const int64_t step_most_ms = (int64_t)FSRS_INTERVAL_MOST * FSRS_DAY_MS;

/// Where a rating takes a card: into review, or to a step with its wait.
struct place {
    enum fsrs_phase phase;
    int step;
    int64_t wait_ms;
};

struct fsrs_options fsrs_options_default(void)
{
    return (struct fsrs_options){
        .retention = 0.9,
        .maximum_days = FSRS_INTERVAL_MOST,
        .learning = {2, {60000, 600000}},
        .relearning = {1, {600000}},
        .days = {FSRS_DAYS_CALENDAR, .rollover_hour = 4},
        .has_fuzz = true,
        .is_monotone = true,
        .leech_lapses = 8,
    };
}

static bool are_steps_good(const struct fsrs_steps *steps)
{
    if (steps->count < 0 || steps->count > FSRS_STEPS_MOST)
        return false;
    for (int i = 0; i < steps->count; i++) {
        if (steps->ms[i] < 1 || steps->ms[i] > step_most_ms)
            return false;
    }
    return true;
}

static enum fsrs_error check_options(const struct fsrs_options *options)
{
    if (!(options->retention >= 0.70 && options->retention <= 0.99)) // NaN is neither
        return FSRS_BAD_RETENTION;
    if (options->maximum_days < 1 || options->maximum_days > FSRS_INTERVAL_MOST)
        return FSRS_BAD_MAXIMUM;
    if (!are_steps_good(&options->learning) || !are_steps_good(&options->relearning))
        return FSRS_BAD_STEPS;
    if ((options->days.policy != FSRS_DAYS_CALENDAR && options->days.policy != FSRS_DAYS_24H) ||
        options->days.rollover_hour < 0 || options->days.rollover_hour > 23)
        return FSRS_BAD_DAYS;
    return options->leech_lapses < 0 ? FSRS_BAD_LEECH : FSRS_OK;
}

enum fsrs_error fsrs_init(struct fsrs *f, const struct fsrs_params *params,
                          const struct fsrs_options *options)
{
    enum fsrs_error error = check_options(options);
    if (error != FSRS_OK)
        return error;
    if (!fsrs_model_init(&f->model, params))
        return FSRS_BAD_PARAMS;
    f->options = *options;
    f->interval = fsrs_model_interval(&f->model, options->retention);
    return FSRS_OK;
}

// Whether the numbers in it that are no doubles make sense.
static bool is_known(const struct fsrs_card *card)
{
    return card->phase == FSRS_NEW ||
           (card->phase < FSRS_PHASE_COUNT && card->model == FSRS_MODEL_VERSION);
}

bool fsrs_card_check(struct fsrs_card *card)
{
    if (!is_known(card))
        return false;
    if (card->phase == FSRS_NEW)
        return true;
    if (!isfinite(card->memory.stability) || !isfinite(card->memory.difficulty))
        return false;
    card->memory = fsrs_model_memory(card->memory);
    return true;
}

// The wait of Hard on the first step: between Again and Good.
static int64_t hard_first_ms(const struct fsrs_steps *steps)
{
    return steps->count == 1 ? steps->ms[0] + steps->ms[0] / 2
                             : (steps->ms[0] + steps->ms[1]) / 2;
}

static struct place step_place(const struct fsrs_steps *steps, enum fsrs_phase phase, int step,
                               enum fsrs_rating rating)
{
    struct place review = {.phase = FSRS_REVIEW};
    if (steps->count == 0)
        return review;
    if (rating == FSRS_AGAIN)
        return (struct place){phase, 0, steps->ms[0]};
    // The steps may have been shortened since the card was put on one.
    if (rating == FSRS_EASY || step >= steps->count)
        return review;
    if (rating == FSRS_HARD)
        return (struct place){phase, step, step == 0 ? hard_first_ms(steps) : steps->ms[step]};
    step++;
    return step == steps->count ? review : (struct place){phase, step, steps->ms[step]};
}

static struct place place_after(const struct fsrs *f, const struct fsrs_card *card,
                                enum fsrs_rating rating)
{
    const struct fsrs_options *o = &f->options;
    switch ((enum fsrs_phase)card->phase) {
    case FSRS_NEW:
        return step_place(&o->learning, FSRS_LEARNING, 0, rating);
    case FSRS_LEARNING:
        return step_place(&o->learning, FSRS_LEARNING, card->step, rating);
    case FSRS_RELEARNING:
        return step_place(&o->relearning, FSRS_RELEARNING, card->step, rating);
    case FSRS_REVIEW:
        if (rating == FSRS_AGAIN)
            return step_place(&o->relearning, FSRS_RELEARNING, 0, rating);
        break;
    case FSRS_PHASE_COUNT:
        break;
    }
    return (struct place){.phase = FSRS_REVIEW};
}

// Weighs what was recalled: with no evidence at all the memory would stay as it is, or be what
// it is after Again if there was none. Stability is weighed by its logarithm, as it grows.
static void weigh(const struct fsrs *f, const struct fsrs_card *card, double evidence,
                  struct fsrs_change *change)
{
    struct fsrs_memory before =
        card->phase == FSRS_NEW ? f->model.first[FSRS_AGAIN] : fsrs_model_memory(card->memory);
    for (enum fsrs_rating g = FSRS_HARD; g < FSRS_RATING_END; g++) {
        change->stability[g] =
            before.stability * pow(change->stability[g] / before.stability, evidence);
    }
    change->difficulty =
        before.difficulty + evidence * (change->difficulty - before.difficulty);
}

// What `rating` does to the memory, `days` after the last review.
static void remember(const struct fsrs *f, const struct fsrs_card *card, int32_t days,
                     enum fsrs_rating rating, struct fsrs_change *change)
{
    if (card->phase != FSRS_NEW) {
        fsrs_model_review(&f->model, card->memory, days, rating, change);
        return;
    }
    change->retrievability = 0;
    for (enum fsrs_rating g = FSRS_AGAIN; g < FSRS_RATING_END; g++)
        change->stability[g] = f->model.first[g].stability;
    change->difficulty = f->model.first[rating].difficulty;
}

int32_t fsrs_interval_days(const struct fsrs *f, double stability)
{
    // To add a half and cut rounds as well as round() does, which is a call on many machines.
    double days = stability * f->interval + 0.5;
    if (!(days > 1))
        return 1;
    return days < f->options.maximum_days ? (int32_t)days : f->options.maximum_days;
}

static int32_t lesser(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t days_for(const struct fsrs *f, double stability, double chance)
{
    int32_t days = fsrs_interval_days(f, stability);
    return f->options.has_fuzz ? fsrs_fuzz_pick(days, f->options.maximum_days, chance) : days;
}

// The lowest rating that leads into review. So do all above it, for Easy always does; the step
// that the rating below it leads to takes `*step_days`, rounded up.
static enum fsrs_rating lowest_into_review(const struct fsrs *f, const struct fsrs_card *card,
                                           int32_t *step_days)
{
    enum fsrs_rating rating = FSRS_AGAIN;
    struct place place = place_after(f, card, rating);
    *step_days = 0;
    while (place.phase != FSRS_REVIEW) {
        *step_days = (int32_t)((place.wait_ms + FSRS_DAY_MS - 1) / FSRS_DAY_MS);
        place = place_after(f, card, ++rating);
    }
    return rating;
}

// The days after `rating`, which leads into review, such that a better rating waits longer:
// Hard gives way to Good, then each has a day more than what is below it (ts-fsrs).
static int32_t ordered_days(const struct fsrs *f, const struct fsrs_card *card,
                            enum fsrs_rating rating, const struct fsrs_change *change,
                            double chance)
{
    int32_t least;
    enum fsrs_rating lowest = lowest_into_review(f, card, &least);
    if (lowest < FSRS_HARD)
        lowest = FSRS_HARD;
    int32_t days[FSRS_RATING_END] = {0};
    for (enum fsrs_rating g = lowest; g <= FSRS_GOOD || g == rating; g++)
        days[g] = days_for(f, change->stability[g], chance);
    days[FSRS_HARD] = lesser(days[FSRS_HARD], days[FSRS_GOOD]);
    for (enum fsrs_rating g = lowest; g <= rating; g++) {
        days[g] = days[g] > least ? days[g] : least;
        least = days[g] + 1;
    }
    return lesser(days[rating], f->options.maximum_days);
}

// The days after `rating`, which leads into review.
static int32_t review_days(const struct fsrs *f, const struct fsrs_card *card, int32_t elapsed,
                           enum fsrs_rating rating, const struct fsrs_change *change,
                           uint64_t seed)
{
    double chance = f->options.has_fuzz ? fsrs_fuzz_chance(seed, card->reviews) : 0;
    if (!f->options.is_monotone)
        return days_for(f, change->stability[rating], chance);
    if (rating != FSRS_AGAIN)
        return ordered_days(f, card, rating, change, chance);
    // Without relearning steps: no longer than Hard.
    struct fsrs_change hard;
    remember(f, card, elapsed, FSRS_HARD, &hard);
    return lesser(days_for(f, change->stability[FSRS_AGAIN], chance),
                  ordered_days(f, card, FSRS_HARD, &hard, chance));
}

static int64_t due_day_ms(const struct fsrs *f, struct fsrs_time now, int32_t days)
{
    int64_t today = fsrs_days_number(f->options.days, now);
    return fsrs_days_begin_ms(f->options.days, today + days, now.ahead_min);
}

static uint16_t count_up(uint16_t count)
{
    return (uint16_t)(count + (count < UINT16_MAX));
}

bool fsrs_is_leech(const struct fsrs *f, const struct fsrs_card *card)
{
    int from = f->options.leech_lapses;
    return from > 0 && card->lapses >= from;
}

// At the limit and at each half of it from then on, as in Anki.
static bool is_leech_said(const struct fsrs *f, const struct fsrs_card *card)
{
    int from = f->options.leech_lapses;
    return fsrs_is_leech(f, card) && (card->lapses - from) % (from / 2 + from % 2) == 0;
}

bool fsrs_review(const struct fsrs *f, struct fsrs_card *card, enum fsrs_rating rating,
                 struct fsrs_time now, uint64_t seed, struct fsrs_outcome *outcome)
{
    return fsrs_review_weighed(f, card, rating, 1, now, seed, outcome);
}

bool fsrs_review_weighed(const struct fsrs *f, struct fsrs_card *card, enum fsrs_rating rating,
                         double evidence, struct fsrs_time now, uint64_t seed,
                         struct fsrs_outcome *outcome)
{
    if (rating < FSRS_AGAIN || rating > FSRS_EASY || !is_known(card) ||
        !(evidence > 0 && evidence <= 1)) // NaN is neither
        return false;
    int32_t elapsed =
        card->phase == FSRS_NEW ? 0 : fsrs_days_elapsed(f->options.days, card->last_ms, now);
    struct fsrs_change change;
    remember(f, card, elapsed, rating, &change);
    if (evidence < 1 && rating != FSRS_AGAIN)
        weigh(f, card, evidence, &change);
    struct place place = place_after(f, card, rating);
    bool is_interval = place.phase == FSRS_REVIEW;
    bool is_lapse = rating == FSRS_AGAIN && card->phase == FSRS_REVIEW;
    int32_t days = is_interval ? review_days(f, card, elapsed, rating, &change, seed) : 0;
    if (is_interval)
        place.wait_ms = days * (int64_t)FSRS_DAY_MS;

    card->last_ms = fsrs_days_moment_ms(now.at_ms);
    card->due_ms = is_interval && f->options.days.policy == FSRS_DAYS_CALENDAR
                       ? due_day_ms(f, now, days)
                       : card->last_ms + place.wait_ms;
    card->memory.stability = change.stability[rating];
    card->memory.difficulty = change.difficulty;
    card->reviews = count_up(card->reviews);
    card->lapses = is_lapse ? count_up(card->lapses) : card->lapses;
    card->phase = (uint8_t)place.phase;
    card->step = (uint8_t)place.step;
    card->model = FSRS_MODEL_VERSION;
    *outcome = (struct fsrs_outcome){
        .wait_ms = place.wait_ms,
        .interval_days = days,
        .elapsed_days = elapsed,
        .retrievability = change.retrievability,
        .is_lapse = is_lapse,
        .is_leech = is_lapse && is_leech_said(f, card),
    };
    return true;
}

bool fsrs_preview(const struct fsrs *f, const struct fsrs_card *card, double evidence,
                  struct fsrs_time now, uint64_t seed,
                  struct fsrs_outcome outcomes[FSRS_RATING_END])
{
    for (enum fsrs_rating g = FSRS_AGAIN; g < FSRS_RATING_END; g++) {
        struct fsrs_card next = *card;
        if (!fsrs_review_weighed(f, &next, g, evidence, now, seed, &outcomes[g]))
            return false;
    }
    return true;
}

double fsrs_retrievability(const struct fsrs *f, const struct fsrs_card *card, int64_t now_ms)
{
    if (card->phase == FSRS_NEW)
        return 0;
    int64_t since_ms = fsrs_days_moment_ms(now_ms) - fsrs_days_moment_ms(card->last_ms);
    return fsrs_model_retrievability(&f->model, (double)since_ms / FSRS_DAY_MS,
                                     card->memory.stability);
}

int64_t fsrs_due_day(const struct fsrs *f, const struct fsrs_card *card, int32_t ahead_min)
{
    // A day begins when its cards fall due: its middle is the same day half a day either way.
    bool is_day = card->phase == FSRS_REVIEW && f->options.days.policy == FSRS_DAYS_CALENDAR;
    struct fsrs_time due = {
        .at_ms = fsrs_days_moment_ms(card->due_ms) + (is_day ? FSRS_DAY_MS / 2 : 0),
        .ahead_min = ahead_min,
    };
    return fsrs_days_number(f->options.days, due);
}
