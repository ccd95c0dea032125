// core/class_report.h: what came of the lessons of a class: by question, by topic, what to
// teach again, and what has changed.
#pragma once

#include "core/class_tally.h"

enum {
    CLASS_REPORT_TEACH = 600, // thousandths: of which less was right is to be taught again

    // Discrimination is worked out from so many pupils at least, each of whom gave so many
    // answers to other questions at least: its standard error is about 1/3 even then.
    CLASS_REPORT_PUPILS = 10,
    CLASS_REPORT_OTHERS = 3,
};

struct class_question {
    const char *bank, *key;   // id, and what it goes by there
    const char *text, *right; // what was asked, and the answer; "" of one that is gone
    bool is_gone;             // in no bank any more: `text` is only its name
    int asked;
    int answers_right, answers; // of teams, pupils or hands
    bool has_hands;             // some of the answers are hands
    bool is_unanswered;         // somebody could have answered, and nobody did
    bool is_changed;            // it reads otherwise since
    int share;                  // that was right, in thousandths; -1: no answers
    int64_t took_ms;            // each time, on average
    const char *wrong;          // what was given most often and is wrong; NULL: nothing known
    int wrong_count;
    int pupils;            // that answered
    double discrimination; // -1 to 1; NAN where too few pupils answered
    struct class_change change;
};

struct class_topic {
    const char *name; // NULL: of questions without one
    int questions;    // that were answered
    int share;        // of these on average, in thousandths
    struct class_change change;
};

struct class_pupil_row {
    const char *name;
    int right, answers;
};

/// A report. Zeroed: of nothing.
struct class_report {
    int lessons;
    int64_t first_day, last_day; // of the lessons, as date_of() counts them
    enum contest_mode mode;      // of the last one
    int share;                   // of all questions on average, in thousandths; -1: no answers
    int answered;                // questions that were
    int skipped, gone;           // could not be asked so; in no bank any more
    struct class_change change;
    const struct class_question *questions; // in the order in which they were asked first
    int question_count;
    const struct class_topic *topics; // that were answered, worst first
    int topic_count;
    const int *teach; // questions: worst first, then those that nobody answered
    int teach_count;
    const int *compared; // questions that were asked in an earlier lesson too, that fell most
                         // first
    int compared_count;
    const struct class_pupil_row *pupils; // who gave answers, by name
    int pupil_count;
    bool has_discrimination; // of any question
};

/// Makes the report of what `tally` has counted, in `arena`; texts are those of the tally.
///
/// Discrimination is the point-biserial correlation between a pupil's being right on the
/// question and the share of the other questions that the pupil had right.
/// Source: Henrysson, "Correction of item-total correlations in item analysis", Psychometrika
/// 28 (1963).
struct class_report class_report_make(const struct class_tally *tally, struct arena *arena);
