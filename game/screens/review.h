// screens/review.h: the parts of the review screen.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "screens/game.h"
#include "ui/ui.h"

enum {
    REVIEW_CHOSEN = 1, // the chosen row, which the focus rests on
    REVIEW_ROW,        // arg: shows that row beside the list
    REVIEW_OPEN,       // arg: shows that row on a page of its own; REVIEW_THIS: the chosen one
    REVIEW_MOVE,       // arg: rows down
    REVIEW_SOURCE,
    REVIEW_TRY,
    REVIEW_HIDE,
    REVIEW_UNHIDE,
    REVIEW_LIST_REGION,
    REVIEW_TEXT_REGION,
};

enum { REVIEW_THIS = -1 };

struct review {
    struct arena arena;
    int *turns;      // of the session, in the order asked
    bool *is_hidden; // runs beside `turns`
    int *hidden;     // what was hidden, the last at the end
    int count, hidden_count;
    int chosen;     // into `turns`; -1: nothing is left
    bool is_all;    // all questions that were answered, not only the missed ones
    bool is_detail; // where list and detail are pages: the detail is shown
};

const struct turn *review_turn(const struct review *review, const struct game *game, int row);

/// How many missed questions are in the list and not hidden.
int review_missed(const struct review *review, const struct game *game);

void review_view(const struct review *review, const struct game *game, struct ui *ui);
