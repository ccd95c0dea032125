// store/library_search.h: the files that places stand for; of store/library alone.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "store/library.h"

/// A path found, before it is known how many there are.
struct found {
    const char *path;
    uint64_t device; // of the file itself, by which it is known again under another name
    uint64_t node;
    bool is_there;
    enum library_asked asked;
    struct found *next;
};

struct search {
    struct arena *arena; // of the paths
    struct diags *diags;
    struct arena scratch; // of the rest, to be freed
    struct found *first, **last;
    int count;
    enum library_asked asked; // how what is found now was asked for
};

/// Begins a search whose paths and problems go to these. `search` must not move.
void library_search_begin(struct search *search, struct arena *arena, struct diags *diags);

/// Adds the bank file at `path`, or all banks of the folder there.
void library_search_named(struct search *search, const char *path);

/// Adds what is in all places.
void library_search_places(struct search *search, const struct library_places *places);

/// The entry that is this file, under whatever name, or -1.
int library_search_entry(const struct library *library, const struct found *file);

/// Makes room for `more` entries, which may move the others.
void library_grow(struct library *library, int more);

/// Notes which state of its file was read last.
void library_note_seen(struct library_entry *entry, const struct bank_file *file);

/// Notes that the file of `entry` was read.
void library_note_open(struct library *library, struct library_entry *entry);

/// Keeps what was read before until library_drop_old(), for who points into it. `file` is empty
/// then.
void library_put_aside(struct library *library, struct bank_file *file);
