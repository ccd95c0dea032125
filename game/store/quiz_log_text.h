// store/quiz_log_text.h: what the journal says of quizzes, as JSON. For store/quiz_log.c, and
// for those who compare questions with what it says.
//
// The start: {"seed": "9f…", "question_limit_ms": 0, "quiz_limit_ms": 0, "speed": false,
// "streak": false, "memory": true, "banks": ["nato"], "questions": [[0, "rutte-age", "e1…"],
// …]}, a question with the place of its bank, its key and its hash. Without "memory" it is
// true.
//
// Any other event: {"t": 1234}, milliseconds since the start by the session's clock. An answer
// has also "picked", "places", "texts" or "grade". It, and a time that ran out, say what it was
// worth: "credit" in thousandths and "took_ms"; and what is needed to make use of it without
// its bank: "kind", as the format calls it; "hash" of the question; "ahead", the minutes that
// local time was ahead of UTC; "said", what was answered, if that has words and was not right;
// "text" and "right", what is asked and the right answer, if the question has no id; "grades"
// of its cards, [[part, rating, evidence], …], unless the quiz leaves the memory alone. Older
// events end with "took_ms".
//
// Words are in one line of at most 300 bytes. Of a truefalse they are "true" and "false".
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/grade.h"
#include "core/session.h"

struct cJSON;

/// A question as the start of a quiz names it.
struct quiz_item {
    const char *bank, *key, *hash;
};

struct quiz_start {
    struct session_rules rules;
    struct quiz_item *items;
    int count;
};

/// Adds "banks" and "questions" to the start of a game; an item without a bank is null.
void quiz_items_add(struct cJSON *root, const struct quiz_item *items, int count);

/// Reads them into `arena`. Returns how many there are; 0 also if one is not as it should be.
int quiz_items_read(const struct cJSON *root, struct arena *arena, struct quiz_item **items);

/// In `arena`.
const char *quiz_start_text(const struct quiz_start *start, struct arena *arena);

/// Returns false if `text` (NULL too) doesn't say what it should.
bool quiz_start_read(const char *text, struct arena *arena, struct quiz_start *start);

/// What happened to a turn: it was answered, or its time ran out.
struct quiz_given {
    const struct turn *turn;
    const char *hash;
    int32_t ahead_min;
    const struct grade *grades; // of its cards; NULL: the memory is left alone
    int grade_count;
};

/// `given` is of an EVENT_ANSWER or EVENT_TIME_UP, else NULL. In `arena`.
const char *quiz_event_text(int64_t t_ms, const struct quiz_given *given, struct arena *arena);

/// What the question asks, with gaps as "____", and the right answer to it, each as the journal
/// has it: to compare with it. In `arena`; "" if there are no words.
const char *quiz_words_asked(const struct question *question, struct arena *arena);
const char *quiz_words_right(const struct question *question, struct arena *arena);

/// Adds these words to the data of an event if the question has no id: when it is edited, it
/// is known again by them. `arena` is only worked in.
void quiz_words_add(struct cJSON *data, const struct question *question, struct arena *arena);

/// Adds `answer` to the data of an event.
void quiz_answer_add(struct cJSON *root, const struct ask *ask, const struct answer *answer);

/// Reads the time of an event.
bool quiz_event_read(const char *text, int64_t *t_ms);

/// Reads the answer to `ask`. Returns false if there is none that fits it.
bool quiz_answer_read(const char *text, const struct ask *ask, struct arena *arena,
                      struct answer *answer);
