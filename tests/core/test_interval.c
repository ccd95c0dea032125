// How the wait for a card is rounded, at each place where the unit changes.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/interval.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const struct interval_case {
    const char *name;
    int64_t wait_ms;
    int32_t days;
    enum interval_unit unit;
    int64_t tenths;
} cases[] = {
    {"a part of a second is one", 1, 0, INTERVAL_SECONDS, 10},
    {"59 seconds", 59000, 0, INTERVAL_SECONDS, 590},
    {"a minute", 60000, 0, INTERVAL_MINUTES, 10},
    {"a minute and a half is two", 90000, 0, INTERVAL_MINUTES, 20},
    {"ten minutes", 600000, 0, INTERVAL_MINUTES, 100},
    {"just under two hours", 7199000, 0, INTERVAL_MINUTES, 1200},
    {"two hours", 7200000, 0, INTERVAL_HOURS, 20},
    {"a step of a day is in hours", 86400000, 0, INTERVAL_HOURS, 240},
    {"a day", 86400000, 1, INTERVAL_DAYS, 10},
    {"59 days", 0, 59, INTERVAL_DAYS, 590},
    {"60 days", 0, 60, INTERVAL_MONTHS, 20},
    {"75 days", 0, 75, INTERVAL_MONTHS, 25},
    {"299 days", 0, 299, INTERVAL_MONTHS, 99},
    {"304 days: whole from ten on", 0, 304, INTERVAL_MONTHS, 100},
    {"a day short of a year", 0, 364, INTERVAL_MONTHS, 120},
    {"a year", 0, 365, INTERVAL_YEARS, 10},
    {"a year and a half", 0, 548, INTERVAL_YEARS, 15},
    {"a hundred years", 0, 36500, INTERVAL_YEARS, 1000},
};

static void is_rounded(void **state)
{
    const struct interval_case *c = *state;
    const struct fsrs_outcome outcome = {.wait_ms = c->wait_ms, .interval_days = c->days};
    struct interval interval = interval_of(&outcome);
    assert_int_equal(interval.unit, c->unit);
    assert_int_equal(interval.tenths, c->tenths);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        tests[i].name = cases[i].name;
        tests[i].test_func = is_rounded;
        tests[i].initial_state = (void *)&cases[i];
    }
    return cmocka_run_group_tests_name("interval", tests, NULL, NULL);
}
