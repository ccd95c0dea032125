// cli/desk.h: what is around a game in the terminal: settings, banks, lines and the journal.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "cli/banks.h"
#include "cli/command.h"
#include "cli/talk.h"
#include "store/journal.h"
#include "store/memory.h"
#include "store/settings.h"

/// Zeroed is closed.
struct desk {
    const struct cli *cli;
    struct settings settings;
    struct banks banks;
    struct library library;
    const struct bank **chosen; // the banks that are played
    int chosen_count;
    struct talk talk;
    struct journal journal;
    struct memory memory;
    struct arena arena;  // for all that lives as long
    bool has_said_fault; // of the journal
};

/// Reads the settings and the banks of the command line: without one, the bank that was played
/// last, else the first with something to play. What is wrong is said on standard error.
/// Returns false if there is nothing to play.
bool desk_find(struct desk *desk, const struct cli *cli);

/// Opens standard input and the journal, whose schedule is that of the settings from then on.
/// Where the journal cannot be used it is said, and all is kept in memory.
void desk_open(struct desk *desk);

/// Remembers the first of the banks as the one that was played last. Only what somebody chose
/// to play at a terminal is, not what a script ran.
void desk_remember_bank(struct desk *desk);

/// Says once, on standard error, that the journal cannot be written now.
void desk_say_fault(struct desk *desk);

/// Any number.
uint64_t desk_seed(void);

/// Closes all of it, and says if something is not saved.
void desk_close(struct desk *desk);
