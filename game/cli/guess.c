#include "cli/guess.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

enum { MAX_EDITS = 2, MIN_START = 2 };

void guess_offer(struct guess *guess, const char *name)
{
    size_t len = strlen(guess->typed);
    bool is_start = len >= MIN_START && strncmp(name, guess->typed, len) == 0;
    int edits = is_start ? 1 : text_edits(guess->typed, name, MAX_EDITS);
    // A word of which everything would have to change is no likeness.
    if (edits > MAX_EDITS || (size_t)edits >= strlen(name))
        return;
    if (guess->best && guess->edits <= edits)
        return;
    guess->best = name;
    guess->edits = edits;
}
