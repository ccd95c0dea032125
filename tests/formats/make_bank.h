// tests/formats/make_bank.h: banks without a mistake, of any kind and however laid out.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/rng.h"

/// Adds a bank to `out` that `quartet check` finds nothing wrong in: all kinds of questions and
/// most fields, scripts, escapes, numbers written in many ways, keys of other programs, blanks
/// and line ends as people, other programs and nobody would put them. The same for the same
/// `rng`.
void make_bank(struct rng *rng, struct buf *out);
