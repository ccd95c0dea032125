// screens/ask_tiles.h: the parts of the view of choice, multi and truefalse questions.
#pragma once

#include "screens/ask.h"

/// How many answers stand beside and below each other.
struct tiles_grid {
    int columns, rows;
};

/// Whether several may be chosen.
bool tiles_is_multi(const struct ask *ask);

/// More tiles than marks: one column with plain letters.
bool tiles_is_list(const struct ask *ask);

/// The answer at a place, its letter, and all answers, `shown_count`, in `arena`.
const char *tiles_label(const struct ask *ask, int place);
const char *tiles_letter(const struct ask *ask, int place);
const char *const *tiles_labels(const struct ask *ask, struct arena *arena);

/// The grid for this width: with fewer columns where the smallest text splits words in it, and
/// where things are dense the lowest of all.
struct tiles_grid tiles_grid(const struct ask *ask, const struct ui *ui, float width);

/// The action that chooses the answer at a place, its `arg`.
enum { TILES_PICK = ASK_ACTIONS };

/// As the hooks of the same name in struct ask_view.
float tiles_answered_height(const struct ask_context *context, const struct ui *ui,
                            float width);
void tiles_answered(const struct ask_context *context, struct ui *ui, struct rect area);
