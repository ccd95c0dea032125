// core/comeback.h: a learner who comes back after a month, for tests of forecasts.
#pragma once

#include <math.h>

#include "core/fsrs_make.h"
#include "core/learner.h"
#include "core/make.h"
#include "core/plan_crowd.h"

enum {
    CARDS = 1500,
    STUDIED_DAYS = 120,
    TODAY = STUDIED_DAYS + 30, // the day on which the learner comes back
    LIVES = 6,                 // that a forecast is held against
};

static struct arena arena;
static struct fsrs fsrs;
static struct learner learner; // on the morning of TODAY
static struct plan_deck deck;  // and the learner's cards

static inline int come_back(void **state)
{
    (void)state;
    fsrs = make_fsrs(fsrs_params_default(), fsrs_options_default());
    learner = learner_make(&fsrs, CARDS, 1, &arena);
    for (int day = 0; day < STUDIED_DAYS; day++)
        learner_study(&learner, day, 600, CARDS / 80);
    deck = (struct plan_deck){
        .fsrs = &fsrs,
        .habit = plan_habit_of(learner.past, learner.past_count),
        .cards = learner.cards,
        .count = learner.count,
        .now = learner_morning(&learner, TODAY),
    };
    return learner.seen == learner.count ? 0 : -1;
}

static inline int clean(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static inline int64_t number(int day)
{
    return learner.first_day + day;
}

static inline void assert_close(double value, double wanted, double by)
{
    if (!(fabs(value - wanted) <= by))
        fail_msg("%g is not within %g of %g", value, by, wanted);
}

// A card that was last reviewed so many days ago and is due after its stability.
static inline struct fsrs_card known(double stability, int days_ago)
{
    int64_t last_ms = deck.now.at_ms - days_ago * (int64_t)FSRS_DAY_MS;
    return (struct fsrs_card){
        .due_ms = last_ms + (int64_t)(stability * FSRS_DAY_MS),
        .last_ms = last_ms,
        .memory = {stability, 5},
        .reviews = 3,
        .phase = FSRS_REVIEW,
        .model = FSRS_MODEL_VERSION,
    };
}
