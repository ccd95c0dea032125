// core/fsrs_text.h: steps and parameters of the schedule as a learner writes them, in a line.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "core/fsrs.h"

/// Reads steps such as "1m 10m": whole numbers with s, m, h or d behind them, and blanks or
/// commas between. Nothing at all is no steps. Returns false, and leaves `*steps`, for anything
/// else, for more than FSRS_STEPS_MOST, and for a step out of range.
bool fsrs_steps_read(const char *text, struct fsrs_steps *steps);

/// Writes steps so that fsrs_steps_read() gives them back, each in the largest unit that it is
/// a whole number of; parts of a second are lost.
const char *fsrs_steps_text(const struct fsrs_steps *steps, struct arena *arena);

enum fsrs_text_fault {
    FSRS_TEXT_GOOD,
    FSRS_TEXT_NO_NUMBERS, // something in it is no number
    FSRS_TEXT_COUNT,      // there are not 21, 19 or 17 of them
    FSRS_TEXT_RANGE,      // one is outside its range: fsrs_params_outside() tells which
};

/// Reads a list of parameters, with blanks, commas or line ends between, in [brackets] or not;
/// nothing at all is the defaults. `*params` is what was read also if one is out of range, and
/// is left as it was after any other fault.
enum fsrs_text_fault fsrs_params_text_read(const char *text, struct fsrs_params *params);
