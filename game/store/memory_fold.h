// store/memory_fold.h: how events become what the memory knows. For store/memory*.c only.
//
// The fold takes event after event and knows nothing but the tables and the events before it:
// so it does not matter at which of them it stops and goes on.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <cjson/cJSON.h>

#include "store/memory_rows.h"

/// An event as the fold needs it.
struct fold_event {
    int64_t id, at_ms, learner, game;
    int type;
    const char *bank, *question, *data;
};

/// Folds in one event. What makes no sense is passed over. A failure of the file is noted in
/// `folder`.
void fold_event(struct folder *folder, const struct fold_event *event);

/// Frees what was made on the way.
void fold_free(struct folder *folder);

// --- for each other
// ----------------------------------------------------------------------------

/// Whether `item` is a whole number from `least` to `most`.
bool fold_whole(const cJSON *item, int64_t least, int64_t most, int64_t *value);

/// What schedules the reviews of `learner` at `event`. Good until the next OPTIONS event.
const struct fsrs *fold_scheduler(struct folder *folder, int64_t learner, int64_t event);

/// Takes in the options that `data` says, if they make sense.
void fold_options(struct folder *folder, const struct fold_event *event);

/// Lets a review do to its card what it does. Returns false if it can't.
bool fold_review(struct folder *folder, const struct review_row *review, struct card_row *card,
                 struct fsrs_outcome *outcome);

/// Adds the reviews of a card (struct review_row) to `chain`, from `last` back to `from`.
void fold_read_chain(struct folder *folder, int64_t last, int64_t from, struct buf *chain);

/// Works out a card, which is in the state before them, again from its last `count` reviews,
/// the newest first, and writes all of them.
void fold_chain(struct folder *folder, struct card_row *card, struct review_row *chain,
                size_t count);

/// Does to a card what a row of `mark` says.
void fold_mark(struct card_row *card, int mark, int64_t until_ms);

/// Works out again whether a card is suspended or hidden.
void fold_marks(struct folder *folder, int64_t card);

/// Whether the memory leaves out `game`.
bool fold_is_left_out(struct folder *folder, int64_t game, int64_t learner);

/// Takes the newest answer into how its question stands.
void fold_missed(struct folder *folder, const struct answer_row *answer);

/// Works out again how a question stands, for `event` changed what counts of it; `known` may
/// have become part of another.
void fold_missed_anew(struct folder *folder, int64_t learner, int64_t known, int64_t event);

/// Works it out for all questions from all answers up to `event`.
void fold_all_missed(struct folder *folder, int64_t event);

/// Undoes or does again what `event`, an UNDO or a REDO, says.
void fold_undo(struct folder *folder, const struct fold_event *event);

/// Takes note of an event that may be undone later.
void fold_line(struct folder *folder, const struct fold_event *event);

/// Takes a game out of the memory, or in again.
void fold_leave_out(struct folder *folder, const struct fold_event *event);

/// Takes down in `row` what `root` says of its question: hash, text, right answer.
void fold_note(const cJSON *root, struct known_row *row);

/// Moves what is known of a question to another one.
void fold_move(struct folder *folder, const struct fold_event *event, const cJSON *root);

/// Leaves a question that vanished behind, or takes that back.
void fold_drop(struct folder *folder, const struct fold_event *event, const cJSON *root);
