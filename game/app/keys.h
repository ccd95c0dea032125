// app/keys.h: which key is a shortcut for what.
#pragma once

#include <stdbool.h>

#include "ui/action.h"

/// The row of `table` (NULL: none) that `input` asks for, or NULL. While somebody types into a
/// field (`is_typing`) characters and the keys that edit are text, not shortcuts.
const struct shortcut *keys_find(const struct shortcut *table, const struct input *input,
                                 bool is_typing);

/// Whether holding the key down may do it again and again: text size, going through
/// a list, but no answers.
bool keys_may_repeat(const struct input *input);
