// store/copies.h: backups that the user asks for.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "core/fsrs_days.h"
#include "store/db.h"

/// What a database holds.
struct copies_contents {
    int64_t events, learners;
};

/// Counts what an open database holds. Returns false if it can't be read.
bool copies_count(const struct db *db, struct copies_contents *contents);

/// Backs the database up into the file `path`, and looks through what was written. Replaces an
/// older backup or an empty file, whole or not at all, and nothing else. Returns false with the
/// reason in `diags`.
bool copies_save(const struct db *db, const char *path, struct copies_contents *contents,
                 struct diags *diags);

/// Makes the backup at `path` the database, all at once and after it was looked through. What
/// was there, if that is anything, is put into a new file beside it first, which `*kept` names
/// in the arena of `diags`; else it is NULL. Returns false with the reason in `diags`; then
/// nothing changed.
bool copies_restore(struct db *db, const char *path, struct copies_contents *contents,
                    const char **kept, struct diags *diags);

/// The folder that copies_make() writes into: "backups" beside the database.
const char *copies_folder(const char *db_path, struct arena *arena);

/// As copies_save(), into a new file of copies_folder(), which is made if need be. Its name has
/// the day of `now`: quartet-backup-2026-11-26.db, and -2, -3 … if there are some of that day.
/// Returns its path in the arena of `diags`; NULL, with the reason in `diags`, if it can't be
/// done.
const char *copies_make(const struct db *db, struct fsrs_time now,
                        struct copies_contents *contents, struct diags *diags);

enum copy_kind {
    COPY_ASKED,    // in copies_folder()
    COPY_DAILY,    // beside the database, made by itself
    COPY_REPLACED, // there too: what was there before another one was restored
};

/// A copy that is there, by its file: what is in it was not looked at.
struct copy {
    enum copy_kind kind;
    const char *path;
    int64_t bytes;
    int64_t written_ms; // since 1970
};

/// The copies in copies_folder() and beside the database, in `arena`, the newest first. Returns
/// how many.
int copies_list(const char *db_path, struct arena *arena, struct copy **copies);

/// Counts what a copy holds, as far as that is told by a glance: whether it is sound is found
/// out when it is restored. Returns false if it can't be read.
bool copies_peek(const struct copy *copy, struct copies_contents *contents);
