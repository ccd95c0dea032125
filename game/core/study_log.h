// core/study_log.h: what was done in a session of cards, and where each card is. For
// core/study.c only.
#pragma once

#include "core/study.h"
#include "core/study_wait.h"

/// Where a card is in the session.
enum study_where {
    STUDY_OUT,     // not drawn, or through
    STUDY_QUEUED,  // at its place in the queue
    STUDY_WAITING, // in learning, or, with DECK_CRAM, to be asked again at the end
};

struct study_place {
    enum study_where where;
    int64_t at_ms; // STUDY_WAITING: until when. DECK_CRAM: the steps that were taken before
};

/// What may change of a card.
struct study_state {
    struct fsrs_card memory;
    int64_t hidden_until_ms;
    bool is_suspended;
};

/// A step that was taken or undone. Taking it and undoing it changes `other` with what the card
/// has, so nothing is ever computed again.
struct study_step {
    uint32_t card;
    enum study_action action;
    struct study_grade grade;
    int64_t took_ms;
    struct study_state other;    // before the step while it counts, after it while undone
    struct study_place from, to; // where the card was, and where the step puts it
    bool is_first_grade;         // a grade: the first of its card in this session
};

struct study_log {
    struct study_step *steps; // those that count, then those that were undone
    int count, total, room;   // that count; with undone ones; that there is memory for
    uint32_t *queue_places;   // of each card that is in the queue
    uint8_t *where;           // of each card: enum study_where
    bool *is_graded;          // each card, in this session
    int next;                 // no card before this place of the queue is still in it
    struct study_wait wait;
};

/// Puts all cards of `s` where its deck has them.
void study_log_init(struct study *s);

/// Takes a new step, and drops those that were undone. `after` is what the card gets, `to`
/// where it goes; what the step was before is found out here.
void study_log_add(struct study *s, const struct study_step *step,
                   const struct study_state *after);

/// Takes back the last step that counts, or takes the first of those that were undone. There
/// must be one.
void study_log_undo(struct study *s);
void study_log_redo(struct study *s);

/// The first card still in the queue; -1: none.
int study_log_first(struct study *s);

struct study_state study_log_state(const struct study *s, uint32_t card);
void study_log_set_state(struct study *s, uint32_t card, const struct study_state *state);
