#include "store/plan_past.h"

enum { HABIT_DAYS = 90 };

struct plan_past plan_past(const struct memory *memory, struct fsrs_time now)
{
    if (!memory)
        return (struct plan_past){.habit = plan_habit_of(NULL, 0)};
    struct arena scratch = {0};
    struct past_review *reviews = NULL;
    struct fsrs_days days = memory->options.fsrs.days;
    int64_t today_ms = fsrs_days_begin_ms(days, fsrs_days_number(days, now), now.ahead_min);
    int64_t from_ms = now.at_ms - HABIT_DAYS * (int64_t)FSRS_DAY_MS;
    int count = memory_reviews(memory, NULL, from_ms, &scratch, &reviews);
    int first = count;
    while (first > 0 && reviews[first - 1].at_ms >= today_ms)
        first--;
    struct plan_past past = {.habit = plan_habit_of(reviews, count)};
    if (first < count)
        past.spent_ms = plan_spent_ms(reviews + first, count - first);
    arena_free(&scratch);
    return past;
}
