// core/plan.h: what the days to come ask of a learner: level again after a break, ready for an
// exam. Forecasts by the memory model.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/fsrs.h"
#include "core/past.h"

enum {
    PLAN_DAYS = 365,          // forecasts reach so far
    PLAN_MINUTES_MOST = 1440, // a day
    PLAN_PAST_LEAST = 20,     // of fewer reviews nothing is concluded
};

/// The time that reviews took in all. Longer than a minute is a pause and counts as one.
int64_t plan_spent_ms(const struct past_review *reviews, int count);

/// How a learner studies. The shares of each array add up to 1.
struct plan_habit {
    double pace_ms;                   // that a rating takes, on average
    double first[FSRS_RATING_END];    // share of each rating of a new card
    double recalled[FSRS_RATING_END]; // and of a card that was recalled: Again is 0
};

/// The habit that shows in past reviews. Of their time it is the mean that counts, not the
/// median, since minutes a day are a sum. What fewer than PLAN_PAST_LEAST reviews tell of is
/// taken to be 8 s, and the shares that the simulator of fsrs-rs begins with.
struct plan_habit plan_habit_of(const struct past_review *reviews, int count);

/// The cards that a plan is about.
struct plan_deck {
    const struct fsrs *fsrs;
    struct plan_habit habit;
    const struct fsrs_card *cards; // that were seen. What fsrs_card_check() refuses, or is new,
    int count;                     // counts as unseen
    int unseen;                    // cards that there are beside them
    struct fsrs_time now;
    int64_t spent_ms; // on studying today, so far
};

/// Whether a card of a deck counts as seen.
bool plan_is_seen(const struct fsrs_card *card);

/// What is due today, until the end of the day.
struct plan_today {
    int due;
    int share; // of them fit into the minutes: the last one may be begun only, and cards on a
               // step are not put off
    double due_minutes, share_minutes; // that they take, on average
};

/// Puts the places of the cards that are due today into `order`, which has room for all: those
/// on a step, then the least likely to be recalled first; and tells how many of them to show.
struct plan_today plan_today(const struct plan_deck *deck, int minutes, int *order,
                             struct arena *scratch);

/// How many new cards fit into what is left of the minutes when all that is due today is done:
/// 0 if it can't be. As in plan_today() the last one may be begun only.
int plan_new_today(const struct plan_deck *deck, int minutes, const struct plan_today *today);

/// The way back: from what has piled up to having done all that is due. Until then no new card
/// comes.
struct plan_back {
    struct plan_today today;
    bool is_level;      // within PLAN_DAYS
    int64_t level_day;  // number of the day that leaves nothing over; today if all fits
    bool grows;         // what is left over is more after PLAN_DAYS than tonight
    int enough;         // if it is not level: minutes a day that would do; 0: no number does
    int64_t enough_day; // and when it is level then
};

struct plan_back plan_back(const struct plan_deck *deck, int minutes, struct arena *scratch);

/// The way to an exam: each card seen before it, and nothing left over the evening before.
struct plan_exam {
    int days;            // to study, from today on, without that of the exam
    int new_a_day;       // an even share of the unseen cards; 0 without a day to study
    bool fits;           // into the minutes
    double known;        // mean probability of recall on the day, unseen cards being 0
    int unseen;          // cards that stay unseen, as the minutes are used up by others
    int minutes;         // a day, at least, that it takes; 0: no number does
    double known_enough; // `known` with these; or with all day if no number does
    int64_t enough_day;  // if it does not fit: the first day, within PLAN_DAYS, on which the
                         // exam would have to be for it to fit; 0: none
};

/// `exam_day` is the number of a day. One further away than PLAN_DAYS counts as that far, one
/// that is over as today.
struct plan_exam plan_exam(const struct plan_deck *deck, int64_t exam_day, int minutes,
                           struct arena *scratch);
