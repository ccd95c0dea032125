// screens/step_number.h: one more and one less than a number as it was typed.
#pragma once

#include "base/arena.h"

/// `typed` with its last digit `by` higher, in `arena`: "9.8" and 1 are "9.9", "12" and -1 are
/// "11"; the decimal mark stays as it was typed. Nothing typed counts as 0. NULL if it is no
/// number by itself, or one of more digits than can be counted up. Pure.
const char *step_number(const char *typed, int by, struct arena *arena);
