// store/quiz_log.h: a quiz whose events go into the journal, and comes back from it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/session.h"
#include "store/journal.h"
#include "store/library.h"

/// Where the events of a quiz go. Zeroed: nowhere.
struct quiz_log {
    struct journal *journal;
    int64_t game;             // 0: none
    int64_t origin_ms;        // when the quiz began, by the session's clock
    const char *const *keys;  // each turn's question_key(), in the session's arena
    const char *const *banks; // and the id of its bank
};

/// Notes that `session` begins, with all that is needed to begin it the same way again.
/// `wall_ms` is since 1970, `now_ms` by the session's clock. `log` is good as long as the
/// session's arena.
void quiz_log_start(struct quiz_log *log, struct journal *journal,
                    const struct session *session, int64_t now_ms, int64_t wall_ms);

/// Applies `event` to `session`, and notes it if the session took it: then it is on the disk,
/// or the journal has a fault. Returns whether the session took it.
bool quiz_log_apply(struct quiz_log *log, struct session *session, const struct event *event,
                    int64_t wall_ms);

/// A quiz that was found in the journal.
struct quiz_found {
    struct quiz_log log;
    struct session session; // paused, its clock at the time of its last event
    int bank_at;            // the bank of its first question, in the library
    int changed;            // questions that read otherwise than when the quiz began
    int gone;               // questions that are not in their bank any more: left out
};

/// Looks for the quiz that was played last and brings it to where it stopped, in `arena`.
/// Returns false if there is none, it is over, or its bank isn't in the library.
bool quiz_log_find(struct journal *journal, struct library *library, struct arena *arena,
                   int64_t now_ms, int64_t wall_ms, struct quiz_found *found);
