// core/class_tally.h: counts what came of the lessons of a class, lesson by lesson.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/index.h"
#include "core/answer_text.h"
#include "core/contest.h"

/// What is known of the choices for which hands were raised, where the question itself is gone.
struct class_hands {
    bool is_told;
    uint32_t right; // places of those that are right, as bits
};

/// A lesson as it is counted. Nothing of it is kept: texts are copied.
struct class_lesson {
    const struct contest *contest;
    const char *const *keys; // of each round: what its question goes by in its bank
    const bool *is_gone; // of each round: something else has its question's place; NULL: none
    const struct picked *now; // of each round that is gone: what its question is now; without
                              // one it is in no bank any more, as all are with NULL
    const struct class_hands *hands; // of each round: of hands for a question that is gone;
                                     // NULL: nothing is known
    const bool *is_changed;    // of each round: its question reads otherwise now; NULL: none
    const char *const *pupils; // names of those present, as many as the rules say; NULL: none
    int64_t day;               // as date_of() counts them
};

/// How right the class was the last time, and the time before that one.
struct class_change {
    int now, before;    // thousandths; -1: there is no such time
    int64_t before_day; // as date_of() counts them
};

/// A wrong answer that was given.
struct class_said {
    const char *text, *folded;
    int count;
    struct class_said *next;
};

/// A question so far.
struct tally_question {
    const char *bank, *key, *text, *right; // `right`: the answer; "" of one that is gone
    bool is_gone;                          // in no bank any more: its text is only its name
    const int *topics;                     // into the topics
    int topic_count;
    int asked;                  // how often its answer was shown in a lesson that counts
    int answers_right, answers; // of teams, pupils or hands
    int unanswered;             // how often somebody could have answered and nobody did
    bool has_hands;             // some of the answers are hands
    bool is_changed;            // it reads otherwise since
    int64_t took_ms;            // in all
    struct class_said *said;    // in the order in which they came
    int now_right, now_answers; // in the lesson that is counted now
    int last;                   // how right the class was when it was last asked; -1: not yet
    int64_t last_day;
    struct class_change change;
};

/// A topic so far: names that differ only by case are one. NULL: no topic.
struct tally_topic {
    const char *name, *folded;
    int now_sum, now_count; // shares of its questions in the lesson that is counted now
    int last;
    int64_t last_day;
    struct class_change change;
};

/// An answer that one pupil gave.
struct tally_answer {
    int question, pupil;
    bool is_right;
};

/// Counted so far. Zeroed but for `words` is nothing; read freely, changed by class_tally_add()
/// only.
struct class_tally {
    const struct answer_words *words;
    struct arena arena;
    struct buf questions, topics, pupils, answers; // see below
    struct index index;                            // of the questions
    int lessons;                                   // that count
    int64_t first_day, last_day;                   // of these
    enum contest_mode mode;                        // of the last of them
    int skipped;                                   // questions that could not be asked so
    int gone;                                      // asked, and in no bank any more
    bool has_begun;
    struct class_change change; // of all questions of a lesson, on average
    int last;                   // likewise
    int64_t last_lesson_day;
};

/// Counts `lesson`, which came after those that were counted before. One that does not
/// `count`s only as what later ones are compared with. Full credit is right; to pass, and to be
/// late, is not. A question that was open when the lesson ended, or taken back, was not asked.
/// One that is in no bank any more counts by its name, and in no topic; only where hands were
/// raised for one that is gone, and nobody told for what, it does not.
void class_tally_add(struct class_tally *tally, const struct class_lesson *lesson, bool counts);

int class_tally_questions(const struct class_tally *tally,
                          const struct tally_question **questions);
int class_tally_topics(const struct class_tally *tally, const struct tally_topic **topics);
int class_tally_answers(const struct class_tally *tally, const struct tally_answer **answers);

/// The names of pupils who answered.
int class_tally_pupils(const struct class_tally *tally, const char *const **names);

/// The share of `part` in `whole`, in thousandths; -1 of nothing.
int class_tally_share(int part, int whole);

/// Frees everything. Zeroed is fine.
void class_tally_free(struct class_tally *tally);
