// store/copies.h: backups that the user asks for.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
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
