// screens/results.h: the parts of the results screen.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "screens/game.h"
#include "ui/ui.h"

enum {
    RESULTS_HOME = 1,
    RESULTS_AGAIN,
    RESULTS_FIX,
    RESULTS_UNDO,
    RESULTS_CARD, // arg: the turn whose card to see
    RESULTS_REGION,
};

struct results {
    int64_t shown_ms;
};

/// How one topic went.
struct topic_sum {
    const char *name;
    int right, answered;
};

/// A game in numbers.
struct summary {
    int asked, answered, right, missed;
    int best_row; // of answers with full credit; a timeout does not end it
    int64_t took_ms;
    const struct topic_sum *topics; // in `arena`, those that were answered, in the bank's order
    int topic_count;
};

struct summary results_summary(const struct session *s, struct arena *arena);

/// Whether the result is one to celebrate: from 80 %.
bool results_is_good(const struct summary *sum);

/// A quiet sentence about the result.
const char *results_sentence(const struct summary *sum, struct arena *arena);

void results_view(const struct results *results, const struct game *game, struct ui *ui);
