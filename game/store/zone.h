// store/zone.h: where the clock on the wall stands.
#pragma once

#include <stdint.h>

#include "core/fsrs_days.h"

/// `at_ms` (since 1970, UTC) as a moment for whoever sits at this machine, by the rules that
/// its time zone has for that moment.
struct fsrs_time zone_time(int64_t at_ms);

/// The day on the calendar there, as date_of() counts them.
int64_t zone_day(int64_t at_ms);
