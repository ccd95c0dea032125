// store/bank_summary.h: what a bank was like when it was read last, so that it can be chosen
// and spoken of before it is read again.
//
// A cache of files, kept in the database beside the journal but no reading of it: it can be
// thrown away at any time, and memory_rebuild() leaves it alone. A row holds as long as its
// file has the size and the times that it had then.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "core/bank.h"
#include "store/db.h"
#include "store/file.h"

enum { BANK_SUMMARIES = 4096 }; // rows; those that were written longest ago go

/// A bank of which only id, title and counts are known: `questions` and `topics` are NULL. Of a
/// file that could not be played when it was read, `question_count` is 0 and the texts are "".
struct bank_summary {
    struct file_stamp stamp;
    struct bank bank;
};

/// What is known of the file at `path`, in `arena`. Returns false if that is nothing, or the
/// file is not there or was changed since.
bool bank_summary_find(struct db *db, const char *path, struct arena *arena,
                       struct bank_summary *summary);

/// Keeps what there is to know of the file at `path`, whose text was `bank` (NULL: no bank)
/// when it had this stamp. Outside a transaction it is on the disk then. Returns false if it
/// could not be written.
bool bank_summary_keep(struct db *db, const char *path, const struct file_stamp *stamp,
                       const struct bank *bank);

/// The paths of the files that were read as the bank with this id, the last one first, whether
/// or not they are still there, in `arena`. Returns how many; 0: none is known.
int bank_summary_paths(struct db *db, const char *id, struct arena *arena,
                       const char *const **paths);
