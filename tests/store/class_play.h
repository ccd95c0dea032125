// store/class_play.h: lessons of a class that are played by a script, into its journal.
#pragma once

#include <stdint.h>

#include "core/contest.h"
#include "store/journal.h"
#include "store/library.h"

/// The pupils that are present, none of whom a report names unless it is asked to.
enum { CLASS_PLAY_PUPILS = 12 };

extern const char *const class_play_pupils[CLASS_PLAY_PUPILS];

struct class_play {
    struct journal *journal; // of the class
    struct library *library; // whose first entry has the questions
    int64_t wall_ms;         // when the next lesson begins; a week is added for each
    uint64_t seed;
};

/// Plays a lesson with four teams, one question a spec, in this order: the id of a question, a
/// colon, and
///
/// - of hands how many there are for each choice as the bank lists them, the right ones first,
///   and at last for none: "a:6,4,10,5"; "a:" nobody counts
/// - of all teams who is right: "a:0110"
/// - of others, for each who is asked: "+" right, "-" wrong, "p" passes, or what was picked or
///   typed in brackets: "a:-[Lyon]+"
///
/// "a:!" stops there and leaves the question open; "a:6,4,10,5." counts hands and leaves the
/// lesson there. Fails an assertion if that cannot be.
void class_play(struct class_play *play, enum contest_mode mode, const char *const *specs,
                int count);
