// core/stats_topics.h: figures by topic and by question.
#pragma once

#include "core/stats.h"
#include "core/stats_due.h"

/// What is known of a topic. A question counts in each of its topics; topics of several banks
/// that differ only by case are one.
struct stats_topic {
    const char *name; // as it is first written; NULL: questions without a topic, or in "Other"
    int questions;
    int place; // in the order in which the banks have them
    struct stats_tally tally;
    struct stats_due due;
};

struct stats_topics {
    struct stats_topic *items; // the one with the most answers first, then by due cards, then
                               // by place
    int count;
    struct stats_tally known; // answers to questions that are there, each once
    struct stats_tally gone;  // and to those that are not
    struct stats_due due;     // cards of questions that are there, each once
    struct stats_due gone_due;
};

/// All topics of the source's questions with the answers of `span` and the cards due on `day`,
/// in `arena`.
struct stats_topics stats_topics(const struct stats_source *source, struct stats_span span,
                                 int64_t day, struct arena *arena);

enum { STATS_HARD_ANSWERS = 3 }; // below that nothing can be said of a question

/// A question that is often missed.
struct stats_hard {
    int question; // its place in the source
    struct stats_tally tally;
    int lapses; // cards of it that were known and then were not
};

/// The at most `most` hardest questions in `span`, in `arena`: of those with STATS_HARD_ANSWERS
/// answers or more and at least one that was not right, the one with the lowest share right
/// first, then with the most lapses, then with the most answers. Returns how many.
int stats_topics_hardest(const struct stats_source *source, struct stats_span span, int most,
                         struct arena *arena, struct stats_hard **hardest);
