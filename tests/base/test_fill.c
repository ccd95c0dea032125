#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/fill.h"

static struct arena arena;

static int clean(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void fills_gaps_in_any_order(void **state)
{
    (void)state;
    assert_string_equal(fill_text(&arena, "{1} of {2}", "3", "9", NULL), "3 of 9");
    assert_string_equal(fill_text(&arena, "von {2} sind {1}", "3", "9", NULL), "von 9 sind 3");
    assert_string_equal(fill_text(&arena, "{1}{1}, {2}", "a", "b", NULL), "aa, b");
    assert_string_equal(fill_text(&arena, "{2}", "a", "b", NULL), "b");
}

static void text_without_gaps_stays(void **state)
{
    (void)state;
    assert_string_equal(fill_text(&arena, "100 %s of {}", NULL), "100 %s of {}");
    assert_string_equal(fill_text(&arena, "", "a", NULL), "");
}

static void a_gap_without_a_text_stays(void **state)
{
    (void)state;
    assert_string_equal(fill_text(&arena, "{1} and {2} and {3}", "a", "b", NULL),
                        "a and b and {3}");
    assert_string_equal(fill_text(&arena, "{0} {10} {x} {1", "a", NULL), "{0} {10} {x} {1");
}

static void what_is_filled_in_is_not_looked_at_again(void **state)
{
    (void)state;
    assert_string_equal(fill_text(&arena, "{1} {2}", "{2}", "%s", NULL), "{2} %s");
}

static void nine_texts_have_gaps(void **state)
{
    (void)state;
    assert_string_equal(fill_text(&arena, "{9}{8}{7}{6}{5}{4}{3}{2}{1}", "1", "2", "3", "4",
                                  "5", "6", "7", "8", "9", NULL),
                        "987654321");
}

static void numbers_are_texts(void **state)
{
    (void)state;
    assert_string_equal(fill_number(&arena, 0), "0");
    assert_string_equal(fill_number(&arena, -42), "-42");
    assert_string_equal(fill_number(&arena, LLONG_MIN), "-9223372036854775808");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(fills_gaps_in_any_order, clean),
        cmocka_unit_test_teardown(text_without_gaps_stays, clean),
        cmocka_unit_test_teardown(a_gap_without_a_text_stays, clean),
        cmocka_unit_test_teardown(what_is_filled_in_is_not_looked_at_again, clean),
        cmocka_unit_test_teardown(nine_texts_have_gaps, clean),
        cmocka_unit_test_teardown(numbers_are_texts, clean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
