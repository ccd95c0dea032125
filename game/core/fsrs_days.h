// core/fsrs_days.h: which day it is for a learner, and how many days lie between reviews.
#pragma once

#include <stdint.h>

enum { FSRS_DAY_MS = 24 * 60 * 60 * 1000 };

/// The memory model counts whole days. What a day is differs:
enum fsrs_day_policy {
    FSRS_DAYS_CALENDAR, // a local day, from the rollover hour to the next one. A card is due
                        // from the beginning of its day on (Quartet, Anki)
    FSRS_DAYS_24H,      // 24 hours since the last review. A card is due at the same time of day
                        // as it was reviewed (py-fsrs and its test vectors)
};

struct fsrs_days {
    enum fsrs_day_policy policy;
    int rollover_hour; // 0 to 23: until then it is still yesterday
};

/// A moment for a learner: milliseconds since 1970 in UTC, and how many minutes the clock on
/// the wall is ahead of UTC. What is further from 1970 than 10^15 ms (31,688 years) or than a
/// day from UTC counts as just that far.
struct fsrs_time {
    int64_t at_ms;
    int32_t ahead_min;
};

/// `at_ms`, at most 10^15 ms from 1970.
int64_t fsrs_days_moment_ms(int64_t at_ms);

/// The number of the local day under either policy: day 0 began at the rollover hour of
/// 1 January 1970.
int64_t fsrs_days_number(struct fsrs_days days, struct fsrs_time now);

/// Whole days from `last_ms` to `now`, never below 0: a clock that was put back counts as no
/// time. Both moments are read on the clock as it is now, so that neither a journey nor summer
/// time changes which is first.
int32_t fsrs_days_elapsed(struct fsrs_days days, int64_t last_ms, struct fsrs_time now);

/// When the local day begins that fsrs_days_number() calls `number`, on a clock that is
/// `ahead_min` ahead of UTC.
int64_t fsrs_days_begin_ms(struct fsrs_days days, int64_t number, int32_t ahead_min);
