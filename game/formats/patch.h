// formats/patch.h: changes to a text that leave all the rest of it as it is, byte for byte.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/// Changes to a text. Zeroed but for the text is one that changes nothing.
struct patch {
    const char *text; // outlives the patch
    size_t len;
    struct buf edits; // struct patch_edit, by their places
    struct buf words; // what is put in
};

/// `len` bytes at `at` make room for `put_len` of the words at `put_at`.
struct patch_edit {
    size_t at, len, put_at, put_len;
};

/// Replaces `len` bytes at `at` by `put_len` bytes at `put`. What is replaced must be behind
/// all that was before. Nothing is noted if both are the same.
void patch_add(struct patch *patch, size_t at, size_t len, const char *put, size_t put_len);

/// Whether nothing changes.
bool patch_is_empty(const struct patch *patch);

/// Adds the text with all changes made to `out`.
void patch_apply(const struct patch *patch, struct buf *out);

/// Adds the lines that change to `out` as a unified diff with three lines around each, as `diff
/// -u` and `git diff` write it; `name` is what the file is called. Control characters, which a
/// terminal would obey, are written as "?". Near to linear in the text, see line_diff().
void patch_diff(const struct patch *patch, const char *name, struct buf *out);

void patch_free(struct patch *patch);
