// store/relink.h: progress follows its questions when banks are edited.
//
// Progress is kept under a bank's id and a question's key. An edit can leave it under a key
// that no question has any more. Here it is found out where it belongs now:
//
// - A question of the bank has the same hash: its id was added, changed or taken away.
// - A question of another bank has the same key and hash: it was moved to another file, or its
//   file was renamed.
// - Exactly one question without progress is nearly the same: it was mended.
// - One may be the same: somebody has to be asked.
//
// Whatever is done is an event. What finds no place stays where it is, for ever: when the
// question comes back, so does its progress.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "store/library.h"
#include "store/memory.h"
#include "store/memory_known.h"

/// Progress on a question that is gone, and the question that it went to or may go to. By
/// relink_news() it has no more than the journal tells.
struct relink_pair {
    struct memory_known from; // filled
    const char *bank, *key;   // of the question that it goes to
    const char *text, *right; // of it, in words
    const char *hash;
    bool is_told; // it has no id, so its words go into the journal
    bool
        is_known; // it has progress of its own: when both are joined they can't be parted again
    double alike; // as core/likeness.h has it
};

/// What became of a bank. Lists are in the arena that relink_bank() was given.
struct relink {
    struct relink_pair *edited; // was mended; its progress came along
    int edited_count;
    struct relink_pair *asked; // may be the same, the most alike first
    int asked_count;
    int followed; // questions whose progress followed an id or a file
};

/// Lets progress follow the questions of entry `at` of the library, which is read, as far as
/// that can be told; other entries may be read on the way. `memory` is up to date then. Returns
/// false, with `relink` empty, if journal or memory can't be used now.
bool relink_bank(struct relink *relink, struct memory *memory, struct library *library, int at,
                 int64_t wall_ms, struct arena *arena);

/// relink_bank() for all banks that are played, of which `first` (-1: any) goes first. Quick if
/// no file changed since nothing was left to be done.
bool relink_library(struct relink *relink, struct memory *memory, struct library *library,
                    int first, int64_t wall_ms, struct arena *arena);

/// Whether relink_library() would have nothing to do: quick, and no bank is read.
bool relink_is_done(const struct memory *memory, const struct library *library);

/// The edits that progress came along with since the learner played last, the oldest first,
/// without those that were taken back: in `arena`. Returns how many.
int relink_news(const struct memory *memory, struct arena *arena, struct relink_pair **edited);

/// All moves of progress since `game` began, in their order: in `arena`. Returns how many.
int relink_moves(const struct journal *journal, int64_t game, struct arena *arena,
                 struct relink_pair **moves);

/// Takes an edit back, or a pair that was said to be the same: progress goes to where it was.
/// `is_settled`: it stays there, and nothing is asked of it any more.
bool relink_undo(struct memory *memory, const struct relink_pair *pair, bool is_settled,
                 int64_t wall_ms);

/// Says whether a pair is the same question. If it isn't, the progress stays where it is and
/// nothing is asked of it any more.
bool relink_answer(struct memory *memory, const struct relink_pair *pair, bool is_same,
                   int64_t wall_ms);

/// Takes it back that a pair is not the same question.
bool relink_ask_again(struct memory *memory, const struct relink_pair *pair, int64_t wall_ms);
