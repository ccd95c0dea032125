// core/plan_crowd.h: days of study simulated on a crowd of cards that stands for a learner's.
#pragma once

#include "base/arena.h"
#include "core/plan.h"

enum {
    CROWD_CARDS = 4000, // at most, and at least half as many unless there is none
};

struct crowd_card {
    struct fsrs_card card;
    int32_t due; // day, counted from today
};

struct crowd_risk {
    double risk;
    int index;
};

/// A crowd. Of many cards it holds a sample, of few each card more than once, so that chance
/// evens out and a forecast neither takes long nor hangs on single cards. All it does follows
/// from the deck: the same one always gives the same forecast. Everything lives in an arena.
struct crowd {
    const struct plan_deck *deck;
    int64_t today; // number of the day
    double scale;  // cards of the crowd that stand for one of the learner
    struct crowd_card *cards;
    int count, seen; // those from `seen` on are not

    // The run, from crowd_start() on.
    struct crowd_card *run;
    struct crowd_risk *heap;
    int met;           // cards before it are seen by now
    double spent_ms;   // on the last day
    double finish_ms;  // that the learner takes longer, to finish the card that is open when
                       // the minutes are over: half of what a card takes
    double owed_ms;    // by which the crowd took longer than that: taken off the next day
    double owed_cards; // new ones, likewise
    int64_t ratings[FSRS_PHASE_COUNT]; // so far
};

struct crowd crowd_make(const struct plan_deck *deck, struct arena *arena);

/// Begins a run: the cards are again as they are today.
void crowd_start(struct crowd *crowd);

/// Studies on a day, counted from today, each one after the one before: what is due, riskiest
/// first, then at most `new_cards`, until `minutes` are over. Both count cards and minutes of
/// the learner. Returns how many cards of the crowd are then due and left over.
int crowd_study(struct crowd *crowd, int day, double minutes, double new_cards);

/// Cards of the learner that are unseen now.
double crowd_unseen(const struct crowd *crowd);

/// The mean probability of recall of all cards on a day, unseen ones being 0.
double crowd_known(const struct crowd *crowd, int day);
