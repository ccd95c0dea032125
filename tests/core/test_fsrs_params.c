#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/fsrs_make.h"
#include "core/fsrs_params.h"
#include "core/make.h"

static void has_defaults_in_range(void **state)
{
    (void)state;
    struct fsrs_params params = fsrs_params_default();
    assert_int_equal(fsrs_params_outside(&params), -1);
    assert_true(params.w[0] == 0.212);
    assert_true(params.w[20] == 0.1542);
}

static void takes_no_values_for_the_defaults(void **state)
{
    (void)state;
    struct fsrs_params params, defaults = fsrs_params_default();
    assert_true(fsrs_params_read(NULL, 0, &params));
    assert_memory_equal(&params, &defaults, sizeof params);
}

static void takes_21_as_they_are(void **state)
{
    (void)state;
    double values[21];
    for (int i = 0; i < 21; i++)
        values[i] = 100 + i;
    struct fsrs_params params;
    assert_true(fsrs_params_read(values, 21, &params));
    assert_memory_equal(params.w, values, sizeof values);
}

static void turns_19_into_21(void **state)
{
    (void)state;
    double values[19];
    for (int i = 0; i < 19; i++)
        values[i] = 1 + i;
    struct fsrs_params params;
    assert_true(fsrs_params_read(values, 19, &params));
    assert_memory_equal(params.w, values, sizeof values);
    assert_true(params.w[19] == 0);
    assert_true(params.w[20] == 0.5);
}

static void turns_17_into_21(void **state)
{
    (void)state;
    double values[17] = {1, 2, 3, 4, 5, 1, 1, 0.1, 1, 0.1, 1, 2, 0.1, 0.2, 1, 0.2, 3};
    struct fsrs_params params;
    assert_true(fsrs_params_read(values, 17, &params));
    for (int i = 0; i < 17; i++) {
        if (i < 4 || i > 6)
            assert_true(params.w[i] == values[i]);
    }
    assert_true(is_near(params.w[4], 7));                   // 5 + 2 * 1
    assert_true(is_near(params.w[5], 0.46209812037329684)); // ln(3 * 1 + 1) / 3
    assert_true(is_near(params.w[6], 1.5));                 // 1 + 0.5
    assert_true(params.w[17] == 0 && params.w[18] == 0 && params.w[19] == 0);
    assert_true(params.w[20] == 0.5);
}

static const struct refused_case {
    const char *name;
    size_t count;
    int index; // of a value that is changed
    double value;
} refused[] = {
    {"one value", 1, 0, 1},
    {"16 values", 16, 0, 1},
    {"18 values", 18, 0, 1},
    {"20 values", 20, 0, 1},
    {"22 values", 22, 0, 1},
    {"no number", 21, 7, NO_NUMBER},
    {"infinite", 19, 18, HUGE_VAL},
    {"minus infinite", 17, 0, -HUGE_VAL},
    {"17, and one beyond the logarithm", 17, 5, -1},
    {"17, and one too large to be doubled", 17, 5, 1e308},
};

static void refuses(void **state)
{
    const struct refused_case *c = *state;
    double values[22];
    for (int i = 0; i < 22; i++)
        values[i] = 1;
    values[c->index] = c->value;
    struct fsrs_params params = {.w[3] = 42};
    assert_false(fsrs_params_read(values, c->count, &params));
    assert_true(params.w[3] == 42);
}

static void finds_what_is_outside(void **state)
{
    (void)state;
    for (int i = 0; i < FSRS_PARAM_COUNT; i++) {
        struct fsrs_params params = fsrs_params_default();
        struct fsrs_range range = fsrs_params_range(i);
        params.w[i] = range.least;
        assert_int_equal(fsrs_params_outside(&params), -1);
        params.w[i] = range.most;
        assert_int_equal(fsrs_params_outside(&params), -1);
        params.w[i] = nextafter(range.least, -HUGE_VAL);
        assert_int_equal(fsrs_params_outside(&params), i);
        params.w[i] = nextafter(range.most, HUGE_VAL);
        assert_int_equal(fsrs_params_outside(&params), i);
        params.w[i] = NO_NUMBER;
        assert_int_equal(fsrs_params_outside(&params), i);
    }
}

static void clips_each_to_its_range(void **state)
{
    (void)state;
    for (int i = 0; i < FSRS_PARAM_COUNT; i++) {
        struct fsrs_range range = fsrs_params_range(i);
        struct fsrs_params params = fsrs_params_default();
        params.w[i] = -HUGE_VAL;
        fsrs_params_clip(&params, (struct fsrs_clip){0});
        assert_true(params.w[i] == range.least);
        params.w[i] = range.most + 1;
        fsrs_params_clip(&params, (struct fsrs_clip){0});
        assert_true(params.w[i] == range.most);
        params.w[i] = NO_NUMBER;
        fsrs_params_clip(&params, (struct fsrs_clip){0});
        assert_true(params.w[i] == fsrs_params_default().w[i]);
    }
}

// With w14 = 1 and two steps: the root of v = -(ln w11 + ln(2^w13 - 1) + 0.3) / 2.
static const struct ceiling_case {
    const char *name;
    struct fsrs_clip clip;
    double w11, w13, w17, w18, clipped_w17, clipped_w18;
} ceilings[] = {
    {"no steps", {0, 0.01, 0}, 1, 0.5, 2, 2, 2, 2},
    {"one step", {1, 0.01, 0}, 1, 0.5, 2, 2, 2, 2},
    {"two steps", {2, 0.01, 0}, 1, 0.5, 2, 0.1, 0.539153775383027, 0.1},
    {"two steps, a large offset", {2, 0.01, 0}, 1, 0.5, 0.2, 2, 0.2, 0.539153775383027},
    {"nothing left of it, stored", {2, 0.01, 0}, 5, 0.5, 2, 2, 0.01, 0.01},
    {"nothing left of it, in training", {2, 0.1, 0}, 5, 0.5, 2, 2, 0.1, 0.1},
    {"more than the range", {2, 0.01, 0}, 0.1, 0.001, 2, 2, 2, 2},
};

static void gives_the_same_day_a_ceiling(void **state)
{
    const struct ceiling_case *c = *state;
    struct fsrs_params params = fsrs_params_default();
    params.w[11] = c->w11;
    params.w[13] = c->w13;
    params.w[14] = 1;
    params.w[17] = c->w17;
    params.w[18] = c->w18;
    fsrs_params_clip(&params, c->clip);
    assert_true(is_near(params.w[17], c->clipped_w17));
    assert_true(is_near(params.w[18], c->clipped_w18));
    assert_int_equal(fsrs_params_outside(&params), -1);
}

static void lifts_saturation_when_asked(void **state)
{
    (void)state;
    struct fsrs_params params = fsrs_params_default();
    params.w[19] = 0;
    fsrs_params_clip(&params, (struct fsrs_clip){0});
    assert_true(params.w[19] == 0);
    fsrs_params_clip(&params, (struct fsrs_clip){.saturation_least = 0.01});
    assert_true(params.w[19] == 0.01);
}

int main(void)
{
    const struct CMUnitTest singles[] = {
        cmocka_unit_test(has_defaults_in_range),
        cmocka_unit_test(takes_no_values_for_the_defaults),
        cmocka_unit_test(takes_21_as_they_are),
        cmocka_unit_test(turns_19_into_21),
        cmocka_unit_test(turns_17_into_21),
        cmocka_unit_test(finds_what_is_outside),
        cmocka_unit_test(clips_each_to_its_range),
        cmocka_unit_test(lifts_saturation_when_asked),
    };
    struct CMUnitTest tests[COUNT(singles) + COUNT(refused) + COUNT(ceilings)] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(singles); i++)
        tests[count++] = singles[i];
    for (size_t i = 0; i < COUNT(refused); i++) {
        tests[count++] =
            (struct CMUnitTest){refused[i].name, refuses, NULL, NULL, (void *)&refused[i]};
    }
    for (size_t i = 0; i < COUNT(ceilings); i++) {
        tests[count++] = (struct CMUnitTest){ceilings[i].name, gives_the_same_day_a_ceiling,
                                             NULL, NULL, (void *)&ceilings[i]};
    }
    return cmocka_run_group_tests_name("fsrs_params", tests, NULL, NULL);
}
