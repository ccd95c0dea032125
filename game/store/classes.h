// store/classes.h: classes, and the teams that played last in them.
//
// A class is a learner of whom the journal has a JOURNAL_CLASS, so all that a class missed is
// remembered as of anybody.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/lesson_wish.h"
#include "core/team.h"
#include "store/journal.h"

struct class_pupil {
    const char *name; // not "", shorter than PUPIL_NAME_BYTES
    bool is_absent;   // today
};

struct class_list {
    struct class_pupil *pupils;
    int count; // at most PUPILS_MOST
};

/// The names of all classes that are in the file, in `arena`, in the order of the alphabet.
/// Returns how many; 0 also if the file can't be read.
int classes_names(const struct journal *journal, struct arena *arena,
                  const char *const **names);

/// Whether `learner` is a class.
bool classes_has(const struct journal *journal, const char *learner);

/// Whether a class may be called so: it is one, or there is no learner of this name. Of what a
/// learner did nobody shall make a class.
bool classes_may_be(const struct journal *journal, const char *name);

/// Reads the pupils of a class into `arena`, as they are at `now_ms`: who was absent is so for
/// the day on which that was said. Returns false if it is none. What is no pupil in the file is
/// passed over.
bool classes_read(const struct journal *journal, const char *name, int64_t now_ms,
                  struct arena *arena, struct class_list *list);

/// Makes the learner `name` a class with these pupils, or changes them; added if need be. The
/// journal stays that of its learner. Returns whether that is on the disk: if not, it is not
/// tried again.
bool classes_write(const struct journal *journal, const char *name,
                   const struct class_list *list, int64_t at_ms);

/// Topics of a bank that were chosen.
struct class_topics {
    const char *bank; // its id; NULL: none
    const char *const *names;
    int count; // 0: all
};

/// Teams, and how they play.
struct class_teams {
    struct team teams[TEAMS_MOST]; // their pupils are places in the list of the class
    int count;
    struct lesson_wish wish;
    struct class_topics topics;
};

/// Reads the teams that a learner, a class or not, had last into `arena`. `list` are the pupils
/// of now: who is not among them is in no team; NULL: none. Returns false if there are none:
/// then `teams` has no team, and the usual wish. No two have the same mark or buzzer.
bool classes_read_teams(const struct journal *journal, const char *learner,
                        const struct class_list *list, struct arena *arena,
                        struct class_teams *teams);

/// The learner, a class or not, whose teams were kept last, in `arena`; NULL if there are none.
const char *classes_last(const struct journal *journal, struct arena *arena);

/// Keeps the teams of the learner for the next time, as classes_write(). Nothing is written if
/// that is so already.
bool classes_write_teams(const struct journal *journal, const char *learner,
                         const struct class_list *list, const struct class_teams *teams,
                         int64_t at_ms);
