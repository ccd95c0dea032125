// screens/accept.h: what a pupil typed and the host took for right becomes an answer of the
// bank, if somebody says so.
#pragma once

#include <stdbool.h>

#include "formats/accept.h"
#include "screens/game.h"
#include "store/bank_write.h"

enum { ACCEPT_YES = 1, ACCEPT_NO, ACCEPT_REGION };

/// Zeroed: nothing is known.
struct accept_page {
    struct arena arena; // of all
    const char *answer; // that was typed; NULL: there is none
    const char *path;   // of the bank,
    bool is_named;      // which somebody asked for by name: so it goes before a copy of it
    struct buf text;    // of the file, which `patch` looks at
    struct file_stamp stamp;
    struct patch patch;
    const char *diff; // what would be written; NULL: nothing can be, as `fault` says
    const char *fault;
    const char *done; // what was done; NULL: nothing yet
};

/// What was typed in the question that is shown, marked wrong, and overruled by the host, if
/// the bank was not told already; NULL: nothing.
const char *accept_offered(const struct game *game);

void accept_page_view(const struct accept_page *page, struct ui *ui);
