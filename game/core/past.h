// core/past.h: what was done, as the journal gives it to those who count and draw conclusions.
#pragma once

#include <stdbool.h>
#include <stdint.h>

/// A review that counts: neither undone nor taken out.
struct past_review {
    int64_t event, game;
    const char *bank, *question;
    int part;
    int64_t at_ms;
    int32_t ahead_min;
    int32_t took_ms;
    uint8_t rating;        // enum fsrs_rating
    uint8_t phase;         // enum fsrs_phase before it
    bool is_quiz;          // an answer in a quiz, not a card that was graded
    uint16_t evidence;     // thousandths
    int32_t elapsed_days;  // since the one before; 0 for the first
    int32_t interval_days; // given by it; 0: a step
    double retrievability; // predicted; 0 for the first
    double stability;      // before it, in days; 0 for the first
};

/// An answer in a quiz, or a card's grade, that counts.
struct past_answer {
    int64_t event, game;
    const char *bank, *question;
    const char *kind; // as the format calls it; "" for a card's grade
    const char *said; // what was answered, if it was not right and has words; else NULL
    int64_t at_ms;
    int32_t ahead_min, took_ms;
    int16_t credit; // thousandths; a card's: 0 for Again, else 1000
    int8_t part;    // the card graded; -1 for a quiz
};
