// core/stats.h: figures about what was done: what they are counted from, and those by the day.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "core/bank.h"
#include "core/fsrs.h"
#include "core/past.h"

enum {
    STATS_YEAR = 365,          // days
    STATS_TOOK_MOST_MS = 60000 // of an answer that took longer only so much counts
};

/// A question that is in its bank now, by what answers call it.
struct stats_question {
    const struct bank *bank;
    const struct question *question;
    const char *key;
};

/// A card as it is remembered.
struct stats_card {
    const char *bank, *question; // id and key
    int part;
    struct fsrs_card card;
    bool is_suspended;
    int64_t hidden_until_ms; // 0: not hidden
};

/// What is counted. All of it is only read.
struct stats_source {
    const struct stats_question *questions; // those of one bank side by side
    const struct past_answer *answers;
    const struct past_review *reviews; // from the first one on, in their order
    const struct stats_card *cards;
    int question_count, answer_count, review_count, card_count;
    const struct fsrs *fsrs; // whose days hold
    struct fsrs_time now;
};

/// Local days from `first` to `last`, both of which belong to it, as fsrs_days_number() counts
/// them.
struct stats_span {
    int64_t first, last;
};

/// All that ever was, whatever the clock said.
struct stats_span stats_span_all(void);

/// The last `days` days, today being the last of them.
struct stats_span stats_span_last(const struct stats_source *source, int days);

/// How far back figures go.
enum stats_window { STATS_7_DAYS, STATS_30_DAYS, STATS_365_DAYS, STATS_WINDOWS };

/// How many days the window has, today being the last.
int stats_window_days(enum stats_window window);

/// Monday to Sunday of this week.
struct stats_span stats_span_week(const struct stats_source *source);

/// Whether something done at `at_ms`, by a clock then `ahead_min` ahead of UTC, falls in it.
bool stats_span_has(const struct stats_source *source, struct stats_span span, int64_t at_ms,
                    int32_t ahead_min);

/// The number of today.
int64_t stats_today(const struct stats_source *source);

/// The number of the day of something done at `at_ms`, by the clock that was used then.
int64_t stats_day(const struct stats_source *source, int64_t at_ms, int32_t ahead_min);

/// Answers, be they a quiz's or the grades of cards.
struct stats_tally {
    int answers, right; // right: full credit
    int64_t took_ms;    // see STATS_TOOK_MOST_MS
};

/// Adds an answer to `tally`.
void stats_tally_add(struct stats_tally *tally, const struct past_answer *answer);

/// The answers of a span.
struct stats_tally stats_tally_of(const struct stats_source *source, struct stats_span span);

/// The answers of a span of at most 100,000 days, day by day, in `arena`.
const struct stats_tally *stats_days(const struct stats_source *source, struct stats_span span,
                                     struct arena *arena);

/// The answers of this week, Monday first.
struct stats_week {
    struct stats_tally days[DATE_WEEK], all;
    int today; // its place in `days`
};

struct stats_week stats_week(const struct stats_source *source);

/// Days in a row on each of which something was answered, whatever came of it.
struct stats_streak {
    int days;       // until today, or until yesterday while today may still be counted
    int longest;    // of all
    bool has_today; // something was answered today
};

struct stats_streak stats_streak(const struct stats_source *source);
