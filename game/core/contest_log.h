// core/contest_log.h: what a lesson is the fold of. For core/contest*.c only.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/contest.h"

/// An event that was taken, with all that was found out about it then, so that folding it
/// again needs no marking and no clock.
struct contest_entry {
    enum contest_event_type type;
    int64_t at_ms;
    int team, round, credit, points, place, hands;
    struct answer answer;                          // CONTEST_ANSWER
    struct mark mark;                              // and what the judge said
    struct contest_press presses[CONTEST_PRESSES]; // CONTEST_PRESSED, in the order of time
    int press_count;
    int64_t spent_ms, more_ms; // on the clock then
    int64_t left_ms, limit_ms; // of who was asked
};

/// The effective entries, then those that were undone and can be done again.
struct contest_log {
    struct contest_entry *entries;
    int count, total, room; // effective; with undone ones; that there is memory for
};

/// Folds `entry` into `c`.
void contest_fold(struct contest *c, const struct contest_entry *entry);

/// Sets `c` to the fold of nothing: its first question asked, or a cell to be chosen.
void contest_fold_nothing(struct contest *c);

/// Whether anybody may buzz in this round.
bool contest_is_buzzed(const struct contest *c, const struct contest_round *round);

/// As contest_can_buzz(), also while the lesson is paused: events are folded again then too.
bool contest_counts_press(const struct contest *c, int team, int64_t at_ms);

/// Works out what `share` earned.
void contest_score(struct contest *c, const struct contest_round *round, int team,
                   struct contest_share *share);

/// The share of who is asked now, or NULL.
struct contest_share *contest_asked(struct contest *c);

/// Who is next to be asked after a wrong answer or a pass; CONTEST_NOBODY if nobody is left.
int contest_next_team(const struct contest *c);

/// Mixes the pupils into a new bag: `last` does not come first again.
void contest_fill_bag(struct contest *c, int last);

/// The team that a pupil is in, or CONTEST_NOBODY.
int contest_team_of(const struct contest *c, int pupil);

/// The place in the bag of who is drawn next for this question: who has tried it is passed
/// over. CONTEST_NOBODY: nobody is left in there.
int contest_next_in_bag(const struct contest *c);

/// Draws the next pupil, who is asked then.
void contest_draw(struct contest *c);

/// Who was drawn goes to the end of the bag, and another one is drawn.
void contest_draw_later(struct contest *c);

/// `team` is asked, with a new clock.
void contest_open(struct contest *c, enum contest_phase phase, int team);

/// Who is asked since `entry` has what was left then of the time that the host gave more.
void contest_hand_on(struct contest *c, const struct contest_entry *entry);

/// No team is locked, and no buzzers were opened.
void contest_unlock(struct contest *c);

/// Question `at` begins.
void contest_begin(struct contest *c, int at);

/// To the next question, whichever that is; those that can't be asked are passed over.
void contest_go_on(struct contest *c);

/// From an answer to the next question, or to the scores first.
void contest_next(struct contest *c);

/// Question `round` won't be asked. What follows is dealt out anew, so that all teams have the
/// same number of turns.
void contest_leave_out(struct contest *c, int round);

/// The lesson ends.
void contest_end(struct contest *c);

/// The answer is shown: the question counts.
void contest_show(struct contest *c, int64_t took_ms);

/// Buzzers went down.
void contest_press(struct contest *c, const struct contest_entry *entry);
