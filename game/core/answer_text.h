// core/answer_text.h: answers as one line of text, for any kind of question.
#pragma once

#include "base/arena.h"
#include "core/ask.h"
#include "core/mark.h"

/// Words that answers need and that the player's language has.
struct answer_words {
    const char *is_true, *is_false;
    const char *range; // for number answers: "from {1} to {2}"
};

/// What is asked: the question's text; of a cloze its text with a blank for each gap, in
/// `arena`.
const char *answer_text_asked(const struct question *question, struct arena *arena);

/// The right answer: "Paris", "9.81 m/s²", "A → B → C", "Canada – Ottawa, Japan – Tokyo". In
/// `arena`.
const char *answer_text_right(const struct question *question, const struct answer_words *words,
                              struct arena *arena);

/// A number with its unit, NULL for none: "9.81 m/s²", but "66.5°". In `arena`.
/// Source: the SI brochure, 9th edition, 5.4.3: a space, except before the signs of an angle.
const char *answer_text_measure(const char *value, const char *unit, struct arena *arena);

/// What was answered, in the same form; "" if nothing was. A card is graded, not answered: "".
const char *answer_text_given(const struct ask *ask, const struct answer *answer,
                              const struct answer_words *words, struct arena *arena);
