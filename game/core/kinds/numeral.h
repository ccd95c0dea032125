// core/kinds/numeral.h: reading a number as people type it.
#pragma once

#include <stdbool.h>

#include "base/arena.h"

enum { NUMERAL_READINGS = 2 };

/// A number read from what was typed. "1,234" has two readings: the first is the likelier.
struct numeral {
    double readings[NUMERAL_READINGS];
    int count;          // of readings; 0: it is no number
    const char *before; // what stands before the number and after it, in NFC and trimmed;
    const char *after;  // "" for nothing. A sign belongs to the number
};

/// Reads `typed`. The decimal mark is "." or ","; a blank, ".", ",", "'" or "’" may stand
/// between groups of three digits (two, as in India, before the last three). A sign, also the
/// real minus, may go before and an exponent ("e6") follow. Everything lives in `arena`.
struct numeral numeral_read(const char *typed, struct arena *arena);
