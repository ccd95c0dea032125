// core/interval.h: how long until a card comes back, as people say it.
#pragma once

#include <stdint.h>

#include "core/fsrs.h"

enum interval_unit {
    INTERVAL_SECONDS,
    INTERVAL_MINUTES,
    INTERVAL_HOURS,
    INTERVAL_DAYS,
    INTERVAL_MONTHS,
    INTERVAL_YEARS
};

/// A time, rounded so that it takes few digits.
struct interval {
    enum interval_unit unit;
    int64_t tenths; // of the unit. Months and years below 10 may have a decimal, all else is
                    // whole
};

/// The wait of `outcome`: a step in seconds, then minutes below two hours, then hours; an
/// interval in days up to 59, then months of 30 days below a year, then years of 365.
struct interval interval_of(const struct fsrs_outcome *outcome);
