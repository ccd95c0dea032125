#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/fsrs_fuzz.h"
#include "core/make.h"

static const double nearly_one = 1 - 0x1p-53;

static const struct span_case {
    const char *name;
    int32_t days, maximum, least, most;
} spans[] = {
    {"1 day", 1, 36500, 1, 1},
    {"2 days", 2, 36500, 2, 2},
    {"3 days: 1.075 either way", 3, 36500, 2, 4},
    {"7 days: 1.675", 7, 36500, 5, 9},
    {"20 days: 2.975", 20, 36500, 17, 23},
    {"100 days: 6.975", 100, 36500, 93, 107},
    {"near the maximum", 28, 30, 25, 30},
    {"at the maximum", 30, 30, 27, 30},
    {"a small maximum", 3, 3, 2, 3},
};

static void spans_days(void **state)
{
    const struct span_case *c = *state;
    struct fsrs_span span = fsrs_fuzz_span(c->days, c->maximum);
    assert_int_equal(span.least, c->least);
    assert_int_equal(span.most, c->most);
}

static void picks_both_ends_and_nothing_beyond(void **state)
{
    (void)state;
    for (int32_t days = 1; days < 3000; days++) {
        struct fsrs_span span = fsrs_fuzz_span(days, 2500);
        assert_int_equal(fsrs_fuzz_pick(days, 2500, 0), span.least);
        assert_int_equal(fsrs_fuzz_pick(days, 2500, nearly_one), span.most);
        assert_true(span.least >= 1 && span.least <= span.most);
        assert_true(span.most <= 2500 || days <= 2);
    }
}

static void keeps_the_order(void **state)
{
    (void)state;
    for (int i = 0; i <= 50; i++) {
        double chance = i / 50.0 * nearly_one;
        for (int32_t days = 2; days <= 2500; days++) {
            assert_true(fsrs_fuzz_pick(days, 2500, chance) >=
                        fsrs_fuzz_pick(days - 1, 2500, chance));
        }
    }
}

static void is_the_same_for_card_and_repetition(void **state)
{
    (void)state;
    assert_true(fsrs_fuzz_chance(7, 3) == fsrs_fuzz_chance(7, 3));
    // The journal of old reviews must lead to the same days for ever.
    assert_int_equal(fsrs_fuzz_pick(1000, 36500, fsrs_fuzz_chance(7, 3)), 1030);
    assert_int_equal(fsrs_fuzz_pick(1000, 36500, fsrs_fuzz_chance(0, 0)), 1011);
}

// Neighbouring seeds and repetitions are what a program uses; none may repeat another.
static void spreads_evenly(void **state)
{
    (void)state;

    enum { SEEDS = 200, REPETITIONS = 50, BINS = 20 };

    int bins[BINS] = {0};
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        for (uint32_t repetition = 0; repetition < REPETITIONS; repetition++) {
            double chance = fsrs_fuzz_chance(seed, repetition);
            assert_true(chance >= 0 && chance < 1);
            bins[(int)(chance * BINS)]++;
            assert_true(chance != fsrs_fuzz_chance(seed + 1, repetition));
            assert_true(chance != fsrs_fuzz_chance(seed, repetition + 1));
        }
    }
    for (int i = 0; i < BINS; i++) // 500 expected, 22 the standard deviation
        assert_in_range(bins[i], 500 - 110, 500 + 110);
}

int main(void)
{
    const struct CMUnitTest singles[] = {
        cmocka_unit_test(picks_both_ends_and_nothing_beyond),
        cmocka_unit_test(keeps_the_order),
        cmocka_unit_test(is_the_same_for_card_and_repetition),
        cmocka_unit_test(spreads_evenly),
    };
    struct CMUnitTest tests[COUNT(singles) + COUNT(spans)] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(singles); i++)
        tests[count++] = singles[i];
    for (size_t i = 0; i < COUNT(spans); i++) {
        tests[count++] =
            (struct CMUnitTest){spans[i].name, spans_days, NULL, NULL, (void *)&spans[i]};
    }
    return cmocka_run_group_tests_name("fsrs_fuzz", tests, NULL, NULL);
}
