// core/stats_make.h: banks, answers, reviews and cards for tests of figures.
#pragma once

#include <stdio.h>

#include "core/fsrs_make.h"
#include "core/make.h"
#include "core/stats.h"

// Milliseconds.
#define HOUR (INT64_C(60) * 60 * 1000)
#define DAY  (24 * HOUR)

enum { TODAY = 20000, QUESTIONS = 12, TOPICS = 4 }; // today is a Friday, 2024-10-04

/// Noon of day `day` in UTC.
static inline int64_t noon(int64_t day)
{
    return day * DAY + 12 * HOUR;
}

/// An answer on day `day` to question `key` of bank "b".
static inline struct past_answer make_answer(int64_t day, const char *key, int credit)
{
    return (struct past_answer){
        .bank = "b",
        .question = key,
        .kind = "choice",
        .at_ms = noon(day),
        .took_ms = 5000,
        .credit = (int16_t)credit,
        .part = -1,
    };
}

/// All that a source points to, made by chance: two banks, answers and reviews of two years
/// and a few from tomorrow, also to questions that are gone, and cards.
struct made_source {
    struct arena arena;
    struct fsrs fsrs;
    struct bank banks[2];
    struct question questions[QUESTIONS];
    struct stats_source source;
};

static inline const char *make_key(struct arena *arena, int number)
{
    return arena_printf(arena, "q%d", number);
}

static inline void make_questions(struct made_source *made, struct rng *rng)
{
    static const char *const topics[2][TOPICS] = {{"Cells", "Energy", "Other", "Plants"},
                                                  {"cells", "ENERGY", "Water", "Air"}};
    static const uint32_t places[TOPICS] = {0, 1, 2, 3};
    struct stats_question *known = ARENA_ARRAY(&made->arena, QUESTIONS, struct stats_question);
    for (int i = 0; i < QUESTIONS; i++) {
        int bank = i >= QUESTIONS / 2;
        int first = (int)rng_below(rng, TOPICS);
        made->questions[i] = (struct question){
            .id = make_key(&made->arena, i),
            .topics = &places[first],
            .topic_count = (uint8_t)rng_below(rng, (uint64_t)(TOPICS - first) + 1),
        };
        known[i] = (struct stats_question){&made->banks[bank], &made->questions[i],
                                           made->questions[i].id};
    }
    for (int b = 0; b < 2; b++) {
        made->banks[b] = (struct bank){
            .id = b ? "second" : "first",
            .topics = topics[b],
            .topic_count = TOPICS,
        };
    }
    made->source.questions = known;
    made->source.question_count = QUESTIONS;
}

/// Leads cards through reviews on the way of the model, in the order of time.
static inline void make_past(struct made_source *made, struct rng *rng, int count)
{
    struct past_answer *answers = ARENA_ARRAY(&made->arena, count + 1, struct past_answer);
    struct past_review *reviews = ARENA_ARRAY(&made->arena, count + 1, struct past_review);
    struct stats_card *cards = ARENA_ARRAY(&made->arena, QUESTIONS + 2, struct stats_card);
    for (int i = 0; i < QUESTIONS + 2; i++) {
        // The last two are gone: one from a bank that is there, one with its bank.
        const char *bank = i < QUESTIONS    ? made->source.questions[i].bank->id
                           : i == QUESTIONS ? "first"
                                            : "gone";
        cards[i] = (struct stats_card){
            .bank = bank,
            .question = make_key(&made->arena, i),
            .is_suspended = rng_below(rng, 6) == 0,
            .hidden_until_ms = rng_below(rng, 6) == 0 ? noon(TODAY + 1) : 0,
        };
    }
    int64_t at_ms = noon(TODAY - 2 * STATS_YEAR);
    for (int i = 0; i < count; i++) {
        at_ms += (int64_t)rng_below(rng, (uint64_t)((2 * STATS_YEAR + 2) * DAY / count)) * 2;
        struct stats_card *card = &cards[rng_below(rng, QUESTIONS + 2)];
        struct fsrs_time now = {.at_ms = at_ms, .ahead_min = (int)rng_below(rng, 3) * 60 - 60};
        enum fsrs_rating rating =
            rng_below(rng, 5) == 0 ? FSRS_AGAIN : (enum fsrs_rating)(2 + rng_below(rng, 3));
        struct fsrs_card before = card->card;
        struct fsrs_outcome outcome;
        fsrs_review(&made->fsrs, &card->card, rating, now, 1, &outcome);
        reviews[i] = (struct past_review){
            .event = i + 1,
            .bank = card->bank,
            .question = card->question,
            .at_ms = at_ms,
            .ahead_min = now.ahead_min,
            .rating = (uint8_t)rating,
            .phase = before.phase,
            .evidence = 1000,
            .elapsed_days = outcome.elapsed_days,
            .interval_days = outcome.interval_days,
            .retrievability = outcome.retrievability,
            .stability = before.memory.stability,
        };
        answers[i] = (struct past_answer){
            .event = i + 1,
            .bank = card->bank,
            .question = card->question,
            .kind = "text",
            .at_ms = at_ms,
            .ahead_min = now.ahead_min,
            .took_ms = (int32_t)rng_below(rng, 100000),
            .credit = (int16_t)(rating == FSRS_AGAIN ? rng_below(rng, 1000) : 1000),
        };
    }
    made->source.answers = answers;
    made->source.reviews = reviews;
    made->source.cards = cards;
    made->source.answer_count = made->source.review_count = count;
    made->source.card_count = QUESTIONS + 2;
}

/// Whatever `seed` gives, as seen at noon of TODAY. To be freed with made_source_free().
static inline void make_source(struct made_source *made, uint64_t seed)
{
    struct rng rng = rng_seed(seed);
    *made =
        (struct made_source){.fsrs = make_fsrs(fsrs_params_default(), fsrs_options_default())};
    made->source.fsrs = &made->fsrs;
    made->source.now = (struct fsrs_time){.at_ms = noon(TODAY)};
    make_questions(made, &rng);
    make_past(made, &rng, (int)rng_below(&rng, 400));
}

static inline void made_source_free(struct made_source *made)
{
    arena_free(&made->arena);
}
