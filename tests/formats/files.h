// tests/formats/files.h: files for tests: banks of our own, and test data beside the checkout.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/// A file's bytes, in an arena. `text` is NULL if it could not be read.
struct file {
    const char *name; // without its folder
    const char *text;
    size_t len;
};

/// The path of `path` in the checkout (from the environment's QUARTET_SOURCE).
const char *files_source(struct arena *arena, const char *path);

/// The path of `path` in the shared test data; NULL, with a notice, where there is none.
const char *files_shared(struct arena *arena, const char *path);

/// Reads a file.
struct file files_read(struct arena *arena, const char *path);

/// The names in a folder, sorted, without those that start with a dot.
size_t files_list(struct arena *arena, const char *folder, const char ***names);
