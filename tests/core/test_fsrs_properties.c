// What holds for a scheduler with any parameters and options.
#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/fsrs_fuzz.h"
#include "core/fsrs_make.h"
#include "core/make.h"

enum { CARDS = 1500, REVIEWS = 15 };

// Milliseconds.
#define HOUR (INT64_C(60) * 60 * 1000)
#define DAY  (24 * HOUR)

static const int64_t noon_ms = 20000 * DAY + 12 * HOUR; // in UTC

static struct fsrs_steps make_steps(struct rng *rng)
{
    struct fsrs_steps steps = {.count = (int)rng_below(rng, 4)};
    int64_t ms = 0;
    for (int i = 0; i < steps.count; i++) {
        int64_t most_ms = i == 2 ? 9 * DAY : 4 * HOUR;
        ms += 1 + (int64_t)rng_below(rng, (uint64_t)most_ms);
        steps.ms[i] = ms;
    }
    return steps;
}

static struct fsrs_options make_options(struct rng *rng)
{
    struct fsrs_options options = fsrs_options_default();
    options.retention = make_double(rng, 0.7, 0.99);
    options.maximum_days =
        rng_below(rng, 2) ? FSRS_INTERVAL_MOST : (int32_t)(20 + rng_below(rng, 1000));
    options.learning = make_steps(rng);
    options.relearning = make_steps(rng);
    options.days.policy = rng_below(rng, 2) ? FSRS_DAYS_CALENDAR : FSRS_DAYS_24H;
    options.days.rollover_hour = (int)rng_below(rng, 24);
    options.has_fuzz = rng_below(rng, 2);
    return options;
}

/// Leads cards through reviews, each about when the card is due or in the same hour as the
/// last, and has each checked.
static void lead_cards(uint64_t seed,
                       void (*check)(const struct fsrs *f, const struct fsrs_card *card,
                                     struct fsrs_time now, uint64_t card_seed))
{
    struct rng rng = rng_seed(seed);
    for (uint64_t i = 0; i < CARDS; i++) {
        struct fsrs_params params = make_params(&rng);
        struct fsrs f = make_fsrs(params, make_options(&rng));
        struct fsrs_card card = {.due_ms = noon_ms};
        for (int j = 0; j < REVIEWS; j++) {
            struct fsrs_time now = {.ahead_min = (int32_t)rng_below(&rng, 1440) - 720};
            now.at_ms = card.due_ms + (int64_t)rng_below(&rng, (uint64_t)(3 * DAY)) - DAY;
            if (card.phase != FSRS_NEW && rng_below(&rng, 4) == 0)
                now.at_ms = card.last_ms + (int64_t)rng_below(&rng, HOUR);
            check(&f, &card, now, i);
            struct fsrs_outcome outcome;
            assert_true(fsrs_review(&f, &card, make_rating(&rng), now, i, &outcome));
        }
    }
}

static void check_order(const struct fsrs *f, const struct fsrs_card *card,
                        struct fsrs_time now, uint64_t seed)
{
    struct fsrs_outcome next[FSRS_RATING_END];
    assert_true(fsrs_preview(f, card, 1, now, seed, next));
    for (enum fsrs_rating g = FSRS_HARD; g < FSRS_RATING_END; g++) {
        // The longest step may be longer than the longest interval.
        bool is_at_most = next[g].interval_days == f->options.maximum_days;
        assert_true(next[g].wait_ms >= next[g - 1].wait_ms || is_at_most);
        if (g > FSRS_HARD && next[g - 1].interval_days > 0)
            assert_true(next[g].interval_days > next[g - 1].interval_days || is_at_most);
    }
}

static void gives_better_ratings_longer_intervals(void **state)
{
    (void)state;
    lead_cards(11, check_order);
}

static void check_preview(const struct fsrs *f, const struct fsrs_card *card,
                          struct fsrs_time now, uint64_t seed)
{
    struct fsrs_outcome next[FSRS_RATING_END];
    assert_true(fsrs_preview(f, card, 1, now, seed, next));
    for (enum fsrs_rating g = FSRS_AGAIN; g < FSRS_RATING_END; g++) {
        struct fsrs_card copy = *card;
        struct fsrs_outcome outcome;
        assert_true(fsrs_review(f, &copy, g, now, seed, &outcome));
        assert_int_equal(outcome.wait_ms, next[g].wait_ms);
        assert_int_equal(outcome.interval_days, next[g].interval_days);
        assert_true(outcome.retrievability == next[g].retrievability);
    }
}

static void keeps_what_the_buttons_say(void **state)
{
    (void)state;
    lead_cards(12, check_preview);
}

static void check_fuzz(const struct fsrs *f, const struct fsrs_card *card, struct fsrs_time now,
                       uint64_t seed)
{
    struct fsrs with = *f, without = *f;
    with.options.has_fuzz = true;
    with.options.is_monotone = without.options.is_monotone = false;
    without.options.has_fuzz = false;
    for (enum fsrs_rating g = FSRS_AGAIN; g < FSRS_RATING_END; g++) {
        struct fsrs_card plain_card = *card, fuzzed_card = *card;
        struct fsrs_outcome plainly, fuzzed;
        assert_true(fsrs_review(&without, &plain_card, g, now, seed, &plainly));
        assert_true(fsrs_review(&with, &fuzzed_card, g, now, seed, &fuzzed));
        struct fsrs_span span = fsrs_fuzz_span(plainly.interval_days, f->options.maximum_days);
        assert_in_range(fuzzed.interval_days, span.least, span.most);
        assert_memory_equal(&fuzzed_card.memory, &plain_card.memory, sizeof plain_card.memory);
    }
}

static void keeps_fuzz_in_its_span(void **state)
{
    (void)state;
    lead_cards(13, check_fuzz);
}

static bool is_between(double value, double a, double b)
{
    double slack = 1e-12 * fmax(fabs(a), fabs(b));
    return value >= fmin(a, b) - slack && value <= fmax(a, b) + slack;
}

static void check_weight(const struct fsrs *f, const struct fsrs_card *card,
                         struct fsrs_time now, uint64_t seed)
{
    struct fsrs_memory before =
        card->phase == FSRS_NEW ? f->model.first[FSRS_AGAIN] : card->memory;
    for (enum fsrs_rating g = FSRS_AGAIN; g < FSRS_RATING_END; g++) {
        struct fsrs_card full = *card, whole = *card, half = *card, none = *card;
        struct fsrs_outcome outcome;
        assert_true(fsrs_review(f, &full, g, now, seed, &outcome));
        assert_true(fsrs_review_weighed(f, &whole, g, 1, now, seed, &outcome));
        assert_memory_equal(&whole, &full, sizeof full);
        assert_true(fsrs_review_weighed(f, &half, g, 0.5, now, seed, &outcome));
        if (g == FSRS_AGAIN) {
            assert_memory_equal(&half, &full, sizeof full);
            continue;
        }
        const struct fsrs_memory *weighed = &half.memory, *wanted = &full.memory;
        assert_true(is_between(weighed->stability, before.stability, wanted->stability));
        assert_true(is_between(weighed->difficulty, before.difficulty, wanted->difficulty));
        assert_true(is_near(weighed->stability, sqrt(before.stability * wanted->stability)));
        assert_false(fsrs_review_weighed(f, &none, g, 0, now, seed, &outcome));
        assert_false(fsrs_review_weighed(f, &none, g, NO_NUMBER, now, seed, &outcome));
        assert_memory_equal(&none, card, sizeof none);
    }
}

static void weighs_what_a_pick_proves(void **state)
{
    (void)state;
    lead_cards(15, check_weight);
}

static void waits_longer_for_less_retention(void **state)
{
    (void)state;
    struct rng rng = rng_seed(14);
    for (int i = 0; i < 300; i++) {
        struct fsrs_params params = make_params(&rng);
        struct fsrs_options options = make_plain_options();
        double stability = make_memory(&rng).stability;
        int32_t before = FSRS_INTERVAL_MOST;
        for (int percent = 70; percent <= 99; percent++) {
            options.retention = percent / 100.0;
            struct fsrs f = make_fsrs(params, options);
            int32_t days = fsrs_interval_days(&f, stability);
            assert_in_range(days, 1, before);
            before = days;
        }
    }
}

// What may not be in a state, and what may not be a moment.
static void bounds_whatever_it_is_given(void **state)
{
    (void)state;
    static const double odd[] = {NO_NUMBER, HUGE_VAL, -HUGE_VAL, -1, 0, 1e300, DBL_MIN};
    static const int64_t moments[] = {INT64_MIN, -1, 0, INT64_MAX};
    struct fsrs f = make_fsrs(fsrs_params_default(), fsrs_options_default());
    struct fsrs plain = make_fsrs(fsrs_params_default(), make_plain_options());
    struct rng rng = rng_seed(9);
    for (int i = 0; i < 20000; i++) {
        struct fsrs_card card = {
            .reviews = UINT16_MAX,
            .lapses = UINT16_MAX,
            .model = FSRS_MODEL_VERSION,
        };
        card.due_ms = moments[rng_below(&rng, COUNT(moments))];
        card.last_ms = moments[rng_below(&rng, COUNT(moments))];
        card.memory.stability = odd[rng_below(&rng, COUNT(odd))];
        card.memory.difficulty = odd[rng_below(&rng, COUNT(odd))];
        card.phase = (uint8_t)rng_below(&rng, FSRS_PHASE_COUNT);
        card.step = (uint8_t)rng_below(&rng, 256);
        struct fsrs_time now = {.at_ms = moments[rng_below(&rng, COUNT(moments))]};
        now.ahead_min = (int32_t)rng_next(&rng);
        enum fsrs_rating rating = make_rating(&rng);
        double r = fsrs_retrievability(&f, &card, now.at_ms);
        assert_true(r >= 0 && r <= 1);
        struct fsrs_outcome outcome;
        assert_true(fsrs_review(i % 2 ? &f : &plain, &card, rating, now, 1, &outcome));
        struct fsrs_card checked = card;
        assert_true(fsrs_card_check(&checked));
        assert_memory_equal(&checked, &card, sizeof card);
        assert_int_equal(card.reviews, UINT16_MAX);
        assert_int_equal(card.lapses, UINT16_MAX);
        assert_true(card.due_ms > INT64_MIN / 2 && card.due_ms < INT64_MAX / 2);
        assert_in_range(outcome.interval_days, 0, FSRS_INTERVAL_MOST);
        assert_in_range(fsrs_due_day(&f, &card, now.ahead_min) + 20000000, 0, 40000000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_better_ratings_longer_intervals),
        cmocka_unit_test(keeps_what_the_buttons_say),
        cmocka_unit_test(keeps_fuzz_in_its_span),
        cmocka_unit_test(weighs_what_a_pick_proves),
        cmocka_unit_test(waits_longer_for_less_retention),
        cmocka_unit_test(bounds_whatever_it_is_given),
    };
    return cmocka_run_group_tests_name("fsrs_properties", tests, NULL, NULL);
}
