// store/file.h: whole files, read with care and written so that nothing is lost.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

/// Adds the contents of the regular file at `path` to `out`, at most `max_bytes` (whole MiB).
/// A folder, a pipe or a device is refused without blocking, a file that is too large before
/// it is read, one that changes all the while after three tries. On failure returns false
/// with the reason in `diags`, and `out` is as it was.
bool file_read(const char *path, size_t max_bytes, struct buf *out, struct diags *diags);

/// Puts `len` bytes into the file at `path`, whole or not at all: they go to a new file in the
/// same folder, to the disk, and then take the old one's name and mode. A symbolic link stays
/// and what it points to is replaced. On failure returns false with the reason in `diags`, and
/// the old file stands.
bool file_write(const char *path, const void *bytes, size_t len, struct diags *diags);

/// Makes the folder at `path` and those above it, readable by their owner alone as the XDG
/// specification wants. Returns false if it is not there then; `diags` say why, with the first
/// of these folders that could not be made as the place.
bool file_make_folder(const char *path, struct diags *diags);

/// What tells a file from what it was before, as far as that can be had without reading it.
/// Zeroed: not known.
struct file_stamp {
    int64_t bytes, written_ns, changed_ns; // when its text and when its entry last changed
};

/// Returns false, and zeroes `stamp`, if there is no file at `path`.
bool file_stamp(const char *path, struct file_stamp *stamp);

/// Whether both are known and the same.
bool file_stamp_is_same(const struct file_stamp *a, const struct file_stamp *b);

/// `path`, from the root of all folders on, in `arena`. Nothing is looked up on the disk.
const char *file_whole_path(struct arena *arena, const char *path);

/// Whether nothing is there under the name `path`.
bool file_is_missing(const char *path);

bool file_is_folder(const char *path);

/// Whether the file at `path` is not to be written: somebody took away the right to, its owner
/// of all people too, or the disk cannot be written to.
bool file_is_read_only(const char *path);

/// The folder that `path` is in, in `arena`: "." for a bare name.
const char *file_folder(struct arena *arena, const char *path);

/// What follows the last slash of `path`.
const char *file_name(const char *path);
