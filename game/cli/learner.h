// cli/learner.h: whose progress a command is about.
#pragma once

#include "cli/command.h"
#include "store/library.h"
#include "store/memory.h"

/// The learner of --learner, else of the settings; in `arena`.
const char *learner_name(const struct cli *cli, struct arena *arena);

/// Opens the journal and memory of the learner. Problems are said on standard error; both can
/// be used in any case. Returns memory_open().
bool learner_open(const struct cli *cli, struct journal *journal, struct memory *memory);

/// Lets the learner's progress follow the questions of all banks in `places`, which is said on
/// standard error where somebody may not agree, or has to be asked.
void learner_relink(const struct cli *cli, struct memory *memory,
                    const struct library_places *places, int64_t wall_ms);
