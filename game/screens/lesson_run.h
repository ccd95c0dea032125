// screens/lesson_run.h: the lesson that is given.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/contest.h"
#include "store/classes.h"
#include "store/lesson_log.h"

struct game;

/// What a lesson is made of. Its questions are of the bank that is chosen.
struct lesson_setup {
    bool is_class;                   // the learner is one, and remembers what it missed
    const struct class_list *pupils; // absent ones are left out; NULL: none
    const struct class_teams *teams; // and what is wished
    const char *const *topics;       // `topic_count`; 0: all
    int topic_count;
    uint64_t seed;
};

/// The lesson that is given. Zeroed: none is.
struct lesson_run {
    bool is_there;
    struct contest contest; // changed by lesson_run_apply() only
    struct lesson_log log;
    struct arena arena;            // of both
    int text_percent;              // of the usual text size
    int accepted;                  // whose typed answer the bank accepts since then: the
                                   // round, counted from 1; 0: none
    int changed_count, gone_count; // of a lesson that came back: its questions that read
                                   // otherwise since, and those that are gone
};

/// A lesson that is not over, as the journal alone tells it.
struct lesson_left {
    bool is_there;
    int at, count; // questions that were asked, of how many
    bool is_class; // the learner is one
};

/// Looks whether there is one whose bank is there, for `game->lesson_left`.
void lesson_run_look(struct game *game);

/// Begins a lesson. Returns false if no question can be asked in it, or there are too few teams
/// or pupils.
bool lesson_run_begin(struct game *game, const struct lesson_setup *setup, int64_t now_ms);

/// Applies an event and notes it in the journal: when it returns, what happened is on the disk,
/// or `journal->fault` says why not. Returns whether the event made sense.
bool lesson_run_apply(struct game *game, const struct contest_event *event);

/// Brings back the lesson that was not over, paused. Returns false if there is none; one of
/// which nothing can be asked any more is over then.
bool lesson_run_resume(struct game *game, int64_t now_ms);

/// Leaves it; it is in the journal.
void lesson_run_close(struct game *game);

/// The team that buzzes with this key or pad in the lesson that is given; CONTEST_NOBODY: none.
int lesson_run_team(const struct game *game, int buzzer);
