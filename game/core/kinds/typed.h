// core/kinds/typed.h: marking what was typed against a list of accepted answers.
#pragma once

#include <stdbool.h>

#include "core/mark.h"

/// Marks `typed` (NULL is nothing) as one answer to `ask`, of which `accepted` are right: its
/// list, or that of one of its gaps. Exact beats folded, folded beats nearly; of several the
/// one with the best credit counts, then the one with the best verdict, then the first.
struct mark typed_mark(const struct ask *ask, const struct texts *accepted, const char *typed,
                       struct arena *scratch);

/// Whether `typed` holds anything that can be seen. It may be NULL.
bool typed_is_something(const char *typed);
