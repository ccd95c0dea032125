// store/lesson_log.h: a lesson whose events go into the journal, and comes back from it.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/class_tally.h"
#include "core/contest.h"
#include "core/fsrs_days.h"
#include "store/journal.h"
#include "store/lesson_log_text.h"
#include "store/library.h"

/// Where the events of a lesson go. Zeroed: nowhere.
struct lesson_log {
    struct journal *journal;
    int64_t game;              // 0: none
    int64_t origin_ms;         // when the lesson began, by its own clock
    struct lesson_start start; // in the lesson's arena; its items as they are called now
    const bool *unjudged; // for each round: hands for it say nothing of what is right, as its
                          // question is gone; NULL: none
    int *noted;           // rounds that the class has answered for its memory, in order
    int *noted_credit;    // and how right that was
    int noted_count;
};

/// The questions of a lesson as its start names them, in `arena`; cells without one are zeroed.
const struct quiz_item *lesson_items(const struct picked *picked, int count,
                                     struct arena *arena);

/// Notes that `contest` begins, which was started by `start->rules` over the questions in
/// `start->items`. All that `start` points at is in the arena of `contest`. `wall` is the time
/// on the wall, `now_ms` by the clock of the lesson.
void lesson_log_start(struct lesson_log *log, struct journal *journal,
                      const struct contest *contest, const struct lesson_start *start,
                      int64_t now_ms, struct fsrs_time wall);

/// Applies `event` to `contest`, and notes it if it was taken, with what the class then
/// answered or not for its memory, all in one commit: it is on the disk, or the journal has a
/// fault. A question counts for the memory once the lesson went on from it. Returns whether the
/// event was taken.
bool lesson_log_apply(struct lesson_log *log, struct contest *contest,
                      const struct contest_event *event, struct fsrs_time wall);

/// A lesson that was found in the journal.
struct lesson_found {
    struct lesson_log log;
    struct contest contest; // its clock at the time of its last event
    int changed;            // questions that read otherwise than when it began
    int gone;               // that are in no bank any more: left out where they were not asked
    const bool *is_gone;    // for each round; in its place is something with no words
    const bool *is_changed; // for each round: it reads otherwise
    const struct picked *now; // for each round that is gone: its question, if it is in its bank
                              // still but does not fit the lesson any more
    const struct class_hands *hands; // for each round: of one that is gone
    int64_t began_ms;                // wall
    int64_t ended_ms;                // wall, of its last event
};

/// Looks for the lesson that was given last and brings it to where it stopped, paused, in
/// `arena`; `now_ms` is by the clock of the lesson. Returns false if there is none or it is
/// over.
bool lesson_log_find(struct journal *journal, struct library *library, struct arena *arena,
                     int64_t now_ms, struct fsrs_time wall, struct lesson_found *found);

/// What the journal alone says of the lesson that was given last.
struct lesson_glance {
    const char *bank; // id of that of its first question
    int at, count;    // questions that were shown with their answers, of how many
    int64_t began_ms; // wall
};

/// Returns false if no lesson was given, or it is over. Reads no bank. In `arena`.
bool lesson_log_glance(const struct journal *journal, struct arena *arena,
                       struct lesson_glance *glance);

/// Ends the lesson that was given last, of which nothing can be asked any more: it is over.
void lesson_log_give_up(struct journal *journal, struct fsrs_time wall);

/// Brings lesson `game` to its last event as it was, for a report, also where all of its
/// questions are gone. Returns false if it can't be read.
bool lesson_log_read(struct journal *journal, struct library *library, int64_t game,
                     struct arena *arena, struct lesson_found *found);

/// The lessons that the learner of `journal` was given, in their order, in `arena`. Returns how
/// many.
int lesson_log_list(const struct journal *journal, struct arena *arena, int64_t **games);
