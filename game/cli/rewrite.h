// cli/rewrite.h: changes to bank files that somebody asked for: shown first, then written.
#pragma once

#include <stdbool.h>

#include "cli/command.h"
#include "formats/patch.h"

/// What is to be done to the files of a command line.
struct rewrite {
    /// Notes in `patch`, which has the text of `file`, what is to change. Returns false if that
    /// can't be told, which `diags` say.
    bool (*change)(struct rewrite *rewrite, const char *file, struct patch *patch,
                   struct diags *diags);
    // What is said then, translated: {1} is the file. NULL: nothing.
    const char *done, *same;
    const char *shown;  // what is said with --dry-run behind the diff
    const char *wanted; // what is said with --check if there is anything to change
    bool is_quiet;      // shows nothing
    bool is_first;      // the same files are looked at next, which says if some are left out
};

/// Does it to all files and banks in folders that `cli` names. Of each file the changes are
/// shown as a diff, and then it is written, whole or not at all, unless it changed meanwhile;
/// what becomes of a read-only one is a new file in the user's folder. --dry-run and --check
/// write nothing. Returns the status to exit with.
int rewrite_files(struct cli *cli, struct rewrite *rewrite);

/// Where what becomes of the read-only bank at `path` goes.
const char *rewrite_copy(struct cli *cli, const char *path);

/// Writes `text` to the bank file at `path`, which had `stamp` when it was read. Says why not,
/// and where else it went. Returns whether it was written.
bool rewrite_save(struct cli *cli, const char *path, const struct file_stamp *stamp,
                  const struct buf *text);
