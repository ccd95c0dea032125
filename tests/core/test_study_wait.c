#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/rng.h"
#include "core/study_wait.h"

enum { CARDS = 60 };

static int first_by_hand(const bool *is_in, const int64_t *at_ms)
{
    int first = -1;
    for (int i = 0; i < CARDS; i++) {
        if (is_in[i] && (first < 0 || at_ms[i] < at_ms[first]))
            first = i;
    }
    return first;
}

static void keeps_the_earliest_first(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct study_wait wait;
    study_wait_init(&wait, CARDS, &arena);
    struct rng rng = rng_seed(5);
    bool is_in[CARDS] = {0};
    int64_t at_ms[CARDS] = {0};
    int count = 0;
    for (int i = 0; i < 20000; i++) {
        uint32_t card = (uint32_t)rng_below(&rng, CARDS);
        // Full for a while, then nearly empty.
        bool wants_in = rng_below(&rng, 10) < (i / 500 % 2 ? 8 : 2);
        if (is_in[card] == wants_in)
            continue;
        if (is_in[card]) {
            assert_true(study_wait_remove(&wait, card) == at_ms[card]);
        } else {
            at_ms[card] = (int64_t)rng_below(&rng, 40) - 20; // often the same
            study_wait_add(&wait, card, at_ms[card]);
        }
        is_in[card] = !is_in[card];
        count += is_in[card] ? 1 : -1;
        assert_int_equal(wait.count, count);
        if (count > 0)
            assert_int_equal(wait.items[0].card, first_by_hand(is_in, at_ms));
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(keeps_the_earliest_first)};
    return cmocka_run_group_tests_name("study_wait", tests, NULL, NULL);
}
