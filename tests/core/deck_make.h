// core/deck_make.h: cards that are known for a while, and rules to draw from them, for tests.
#pragma once

#include "core/deck.h"
#include "core/fsrs_make.h"
#include "core/make.h"

// Milliseconds.
#define MINUTE (INT64_C(60) * 1000)
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

enum { QUESTIONS = 512 };

/// Where the pointers of cards go: what is asked doesn't matter to a deck.
extern const struct question deck_questions[QUESTIONS];

/// Noon of a day in UTC; days change at 4 o'clock.
static const struct fsrs_time noon = {.at_ms = 20000 * DAY + 12 * HOUR};

static inline struct fsrs_time after_noon(int64_t ms)
{
    return (struct fsrs_time){.at_ms = noon.at_ms + ms};
}

static inline struct deck_card new_card(int question)
{
    return (struct deck_card){.question = &deck_questions[question],
                              .seed = 77 * (uint64_t)question + 5};
}

/// A card in review that was seen `since` days ago and falls due `until` days from today.
static inline struct deck_card known_card(int question, int since, int until)
{
    struct deck_card card = new_card(question);
    card.memory = (struct fsrs_card){
        .due_ms = noon.at_ms - 8 * HOUR + until * DAY,
        .last_ms = noon.at_ms - since * DAY,
        .memory = {.stability = since + until > 0 ? since + until : 1, .difficulty = 5},
        .reviews = 3,
        .phase = FSRS_REVIEW,
        .model = FSRS_MODEL_VERSION,
    };
    return card;
}

/// A card in learning that falls due `due_ms` after noon.
static inline struct deck_card learning_card(int question, int64_t due_ms)
{
    struct deck_card card = known_card(question, 1, 0);
    card.memory.phase = FSRS_LEARNING;
    card.memory.due_ms = noon.at_ms + due_ms;
    return card;
}
