// core/span.h: how long until a card comes back, as people say it.
#pragma once

#include <stdint.h>

#include "core/fsrs.h"

enum span_unit { SPAN_SECONDS, SPAN_MINUTES, SPAN_HOURS, SPAN_DAYS, SPAN_MONTHS, SPAN_YEARS };

/// A time, rounded so that it takes few digits.
struct span {
    enum span_unit unit;
    int64_t tenths; // of the unit. Months and years below 10 may have a decimal, all else is
                    // whole
};

/// The wait of `outcome`: a step in seconds, then minutes below two hours, then hours; an
/// interval in days up to 59, then months of 30 days below a year, then years of 365.
struct span span_of(const struct fsrs_outcome *outcome);
