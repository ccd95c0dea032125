// Measures the plans of a learner who comes back to 100,000 cards.
//
// Each plan is made anew for several minutes a day, from far too few to more than enough, with
// the search for what would do. Prints the longest times; fails if a goal is missed.
#include "core/plan.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/rng.h"

enum { CARDS = 100000, UNSEEN = 10000, TODAY = 20000 };

static const int minutes[] = {5, 30, 100, 250, 500, 1440};
static const double goal_ms = 500;

/// Cards with stabilities up to two years, last seen up to a year ago.
static void draw_cards(struct fsrs_card *cards)
{
    struct rng rng = rng_seed(1);
    for (int i = 0; i < CARDS; i++) {
        double share = (double)rng_below(&rng, 1000) / 1000;
        int64_t last_ms = (TODAY - 1 - (int64_t)rng_below(&rng, 365)) * FSRS_DAY_MS;
        double stability = 0.5 + 730 * share * share * share;
        cards[i] = (struct fsrs_card){
            .due_ms = last_ms + (int64_t)(stability * FSRS_DAY_MS),
            .last_ms = last_ms,
            .memory = {stability, 1 + (double)rng_below(&rng, 90) / 10},
            .reviews = 5,
            .phase = FSRS_REVIEW,
            .model = FSRS_MODEL_VERSION,
        };
    }
}

/// Time of this process alone, for other programs would be measured as well by the clock.
static double now_ms(void)
{
    return (double)clock() * (1e3 / CLOCKS_PER_SEC);
}

static double greater(double a, double b)
{
    return a > b ? a : b;
}

int main(void)
{
    static struct fsrs_card cards[CARDS];
    struct fsrs fsrs;
    struct fsrs_params params = fsrs_params_default();
    struct fsrs_options options = fsrs_options_default();
    if (fsrs_init(&fsrs, &params, &options) != FSRS_OK)
        abort();
    draw_cards(cards);
    const struct plan_deck deck = {
        .fsrs = &fsrs,
        .habit = plan_habit_of(NULL, 0),
        .cards = cards,
        .count = CARDS,
        .unseen = UNSEEN,
        .now = {.at_ms = TODAY * (int64_t)FSRS_DAY_MS},
    };
    double back_ms = 0, exam_ms = 0;
    for (size_t i = 0; i < sizeof minutes / sizeof *minutes; i++) {
        struct arena scratch = {0};
        double start = now_ms();
        plan_back(&deck, minutes[i], &scratch);
        double middle = now_ms();
        plan_exam(&deck, TODAY + PLAN_DAYS, minutes[i], &scratch);
        back_ms = greater(back_ms, middle - start);
        exam_ms = greater(exam_ms, now_ms() - middle);
        arena_free(&scratch);
    }
    printf("%d cards, a year: the way back %.0f ms, an exam %.0f ms (goal %.0f ms)\n", CARDS,
           back_ms, exam_ms, goal_ms);
    return greater(back_ms, exam_ms) <= goal_ms ? 0 : 1;
}
