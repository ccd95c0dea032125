// screens/layout_past.h: something to look back on, for the statistics.
#pragma once

#include "base/arena.h"
#include "core/bank.h"
#include "core/stats.h"

enum { STATS_ANSWERS = 400 };

/// A year of answers to the questions of a bank, and a card of each.
static inline void make_past(const struct bank *bank, struct stats_source *source,
                             struct arena *arena)
{
    static const int64_t day_ms = FSRS_DAY_MS;
    struct past_answer *answers = ARENA_ARRAY(arena, STATS_ANSWERS, struct past_answer);
    struct past_review *reviews = ARENA_ARRAY(arena, STATS_ANSWERS, struct past_review);
    struct stats_question *known =
        ARENA_ARRAY(arena, bank->question_count, struct stats_question);
    struct stats_card *cards = ARENA_ARRAY(arena, bank->question_count, struct stats_card);
    for (int i = 0; i < bank->question_count; i++) {
        const char *key = bank->questions[i].id;
        known[i] = (struct stats_question){bank, &bank->questions[i], key};
        cards[i] = (struct stats_card){.bank = bank->id, .question = key};
        cards[i].card = (struct fsrs_card){.due_ms = source->now.at_ms + (i - 9) * day_ms / 2,
                                           .phase = FSRS_REVIEW};
    }
    for (int i = 0; i < STATS_ANSWERS; i++) {
        // Some days have more answers than others; the first questions are missed most.
        int64_t at_ms = source->now.at_ms - (int64_t)(STATS_ANSWERS - 1 - i) / 7 * 5 * day_ms;
        int place = (i * 7 + i / 5) % bank->question_count;
        bool is_right = i % 11 > 4 - place % 5;
        const char *key = bank->questions[place].id;
        answers[i] = (struct past_answer){.bank = bank->id,
                                          .question = key,
                                          .at_ms = at_ms,
                                          .took_ms = 45000,
                                          .credit = is_right ? 1000 : 0};
        reviews[i] = (struct past_review){.bank = bank->id,
                                          .question = key,
                                          .at_ms = at_ms,
                                          .rating = is_right ? FSRS_GOOD : FSRS_AGAIN,
                                          .phase = FSRS_REVIEW,
                                          .evidence = 1000,
                                          .elapsed_days = 4,
                                          .interval_days = i % 40,
                                          .retrievability = 0.5 + (double)(i % 49) / 100};
    }
    source->questions = known;
    source->answers = answers;
    source->reviews = reviews;
    source->cards = cards;
    source->question_count = source->card_count = bank->question_count;
    source->answer_count = source->review_count = STATS_ANSWERS;
}
