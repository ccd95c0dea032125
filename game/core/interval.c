#include "core/interval.h"

enum {
    SECOND_MS = 1000,
    MINUTE_S = 60,
    HOUR_S = 3600,
    MINUTES_UNTIL_S = 2 * HOUR_S,
    DAYS_MOST = 59,
    MONTH_DAYS = 30,
    YEAR_DAYS = 365,
    WHOLE_FROM = 100, // tenths from which on there is no decimal
};

static struct interval whole(enum interval_unit unit, int64_t number)
{
    return (struct interval){unit, number * 10};
}

static struct interval rounded(enum interval_unit unit, int64_t tenths)
{
    return tenths < WHOLE_FROM ? (struct interval){unit, tenths}
                               : whole(unit, (tenths + 5) / 10);
}

static struct interval of_step(int64_t wait_ms)
{
    int64_t seconds = (wait_ms + SECOND_MS - 1) / SECOND_MS;
    if (seconds < MINUTE_S)
        return whole(INTERVAL_SECONDS, seconds);
    if (seconds < MINUTES_UNTIL_S)
        return whole(INTERVAL_MINUTES, (seconds + MINUTE_S / 2) / MINUTE_S);
    return whole(INTERVAL_HOURS, (seconds + HOUR_S / 2) / HOUR_S);
}

struct interval interval_of(const struct fsrs_outcome *outcome)
{
    int64_t days = outcome->interval_days;
    if (days == 0)
        return of_step(outcome->wait_ms);
    if (days <= DAYS_MOST)
        return whole(INTERVAL_DAYS, days);
    if (days < YEAR_DAYS)
        return rounded(INTERVAL_MONTHS, days * 10 / MONTH_DAYS);
    return rounded(INTERVAL_YEARS, days * 10 / YEAR_DAYS);
}
