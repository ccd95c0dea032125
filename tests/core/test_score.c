#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/make.h"
#include "core/score.h"

static const struct score_case {
    const char *name;
    struct score_rules rules;
    int points, credit;
    bool is_hinted;
    int streak;
    int64_t left_ms, limit_ms;
    struct points earned;
} scores[] = {
    {"right", {false, false, 10}, 1, 1000, false, 3, 5, 10, {1000, 0, 0}},
    {"wrong", {true, true, 10}, 1, 0, false, 0, 5, 10, {0, 0, 0}},
    {"two thirds", {true, true, 10}, 1, 667, false, 0, 5, 10, {667, 0, 0}},
    {"worth more", {false, false, 10}, 3, 667, false, 0, 5, 10, {2001, 0, 0}},
    {"worth nothing", {false, false, 10}, 0, 1000, false, 1, 5, 10, {0, 0, 0}},
    {"worth the most", {false, false, 10}, 1000, 1000, false, 1, 5, 10, {1000000, 0, 0}},
    {"a hint halves", {true, true, 10}, 1, 1000, true, 3, 5, 10, {500, 0, 0}},
    {"half of an odd number goes up", {true, true, 10}, 1, 667, true, 3, 5, 10, {334, 0, 0}},
    {"speed", {true, false, 10}, 1, 1000, false, 1, 5, 10, {1000, 24, 0}},
    {"speed is rounded down", {true, false, 10}, 1, 1000, false, 1, 9999, 10000, {1000, 48, 0}},
    {"at once", {true, false, 10}, 1, 1000, false, 1, 10, 10, {1000, 49, 0}},
    {"no more than at once", {true, false, 10}, 1, 1000, false, 1, 99, 10, {1000, 49, 0}},
    {"too late", {true, false, 10}, 1, 1000, false, 1, -5, 10, {1000, 0, 0}},
    {"no limit", {true, false, 10}, 1, 1000, false, 1, INT64_MAX, 0, {1000, 0, 0}},
    {"streak", {false, true, 10}, 1, 1000, false, 2, 5, 10, {1000, 0, 19}},
    {"full streak", {false, true, 10}, 1, 1000, false, 5, 5, 10, {1000, 0, 49}},
    {"beyond a full streak", {false, true, 10}, 1, 1000, false, 50, 5, 10, {1000, 0, 49}},
    {"both, one question", {true, true, 1}, 1, 1000, false, 5, 10, 10, {1000, 499, 499}},
    {"499 questions", {true, true, 499}, 1, 1000, false, 5, 10, 10, {1000, 1, 1}},
    {"500 questions", {true, true, 500}, 1, 1000, false, 5, 10, 10, {1000, 0, 0}},
    {"no questions", {true, true, 0}, 1, 1000, false, 5, 10, 10, {1000, 0, 0}},
};

static void earns(void **state)
{
    const struct score_case *c = *state;
    const struct question question = {.points = (uint16_t)c->points};
    struct points earned = score_answer(&c->rules, &question, c->credit, c->is_hinted,
                                        c->streak, c->left_ms, c->limit_ms);
    assert_int_equal(earned.accuracy, c->earned.accuracy);
    assert_int_equal(earned.speed, c->earned.speed);
    assert_int_equal(earned.streak, c->earned.streak);
}

static void adds_and_ranks(void **state)
{
    (void)state;
    struct points ahead = {2000, 1, 2}, behind = {1999, 400, 500}, tie = {2000, 3, 0};
    assert_true(score_compare(ahead, behind) > 0);
    assert_true(score_compare(behind, ahead) < 0);
    assert_int_equal(score_compare(ahead, tie), 0);
    assert_true(score_compare(ahead, (struct points){2000, 0, 2}) > 0);
    assert_true(score_compare((struct points){2000, 0, 2}, ahead) < 0);
    struct points sum = score_add(ahead, behind);
    assert_int_equal(sum.accuracy, 3999);
    assert_int_equal(sum.speed, 401);
    assert_int_equal(sum.streak, 502);
    assert_int_equal(score_total(sum), 4902);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(scores) + 1] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(scores); i++) {
        tests[count++] =
            (struct CMUnitTest){scores[i].name, earns, NULL, NULL, (void *)&scores[i]};
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(adds_and_ranks);
    return cmocka_run_group_tests_name("score", tests, NULL, NULL);
}
