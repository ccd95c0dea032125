// core/study.h: a session of flashcards, a fold over what was done with them.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/deck.h"
#include "core/fsrs.h"

enum { STUDY_TOOK_MOST_MS = 60 * 1000, STUDY_EVIDENCE_FULL = 1000 };

enum study_action { STUDY_GRADE, STUDY_HIDE, STUDY_SUSPEND };

/// How a card was graded.
struct study_grade {
    enum fsrs_rating rating;
    int evidence; // thousandths, 1 to STUDY_EVIDENCE_FULL, see fsrs_review_weighed()
};

/// What is left, for the three figures above the card.
struct study_counts {
    int new_cards, learning, due;
};

/// What was done in this session and not undone.
struct study_done {
    int grades[FSRS_RATING_END]; // by rating
    int cards;                   // different ones that were graded
    int new_cards;               // of those, the ones that had been new
    int64_t took_ms;             // thinking time, each card at most STUDY_TOOK_MOST_MS
};

/// Something that was done, as the journal has it.
struct study_past {
    int card; // its number in the list
    enum study_action action;
    struct study_grade grade; // STUDY_GRADE
    struct fsrs_time at;
    int64_t took_ms;
    struct fsrs_card before; // memory before a grade; not needed of what was undone
};

/// All that was done in a session, in its order: `count` that count, then `undone_count` that
/// were undone and can be done again.
struct study_history {
    const struct study_past *past;
    int count, undone_count;
};

/// A session. Read it freely; change it only by the functions below.
struct study {
    struct arena *arena;
    struct deck_rules rules;
    struct deck deck;        // as drawn when the session began
    struct deck_card *cards; // `card_count`, as they are now
    int card_count;
    int shown;        // number of the card that is up; -1: none
    int64_t shown_ms; // since when
    struct study_counts left;
    struct study_done done;
    struct study_log *log;
};

/// Starts a session over a copy of `cards`, a list as deck_draw() wants it. Everything lives in
/// `arena`, which must outlive it.
void study_start(struct study *s, struct arena *arena, const struct deck_card *cards, int count,
                 const struct deck_rules *rules);

/// Makes again a session that was begun earlier on the same day and in which `history` was
/// done. `cards` are as they are now; `rules` are those of study_start(), `now` too, but with
/// `new_done` and `reviews_done` as they are now, this session's own grades among them. With
/// the same cards, it is the same session. A card that is no longer in the list has to be left
/// out of the history too. One that is away now counts as not so before, if the session put it
/// away.
void study_restore(struct study *s, struct arena *arena, const struct deck_card *cards,
                   int count, const struct deck_rules *rules,
                   const struct study_history *history, int64_t now_ms);

/// The card that is up. If none is, puts one up: one in learning that is due, else the first
/// of the queue, else one in learning that is due within `ahead_ms`. It then stays up until
/// something is done with it. NULL if there is none now: see study_next_ms().
const struct deck_card *study_current(struct study *s, int64_t now_ms);

/// What the faces of `card`, one of the session's, are mixed by: other places each time, or
/// people learn those.
uint64_t study_face_seed(const struct study *s, const struct deck_card *card);

/// From when on study_current() will have a card again, while it has none; INT64_MAX: never,
/// all is done.
int64_t study_next_ms(const struct study *s);

/// Grades the card that is up. With DECK_CRAM the memory stays as it is, `*outcome` is zeroed,
/// and Again brings the card back when all others are through. Returns false, and changes
/// nothing, if none is up or the grade is out of range.
bool study_grade(struct study *s, struct study_grade grade, struct fsrs_time now,
                 struct fsrs_outcome *outcome);

/// What each rating, with this evidence, would do to the card that is up. Returns false if none
/// is up, and with DECK_CRAM, where none does anything.
bool study_preview(const struct study *s, int evidence, struct fsrs_time now,
                   struct fsrs_outcome outcomes[FSRS_RATING_END]);

/// Puts the card that is up away until the next local day begins, when `hidden_until_ms` says.
/// Returns false if none is up.
bool study_hide(struct study *s, struct fsrs_time now);

/// Puts the card that is up away until it is asked for again. Returns false if none is up.
bool study_suspend(struct study *s, struct fsrs_time now);

/// Takes back what was done last, any number of times: its card is up again, all is as it was.
/// Returns the number of the card, -1 if there is nothing to undo.
int study_undo(struct study *s, int64_t now_ms);

/// Does again what was undone last. Returns the number of its card, -1 if there is nothing.
/// What is done anew in between makes an end of it.
int study_redo(struct study *s, int64_t now_ms);

bool study_can_undo(const struct study *s);
bool study_can_redo(const struct study *s);

/// How many cards of the list are due by the end of the day after the session's, for "tomorrow:
/// 18": reviews and cards in learning that are not suspended, without regard to limits.
int study_tomorrow(const struct study *s);
