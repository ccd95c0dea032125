#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/fsrs_text.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct steps_case {
    const char *name, *text, *again; // again: as it is written; NULL: refused
    int64_t first_ms;
} steps_cases[] = {
    {"the usual ones", "1m 10m", "1m 10m", 60000},
    {"none", "", "", 0},
    {"only blanks", "  ", "", 0},
    {"commas and blanks", " 30s,  2h ,1d", "30s 2h 1d", 30000},
    {"a larger unit", "120s 60m 48h", "2m 1h 2d", 120000},
    {"the longest", "36500d", "36500d", (int64_t)36500 * FSRS_DAY_MS},
    {"sixteen", "1s 2s 3s 4s 5s 6s 7s 8s 9s 10s 11s 12s 13s 14s 15s 16s",
     "1s 2s 3s 4s 5s 6s 7s 8s 9s 10s 11s 12s 13s 14s 15s 16s", 1000},
    {"too long", "36501d", NULL, 0},
    {"too large to count", "999999999999999999999d", NULL, 0},
    {"nothing", "0m", NULL, 0},
    {"below nothing", "-1m", NULL, 0},
    {"no unit", "10", NULL, 0},
    {"no number", "m", NULL, 0},
    {"another unit", "1w", NULL, 0},
    {"a part", "1.5m", NULL, 0},
    {"seventeen", "1s 1s 1s 1s 1s 1s 1s 1s 1s 1s 1s 1s 1s 1s 1s 1s 1s", NULL, 0},
};

static void steps_are_read_and_written(void **state)
{
    const struct steps_case *c = *state;
    struct arena arena = {0};
    struct fsrs_steps steps = {.count = 1, .ms = {7}};
    assert_int_equal(fsrs_steps_read(c->text, &steps), c->again != NULL);
    if (c->again) {
        assert_string_equal(fsrs_steps_text(&steps, &arena), c->again);
        assert_int_equal(steps.ms[0], c->first_ms);
    } else {
        assert_int_equal(steps.count, 1); // as it was
        assert_int_equal(steps.ms[0], 7);
    }
    arena_free(&arena);
}

static const char usual[] = "0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, "
                            "1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, "
                            "1.8729, 0.5425, 0.0912, 0.0658, 0.1542";

static void a_list_is_read_in_brackets_or_not(void **state)
{
    (void)state;
    const char *ends[][2] = {{"", ""}, {"[", "]"}, {" [ ", " ] "}};
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(ends); i++) {
        struct fsrs_params params = {0};
        const char *text = arena_printf(&arena, "%s%s%s", ends[i][0], usual, ends[i][1]);
        assert_int_equal(fsrs_params_text_read(text, &params), FSRS_TEXT_GOOD);
        assert_float_equal(params.w[0], 0.212, 0);
        assert_float_equal(params.w[20], 0.1542, 0);
    }
    arena_free(&arena);
}

static void no_list_is_the_defaults(void **state)
{
    (void)state;
    struct fsrs_params params = {0}, fresh = fsrs_params_default();
    assert_int_equal(fsrs_params_text_read(" ", &params), FSRS_TEXT_GOOD);
    assert_memory_equal(&params, &fresh, sizeof params);
}

static void a_list_that_is_none_is_refused(void **state)
{
    (void)state;

    static const struct {
        const char *text;
        enum fsrs_text_fault fault;
    } cases[] = {
        {"1 2 3", FSRS_TEXT_COUNT},
        {"1 2 three", FSRS_TEXT_NO_NUMBERS},
        {"[1 2] 3", FSRS_TEXT_NO_NUMBERS},
        {"nan", FSRS_TEXT_NO_NUMBERS},
        {"1e999", FSRS_TEXT_NO_NUMBERS},
        {"1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", FSRS_TEXT_COUNT},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fsrs_params params = {.w = {42}};
        assert_int_equal(fsrs_params_text_read(cases[i].text, &params), cases[i].fault);
        assert_float_equal(params.w[0], 42, 0);
    }
}

static void a_list_out_of_range_says_which(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct fsrs_params params = {0};
    const char *text = arena_printf(&arena, "-1%s", strchr(usual, ','));
    assert_int_equal(fsrs_params_text_read(text, &params), FSRS_TEXT_RANGE);
    assert_int_equal(fsrs_params_outside(&params), 0);
    arena_free(&arena);
}

int main(void)
{
    struct CMUnitTest steps[COUNT(steps_cases)] = {0};
    for (size_t i = 0; i < COUNT(steps_cases); i++) {
        steps[i].name = steps_cases[i].name;
        steps[i].test_func = steps_are_read_and_written;
        steps[i].initial_state = (void *)&steps_cases[i];
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_is_read_in_brackets_or_not),
        cmocka_unit_test(no_list_is_the_defaults),
        cmocka_unit_test(a_list_that_is_none_is_refused),
        cmocka_unit_test(a_list_out_of_range_says_which),
    };
    int failed = cmocka_run_group_tests_name("steps", steps, NULL, NULL);
    return failed + cmocka_run_group_tests_name("parameters", tests, NULL, NULL);
}
