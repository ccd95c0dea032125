// tests/store/scratch.h: a folder of its own for each test.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

struct scratch {
    char dir[64];
    struct arena arena;
    struct diags diags;
};

/// cmocka set-up and tear-down: an empty folder and an empty list of problems as the state.
int scratch_setup(void **state);
int scratch_teardown(void **state);

/// The path of `name` in the folder.
const char *scratch_path(struct scratch *s, const char *name);

/// Writes a file into the folder and returns its path.
const char *scratch_write(struct scratch *s, const char *name, const char *text);

/// The whole text at `path`, "" if there is none.
const char *scratch_read(struct scratch *s, const char *path);

/// The number of files in the folder, hidden ones too.
int scratch_count(const struct scratch *s);

/// The only problem noted so far; fails the test if there is none or more.
const char *scratch_message(const struct scratch *s);
