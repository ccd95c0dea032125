// formats/bank_guide.h: how to write a bank, in short: for the window and the terminal.
#pragma once

#include "core/question.h"

/// A first bank of ten lines, which has no problems.
extern const char bank_guide_example[];

/// The number of the line of it that somebody might get wrong, from 1 on, that line with a
/// mistake, and what the checker says of it. Diagnostics are in English for all.
enum { BANK_GUIDE_MISTAKE_LINE = 7 };

extern const char bank_guide_mistake[], bank_guide_says[];

/// A kind of question: its name in a bank, what makes a question one of it (marked for
/// translation), and one line as an example.
struct bank_guide_kind {
    const char *name, *sign, *line;
};

extern const struct bank_guide_kind bank_guide_kinds[KIND_COUNT];
