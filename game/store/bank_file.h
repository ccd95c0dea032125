// store/bank_file.h: banks as files: found, read, checked.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "core/bank.h"
#include "store/file.h"

struct lint;

enum { BANK_FILE_MAX_BYTES = 64 * 1024 * 1024 };

/// A bank file and all that came of reading it. Zeroed is empty.
struct bank_file {
    const char *path;  // as given or found
    struct bank *bank; // NULL: refused whole, `diags` say why
    bool is_readable;  // the bytes could be had; false is a matter of files, not of banks
    struct diags diags;
    struct diags lint;       // see bank_file_open_lint()
    struct file_stamp stamp; // of the file that was read; zeroed: it changed meanwhile
    bool is_fresh;           // it had been written just before, see library_read_again()
    struct arena arena;      // holds all of the above
};

/// Reads the bank at `path`. Only a regular file of at most BANK_FILE_MAX_BYTES is opened: a
/// folder, a FIFO or a device is refused without blocking. Whatever happens is in
/// `file->diags`; returns whether there is a bank to play. bank_file_close() frees it in
/// either case.
bool bank_file_open(struct bank_file *file, const char *path);

/// The same, and looks for what `lint` wants, which goes to `file->lint`; NULL: nothing.
bool bank_file_open_lint(struct bank_file *file, const char *path, struct lint *lint);

/// The same, of `text` as if that was in the file at `path`, which is not opened.
bool bank_file_open_text(struct bank_file *file, const char *path, const struct buf *text,
                         struct lint *lint);

/// Frees what bank_file_open() made. A zeroed or already closed one is fine.
void bank_file_close(struct bank_file *file);
