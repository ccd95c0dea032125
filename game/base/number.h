// base/number.h: decimal numbers as text, the same under every locale.
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum { NUMBER_ROOM = 32 };

/// Reads the `len` bytes at `text`, all of which must be one number as JSON writes them:
/// "-12.5e3", no blanks, no leading zeros or plus sign. Returns false, and leaves `*value`, if
/// they are not, or if the number is too large for a double; one too small becomes 0. The
/// nearest double, however many digits. Linear in `len`. Pure.
bool number_parse(const char *text, size_t len, double *value);

/// Writes the shortest digits that number_parse() reads back as the finite `value`, and
/// returns how many bytes, less the NUL. Plain from 1e-6 up to and with 1e15 ("0.5", "-12"),
/// else with an exponent ("1e+16"). Nothing is grouped; -0 is "0". Pure.
size_t number_format(double value, char out[NUMBER_ROOM]);
