// store/bank_write.h: a bank that was changed goes back to where it came from.
#pragma once

#include "base/buf.h"
#include "base/diag.h"
#include "store/file.h"

enum bank_written {
    BANK_WRITTEN,
    BANK_COPIED,   // the file is read-only: what becomes of it is in the user's folder
    BANK_HAS_COPY, // so it is, and a copy is there already, which is left alone
    BANK_CHANGED,  // another program wrote the file since it was read: it is left alone
    BANK_FAILED,   // `diags` say why
};

/// Where what becomes of the read-only bank at `path` goes, in `arena`.
const char *bank_copy_path(const char *path, const char *user_dir, struct arena *arena);

/// Writes `text`, whole or not at all, to the bank file at `path`, which had `stamp` when it
/// was read, or to the folder `user_dir`, which is made if it is missing.
enum bank_written bank_write(const char *path, const struct file_stamp *stamp,
                             const char *user_dir, const struct buf *text, struct diags *diags);
