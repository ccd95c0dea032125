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
    RESULTS_CARD,   // arg: the turn whose card to see
    RESULTS_MEMORY, // takes the quiz out of the memory, or back in
    RESULTS_REGION,
};

struct results {
    int64_t shown_ms;
    struct memory_moved moved; // what the quiz did to the cards
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

/// What became of the cards.
enum results_cards {
    CARDS_UNKNOWN,    // there is nothing to say: no memory, or no answer
    CARDS_LEFT_ALONE, // the quiz does not count for them
    CARDS_MOVED,
    CARDS_MOVED_BACK, // the quiz was taken out of the memory
};

enum results_cards results_cards(const struct results *results, const struct game *game);

/// The height of what is said of the cards, with the button that takes the quiz out or back in;
/// 0 if nothing is said.
float results_cards_height(const struct results *results, const struct game *game,
                           const struct ui *ui, float width);

void results_cards_draw(const struct results *results, const struct game *game, struct ui *ui,
                        struct rect area);

void results_view(const struct results *results, const struct game *game, struct ui *ui);
