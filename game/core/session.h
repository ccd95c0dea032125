// core/session.h: one game, a fold over its events.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/ask.h"
#include "core/mark.h"
#include "core/pick.h"
#include "core/score.h"

enum session_phase { SESSION_ASKING, SESSION_SHOWING, SESSION_DONE };

enum event_type {
    EVENT_ANSWER,
    EVENT_HINT,    // once a question, only where ask_has_hint()
    EVENT_SKIP,    // the question comes back at the end
    EVENT_NEXT,    // from the feedback to the next question, or to the results
    EVENT_TIME_UP, // only with a limit: no credit, the streak stays
    EVENT_PAUSE,   // the clock stops, the question is hidden; undo leaves this as it is
    EVENT_RESUME,
    EVENT_STOP, // ends the game; what was not answered does not count
    EVENT_UNDO, // takes back the last answer, hint, skip, time up or stop; any number
    EVENT_REDO, // does again what was undone last
    EVENT_COUNT
};

/// Something that happened. `at_ms` never runs backwards within a session.
struct event {
    enum event_type type;
    int64_t at_ms;
    const struct answer *answer; // EVENT_ANSWER; copied
};

/// The rules, fixed when the session starts.
struct session_rules {
    int64_t question_limit_ms;  // thinking time for each question; 0: none. A question's own
                                // `seconds` go before it where there is a limit
    int64_t quiz_limit_ms;      // thinking time for the whole quiz; 0: none
    bool has_speed, has_streak; // bonuses
    bool has_memory;            // its answers grade the cards of their questions: core/grade.h
    uint64_t seed;              // of what stands where
};

/// One question of the game and what became of it.
struct turn {
    struct ask ask;
    bool is_answered, is_hinted, is_skipped, is_timed_out; // skipped: was put off at least once
    struct answer answer;
    struct mark mark;
    struct points points;
    int64_t took_ms; // thinking time
};

/// A game. Read it freely; change it only by session_apply().
struct session {
    struct arena *arena;
    struct session_rules rules;
    struct turn *turns;
    int turn_count;
    int *queue; // turns in the order they are asked; skipping moves one to the end
    int at;     // place in `queue` of the question asked or shown
    enum session_phase phase;
    bool is_paused;
    int streak;        // full-credit answers in a row
    struct points sum; // of all turns
    int64_t spent_ms;  // thinking time on this question up to `since_ms`
    int64_t since_ms;  // when its clock last started
    struct event_log *log;
};

/// Starts a game over `picked` at `now_ms`. Everything lives in `arena`.
void session_start(struct session *s, struct arena *arena, const struct picked *picked,
                   int count, const struct session_rules *rules, int64_t now_ms);

/// Applies an event. Returns false, and changes nothing, if it makes no sense now: a second
/// answer, a hint where there is none, skipping the only question left, time up without a
/// limit, undo at the start.
bool session_apply(struct session *s, const struct event *event);

/// Lets a turn ask `by` from now on: the same question, edited. What stands where stays, and
/// what became of it. Returns false, and changes nothing, if it is of another kind or has
/// another number of options.
bool session_edit(struct session *s, int turn, struct picked by);

/// The turn that is asked or shown; after the end the last one shown, NULL if none was.
const struct turn *session_turn(const struct session *s);

/// The turns answered so far, and of those the ones with full credit.
int session_answered(const struct session *s);
int session_right(const struct session *s);

/// Thinking time left for this question or the quiz, whichever ends first; INT64_MAX without
/// a limit. Never below 0.
int64_t session_left_ms(const struct session *s, int64_t now_ms);

/// The limit that session_left_ms() counts down from; 0 without one.
int64_t session_limit_ms(const struct session *s);

bool session_can_undo(const struct session *s);
bool session_can_redo(const struct session *s);
