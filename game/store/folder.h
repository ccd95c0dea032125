// store/folder.h: what is in a folder, for choosing a bank by hand.
#pragma once

#include <stdbool.h>

#include "base/arena.h"

enum folder_state {
    FOLDER_READ,
    FOLDER_MISSING,   // nothing has this name, or something that is no folder
    FOLDER_FORBIDDEN, // the player has no permission
    FOLDER_BROKEN,    // the system cannot read it
};

struct folder_entry {
    const char *path;
    const char *name; // to be shown: valid UTF-8 without control characters
    bool is_folder;
};

/// A folder and what is of use in it. All texts live in the arena it was listed into.
struct folder {
    const char *path;   // absolute if it could be found out; without a slash at the end
    const char *name;   // `path`, to be shown
    const char *parent; // path of the folder above; NULL at the top
    enum folder_state state;
    const struct folder_entry *entries; // folders first, each kind in the order of names
    int count;
};

/// Lists the folders and `*.json` banks in `path`; hidden ones and `*.schema.json` are left
/// out. What cannot be listed has no entries and a `state` that says why; its `parent` is
/// there all the same.
struct folder folder_list(const char *path, struct arena *arena);

/// Whether a file of this name, or at this path, is the JSON schema of something.
bool folder_is_schema_name(const char *name);

/// Whether a file of this name is taken for a bank.
bool folder_is_bank_name(const char *name);

/// `name` as text that can be shown: a file's name is any bytes. What is no valid UTF-8, and
/// control characters, become U+FFFD. In `arena`.
const char *folder_shown_name(const char *name, struct arena *arena);
