#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/stats_due.h"
#include "core/stats_make.h"

enum { SEEDS = 200 };

/// A card due at the beginning of day `due`, `interval` days after it was reviewed.
static struct stats_card make_card(int64_t due, int interval)
{
    return (struct stats_card){
        .bank = "b",
        .question = "q",
        .card =
            {
                .due_ms = due * DAY + 4 * HOUR,
                .last_ms = noon(due - interval),
                .memory = {.stability = interval, .difficulty = 5},
                .reviews = 1,
                .phase = FSRS_REVIEW,
                .model = FSRS_MODEL_VERSION,
            },
    };
}

static const struct day_case {
    const char *name;
    int due;    // from TODAY
    int hidden; // until the beginning of that day; -99: not
    enum fsrs_phase phase;
    bool is_suspended;
    int day; // from TODAY; 99: never
} days[] = {
    {"due: today", 0, -99, FSRS_REVIEW, false, 0},
    {"due: in three days", 3, -99, FSRS_REVIEW, false, 3},
    {"due: since yesterday", -1, -99, FSRS_REVIEW, false, -1},
    {"due: a step", 0, -99, FSRS_RELEARNING, false, 0},
    {"due: a new card never", 0, -99, FSRS_NEW, false, 99},
    {"due: a suspended card never", 0, -99, FSRS_REVIEW, true, 99},
    {"due: hidden till tomorrow", -4, 1, FSRS_REVIEW, false, 1},
    {"due: hidden no longer than it waits", 5, 1, FSRS_REVIEW, false, 5},
    {"due: was hidden", -4, -2, FSRS_REVIEW, false, -2},
};

static void knows_the_day(void **state)
{
    const struct day_case *c = *state;
    struct fsrs fsrs = make_fsrs(fsrs_params_default(), fsrs_options_default());
    struct stats_card card = make_card(TODAY + c->due, 10);
    card.card.phase = (uint8_t)c->phase;
    card.is_suspended = c->is_suspended;
    if (c->hidden != -99)
        card.hidden_until_ms = (TODAY + c->hidden) * DAY + 4 * HOUR;
    struct stats_source source = {
        .cards = &card, .card_count = 1, .fsrs = &fsrs, .now = {.at_ms = noon(TODAY)}};
    int64_t day = stats_due_day(&source, &card);
    if (c->day == 99) {
        assert_true(day == STATS_NEVER);
        assert_int_equal(stats_due_on(&source, TODAY + 40000).cards, 0);
        return;
    }
    assert_int_equal(day, TODAY + c->day);
    assert_int_equal(stats_due_on(&source, day - 1).cards, 0);
    assert_int_equal(stats_due_on(&source, day).cards, 1);
    assert_int_equal(stats_due_on(&source, day).overdue, 0);
    assert_int_equal(stats_due_on(&source, day + 1).overdue, 1);
}

static void tells_how_far_cards_are(void **state)
{
    (void)state;
    struct fsrs fsrs = make_fsrs(fsrs_params_default(), fsrs_options_default());
    struct stats_card cards[] = {
        make_card(TODAY, 20), make_card(TODAY, 21), make_card(TODAY - 100, 100),
        make_card(TODAY, 20), make_card(TODAY, 20), make_card(TODAY, 20),
    };
    cards[3].card.phase = FSRS_LEARNING;
    cards[4].card.phase = FSRS_NEW;
    cards[5].is_suspended = true;
    struct stats_source source = {.cards = cards,
                                  .card_count = (int)COUNT(cards),
                                  .fsrs = &fsrs,
                                  .now = {.at_ms = noon(TODAY)}};
    struct stats_stages stages = stats_due_stages(&source);
    assert_int_equal(stages.learning, 1);
    assert_int_equal(stages.young, 1);
    assert_int_equal(stages.mature, 2);
    assert_int_equal(stages.suspended, 1);
    // Two are at their stability, which is a probability of 0.9, and one is at twice that.
    double late = fsrs_model_retrievability(&fsrs.model, 200, 100);
    assert_true(is_near(stages.recalled, 0.9 + 0.9 + late));
}

static void the_forecast_is_all_there_is(void **state)
{
    (void)state;
    static const int counts[] = {1, 14, 30};
    int seen = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct made_source made;
        make_source(&made, seed);
        struct stats_source *source = &made.source;
        int all = 0, cards = 0;
        for (int i = 0; i < source->card_count; i++) {
            all += stats_due_day(source, &source->cards[i]) != STATS_NEVER;
            cards += source->cards[i].card.phase != FSRS_NEW;
        }
        for (size_t c = 0; c < COUNT(counts); c++) {
            struct stats_forecast forecast = stats_due_forecast(source, counts[c], &made.arena);
            int sum = forecast.overdue;
            assert_int_equal(forecast.overdue, stats_due_on(source, TODAY).overdue);
            for (int i = 0; i < forecast.count; i++) {
                sum += forecast.days[i];
                assert_int_equal(sum, stats_due_on(source, TODAY + i).cards);
            }
            assert_int_equal(sum + forecast.later, all);
        }
        struct stats_stages stages = stats_due_stages(source);
        assert_int_equal(stages.learning + stages.young + stages.mature + stages.suspended,
                         cards);
        assert_int_equal(cards - stages.suspended, all);
        assert_true(stages.recalled >= 0 && stages.recalled <= stages.young + stages.mature);
        seen += all;
        made_source_free(&made);
    }
    assert_true(seen > 1000);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(days) + 2] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(days); i++) {
        tests[count++] =
            (struct CMUnitTest){days[i].name, knows_the_day, NULL, NULL, (void *)&days[i]};
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(tells_how_far_cards_are);
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(the_forecast_is_all_there_is);
    return cmocka_run_group_tests_name("stats_due", tests, NULL, NULL);
}
