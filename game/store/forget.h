// store/forget.h: lets what was played be forgotten for good.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "store/memory.h"

/// What is to be forgotten.
struct forget {
    const char *learner; // NULL: of all
    const char *bank;    // its id; NULL: all banks, and with them the learner
};

/// Forgets it, after all was backed up by copies_make(): its events are taken out of the
/// journal, what is remembered is worked out again, and neither the file nor a backup that
/// Quartet made by itself each day has a trace of it. What is known of a question goes with the
/// bank that the question is in now. A quiz of several banks keeps the questions of the others.
/// With everything goes also what is known of bank files.
///
/// `*backup` is the path of the backup, which still has all of it, in the arena of `diags`;
/// NULL if there is none, and then nothing was forgotten. All happens at once or not at all,
/// but for the daily backups: one that can't be removed is in `diags`, and so are other copies,
/// which are left alone. Returns false, with the reason in `diags`, if nothing was forgotten.
/// If its learner is forgotten the journal needs another one: see journal_switch().
///
/// A class is no backup's business: that of forget_is_class() is gone from all copies too, as
/// by forget_class_copies(), none is made, and `*backup` is NULL though it returns true.
bool forget(struct memory *memory, const struct forget *what, struct fsrs_time now,
            const char **backup, struct diags *diags);

/// Whether all of a learner is to be forgotten who is a class, that is, has pupils.
bool forget_is_class(const struct memory *memory, const struct forget *what);

/// How many events it is about; below 0 if the file can't be read.
int64_t forget_count(struct memory *memory, const struct forget *what);
