// cli/safe.h: the database that everything played is kept in, for commands that are about it.
#pragma once

#include <stdbool.h>

#include "cli/command.h"
#include "store/copies.h"

/// Whether there is a database; says so if not.
bool safe_is_there(struct cli *cli);

/// `path`, safe to print.
const char *safe_name(struct cli *cli, const char *path);

/// Opens the database, and makes one if there is none. Returns false if it can't be used, and
/// says why.
bool safe_open(struct cli *cli, struct db *db);

/// Prints what `contents` has, "12 events, 1 learner", in `pattern` after {1}, the name of file
/// `path`, as {2}.
void safe_print(struct cli *cli, const char *pattern, const char *path,
                const struct copies_contents *contents);
