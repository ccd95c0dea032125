#include "core/fsrs_days.h"

enum { HOUR_MS = 60 * 60 * 1000, MINUTE_MS = 60 * 1000, AHEAD_MOST_MIN = 24 * 60 };

static const int64_t moment_most_ms = 1000000000000000;

static int64_t between(int64_t value, int64_t least, int64_t most)
{
    return value < least ? least : value > most ? most : value;
}

int64_t fsrs_days_moment_ms(int64_t at_ms)
{
    return between(at_ms, -moment_most_ms, moment_most_ms);
}

// How far a local day begins after that of UTC.
static int64_t after_utc_ms(struct fsrs_days days, int32_t ahead_min)
{
    return (int64_t)days.rollover_hour * HOUR_MS -
           between(ahead_min, -AHEAD_MOST_MIN, AHEAD_MOST_MIN) * MINUTE_MS;
}

int64_t fsrs_days_number(struct fsrs_days days, struct fsrs_time now)
{
    int64_t ms = fsrs_days_moment_ms(now.at_ms) - after_utc_ms(days, now.ahead_min);
    return ms / FSRS_DAY_MS - (ms % FSRS_DAY_MS < 0);
}

int32_t fsrs_days_elapsed(struct fsrs_days days, int64_t last_ms, struct fsrs_time now)
{
    int64_t from_ms = fsrs_days_moment_ms(last_ms), to_ms = fsrs_days_moment_ms(now.at_ms);
    if (to_ms <= from_ms)
        return 0;
    if (days.policy == FSRS_DAYS_24H)
        return (int32_t)((to_ms - from_ms) / FSRS_DAY_MS);
    struct fsrs_time last = {.at_ms = from_ms, .ahead_min = now.ahead_min};
    return (int32_t)(fsrs_days_number(days, now) - fsrs_days_number(days, last));
}

int64_t fsrs_days_begin_ms(struct fsrs_days days, int64_t number, int32_t ahead_min)
{
    return number * FSRS_DAY_MS + after_utc_ms(days, ahead_min);
}
