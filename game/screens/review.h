// screens/review.h: the parts of the review screen.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "screens/flagging.h"
#include "screens/game.h"
#include "ui/tile.h"
#include "ui/ui.h"

enum {
    REVIEW_CHOSEN = 1, // the chosen row, which the focus rests on
    REVIEW_ROW,        // arg: shows that row beside the list
    REVIEW_OPEN,       // arg: shows that row on a page of its own; REVIEW_THIS: the chosen one
    REVIEW_MOVE,       // arg: rows down
    REVIEW_SOURCE,
    REVIEW_PICTURE, // shows it over the whole window
    REVIEW_FLAG,    // marks the question as wrong, or no longer
    REVIEW_TRY,
    REVIEW_HIDE,
    REVIEW_UNHIDE,
    REVIEW_SCOPE, // the next list: this quiz, ever, mix-ups
    REVIEW_ORDER, // the newest or the riskiest first
    REVIEW_LIST_REGION,
    REVIEW_TEXT_REGION,
};

enum { REVIEW_THIS = -1 };

/// What the list is of.
enum review_scope {
    REVIEW_MISSED,  // what was missed in the last quiz
    REVIEW_ANSWERS, // all answers of the last quiz
    REVIEW_PAST,    // what was ever missed of the chosen bank and is not mended
    REVIEW_MIXUPS,  // what is taken for what in that bank
};

struct review_row {
    const struct bank *bank;
    const struct question *question;
    bool is_missed;
    enum sheet_kind sign;
    const struct turn *turn; // of the last quiz; NULL: of the past, as what follows
    const char *said;        // what was answered last; NULL: it has no words
    int times;               // how often it was missed, of a mix-up how often that was said
    const struct question *other; // of a mix-up: what `said` is the right answer to; NULL: none
};

struct review {
    struct arena arena; // of the rows
    struct review_row *rows;
    bool *is_hidden; // runs beside `rows`
    int *hidden;     // what was hidden, the last at the end
    int count, hidden_count;
    int chosen; // into `rows`; -1: nothing is left
    int gone;   // mistakes whose questions are not in the bank any more: not in the list
    enum review_scope scope;
    bool is_by_risk;      // of REVIEW_PAST: the riskiest first, else the newest
    struct flagging flag; // of the chosen row
    bool is_detail;       // where list and detail are pages: the detail is shown
};

/// Fills the list with what `review->scope` says, nothing hidden, the first row chosen; of
/// REVIEW_ANSWERS that of turn `opens`.
void review_load(struct review *review, const struct game *game, int opens);

/// How many missed questions are in the list and not hidden.
int review_missed(const struct review *review);

/// Whether there is a list to go to beside this one.
bool review_has_scopes(const struct game *game);

/// The questions that ask for what is mixed up in the rows that are not hidden, both ways where
/// the bank has a question for the other one, with just the two answers to choose from. All is
/// in `arena`. Returns how many.
int review_drill(const struct review *review, struct arena *arena, struct picked **picked);

/// `question` as a choice between what is right and `wrong`, in `arena`.
const struct question *review_ask_either(const struct question *question, const char *wrong,
                                         struct arena *arena);

/// "You said: 28", or of the past how often too; NULL if there is nothing to tell.
const char *review_said(const struct review_row *row, struct arena *arena);

/// What the bank says of it: to the very answer that was given where that is known.
const char *review_why(const struct review_row *row, const struct ui *ui);

/// "Right: Paris", which looks as it does in the bank.
const char *review_right(const struct question *question, const struct ui *ui);

void review_view(const struct review *review, const struct game *game, struct ui *ui);
