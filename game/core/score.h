// core/score.h: points. Accuracy always wins.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/mark.h"

enum { STREAK_FULL = 5 };

struct score_rules {
    bool has_speed, has_streak; // bonuses; both off by default
    int question_count;         // of the whole game
};

/// What one answer earned, or a sum of such. Accuracy in points (a plain question answered
/// right is 1000); bonuses of a whole game are at most 998 together.
struct points {
    int64_t accuracy;
    int speed, streak;
};

/// What an answer earns: round(credit x points of the question), half of it after a hint; and
/// the bonuses that are on, for full credit without a hint. With s = 499 div question_count:
/// speed = floor(s x left_ms / limit_ms), streak = floor(s x min(streak, STREAK_FULL) /
/// STREAK_FULL). `streak` counts this answer; `limit_ms` 0 is no limit and earns no speed.
struct points score_answer(const struct score_rules *rules, const struct question *question,
                           int credit, bool is_hinted, int streak, int64_t left_ms,
                           int64_t limit_ms);

struct points score_add(struct points a, struct points b);

/// What is shown as "score".
int64_t score_total(struct points points);

/// Ranks two sums: below 0 if `a` is behind `b`, 0 if they share a place, above 0 if ahead.
/// Accuracy counts first, bonuses break ties.
int score_compare(struct points a, struct points b);
