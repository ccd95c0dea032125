// core/deck.h: which cards are asked today, and in which order.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/bank.h"
#include "core/fsrs.h"

/// A card that might be asked, with what a learner remembers of it.
struct deck_card {
    const struct bank *bank; // not looked into
    const struct question *question;
    struct fsrs_card memory;
    int64_t hidden_until_ms; // 0: not hidden
    uint64_t seed;           // a number that never changes, see fsrs_review()
    int part;                // see core/card.h
    bool is_suspended;
};

enum deck_mode {
    DECK_DUE,  // what is due today and new cards, within the limits
    DECK_CRAM, // all, due or not, without limits; nothing that happens counts for the schedule
    DECK_ONLY, // all as well, suspended and hidden ones too, but they are graded: for a list
};

/// What comes first of the cards to be reviewed. Equal ones come as they stand in the list.
enum deck_order {
    DECK_BY_RISK,       // lowest retrievability
    DECK_BY_DUE,        // due for the longest time
    DECK_BY_CHANCE,     // the same for the same seed
    DECK_BY_DIFFICULTY, // hardest
    DECK_BY_YOUTH,      // shortest interval
    DECK_BY_AGE,        // longest interval
    DECK_BY_LIST,       // as they stand in the list
    DECK_ORDER_COUNT
};

/// Where new cards go in between. While learning, cards come back by the minute in any case.
enum deck_new { DECK_NEW_MIXED, DECK_NEW_AFTER, DECK_NEW_BEFORE, DECK_NEW_COUNT };

enum {
    DECK_NEW_A_DAY = 20,      // unless the learner says otherwise
    DECK_REVIEWS_A_DAY = 200, // likewise
    DECK_AHEAD_MS = 20 * 60 * 1000,
};

struct deck_rules {
    const struct fsrs *fsrs; // must outlive what is made by these rules
    struct fsrs_time now;    // when the session begins; its local day is today
    enum deck_mode mode;
    enum deck_order order;
    enum deck_new new_place;
    bool is_new_by_chance;        // else new cards come as they stand in the list
    int new_a_day, reviews_a_day; // at most; below 0 counts as 0. DECK_DUE only
    int new_done, reviews_done;   // of those, today, before the session
    int64_t ahead_ms;             // how long before it is due a card in learning may be shown
                                  // when nothing else is left; DECK_AHEAD_MS
    uint64_t seed;
};

/// Rules for a session of what is due: most at risk first, new ones mixed in, and the numbers
/// above. `fsrs` and `now` are kept.
struct deck_rules deck_rules_default(const struct fsrs *fsrs, struct fsrs_time now);

/// Cards in learning that are due later come another day.
int64_t deck_end_ms(const struct deck_rules *rules);

/// What is asked. Cards are numbers in the list that was drawn from.
struct deck {
    const uint32_t *queue; // new ones and reviews, in their order
    int queue_count;
    const uint32_t *learning; // those that come back by the minute, not sorted
    int learning_count;
    int held_new, held_reviews; // would have been in the queue, but for the limits
    int held_siblings;          // due or new, but another card of their question is asked, or
                                // was asked, today
    int64_t last_ms;            // cards in learning that are due later come another day
};

/// Draws from `cards`, where the cards of a question stand side by side. In `arena`. Pure:
/// the same list and rules give the same deck. O(n log n).
///
/// DECK_DUE: cards in review count as due from the beginning of their local day on, cards in
/// learning from their minute on. Suspended and hidden ones are left out. Of one question only
/// one card is asked a day: one that was answered today if it comes back today, else one in
/// learning, else the first to be reviewed, else the first new one. The limits cut what the
/// order has last; cards in learning are not limited.
///
/// Cards about the same fact are kept apart, see core/apart.h, but not put off to another day:
/// they are other questions, which the model knows nothing of, and of which Anki puts off none
/// either. In DECK_ONLY and DECK_BY_LIST all stand as they are.
///
/// DECK_CRAM, DECK_ONLY: the second cards of all questions come after all the first ones, and
/// so on.
struct deck deck_draw(const struct deck_card *cards, int count, const struct deck_rules *rules,
                      struct arena *arena);
