// What a teacher wishes for a lesson.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/lesson_wish.h"

static void accuracy_alone_counts_unless_somebody_says_otherwise(void **state)
{
    (void)state;
    struct lesson_wish wish = lesson_wish_usual();
    assert_int_equal(wish.limit_s, 0);
    assert_false(wish.has_speed);
    assert_int_equal(wish.text_percent, 130);
    assert_true(wish.questions > 0);
    struct lesson_wish fit = lesson_wish_fit(wish);
    assert_int_equal(fit.questions, wish.questions);
    assert_int_equal(fit.rounds, wish.rounds);
    assert_int_equal(fit.text_percent, wish.text_percent);
}

static void numbers_are_brought_within_their_limits(void **state)
{
    (void)state;
    struct lesson_wish low = lesson_wish_fit((struct lesson_wish){.mode = -1, .limit_s = -5});
    assert_int_equal(low.mode, 0);
    assert_int_equal(low.questions, 1);
    assert_int_equal(low.rounds, 1);
    assert_int_equal(low.limit_s, 0);
    assert_int_equal(low.text_percent, 100);
    struct lesson_wish high = lesson_wish_fit((struct lesson_wish){.mode = LESSON_MODES,
                                                                   .questions = 10000,
                                                                   .rounds = 10000,
                                                                   .limit_s = 10000,
                                                                   .text_percent = 10000});
    assert_int_equal(high.mode, 0);
    assert_int_equal(high.questions, LESSON_QUESTIONS_MOST);
    assert_int_equal(high.rounds, LESSON_ROUNDS_MOST);
    assert_int_equal(high.limit_s, LESSON_LIMIT_MOST_S);
    assert_int_equal(high.text_percent, 200);
}

static void a_calm_lesson_has_no_clock_and_no_speed(void **state)
{
    (void)state;
    struct lesson_wish wish = {.limit_s = 30, .has_speed = true, .top_three = true};
    assert_int_equal(lesson_wish_calmed(wish).limit_s, 30);
    assert_true(lesson_wish_calmed(wish).has_speed);
    wish.is_calm = true;
    assert_int_equal(lesson_wish_calmed(wish).limit_s, 0);
    assert_false(lesson_wish_calmed(wish).has_speed);
    assert_true(lesson_wish_calmed(wish).top_three);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accuracy_alone_counts_unless_somebody_says_otherwise),
        cmocka_unit_test(numbers_are_brought_within_their_limits),
        cmocka_unit_test(a_calm_lesson_has_no_clock_and_no_speed),
    };
    return cmocka_run_group_tests_name("lesson_wish", tests, NULL, NULL);
}
