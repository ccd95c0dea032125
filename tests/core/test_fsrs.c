#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/fsrs_make.h"
#include "core/make.h"

// Milliseconds.
#define SECOND INT64_C(1000)
#define MINUTE (60 * SECOND)
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

static const int64_t noon_ms = 20000 * DAY + 12 * HOUR; // in UTC

static struct fsrs plain(void)
{
    return make_fsrs(fsrs_params_default(), make_plain_options());
}

static struct fsrs_card reviewed_card(void)
{
    return (struct fsrs_card){
        .due_ms = noon_ms + 10 * DAY,
        .last_ms = noon_ms,
        .memory = {.stability = 10, .difficulty = 5},
        .reviews = 4,
        .phase = FSRS_REVIEW,
        .model = FSRS_MODEL_VERSION,
    };
}

static struct fsrs_outcome review(const struct fsrs *f, struct fsrs_card *card,
                                  enum fsrs_rating rating, int64_t at_ms)
{
    struct fsrs_outcome outcome;
    assert_true(fsrs_review(f, card, rating, (struct fsrs_time){.at_ms = at_ms}, 1, &outcome));
    return outcome;
}

static const struct fsrs_steps no_steps = {0};
static const struct fsrs_steps one = {1, {10 * MINUTE}}, odd_one = {1, {45 * SECOND}};
static const struct fsrs_steps two = {2, {MINUTE, 10 * MINUTE}};
static const struct fsrs_steps days = {3, {15 * MINUTE, DAY, 3 * DAY}};

#define INTERVAL FSRS_REVIEW, 0, 0

static const struct move {
    const char *name;
    const struct fsrs_steps *learning, *relearning;
    enum fsrs_phase phase;
    int step;
    enum fsrs_rating rating;
    enum fsrs_phase next_phase;
    int next_step;
    int64_t wait_ms; // 0: an interval
} moves[] = {
    {"new, Again", &two, &one, FSRS_NEW, 0, FSRS_AGAIN, FSRS_LEARNING, 0, MINUTE},
    {"new, Hard", &two, &one, FSRS_NEW, 0, FSRS_HARD, FSRS_LEARNING, 0, 330 * SECOND},
    {"new, Good", &two, &one, FSRS_NEW, 0, FSRS_GOOD, FSRS_LEARNING, 1, 10 * MINUTE},
    {"new, Easy", &two, &one, FSRS_NEW, 0, FSRS_EASY, INTERVAL},
    {"learning, Hard", &two, &one, FSRS_LEARNING, 0, FSRS_HARD, FSRS_LEARNING, 0, 330 * SECOND},
    {"second step, Again", &two, &one, FSRS_LEARNING, 1, FSRS_AGAIN, FSRS_LEARNING, 0, MINUTE},
    {"second step, Hard", &two, &one, FSRS_LEARNING, 1, FSRS_HARD, FSRS_LEARNING, 1,
     10 * MINUTE},
    {"last step, Good", &two, &one, FSRS_LEARNING, 1, FSRS_GOOD, INTERVAL},
    {"one step, Hard", &one, &one, FSRS_NEW, 0, FSRS_HARD, FSRS_LEARNING, 0, 15 * MINUTE},
    {"half a second", &odd_one, &one, FSRS_NEW, 0, FSRS_HARD, FSRS_LEARNING, 0, 67500},
    {"one step, Good", &one, &one, FSRS_NEW, 0, FSRS_GOOD, INTERVAL},
    {"no steps, Again", &no_steps, &one, FSRS_NEW, 0, FSRS_AGAIN, INTERVAL},
    {"no steps, Hard", &no_steps, &one, FSRS_NEW, 0, FSRS_HARD, INTERVAL},
    {"steps taken away, Again", &no_steps, &one, FSRS_LEARNING, 1, FSRS_AGAIN, INTERVAL},
    {"steps shortened, Again", &one, &one, FSRS_LEARNING, 1, FSRS_AGAIN, FSRS_LEARNING, 0,
     10 * MINUTE},
    {"steps shortened, Hard", &one, &one, FSRS_LEARNING, 1, FSRS_HARD, INTERVAL},
    {"steps shortened, Good", &two, &one, FSRS_LEARNING, 255, FSRS_GOOD, INTERVAL},
    {"a step of a day", &days, &one, FSRS_LEARNING, 0, FSRS_GOOD, FSRS_LEARNING, 1, DAY},
    {"the mean with a day", &days, &one, FSRS_NEW, 0, FSRS_HARD, FSRS_LEARNING, 0,
     DAY / 2 + 450 * SECOND},
    {"Hard stays on a long step", &days, &one, FSRS_LEARNING, 2, FSRS_HARD, FSRS_LEARNING, 2,
     3 * DAY},
    {"review, Again", &two, &one, FSRS_REVIEW, 0, FSRS_AGAIN, FSRS_RELEARNING, 0, 10 * MINUTE},
    {"review, Again, no steps", &two, &no_steps, FSRS_REVIEW, 0, FSRS_AGAIN, INTERVAL},
    {"review, Hard", &two, &one, FSRS_REVIEW, 0, FSRS_HARD, INTERVAL},
    {"review, Good", &two, &one, FSRS_REVIEW, 0, FSRS_GOOD, INTERVAL},
    {"relearning, Again", &one, &two, FSRS_RELEARNING, 1, FSRS_AGAIN, FSRS_RELEARNING, 0,
     MINUTE},
    {"relearning, Hard", &one, &two, FSRS_RELEARNING, 0, FSRS_HARD, FSRS_RELEARNING, 0,
     330 * SECOND},
    {"relearning, Good", &one, &two, FSRS_RELEARNING, 0, FSRS_GOOD, FSRS_RELEARNING, 1,
     10 * MINUTE},
    {"relearnt", &one, &two, FSRS_RELEARNING, 1, FSRS_GOOD, INTERVAL},
    {"relearning, Easy", &one, &two, FSRS_RELEARNING, 0, FSRS_EASY, INTERVAL},
};

static void moves_on(void **state)
{
    const struct move *c = *state;
    struct fsrs_options options = make_plain_options();
    options.learning = *c->learning;
    options.relearning = *c->relearning;
    struct fsrs f = make_fsrs(fsrs_params_default(), options);
    struct fsrs_card card = {0};
    if (c->phase != FSRS_NEW)
        card = reviewed_card();
    card.phase = (uint8_t)c->phase;
    card.step = (uint8_t)c->step;
    struct fsrs_card next = card;
    struct fsrs_outcome outcome = review(&f, &next, c->rating, noon_ms + HOUR);
    assert_int_equal(next.phase, c->next_phase);
    assert_int_equal(next.step, c->next_step);
    int64_t wait_ms = c->wait_ms ? c->wait_ms : outcome.interval_days * DAY;
    assert_true(wait_ms > 0);
    assert_int_equal(outcome.wait_ms, wait_ms);
    assert_int_equal(outcome.interval_days > 0, c->wait_ms == 0);
    assert_int_equal(next.due_ms, noon_ms + HOUR + wait_ms);
    assert_int_equal(next.last_ms, noon_ms + HOUR);
    assert_int_equal(next.model, FSRS_MODEL_VERSION);
    assert_int_equal(next.reviews, card.reviews + 1);
    bool is_lapse = c->phase == FSRS_REVIEW && c->rating == FSRS_AGAIN;
    assert_int_equal(outcome.is_lapse, is_lapse);
    assert_int_equal(next.lapses, is_lapse);
}

static void set_retention(struct fsrs_options *o, double value)
{
    o->retention = value;
}

static void set_maximum(struct fsrs_options *o, double value)
{
    o->maximum_days = (int32_t)value;
}

static void set_learning_count(struct fsrs_options *o, double value)
{
    o->learning.count = (int)value;
    for (int i = 0; i < FSRS_STEPS_MOST; i++)
        o->learning.ms[i] = MINUTE;
}

static void set_learning_step(struct fsrs_options *o, double value)
{
    o->learning.ms[1] = (int64_t)value;
}

static void set_relearning_step(struct fsrs_options *o, double value)
{
    o->relearning.ms[0] = (int64_t)value;
}

static void set_rollover(struct fsrs_options *o, double value)
{
    o->days.rollover_hour = (int)value;
}

static void set_policy(struct fsrs_options *o, double value)
{
    o->days.policy = (enum fsrs_day_policy)value;
}

static void set_leech(struct fsrs_options *o, double value)
{
    o->leech_lapses = (int)value;
}

static const struct option_case {
    const char *name;
    void (*set)(struct fsrs_options *options, double value);
    double value;
    enum fsrs_error error;
} option_cases[] = {
    {"least retention", set_retention, 0.70, FSRS_OK},
    {"most retention", set_retention, 0.99, FSRS_OK},
    {"retention too low", set_retention, 0.699, FSRS_BAD_RETENTION},
    {"retention too high", set_retention, 0.991, FSRS_BAD_RETENTION},
    {"retention no number", set_retention, NO_NUMBER, FSRS_BAD_RETENTION},
    {"least maximum", set_maximum, 1, FSRS_OK},
    {"no maximum", set_maximum, 0, FSRS_BAD_MAXIMUM},
    {"maximum over a hundred years", set_maximum, 36501, FSRS_BAD_MAXIMUM},
    {"no steps", set_learning_count, 0, FSRS_OK},
    {"most steps", set_learning_count, FSRS_STEPS_MOST, FSRS_OK},
    {"steps below none", set_learning_count, -1, FSRS_BAD_STEPS},
    {"too many steps", set_learning_count, FSRS_STEPS_MOST + 1, FSRS_BAD_STEPS},
    {"a step of nothing", set_learning_step, 0, FSRS_BAD_STEPS},
    {"a step back", set_relearning_step, -MINUTE, FSRS_BAD_STEPS},
    {"longest step", set_relearning_step, 36500.0 * DAY, FSRS_OK},
    {"a step too long", set_relearning_step, 36500.0 * DAY + 1, FSRS_BAD_STEPS},
    {"last rollover", set_rollover, 23, FSRS_OK},
    {"rollover at 24", set_rollover, 24, FSRS_BAD_DAYS},
    {"rollover before midnight", set_rollover, -1, FSRS_BAD_DAYS},
    {"unknown days", set_policy, 2, FSRS_BAD_DAYS},
    {"no leeches", set_leech, 0, FSRS_OK},
    {"leeches below none", set_leech, -1, FSRS_BAD_LEECH},
};

static void checks_options(void **state)
{
    const struct option_case *c = *state;
    struct fsrs_options options = fsrs_options_default();
    c->set(&options, c->value);
    struct fsrs_params params = fsrs_params_default();
    struct fsrs f = {.interval = 42};
    assert_int_equal(fsrs_init(&f, &params, &options), c->error);
    assert_int_equal(f.interval == 42, c->error != FSRS_OK);
}

static void has_the_defaults_of_the_rules(void **state)
{
    (void)state;
    struct fsrs_options options = fsrs_options_default();
    assert_true(options.retention == 0.9);
    assert_int_equal(options.maximum_days, 36500);
    assert_memory_equal(&options.learning, &two, sizeof two);
    assert_memory_equal(&options.relearning, &one, sizeof one);
    assert_int_equal(options.days.policy, FSRS_DAYS_CALENDAR);
    assert_int_equal(options.days.rollover_hour, 4);
    assert_int_equal(options.leech_lapses, 8);
    assert_true(options.has_fuzz && options.is_monotone);
}

static void refuses_parameters(void **state)
{
    (void)state;
    struct fsrs_options options = fsrs_options_default();
    struct fsrs_params params = fsrs_params_default();
    params.w[4] = 11;
    struct fsrs f = {.interval = 42};
    assert_int_equal(fsrs_init(&f, &params, &options), FSRS_BAD_PARAMS);
    params.w[4] = HUGE_VAL;
    assert_int_equal(fsrs_init(&f, &params, &options), FSRS_BAD_PARAMS);
    assert_true(f.interval == 42);
}

static void refuses_what_is_no_review(void **state)
{
    (void)state;
    struct fsrs f = plain();
    struct fsrs_card card = reviewed_card();
    struct fsrs_outcome outcome = {.wait_ms = 42};
    struct fsrs_time now = {.at_ms = noon_ms};
    static const int ratings[] = {-1, 0, 5, INT32_MAX};
    for (size_t i = 0; i < COUNT(ratings); i++)
        assert_false(fsrs_review(&f, &card, (enum fsrs_rating)ratings[i], now, 1, &outcome));
    card.model = FSRS_MODEL_VERSION + 1;
    assert_false(fsrs_review(&f, &card, FSRS_GOOD, now, 1, &outcome));
    assert_false(fsrs_card_check(&card));
    card = reviewed_card();
    card.phase = FSRS_PHASE_COUNT;
    assert_false(fsrs_review(&f, &card, FSRS_GOOD, now, 1, &outcome));
    assert_false(fsrs_card_check(&card));
    struct fsrs_card same = reviewed_card();
    same.phase = FSRS_PHASE_COUNT;
    assert_memory_equal(&card, &same, sizeof card);
    assert_int_equal(outcome.wait_ms, 42);
    struct fsrs_outcome outcomes[FSRS_RATING_END];
    assert_false(fsrs_preview(&f, &card, 1, now, 1, outcomes));
}

static void mends_stored_cards(void **state)
{
    (void)state;
    struct fsrs_card card = {0}, good = reviewed_card();
    assert_true(fsrs_card_check(&card));
    card = good;
    assert_true(fsrs_card_check(&card));
    assert_memory_equal(&card, &good, sizeof card);
    card.memory = (struct fsrs_memory){.stability = 1e9, .difficulty = 0};
    assert_true(fsrs_card_check(&card));
    assert_true(card.memory.stability == 36500 && card.memory.difficulty == 1);
    card.memory.stability = NO_NUMBER;
    assert_false(fsrs_card_check(&card));
    card = good;
    card.memory.difficulty = HUGE_VAL;
    assert_false(fsrs_card_check(&card));
}

static void takes_a_clock_put_back_for_the_same_day(void **state)
{
    (void)state;
    struct fsrs f = plain();
    struct fsrs_card card = reviewed_card();
    int64_t year_ms = 365 * DAY;
    assert_true(fsrs_retrievability(&f, &card, noon_ms - year_ms) == 1);
    struct fsrs_card now = card;
    review(&f, &now, FSRS_GOOD, noon_ms);
    struct fsrs_outcome back = review(&f, &card, FSRS_GOOD, noon_ms - year_ms);
    assert_int_equal(back.elapsed_days, 0);
    assert_true(back.retrievability == 1);
    assert_memory_equal(&card.memory, &now.memory, sizeof now.memory);
    assert_int_equal(card.last_ms, noon_ms - year_ms);
}

static void assert_days(const struct fsrs_outcome next[FSRS_RATING_END], int32_t again,
                        int32_t hard, int32_t good, int32_t easy)
{
    assert_int_equal(next[FSRS_AGAIN].interval_days, again);
    assert_int_equal(next[FSRS_HARD].interval_days, hard);
    assert_int_equal(next[FSRS_GOOD].interval_days, good);
    assert_int_equal(next[FSRS_EASY].interval_days, easy);
}

static void puts_a_day_between_ratings(void **state)
{
    (void)state;
    struct fsrs_options options = make_plain_options();
    options.relearning = no_steps;
    struct fsrs f = make_fsrs(fsrs_params_default(), options);
    struct fsrs_card card = reviewed_card();
    card.memory = (struct fsrs_memory){.stability = 1, .difficulty = 10};
    struct fsrs_time now = {.at_ms = noon_ms + DAY};
    struct fsrs_outcome next[FSRS_RATING_END];
    assert_true(fsrs_preview(&f, &card, 1, now, 1, next));
    assert_days(next, 1, 1, 2, 2);
    f.options.is_monotone = true;
    assert_true(fsrs_preview(&f, &card, 1, now, 1, next));
    assert_days(next, 1, 1, 2, 3);
    f.options.maximum_days = 2;
    assert_true(fsrs_preview(&f, &card, 1, now, 1, next));
    assert_days(next, 1, 1, 2, 2);
}

static void puts_order_into_first_stabilities(void **state)
{
    (void)state;
    struct fsrs_options options = make_plain_options();
    options.learning = no_steps;
    options.is_monotone = true;
    struct fsrs_params params = fsrs_params_default();
    const double falling[] = {40, 30, 20, 10};
    for (int i = 0; i < 4; i++)
        params.w[i] = falling[i];
    struct fsrs f = make_fsrs(params, options);
    struct fsrs_card card = {0};
    struct fsrs_outcome next[FSRS_RATING_END];
    assert_true(fsrs_preview(&f, &card, 1, (struct fsrs_time){.at_ms = noon_ms}, 1, next));
    assert_days(next, 20, 20, 21, 22);
}

static void waits_longer_than_a_long_step(void **state)
{
    (void)state;
    struct fsrs_options options = make_plain_options();
    options.learning = days;
    options.is_monotone = true;
    struct fsrs f = make_fsrs(fsrs_params_default(), options);
    struct fsrs_card card = reviewed_card();
    card.memory.stability = 0.5;
    card.phase = FSRS_LEARNING;
    card.step = 2; // three days
    struct fsrs_outcome next[FSRS_RATING_END];
    assert_true(fsrs_preview(&f, &card, 1, (struct fsrs_time){.at_ms = noon_ms}, 1, next));
    assert_int_equal(next[FSRS_HARD].wait_ms, 3 * DAY);
    assert_days(next, 0, 0, 3, 4);
}

static void fuzzes_by_card_and_repetition(void **state)
{
    (void)state;
    struct fsrs_options options = make_plain_options();
    options.has_fuzz = true;
    struct fsrs f = make_fsrs(fsrs_params_default(), options);
    struct fsrs_card card = reviewed_card();
    card.memory.stability = 1000;
    struct fsrs_time now = {.at_ms = noon_ms + DAY};
    struct fsrs_outcome first[FSRS_RATING_END], other[FSRS_RATING_END];
    assert_true(fsrs_preview(&f, &card, 1, now, 1, first));
    assert_true(fsrs_preview(&f, &card, 1, now, 2, other));
    assert_int_not_equal(first[FSRS_GOOD].interval_days, other[FSRS_GOOD].interval_days);
    card.reviews++;
    assert_true(fsrs_preview(&f, &card, 1, now, 1, other));
    assert_int_not_equal(first[FSRS_GOOD].interval_days, other[FSRS_GOOD].interval_days);
}

static void rounds_half_a_day_up(void **state)
{
    (void)state;
    struct fsrs f = plain();
    assert_int_equal(fsrs_interval_days(&f, 2.5), 3);
    assert_int_equal(fsrs_interval_days(&f, 3.5), 4);
    assert_int_equal(fsrs_interval_days(&f, 3.4999999), 3);
    assert_int_equal(fsrs_interval_days(&f, 0.001), 1);
    assert_int_equal(fsrs_interval_days(&f, NO_NUMBER), 1);
    assert_int_equal(fsrs_interval_days(&f, 1e300), FSRS_INTERVAL_MOST);
}

static void fades_by_the_hour(void **state)
{
    (void)state;
    struct fsrs f = plain();
    struct fsrs_card card = reviewed_card(), fresh = {0};
    assert_true(fsrs_retrievability(&f, &card, noon_ms) == 1);
    assert_true(fabs(fsrs_retrievability(&f, &card, card.due_ms) - 0.9) < 1e-12);
    double morning = fsrs_retrievability(&f, &card, noon_ms + 20 * HOUR);
    assert_true(morning < fsrs_retrievability(&f, &card, noon_ms + 19 * HOUR));
    assert_true(fsrs_retrievability(&f, &fresh, noon_ms) == 0);
    // The model itself counts whole days.
    struct fsrs_outcome outcome = review(&f, &card, FSRS_GOOD, noon_ms + DAY + 20 * HOUR);
    assert_int_equal(outcome.elapsed_days, 1);
    assert_true(outcome.retrievability == fsrs_model_retrievability(&f.model, 1, 10));
}

static void finds_leeches(void **state)
{
    (void)state;
    static const bool said_at[] = {[8] = true, [12] = true, [16] = true, [20] = true};
    struct fsrs f = plain();
    struct fsrs_card card = reviewed_card();
    for (int lapse = 1; lapse < (int)COUNT(said_at); lapse++) {
        struct fsrs_outcome outcome = review(&f, &card, FSRS_AGAIN, noon_ms);
        assert_int_equal(card.lapses, lapse);
        assert_int_equal(outcome.is_leech, said_at[lapse]);
        assert_int_equal(fsrs_is_leech(&f, &card), lapse >= 8);
        // Neither another Again nor what follows is a lapse.
        outcome = review(&f, &card, FSRS_AGAIN, noon_ms);
        assert_false(outcome.is_lapse || outcome.is_leech);
        outcome = review(&f, &card, FSRS_GOOD, noon_ms);
        assert_false(outcome.is_lapse || outcome.is_leech);
    }
    f.options.leech_lapses = 0;
    assert_false(fsrs_is_leech(&f, &card));
    f.options.leech_lapses = 5; // again after 3: 5, 8, 11 ...
    card.lapses = 7;
    assert_true(review(&f, &card, FSRS_AGAIN, noon_ms).is_leech);
    card = reviewed_card();
    card.lapses = 6;
    assert_false(review(&f, &card, FSRS_AGAIN, noon_ms).is_leech);
}

static void counts_calendar_days(void **state)
{
    (void)state;
    struct fsrs_options options = make_plain_options();
    options.days.policy = FSRS_DAYS_CALENDAR;
    struct fsrs f = make_fsrs(fsrs_params_default(), options);
    struct fsrs_card card = reviewed_card();
    // 20 hours later in Berlin: the next day, at 9 o'clock.
    struct fsrs_time now = {.at_ms = noon_ms + 20 * HOUR, .ahead_min = 60};
    struct fsrs_card lapsed = card;
    struct fsrs_outcome outcome;
    assert_true(fsrs_review(&f, &card, FSRS_HARD, now, 1, &outcome));
    assert_int_equal(outcome.elapsed_days, 1);
    int32_t count = outcome.interval_days;
    assert_int_equal(outcome.wait_ms, count * DAY);
    // It may be asked from 4 o'clock on of its day, at 3 in UTC.
    assert_int_equal(card.due_ms, (20001 + count) * DAY + 3 * HOUR);
    for (int32_t ahead_min = -10 * 60; ahead_min <= 12 * 60; ahead_min += 60)
        assert_int_equal(fsrs_due_day(&f, &card, ahead_min), 20001 + count);
    // A step is due when it is due, before rollover still on the day before.
    assert_true(fsrs_review(&f, &lapsed, FSRS_AGAIN, now, 1, &outcome));
    assert_int_equal(lapsed.due_ms, now.at_ms + 10 * MINUTE);
    assert_int_equal(fsrs_due_day(&f, &lapsed, 60), 20001);
    assert_int_equal(fsrs_due_day(&f, &lapsed, -6 * 60), 20000);
}

int main(void)
{
    const struct CMUnitTest singles[] = {
        cmocka_unit_test(has_the_defaults_of_the_rules),
        cmocka_unit_test(refuses_parameters),
        cmocka_unit_test(refuses_what_is_no_review),
        cmocka_unit_test(mends_stored_cards),
        cmocka_unit_test(takes_a_clock_put_back_for_the_same_day),
        cmocka_unit_test(puts_a_day_between_ratings),
        cmocka_unit_test(puts_order_into_first_stabilities),
        cmocka_unit_test(waits_longer_than_a_long_step),
        cmocka_unit_test(fuzzes_by_card_and_repetition),
        cmocka_unit_test(rounds_half_a_day_up),
        cmocka_unit_test(fades_by_the_hour),
        cmocka_unit_test(finds_leeches),
        cmocka_unit_test(counts_calendar_days),
    };
    struct CMUnitTest tests[COUNT(singles) + COUNT(moves) + COUNT(option_cases)] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(singles); i++)
        tests[count++] = singles[i];
    for (size_t i = 0; i < COUNT(moves); i++) {
        tests[count++] =
            (struct CMUnitTest){moves[i].name, moves_on, NULL, NULL, (void *)&moves[i]};
    }
    for (size_t i = 0; i < COUNT(option_cases); i++) {
        tests[count++] = (struct CMUnitTest){option_cases[i].name, checks_options, NULL, NULL,
                                             (void *)&option_cases[i]};
    }
    return cmocka_run_group_tests_name("fsrs", tests, NULL, NULL);
}
