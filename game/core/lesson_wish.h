// core/lesson_wish.h: how a teacher wants a lesson to be played.
#pragma once

#include <stdbool.h>

enum {
    LESSON_MODES = 6,
    LESSON_QUESTIONS_MOST = 200,
    LESSON_LIMIT_MOST_S = 600,
    LESSON_ROUNDS_MOST = 20,
    LESSON_TEXT_USUAL = 130, // percent: what the back row can read
};

struct lesson_wish {
    int mode;          // enum contest_mode
    int questions;     // 1 to LESSON_QUESTIONS_MOST
    int rounds;        // 1 to LESSON_ROUNDS_MOST: the scores are shown after each
    int limit_s;       // for a question; 0: none
    int text_percent;  // of the usual text size, 100 to 200
    bool is_calm;      // see lesson_wish_calmed()
    bool has_speed;    // points for speed
    bool is_buzzed;    // board: by buzzers
    bool hides_names;  // of teams in the scores, but for their marks
    bool top_three;    // the scores show no more
    bool is_due_first; // what is due for the class comes first
};

/// What is wished unless somebody says otherwise: no clock and no points for speed.
struct lesson_wish lesson_wish_usual(void);

/// The same with each number within its limits: of what was read from a file.
struct lesson_wish lesson_wish_fit(struct lesson_wish wish);

/// The same as it is played: a calm lesson has no clock and no points for speed. That it makes
/// no sound, ranks nobody before the end and shows neither red nor green is the screen's part.
struct lesson_wish lesson_wish_calmed(struct lesson_wish wish);
