// core/plan_cards.h: the cards of a bank as plans look at them.
#pragma once

#include "core/deck.h"
#include "core/plan.h"

/// What of a bank a plan is about.
struct plan_topics {
    const char *const *names; // as in pick_rules
    int count;                // 0: all
};

/// The cards of `cards`, which are of one bank, that have to do with `topics`: all but the
/// suspended ones. One that is hidden is due when it is shown again. The habit is left to the
/// caller; `fsrs` is kept, all else is in `arena`.
struct plan_deck plan_cards(const struct deck_card *cards, int count, struct plan_topics topics,
                            const struct fsrs *fsrs, struct fsrs_time now, struct arena *arena);

/// Makes `rules` ask no more today than the minutes a day allow: of what is due the riskiest,
/// and new cards in the time that it leaves. What the rules say to be done is done.
void plan_limit(const struct plan_deck *deck, int minutes, struct deck_rules *rules,
                struct arena *scratch);
