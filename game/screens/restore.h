// screens/restore.h: the screen that goes back to a backup.
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "screens/row.h"
#include "store/copies.h"

enum {
    RESTORE_ROW = 1, // which of the copies
    RESTORE_DO,
    RESTORE_LIST, // back to the list
    RESTORE_HOME,
    RESTORE_REGION,
};

struct restore_page {
    struct arena arena;
    struct copy *copies;
    struct row *rows; // of the copies
    int count;
    int at;        // the one that is asked about; -1: none yet
    int looked_at; // the last one that was: there the list goes on
    bool is_done;  // what was played is that of the copy
    struct copies_contents contents;
    const char *kept;      // where that is which was there before; NULL: there was nothing
    const char *now_plays; // another learner than before; NULL: the same
    const char *fault;     // why it could not be done
};
