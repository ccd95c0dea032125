// screens/verdict.h: what is said of an answer.
#pragma once

#include "base/arena.h"
#include "core/session.h"

/// "Right", "Not quite", "Two of three", "Time".
const char *verdict_title(const struct turn *turn);

/// The line below: what differed, what would have been right, the streak, the sum of points
/// where there are bonuses. Never empty.
const char *verdict_sentence(const struct session *s, const struct turn *turn,
                             struct arena *arena);

/// What the bank says about the very answer that was given; of several choices, a line for each
/// that is wrong, which it names. NULL if nothing.
const char *verdict_why(const struct turn *turn, struct arena *arena);

/// The right answer in one line, whatever the kind: "Paris", "9.81 m/s²", "A, then B, then C".
const char *verdict_right_answer(const struct question *question, struct arena *arena);

/// What was answered in one line; "nothing" where that is so.
const char *verdict_given_answer(const struct turn *turn, struct arena *arena);
