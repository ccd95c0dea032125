#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/fsrs_days.h"
#include "core/make.h"

#define CALENDAR FSRS_DAYS_CALENDAR
#define H24      FSRS_DAYS_24H

// A moment: day 20000 since 1970 and the time of day in UTC.
#define AT(day, hour, minute)                                                                  \
    ((20000 + (int64_t)(day)) * FSRS_DAY_MS + ((hour)*60 + (minute)) * INT64_C(60000))

static const struct elapsed_case {
    const char *name;
    struct fsrs_days days;
    int64_t last_ms;
    struct fsrs_time now;
    int32_t elapsed;
} elapsed[] = {
    {"24 h: a minute less than a day", {H24, 4}, AT(0, 12, 1), {AT(1, 12, 0), 0}, 0},
    {"24 h: a day", {H24, 4}, AT(0, 12, 0), {AT(1, 12, 0), 0}, 1},
    {"24 h: rollover does not matter", {H24, 4}, AT(0, 3, 59), {AT(0, 4, 1), 0}, 0},
    {"24 h: the local clock does not either", {H24, 4}, AT(0, 12, 0), {AT(2, 11, 0), 600}, 1},
    {"24 h: back", {H24, 4}, AT(365, 0, 0), {AT(0, 0, 0), 0}, 0},
    {"across midnight", {CALENDAR, 4}, AT(0, 23, 59), {AT(1, 0, 1), 0}, 0},
    {"across midnight as rollover", {CALENDAR, 0}, AT(0, 23, 59), {AT(1, 0, 1), 0}, 1},
    {"across rollover", {CALENDAR, 4}, AT(1, 3, 59), {AT(1, 4, 0), 0}, 1},
    {"within a day", {CALENDAR, 4}, AT(0, 4, 0), {AT(1, 3, 59), 0}, 0},
    {"late one day, early the next", {CALENDAR, 4}, AT(0, 23, 0), {AT(1, 5, 0), 0}, 1},
    {"early one day, late the next", {CALENDAR, 4}, AT(0, 5, 0), {AT(1, 23, 0), 0}, 1},
    {"a week", {CALENDAR, 4}, AT(0, 5, 0), {AT(7, 5, 0), 0}, 7},
    {"ahead of UTC", {CALENDAR, 4}, AT(0, 1, 59), {AT(0, 2, 0), 120}, 1},
    {"ahead of UTC, not yet", {CALENDAR, 4}, AT(0, 2, 0), {AT(1, 1, 59), 120}, 0},
    {"behind UTC", {CALENDAR, 4}, AT(0, 8, 59), {AT(0, 9, 0), -300}, 1},
    {"half an hour ahead", {CALENDAR, 4}, AT(0, 22, 29), {AT(0, 22, 30), 330}, 1},
    {"last rollover of the day", {CALENDAR, 23}, AT(0, 22, 59), {AT(0, 23, 0), 0}, 1},
    {"before 1970", {CALENDAR, 4}, INT64_C(-20) * 3600000, {-1, 0}, 0},
    {"into 1970", {CALENDAR, 4}, -1, {14400000, 0}, 1},
    {"a minute back", {CALENDAR, 4}, AT(1, 4, 0), {AT(1, 3, 59), 0}, 0},
    {"a year back", {CALENDAR, 4}, AT(365, 12, 0), {AT(0, 12, 0), 0}, 0},
    {"from the first to the last moment", {CALENDAR, 4}, INT64_MIN, {INT64_MAX, 0}, 23148148},
    {"24 h: the same", {H24, 4}, INT64_MIN, {INT64_MAX, 0}, 23148148},
    {"a clock that is ahead of all", {CALENDAR, 4}, AT(0, 4, 0), {AT(0, 4, 0), INT32_MAX}, 0},
    {"and one behind", {CALENDAR, 4}, AT(0, 4, 0), {AT(1, 4, 0), INT32_MIN}, 1},
};

static void counts_days(void **state)
{
    const struct elapsed_case *c = *state;
    assert_int_equal(fsrs_days_elapsed(c->days, c->last_ms, c->now), c->elapsed);
}

static const struct begin_case {
    const char *name;
    struct fsrs_days days;
    struct fsrs_time now;
    int32_t count;
    int64_t begin_ms;
} begins[] = {
    {"tomorrow", {CALENDAR, 4}, {AT(0, 12, 34), 0}, 1, AT(1, 4, 0)},
    {"tomorrow, at night", {CALENDAR, 4}, {AT(1, 3, 59), 0}, 1, AT(1, 4, 0)},
    {"tomorrow, at rollover", {CALENDAR, 4}, {AT(1, 4, 0), 0}, 1, AT(2, 4, 0)},
    {"ahead of UTC", {CALENDAR, 4}, {AT(0, 12, 0), 120}, 10, AT(10, 2, 0)},
    {"behind UTC", {CALENDAR, 4}, {AT(0, 12, 0), -300}, 10, AT(10, 9, 0)},
    {"ahead into the next day", {CALENDAR, 0}, {AT(0, 23, 0), 120}, 1, AT(1, 22, 0)},
};

static void begins_a_day(void **state)
{
    const struct begin_case *c = *state;
    int64_t number = fsrs_days_number(c->days, c->now) + c->count;
    int64_t begin_ms = fsrs_days_begin_ms(c->days, number, c->now.ahead_min);
    assert_int_equal(begin_ms, c->begin_ms);
    // By then as many days have gone by, and not a moment before.
    struct fsrs_time begin = {begin_ms, c->now.ahead_min};
    struct fsrs_time before = {begin_ms - 1, c->now.ahead_min};
    assert_int_equal(fsrs_days_elapsed(c->days, c->now.at_ms, begin), c->count);
    assert_int_equal(fsrs_days_elapsed(c->days, c->now.at_ms, before), c->count - 1);
}

static void numbers_days(void **state)
{
    (void)state;
    struct fsrs_days days = {CALENDAR, 4};
    assert_int_equal(fsrs_days_number(days, (struct fsrs_time){AT(0, 4, 0), 0}), 20000);
    assert_int_equal(fsrs_days_number(days, (struct fsrs_time){AT(0, 3, 59), 0}), 19999);
    assert_int_equal(fsrs_days_number(days, (struct fsrs_time){AT(0, 3, 59), 1}), 20000);
    assert_int_equal(fsrs_days_number(days, (struct fsrs_time){0, 0}), -1);
    // No clock is further from UTC than a day.
    assert_int_equal(fsrs_days_number(days, (struct fsrs_time){AT(0, 4, 0), INT32_MAX}), 20001);
    assert_int_equal(fsrs_days_number(days, (struct fsrs_time){AT(0, 4, 0), INT32_MIN}), 19999);
    assert_int_equal(fsrs_days_number(days, (struct fsrs_time){-FSRS_DAY_MS, 240}), -1);
}

int main(void)
{
    struct CMUnitTest tests[COUNT(elapsed) + COUNT(begins) + 1] = {0};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(elapsed); i++) {
        tests[count++] =
            (struct CMUnitTest){elapsed[i].name, counts_days, NULL, NULL, (void *)&elapsed[i]};
    }
    for (size_t i = 0; i < COUNT(begins); i++) {
        tests[count++] =
            (struct CMUnitTest){begins[i].name, begins_a_day, NULL, NULL, (void *)&begins[i]};
    }
    tests[count++] = (struct CMUnitTest)cmocka_unit_test(numbers_days);
    return cmocka_run_group_tests_name("fsrs_days", tests, NULL, NULL);
}
