#include "store/zone.h"

#include <time.h>

enum { SECOND_MS = 1000, MINUTE_S = 60, HOUR_S = 60 * MINUTE_S, DAY_MIN = 24 * 60 };

static int minute_of_day(const struct tm *tm)
{
    return tm->tm_hour * 60 + tm->tm_min;
}

struct fsrs_time zone_time(int64_t at_ms)
{
    struct fsrs_time time = {.at_ms = at_ms};
    time_t at_s = (time_t)(at_ms / SECOND_MS);
    struct tm here, there;
    tzset(); // a computer that travels may be in another zone by now
    if (!localtime_r(&at_s, &here) || !gmtime_r(&at_s, &there))
        return time;
    int days = here.tm_yday - there.tm_yday;
    if (here.tm_year != there.tm_year)
        days = here.tm_year - there.tm_year;
    time.ahead_min = days * DAY_MIN + minute_of_day(&here) - minute_of_day(&there);
    return time;
}

int64_t zone_day(int64_t at_ms)
{
    const struct fsrs_days calendar = {FSRS_DAYS_CALENDAR, .rollover_hour = 0};
    return fsrs_days_number(calendar, zone_time(at_ms));
}
