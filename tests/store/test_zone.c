// Local time by the rules that a zone has for the moment in question.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "store/zone.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// Milliseconds since 1970.
#define JANUARY  INT64_C(1735732800000) // 2025-01-01T12:00:00Z
#define JULY     INT64_C(1751371200000) // 2025-07-01T12:00:00Z
#define CHANGE   INT64_C(1743296400000) // 2025-03-30T01:00:00Z
#define NEW_YEAR INT64_C(1735687800000) // 2024-12-31T23:30:00Z

// Zones with their rules written out, so that no machine lacks them.
static const struct zone_case {
    const char *name, *zone;
    int64_t at_ms;
    int32_t ahead_min;
} cases[] = {
    {"nowhere", "UTC0", JANUARY, 0},
    {"winter", "CET-1CEST,M3.5.0,M10.5.0/3", JANUARY, 60},
    {"summer", "CET-1CEST,M3.5.0,M10.5.0/3", JULY, 120},
    {"behind", "EST5", JANUARY, -300},
    {"half an hour", "NST3:30", JULY, -210},
    {"quarters", "NPT-5:45", JANUARY, 345},
    {"next year over there", "CET-1", NEW_YEAR, 60},
    {"a day apart", "LINT-14", JANUARY, 14 * 60},
    {"last year over there", "EST5", JANUARY - INT64_C(9) * 60 * 60 * 1000, -300},
    {"half a day behind", "BIT12", NEW_YEAR, -12 * 60},
    {"before 1970", "CET-1", -1500, 60},
    {"just before summer", "CET-1CEST,M3.5.0,M10.5.0/3", CHANGE - 1, 60},
    {"in summer at once", "CET-1CEST,M3.5.0,M10.5.0/3", CHANGE, 120},
};

static void is_ahead_by(void **state)
{
    const struct zone_case *c = *state;
    setenv("TZ", c->zone, 1);
    struct fsrs_time time = zone_time(c->at_ms);
    assert_int_equal(time.at_ms, c->at_ms);
    assert_int_equal(time.ahead_min, c->ahead_min);
}

int main(void)
{
    struct CMUnitTest rows[COUNT(cases)] = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        rows[i] =
            (struct CMUnitTest){cases[i].name, is_ahead_by, NULL, NULL, (void *)&cases[i]};
    }
    return cmocka_run_group_tests_name("zone", rows, NULL, NULL);
}
