// store/quiz_log.h: a quiz whose events go into the journal, and comes back from it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/fsrs_days.h"
#include "core/grade.h"
#include "core/session.h"
#include "store/journal.h"
#include "store/library.h"
#include "store/memory.h"

/// Where the events of a quiz go. Zeroed: nowhere.
struct quiz_log {
    struct journal *journal;
    int64_t game;      // 0: none
    int64_t origin_ms; // when the quiz began, by the session's clock
    // In the session's arena, for each turn:
    const char *const *keys;        // its question_key()
    const char *const *banks;       // the id of its bank
    const char *const *hashes;      // of its question, as it reads now
    const struct grade_pace *paces; // of each kind, without what follows; NULL: not known
    int paced;                      // the place in the queue of the first answer that follows
};

/// Notes that `session` begins, with all that is needed to begin it the same way again. `wall`
/// is the time on the wall, `now_ms` by the session's clock. `log` is good as long as the
/// session's arena.
void quiz_log_start(struct quiz_log *log, struct journal *journal,
                    const struct session *session, int64_t now_ms, struct fsrs_time wall);

/// Says how fast the player has answered so far: `paces` has KIND_COUNT of them. What is
/// answered in this quiz from now on is added to it. Without this nothing is slow at first.
void quiz_log_set_paces(struct quiz_log *log, const struct session *session,
                        const struct grade_pace *paces);

/// quiz_log_set_paces() from what `memory` knows: of this quiz all that was answered so far,
/// and nothing if it is NULL. To be called once a quiz began or was found.
void quiz_log_learn_paces(struct quiz_log *log, const struct session *session,
                          const struct memory *memory);

/// Takes the whole quiz out of the memory, or back in: one event.
void quiz_log_leave_out(struct quiz_log *log, bool is_out, struct fsrs_time wall);

/// Applies `event` to `session`, and notes it if the session took it, with what it says about
/// the cards of its question: then it is on the disk, or the journal has a fault. Returns
/// whether the session took it.
bool quiz_log_apply(struct quiz_log *log, struct session *session, const struct event *event,
                    struct fsrs_time wall);

/// What the journal alone says of the quiz that was played last.
struct quiz_glance {
    const char *bank; // id of that of its first question
    int at, count;    // the question where it stopped, from 0 on, of how many
};

/// Returns false if no quiz was played last, or it is over. That it is over because time ran
/// out is only known where there is no limit for a question too; else, and where questions are
/// gone since, quiz_log_find() may know better. In `arena`. Reads no bank.
bool quiz_log_glance(const struct journal *journal, struct arena *arena,
                     struct quiz_glance *glance);

/// A quiz that was found in the journal.
struct quiz_found {
    struct quiz_log log;
    struct session session; // paused, its clock at the time of its last event
    int bank_at;            // the bank of its first question, in the library
    int changed;            // questions that read otherwise than when the quiz began
    int gone;               // questions that are not in their bank any more: left out
};

/// Looks for the quiz that was played last and brings it to where it stopped, in `arena`. A
/// question that is called otherwise since is found where its progress went.
/// Returns false if there is none, it is over, or its bank isn't in the library.
bool quiz_log_find(struct journal *journal, struct library *library, struct arena *arena,
                   int64_t now_ms, struct fsrs_time wall, struct quiz_found *found);
