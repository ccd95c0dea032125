#include "core/stats.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/mark.h"

enum { DAYS_MOST = 100000 };

struct stats_span stats_span_all(void)
{
    return (struct stats_span){INT64_MIN, INT64_MAX};
}

struct stats_span stats_span_last(const struct stats_source *source, int days)
{
    int64_t today = stats_today(source);
    return (struct stats_span){today - days + 1, today};
}

int stats_window_days(enum stats_window window)
{
    static const int days[STATS_WINDOWS] = {7, 30, 365};
    return days[window];
}

struct stats_span stats_span_week(const struct stats_source *source)
{
    int64_t today = stats_today(source);
    int64_t monday = today - (int64_t)date_weekday(today);
    return (struct stats_span){monday, monday + DATE_WEEK - 1};
}

bool stats_span_has(const struct stats_source *source, struct stats_span span, int64_t at_ms,
                    int32_t ahead_min)
{
    int64_t day = stats_day(source, at_ms, ahead_min);
    return day >= span.first && day <= span.last;
}

int64_t stats_today(const struct stats_source *source)
{
    return fsrs_days_number(source->fsrs->options.days, source->now);
}

int64_t stats_day(const struct stats_source *source, int64_t at_ms, int32_t ahead_min)
{
    struct fsrs_time time = {.at_ms = at_ms, .ahead_min = ahead_min};
    return fsrs_days_number(source->fsrs->options.days, time);
}

void stats_tally_add(struct stats_tally *tally, const struct past_answer *answer)
{
    tally->answers++;
    tally->right += answer->credit >= CREDIT_FULL;
    if (answer->took_ms > 0) {
        tally->took_ms +=
            answer->took_ms < STATS_TOOK_MOST_MS ? answer->took_ms : STATS_TOOK_MOST_MS;
    }
}

struct stats_tally stats_tally_of(const struct stats_source *source, struct stats_span span)
{
    struct stats_tally tally = {0};
    for (int i = 0; i < source->answer_count; i++) {
        const struct past_answer *answer = &source->answers[i];
        if (stats_span_has(source, span, answer->at_ms, answer->ahead_min))
            stats_tally_add(&tally, answer);
    }
    return tally;
}

const struct stats_tally *stats_days(const struct stats_source *source, struct stats_span span,
                                     struct arena *arena)
{
    assert(span.first <= span.last && span.last - span.first < DAYS_MOST);
    struct stats_tally *days =
        ARENA_ARRAY(arena, span.last - span.first + 1, struct stats_tally);
    for (int i = 0; i < source->answer_count; i++) {
        const struct past_answer *answer = &source->answers[i];
        int64_t day = stats_day(source, answer->at_ms, answer->ahead_min);
        if (day >= span.first && day <= span.last)
            stats_tally_add(&days[day - span.first], answer);
    }
    return days;
}

struct stats_week stats_week(const struct stats_source *source)
{
    struct stats_span span = stats_span_week(source);
    struct arena scratch = {0};
    struct stats_week week = {.today = (int)(stats_today(source) - span.first)};
    memcpy(week.days, stats_days(source, span, &scratch), sizeof week.days);
    week.all = stats_tally_of(source, span);
    arena_free(&scratch);
    return week;
}

static int compare_days(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

// The days on which something was answered, each once, the first one first.
static int active_days(const struct stats_source *source, struct arena *arena, int64_t **out)
{
    int64_t *days = ARENA_ARRAY(arena, source->answer_count + 1, int64_t);
    int count = 0;
    for (int i = 0; i < source->answer_count; i++) {
        const struct past_answer *answer = &source->answers[i];
        int64_t day = stats_day(source, answer->at_ms, answer->ahead_min);
        if (!count || days[count - 1] != day)
            days[count++] = day;
    }
    qsort(days, (size_t)count, sizeof *days, compare_days);
    int kept = 0;
    for (int i = 0; i < count; i++) {
        if (!kept || days[kept - 1] != days[i])
            days[kept++] = days[i];
    }
    *out = days;
    return kept;
}

struct stats_streak stats_streak(const struct stats_source *source)
{
    struct arena scratch = {0};
    struct stats_streak streak = {0};
    int64_t *days = NULL, today = stats_today(source);
    int count = active_days(source, &scratch, &days);
    for (int i = 0, run = 0; i < count; i++) {
        run = i && days[i - 1] + 1 == days[i] ? run + 1 : 1;
        streak.longest = run > streak.longest ? run : streak.longest;
        streak.has_today |= days[i] == today;
        if (days[i] == today || days[i] == today - 1)
            streak.days = run;
    }
    arena_free(&scratch);
    return streak;
}
