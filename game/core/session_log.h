// core/session_log.h: what a session is the fold of. For core/session.c only.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/session.h"

/// An event that was taken, with all that was found out about it then, so that folding it
/// again needs no marking and no clock.
struct log_entry {
    enum event_type type;
    struct answer answer;      // EVENT_ANSWER
    struct mark mark;          // EVENT_ANSWER, EVENT_TIME_UP
    int64_t took_ms;           // thinking time on the question until then
    int64_t left_ms, limit_ms; // of the clock that would have run out first
    bool ends_game;            // EVENT_NEXT: the quiz's time was over
};

/// The effective entries, then those that were undone and can be done again.
struct event_log {
    struct log_entry *entries;
    int count, total, room; // effective; with undone ones; that there is memory for
    int64_t *used_ms;       // thinking time on each turn; undoing gives none of it back
    int64_t used_sum_ms;
    int answered, right; // turns
    int shown;           // the turn shown last; -1: none yet
};

/// Adds `entry` as the last effective one, drops what was undone, and folds it into `s`.
void session_log_add(struct session *s, const struct log_entry *entry);

/// Sets `s` to the fold of nothing: its first question asked.
void session_log_start(struct session *s);

/// Takes back the last answer, hint, skip, time up or stop with what followed, by folding the
/// entries before it. Call only if session_can_undo().
void session_log_undo(struct session *s);

/// Folds in again what was undone last. Call only if session_can_redo().
void session_log_redo(struct session *s);
