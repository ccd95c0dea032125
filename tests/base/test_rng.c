#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/rng.h"

// The first numbers of xoshiro256** after SplitMix64, worked out by the authors' own code.
static void follows_the_reference(void **state)
{
    (void)state;
    struct rng rng = rng_seed(0);
    assert_true(rng.state[0] == 0xe220a8397b1dcdafu);
    assert_true(rng.state[3] == 0xf88bb8a8724c81ecu);
    assert_true(rng_next(&rng) == 0x99ec5f36cb75f2b4u);
    assert_true(rng_next(&rng) == 0xbf6e1f784956452au);
    assert_true(rng_next(&rng) == 0x1a5f849d4933e6e0u);
    assert_true(rng_next(&rng) == 0x6aa594f1262d2d2cu);
    assert_true(rng_next(&rng) == 0xbba5ad4a1f842e59u);
}

static void stays_below_the_bound(void **state)
{
    (void)state;
    struct rng rng = rng_seed(1);
    assert_true(rng_below(&rng, 0) == 0);
    assert_true(rng_below(&rng, 1) == 0);
    int counts[6] = {0};
    for (int i = 0; i < 60000; i++)
        counts[rng_below(&rng, 6)]++;
    for (int i = 0; i < 6; i++)
        assert_in_range(counts[i], 9600, 10400); // 4 standard deviations
    for (int i = 0; i < 100; i++)
        assert_true(rng_below(&rng, UINT64_MAX / 2 + 2) < UINT64_MAX / 2 + 2);
}

static void is_even_for_large_bounds(void **state)
{
    (void)state;
    // Of 2^64 numbers the first third would come twice as often by a plain remainder.
    const uint64_t third = (uint64_t)1 << 62;
    struct rng rng = rng_seed(3);
    int low = 0;
    for (int i = 0; i < 30000; i++)
        low += rng_below(&rng, 3 * third) < third;
    assert_in_range(low, 9600, 10400);
}

static void shuffles_each_order_as_often(void **state)
{
    (void)state;
    struct rng rng = rng_seed(2);
    int counts[3][3] = {{0}};
    for (int i = 0; i < 30000; i++) {
        uint8_t order[3];
        rng_shuffle_u8(&rng, order, 3);
        assert_int_equal(1 << order[0] | 1 << order[1] | 1 << order[2], 7);
        for (int place = 0; place < 3; place++)
            counts[place][order[place]]++;
    }
    for (int i = 0; i < 9; i++)
        assert_in_range(counts[i / 3][i % 3], 9600, 10400);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(follows_the_reference),
        cmocka_unit_test(stays_below_the_bound),
        cmocka_unit_test(is_even_for_large_bounds),
        cmocka_unit_test(shuffles_each_order_as_often),
    };
    return cmocka_run_group_tests_name("rng", tests, NULL, NULL);
}
