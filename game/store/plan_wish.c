#include "store/plan_wish.h"

#include <string.h>

#include "base/date.h"

static void split_topics(const char *list, struct plan_topics *topics, struct arena *arena)
{
    int most = 1;
    for (const char *c = list; *c; c++)
        most += *c == '\n';
    const char **names = ARENA_ARRAY(arena, most, const char *);
    for (const char *line = list; *line;) {
        size_t len = strcspn(line, "\n");
        if (len > 0)
            names[topics->count++] = arena_text(arena, line, len);
        line += len + (line[len] == '\n');
    }
    topics->names = names;
}

struct plan_wish plan_wish_read(const struct settings *settings, const char *bank,
                                struct arena *arena)
{
    struct date date;
    struct plan_wish wish = {0};
    if (!*bank || strcmp(settings->exam_bank, bank) != 0 ||
        !date_read(settings->exam_date, strlen(settings->exam_date), &date))
        return wish;
    wish.has_exam = true;
    wish.exam_day = date_number(date);
    split_topics(settings->exam_topics, &wish.topics, arena);
    return wish;
}

void plan_wish_follow(const struct plan_wish *wish, const struct deck_card *cards, int count,
                      struct deck_rules *rules, struct arena *scratch)
{
    int64_t today = fsrs_days_number(rules->fsrs->options.days, rules->now);
    int64_t days = wish->exam_day - today;
    if (!wish->has_exam || days < 1)
        return;
    struct plan_deck deck =
        plan_cards(cards, count, wish->topics, rules->fsrs, rules->now, scratch);
    int64_t unseen = deck.unseen + (int64_t)rules->new_done; // this morning
    int a_day = (int)((unseen + days - 1) / days);
    rules->new_a_day = a_day > rules->new_a_day ? a_day : rules->new_a_day;
}
