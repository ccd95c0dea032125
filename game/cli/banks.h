// cli/banks.h: the banks that a command line means.
#pragma once

#include <stdbool.h>

#include "cli/command.h"
#include "store/library.h"

/// Where the banks of a command line are. Zeroed is empty.
struct banks {
    struct arena arena;
    struct library_places places;
};

/// Works out the places from the operands, options and paths of `cli`. An operand that is no
/// file or folder may be the id of a bank. Returns false after a message on standard error if
/// it is none of these.
bool banks_find_places(struct banks *banks, const struct cli *cli);

/// Frees everything; a zeroed one is fine.
void banks_close(struct banks *banks);
