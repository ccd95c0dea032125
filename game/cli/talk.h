// cli/talk.h: what is said to whoever plays, and what they say.
#pragma once

#include <stdint.h>

#include "base/buf.h"
#include "cli/lines.h"
#include "core/fsrs_days.h"

/// Zeroed is closed.
struct talk {
    struct lines lines;
    struct buf out;       // what is to be written next
    int64_t fixed_now_ms; // the time that it always is, since 1970; -1: what the clock says
};

/// Starts reading from `fd`, see lines_open().
void talk_open(struct talk *talk, int fd, int64_t fixed_now_ms);

/// Milliseconds from some moment on, which no clock that is set can change.
int64_t talk_now_ms(const struct talk *talk);

/// The time on the wall, for the journal. A clock that stands does so there too.
struct fsrs_time talk_time(const struct talk *talk);

/// Writes what is in `out` to standard output, with nothing in it that could move a cursor.
void talk_flush(struct talk *talk);

/// Writes `ask`, waits at most `wait_ms` (INT64_MAX: for ever) for a line and shows it too
/// where no terminal did. `*line` lives until the next call.
enum lines_result talk_read(struct talk *talk, const char *ask, int64_t wait_ms,
                            const char **line);

void talk_close(struct talk *talk);

/// A word with a colon before it, which does something at any time.
struct colon {
    const char *name, *help; // help is marked by N_()
};

enum { COLON_ANSWER = -1, COLON_UNKNOWN = -2 };

/// The place of the command that `*line` is among `count` of them; COLON_UNKNOWN if there is no
/// such command. COLON_ANSWER if it is none at all: of two colons at its beginning the first is
/// stepped over.
int colon_find(const struct colon *colons, int count, const char **line);

/// Adds a line for each.
void colon_add_help(const struct colon *colons, int count, struct buf *out);
