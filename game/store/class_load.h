// store/class_load.h: reads the lessons of a class for a report, one after the other.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/class_tally.h"
#include "core/teams.h"
#include "store/classes.h"
#include "store/journal.h"
#include "store/library.h"

/// Which lessons a report is about, beside the nth, from 1 on.
enum {
    CLASS_LESSON_LAST = 0, // the last in which something was asked
    CLASS_LESSON_ALL = -1,
};

/// A bank whose questions a report misses, as its file is gone. Zeroed: none.
struct class_lost {
    const char *id;   // NULL: none, or only single questions are gone from banks
    const char *path; // of the file that was read last as this bank; NULL: it is not known
    bool is_missing;  // that is not there any more; else it is no bank, or another one
};

/// Lessons on their way into a tally. Begin by class_load_begin().
struct class_load {
    struct journal reader; // that of the class, only to be read; closed by who opened it
    struct library *library;
    const int64_t *games;   // in `arena`
    int count;              // lessons that the class was given
    int at;                 // that were read
    int wanted;             // the last one to be read
    bool is_all;            // and all before it count too, beside being compared with
    int unread;             // that count and could not be
    struct class_lost lost; // the first one
    struct class_tally tally;
    struct arena arena;
};

/// Looks which lessons `learner` was given, for a report about lesson `wanted`. None is read
/// yet. Returns false if there is no such lesson; `count` says how many there are. The journal
/// may be that of any learner, and has to stay open.
bool class_load_begin(struct class_load *load, const struct journal *journal,
                      const char *learner, struct library *library, int wanted,
                      const struct answer_words *words);

/// Reads the next lesson and counts it; banks may be read for it. The memory that it took is
/// free again afterwards. Returns false when none is left.
bool class_load_next(struct class_load *load);

/// How right each pupil of `list` was in the last lessons of the class in which one was drawn
/// for each question: `right` and `answered` of `pupils`, which are as many. A pupil goes by
/// the name. Nothing is kept of it: what is forgotten of the class is not known here either.
void class_load_pupils(const struct journal *journal, const char *class_name,
                       struct library *library, const struct class_list *list,
                       struct teams_pupil *pupils);

/// Frees everything. Zeroed is fine.
void class_load_end(struct class_load *load);

/// The names of all classes, which are learners with a list of pupils or a lesson, in `arena`,
/// in the order in which they came. Returns how many; 0 also if the file can't be read.
int class_load_names(const struct journal *journal, struct arena *arena,
                     const char *const **names);
