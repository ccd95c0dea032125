// screens/study_game.h: the session of cards that outlives screens, and what Home says of
// cards.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "store/study_session.h"

struct game;

enum { STUDY_MORE_NEW = 5 }; // new cards that are offered beyond a day's limit

/// What Home says of the cards of a bank. Zeroed: not yet known.
struct study_outlook {
    const struct bank *bank; // that it is of
    int64_t until_ms;        // since 1970: from then on it has to be worked out again
    int new_cards, due;      // today's, within the limits; due: with those in learning
    int held_new;            // new cards beyond today's limit
    int seen;                // questions of which a card was ever graded
    int done;                // cards that were graded today
    int tomorrow;            // cards due by the end of tomorrow
    int minutes;             // that the due ones take, about
};

/// The learner's schedule; without a memory that of the settings.
struct fsrs game_schedule(const struct game *game);

/// Makes the settings of the schedule hold from now on.
void game_follow_schedule(struct game *game);

/// Begins a session over the cards of the chosen bank, or goes on with today's, also that of a
/// program that ended. Returns false if no bank is chosen.
bool game_study(struct game *game, enum deck_mode mode);

/// Begins a new session with STUDY_MORE_NEW new cards beyond the day's limit.
void game_study_more(struct game *game);

/// The card that is up, or NULL. The next one is put up if need be.
const struct deck_card *game_study_card(struct game *game);

/// What the journal has to say of the card that is up goes there before these return; if it
/// could not be written, `journal->fault` says why. Return false if no card is up.
bool game_study_grade(struct game *game, struct study_grade grade,
                      struct fsrs_outcome *outcome);
bool game_study_hide(struct game *game);
bool game_study_suspend(struct game *game);

/// Take back what was done last, or do it again. Return false if there is nothing.
bool game_study_undo(struct game *game);
bool game_study_redo(struct game *game);

/// Ends what is in memory of the session; in the journal it stays.
void game_drop_study(struct game *game);

/// Works out `game->outlook` for the chosen bank unless it holds still or the bank is not read
/// yet. Events that the memory does not know of yet are taken in first.
void game_look_out(struct game *game);

/// As game_look_out(), but at once, however large bank and memory are, and before the bank is
/// read: as if each question had one card and the memory knew of no others, until
/// game_look_out() knows better.
void game_glance(struct game *game);

/// Says that something was done which `game->outlook` does not know of.
void game_outlook_is_old(struct game *game);
