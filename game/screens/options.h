// screens/options.h: the values that settings step through, and how they are called.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "store/settings.h"

/// The one of `values` (`count`, rising) after or before `now`, which may lie between two; at
/// the ends it stays.
int options_step(const int *values, int count, int now, int by);

/// Steps to the next (`by` +1) or previous (-1) value; at the ends they stay.
void options_step_count(struct settings *settings, int by);
void options_step_question_timer(struct settings *settings, int by);
void options_step_quiz_timer(struct settings *settings, int by);
void options_step_text_size(struct settings *settings, int by);
void options_step_minutes_a_day(struct settings *settings, int by);

/// The next difficulty, after the hardest all of them.
void options_next_difficulty(struct settings *settings);

/// The next of the usual timers: off, some for a question, some for the quiz.
void options_next_timer(struct settings *settings);

/// "All", "20".
const char *options_count_name(const struct settings *settings, struct arena *arena);

/// "Off", "20 seconds", "5 minutes".
const char *options_time_name(int seconds, struct arena *arena);

/// "all", "easy" …
const char *options_difficulty_name(const struct settings *settings);

/// Both timers in a few words: "off", "20 s a question", "10 min in all".
const char *options_timer_name(const struct settings *settings, struct arena *arena);
