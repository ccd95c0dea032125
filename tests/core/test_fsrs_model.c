#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/fsrs_make.h"
#include "core/make.h"

enum { MODELS = 300, MEMORIES = 100 };

static const double ln2 = 0.69314718055994530942;

// Parameters that can be reckoned with by hand.
static struct fsrs_model simple_model(double w17, double w18)
{
    struct fsrs_params params = {{1, 2,    3,   8,   5,   ln2, 1,   0.5, 0,   0.5, ln2,
                                  2, 0.25, 0.5, ln2, 0.5, 2,   w17, w18, 0.5, 0.5}};
    struct fsrs_model m;
    assert_true(fsrs_model_init(&m, &params));
    return m;
}

static void starts(void **state)
{
    (void)state;
    struct fsrs_model m = simple_model(1, 0);
    assert_true(is_near(m.first[FSRS_AGAIN].stability, 1));
    assert_true(is_near(m.first[FSRS_EASY].stability, 8));
    assert_true(is_near(m.first[FSRS_AGAIN].difficulty, 5)); // 5 - 2^0 + 1
    assert_true(is_near(m.first[FSRS_GOOD].difficulty, 2));  // 5 - 2^2 + 1
    assert_true(is_near(m.first[FSRS_EASY].difficulty, 1));  // not the -2 of 5 - 2^3 + 1
    assert_true(is_near(fsrs_model_first_difficulty(&m, FSRS_EASY), -2.0)); // this is
}

static void forgets_along_the_curve(void **state)
{
    (void)state;
    struct fsrs_model m = simple_model(1, 0); // F = 1 / 0.81 - 1 = 19 / 81
    assert_true(fsrs_model_retrievability(&m, 0, 5) == 1);
    assert_true(is_near(fsrs_model_retrievability(&m, 5, 5), 0.9));
    assert_true(is_near(fsrs_model_retrievability(&m, 81 * 3, 19), 0.5)); // (1 + 3)^-0.5
    assert_true(fsrs_model_interval(&m, 0.9) == 1);
    assert_true(is_near(fsrs_model_interval(&m, 0.5), 243.0 / 19)); // (0.5^-2 - 1) / F
}

static void moves_difficulty(void **state)
{
    (void)state;
    struct fsrs_model m = simple_model(1, 0);
    // 0.5 * -2 + 0.5 * (4 + 2 * 6 / 9)
    assert_true(is_near(fsrs_model_difficulty(&m, 4, FSRS_AGAIN), 5.0 / 3));
    assert_true(
        is_near(fsrs_model_difficulty(&m, 10, FSRS_AGAIN), 4)); // nothing is left of 10 - D
    assert_true(is_near(fsrs_model_difficulty(&m, 2, FSRS_EASY), 1));
}

static void moves_stability(void **state)
{
    (void)state;
    struct fsrs_model m = simple_model(1, 0), capped = simple_model(2, ln2 / 2);
    // Recall at r = 0: (11 - 9) / sqrt(4) * (2 - 1) = 1, times 0.5 at Hard and 2 at Easy.
    struct fsrs_memory nine = {.stability = 4, .difficulty = 9};
    assert_true(is_near(fsrs_model_recall(&m, nine, 0, FSRS_GOOD), 8));
    assert_true(is_near(fsrs_model_recall(&m, nine, 0, FSRS_HARD), 6));
    assert_true(is_near(fsrs_model_recall(&m, nine, 0, FSRS_EASY), 12));
    assert_true(is_near(fsrs_model_recall(&m, nine, 1, FSRS_EASY), 4));
    // Lapse: 2 * 1 * (sqrt(3 + 1) - 1) * 2^(1 - r), at most 3 and at most 3 / 2.
    struct fsrs_memory one = {.stability = 3, .difficulty = 1};
    assert_true(is_near(fsrs_model_lapse(&m, one, 1), 2));
    assert_true(is_near(fsrs_model_lapse(&m, one, 0), 3));
    assert_true(is_near(fsrs_model_lapse(&capped, one, 0), 1.5));
    // The same day: e^(g - 3) / sqrt(4) * 4.
    assert_true(is_near(fsrs_model_same_day(&m, 4, FSRS_AGAIN), 2 * exp(-2)));
    assert_true(is_near(fsrs_model_same_day(&m, 4, FSRS_EASY), 2 * exp(1)));
    assert_true(is_near(fsrs_model_same_day(&m, 4, FSRS_GOOD), 4));
    assert_true(is_near(fsrs_model_same_day(&m, 4, FSRS_HARD), 4));
}

static void chooses_the_formula(void **state)
{
    (void)state;
    struct fsrs_model m = simple_model(1, 0);
    struct fsrs_memory memory = {.stability = 4, .difficulty = 9};
    double r = fsrs_model_retrievability(&m, 1, 4);
    assert_true(is_near(make_review(&m, memory, 0, FSRS_EASY).stability, 2 * exp(1)));
    assert_true(is_near(make_review(&m, memory, -1, FSRS_AGAIN).stability, 2 * exp(-2)));
    assert_true(is_near(make_review(&m, memory, 1, FSRS_AGAIN).stability,
                        fsrs_model_lapse(&m, memory, r)));
    assert_true(is_near(make_review(&m, memory, 1, FSRS_HARD).stability,
                        fsrs_model_recall(&m, memory, r, FSRS_HARD)));
    struct fsrs_change change;
    fsrs_model_review(&m, memory, 1, FSRS_GOOD, &change);
    assert_true(is_near(change.retrievability, r));
    // All that recall are told at once.
    for (enum fsrs_rating g = FSRS_HARD; g < FSRS_RATING_END; g++)
        assert_true(is_near(change.stability[g], fsrs_model_recall(&m, memory, r, g)));
    fsrs_model_review(&m, memory, 0, FSRS_GOOD, &change);
    assert_true(change.retrievability == 1);
    for (enum fsrs_rating g = FSRS_HARD; g < FSRS_RATING_END; g++)
        assert_true(is_near(change.stability[g], fsrs_model_same_day(&m, 4, g)));
    assert_true(is_near(make_review(&m, memory, 1, FSRS_HARD).difficulty,
                        fsrs_model_difficulty(&m, 9, FSRS_HARD)));
}

static void leaves_stability_without_short_term(void **state)
{
    (void)state;
    struct fsrs_params params = fsrs_params_default();
    params.w[17] = params.w[18] = params.w[19] = 0;
    struct fsrs_model m;
    assert_true(fsrs_model_init(&m, &params));
    for (enum fsrs_rating g = FSRS_AGAIN; g < FSRS_RATING_END; g++)
        assert_true(fsrs_model_same_day(&m, 12.5, g) == 12.5);
}

static void refuses_parameters(void **state)
{
    (void)state;
    struct fsrs_model m = {.curve = 42};
    struct fsrs_params params = fsrs_params_default();
    params.w[20] = 0;
    assert_false(fsrs_model_init(&m, &params));
    params.w[20] = NO_NUMBER;
    assert_false(fsrs_model_init(&m, &params));
    assert_true(m.curve == 42);
}

static bool is_memory(struct fsrs_memory memory)
{
    return memory.stability >= 0.001 && memory.stability <= 36500 && memory.difficulty >= 1 &&
           memory.difficulty <= 10;
}

static void check_curve(const struct fsrs_model *m, struct rng *rng, double stability)
{
    assert_true(is_near(fsrs_model_retrievability(m, stability, stability), 0.9));
    double days = make_double(rng, 0, 3 * stability), later = days + 0.01 * stability;
    double r = fsrs_model_retrievability(m, days, stability);
    assert_true(r > fsrs_model_retrievability(m, later, stability));
    assert_true(r > 0 && r <= 1);
    double retention = make_double(rng, 0.7, 0.99), lower = make_double(rng, 0.5, retention);
    double interval = fsrs_model_interval(m, retention);
    assert_true(fsrs_model_interval(m, lower) > interval);
    assert_true(
        is_near(fsrs_model_retrievability(m, interval * stability, stability), retention));
}

static void check_review(const struct fsrs_model *m, struct fsrs_memory memory, int32_t days)
{
    struct fsrs_memory after[FSRS_RATING_END];
    for (enum fsrs_rating g = FSRS_AGAIN; g < FSRS_RATING_END; g++) {
        after[g] = make_review(m, memory, days, g);
        assert_true(is_memory(after[g]));
        if (g == FSRS_AGAIN)
            continue;
        assert_true(after[g].stability >= memory.stability * (1 - 1e-15));
        assert_true(after[g].stability >= after[g - 1].stability);
        assert_true(after[g].difficulty <= after[g - 1].difficulty);
    }
    if (days > 0)
        assert_true(after[FSRS_AGAIN].stability <= fmax(memory.stability, 0.001));
}

static void holds_for_all_parameters(void **state)
{
    (void)state;
    struct rng rng = rng_seed(6);
    for (int i = 0; i < MODELS; i++) {
        struct fsrs_params params = make_params(&rng);
        struct fsrs_model m;
        assert_true(fsrs_model_init(&m, &params));
        for (int j = 0; j < MEMORIES; j++) {
            struct fsrs_memory memory = make_memory(&rng);
            assert_true(is_memory(memory));
            check_curve(&m, &rng, memory.stability);
            check_review(&m, memory, 0);
            check_review(&m, memory, (int32_t)(1 + rng_below(&rng, 40000)));
        }
    }
}

static void bounds_whatever_it_is_given(void **state)
{
    (void)state;
    static const double odd[] = {NO_NUMBER, HUGE_VAL, -HUGE_VAL, 0,
                                 -1,        -DBL_MAX, DBL_MAX,   DBL_MIN};
    static const int32_t days[] = {INT32_MIN, -1, 0, 1, INT32_MAX};
    struct fsrs_params params = fsrs_params_default();
    struct fsrs_model m;
    assert_true(fsrs_model_init(&m, &params));
    struct fsrs_memory least = fsrs_model_memory((struct fsrs_memory){NO_NUMBER, NO_NUMBER});
    assert_true(least.stability == 0.001 && least.difficulty == 1);
    for (size_t i = 0; i < COUNT(odd) * COUNT(odd); i++) {
        double a = odd[i % COUNT(odd)], b = odd[i / COUNT(odd)];
        struct fsrs_memory memory = {.stability = a, .difficulty = b};
        assert_true(is_memory(fsrs_model_memory(memory)));
        assert_true(is_memory(fsrs_model_from_sm2(&m, a, b, 0.9)));
        assert_true(is_memory(fsrs_model_from_sm2(&m, 2.5, a, b)));
        double r = fsrs_model_retrievability(&m, a, b);
        assert_true(r >= 0 && r <= 1);
        assert_true(isfinite(fsrs_model_interval(&m, a)) && fsrs_model_interval(&m, a) >= 0);
        for (size_t j = 0; j < COUNT(days) * 4; j++) {
            enum fsrs_rating g = (enum fsrs_rating)(FSRS_AGAIN + j % 4);
            assert_true(is_memory(make_review(&m, memory, days[j / 4], g)));
        }
    }
}

// SM-2 multiplies the interval by the ease factor: so does the memory that stands for it.
static void continues_sm2(void **state)
{
    (void)state;
    struct rng rng = rng_seed(2);
    struct fsrs_params params = fsrs_params_default();
    struct fsrs_model m;
    assert_true(fsrs_model_init(&m, &params));
    int checked = 0;
    for (int i = 0; i < 1000; i++) {
        double ease = make_double(&rng, 1.3, 4), retention = make_double(&rng, 0.7, 0.97);
        double days = make_double(&rng, 1, 1000);
        struct fsrs_memory memory = fsrs_model_from_sm2(&m, ease, days, retention);
        assert_true(is_near(fsrs_model_retrievability(&m, days, memory.stability), retention));
        if (memory.difficulty <= 1 || memory.difficulty >= 10)
            continue;
        assert_true(is_near(fsrs_model_recall(&m, memory, retention, FSRS_GOOD),
                            ease * memory.stability));
        checked++;
    }
    assert_true(checked > 100);
    struct fsrs_memory always = fsrs_model_from_sm2(&m, 2.5, 10, 1);
    struct fsrs_memory nearly = fsrs_model_from_sm2(&m, 2.5, 10, 0.99);
    assert_memory_equal(&always, &nearly, sizeof always);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(starts),
        cmocka_unit_test(forgets_along_the_curve),
        cmocka_unit_test(moves_difficulty),
        cmocka_unit_test(moves_stability),
        cmocka_unit_test(chooses_the_formula),
        cmocka_unit_test(leaves_stability_without_short_term),
        cmocka_unit_test(refuses_parameters),
        cmocka_unit_test(holds_for_all_parameters),
        cmocka_unit_test(bounds_whatever_it_is_given),
        cmocka_unit_test(continues_sm2),
    };
    return cmocka_run_group_tests_name("fsrs_model", tests, NULL, NULL);
}
