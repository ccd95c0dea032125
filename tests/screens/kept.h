// screens/kept.h: a desk whose cards are remembered, in a store of its own.
#pragma once

#include "screens/desk.h"

/// What is kept. One for all tests of a program.
struct kept {
    struct journal journal;
    struct memory memory;
};

extern struct kept kept;

/// Adds a bank "cards" of these questions and opens an empty store, at noon UTC of 1 January
/// 2026. Cards come as they stand in the bank, without fuzz.
void kept_begin(struct desk *desk, const char *questions);

/// cmocka tear-down, in place of desk_teardown().
int kept_teardown(void **state);

/// Opens the store of the desk, as the program does when it starts, and closes it.
void kept_open(struct desk *desk);
void kept_close(struct desk *desk);

/// Lets time go by.
void kept_pass(struct desk *desk, int64_t ms);

/// Grades the card that is up next.
void kept_grade(struct desk *desk);

/// Opens Home. Returns how many questions of the bank it says were seen.
int kept_seen(struct desk *desk);

/// Goes on as a learner, by the screen about them.
void kept_play_as(struct desk *desk, const char *name);
