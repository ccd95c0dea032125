// store/study_session.h: the session of the cards of one bank that every front end runs: drawn
// by the settings, noted in the journal, and found again there.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/rng.h"
#include "core/study.h"
#include "store/settings.h"
#include "store/study_journal.h"

/// What sessions are made from, and where their events go.
struct study_store {
    struct journal *journal; // NULL: nowhere
    struct memory *memory;   // NULL or without a journal: nothing is remembered
    const struct settings *settings;
};

/// A session. Zeroed: none. Read it freely; change it only by the functions below.
struct study_session {
    struct study study;
    struct study_journal log;
    struct card_pile list; // as it was when the session began or came back
    struct arena arena;    // of all these
    struct fsrs fsrs;      // that the session goes by
    const struct bank *bank;
    bool is_begun;
};

/// Whether the memory says now what the journal does, so that a session can be made from them.
bool study_store_catch_up(const struct study_store *store);

/// The learner's schedule; without a memory that of the settings.
struct fsrs study_store_schedule(const struct study_store *store);

/// The rules of the settings for a session over the cards of `bank` that begins now, whatever
/// is planned. `fsrs` is kept.
struct deck_rules study_store_usual_rules(const struct study_store *store,
                                          const struct bank *bank, const struct fsrs *fsrs,
                                          enum deck_mode mode, struct fsrs_time now);

/// Rules for a session over `list`, the cards of `bank`, that begins now: what is due follows
/// the learner's plan, an exam and the minutes a day. `fsrs` is kept.
struct deck_rules study_store_rules(const struct study_store *store, const struct bank *bank,
                                    const struct card_pile *list, const struct fsrs *fsrs,
                                    enum deck_mode mode, struct fsrs_time now);

/// Begins a session over the cards of `bank`, which must outlive it, or goes on with today's,
/// also that of a program that ended. One that is over goes on too, so that it can be undone,
/// unless a new one would differ; what is crammed begins anew. The place of what was in `s` is
/// taken. `rng`: for a new one.
void study_session_begin(struct study_session *s, const struct study_store *store,
                         const struct bank *bank, enum deck_mode mode, struct fsrs_time now,
                         struct rng *rng);

/// Begins a new session of what is due, with `new_cards` new ones whatever the day's limit is.
void study_session_begin_with(struct study_session *s, const struct study_store *store,
                              const struct bank *bank, int new_cards, struct fsrs_time now,
                              struct rng *rng);

/// The card that is up, or NULL. The next one is put up if need be.
const struct deck_card *study_session_card(struct study_session *s, int64_t now_ms);

/// What the journal has to say of the card that is up goes there before these return; if it
/// could not be written, `fault` of the journal says why. Return false if no card is up, or
/// the grade is out of range.
bool study_session_grade(struct study_session *s, struct study_grade grade,
                         struct fsrs_time now, struct fsrs_outcome *outcome);
bool study_session_hide(struct study_session *s, struct fsrs_time now);
bool study_session_suspend(struct study_session *s, struct fsrs_time now);

/// Take back what was done last, or do it again. Return false if there is nothing.
bool study_session_undo(struct study_session *s, struct fsrs_time now);
bool study_session_redo(struct study_session *s, struct fsrs_time now);

/// Ends what is in memory of the session; in the journal it stays. Zeroed is fine.
void study_session_close(struct study_session *s);
