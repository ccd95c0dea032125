#include "core/span.h"

enum {
    SECOND_MS = 1000,
    MINUTE_S = 60,
    HOUR_S = 3600,
    DAYS_MOST = 59,
    MONTH_DAYS = 30,
    YEAR_DAYS = 365,
    WHOLE_FROM = 100, // tenths from which on there is no decimal
};

static struct span whole(enum span_unit unit, int64_t number)
{
    return (struct span){unit, number * 10};
}

static struct span rounded(enum span_unit unit, int64_t tenths)
{
    return tenths < WHOLE_FROM ? (struct span){unit, tenths} : whole(unit, (tenths + 5) / 10);
}

static struct span of_step(int64_t wait_ms)
{
    int64_t seconds = (wait_ms + SECOND_MS - 1) / SECOND_MS;
    if (seconds < MINUTE_S)
        return whole(SPAN_SECONDS, seconds);
    if (seconds < 2 * HOUR_S)
        return whole(SPAN_MINUTES, (seconds + MINUTE_S / 2) / MINUTE_S);
    return whole(SPAN_HOURS, (seconds + HOUR_S / 2) / HOUR_S);
}

struct span span_of(const struct fsrs_outcome *outcome)
{
    int64_t days = outcome->interval_days;
    if (days == 0)
        return of_step(outcome->wait_ms);
    if (days <= DAYS_MOST)
        return whole(SPAN_DAYS, days);
    if (days < YEAR_DAYS)
        return rounded(SPAN_MONTHS, days * 10 / MONTH_DAYS);
    return rounded(SPAN_YEARS, days * 10 / YEAR_DAYS);
}
