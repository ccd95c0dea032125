// formats/json_layout.h: one way to lay out JSON, for files that people write.
#pragma once

#include <stddef.h>

#include "formats/patch.h"

enum { JSON_LAYOUT_COLUMNS = 100, JSON_LAYOUT_INDENT = 2 };

/// Notes in `patch` what gives its text, which json_scan() must have found to be JSON, the
/// usual layout:
///
/// The object that is the whole text and its array "questions" have a line for each member. Any
/// other array or object stands on one line if that, with the comma behind it, is at most
/// JSON_LAYOUT_COLUMNS characters long; else it has a line for each member too, and so on for
/// what is in it. One empty line between two members stays where they stand on lines of their
/// own. Lines end as the first one does, by LF or CR LF. A byte order mark goes.
///
/// Only blanks between tokens change: keys, their order, numbers and texts stay byte for byte.
/// What was laid out does not change again. Linear in the text. Pure.
void json_layout(struct patch *patch);
