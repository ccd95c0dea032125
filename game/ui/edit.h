// ui/edit.h: a line of text being typed.
#pragma once

#include <stdbool.h>

#include "ui/action.h"

enum { EDIT_MAX_BYTES = 2048 };

/// A text field's contents. Zeroed is empty. Carets are byte offsets between characters as
/// people see them (grapheme clusters).
struct edit {
    char text[EDIT_MAX_BYTES]; // UTF-8, NUL-terminated
    int len;
    int caret, mark;     // what lies between is selected
    char composing[128]; // what an input method shows at the caret
};

/// Makes `text` the contents, the caret at its end.
void edit_set(struct edit *edit, const char *text);

/// Does what `action` says (its `edit` and `text`). What is typed loses line ends and other
/// control characters; what does not fit is cut off between characters. Returns whether
/// anything changed that can be seen.
bool edit_apply(struct edit *edit, const struct action *action);

/// The selected text in `out` of `size` bytes, cut off if it does not fit.
void edit_selection(const struct edit *edit, char *out, int size);

/// What a key does to a text; EDIT_NONE: nothing of its own.
enum edit_op edit_op_of_key(int key, unsigned mods);

/// Whether a key (`mods`: MOD_*) belongs to the text while somebody types, and is no shortcut.
bool edit_takes_key(int key, unsigned mods);
