// store/journal_undo.h: what undo and redo leave of the events of a game.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/// An event of a game that can count.
struct undo_step {
    int64_t id; // what the caller calls it
    int type;   // enum journal_type
};

/// The events of one game in their order, as core/session keeps them: first those that count,
/// then those that were undone and can be done again. Zeroed is empty.
struct undo_line {
    struct buf steps; // struct undo_step
    int count, total;
};

/// The steps that an undo or a redo touched: from `first` up to `end`, which count now or do
/// not. They are none for any other event.
struct undo_span {
    int first, end;
    bool counts;
};

/// Whether an event of this journal_type is a step of a game.
bool undo_line_is_step(int type);

/// Takes in the next event of the game: `type` is a journal_type. What is no step of a game,
/// such as a pause, is passed over. An undo takes back the last answer, hint, skip, end of
/// time, stop, grade or change of a card, with what came after it; a redo does it again.
struct undo_span undo_line_add(struct undo_line *line, int type, int64_t id);

const struct undo_step *undo_line_steps(const struct undo_line *line);

/// Frees the steps and leaves an empty line. Zeroed is fine.
void undo_line_free(struct undo_line *line);
