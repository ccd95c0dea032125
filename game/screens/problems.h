// screens/problems.h: what is wrong in a bank, for who plays it.
#pragma once

#include "base/arena.h"
#include "base/diag.h"
#include "screens/game.h"
#include "ui/ui.h"

/// The first problem in one line: "Line 3, column 14: …"; NULL if there is none.
const char *problems_first(const struct diags *diags, struct arena *arena);

/// "3 problems"
const char *problems_count(const struct diags *diags, struct arena *arena);

/// What was asked for and cannot be played, why, and how much more is wrong, in a few
/// sentences; NULL if nothing was refused.
const char *problems_refused(const struct game *game, struct arena *arena);

/// A file's or a folder's name as it is shown, of its whole path.
const char *problems_file_name(const char *path, struct arena *arena);

/// Draws the problems from the top of `rect` down, each with its place and its line, and how
/// many more there are. Returns the height they take, which may be more than `rect` has.
float problems_draw(struct ui *ui, struct rect rect, const struct diags *diags);

/// As problems_draw(), without drawing.
float problems_height(struct ui *ui, float width, const struct diags *diags);
