// store/quiz_log_text.h: what the journal says of quizzes, as JSON. For store/quiz_log.c only.
//
// The start: {"seed": "9f…", "question_limit_ms": 0, "quiz_limit_ms": 0, "speed": false,
// "streak": false, "banks": ["nato"], "questions": [[0, "rutte-age", "e1…"], …]}, a question
// with the place of its bank, its key and its hash. Any other event: {"t": 1234}, milliseconds
// since the start by the session's clock; an answer has also "picked", "places", "texts" or
// "grade", and what it was worth: "credit" in thousandths and "took_ms".
#pragma once

#include <stdbool.h>

#include "core/session.h"

/// A question as the start of a quiz names it.
struct quiz_item {
    const char *bank, *key, *hash;
};

struct quiz_start {
    struct session_rules rules;
    struct quiz_item *items;
    int count;
};

/// In `arena`.
const char *quiz_start_text(const struct quiz_start *start, struct arena *arena);

/// Returns false if `text` (NULL too) doesn't say what it should.
bool quiz_start_read(const char *text, struct arena *arena, struct quiz_start *start);

/// `turn` is the one that was answered, for an EVENT_ANSWER, or NULL. In `arena`.
const char *quiz_event_text(const struct turn *turn, int64_t t_ms, struct arena *arena);

/// Reads the time of an event.
bool quiz_event_read(const char *text, int64_t *t_ms);

/// Reads the answer to `ask`. Returns false if there is none that fits it.
bool quiz_answer_read(const char *text, const struct ask *ask, struct arena *arena,
                      struct answer *answer);
