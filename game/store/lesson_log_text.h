// store/lesson_log_text.h: what the journal says of lessons, as JSON.
//
// The start: {"mode": "turns", "seed": "9f…", "teams": [{"name": "Owls", "mark": 0, "buzzer":
// 49, "time": 150}, …], "pupils": [["Ada", 0], …] (those that are present, each with the place
// of its team, -1: none), "limit_ms": 0, "keeps_more": true, "speed": false, "buzzed": false,
// "columns": 0, "rows": 0, "value": 200, "wagers": false, "final": false, "round": 5, "calm":
// false, "no_names": false, "top_three": false, "memory": true, "topics": ["Rivers", …] (of the
// board's columns), "banks": ["nato"], "questions": [[0, "rutte-age", "e1…"], null, …]}: a
// question with the place of its bank, its key and its hash; null is an empty cell of the
// board.
//
// What the host did: {"t": 1234, "do": "judge", "asked": 3, "over": false, …}, milliseconds
// since the start, questions settled and whether the lesson is over then; with "team",
// "round", "credit", "points", "place", "hands", "buzzer" or "more_ms", unless they are 0;
// "presses", [[team, t], …]; of hands that were counted whether that choice is "right"; and of
// an answer "picked", "places", "texts" or "grade", as in quizzes, with what the judge said as
// "credit".
//
// What the class made of a question is an answer as in quizzes, in the same game.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/contest.h"
#include "store/quiz_log_text.h"

/// How a lesson is to be shown, beside the rules.
struct lesson_manner {
    bool is_calm;      // no ranking until the end, no sound, no red and green
    bool hides_names;  // of teams in the scores, but for their marks
    bool is_top_three; // the ranking ends there
    bool has_memory;   // what was missed is due for the class
};

/// How a lesson began.
struct lesson_start {
    struct contest_rules rules;
    struct lesson_manner manner;
    struct team teams[TEAMS_MOST]; // as many as the rules say
    const char *const *pupils;     // likewise: the names of those that are present
    const char *const *topics;     // a title for each column of the board
    const struct quiz_item *items; // `count`; without a bank: an empty cell
    int count;
};

/// In `arena`.
const char *lesson_start_text(const struct lesson_start *start, struct arena *arena);

/// Returns false if `text` (NULL too) doesn't say what it should. All in `arena`.
bool lesson_start_read(const char *text, struct arena *arena, struct lesson_start *start);

/// What is to be said of an event.
struct lesson_told {
    const struct contest_event *event;
    int64_t t_ms;          // since the start
    const struct ask *ask; // of an answer, and of hands: the question; NULL: not told
    int credit;            // and what the judge said
    int asked;             // questions settled then
    bool is_over;
};

/// In `arena`.
const char *lesson_event_text(const struct lesson_told *told, struct arena *arena);

/// Reads how far the lesson was with an event. Returns false if it is none.
bool lesson_event_glance(const char *text, int *asked, bool *is_over);

/// Reads the place of a choice for which hands were counted, and whether it was right. Returns
/// false if the event does not tell.
bool lesson_event_hands(const char *text, int *place, bool *is_right);

/// Reads an event that happened in a lesson which began at `origin_ms`; presses are in `arena`.
/// An answer is to be read by quiz_answer_read(); `credit` is what was said of it. Returns
/// false if it is none.
bool lesson_event_read(const char *text, int64_t origin_ms, struct arena *arena,
                       struct contest_event *event);
