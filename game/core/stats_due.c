#include "core/stats_due.h"

int64_t stats_due_day(const struct stats_source *source, const struct stats_card *card)
{
    if (card->is_suspended || card->card.phase == FSRS_NEW)
        return STATS_NEVER;
    int32_t ahead_min = source->now.ahead_min;
    int64_t day = fsrs_due_day(source->fsrs, &card->card, ahead_min);
    if (!card->hidden_until_ms)
        return day;
    int64_t shown = stats_day(source, card->hidden_until_ms, ahead_min);
    return shown > day ? shown : day;
}

struct stats_due stats_due_on(const struct stats_source *source, int64_t day)
{
    struct stats_due due = {0};
    for (int i = 0; i < source->card_count; i++) {
        int64_t card_day = stats_due_day(source, &source->cards[i]);
        due.cards += card_day <= day;
        due.overdue += card_day < day;
    }
    return due;
}

struct stats_forecast stats_due_forecast(const struct stats_source *source, int count,
                                         struct arena *arena)
{
    int *days = ARENA_ARRAY(arena, count, int);
    struct stats_forecast forecast = {.count = count, .days = days};
    int64_t today = stats_today(source);
    for (int i = 0; i < source->card_count; i++) {
        int64_t day = stats_due_day(source, &source->cards[i]);
        if (day == STATS_NEVER)
            continue;
        if (day < today) {
            forecast.overdue++;
        } else if (day - today < count) {
            days[day - today]++;
        } else {
            forecast.later++;
        }
    }
    return forecast;
}

struct stats_stages stats_due_stages(const struct stats_source *source)
{
    struct stats_stages stages = {0};
    for (int i = 0; i < source->card_count; i++) {
        const struct stats_card *card = &source->cards[i];
        if (card->card.phase == FSRS_NEW)
            continue;
        if (card->is_suspended) {
            stages.suspended++;
        } else if (card->card.phase != FSRS_REVIEW) {
            stages.learning++;
        } else {
            int64_t last = stats_day(source, card->card.last_ms, source->now.ahead_min);
            int64_t due = fsrs_due_day(source->fsrs, &card->card, source->now.ahead_min);
            if (due - last < STATS_MATURE) {
                stages.young++;
            } else {
                stages.mature++;
            }
            stages.recalled +=
                fsrs_retrievability(source->fsrs, &card->card, source->now.at_ms);
        }
    }
    return stages;
}
