// core/kinds/rivals.h: right answers to something else, which are no typos of this one.
#pragma once

#include <stdbool.h>

#include "core/ask.h"

/// Whether `folded`, a typed answer folded by `flags`, is an answer to another gap of the
/// question, which is one of its bank, or to another question that shares a topic; questions
/// without a topic share one. Searches the whole bank: ask only when all else is decided.
bool rivals_have(const struct ask *ask, const char *folded, unsigned flags);
