// core/grade.h: how an answer grades the cards of its question: one memory for quizzes and
// cards.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/ask.h"
#include "core/fsrs_model.h"
#include "core/mark.h"
#include "core/session.h"

enum {
    GRADE_PACE_MOST = 20,  // right answers that say how fast somebody is
    GRADE_PACE_LEAST = 10, // and how many of them it takes to say so
    GRADE_PACE_CAP_MS = 60 * 1000,
    GRADE_EVIDENCE_FULL = 1000,
};

/// The thinking times of the last right answers to questions of one kind. Zeroed: none.
struct grade_pace {
    int64_t took_ms[GRADE_PACE_MOST];
    int count;
    int next; // the place of the one that comes next: where the oldest is, when all are taken
};

/// Adds the time of one more right answer; the oldest goes if there are GRADE_PACE_MOST. A time
/// that was not measured (0 or less, when the clock stands) is left out.
void grade_pace_add(struct grade_pace *pace, int64_t took_ms);

/// Whether `took_ms` is more than twice the median of `pace`, all capped at GRADE_PACE_CAP_MS.
/// With fewer than GRADE_PACE_LEAST times nothing is slow.
bool grade_is_slow(const struct grade_pace *pace, int64_t took_ms);

/// What an answer says about one card of its question.
struct grade {
    int part;                // 0; of a cloze the gap
    enum fsrs_rating rating; // never Easy: nobody was asked how easy it was
    int evidence;            // thousandths, for fsrs_review_weighed(): 1 to GRADE_EVIDENCE_FULL
};

/// Grades card `part` of `ask` by the credit of its answer (thousandths): under half is Again;
/// less than all, a hint or a slow answer is Hard; else it is Good.
///
/// Evidence is the share of such right answers that no guess explains: 1 - 1/n for one picked
/// out of n (a wrong one that the hint took away is not among them), 1/2 for true or false, 1 -
/// 2^-n for n that are each picked or not, all for what was typed, ordered, matched or turned
/// over. A wrong answer has that of a right one: the memory does not weigh it, but how often
/// answers of its kind are right is foreseen with it. Source: the guess parameter of knowledge
/// tracing, see fsrs_review_weighed(). Pure.
struct grade grade_card(const struct ask *ask, int part, int credit, bool is_hinted,
                        bool is_slow);

/// Grades the cards of a turn that was answered, or whose time ran out, in `arena`; returns how
/// many. Each gap of a cloze is a card, which goes by the gap's own mark; of a card that can be
/// turned round the forward one alone was asked. `pace` is of the question's kind, before this
/// answer; NULL: not known. Pure.
int grade_turn(const struct turn *turn, const struct grade_pace *pace, struct arena *arena,
               struct grade **grades);
