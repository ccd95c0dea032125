#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/date.h"
#include "screens/date_words.h"

enum { DAY = 20000 }; // Friday, 4 October 2024

static void says_days(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_string_equal(date_words_day(&arena, DAY), "Friday, 4 October 2024");
    assert_string_equal(date_words_day(&arena, 0), "Thursday, 1 January 1970");
    assert_string_equal(date_words_day(&arena, -1), "Wednesday, 31 December 1969");
    assert_string_equal(date_words_near(&arena, DAY, DAY), "Today");
    assert_string_equal(date_words_near(&arena, DAY + 1, DAY), "Tomorrow");
    assert_string_equal(date_words_near(&arena, DAY + 2, DAY), "Sunday, 6 October");
    assert_string_equal(date_words_near(&arena, DAY - 1, DAY), "Thursday, 3 October");
    assert_string_equal(date_words_initial(&arena, DATE_MONDAY), "M");
    assert_string_equal(date_words_initial(&arena, DATE_SUNDAY), "S");
    assert_string_equal(date_words_month(1), "Jan");
    assert_string_equal(date_words_month(12), "Dec");
    arena_free(&arena);
}

static void says_times(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_string_equal(date_words_time(&arena, 0), "0 seconds");
    assert_string_equal(date_words_time(&arena, 1999), "1 second");
    assert_string_equal(date_words_time(&arena, 59999), "59 seconds");
    assert_string_equal(date_words_time(&arena, 60000), "1 minute");
    assert_string_equal(date_words_time(&arena, 3599999), "59 minutes");
    assert_string_equal(date_words_time(&arena, 3600000), "1 h 0 min");
    assert_string_equal(date_words_time(&arena, INT64_C(100) * 3600000), "100 h 0 min");
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_days),
        cmocka_unit_test(says_times),
    };
    return cmocka_run_group_tests_name("date_words", tests, NULL, NULL);
}
