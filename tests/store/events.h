// tests/store/events.h: journals that are written event by event, and what the memory makes of
// them.
#pragma once

#include "store/memory.h"
#include "store/scratch.h"

enum { DAY = FSRS_DAY_MS };

/// Noon UTC of 1 January 2026: days of these tests are counted from it.
extern const int64_t day_0;

/// A journal of a learner and its memory.
struct desk {
    struct scratch *scratch;
    struct journal journal;
    struct memory memory;
};

void desk_open(struct desk *desk, struct scratch *s, const char *learner);
void desk_close(struct desk *desk);

/// Appends an event of bank "b". It counts after the next memory_catch_up().
void tell(struct desk *desk, int type, int64_t game, int64_t at_ms, const char *question,
          const char *data);

/// An answer in a quiz to `question`, of a choice, that gives its part 0 `rating`.
void tell_answer(struct desk *desk, int64_t game, int64_t at_ms, const char *question,
                 int rating);

/// A card of bank "b" as it is remembered; a zeroed one if it isn't.
struct memory_card card_of(struct desk *desk, const char *question, int part);

/// All rows of the tables that can be thrown away, as text, in the scratch arena.
const char *dump(struct desk *desk);

/// Fails unless making all anew from the journal gives the same tables.
void assert_rebuilt_alike(struct desk *desk);
