// store/relink_parts.h: the parts of store/relink.c.
#pragma once

#include "base/buf.h"
#include "store/question_key.h"
#include "store/relink.h"

/// A question and its hash.
struct hashed;

/// A bank in which progress is looked for.
struct site {
    const struct bank *bank;
    struct question_index index;
    struct hashed *hashes; // in their order; NULL until they are needed
    struct site *next;
};

struct linker {
    struct memory *memory;
    struct library *library;
    struct site *home;          // the bank that this is about
    struct site *sites;         // others
    struct memory_known *known; // of the bank, by their keys
    int known_count;
    struct memory_known **gone; // of those, the ones that have progress and no question
    int gone_count;
    bool *has_got;     // for each question of the bank: progress came to it just now
    struct buf events; // struct journal_event
    int64_t wall_ms;
    struct relink *relink;
    struct arena *arena;   // of what comes out
    struct arena *scratch; // of `events` and all else
};

/// Where progress goes, as a MOVE event has it.
struct target {
    const char *bank, *key, *hash;
    const char *text, *right; // NULL: not to be told
    bool was_told;            // tell also what the question said before
};

/// Finds out what relink_bank() does, and does nothing yet: `events` are to be appended. All
/// but `memory`, `library`, `wall_ms`, `relink` and the arenas is zeroed before.
void relink_look(struct linker *l, int at);

/// Appends `events`. Returns false if that can't be done now.
bool relink_append(struct memory *memory, const struct buf *events);

/// A number that is another one when any bank was written, or there are others.
int64_t relink_stamp(const struct library *library);

/// Whether nothing was left to be done with the banks as they are; notes that it is so.
bool relink_was_done(const struct memory *memory, int64_t stamp);
void relink_note_done(const struct memory *memory, int64_t stamp);

/// Whether entry `at`, as far as it was read, has a bank that is played.
bool relink_has_bank(const struct library *library, int at);

/// Adds what became of another bank, whose lists are in `arena` too.
void relink_add(struct relink *relink, const struct relink *more, struct arena *arena);

/// What is known of a question of the bank under this key, or NULL.
const struct memory_known *relink_known(const struct linker *l, const char *key);

/// Whether there is a card or an answer; NULL: there is not.
bool relink_has_progress(const struct memory_known *known);

/// Notes a move. `why` as the journal has it.
void relink_add_move(struct linker *l, const struct memory_known *from, struct target to,
                     const char *why);

/// What is told of the question of a pair.
struct target relink_target(const struct relink_pair *pair);

/// Finds questions that were mended, or may have been, for all that is `gone`.
void relink_follow_edits(struct linker *l);
